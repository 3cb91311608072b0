# Lines that make no sense, one of each kind of slip, are refused by configtest with what would be right; lines beside them that do make
# sense are taken, vendors' own patterns among them.
use strict;
use warnings;
use Test::Httpd;
use Test::More;

sub within { my ($section, $line) = @_; my ($name) = $section =~ /^(\w+)/; return "<$section>\n$line\n</$name>" }

# What is refused, and what must be said.
my @nonsense = (
    # words
    ['XPurpose Yes', 'Off, On, DryRun'],
    ['XPurpose dry_run', 'did you mean DryRun?'],
    ['XPurpose Strip', 'XPurposeAction preview Strip'],
    [within('Directory /x', 'XPurpose Onn'), 'did you mean On?'],
    [within('If "true"', 'XPurpose preview'), 'Off, On, DryRun'],
    ['XPurposeStubs Offf', 'did you mean Off?'],
    ['XPurposeStubs All', 'Off, On'],
    ['XPurposeGate Alll', 'did you mean All?'],
    [within('Location /x', 'XPurposeGate None'), 'Off, On, All'],
    ['XPurposeVary None', 'Off, On'],
    ['XPurposeElementLimit 64K', 'from 4096 to 16777216'],
    ['XPurposeElementLimit 100', 'from 4096 to 16777216'],
    [within('VirtualHost *:1', 'XPurposeElementLimit unlimited'), 'from 4096 to 16777216'],
    # classes of requests
    ['XPurposeAction Hold prerender', 'comes first: XPurposeAction prerender Hold'],
    ['XPurposeAction prerendr Hold', 'did you mean prerender?'],
    ['XPurposeAction pre-fetch Hold', 'did you mean prefetch?'],
    ['XPurposeAction preview Hold', 'give preview Strip or Pass'],
    ['XPurposeAction preview Stripe', 'did you mean Strip?'],
    [within('Location /x', 'XPurposeAction view Pass'), 'prefetch, prerender, preview, agent'],
    ['XPurposeSignal previews X-Thumb 1', 'did you mean preview?'],
    ['XPurposeSignal preview X-Thumb', 'a header and one value'],
    ['XPurposeSignal preview X-Thumb: 1', 'name of a header'],
    ['XPurposeSignal preview X-Thumb a b', 'a header and one value'],
    ['XPurposeSignal preview Sec-Purpose prefetch,prerender', 'token;parameter'],
    ['XPurposeSignal preview "expr=%{HTTP:X-Thumb} ="', 'no expression'],
    [within('VirtualHost *:1', 'XPurposeSignal Noone'), 'view, prefetch, prerender, preview, agent'],
    # vendors and their classes
    ['XPurposeVendors adobe', 'adobe-analytics'],
    ['XPurposeVendors +googel-analytics', 'did you mean google-analytics?'],
    ['XPurposeVendors -GTM', 'did you mean google-tag-manager?'],
    ['XPurposeVendors hot-jar', 'did you mean hotjar?'],
    ['XPurposeVendors facebook', 'did you mean meta-pixel?'],
    ['XPurposeVendors omniture', 'did you mean adobe-analytics?'],
    ['XPurposeVendors -pixel', 'write @pixel'],
    ['XPurposeVendors @ab-test', 'did you mean @abtest?'],
    [within('Directory /x', 'XPurposeVendors +@tagmanagers'), 'did you mean @tagmanager?'],
    [within('VirtualHost *:1', 'XPurposeVendors matomo -hotjar'), 'all of them a sign, or none'],
    ['XPurposeVendors None matomo', 'give a name'],
    ["XPurposeVendors our-counter\nXPurposeVendor our-counter url a.example.com", 'define it first'],
    # kinds of patterns and what is said of them
    ['XPurposeVendor mine uri a.example.com', 'did you mean url?'],
    ['XPurposeVendor mine globals mine', 'did you mean global?'],
    ['XPurposeVendor mine inlines "mine("', 'did you mean inline?'],
    ['XPurposeVendor mine blok "mine begins" "mine ends"', 'did you mean block?'],
    ['XPurposeVendor mine url:scripts a.example.com', 'did you mean script?'],
    ['XPurposeVendor mine element:knwn "script[data-mine]"', 'did you mean known?'],
    ['XPurposeVendor mine class tracking', 'analytics, tagmanager, replay, rum, pixel, marketing, abtest, site'],
    ['XPurposeVendor mine class analytic', 'did you mean analytics?'],
    ['XPurposeVendor matommo -url /piwik.js', 'did you mean matomo?'],
    ['XPurposeVendor matomo -url /piwik.jss', 'did you mean /piwik.js?'],
    [within('VirtualHost *:1', 'XPurposeVendor mine url a.example.com'), 'cannot occur within <VirtualHost>'],
    [within('Directory /x', 'XPurposeSignal None'), 'not allowed in <Directory> context'],
    # addresses
    ['XPurposeVendor mine url /', 'three characters after its slash'],
    ['XPurposeVendor mine url com', 'without a dot'],
    ['XPurposeVendor mine url co.uk', '"stats.example.com"'],
    ['XPurposeVendor mine url *.com', '"stats.example.com"'],
    ['XPurposeVendor mine url cloudfront.net', 'the host of yours below it'],
    ['XPurposeVendor mine url "*a*.js"', 'written with a slash, "/count.js"'],
    ['XPurposeVendor mine url counter.js', 'written with a slash, "/count.js"'],
    ['XPurposeVendor mine url "*a*.net"', '"*.stats.example.com"'],
    ['XPurposeVendor mine url https://a.example.com/x.js', 'without a scheme'],
    ['XPurposeVendor mine url a.example.com:8080', '"host/path" or "/path"'],
    ['XPurposeVendor mine url /static/js/', 'give the file as well'],
    ['XPurposeVendor mine url /jquery.min.js', 'that of the vendor'],
    ['XPurposeVendor mine url "/*main*.js"', '"/*beacon*.js"'],
    ['XPurposeVendor mine url "****"', 'last label of its host'],
    ['XPurposeVendor mine url "?version=*"', 'what the vendor\'s value begins with'],
    # names and texts
    ['XPurposeVendor mine global window', 'give a name that the vendor\'s code makes'],
    ['XPurposeVendor mine global $', 'a library makes'],
    ['XPurposeVendor mine global "mine document"', '\'document\' is the browser\'s'],
    ['XPurposeVendor mine global win*', 'give more of the vendor\'s'],
    ['XPurposeVendor mine makes function', 'word of JavaScript'],
    ['XPurposeVendor mine inline function', '"count.init("'],
    ['XPurposeVendor mine inline "var a = "', '"count.init("'],
    ['XPurposeVendor mine inline a', 'five characters'],
    ['XPurposeVendor mine inline "https://"', '"count.init("'],
    ['XPurposeVendor mine spare js', '"admin locale"'],
    ['XPurposeVendor mine block header "mine ends"', '"counter begins"'],
    ['XPurposeVendor mine block "mine begins"', 'give begin and end'],
    ['XPurposeVendor mine element script', 'no condition that tells enough'],
    ['XPurposeVendor mine element "script[async][src]"', 'no condition that tells enough'],
    ['XPurposeVendor mine element "div[data-mine]"', 'script, img, iframe or link'],
    # stubs
    ['XPurposeVendor mine stub "window.mine={go:function(){}"', 'at its character 13', 'not closed: close it'],
    ['XPurposeVendor mine stub "mine())"', 'at its character 7', 'nothing has opened'],
    ['XPurposeVendor mine stub "a=\'it;"', 'at its character 3', 'write the second quote'],
    ['XPurposeVendor mine stub "a=1; /* mine"', 'at its character 6', 'write */'],
    ['XPurposeVendor mine stub "a=`b"', 'at its character 3', 'write the second `'],
    ['XPurposeVendor mine stub "a=/b"', 'at its character 3', 'write the second slash'],
    ['XPurposeVendor mine stub "a(\'</script>\')"', 'at its character 4', 'a backslash behind'],
    # the site's own snippet
    ['XPurposeInsert head "<script></script>"', 'did you mean head-start or head-end?'],
    ['XPurposeInsert bodyend "<p>a</p>"', 'did you mean body-end?'],
    ['XPurposeInsert head-end conf/analytics.html', 'file:path'],
    ['XPurposeInsert head-end file:nonesuch.html', 'cannot be read'],
    [within('Location /x', 'XPurposeInsert head-end "<script>a()"'), 'write </script>'],
    ['XPurposeInsert head-end "<div>a</div>"', 'body-end'],
);
cmp_ok scalar @nonsense, '>=', 80, 'lines of nonsense: ' . @nonsense;
for my $case (@nonsense) {
    my ($conf, @hints) = @$case;
    my $complaint = Test::Httpd->configtest($conf);
    my $name = $conf =~ s/\s*\n\s*/ /gr;
    is_deeply [grep { index($complaint, $_) < 0 } 'XPurpose', @hints], [], "refused, with what is right: $name" or diag $complaint;
}

