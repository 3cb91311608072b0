# What users of other servers, proxies and tools that put a snippet into pages complain of, one by one: none of it happens here
# (XPurposeInsert).
use strict;
use warnings;
use Compress::Zlib ();
use Test::Backend;
use Test::Httpd;
use Test::Insert;
use Test::More;
use Test::Preview;
use Test::Service;

my $TEXT = join '', map { "<p>Paragraph $_ with <b>bold</b> text &amp; more.</p>\n" } 1 .. 30;
my $page = "<!DOCTYPE html>\n<html lang=\"en\"><head>\n<meta charset=\"utf-8\">\n<title>A title</title>\n{head-end}</head>\n<body>\n$TEXT\{body-end}</body></html>\n";
my $plain = plain($page);
my $length = length $plain;
my $inserted = filled($page, 'head-end' => $SNIPPET);
my $gzip = Compress::Zlib::memGzip($plain);

# ---- The first literal match lands in a script or a comment (connect-livereload, browser-sync) ----

my @literals = (
    ['a string of a script', '<!DOCTYPE html><html><head><script>document.write("<html><head></head><body></body></html>");</script>{head-end}</head><body><script>var end = "</body>";</script>{body-end}</body></html>'],
    ['a script that hides it', "<!DOCTYPE html><html><head><script><!--\nvar page = '<script></head></body><\/script>';\n--></script>{head-end}</head><body>{body-end}</body></html>"],
    ['a script that is data', '<!DOCTYPE html><html><head><script type="application/json">{"html": "</head></body>"}</script>{head-end}</head><body><script type="text/template"><body></body></script>{body-end}</body></html>'],
    ['a comment', '<!DOCTYPE html><html><head><!-- </head> <body> </body> -->{head-end}</head><body><!-- the end: </body></html> -->{body-end}</body></html>'],
    ['a comment of old browsers', '<!DOCTYPE html><html><head><!--[if lt IE 9]><script src="/old.js"></script></head><![endif]-->{head-end}</head><body><!--[if IE]></body><![endif]-->{body-end}</body></html>'],
    ['a title', '<!DOCTYPE html><html><head><title>On </head> and </body></title>{head-end}</head><body><textarea></head></body></textarea>{body-end}</body></html>'],
    ['a style', '<!DOCTYPE html><html><head><style>p::after { content: "</head></body>" }</style>{head-end}</head><body>{body-end}</body></html>'],
    ['an attribute', '<!DOCTYPE html><html><head><meta name="a" content="</head>">{head-end}</head><body data-a="</body>" data-b=\'</body>\'><iframe srcdoc="<head></head><body></body>"></iframe>{body-end}</body></html>'],
    ['a template', '<!DOCTYPE html><html><head><template><p></head></body></p></template>{head-end}</head><body><template></body></html></template>{body-end}</body></html>'],
    ['a drawing', '<!DOCTYPE html><html><head><title>t</title>{head-end}</head><body><svg><title>a</title><style>a</style><desc></desc><![CDATA[</body>]]></svg><p>text{body-end}</body></html>'],
    ['what is read without scripts', '<!DOCTYPE html><html><head><noscript><link rel="stylesheet" href="/a.css?</head>"></noscript>{head-end}</head><body><noscript><p title="</body>">text</p></noscript>{body-end}</body></html>'],
    ['a frame\'s own text', '<!DOCTYPE html><html><head><title>t</title>{head-end}</head><body><iframe></body></iframe><noembed></body></noembed><xmp></body></xmp>{body-end}</body></html>'],
    ['words that begin alike', '<!DOCTYPE html><html><head><title>t</title>{head-end}</head><body><header></header></headline></bodyguard>{body-end}</body></html>'],
);

# ---- Nothing is inserted where the tag is not written (browser-sync, miniflare) ----

