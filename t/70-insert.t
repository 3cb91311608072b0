# The site's own snippet (XPurposeInsert): in which scopes, for which requests, and into which responses, whatever makes them. Where in a page
# its places are is the engine's business; here it is that all of a page arrives, and nothing of it is changed.
use strict;
use warnings;
use Compress::Zlib ();
use IO::Select;
use Test::Backend;
use Test::Http2;
use Test::Httpd;
use Test::Insert;
use Test::More;
use Test::Preview;

# ---- Pages ----

# What looks like a place and is none stands before each.
my $TEXT = join '', map { "<p>Paragraph $_ with <b>bold</b> text &amp; more.</p>\n" } 1 .. 20;
my $page = <<"PAGE";
<!DOCTYPE html>
<!-- not </head> and not </body> -->
<html lang="en"><head>
<meta charset="utf-8">{head-start}
<title>A title of </head> and </body></title>
<script>var page = "</head><body>" + '</body>'; // </head></script>
<style>/* </head> */ .a { color: red }</style>
<!-- </head> <body> -->
{head-end}</head>
<body class="a>b" data-x="</body>">
$TEXT<textarea></body></textarea>
<script>document.title += "</body></html>";</script>
{body-end}</body>
</html>
PAGE

# Name, and the page with its places.
my @shapes = (
    ['a page' => $page],
    ['nothing but a title' => "<!DOCTYPE html>{head-start}<title>t</title>\n{head-end}<p>text\n{body-end}"],
    ['no end tags' => "<!DOCTYPE html><html>\n<head>{head-start}<title>t</title>\n{head-end}<body><p>text</p>\n{body-end}"],
    ['capitals and space' => "<!DOCTYPE HTML>\r\n<HTML><HEAD\n>{head-start}<TITLE>t</TITLE>{head-end}</HEAD\t>\r\n<BODY>\r\n<P>text</P>{body-end}</BODY >\r\n</HTML>\r\n"],
    ['comments first' => "\n<!-- one -->\n<!-- two -->\n<html>\n<head>{head-start}\n<title>t</title>{head-end}</head><body>text{body-end}</body></html><!-- after -->\n"],
    ['an empty head' => "<!DOCTYPE html><html><head>{head-start}{head-end}</head><body>{body-end}</body></html>"],
);

# ---- Scopes ----

sub named { return "<script src=\"https://count.site.example/$_[0].js\" data-site=\"$_[0]\"></script>" }

my @subsets = map { my $bits = $_; [grep { $bits & (1 << { 'head-start' => 0, 'head-end' => 1, 'body-end' => 2 }->{$_}) } @PLACES] } 1 .. 7;
my $subsets = join '', map { "<Location /" . join('+', @$_) . "/>\n" . insert(map { $_ => $TEXT{$_} } @$_) . "</Location>\n" } @subsets;

