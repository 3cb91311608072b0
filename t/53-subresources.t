# What is never a page is answered as if nobody had said "preview": requests that do other things than read, and the images, style
# sheets and films of a previewed page. What may be a page is treated as one whatever its name is, and what then turns out to be
# none arrives whole, for this one request.
use strict;
use warnings;
use IO::Compress::Gzip 'gzip';
use Test::Backend;
use Test::Httpd;
use Test::Http2;
use Test::More;
use Test::Preview;
use Test::Service;

my $page = full();
my $css = join '', map { ".rule-$_ { color: red; margin: 0 }\n" } 1 .. 99;
my $png = "\x89PNG\r\n\x1a\n" . join '', map { chr($_ * 37 % 256) } 1 .. 3000;
my $film = join '', map { chr($_ * 101 % 251) } 1 .. 9000;
my $old = 'Sat, 01 Jan 2000 00:00:00 GMT';
my $soon = 'Fri, 01 Jan 2038 00:00:00 GMT';
my @gzip_ok = ('Accept-Encoding' => 'gzip');

sub zip { my ($text) = @_; gzip(\$text => \my $out) or die; return $out }

# ---- What answers ----------------------------------------------------------------------------------------------------

# What a backend has been told, but for what differs in any case.
sub plain_head {
    my ($head) = @_;
    return $head =~ s/^(?:X-Purpose|X-Test-Id|Host|X-Forwarded-\w+): .*\r\n//gimr =~ s/^(\S+ )\S+/$1/r;
}

# A backend that tells what it has been told and honours conditions and ranges.
sub backend_says {
    my ($type, $body, $interim) = @_;
    return sub {
        my ($socket, $head) = @_;
        my $fields = "Content-Type: $type\r\nETag: \"b\"\r\nCache-Control: max-age=60\r\nX-Seen: "
            . unpack('H*', plain_head($head)) . "\r\nConnection: close\r\n";
        my $sent = $head =~ /^HEAD / ? '' : $body;
        print {$socket} "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" if $interim;
        if ($head =~ /^(?:GET|HEAD) .*^If-None-Match: "b"/ms) {
            print {$socket} "HTTP/1.1 304 Not Modified\r\n$fields\r\n";
        } elsif ($head =~ /^Range: bytes=0-1\r$/m) {
            print {$socket} "HTTP/1.1 206 Partial Content\r\n${fields}Content-Range: bytes 0-1/", length $body,
                "\r\nContent-Length: 2\r\n\r\n", substr $sent, 0, 2;
        } else {
            print {$socket} "HTTP/1.1 200 OK\r\n${fields}Content-Length: ", length $body, "\r\n\r\n", $sent;
        }
    };
}

sub fixed {
    my ($fields, $body) = @_;
    return ["HTTP/1.1 200 OK\r\n$fields\r\nConnection: close\r\n\r\n$body"];
}

my %assets = (css => ['text/css', $css], js => ['text/javascript', $css], mp4 => ['video/mp4', $film], png => ['image/png', $png],
    woff2 => ['font/woff2', $png], json => ['application/json', '{"a": 1}'], svg => ['image/svg+xml', '<svg/>'],
    PNG => ['image/png', $png]);
my @codings = ('none', 'None', 'utf-8', 'UTF-8', 'text/html', 'identity', 'iso-8859-1', '8bit', '', 'none, utf-8');
my @real_codings = qw(br zstd compress dcb aes128gcm x-unheard-of nonesuch utf-9);
my @digests = ('Unencoded-Digest', 'Repr-Digest', 'Content-Digest', 'Digest', 'Content-MD5', 'Signature', 'Signature-Input');

