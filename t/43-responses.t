# Every kind of response: each is either stripped with all that belongs to it, or passes with nothing changed, and why is told.
use strict;
use warnings;
use IO::Socket::INET;
use Test::Backend;
use Test::Http;
use Test::Httpd;
use Test::Http2;
use Test::More;
use Test::Preview;
use Test::Service;

my $page = full();
my $length = length $page;
my $cached = "ETag: \"x\"\r\nLast-Modified: Sat, 01 Jan 2000 00:00:00 GMT\r\nCache-Control: max-age=60\r\n";

sub html { my ($more, @body) = @_; return ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n$cached$more\r\n", @body] }

sub typed { my ($type) = @_; return ["HTTP/1.1 200 OK\r\n" . (length $type ? "Content-Type: $type\r\n" : '') . "$cached\r\n", $page] }

sub chunks { return join '', map { sprintf "%x\r\n%s\r\n", length $_, $_ } @_ }

my $link = 'Link: <https://www.googletagmanager.com/gtag/js?id=1>; rel=preload; as=script, </style.css>; rel=preload; as=style';
my %html_types = (bare => 'text/html', utf8 => 'text/html; charset=utf-8', quoted => 'text/html; charset="utf-8"',
    upper => 'TEXT/HTML; CHARSET=UTF-8', space => 'text/html ;charset=utf-8', tab => "text/html;\tcharset=utf-8", profile => 'text/html; profile="a;b"; charset=utf-8',
    semicolon => 'text/html;', unknown => 'text/html; charset=klingon', level => 'text/html;level=1', latin => 'text/html; charset=windows-1252',
    sjis => 'text/html; charset=Shift_JIS');
my %other_types = (none => '', plain => 'text/plain', xhtml => 'application/xhtml+xml', longer => 'text/html5', shorter => 'text/htm', sandboxed => 'text/html-sandboxed',
    list => 'text/plain, text/html', json => 'application/json; x="text/html"', utf16 => 'text/html; charset=utf-16', utf16le => 'text/html;charset="UTF-16LE"', utf7 => 'text/html; charset=utf-7', iso2022 => 'text/html; charset=ISO-2022-JP', hz => 'text/html; charset=hz-gb-2312');

# After its answer it echoes what it gets, as a WebSocket server that knows one word would.
sub websocket {
    my ($socket, $head) = @_;
    my ($purpose) = $head =~ /^(X-Purpose: .*?)\r/mi;
    syswrite $socket, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
    while (sysread $socket, my $bytes, 4096) {
        syswrite $socket, "echo:$bytes";
    }
    return;
}

my $backend = Test::Backend->new({
    '/page' => html("Content-Length: $length\r\n", $page),
    '/chunked' => html("Transfer-Encoding: chunked\r\n", chunks($page =~ /(.{1,999})/gs), "0\r\n\r\n"),
    '/trailers' => html("Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n", chunks($page =~ /(.{1,999})/gs), "0\r\nX-Sum: 1\r\n\r\n"),
    '/digest-trailers' => html("Transfer-Encoding: chunked\r\nTrailer: Content-Digest\r\n", chunks($page), "0\r\nContent-Digest: sha-256=:AAAA:\r\nETag: \"x\"\r\nCDN-Cache-Control: max-age=9\r\n\r\n"),
    '/old' => ["HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n$cached\r\n", $page],
    '/empty' => html("Content-Length: 0\r\n"),
    '/empty-old' => ["HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n"],
    '/204' => ["HTTP/1.1 204 No Content\r\n$cached\r\n"],
    '/205' => ["HTTP/1.1 205 Reset Content\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"],
    '/206' => ["HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\n${cached}Content-Range: bytes 0-" . ($length - 1) . "/$length\r\nContent-Length: $length\r\n\r\n", $page],
    '/206-bare' => ["HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\n${cached}Content-Length: $length\r\n\r\n", $page],
    '/content-range' => html("Content-Range: bytes 0-" . ($length - 1) . "/$length\r\nContent-Length: $length\r\n", $page),
    '/304' => ["HTTP/1.1 304 Not Modified\r\n$cached\r\n"],
    '/302' => ["HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Type: text/html\r\nContent-Length: $length\r\n\r\n", $page],
    '/404' => ["HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: $length\r\n\r\n", $page],
    '/500' => ["HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\nContent-Length: $length\r\n\r\n", $page],
    '/interim' => ["HTTP/1.1 103 Early Hints\r\n$link\r\n\r\n", \0.1, @{ html("$link\r\nContent-Length: $length\r\n", $page) }],
    '/no-transform' => html("Cache-Control: no-transform\r\n", $page),
    '/esi' => html("Surrogate-Control: max-age=60;x=\"a\\\",content=b,c\", content=\"ESI/1.0\"\r\nSurrogate-Control: x=1;q=0\r\nEdge-Control: cache-maxage=1h, dca=esi\r\n", $page),
    '/digests' => html(join('', map { "$_: x\r\n" } qw(Content-Digest Repr-Digest Digest Content-MD5)), $page),
    '/link' => html("$link\r\n" . join('', map { "Link: $_\r\n" } '<https://www.google-analytics.com>; rel="preconnect"',
        '<https://fonts.example>; rel=preconnect, <https://www.google-analytics.com/analytics.js>; rel=prefetch',
        '</canonical>; rel=canonical', '<//www.googletagmanager.com/gtm.js?id=GTM-1>;rel="preload";as=script',
        '<https://www.google-analytics.com/privacy>; rel=help'), $page),
    '/ws' => \&websocket,
    (map { ("/type/$_" => typed($html_types{$_})) } keys %html_types),
    (map { ("/type/$_" => typed($other_types{$_})) } keys %other_types),
});
my $port = $backend->port;

my $httpd = Test::Httpd->new(modules => [qw(headers include cgi alias autoindex rewrite actions proxy proxy_http proxy_wstunnel)], conf => <<"CONF");
XPurpose On
ProxyPass /b/ws http://127.0.0.1:$port/ws upgrade=websocket
ProxyPass /tunnel/ ws://127.0.0.1:$port/
ProxyPass /b/ http://127.0.0.1:$port/ disablereuse=on
ProxyPass /covered/ http://127.0.0.1:$port/ disablereuse=on
<Location /covered/>
    ProxyErrorOverride On
</Location>
<Directory %DOCS%>
    Options +Includes +Indexes
    AddType text/html .shtml
    AddOutputFilter INCLUDES .shtml
    IndexOptions FancyIndexing HTMLTable
    HeaderName HEADER.html
    ReadmeName README.html
</Directory>
ErrorDocument 404 /error.html
<Location /e-cgi/>
    ErrorDocument 404 /error.cgi
</Location>
<Location /e-url/>
    ErrorDocument 404 http://127.0.0.1:%PORT%/page.html
</Location>
<Location /e-ssi/>
    ErrorDocument 404 /error.shtml
</Location>
<Location /e-none/>
    ErrorDocument 404 default
</Location>
<Location /denied/>
    Require all denied
</Location>
ErrorDocument 403 /error.html
<Files transform.html>
    Header set Cache-Control "no-transform, max-age=60"
</Files>
RewriteEngine On
RewriteRule ^/rewritten\$ /page.html [PT]
Action made /handler.cgi virtual
<Location /made>
    SetHandler made
</Location>
CONF

$httpd->doc($_, $page) for qw(page.html error.html transform.html dir/index.html part.html);
$httpd->doc('list/HEADER.html', $TAG);
$httpd->doc('list/README.html', $PIXEL);
$httpd->doc('list/file.txt', 'x');
$httpd->doc('ssi.shtml', full() =~ s/\Q$PIXEL\E/<!--#include virtual="\/pixel.html" -->/r);
$httpd->doc('error.shtml', '<!--#include virtual="/part.html" -->');
$httpd->doc('pixel.html', $PIXEL);
$httpd->doc('whole.shtml', '<!--#include virtual="/b/page" -->');
my $perl = "#!/usr/bin/perl\n";
my $body = "print do { local \$/; <DATA> };\n__END__\n$page";
$httpd->cgi('error.cgi', "${perl}print qq{Status: 404 Gone fishing\\nContent-Type: text/html\\n\\n}; $body");
$httpd->cgi('handler.cgi', "${perl}print qq{Content-Type: text/html\\n\\n}; $body");
$httpd->cgi('local.cgi', "${perl}print qq{Location: /page.html\\n\\n};\n");
$httpd->cgi('untyped.cgi', "${perl}print qq{X-A: b\\n\\n}; $body");
$httpd->cgi('nothing.cgi', "${perl}print qq{Content-Type: text/html\\n\\n};\n");
$httpd->cgi("length-$_.cgi", "${perl}print qq{Content-Type: text/html\\nContent-Length: $_\\n\\n}; $body") for 7, $length, 99999;
$httpd->cgi('transform.cgi', "${perl}print qq{Content-Type: text/html\\nCache-Control: no-transform\\n\\n}; $body");
$httpd->start;

# ---- What each has to look like ----

sub is_stripped {
    my ($name, $path, %opt) = @_;
    my $r = $opt{r} || $httpd->get($path, @PREVIEW, @{ $opt{headers} || [] });
    is $r->{status}, $opt{status} || 200, "$name: status";
    is kind($r->{content}), 'stripped', "$name: stripped";
    ok $r->{complete}, "$name: complete";
    is $r->{headers}{'cache-control'}, 'private, no-store', "$name: not to be stored";
    is_deeply [grep { exists $r->{headers}{$_} } qw(etag last-modified expires accept-ranges)], [], "$name: no validators";
    like $r->{headers}{vary} || '', qr/X-Purpose/, "$name: Vary";
    is length $r->{content}, $r->{headers}{'content-length'}, "$name: the length is right" if exists $r->{headers}{'content-length'};
    is $httpd->notes($r)->{verdict}, 'stripped', "$name: and so it says" unless $opt{r};
    return $r;
}

# The preview's answer is the view's, apart from Vary and from what keeps it out of caches: it might have been a page, so the backend was
# asked otherwise than for a view.
sub is_passed {
    my ($name, $path, $verdict, %opt) = @_;
    my ($preview, $view) = map { $httpd->get($path, @$_, @{ $opt{headers} || [] }) } [@PREVIEW], [];
    my ($p, $v) = map { my $r = $_; [map { "$_->[0]: $_->[1]" } grep { $_->[0] !~ /^(?:Date|Vary|X-Test-Id)$/ } @{ $r->{list} }] } $preview, $view;
    is $preview->{status}, $opt{status} || 200, "$name: status";
    ok $preview->{content} eq $view->{content}, "$name: not a byte differs" or diag kind($preview->{content});
    my $transform = grep({ /^Cache-Control:.*no-transform/ } @$v) ? ', no-transform' : '';
    my @marked = ((grep { !/^(?:Cache-Control|Expires):/ } @$v), "Cache-Control: private, no-store$transform");
    is_deeply [sort @$p], [sort @marked], "$name: of the headers only what says how to store it";
    is $httpd->notes($preview)->{verdict}, $verdict && "passed:$verdict", "$name: says why";
    return;
}

sub is_whole_for_views {
    my ($name, $path, $status) = @_;
    my $view = $httpd->get($path);
    is $view->{status}, $status || 200, "$name: a view's status";
    is kind($view->{content}), 'full', "$name: a view is full";
    return;
}

# ---- One by one ----

subtest 'HEAD' => sub {
    for my $path (qw(/page.html /b/page /b/chunked /b/old /handler.cgi /dir/ /ssi.shtml /b/link /b/digests /b/404)) {
        my ($get, $head) = ($httpd->get($path, @PREVIEW), $httpd->head($path, @PREVIEW));
        my %ignore = map { $_ => 1 } qw(date content-length transfer-encoding);
        is_deeply { map { $_ => $head->{headers}{$_} } grep { !$ignore{$_} } keys %{ $head->{headers} } },
            { map { $_ => $get->{headers}{$_} } grep { !$ignore{$_} } keys %{ $get->{headers} } }, "$path: the headers of GET";
        is $head->{status}, $get->{status}, "$path: its status";
        is $head->{headers}{'content-length'}, length $get->{content}, "$path: its length" if exists $head->{headers}{'content-length'};
        is $head->{content}, '', "$path: no body";
    }
};
subtest 'status 204' => sub { is_passed('204', '/b/204', 'not-html', status => 204) };
subtest 'status 205' => sub { is $httpd->get('/b/205', @PREVIEW)->{status}, 205, 'stays one' };
subtest '206 from the backend' => sub { is_passed('206', '/b/206', 'partial', status => 206, headers => [Range => 'bytes=0-']) };
subtest '206 that does not say what part it is' => sub { is_passed('206', '/b/206-bare', 'partial', status => 206) };
subtest 'Content-Range' => sub { is_passed('Content-Range', '/b/content-range', 'partial') };
subtest '304 from the backend' => sub {
    my $r = $httpd->get('/b/304', @PREVIEW, 'If-None-Match' => '"x"');
    is $r->{status}, 304, 'stays one';
    is $r->{content}, '', 'without a body';
    unlike +($backend->requests)[-1], qr/^If-/m, 'although it was not asked for';
};
subtest 'redirects and errors of the backend' => sub {
    is_stripped($_, "/b/$_", status => $_) for 302, 404, 500;
    like $httpd->get('/b/302', @PREVIEW)->{headers}{location}, qr{/elsewhere$}, 'Location stays';
    is_whole_for_views($_, "/b/$_", $_) for 302, 404, 500;
};
subtest '1xx' => sub {
    my $view = $httpd->get('/b/interim');
    is_deeply $view->{interim}, [103], 'a view gets early hints';
    my $preview = is_stripped('103', '/b/interim');
    is_deeply $preview->{interim}, [], 'a preview does not, for they call vendors';
    is $preview->{headers}{link}, '</style.css>; rel=preload; as=style', 'nor does its answer';
    my $continue = $httpd->request('POST', '/b/page', headers => [@PREVIEW, Expect => '100-continue'], body => 'a=b');
    is kind($continue->{content}), 'full', 'Expect: 100-continue with a body, of which nothing is changed';
};
subtest 'chunked, and with trailers' => sub { is_stripped($_, "/b/$_") for qw(chunked trailers) };
subtest 'HTTP/1.0 backend without a length' => sub {
    is_stripped('old', '/b/old');
    my $r = $httpd->request('GET', '/b/old', headers => [@PREVIEW], version => '1.0');
    is_stripped('old to old', '', r => $r);
    is $r->{framing}, 'close', 'which ends with the connection';
};
subtest 'empty body' => sub {
    for my $path (qw(/b/empty /b/empty-old /nothing.cgi)) {
        my $r = $httpd->get($path, @PREVIEW);
        is $r->{status}, 200, "$path: 200";
        is $r->{content}, '', "$path: empty";
        ok $r->{complete}, "$path: complete";
        is $httpd->notes($r)->{verdict}, 'clean', "$path: clean";
        is $r->{headers}{'cache-control'}, 'private, no-store', "$path: not to be stored";
    }
};
subtest 'ErrorDocument' => sub {
    my %document = ('a file' => '/missing', 'a CGI program' => '/e-cgi/missing', SSI => '/e-ssi/missing', 'over a backend' => '/covered/404');
    for my $name (sort keys %document) {
        is_stripped($name, $document{$name}, status => 404);
        is_whole_for_views($name, $document{$name}, 404);
    }
    is_stripped('denied', '/denied/x', status => 403);
    my $r = $httpd->get('/e-url/missing', @PREVIEW);
    is $r->{status}, 302, 'an external one: 302';
    like $r->{headers}{location}, qr{/page\.html$}, 'to where it is';
    is $r->{headers}{'cache-control'}, 'private, no-store', "its text is httpd's own, and not to be stored";
    my $own = $httpd->get('/e-none/missing', @PREVIEW);
    is $httpd->notes($own)->{verdict}, 'clean', "httpd's own text: clean";
    is $own->{content}, $httpd->get('/e-none/missing')->{content}, 'the same as a view';
};
subtest 'internal redirect' => sub {
    my %redirect = (DirectoryIndex => '/dir/', 'Location of a CGI program' => '/local.cgi', mod_rewrite => '/rewritten', Action => '/made');
    for my $name (sort keys %redirect) {
        is_stripped($name, $redirect{$name});
        is_stripped("$name with a condition", $redirect{$name}, headers => ['If-None-Match' => '*', Range => 'bytes=0-5']);
        is_whole_for_views($name, $redirect{$name});
    }
};
subtest 'subrequest' => sub {
    is_stripped('a part', '/ssi.shtml');
    is_stripped('the whole page', '/whole.shtml');
    is_whole_for_views('a part', '/ssi.shtml');
};
subtest 'autoindex' => sub {
    my ($preview, $view) = ($httpd->get('/list/', @PREVIEW), $httpd->get('/list/'));
    like $view->{content}, qr/googletagmanager.*file\.txt.*facebook/s, 'a view has header, list and readme';
    unlike $preview->{content}, qr/googletagmanager|facebook/, 'a preview has no analytics';
    (my $want = $view->{content}) =~ s/\Q$TAG\E|\Q$PIXEL\E//g;
    is left($preview->{content}), $want, 'and all the rest';
    is $preview->{headers}{'cache-control'}, 'private, no-store', 'not to be stored';
};
for my $way ('/b/ws', '/tunnel/ws') {
    subtest "WebSocket upgrade, $way" => sub {
        my $client = $httpd->client;
        $client->send_raw("GET $way HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Purpose: preview\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            . "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
        my $r = $client->response('GET');
        is $r->{status}, 101, 'switches';
        $client->send_raw($TAG);
        my $echo = '';
        while (length $echo < 5 + length $TAG) {
            last unless IO::Select->new($client->socket)->can_read(30) && sysread $client->socket, $echo, 4096, length $echo;
        }
        is $echo, "echo:$TAG", 'and bytes go to and fro untouched';
        $client->close;
    };
}
subtest 'text/html with odd parameters' => sub { is_stripped($html_types{$_}, "/b/type/$_") for sort keys %html_types };
subtest 'other types, and none' => sub {
    for my $name (sort keys %other_types) {
        is_passed($other_types{$name} || 'none', "/b/type/$name", $other_types{$name} =~ /^text\/html;/ ? 'charset' : 'not-html');
    }
    my $r = $httpd->get('/untyped.cgi', @PREVIEW);
    is $r->{content}, $page, 'a CGI program that says no type';
};
subtest 'wrong Content-Length from CGI' => sub { is_stripped($_, "/length-$_.cgi") for 7, $length, 99999 };
subtest 'Cache-Control: no-transform' => sub {
    is_passed('proxied', '/b/no-transform', 'no-transform');
    is_stripped('CGI', '/transform.cgi');
    is_stripped('a file', '/transform.html');
};
subtest 'digests' => sub {
    my $r = is_stripped('digests', '/b/digests');
    is_deeply [grep { exists $r->{headers}{$_} } qw(content-digest repr-digest digest content-md5)], [], 'a preview has none';
    my $view = $httpd->get('/b/digests');
    is scalar(grep { exists $view->{headers}{$_} } qw(content-digest repr-digest digest content-md5)), 4, 'a view has all';
};
subtest 'what tells a cache to process the page' => sub {
    my $r = is_stripped('ESI', '/b/esi');
    is $r->{headers}{'surrogate-control'}, 'no-store,content="ESI/1.0"', 'Surrogate-Control';
    is $r->{headers}{'edge-control'}, 'no-store,dca=esi', 'Edge-Control';
};
subtest 'Link' => sub {
    my $r = is_stripped('Link', '/b/link');
    is $r->{headers}{link}, '</style.css>; rel=preload; as=style, <https://fonts.example>; rel=preconnect, </canonical>; rel=canonical,'
        . ' <https://www.google-analytics.com/privacy>; rel=help', 'only what would call a vendor is gone';
    my $view = $httpd->get('/b/link');
    is scalar(() = $view->{headers}{link} =~ /google/g), 5, 'a view has all';
};
$httpd->expect_log(qr/AH01146|AH01630/)->stop;

# ---- HTTP/2 and TLS ----

my $nghttp = Test::Service->program('nghttp');
my $openssl = Test::Service->program('openssl');

sub certificate {
    my ($folder) = @_;
    system "$openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout $folder/key -out $folder/cert 2>/dev/null";
    return -s "$folder/cert";
}

SKIP: {
    skip 'mod_http2 is not installed, or does not work under this MPM or in one process', 1
        if !Test::Httpd->has_module('http2') || ($ENV{MPM} || '') eq 'prefork' || $ENV{XP_WRAP};
    subtest 'trailers over HTTP/2' => sub {
        my $h2 = Test::Httpd->new(modules => [qw(http2 proxy proxy_http)],
            conf => "XPurpose On\nProtocols h2c http/1.1\nProxyPass /b/ http://127.0.0.1:$port/ disablereuse=on\n")->start;
        my $client = Test::Http2->new($h2->port);
        for (['digest-trailers', 2, 1], ['trailers', 2, 2]) {
            my ($path, @heads) = @$_;
            my @id = map { $client->get("/b/$path", te => 'trailers', @$_) } [], ['x-purpose' => 'preview'];
            $client->read_until(sub { !grep { !$client->{ended}{$_} } @id });
            is_deeply [map { kind($client->{body}{$_}) } @id], ['full', 'stripped'], "$path: a view and a preview";
            is_deeply [map { $client->{heads}{$_} } @id], \@heads, "$path: trailers that tell of the full page are a view's only";
        }
        $h2->stop;
    };
}

SKIP: {
    skip 'nghttp, openssl, mod_http2 or mod_ssl is not installed (make deps-all)', 1
        unless $nghttp && $openssl && !grep { !Test::Httpd->has_module($_) } qw(http2 ssl);
    subtest 'HTTP/2 and TLS' => sub {
        plan skip_all => 'mod_http2 does not work under prefork' if ($ENV{MPM} || '') eq 'prefork';
        my $secure = Test::Httpd->new(ports => 2, modules => [qw(http2 ssl proxy proxy_http deflate cgi)], conf => <<"CONF");
XPurpose On
Protocols h2c http/1.1
ProxyPass /b/ http://127.0.0.1:$port/ disablereuse=on
<VirtualHost 127.0.0.1:%PORT2%>
    Protocols h2 http/1.1
    SSLEngine On
    SSLCertificateFile %DIR%/cert
    SSLCertificateKeyFile %DIR%/key
    DocumentRoot %DOCS%
    ProxyPass /b/ http://127.0.0.1:$port/ disablereuse=on
</VirtualHost>
CONF
        ok certificate($secure->dir), 'a certificate';
        $secure->doc('page.html', $page);
        $secure->doc('large.html', full('large', 1_000_000));
        $secure->cgi('page.cgi', "${perl}print qq{Content-Type: text/html\\n\\n}; $body");
        $secure->start;
        for my $scheme ("http://127.0.0.1:@{[$secure->port]}", "https://127.0.0.1:@{[$secure->port(2)]}") {
            my $name = $scheme =~ /https/ ? 'h2' : 'h2c';
            for my $path (qw(/page.html /page.cgi /b/page /b/chunked /b/interim)) {
                is kind(scalar `$nghttp -y --no-push -H 'x-purpose: preview' $scheme$path 2>/dev/null`), 'stripped', "$name $path: a preview is stripped";
                is kind(scalar `$nghttp -y --no-push $scheme$path 2>/dev/null`), 'full', "$name $path: a view is full";
            }
            is kind(scalar `$nghttp -y --no-push -H 'x-purpose: preview' $scheme/large.html 2>/dev/null`, 'large', 1_000_000), 'stripped', "$name: a large page";
            my $seen = `$nghttp -y --no-push -nv -H 'x-purpose: preview' -H 'if-none-match: *' -H 'range: bytes=0-9' $scheme/page.html 2>&1`;
            like $seen, qr/:status: 200/, "$name: no condition, no range";
            like $seen, qr/cache-control: private, no-store/, "$name: not to be stored";
            like $seen, qr/vary: .*X-Purpose/i, "$name: Vary";
            unlike $seen, qr/recv .*(?:etag|last-modified|accept-ranges):/, "$name: no validators";
            unlike scalar `$nghttp -y --no-push -nv -H 'x-purpose: preview' $scheme/b/interim 2>&1`, qr/googletagmanager/, "$name: no hint to a vendor";
        }
        my $curl = Test::Service->program('curl');
        is kind(scalar `$curl -sk --http1.1 -H 'X-Purpose: preview' https://127.0.0.1:@{[$secure->port(2)]}/b/page`), 'stripped', 'TLS and HTTP/1.1' if $curl;
        $secure->expect_log(qr/\[ssl:warn\]/)->stop;
    };
}
done_testing;
