# The table of signals: which request is of which class, odd values among them; who can see the class; and that no client sets it.
use strict;
use warnings;
use JSON::PP 'decode_json';
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Service;

my $php = Test::Service->program('php-cgi');
my $fastcgi = $php && Test::Service->new(command => [$php, '-b', '127.0.0.1:%PORT%'], env => { PHP_FCGI_MAX_REQUESTS => 0 });
my $fcgi_lines = $php ? "ProxyFCGIBackendType GENERIC\nProxyPassMatch ^/fastcgi/(.*)\$ fcgi://127.0.0.1:@{[$fastcgi->port]}%DOCS%/\$1" : '';

my $httpd = Test::Httpd->new(ports => 3, modules => [qw(include cgi rewrite headers env setenvif alias remoteip negotiation actions proxy proxy_http proxy_fcgi)], conf => <<"CONF");
XPurpose On
CustomLog "%DIR%/views_log" "%{X-Test-Id}i" env=!XPURPOSE
CustomLog "%DIR%/others_log" "%{X-Test-Id}i %{XPURPOSE}e" env=XPURPOSE
CustomLog "%DIR%/previews_log" "%{X-Test-Id}i" "expr=reqenv('XPURPOSE') == 'preview'"
SetEnvIf XPURPOSE ^(.*) SEEN_BY_SETENVIF=\$1
$fcgi_lines
RewriteEngine On
RewriteCond %{ENV:XPURPOSE} =preview
RewriteRule ^/choose/server\$ /preview.txt [PT]
RewriteRule ^/choose/server\$ /view.txt [PT]
RewriteRule ^/redirected\$ /env.cgi [PT]
<Directory %DOCS%>
    AllowOverride All
    Options +Includes
    AddType text/html .shtml
    AddOutputFilter INCLUDES .shtml
</Directory>
<Location /if/>
    <If "reqenv('XPURPOSE') == 'preview'">
        Header set X-If preview
    </If>
    <ElseIf "reqenv('XPURPOSE') == ''">
        Header set X-If view
    </ElseIf>
    <Else>
        Header set X-If other
    </Else>
</Location>
Header set X-Env "%{XPURPOSE}e" env=XPURPOSE
ErrorDocument 404 /error.cgi
Alias /shown %DOCS%
<VirtualHost 127.0.0.1:%PORT2%>
    DocumentRoot %DOCS%
    XPurposeSignal preview "expr=%{QUERY_STRING} == 'thumb'"
    RemoteIPHeader X-Client-IP
    RemoteIPTrustedProxy 127.0.0.1
    XPurposeSignal preview "expr=%{REMOTE_ADDR} -ipmatch '192.0.2.0/24'"
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT3%>
    DocumentRoot %DOCS%
    XPurposeSignal preview "expr=%{REQUEST_URI} =~ m#^/thumb/#"
    RequestHeader set X-Purpose preview
    RewriteEngine On
    RewriteRule ^/rewritten\$ %DOCS%/thumb/env.cgi
    RewriteRule ^/passed\$ /thumb/env.cgi [PT]
    RewriteRule ^/page\$ %DOCS%/thumb/page.html
    SetEnvIf Request_URI ^/excepted no-xpurpose
    RewriteRule ^/excepted\$ %DOCS%/excepted/page.cgi
    Redirect 403 /forbidden
    ErrorDocument 403 /thumb/env.cgi
    ErrorDocument 404 /thumb/page.html
    Action by-thumb /thumb/env.cgi
    AddHandler by-thumb .acted
    DirectoryIndex thumb/page.html
    <Location /counters>
        SetHandler xpurpose-status
    </Location>
    <Directory %DOCS%/dir2>
        FallbackResource /thumb/env.cgi
        Options +MultiViews
        MultiviewsMatch Any
    </Directory>
