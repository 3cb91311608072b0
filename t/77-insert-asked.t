# What a request does not tell before the answer is there (XPurposeInsert): whether it is for a page at all. What is asked for as an image
# or a script may be one, and what has an image's name; a condition may be about something else than a page; a filter may make a page of a
# text; and some pages are not this site's. What goes wrong here does so later, when somebody opens what a cache was given.
use strict;
use warnings;
use Compress::Zlib ();
use Test::Backend;
use Test::Httpd;
use Test::Insert;
use Test::More;
use Test::Preview;

my $soon = 'Fri, 01 Jan 2038 00:00:00 GMT';
my $old = 'Sat, 01 Jan 2000 00:00:00 GMT';
my $page = "<!DOCTYPE html>\n<html><head><title>A title</title>\n{head-end}</head>\n<body>\n" . "<p>text</p>\n" x 60 . "</body></html>\n";
my $plain = plain($page);
my $inserted = filled($page, 'head-end' => $SNIPPET);
my $nonced = '<script nonce async src="https://count.site.example/n.js"></script>';
my $gzip = Compress::Zlib::memGzip($plain);
my @HTML = (Accept => 'text/html,application/xhtml+xml,*/*;q=0.8');
my @gzip_ok = ('Accept-Encoding' => 'gzip');
my @MAY_BE_ASKED = qw(if-match if-none-match if-modified-since if-unmodified-since if-range range accept-encoding);

# ---- A program and a backend that keep to RFC 9110, 13.2.2 ----

