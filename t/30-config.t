# Directives: what is good passes configtest wherever it may stand, and what is bad is refused with the directive, the value and
# what would be right. Configtest leaves nothing behind.
use strict;
use warnings;
use Test::Httpd;
use Test::More;

sub vhost { return "<VirtualHost *:1>\n$_[0]\n</VirtualHost>" }
sub directory { return "<Directory /nowhere>\n$_[0]\n</Directory>" }
sub location { return "<Location /nowhere>\n$_[0]\n</Location>" }
sub files { return "<Files nothing>\n$_[0]\n</Files>" }
sub condition { return "<If \"reqenv('XPURPOSE') == 'preview'\">\n$_[0]\n</If>" }

# ---- Good ones ----

my $good = <<'CONF';
XPurpose On
XPurpose off
XPurpose DRYRUN
XPurposeAction preview Strip
XPurposeAction Prefetch pass
XPurposeAction prerender Strip
XPurposeAction prerender Hold
XPurposeAction PREFETCH hold
XPurposeVendors All
XPurposeVendors None
XPurposeVendors matomo Hotjar google-analytics
XPurposeVendors +matomo -hotjar
XPurposeVendors -all
XPurposeVendors -@abtest +@Pixel +matomo
XPurposeVendors @rum @replay hotjar
XPurposeVendors +@site
XPurposeStubs Off
XPurposeGate off
XPurposeGate All
XPurposeVary off
XPurposeInsert head-end "<script async src='https://stats.example.com/a.js'></script>"
XPurposeInsert HEAD-START '<script nonce>a()</script>'
XPurposeInsert Body-End "<p>a</p> b"
XPurposeInsert none
CONF
my $by_server = <<'CONF';
XPurposeSignal preview X-Thumb *
XPurposeSignal VIEW X-Thumb "of mine"
XPurposeSignal prerender Sec-Purpose prefetch;prerender;preview
XPurposeSignal prefetch Sec-Purpose "prefetch; anonymous-client-ip"
XPurposeSignal preview "expr=%{HTTP:X-Thumb} =~ /^\d+x\d+$/ && %{REQUEST_METHOD} == 'GET'"
XPurposeSignal None
CONF
my $global = <<'CONF';
XPurposeVendor our-counter url /js/counter.js counter.example.com counter.example.com/x
XPurposeVendor our-counter inline "ourCounter.count("
XPurposeVendor our-counter global ourCounter
XPurposeVendor our-counter block "counter begins" "counter ends"
XPurposeVendor our-counter stub "window.ourCounter={count:function(){}};"
XPurposeVendor our-counter url:script,known /count.js
XPurposeVendor our-counter URL:Picture,FRAME pictures.example.com
XPurposeVendor our-counter element:known "script[data-count-id=<digits>]"
XPurposeVendor our-counter element script#our-counter-js
XPurposeVendor our-counter inline:loads "'our.count'"
XPurposeVendor our-counter spare chunk vendor
XPurposeVendor our-counter makes "ourCounter countNow" countLater
XPurposeVendor our-counter makes:counter.js,count.js countOnce
XPurposeVendor our-counter -makes countNow
XPurposeVendor our-counter stub:short "window.ourCounter=0;"
XPurposeVendor our-counter class rum
XPurposeVendor Matomo url /stats/count.js
XPurposeVendor Matomo -url /piwik.js /matomo.js
XPurposeVendor matomo -global Piwik
XPurposeVendor matomo -stub
XPurposeVendor adobe-analytics -block "SiteCatalyst code version"
XPurposeVendor None
XPurposeVendors +our-counter
XPurposeVendors our-counter matomo
CONF

is +Test::Httpd->configtest("$good$by_server$global" . 'XPurposeElementLimit 4096'), '', 'everything in the server';
is +Test::Httpd->configtest(vhost("$good$by_server" . 'XPurposeElementLimit 16777216')), '', 'what may stand in a virtual host';
is +Test::Httpd->configtest($_->("${good}XPurposeElementLimit 65536")), '', 'what may stand in a directory' for \&directory, \&location, \&files, \&condition;
is +Test::Httpd->configtest("<IfModule $_>\nXPurpose On\n</IfModule>\n<IfModule !$_>\nNonsense\n</IfModule>"), '', "<IfModule $_>"
    for 'mod_xpurpose.c', 'xpurpose_module';

