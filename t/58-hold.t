# Pages that are held: which requests get one, and what its headers are. What waits in it is the engine's business, and what a browser
# makes of it is in other tests.
use strict;
use warnings;
use Compress::Zlib ();
use Test::Backend;
use Test::Http2;
use Test::Httpd;
use Test::More;
use Test::Preview;

my $page = full();
my $length = length $page;
my @ahead = @PRERENDER[0, 1];
my @ours = qw(etag last-modified accept-ranges content-md5 digest content-digest repr-digest unencoded-digest signature signature-input);

# Sends the fields that the request's X-Say has, and tells what it was asked with. As frameworks do, it knows conditions and ranges.
my $cgi = <<'PERL' . $page;
#!/usr/bin/perl
read STDIN, my $body, $ENV{CONTENT_LENGTH} || 0;
my $said = $ENV{HTTP_X_SAY} // '';
$said =~ s/%(..)/chr hex $1/ge;
print "Content-Type: text/html\nETag: \"cgi\"\nLast-Modified: Sat, 01 Jan 2000 00:00:00 GMT\nAccept-Ranges: bytes\n$said";
print 'X-Seen: ', join(' ', grep { /^HTTP_(?:IF_|RANGE|ACCEPT_ENCODING)/ } sort keys %ENV), "\n";
if ($ENV{HTTP_IF_NONE_MATCH}) {
    print "Status: 304\n\n";
} elsif ($ENV{HTTP_RANGE}) {
    print "Status: 206\nContent-Range: bytes 0-9/999\n\n<!DOCTYPE ";
} else {
    print "\n", do { local $/; <DATA> };
}
__END__
PERL