# By the fields of a request, lower-case, and what there is: status, fields and body of the answer. X-Seen says what it was asked with.
my $answer = <<'PERL';
sub answer {
    my ($of, $tag, $type, $body, @more) = @_;
    my $lists = sub { return $_[0] eq '*' || grep { s/^W\///r eq $tag } split /\s*,\s*/, $_[0] };
    my $all = length $body;
    my $status = defined $of->{'if-match'} && !$lists->($of->{'if-match'}) ? 412
        : !defined $of->{'if-match'} && ($of->{'if-unmodified-since'} // '') =~ /2000|1999/ ? 412
        : defined $of->{'if-none-match'} ? ($lists->($of->{'if-none-match'}) ? 304 : 200)
        : $of->{'if-modified-since'} ? 304 : 200;
    my ($from, $to) = $status == 200 && ($of->{range} // '') =~ /^bytes=(\d+)-(\d+)$/ ? ($1, $2) : ();
    my @fields = ("ETag: $tag", 'Last-Modified: Sat, 01 Jan 2001 00:00:00 GMT', 'Cache-Control: public, max-age=600',
        'X-Seen: ' . join(' ', grep { exists $of->{$_} } sort keys %$of), @more);
    return ($status, \@fields, '') if $status == 304;
    return ($status, [], '') if $status == 412;
    push @fields, "Content-Type: $type";
    return (206, [@fields, "Content-Range: bytes $from-$to/$all"], substr $body, $from, $to - $from + 1) if defined $from;
    return (200, \@fields, $body);
}
PERL
eval "$answer; 1" or die $@;

my $cgi = "#!/usr/bin/perl\n$answer" . <<'PERL';
my %of = map { (lc(s/^HTTP_//r =~ tr/_/-/r) => $ENV{$_}) } grep { /^HTTP_(?:IF_|RANGE|ACCEPT_E)/ } keys %ENV;
my $of = $ENV{PATH_INFO} || '';
my ($type, $body) = $of =~ /json/ ? ('application/json', '{"a":1}') : $of =~ /image/ ? ('image/png', 'a picture') : ('text/html', do { local $/; <DATA> });
my ($status, $fields, $content) = answer(\%of, '"b"', $type, $body);
print map { "$_\n" } "Status: $status", @$fields, '';
print $content;
__END__
PERL

sub backend {
    my ($type, $body, @more) = @_;
    return sub {
        my ($socket, $head) = @_;
        my %of = map { /^([\w-]+): *(.*?)\r?$/ ? (lc $1 => $2) : () } split /\n/, $head;
        my %asked = map { exists $of{$_} ? ($_ => $of{$_}) : () } @MAY_BE_ASKED;
        my ($status, $fields, $content) = answer(\%asked, '"b"', $type, $body, @more);
        push @$fields, 'Content-Length: ' . length $content if $status != 304;
        print {$socket} join("\r\n", "HTTP/1.1 $status Whatever", @$fields, 'Connection: close', '', ''), $head =~ /^HEAD/ ? '' : $content;
    };
}

# In pieces, which come one after the other: what is refused must be so before the first has gone.
my @pieces = map { (sprintf("%x\r\n%s\r\n", length $_, $_), \0.02) } $plain =~ /(.{1,99})/gs;
my $streamed = ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"b\"\r\nTransfer-Encoding: chunked\r\n\r\n", \0.05, @pieces, "0\r\n\r\n"];

my $backend = Test::Backend->new({
    '/page' => backend('text/html', $plain), '/wiki/File:Map.png' => backend('text/html', $plain), '/item' => backend('application/json', '{"a":1}'),
    '/picture' => backend('image/png', 'a picture'), '/script' => backend('text/javascript', 'let a'), '/style' => backend('text/css', 'p{}'),
    '/gzip' => backend('text/html', $gzip, 'Content-Encoding: gzip', 'Vary: Accept-Encoding'), '/streamed' => $streamed,
});
my $to_backend = 'http://127.0.0.1:' . $backend->port;

# The fields of the last request there that could have been altered: { name => value }.
sub asked {
    my %of = map { /^([\w-]+): *(.*?)\r?$/ ? (lc $1 => $2) : () } split /\n/, ($backend->requests)[-1];
    return { map { exists $of{$_} ? ($_ => $of{$_}) : () } @MAY_BE_ASKED };
}

# ---- The server ----

my %ARCHIVE = (tar => 'application/x-tar', iso => 'application/x-iso9660-image', '7z' => 'application/x-7z-compressed', deb => 'application/x-debian-package',
    rpm => 'application/x-rpm', xz => 'application/x-xz', gz => 'application/x-gzip', msi => 'application/x-msi', rar => 'application/x-rar-compressed');
my $external = Test::Httpd->has_module('ext_filter');
my $httpd = Test::Httpd->new(ports => 2, modules => [qw(cgi alias headers deflate filter rewrite include substitute proxy proxy_http), $external ? 'ext_filter' : ()],
    conf => <<"CONF");
XPurpose On
@{[insert('head-end' => $SNIPPET)]}
ProxyPass /b/ $to_backend/ disablereuse=on
ProxyPass /told/b/ $to_backend/ disablereuse=on
ProxyPass /none/b/ $to_backend/ disablereuse=on
ProxyPass /nonce/b/ $to_backend/ disablereuse=on
ProxyPass /policy/b/ $to_backend/ disablereuse=on
@{[join "\n", map { "AddType $ARCHIVE{$_} .$_" } sort keys %ARCHIVE]}
<Location /none/>
    XPurposeInsert None
</Location>
<LocationMatch ^/(nonce|policy)/>
    @{[insert('head-end' => $nonced)]}
</LocationMatch>
<Location /policy/>
    Header set Content-Security-Policy "script-src 'nonce-r4nd0m'"
</Location>
<Location /told/>
    ErrorDocument 412 /page.html
</Location>
<LocationMatch ^/dry/>
    XPurpose DryRun
</LocationMatch>
@{[$external ? 'ExtFilterDefine made mode=output intype=text/plain outtype=text/html cmd="/bin/cat"' : '']}
<Directory %DOCS%/made>
    @{[$external ? 'SetOutputFilter made' : '']}
</Directory>
<Directory %DOCS%/ssi>
    Options +Includes
    AddType text/html .stm
    AddOutputFilter INCLUDES .stm
</Directory>
<Directory %DOCS%/replaced>
    AddOutputFilterByType SUBSTITUTE text/html
    Substitute "s/A title/Another title/"
</Directory>
RewriteEngine On
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteRule ^/packed/(.*)\\.html\$ /packed/\$1.html.gz [PT,T=text/html,E=no-gzip:1]
<Directory %DOCS%/packed>
    AddEncoding gzip .gz
</Directory>
<VirtualHost 127.0.0.1:%PORT2%>
    ProxyRequests On
    ProxyPass /b/ $to_backend/ disablereuse=on
</VirtualHost>
CONF
$httpd->doc("$_/page.html", $plain) for '.', qw(none nonce policy dry replaced);
$httpd->doc("$_/page.txt", $plain) for '.', 'made';
$httpd->doc('ssi/page.stm', $plain =~ s/A title/<!--#echo var="DOCUMENT_NAME" -->/r);
$httpd->doc('packed/page.html', $plain);
$httpd->doc('packed/page.html.gz', $gzip);
$httpd->doc('item.json', '{"a":1}');
$httpd->doc('picture.png', 'a picture');
$httpd->doc('style.css', 'p{}');
$httpd->doc('script.js', 'let a');
$httpd->doc("file.$_", 'x' x 1000) for keys %ARCHIVE;
$httpd->doc('replaced/file.tar', 'x' x 1000);
$httpd->doc('LICENSE', 'Do what you like.');
$httpd->cgi("$_/page.cgi", $cgi . $plain) for '.', qw(none nonce policy);
$httpd->start;

my $suffix = suffix($httpd->get('/page.html')) // '-xp' . '0' x 12;
my $other = '-xp' . ($suffix =~ s/^-xp//r =~ tr/0-9a-f/1-9a-f0/r);
my %PAGE = ('a file' => '/page.html', 'a program' => '/page.cgi', 'a backend' => '/b/page');

sub insert_note { return $httpd->notes($_[0])->{insert} // 'nothing' }

sub is_spared {
    my ($r, $name) = @_;
    is "$r->{status} $r->{content}", "200 $plain", "$name: the page as it is";
    is $r->{headers}{'cache-control'}, 'private, no-store', '... for no cache';
    is_deeply [grep { exists $r->{headers}{$_} } qw(etag last-modified expires)], [], '... without validators';
    is insert_note($r), 'passed:fragment', '... and the log says why';
    return;
}

# ---- What it is asked for as ----

subtest 'a page that is asked for as something else' => sub {
    for my $what (sort keys %PAGE) {
        for my $dest (qw(image script style font video json manifest worker)) {
            is_spared($httpd->get($PAGE{$what}, 'Sec-Fetch-Dest' => $dest), "$what, as $dest");
        }
        is_spared($httpd->get($PAGE{$what}, 'Sec-Fetch-Dest' => 'empty', 'X-Requested-With' => 'XMLHttpRequest'), "$what, by a script that says so");
        is $httpd->get($PAGE{$what}, 'Sec-Fetch-Dest' => $_)->{content}, $inserted, "$what, $_: inserted" for qw(empty document);
        my $preview = $httpd->get($PAGE{$what}, 'Sec-Fetch-Dest' => 'image', @PREVIEW);
        is $preview->{content}, $plain, "$what, as a preview's image: as it is";
        is insert_note($preview), 'skipped', '... as for every preview';
    }
};

subtest 'what is what it is asked for as' => sub {
    for (['image', '/picture.png'], ['image', '/page.cgi/image'], ['image', '/b/picture'], ['style', '/style.css'], ['style', '/b/style'],
        ['script', '/script.js'], ['script', '/b/script'], ['json', '/b/item'])
    {
        my ($dest, $path) = @$_;
        my $r = $httpd->get($path, 'Sec-Fetch-Dest' => $dest);
        is $r->{status}, 200, "$path, as $dest";
        ok $r->{headers}{etag} && !suffix($r), '... has its own tag';
        ok exists $r->{headers}{'last-modified'}, '... and date';
        unlike $r->{headers}{'cache-control'} // '', qr/private/, '... and is for all';
        for my $condition (['If-None-Match' => $r->{headers}{etag}], ['If-Modified-Since' => $r->{headers}{'last-modified'}]) {
            my $again = $httpd->get($path, 'Sec-Fetch-Dest' => $dest, @$condition);
            is "$again->{status} $again->{headers}{etag}", "304 $r->{headers}{etag}", "... by which it is known: $condition->[0]";
        }
        is $httpd->get($path, 'Sec-Fetch-Dest' => $dest, Range => 'bytes=1-2')->{status}, 206, '... and has parts';
    }
};

subtest 'a cache is not given for all what was for an image' => sub {
    for my $quick ('On', 'Off') {
        my $cache = Test::Httpd->new(modules => [qw(cgi alias headers proxy proxy_http cache cache_disk)], conf => <<"CONF");
XPurpose On
@{[insert('head-end' => $SNIPPET)]}
CacheQuickHandler $quick
CacheHeader On
CacheEnable disk /
CacheRoot %DIR%/cache
Header set Cache-Control "public, max-age=600"
ProxyPass /b/ $to_backend/ disablereuse=on
CONF
        $cache->writable('cache');
        for my $dest (qw(image script style json)) {
            $cache->doc("$dest/page.html", $plain);
            $cache->cgi("$dest/page.cgi", $cgi . $plain);
        }
        $cache->start;
        for my $dest (qw(image script style json)) {
            for my $path ("/$dest/page.html", "/$dest/page.cgi", "/b/page?$dest") {
                my $name = "CacheQuickHandler $quick, $path";
                is $cache->get($path, 'Sec-Fetch-Dest' => $dest)->{content}, $plain, "$name: as $dest";
                my ($first, $second) = map { $cache->get($path, 'Sec-Fetch-Dest' => 'document') } 1, 2;
                is $first->{content}, $inserted, '... then a person';
                is $second->{content}, $inserted, '... and the next one';
                like $second->{headers}{'x-cache'}, qr/^HIT/, '... from the cache';
            }
        }
        # A condition that fails must not leave anything either.
        for my $path ('/image/page.html?if', '/image/page.cgi?if', '/b/page?if', '/b/streamed') {
            is $cache->get($path, 'If-Match' => '"z"')->{status}, 412, "CacheQuickHandler $quick, $path: refused";
            is $cache->get($path)->{content}, $inserted, '... then a person';
        }
        $cache->stop;
    }
};

# ---- What it is called ----

subtest 'a page with the name of an image' => sub {
    my $path = '/b/wiki/File:Map.png';
    my $r = $httpd->get($path, @HTML);
    is $r->{content}, $inserted, 'who takes HTML gets the page with the snippet';
    is $r->{headers}{etag}, "\"b$suffix\"", '... and its tag';
    for (['If-None-Match' => '"b"'], ['If-Modified-Since' => $soon], ['If-None-Match' => '"b"', 'If-Modified-Since' => $soon],
        ['If-None-Match' => "\"b$other\""], [Range => 'bytes=0-9', 'If-Range' => '"b"'])
    {
        my $again = $httpd->get($path, @HTML, @$_);
        is "$again->{status} $again->{content}", "200 $inserted", "... whatever he has of before: @$_";
    }
    my $known = $httpd->get($path, @HTML, 'If-None-Match' => "\"b$suffix\"");
    is "$known->{status} $known->{headers}{etag}", "304 \"b$suffix\"", '... and is known by that';

    for my $accept ([], [Accept => 'image/avif,image/*,*/*;q=0.8']) {
        my @fields = ('If-None-Match' => "\"a\", \"b$other\"", 'If-Modified-Since' => $soon, Range => 'bytes=0-9', 'If-Range' => '"b"', 'Accept-Encoding' => 'br, gzip');
        $httpd->get($path, @$accept, @fields);
        is_deeply asked(), { map { (lc $fields[2 * $_] => $fields[2 * $_ + 1]) } 0 .. $#fields / 2 }, "@$accept: who does not say that he does has it asked as he asks";
        my $again = $httpd->get($path, @$accept, 'If-None-Match' => '"b"');
        is "$again->{status} $again->{headers}{etag}", '304 "b"', '... and what is known to him keeps its tag';
    }
};

# ---- Tags where there is a nonce ----

subtest 'a snippet with a nonce' => sub {
    for my $folder ('nonce', 'policy') {
        my $want = filled($page, 'head-end' => $folder eq 'policy' ? $nonced =~ s/nonce/nonce="r4nd0m"/r : $nonced);
        for my $file (qw(page.html page.cgi b/page)) {
            my $path = "/$folder/$file";
            my $r = $httpd->get($path);
            is $r->{content} =~ s/ nonce=""/ nonce/r, $want, "$path: inserted";
            is $r->{headers}{etag}, undef, '... without a tag';
            is $r->{headers}{'last-modified'}, undef, '... or date';
            my $whole = $httpd->get("/none/$file");
            for my $tag ($whole->{headers}{etag}, $r->{headers}{etag} // "\"b$suffix\"", '*') {
                my $again = $httpd->get($path, 'If-None-Match' => $tag, 'If-Modified-Since' => $soon);
                is $again->{status}, 200, "... nor known by one: $tag";
                is $again->{headers}{'x-seen'} // '', '', '... for nobody is asked so';
            }
            for my $tag ($whole->{headers}{etag}, "\"b$suffix\"", $soon) {
                is $httpd->get($path, @HTML, Range => 'bytes=0-9', 'If-Range' => $tag)->{status}, 200, "... nor has he who has one a part: $tag";
            }
            is $httpd->get($path, 'If-Match' => $_)->{status}, $_ eq '*' ? 200 : 412, "... and none matches: $_" for $whole->{headers}{etag}, '"z"', '*';
        }
    }
};

# ---- Filters that make pages ----

subtest 'filters' => sub {
    SKIP: {
        skip 'mod_ext_filter is not there', 1 unless $external;
        subtest 'a filter that makes a page of a text' => sub {
            my $tag = $httpd->get('/page.txt')->{headers}{etag};
            my $r = $httpd->get('/made/page.txt');
            is $r->{headers}{'content-type'}, 'text/html', 'it is one';
            is $r->{content}, $inserted, '... with the snippet';
            is insert_note($r), 'inserted', '... and the log says so';
            is $httpd->get('/made/page.txt', 'Sec-Fetch-Dest' => $_)->{content}, $inserted, "... $_" for 'document', 'empty';
            is $httpd->get('/made/page.txt', @PREVIEW)->{content}, $plain, '... but for previews';
            is $httpd->get('/made/page.txt', @HTML, 'If-None-Match' => $tag)->{status}, 200, '... and by the tag of the text it is not known';
            is $httpd->get('/page.txt', @HTML, 'If-None-Match' => $tag)->{status}, 304, '... as the text is';
        };
    }
    my $ssi = $httpd->get('/ssi/page.stm');
    is $ssi->{content}, $inserted =~ s/A title/page.stm/r, 'a page that is put together';
    is $httpd->get('/replaced/page.html')->{content}, $inserted =~ s/A title/Another title/r, 'a page in which something is replaced';
    is $httpd->get('/style.css')->{content}, 'p{}', 'what no filter touches is left alone';
};

# ---- If-Match ----

subtest 'If-Match' => sub {
    for (['/item.json', $httpd->get('/item.json')->{headers}{etag}], ['/page.cgi/json', '"b"'], ['/b/item', '"b"']) {
        my ($path, $tag) = @$_;
        for my $match ($tag, "\"z\", $tag", '*') {
            my $r = $httpd->get($path, 'If-Match' => $match);
            is "$r->{status} $r->{content}", '200 {"a":1}', "$path, $match: what is no page is known by its own";
            is $r->{headers}{etag}, $tag, '... which it keeps';
        }
        is $httpd->get($path, 'If-Match' => '"z"')->{status}, 412, '... and by no other';
        is $httpd->get($path, 'If-Match' => $tag, Range => 'bytes=1-2')->{content}, '"a', '... with parts';
    }
    for my $path (qw(/page.html /page.cgi /b/page /b/streamed /b/gzip)) {
        my $mine = $httpd->get($path)->{headers}{etag};
        my $theirs = untagged($mine);
        for ([412, $theirs], [412, "\"z\", $theirs"], [412, $theirs =~ s/(?="$)/$other/r], [412, '"z"'], [412, "W/$mine"], [200, $mine], [200, "\"z\", $mine"], [200, '*']) {
            my ($status, $match) = @$_;
            my ($get, $head) = map { $httpd->request($_, $path, headers => ['If-Match' => $match]) } 'GET', 'HEAD';
            is $get->{status}, $status, "$path, $match: $status";
            is $head->{status}, $status, '... HEAD, too';
            ok $get->{complete} && $head->{complete}, '... whole';
            is $get->{content}, $inserted, '... the page' if $status == 200;
            unlike $get->{head} . $get->{content}, qr/A title|<p>text|\Q$theirs\E/, '... and nothing of the page' if $status == 412;
        }
    }
    my $told = $httpd->get('/told/b/streamed', 'If-Match' => '"z"');
    is "$told->{status} $told->{content}", "412 $inserted", 'the site\'s page for that is a page like all others';
    is insert_note($told), 'inserted', '... which people see';
    my $client = $httpd->client;
    my @on_one = map { $client->request('GET', '/b/streamed', ['If-Match' => $_]) } '"b"', '*', '"z"';
    is_deeply [map { $_->{status} } @on_one], [412, 200, 412], 'one connection serves them one after the other';
    is $on_one[1]{content}, $inserted, '... each by itself';
    $client->close;
};

subtest 'conditions of what is left alone' => sub {
    for my $what (sort keys %PAGE) {
        for (['If-Match' => '"z"'], ['If-Match' => '"b"'], ['If-Unmodified-Since' => $old], ['If-Match' => '"z"', 'If-Unmodified-Since' => $old],
            ['If-None-Match' => '*'], ['If-Match' => '*', 'If-Modified-Since' => $soon])
        {
            is_spared($httpd->get($PAGE{$what}, 'Sec-Fetch-Dest' => 'iframe', @$_), "$what in a frame, @$_");
        }
    }
};

# ---- Downloads ----

subtest 'downloads' => sub {
    for my $path ((map { "/file.$_" } sort keys %ARCHIVE), '/replaced/file.tar', '/LICENSE') {
        my $r = $httpd->get($path);
        my ($tag, $date) = @{ $r->{headers} }{qw(etag last-modified)};
        ok $tag && $date && !suffix($r), "$path has its tag and date";
        for my $accept ([], $path eq '/LICENSE' ? () : \@HTML) {
            is $httpd->get($path, @$accept, 'If-None-Match' => $tag)->{status}, 304, "... and is known by the one, @$accept";
            is $httpd->get($path, @$accept, 'If-Modified-Since' => $date)->{status}, 304, '... and by the other';
            is $httpd->get($path, @$accept, 'If-Unmodified-Since' => $old)->{status}, 412, '... which must be so';
            is $httpd->get($path, @$accept, 'If-Match' => $tag, Range => 'bytes=0-3')->{status}, 206, '... and goes on';
        }
    }
};

# ---- Somebody else's pages ----

subtest 'a forward proxy' => sub {
    my $through = sub { my ($method, @headers) = @_; return $httpd->client(2)->request($method, "$to_backend/page", [@headers, Connection => 'close']) };
    my $r = $through->('GET');
    is $r->{content}, $plain, 'somebody else\'s page is as it is';
    is $r->{headers}{etag}, '"b"', '... with its tag';
    ok exists $r->{headers}{'last-modified'}, '... and date';
    my @fields = (@HTML, 'If-None-Match' => "\"a\", \"c$suffix\"", 'If-Range' => '"b"', Range => 'bytes=0-9', 'Accept-Encoding' => 'br, gzip');
    my $part = $through->('GET', @fields);
    is_deeply asked(), { map { (lc $fields[2 * $_] => $fields[2 * $_ + 1]) } 1 .. $#fields / 2 }, 'it is asked for as the client asks';
    is "$part->{status} $part->{content}", '206 ' . substr($plain, 0, 10), '... in parts';
    my $known = $through->('GET', @HTML, 'If-None-Match' => '"b"');
    is "$known->{status} $known->{headers}{etag}", '304 "b"', '... and is known by its tag';
    is $through->('GET', @HTML, 'If-Modified-Since' => $soon)->{status}, 304, '... and date';
    is $through->('GET', 'If-Match' => '"b"')->{status}, 200, '... which matches';
    is $through->('GET', 'Sec-Fetch-Dest' => 'iframe')->{headers}{'cache-control'}, 'public, max-age=600', '... in a frame as well';
    is $httpd->request('GET', '/b/page', port => 2)->{content}, $inserted, 'what that server has itself is the site\'s';
};

# ---- DryRun, and 304 ----

subtest 'DryRun' => sub {
    my $view = $httpd->get('/dry/page.html');
    is $view->{content}, $inserted, 'a view has the snippet';
    is $view->{headers}{vary}, undef, '... and nothing varies, since previews have it, too';
    is $httpd->get('/dry/page.html', 'If-None-Match' => $view->{headers}{etag})->{headers}{vary}, undef, '... nor does the 304 say so';
    my $preview = $httpd->get('/dry/page.html', @PREVIEW);
    is $preview->{content}, $inserted, 'a preview has it';
    is $preview->{headers}{etag}, $view->{headers}{etag}, '... as the same page';
    is $httpd->get('/page.html')->{headers}{vary}, 'X-Purpose', 'where it is On, it does';
};

subtest 'a 304 of a page that comes packed' => sub {
    for my $path ('/b/gzip', '/packed/page.html') {
        my $r = $httpd->get($path, @gzip_ok);
        is unzip($r), $inserted, "$path: inserted";
        is $r->{headers}{'content-encoding'}, undef, '... unpacked, for nothing packs behind';
        my $again = $httpd->get($path, @gzip_ok, 'If-None-Match' => $r->{headers}{etag});
        is "$again->{status} $again->{headers}{etag}", "304 $r->{headers}{etag}", '... known by its tag';
        is $again->{headers}{'content-encoding'}, undef, '... and of no coding';
    }
    my $none = $httpd->get('/none/b/gzip', @gzip_ok, 'If-None-Match' => '"b"');
    is "$none->{status} $none->{headers}{'content-encoding'}", '304 gzip', 'where nothing is inserted it says what it said';
};

# ---- What else decides what goes in ----

# A page that has the snippet in one configuration and not in the other must not be kept for the other by its tag.
subtest 'the tag tells of all that is configured' => sub {
    my ($own, $other) = ("<script src='/own.js'></script>", "<script src='/other.js'></script>");
    my $server = Test::Httpd->new(conf => <<"CONF");
XPurpose On
<Location /one/>
    XPurposeInsert head-end file:one.html
</Location>
<Location /lines/>
    XPurposeInsert head-end "$own"
    XPurposeInsert head-end "$other"
</Location>
<Location /limit/>
    XPurposeInsert head-end "$own"
    XPurposeInsert head-end "$other"
    XPurposeElementLimit 5000
</Location>
<Location /charset/>
    XPurposeInsert head-end "$own"
    XPurposeInsert head-end "$other"
    AddDefaultCharset utf-8
</Location>
<Location /again/>
    XPurposeInsert head-end "$own"
    XPurposeInsert head-end "$other"
</Location>
CONF
    my @scopes = qw(one lines limit charset again);
    $server->_write('one.html', "$own\n$other");
    $server->doc("$_/page.html", $plain) for @scopes;
    $server->start;
    my %of = map { $_ => suffix($server->get("/$_/page.html")) // 'none' } @scopes;
    my %seen;
    is $of{again}, $of{lines}, 'the same configuration: the same suffix';
    is scalar(grep { !$seen{ $of{$_} }++ } qw(lines limit charset)), 3, 'another limit or charset: another suffix';
    isnt $of{one}, $of{lines}, 'other lines: another suffix';
    my $before = $of{lines};
    $server->stop;

    my $ruled = Test::Httpd->new(conf => "XPurpose On\nXPurposeVendor mine url stats.mine.example\nXPurposeInsert head-end \"$own\"\nXPurposeInsert head-end \"$other\"");
    $ruled->doc('page.html', $plain);
    $ruled->start;
    my $r = $ruled->get('/page.html');
    isnt suffix($r) // 'none', $before, 'another rule: another suffix';
    is $ruled->get('/page.html', 'If-None-Match' => $r->{headers}{etag})->{status}, 304, '... which is known again';
    $ruled->stop;
};

$httpd->expect_log(qr/AH01146/);    # workers that are shared
$httpd->stop;
$backend->stop;
done_testing;
