# Compression before the filter and behind it: what comes packed with gzip or deflate is unpacked, stripped and packed again for
# those who take it; what nobody here can unpack passes as it is; files that are packed beforehand are not sent to previews.
use strict;
use warnings;
use IO::Compress::Deflate 'deflate';
use IO::Compress::Gzip 'gzip';
use IO::Compress::RawDeflate 'rawdeflate';
use Test::Backend;
use Test::Http;
use Test::Httpd;
use Test::Http2;
use Test::More;
use Test::Packed;
use Test::Preview;
use Test::Service;
use Time::HiRes 'time';

my $page = full();
my $large = full('page', 400_000);
my @gzip_ok = ('Accept-Encoding' => 'gzip');
my $brotli = Test::Service->program('brotli') && Test::Httpd->has_module('brotli');

sub packed {
    my ($how, $text) = @_;
    my $out;
    ($how == 1 ? \&gzip : $how == 2 ? \&deflate : \&rawdeflate)->(\$text => \$out) or die;
    return $out;
}

my $gzip = packed(1, $page);
my %coded = (
    gzip => $gzip, 'x-gzip' => $gzip, GZip => $gzip, deflate => packed(2, $page), 'raw-deflate' => packed(3, $page),
    large => packed(1, $large), 'large-deflate' => packed(2, $large), 'large-raw' => packed(3, $large),
    'short-deflate' => packed(2, "<p>1</p>$TAG"), 'no-checksum' => substr(packed(2, $page), 0, -4),
    'twice' => packed(1, $gzip), cut => substr($gzip, 0, length($gzip) / 2), broken => substr($gzip, 0, 40) . 'x' x 40 . substr($gzip, 80),
    plain => $page, 'not-packed' => $page, 'two-members' => $gzip . packed(1, "<p>more</p>$TAG"), repeats => packed(1, $page . ' ' x 8_000_000),
    br => $brotli ? piped('brotli -c', $page) : '', zstd => Test::Service->program('zstd') ? piped('zstd -q -c', $page) : '',
);
my $deflate = packed(2, $page);
my %faulty = (
    'deflate-cut' => substr($deflate, 0, length($deflate) / 2), 'deflate-cut-3' => substr($deflate, 0, -3),
    'deflate-cut-7' => substr($deflate, 0, -7), 'deflate-one' => 'x', 'deflate-plain' => $page,
    'deflate-wrong' => substr($deflate, 0, -1) . chr(1 + ord(substr $deflate, -1) & 127),
    'deflate-broken' => substr($deflate, 0, 40) . 'x' x 40 . substr($deflate, 80), 'deflate-more' => "$deflate and more",
    'raw-cut' => substr($coded{'raw-deflate'}, 0, length($deflate) / 2), 'raw-cut-1' => substr($coded{'raw-deflate'}, 0, -1),
    'large-cut' => substr($coded{'large-deflate'}, 0, -20), 'large-raw-cut' => substr($coded{'large-raw'}, 0, -20),
);
%coded = (%coded, %faulty);
my $http2 = Test::Httpd->has_module('http2');
my $wrong = substr($gzip, 0, -8) . pack 'N', ~unpack 'N', substr $gzip, -8, 4;
$wrong .= substr $gzip, -4;
my @ends_badly = qw(wrong short reset reset-deflate no-chunk no-chunk-large nothing);
my %coding = (map({ $_ => 'deflate' } 'raw-deflate', 'large-deflate', 'large-raw', 'short-deflate', 'no-checksum', keys %faulty), large => 'gzip', 'two-members' => 'gzip', repeats => 'gzip', twice => 'gzip, gzip', cut => 'gzip', broken => 'gzip',
    'not-packed' => 'gzip', plain => 'identity');

sub response {
    my ($name, @body) = @_;
    return ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " . ($coding{$name} || $name)
        . "\r\nETag: \"$name\"\r\nVary: Accept-Encoding\r\nCache-Control: max-age=60\r\n\r\n", @body];
}