my $backend = Test::Backend->new({
    (map { ("/a.$_" => backend_says(@{ $assets{$_} })) } keys %assets),
    '/hint.css' => backend_says('text/css', $css, 1),
    '/hint' => backend_says('text/html', $page, 1),
    (map { ($_ => backend_says('text/html', $page)) } '/thing', '/wiki/File:Map.png', '/page.jsp', '/dir.css/', '/page'),
    '/a.css;jsessionid=1.node1' => backend_says('text/css', $css),
    '/a%2Fb.css' => backend_says('text/css', $css),
    '/data' => backend_says('application/json', '{"a": 1}'),
    '/image' => fixed("Content-Type: image/png\r\nETag: \"i\"\r\nLast-Modified: $old\r\nExpires: $soon\r\nAge: 3\r\n"
        . "X-Accel-Expires: 60\r\nCache-Control: public, max-age=60\r\nCDN-Cache-Control: max-age=60\r\nX-Cache-Control: max-age=9\r\n"
        . 'Surrogate-Control: max-age=60, content="ESI/1.0"', $png),
    '/304' => ["HTTP/1.1 304 Not Modified\r\nETag: \"n\"\r\n"
        . "Cache-Control: max-age=60\r\nCDN-Cache-Control: max-age=60\r\nConnection: close\r\n\r\n"],
    (map { ("/coded/$_" => fixed("Content-Type: text/html\r\nContent-Encoding: $codings[$_]", $page)) } 0 .. $#codings),
    (map { ("/coded/$_" => fixed("Content-Type: text/html\r\nContent-Encoding: $_", $page)) } @real_codings),
    (map { ("/digest/$_" => fixed("Content-Type: text/html\r\n$_: sha-256=:AAAA:", $page),
            "/digest-trailer/$_" => fixed("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nTrailer: $_",
                sprintf "%x\r\n%s\r\n0\r\n%s: sha-256=:AAAA:\r\n\r\n", length $page, $page, $_)) } @digests, 'X-Sum'),
});

# Programs: one that tells all it was told in its page, and others.
my $env_cgi = <<'CGI' . $page;
#!/usr/bin/perl
read STDIN, my $body, $ENV{CONTENT_LENGTH} || 0;
my @told = grep { !/^(?:HTTP_X_TEST_ID|REMOTE_PORT|(?:REDIRECT_)*(?:HTTP_X_PURPOSE|XPURPOSE))$/ } sort keys %ENV;
my $page = join '', map({ "<!-- $_=$ENV{$_} -->\n" } @told), "<!-- $body -->\n", <DATA>;
print "Content-Type: text/html\nETag: \"cgi\"\nLast-Modified: Sat, 01 Jan 2000 00:00:00 GMT\nCache-Control: max-age=60\n",
    "Content-Length: ", length $page, "\n\n", $page;
__END__
CGI
my $page_cgi = "#!/usr/bin/perl\nprint qq{Content-Type: text/html\\n\\n}, <DATA>;\n__END__\n$page";
my $png_cgi = <<'CGI';
#!/usr/bin/perl
binmode STDOUT;
print "Content-Type: image/png\nETag: \"p\"\nExpires: Fri, 01 Jan 2038 00:00:00 GMT\nCache-Control: public, max-age=60\n\n";
open my $in, '<:raw', 'real.png' or die; print <$in>;
CGI
my $send_cgi = <<'CGI';
#!/usr/bin/perl
print "Content-Type: text/html\nX-Sendfile: $ENV{DOCUMENT_ROOT}/static.html\n\n";
print "<p>$ENV{QUERY_STRING}" if $ENV{QUERY_STRING};
CGI

my $php = Test::Service->program('php-cgi');
my $fastcgi = $php && Test::Service->new(command => [$php, '-b', '127.0.0.1:%PORT%'], env => { PHP_FCGI_MAX_REQUESTS => 0 });
# AP_FTYPE_CONTENT_SET, which is behind ours.
my $replacing = <<'CONF';
ExtFilterDefine replaces mode=output ftype=20 cmd="%DOCS%/replaces %DOCS%/static.html"
ExtFilterDefine copies mode=output ftype=20 cmd="/bin/cat"
<Location /replaced/>
    SetOutputFilter replaces
</Location>
<Location /unchanged/>
    SetOutputFilter copies
</Location>
<Location /replaced/packed/>
    SetOutputFilter replaces;DEFLATE
</Location>
CONF
my %have = map { $_ => scalar Test::Httpd->has_module($_) } qw(http2 xsendfile brotli ext_filter);
$have{http2} &&= ($ENV{MPM} || '') ne 'prefork';    # mod_http2 does not work under it
my $b = '127.0.0.1:' . $backend->port;

my @modules = (qw(headers cgi dav dav_fs alias rewrite filter deflate negotiation autoindex actions proxy proxy_http
    proxy_balancer slotmem_shm lbmethod_byrequests), ($php ? 'proxy_fcgi' : ()), grep { $have{$_} } sort keys %have);
my $httpd = Test::Httpd->new(modules => \@modules, conf => <<"CONF");
XPurpose On
@{[$have{ext_filter} ? $replacing : '']}
@{[$have{http2} ? 'Protocols h2c http/1.1' : '']}
DavLockDB %DIR%/dav/lock
Alias /dav/ %DIR%/dav/files/
<Directory %DIR%/dav/files>
    Dav On
    Require all granted
    DirectoryIndex disabled
</Directory>
<Directory %DOCS%>
    Options +MultiViews
    AllowOverride All
    AddEncoding gzip .gz
    AddHandler type-map .var
</Directory>
AddType image/x-own .own
AllowEncodedSlashes NoDecode
AddOutputFilterByType DEFLATE text/css
<Location /forced>
    ForceType image/png
</Location>
ErrorDocument 404 /static.html
ErrorDocument 405 /env.cgi
ErrorDocument 412 /static.html
ErrorDocument 410 '<!DOCTYPE html><p>Gone.</p>$TAG'
RedirectMatch 410 /gone

# Backends.
ProxyPass /n/ http://$b/ nocanon disablereuse=on
ProxyPass /b/ http://$b/
ProxyPass /packed-behind/ http://$b/
ProxyPassMatch ^/match/(.*)\$ http://$b/\$1
<Location /location/>
    ProxyPass http://$b/
</Location>
<Proxy balancer://pool>
    BalancerMember http://$b disablereuse=on
</Proxy>
ProxyPass /balanced/ balancer://pool/
<Location /packed-behind/>
    SetOutputFilter DEFLATE
</Location>
RewriteEngine On
RewriteRule ^/rewritten/(.*)\$ http://$b/\$1 [P]
@{[$php ? "ProxyFCGIBackendType GENERIC\nProxyPassMatch ^/fastcgi/(.*)\$ fcgi://127.0.0.1:@{[$fastcgi->port]}%DOCS%/\$1" : '']}

# Files that are packed beforehand.
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteRule ^/server/(.*)\\.css\$ /server/\$1.css.gz [PT,T=text/css,E=no-gzip:1]
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteRule ^/server/theme\$ /server/a.css.gz [PT,T=text/css,E=no-gzip:1]
RewriteRule ^/server/theme\$ /server/a.css [PT,E=no-gzip:1]
RewriteRule ^/server/ - [S=0]

# Pages by any name.
AddHandler cgi-script .pl
AddType application/x-httpd-cgi .magic
Action page-maker /maker.cgi
<FilesMatch "\\.(pl|magic)\$|^(page|image|data)\$">
    Options +ExecCGI
</FilesMatch>
<FilesMatch "^(page|image|data)\$">
    SetHandler cgi-script
</FilesMatch>
<Files *.tpl>
    SetHandler page-maker
</Files>
<Directory %DOCS%/pretty>
    FallbackResource /page.cgi
</Directory>
<Directory %DOCS%/index>
    DirectoryIndex index.cgi
</Directory>
<Directory %DOCS%/list.css>
    Options +Indexes
    IndexOptions +HTMLTable
    IndexHeadInsert '$TAG'
</Directory>
<IfModule xsendfile_module>
    XSendFile On
    XSendFilePath %DOCS%
</IfModule>
<LocationMatch ^/zipped/>
    SetOutputFilter DEFLATE
</LocationMatch>
<IfModule brotli_module>
    <LocationMatch ^/brotli/>
        SetOutputFilter BROTLI_COMPRESS
    </LocationMatch>
</IfModule>
<Location /echo/>
    Header echo ^X-Purpose\$
    Header unset ETag
    Header edit Content-Type ^ ""
    Header set X-More "%D"
</Location>
CONF
$httpd->writable($_) for 'dav', 'dav/files';
sub dav_file { return $httpd->writable('dav/files') . "/$_[0]" }
for my $name (qw(kept.html old.css)) {
    open my $out, '>', dav_file($name) or die "$!\n";
    print {$out} $page;
    close $out;
    utime 946684800, 946684800, dav_file($name);
    chmod 0666, dav_file($name);
}
$httpd->doc($_, $page) for qw(static.html zipped/page.html brotli/page.html echo/page.html plain-named);
$httpd->doc($_, $css) for qw(style.css forced picture.own here/style here/a.css server/a.css variants/style.css map/a.css);
$httpd->doc("$_.gz", zip($css)) for qw(server/a.css variants/style.css map/a.css here/a.css only/style.css);
$httpd->doc($_, $png) for qw(picture.png real.png here/picture);
$httpd->doc($_, $film) for qw(here/film.odd);
$httpd->doc('map/style.var', "URI: a.css\nContent-Type: text/css\n\n"
    . "URI: a.css.gz\nContent-Type: text/css\nContent-Encoding: gzip\n");
$httpd->doc('here/.htaccess', <<'HTACCESS');
AddType video/mp4 .odd
<Files picture>
    ForceType image/png
</Files>
<Files style>
    ForceType text/css
</Files>
RewriteEngine On
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteRule ^(a)\.css$ $1.css.gz [T=text/css,E=no-gzip:1]
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteRule ^theme$ a.css.gz [T=text/css,E=no-gzip:1]
RewriteRule ^theme$ a.css [E=no-gzip:1]
HTACCESS
$httpd->cgi('env.cgi', $env_cgi);
$httpd->cgi($_, $page_cgi) for qw(page.cgi page page.pl page.magic maker.cgi);
$httpd->cgi('index/index.cgi', $env_cgi);
$httpd->cgi('image', $png_cgi);
$httpd->doc("$_/page.html", $page) for qw(replaced unchanged);
$httpd->cgi('replaces', "#!/bin/sh\ncat >/dev/null\nexec cat \"\$1\"\n");
$httpd->cgi($_, "#!/bin/sh\nprintf 'Content-Type: text/html\\n\\n'\n") for 'replaced/nothing.cgi', 'replaced/packed/nothing.cgi';
$httpd->cgi('send.cgi', $send_cgi);
$httpd->doc('make.tpl', '');
$httpd->doc('pretty/x', '');
$httpd->doc('list.css/a.png', $png);
$httpd->doc('page.php', "<?php header('ETag: \"php\"'); ?>\n$page");
$httpd->doc('dump.php', <<'PHP' . $page);
<?php
ksort($_SERVER);
foreach ($_SERVER as $name => $value)
    if (!preg_match('/PURPOSE|TEST_ID|TIME|PORT/', $name))
        echo "<!-- $name=", json_encode($value), " -->\n";
?>
PHP
$httpd->start;

# ---- Comparing -------------------------------------------------------------------------------------------------------

# All of an answer that may not differ. How a program's page is framed depends on when its pieces come.
sub told {
    my ($r, $but) = @_;
    my $program = $r->{content} =~ /GATEWAY_INTERFACE/;
    my $skip = join '|', 'date', $program ? qw(transfer-encoding content-length) : (), $but || ();
    return { (map { $_ => $r->{$_} } qw(status reason interim complete content), $program ? () : qw(framing trailers)),
        fields => [map { join ': ', @$_ } grep { $_->[0] !~ /^(?:$skip)$/i } @{ $r->{list} }] };
}

sub described { my ($method, $path, @headers) = @_; return join ' ', $method, $path, map { length ? $_ : "''" } @headers }

# A preview gets what a view gets, and the log says of it what is given (undef: nothing). Returns the answer. Options: body;
# but, a field that may differ.
sub is_same {
    my ($verdict, $method, $path, $headers, %opt) = @_;
    my $name = described($method, $path, @$headers);
    my ($view, $preview) = map { $httpd->request($method, $path, headers => [@$_, @$headers], %opt) } [], \@PREVIEW;

    is_deeply told($preview, $opt{but}), told($view, $opt{but}), "$name: the same";
    is $httpd->notes($preview)->{verdict}, $verdict, "$name: and the log says so";
    return $preview;
}

# A preview gets it stripped and whole, a view as it is. Returns the preview's answer.
sub is_page {
    my ($path, @headers) = @_;
    my $name = described('GET', $path, @headers);
    my $r = $httpd->get($path, @PREVIEW, @headers);
    my $left = left($r->{content});

    unlike $left, qr/googletagmanager|facebook/, "$name: stripped";
    like $r->{content}, qr/<!--xpurpose: /, "$name: and marked";
    is $r->{headers}{'cache-control'}, 'private, no-store', "$name: not to be stored";
    ok !exists $r->{headers}{etag}, "$name: nothing to revalidate with";
    is $httpd->notes($r)->{verdict}, 'stripped', "$name: and the log says so";
    like $httpd->get($path)->{content}, qr/googletagmanager/, "$name: a view is full";
    return $r;
}

# ---- Methods ---------------------------------------------------------------------------------------------------------

my @range = (Range => 'bytes=0-1');
my @conditions = ('If-None-Match' => '"cgi", "b"', 'If-Modified-Since' => $old, @range, 'If-Range' => '"b"', @gzip_ok);
my @methods = qw(POST PUT DELETE PATCH OPTIONS PROPFIND MKCOL REPORT FROB);

subtest 'other methods: programs and backends are told all' => sub {
    for my $path ('/env.cgi', '/b/thing', '/balanced/a.css', $php ? '/fastcgi/dump.php' : ()) {
        is_same('passed:method', $_, $path, [@conditions], body => 'a=1') for @methods;
    }
    my $r = $httpd->request('POST', '/env.cgi', headers => [@PREVIEW, @conditions]);
    like $r->{content}, qr/HTTP_IF_NONE_MATCH=.*HTTP_RANGE=bytes/s, 'programs do tell it';
    like +(grep { /^PROPFIND/ } $backend->requests)[-1], qr/^Accept-Encoding: gzip\r$/m, 'and backends know it';
    is_same('passed:method', 'POST', '/static.html', [@conditions], body => 'a=1');
    is_same(undef, 'OPTIONS', '*', []);
};

sub content_of { open my $in, '<', dav_file($_[0]) or return ''; local $/; return scalar <$in> }

# RFC 9110, 13.1: a condition that does not hold keeps the method from being performed.
subtest 'PUT and DELETE under a condition' => sub {
    my $etag = $httpd->get('/dav/kept.html')->{headers}{etag};

    for (['If-None-Match' => '*'], ['If-None-Match' => $etag], ['If-Match' => '"other"'],
        ['If-Match' => $etag, 'If-None-Match' => '*'], ['If-Unmodified-Since' => 'Fri, 01 Jan 1999 00:00:00 GMT'],
        ['If-Match' => '"other"', 'If-None-Match' => '"other"'])
    {
        for my $method (qw(PUT DELETE)) {
            my $r = is_same('passed:method', $method, '/dav/kept.html', $_, body => 'overwritten');
            is $r->{status}, 412, '... a condition that does not hold';
            is content_of('kept.html'), $page, '... and the file is as it was';
        }
    }
    for my $n (1 .. 2) {
        my @headers = $n == 1 ? ('If-None-Match' => '*') : ('If-Match' => '*', 'If-Unmodified-Since' => $soon);
        my $r = $httpd->request('PUT', '/dav/new.html', headers => [@PREVIEW, @headers], body => "number $n");
        is $r->{status}, $n == 1 ? 201 : 204, "PUT number $n, whose condition holds";
        is content_of('new.html'), "number $n", '... is carried out';
    }
    is_same('passed:method', 'PROPFIND', '/dav/kept.html', [Depth => 0, 'If-None-Match' => $etag]);
    my $r = $httpd->request('DELETE', '/dav/new.html', headers => [@PREVIEW, 'If-Match' => '*']);
    is $r->{status}, 204, 'DELETE whose condition holds';
    is content_of('new.html'), '', '... is carried out';
};

# httpd makes a GET of what fails.
subtest 'what a method that fails is answered with' => sub {
    for (['PUT', '/static.html', 405], ['DELETE', '/missing.html', 405], ['POST', '/missing.html', 404],
        ['PUT', '/dav/none/x.html', 409])
    {
        my ($method, $path, $status) = @$_;
        my $r = is_same('passed:method', $method, $path, [@conditions], body => 'a=1');
        is $r->{status}, $status, "... $status";
        like $r->{content}, qr/googletagmanager/, '... with the whole page' if $status < 409;
    }
};

subtest 'GET and HEAD under a condition that does not hold' => sub {
    for my $path ('/static.html', '/style.css', '/plain-named') {
        for my $method (qw(GET HEAD)) {
            for (['If-Match' => '"other"'], ['If-Unmodified-Since' => $old], ['If-Match' => '"other"', 'If-None-Match' => '*']) {
                my @r = map { $httpd->request($method, $path, headers => [@$_]) } $_, [@PREVIEW, @$_];
                is_deeply [map { $_->{status} } @r], [412, 412], described($method, $path, @$_) . ': 412';
            }
        }
    }
    my $etag = $httpd->get('/static.html')->{headers}{etag};
    is_page('/static.html', 'If-Match' => $etag);
    is_page('/static.html', 'If-Unmodified-Since' => $soon, 'If-None-Match' => $etag, Range => 'bytes=0-1');
};

# ---- Subresources ----------------------------------------------------------------------------------------------------

# Asks for it in all the ways in which it is asked for, or a few. Options: few; headers, a list reference.
sub is_untouched {
    my ($path, %opt) = @_;
    my @more = @{ $opt{headers} || [] };
    my $view = $httpd->get($path, @more);
    my $etag = $view->{headers}{etag};
    my @few = (\@range, ['If-None-Match' => $etag], \@gzip_ok);
    my @all = (@few, [], [@range, 'If-Range' => $etag], [@range, 'If-Range' => '"other"'], ['If-None-Match' => '"other"'],
        [@range, @gzip_ok], ['Accept-Encoding' => 'br, zstd'], ['If-Match' => $etag]);

    is_same('passed:not-html', 'GET', $path, [@$_, @more]) for $opt{few} ? @few : @all;
    is_same('passed:not-html', 'HEAD', $path, [@$_, @more]) for [], ['If-None-Match' => $etag];
    is $httpd->get($path, @PREVIEW, @range, @more)->{status}, 206, "$path: a part is a part";
    is $httpd->get($path, @PREVIEW, 'If-None-Match' => $etag, @more)->{status}, 304, "$path: what is known is not sent again";
    return;
}

subtest 'files' => sub {
    is_untouched($_) for qw(/style.css /picture.png /picture.own /forced /here/film.odd /here/picture /here/style);
    is_untouched('/style.css', few => 1, headers => ['Sec-Fetch-Dest' => $_]) for qw(style document iframe);
    is $httpd->get('/style.css', @PREVIEW, @gzip_ok)->{headers}{'content-encoding'}, 'gzip', 'a style sheet is packed';
};

subtest 'files that are packed beforehand' => sub {
    for my $path (qw(/server/a.css /here/a.css /variants/style.css /only/style.css)) {
        my $r = is_same('passed:not-html', 'GET', $path, \@gzip_ok);
        is $r->{headers}{'content-encoding'}, 'gzip', '... packed';
        is_same('passed:not-html', 'GET', $path, [@gzip_ok, 'If-None-Match' => $r->{headers}{etag}]);
        is_same('passed:not-html', 'GET', $path, []);
        is_same('passed:not-html', 'GET', $path, [@gzip_ok, 'Sec-Fetch-Dest' => 'style']);
    }
    for my $path (qw(/variants/style /only/style /map/style.var /server/theme /here/theme)) {
        is_same('passed:not-html', 'GET', $path, [@$_, 'Sec-Fetch-Dest' => 'style']) 
            for [], \@gzip_ok, ['Accept-Encoding' => 'gzip;q=0.5, identity;q=0.1'];
    }
};

# Without a word of the browser these may be pages, until a file has been chosen by what it takes.
subtest 'variants of what may be a page' => sub {
    for my $path (qw(/variants/style /only/style /map/style.var /server/theme /here/theme)) {
        my $r = $httpd->get($path, @PREVIEW, @gzip_ok);
        is unzip($r), $css, "$path: whole";
        is_same('passed:not-html', 'GET', $path, \@gzip_ok) if $path =~ /only/;    # there was no choice
        is $r->{headers}{'cache-control'}, 'private, no-store', "$path: not to be stored" unless $path =~ /only/;
    }
};

# What the Fetch standard knows, what its neighbours have added, and what nobody has.
my @known = qw(audio audioworklet font image json manifest paintworklet report script serviceworker sharedworker speculationrules
    style text track video webidentity worker xslt);
my @of_pages = qw(document iframe frame fencedframe);
my @odd = ('', 'object', 'embed', 'bogus', 'image/png', 'image, style', '"image"', 'images', 'image style', '*');

subtest 'Sec-Fetch-Dest' => sub {
    is_same('passed:not-html', 'GET', '/b/data', ['Sec-Fetch-Dest' => $_, @range, @gzip_ok]) for @known, 'Image', ' image ';
    for my $path ('/b/thing', '/env.cgi', '/b/page.jsp', '/index/') {
        my $r = is_same('passed:not-html', 'GET', $path, ['Sec-Fetch-Dest' => 'image', 'If-None-Match' => '"b"'], but => 'vary');
        like $r->{headers}{vary}, qr/Sec-Fetch-Dest/, '... and says that who wants a document gets another answer';
    }
    is_page('/b/thing', 'Sec-Fetch-Dest' => $_, @range, @gzip_ok) for @of_pages, @odd;
    is_same('passed:not-html', 'GET', $_, ['Sec-Fetch-Dest' => 'iframe', @range, @gzip_ok])
        for '/style.css', '/picture.png', '/here/film.odd';
    is_page('/b/thing', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'navigate', @range);
};

subtest 'what a backend is asked for' => sub {
    is_untouched("/b/a.$_") for qw(css mp4);
    is_untouched($_, few => 1) for map({ "/b/a.$_" } sort keys %assets), '/b/a.css?v=1', '/b/a.css?page=/x.html',
        '/b/a.css;jsessionid=1.node1', '/n/a.css', '/n/a.css?x=%2F', '/n/a%2Fb.css', '/match/a.css', '/match/a.css?x',
        '/location/a.css', '/balanced/a.css', '/rewritten/a.css', '/rewritten/a.css?x=y';
    is_page($_, @range) for '/b/page.jsp', '/b/page.jsp?next=/a.css', '/b/dir.css/', '/n/page', '/match/page', '/location/page',
        '/balanced/page', '/rewritten/page';
    my $hint = is_same('passed:not-html', 'GET', '/b/hint.css', []);
    is_deeply $hint->{interim}, [103], 'a style sheet keeps its hints';
    is_deeply $httpd->get('/b/hint', @PREVIEW)->{interim}, [], 'a page does not';
};

# ---- Pages -----------------------------------------------------------------------------------------------------------

subtest 'pages by any name' => sub {
    is_page('/b/wiki/File:Map.png', 'Sec-Fetch-Dest' => $_, @range, 'If-None-Match' => '"b"') for @of_pages;
    is_page($_) for '/page', '/page.pl', '/page.cgi', '/page.magic', '/make.tpl', '/index/', '/pretty/any', '/list.css/',
        '/page.cgi/file.css', $php ? ('/fastcgi/page.php') : ();
    is_page('/pretty/any.png', 'Sec-Fetch-Dest' => 'document');
    is_page('/page.cgi', 'Sec-Fetch-Dest' => 'document', @range, @gzip_ok);
};

subtest 'PHP in httpd' => sub {
    my ($module) = glob '/usr/lib/apache2/modules/libphp*.so /usr/lib64/httpd/modules/libphp*.so';
    plan skip_all => 'libphp is not installed (make deps-all)' unless $module;
    my $in = Test::Httpd->new(mpm => 'prefork', modules => ["php=$module"], env => { PHP_INI_SCAN_DIR => '/nowhere' },
        conf => <<'CONF');
XPurpose On
AddHandler application/x-httpd-php .php
AddType application/x-httpd-php .phtml
<Files front>
    SetHandler application/x-httpd-php
</Files>
CONF
    my $program = <<'PHP' . $page;
<?php
header('ETag: "php"');
if (isset($_GET['image'])) {
    header('Content-Type: image/png');
    exit('an image');
}
?>
PHP
    $in->doc($_, $program) for qw(page.php page.phtml front);
    $in->start;
    for my $path (qw(/page.php /page.phtml /front /page.php/File.png)) {
        my $r = $in->get($path, @PREVIEW, @range);
        is kind($r->{content}), 'stripped', "$path: stripped";
        $r = $in->get("$path?image", @PREVIEW);
        is join(' ', $r->{content}, @{ $r->{headers} }{qw(cache-control etag)}), 'an image private, no-store "php"', '... an image';
    }
    $in->stop;
};

subtest 'error pages' => sub {
    for my $path ('/missing.css', '/missing.png', '/missing', '/here/missing.odd', '/gone.css', '/gone') {
        for my $headers ([], [@range, @gzip_ok], ['Sec-Fetch-Dest' => 'document']) {
            my $r = is_page($path, @$headers);
            is $r->{status}, $path =~ /gone/ ? 410 : 404, '... as an error';
        }
        my $r = $httpd->get($path, @PREVIEW, 'Sec-Fetch-Dest' => 'image');
        like $r->{content}, qr/googletagmanager/, "$path for an image: as it is";
        is $httpd->notes($r)->{verdict}, 'passed:not-html', "$path for an image: and the log says so";
    }
};

# ---- None after all --------------------------------------------------------------------------------------------------

subtest 'what turns out to be no page' => sub {
    for my $path ('/b/image', '/image') {
        for my $headers ([], \@range, ['If-None-Match' => '"i", "p"', 'If-Modified-Since' => $soon, @gzip_ok]) {
            my $name = described('GET', $path, @$headers);
            my $r = $httpd->get($path, @PREVIEW, @$headers);
            my %h = %{ $r->{headers} };
            is "$r->{status} " . ($r->{content} eq $png ? 'whole' : 'not'), '200 whole', $name;
            is $h{'cache-control'}, 'private, no-store', "$name: not to be stored";
            is_deeply [grep { /expires|^age$|(?<!^)cache-control/ } sort keys %h], [], "$name: and nothing says otherwise";
            ok $h{etag}, "$name: its validators are its own";
            is $httpd->notes($r)->{verdict}, 'passed:not-html', "$name: and the log says why";
        }
    }
    my $r = $httpd->get('/b/image', @PREVIEW);
    is $r->{headers}{'last-modified'}, $old, 'with its date';
    is $r->{headers}{'surrogate-control'}, 'no-store,content="ESI/1.0"', 'what surrogates are to do with it otherwise stays';
    is $httpd->get('/b/data', @PREVIEW, @range)->{content}, '{"a": 1}', 'JSON is whole';
    is_same('passed:not-html', 'GET', '/b/304', []);
};

# HEAD tells what GET tells.
subtest 'HEAD' => sub {
    for my $path (qw(/static.html /page.cgi /b/thing /b/image /image /b/data /style.css /variants/style /missing.css)) {
        for my $headers ([], [@range], \@gzip_ok) {
            my ($get, $head) = map { $httpd->request($_, $path, headers => [@PREVIEW, @$headers]) } qw(GET HEAD);
            my @fields = map { join "\n", sort @{ told($_, 'content-length|transfer-encoding|x-seen')->{fields} } } $get, $head;
            is "$head->{status}\n$fields[1]", "$get->{status}\n$fields[0]", described('HEAD', $path, @$headers) . ': as GET';
        }
    }
};

# ---- Codings, digests, and what stands behind the filter -------------------------------------------------------------

subtest 'codings that are none' => sub {
    for my $n (0 .. $#codings) {
        my $r = $httpd->get("/b/coded/$n", @PREVIEW);
        is kind($r->{content}), 'stripped', "'$codings[$n]': stripped";
        is $httpd->notes($r)->{verdict}, 'stripped', "'$codings[$n]': and the log says so";
    }
    for my $coding (@real_codings) {
        my $r = $httpd->get("/b/coded/$coding", @PREVIEW);
        is kind($r->{content}) . ' ' . $httpd->notes($r)->{verdict}, 'full passed:encoded', "$coding: passes";
        is $r->{headers}{'content-encoding'}, $coding, "$coding: and is told";
    }
};

subtest 'digests' => sub {
    for my $name (@digests) {
        ok exists $httpd->get("/b/digest/$name")->{headers}{ lc $name }, "$name: a view's";
        ok !exists is_page("/b/digest/$name")->{headers}{ lc $name }, "$name: not a preview's";
    }
    is is_page('/b/digest/X-Sum')->{headers}{'x-sum'}, 'sha-256=:AAAA:', 'what is no digest stays';
};

subtest 'digests in trailers, over HTTP/2' => sub {
    plan skip_all => 'httpd has no http2 (make deps-all), or not under this MPM' unless $have{http2};
    my $client = Test::Http2->new($httpd->port);
    for my $name (@digests, 'X-Sum') {
        my @id = map { $client->get("/b/digest-trailer/$name", te => 'trailers', @$_) } [], ['x-purpose' => 'preview'];
        ok $client->read_until(sub { $client->{ended}{ $id[0] } && $client->{ended}{ $id[1] } }), "$name: both have come";
        is kind($client->{body}{ $id[1] }), 'stripped', "$name: stripped";
        is_deeply [map { $client->{heads}{$_} } @id], [2, $name eq 'X-Sum' ? 2 : 1], "$name: what tells of the full page goes";
    }
    $client->close;
};

subtest 'mod_xsendfile' => sub {
    plan skip_all => 'mod_xsendfile is not installed (make deps-all)' unless $have{xsendfile};
    is kind($httpd->get('/send.cgi')->{content}), 'full', 'a view gets the file';
    for my $path ('/send.cgi', '/send.cgi?a-body-of-its-own', '/send.cgi?' . 'x' x length $page) {
        is_page($path);
        my $head = $httpd->head($path, @PREVIEW);
        is $head->{status}, 200, '... HEAD';
        is $head->{headers}{'cache-control'}, 'private, no-store', '... not to be stored';
    }
    is_same('passed:not-html', 'GET', '/send.cgi', ['Sec-Fetch-Dest' => 'image', @range], but => 'vary');
};

# A program between the filter and the compressors: what it puts in nobody has looked at.
subtest 'a page that another filter puts in' => sub {
    plan skip_all => 'httpd has no ext_filter' unless $have{ext_filter};
    for my $path ('/replaced/page.html', '/replaced/nothing.cgi') {
        my $r = $httpd->get($path, @PREVIEW);
        is kind($r->{content}), 'full', "$path: as it was put in";
        is $httpd->notes($r)->{verdict}, 'passed:late', "$path: and the log says so";
        is $r->{headers}{'cache-control'}, 'private, no-store', "$path: not to be stored";
    }
    my $packed = $httpd->get('/replaced/packed/nothing.cgi', @PREVIEW, @gzip_ok);
    is kind(unzip($packed)) . ' ' . $httpd->notes($packed)->{verdict}, 'full passed:late', 'nothing, for which something packed was put in';
    is_page('/unchanged/page.html');
};

subtest 'what compresses and changes headers behind the filter' => sub {
    for (['/zipped/page.html', 'gzip'], ['/zipped/page.html', undef], $have{brotli} ? (['/brotli/page.html', 'br']) : (),
        ['/packed-behind/page', 'gzip'], ['/echo/page.html', undef])
    {
        my ($path, $coding) = @$_;
        for my $method (qw(GET HEAD)) {
            my $r = $httpd->request($method, $path, headers => [@PREVIEW, $coding ? ('Accept-Encoding' => $coding) : ()]);
            is $r->{headers}{'content-encoding'}, $coding, "$method $path: " . ($coding || 'not packed') if $method eq 'GET';
            my $expected = $method eq 'HEAD' && $path =~ /behind/ ? 'clean' : 'stripped';    # a backend sends no body for HEAD
            is $httpd->notes($r)->{verdict}, $expected, "$method $path: not late";
        }
    }
};

$httpd->expect_log(qr/\[dav:error\]/);
$httpd->stop;
$fastcgi->stop if $fastcgi;
done_testing;
