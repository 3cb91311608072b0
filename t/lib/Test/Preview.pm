# The page that tests about caches and protocols serve, and what has become of it: whole, wholly stripped, or neither.
#
#   $httpd->doc('page.html', full('news'));
#   is kind($httpd->get('/page.html', @PREVIEW)->{content}, 'news'), 'stripped';
#
# The page holds two things to remove, one in the head and one at the very end, so that a page which is cut off or put
# together from two answers is neither.
package Test::Preview;

use strict;
use warnings;
use Exporter 'import';

our @EXPORT = qw(@PREVIEW @PRERENDER @PREFETCH $TAG $PIXEL full clean left unheld kind unzip);

our @PREVIEW = ('X-Purpose' => 'preview');
our @PRERENDER = ('Sec-Purpose' => 'prefetch;prerender', 'Sec-Fetch-Dest' => 'document', 'Sec-Fetch-Mode' => 'navigate');
our @PREFETCH = ('Sec-Purpose' => 'prefetch', @PRERENDER[2 .. 5]);
our $TAG = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST"></script>';
our $PIXEL = '<noscript><img height="1" width="1" src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"/></noscript>';

sub _page {
    my ($name, $head, $body, $size) = @_;
    my $text = join '', map { "<p>Paragraph $_ of the page $name, with <b>text</b> &amp; more.</p>\n" } 1 .. 40;

    $text x= 1 + int($size / length $text) if $size;
    return "<!DOCTYPE html>\n<html><head><title>$name</title>\n$head\n</head>\n<body>\n$text$body\n</body></html>\n";
}

# The page of this name with its analytics, of about $size bytes if that is given; and the same without.
sub full {
    my ($name, $size) = @_;
    return _page($name || 'page', $TAG, $PIXEL, $size);
}

sub clean {
    my ($name, $size) = @_;
    return _page($name || 'page', '', '', $size);
}

# What is left when the module's own comments and stubs are taken away.
sub left {
    my ($content) = @_;
    $content =~ s/<script data-xpurpose="[\w-]+"[^>]*>.*?<\/script>//gs;
    $content =~ s/<!--xpurpose: [\w-]+-->//g;
    return $content;
}

# A held page without what has been put in: there is nothing else to take back.
sub unheld {
    my ($content) = @_;
    $content =~ s/<(script|noscript) data-xpurpose="hold"[^>]*>.*?<\/\1>//gs;
    $content =~ s/ type="xpurpose\/held"//g;
    $content =~ s/ data-xpurpose-(?:gate|makes)="[^"]*"//g;
    $content =~ s/ \Kdata-xpurpose-(?=(?:type|src|srcset|srcdoc)\b)//g;
    return $content;
}

# 'full', 'stripped', 'held', or what else it is.
sub kind {
    my ($content, $name, $size) = @_;
    return 'nothing' unless defined $content && length $content;
    return 'full' if $content eq full($name, $size);
    return 'stripped' if left($content) eq clean($name, $size) && $content =~ /<!--xpurpose:/;
    return 'held' if unheld($content) eq full($name, $size) && $content =~ /<script data-xpurpose="hold"/;
    return 'neither: ' . (length $content > 120 ? substr($content, 0, 60) . ' ... ' . substr $content, -60 : $content);
}

# An answer's content, unpacked if it says that it is packed with gzip.
sub unzip {
    my ($r) = @_;
    return $r->{content} if ($r->{headers}{'content-encoding'} || '') ne 'gzip';
    require IO::Uncompress::Gunzip;
    my $plain;
    IO::Uncompress::Gunzip::gunzip(\$r->{content} => \$plain, MultiStream => 1) or return '';
    return $plain;
}

1;