# ---- Bad ones: what is said must hold each of these ----

my @bad = (
    ['XPurpose Maybe', "'Maybe'", 'Off, On, DryRun'],
    ['XPurpose', 'takes one argument', 'On'],
    ['XPurpose On Off', 'takes one argument'],
    ['XPurposeAction view Strip', "'view'", 'prefetch, prerender, preview'],
    ['XPurposeAction preview Cut', "'Cut'", 'Pass, Strip, Hold'],
    ['XPurposeAction preview Hold', "'Hold'", 'prefetch and prerender', 'give preview Strip or Pass'],
    ['XPurposeAction Agent hold', "'hold'", 'prefetch and prerender', 'give Agent Strip or Pass'],
    ['XPurposeAction view Hold', "'view'", 'prefetch, prerender, preview'],
    ['XPurposeAction prerender Hold Strip', 'takes two arguments'],
    ['XPurposeAction preview', 'takes two arguments'],
    ['XPurposeSignal', 'class header value', 'expr=EXPR', 'None'],
    ['XPurposeSignal all', "'all'", 'view, prefetch, prerender, preview'],
    ['XPurposeSignal preview', "'preview'", 'a header and one value'],
    ['XPurposeSignal preview X-Thumb', "'X-Thumb'", 'a header and one value'],
    ['XPurposeSignal preview X-Thumb a b', "'b'", 'one value'],
    ['XPurposeSignal preview "X Thumb" a', "'X Thumb'", 'header'],
    ['XPurposeSignal preview X-Thumb " "', "' '", '* for any'],
    ['XPurposeSignal preview "expr=%{HTTP:X"', "'%{HTTP:X'", 'no expression'],
    ['XPurposeSignal preview expr=%{HTTP:X} == 1', "'=='", 'quotes'],
    ['XPurposeSignal preview Sec-Purpose "prefetch prerender"', "'prefetch prerender'", 'token;parameter'],
    ['XPurposeSignal preview Sec-Purpose prefetch;', "'prefetch;'", 'token;parameter'],
    ['XPurposeSignal preview Sec-Purpose "prefetch, x"', "'prefetch, x'", 'token;parameter'],
    ['XPurposeVendors', '[+|-]@class', 'All or None'],
    ['XPurposeVendors -abtest', "'abtest' is no vendor but a class", 'write @abtest'],
    ['XPurposeVendors +@pixels', '\'@pixels\' is no class', '@analytics, @tagmanager, @replay, @rum, @pixel, @marketing, @abtest, @site'],
    ['XPurposeVendors @', '\'@\' is no class'],
    ['XPurposeVendors -@abtest pixel', "'pixel' is mixed"],
    ['XPurposeVendors @-abtest', '\'@-abtest\' is no class'],
    ['XPurposeVendor @pixel url example.com', '\'@pixel\'', 'a-z, 0-9'],
    ['XPurposeVendors nonesuch', "'nonesuch'", 'define it first', 'XPurposeVendor'],
    ['XPurposeVendors adobe', "'adobe'", 'did you mean adobe-advertising, adobe-analytics', 'define it first'],
    ['XPurposeVendors -gtm', "'gtm'", 'did you mean google-tag-manager?'],
    ['XPurposeVendors +piwik', "'piwik'", 'did you mean piwik-pro or matomo?'],
    ['XPurposeVendors googleanalytics', 'did you mean google-analytics?'],
    ["XPurposeVendor our-counter url a.example.com\nXPurposeVendors -our-conter", 'did you mean our-counter?'],
    ['XPurposeVendors +@pixle', 'did you mean @pixel?'],
    ['XPurposeVendor matommo -url /piwik.js', 'did you mean matomo?'],
    ['XPurpose Dry-Run', 'did you mean DryRun?'],
    ['XPurpose Hold', 'XPurposeAction prerender Hold'],
    ['XPurposeAction Strip agent', "'Strip' is none of", 'comes first: XPurposeAction agent Strip'],
    ['XPurposeAction Hold all', 'comes first: XPurposeAction prerender Hold'],
    ['XPurposeInsert head "<script></script>"', 'did you mean head-start or head-end?'],
    ['XPurposeVendor mine globals mine', 'did you mean global?'],
    ['XPurposeVendors matomo nonesuch', "'nonesuch'"],
    ['XPurposeVendors -nonesuch', "'nonesuch'"],
    ['XPurposeVendors matomo +hotjar', "'+hotjar'", 'all of them a sign'],
    ['XPurposeVendors -matomo hotjar', "'hotjar'", 'all of them a sign'],
    ['XPurposeVendors None matomo', "'None'"],
    ['XPurposeVendors +None', "'+None'"],
    ["XPurposeVendors +late\nXPurposeVendor late url late.example.com", "'late'", 'define it first'],
    ['XPurposeVendor', 'name url|inline|global|element|block|stub|makes|spare', '-url', 'None'],
    ['XPurposeVendor mine', "'mine'", 'name url|inline|global|element|block|stub|makes|spare'],
    ['XPurposeVendor mine url', "'url'", 'name url|inline|global|element|block|stub|makes|spare'],
    ['XPurposeVendor mine -url', "'-url'", '-url and the like'],
    ['XPurposeVendor mine host example.com', "'host'", 'url, inline, global, block, stub, element, makes, spare, class'],
    ['XPurposeVendor mine -spare admin', "'spare'", 'none of url, inline, global, block, stub, element, makes'],
    ['XPurposeVendor mine -class rum', "'class'", 'none of url'],
    ['XPurposeVendor mine url:picure,known example.com', "'picure'", 'script, pixel, picture, frame, hint, classic, known'],
    ['XPurposeVendor mine url:,known example.com', "'url:,known'", 'script, pixel, picture'],
    ['XPurposeVendor mine url: example.com', "'url:'", 'script, pixel, picture'],
    ['XPurposeVendor mine element:script script#a', "'script'", 'none of known'],
    ['XPurposeVendor mine inline:known "mine(1)"', "'known'", 'none of loads, proof, weak'],
    ['XPurposeVendor mine global:known mine', "'global:known'", 'give global alone'],
    ['XPurposeVendor mine block:known "begin it" "end it"', "'block:known'", 'give block alone'],
    ['XPurposeVendor mine stub: "a=1;"', "'stub:'", 'give stub alone'],
    ['XPurposeVendor matomo -url:known /piwik.js', "'-url:known'", 'give -url alone'],
    ['XPurposeVendor mine makes', "'makes'", 'name url|inline'],
    ['XPurposeVendor mine makes " "', "' '", 'list of names'],
    ['XPurposeVendor mine makes: mine', "'makes:'", 'give makes alone'],
    ['XPurposeVendor mine makes:, mine', "'makes:,'", 'give makes alone'],
    ['XPurposeVendor mine makes mine*', "'mine*'", "has a '*' in it"],
    ['XPurposeVendor mine makes *', "'*'", 'no name'],
    ['XPurposeVendor mine makes "mine mine.go"', "'mine mine.go'", 'no name'],
    ['XPurposeVendor mine makes "1st"', "'1st'", 'digit'],
    ['XPurposeVendor mine makes "mine  more"', "'mine  more'", 'list of names'],
    ['XPurposeVendor mine -makes:mine.js mine', "'-makes:mine.js'", 'give -makes alone'],
    ['XPurposeVendor mine -makes', "'-makes'", '-url and the like'],
    ["XPurposeVendor mine makes \"one two\"\nXPurposeVendor mine -makes twoo", "'twoo'", "no makes row of mine: did you mean two?"],
    ['XPurposeVendor mine class counters', "'counters'", 'analytics, tagmanager, replay, rum, pixel, marketing, abtest, site'],
    ['XPurposeVendor mine class rum replay', "'replay'", 'one class'],
    ['XPurposeVendor nonesuch -url example.com', "'nonesuch'", 'no vendor'],
    ['XPurposeVendor matomo -url /piwick.js', "'/piwick.js'", "no url row of matomo: did you mean /piwik.js?"],
    ["XPurposeVendor mine url a.example.com b.example.com\nXPurposeVendor mine -url nothing-like-it.net", "'nothing-like-it.net'", 'there is a.example.com or b.example.com'],
    ['XPurposeVendor matomo -url /piwik.js /matomo.sj', "'/matomo.sj'", "did you mean /matomo.js?"],
    ['XPurposeVendor matomo -url /PIWIK.JS', "'/PIWIK.JS'", 'did you mean /piwik.js?'],
    ['XPurposeVendor matomo -global _paqq', "'_paqq'", "no global row of matomo: did you mean _paq?"],
    ['XPurposeVendor chartbeat -block chartbeat', "'chartbeat'", 'no block row of chartbeat: there is none'],
    ['XPurposeVendor site-analytics -stub', "'site-analytics'", 'no stub'],
    ['XPurposeVendor "my own" url example.com', "'my own'", 'a-z, 0-9'],
    ['XPurposeVendor ' . 'x' x 32 . ' url example.com', "'xxxx", 'at most 31'],
    ['XPurposeVendor all url example.com', "'all'"],
    ['XPurposeVendor Gate url example.com', "'Gate'", 'not all, none, gate or keep'],
    ['XPurposeVendor -x url example.com', "'-x'"],
    ['XPurposeVendor mine url e', "'e'"],
    ['XPurposeVendor mine inline ab', "'ab'"],
    ['XPurposeVendor mine block "only one"', "'only one'", 'begin and end'],
    ['XPurposeVendor mine block "one one" "two two" "three"', "'three'", 'begin and end'],
    ['XPurposeVendor mine stub "a=1;" "b=1;"', "'b=1;'", 'second stub'],
    ['XPurposeVendor mine stub "</script>"', "'</script>'"],
    [vhost('XPurposeVendor mine url example.com'), 'XPurposeVendor', 'VirtualHost'],
    [location('XPurposeVendor mine url example.com'), 'XPurposeVendor', 'Location'],
    [directory('XPurposeSignal None'), 'XPurposeSignal', 'Directory'],
    [condition('XPurposeSignal None'), 'XPurposeSignal', 'not allowed'],
    ['XPurposeStubs DryRun', "'DryRun'", 'Off, On'],
    ['XPurposeGate DryRun', "'DryRun'", 'Off, On, All'],
    ['XPurposeGate', 'takes one argument'],
    ['XPurposeInsert', "''", 'head-start, head-end or body-end', 'None'],
    ['XPurposeInsert head-end', "'head-end'", 'a text or file:path'],
    ['XPurposeInsert nowhere "<script></script>"', "'nowhere'", 'head-start, head-end, body-end, None'],
    ['XPurposeInsert None head-end', "'head-end'", 'None alone'],
    ['XPurposeInsert head-end <script src=a></script>', "'src=a></script>'", 'quotes'],
    ['XPurposeInsert head-end "<script>"', '<script>', '</script>'],
    ['XPurposeVary Some', "'Some'", 'Off, On'],
    map { ["XPurposeElementLimit $_", "'$_'", '4096 to 16777216'] } qw(4095 16777217 0 -1 1e6 64K 0x10000 99999999999999999999 many),
);
for my $case (@bad) {
    my ($conf, @said) = @$case;
    my $name = $conf =~ s/\s*\n\s*/ /gr;
    my $complaint = Test::Httpd->configtest($conf);
    isnt $complaint, '', "refused: $name";
    my ($directive) = $conf =~ /(XPurpose\w*)/g;
    is_deeply [grep { index($complaint, $_) < 0 } "\n$directive", @said], [], '  … and says why' or diag $complaint;
}

