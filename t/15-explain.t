# xpurpose-explain: what it reports, what it writes, and how it says no.
use strict;
use warnings;
use Encode qw(decode FB_CROAK);
use File::Temp 'tempdir';
use JSON::PP;
use Test::File;
use Test::More;
use Test::Httpd;

my $EXPLAIN = "$Test::Httpd::OUT/xpurpose-explain";
my $dir = tempdir(CLEANUP => 1);
chdir $dir or die "$!\n";

# Runs it: (exit status, standard output, standard error). $input, if there is any, comes through a pipe.
sub explained {
    my ($args, $input) = @_;
    spurt('input', $input) if defined $input;
    my $from = defined $input ? 'cat input |' : '';
    my $out = `$from '$EXPLAIN' $args 2>errors`;
    my $status = $? >> 8;
    open my $in, '<', 'errors' or die "$!\n";
    local $/;
    return ($status, $out, scalar <$in>);
}

my $GA = '<script src="https://www.google-analytics.com/ga.js"></script>';
my $INLINE = "<script>\nvar _gaq = _gaq || [];\n_gaq.push(['_setAccount', 'UA-1-1']);\n_gaq.push(['_trackPageview']);\n"
    . "(function () { var ga = document.createElement('script'); ga.src = 'https://ssl.google-analytics.com/ga.js';\n"
    . "document.getElementsByTagName('head')[0].appendChild(ga); })();\n</script>";
my $OWN = "<script>document.title = 'ours';</script>";
my $PAGE = "<!DOCTYPE html><meta charset=windows-1252>\n<title>A page</title>\r\n  <p>\xe9 $GA</p>\n$OWN\n$INLINE\n<p>end\n";

spurt('page.html', $PAGE);
spurt('clean.html', "<p>nothing\n");

my $json_page = '{"html":"' . $GA . '"}';

# ---- The report ----

my ($status, $report, $errors) = explained('page.html');
is $status, 0, 'done';
is $errors, '', 'nothing to complain of';
my @lines = split /\n/, $report;
is scalar @lines, 3, 'a line for each edit and one for the page' or diag $report;
my $bytes = length $GA;
like $lines[0], qr/^page\.html:3:8: google-analytics, script src, $bytes bytes, pattern \S/, 'line, column in bytes, vendor, form, bytes, pattern';
$bytes = length $INLINE;
like $lines[1], qr/^page\.html:5:1: google-analytics, inline script, $bytes bytes, pattern \S/, 'an element over several lines is where it begins';
my $removed = length($GA) + length($INLINE);
is $lines[2], "page.html: 2 removed ($removed of ${\length $PAGE} bytes); vendors: google-analytics", 'the summary';

my (undef, $both) = explained('clean.html page.html');
like $both, qr/^clean\.html: 0 removed \(0 of 11 bytes\)\n\Q$report\E\z/, 'several pages, one after the other';

# ---- The stripped page ----

my ($none, $stripped) = explained('--strip page.html');
(my $want = $PAGE) =~ s/\Q$GA\E/<!--xpurpose: google-analytics-->/;
$want =~ s/\Q$INLINE\E/<!--xpurpose: google-analytics-->/;
(my $without_stubs = $stripped) =~ s/<script data-xpurpose="[a-z0-9-]+">.*?<\/script>//g;
is $without_stubs, $want, '--strip writes the page less the two elements';
my (undef, $unstubbed) = explained('--strip --no-stubs page.html');
is $unstubbed, $want, '--no-stubs puts nothing in but the comments';
my (undef, $clean) = explained('--strip clean.html');
is $clean, "<p>nothing\n", 'a page without analytics is the same';

for my $n (1, 2, 7, 64) {
    my (undef, $cut) = explained("--chunk $n page.html");
    is $cut, $report, "--chunk $n: the same report";
    (undef, $cut) = explained("--chunk $n --strip page.html");
    is $cut, $stripped, "--chunk $n: the same page";
}

my (undef, $piped) = explained('--strip -', $PAGE);
is $piped, $stripped, '- is standard input';

# ---- Scripts that stay ----

my $MENU = q{var menu = document.links; new Image().src = 'https://www.google-analytics.com/collect'; open(menu, 'https://static.chartbeat.com/js/a.js');};
my $FIRST = "<!DOCTYPE html>\n<meta charset=utf-8>\n";
my $MIXED = "$FIRST  <script nonce=abc>$MENU</script>\n<script>$MENU</script>\n<script src='https://static.hotjar.com/c/hotjar-1.js' onload='go()'></script>\n";
spurt('mixed.html', $MIXED);
spurt('declared.html', "$FIRST<p>nothing\n");