</VirtualHost>
CONF
my $dump = "#!/usr/bin/perl\nprint qq{Content-Type: text/plain\\n\\n}, map { \"\$_=\$ENV{\$_}\\n\" } grep { /^(?:REDIRECT_)*XPURPOSE|SEEN/ } sort keys %ENV;\n";
$httpd->cgi($_, $dump) for qw(env.cgi dir/index.cgi sub/env.cgi);
$httpd->cgi('error.cgi', $dump =~ s/print qq\{/print qq{Status: 404\\n/r);
$httpd->cgi('local.cgi', "#!/usr/bin/perl\nprint qq{Location: /env.cgi\\n\\n};\n");
$httpd->doc('env.php', '<?php header("Content-Type: text/plain"); foreach ($_SERVER as $k => $v) if ($k == "XPURPOSE") echo "$k=$v\n";');
$httpd->doc('page.html', full());
$httpd->doc('if/page.html', full());
$httpd->cgi('thumb/env.cgi', $dump);
$httpd->doc('thumb/page.html', full());
$httpd->cgi('to-thumb.cgi', "#!/usr/bin/perl\nprint qq{Location: /thumb/env.cgi\\n\\n};\n");
$httpd->cgi('dir2/to-thumb.cgi', "#!/usr/bin/perl\nprint qq{Location: /thumb/page.html\\n\\n};\n");
$httpd->doc('include.shtml', '<!--#include virtual="/to-thumb.cgi" -->');
$httpd->cgi('excepted/page.cgi', "#!/usr/bin/perl\nprint qq{Location: /thumb/page.html\\n\\n};\n");
$httpd->doc('x.acted', '');
$httpd->doc('env.shtml', '[<!--#echo var="XPURPOSE" -->]<!--#if expr="reqenv(\'XPURPOSE\') == \'preview\'" -->yes<!--#else -->no<!--#endif --> <!--#include virtual="/sub/env.cgi" -->');
$httpd->doc('preview.txt', 'preview');
$httpd->doc('view.txt', 'view');
$httpd->doc('sub/preview.txt', 'preview');
$httpd->doc('sub/view.txt', 'view');
$httpd->doc('sub/.htaccess', "RewriteEngine On\nRewriteCond %{ENV:XPURPOSE} =preview\nRewriteRule ^choose\$ preview.txt\nRewriteRule ^choose\$ view.txt\n");
$httpd->doc('dir/.htaccess', "DirectoryIndex index.cgi\n");
$httpd->start;

# ---- The table ------------------------------------------------------------------------------------------------------------

my @fb = ('X-FB-HTTP-Engine' => 'Liger');
my @table = (
    # class, headers
    [undef],
    [undef, Purpose => 'preview'],
    [undef, 'X-FB-HTTP-Engine' => 'Liger'],
    [prefetch => @PREVIEW, @fb],
    [prefetch => 'X-Purpose' => '', @fb],
    [prefetch => 'X-Purpose' => 'anything', 'x-fb-http-engine' => ''],
    [prefetch => 'Sec-Purpose' => 'prefetch'],
    [prefetch => 'Sec-Purpose' => 'prefetch', @PREVIEW],
    [prefetch => 'Sec-Purpose' => 'prefetch;anonymous-client-ip'],
    [prefetch => 'Sec-Purpose' => 'prefetch;prerender=?0'],
    [prefetch => 'Sec-Purpose' => 'prefetch;prerender;prerender=?0'],
    [prefetch => 'Sec-Purpose' => 'other;a="b,c", prefetch'],
    [prefetch => 'Sec-Purpose' => 'other', 'Sec-Purpose' => 'prefetch'],
    [prefetch => 'Sec-Purpose' => '(prefetch a);b=1, prefetch;x=:YWI=:'],
    [prefetch => 'Sec-Purpose' => 'prefetch, prefetch;prerender'],
    [prerender => 'Sec-Purpose' => 'prefetch;prerender'],
    [prerender => 'Sec-Purpose' => 'prefetch; prerender'],
    [prerender => 'Sec-Purpose' => 'prefetch;   prerender;other=1'],
    [prerender => 'Sec-Purpose' => 'prefetch;prerender=?1'],
    [prerender => 'Sec-Purpose' => 'prefetch;prerender;preview'],
    [prerender => 'Sec-Purpose' => 'prefetch;prerender', @PREVIEW],
    [prerender => 'Sec-Purpose' => 'prefetch;prerender', 'X-Purpose' => 'preview, preview'],
    [undef, 'Sec-Purpose' => '"prefetch"'],
    [undef, 'Sec-Purpose' => 'prefetching'],
    [undef, 'Sec-Purpose' => '(prefetch)'],
    [undef, 'Sec-Purpose' => 'prefetch,'],
    [undef, 'Sec-Purpose' => 'prefetch;'],
    [undef, 'Sec-Purpose' => 'prefetch; =1'],
    [undef, 'Sec-Purpose' => 'prefetch;Prerender'],
    [undef, 'Sec-Purpose' => 'prefetch prerender'],
    [undef, 'Sec-Purpose' => 'prefetch;a="'],
    [undef, 'Sec-Purpose' => 'prefetch;a="\\'],
    [undef, 'Sec-Purpose' => ''],
    [undef, 'Sec-Purpose' => "prefetch;a=\"\xe9\""],
    [preview => 'Sec-Purpose' => 'broken;', @PREVIEW],
    [prefetch => Purpose => 'prefetch'],
    [prefetch => Purpose => 'Prefetch', @PREVIEW],
    [prefetch => 'X-Moz' => 'prefetch'],
    [prefetch => 'X-moz' => 'prefetch', @PREVIEW],
    [prefetch => 'X-Sec-Purpose' => 'prefetch'],
    [prefetch => 'X-Purpose' => 'prefetch'],
    [prefetch => 'X-Purpose' => 'instant'],
    [prefetch => 'X-Purpose' => 'Instant'],
    [prefetch => @PREVIEW, 'Sec-Fetch-Dest' => 'empty'],
    [prefetch => @PREVIEW, 'sec-fetch-dest' => ' EMPTY', 'Sec-Fetch-Mode' => 'cors'],
    [prefetch => @PREVIEW, 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'same-origin, navigate'],
    [prefetch => @PREVIEW, 'Sec-Fetch-Dest' => 'empty', 'HX-Preloaded' => 'true', 'Sec-Fetch-Mode' => 'navigate'],
    [prefetch => 'HX-Preloaded' => 'true'],
    [prefetch => 'hx-preloaded' => 'True', 'Signature-Agent' => '"https://agent.example"'],
    [undef, 'HX-Preloaded' => 'false'],
    [undef, 'HX-Preloaded' => ''],
    [undef, 'Sec-Fetch-Dest' => 'empty'],
    [undef, 'X-Purpose' => 'other', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'cors'],
    [preview => @PREVIEW, 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'navigate'],
    [preview => @PREVIEW, 'Sec-Fetch-Dest' => 'document', 'Sec-Fetch-Mode' => 'navigate'],
    [preview => @PREVIEW, 'Sec-Fetch-Dest' => '', 'Sec-Fetch-Mode' => 'cors'],
    [preview => @PREVIEW, 'Sec-Fetch-Dest' => 'empty, document'],
    [agent => 'Signature-Agent' => '"https://agent.example"'],
    [agent => 'signature-agent' => ''],
    [agent => 'Signature-Agent' => 'a' x 8000],
    [agent => 'Signature-Agent' => '*', 'Sec-Fetch-Dest' => 'empty', 'X-Purpose' => 'other'],
    [prefetch => 'Signature-Agent' => '*', Purpose => 'prefetch'],
    [prerender => 'Signature-Agent' => '*', 'Sec-Purpose' => 'prefetch;prerender'],
    [preview => 'Signature-Agent' => '*', @PREVIEW],
    [undef, 'Signature-Input' => 'sig=()'],
    [preview => 'X-Purpose' => 'preview'],
    [preview => 'x-purpose' => 'PREVIEW'],
    [preview => 'X-PURPOSE' => 'Preview '],
    [preview => 'X-Purpose' => "\t preview \t"],
    [preview => 'X-Purpose' => 'preview, preview'],
    [preview => 'X-Purpose' => 'preview,preview , PREVIEW'],
    [preview => @PREVIEW, @PREVIEW],
    [preview => @PREVIEW, 'x-purpose' => 'Preview'],
    [preview => 'X-Purpose' => join(', ', ('preview') x 890)],
    [undef, 'X-Purpose' => join(', ', ('preview') x 890) . 'x'],
    [undef, 'X-Purpose' => join(', ', ('preview') x 890) . ', prefetch'],
    [undef, 'X-Purpose' => ': preview'],
    [undef, 'X-Purpose' => '"preview"'],
    [undef, 'X-Purpose' => 'preview;q=1'],
    [undef, 'X-Purpose' => 'previews'],
    [undef, 'X-Purpose' => 'a preview'],
    [undef, 'X-Purpose' => 'pre view'],
    [undef, 'X-Purpose' => 'preview, prefetch'],
    [undef, 'X-Purpose' => 'prefetch, preview'],
    [undef, 'X-Purpose' => 'preview,'],
    [undef, 'X-Purpose' => ', preview'],
    [undef, 'X-Purpose' => ','],
    [undef, 'X-Purpose' => ''],
    [undef, 'X-Purpose' => '   '],
    [undef, @PREVIEW, 'X-Purpose' => 'prefetch'],
    [undef, @PREVIEW, 'X-Purpose' => ''],
    [undef, 'X-Purpose' => 'preview' . ('x' x 8000)],
    [undef, 'X-Purpose' => 'x' x 8000],
    [undef, 'X-Purpose' => "preview\xa0"],
    [undef, 'X-Purpose' => "\xefpreview"],
    [undef, 'X-Purpose' => "pre\xcc\x80view"],
    [undef, 'X-Purpose' => '*'],
    [undef, 'X_Purpose' => 'preview'],
    [undef, 'X-Purposes' => 'preview'],
    [undef, XPURPOSE => 'preview'],
    [undef, 'HTTP-X-Purpose' => 'preview'],
);

sub described {
    my (@headers) = @_;
    my $text = join ', ', map { $_ % 2 ? () : "$headers[$_]: " . (length $headers[$_ + 1] > 60 ? substr($headers[$_ + 1], 0, 20) . '...' . substr($headers[$_ + 1], -20) : $headers[$_ + 1]) } 0 .. $#headers;
    $text =~ s/([^ -~])/sprintf '\\x%02x', ord $1/ge;
    return length $text ? $text : 'no header';
}

subtest 'the table of signals' => sub {
    for my $row (@table) {
        my ($class, @headers) = @$row;
        my $name = described(@headers);
        my $r = $httpd->get('/page.html', @headers);
        is $r->{status}, 200, "$name: 200";
        is $httpd->notes($r)->{class}, $class, "$name: " . ($class || 'a view');
        my $want = ($class || '') eq 'preview' ? 'stripped' : 'full';
        is kind($r->{content}), $want, "$name: $want";
        like $r->{headers}{'cache-control'} || '', $want eq 'stripped' ? qr/no-store/ : qr/^$/, "$name: Cache-Control";
        is exists $r->{headers}{etag} ? 1 : 0, $want eq 'full' ? 1 : 0, "$name: ETag";
    }
};

subtest 'bytes that no header may have' => sub {
    my %bytes = (NUL => "preview\0", 'control byte' => "preview\x01", bell => "\x07preview", DEL => "preview\x7f", 'bare CR' => "preview\rX: y",
        fold => "preview,\r\n preview", 'fold of nothing' => "preview\r\n ");
    for my $name (sort keys %bytes) {
        my $client = $httpd->client;
        $client->send_raw("GET /page.html HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Purpose: $bytes{$name}\r\nConnection: close\r\n\r\n");
        my $r = $client->response('GET');
        my $came = $r->{status} == 400 ? 400 : kind($r->{content});
        like $came, $name =~ /fold/ ? qr/^(?:400|full|stripped)$/ : qr/^(?:400|full)$/, "$name: $came";
    }
    my $r = $httpd->get('/page.html', 'X-Purpose' => 'preview, ' x 2000);
    is $r->{status}, 400, 'more than httpd takes: 400';
    is $httpd->get('/page.html')->{status}, 200, 'and it still serves';
};

subtest 'HTTP/1.0 and other methods' => sub {
    for my $method (qw(GET POST HEAD OPTIONS)) {
        for my $version ('1.0', '1.1') {
            my $r = $httpd->request($method, '/page.html', headers => [@PREVIEW], version => $version);
            is $httpd->notes($r)->{class}, 'preview', "$method $version";
        }
    }
};

# ---- Who can see it -------------------------------------------------------------------------------------------------------

my @classes = ([view => undef], [preview => 'preview', @PREVIEW], [prefetch => 'prefetch', Purpose => 'prefetch'],
    [prerender => 'prerender', 'Sec-Purpose' => 'prefetch;prerender'], [agent => 'agent', 'Signature-Agent' => '"https://agent.example"']);

# In what a program prints of its environment, one variable a line.
sub shows {
    my ($text, $class, $name) = @_;
    is_deeply [$text =~ /\bXPURPOSE=(.*)/g], [defined $class ? $class : ()], $name;
    return;
}

sub log_has { my ($name, $r) = @_; return $httpd->_slurp($name) =~ /^\Q$r->{id}\E\b/m ? 1 : 0 }

for my $case (@classes) {
    my ($name, $class, @headers) = @$case;
    my $get = sub { $httpd->get($_[0], @headers)->{content} };

    subtest "$name: who sees it" => sub {
        my $r = $httpd->get('/page.html', @headers);
        $httpd->notes($r);
        is log_has('views_log', $r), defined $class ? 0 : 1, 'CustomLog env=!XPURPOSE';
        is log_has('others_log', $r), defined $class ? 1 : 0, 'CustomLog env=XPURPOSE';
        is log_has('previews_log', $r), $name eq 'preview' ? 1 : 0, "CustomLog expr=reqenv('XPURPOSE')";
        is $r->{headers}{'x-env'}, $class, 'mod_headers env=';
        my $choice = $name eq 'preview' ? 'preview' : 'view';
        is $get->('/choose/server'), $choice, 'mod_rewrite, server';
        is $get->('/sub/choose'), $choice, 'mod_rewrite, directory';
        is $httpd->get('/if/page.html', @headers)->{headers}{'x-if'}, { preview => 'preview', view => 'view' }->{$name} || 'other', '<If>';
        shows($get->('/env.cgi'), $class, 'CGI');
        like $get->('/env.cgi'), qr/^SEEN_BY_SETENVIF=$class$/m, 'SetEnvIf' if defined $class;
        my $ssi = left($get->('/env.shtml'));
        like $ssi, defined $class ? qr/^\[$class\]/ : qr/^\[\(none\)\]/, 'SSI, echo';
        like $ssi, $name eq 'preview' ? qr/\]yes/ : qr/\]no/, 'SSI, if';
        shows($ssi, $class, 'SSI, a CGI program that is included');
    SKIP: {
            skip 'php-cgi is not installed (make deps-all)', 1 unless $php;
            shows($get->('/fastcgi/env.php'), $class, 'FastCGI');
        }
    };
    subtest "$name: kept over redirects" => sub {
        my %path = (DirectoryIndex => '/dir/', 'Location of a CGI program' => '/local.cgi', 'mod_rewrite' => '/redirected',
            Alias => '/shown/env.cgi');
        shows($get->($path{$_}), $class, $_) for sort keys %path;
        my $error = $get->('/missing');
        shows($error, $class, 'ErrorDocument');
        like $error, qr/^REDIRECT_XPURPOSE=$class$/m, 'ErrorDocument: and under its name for redirects' if defined $class;
        like $get->('/local.cgi'), qr/^REDIRECT_XPURPOSE=$class$/m, 'redirect: and under its name for redirects' if defined $class;
    };
}

