# How configuration merges: server, virtual host, directory, .htaccess, <Location>, <If>; and which rule of classification wins.
use strict;
use warnings;
use Test::Httpd;
use Test::More;

# One tag of each of these vendors; abtest is off by default.
my %TAG = (
    matomo => '<script src="https://stats.example.net/matomo.js"></script>',
    hotjar => '<script src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>',
    mine => '<script src="https://mine.example.com/x.js"></script>',
    optimizely => '<script src="https://cdn.optimizely.com/js/1.js"></script>',
);
my $page = join "\n", '<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>', (map { $TAG{$_} } sort keys %TAG), '</head><body>x</body></html>';

my $httpd = Test::Httpd->new(ports => 2, modules => ['alias'], log_level => 'warn xpurpose:debug', conf => <<'CONF')->start;
XPurposeVendor mine url mine.example.com
XPurpose On
XPurposeStubs Off

<Directory %DOCS%>
    AllowOverride FileInfo
</Directory>
<Directory %DOCS%/off>
    XPurpose Off
</Directory>
<Directory %DOCS%/only>
    XPurposeVendors matomo
</Directory>
<Directory %DOCS%/only/more>
    XPurposeVendors +mine
</Directory>
<Directory %DOCS%/only/more/less>
    XPurposeVendors -matomo
</Directory>
<Directory %DOCS%/minus>
    XPurposeVendors -matomo -hotjar
</Directory>
<Directory %DOCS%/minus/plus>
    XPurposeVendors +matomo
</Directory>
<Directory %DOCS%/minus/all>
    XPurposeVendors All
</Directory>
<Directory %DOCS%/minus/all/but>
    XPurposeVendors -mine
</Directory>
<Directory %DOCS%/none>
    XPurposeVendors None
</Directory>
<Directory %DOCS%/twice>
    XPurposeVendors -matomo
    XPurposeVendors -hotjar
</Directory>
<Directory %DOCS%/anew>
    XPurposeVendors matomo hotjar
    XPurposeVendors mine
    XPurposeVendors +hotjar
</Directory>
<Directory %DOCS%/pass>
    XPurposeAction preview Pass
</Directory>
<Directory %DOCS%/prefetch>
    XPurposeAction prefetch Strip
</Directory>
<Directory %DOCS%/hold>
    XPurposeAction prerender Hold
</Directory>
<Directory %DOCS%/hold/both>
    XPurposeAction prefetch Hold
</Directory>
<Directory %DOCS%/hold/both/strip>
    XPurposeAction prerender Strip
</Directory>
<Directory %DOCS%/hold/both/strip/again>
    XPurposeAction prerender Strip
    XPurposeAction prerender Hold
    XPurposeAction preview Pass
</Directory>
<Directory %DOCS%/hold/pass>
    XPurposeAction prerender Pass
</Directory>
<Location /hold/located>
    XPurposeAction prerender Pass
    XPurposeAction prefetch Hold
</Location>
<Location /limit>
    XPurposeElementLimit 4096
</Location>
<Location /limit/large>
    XPurposeElementLimit 65536
</Location>
<Location /located>
    XPurpose DryRun
</Location>
<Directory %DOCS%/ungated>
    XPurposeGate Off
</Directory>
<Directory %DOCS%/ungated/all>
    XPurposeGate All
</Directory>
<Location /ungated/all/located>
    XPurposeGate On
</Location>
<If "%{QUERY_STRING} == 'if'">
    XPurposeVendors mine
</If>
<Location /novary>
    XPurposeVary Off
</Location>
Alias /located2 %DOCS%/off

XPurposeSignal view X-Tester *
XPurposeSignal preview X-Thumb small
XPurposeSignal preview X-Thumb large
XPurposeSignal prefetch X-Early *
XPurposeSignal preview "expr=%{HTTP:X-Deep} =~ /^deep$/ && %{REQUEST_URI} =~ m#page#"
XPurposeSignal preview Sec-Purpose prefetch;prerender;preview

<VirtualHost 127.0.0.1:%PORT2%>
    DocumentRoot %DOCS%
    XPurpose On
    XPurposeStubs Off
    XPurposeGate All
    XPurposeSignal None
    XPurposeSignal preview X-Other "a Value"
    XPurposeSignal prerender X-Ahead *
    XPurposeVendors hotjar
</VirtualHost>
CONF