my @unwritten = (
    ['no tags of head and body', "<!DOCTYPE html>\n<title>t</title>\n{head-end}<p>text\n{body-end}"],
    ['no end of the head', "<!DOCTYPE html><html><head><title>t</title>\n{head-end}<body><p>text</p>{body-end}</body></html>"],
    ['no end of the body', "<!DOCTYPE html><html><head><title>t</title>{head-end}</head><body><p>text</p>\n{body-end}"],
    ['the end of the document only', "<!DOCTYPE html><html><head><title>t</title>{head-end}</head><body><p>text</p>\n{body-end}</html>\n"],
    ['no document type', "<html><head><title>t</title>{head-end}</head><body><p>text</p>{body-end}</body></html>"],
    ['text alone', "<!DOCTYPE html>{head-end}text{body-end}"],
    ['nothing in it', "<!DOCTYPE html>{head-end}{body-end}"],
    ['a body alone', "<!DOCTYPE html>{head-end}<body><p>text{body-end}</body>"],
    ['a comment behind all', "<!DOCTYPE html><html><head><title>t</title>{head-end}</head><body><p>text</p>{body-end}</body></html>\n<!-- made in 3 ms -->\n"],
    ['capitals, and space in the tag', "<!DOCTYPE HTML><HTML><HEAD><TITLE>t</TITLE>{head-end}</HEAD\n ><BODY><P>text{body-end}</Body\t></HTML>"],
    ['an end tag with attributes', "<!DOCTYPE html><html><head><title>t</title>{head-end}</head class=\"a\"><body><p>text{body-end}</body id=b></html>"],
);

# ---- A declaration of the charset is pushed out (of the first 1,024 bytes, where browsers look for it) ----

my $long = '<script>/* ' . 'a long text ' x 60 . '*/</script>';
my @declared = map {
    my $before = $_;
    my $comment = '<!--' . 'x' x $before . '-->';
    (["declared behind $before bytes", "<!DOCTYPE html><html><head>$comment<meta charset=\"utf-8\"><title>t</title></head><body><p>text</p></body></html>"],
        ["declared the old way behind $before bytes", "<!DOCTYPE html><html><head>$comment<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"><title>t</title></head><body></body></html>"],
        ["declared in the body behind $before bytes", "<!DOCTYPE html><html><head>$comment<title>t</title></head><body><p>text</p><meta charset=\"utf-8\"></body></html>"]);
} 10, 400, 850, 900, 1000, 2000;

# ---- The servers ----

my %scripts = (
    '/page' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"b\"\r\nContent-Length: $length\r\n\r\n$plain"],
    '/gzip' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nETag: \"b\"\r\nContent-Length: @{[length $gzip]}\r\n\r\n$gzip"],
    '/deflate' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate\r\n\r\n" . Compress::Zlib::compress($plain)],
    # As backends do: packed with the best that is asked for.
    '/asked' => sub {
        my ($socket, $head) = @_;
        my ($accept) = $head =~ /^Accept-Encoding: (.*?)\r/mi;
        my $how = ($accept // '') =~ /\bbr\b/ ? 'br' : ($accept // '') =~ /gzip/ ? 'gzip' : '';
        my $body = $how eq 'br' ? 'cannot be read here' : $how ? $gzip : $plain;
        print {$socket} "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" . ($how && "Content-Encoding: $how\r\n") . "Content-Length: @{[length $body]}\r\n\r\n$body";
    },
    '/stripped' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: $length\r\nContent-MD5: x\r\nDigest: x\r\nETag: \"b\"\r\n\r\n$plain"],
);
$scripts{"/literal/$_"} = ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", map { ($_, \0.0002) } split //, plain($literals[$_][1])] for 0 .. $#literals;
my $backend = Test::Backend->new(\%scripts);

my $php = Test::Service->program('php-cgi');
my $fastcgi = $php && Test::Httpd->has_module('proxy_fcgi') && Test::Service->new(command => [$php, '-b', '127.0.0.1:%PORT%'], env => { PHP_FCGI_MAX_REQUESTS => 0 });
my %have = map { $_ => scalar Test::Httpd->has_module($_) } qw(lua php);
my $nonce = '<script nonce="">window.site = 1;</script>';
my $httpd = Test::Httpd->new(modules => [qw(cgi include headers alias autoindex deflate filter negotiation rewrite proxy proxy_http), $fastcgi ? 'proxy_fcgi' : (), $have{lua} ? 'lua' : ()], conf => <<"CONF");
XPurpose On
@{[insert('head-end' => $SNIPPET)]}
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
<Location /both/>
    @{[insert(map { $_ => $TEXT{$_} } 'head-end', 'body-end')]}
    ProxyPass http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
</Location>
<LocationMatch ^/(literal|unwritten)/>
    @{[insert(map { $_ => $TEXT{$_} } 'head-end', 'body-end')]}