my $fragment = "<div>$TAG</div>" . '<p>more</p>' x 100;
my $validators = "ETag: \"b\"\r\nLast-Modified: Sat, 01 Jan 2000 00:00:00 GMT\r\nAccept-Ranges: bytes\r\n";
my $backend = Test::Backend->new({
    (map { $_ => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${validators}Content-Length: $length\r\n\r\n$page"] } '/page', '/File:Map.png'),
    '/aged' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${validators}Age: 7\r\nExpires: Fri, 01 Jan 2038 00:00:00 GMT\r\nCache-Control: s-maxage=9\r\nCache-Control: max-age=60, public\r\n"
        . "X-Accel-Expires: 9\r\nCDN-Cache-Control: max-age=9\r\nX-My-Cache-Control: max-age=9\r\nSurrogate-Control: max-age=9, content=\"ESI/1.0\"\r\nEdge-Control: cache-maxage=1h, dca=esi\r\n"
        . join('', map { "$_: x\r\n" } qw(Content-Digest Repr-Digest Digest Content-MD5 Signature Signature-Input Unencoded-Digest)) . "Content-Length: $length\r\n\r\n$page"],
    '/chunked' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${validators}Transfer-Encoding: chunked\r\nTrailer: ETag\r\n\r\n",
        (map { sprintf "%x\r\n%s\r\n", length $_, $_ } $page =~ /(.{1,999})/gs), "0\r\nETag: \"x\"\r\nContent-Digest: x\r\n\r\n"],
    '/gzip' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n$validators\r\n" . Compress::Zlib::memGzip($page)],
    '/br' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n$validators\r\nnot looked at"],
    '/half' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${validators}Content-Length: $length\r\n\r\n" . substr $page, 0, 2000],
    '/reset' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${validators}Content-Length: $length\r\n\r\n" . substr($page, 0, 2000), \0.2, \'reset'],
    '/304' => ["HTTP/1.1 304 Not Modified\r\n$validators\r\n"],
    '/206' => ["HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\n${validators}Content-Range: bytes 0-9/999\r\nContent-Length: 10\r\n\r\n<!DOCTYPE "],
    '/no-transform' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCache-Control: public, no-transform\r\n$validators\r\n$page"],
    '/utf16' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-16\r\nCache-Control: public, max-age=9\r\n$validators\r\n$page"],
    '/fragment' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCache-Control: public, max-age=9, stale-if-error=9\r\nX-Accel-Expires: 9\r\n$validators\r\n$fragment"],
    '/hints' => ["HTTP/1.1 103 Early Hints\r\nLink: <https://www.googletagmanager.com/gtag/js>; rel=preload; as=script\r\n\r\n", \0.1,
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nLink: <https://www.googletagmanager.com/gtag/js>; rel=preload; as=script\r\nContent-Length: $length\r\n\r\n$page"],
    '/404' => ["HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n${validators}Content-Length: $length\r\n\r\n$page"],
});
my $h2 = Test::Httpd->has_module('http2');
my $httpd = Test::Httpd->new(modules => [qw(headers include cgi env setenvif rewrite deflate filter proxy proxy_http), $h2 ? 'http2' : ()], log_level => 'warn xpurpose:trace1', conf => <<"CONF");
XPurpose On
XPurposeAction prerender Hold
XPurposeAction prefetch Hold
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
ErrorDocument 404 /error.html
@{[$h2 ? "Protocols h2c http/1.1\nH2EarlyHints On" : '']}
<Directory %DOCS%>
    Options +Includes
    AddType text/html .shtml
    AddOutputFilter INCLUDES .shtml
</Directory>
<Location /packed/>
    SetOutputFilter DEFLATE
</Location>
<Location /set/>
    Header set Cache-Control "public, max-age=5"
</Location>
<Location /always/>
    Header always set Cache-Control "max-age=6, immutable"
    Header add Cache-Control "stale-while-revalidate=1, no-cache"
</Location>
<Location /expr/>
    Header set Cache-Control "expr=s-maxage=1, max-age=7"
</Location>
<Location /novary/>
    XPurposeVary Off
</Location>
<Location /dry/>
    XPurpose DryRun
</Location>
<Location /off/>
    XPurpose Off
</Location>
<Location /pass/>
    XPurposeAction prerender Pass
    XPurposeAction prefetch Pass
</Location>
<Location /strip/>
    XPurposeAction prerender Strip
</Location>
<Location /ungated/>
    XPurposeGate Off
</Location>
<Location /policy/>
    Header set Content-Security-Policy "script-src 'self'"
</Location>
<Location /policy-always/>
    Header always set Content-Security-Policy "script-src 'self'"
</Location>
SetEnvIf Request_URI ^/env/ no-xpurpose
RewriteEngine On
RewriteRule ^/rewritten\$ /page.html [PT]
<Location /moved>
    RewriteEngine On
    RewriteRule ^ /page.html [L]
</Location>
RequestHeader set Sec-Fetch-Dest document "expr=%{REQUEST_URI} =~ m#^/tampered/#"
XPurposeSignal view X-Tester *
XPurposeSignal prerender X-Ahead *
XPurposeSignal prerender Sec-Purpose "prefetch;mine"
XPurposeSignal agent Sec-Purpose "prefetch;agent"
CONF
$httpd->doc($_, $page) for qw(page.html error.html dir/index.html part.html), map { "$_/page.html" } qw(packed set always expr novary dry off pass strip ungated env tampered policy policy-always);
$httpd->doc('page.shtml', '<!--#include virtual="/part.html" -->');
$httpd->doc($_, $fragment) for qw(fragment.html policy/fragment.html);
$httpd->doc('style.css', 'body{}');
$httpd->doc('clean.html', "<!DOCTYPE html><title>clean</title><p>x");
$httpd->cgi('page.cgi', $cgi);
$httpd->start;

sub vary { return join ' ', sort split /,\s*/, $_[0]{headers}{vary} // '' }

# ---- Which requests ----

my $full_vary = 'HX-Preloaded Purpose Sec-Fetch-Dest Sec-Fetch-Mode Sec-Purpose Signature-Agent X-Ahead X-FB-HTTP-Engine X-Moz X-Purpose X-Sec-Purpose X-Tester';
my $held_vary = 'Sec-Fetch-Dest Sec-Purpose X-Purpose';
my $mode_vary = 'Sec-Fetch-Dest Sec-Fetch-Mode Sec-Purpose X-Purpose'; # of what the mode decides about
my @requests = (
    ['a view', [], undef, 'Sec-Purpose X-Purpose'],
    ['a view of a document', [@PRERENDER[2 .. 5]], undef, 'Sec-Purpose X-Purpose'],
    ['a prerender', \@PRERENDER, 'held', $held_vary],
    ['a prefetch', \@PREFETCH, 'held', $held_vary],
    ['a preview', \@PREVIEW, 'stripped', $full_vary],
    ['a preview that is prerendered', [@PREVIEW, @PRERENDER], 'held', $full_vary],
    (map { ["for $_", [@ahead, 'Sec-Fetch-Dest' => $_], 'held', $held_vary] } qw(document iframe frame), 'document;x=1;y', ' document '),
    ['empty, and navigates', [@ahead, 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'navigate'], 'held', $mode_vary],
    ['empty, and navigates with parameters', [@ahead, 'Sec-Fetch-Dest' => 'empty;a', 'Sec-Fetch-Mode' => 'navigate;b=1'], 'held', $mode_vary],
    ['untold', [@ahead], 'held', $held_vary],
    ['untold, and only a mode', [@ahead, 'Sec-Fetch-Mode' => 'no-cors'], 'held', $held_vary],
    (map { ["empty, $_", [@ahead, 'Sec-Fetch-Dest' => 'empty', length $_ ? ('Sec-Fetch-Mode' => $_) : ()], 'passed:fragment', $mode_vary] }
        '', qw(no-cors cors same-origin Navigate "navigate"), 'navigate,navigate', 'navigate, cors', 'x' x 8000),
    ['empty, and two modes', [@ahead, 'Sec-Fetch-Dest' => 'empty', ('Sec-Fetch-Mode' => 'navigate') x 2], 'passed:fragment', $mode_vary],
    (map { ["for $_", [@ahead, 'Sec-Fetch-Dest' => $_, 'Sec-Fetch-Mode' => 'navigate'], 'passed:fragment', $held_vary] }
        'fencedframe', 'object', 'embed', 'nonesuch', 'Document', 'DOCUMENT', '"document"', 'document, document', 'document,iframe', 'document;', 'document document', "document\x80", '?1', ''),
    ['for much', [@ahead, 'Sec-Fetch-Dest' => 'document' . ';a' x 4000], 'held', $held_vary],
    ['for much that is nothing', [@ahead, 'Sec-Fetch-Dest' => 'document' . ',a' x 4000], 'passed:fragment', $held_vary],
    ['for a document, twice', [@ahead, ('Sec-Fetch-Dest' => 'document') x 2], 'passed:fragment', $held_vary],
    (map { ["for $_", [@ahead, 'Sec-Fetch-Dest' => $_], 'passed:not-html', $held_vary] } qw(image script style font video worker json)),
    ['Sec-Purpose twice', [@PRERENDER, @ahead], 'held', $held_vary],
    ['a prefetch and a prerender', ['Sec-Purpose' => 'prefetch, prefetch;prerender', @PRERENDER[2 .. 5]], 'held', $held_vary],
    ['a prefetch by a proxy', ['Sec-Purpose' => 'prefetch;anonymous-client-ip', @PRERENDER[2 .. 5]], 'held', $held_vary],
    ['a prerender that is none', ['Sec-Purpose' => 'prefetch;prerender=?0', @PRERENDER[2 .. 5]], 'held', $held_vary],
    ["the site's own parameter", ['Sec-Purpose' => 'prefetch;mine', @PRERENDER[2 .. 5]], 'held', $held_vary],
    (map { ["Sec-Purpose: $_", ['Sec-Purpose' => $_, @PRERENDER[2 .. 5]], undef, 'Sec-Purpose X-Purpose'] } '', 'preview', 'prefetch;prerender,', '"prefetch"', 'prefetch;' x 900),
    (map { ["$_->[0]: $_->[1]", [@$_, @PRERENDER[2 .. 5]], 'passed:unsupported', 'Sec-Purpose X-Purpose'] } [Purpose => 'prefetch'], ['X-Moz' => 'prefetch'], ['X-Sec-Purpose' => 'prefetch'], ['HX-Preloaded' => 'true'], ['X-Ahead' => '1']),
    ['X-Purpose: prefetch', ['X-Purpose' => 'prefetch', @PRERENDER[2 .. 5]], 'passed:unsupported', $held_vary],
    ['Facebook', ['X-Purpose' => 'preview', 'X-FB-HTTP-Engine' => 'Liger'], 'passed:unsupported', $full_vary],
    ['a script that shows a preview', ['X-Purpose' => 'preview', 'Sec-Fetch-Dest' => 'empty'], 'passed:unsupported', $full_vary],
    ['a prerender that another header has told of first', [@PRERENDER, 'X-Purpose' => 'prefetch'], 'passed:unsupported', $full_vary],
    ["a prerender that the site's own rule has told of first", [@PRERENDER, 'X-Ahead' => '1'], 'passed:unsupported', $full_vary],
    ['an exception', [@PRERENDER, 'X-Tester' => '1'], undef, $full_vary],
    ['Sec-Purpose for a class that cannot be held', ['Sec-Purpose' => 'prefetch;agent', @PRERENDER[2 .. 5]], undef, $held_vary],
);
for (@requests) {
    my ($name, $headers, $verdict, $vary) = @$_;
    my $r = $httpd->get('/page.html', @$headers);
    my $kind = ($verdict // '') =~ /^(?:held|stripped)$/ ? $verdict : 'full';

    is $httpd->notes($r)->{verdict}, $verdict, "$name: " . ($verdict // 'nothing to be said');
    is kind($r->{content}), $kind, "$name: $kind";
    is vary($r), $vary, "$name: Vary";
    is $r->{headers}{'cache-control'}, { held => 'private', stripped => 'private, no-store' }->{$kind}, "$name: Cache-Control";
    is exists $r->{headers}{etag}, $kind eq 'full', "$name: ETag or not";
    ok $r->{complete} && $r->{framing} eq 'length', "$name: its length is known";
}

is $httpd->notes($httpd->get('/tampered/page.html', @ahead, 'Sec-Fetch-Dest' => 'empty'))->{verdict}, 'passed:fragment', 'what came over the wire counts, not what the server makes of it';

# ---- Which answers ----

my %held = (cgi => '/page.cgi', ssi => '/page.shtml', rewritten => '/rewritten', moved => '/moved', backend => '/b/page', chunked => '/b/chunked', gzip => '/b/gzip', missing => '/none.html',
    '404 of a backend' => '/b/404', 'without a gate' => '/ungated/page.html', aged => '/b/aged', 'packed behind' => '/packed/page.html', 'no Vary' => '/novary/page.html');
for my $name (sort keys %held) {
    my $path = $held{$name};
    for my $class (\@PRERENDER, \@PREFETCH, [@ahead]) {
        my $r = $httpd->get($path, @$class, 'Accept-Encoding' => 'gzip', 'If-None-Match' => '"cgi"', 'If-Modified-Since' => 'Fri, 01 Jan 2038 00:00:00 GMT', Range => 'bytes=0-9');
        is kind(unzip($r)), 'held', "$name, @$class[0 .. 1]: held";
        like $r->{headers}{'cache-control'}, qr/^private(?!.*(?:public|no-store|s-maxage))/, "$name: private, and may be kept";
        is_deeply [grep { exists $r->{headers}{$_} } @ours], [], "$name: nothing tells of the plain page's bytes";
        like vary($r), qr/\bSec-Fetch-Dest\b.*\bSec-Purpose\b/, "$name: Vary";
        is $r->{headers}{'x-seen'}, '', "$name: conditions, ranges and codings are hidden" if $name eq 'cgi';
        ok $r->{complete}, "$name: complete";
        my $notes = $httpd->notes($r);
        is $notes->{verdict}, 'held', "$name: the log says so";
        is_deeply [@$notes{qw(cut bytes gated held vendors)}], [0, 0, 0, 1, 'google-analytics'], "$name: one element waits";
    }
    my $view = $httpd->get($path, 'Accept-Encoding' => 'gzip');
    is kind(unzip($view)), 'full', "$name: a view is whole";
    is vary($view) =~ s/Accept-Encoding //r, $name eq 'no Vary' ? '' : 'Sec-Purpose X-Purpose', "$name: ... and says what it depends on";
}
{
    my @asked = grep { /^Sec-Purpose:/mi } $backend->requests;
    cmp_ok scalar @asked, '>=', 12, 'backends are asked';
    is_deeply [grep { /^(?:If-|Range|Accept-Encoding)/mi } @asked], [], '... without conditions, ranges and codings';
}
is $httpd->get('/packed/page.html', @PRERENDER, 'Accept-Encoding' => 'gzip')->{headers}{'content-encoding'}, 'gzip', 'what leaves is packed';
is $httpd->get('/none.html', @PRERENDER)->{status}, 404, 'an error stays one';

my @passes = (
    ['/clean.html', 'clean', 'private'], ['/style.css', 'passed:not-html', undef], ['/b/br', 'passed:encoded', 'private'],
    ['/b/206', 'passed:partial', 'private'], ['/b/no-transform', 'passed:no-transform', 'private, no-transform'], ['/b/utf16', 'passed:charset', 'private, max-age=9'],
    ['/off/page.html', 'passed:off', undef], ['/env/page.html', 'passed:off', undef], ['/dry/page.html', 'dryrun', undef], ['/pass/page.html', undef, undef],
    ['/strip/page.html', 'stripped', 'private, no-store'],
);
for (@passes) {
    my ($path, $verdict, $control) = @$_;
    my $r = $httpd->get($path, @PRERENDER);
    is $httpd->notes($r)->{verdict}, $verdict, "$path: " . ($verdict // 'no verdict');
    is $r->{headers}{'cache-control'}, $control, "$path: Cache-Control is " . ($control // 'as it was');
    unlike $r->{content}, qr/xpurpose/, "$path: nothing is put in" unless $path =~ /strip/;
    is $httpd->get($path, @PRERENDER, 'If-None-Match' => $r->{headers}{etag})->{status}, 304, "$path: conditions count" if $path =~ /style|off|env|dry|pass/;
}
is $httpd->notes($httpd->get('/dry/page.html', @PRERENDER))->{held}, 1, 'a dry run tells what would wait';
is vary($httpd->get('/dry/page.html', @PRERENDER)), '', '... and says nothing in Vary';
is vary($httpd->get('/pass/page.html', @PRERENDER)), 'X-Purpose', 'where nothing is held Vary does not name Sec-Purpose';
is vary($httpd->get('/novary/page.html', @PRERENDER[2 .. 5])), '', 'XPurposeVary Off: ordinary pages do not';
is vary($httpd->get('/novary/page.html', @PREFETCH[0, 1], 'Sec-Fetch-Dest' => 'empty')), '', '... nor what passes';
{
    my $r = $httpd->get('/page.html', 'If-None-Match' => $httpd->get('/page.html')->{headers}{etag}, Accept => 'text/html');
    is "$r->{status} " . vary($r), '304 Sec-Purpose X-Purpose', 'a 304 says what a page says';
}

# Whatever passes is asked for as it always is.
for (['a script', [@ahead, 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'cors']], ['a link', [@PREFETCH[0, 1], 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'no-cors']],
    ['an image', [@ahead, 'Sec-Fetch-Dest' => 'image']], ['no browser', [Purpose => 'prefetch']])
{
    my ($name, $headers) = @$_;
    my @asked = ('Accept-Encoding' => 'br, gzip', 'If-None-Match' => '"cgi"', Range => 'bytes=0-9');
    my $r = $httpd->get('/page.cgi', @$headers, @asked);
    is $r->{status}, 304, "what $name asks for: a condition counts";
    is $r->{headers}{etag}, '"cgi"', '... and the validator is there';
    is $httpd->get('/page.cgi', @$headers, @asked[4, 5])->{status}, 206, '... a range does';
    is $httpd->get('/page.cgi', @$headers, @asked[0, 1])->{headers}{'x-seen'}, 'HTTP_ACCEPT_ENCODING', '... and so does a coding';
    is $httpd->get('/style.css', @$headers, @asked[4, 5])->{status}, 206, '... of a file, too';
}

# A name that pages' parts have, and a program that answers: where nothing else is told the request stays, and a page is held all the same.
{
    my $r = $httpd->get('/b/File:Map.png', @ahead, 'Accept-Encoding' => 'br', 'If-None-Match' => '"x"');
    is kind($r->{content}), 'held', 'a page that is called as an image is';
    like + ($backend->requests)[-1], qr/^Accept-Encoding: br\r\n.*^If-None-Match: "x"\r\n/ms, '... and is asked for like one';
    is kind($httpd->get('/b/File:Map.png', @PRERENDER, 'If-None-Match' => '"x"')->{content}), 'held', 'the browser says that it is a document';
    unlike + ($backend->requests)[-1], qr/^If-None-Match/m, '... and it is asked for as one';
}

# What a script fetches into a page is known by its first tag where no browser tells.
for my $path ('/fragment.html', '/b/fragment') {
    my $r = $httpd->get($path, @ahead);
    is $httpd->notes($r)->{verdict}, 'passed:fragment', "$path: passes where nothing tells that it is a document";
    is $r->{content}, $fragment, '... as it is';
    ok $r->{headers}{etag}, '... with its validator';
    is $r->{headers}{'cache-control'}, $path =~ /b/ ? 'private, max-age=9' : 'private', '... for this browser, since the request was changed for it';
    is $r->{headers}{'x-accel-expires'}, undef, '... whatever other caches were told';
    is $httpd->notes($httpd->get($path, @PRERENDER))->{verdict}, 'held', "$path: is held where the browser says that it is one";
}

# ---- Methods ----

{
    my ($get, $head) = ($httpd->get('/page.html', @PRERENDER), $httpd->head('/page.html', @PRERENDER));
    my $fields = sub { return [sort map { "$_->[0]: $_->[1]" } grep { $_->[0] !~ /^(?:Date|Content-Length|Transfer-Encoding)$/ } @{ $_[0]{list} }] };
    is_deeply $fields->($head), $fields->($get), 'HEAD has the headers of GET';
    is $httpd->notes($httpd->request('POST', '/page.cgi', headers => \@PRERENDER, body => 'x'))->{verdict}, 'passed:method', 'POST passes';
    is $httpd->notes($httpd->request('POST', '/none.html', headers => \@PRERENDER, body => 'x'))->{verdict}, 'passed:method', '... and so does the error document that it gets';
}

# ---- Cache-Control ----

my $hostile = join ', ', map { "x$_=\"public, $_\"" } 1 .. 300;
my @control = (
    # what the page says; what the held one says
    [[], 'private'], [[''], 'private'], [['public'], 'private'], [['private'], 'private'], [['PRIVATE, Max-Age=60'], 'private, Max-Age=60'],
    [['max-age=60, public, must-revalidate'], 'private, max-age=60, must-revalidate'], [['no-cache'], 'private, no-cache'],
    [['no-store'], 'private, no-store'], [['no-store, max-age=0, no-transform, must-understand'], 'private, no-store, max-age=0, no-transform, must-understand'],
    [['public, s-maxage=60, max-age=30, stale-while-revalidate=9, stale-if-error=9, Stale-New=1, immutable'], 'private, max-age=30'],
    [['max-age=1', 's-maxage=9,, public', 'foo=bar, proxy-revalidate'], 'private, max-age=1, foo=bar, proxy-revalidate'],
    [['private="X-Foo, public", no-cache="Set-Cookie, s-maxage=1", max-age=5'], 'private, no-cache="Set-Cookie, s-maxage=1", max-age=5'],
    [['no-cache="Set-Cookie, public, max-age=9'], 'private, no-cache'], [['private="X, public, max-age=9'], 'private'], [['max-age="60"'], 'private, max-age="60"'],
    [['x="a\\", public", y'], 'private, x="a\\", public", y'], [['"public", max-age=1'], 'private, max-age=1'], [['publicly, privately, stale, s-maxage-x'], 'private, publicly, privately, stale, s-maxage-x'],
    [['public; max-age=60'], 'private'], [['public max-age=60'], 'private'], [['max-age = 60 , public'], 'private, max-age = 60'], [['=, ;, max-age=1'], 'private, max-age=1'],
    [[$hostile], "private, $hostile"], [['public,' x 2000 . 'max-age=2'], 'private, max-age=2'],
);
for (@control) {
    my ($fields, $want) = @$_;
    my $say = join('', map { "Cache-Control: $_\n" } @$fields) =~ s/([^\w-])/sprintf '%%%02x', ord $1/ger;
    next if length $say > 8000;
    my $r = $httpd->get('/page.cgi', @PRERENDER, 'X-Say' => $say);
    is_deeply [map { $_->[1] } grep { lc $_->[0] eq 'cache-control' } @{ $r->{list} }], [$want], 'Cache-Control: ' . substr join(' | ', @$fields), 0, 80;
}
is $httpd->get('/set/page.html', @PRERENDER)->{headers}{'cache-control'}, 'private, max-age=5', 'what mod_headers sets';
is $httpd->get('/always/page.html', @PRERENDER)->{headers}{'cache-control'}, 'private, no-cache, max-age=6', '... in both of its tables';
is $httpd->get('/expr/page.html', @PRERENDER)->{headers}{'cache-control'}, 'private, max-age=7', '... by an expression';
is $httpd->get('/set/page.html')->{headers}{'cache-control'}, 'public, max-age=5', 'a view has it as it was';
is $httpd->get('/set/page.html', @PREFETCH[0, 1], 'Sec-Fetch-Dest' => 'empty')->{headers}{'cache-control'}, 'public, max-age=5', 'and so has what passes';

# ---- Other fields ----

{
    my $r = $httpd->get('/b/aged', @PRERENDER);
    is $r->{headers}{'cache-control'}, 'private, max-age=60', 'two fields of a backend become one';
    is_deeply [@{ $r->{headers} }{qw(age expires)}], [7, 'Fri, 01 Jan 2038 00:00:00 GMT'], 'Age and Expires stay: the browser counts with them';
    is_deeply [grep { /x-accel-expires|.-cache-control$/ } keys %{ $r->{headers} }], [], 'what single caches are told goes';
    is $r->{headers}{'surrogate-control'}, 'no-store,content="ESI/1.0"', 'Surrogate-Control keeps what tells to process ESI';
    is $r->{headers}{'edge-control'}, 'no-store,dca=esi', 'and so does Edge-Control';
    my $hints = $httpd->get('/b/hints', @PRERENDER);
    is $hints->{headers}{link}, '<https://www.googletagmanager.com/gtag/js>; rel=preload; as=script', 'Link stays';
    is_deeply $hints->{interim}, $httpd->get('/b/hints')->{interim}, 'early hints come as they do for a view: what they load counts nothing until it runs';
    is_deeply $httpd->get('/b/hints', @PREVIEW)->{interim}, [], '... and for a preview they do not';
}

# ---- Policies: the text's hash goes where + stands ----

my ($hash) = do { local (@ARGV, $/) = "$Test::Httpd::ROOT/engine/page/xp_gate.h"; <> =~ /XP_HOLD_HASH\s+"([^"]+)"/ };
my $other = "'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";
my $csp = 'Content-Security-Policy';
my $report = "$csp-Report-Only";
my @policies = (
    ['held', [$csp => "img-src *; frame-ancestors 'self'"]],
    ['held', [$csp => "script-src 'unsafe-inline' 'self' https:"]],
    ['held', [$csp => "script-src 'self' https:+; img-src *"]],
    ['held', [$csp => "default-src 'self'+"]],
    ['passed:csp', [$csp => "script-src 'nonce-r4nd0m' 'strict-dynamic'+; object-src 'none'"]],
    ['passed:csp', [$csp => "script-src 'nonce-r4nd0m' 'strict-dynamic' 'unsafe-inline' https:+"]],
    ['passed:csp', [$csp => "script-src 'strict-dynamic' $other+"]],
    ['held', [$csp => "script-src 'self' $other+", $csp => "default-src 'unsafe-inline', script-src 'self'+"]],
    ['held', [$report => "script-src 'self'+"]],
    ['passed:csp', [$csp => "script-src 'none'"]],
    ['passed:csp', [$csp => 'sandbox allow-same-origin']],
    ['passed:csp', [$csp => "script-src 'strict-dynamic' 'unsafe-inline'"]],
    ['passed:csp', [$csp => "script-src 'unsafe-inline'", $csp => "default-src 'none'"]],
);
sub joined { return join ', ', @_[grep { $_ % 2 } 0 .. $#_] }
sub policies { return [map { lc($_->[0]) => $_->[1] } grep { $_->[0] =~ /^Content-Security-Policy/i } @{ $_[0]{list} }] }
for (@policies) {
    my ($verdict, $fields) = @$_;
    my @plain = map { s/\+(?=;|,|$)//gr } @$fields;
    my @hashed = map { s/\+(?=;|,|$)/ '$hash'/gr } @$fields;
    my $say = join('', map { "$plain[2 * $_]: $plain[2 * $_ + 1]\n" } 0 .. $#plain / 2) =~ s/([^\w-])/sprintf '%%%02x', ord $1/ger;
    my $name = "@$fields[1 .. $#$fields]";
    my $r = $httpd->get('/page.cgi', @PRERENDER, 'X-Say' => $say);

    is $httpd->notes($r)->{verdict}, $verdict, "$name: $verdict";
    is kind($r->{content}), $verdict eq 'held' ? 'held' : 'full', '... and so it is';
    is_deeply $r->{headers}{ lc $fields->[0] }, joined(@hashed), '... with its policies';
    is_deeply $httpd->get('/page.cgi', 'X-Say' => $say)->{headers}{ lc $fields->[0] }, joined(@plain), '... which a view has as they are';
}
for my $path (qw(/policy/page.html /policy-always/page.html)) {
    my $r = $httpd->get($path, @PRERENDER);
    is_deeply policies($r), [lc $csp => "script-src 'self' '$hash'"], "$path: a policy that mod_headers sets";
    is_deeply policies($httpd->head($path, @PRERENDER)), policies($r), '... HEAD tells the same';
    is_deeply policies($httpd->get($path, @PREFETCH[0, 1], 'Sec-Fetch-Dest' => 'empty')), [lc $csp => "script-src 'self'"], '... and what passes has it as it is';
}
is_deeply policies($httpd->get('/policy/fragment.html', @ahead)), [lc $csp => "script-src 'self'"], 'so has what turns out to be no document';

# ---- What goes wrong ----

for my $path ('/b/half', '/b/reset') {
    my $r = $httpd->get($path, @PRERENDER);
    ok !$r->{complete}, "$path: the client is not told that it has all";
    is index($page, unheld($r->{content})), 0, '... what it has is the page so far';
    is $r->{headers}{'cache-control'}, 'private', '... and private';
}
$httpd->expect_log(qr/proxy_http:error/, qr/AH00574/);
{
    my $r = $httpd->get('/b/304', @PRERENDER, 'If-None-Match' => '"b"');
    is $r->{status}, 304, 'a backend that answers 304 unasked gets through';
    is $httpd->notes($r)->{verdict}, 'passed:not-html', '... as it is';
}

# ---- Protocols ----

{
    my $r = $httpd->request('GET', '/page.html', headers => [@PRERENDER], version => '1.0');
    is kind($r->{content}), 'held', 'HTTP/1.0';
    is $r->{headers}{'content-length'}, length $r->{content}, '... with its length';
    $r = $httpd->request('GET', '/b/chunked', headers => [@PRERENDER], version => '1.0');
    is kind($r->{content}), 'held', 'HTTP/1.0, of unknown length';
    my $client = $httpd->client;
    for my $ask ([@PRERENDER], [], [@PREVIEW], [@PREFETCH]) {
        my $kind = !@$ask ? 'full' : $ask->[0] eq 'X-Purpose' ? 'stripped' : 'held';
        is kind($client->request('GET', $_, $ask)->{content}), $kind, "one connection, $_: $kind" for '/page.html', '/page.cgi';
    }
}
SKIP: {
    skip 'mod_http2 is not there (make deps-all)', 1 unless $h2;
    my $client = Test::Http2->new($httpd->port);
    my %want = ($client->get('/page.html', map { lc } @PRERENDER) => 'held', $client->get('/page.html') => 'full', $client->get('/page.cgi', map { lc } @PREFETCH) => 'held');
    $client->read_until(sub { !grep { !$client->{ended}{$_} } keys %want });
    is kind($client->{body}{$_}), $want{$_}, "HTTP/2: $want{$_}" for sort keys %want;
    my @id = map { $client->get('/b/chunked', te => 'trailers', map { lc } @$_) } [], \@PRERENDER;
    $client->read_until(sub { $client->{ended}{ $id[0] } && $client->{ended}{ $id[1] } });
    is_deeply [@{ $client->{heads} }{@id}], [2, 1], 'trailers that tell of the plain page are a view\'s only';
}

# ---- The log ----

my $log = $httpd->error_log;
like $log, qr/prerender: held, 0 elements, 0 bytes, 0 gated, 1 held of google-analytics, 0 past the hold limit/, 'a line for each request';
like $log, qr/prefetch: passed:fragment/, '... and why it passes';
like $log, qr/held at \d+, \d+ bytes put in: vendor google-analytics, pattern \S+/, 'a line for each edit';
$httpd->stop;
$backend->stop;
done_testing;
