# Lines that make no sense are refused by configtest with what would be right, one of each kind of slip at least; lines beside them that do
# make sense are taken, vendors' own patterns among them.
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
    ['XPurposeVendors None matomo', 'give None alone'],
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
    ['XPurposeVendor mine url "****"', 'give that, "*.example.com"'],
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
# The same again, as somebody tired types it: what is singular in the plural, words in the wrong order, commas, quotes forgotten, signs alone.
push @nonsense, (
    ['XPurpose on,off', 'Off, On, DryRun'],
    ['XPurpose prevew', 'Off, On, DryRun'],
    [within('Directory /x', 'XPurpose @pixel'), 'Off, On, DryRun'],
    ['XPurposeAction perview Strip', 'did you mean preview?'],
    ['XPurposeAction @preview Strip', 'did you mean preview?'],
    ['XPurposeAction preview,prefetch Strip', 'did you mean preview?'],
    ['XPurposeAction pre_render Hold', 'did you mean prerender?'],
    ['XPurposeAction prerender Holds', 'did you mean Hold?'],
    ['XPurposeAction preview Off', 'Pass, Strip, Hold'],
    ['XPurposeAction preview=Strip', 'takes two arguments, class (preview'],
    ['XPurposeSignal X-Thumb preview', 'comes first: XPurposeSignal preview X-Thumb *'],
    ['XPurposeSignal X-Thumb 1 Preview', 'comes first: XPurposeSignal Preview X-Thumb 1'],
    ['XPurposeSignal X-Thumb preview 1', 'comes first: XPurposeSignal preview X-Thumb 1'],
    ['XPurposeSignal off', 'give None'],
    ['XPurposeSignal agents User-Agent Bot', 'did you mean agent?'],
    ['XPurposeSignal preview expr "true"', 'in one word, "expr=true"'],
    ['XPurposeSignal preview expr="%{HTTP:X} == \'a\'"', 'put quotes round expr='],
    ['XPurposeVendors matomo, hotjar', 'no commas'],
    ['XPurposeVendors +matomo,-hotjar', 'no commas'],
    ['XPurposeVendors "matomo hotjar"', 'no commas or quotes'],
    ['XPurposeVendors + matomo', 'without a space'],
    ['XPurposeVendors -matomo -', 'without a space'],
    ['XPurposeVendors +None', 'give None alone'],
    ['XPurposeVendors Off', 'None for no vendor'],
    ['XPurposeVendors default -matomo', 'names with + and -'],
    ['XPurposeVendors @google-analytics', 'write google-analytics, without the @'],
    ['XPurposeVendors @all', 'write all, without the @'],
    ['XPurposeVendors pixel@', 'did you mean @pixel?'],
    ['XPurposeVendors -tagmanagers', 'did you mean @tagmanager?'],
    ['XPurposeVendors Rums', 'did you mean @rum?'],
    ['XPurposeVendors @ pixel', 'the classes are @analytics'],
    ['XPurposeVendors google_analytics', 'did you mean google-analytics?'],
    ['XPurposeVendors ga4', 'did you mean google-analytics?'],
    ['XPurposeVendors www.google-analytics.com', 'did you mean google-analytics?'],
    ['XPurposeVendors connect.facebook.net', 'did you mean meta-pixel?'],
    ['XPurposeVendors linked-in', 'did you mean linkedin-insight?'],
    ['XPurposeVendor mine a.example.com', 'XPurposeVendor mine url a.example.com'],
    ['XPurposeVendor mine /js/count.js', 'XPurposeVendor mine url /js/count.js'],
    ['XPurposeVendor url mine a.example.com', 'name comes first: XPurposeVendor mine url'],
    ['XPurposeVendor url a.example.com', 'name comes first'],
    ['XPurposeVendor matomo Off', 'XPurposeVendors -matomo'],
    ['XPurposeVendor mine +url a.example.com', 'did you mean url?'],
    ['XPurposeVendor My_Counter url a.example.com', 'give a-z, 0-9 and'],
    ['XPurposeVendor matomo - url /piwik.js', "'-' is none of url, inline"],
    ['XPurposeVendor matomo -urls /piwik.js', 'did you mean url?'],
    ['XPurposeVendor matomo -url piwik.js', 'did you mean /piwik.js?'],
    ['XPurposeVendor mine class @rum', 'did you mean rum?'],
    ['XPurposeVendor mine url:known,scrpt /x/y.js', 'did you mean script?'],
    ['XPurposeVendor mine url *', 'give that, "*.example.com"'],
    ['XPurposeVendor mine url "**"', 'give that, "*.example.com"'],
    ['XPurposeVendor mine url .js', 'a host is "stats.example.com"'],
    ['XPurposeVendor mine url https://', 'without a scheme'],
    ['XPurposeVendor mine url "/count.js$"', 'anything, and nothing else is special'],
    ['XPurposeVendor mine url "/(a|b)/count.js"', 'anything, and nothing else is special'],
    ['XPurposeVendor mine url "/stats/.*"', 'anything, and nothing else is special'],
    ['XPurposeVendor mine url "^stats\."', 'nothing else is special'],
    ['XPurposeVendor mine url "a.example.com /count.js"', 'give each pattern by itself'],
    ['XPurposeVendor mine url static.*', 'give the vendor\'s label'],
    ['XPurposeVendor mine url "*.stats.*"', 'give the first alone'],
    ['XPurposeVendor mine url cdn.jsdelivr.net', 'or a path as well'],
    ['XPurposeVendor mine url ajax.googleapis.com', 'or a path as well'],
    ['XPurposeVendor mine global document', 'give a name that the vendor\'s code makes'],
    ['XPurposeVendor mine global "*"', 'letters, digits, \'_\' and \'$\''],
    ['XPurposeVendor mine global HTMLImageElement', 'give a name that the vendor\'s code makes'],
    ['XPurposeVendor mine global onpagehide', 'give a name that the vendor\'s code makes'],
    ['XPurposeVendor mine inline return', '"count.init("'],
    ['XPurposeVendor mine inline "()"', 'takes five characters'],
    ['XPurposeVendor mine inline "localStorage.getItem("', '"count.init("'],
    ['XPurposeVendor mine inline "s.async=1"', '"count.init("'],
    ['XPurposeVendor mine block "<!-- mine -->" "<!-- /mine -->"', 'without <!-- and -->'],
    ['XPurposeVendor mine block "mine begins" "mine begins"', 'tells the second comment from the first'],
    ['XPurposeVendor mine stub "<script>window.a=1</script>"', 'give the JavaScript alone'],
    ['XPurposeVendor mine stub "<img src=x>"', 'give the JavaScript alone'],
    ['XPurposeVendor mine stub "a=1;<b>a</b>"', 'at its character 5', 'give the JavaScript alone'],
    ['XPurposeVendor mine stub "<!-- a=1;"', 'give the JavaScript alone'],
    ['XPurposeVendor mine stub file:stub.js', 'JavaScript itself'],
    ['XPurposeVendor mine stub stub.js', 'JavaScript that makes what others call'],
    ['XPurposeVendor mine stub "// a comment"', 'JavaScript that makes what others call'],
    ['XPurposeVendor mine stub window.a = 1;', 'give one, in quotes'],
    ['XPurposeVendor mine stub "window.a="b";"', 'with a backslash before those in it'],
    ['XPurposeVendor mine stub "a=`${b`"', 'write the second `'],
    ['XPurposeVendor mine stub "window.a={b:function(){}};}"', 'at its character 27', 'leave it out'],
    ["XPurposeVendor mine stub \"a=\xe2\x80\x9cb\xe2\x80\x9d\"", 'write quotes as'],
    ['XPurposeVendor mine stub "a==="', 'a value is still to come'],
    ['XPurposeVary Offf', 'did you mean Off?'],
    ['XPurposeGate On All', 'takes one argument, On (default)'],
    ['XPurposeElementLimit 262,144', 'from 4096 to 16777216'],
    ['XPurposeInsert head_end "<script></script>"', 'did you mean head-end?'],
    ['XPurposeInsert head-end None', 'None alone'],
);
cmp_ok scalar @nonsense, '>=', 160, 'lines of nonsense: ' . @nonsense;
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
XPurpose on
XPURPOSEGATE all
XPurposeAction PREVIEW strip
XPurposeSignal preview X-Purpose Preview
XPurposeSignal none
XPurposeVendors Matomo HOTJAR
XPurposeVendors +@ABtest
XPurposeVendors All
XPurposeVendors +All -matomo
XPurposeVendors none
XPurposeVendor MINE url A.Example.Com
XPurposeVendor mine url 127.0.0.1/count.js xn--bcher-kva.example/c.js
XPurposeVendor mine url a.example.com/count.js?id=1 "a.example.com/*"
XPurposeVendor mine url storage.googleapis.com/mine/count.js cdn.jsdelivr.net/npm/mine@2/
XPurposeVendor mine url "/count.*" "/~mine/count.js" "/count;v=1.js"
XPurposeVendor mine url stats.* metrics.* counter.*
XPurposeVendor mine URL:script "/mine/c.js"
XPurposeVendor mine inline "analytics.load(" "mine('create'" "s.tl("
XPurposeVendor mine global "$mine once onCount Windows"
XPurposeVendor mine class Pixel
XPurposeVendor mine block "start of mine" "end of mine"
XPurposeVendor mine stub "if(!window.a)/[)]/.test(b)&&c();"
XPurposeVendor mine stub "function a(){}/[}]/.test(b)"
XPurposeVendor mine stub "a={b:1}/2;c=d[0]/2;e=(f)/2"
XPurposeVendor mine stub "a=b?.5:1;c=d?.e?.[0]?.(1)"
XPurposeVendor mine stub "a=`x${`y${{b:1}.b}`}`"
XPurposeVendor mine stub "class A{#x=1;static#y=2;static{A.#y=3}get x(){return this.#x}}"
XPurposeVendor mine stub "a=1_000_000n+0b1+0o7+.5e-3;b??=c;d||=e;f**=2"
XPurposeVendor mine stub "async function*a(){for await(const b of c)/[)]/.test(yield b)}"
XPurposeVendor mine stub "a=/(?<y>[\\]/)]+)/dv;try{b()}catch{}finally{}"
XPurposeVendor mine stub "switch(a){case 1:{b()}/[)]/.test(c);default:}"
XPurposeVendor mine stub "window.z\\u00e4hle=()=>{};"
XPurposeVendor mine stub "a='<\\/script>';b='\\x3c!--'"
XPurposeVendor mine stub:count "a=()=>({b:1});"
XPurposeVendor matomo stub "var _paq={push(){}};"
XPurposeVendor matomo -stub
CONF
push @sense, "XPurposeVendor mine stub \"window.z\xc3\xa4hle=function(){};\"";
cmp_ok scalar @sense, '>=', 80, 'lines of sense: ' . @sense;
is +Test::Httpd->configtest($_), '', 'taken: ' . s/\s*\n\s*/ /gr for @sense;