my $mixed = (explained('mixed.html'))[1];
my @told = split /\n/, $mixed;
like $told[0], qr/^mixed\.html:3:3: google-analytics, gate, \d{3,} bytes put in$/, 'the gate, before the first of them';
like $told[1], qr/^mixed\.html:3:10: google-analytics, gated, items "(?:\S+ )*\S*google-analytics\.com(?:\/\S*)?(?: \S+)*"$/, 'what that is kept from loading';
like $told[1], qr/[ "]static\.chartbeat\.com[ "\/]/, '... of every vendor';
like $told[2], qr/^mixed\.html:4:8: google-analytics, gated, items "/, 'the second, behind its gate';
like $told[-3], qr/^mixed\.html:5:1: hotjar, stub, \d+ bytes put in$/, 'a stub by itself is no gate';
like $told[-2], qr/^mixed\.html:5:8: hotjar, set aside, \d+ bytes put in, pattern \S+$/, 'an element with a handler';
like $told[-1], qr/^mixed\.html: 0 removed \(0 of ${\length $MIXED} bytes\), 3 gated; vendors: .*google-analytics.*hotjar/, 'and the summary';

my $gated = (explained('--strip mixed.html'))[1];
is scalar(() = $gated =~ /<script data-xpurpose="gate"/g), 1, '--strip: one gate';
is scalar(() = $gated =~ /<script data-xpurpose-gate="[^"]+"(?: nonce=abc)?>\Q$MENU\E<\/script>/g), 2, '... and two that are told what it minds, with all of their text';
(my $without = $gated) =~ s/<script data-xpurpose="[^"]*"(?: nonce="abc")?>.*?<\/script>//gs;
$without =~ s/ data-xpurpose="hotjar" src="data:[^"]*"| data-xpurpose-gate="[^"]*"//g;
is $without, $MIXED, '... and nothing else';
for my $n (1, 5, 100) {
    is + (explained("--chunk $n mixed.html"))[1], $mixed, "--chunk $n: the same report";
    is + (explained("--chunk $n --strip mixed.html"))[1], $gated, "--chunk $n: the same page";
}

my $off = (explained('--gate Off mixed.html'))[1];
unlike $off, qr/gate,|gated,/, '--gate Off: they are left alone';
my $all = (explained('--gate All mixed.html'))[1];
like $all, qr/\Amixed\.html:3:3: all vendors, gate, \d{5,} bytes put in\n/, '--gate All: the whole catalogue, once';
ok + (explained('--gate All --strip declared.html'))[1] =~ /^<script data-xpurpose="gate" data-xpurpose-gate="[^"]{9999,}">/m, '... in every page';

my $blocked = (explained(q{--policy "script-src 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' 'nonce-abc'; style-src 'self'" mixed.html}))[1];
like $blocked, qr/^mixed\.html:3:10: .*, gated,/m, '--policy: a script with the nonce is gated';
like $blocked, qr/; csp: \d left$/, '... and what cannot be is told';
like + (explained('-', $MIXED =~ s/(<meta.*?>)(.*)/$2$1/sr))[1], qr/; charset: 2 left$/, 'so is what stays for a meta that comes later';

# ---- Pages that are held ----

my $FRAME = '<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-ABC" height=0 width=0></iframe>';
my $AHEAD = "$FIRST  <script async src=\"https://www.googletagmanager.com/gtag/js?id=G-1234567\"></script>\n<script nonce=abc>$MENU</script>\n"
    . "<body><script type='module' src='https://scripts.simpleanalyticscdn.com/latest.js'></script>\n<p>text $FRAME\n<noscript><img src=\"https://www.google-analytics.com/collect?v=1\"></noscript>\n";
spurt('ahead.html', $AHEAD);
my $waits = (explained('--hold ahead.html'))[1];
my @waits = split /\n/, $waits;
like $waits[0], qr/^ahead\.html:3:3: google-analytics, hold, \d{4,} bytes put in$/, '--hold: what lets a page go again, before the first that waits';
like $waits[1], qr/^ahead\.html:3:10: google-analytics, held, \d+ bytes put in, pattern googletagmanager\.com/, '... a script that waits';
like $waits[2], qr/^ahead\.html:4:8: google-analytics, gated, items "\S.*"$/, '... one that runs, and what of its loads waits';
like $waits[3], qr/^ahead\.html:5:14: simple-analytics, held, /, '... a module';
like $waits[4], qr/^ahead\.html:6:1[0-9]: google-tag-manager, held, /, '... a frame';
is $waits[5], 'ahead.html: 3 held, 1 gated; vendors: google-analytics, google-tag-manager, simple-analytics', '... and the summary';
is scalar @waits, 6, '... and of what is put in besides nothing is said' or diag $waits;
my $LOADS = "$FIRST<script>menu(); var s = document.createElement('script'); s.src = 'https://sdk.51.la/x.js'; document.body.append(s);</script>\n";
like + (explained('--hold -', $LOADS))[1], qr/^-:3:8: 51la, gated, items "sdk\.51\.la"$/m, '... nor of what such a script makes';

my $held = (explained('--hold --strip ahead.html'))[1];
like $held, qr/<script data-xpurpose="hold">.+?<\/script><script type="xpurpose\/held" async src=/, '--hold --strip: writes the held page';
like $held, qr/<script type="xpurpose\/held"(?: data-xpurpose-makes="[^"]*")? data-xpurpose-type='module' /, '... no script has two types';
(my $undone = $held) =~ s/<script data-xpurpose="hold">.*?<\/script>|<noscript data-xpurpose="hold">.*?<\/noscript>| type="xpurpose\/held"| data-xpurpose-(?:gate|makes)="[^"]*"|data-xpurpose-(?=type|src)//gs;
is $undone, $AHEAD, '... less what is put in, it is the page';
for my $n (1, 7, 100) {
    is + (explained("--hold --chunk $n ahead.html"))[1], $waits, "--hold --chunk $n: the same report";
    is + (explained("--hold --strip --chunk $n ahead.html"))[1], $held, "--hold --strip --chunk $n: the same page";
}