# The request that follows a redirect has another address; what it is for does not change.
subtest 'kept where the rule would not be met again' => sub {
    my $get = sub { $httpd->request('GET', $_[0], port => 2)->{content} };
    shows($get->('/env.cgi?thumb'), 'preview', 'a rule about the address');
    shows($get->('/env.cgi'), undef, 'which others do not meet');
    shows($get->('/local.cgi?thumb'), 'preview', 'after a redirect to another address');
    shows($get->('/missing?thumb'), 'preview', 'ErrorDocument');
};

# Nor does it become something that it was not when it came: by its new address, or by a header that the server itself has set.
subtest 'a view stays one' => sub {
    my $get = sub { $httpd->request('GET', $_[0], port => 3, headers => $_[1] || []) };
    my $counted = sub { return decode_json($get->('/counters?json')->{content})->{Requests} };
    my %before = %{ $counted->() };
    my @programs = ('/rewritten', '/passed', '/forbidden', '/to-thumb.cgi', '/x.acted', '/dir2/missing', '/include.shtml', '/env.cgi');
    my @pages = ('/page', '/missing', '/', '/dir2/to-thumb');

    shows($get->($_)->{content}, undef, "$_: has no class") for @programs;
    for my $path (@pages) {
        my $r = $get->($path);
        is kind($r->{content}), 'full', "$path: full";
        is_deeply [@{ $httpd->notes($r) }{qw(verdict class)}], [undef, undef], "$path: so says the log";
    }
    my %after = %{ $counted->() };
    is $after{view} - $before{view}, @programs + @pages + 1, 'all are counted as views, once';
    is $after{$_}, $before{$_}, "none as $_" for qw(preview prefetch prerender agent);
    is kind($get->('/excepted', [@PREVIEW])->{content}), 'full', 'no-xpurpose is kept over a redirect';
    shows($get->('/thumb/env.cgi')->{content}, 'preview', 'what came with such an address is a preview');
    is kind($get->('/thumb/page.html')->{content}), 'stripped', '... and stripped';
    shows($get->($_, ['Sec-Purpose' => 'prefetch'])->{content}, 'prefetch', "$_: a prefetch stays one") for @programs;
};