# What is removed from a page: the names, sorted.
sub removed {
    my ($path, %opt) = @_;
    my $r = $httpd->request('GET', $path, headers => $opt{headers} || ['X-Purpose' => 'preview'], port => $opt{port});
    is $r->{status}, 200, "$path is there";
    return join ' ', grep { index($r->{content}, $TAG{$_}) < 0 } sort keys %TAG;
}

my @folders = ('', qw(off/ only/ only/more/ only/more/less/ minus/ minus/plus/ minus/all/ minus/all/but/ none/ twice/ anew/ pass/
    prefetch/ located/ htaccess/ htaccess/deep/ htaccess/off/ novary/));
$httpd->doc("${_}page.html", $page) for @folders;
$httpd->doc('htaccess/.htaccess', "XPurposeVendors -hotjar\n");
$httpd->doc('htaccess/deep/.htaccess', "XPurposeVendors +optimizely\nXPurposeStubs On\n");
$httpd->doc('htaccess/off/.htaccess', "XPurpose Off\n");
$httpd->doc('limit/page.html', '<script>' . ' ' x 9000 . '</script>' . $page);
$httpd->doc('limit/large/page.html', '<script>' . ' ' x 9000 . '</script>' . $page);

# ---- Vendors ----

my %want = (
    '' => 'hotjar matomo mine', 'off/' => '', 'only/' => 'matomo', 'only/more/' => 'matomo mine', 'only/more/less/' => 'mine',
    'minus/' => 'mine', 'minus/plus/' => 'matomo mine', 'minus/all/' => 'hotjar matomo mine optimizely',
    'minus/all/but/' => 'hotjar matomo optimizely', 'none/' => '', 'twice/' => 'mine', 'anew/' => 'hotjar mine', 'pass/' => '',
    'prefetch/' => 'hotjar matomo mine', 'located/' => '', 'htaccess/' => 'matomo mine', 'htaccess/deep/' => 'matomo mine optimizely',
    'htaccess/off/' => '',
);
is removed("/${_}page.html"), $want{$_}, "/$_: removes '$want{$_}'" for sort keys %want;
is removed('/page.html?if'), 'mine', '<If> counts';
is removed('/only/page.html?if'), 'mine', '<If> comes after directories';
is removed('/located2/page.html'), '', 'what an alias leads to counts';
is removed('/page.html', port => 2), '', 'a virtual host with signals of its own has no others';
is removed('/page.html', port => 2, headers => ['X-Other' => 'A VALUE']), 'hotjar', 'and vendors of its own';
is removed('/minus/page.html', port => 2, headers => ['X-Other' => 'a value']), '', 'less what the directory takes away';

# ---- Notes tell what was in force ----

sub verdict { return $httpd->notes($httpd->get($_[0], 'X-Purpose' => 'preview'))->{verdict} }
is verdict('/located/page.html'), 'dryrun', 'DryRun by <Location>';
is verdict('/off/page.html'), 'passed:off', 'Off';
is verdict('/none/page.html'), 'clean', 'no vendor';
is verdict('/pass/page.html'), undef, 'Pass';

# ---- Actions by class ----

is removed('/prefetch/page.html', headers => [Purpose => 'prefetch']), 'hotjar matomo mine', 'prefetch is stripped where it is said';
is removed('/page.html', headers => [Purpose => 'prefetch']), '', 'and not elsewhere';

# ---- The hold limit ----

for my $case (['/limit/page.html', 1], ['/limit/large/page.html', 0]) {
    my $before = hits();
    $httpd->get($case->[0], 'X-Purpose' => 'preview');
    is hits() - $before, $case->[1], "$case->[0]: $case->[1] elements past the limit";
}

sub hits {
    my $count = () = $httpd->error_log =~ / 1 past the hold limit/g;
    return $count;
}

# ---- The gate ----

# What is put in: the gate, with items of its own or not, and what the mixed script is told.
sub gates {
    my ($path, %opt) = @_;
    my $r = $httpd->request('GET', $path, headers => $opt{headers} || ['X-Purpose' => 'preview'], port => $opt{port});
    my ($gate) = $r->{content} =~ /<script([^>]* data-xpurpose="gate"[^>]*)>/;
    return join ' ', $gate ? $gate =~ /data-xpurpose-gate/ ? 'all' : 'on' : 'off', $r->{content} =~ /<script data-xpurpose-gate="([^"]*?) ?">var menu/;
}

