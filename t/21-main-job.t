# The main job on one page of 105 KB: five vendors' snippets go, the same strings elsewhere stay, and nothing else changes: from a
# file, with a bucket border at every byte, in 7-byte chunks from a backend, and in a stream of 300 MB.
use strict;
use warnings;
use Test::Backend;
use Test::Httpd;
use Test::More;

my @PREVIEW = ('X-Purpose' => 'preview');

# ---- The page ---------------------------------------------------------------------------------------------------------

# vendor => elements, each of which leaves a comment in its place.
my @SNIPPETS = (
    ['google-analytics', '<script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST000001"></script>'],
    ['google-analytics', <<'JS' =~ s/\n\z//r],
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());
  gtag('config', 'G-TEST000001');
</script>
JS
    ['google-analytics', <<'JS' =~ s/\n\z//r],
<script>
(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){
(i[r].q=i[r].q||[]).push(arguments)},i[r].l=1*new Date();a=s.createElement(o),
m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)
})(window,document,'script','https://www.google-analytics.com/analytics.js','ga');
ga('create', 'UA-1000001-1', 'auto');
ga('send', 'pageview');
</script>
JS
    ['adobe-analytics', <<'JS' =~ s/\n\z//r],
<script type="text/javascript"><!--
s.pageName="home"; s.channel="front"; s.prop1="a"; s.eVar1="b";
var s_code=s.t();if(s_code)document.write(s_code)//--></script>
JS
    ['google-tag-manager', <<'HTML' =~ s/\n\z//r],
<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-TEST01"
height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>
HTML
    ['meta-pixel', <<'HTML' =~ s/\n\z//r],
<noscript><img height="1" width="1" style="display:none"
src="https://www.facebook.com/tr?id=100000000000001&ev=PageView&noscript=1"/></noscript>
HTML
);

my $strings = join ' ', map { $_->[1] =~ tr/\n/ /r } @SNIPPETS;
my $escaped = $strings =~ s/&/&amp;/gr =~ s/</&lt;/gr =~ s/"/&quot;/gr;
my @DECOYS = (
    "<p>Paste this: $escaped</p>\n",
    '<!-- ' . ($strings =~ s/--/- -/gr) . " -->\n",
    qq{<div data-snippet="$escaped" title='$escaped'>x</div>\n},
    '<script type="application/ld+json">{"text":"' . ($strings =~ s/"/\\"/gr =~ s/<\/script/<\\\/script/gr =~ s/<!--/<\\!--/gr) . "\"}</script>\n",
    "<textarea rows=3>$strings</textarea>\n",
);

my (@page, @want);
sub both { push @page, $_[0]; push @want, $_[0]; return }

both("<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n<title>A page</title>\n");
my @todo = @SNIPPETS;
my $filler = 0;
sub snippet {
    my $s = shift @todo or return;
    push @page, "$s->[1]\n";
    push @want, "<!--xpurpose: $s->[0]-->\n";
    return;
}
snippet() for 1 .. 3;
both("</head>\n<body class=front>\n");
while (length(join '', @page) < 105_000) {
    $filler++;
    both(qq{<article id=a$filler><h2><a href="/story/$filler">Story $filler</a></h2><p class='lead'>Some words on }
        . join(' ', map { "word$_" } 1 .. 40) . qq{.</p><img src="/i/$filler.jpg" alt="a > b"></article>\n});
    both($DECOYS[$filler / 20]) if $filler % 20 == 0 && $DECOYS[$filler / 20];
    snippet() if $filler % 60 == 30;
    both("<script>var n$filler = $filler < 3 && document.title;</script>\n") if $filler % 50 == 0;
}
snippet() while @todo;
both($DECOYS[0] . "</body>\n</html>\n");
my ($page, $want) = map { join '', @$_ } \@page, \@want;
cmp_ok length $page, '>', 105_000, 'a page of 105 KB';
is scalar(() = $want =~ /<!--xpurpose: /g), scalar @SNIPPETS, 'with five snippets in six elements';

# ---- The servers ------------------------------------------------------------------------------------------------------

my $chunks = join '', map { sprintf("%x\r\n%s\r\n", length, $_) } $page =~ /.{1,7}/gs;
my $backend = Test::Backend->new(
    { '/page.html' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n"] });
my @bucketeer = grep { Test::Httpd->has_module($_) } 'bucketeer';    # not every distribution has it
my $httpd = Test::Httpd->new(modules => [@bucketeer, qw(proxy proxy_http cgi)], conf => <<"CONF");
XPurpose On
XPurposeStubs Off
ProxyPass /backend/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=On
<Location "/cut/">
    <IfModule mod_bucketeer.c>
        SetOutputFilter BUCKETEER
    </IfModule>
</Location>
CONF
$httpd->doc('page.html', $page);
$httpd->doc('cut/page.html', Test::Httpd::bordered($page));
$httpd->cgi('stream.cgi', <<'CGI');
#!/usr/bin/perl
print "Content-Type: text/html\n\n<!DOCTYPE html><body>\n";
my $block = join '', map { "<p>line $_ of text</p><script>var a$_ = 'x';</script>\n" } 1 .. 2000;
my $snippet = "<script src=\"https://www.google-analytics.com/ga.js\"></script>\n";
my $times = int($ENV{QUERY_STRING} * 1e6 / length $block);
print $block, $snippet for 1 .. $times;
CGI
$httpd->start;

# ---- The same page, whichever way it comes ---------------------------------------------------------------------------------

for my $path ('/page.html', @bucketeer ? '/cut/page.html' : (), '/backend/page.html') {
    my $view = $httpd->get($path);
    ok $view->{content} eq $page, "$path: without the header it is the page, byte for byte";
    my $preview = $httpd->get($path, @PREVIEW);
    ok $preview->{content} eq $want, "$path: with it, these five are gone, and comments stand in their place";
    diag difference($preview->{content}) if $preview->{content} ne $want;
    is $httpd->notes($preview)->{cut}, scalar @SNIPPETS, "$path: so the notes say";
}

sub difference {
    my ($got) = @_;
    my $at = 0;
    $at++ while $at < length $got && substr($got, $at, 1) eq substr $want, $at, 1;
    return 'from ' . $at . ': ' . substr($got, $at, 200) . "\nnot: " . substr $want, $at, 200;
}

# ---- A stream ------------------------------------------------------------------------------------------------------------------

# Reads a stream of so many megabytes; returns how many bytes of it came, and whether anything of Google's did.
sub drink {
    my ($megabytes) = @_;
    my $client = $httpd->client;
    my ($total, $seen, $bytes) = (0, 0);

    $client->send_raw("GET /stream.cgi?$megabytes HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Purpose: preview\r\nConnection: close\r\n\r\n");
    while (my $n = sysread $client->socket, $bytes, 1 << 20) {
        $total += $n;
        $seen ||= $bytes =~ /google-analytics\.com/;
    }
    $client->close;
    return ($total, $seen);
}

sub peak { my ($largest) = sort { $b <=> $a } map { Test::Httpd->memory($_, 'VmHWM') || 0 } $httpd->children; return $largest }

drink(10) for 1 .. 3;
my ($total, $seen, $grown);
for (1 .. 3) {    # a kernel may count pages in batches, and tell them late
    my $before = peak();
    ($total, $seen) = drink(300);
    $grown = peak() - $before;
    last if $grown < 1024;
}
cmp_ok $total, '>', 290e6, "a stream of $total bytes";
ok !$seen, 'without analytics';
SKIP: {
    skip 'a sanitizer keeps freed memory for a while', 1 if { $httpd->_environment }->{LD_PRELOAD};
    cmp_ok $grown, '<', 1024, "raises the child's peak memory by $grown KiB";
}

$httpd->stop;
done_testing;