# mod_remoteip is asked before us, whatever the order of LoadModule.
subtest 'the address of a client behind a proxy' => sub {
    my $get = sub { $httpd->request('GET', '/env.cgi', port => 2, headers => ['X-Client-IP' => $_[0]])->{content} };
    shows($get->('192.0.2.9'), 'preview', 'is the client\'s');
    shows($get->('198.51.100.9'), undef, 'and another is not');
};

subtest 'a client cannot set it' => sub {
    for my $headers ([XPURPOSE => 'preview'], ['REDIRECT_XPURPOSE' => 'preview'], ['X-Purpose' => 'XPURPOSE=preview'], [Cookie => 'XPURPOSE=preview'],
        ['Env-XPURPOSE' => 'preview'], ['Redirect-XPurpose' => 'preview'])
    {
        for my $path ('/env.cgi?XPURPOSE=preview', '/local.cgi', '/missing', '/dir/') {
            unlike $httpd->get($path, @$headers)->{content}, qr/^(?:REDIRECT_)?XPURPOSE=/m, "@$headers, $path";
        }
    }
    my $client = $httpd->client;    # nor does a preview colour what follows on its connection
    is kind($client->request('GET', '/page.html', [@PREVIEW])->{content}), 'stripped', 'a preview on a connection';
    is kind($client->request('GET', '/page.html', [])->{content}), 'full', 'a view after it on the same one';
    unlike $client->request('GET', '/env.cgi', [])->{content}, qr/^XPURPOSE/m, 'which has no class';
};

$httpd->expect_log(qr/AH00566|AH00561|AH02429|AH10410|AH03449|AH0243|request failed/i)->stop;
$fastcgi->stop if $fastcgi;
done_testing;
