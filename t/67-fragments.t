# Pages that mod_include makes of fragments: they are read as one, their fragments know the class, and a fragment by itself is a response
# like any other. The lines of docs/backends.md that leave fragments out are among them.
use strict;
use warnings;
use Test::Backend;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Recipe;

my $recipes = Test::Recipe->new('docs/backends.md');
my $fragments = $recipes->lines('<!--#include virtual="/analytics.html"');
my $header = $recipes->lines('RequestHeader set   XPurpose');

my $backend = Test::Backend->new({ '/fragment' => sub {
    my ($socket, $head) = @_;
    my $class = $head =~ /^XPurpose: (.*?)\r/mi ? $1 : 'none';
    print {$socket} "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n[proxied: $class]";
} });
my $httpd = Test::Httpd->new(modules => [qw(include cgi headers proxy proxy_http)], conf => <<"CONF");
XPurpose On
XPurposeAction prerender Hold
XPurposeAction prefetch  Hold
$header
ProxyPass /app/ http://127.0.0.1:@{[$backend->port]}/
<Directory %DOCS%>
    Options +Includes
    AddType text/html .shtml
    AddOutputFilter INCLUDES .shtml
</Directory>
<Directory %DOCS%/off>
    XPurpose Off
</Directory>
CONF
my $counted = $httpd->writable('counted') . '/views';
my $page = sub { return "<!DOCTYPE html><html><head><title>t</title>$_[0]</head><body>x</body></html>" };
my $snippet = "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('config','G-TEST');";
my ($begin, $end) = $snippet =~ /^(.*\})(.*)$/;
$httpd->doc('asks.shtml', $page->("$fragments<!--#include virtual=\"/app/fragment\" -->"));
$httpd->doc('whole.shtml', $page->(join '', map { qq{<!--#include virtual="/$_.html" -->} } qw(off/tag begin end)));
$httpd->doc('off/page.shtml', $page->('<!--#include virtual="/analytics.html" -->'));
$httpd->doc('begin.html', "<script>$begin");
$httpd->doc('end.html', "$end</script>");
$httpd->doc($_, $TAG) for qw(analytics.html off/tag.html);
$httpd->cgi('count.cgi', "#!/bin/sh\nprintf . >>'$counted'\nprintf 'Content-Type: text/html\\n\\n[counted]'\n");
$httpd->start;

# ---- Fragments that are left out ----

for my $case (['a view', 'none', 1], ['a preview', 'preview', 0, @PREVIEW], ['a prerender', 'prerender', 1, @PRERENDER]) {
    my ($name, $class, $counts, @headers) = @$case;
    my $before = -s $counted || 0;
    my $content = $httpd->get('/asks.shtml', @headers)->{content};
    is $content =~ /\[counted\]/ ? 1 : 0, $counts, "$name: the program that counts";
    is +(-s $counted || 0) - $before, $counts, '... is asked, or is not';
    is unheld($content) =~ /\Q$TAG\E/ ? 1 : 0, $counts, '... the analytics';
    unlike $content, qr/<!--xpurpose/, '... nothing had to be taken out';
    like $content, qr/\[proxied: $class\]/, '... a proxied fragment knows the class';
}

# ---- One page ----

my $full = $page->("$TAG<script>$snippet</script>");
is $httpd->get('/whole.shtml')->{content}, $full, 'a page of fragments';
my $preview = $httpd->get('/whole.shtml', @PREVIEW);
is left($preview->{content}), $page->(''), '... for a preview has nothing of them: one lies where it is Off, two make one element';
is $httpd->notes($preview)->{cut}, 2, '... and two elements are counted';
my $held = $httpd->get('/whole.shtml', @PRERENDER)->{content};
is unheld($held), $full, '... and for a prerender it is held';
like $held, qr/data-xpurpose="hold"/, '... as one';
is $httpd->get('/off/page.shtml', @PREVIEW)->{content}, $page->($TAG), 'a page where it is Off keeps what comes from where it is On';

# ---- Fragments by themselves ----

my @fetched = ('Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'cors');
is $httpd->get('/analytics.html')->{content}, $TAG, 'a fragment';
is left($httpd->get('/analytics.html', @PREVIEW)->{content}), '', '... for a preview is stripped';
for my $case (['that says preview', @PREVIEW], ['in a prerendered page', 'Sec-Purpose' => 'prefetch;prerender']) {
    my ($name, @headers) = @$case;
    my $r = $httpd->get('/analytics.html', @headers, @fetched);
    is $r->{content}, $TAG, "... for a script $name is what it was";
    my $verdict = $httpd->notes($r)->{verdict};
    like $verdict, qr/^passed:/, "... $verdict";
}

$httpd->stop;
done_testing;