my $none_runs = (explained(q{--hold --policy "script-src 'none'" ahead.html}))[1];
like $none_runs, qr/\Aahead\.html:3:3: google-analytics, stays: element, csp: .*\n/, '--hold --policy: what stays is told, and why';
like $none_runs, qr/^ahead\.html:5:7: simple-analytics, stays: element, csp: /m, '... each, where it begins';
like $none_runs, qr/^ahead\.html: 0 held; csp: \d left$/m, '... and how many';
is + (explained(q{--hold --strip --policy "script-src 'none'" ahead.html}))[1], $AHEAD, '... and the page is the page';
is + (explained("--hold --policy \"script-src $_\" ahead.html"))[1], $waits, "--hold --policy: held with $_" for q{'nonce-abc'}, q{'self'}, q{'unsafe-inline' https:};
my $late = $AHEAD =~ s/(<meta.*?>\n)(.*?)(?=<body)/$2$1/sr;
like + (explained('--hold -', $late))[1], qr/\A-:2:3: google-analytics, stays: element, charset: .*^-:3:1: google-analytics, stays: /ms, '... or for a meta that comes later';
like + (explained('--hold --element-limit 40 ahead.html'))[1], qr/, stays: element, hold-limit: /, '... or because it is too long';
like + (explained('--hold --near -', "$FIRST<script src=\"/js/eventTracker.js\"></script>\n"))[1], qr/^-:3:1: conde-nast, nearly: script, known: /, '--hold --near: what nearly waits';
is + (explained('--hold clean.html'))[1], "clean.html: 0 held\n", 'a page without analytics is the same';

# ---- What may be sent to others ----

# README asks for such reports of pages that are not to be shown: they tell places, vendors and patterns.
my $PRIVATE = <<'HTML';
<!DOCTYPE html><title>zebra</title><meta charset=utf-8><p id=zebra class=zebra>zebra
<script async src="https://www.googletagmanager.com/gtag/js?id=G-ZEBRA1&zebra=zebra#zebra" nonce=zebra data-zebra=zebra></script>
<script>gtag('config', 'G-ZEBRA1', { zebra: 'zebra' });</script>
<script>zebra(document); new Image().src = 'https://www.google-analytics.com/zebra?zebra';</script>
<script src="https://static.hotjar.com/c/hotjar-zebra.js" onload="zebra()"></script>
<noscript><img alt=zebra height=1 width=1 src="https://www.facebook.com/tr?id=zebra"></noscript>
<!-- xpurpose:begin --><p>zebra<script>zebra()</script><!-- xpurpose:end -->
<script src="/zebra/matomo.js"></script><script type=zebra/late data-src="https://www.google-analytics.com/zebra.js">zebra</script>
<iframe width=0 src="https://www.googletagmanager.com/ns.html?id=zebra"></iframe>
HTML
for my $args ('', '--hold', '--json', '--hold --json', '--all', q{--policy "script-src 'none'"}) {
    my $said = (explained("$args -", $PRIVATE))[1];
    like $said, qr/google-tag-manager|google-analytics/, "'$args': it reports";
    unlike $said, qr/zebra/i, '... and no word of the page is in it';
}
like + (explained("$_ -", $PRIVATE))[1], qr/zebra/, "$_ has some" for '--near', '--strip';

# ---- What nearly went ----

