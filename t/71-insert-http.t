# HTTP of pages into which the site's snippet goes (XPurposeInsert). What leaves is another entity than what its maker knows of: its tag says
# of which snippet, conditions about anything else never hold, ranges are of what leaves, and nothing tells of what came. And what comes packed
# is unpacked, whatever packs it again.
use strict;
use warnings;
use Compress::Zlib ();
use Test::Backend;
use Test::Http2;
use Test::Httpd;
use Test::Insert;
use Test::More;
use Test::Packed;
use Test::Preview;
use Test::Service;

my $soon = 'Fri, 01 Jan 2038 00:00:00 GMT';
my $old = 'Sat, 01 Jan 2000 00:00:00 GMT';
my $TEXT = join '', map { "<p>Paragraph $_ with <b>bold</b> text &amp; more.</p>\n" } 1 .. 60;
my $page = "<!DOCTYPE html>\n<html lang=\"en\"><head>\n<meta charset=\"utf-8\">\n<title>A title</title>\n{head-end}</head>\n<body>\n$TEXT\{body-end}</body></html>\n";
my $plain = plain($page);
my $length = length $plain;
my $inserted = filled($page, 'head-end' => $SNIPPET);
my $brotli = Test::Service->program('brotli') && Test::Httpd->has_module('brotli');
my $http2 = Test::Httpd->has_module('http2') && ($ENV{MPM} || '') ne 'prefork';
my @gzip_ok = ('Accept-Encoding' => 'gzip');