# The limit is the vendors, not the patterns.
is +Test::Httpd->configtest(join "\n", map { "XPurposeVendor mine url host-$_.example.com" } 1 .. 1000), '', '1000 patterns';
like +Test::Httpd->configtest(join "\n", map { "XPurposeVendor mine-$_ url host-$_.example.com" } 1 .. 600), qr/'mine-\d+' is one vendor too many: 512/,
    '600 vendors';

# ---- Names that are out of use ----

{
    my $old = "\nXPurposeHoldLimit 4096\n<Location /nowhere>\nXPurposeHoldLimit 65536\n</Location>";
    my $warning = qr/httpd\.conf:(\d+): XPurposeHoldLimit is called XPurposeElementLimit now/;
    like +Test::Httpd->configtest("$old\nXPurposeHoldLimit 1"), qr/XPurposeHoldLimit: '1' is not a number/, 'the old name refuses as the new one does';

    my $httpd = Test::Httpd->new(conf => "XPurpose On$old");
    my ($status, $output) = $httpd->run('-t');
    is $status, 0, 'the old name still works';
    is scalar(() = $output =~ /$warning/g), 1, '... configtest warns once, and says the new one';
    $httpd->start;
    $httpd->doc('page.html', '<!DOCTYPE html><title>t</title><script src="https://plausible.io/js/script.js?' . 'x' x 4096 . '"></script>');
    is $httpd->notes($httpd->get('/page.html', 'X-Purpose' => 'preview'))->{verdict}, 'passed:hold-limit', '... it is in force';
    my @lines = $httpd->error_log =~ /$warning/g;
    is scalar @lines, 1, '... the error log warns once';
    open my $conf, '<', $httpd->dir . '/httpd.conf' or die;
    is + (<$conf>)[$lines[0] - 1], "XPurposeHoldLimit 4096\n", '... and names the first line';
    $httpd->expect_log(qr/XPurposeHoldLimit/);
    $httpd->graceful("XPurpose On\nXPurposeElementLimit 4096\n");
    is scalar(() = $httpd->error_log =~ /$warning/g), 1, '... and says nothing of a configuration that has the new one';
    $httpd->stop;
}

