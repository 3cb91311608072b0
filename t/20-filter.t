# The output filter: whatever brings the page, and however it is cut, the same bytes leave; and what it does to headers.
use strict;
use warnings;
use Test::Backend;
use Test::Http;
use Test::Httpd;
use Test::More;

my $TAG = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST"></script>';
my $PIXEL = '<noscript><img height="1" width="1" src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"/></noscript>';
my $TEXT = join '', map { "<p>Paragraph $_ of an ordinary page, with <b>text</b> &amp; more.</p>\n" } 1 .. 40;

# A page with two things to remove, and what is left of it.
sub page {
    my ($head, $body) = @_;
    return "<!DOCTYPE html>\n<html><head><title>t</title>\n$head\n</head>\n<body>\n$TEXT$body\n</body></html>\n";
}

my $page = page($TAG, $PIXEL);
my $clean = page('', '');
my @preview = ('X-Purpose' => 'preview');
my $gzip = eval { require IO::Compress::Gzip; my $z; IO::Compress::Gzip::gzip(\$page => \$z); $z };
my $zlib = eval { require IO::Compress::Deflate; my $z; IO::Compress::Deflate::deflate(\$page => \$z); $z };

sub response {
    my ($headers, @body) = @_;
    return ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n$headers\r\n", @body];
}

sub chunk { return sprintf "%x\r\n%s\r\n", length $_[0], $_[0] }

my $half = length($page) / 2;
my $backend = Test::Backend->new({
    '/length' => response('Content-Length: ' . length($page) . "\r\n", $page),
    '/close' => response('', $page),
    '/sevens' => response("Transfer-Encoding: chunked\r\n", join('', map { chunk($_) } $page =~ /(.{1,7})/gs) . "0\r\n\r\n"),
    '/slow-sevens' => response('', map { ($_, \0.0005) } $page =~ /(.{1,47})/gs),
    '/gzip' => response('Content-Encoding: gzip' . "\r\n", $gzip),
    '/x-gzip' => response('Content-Encoding: x-gzip' . "\r\n", $gzip),
    '/unknown' => response('Content-Encoding: dcb' . "\r\n", $zlib),
    '/br' => response("Content-Encoding: br\r\n", 'not really brotli, but who would look'),
    '/gzip-png' => ["HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Encoding: gzip\r\n\r\n", $gzip],
    '/identity' => response("Content-Encoding: identity\r\n", $page),
    '/206' => ["HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\nContent-Range: bytes 0-9/99\r\n\r\n", $page],
    '/range' => response("Content-Range: bytes 0-9/99\r\n", $page),
    '/no-transform' => response("Cache-Control: max-age=60, No-Transform\r\n", $page),
    '/304' => ["HTTP/1.1 304 Not Modified\r\nETag: \"b\"\r\n\r\n"],
    '/204' => ["HTTP/1.1 204 No Content\r\nContent-Type: text/html\r\n\r\n"],
    '/404' => ["HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n", $page],
    '/untyped' => ["HTTP/1.1 200 OK\r\n\r\n", $page],
    '/empty' => response("Content-Length: 0\r\n"),
    '/utf16' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"UTF-16\"\r\n\r\n", $page],
    '/iso2022' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html; x=\"charset=utf-8\"; charset=iso-2022-jp\r\n\r\n", $page],
    '/latin1' => ["HTTP/1.1 200 OK\r\nContent-Type: Text/HTML ;charset=iso-8859-1\r\n\r\n", $page],
    '/json' => ["HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", $page],
    '/html-like' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html-sandboxed\r\n\r\n", $page],
    '/validators' => response(
        join('', map { "$_\r\n" } 'ETag: "x"', 'Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT',
            'Expires: Mon, 01 Jan 2035 00:00:00 GMT', 'Cache-Control: public, max-age=600', 'Content-MD5: x', 'Digest: x',
            'Content-Digest: x', 'Repr-Digest: x', 'Accept-Ranges: bytes', 'Vary: Cookie',
            'Link: <https://www.googletagmanager.com/gtag/js?id=1>; rel=preload; as=script, </style.css>; rel="preload"; as=style',
            'Link: <https://www.google-analytics.com/analytics.js>; rel="dns-prefetch preconnect"',
            'Link: <https://www.google-analytics.com/analytics.js>; rel=author; title="a, b; rel=preload"'),
        $page),
    '/hash' => response("Content-Security-Policy: default-src 'self'; script-src 'self' 'sha256-abc='\r\n", page($TAG, '')),
    '/pause' => response('', substr($page, 0, $half), \3.0, substr($page, $half)),
    '/pause-inside' => response('', page('<b>above</b>' . substr($TAG, 0, 40), ''), \1.0, 'never mind'),
    '/reset' => response('Content-Length: ' . length($page) . "\r\n", substr($page, 0, $half), \0.2, \'reset'),
    '/short' => response('Content-Length: ' . length($page) . "\r\n", substr($page, 0, $half)),
    '/dies-inside' => response('Content-Length: 99999' . "\r\n", 'x' . substr($TAG, 0, 30)),
    '/post' => response('', $page),
});