# Of a page with this one element: what --near says of it, and the directive below.
sub near {
    my ($element, $args) = @_;
    my $page = "<!DOCTYPE html>\n<meta charset=utf-8><title>t</title>\n<p>text\n  $element\n";
    my @said = grep { /, nearly: |^ / } split /\n/, (explained('--near ' . ($args || '') . ' -', $page))[1];
    return map { s/^-:4:3: //r } @said;
}
my @near = (
    ['<script src="https://cdn.optimizely.com/js/1.js"></script>', 'optimizely, nearly: script, off: ', 'XPurposeVendors +optimizely'],
    ['<script>window.optimizely = []; optimizely.push(1);</script>', 'optimizely, nearly: script, off: ', 'XPurposeVendors +optimizely'],
    ['<script src="/js/eventTracker.js"></script>', 'conde-nast, nearly: script, known: ', 'XPurposeVendor conde-nast url /js/eventTracker.js'],
    ['<script type=module src="/analytics.js"></script>', 'site-analytics, nearly: script, module: /analytics.js is for no modules', 'XPurposeVendor site-analytics url /analytics.js'],
    ['<iframe src="https://www.google-analytics.com/x.html"></iframe>', 'google-analytics, nearly: iframe, use: ', qr{^XPurposeVendor google-analytics url:script,pixel,frame,hint google-analytics\.com$}],
    ['<script src="https://stats.foo-bar.co.uk/track/counter.min.js?site=3"></script>', q{nobody known, nearly: script, looks: }, 'XPurposeVendor foo-bar url stats.foo-bar.co.uk/track/counter.min.js'],
    ['<script src="//a.example.com/x.js?v=1&amp;id=G-ABCDE"></script>', q{nobody known, nearly: script, looks: }, 'XPurposeVendor example url a.example.com/x.js', '--vendors None'],
    ['<script data-token="abc" src="https://x.example.com/s.js"></script>', 'nobody known, nearly: script, looks: ', 'XPurposeVendor example element "script[data-token][src=*/s.js]"'],
    ['<script defer data-site="K7Q2ZD" src="https://cdn.countly-example.com/v2/count.min.js"></script>', 'nobody known, nearly: script, looks: counters have the attribute data-site; no row has it so',
        'XPurposeVendor countly-example element "script[data-site][src=*/v2/count.min.js]"'],    # docs/catalogue.md
    ['<script data-site-id="not digits" src="/s.js"></script>', 'nobody known, nearly: script, looks: ', 'XPurposeVendor s element "script[data-site-id][src=*/s.js]"'],
    ['<script data-domain="a.example" src="/s.js"></script>', 'plausible, nearly: script, element: it begins as script[data-domain]'],
    ['<img src="https://px.example.com/p?x=1" width=1 height=1>', 'nobody known, nearly: img, looks: ', 'XPurposeVendor example url:pixel px.example.com/p'],
    [q{<script>navigator.sendBeacon('https://hits.example.org/in', document.title);</script>}, q{nobody known, nearly: script, looks: it holds 'sendBeacon(}, 'XPurposeVendor example url hits.example.org/in'],
    ["<script>\n\n  var menu = document.links; ga('create', 'UA-1-1'); new Image().src = 'https://www.google-analytics.com/collect';</script>", q{google-analytics, nearly: script, mixed: the script does other work, too: 'menu', at 6:7}],
    ["<script>\xc3\xa9tat(); ga('create', 'UA-1-1'); new Image().src = 'https://www.google-analytics.com/collect';</script>", "google-analytics, nearly: script, mixed: the script does other work, too: '\xc3\xa9tat', at 4:11"],
    ["<script>new Image().src = 'https://www.google-analytics.com/collect'; new Image().src = '/a'; new Image().src = '/b';</script>", 'google-analytics, nearly: script, mixed: it loads more than google-analytics'],
    ['<script>analytics.page();</script>', q{segment, nearly: script, proof: 'analytics.page(' alone}, 'XPurposeVendor segment inline:proof "analytics.page("'],
    [q{<script>gtag('consent', 'default', {});</script>}, 'google-analytics, nearly: script, mixed: it loads more than google-analytics'],
    ['<noscript><img src="https://www.google-analytics.com/collect?v=1"><p>words</noscript>', 'google-analytics, nearly: noscript, mixed: '],
    ['<noscript><img src="https://cdn.optimizely.com/1.gif?a"></noscript>', 'optimizely, nearly: noscript, off: ', 'XPurposeVendors +optimizely'],
    ['<script data-xpurpose="keep" src="https://www.google-analytics.com/ga.js"></script>', 'google-analytics, nearly: script, kept: '],
    ['<link rel=preload as=script href="https://static.hotjar.com/x.js" onload="go()">', 'hotjar, nearly: link, handler: the site waits for it: onload'],
    ['<script type="application/json" src="https://static.hotjar.com/x.js"></script>', 'hotjar, nearly: script, type: its type, application/json'],
    ["<script src='https://static.hotjar.com/x.js?@{['x' x 50]}'></script>", 'hotjar, nearly: element, hold-limit: ', undef, '--hold-limit 40'],
);
for my $case (@near) {
    my ($element, $says, $directive, $args) = @$case;
    my @said = near($element, $args);
    is substr($said[0] // '', 0, length $says), $says, "--near: $element" or diag explain \@said;
    is scalar @said, defined $directive ? 2 : 1, '... once';
    next unless defined $directive;
    $said[1] =~ s/^    //;
    ref $directive ? like $said[1], $directive, '... with a directive' : is $said[1], $directive, '... with a directive';
    push @{ $directive =~ /Vendors / ? [] : \our @suggested }, $said[1];
}
# What XPurposeVendor would refuse, or httpd would read as something else, is no line; it is told in the same words.
my @refused = (
    ['/js/?id=G-ABC', '/js/'], ['/assets/?tid=3', '/assets/'], ['//cloudfront.net/?tid=3', 'cloudfront.net'], ['https://azurewebsites.net/?tid=3', 'azurewebsites.net'],
    ['/favicon.ico?tid=1', '/favicon.ico'], ['//com/?tid=3', 'com'], ['https://stats/x.js?tid=1', 'stats/x.js'],
    ['//x.example.com/a b.js?tid=1', 'x.example.com/a b.js'], ['//x.example.com/<digits>/x.js?tid=1', 'x.example.com/<digits>/x.js'],
    ["//x.example.com/@{['x' x 60]}.js?tid=1", "x.example.com/@{['x' x 60]}.js"],
);
for my $case (@refused) {
    my ($address, $text) = @$case;
    my @said = near(qq{<script src="$address"></script>});
    my ($module) = Test::Httpd->configtest(qq{XPurposeVendor mine url "$text"}) =~ /^XPurposeVendor: (.*)$/m;
    is $said[1], "    no line for that: $module", "--near: no line for $address";
}
like +(near('<script src="//x.example.com/${PATH}/x.js?tid=1"></script>'))[1], qr/^    no line for that: '\S+' has a "\$\{" in it/, '--near: nor for what httpd would read as something else';
is_deeply [map { (near($_))[1] // 'nothing' } map { qq{<script src="$_"></script>} } '?tid=1', '//?tid=1'], ['nothing', 'nothing'], '--near: nor for nothing';
for my $case (
    ['<script src="https://gate.com/track.js"></script>', 'our-counter url gate.com/track.js'], ['<script src="//all.com/x.js?tid=1"></script>', 'our-counter url all.com/x.js'],
    ['<script src="a.js?tid=1"></script>', 'a url /a.js'], ['<script src="../.././js/hits.js?tid=1"></script>', 'hits url /js/hits.js'],
    ['<script src="//me@stats.example.com:80/a/x.js?tid=1"></script>', 'example url stats.example.com/a/x.js'],
    ['<script data-token=x src="//a.example.com/"></script>', 'example url a.example.com'], ['<script data-token=x src="/x\\y"></script>', 'xy element "script[data-token][src=*/x\\\\y]"'],
) {
    my ($element, $line) = @$case;
    is +(near($element))[1], "    XPurposeVendor $line", "--near: $element";
    push our @suggested, "XPurposeVendor $line";
}
is_deeply [near('<script data-token=x src=""></script>')], ['nobody known, nearly: script, looks: counters have the attribute data-token; no row has it so'], '--near: no line that any script would do for';
is +Test::Httpd->configtest(join "\n", our @suggested), '', 'httpd takes what is suggested';
is_deeply [near($_)], [], "--near: nothing to say of $_"
    for '<script src="/jquery.js"></script>', '<script>document.title = 1;</script>', '<img src="/a.png" width=1 height=1>', '<link rel=stylesheet href="https://www.google-analytics.com/x.css">',
    '<template><script src="https://cdn.optimizely.com/js/1.js"></script></template>', '<noscript><img src="/a.png"></noscript>', $GA, "<!-- $GA -->",
    '<script type="application/json">{"ga": "https://www.google-analytics.com/"}</script>';
like + (explained('--near -', $MIXED =~ s/(<meta.*?>)(.*)/$2$1/sr))[1], qr/google-analytics, nearly: element, charset: /, '--near: what stays for a meta that comes later';
like + (explained(q{--near --policy "script-src 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' https:; object-src 'none'" mixed.html}))[1], qr/^mixed\.html:5:1: hotjar, nearly: element, csp: /m, '... or for a policy';
my $nearly = (explained('--near mixed.html'))[1];
is $nearly =~ s/^.*, nearly: .*\n(?:    .*\n)*//mgr, $mixed, '--near: the rest of the report is what it is without';
is + (explained("--near --chunk $_ mixed.html"))[1], $nearly, "--near --chunk $_: the same report" for 1, 7, 50;
is + (explained('--near --strip page.html'))[0], 2, '--near and --strip: one of them';

# ---- As JSON ----

# The document that it prints: one for all files.
sub document {
    my ($args, $input) = @_;
    my ($code, $out) = explained("--json $args", $input);
    my $json = eval { JSON::PP->new->utf8->decode($out) };
    ok $json, "--json $args: is JSON" or diag $@, $out;
    return ($json, $code);
}
my ($both_told) = document('page.html mixed.html');
is_deeply [map { $_->{name} } @{ $both_told->{files} }], ['page.html', 'mixed.html'], '... of both files';
my ($first, $second) = @{ $both_told->{files} };
is_deeply $first->{reports}[0],
    { what => 'removed', line => 3, column => 8, offset => index($PAGE, $GA), vendor => 'google-analytics', form => 'script src', bytes => length $GA,
    pattern => $lines[0] =~ /pattern (.*)/ }, '... an edit';
is scalar @{ $first->{reports} }, 2, '... each edit';
is_deeply { map { $_ => $first->{$_} } grep { $_ ne 'reports' } keys %$first },
    { name => 'page.html', bytes => length $PAGE, removed => 2, bytes_removed => $removed, gated => 0, held => 0, vendors => ['google-analytics'], hold_limit => 0,
    left_for_charset => 0, left_for_csp => 0, not_judged => undef, fragment => JSON::PP::false }, '... and the summary';
is_deeply [map { $_->{what} } @{ $second->{reports} }], ['inserted', 'gated', 'gated', 'inserted', 'set aside'], '... of what stays, too';
is join(' ', @{ $second->{reports}[1]{items} }), $told[1] =~ /items "(.*)"/ ? $1 : undef, '... with the items';
is_deeply [map { "$_->{line}:$_->{column}" } @{ $second->{reports} }], ['3:3', '3:10', '4:8', '5:1', '5:8'], '... and the places';
is +(document('--gate All mixed.html'))[0]{files}[0]{reports}[0]{vendor}, undef, 'what is of all vendors is of none';
is +(document('-', $json_page))[0]{files}[0]{not_judged}, 'not-html', 'what is no document';
my ($told_held) = document('--hold ahead.html');
is_deeply [map { "$_->{what} $_->{form}" } @{ $told_held->{files}[0]{reports} }], ['inserted hold', 'held held', 'gated gated', 'held held', 'held held'], '--hold: each element';
is_deeply [@{ $told_held->{files}[0] }{qw(removed held gated)}], [0, 3, 1], '... and how many';
is_deeply [map { $_->{what} } @{ (document(q{--hold --policy "script-src 'none'" ahead.html}))[0]{files}[0]{reports} }], ['stays', 'stays', 'stays'], '... and what stays';
my ($told_near) = document('--near -', "<script>\nmenu(); ga('x', '\xe9'); new Image().src = 'https://www.google-analytics.com/collect';</script>\n<script data-token='\xe9\"' src=//a.example.com/\xe9.js></script>");
is_deeply $told_near->{files}[0]{reports}[0], { what => 'nearly', line => 1, column => 1, vendor => 'google-analytics', element => 'script', reason => 'mixed',
    says => "the script does other work, too: 'menu'", pattern => 'google-analytics.com', at => { line => 2, column => 1 }, directive => undef, refused => undef }, 'what nearly went'
    or diag explain $told_near;
like +(document('--near -', '<script src="/js/?id=G-ABC"></script>'))[0]{files}[0]{reports}[0]{refused}, qr{^'/js/' is a folder}, '... or why there is no line';
is_deeply +(document('--hold -', $LOADS))[0]{files}[0]{reports}[1]{items}, ['sdk.51.la'], '... and the items, and no more';
is join(' ', map { $_->{reason} || () } @{ $told_near->{files}[0]{reports} }), 'mixed looks', '... each, whatever is in it';
my ($odd, $odd_code) = document(qq{clean.html missing.html 'a"\\\\\x01\xe9\xc3\xa9\xe2\x82.html' '\xed\xa0\x80\xf4\x90\x80\x80'});
is $odd_code, 1, 'a file that is not there';
like $odd->{files}[1]{trouble}, qr/No such file/, '... is told of';
is $odd->{files}[2]{name}, qq{a"\\\\\x01\x{fffd}\xe9\x{fffd}\x{fffd}.html}, 'a name in whatever bytes';
is $odd->{files}[2]{name_hex}, '61225c5c01e9c3a9e2822e68746d6c', '... and which bytes they are';
is $odd->{files}[3]{name}, "\x{fffd}" x 7, '... those that only look like UTF-8, too';
is_deeply [map { $_->{name_hex} } @{ $odd->{files} }[0, 1]], [undef, undef], '... of no other name';
is +(explained('--json --strip page.html'))[0], 2, '--json and --strip: one of them';

# ---- Text from outside ----

# What no terminal may get: controls (C0 but the line's end, DEL, C1), what is no UTF-8, and what turns or ends a line.
sub steers {
    my ($out) = @_;
    my $text = eval { decode('UTF-8', my $copy = $out, FB_CROAK) } // return 'no UTF-8';
    return $text =~ /([\x00-\x09\x0b-\x1f\x7f-\x9f\x{61c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}])/ ? sprintf 'U+%04X', ord $1 : '';
}
is steers("a\xc2\x9bb"), 'U+009B', 'C1 in UTF-8 is seen';

my $RAW = "\e[31m\x9b1m\xc2\x9b2m\x7f\r\n\xff\xe2\x80\xae\xe2\x81\xa6\xc3\xa9\\";
my $SHOWN = '\x1b[31m\x9b1m\u009b2m\x7f\x0d\x0a\xff\u202e\u2066' . "\xc3\xa9\\";
mkdir 'raw' or die "$!\n";
spurt("raw/$RAW.html", $PAGE);
my ($raw_status, $raw_told) = explained('raw/*');
is $raw_told, $report =~ s/^page/raw\/$SHOWN/gmr, "a file's name is shown, and steers no terminal";
($raw_status, $raw_told, my $raw_trouble) = explained(qq{"\$(printf '\\033[31m\\302\\233')"});
is $raw_trouble, "xpurpose-explain: \\x1b[31m\\u009b: No such file or directory\n", '... nor where there is none';
(undef, undef, $raw_trouble) = explained(qq{"\$(printf -- '--\\033[31m\\233')"});
like $raw_trouble, qr/^xpurpose-explain: no such option: '--\\x1b\[31m\\x9b'$/m, '... nor does an argument';

for my $hostile (
    [qq{<script type="text/&#27;[31m&#x9b;&#x85;&#x202e;\x7f" src="https://static.hotjar.com/x.js"></script>}, 'its type, text/\x1b[31m\xff\xff\xff\x7f, is taken'],
    [qq{<script type="text/\e[31m\x9b\xc2\x9b\xe2\x80\xa8" src="https://static.hotjar.com/x.js"></script>}, 'its type, text/\x1b[31m\x9b\u009b\u2028, is taken'],
    ["<script>\x9b1m\xc2\x9b(); ga('create', 'UA-1-1'); new Image().src = 'https://www.google-analytics.com/collect';</script>", q{too: '\x9b1m\u009b', at 3:12}],
    ["<script data-token=abc src='https://x.example.com/s\e\xc2\x9b\xff.js'></script>", 'counters have the attribute data-token'],
    ["<script onload='go()' src='https://static.hotjar.com/\e\xc2\x9b.js'></script>", 'hotjar, set aside'],
    ["<script>menu(); var s = document.createElement('script'); s.src = 'https://sdk.51.la/\e[31m\x9b'; document.body.append(s);</script>", '51la, gated'],
) {
    my ($element, $says) = @$hostile;
    for my $args ('--near', '--near --hold', '--near --json', '--near --hold --json') {
        my $told = (explained("$args -", "$FIRST<p>$element\n"))[1];
        is steers($told), '', "$args: $element" =~ s/[^ -~]/?/gr;
        like $told, qr/\Q$says\E/, '... is told of' if $args eq '--near';
    }
}
my ($raw_json) = document("--near -", "$FIRST<script type='text/\e[31m\x9b\xc2\x9b\xe2\x80\xae' src='https://static.hotjar.com/x.js'></script>");
is $raw_json->{files}[0]{reports}[0]{says} =~ s/,.*?,/,,/r, "its type,, is taken for data, which no browser runs", '--json: the text ...';
like $raw_json->{files}[0]{reports}[0]{says}, qr{text/\e\[31m\x{fffd}\x{9b}\x{202e},}, '... is what it was';

# ---- Options ----

my (undef, $kept) = explained('--vendors None --strip page.html');
is $kept, $PAGE, '--vendors None removes nothing';
(undef, $kept) = explained('--vendors=x --strip page.html');
is $kept, '', 'an option is not taken for a file';
(undef, $kept) = explained('--vendors -google-analytics --strip page.html');
is $kept, $PAGE, '--vendors -name takes one away';
(undef, $kept) = explained('--vendors meta-pixel,chartbeat --strip page.html');
is $kept, $PAGE, '--vendors name,name makes a set';
(undef, $kept) = explained('--vendors chartbeat,google-analytics --strip page.html');
is $kept, $stripped, '... that may hold it';
is +(explained("--vendors $_ --strip page.html"))[1], $stripped, "--vendors $_ has it" for '@analytics', '@ANALYTICS', 'all', 'google-Analytics', '-@pixel', '"@rum, @analytics"', 'None --vendors +@analytics', '"-All +@analytics"', '-All,+All';
is +(explained("--vendors $_ --strip page.html"))[1], $PAGE, "--vendors $_ has it not" for '@pixel', '-@analytics', 'none', '-All', '@analytics --vendors -google-analytics', '@site', '+@abtest,-@analytics';
(undef, $kept) = explained('--all --strip page.html');
is $kept, $stripped, '--all';

like + (explained("--$_ 40 page.html"))[1], qr/hold-limit: \d+ passed/, "--$_: a longer element passes, and it says so" for 'element-limit', 'hold-limit';
like + (explained('--charset utf-16le page.html'))[1], qr/: 0 removed .*; charset: the rest of the page was not judged$/,
    '--charset: an unsafe one passes, and it says so';
is + (explained('-', $json_page))[1], "-: 0 removed (0 of ${\length $json_page} bytes); not-html: it begins as data or a script does\n",
    'what is no document passes, and it says so';
is + (explained('--strip -', $json_page))[1], $json_page, '... whole';
like + (explained('-', "<tr><td>$GA"))[1], qr/; part of a table: no stubs$/, 'a part of a table is told from a page';

# ---- The catalogue ----

my ($listed, $list) = explained('--list');
is $listed, 0, '--list';
my @rows = map { [split ' ', s/ lists (?=http)/ /r] } split /\n/, $list; # where only lists were looked at, the month says so
is_deeply [map { $_->[0] } @rows], [sort map { $_->[0] } @rows], 'the catalogue is in alphabetical order';
is_deeply [grep { $_->[2] ne ($_->[1] eq 'abtest' ? 'off' : 'on') } @rows], [], 'all but A/B tests are on by default';
is_deeply [grep { "@$_[3 .. $#$_]" !~ m{^\d{4}-\d\d (?:lists )?(?:https?://|docs/)\S+$} } @rows], [], 'each row has a date and a source';

my ($catalogue, $catalogue_code) = document('--list');
is $catalogue_code, 0, '--list --json';
is_deeply [map { [@$_{qw(name class)}, $_->{default} ? 'on' : 'off', split(' ', $_->{checked} =~ s/ lists$//r), $_->{source}] } @{ $catalogue->{vendors} }], \@rows, '... says the same';
my ($release) = document('--version');
my $version = (explained('--version'))[1];
is "xpurpose-explain (mod_xpurpose) $release->{version}\nCatalogue of $release->{catalogue}, $release->{vendors} vendors.\n", $version =~ s/^Apache.*\n//mr, '--version --json';
is_deeply [@$catalogue{qw(version catalogue)}], [@$release{qw(version catalogue)}], '... of the same release';
is + (explained("$_ --json"))[1], (explained("--json $_"))[1], "$_: --json before or behind it" for '--list', '--version';
is + (explained($_))[0], 2, "$_: wrong usage" for '--list=conf --json', '--json --help', '--json --list page.html';

my @directives = split /\n/, (explained('--list=conf'))[1];
my @about = grep { /^(?:#|$)/ } @directives;
is_deeply [@directives[0 .. $#about]], \@about, '--list=conf: comments stand first';
is $release->{rows}, @directives - @about - @rows - 1, '... and --version counts the rows';
like $about[0], qr/: ${\scalar @rows} vendors, ${\(scalar(@directives) - @about - @rows - 1)} rows\.$/, '... and say how many vendors and rows there are';
is_deeply [grep { /^XPurposeVendor \S+ class / } @directives], [map { "XPurposeVendor $_->[0] class $_->[1]" } @rows], '... each vendor with its class';
is_deeply [grep { /[^\x20-\x7e]|\$\{/ } @directives], [], '... and nothing that httpd reads as something else';
is + (explained('--list=json'))[0], 2, 'no other list';

# ---- Saying no ----

for my $bad (['--vendors no-such-vendor page.html', 'no-such-vendor'], ['--vendors +chartbeat,hotjar page.html', 'hotjar'],
    ['--vendors', '--vendors'], ['--vendors "" page.html', ''], ['--vendors , page.html', ''], ['--gate none page.html', 'none'], ['--chunk 0 page.html', '0'], ['--chunk -3 page.html', '-3'], ['--chunk 1x page.html', '1x'],
    ['--chunk 99999999999999999999 page.html', '99999999999999999999'], ['--element-limit no page.html', 'no'], ['--hold-limit 0 page.html', '0'], ['--nonsense page.html', '--nonsense'], ['--strip', '--strip'])
{
    my ($code, $out, $said) = explained($bad->[0]);
    is "$code$out", '2', "$bad->[0]: wrong usage";
    like $said, qr/'\Q$bad->[1]\E'.*^usage:/ms, '... says what, and what would be right';
}
# What was meant, if it is near; nothing is guessed from afar.
for my $near (['--stirp page.html', '--strip'], ['--elementlimit 40 page.html', '--element-limit'], ['--JSON page.html', '--json'], ['--list=cnof', '--list=conf'], ['--versoin', '--version'],
    ['--vendors google-analitics page.html', 'google-analytics'], ['--vendors +Matomo-cloud,chartbaet page.html', 'matomo'], ['--vendors -chartbaet page.html', 'chartbeat'], ['--vendors @pixle page.html', '@pixel'],
    ['--gate onn page.html', 'On'], ['--limit 40 page.html', '--element-limit or --hold-limit'],
    ['--nonsense page.html', undef], ["--@{['x' x 300]} page.html", undef], ['-x page.html', undef])
{
    my ($args, $meant) = @$near;
    my ($code, undef, $said) = explained($args);
    is $code, 2, "$args: wrong usage";
    is +($said =~ /\A.*[;:] did you mean (.+?)\?/)[0], $meant, $meant ? "... $meant was meant" : '... nobody knows what was meant';
}
# What --vendors refuses XPurposeVendors does, too, in the same words; but it knows vendors of the site's own as well.
for my $words ('adobe', '-gtm', '+piwik', 'googleanalytics', '@pixle', '@', '-@nonesuch', 'pixel', '+abtest', 'facebook', 'nonesuch', 'google', '+hotjar matomo', 'hotjar -matomo', 'None matomo', '+None', '+', '@matomo', '-@All', 'default', 'pixels', 'abtests', "@{['x' x 100]}", '') {
    my $said = (explained("--vendors '$words' page.html"))[2] =~ s/\n.*//sr;
    my ($module) = Test::Httpd->configtest('XPurposeVendors ' . ($words || '""')) =~ /^(XPurposeVendors: .*)$/m;
    $module =~ s/ One of your own: .*//;
    $module =~ s/, None, or define it first .*/ or None/;
    is $said, $module =~ s/^XPurposeVendors/xpurpose-explain: --vendors/r, "--vendors $words: as XPurposeVendors says it";
}
for my $alone (['--list --all', "it stands alone: '--list'"], ['--vendors=x page.html', "the value is a word of its own, without '=': '--vendors=x'"], ['--strip=1 page.html', "this option takes no value: '--strip=1'"]) {
    like + (explained($alone->[0]))[2], qr/\Axpurpose-explain: \Q$alone->[1]\E\nusage: /, "$alone->[0]: says what is wrong with it";
}

my ($code, $out, $said) = explained('missing.html clean.html');
is $code, 1, 'a file that is not there';
like $said, qr/missing\.html: No such file/, '... is named';
like $out, qr/^clean\.html: 0 removed/, '... and the others are done all the same';
is + (explained('.'))[0], 1, 'a folder is no page';
SKIP: {
    skip 'no /dev/full here', 1 unless -c '/dev/full';
    is + (explained('--strip page.html >/dev/full'))[0], 1, 'output that cannot be written';
}
like + (explained('--help'))[1], qr/^usage:/, '--help';

# ---- Size ----

SKIP: {
    skip 'under a sanitizer memory is reserved beyond any limit', 1 if `ldd '$EXPLAIN'` =~ /asan/;
    my $got = `perl -e 'print "<p>text\\n" x 12_500 for 1 .. 500' | (ulimit -v 50000; exec '$EXPLAIN' -)`;
    is $got, "-: 0 removed (0 of 50000000 bytes)\n", '50 MB in less than that of memory';
}

done_testing;