# Codings told in several fields, or members.
my %fields = map { my ($name, $body, @codings) = @$_; $name => [join('', map { "Content-Encoding: $_\r\n" } @codings), $body] }
    ['gzip-deflate', packed(2, $gzip), 'gzip', 'deflate'], ['gzip-gzip', packed(1, $gzip), 'gzip', 'gzip'], ['gzip-br', 'not looked at', 'gzip', 'br'],
    ['identity-gzip', $gzip, 'identity', 'gzip'], ['empty-gzip', $gzip, '', 'gzip'], ['members', $gzip, 'identity , gzip,'], ['identity', $page, 'identity', 'identity'];

# A response with fields of its own, which may promise another end.
sub fielded {
    my ($fields, $first, @rest) = @_;
    my $coding = $fields =~ /^Content-Encoding/m ? '' : "Content-Encoding: gzip\r\n";
    return ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n$coding$fields\r\nConnection: close\r\n\r\n$first", @rest];
}

my $backend = Test::Backend->new({
    (map { ("/$_" => response($_, $coded{$_})) } keys %coded),
    '/utf-16' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-16\r\nContent-Encoding: gzip\r\nETag: \"x\"\r\n\r\n", $gzip],
    '/no-transform' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nETag: \"x\"\r\nCache-Control: no-transform\r\n\r\n", $gzip],
    '/image' => ["HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\nContent-Encoding: deflate\r\nETag: \"x\"\r\n\r\n", $deflate],
    '/wrong' => response('gzip', $wrong),
    '/gzip-length' => fielded('Content-Length: ' . length $gzip, $gzip),
    '/deflate-length' => fielded('Content-Length: ' . length($deflate) . "\r\nContent-Encoding: deflate", $deflate),
    (map { ("/fields/$_" => [response('gzip')->[0] =~ s/Content-Encoding: .*\r\n/$fields{$_}[0]/r, $fields{$_}[1]]) } keys %fields),
    '/short' => fielded("Content-Length: " . (100 + length $gzip), $gzip),
    '/reset' => fielded("Content-Length: 99999", substr($coded{large}, 0, 2000), \0.2, \'reset'),
    '/reset-deflate' => fielded("Content-Length: 99999\r\nContent-Encoding: deflate", substr($coded{'large-deflate'}, 0, 2000), \0.2, \'reset'),
    '/no-chunk' => fielded('Transfer-Encoding: chunked', sprintf("%x\r\n%s\r\nno length\r\n", length $gzip, $gzip)),
    '/no-chunk-large' => fielded('Transfer-Encoding: chunked', sprintf("%x\r\n%s\r\nno length\r\n", length $coded{large}, $coded{large})),
    '/nothing' => fielded('X: x', '', \0.3),
    '/bytes' => response('gzip', map { ($_, \0.0002) } split //, $gzip),
    '/deflate-bytes' => response('deflate', map { ($_, \0.0002) } split //, $deflate),
    '/raw-bytes' => response('raw-deflate', map { ($_, \0.0002) } split //, $coded{'raw-deflate'}),
});

my @modules = qw(cgi deflate filter headers negotiation rewrite env setenvif alias proxy proxy_http);
my $httpd = Test::Httpd->new(modules => [@modules, $brotli ? 'brotli' : (), $http2 ? 'http2' : ()], conf => <<"CONF");
XPurpose On
KeepAliveTimeout 30
@{[$http2 ? 'Protocols h2c http/1.1' : '']}
AddEncoding gzip .gz
AddEncoding br .br
AddHandler type-map .var
ErrorDocument 404 /error/page.html.gz
ErrorDocument 410 /b/deflate
ErrorDocument 451 /b/br
Redirect 410 /gone
Redirect 451 /br-gone
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
ProxyPass /inflated/ http://127.0.0.1:@{[$backend->port]}/
ProxyPass /deflated/ http://127.0.0.1:@{[$backend->port]}/
<Directory %DOCS%>
    Options +MultiViews
    AllowOverride All
</Directory>
<LocationMatch ^/(deflate|deflated)/>
    SetOutputFilter DEFLATE
</LocationMatch>
<Location /inflated/>
    SetOutputFilter INFLATE
</Location>
<Location /by-type/>
    AddOutputFilterByType DEFLATE text/html
</Location>
<IfModule brotli_module>
    <Location /brotli/>
        SetOutputFilter BROTLI_COMPRESS
    </Location>
    <Location /both/>
        AddOutputFilterByType BROTLI_COMPRESS;DEFLATE text/html
    </Location>
</IfModule>

$PACKED_RULES
CONF
$httpd->doc("$_/page.html", $page) for qw(deflate by-type brotli both server header htaccess variants);
$httpd->doc("$_/page.html.gz", $gzip) for qw(server header htaccess always only variants error);
$httpd->doc("$_/page.html.br", $coded{br}) for $brotli ? qw(only variants) : ();
$httpd->doc("server/other.html$_->[0]", $_->[1]) for ['', $page], $brotli ? ['.br', $coded{br}] : ();
put_packed($httpd, $gzip, $coded{br});
$httpd->doc('script.gz', $gzip);
$httpd->cgi('packed.cgi', <<'CGI');
#!/bin/sh
printf 'Content-Type: text/html\nContent-Encoding: gzip\n\n'
[ "$REQUEST_METHOD" = HEAD ] || [ "$QUERY_STRING" = empty ] || cat script.gz
CGI
$httpd->cgi('cut.cgi', "#!/bin/sh\nprintf 'Content-Type: text/html\\nContent-Encoding: gzip\\n\\n'\nhead -c 200 script.gz\n");
$httpd->start;

sub has_vary {
    my ($r, @names) = @_;
    my %has = map { lc $_ => 1 } split /\s*,\s*/, $r->{headers}{vary} || '';
    return !grep { !$has{ lc $_ } } @names;
}

sub is_stripped {
    my ($path, $name, %opt) = @_;
    my $r = $httpd->get($path, @PREVIEW, @{ $opt{headers} || [] });
    is kind($opt{unpack} ? $opt{unpack}->($r->{content}) : unzip($r), 'page', $opt{size}), 'stripped', "$name: stripped";
    is $r->{headers}{'content-encoding'}, $opt{coding}, "$name: " . ($opt{coding} || 'not packed');
    ok $r->{complete}, "$name: complete";
    is $r->{status}, $opt{status} || 200, "$name: status";
    ok !exists $r->{headers}{etag}, "$name: no ETag";
    is $r->{headers}{'cache-control'}, 'private, no-store', "$name: not to be stored";
    ok has_vary($r, 'X-Purpose', $opt{coding} ? 'Accept-Encoding' : ()), "$name: Vary" or diag $r->{headers}{vary};
    is $httpd->notes($r)->{verdict}, 'stripped', "$name: and so it says";
    return $r;
}

sub is_passed {
    my ($path, $bytes, $name) = @_;
    my $r = $httpd->get($path, @PREVIEW, @gzip_ok);
    ok $r->{content} eq $bytes, "$name: not a byte differs";
    is $httpd->notes($r)->{verdict}, 'passed:encoded', "$name: says so";
    is $r->{headers}{'cache-control'}, 'private, no-store', "$name: not to be stored, since the backend was asked for it unpacked";
    ok $r->{headers}{etag} && $r->{headers}{'content-encoding'}, "$name: keeps its headers";
    ok has_vary($r, 'X-Purpose', 'Accept-Encoding'), "$name: Vary has both";
    return;
}

subtest 'gzip from a backend that was not asked for it' => sub {
    is_stripped("/b/$_", $_) for qw(gzip x-gzip GZip bytes);
    is_stripped('/b/plain', 'identity', coding => 'identity');
    is_stripped('/b/large', 'a large page', size => 400_000);
    is $httpd->get($_, @PREVIEW)->{framing}, 'length', "$_: with its length" for qw(/b/gzip-length /b/deflate-length /always/page.html);
    is_stripped('/b/gzip', 'although the client takes it', headers => \@gzip_ok);
    unlike $_, qr/^Accept-Encoding:/im, 'it was not asked for it' for ($backend->requests)[-1];
    is_stripped('/deflated/gzip', 'packed again', headers => \@gzip_ok, coding => 'gzip');
    is_stripped('/deflated/plain', 'packed here', headers => \@gzip_ok, coding => 'gzip');
    is kind(unzip($httpd->get('/b/gzip', @gzip_ok))), 'full', 'a view is full';
    is $httpd->get('/b/gzip', @gzip_ok)->{headers}{'content-encoding'}, 'gzip', 'and packed as it came';
    like +($backend->requests)[-1], qr/^Accept-Encoding: gzip/im, 'for a view it is asked for it';
    ok has_vary($httpd->get('/b/gzip', @gzip_ok), 'X-Purpose', 'Accept-Encoding'), 'Vary has both';
};

subtest 'gzip from a script' => sub {
    is_stripped('/packed.cgi', 'GET');
    for my $r ($httpd->head('/packed.cgi', @PREVIEW), $httpd->get('/packed.cgi?empty', @PREVIEW)) {
        ok $r->{status} == 200 && $r->{complete} && $r->{content} eq '', 'complete, though nothing is there to unpack';
        is $r->{headers}{'content-encoding'}, undef, 'and no coding';
        is $r->{headers}{'cache-control'}, 'private, no-store', 'not to be stored';
    }
};

# Both that go by the name: with zlib's header and checksum, as it should be, and without.
subtest 'deflate from a backend' => sub {
    is_stripped("/b/$_", $_) for qw(deflate raw-deflate deflate-bytes raw-bytes no-checksum);
    is_stripped("/b/$_", $_, size => 400_000) for qw(large-deflate large-raw);
    is left($httpd->get('/b/short-deflate', @PREVIEW)->{content}), '<p>1</p>', 'a short one';
    is_stripped('/deflated/deflate', 'packed again with gzip', headers => \@gzip_ok, coding => 'gzip');
    my $head = $httpd->head('/b/deflate', @PREVIEW);
    is $head->{headers}{'content-encoding'}, undef, 'HEAD: not packed';
    is $head->{headers}{'cache-control'}, 'private, no-store', 'HEAD: not to be stored';
    my $view = $httpd->get('/b/deflate');
    ok $view->{content} eq $deflate && $view->{headers}{'content-encoding'} eq 'deflate', 'a view gets it as it came';
};
unlike $httpd->error_log, qr/\[deflate:/, 'and mod_deflate has nothing to complain of';

subtest 'several codings' => sub {
    is_passed("/b/fields/$_", $fields{$_}[1], $_) for qw(gzip-deflate gzip-gzip gzip-br);
    is_stripped("/b/fields/$_", $_) for qw(identity-gzip empty-gzip members);
    is_stripped('/b/fields/identity', 'identity', coding => 'identity, identity');
};

# As mod_deflate unpacks for anybody.
subtest 'what comes ends where mod_deflate ends it' => sub {
    my $r = $httpd->get('/b/two-members', @PREVIEW);
    is kind($r->{content}), 'stripped', 'of several members of gzip the first';
    $r = $httpd->get('/b/repeats', @PREVIEW);
    ok index(left($r->{content}), clean()) == 0, 'beyond DeflateInflateRatioLimit: what comes before it is stripped';
    ok !$r->{complete} && length $r->{content} < 8_000_000, '... and it does not seem to be all';
};

subtest 'codings that cannot be unpacked here' => sub {
    is_passed('/b/twice', $coded{twice}, 'gzip, gzip');
SKIP: {
        skip 'brotli is not installed (make deps-all)', 1 unless $brotli;
        is_passed('/b/br', $coded{br}, 'br');
    }
SKIP: {
        skip 'zstd is not installed (make deps-all)', 1 unless length $coded{zstd};
        is_passed('/b/zstd', $coded{zstd}, 'zstd');
    }
};

# What is not going to be stripped is not unpacked either.
subtest 'packed, but not for us' => sub {
    for (['utf-16', 'charset', $gzip], ['no-transform', 'no-transform', $gzip], ['image', 'not-html', $deflate]) {
        my ($name, $reason, $bytes) = @$_;
        my $r = $httpd->get("/b/$name", @PREVIEW);
        ok $r->{content} eq $bytes && $r->{headers}{'content-encoding'} && $r->{headers}{etag} eq '"x"', "$name: passes as it came";
        is $httpd->notes($r)->{verdict}, "passed:$reason", "$name: and says why";
    }
};

# A fault of the backend stays one: less comes than should, and never anything but a part of the page. What is removed goes unless it
# is open where the data ends.
sub is_part {
    my ($name, $r) = @_;
    my $left = left($r->{content});
    $left =~ s/<(?:script|noscript)\b(?:(?!<\/(?:script|noscript)>).)*\z//s;
    unlike $left, qr/<script|<noscript/, "$name: nothing that counts";
    ok index(clean('page', $name =~ /large|reset/ ? 400_000 : 0), $left) == 0 || ($r->{status} || 500) != 200, "$name: a part of the page, or none"
        or diag substr $left, 0, 200;
    ok !$r->{complete} || $r->{status} != 200, "$name: and it does not seem to be all";
    return;
}

my @broken = (qw(cut broken not-packed), @ends_badly, sort keys %faulty);

subtest 'broken gzip and deflate' => sub {
    is_part($_, $httpd->get("/b/$_", @PREVIEW)) for @broken;
    for my $name (qw(wrong short no-chunk)) {
        is kind($httpd->get("/b/$name", @PREVIEW)->{content}), 'stripped', "$name: the text is there as a whole";
    }
};

# Where the administrator has put INFLATE, the error comes before the last of the text.
subtest 'text behind an error' => sub {
    my $r = $httpd->get('/inflated/no-chunk-large', @PREVIEW);
    is_part('large', $r);
    is kind($r->{content}, 'page', 400_000), 'stripped', 'stripped to its end';
};

# The connection is closed at once, or the next response is one of its own.
subtest 'broken gzip and deflate on a connection that is kept' => sub {
    local $Test::Http::TIMEOUT = 20;
    for my $path ((map { "/b/$_" } @broken), '/deflated/wrong', '/deflated/cut', '/cut.cgi') {
        my ($name) = $path =~ m{([^/]+)$};
        my $client = $httpd->client;
        my $since = time;
        $client->send_raw(join '', map { "GET $_ HTTP/1.1\r\nHost: x\r\nX-Purpose: preview\r\n\r\n" } $path, '/deflate/page.html');
        my $r = $client->response('GET');
        is_part($name, $r);
        ok defined $r->{status}, "$path: an answer";
        my $second = $client->response('GET');
        ok !defined $second->{status} || $r->{complete} && kind($second->{content}) eq 'stripped', "$path: and the next is another";
        cmp_ok time - $since, '<', 15, "$path: and both before a kept connection would be closed";
    }
};

SKIP: {
    skip 'httpd has no http2 (make deps-all)', 1 unless $http2;
    subtest 'broken gzip and deflate over HTTP/2' => sub {
        plan skip_all => 'mod_http2 does not work under prefork' if ($ENV{MPM} || '') eq 'prefork';
        my $client = Test::Http2->new($httpd->port);
        for my $name (@broken) {
            my $id = $client->get("/b/$name", 'x-purpose' => 'preview');
            ok $client->read_until(sub { $client->{ended}{$id} }, 20), "$name: the stream ends";
            ok $client->{reset}{$id} || $client->{body}{$id} =~ /502 Proxy Error|Bad Gateway/, "$name: and not as if that were all";
        }
        my $id = $client->get('/b/gzip', 'x-purpose' => 'preview');
        ok $client->read_until(sub { $client->{ended}{$id} }, 20) && kind($client->{body}{$id}) eq 'stripped', 'and the connection goes on';
    };
}

subtest 'files that are packed beforehand' => sub {
    for my $way (qw(variants server htaccess header)) {
        my $view = $httpd->get("/$way/page.html", @gzip_ok);
        is kind(unzip($view)), 'full', "$way: a view is full";
        is $view->{headers}{'content-encoding'}, 'gzip', "$way: a view is packed" unless $way eq 'variants';
        is_stripped("/$way/page.html", "$way: the preview of who takes gzip", headers => \@gzip_ok);
        is_stripped("/$way/page.html", "$way: the preview of who does not");
    }
    is_stripped('/server/other.html', 'server: nor what cannot be unpacked', headers => ['Accept-Encoding' => 'br']);
    is $httpd->get('/server/other.html', 'Accept-Encoding' => 'br')->{headers}{'content-encoding'}, $brotli ? 'br' : undef, 'server: br is for a view';
    is_stripped('/always/page.html', 'whoever asks, by an internal redirect');
    is_stripped('/only/page.html.gz', 'MultiViews, and there is only the packed one');
    for my $accept ('gzip', 'gzip, deflate, br', 'br, gzip', 'gzip;q=1.0, br;q=0', 'br;Q=0', 'br', '') {
        my @accept = length $accept ? ('Accept-Encoding' => $accept) : ();
        is_stripped($_, "$_ among several, '$accept'", headers => \@accept) for '/variants/page', '/only/page', '/map/page.var';
    }
    for my $path ('/only/page', '/map/page.var') {
        my $view = $httpd->get($path, @gzip_ok);
        is "$view->{status} $view->{headers}{'content-encoding'}", '200 gzip', "$path: a view gets what it takes";
    }
};

subtest 'error documents' => sub {
    is_stripped('/nothing', 'a packed file', status => 404);
    is_stripped('/gone', 'deflate from a backend');
SKIP: {
        skip 'brotli is not installed (make deps-all)', 1 unless $brotli;
        my $r = $httpd->get('/br-gone', @PREVIEW);
        ok $r->{content} eq $coded{br} && $r->{headers}{'content-encoding'} eq 'br', 'br passes as it is';
        is $httpd->notes($r)->{verdict}, 'passed:encoded', 'and so it says';
    }
};

subtest 'compression behind the filter' => sub {
    for my $way ('deflate', 'by-type') {
        is_stripped("/$way/page.html", "$way, gzip", headers => \@gzip_ok, coding => 'gzip');
        is_stripped("/$way/page.html", "$way, plain");
        my $view = $httpd->get("/$way/page.html", @gzip_ok);
        is kind(unzip($view)), 'full', "$way: a view is full";
        ok has_vary($view, 'X-Purpose', 'Accept-Encoding'), "$way: Vary has both";
        is $httpd->head("/$way/page.html", @PREVIEW, @gzip_ok)->{headers}{'cache-control'}, 'private, no-store', "$way: HEAD";
        is $httpd->get("/$way/page.html", @gzip_ok, 'If-None-Match' => $view->{headers}{etag})->{status}, 304, "$way: a view is revalidated"
            if $way eq 'by-type' && $view->{headers}{etag} !~ /-gzip/;
    }
SKIP: {
        skip 'brotli is not installed (make deps-all)', 1 unless $brotli;
        my %as = (headers => ['Accept-Encoding' => 'br'], coding => 'br', unpack => sub { piped('brotli -dc', $_[0]) });
        is_stripped('/brotli/page.html', 'brotli', %as);
        is_stripped('/both/page.html', 'brotli or gzip: brotli', %as);
        is_stripped('/both/page.html', 'brotli or gzip: gzip', headers => \@gzip_ok, coding => 'gzip');
        is kind(piped('brotli -dc', $httpd->get('/brotli/page.html', 'Accept-Encoding' => 'br')->{content})), 'full', 'brotli: a view is full';
    }
};

$httpd->expect_log(qr/\[deflate:|AH01110: error reading response/);
$httpd->stop;

# The rules of the server choose the packed file before XPurpose is known to be on, and mod_headers tells its coding only where the
# page has been scanned already.
subtest 'what mod_headers says of a page' => sub {
    $httpd = Test::Httpd->new(modules => [@modules], conf => <<"CONF");
<Directory %DOCS%>
    XPurpose On
    Options -MultiViews
</Directory>
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
AddOutputFilterByType DEFLATE text/html
RewriteEngine On
RewriteRule ^/(all|always|br|odd)/(.*)\\.html\$ /\$1/\$2.html.gz [T=text/html,E=no-gzip:1]
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteRule ^/asked/(.*)\\.html\$ /asked/\$1.html.gz [T=text/html,E=no-gzip:1]
<LocationMatch ^/(all|asked)/>
    Header set Content-Encoding gzip "expr=%{REQUEST_FILENAME} =~ /gz\$/"
    Header append Vary Accept-Encoding
</LocationMatch>
<Location /always/>
    Header always set Content-Encoding gzip
</Location>
<Location /br/>
    Header set Content-Encoding br
    Header set Cache-Control max-age=60
    Header append Vary Accept-Encoding
</Location>
<Location /b/>
    XPurpose On
    Header set Content-Encoding gzip "expr=%{REQUEST_URI} =~ m#/gzip#"
    Header unset Content-Encoding "expr=%{REQUEST_URI} =~ m#/br#"
    Header append Vary Accept-Encoding
</Location>
<Location /utf-16/>
    Header set Content-Type "text/html; charset=utf-16"
</Location>
<Location /no-html/>
    Header set Content-Type application/json
</Location>
<Location /is-html/>
    Header set Content-Type text/html
</Location>
CONF
    $httpd->doc("$_/page.html", $page) for qw(asked utf-16 no-html);
    $httpd->doc("$_/page.html.gz", $gzip) for qw(all asked always);
    $httpd->doc('br/page.html.gz', $coded{br});
    $httpd->doc('is-html/page.tpl', $page);
    $httpd->start;

    for my $path ('/all/page.html', '/asked/page.html', '/always/page.html') {
        my $view = $httpd->get($path, @gzip_ok);
        is kind(unzip($view)), 'full', "$path: a view is full";
        is $view->{headers}{'content-encoding'}, 'gzip', "$path: and packed";
        is_stripped($path, $path, headers => \@gzip_ok);
        is_stripped($path, "$path for who does not take gzip");
        is $httpd->head($path, @PREVIEW)->{headers}{'cache-control'}, 'private, no-store', "$path: HEAD";
    }
    is_stripped('/b/gzip', 'said by both', headers => \@gzip_ok, coding => 'gzip');
    is_stripped('/b/gzip', 'said by both');
    is_stripped('/is-html/page.tpl', 'HTML by mod_headers\' word');
SKIP: {
        skip 'brotli is not installed (make deps-all)', 1 unless $brotli;
        my $r = $httpd->get('/br/page.html', @PREVIEW, @gzip_ok);
        ok $r->{content} eq $coded{br} && $r->{headers}{'content-encoding'} eq 'br', 'br passes as it is';
        is $httpd->notes($r)->{verdict}, 'passed:encoded', 'and so it says';
        $r = $httpd->get('/b/br', @PREVIEW);
        ok $r->{content} eq $coded{br}, 'br passes although mod_headers takes the word away';
        is $httpd->notes($r)->{verdict}, 'passed:encoded', 'and so it says';
    }
    for (['/utf-16/page.html', 'charset'], ['/no-html/page.html', 'not-html']) {
        my ($path, $reason) = @$_;
        my $r = $httpd->get($path, @PREVIEW);
        is $r->{content}, $page, "$path passes";
        is $httpd->notes($r)->{verdict}, "passed:$reason", 'and says why';
    }
    $httpd->stop;
};

subtest 'without mod_deflate' => sub {
    my $bare = Test::Httpd->new(modules => [qw(proxy proxy_http)],
        conf => "XPurpose On\nProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on\n")->start;
    my $r = $bare->get('/b/gzip', @PREVIEW);
    is $r->{content}, $gzip, 'gzip passes as it is';
    is $bare->notes($r)->{verdict}, 'passed:encoded', 'and so it says';
    is $bare->get('/b/gzip', @PREVIEW)->{headers}{etag}, '"gzip"', 'with its headers';
    $bare->stop;
};
done_testing;