my $httpd = Test::Httpd->new(
    modules => ['proxy', 'proxy_http', 'deflate', 'filter', 'headers', 'include', 'cgi', 'rewrite', 'setenvif', 'env', 'negotiation', 'alias',
        (grep { Test::Httpd->has_module($_) } 'bucketeer', 'expires')],
    conf => <<"CONF")->start;
XPurpose On
XPurposeStubs Off
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=On
AddEncoding x-gzip .gz
<LocationMatch ^/dry>
    XPurpose DryRun
</LocationMatch>
ProxyPass /dry/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=On
<IfModule bucketeer_module>
    <Location /cut/>
        SetOutputFilter BUCKETEER
    </Location>
</IfModule>
<Location /packed/>
    SetOutputFilter DEFLATE
</Location>
<Directory %DOCS%>
    Options +Includes +MultiViews
    AddOutputFilter INCLUDES .shtml
    AddType text/html .shtml
    AddLanguage en .en
</Directory>
<Location /headers/>
    Header set Cache-Control "max-age=3600"
    Header always set Cache-Control "max-age=3601"
    Header set ETag '"mine"'
    Header always set Link "<https://www.googletagmanager.com/gtm.js?id=GTM-1>; rel=preconnect"
    Header add Link "</a.css>; rel=preload"
    Header set Vary Cookie
    Header set X-Stage mod_headers
</Location>
<Location /stubs/>
    XPurposeStubs On
</Location>
<Location /stubs/policy.html>
    Header set Content-Security-Policy "script-src 'sha256-abc='"
</Location>
<Location /stubs/nonce.html>
    Header set Content-Security-Policy "script-src 'sha256-abc=' 'nonce-abc'"
</Location>
ErrorDocument 404 /error.html
<Location /text/>
    ErrorDocument 404 "<html><body>@{[$PIXEL =~ tr/"/'/r]}</html>"
</Location>
<Location /cgi-error/>
    ErrorDocument 404 /error.cgi
</Location>
SetEnvIf Request_URI ^/optout no-xpurpose
<Location /optout2.html>
    SetEnv no-xpurpose 1
</Location>
RewriteEngine On
RewriteRule ^/old.html /page.html [PT]
Alias /alias %DOCS%
CONF