my $mixed = "<!DOCTYPE html><meta charset=utf-8><title>t</title><script>var menu = document.getElementById('menu');\nmenu.onclick = function () {"
    . " new Image().src = 'https://mine.example.com/hit'; menu.open(); };</script>";
my %gate = (
    gated => 'on mine.example.com', ungated => 'off', 'ungated/all' => 'all mine.example.com',
    'ungated/all/located' => 'on mine.example.com', 'ungated/htaccess' => 'on mine.example.com', 'ungated/all/htaccess' => 'off',
);
$httpd->doc("$_/page.html", $mixed) for keys %gate;
$httpd->doc('ungated/htaccess/.htaccess', "XPurposeGate On\n");
$httpd->doc('ungated/all/htaccess/.htaccess', "XPurposeGate Off\n");
is gates("/$_/page.html"), $gate{$_}, "/$_: $gate{$_}" for sort keys %gate;
is gates('/gated/page.html', port => 2, headers => ['X-Other' => 'a Value']), 'all', 'a virtual host, and none of its vendors in the script';
is gates('/gated/page.html', headers => []), 'off', 'a view';

# ---- Hold: three states for each class ----

# What becomes of a prefetch, a prerender and a preview.
sub actions {
    my ($path) = @_;
    my %name = (clean => 'hold', held => 'hold', stripped => 'strip');
    return join ' ', map {
        my $verdict = $httpd->notes($httpd->get($path, @$_))->{verdict};
        defined $verdict ? $name{$verdict} || $verdict : 'pass';
    } ['Sec-Purpose' => 'prefetch'], ['Sec-Purpose' => 'prefetch;prerender'], ['X-Purpose' => 'preview'];
}

my %actions = (
    '' => 'pass pass strip', 'hold/' => 'pass hold strip', 'hold/both/' => 'hold hold strip', 'hold/both/strip/' => 'hold strip strip',
    'hold/both/strip/again/' => 'hold hold pass', 'hold/pass/' => 'pass pass strip', 'hold/located/' => 'hold pass strip',
    'hold/htaccess/' => 'hold pass strip', 'hold/htaccess/deep/' => 'strip hold strip',
);
$httpd->doc("${_}page.html", $page) for grep { $_ } keys %actions;
$httpd->doc('hold/htaccess/.htaccess', "XPurposeAction prerender Pass\nXPurposeAction prefetch Hold\n");
$httpd->doc('hold/htaccess/deep/.htaccess', "XPurposeAction prefetch Strip\nXPurposeAction prerender Hold\n");
is actions("/${_}page.html"), $actions{$_}, "/$_: prefetch, prerender, preview: $actions{$_}" for sort keys %actions;

# ---- Vary follows the directory ----

sub vary { my $v = $httpd->get(@_)->{headers}{vary}; return defined $v ? join ' ', split /,\s*/, $v : undef }
is vary('/page.html'), 'X-Thumb Sec-Purpose X-Purpose X-Deep', 'Vary names what rules for stripped classes read, expressions too';
is vary('/prefetch/page.html'), 'X-Thumb X-Early Sec-Purpose X-FB-HTTP-Engine X-Purpose Sec-Fetch-Dest Sec-Fetch-Mode HX-Preloaded Purpose X-Moz X-Sec-Purpose X-Deep', 'more classes, more headers';
is vary('/hold/page.html'), 'X-Thumb Sec-Purpose X-Purpose X-Deep', 'pages that are held vary by Sec-Purpose, which has been named';
is vary('/hold/both/strip/again/page.html'), 'Sec-Purpose X-Deep', '... by no other header where no class is stripped, but for expressions';
is vary('/hold/both/strip/again/page.html', 'Sec-Purpose' => 'prefetch'), 'Sec-Purpose X-Deep Sec-Fetch-Dest', '... and by what it is for where it may be held';
is vary($_), undef, "$_: none" for '/novary/page.html', '/off/page.html', '/located/page.html';

# ---- Rules: the first that matches wins, one's own before the compiled-in ones ----

sub class { return $httpd->notes($httpd->get('/page.html', @_))->{class} }