# ---- A server that runs ----

# A reload of what is refused leaves it as it is, and says the same.
my $running = Test::Httpd->new(conf => "XPurpose On\nXPurposeVendor mine url d111.cloudfront.net")->start;
$running->doc('page.html', '<!DOCTYPE html><title>t</title><script src="https://d111.cloudfront.net/c.js"></script>');
$running->{conf} .= "\nXPurposeVendor mine url cloudfront.net\n";
my $port = $running->{port}; # a configuration that is tried has others
my ($status, $said) = $running->run('-k', 'graceful');
$running->{port} = $port;
isnt $status, 0, 'httpd -k graceful refuses';
like $said, qr/cloudfront\.net' is where everybody's files are: give the host of yours below it/, '... and says what is right';
unlike $running->get('/page.html', 'X-Purpose' => 'preview')->{content}, qr/<script/, '... and the server goes on';
unlike $running->error_log, qr/resuming normal operations.*resuming/s, '... with the configuration that it has';
$running->stop;

# Of the catalogue every row is one that a site may write.
my @catalogue = grep { /^XPurposeVendor \S+ (?!class)/ } split /\n/, `'$Test::Httpd::OUT/xpurpose-explain' --list=conf`;
cmp_ok scalar @catalogue, '>', 3000, 'the catalogue\'s rows: ' . @catalogue;
is +Test::Httpd->configtest(join "\n", @catalogue), '', '... are taken as they are';
is +Test::Httpd->configtest(join "\n", map { s/^XPurposeVendor \S+/XPurposeVendor mine/r } @catalogue), '', '... and as those of a vendor of the site\'s own';
done_testing;