$httpd->doc($_, $page) for qw(page.html packed/page.html headers/page.html optout.html optout2.html drydocs/page.html page.txt);
$httpd->doc('error.html', $page);
$httpd->doc('dir/index.html', $page);
$httpd->doc('clean.html', $clean);
$httpd->doc('cut/page.html', Test::Httpd::bordered($page));
$httpd->doc('part.html', $PIXEL);
$httpd->doc('ssi.shtml', page($TAG, '<!--#include virtual="/part.html" -->'));
$httpd->doc('many.html.en', $page);
$httpd->doc('packed.html.gz', $gzip);
$httpd->doc('stubs/policy.html', page($TAG, '<script>urchinTracker();</script>'));
$httpd->doc('stubs/nonce.html', page($TAG =~ s/<script/<script nonce="abc"/r, ''));
$httpd->doc('stubs/page.html', page($TAG, ''));
$httpd->cgi('page.cgi', "#!/usr/bin/perl\nprint qq{Content-Type: text/html\\nContent-Length: 7\\n\\n}; print do { local \$/; <DATA> };\n__END__\n$page");
$httpd->cgi('slow.cgi', "#!/usr/bin/perl\n\$| = 1; print qq{Content-Type: text/html\\n\\n}; print qq{<p>head</p>\\n}; sleep 3; print do { local \$/; <DATA> };\n__END__\n$page");
$httpd->cgi('error.cgi', "#!/usr/bin/perl\nprint qq{Status: 404\\nContent-Type: text/html\\n\\n}; print do { local \$/; <DATA> };\n__END__\n$page");
$httpd->doc('big.html', page($TAG, 'x' x 3_000_000 . $PIXEL));

# What is left of a page, the comments aside.
sub left {
    my ($content) = @_;
    $content =~ s/<!--xpurpose: [\w-]+-->//g;
    return $content;
}

sub is_stripped {
    my ($path, $name, %opt) = @_;
    my $r = $httpd->get($path, @preview, @{ $opt{headers} || [] });
    is $r->{status}, 200, "$name: 200";
    is left($r->{content}), $opt{want} || $clean, "$name: stripped";
    ok $r->{complete}, "$name: complete";
    is $httpd->notes($r)->{verdict}, 'stripped', "$name: and so it says";
    is $r->{headers}{'cache-control'}, 'private, no-store', "$name: nobody may store it";
    is_deeply [grep { exists $r->{headers}{$_} } qw(etag last-modified expires accept-ranges)], [], "$name: no validators";
    return $r;
}

sub is_passed {
    my ($path, $reason, $want, %opt) = @_;
    my $r = $httpd->get($path, @preview, @{ $opt{headers} || [] });
    is $r->{content}, $want, "$path: passes untouched";
    is $httpd->notes($r)->{verdict}, $reason ? "passed:$reason" : undef, "$path: " . ($reason || 'not looked at');
    is +($r->{headers}{'cache-control'} || '') =~ /no-store/ ? 'private' : 'public', $opt{for} || 'private', "$path: who may store it";
    return $r;
}

# ---- Where pages come from ----

my $r = is_stripped('/page.html', 'static file');
is $r->{framing}, 'length', 'a page that is there at once has an exact length';
like $r->{content}, qr/<!--xpurpose: google-analytics-->/, 'a comment takes the place of what is gone';
is_deeply [@{ $httpd->notes($r) }{qw(cut bytes)}], [2, length($TAG) + length $PIXEL], 'notes count elements and bytes';
like $httpd->notes($r)->{vendors}, qr/^google-analytics,[\w,-]+$/, 'and name vendors';
is_stripped('/page.cgi', 'CGI');
is_stripped('/ssi.shtml', 'SSI with a subrequest');
is_stripped('/old.html', 'rewritten');
is_stripped('/dir/', 'DirectoryIndex');
is_stripped('/alias/page.html', 'alias');
is_stripped('/many.html', 'MultiViews');
is_stripped("/b/$_", "backend, $_") for qw(length close sevens slow-sevens identity latin1);
is_stripped('/big.html', 'a page of megabytes', want => page('', 'x' x 3_000_000));
is left($httpd->request('GET', '/page.html', headers => \@preview, version => '1.0')->{content}), $clean, 'HTTP/1.0';
is left($httpd->request('GET', '/b/close', headers => \@preview, version => '1.0')->{content}), $clean, 'HTTP/1.0, length unknown';

SKIP: {
    skip 'mod_bucketeer is not there', 5 unless Test::Httpd->has_module('bucketeer');
    is_stripped('/cut/page.html', 'a border at every byte, FLUSHes among them');
}