my @rules = (
    [preview => 'X-Purpose' => 'preview'],
    [undef, 'X-Purpose' => 'preview', 'X-Tester' => ''],
    [preview => 'X-Thumb' => 'Small'],
    [preview => 'X-Thumb' => 'large'],
    [undef, 'X-Thumb' => 'medium'],
    [undef, 'X-Thumb' => 'small, large'],
    [prefetch => 'X-Early' => 'anything', 'X-Purpose' => 'preview'],
    [preview => 'X-Early' => 'anything', 'X-Thumb' => 'small'],
    [preview => 'X-Deep' => 'deep'],
    [undef, 'X-Deep' => 'deeper'],
    [preview => 'Sec-Purpose' => 'prefetch;prerender;preview'],
    [prerender => 'Sec-Purpose' => 'prefetch;prerender'],
    [prefetch => 'Sec-Purpose' => 'prefetch;preview'],
);
for my $case (@rules) {
    my ($class, @headers) = @$case;
    is class(@headers), $class, "@headers: " . ($class || 'view');
}

# ---- The site's snippet: an inner scope's lines take the place of an outer one's, lines of one scope add up ----

my $inserting = Test::Httpd->new(ports => 2, conf => <<'CONF');
XPurpose On
XPurposeInsert head-end "<script>a('server')</script>"
XPurposeInsert body-end "<script>a('last')</script>"
<Directory %DOCS%>
    AllowOverride FileInfo
</Directory>
<Directory %DOCS%/own>
    XPurposeInsert head-end "<script>a('own')</script>"
</Directory>
<Directory %DOCS%/own/none>
    XPurposeInsert None
</Directory>
<Directory %DOCS%/own/none/again>
    XPurposeInsert head-end "<script>a('never')</script>"
    XPurposeInsert body-end "<script>a('never')</script>"
    XPurposeInsert none
    XPurposeInsert Head-End "<script>a('one')</script>"
    XPurposeInsert head-end " <script>a('two')</script>  "
    XPurposeInsert head-start "<script>a('three')</script>"
</Directory>
<Directory %DOCS%/own/other>
    XPurposeStubs Off
</Directory>
<Directory %DOCS%/off>
    XPurpose Off
</Directory>
<Location /off/located>
    XPurpose On
</Location>
<Location /located>
    XPurposeInsert head-end file:located.html
</Location>
<If "%{QUERY_STRING} == 'if'">
    XPurposeInsert head-end "<script>a('if')</script>"
</If>
<VirtualHost 127.0.0.1:%PORT2%>
    DocumentRoot %DOCS%
    XPurposeInsert body-end "<script>a('host')</script>"
</VirtualHost>
CONF
$inserting->_write('located.html', "\n<script>a('located')</script>\n");
$inserting->start;
my $bare = '<!DOCTYPE html><html><head><title>t</title></head><body>x</body></html>';
my %inserted = (
    '' => 'server last', 'own/' => 'own', 'own/none/' => '', 'own/none/again/' => 'three one two', 'own/other/' => 'own', 'off/' => '',
    'off/located/' => 'server last', 'located/' => 'located', 'own/none/again/if' => 'if', 'htaccess/' => 'htaccess', 'htaccess/deep/' => '',
    'htaccess/deep/twice/' => 'first second',
);
$inserting->doc("${_}page.html", $bare) for grep { !/if$/ } keys %inserted;
$inserting->doc('htaccess/.htaccess', "XPurposeInsert head-end \"<script>a('htaccess')</script>\"\n");
$inserting->doc('htaccess/deep/.htaccess', "XPurposeInsert None\n");
$inserting->doc('htaccess/deep/twice/.htaccess', join '', map { "XPurposeInsert body-end \"<script>a('$_')</script>\"\n" } qw(first second));

# The snippets in a page, in their order.
sub snippets {
    my ($path, %opt) = @_;
    my $r = $inserting->request('GET', $path, %opt);
    is $r->{status}, 200, "$path is there";
    return join ' ', $r->{content} =~ /<script>a\('(\w+)'\)<\/script>/g;
}

for my $path (sort keys %inserted) {
    is snippets($path =~ /^(.*)if$/ ? "/$1page.html?if" : "/${path}page.html"), $inserted{$path}, "/$path: inserts '$inserted{$path}'";
}
is snippets('/page.html', port => 2), 'host', 'a virtual host has its own';
is snippets('/own/page.html', port => 2), 'own', '... and its directories have theirs';
is $inserting->get('/own/none/again/page.html')->{content},
    "<!DOCTYPE html><html><head><script>a('three')</script><title>t</title><script>a('one')</script>\n<script>a('two')</script></head><body>x</body></html>",
    'the lines, one behind the other';
$inserting->stop;

$httpd->stop;
done_testing;