# ---- Their neighbours ----

my @sense = (split(/\n/, <<'CONF'), map { within($_, "XPurpose DryRun\nXPurposeGate All\nXPurposeVendors -\@abtest +hotjar") } 'Directory /x', 'Location /x', 'If "true"', 'VirtualHost *:1');
XPurpose DryRun
XPurposeStubs Off
XPurposeGate All
XPurposeVary Off
XPurposeElementLimit 65536
XPurposeAction prerender Hold
XPurposeAction prefetch Hold
XPurposeAction agent Strip
XPurposeSignal preview X-Thumb 1
XPurposeSignal preview Sec-Purpose prefetch;prerender
XPurposeSignal view "expr=%{HTTP:X-Thumb} == 'a'"
XPurposeVendors +adobe-analytics
XPurposeVendors google-analytics google-tag-manager hotjar
XPurposeVendors -@pixel -@abtest +meta-pixel
XPurposeVendor mine url a.example.com
XPurposeVendor mine url example.co.uk *.stats.example.com t.co
XPurposeVendor mine url d111.cloudfront.net
XPurposeVendor mine url cloudfront.net/mine/count.js
XPurposeVendor mine url /counter.js /js/script.js /main.js
XPurposeVendor mine url "/*counter*.js" "smetrics.*"
XPurposeVendor mine url "?id=G-<caps:6+>"
XPurposeVendor mine url stats-*.example.com/c/
XPurposeVendor mine url:script,known /static/js/count.js
XPurposeVendor mine global "s mine _mine* WT"
XPurposeVendor mine makes "mine countNow"
XPurposeVendor mine inline "mine.init(" "s.t()" "ga('send'" "_paq.push"
XPurposeVendor mine inline:loads "'mine.start'"
XPurposeVendor mine spare "admin locale"
XPurposeVendor mine block "mine begins" "mine ends"
XPurposeVendor mine block "header of the counter" "footer of the counter"
XPurposeVendor mine element "script[data-mine]"
XPurposeVendor mine element "script[async][data-src=*/count.js]"
XPurposeVendor mine element "img#mine-pixel"
XPurposeVendor mine stub "window.mine={go:function(){}};"
XPurposeVendor mine stub "a='it\\'s)';b=/[)/]/.test(c)/2;d=`x${e}`;/* ( */"
XPurposeVendor mine class abtest
XPurposeVendor matomo -url /piwik.js
XPurposeInsert head-end "<script>a()</script>"
XPurposeInsert body-end "<div>a</div>"
CONF
is +Test::Httpd->configtest($_), '', 'taken: ' . s/\s*\n\s*/ /gr for @sense;

# Of the catalogue every row is one that a site may write.
my @catalogue = grep { /^XPurposeVendor \S+ (?!class)/ } split /\n/, `'$Test::Httpd::OUT/xpurpose-explain' --list=conf`;
cmp_ok scalar @catalogue, '>', 3000, 'the catalogue\'s rows: ' . @catalogue;
is +Test::Httpd->configtest(join "\n", @catalogue), '', '... are taken as they are';
is +Test::Httpd->configtest(join "\n", map { s/^XPurposeVendor \S+/XPurposeVendor mine/r } @catalogue), '', '... and as those of a vendor of the site\'s own';
done_testing;