subtest 'scopes' => sub {
    my $httpd = Test::Httpd->new(ports => 4, modules => [qw(alias env setenvif)], conf => <<"CONF");
XPurpose On
@{[insert('head-end' => named('server'))]}
<VirtualHost 127.0.0.1:%PORT2%>
    DocumentRoot %DOCS%
    @{[insert('head-end' => named('vhost'))]}
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT3%>
    DocumentRoot %DOCS%
    XPurposeInsert None
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT4%>
    DocumentRoot %DOCS%
</VirtualHost>
<Directory %DOCS%/dir>
    @{[insert('head-end' => named('dir'))]}
</Directory>
<Directory %DOCS%/dir/none>
    XPurposeInsert None
</Directory>
<Directory %DOCS%/dir/again>
    XPurposeInsert None
    @{[insert('body-end' => named('again'))]}
</Directory>
<Directory %DOCS%/ht>
    AllowOverride FileInfo
</Directory>
<Directory %DOCS%/other>
    @{[insert('body-end' => named('other'))]}
</Directory>
<Location /sum/>
    @{[insert('head-end' => named('one'), 'body-end' => named('three'), 'head-end' => named('two'), 'head-start' => $TEXT{'head-start'})]}
</Location>
<Location /located/>
    @{[insert('head-end' => named('located'))]}
</Location>
<Location /capitals/>
    XPurposeInsert HEAD-End "@{[named('capitals') =~ s/"/'/gr]}"
</Location>
<Location /file/>
    XPurposeInsert head-end file:docs/snippet.txt
</Location>
<Location /absolute/>
    XPurposeInsert head-end file:%DOCS%/snippet.txt
</Location>
<Location /off/>
    XPurpose Off
</Location>
<Location /on-again/>
    XPurpose On
</Location>
<If "%{QUERY_STRING} == 'if'">
    @{[insert('head-end' => named('if'))]}
</If>
SetEnvIf Request_URI ^/env/ no-xpurpose
Alias /aliased/ %DOCS%/dir/
$subsets
CONF
    my $file = "\n  <script>\n  window.site = 'file';\n  </script>\n<!-- of a file -->\n\n";
    $httpd->doc('snippet.txt', $file);
    for my $path ('', map { "$_/" } qw(dir dir/none dir/again dir/deep/er ht ht/inner ht/none ht/sum ht/off other sum located capitals file absolute off env on-again)) {
        $httpd->doc("${path}page.html", plain($page));
    }
    $httpd->doc("ht/$_->[0].htaccess", $_->[1]) for ['', insert('head-end' => named('ht'))], ['none/', 'XPurposeInsert None'],
        ['sum/', insert('head-end' => named('a'), 'head-end' => named('b'))], ['off/', 'XPurpose Off'];
    for my $subset (@subsets) {
        $httpd->doc(join('+', @$subset) . "/$_.html", plain($shapes[$_][1])) for 0 .. $#shapes;
    }
    $httpd->start;

    (my $of_file = $file) =~ s/^\s+|\s+$//g;
    my @scopes = (
        # name, port, path, what goes in
        ['the server', 1, '/page.html', 'head-end' => named('server')],
        ['a virtual host', 2, '/page.html', 'head-end' => named('vhost')],
        ['a virtual host without', 3, '/page.html'],
        ['a virtual host that inherits', 4, '/page.html', 'head-end' => named('server')],
        ['a directory', 1, '/dir/page.html', 'head-end' => named('dir')],
        ['a directory, whatever the host says', 3, '/dir/page.html', 'head-end' => named('dir')],
        ['a directory below', 1, '/dir/deep/er/page.html', 'head-end' => named('dir')],
        ['a directory without', 1, '/dir/none/page.html'],
        ['a directory that begins anew', 1, '/dir/again/page.html', 'body-end' => named('again')],
        ['a directory by another name', 1, '/aliased/page.html', 'head-end' => named('dir')],
        ['another place takes the place of all', 1, '/other/page.html', 'body-end' => named('other')],
        ['.htaccess', 1, '/ht/page.html', 'head-end' => named('ht')],
        ['.htaccess above', 1, '/ht/inner/page.html', 'head-end' => named('ht')],
        ['.htaccess without', 1, '/ht/none/page.html'],
        ['.htaccess that adds up', 1, '/ht/sum/page.html', 'head-end' => named('a') . "\n" . named('b')],
        ['.htaccess that is Off', 1, '/ht/off/page.html'],
        ['a sum', 1, '/sum/page.html', 'head-start' => $TEXT{'head-start'}, 'head-end' => named('one') . "\n" . named('two'), 'body-end' => named('three')],
        ['a location', 1, '/located/page.html', 'head-end' => named('located')],
        ['a place in capitals', 1, '/capitals/page.html', 'head-end' => named('capitals') =~ s/"/'/gr],
        ['a file', 1, '/file/page.html', 'head-end' => $of_file],
        ['a file by its whole name', 1, '/absolute/page.html', 'head-end' => $of_file],
        ['<If>', 1, '/page.html?if', 'head-end' => named('if')],
        ['<If> in a directory', 1, '/dir/page.html?if', 'head-end' => named('if')],
        ['Off', 1, '/off/page.html'],
        ['no-xpurpose', 1, '/env/page.html'],
    );
    for my $turn ('', ' after a reload') {
        for (@scopes) {
            my ($name, $port, $path, %text) = @$_;
            my $r = $httpd->request('GET', $path, port => $port);
            is $r->{content}, filled($page, %text), "$name$turn: " . (%text ? join ' and ', sort keys %text : 'nothing');
            is $r->{headers}{'content-length'}, length $r->{content}, '... with its length';
            is suffix($r) ? 1 : 0, %text ? 1 : 0, '... and a tag that says so';
            my $note = $httpd->notes($r)->{insert} // '';
            %text ? is($note, 'inserted', '... as does the log') : unlike($note, qr/inserted/, '... and so says the log');
        }
        $httpd->graceful if !$turn;
    }
    for my $subset (@subsets) {
        for my $i (0 .. $#shapes) {
            my $r = $httpd->get('/' . join('+', @$subset) . "/$i.html");
            is $r->{content}, filled($shapes[$i][1], map { $_ => $TEXT{$_} } @$subset), "$shapes[$i][0]: @$subset";
        }
    }
    $httpd->stop;
};

# ---- Who gets it ----

my $OURS = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-SITE1"></script>';
my $counted = full() =~ s/(?=<\/head>)/{head-end}/r;
my $SEEN = "print 'X-Seen: ', join(' ', grep { /^HTTP_(?:IF_|RANGE|ACCEPT_ENCODING)/ } sort keys %ENV), qq{\\n};\n";

# Sends the fields that the request's X-Say has, and tells what it was asked with. As frameworks do, it knows conditions and ranges.
my $cgi = <<'PERL' =~ s/^SEEN$/$SEEN/mr;
#!/usr/bin/perl
read STDIN, my $body, $ENV{CONTENT_LENGTH} || 0;
my $said = $ENV{HTTP_X_SAY} // '';
$said =~ s/%(..)/chr hex $1/ge;
print "Content-Type: text/html\n" unless $said =~ /^Content-Type:/m;
print "ETag: \"cgi\"\nLast-Modified: Sat, 01 Jan 2000 00:00:00 GMT\n$said";
SEEN
print 'X-Tags: ', $ENV{HTTP_IF_NONE_MATCH} // '', "\n";
if (($ENV{HTTP_IF_NONE_MATCH} // '') =~ /"cgi"|\*/ || $ENV{HTTP_IF_MODIFIED_SINCE}) {
    print "Status: 304\n\n";
} elsif ($ENV{HTTP_RANGE}) {
    print "Status: 206\nContent-Range: bytes 0-9/999\n\n<!DOCTYPE ";
} else {
    print "\n", do { local $/; <DATA> };
}
__END__
PERL

my @document = @PRERENDER[2 .. 5];
my $soon = 'Fri, 01 Jan 2038 00:00:00 GMT';

subtest 'classes' => sub {
    my $httpd = Test::Httpd->new(modules => ['headers'], conf => <<"CONF");
XPurpose On
@{[insert('head-end' => $OURS)]}
<Location /hold/>
    XPurposeAction prerender Hold
    XPurposeAction prefetch Hold
</Location>
<Location /strip/>
    XPurposeAction prerender Strip
</Location>
<Location /pass/>
    XPurposeAction preview Pass
</Location>
<Location /dry/>
    XPurpose DryRun
</Location>
<Location /dry-hold/>
    XPurpose DryRun
    XPurposeAction prerender Hold
</Location>
<Location /vary-off/>
    XPurposeVary Off
</Location>
CONF
    $httpd->doc("$_/page.html", plain($counted)) for qw(default hold strip pass dry dry-hold vary-off);
    $httpd->start;

    my $full = filled($counted, 'head-end' => $OURS);
    my @app = ('X-Purpose' => 'preview', 'X-FB-HTTP-Engine' => 'Liger');
    my @cases = (
        # where, class, its headers, what becomes of the page, note, verdict
        ['default', 'a view', [], 'full', 'inserted', undef],
        ['default', 'a document', \@document, 'full', 'inserted', undef],
        ['default', 'a preview', \@PREVIEW, 'stripped', 'skipped', 'stripped'],
        ['default', 'a prefetch', \@PREFETCH, 'full', 'inserted', undef],
        ['default', 'a prerender', \@PRERENDER, 'full', 'inserted', undef],
        ['default', 'an agent', ['Signature-Agent' => 'https://agent.example'], 'full', 'inserted', undef],
        ['default', 'an app that shows it later', \@app, 'full', 'inserted', undef],
        ['default', 'a preview that a script shows', [@PREVIEW, 'Sec-Fetch-Dest' => 'empty'], 'full', 'inserted', undef],
        ['default', 'a link\'s prefetch', ['Sec-Purpose' => 'prefetch', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'no-cors'], 'full', 'inserted', undef],
        ['hold', 'a view', [], 'full', 'inserted', undef],
        ['hold', 'a prerender', \@PRERENDER, 'held', 'inserted', 'held'],
        ['hold', 'a prefetch', \@PREFETCH, 'held', 'inserted', 'held'],
        ['hold', 'a preview', \@PREVIEW, 'stripped', 'skipped', 'stripped'],
        ['hold', 'a link\'s prefetch', ['Sec-Purpose' => 'prefetch', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'no-cors'], 'full', 'inserted', 'passed:fragment'],
        ['hold', 'an app that shows it later', \@app, 'full', 'inserted', 'passed:unsupported'],
        ['hold', 'a frame of a prerender', [@PRERENDER[0, 1], 'Sec-Fetch-Dest' => 'iframe'], 'alone, held', 'passed:fragment', 'held'],
        ['hold', 'a frame of a preview', [@PREVIEW, 'Sec-Fetch-Dest' => 'iframe'], 'stripped', 'skipped', 'stripped'],
        ['strip', 'a prerender', \@PRERENDER, 'stripped', 'skipped', 'stripped'],
        ['strip', 'a prefetch', \@PREFETCH, 'full', 'inserted', undef],
        ['pass', 'a preview', \@PREVIEW, 'full', 'inserted', undef],
        ['dry', 'a view', [], 'full', 'inserted', undef],
        ['dry', 'a preview', \@PREVIEW, 'full', 'inserted', 'dryrun'],
        ['dry', 'a prerender', \@PRERENDER, 'full', 'inserted', undef],
        ['dry-hold', 'a prerender', \@PRERENDER, 'full', 'inserted', 'dryrun'],
        ['vary-off', 'a view', [], 'full', 'inserted', undef],
        ['vary-off', 'a preview', \@PREVIEW, 'stripped', 'skipped', 'stripped'],
    );
    my $tag = $httpd->get('/default/page.html')->{headers}{etag};
    for (@cases) {
        my ($where, $name, $headers, $what, $note, $verdict) = @$_;
        my $r = $httpd->get("/$where/page.html", @$headers, $what eq 'full' ? () : (Range => 'bytes=0-9', 'If-None-Match' => $tag));
        my $notes = $httpd->notes($r);

        $name = "$where, $name";
        is $notes->{insert}, $note, "$name: $note";
        is $notes->{verdict}, $verdict, '... ' . ($verdict // 'and nothing else');
        ok $r->{complete} && $r->{status} == 200, '... complete';
        if ($what eq 'stripped') {
            is kind($r->{content}), 'stripped', '... stripped, and without the snippet';
            is $r->{headers}{'cache-control'}, 'private, no-store', '... and not to be stored';
        } elsif ($what eq 'alone, held') {
            is kind($r->{content}), 'held', '... waits, and is without the snippet';
            like $r->{headers}{'cache-control'}, qr/^private(?!.*public)/, '... for this browser';
            ok !exists $r->{headers}{etag}, '... without a tag';
        } elsif ($what eq 'held') {
            is unheld($r->{content}), $full, '... is in it';
            like $r->{content}, qr/<script type="xpurpose\/held" async [^>]*=G-TEST"[^>]*>.*<script type="xpurpose\/held" async [^>]*=G-SITE1"/s, '... and waits as the page\'s own does'
                or diag $r->{content} =~ /(<script[^>]*SITE1[^>]*>)/;
            is $notes->{held}, 2, '... which is told of';
            is $r->{headers}{'cache-control'}, 'private', '... for this browser';
            ok !exists $r->{headers}{etag}, '... without a tag';
        } else {
            is $r->{content}, $full, '... is in it, and that is all';
            ok suffix($r), '... with a tag of its own';
            ok !exists $r->{headers}{'cache-control'}, '... and may be stored';
        }
        ok !exists $r->{headers}{'last-modified'}, '... without a date';
    }
    is $httpd->get('/default/page.html')->{headers}{vary}, 'X-Purpose', 'Vary names what decides';
    is $httpd->get('/vary-off/page.html')->{headers}{vary}, undef, '... unless it must not';
    $httpd->stop;
};

# ---- Which requests, which responses ----

my $length = length plain($page);
my $cached = "ETag: \"b\"\r\nLast-Modified: Sat, 01 Jan 2000 00:00:00 GMT\r\n";
my $fragment = '<div class="part"><p>part</p></div>' . '<p>more</p>' x 50;

sub html { my ($more, @body) = @_; return ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n$cached$more\r\n", @body] }
sub chunks { return join '', map { sprintf "%x\r\n%s\r\n", length $_, $_ } @_ }

my $plain = plain($page);
my ($before_place) = $page =~ /^(.*)\{head-end\}/s;
my $in_head = plain($before_place);
my $backend = Test::Backend->new({
    '/page' => html("Content-Length: $length\r\n", $plain),
    '/chunked' => html("Transfer-Encoding: chunked\r\n", chunks($plain =~ /(.{1,99})/gs), "0\r\n\r\n"),
    '/pieces' => html("Transfer-Encoding: chunked\r\n", map({ (chunks($_), \0.01) } $plain =~ /(.{1,200})/gs), "0\r\n\r\n"),
    '/bytes' => html("Content-Length: $length\r\n", map { ($_, \0.0002) } split //, $plain),
    '/old' => ["HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n$cached\r\n", $plain],
    '/interim' => ["HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload; as=style\r\n\r\n", \0.1, @{ html("Content-Length: $length\r\n", $plain) }],
    '/gzip' => html("Content-Encoding: gzip\r\n", Compress::Zlib::memGzip($plain)),
    '/deflate' => html("Content-Encoding: deflate\r\n", Compress::Zlib::compress($plain)),
    '/br' => html("Content-Encoding: br\r\n", 'not looked at'),
    '/two' => html("Content-Encoding: gzip, br\r\n", 'not looked at'),
    '/404' => ["HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: $length\r\n\r\n", $plain],
    '/500' => ["HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\nContent-Length: $length\r\n\r\n", $plain],
    '/403-chunked' => ["HTTP/1.1 403 No\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", chunks($plain), "0\r\n\r\n"],
    '/302' => ["HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Type: text/html\r\nContent-Length: $length\r\n\r\n", $plain],
    '/300' => ["HTTP/1.1 300 Choose\r\nContent-Type: text/html\r\n${cached}Content-Length: $length\r\n\r\n", $plain],
    '/201' => ["HTTP/1.1 201 Made\r\nContent-Type: text/html\r\n${cached}Content-Length: $length\r\n\r\n", $plain],
    '/204' => ["HTTP/1.1 204 No Content\r\n$cached\r\n"],
    '/206' => ["HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\n${cached}Content-Range: bytes 0-" . ($length - 1) . "/$length\r\nContent-Length: $length\r\n\r\n", $plain],
    '/content-range' => html("Content-Range: bytes 0-" . ($length - 1) . "/$length\r\nContent-Length: $length\r\n", $plain),
    '/no-transform' => html("Cache-Control: no-transform, max-age=60\r\n", $plain),
    '/attachment' => html("Content-Disposition: attachment; filename=\"page.html\"\r\n", $plain),
    '/empty' => html("Content-Length: 0\r\n"),
    '/half' => html("Content-Length: $length\r\n", substr $plain, 0, $length - 100),
    '/half-head' => html("Content-Length: $length\r\n", $in_head),
    '/half-tag' => html("Content-Length: $length\r\n", $in_head . '</he'),
    '/reset' => html("Content-Length: $length\r\n", $in_head . '</head><body><p>', \0.2, \'reset'),
    '/reset-head' => html("Content-Length: $length\r\n", $in_head, \0.2, \'reset'),
    '/gzip-cut' => html("Content-Encoding: gzip\r\nContent-Length: 9999\r\n", substr Compress::Zlib::memGzip($plain), 0, 600),
    '/gzip-reset' => html("Content-Encoding: gzip\r\nContent-Length: 9999\r\n", substr(Compress::Zlib::memGzip($plain), 0, 600), \0.2, \'reset'),
    '/no-last-chunk' => html("Transfer-Encoding: chunked\r\n", chunks($plain)),
    '/half-chunk' => html("Transfer-Encoding: chunked\r\n", substr chunks($plain), 0, $length - 100),
    '/bad-chunk' => html("Transfer-Encoding: chunked\r\n", chunks($in_head) . "no length\r\n"),
});

my $http2 = Test::Httpd->has_module('http2') && ($ENV{MPM} || '') ne 'prefork';
my %have = map { $_ => scalar Test::Httpd->has_module($_) } qw(substitute xsendfile);
my $httpd = Test::Httpd->new(modules => [qw(headers include cgi alias rewrite deflate filter proxy proxy_http), $http2 ? 'http2' : (), grep { $have{$_} } sort keys %have], conf => <<"CONF");
XPurpose On
@{[insert('head-end' => $SNIPPET)]}
@{[$http2 ? 'Protocols h2c http/1.1' : '']}
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
ProxyPass /covered/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
<Location /covered/>
    ProxyErrorOverride On
</Location>
<Location /ends/>
    ProxyPass http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
    @{[insert('body-end' => $TEXT{'body-end'})]}
</Location>
<Directory %DOCS%>
    Options +Includes
    AddType text/html .shtml
    AddOutputFilter INCLUDES .shtml
</Directory>
<Directory %DOCS%/ht>
    AllowOverride FileInfo
</Directory>
<Location /end/>
    @{[insert('body-end' => $TEXT{'body-end'})]}
</Location>
<Location /start/>
    @{[insert('head-start' => $TEXT{'head-start'})]}
</Location>
<Location /plain/>
    XPurposeInsert None
</Location>
<Location /html/>
    ForceType text/html
</Location>
<Location /utf-16/>
    ForceType "text/html; charset=utf-16"
</Location>
<Location /utf-8/>
    ForceType "text/html; charset=utf-8"
    @{[insert(%TEXT)]}
</Location>
<IfModule substitute_module>
    <Location /substituted/>
        AddOutputFilterByType SUBSTITUTE text/html
        Substitute "s|@@|</head><body>|"
    </Location>
</IfModule>
<IfModule xsendfile_module>
    XSendFile On
    XSendFilePath %DOCS%
</IfModule>
<Location /set-attachment/>
    Header set Content-Disposition attachment
</Location>
ErrorDocument 404 /error.html
<Location /error-text/>
    ErrorDocument 404 "<!DOCTYPE html><title>t</title><p>Not here."
</Location>
<Location /error-cgi/>
    ErrorDocument 404 /error.cgi
</Location>
<Location /error-none/>
    ErrorDocument 404 default
</Location>
<Location /error-url/>
    ErrorDocument 404 http://127.0.0.1:%PORT%/page.html
</Location>
<Location /denied/>
    Require all denied
</Location>
Redirect /moved http://127.0.0.1:%PORT%/page.html
Redirect gone /gone
RewriteEngine On
RewriteRule ^/rewritten\$ /page.html [PT]
CONF
$httpd->doc($_, $plain) for qw(page.html part.html plain/page.html set-attachment/page.html utf-16/page.html denied/page.html dir/index.html);
$httpd->doc('error.html', $plain =~ s/A title/An error/r);
$httpd->doc('page.shtml', $plain =~ s/\Q$TEXT\E/<!--#include virtual="\/part.html" -->/r);
$httpd->doc('whole.shtml', '<!--#include virtual="/part.html" -->');
$httpd->doc('utf-8/page.html', plain($page));
$httpd->doc('style.css', 'head{} </head>');
$httpd->doc('data.json', '{"a":"<!DOCTYPE html></head>"}');
$httpd->doc('page.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body/></html>');
$httpd->cgi('page.cgi', $cgi . $plain);
$httpd->cgi('error.cgi', "#!/usr/bin/perl\nprint qq{Status: 404 Gone fishing\\nContent-Type: text/html\\n\\n}, do { local \$/; <DATA> };\n__END__\n$plain");
$httpd->doc('substituted/page.html', '<!DOCTYPE html><html><head><title>t</title>@@<p>text</p></body></html>');
$httpd->cgi('send.cgi', "#!/usr/bin/perl\nprint qq{Content-Type: text/html\\nX-Sendfile: \$ENV{DOCUMENT_ROOT}/page.html\\n\\n};\n");
$httpd->cgi('length.cgi', "#!/usr/bin/perl\nprint qq{Content-Type: text/html\\nContent-Length: $length\\n\\n}, do { local \$/; <DATA> };\n__END__\n$plain");
$httpd->cgi('pieces.cgi', "#!/usr/bin/perl\n\$| = 1;\nprint qq{Content-Type: text/html\\n\\n};\nfor (split //, do { local \$/; <DATA> }) { print; }\n__END__\n$plain");

my $LONG = '<script>var words = "' . join(' ', map { "word-$_" } 1 .. 700) . '";</script>';
$httpd->doc('ht/page.html', $plain);
$httpd->doc('ht/.htaccess', insert('head-end' => $LONG));

# What is told apart by its bytes: name, reason, page; 'end' is where body-end goes in.
my @by_bytes = (
    ['a part', 'fragment', $fragment],
    ['a part after a comment', 'fragment', "<!-- part -->\n$fragment"],
    ['text', 'fragment', " text, and <b>more</b> </head> </body>"],
    ['a title', 'fragment', '<title>t</title></head><body></body>'],
    ['an end tag', 'fragment', '</head><body><p>text</p></body>'],
    ['a row', 'fragment', '<tr><td>cell</td></tr>'],
    ['JSON', 'not-html', '{"html": "<!DOCTYPE html><head></head><body></body>"}'],
    ['a frameset', 'frameset', '<!DOCTYPE html><html><head><title>t</title></head><frameset cols="50%,50%"><frame src="a.html"><frame src="b.html"></frameset></html>'],
    ['AMP', 'amp', '<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>t</title></head><body><p>text</p></body></html>'],
    ['AMP by its sign', 'amp', "<!doctype html><html \xe2\x9a\xa1><head><meta charset=\"utf-8\"><title>t</title></head><body><p>text</p></body></html>"],
    ['AMP for mail', 'amp', "<!doctype html><html \xe2\x9a\xa14email><head><meta charset=\"utf-8\"><title>t</title></head><body><p>text</p></body></html>"],
    ['a comment that says it is here', 'present', '<!DOCTYPE html><html><head><!-- xpurpose:inserted --><title>t</title></head><body></body></html>'],
    ['an element that says it is here', 'present', '<!DOCTYPE html><html><head><script data-xpurpose="inserted">own();</script></head><body></body></html>'],
    ['a page that has it', 'present', "<!DOCTYPE html><html><head><title>t</title>\n$SNIPPET\n</head><body></body></html>"],
    ['an open comment', 'ambiguous', '<!DOCTYPE html><html><head><title>t</title></head><body><p>text<!-- open', 'end'],
    ['an open tag', 'ambiguous', '<!DOCTYPE html><html><head><title>t</title></head><body><p>text<p class="', 'end'],
    ['an open script', 'ambiguous', '<!DOCTYPE html><html><head><title>t</title></head><body><p>text<script>var a = 1;', 'end'],
    ['nothing but text', 'ambiguous', '<!DOCTYPE html><html><head><title>t</title></head><body><plaintext></body></html>', 'end'],
    ['an open title', 'ambiguous', '<!DOCTYPE html><html><head><title>t</head><body></body></html>'],
    ['UTF-16 by its first bytes', 'charset', "\xff\xfe" . join '', map { "$_\0" } split //, '<!DOCTYPE html><head></head><body></body>'],
);
$httpd->doc(($by_bytes[$_][3] // 'html') . "/$_.html", $by_bytes[$_][2]) for 0 .. $#by_bytes;
$httpd->start;

my $inserted = filled($page, 'head-end' => $SNIPPET);

sub is_inserted {
    my ($name, $r, %want) = @_;
    is $r->{content}, $want{content} // $inserted, "$name: inserted";
    ok $r->{complete}, '... complete';
    is $r->{status}, $want{status} // 200, '... with its status';
    is $httpd->notes($r)->{insert}, 'inserted', '... and told of';
    ok !exists $r->{headers}{'last-modified'}, '... without a date';
    return $r;
}

sub is_left {
    my ($name, $r, $content, $note) = @_;
    is $r->{content}, $content, "$name: left alone";
    ok $r->{complete}, '... complete';
    is $httpd->notes($r)->{insert}, $note, '... ' . ($note // 'not worth telling');
    return $r;
}

subtest 'requests that get it' => sub {
    my @requests = (
        ['a view', []], ['a document', \@document],
        ['a document by itself', ['Sec-Fetch-Dest' => 'document']],
        ['empty', ['Sec-Fetch-Dest' => 'empty']],
        ['empty, of a service worker', ['Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'same-origin']],
        ['empty, of a script', ['Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'cors', Accept => '*/*']],
        ['a link\'s prefetch', ['Sec-Purpose' => 'prefetch', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'no-cors']],
        ['a frame of a program\'s own', ['X-Requested-With' => 'com.example.browser']], # WebView of Android names the app
        ['a word that nobody knows', ['Sec-Fetch-Dest' => 'nonesuch']],
        ['a word in capitals', ['Sec-Fetch-Dest' => 'IFRAME']],
        ['no word', ['Sec-Fetch-Dest' => '']],
    );
    is_inserted($_->[0], $httpd->get('/page.html', @{ $_->[1] })) for @requests;
    is_inserted("$_->[0], of a program", $httpd->get('/page.cgi', @{ $_->[1] })) for @requests;
};

subtest 'requests that cannot become a page' => sub {
    my $tag = $httpd->get('/page.html')->{headers}{etag};
    my $plain_tag = $httpd->get('/plain/page.html')->{headers}{etag};
    my @requests = (
        (map { ["for $_", ['Sec-Fetch-Dest' => $_]] } qw(iframe frame fencedframe embed object iframe;a=1), ' iframe '),
        ['an iframe that navigates', ['Sec-Fetch-Dest' => 'iframe', 'Sec-Fetch-Mode' => 'navigate']],
        ['XMLHttpRequest', ['X-Requested-With' => 'XMLHttpRequest']],
        ['htmx', ['HX-Request' => 'true']],
        ['htmx, boosted', ['HX-Request' => 'true', 'HX-Boosted' => 'true']],
        ['a frame of Turbo', ['Turbo-Frame' => 'messages']],
        ['a frame of Turbo, with all that a browser says', ['Turbo-Frame' => 'messages', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'cors']],
    );
    my @conditions = (
        [], ['If-None-Match' => $tag], ['If-None-Match' => $plain_tag], ['If-None-Match' => '"cgi"'], ['If-None-Match' => '*'],
        ['If-Modified-Since' => $soon], [Range => 'bytes=0-9'], [Range => 'bytes=0-9', 'If-Range' => $plain_tag],
    );
    for (@requests) {
        my ($name, $headers) = @$_;
        for my $path (qw(/page.html /page.cgi)) {
            for my $condition (@conditions) {
                my $r = is_left("$name, $path @$condition", $httpd->get($path, @$headers, @$condition), $plain, 'passed:fragment');
                is $r->{status}, 200, '... whole, whatever has been stored';
                is $r->{headers}{'cache-control'}, 'private, no-store', '... not to be stored';
                is_deeply [grep { exists $r->{headers}{$_} } qw(etag last-modified expires)], [], '... with nothing to ask for it again';
                unlike $r->{headers}{'x-seen'} // '', qr/IF_|RANGE/, '... nor was the program asked with conditions' if $path =~ /cgi/;
            }
        }
    }
    my $r = is_left('an iframe of a backend', $httpd->get('/b/page', 'Sec-Fetch-Dest' => 'iframe', 'If-None-Match' => '"b"'), $plain, 'passed:fragment');
    is $r->{headers}{'cache-control'}, 'private, no-store', '... not to be stored';
    unlike + ($backend->requests)[-1], qr/^If-None-Match/mi, '... which it was not asked with a condition for';
    my $style = $httpd->get('/style.css', 'X-Requested-With' => 'XMLHttpRequest', 'If-None-Match' => $httpd->get('/style.css')->{headers}{etag});
    is $style->{status}, 304, 'what is no page keeps its conditions';
    is $style->{headers}{'cache-control'}, undef, '... and may be stored';
    my $data = $httpd->get('/page.cgi', say_this('Content-Type: application/json'), 'X-Requested-With' => 'XMLHttpRequest');
    is "$data->{headers}{etag} $data->{headers}{'last-modified'}", '"cgi" Sat, 01 Jan 2000 00:00:00 GMT', '... and so does what a program says of its data';
    is $data->{headers}{'cache-control'}, undef, '... which may be stored';
    is $httpd->get('/plain/page.html', 'X-Requested-With' => 'XMLHttpRequest', 'If-None-Match' => $plain_tag)->{status}, 304, 'so does a page where nothing is inserted';
};

subtest 'whatever makes the page' => sub {
    is_inserted("$_->[0]", $httpd->get($_->[1])) for ['a file', '/page.html'], ['a program', '/page.cgi'], ['a program that knows the length', '/length.cgi'],
        ['a program, byte by byte', '/pieces.cgi'], ['a page that is included whole', '/whole.shtml'], ['a name that is written anew', '/rewritten'], ['an index', '/dir/'],
        map { ["a backend: $_", "/b/$_"] } qw(page chunked pieces bytes old interim gzip deflate);
    is_inserted('a page that includes one', $httpd->get('/page.shtml'), content => $inserted =~ s/\Q$TEXT\E/$plain/r);
    is_inserted('three places of one whose charset the header tells', $httpd->get('/utf-8/page.html'),
        content => filled($page, %TEXT, 'head-start' => '') =~ s/(?<=<head>)/$TEXT{'head-start'}/r);
SKIP: {
        skip 'mod_substitute is not there', 1 unless $have{substitute};
        is_inserted('a place that another filter makes', $httpd->get('/substituted/page.html'), content => "<!DOCTYPE html><html><head><title>t</title>$SNIPPET</head><body><p>text</p></body></html>");
    }
SKIP: {
        skip 'mod_xsendfile is not installed (make deps-all)', 1 unless $have{xsendfile};
        is_inserted('a file that a program names', $httpd->get('/send.cgi'));
    }
    my $r = is_inserted('HTTP/1.0', $httpd->request('GET', '/page.html', version => '1.0'));
    is $r->{headers}{'content-length'}, length $r->{content}, '... with its length';
    is_inserted('HTTP/1.0, of unknown length', $httpd->request('GET', '/b/chunked', version => '1.0'));
    is $httpd->get('/b/interim')->{interim}[0], 103, 'early hints come as they do';
    is_inserted('.htaccess with a long text', $httpd->get('/ht/page.html'), content => filled($page, 'head-end' => $LONG));
    my $client = $httpd->client;
    is $client->request('GET', $_)->{content}, $inserted, "one connection: $_" for ('/page.html', '/b/chunked', '/page.cgi', '/b/page') x 2;
};

subtest 'errors' => sub {
    my $error = $inserted =~ s/A title/An error/r;
    is_inserted('a page of the site\'s', $httpd->get('/none.html'), content => $error, status => 404);
    is_inserted('a page of a program\'s', $httpd->get('/error-cgi/none.html'), status => 404);
    is_inserted('of a backend, 404', $httpd->get('/b/404'), status => 404);
    is_inserted('of a backend, 500', $httpd->get('/b/500'), status => 500);
    is_inserted('of a backend, 403 in chunks', $httpd->get('/b/403-chunked'), status => 403);
    is_inserted('in place of a backend\'s', $httpd->get('/covered/404'), content => $error, status => 404);
    is_inserted('a text', $httpd->get('/error-text/none.html'), content => "<!DOCTYPE html><title>t</title>$SNIPPET<p>Not here.", status => 404);
    for (['/error-none/none.html', 404], ['/denied/page.html', 403], ['/gone', 410]) {
        my ($path, $status) = @$_;
        my $r = $httpd->get($path);
        is $r->{status}, $status, "httpd's own $status";
        is scalar(() = $r->{content} =~ /\Q$SNIPPET\E<\/head>/g), 1, '... has it';
        is $httpd->notes($r)->{insert}, 'inserted', '... and is told of';
        is $r->{headers}{'content-length'} // length $r->{content}, length $r->{content}, '... with its length';
    }
    is_left('an error in an iframe', $httpd->get('/none.html', 'Sec-Fetch-Dest' => 'iframe'), $plain =~ s/A title/An error/r, 'passed:fragment');
};
$httpd->expect_log(qr/AH01630/, qr/AH01071/);

subtest 'what is no page' => sub {
    for (['/moved', 302], ['/error-url/none.html', 302], ['/b/302', 302], ['/b/300', 300], ['/b/201', 201], ['/b/204', 204, 'not-html']) {
        my ($path, $status, $reason) = @$_;
        my $r = $httpd->get($path);
        is $r->{status}, $status, "$path: $status";
        unlike $r->{content}, qr/\Q$SNIPPET/, '... has no snippet';
        is $httpd->notes($r)->{insert}, 'passed:' . ($reason // 'status'), '... and says why';
        is $r->{headers}{etag}, '"b"', '... with the tag that it has' if $path =~ /20\d|300/;
    }
    is_left("a response of a backend: $_->[0]", $httpd->get("/b/$_->[0]"), $_->[2] // $plain, "passed:$_->[1]")
        for ['206', 'partial'], ['content-range', 'partial'], ['no-transform', 'no-transform'], ['attachment', 'attachment'],
        ['br', 'encoded', 'not looked at'], ['two', 'encoded', 'not looked at'];
    is $httpd->get("/b/$_")->{headers}{etag}, '"b"', "$_: with the tag that it has" for qw(206 content-range no-transform attachment br two);
    is $httpd->get("/b/$_")->{headers}{'last-modified'}, 'Sat, 01 Jan 2000 00:00:00 GMT', "$_: and its date" for qw(206 content-range no-transform attachment br two);

    my @fields = (
        [['Content-Disposition: attachment'], 'attachment'], [['Content-Disposition: ATTACHMENT; filename=a.html'], 'attachment'],
        [['Content-Disposition: inline'], undef], [['Content-Disposition: inline; filename="attachment"'], undef],
        [['Content-Type: text/plain'], 'not-html'], [['Content-Type: application/json'], 'not-html'], [['Content-Type: application/xhtml+xml'], 'not-html'],
        [['Content-Type: text/html; charset=utf-16'], 'charset'], [['Content-Type: text/html; charset=utf-7'], 'charset'],
        [['Content-Type: TEXT/HTML; CHARSET="windows-1252"'], undef],
    );
    for (@fields) {
        my ($fields, $reason) = @$_;
        my $r = $httpd->get('/page.cgi', say_this(@$fields));
        $reason ? is_left("@$fields", $r, $plain, "passed:$reason") : is_inserted("@$fields", $r);
    }
    is_left('an attachment by mod_headers', $httpd->get('/set-attachment/page.html'), $plain, 'passed:attachment');
    is_left('UTF-16 by its header', $httpd->get('/utf-16/page.html'), $plain, 'passed:charset');
    for my $name (qw(style.css data.json page.xhtml)) {
        my $r = $httpd->get("/$name");
        unlike $r->{content}, qr/count\.site/, "$name: nothing is put in";
        like $httpd->notes($r)->{insert} // '', qr/^(?:passed:not-html)?$/, '... and if a word is said, this';
        ok $r->{headers}{etag} && !suffix($r) && $r->{headers}{'last-modified'}, '... its validators are as they were';
        is $httpd->get("/$name", 'If-None-Match' => $r->{headers}{etag})->{status}, 304, '... and count';
    }
    my $post = $httpd->request('POST', '/page.cgi', body => 'x');
    is $post->{content}, $plain, 'POST: left alone';
    is $post->{headers}{etag}, '"cgi"', '... with its tag';
    my $empty = $httpd->get('/b/empty');
    ok $empty->{complete} && $empty->{content} eq '', 'nothing at all stays that';
};

subtest 'what is told by its bytes' => sub {
    for my $i (0 .. $#by_bytes) {
        my ($name, $reason, $content, $where) = @{ $by_bytes[$i] };
        my $r = is_left($name, $httpd->get('/' . ($where // 'html') . "/$i.html"), $content, "passed:$reason");
        ok suffix($r), '... with a tag of its own, since the head is gone before it is known';
        ok !exists $r->{headers}{'last-modified'}, '... and no date';
    }
};

# What has been decided arrives, and nobody is told that it is all. Who asks for the rest by the tag must have what he counts from, so nothing is
# put in at an end that is none.
subtest 'backends that die' => sub {
    for my $name (qw(half half-head half-tag reset reset-head no-last-chunk half-chunk bad-chunk gzip-cut gzip-reset)) {
        my $whole = $name eq 'reset' ? "$before_place\{head-end}</head><body><p>more{body-end}</body>" : $page;
        for (["/b/$name", 'head-end' => $SNIPPET], ["/ends/$name", 'body-end' => $TEXT{'body-end'}]) {
            my ($path, %text) = @$_;
            my $r = $httpd->get($path);
            ok !$r->{complete} || ($r->{status} // 0) >= 500, "$path: the client does not take it for all";
            ok index(filled($whole, %text), $r->{content}) == 0 || ($r->{status} // 0) >= 500, '... and has a beginning of what would be all' or diag substr $r->{content}, -200;
            cmp_ok length $r->{content}, '>=', length($in_head) - 20, '... as far as it is known' if ($r->{status} // 0) < 500 && $name !~ /gzip/;
        }
    }
};
$httpd->expect_log(qr/proxy_http:error|proxy:error/, qr/\[deflate:|AH00574|AH01110|AH01146|AH02609|AH01111/);

# ---- Streaming ----

# A backend that goes on when it is told to; what it has sent before must have reached the client by then.
pipe my $told, my $tell or die "$!\n";
syswrite $tell, '';
my @stops = (
    # name, what it sends first, what of that must be there, what follows, places
    ['in the head', "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>\n", '<title>t</title>', '{head-end}</head><body><p>text{body-end}</body></html>', %TEXT],
    ['in the middle of </head>', "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>\n{head-end}</he", '<title>t</title>', "ad><body><p>text{body-end}</body></html>", %TEXT],
    ['in the middle of a script', "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title><script>var a", '<title>t</title>', " = 1</script>{head-end}</head><body>{body-end}", %TEXT],
    ['in the body', "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>{head-end}</head><body><p>text ", '<body><p>text ', 'and more</p>{body-end}</body></html>', %TEXT],
    ['in the middle of </body>', "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>{head-end}</head><body><p>text</p>{body-end}</bo", '<p>text</p>', "dy></html>", %TEXT],
    ['in a comment of the body', "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>{head-end}</head><body><p>text</p><!-- a", '<p>text</p>', " b -->{body-end}</body></html>", %TEXT],
    ['behind the place', "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>{head-end}</head><body><p>text</p><a hre", '<a hre', "f=x>a</a></body></html>", 'head-end' => $SNIPPET],
    ['behind the last place', "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>{head-end}</head><body><p>text</p>{body-end}</body><!-- a", '<!-- a', " --></html>", %TEXT],
    ['in a part of a page', '<div><p>text</p><p cla', '<p cla', 'ss="a">more</p></div>', %TEXT],
);
my %waits = map {
    my $stop = $stops[$_];
    my ($first, $then) = (plain($stop->[1]), plain($stop->[3]));
    ("/$_" => sub {
        my ($socket) = @_;
        syswrite $socket, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" . chunks($first);
        sysread $told, my $byte, 1;
        syswrite $socket, chunks($then) . "0\r\n\r\n";
    });
} 0 .. $#stops;
my $waiting = Test::Backend->new(\%waits);
my $streaming = Test::Httpd->new(modules => [qw(proxy proxy_http cgi)], conf => <<"CONF");
XPurpose On
XPurposeAction prerender Hold
ProxyPass /b/ http://127.0.0.1:@{[$waiting->port]}/ disablereuse=on
@{[insert(%TEXT)]}
<LocationMatch "^/(b/6|6\\.cgi)">
    @{[insert('head-end' => $SNIPPET)]}
</LocationMatch>
CONF
my $go = $streaming->dir . '/docs/go';
for my $i (0 .. $#stops) {
    $streaming->cgi("$i.cgi", "#!/usr/bin/perl\n\$| = 1;\nmy \@parts = split /\\|\\|/, join '', <DATA>;\nprint qq{Content-Type: text/html\\n\\n\$parts[0]};\n"
        . "for (1 .. 600) { last if unlink '$go'; select undef, undef, undef, 0.05 }\nprint \$parts[1];\n__END__\n" . join '||', plain($stops[$i][1]), plain($stops[$i][3]));
}
chmod 0777, $streaming->dir . '/docs';
$streaming->start;

# Reads until the text is there; the content so far.
sub read_until {
    my ($client, $text, $bytes) = @_;
    my $select = IO::Select->new($client->socket);
    while (index($$bytes, $text) < 0) {
        return 0 unless $select->can_read(20) && sysread $client->socket, $$bytes, 65536, length $$bytes;
    }
    return 1;
}

sub dechunked {
    my ($bytes) = @_;
    my $content = '';
    $bytes =~ s/^.*?\r\n\r\n//s;
    while ($bytes =~ s/^([0-9a-f]+)\r\n//i) {
        my $n = hex $1 or return $content;
        $content .= substr $bytes, 0, $n, '';
        $bytes =~ s/^\r\n//;
    }
    return "$content (not all)";
}

for my $way (['a backend', [], sub { "/b/$_[0]" }, sub { syswrite $tell, 'x' }],
    ['a program', [], sub { "/$_[0].cgi" }, sub { open my $out, '>', $go or die "$!\n" }],
    ['a backend, held', \@PRERENDER, sub { "/b/$_[0]" }, sub { syswrite $tell, 'x' }])
{
    my ($what, $headers, $path, $go_on) = @$way;
    subtest "what is decided leaves at once: $what" => sub {
        for my $i (0 .. $#stops) {
            my ($name, $first, $there, $then, %text) = @{ $stops[$i] };
            my $client = $streaming->client;
            my $bytes = '';
            my $fields = join '', map { "$headers->[2 * $_]: $headers->[2 * $_ + 1]\r\n" } 0 .. @$headers / 2 - 1;

            # Where the header names no charset, what stands in the head waits for one that may yet be declared.
            $client->send_raw("GET @{[$path->($i)]} HTTP/1.1\r\nHost: 127.0.0.1\r\n${fields}Connection: close\r\n\r\n");
            ok read_until($client, $there, \$bytes), "it stops $name: what came before is there";
            $go_on->();
            read_until($client, 'everything until the end', \$bytes);
            my $want = $first =~ /^<div/ ? plain($first . $then) : filled(with_start($first . $then), %text);
            is @$headers ? unheld(dechunked($bytes)) : dechunked($bytes), $want, '... and the rest comes later';
        }
    };
}
$streaming->stop;
$waiting->stop;

# Behind the declaration of the charset, which no header makes here.
sub with_start { return $_[0] =~ s/(?<=<meta charset=utf-8>)/{head-start}/r }

# ---- Buckets ----

my $cuts = "$Test::Httpd::OUT/build/t/mod_cuts.so";
SKIP: {
    skip '`make test` builds t/c/mod_cuts.c', 1 unless -e $cuts;
    my $larger = $page =~ s/\Q$TEXT\E/$TEXT x 100/er;
    my $huge = $page =~ s/\Q$TEXT\E/$TEXT x 1000/er;
    my $counting = Test::Httpd->new(modules => ["cuts=$cuts", 'proxy', 'proxy_http'], conf => <<"CONF");
XPurpose On
XPurposeAction prerender Hold
@{[insert(%TEXT)]}
<LocationMatch ^/cut/>
    SetOutputFilter CUTS
</LocationMatch>
<LocationMatch ^/kinds>
    SetOutputFilter KINDS
    @{[insert('head-end' => $SNIPPET)]}
</LocationMatch>
<LocationMatch ^/kinds/file>
    EnableMMAP Off
</LocationMatch>
<Location /kinds/b/>
    ProxyPass http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
</Location>
<LocationMatch ^/kinds/all>
    @{[insert(%TEXT)]}
</LocationMatch>
<LocationMatch ^/kinds/none>
    XPurposeInsert None
</LocationMatch>
LogFormat "%{X-Test-Id}i\\t%{kinds}n\\t%{chain}n" kinds
CustomLog %DIR%/kinds kinds
CONF
    $counting->doc("cut/$_->[0].html", plain($_->[1])) for [page => $page], [large => $larger], [counted => $counted], map({ [$_ => $shapes[$_][1]] } 0 .. $#shapes),
        map { ["bytes-$_" => $by_bytes[$_][2]] } 0 .. $#by_bytes;
    $counting->doc("kinds/$_.html", plain($huge)) for qw(map file all none);
    $counting->start;

    subtest 'any cut gives the same page' => sub {
        my @ways = ('1,1,5', '2,1,0', '3,2,1', map { ("1,$_,0", "2,$_,1", "3,$_,4") } 7, 60, 3000);
        for my $way (@ways) {
            for (['page', $page], map({ [$_, $shapes[$_][1]] } 1 .. $#shapes), $way =~ /,1,/ ? () : ['large', $larger]) {
                my ($name, $template) = @$_;
                my $r = $counting->get("/cut/$name.html?$way");
                my $want = filled($template, %TEXT);
                ok $r->{complete} && $r->{content} eq $want, "$way: $name" or diag difference($r->{content}, $want);
                is $counting->notes($r)->{insert}, 'inserted', '... and so it says';
            }
            for my $i (grep { !$by_bytes[$_][3] && $by_bytes[$_][1] !~ /present|ambiguous/ } 0 .. $#by_bytes) {
                my $r = $counting->get("/cut/bytes-$i.html?$way");
                is $r->{content}, $by_bytes[$i][2], "$way: $by_bytes[$i][0] is left alone";
                is $counting->notes($r)->{insert}, "passed:$by_bytes[$i][1]", '... and says why';
            }
            my ($held, $preview) = map { $counting->get("/cut/counted.html?$way", @$_) } \@PRERENDER, \@PREVIEW;
            is unheld($held->{content}), filled(full() =~ s/<head>\K/{head-start}/r =~ s/(?=<\/head>)/{head-end}/r =~ s/(?=<\/body>)/{body-end}/r, %TEXT), "$way, held: the same";
            is kind($preview->{content}), 'stripped', "$way, a preview: without";
        }
    };

    my $kinds = sub {
        my ($r) = @_;
        my ($log, $found) = $counting->dir . '/kinds';
        Test::Httpd::wait_until(sub {
            open my $in, '<', $log or return 0;
            local $/;
            return ($found) = <$in> =~ /^\Q$r->{id}\E\t(.*)$/m;
        });
        my ($of, $chain) = split /\t/, $found // '';
        return ({ map { split / / } split /, /, $of // '' }, $chain // '');
    };
    subtest 'what follows the place is not read' => sub {
        for (['map', 'MMAP'], ['file', 'FILE']) {
            my ($name, $type) = @$_;
            my $r = $counting->get("/kinds/$name.html");
            my ($of, $chain) = $kinds->($r);
            is $r->{content}, filled($huge, 'head-end' => $SNIPPET), "$name: inserted";
            cmp_ok $of->{$type} // 0, '>=', length($huge) - 70_000, "... and the rest leaves as $type" or diag explain $of;
            unlike $chain, qr/XPURPOSE_INSERT/i, '... by a chain without the filter';
            is $r->{headers}{'content-length'}, length $r->{content}, '... with its length';
        }
        my ($of) = $kinds->($counting->get('/kinds/all.html'));
        cmp_ok $of->{MMAP} // 0, '>=', length plain($page), 'what has been read stays a map, too' or diag explain $of;
        for my $path (qw(/kinds/b/chunked /kinds/b/pieces /kinds/b/bytes)) {
            my $r = $counting->get($path);
            is $r->{content}, $inserted, "$path: inserted";
            unlike +($kinds->($r))[1], qr/XPURPOSE_INSERT/i, '... and then it leaves the chain';
        }
        my (undef, $chain) = $kinds->($counting->get('/kinds/none.html'));
        unlike $chain, qr/XPURPOSE_INSERT/i, 'where nothing is inserted it is not there';
    };
    $counting->stop;
}

sub difference {
    my ($got, $want) = @_;
    my $at = 0;
    $at++ while $at < length $got && substr($got, $at, 1) eq substr $want, $at, 1;
    return "from $at: " . substr($got, $at, 200) . "\nnot: " . substr $want, $at, 200;
}

# ---- HTTP/2 ----

SKIP: {
    skip 'mod_http2 is not there, or does not work under prefork', 1 unless $http2;
    subtest 'HTTP/2' => sub {
        my $client = Test::Http2->new($httpd->port);
        my @paths = qw(/page.html /page.cgi /b/page /b/chunked /b/gzip /b/pieces);
        my %id = map { $_ => $client->get($_) } @paths;
        my $iframe = $client->get('/page.html', 'sec-fetch-dest' => 'iframe');
        $client->read_until(sub { !grep { !$client->{ended}{$_} } $iframe, values %id });
        is $client->{body}{ $id{$_} }, $inserted, "$_: inserted" for @paths;
        is $client->{body}{$iframe}, $plain, 'an iframe: left alone';
        $client->close;

        # Texts that live as long as the request does must be sent by then, however slowly.
        my $slow = Test::Http2->new($httpd->port, slow => 1);
        my @id = map { $slow->get('/ht/page.html') } 1 .. 16;
        $slow->read_until(sub { 0 }, 0.5);
        ok !!(grep { !$slow->{ended}{$_} } @id), 'a client that does not open its window does not get all';
        like $slow->{body}{$_}, qr/^<!DOCTYPE html>.*<script>/s, '... but a beginning' for grep { length $slow->{body}{$_} > 1000 } @id;    # a frame may be short
        $slow->close;
        $client = Test::Http2->new($httpd->port);
        @id = map { $client->get('/ht/page.html') } 1 .. 5;
        $client->read_until(sub { !grep { !$client->{ended}{$_} } @id });
        is $client->{body}{$_}, filled($page, 'head-end' => $LONG), 'of .htaccess, long' for @id;
        $client->close;
    };
}
$httpd->stop;
$backend->stop;

# ---- DAV ----

SKIP: {
    skip 'mod_dav or mod_dav_fs is not there', 1 if grep { !Test::Httpd->has_module($_) } qw(dav dav_fs);
    subtest 'where a page is edited' => sub {
        my $dav = Test::Httpd->new(modules => [qw(dav dav_fs alias)], conf => <<"CONF");
XPurpose On
@{[insert('head-end' => $SNIPPET)]}
DavLockDB %DIR%/dav/lock
Alias /edit/ %DIR%/dav/files/
Alias /view/ %DIR%/dav/files/
<Directory %DIR%/dav/files>
    Require all granted
</Directory>
<Location /edit/>
    Dav On
</Location>
CONF
        $dav->writable('dav');
        my $folder = $dav->writable('dav/files');
        my $file = $dav->doc('../dav/files/page.html', $plain, mode => 0666);
        $dav->start;
        my ($edit, $view) = map { $dav->get("/$_/page.html") } qw(edit view);
        is $view->{content}, $inserted, 'a reader gets it with the snippet';
        is $edit->{content}, $plain, 'an editor without';
        is $dav->notes($edit)->{insert}, 'passed:dav', '... and the log says why';
        ok !suffix($edit) && $edit->{headers}{etag}, '... and with its own tag' or diag $edit->{headers}{etag} // 'none';
        ok exists $edit->{headers}{'last-modified'}, '... and date';
        is $edit->{headers}{etag}, untagged($view->{headers}{etag}), '... which the reader\'s is made of';
        is $dav->get('/edit/page.html', 'If-None-Match' => $edit->{headers}{etag})->{status}, 304, '... by which it is asked for again';
        is $dav->get('/edit/page.html', 'If-Modified-Since' => $edit->{headers}{'last-modified'})->{status}, 304, '... or by the date';
        is $dav->get('/edit/page.html', Range => 'bytes=0-9')->{content}, substr($plain, 0, 10), '... or in parts';
        is $dav->request('PUT', '/edit/page.html', headers => ['If-Match' => '"none"'], body => 'x')->{status}, 412, 'what has been changed meanwhile is not written over';
        my $new = $plain =~ s/A title/Another title/r;
        is $dav->request('PUT', '/edit/page.html', headers => ['If-Match' => $edit->{headers}{etag}], body => $new)->{status}, 204, 'what has not is';
        is $dav->get('/edit/page.html')->{content}, $new, '... and is what was written';
        is $dav->get('/view/page.html')->{content}, filled($page =~ s/A title/Another title/r, 'head-end' => $SNIPPET), '... for readers with the snippet';
        is $dav->request('PROPFIND', '/edit/page.html', headers => [Depth => 0])->{status}, 207, 'its other methods work';
        $dav->expect_log(qr/AH00575|AH00605|dav/)->stop;
    };
}
done_testing;