# ---- No trace ----

{
    my $httpd = Test::Httpd->new(conf => "XPurpose On\n$global");
    my $list = sub { return sort { $a cmp $b } grep { !/httpd\.conf$/ } glob($httpd->dir . '/{,.}*'), `ipcs -m 2>/dev/null` };
    my ($status, $output);
    my ($before, $after) = Test::Httpd::before_and_after($list, sub { ($status, $output) = $httpd->run('-t') });
    is $status, 0, 'configtest of a good configuration';
    like $output, qr/^Syntax OK$/m, 'says no more than that';
    is_deeply $after, $before, 'and leaves nothing behind';
    $httpd->shut_down;
}

# ---- .htaccess ----

my $htaccess = Test::Httpd->new(modules => ['authz_core'], conf => <<'CONF')->start;
XPurposeVendor mine url mine.example.com
<Directory %DOCS%>
    AllowOverride FileInfo
</Directory>
<Directory %DOCS%/denied>
    AllowOverride AuthConfig
</Directory>
<Directory %DOCS%/listed>
    AllowOverride None
    AllowOverrideList XPurpose
</Directory>
CONF
my $page = '<!DOCTYPE html><title>t</title><script src="https://mine.example.com/x.js"></script>';
my %case = (
    good => [200, "XPurpose On\nXPurposeAction preview Strip\nXPurposeAction prerender Hold\nXPurposeVendors mine\nXPurposeStubs Off\nXPurposeGate All\nXPurposeVary Off"],
    listed => [200, 'XPurpose On'],
    denied => [500, 'XPurpose On'],
    limit => [500, 'XPurposeElementLimit 65536'],
    signal => [500, 'XPurposeSignal None'],
    vendor => [500, 'XPurposeVendor x url x.example.com'],
    bad => [500, 'XPurpose Maybe'],
    held => [500, 'XPurposeAction preview Hold'],
    inserted => [200, "XPurpose On\nXPurposeInsert head-end '<script>a()</script>'\nXPurposeInsert body-end '<p>a</p>'\nXPurposeVendors mine"],
    open => [500, "XPurposeInsert body-end '<p>a'"],
    file => [500, 'XPurposeInsert head-end file:httpd.conf'],
);
for my $folder (sort keys %case) {
    $htaccess->doc("$folder/index.html", $page);
    $htaccess->doc("$folder/.htaccess", $case{$folder}[1]);
    my $r = $htaccess->get("/$folder/index.html", 'X-Purpose' => 'preview');
    is $r->{status}, $case{$folder}[0], ".htaccess, $folder: $case{$folder}[0]";
    like $r->{content}, qr/xpurpose: mine/, ".htaccess, $folder: in force" if $case{$folder}[0] == 200;
}
my $log = $htaccess->error_log;
like $log, qr/bad\/\.htaccess: XPurpose: 'Maybe' is none of/, 'the error log says what is wrong';
like $log, qr/denied\/\.htaccess: XPurpose not allowed here/, 'or not allowed';
like $log, qr/held\/\.htaccess: XPurposeAction: 'Hold' is for prefetch and prerender/, 'of a class as well';
like $log, qr/open\/\.htaccess: XPurposeInsert: <p> is not closed/, 'of a text';
like $log, qr/file\/\.htaccess: XPurposeInsert: 'file:httpd\.conf' is not for \.htaccess/, 'of a file';
$htaccess->expect_log(qr/\.htaccess: XPurpose/);
$htaccess->stop;
done_testing;