</LocationMatch>
@{[join '', map { "<Location /$_/>\n    XPurposeInsert $_ '$long'\n</Location>\n<Location /told/$_/>\n    XPurposeInsert $_ '$long'\n    AddDefaultCharset utf-8\n</Location>\n" } @PLACES]}
<Location /own/>
    XPurposeInsert head-end file:docs/snippet.txt
</Location>
<Location /nonce/>
    XPurposeInsert head-end '$nonce'
</Location>
<Location /packed/>
    SetOutputFilter DEFLATE
</Location>
<Directory %DOCS%>
    Options +Includes +Indexes
    AddType text/html .shtml
    AddOutputFilter INCLUDES .shtml
    AddEncoding gzip .gz
    IndexOptions HTMLTable FancyIndexing
</Directory>
ErrorDocument 404 /error.html
@{[$fastcgi ? "ProxyFCGIBackendType GENERIC\nProxyPassMatch ^/fastcgi/(.*)\$ fcgi://127.0.0.1:@{[$fastcgi->port]}%DOCS%/\$1" : '']}
<IfModule lua_module>
    AddHandler lua-script .lua
</IfModule>
CONF
$httpd->doc("literal/$_.html", plain($literals[$_][1])) for 0 .. $#literals;
$httpd->doc("unwritten/$_.html", plain($unwritten[$_][1])) for 0 .. $#unwritten;
for my $place (@PLACES) {
    for my $i (0 .. $#declared) {
        $httpd->doc("$_$place/$i.html", $declared[$i][1]) for '', 'told/';
    }
}
$httpd->doc($_, $plain) for qw(page.html error.html own/page.html packed/page.html);
$httpd->doc('page.html.gz', $gzip);
$httpd->doc('part.html', '<li class="new">One more message</li>');
$httpd->doc('frame.html', $plain);
$httpd->doc('page.shtml', $plain =~ s/<p>Paragraph 7/<!--#include virtual="\/part.html" -->$&/r);
$httpd->doc('whole.shtml', '<!--#include virtual="/frame.html" -->');
$httpd->doc('list/a.txt', 'a');
my $say = "print do { local \$/; <DATA> };\n__END__\n$plain";
$httpd->cgi('page.cgi', "#!/usr/bin/perl\nprint qq{Content-Type: text/html\\n\\n}; $say");
$httpd->cgi('length.cgi', "#!/usr/bin/perl\nprint qq{Content-Type: text/html\\nContent-Length: $length\\nETag: \"a\"\\n\\n}; $say");
$httpd->cgi('nonce/page.cgi', "#!/usr/bin/perl\nmy \$n = \$\$ . 'x' . time;\nprint qq{Content-Type: text/html\\nX-Nonce: \$n\\nContent-Security-Policy: script-src 'nonce-\$n'\\n\\n}; $say");
$httpd->doc('page.php', "<?php header('X-Made: by PHP'); ?>$plain");
$httpd->doc('page.lua', "function handle(r)\n    r.content_type = \"text/html\"\n    r:write([[\n$plain]])\n    return apache2.OK\nend\n");
my $text = "<!-- Site statistics, 2026 -->\n<script>\n  // words of <b>any</b> kind stay\n  window.site = { id: 'site-1', when: \"now\" };\n</script>";
$httpd->doc('snippet.txt', "\n$text\n");
$httpd->start;

sub is_page {
    my ($name, $r, $want) = @_;
    is $r->{content}, $want // $inserted, $name;
    ok $r->{complete}, '... complete';
    is $httpd->notes($r)->{insert}, 'inserted', '... and so it says';
    return $r;
}

subtest 'it lands in a script or a comment' => sub {
    for my $i (0 .. $#literals) {
        my ($name, $template) = @{ $literals[$i] };
        my $want = filled($template, %TEXT);
        is_page("$name, of a file", $httpd->get("/literal/$i.html"), $want);
        is_page("$name, byte by byte", $httpd->get("/both/literal/$i"), $want);
    }
};

subtest 'it is not there where a tag is not written' => sub {
    is_page($unwritten[$_][0], $httpd->get("/unwritten/$_.html"), filled($unwritten[$_][1], %TEXT)) for 0 .. $#unwritten;
};

# tower-livereload, vite-plugin-ssr-hot-reload, browser-sync
subtest 'parts of pages and frames get it' => sub {
    my $part = '<li class="new">One more message</li>';
    my @requests = (
        ['a part, by its bytes', '/part.html', $part], ['a part for htmx', '/part.html', $part, 'HX-Request' => 'true'],
        ['a page in a frame', '/page.html', $plain, 'Sec-Fetch-Dest' => 'iframe'], ['a page in an old frame', '/page.html', $plain, 'Sec-Fetch-Dest' => 'frame'],
        ['a page in an object', '/page.html', $plain, 'Sec-Fetch-Dest' => 'object'],
        ['a page of which a script shows a part', '/page.html', $plain, 'X-Requested-With' => 'XMLHttpRequest'], ['a page of which Turbo shows a part', '/page.html', $plain, 'Turbo-Frame' => 'part'],
        ['a page that htmx shows', '/page.cgi', $plain, 'HX-Request' => 'true'],
    );
    for (@requests) {
        my ($name, $path, $want, @headers) = @$_;
        my $r = $httpd->get($path, @headers);
        is $r->{content}, $want, "$name: as it is";
        is $httpd->notes($r)->{insert}, 'passed:fragment', '... and so it says';
        is $r->{headers}{'cache-control'}, 'private, no-store', '... and nobody gets it later for a page' if $path !~ /part/;
        is_page('... which others get', $httpd->get($path)) if $path !~ /part/;
    }
    is_page('a part that the server puts into a page gets it with the page', $httpd->get('/page.shtml'), $inserted =~ s/<p>Paragraph 7/$part$&/r);
    is_page('a page that is put in whole gets it once', $httpd->get('/whole.shtml'));
};

# air: what swaps bodies runs scripts in them again, or never.
subtest 'scripts in the body die or repeat when the body is swapped' => sub {
    my @pages = map { $httpd->get($_) } qw(/page.html /page.cgi /b/page /whole.shtml);
    is $_->{content} =~ s/^.*<body/<body/sr, $plain =~ s/^.*<body/<body/sr, 'head-end puts nothing into the body' for @pages;
    my %heads = map { ($_->{content} =~ /<title>[^<]*<\/title>\n(.*)<\/head>/s)[0] => 1 } @pages;
    is_deeply [keys %heads], [$SNIPPET], 'and the same to the byte on each page, by which what keeps heads knows that it is there';
    my $fetched = $httpd->get('/page.html', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'cors', Accept => 'text/html, application/xhtml+xml');
    is $fetched->{content}, $inserted, 'a page that is fetched to be swapped in is the page';
};

# replace-response, ngx_http_substitutions
subtest 'what comes packed has none, or breaks' => sub {
    for my $accept ([], ['Accept-Encoding' => 'gzip'], ['Accept-Encoding' => 'gzip, deflate, br, zstd'], ['Accept-Encoding' => 'br']) {
        for my $path (qw(/b/gzip /b/deflate /b/asked /packed/page.html /page.html)) {
            my $r = $httpd->get($path, @$accept);
            is unzip($r), $inserted, "$path @$accept: inserted";
            ok $r->{complete}, '... complete';
            is $r->{headers}{'content-length'} // length $r->{content}, length $r->{content}, '... with its length';
        }
    }
    is $httpd->get('/packed/page.html', 'Accept-Encoding' => 'gzip, br')->{headers}{'content-encoding'}, 'gzip', 'and leaves packed all the same';
    is unzip($httpd->get('/page.html.gz', 'Accept-Encoding' => 'gzip')), $inserted, 'a file that is packed beforehand';
};

# caddy-filter, ngx_http_substitutions, replace-filter
subtest 'a length that is wrong, validators that are lost' => sub {
    my $client = $httpd->client;
    for my $path (qw(/page.html /length.cgi /b/page /b/stripped /page.html /packed/page.html /b/gzip)) {
        my $r = $client->request('GET', $path);
        is $r->{content}, $inserted, "one connection, $path: all of it, and no more";
        ok $r->{complete}, '... complete';
        ok suffix($r), '... with a tag';
        is_deeply [grep { exists $r->{headers}{$_} } qw(content-md5 digest last-modified)], [], '... and nothing that is not so';
        my $again = $client->request('GET', $path, ['If-None-Match' => $r->{headers}{etag}]);
        is $again->{status}, 304, '... by which it is not sent again' if $path =~ /^\/page/;
        my $head = $client->request('HEAD', $path);
        is $head->{headers}{etag}, $r->{headers}{etag}, '... which HEAD tells as well';
        is $head->{headers}{'content-length'} // length $r->{content}, length $r->{content}, '... with the same length, or none';
    }
    my $part = $client->request('GET', '/page.html', [Range => 'bytes=0-99']);
    is $part->{content}, substr($inserted, 0, 100), 'a part is a part of what is sent';
    is $part->{headers}{'content-range'}, 'bytes 0-99/' . length $inserted, '... and so it says';
};

# sandpiper
subtest 'a nonce that the server does not know' => sub {
    my %seen;
    for my $turn (1 .. 3) {
        my $r = $httpd->get('/nonce/page.cgi');
        my $n = $r->{headers}{'x-nonce'};
        ok !$seen{$n}++, 'each response has its own';
        is_page('... which the snippet has', $r, filled($page, 'head-end' => $nonce =~ s/""/"$n"/r));
        ok !exists $r->{headers}{etag}, '... and no tag by which an old one would stay';
    }
};

# pagespeed-mod, ngx_pagespeed: their analytics code was the vendor's of the year they were made in.
subtest 'code of a vendor that ages in the server' => sub {
    my $r = is_page('a text of the site\'s', $httpd->get('/own/page.html'), filled($page, 'head-end' => $text));
    is $r->{content} =~ s/\Q$text\E//r, $plain, 'to the byte, and nothing else';
    my $newer = $text =~ s/2026/2036/r =~ s/'site-1'/'site-1', version: 10/r;
    $httpd->doc('snippet.txt', $newer);
    $httpd->graceful;
    is_page('... of any year', $httpd->get('/own/page.html'), filled($page, 'head-end' => $newer));
};

# Netlify
subtest 'only files have it' => sub {
    is_page("$_->[0]", $httpd->get($_->[1])) for ['a file', '/page.html'], ['a program', '/page.cgi'], ['a backend', '/b/page'], ['an include', '/whole.shtml'];
    my $error = $httpd->get('/nothing.html');
    is_page('an error', $error);
    is $error->{status}, 404, '... which it still is';
    my $list = $httpd->get('/list/');
    is scalar(() = $list->{content} =~ /\Q$SNIPPET\E *<\/head>/g), 1, 'a list of files';
SKIP: {
        skip 'php-cgi or mod_proxy_fcgi is not installed (make deps-all)', 1 unless $fastcgi;
        is is_page('PHP', $httpd->get('/fastcgi/page.php'))->{headers}{'x-made'}, 'by PHP', '... made it';
    }
SKIP: {
        skip 'mod_lua is not installed (make deps-all)', 1 unless $have{lua};
        is_page('Lua', $httpd->get('/page.lua'));
    }
};

subtest 'a declaration of the charset is pushed out' => sub {
    for my $place (@PLACES) {
        for my $i (0 .. $#declared) {
            my ($name, $was) = @{ $declared[$i] };
            my $r = $httpd->get("/$place/$i.html");
            my $end = qr/charset=(?:"utf-8"|utf-8")>/;
            my ($before, $after) = map { /$end/ ? $+[0] : undef } $was, $r->{content};
            is $r->{content} =~ s/\Q$long\E//r, $was, "$place, $name: the page, and the snippet at most";
            ok $after <= 1024 || $before > 1024, '... and who looked for it finds it' or diag "$before, now $after";
            is $httpd->notes($r)->{insert}, $r->{content} eq $was ? 'passed:charset' : 'inserted', '... and so it says';
            my $told = $httpd->get("/told/$place/$i.html");
            isnt $told->{content}, $was, '... where the header tells, it is inserted anywhere';
            is $told->{content} =~ s/\Q$long\E//r, $was, '... and nothing else';
        }
    }
    like $httpd->get("/head-start/0.html")->{content}, qr/<meta charset="utf-8">\Q$long\E<title>/, 'head-start is behind it';
    like $httpd->get("/told/head-start/0.html")->{content}, qr/<head>\Q$long\E<!--/, '... but where the header tells';
};

$httpd->expect_log(qr/AH01146/)->stop;
$fastcgi->stop if $fastcgi;
$backend->stop;
done_testing;