# ---- Without the header ----

for my $path (qw(/page.html /b/close /dir/ /big.html)) {
    my $plain = $httpd->get($path);
    is $httpd->notes($plain)->{verdict}, undef, "$path: a view is not looked at";
    is $plain->{content}, $path eq '/big.html' ? page($TAG, 'x' x 3_000_000 . $PIXEL) : $page, "$path: not a byte differs";
}
is $httpd->get('/page.html', 'X-Purpose' => ': preview')->{content}, $page, '": preview" is a view';

# ---- What passes, and why ----

is_passed('/page.txt', 'not-html', $page, for => 'public');
is_passed('/b/json', 'not-html', $page);
is_passed('/b/html-like', 'not-html', $page);
is_passed('/b/untyped', 'not-html', $page);
is_passed('/b/206', 'partial', $page);
is_passed('/b/range', 'partial', $page);
is_passed('/b/utf16', 'charset', $page);
is_passed('/b/iso2022', 'charset', $page);
is_passed('/b/no-transform', 'no-transform', $page);
is_passed('/b/br', 'encoded', 'not really brotli, but who would look');
is_passed('/b/unknown', 'encoded', $zlib);
is_passed('/b/gzip-png', 'not-html', $gzip);
is_passed('/optout.html', 'off', $page, for => 'public');
is_passed('/optout2.html', 'off', $page, for => 'public');
is $httpd->get('/b/304', @preview)->{status}, 304, 'a 304 from the backend stays one';
is $httpd->get('/b/204', @preview)->{status}, 204, 'so does a 204';
is $httpd->get('/b/empty', @preview)->{content}, '', 'an empty page';
{
    my $utf16 = join '', map { "$_\0" } split //, $page;
    $httpd->doc('bom.html', "\xff\xfe$utf16");
    is_passed_late('/bom.html', 'charset', "\xff\xfe$utf16");
    my $json = sprintf '{"html":"%s"}', $TAG =~ s/(["\\])/\\$1/gr;
    $httpd->doc('json.html', $json);
    is_passed_late('/json.html', 'not-html', $json);
    my $as_it_is = $httpd->get('/json.html', @preview);
    is_deeply [@{ $as_it_is->{headers} }{qw(content-length etag cache-control)}],
        [length $json, $httpd->get('/json.html')->{headers}{etag}, 'private, no-store'], '... as it is, for this request';
    my $long = '<script>' . 'var a=1;' x 40_000 . "ga('send','pageview')</script>";
    $httpd->doc('long.html', "<p>$long");
    is_passed_late('/long.html', undef, "<p>$long");
}

# Decided after the headers are out: they are those of a stripped page.
sub is_passed_late {
    my ($path, $reason, $want) = @_;
    my $late = $httpd->get($path, @preview);
    is $late->{content}, $want, "$path: passes untouched";
    is $httpd->notes($late)->{verdict}, "passed:$reason", "$path: $reason" if $reason;
    is $late->{headers}{'cache-control'}, 'private, no-store', "$path: not stored all the same";
}

# ---- Compression ----

is_stripped('/b/gzip', 'gzip from the backend');
is_stripped('/b/x-gzip', 'x-gzip from the backend');
is_stripped('/packed.html.gz', 'a file that is packed');
$httpd->get('/b/gzip', @preview, 'Accept-Encoding' => 'gzip');
unlike +($backend->requests)[-1], qr/Accept-Encoding/i, 'backends are asked for plain text';
{
    my $packed = $httpd->get('/packed/page.html', @preview, 'Accept-Encoding' => 'gzip');
    is $packed->{headers}{'content-encoding'}, 'gzip', 'DEFLATE behind us still knows what the client takes';
    like $packed->{headers}{vary}, qr/X-Purpose.*Accept-Encoding|Accept-Encoding.*X-Purpose/, 'Vary has both';
    my $plain;
    IO::Uncompress::Gunzip::gunzip(\$packed->{content} => \$plain) if eval { require IO::Uncompress::Gunzip };
    is left($plain), $clean, 'and the page in it is stripped';
}

# ---- Validators, ranges, caches ----

my $full = $httpd->get('/page.html');
for my $condition (['If-None-Match' => $full->{headers}{etag}], ['If-None-Match' => '*'],
    ['If-Modified-Since' => $full->{headers}{'last-modified'}], [Range => 'bytes=0-9'],
    [Range => 'bytes=0-9', 'If-Range' => $full->{headers}{etag}], ['Request-Range' => 'bytes=0-9'])
{
    is_stripped('/page.html', "@$condition", headers => $condition);
    isnt $httpd->get('/page.html', @$condition)->{status}, 200, "@$condition: counts for a view" if $condition->[0] ne 'Request-Range';
}
is_stripped('/dir/', 'a condition and DirectoryIndex', headers => ['If-None-Match' => '*']);
is_stripped('/many.html', 'a condition and MultiViews', headers => ['If-None-Match' => '*']);

$r = is_stripped('/b/validators', 'a response with everything');
is_deeply [grep { exists $r->{headers}{$_} } qw(content-md5 digest content-digest repr-digest)], [], 'digests are gone';
is join(',', split /,\s*/, $r->{headers}{vary}), 'Cookie,X-FB-HTTP-Engine,X-Purpose,Sec-Fetch-Dest,Sec-Fetch-Mode,HX-Preloaded,Sec-Purpose,Purpose,X-Moz,X-Sec-Purpose,Signature-Agent',
    'Vary names all that signals read, where one was met';
is $r->{headers}{link}, '</style.css>; rel="preload"; as=style, <https://www.google-analytics.com/analytics.js>; rel=author; title="a, b; rel=preload"',
    'hints to vendors are gone from Link, other entries are not';
$r = $httpd->get('/b/validators');
like $r->{headers}{link}, qr/googletagmanager.*google-analytics/, 'a view keeps its Link entries';
like $r->{headers}{vary}, qr/^Cookie,\s?X-Purpose$/, 'a view varies with X-Purpose';
is $r->{headers}{etag}, '"x"', 'and keeps its validators';

$r = $httpd->get('/headers/page.html', @preview);
is $r->{headers}{'cache-control'}, 'private, no-store', 'mod_headers cannot make it storable';
ok !exists $r->{headers}{etag}, 'nor give it an ETag';
is $r->{headers}{link}, '</a.css>; rel=preload', 'its Link entries are looked at';
like $r->{headers}{vary}, qr/Cookie.*X-Purpose/, 'its Vary is added to';
$r = $httpd->get('/headers/page.html');
is $r->{headers}{'x-stage'}, 'mod_headers', 'without a signal it has its way';
like $r->{headers}{'cache-control'}, qr/max-age=360/, 'with Cache-Control as well';

for my $status (304, 200) {
    my $view = $httpd->get('/page.html', $status == 304 ? ('If-None-Match' => '*') : ());
    is $view->{status}, $status, "a view with $status";
    is $view->{headers}{vary}, 'X-Purpose', "$status: Vary";
}
ok !exists $httpd->get('/page.txt')->{headers}{vary}, 'what is not HTML has no Vary of ours';
like $httpd->get('/b/304', 'If-None-Match' => '"b"', Accept => 'text/html,*/*')->{headers}{vary}, qr/X-Purpose/,
    'a 304 without a type, to one who asks for HTML';
like $httpd->get('/page.html', 'X-Purpose' => 'preview', 'X-FB-HTTP-Engine' => 'Liger')->{headers}{vary}, qr/X-FB-HTTP-Engine/,
    'an exception that was met is named';

# ---- HEAD ----

for my $path (qw(/page.html /b/close /b/length /page.cgi /b/gzip)) {
    my ($get, $head) = ($httpd->get($path, @preview), $httpd->head($path, @preview));
    my @same = grep { !/^(?:date|content-length|transfer-encoding)$/ } sort keys %{ $get->{headers} };
    is_deeply [map { "$_: " . ($head->{headers}{$_} // '') } @same], [map { "$_: $get->{headers}{$_}" } @same], "HEAD $path has the headers of GET";
    is $head->{headers}{'content-length'}, $get->{headers}{'content-length'}, "HEAD $path has its length" if $path eq '/page.html';
}

# ---- Errors ----

is_error('/missing.html', 'ErrorDocument of a file', left => $clean);
is_error('/b/404', 'error page of a backend', left => $clean);
is_error('/cgi-error/x', 'ErrorDocument of a CGI program', left => $clean);
is_error('/text/x', 'ErrorDocument of text', left => '<html><body></html>');

sub is_error {
    my ($path, $name, %want) = @_;
    my $error = $httpd->get($path, @preview);
    is $error->{status}, 404, "$name: 404";
    is left($error->{content}), $want{left}, "$name: stripped";
    is $error->{headers}{'cache-control'}, 'private, no-store', "$name: not stored";
    unlike $httpd->get($path)->{content}, qr/xpurpose/, "$name: a view has all of it";
}

# ---- DryRun ----

for my $path ('/drydocs/page.html', '/dry/close', '/dry/gzip', '/dry/validators') {
    my ($dry, $plain) = map { $httpd->get($path, @$_) } [@preview], [];
    is $dry->{content}, $plain->{content}, "$path: DryRun changes no byte";
    is_deeply [grep { $_->[0] ne 'Date' } @{ $dry->{list} }], [grep { $_->[0] ne 'Date' } @{ $plain->{list} }], "$path: nor a header";
    ok !exists $dry->{headers}{vary} || $path =~ /validators/, "$path: nor Vary";
    is $httpd->notes($dry)->{verdict}, $path =~ /gzip/ ? 'passed:encoded' : 'dryrun', "$path: but reports";
    is $httpd->notes($dry)->{cut}, $path =~ /gzip/ ? undef : 2, "$path: what it would have cut";
}
is $httpd->get('/drydocs/page.html', @preview, 'If-None-Match' => '*')->{status}, 304, 'DryRun leaves conditions alone';

# ---- Policies ----

like $httpd->get('/stubs/page.html', @preview)->{content}, qr/data-xpurpose/, 'a stub is put in';
unlike $httpd->get('/stubs/policy.html', @preview)->{content}, qr/data-xpurpose/, 'not under a policy by hash from mod_headers';
like $httpd->get('/stubs/nonce.html', @preview)->{content}, qr/data-xpurpose/, 'but under one that knows its nonce';
unlike $httpd->get('/b/hash', @preview)->{content}, qr/data-xpurpose/, 'a policy from the backend';

# ---- Streaming ----

for my $path (qw(/b/pause /slow.cgi)) {
    my $slow = $httpd->get($path, @preview);
    my ($first) = grep { $_->[1] > length $slow->{head} } @{ $slow->{arrivals} };
    ok $first && $first->[0] < $slow->{arrivals}[-1][0] - 0.5, "$path: what is settled does not wait for the rest" or diag explain $slow->{arrivals};
    is length left($slow->{content}), length($clean) + ($path =~ /cgi/ ? length "<p>head</p>\n" : 0), "$path: and nothing is lost";
}

# ---- Backends that fail ----

for my $path (qw(/b/reset /b/short)) {
    my ($with, $without) = map { $httpd->get($path, @$_) } [@preview], [];
    ok !$with->{complete} || !$without->{complete} || $with->{framing} eq 'chunked', "$path: the fault shows";
    is left($with->{content}), substr($without->{content}, 0, length $without->{content}) =~ s/\Q$TAG\E//r, "$path: what came is passed on";
}
like $httpd->get('/b/dies-inside', @preview)->{content}, qr/^x\Q@{[substr $TAG, 0, 30]}\E/, 'what was undecided when it died as well';

$httpd->expect_log(qr/proxy|AH01[0-9]+/);
$httpd->stop;
done_testing;
