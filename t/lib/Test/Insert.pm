# Pages with the places where a site's own snippets go (XPurposeInsert), and what has become of one.
#
#   my $page = "<!DOCTYPE html><html><head>{head-start}<title>t</title>{head-end}</head><body><p>text</p>{body-end}</body></html>";
#   $httpd->doc('page.html', plain($page));
#   is $httpd->get('/page.html')->{content}, filled($page, 'head-end' => $SNIPPET);
#
# What goes in is exactly the text, so what comes out is known to the byte.
package Test::Insert;

use strict;
use warnings;
use Exporter 'import';

our @EXPORT = qw(%TEXT $SNIPPET @PLACES plain filled insert suffix untagged say_this);

our @PLACES = qw(head-start head-end body-end);

# A text for each place. No vendor of the catalogue is in them, and no quote that would have to be escaped in a configuration.
our %TEXT = (
    'head-start' => '<script>window.siteStarts = "start.site.example";</script>',
    'head-end' => '<script async src="https://count.site.example/end.js" data-site="site-1"></script>',
    'body-end' => '<script src="https://count.site.example/body.js" data-site="site-2"></script><noscript><img src="/count.gif" alt=""></noscript>',
);
our $SNIPPET = $TEXT{'head-end'};

# The page without the places.
sub plain { return filled($_[0]) }

# The page with these texts in their places.
sub filled {
    my ($page, %text) = @_;
    $page =~ s/\{(head-start|head-end|body-end)\}/$text{$1} \/\/ ''/ge;
    return $page;
}

# Lines of a configuration that insert these texts.
sub insert {
    my (@lines) = @_;
    my $conf = '';
    while (my ($place, $text) = splice @lines, 0, 2) {
        $conf .= "XPurposeInsert $place '$text'\n";
    }
    return $conf;
}

# The suffix of an inserted page's entity tag, or undef; and the tag without it.
sub suffix { return ($_[0]{headers}{etag} // '') =~ /(-xp[0-9a-f]{12})(?:-gzip|-br)?"$/ ? $1 : undef }
sub untagged { return $_[0] =~ s/-xp[0-9a-f]{12}(?=(?:-gzip|-br)?"$)//r }

# A header for programs of the tests' own, which answer with the fields that it has.
sub say_this { return ('X-Say' => join('', map { "$_\n" } @_) =~ s/([^\w-])/sprintf '%%%02x', ord $1/ger) }

1;