# Sends the fields that the request's X-Say has, and tells what it was asked with. As frameworks do, it knows conditions and ranges.
my $cgi = <<'PERL' . $plain;
#!/usr/bin/perl
read STDIN, my $body, $ENV{CONTENT_LENGTH} || 0;
my $said = $ENV{HTTP_X_SAY} // '';
$said =~ s/%(..)/chr hex $1/ge;
print "Content-Type: text/html\n";
print "ETag: \"cgi\"\n" unless $said =~ /^ETag:/mi;
print "Last-Modified: Sat, 01 Jan 2000 00:00:00 GMT\nAccept-Ranges: bytes\n$said";
print 'X-Seen: ', join(' ', grep { /^HTTP_(?:IF_|RANGE|ACCEPT)/ } sort keys %ENV), "\n";
print "X-Tags: $ENV{HTTP_IF_NONE_MATCH}\n" if exists $ENV{HTTP_IF_NONE_MATCH};
print "X-Match: $ENV{HTTP_IF_MATCH}\n" if exists $ENV{HTTP_IF_MATCH};
my ($tag) = $said =~ /^ETag: *(?:W\/)?(.*)/mi;
$tag //= '"cgi"';
if (index($ENV{HTTP_IF_NONE_MATCH} // '', $tag) >= 0 || $ENV{HTTP_IF_MODIFIED_SINCE}) {
    print "Status: 304\n\n";
} elsif ($ENV{HTTP_RANGE}) {
    print "Status: 206\nContent-Range: bytes 0-9/999\n\n<!DOCTYPE ";
} else {
    print "\n", do { local $/; <DATA> };
}
__END__
PERL

sub content {
    my ($r) = @_;
    return ($r->{headers}{'content-encoding'} // '') eq 'br' ? piped('brotli -dc', $r->{content}) : unzip($r);
}

my $gzip = Compress::Zlib::memGzip($plain);
my $br = $brotli ? piped('brotli -c', $plain) : '';

# ---- The server ----

# A backend that has tags, and tells by its status that it knows them again.
sub tagged {
    my ($socket, $head) = @_;
    my ($asked) = $head =~ /^If-None-Match: (.*?)\r/mi;
    my $knows = ($asked // '') =~ /"b"/ || $head =~ /^If-Modified-Since:/mi;
    print {$socket} $knows ? "HTTP/1.1 304 Not Modified\r\nETag: \"b\"\r\nLast-Modified: $old\r\n\r\n"
        : "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"b\"\r\nLast-Modified: $old\r\nContent-Length: $length\r\n\r\n$plain";
    return;
}

# As one that packs what it sends, with a tag that says so.
sub tagged_gzip {
    my ($socket, $head) = @_;
    my ($asked) = $head =~ /^If-None-Match: (.*?)\r/mi;
    print {$socket} ($asked // '') =~ /"b-gzip"/ ? "HTTP/1.1 304 Not Modified\r\nETag: \"b-gzip\"\r\n\r\n"
        : "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nVary: Accept-Encoding\r\nETag: \"b-gzip\"\r\nConnection: close\r\n\r\n$gzip";
    return;
}

# One that has style sheets, and films without a name that tells so.
sub asset {
    my ($socket, $head) = @_;
    my ($type) = $head =~ /^GET \S+css/ ? 'text/css' : 'application/octet-stream';
    print {$socket} $head =~ /^If-None-Match: "s"/mi ? "HTTP/1.1 304 Not Modified\r\nETag: \"s\"\r\n\r\n"
        : $head =~ /^Range: bytes=2-3\r/mi ? "HTTP/1.1 206 Partial Content\r\nContent-Type: $type\r\nETag: \"s\"\r\nContent-Range: bytes 2-3/6\r\nContent-Length: 2\r\n\r\ndy"
        : "HTTP/1.1 200 OK\r\nContent-Type: $type\r\nETag: \"s\"\r\nAccept-Ranges: bytes\r\nContent-Length: 6\r\n\r\nbody{}";
    return;
}

sub html { my ($more, @body) = @_; return ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"b\"\r\nLast-Modified: $old\r\n$more\r\n", @body] }
my @digests = qw(Content-Digest Repr-Digest Digest Content-MD5);
my $digests = join '', map { "$_: x\r\n" } @digests;
my @for_caches = ('Surrogate-Control: max-age=60, content="ESI/1.0"', 'Edge-Control: cache-maxage=1h', 'CDN-Cache-Control: max-age=9', 'X-Accel-Expires: 9', 'Age: 7');
my $for_caches = join '', map { "$_\r\n" } @for_caches;
my $chunks = join '', map { sprintf "%x\r\n%s\r\n", length $_, $_ } $plain =~ /(.{1,999})/gs;
my $backend = Test::Backend->new({
    '/page' => \&tagged, '/tagged-gzip' => \&tagged_gzip,
    '/style.css' => \&asset, '/film' => \&asset,
    '/digests' => html("${digests}Content-Length: $length\r\n", $plain),
    '/chunked' => html("${digests}Transfer-Encoding: chunked\r\n", $chunks, "0\r\n\r\n"),
    '/trailers' => html("Transfer-Encoding: chunked\r\nTrailer: ETag\r\n", $chunks, "0\r\nETag: \"x\"\r\nContent-Digest: x\r\n\r\n"),
    '/gzip' => html("Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n", $gzip),
    '/gzip-length' => html("Content-Encoding: gzip\r\nContent-Length: " . length($gzip) . "\r\n", $gzip),
    '/deflate' => html("Content-Encoding: deflate\r\n", Compress::Zlib::compress($plain)),
    '/x-gzip' => html("Content-Encoding: x-gzip\r\n", $gzip),
    '/br' => html("Content-Encoding: br\r\nVary: Accept-Encoding\r\n", $br || 'not looked at'),
    '/gzip-cut' => html("Content-Encoding: gzip\r\n", substr $gzip, 0, length($gzip) / 2),
    '/gzip-bytes' => html("Content-Encoding: gzip\r\n", map { ($_, \0.0002) } split //, $gzip),
    '/fixed' => html("Cache-Control: public, max-age=60\r\nExpires: $soon\r\n${for_caches}Content-Length: $length\r\n", $plain),
});

my @ways = ('AddSuffix', 'NoChange', 'Remove'); # DeflateAlterETag is a server's, so each has one
my @modules = (qw(actions cgi include headers alias deflate filter negotiation rewrite env setenvif expires proxy proxy_http), $brotli ? 'brotli' : (), $http2 ? 'http2' : ());

my $nonces = '<script nonce="">window.site = 1;</script><script nonce=x async src="https://count.site.example/n.js"></script><style nonce>p{}</style>';
sub nonced { my ($n) = @_; return "<script nonce=\"$n\">window.site = 1;</script><script nonce=\"$n\" async src=\"https://count.site.example/n.js\"></script><style nonce=\"$n\">p{}</style>" }

my $httpd = Test::Httpd->new(ports => 4, modules => \@modules, conf => <<"CONF");
XPurpose On
@{[insert('head-end' => $SNIPPET)]}
@{[$http2 ? 'Protocols h2c http/1.1' : '']}
AddEncoding gzip .gz
AddEncoding br .br
AddHandler type-map .var
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
ProxyPass /plain/b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
ProxyPass /packed/b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
<Directory %DOCS%>
    Options +Includes +MultiViews
    AllowOverride All
    AddType text/html .shtml
    AddOutputFilter INCLUDES .shtml
    SSILastModified On
    SSIETag On
</Directory>
<Location /end/>
    @{[insert('body-end' => $SNIPPET)]}
</Location>
<Location /plain/>
    XPurposeInsert None
</Location>
<Location /packed/>
    SetOutputFilter DEFLATE
</Location>
<Location /by-type/>
    AddOutputFilterByType DEFLATE text/html
</Location>
<Location /cached/>
    Header set Cache-Control "public, max-age=60"
    ExpiresActive On
    ExpiresDefault "access plus 1 hour"
</Location>
<Location /set-tag/>
    Header set ETag "\\"fixed\\""
</Location>
<Location /no-tag/>
    Header unset ETag
</Location>
<Location /weak-tag/>
    Header edit ETag ^\\" W/\\"
</Location>
<Directory %DOCS%/fallback>
    FallbackResource /page.html
</Directory>
Action made /page.cgi virtual
<Location /made>
    SetHandler made
</Location>
ErrorDocument 404 /error.html
<Directory %DOCS%/none-tag>
    FileETag None
</Directory>
@{[join '', map { my $n = $_; "<VirtualHost 127.0.0.1:%PORT" . (2 + $n) . "%>\n    DocumentRoot %DOCS%\n    DeflateAlterETag $ways[$n]\n" . ($brotli ? "    BrotliAlterETag $ways[$n]\n" : '')
    . "    <Location /gz/>\n        SetOutputFilter DEFLATE\n    </Location>\n    <Location /plain-gz/>\n        XPurposeInsert None\n        SetOutputFilter DEFLATE\n    </Location>\n"
    . ($brotli ? "    <Location /br/>\n        SetOutputFilter BROTLI_COMPRESS\n    </Location>\n    <Location /plain-br/>\n        XPurposeInsert None\n        SetOutputFilter BROTLI_COMPRESS\n    </Location>\n" : '')
    . "</VirtualHost>\n" } 0 .. 2]}

$PACKED_RULES
CONF
$httpd->doc("$_/.htaccess", insert('head-end' => $SNIPPET)) for qw(ht);
$httpd->doc("$_/index.html", $plain) for qw(dir fallback ht/dir);
$httpd->doc('error.html', $plain);
$httpd->doc("$_/page.html", $plain) for '.', qw(ht end plain packed by-type cached set-tag no-tag weak-tag none-tag gz plain-gz br plain-br server htaccess header variants);
$httpd->doc("$_/page.html.gz", $gzip) for qw(server htaccess header always only variants);
$httpd->doc("$_/page.html.br", $br) for $brotli ? qw(server only variants) : ();
put_packed($httpd, $gzip, $br);
$httpd->doc('part.html', $plain);
$httpd->doc('page.shtml', '<!--#include virtual="/part.html" -->');
$httpd->doc('style.css', 'body{}' x 100);
$httpd->cgi("$_/page.cgi", $cgi) for '.', qw(plain packed);
$httpd->start;

# ---- Entity tags ----

my %tag = map { $_ => $httpd->get("/$_/page.html")->{headers}{etag} } qw(. end plain);
my $suffix = suffix($httpd->get('/page.html')) // '-xp' . '0' x 12;
my $date = $httpd->get('/plain/page.html')->{headers}{'last-modified'};
my $other = '-xp' . ($suffix =~ s/^-xp//r =~ tr/0-9a-f/1-9a-f0/r);

subtest 'tags' => sub {
    my $r = $httpd->get('/page.html');
    is $r->{content}, $inserted, 'a file';
    is $r->{headers}{etag}, $tag{plain} =~ s/(?="$)/$suffix/r, '... has its own tag, and of which snippet';
    is $httpd->get('/page.html')->{headers}{etag}, $r->{headers}{etag}, '... each time the same';
    isnt $tag{end}, $tag{'.'}, 'another place is another tag';
    is untagged($tag{end}), $tag{plain}, '... of the same file';
    ok !exists $r->{headers}{'last-modified'}, 'no date, which the snippet has no part in';
    is $httpd->get('/plain/page.html')->{headers}{etag}, $tag{plain}, 'where nothing is inserted nothing changes';
    ok exists $httpd->get('/plain/page.html')->{headers}{'last-modified'}, '... nor does the date';

    my @tags = (
        # what the program says, what leaves
        ['"x"', "\"x$suffix\""], ['W/"x"', "W/\"x$suffix\""], ['""', "\"$suffix\""], ['"x-gzip"', "\"x$suffix-gzip\""], ['"x-br"', "\"x$suffix-br\""],
        ['W/"x-gzip"', "W/\"x$suffix-gzip\""], ['"a,b"', "\"a,b$suffix\""], ["\"x$other\"", "\"x$other$suffix\""], ['"' . 'x' x 500 . '"', '"' . 'x' x 500 . "$suffix\""],
    );
    for (@tags) {
        my ($said, $want) = @$_;
        my $tagged = $httpd->get('/page.cgi', say_this("ETag: $said"));
        is $tagged->{headers}{etag}, $want, 'a program says ' . substr $said, 0, 20;
        is $tagged->{content}, $inserted, '... of its page';
        my $again = $httpd->get('/page.cgi', say_this("ETag: $said"), 'If-None-Match' => $want);
        is $again->{status}, 304, '... and knows it again';
        is $again->{headers}{etag}, $want, '... as who asks does';
    }
    for my $malformed ('x', '"x', 'x"', 'w/"x"', "'x'", '"x" "y"', '*') {
        my $tagged = $httpd->get('/page.cgi', say_this("ETag: $malformed"));
        is $tagged->{headers}{etag}, undef, "what is no tag goes: $malformed";
        is $tagged->{content}, $inserted, '... and the page comes';
    }
    is $httpd->get('/set-tag/page.html')->{headers}{etag}, "\"fixed$suffix\"", 'a tag that mod_headers sets';
    is $httpd->get('/weak-tag/page.html')->{headers}{etag}, "W/$tag{'.'}", '... makes weak';
    is $httpd->get('/no-tag/page.html')->{headers}{etag}, undef, '... takes away';
    is $httpd->get('/none-tag/page.html')->{headers}{etag}, undef, 'a file without a tag gets none';
    ok suffix($httpd->get('/page.shtml')), 'a page that is put together has one, too';
};

# ---- Conditions ----

# What is asked of a page whose tag is given, and what it is told, by a server that knows conditions.
sub conditions {
    my ($mine, $theirs) = @_;
    my $foreign = untagged($mine) =~ s/(?="$)/$other/r;
    return (
        [304, 'If-None-Match' => $mine], [304, 'If-None-Match' => "W/$mine"], [304, 'If-None-Match' => "\"a\", $mine,\"b\""], [304, 'If-None-Match' => "\"a,b\" , W/$mine"],
        [304, 'If-None-Match' => '"a"', 'If-None-Match' => $mine], [304, 'If-None-Match' => "$theirs, $mine"],
        [304, 'If-None-Match' => $mine, 'If-Modified-Since' => $old], [304, 'If-None-Match' => $mine, 'If-Modified-Since' => $soon],
        [200, 'If-None-Match' => $theirs], [200, 'If-None-Match' => "W/$theirs"], [200, 'If-None-Match' => $foreign], [200, 'If-None-Match' => "$theirs, $foreign"],
        [200, 'If-None-Match' => '*'], [200, 'If-None-Match' => "\"a$suffix\""], [200, 'If-None-Match' => ''], [200, 'If-None-Match' => $mine =~ s/"$//r],
        [200, 'If-None-Match' => $mine =~ s/"//gr], [200, 'If-None-Match' => '"' . ',' x 4000], [200, 'If-None-Match' => $theirs, 'If-Modified-Since' => $soon],
        [200, 'If-Modified-Since' => $soon], [200, 'If-Modified-Since' => $date], [200, 'If-Unmodified-Since' => $date], [200, 'If-Modified-Since' => $old], [200, 'If-Unmodified-Since' => $old], [200, 'If-Unmodified-Since' => $soon],
    );
}

sub is_answered {
    my ($name, $path, $status, $tag, @headers) = @_;
    for my $method ('GET', 'HEAD') {
        my $r = $httpd->request($method, $path, headers => \@headers);
        is $r->{status}, $status, "$method $name: $status";
        is $r->{content}, $status == 200 && $method eq 'GET' ? $inserted : '', '... and ' . ($status == 200 && $method eq 'GET' ? 'all of it' : 'nothing else') if $status != 412;
        is $r->{headers}{etag}, $tag, '... with the tag' if $status != 412;
        ok !exists $r->{headers}{'last-modified'}, '... and no date' if $status != 412;
        is $r->{headers}{vary} // '', 'X-Purpose', '... and what it varies with';
    }
    return;
}

subtest 'conditions' => sub {
    for (['a file', '/page.html', $tag{'.'}, $tag{plain}], ['a program', '/page.cgi', "\"cgi$suffix\"", '"cgi"'], ['a backend', '/b/page', "\"b$suffix\"", '"b"']) {
        my ($what, $path, $mine, $theirs) = @$_;
        for (conditions($mine, $theirs)) {
            my ($status, @headers) = @$_;
            is_answered("$what, " . substr("@headers", 0, 90), $path, $status, $mine, @headers);
        }
    }
    for ([200, 'If-Match' => $tag{'.'}], [200, 'If-Match' => "\"a\", $tag{'.'}"], [200, 'If-Match' => '*'], [412, 'If-Match' => $tag{plain}], [412, 'If-Match' => '"a"'],
        [412, 'If-Match' => untagged($tag{'.'}) =~ s/(?="$)/$other/r], [412, 'If-Match' => "\"a\", $tag{plain}"])
    {
        my ($status, @headers) = @$_;
        is_answered("a file, @headers", '/page.html', $status, $tag{'.'}, @headers);
    }
    is $httpd->get('/page.html', 'If-None-Match' => $tag{end})->{status}, 200, 'the tag of another snippet is none';
    is $httpd->get('/end/page.html', 'If-None-Match' => $tag{'.'})->{status}, 200, '... nor the other way round';
    is $httpd->get('/style.css', 'If-None-Match' => $httpd->get('/style.css')->{headers}{etag})->{status}, 304, 'what is no page is known by its own';
    is $httpd->get('/style.css', 'If-Modified-Since' => $date)->{status}, 304, '... and by its date';
    for my $headers ([], ['Sec-Fetch-Dest' => 'style']) {
        my ($style, $again) = map { $httpd->get('/b/style.css', @$headers, @$_) } [], ['If-None-Match' => '"s"'];
        is $style->{headers}{etag}, '"s"', "of a backend, too, @$headers";
        is "$again->{status} $again->{headers}{etag}", '304 "s"', '... by that and no other';
    }
    is $httpd->get('/plain/page.html', 'If-None-Match' => $tag{plain})->{status}, 304, 'so is a page where nothing is inserted';
    is $httpd->get('/plain/page.html', 'If-None-Match' => $tag{'.'})->{status}, 200, '... which does not know the other';

    for my $path (qw(/dir/ /fallback/any /made /ht/page.html /ht/dir/ /variants/page /page.cgi/more)) {
        my $r = $httpd->get($path);
        is $r->{content}, $inserted, "$path: inserted";
        next if $path =~ /fallback|variants/ && !$r->{headers}{etag};    # some httpds tell of what is negotiated with half a tag
        ok suffix($r), '... with its tag';
        is $httpd->get($path, 'If-None-Match' => $_)->{status}, 200, '... and by another it is not known' for untagged($r->{headers}{etag}), '*';
        my $again = $httpd->get($path, 'If-None-Match' => $r->{headers}{etag});
        is $again->{status}, 304, '... but by this';
        is $again->{headers}{etag}, $r->{headers}{etag}, '... which the answer has, too';
    }
    for my $headers ([], ['If-None-Match' => $httpd->get('/none.html')->{headers}{etag} // '"x"'], ['If-None-Match' => '*'], ['If-Modified-Since' => $date], [Range => 'bytes=0-9', Accept => 'text/html']) {
        my $error = $httpd->get('/none.html', @$headers);
        is $error->{status}, 404, "an error, @$headers: stays one";
        is $error->{content}, $inserted, '... whole';
    }

    my $seen = $httpd->get('/page.cgi', 'If-None-Match' => "\"a\", W/\"z$suffix\", \"y$suffix\", \"cgi$other\"", 'If-Modified-Since' => $soon, 'If-Unmodified-Since' => $old, Range => 'bytes=0-9',
        'If-Range' => "\"cgi$suffix\"");
    is $seen->{headers}{'x-tags'}, 'W/"z", "y"', 'a program is asked with tags as it made them, and with no others';
    is $seen->{headers}{'x-seen'}, 'HTTP_IF_NONE_MATCH', '... and with nothing else';
    is $httpd->get('/page.cgi', 'If-Match' => "\"y$suffix\", \"cgi\"")->{headers}{'x-match'}, '"y"', 'likewise with those that must match';
    is $httpd->get('/plain/page.cgi', 'If-None-Match' => "\"a$suffix\"")->{headers}{'x-tags'}, "\"a$suffix\"", 'where nothing is inserted it is asked with what comes';
    $httpd->get('/b/page', 'If-None-Match' => "\"a\", \"b$suffix\"", 'If-Modified-Since' => $soon, Range => 'bytes=0-9', 'If-Range' => "\"b$suffix\"");
    my $asked = ($backend->requests)[-1];
    like $asked, qr/^If-None-Match: "b"\r$/mi, 'a backend as well';
    unlike $asked, qr/^(?:If-Modified-Since|If-Range|Range|If-Unmodified-Since):/mi, '... and with nothing else';
    is $httpd->request('POST', '/page.cgi', headers => ['If-Match' => '"cgi"'], body => 'x')->{headers}{'x-match'}, '"cgi"', 'what changes something is asked as it comes';
};

# ---- Ranges ----

subtest 'ranges' => sub {
    my $all = length $inserted;
    my $around = index $inserted, $SNIPPET;
    for (['bytes=0-9', 0, 9], ["bytes=$around-", $around, $all - 1], ['bytes=-10', $all - 10, $all - 1], ["bytes=@{[$around - 5]}-@{[$around + 20]}", $around - 5, $around + 20]) {
        my ($range, $from, $to) = @$_;
        for my $if ([], ['If-Range' => $tag{'.'}], ['If-Match' => $tag{'.'}]) {
            my $r = $httpd->get('/page.html', Range => $range, @$if);
            is $r->{status}, 206, "$range @$if: a part";
            is $r->{content}, substr($inserted, $from, $to - $from + 1), '... of what leaves';
            is $r->{headers}{'content-range'}, "bytes $from-$to/$all", '... and so it says';
            is $r->{headers}{etag}, $tag{'.'}, '... with its tag';
        }
    }
    my $parts = $httpd->get('/page.html', Range => 'bytes=0-4,' . ($all - 4) . '-');
    is $parts->{status}, 206, 'two parts';
    like $parts->{content}, qr/\r\n\r\n\Q@{[substr $inserted, 0, 5]}\E\r\n--.*\r\n\r\n\Q@{[substr $inserted, -4]}\E\r\n--/s, '... of what leaves';
    is $httpd->get('/page.html', Range => "bytes=$all-")->{status}, 416, 'behind the end nothing is';
    for ($tag{plain}, "W/$tag{'.'}", $soon, $old, $date, untagged($tag{'.'}) =~ s/(?="$)/$other/r, 'x') {
        my $r = $httpd->get('/page.html', Range => 'bytes=0-9', 'If-Range' => $_);
        is $r->{status}, 200, "If-Range: $_: all of it";
        is $r->{content}, $inserted, '... with the snippet';
    }
    is $httpd->get('/page.html', 'Request-Range' => 'bytes=0-9')->{content}, $inserted, 'Request-Range is nothing';
    my @html = (Accept => 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8');
    for my $path (qw(/page.cgi /b/page /b/chunked)) {
        my $r = $httpd->get($path, Range => 'bytes=5-9', @html);
        my $want = $r->{status} == 206 ? substr $inserted, 5, 5 : $inserted;
        is $r->{content}, $want, "$path: a part of what leaves, or all: $r->{status}";
        like $r->{headers}{'content-range'} // '', $r->{status} == 206 ? qr/^bytes 5-9\/$all$/ : qr/^$/, '... and so it says';
    }
    is $httpd->get('/page.cgi', Range => 'bytes=0-9', 'If-Range' => $_->[0], @{ $_->[1] })->{headers}{'x-seen'}, $_->[2], "$_->[0] @{$_->[1]}: a program sees " . ($_->[2] || 'neither')
        for ["\"cgi$suffix\"", [], ''], ["\"cgi$suffix\"", \@html, 'HTTP_ACCEPT'], ['"cgi"', \@html, 'HTTP_ACCEPT'];
    is $httpd->get('/style.css', Range => 'bytes=0-9')->{status}, 206, 'what is no page has ranges';
    for my $headers ([], [Accept => '*/*'], ['If-Range' => '"s"'], ['If-Range' => $date, Accept => 'video/*;q=0.9, */*;q=0.5']) {
        my $film = $httpd->get('/b/film', Range => 'bytes=2-3', @$headers);
        is "$film->{status} $film->{content} $film->{headers}{etag}", '206 dy "s"', "a player of a backend's film, @$headers: gets the part that it asks for";
    }
    my $of_program = $httpd->get('/page.cgi', Range => 'bytes=0-9', Accept => '*/*');
    is "$of_program->{status} $of_program->{headers}{etag}", '206 "cgi"', 'what it gets of a page is the program\'s own, by its own tag';
    is $httpd->get('/plain/page.html', Range => 'bytes=0-9', 'If-Range' => $tag{plain})->{status}, 206, 'a page where nothing is inserted, too';
    is $httpd->get('/page.html', Range => 'bytes=0-9', 'Sec-Fetch-Dest' => 'iframe')->{content}, $plain, 'what is left alone is whole';
    is $httpd->get('/page.html', Range => 'bytes=0-9', @PREVIEW)->{content}, $plain, '... and so is a preview';
};

# ---- HEAD, lengths, digests and other fields ----

sub fields { return [sort map { "$_->[0]: $_->[1]" } grep { $_->[0] !~ /^(?:Date|Content-Length|Transfer-Encoding|Expires)$/ } @{ $_[0]{list} }] }

subtest 'HEAD' => sub {
    for my $path (qw(/page.html /page.cgi /b/page /b/chunked /b/digests /b/gzip /page.shtml /none.html /end/page.html /packed/page.html /gz/page.html /cached/page.html /style.css /plain/page.html)) {
        for my $headers ([], \@gzip_ok, \@PREVIEW, ['Sec-Fetch-Dest' => 'iframe'], ['If-Modified-Since' => $soon]) {
            my ($get, $head) = map { $httpd->request($_, $path, headers => $headers) } 'GET', 'HEAD';
            is $head->{status}, $get->{status}, "$path @$headers: the status of GET";
            is_deeply fields($head), fields($get), '... and its headers';
            is $head->{headers}{'content-length'} // length $get->{content}, length $get->{content}, '... and its length, or none';
        }
    }
};

subtest 'lengths and digests' => sub {
    for my $path (qw(/page.html /page.cgi /b/page /b/digests /b/chunked /b/gzip-length /end/page.html)) {
        my $r = $httpd->get($path);
        is $r->{content}, $path =~ /end/ ? filled($page, 'body-end' => $SNIPPET) : $inserted, "$path: inserted";
        is $r->{headers}{'content-length'} // length $r->{content}, length $r->{content}, '... with its own length, or none';
        ok $r->{complete}, '... complete';
        is_deeply [grep { exists $r->{headers}{ lc $_ } } @digests], [], '... and no digest of what came';
    }
    my $said = $httpd->get('/page.cgi', say_this("Content-Length: $length", map { "$_: x" } @digests));
    is $said->{content}, $inserted, 'a program that tells its page\'s length and digests';
    is_deeply [grep { exists $said->{headers}{ lc $_ } } @digests], [], '... which go';
    my $view = $httpd->get('/plain/b/digests');
    is scalar(grep { exists $view->{headers}{ lc $_ } } @digests), 4, 'where nothing is inserted they stay';
    my $file = $httpd->get('/page.html');
    is $file->{framing}, 'length', 'a file\'s length is told';
    my $css = $httpd->get('/style.css');
    ok $css->{headers}{'last-modified'} && $css->{headers}{etag} && !suffix($css), 'what is no page keeps all';
};

subtest 'what caches are told' => sub {
    my $told = $httpd->get('/b/fixed');
    for (map { [split /: /] } @for_caches) {
        is $told->{headers}{ lc $_->[0] }, $_->[1], "$_->[0] stays";
    }
    for (['/cached/page.html', 'public, max-age=60'], ['/b/fixed', 'public, max-age=60']) {
        my ($path, $control) = @$_;
        my $r = $httpd->get($path);
        like $r->{headers}{'cache-control'}, qr/\Q$control/, "$path: Cache-Control stays";
        ok exists $r->{headers}{expires}, '... and so does Expires';
        is $r->{headers}{vary}, 'X-Purpose', '... and Vary names the signal';
        my $preview = $httpd->get($path, @PREVIEW);
        is $preview->{headers}{'cache-control'}, 'private, no-store', '... which gets a variant that is not to be stored';
        my $again = $httpd->get($path, 'If-None-Match' => $r->{headers}{etag});
        is "$again->{headers}{vary} " . ($again->{headers}{'cache-control'} // ''), "$r->{headers}{vary} $r->{headers}{'cache-control'}", "... a $again->{status} says the same";
    }
};

SKIP: {
    skip 'mod_http2 is not there, or does not work under prefork', 1 unless $http2;
    subtest 'trailers' => sub {
        my $client = Test::Http2->new($httpd->port);
        my @id = map { $client->get($_, te => 'trailers') } '/plain/b/trailers', '/b/trailers';
        $client->read_until(sub { $client->{ended}{ $id[0] } && $client->{ended}{ $id[1] } });
        is_deeply [map { $client->{body}{$_} } @id], [$plain, $inserted], 'with and without';
        is_deeply [@{ $client->{heads} }{@id}], [2, 1], 'trailers that tell of what came are left out';
        $client->close;
    };
}

# ---- Packing ----

subtest 'packed behind' => sub {
    for my $path (qw(/packed/page.html /by-type/page.html /packed/page.cgi /packed/b/page /packed/b/chunked /packed/b/gzip /packed/b/deflate /packed/b/gzip-bytes)) {
        for my $accept ('gzip', 'gzip, deflate, br, zstd', 'br;q=1, gzip;q=0.5') {
            my $r = $httpd->get($path, 'Accept-Encoding' => $accept);
            is $r->{headers}{'content-encoding'}, 'gzip', "$path, $accept: packed";
            is unzip($r), $inserted, '... and inserted';
            like $r->{headers}{vary}, qr/Accept-Encoding/, '... Vary says so';
            is $httpd->notes($r)->{insert}, 'inserted', '... and the log what';
            ok !exists $r->{headers}{'last-modified'}, '... without a date';
        }
        for my $accept ([], ['Accept-Encoding' => 'identity'], ['Accept-Encoding' => 'gzip;q=0']) {
            my $r = $httpd->get($path, @$accept);
            is $r->{headers}{'content-encoding'}, undef, "$path @$accept: not packed";
            is $r->{content}, $inserted, '... and inserted';
        }
    }
};

# What a client is told that asks again must be what it is told of a page without a snippet.
for my $n (0 .. 2) {
    for my $coding ('gz', $brotli ? 'br' : ()) {
        subtest "AlterETag $ways[$n], $coding" => sub {
            my @accept = ('Accept-Encoding' => $coding eq 'gz' ? 'gzip' : 'br');
            my $ask = sub { return $httpd->request('GET', "/$_[0]$coding/page.html", port => 2 + $n, headers => [@_[1 .. $#_]]) };
            my ($is, $was) = map { $ask->($_, @accept) } '', 'plain-';
            my ($unpacked, $was_unpacked) = map { $ask->($_) } '', 'plain-';

            is content($is), $inserted, 'packed, and inserted';
            is content($was), $plain, '... which the other is not';
            is $is->{headers}{'content-encoding'}, $accept[1] eq 'br' ? 'br' : 'gzip', '... with its coding';
            is $is->{headers}{etag}, defined $was->{headers}{etag} ? $was->{headers}{etag} =~ s/(?=(?:-gzip|-br)?"$)/$suffix/r : undef, '... and the tag, whose end is that of the other';
            is $unpacked->{headers}{etag}, $was_unpacked->{headers}{etag} =~ s/(?="$)/$suffix/r, '... not packed: as ever';
            for my $pair ([$is, $was], [$unpacked, $was_unpacked]) {
                my ($mine, $theirs) = map { $_->{headers}{etag} } @$pair;
                next if !defined $mine;
                for my $form (sub { $_[0] }, sub { "W/$_[0]" }, sub { "\"a\", $_[0]" }) {
                    for my $with ([], \@accept) {
                        my ($again, $was_again) = ($ask->('', @$with, 'If-None-Match' => $form->($mine)), $ask->('plain-', @$with, 'If-None-Match' => $form->($theirs)));
                        is $again->{status}, $was_again->{status}, "If-None-Match: @{[$form->($mine)]} @$with: as without a snippet, $again->{status}";
                        is untagged($again->{headers}{etag} // ''), untagged($was_again->{headers}{etag} // ''), '... and the same tag' if defined $was_again->{headers}{etag};
                        is content($again), $inserted, '... or the page' if $again->{status} == 200;
                        is $ask->('', @$with, 'If-None-Match' => $form->($theirs))->{status}, 200, '... by the other\'s tag it is not known';
                    }
                }
            }
        };
    }
}

subtest 'packed before' => sub {
    for my $path (qw(/b/gzip /b/gzip-length /b/deflate /b/x-gzip /b/gzip-bytes)) {
        for my $accept ([], \@gzip_ok, ['Accept-Encoding' => 'gzip, deflate, br, zstd']) {
            my $r = $httpd->get($path, @$accept);
            is unzip($r), $inserted, "$path @$accept: unpacked and inserted";
            ok $r->{complete}, '... complete';
            is $httpd->notes($r)->{insert}, 'inserted', '... and told of';
            is $r->{headers}{'content-length'} // length $r->{content}, length $r->{content}, '... with its own length, or none';
        }
    }
    my $tagged = $httpd->get('/b/tagged-gzip', @gzip_ok);
    is $tagged->{headers}{etag}, "\"b$suffix-gzip\"", 'a backend\'s tag that says how it is packed';
    is unzip($tagged), $inserted, '... of the page';
    my $again = $httpd->get('/b/tagged-gzip', @gzip_ok, 'If-None-Match' => $tagged->{headers}{etag});
    is $again->{status}, 304, '... which it knows again';
    is $again->{headers}{etag}, $tagged->{headers}{etag}, '... by the same';
    my $cut = $httpd->get('/b/gzip-cut');
    ok index($inserted, $cut->{content}) == 0 || ($cut->{status} // 500) >= 500, 'what is cut off is as far as it comes' or diag substr $cut->{content}, -100;

    my $br_page = $httpd->get('/b/br', 'Accept-Encoding' => 'br');
    is $httpd->notes($br_page)->{insert}, 'passed:encoded', 'what nobody can unpack here passes';
    is $br_page->{content}, $br || 'not looked at', '... as it is';
    is $br_page->{headers}{etag}, '"b"', '... with its tag';
    is $br_page->{headers}{'content-encoding'}, 'br', '... and coding';
};
$httpd->expect_log(qr/\[deflate:|AH01110|AH01146|proxy_http:error/);

subtest 'what backends are asked for' => sub {
    my $asked = sub {
        my ($path, @headers) = @_;
        $httpd->get($path, @headers);
        return ($backend->requests)[-1] =~ /^Accept-Encoding: *(.*?)\r/mi ? $1 : '';
    };
    for ('gzip, deflate, br, zstd', 'br, gzip', 'zstd;q=1, br;q=0.9, gzip;q=0.8', 'gzip, br;q=0') {
        my $field = $asked->('/b/page', 'Accept-Encoding' => $_);
        like $field, qr/\bgzip\b/, "$_: for gzip";
        unlike $field, qr/\b(?:br|zstd)\b(?!\s*;\s*q=0\b)/, '... and not for what cannot be unpacked';
    }
    unlike $asked->('/b/page', 'Accept-Encoding' => $_), qr/br|zstd|\*|gzip(?!;q=0)/, "$_: for nothing of the kind" for 'br', 'zstd, br', 'identity', 'gzip;q=0, br';
    is $asked->('/b/page'), '', 'who takes nothing asks for nothing';
    is $asked->('/b/style.css', 'Accept-Encoding' => 'gzip, br'), 'gzip, br', 'what is no page is asked for as it comes';
    is $asked->('/plain/b/page', 'Accept-Encoding' => 'gzip, br'), 'gzip, br', '... and so is a page where nothing is inserted';
};

subtest 'files that are packed beforehand' => sub {
    my @paths = qw(/server/page.html /htaccess/page.html /always/page.html /only/page.html /variants/page.html /variants/page /header/page.html /map/page.var);
    for my $path (@paths) {
        for my $accept ([], \@gzip_ok, ['Accept-Encoding' => 'gzip, deflate, br']) {
            my $r = $httpd->get($path, @$accept);
            next if !@$accept && $path =~ /only|map/;    # who says nothing takes anything, and may be given br
            is content($r), $inserted, "$path @$accept: unpacked and inserted";
            is $httpd->notes($r)->{insert}, 'inserted', '... and told of';
            ok suffix($r), '... with a tag' if exists $r->{headers}{etag};
            is $r->{headers}{'cache-control'}, undef, '... and may be stored, for those that ask for the same';
        }
    }
};

# ---- Nonces ----

my $policy = 'Content-Security-Policy';
my @policies = (
    # what the response says, the nonce that goes in, note
    [["$policy: script-src 'nonce-r4nd0m'; style-src 'nonce-r4nd0m'"], 'r4nd0m', 'inserted'],
    [["$policy: script-src 'self' 'nonce-AbC+/=='  'strict-dynamic'; object-src 'none'"], 'AbC+/==', 'inserted'],
    [["$policy: default-src 'nonce-d3f'"], 'd3f', 'inserted'],
    [["$policy: script-src-elem 'nonce-e1'; script-src 'nonce-s1'; default-src 'none'"], 'e1', 'inserted'],
    [["$policy: img-src *", "$policy: script-src 'nonce-two'"], 'two', 'inserted'],
    [["$policy: script-src 'nonce-same'", "$policy: script-src 'nonce-same' 'self'"], 'same', 'inserted'],
    [["$policy: frame-ancestors 'self', script-src 'nonce-list'"], 'list', 'inserted'],
    [["$policy: script-src https: 'unsafe-inline'", "$policy: script-src 'nonce-other'"], 'other', 'inserted'],
    [["$policy: default-src https:", "$policy: script-src 'nonce-other'"], 'other', 'inserted:csp'],
    [["$policy: img-src *"], '', 'inserted'],
    [["$policy: script-src 'unsafe-inline' https:"], '', 'inserted'],
    [["$policy: script-src 'self'"], '', 'inserted:csp'],
    [["$policy: script-src 'none'"], '', 'inserted:csp'],
    [["$policy: default-src 'self'; img-src *"], '', 'inserted:csp'],
    [["$policy: script-src 'nonce-one'", "$policy: script-src 'nonce-other'"], undef, 'inserted:csp'],
    [["$policy: script-src 'nonce-\"><script>alert(1)</script>'"], '', undef],
    [["$policy: script-src 'nonce-a\"b' 'nonce-g00d'"], undef, undef],
    [["$policy-Report-Only: script-src 'self'"], '', 'inserted'],
    [[], '', 'inserted'],
);

# Attributes without a value may say so in any way that leaves the next one alone.
sub without_empty { return $_[0] =~ s/ nonce(?:=(?:""|''))?(?=[ >])//gr }

subtest 'nonces' => sub {
    my $nonced = Test::Httpd->new(modules => [qw(cgi headers)], log_level => 'error xpurpose:warn', conf => <<"CONF");
XPurpose On
@{[insert('head-end' => $nonces)]}
<Location /bare/>
    @{[insert('head-end' => $SNIPPET)]}
</Location>
<Location /set/>
    Header set $policy "script-src 'nonce-s3t'"
</Location>
<Location /always/>
    Header always set $policy "script-src 'nonce-4lw4ys'"
</Location>
<Location /unset/>
    Header always unset $policy
</Location>
CONF
    $nonced->doc("$_/page.html", $plain) for '.', qw(set always bare);
    $nonced->cgi("$_/page.cgi", $cgi) for '.', qw(bare unset);
    $nonced->start;

    for (@policies) {
        my ($fields, $nonce, $note) = @$_;
        my $name = @$fields ? "@$fields" =~ s/Content-Security-Policy/CSP/gr : 'no policy';
        my $r = $nonced->get('/page.cgi', say_this(@$fields));
        my $got = $nonced->notes($r)->{insert} // 'nothing';

        defined $note ? is($got, $note, "$name: $note") : like($got, qr/^inserted/, "$name: $got");
        is $r->{content}, filled($page, 'head-end' => nonced($nonce)), '... with the nonce' if length($nonce // '');
        is without_empty($r->{content}), filled($page, 'head-end' => $nonces =~ s/ nonce(?:=""|=x)?(?=[ >])//gr), '... and none where there is none' if defined $nonce && $nonce eq '';
        unlike $r->{content}, qr/alert\(1\)|nonce=["']?a"/, '... nothing else is written' if !defined $note;
        ok !exists $r->{headers}{etag}, '... and no tag, which would be that of a page with another nonce, or with one';
        ok !exists $r->{headers}{'last-modified'}, '... and no date';
        my $again = $nonced->get('/page.cgi', say_this(@$fields), 'If-None-Match' => '"cgi"', 'If-Modified-Since' => $soon);
        is $again->{status}, 200, '... it is not asked for again';
        is $again->{headers}{'x-seen'}, '', '... for the program is not asked so';
    }
    for (['/set/page.html', 's3t'], ['/always/page.html', '4lw4ys']) {
        my ($path, $nonce) = @$_;
        my $r = $nonced->get($path);
        is $r->{content}, filled($page, 'head-end' => nonced($nonce)), "$path: the nonce of what mod_headers says";
        is $r->{headers}{etag}, undef, '... without a tag';
    }
    my $unset = $nonced->get('/unset/page.cgi', say_this("$policy: script-src 'none'"));
    is $nonced->notes($unset)->{insert}, 'inserted', 'a policy that mod_headers takes away blocks nothing';
    my $head = $nonced->head('/page.cgi', say_this("$policy: script-src 'nonce-x'"));
    is $head->{headers}{etag}, undef, 'HEAD tells no tag either';
    is $nonced->get('/page.html', $_ => $soon)->{status}, 200, "a file, $_: all of it" for 'If-Modified-Since', 'If-Unmodified-Since';
    is $nonced->get('/page.html', 'If-None-Match' => "\"x\", *, \"x$suffix\"")->{status}, 200, 'a file, If-None-Match: all of it';
    is $nonced->get('/page.html', Range => 'bytes=0-9', 'If-Range' => $soon)->{status}, 200, 'a file, If-Range: all of it';

    # A snippet that knows of no nonce.
    my $file = $nonced->get('/bare/page.html');
    ok suffix($file), 'a snippet without nonces has tags';
    for (["script-src 'nonce-abc'", 'inserted:csp'], ["script-src 'self'", 'inserted:csp'], ["script-src https://count.site.example", 'inserted'], ["script-src https:", 'inserted'],
        ["script-src 'strict-dynamic' 'nonce-abc' https:", 'inserted:csp'], ["script-src *", 'inserted'], ["script-src 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='", undef])
    {
        my ($says, $note) = @$_;
        my $r = $nonced->get('/bare/page.cgi', Host => 'www.site.example', say_this("$policy: $says"));
        is $r->{content}, $inserted, "without nonces, $says: inserted all the same";
        defined $note ? is($nonced->notes($r)->{insert}, $note, "... $note") : like($nonced->notes($r)->{insert}, qr/^inserted/, '... and in doubt not called blocked');
        is $r->{headers}{ lc $policy }, $says, '... the policy is the site\'s';
        is $r->{headers}{etag}, "\"cgi@{[suffix($file)]}\"", '... with its tag';
    }
    is $nonced->notes($nonced->get('/bare/page.cgi', Host => 'count.site.example', say_this("$policy: script-src 'self'")))->{insert}, 'inserted', 'where it comes from the site itself, it runs';
    my @warnings = grep { /\[xpurpose:warn\]/ } split /\n/, $nonced->error_log;
    cmp_ok scalar @warnings, '>=', 1, 'a policy that blocks is warned of';
    cmp_ok scalar @warnings, '<=', 2, '... once' or diag join "\n", grep { defined } @warnings[0 .. 2];
    $nonced->expect_log(qr/\[xpurpose:warn\]/)->stop;
};

# ---- A snippet that changes ----

subtest 'another snippet after a reload' => sub {
    my $changing = Test::Httpd->new(modules => ['cgi'], conf => "XPurpose On\nXPurposeInsert head-end file:docs/snippet.txt\n");
    $changing->doc('page.html', $plain);
    $changing->cgi('page.cgi', $cgi);
    my $write = sub { $changing->doc('snippet.txt', " \n<script src=\"https://count.site.example/$_[0].js\" data-site=\"$_[0]\"></script>\n") };
    my $with = sub { return filled($page, 'head-end' => "<script src=\"https://count.site.example/$_[0].js\" data-site=\"$_[0]\"></script>") };
    $write->('one');
    $changing->start;
    my @paths = ('/page.html', '/page.cgi');
    my %first = map { $_ => $changing->get($_)->{headers}{etag} } @paths;
    $changing->graceful;
    is $changing->get($_, 'If-None-Match' => $first{$_})->{status}, 304, "$_: a reload alone changes nothing" for @paths;
    $write->('two');
    is $changing->get($_)->{content}, $with->('one'), "$_: a file that has changed is read at the next reload" for @paths;
    $changing->graceful;
    for my $path (@paths) {
        my $r = $changing->get($path, 'If-None-Match' => $first{$path}, 'If-Modified-Since' => $soon);
        is $r->{status}, 200, "$path: then the tag of the first one is not known";
        is $r->{content}, $with->('two'), '... and the second comes';
        isnt $r->{headers}{etag}, $first{$path}, '... with another tag';
        is $changing->get($path, 'If-None-Match' => $r->{headers}{etag})->{status}, 304, '... which is';
        is $changing->get($path, Range => 'bytes=0-9', 'If-Range' => $first{$path})->{content}, $with->('two'), '... and no range is of the first one' if $path =~ /html/;
    }
    $write->('one');
    $changing->graceful;
    is $changing->get($_)->{headers}{etag}, $first{$_}, "$_: the first one again is the first one's tag" for @paths;
    $changing->graceful("XPurpose On\nXPurposeInsert None\n");
    for my $path (@paths) {
        my $r = $changing->get($path, 'If-None-Match' => $first{$path});
        is $r->{content}, $plain, "$path: none any more, and the tag of the first one is not known";
        is $r->{headers}{etag}, untagged($first{$path}), '... but its own';
    }
    $changing->stop;
};

subtest 'without mod_deflate' => sub {
    my $bare = Test::Httpd->new(modules => [qw(proxy proxy_http)], conf => <<"CONF")->start;
XPurpose On
@{[insert('head-end' => $SNIPPET)]}
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
CONF
    my $r = $bare->get('/b/gzip', @gzip_ok);
    is $r->{content}, $gzip, 'gzip passes as it is';
    is $bare->notes($r)->{insert}, 'passed:encoded', '... and so it says';
    is $r->{headers}{etag}, '"b"', '... with its tag';
    is $bare->get('/b/page', 'Accept-Encoding' => 'gzip, br')->{content}, $inserted, 'what is not packed is inserted into';
    unlike + ($backend->requests)[-1], qr/^Accept-Encoding:.*\b(?:gzip|br)\b(?!;q=0)/mi, '... and asked for so';
    $bare->stop;
};

$httpd->stop;
$backend->stop;
done_testing;
