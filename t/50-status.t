# What is seen from outside: notes, log lines, counters in the handler's three forms and in mod_status, over restarts.
use strict;
use warnings;
use POSIX ();
use Test::Httpd;
use Test::Metrics;
use Test::More;

my $conf = <<'CONF';
XPurpose On
XPurposeStubs Off
XPurposeVendor mine url mine.example.com
<Location /dry>
    XPurpose DryRun
</Location>
<Location /hold>
    XPurposeAction prerender Hold
</Location>
<Location /hold/dry>
    XPurpose DryRun
</Location>
XPurposeElementLimit 4096
CONF
my $httpd = Test::Httpd->new(counters => 1, conf => $conf, log_level => 'warn xpurpose:trace1')->start;
my $tag = '<script src="https://www.google-analytics.com/analytics.js"></script>';
my $mine = '<script src="https://mine.example.com/x.js"></script>';
my $html = '<!DOCTYPE html><html><head><title>t</title>';
$httpd->doc($_, "$html$tag$mine</head><body>x</body></html>") for qw(page.html dry/page.html);
$httpd->doc('clean.html', $html);
$httpd->doc('text.txt', $html);
$httpd->doc('long.html', "$html<script>" . ' ' x 9000 . "ga('send','pageview')</script>");
my @preview = ('X-Purpose' => 'preview');
my $bytes = length("$tag$mine");

# ---- Notes ----

is_deeply note_of('/page.html'), { verdict => 'stripped', cut => 2, bytes => $bytes, vendors => 'google-analytics,mine', gated => 0, held => undef, class => 'preview', status => 200 }, 'notes of a stripped page';
is_deeply note_of('/clean.html'), { verdict => 'clean', cut => 0, bytes => 0, vendors => undef, gated => 0, held => undef, class => 'preview', status => 200 }, 'of a clean one';
is_deeply note_of('/dry/page.html'), { verdict => 'dryrun', cut => 2, bytes => $bytes, vendors => 'google-analytics,mine', gated => 0, held => undef, class => 'preview', status => 200 }, 'of a dry run';
is_deeply note_of('/text.txt'), { verdict => 'passed:not-html', cut => undef, bytes => undef, vendors => undef, gated => undef, held => undef, class => 'preview', status => 200 }, 'of one that passes';
is_deeply note_of('/long.html'), { verdict => 'passed:hold-limit', cut => 0, bytes => 0, vendors => undef, gated => 0, held => undef, class => 'preview', status => 200 }, 'of one that is too long';
is_deeply note_of('/page.html', []), { verdict => undef, cut => undef, bytes => undef, vendors => undef, gated => undef, held => undef, class => undef, status => 200 }, 'of a view';
note_of('/page.html', ['Sec-Purpose' => 'prefetch']);
note_of('/page.html', ['Sec-Purpose' => 'prefetch;prerender']);

sub note_of {
    my ($path, $headers) = @_;
    my $notes = $httpd->notes($httpd->get($path, @{ $headers || \@preview }));
    is delete $notes->{insert}, undef, "$path: no word of a snippet";
    return $notes;
}

# ---- Log ----

my $log = $httpd->error_log;
my $debug = () = $log =~ /xpurpose:debug/g;
is $debug, 5, 'one line at debug for each request of a class that is stripped';
like $log, qr/xpurpose:debug.*preview: stripped, 2 elements, $bytes bytes, 0 gated, 0 held of google-analytics,mine/, 'with the verdict';
my $trace = () = $log =~ /xpurpose:trace1/g;
is $trace, 4, 'one line at trace1 for each edit';
like $log, qr/script src at @{[length $html]}, @{[length $tag]} bytes: vendor google-analytics, pattern \S+/, 'offset, length, vendor and pattern';

# ---- Forms ----

my $json = $httpd->get('/counters?json');
is $json->{headers}{'content-type'}, 'application/json', 'JSON';
my $figures = eval { require JSON::PP; JSON::PP::decode_json($json->{content}) } or diag $@;
is_deeply { %{ $figures->{Requests} }, view => 0 }, { view => 0, prefetch => 1, prerender => 1, preview => 5, agent => 0 }, 'requests by class';
is $figures->{Requests}{view}, 2, 'views are counted, this one among them';
is_deeply { map { $figures->{Pages}{$_} ? ($_ => $figures->{Pages}{$_}) : () } keys %{ $figures->{Pages} } },
    { stripped => 1, clean => 1, dryrun => 1, 'passed:not-html' => 1, 'passed:hold-limit' => 1 }, 'pages by outcome and reason';
is_deeply [sort keys %{ $figures->{Pages} }],
    [sort qw(stripped stripped:csp stripped:charset held held:csp held:charset clean dryrun),
        map { "passed:$_" } qw(not-html charset csp encoded partial no-transform ambiguous hold-limit late fragment unsupported method off)], 'every reason is there';
is_deeply $figures->{Inserts},
    { map { $_ => 0 } qw(inserted inserted:csp skipped), map { "passed:$_" } qw(not-html charset encoded partial no-transform ambiguous fragment off frameset amp present
        attachment status dav) }, "... and of the site's snippet, of which there is none";
is_deeply $figures->{VendorElements}, { 'google-analytics' => 1, mine => 1 }, 'elements by vendor';
is_deeply $figures->{VendorBytes}, { 'google-analytics' => length $tag, mine => length $mine }, 'bytes by vendor';
is_deeply [@$figures{qw(Elements Bytes HoldLimitHits)}], [2, $bytes, 1], 'and in all';
is_deeply [@$figures{qw(DryRun VendorDryRun)}], [2, { 'google-analytics' => 1, mine => 1 }], 'what DryRun found is not counted as gone';
is_deeply [@$figures{qw(VendorGated Gated VendorHeld Held Left)}], [{}, 0, {}, 0, { csp => 0, charset => 0 }], 'nothing is gated or held, and nothing had to stay';

my $metrics = $httpd->get('/counters?openmetrics');
is $metrics->{headers}{'content-type'}, 'application/openmetrics-text; version=1.0.0; charset=utf-8', 'OpenMetrics';
is_deeply [complaints($metrics->{content}, 'open')], [], 'is well formed';
like $metrics->{content}, qr/^xpurpose_pages_total\{server="127\.0\.0\.1",outcome="passed",reason="not-html"\} 1$/m, 'a reason is a label';
like $metrics->{content}, qr/^xpurpose_vendor_bytes_total\{vendor="mine"\} \d+$/m, 'and so is a vendor';

my $page = $httpd->get('/counters');
is $page->{headers}{'content-type'}, 'text/html; charset=utf-8', 'HTML';
like $page->{content}, qr{<th scope="row">preview</th><td>5</td>}, '... with the figures; t/33-board.t looks at it more closely';
is $page->{headers}{'cache-control'}, 'no-store', 'nobody keeps it';
is $httpd->request('POST', '/counters', body => 'x')->{status}, 405, 'POST is no way to ask';
is $httpd->head('/counters')->{status}, 200, 'HEAD is';
is $httpd->get('/counters', @preview)->{status}, 200, 'even for a preview';

my $auto = $httpd->get('/server-status?auto')->{content};
like $auto, qr/^XPurposeRequests\[prefetch\]: 1$/m, 'mod_status, ?auto: requests';
like $auto, qr/^XPurposePages\[passed:hold-limit\]: 1$/m, 'pages';
like $auto, qr/^XPurposeVendorElements\[mine\]: 1$/m, 'vendors';
is_deeply [grep { !/^\w+(?:\[[^]]+\])*: \S+$/ } grep { /XPurpose/ } split /\n/, $auto], [], 'each line is a key and a figure';
like $httpd->get('/server-status')->{content}, qr{<h2>mod_xpurpose</h2>.*preview</th>}s, 'mod_status, HTML';
unlike $httpd->get('/server-status')->{content} =~ s/.*<h2>mod_xpurpose//sr, qr{<td align="right">0</td>}, '... without a row of nothing';
unlike $httpd->get('/server-status?notable')->{content} =~ s/.*mod_xpurpose//sr, qr/<table/, 'mod_status, ?notable';

# ---- Restarts ----

sub counted {
    my ($family) = @_;
    my ($found) = $httpd->get('/counters?json')->{content} =~ /"$family": (\d+|\{.*?\})/ or return;
    return $found;
}

is counted('Elements'), 2, 'before the restart';
$httpd->graceful("XPurposeVendor another url another.example.com\n$conf");
is counted('Elements'), 2, 'a graceful restart keeps the counters';
$httpd->doc('another.html', "$html<script src='https://another.example.com/x.js'></script>$mine");
note_of('/another.html');
is counted('VendorElements'), '{ "google-analytics": 1, "mine": 2, "another": 1 }', 'and each vendor its own, though numbers have changed';
$httpd->graceful($conf) for 1 .. 5;
is counted('Elements'), 4, 'five more restarts';
is counted('VendorElements'), '{ "google-analytics": 1, "mine": 2, "another": 1 }', 'a vendor that is gone keeps its count';
note_of('/page.html');
is counted('VendorElements'), '{ "google-analytics": 2, "mine": 3, "another": 1 }', 'and counting goes on';

# ---- What stays ----

{
    my $declared = '<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>';
    my $policy = q{<meta http-equiv="Content-Security-Policy" content="script-src 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='">};
    my $mixed = "<script>var n = document.links.length; new Image().src = 'https://mine.example.com/hit?' + n; menu(n);</script>";
    my %page = (
        gated => ["$declared$tag$mixed$mixed", 'stripped', 1, 2, 'google-analytics,mine'],
        only => ["$declared$mixed", 'stripped', 0, 1, 'mine'],
        csp => ["$declared$policy$tag$mixed", 'stripped:csp', 1, 0, 'google-analytics'],
        'csp-only' => ["$declared$policy$mixed$mixed", 'passed:csp', 0, 0, undef],
        charset => ["<!DOCTYPE html><title>t</title>$tag$mixed<meta charset=utf-8>", 'stripped:charset', 1, 0, 'google-analytics'],
        'charset-only' => ["<!DOCTYPE html>$mixed<meta charset=utf-8><title>t</title>", 'passed:charset', 0, 0, undef],
        both => ["<!DOCTYPE html>$mixed<meta charset=utf-8>$policy<title>t</title>$mixed", 'passed:csp', 0, 0, undef],
        'dry/gated' => ["$declared$tag$mixed", 'dryrun', 1, 1, 'google-analytics,mine'],
        'dry/csp' => ["$declared$policy$tag$mixed", 'dryrun', 1, 0, 'google-analytics'],
        'dry/csp-only' => ["$declared$policy$mixed", 'dryrun', 0, 0, undef],
    );
    my %before = map { $_ => counted($_) } qw(Elements Gated DryRun);
    for my $name (sort keys %page) {
        my ($content, $verdict, $cut, $gated, $vendors) = @{ $page{$name} };
        $httpd->doc("$name.html", $content);
        is_deeply note_of("/$name.html"),
            { verdict => $verdict, cut => $cut, bytes => $cut * length $tag, gated => $gated, held => undef, vendors => $vendors, class => 'preview', status => 200 }, "$name: $verdict";
    }
    is counted('Elements') - $before{Elements}, 3, 'what is gone is counted, and nothing else';
    is counted('Gated') - $before{Gated}, 3, 'so is what is gated';
    is counted('VendorGated'), '{ "mine": 3 }', '... by vendor';
    is counted('DryRun') - $before{DryRun}, 3, '... and of dry runs both together';
    is counted('Left'), '{ "charset": 3, "csp": 6 }', 'and what had to stay, by reason';
    like $httpd->get('/counters?openmetrics')->{content}, qr/^xpurpose_pages_total\{server="127\.0\.0\.1",outcome="stripped",reason="csp"\} 1$/m, 'OpenMetrics: the reason is a label here, too';
    is_deeply [complaints($httpd->get('/counters?openmetrics')->{content}, 'open')], [], '... and all of it is well formed';
    like $httpd->get('/server-status?auto')->{content}, qr/^XPurposeLeft\[csp\]: 6$/m, 'mod_status has it';
    my $said = $httpd->error_log;
    like $said, qr/preview: stripped, 1 elements, @{[length $tag]} bytes, 2 gated, 0 held of google-analytics,mine, 0 past the hold limit$/m, 'the log';
    like $said, qr/preview: passed:csp, 0 elements, 0 bytes, 0 gated, 0 held, 0 past the hold limit, 1 left for charset, 1 left for csp$/m, '... tells each reason';
    my $at = length "$declared$tag";
    like $said, qr/gate at $at, \d{4,} bytes put in: vendor mine, pattern mine\.example\.com$/m, 'a line for the gate';
    like $said, qr/gated at @{[$at + length '<script']}, \d+ bytes put in: vendor mine, pattern mine\.example\.com$/m, '... and one for the script';
}

# ---- What waits ----

{
    my $declared = '<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>';
    my $closed = q{<meta http-equiv="Content-Security-Policy" content="script-src 'none'">};
    my $mixed = "<script>var n = document.links.length; new Image().src = 'https://mine.example.com/hit?' + n; menu(n);</script>";
    my $pixel = '<img src="https://mine.example.com/p.gif" width=1 height=1>';
    my @ahead = ('Sec-Purpose' => 'prefetch;prerender');
    my %page = ( # verdict, gated, held, vendors
        both => ["$declared$tag$mixed<body>$pixel", 'held', 1, 2, 'google-analytics,mine'],
        gated => ["$declared$mixed", 'held', 1, 0, 'mine'],
        clean => ["$declared<p>x", 'clean', 0, 0, undef],
        'csp-only' => ["$declared$closed$tag$mixed", 'passed:csp', 0, 0, undef],
        'charset-only' => ["<!DOCTYPE html>$mixed<meta charset=utf-8><title>t</title>", 'passed:charset', 0, 0, undef],
        charset => ["<!DOCTYPE html><title>t</title>$mixed<meta charset=utf-8>$tag", 'held:charset', 0, 1, 'google-analytics'],
        fragment => ["<p>$tag</p>", 'passed:fragment', 0, 0, undef],
        'dry/both' => ["$declared$tag$mixed<body>$pixel", 'dryrun', 1, 2, 'google-analytics,mine'],
    );
    my %before = map { $_ => counted($_) } qw(Elements Bytes Gated DryRun VendorElements);
    for my $name (sort keys %page) {
        my ($content, $verdict, $gated, $held, $vendors) = @{ $page{$name} };
        $httpd->doc("hold/$name.html", $content);
        is_deeply note_of("/hold/$name.html", \@ahead),
            { verdict => $verdict, cut => 0, bytes => 0, gated => $gated, held => $held, vendors => $vendors, class => 'prerender', status => 200 }, "hold/$name: $verdict";
    }
    note_of('/hold/both.html', [Purpose => 'prefetch']);
    is counted('Held'), 3, 'what waits is counted';
    is counted('VendorHeld'), '{ "google-analytics": 2, "mine": 1 }', '... by vendor';
    is counted('Gated') - $before{Gated}, 2, 'and so is what is gated';
    is counted('DryRun') - $before{DryRun}, 3, '... and of a dry run what would wait or be gated';
    is_deeply [map { counted($_) } qw(Elements Bytes VendorElements)], [@before{qw(Elements Bytes VendorElements)}], 'nothing is gone';
    my $pages = JSON::PP::decode_json($httpd->get('/counters?json')->{content})->{Pages};
    is_deeply [@$pages{qw(held held:csp held:charset passed:fragment)}], [2, 0, 1, 1], 'pages by outcome';

    my $metrics = $httpd->get('/counters?openmetrics')->{content};
    like $metrics, qr/^xpurpose_held_elements_total\{server="127\.0\.0\.1"\} 3$/m, 'OpenMetrics';
    like $metrics, qr/^xpurpose_vendor_held_total\{vendor="mine"\} 1$/m, '... by vendor';
    like $metrics, qr/^xpurpose_pages_total\{server="127\.0\.0\.1",outcome="held",reason="charset"\} 1$/m, '... with the reason';
    is_deeply [complaints($metrics, 'open')], [], '... and all of it is well formed';
    my $auto = $httpd->get('/server-status?auto')->{content};
    like $auto, qr/^XPurposeHeld: 3$/m, 'mod_status, ?auto';
    like $auto, qr/^XPurposeVendorHeld\[google-analytics\]: 2$/m, '... by vendor';
    like $auto, qr/^XPurposePages\[held:charset\]: 1$/m, '... by outcome';
    like $httpd->get($_)->{content}, qr{<caption>Elements that wait until somebody looks, by vendor\.</caption>.*<li>Elements that wait until somebody looks\. 3</li>}s, "$_ has it" for '/server-status';

    my $said = $httpd->error_log;
    like $said, qr/prerender: held, 0 elements, 0 bytes, 1 gated, 2 held of google-analytics,mine, 0 past the hold limit$/m, 'the log';
    like $said, qr/prerender: passed:fragment, 0 elements, 0 bytes, 0 gated, 0 held, 0 past the hold limit, no document$/m, '... tells why';
    like $said, qr/held at \d+, \d+ bytes put in: vendor mine, pattern mine\.example\.com$/m, '... and what waits';
    $httpd->graceful($conf);
    is counted('Held'), 3, 'a restart keeps the count';
}

# ---- The site's snippet ----

{
    my $site = Test::Httpd->new(counters => 1, log_level => 'warn xpurpose:trace1', conf => <<'CONF')->start;
XPurpose On
XPurposeInsert head-end '<script src="/count.js" data-site="site-1"></script>'
<Location /none>
    XPurposeInsert None
</Location>
<LocationMatch ^/(counters|server-status)>
    XPurposeInsert None
</LocationMatch>
CONF
    $site->doc($_, "$html</head><body>x</body></html>") for qw(page.html none/page.html);
    $site->doc('part.html', '<p>x</p>');
    my @asked = (['page.html', 'inserted'], ['page.html', 'inserted', 'Sec-Purpose' => 'prefetch'], ['page.html', 'skipped', @preview], ['part.html', 'passed:fragment'],
        ['page.html', 'passed:fragment', 'Sec-Fetch-Dest' => 'iframe'], ['none/page.html', undef]);
    for (@asked) {
        my ($path, $want, @headers) = @$_;
        is $site->notes($site->get("/$path", @headers))->{insert}, $want, "$path, @headers: " . ($want // 'no word');
    }
    my $counts = JSON::PP::decode_json($site->get('/counters?json')->{content});
    is_deeply { map { $counts->{Inserts}{$_} ? ($_ => $counts->{Inserts}{$_}) : () } keys %{ $counts->{Inserts} } },
        { inserted => 2, skipped => 1, 'passed:fragment' => 2 }, 'what becomes of the snippet is counted';
    is_deeply { map { $counts->{Pages}{$_} ? ($_ => $counts->{Pages}{$_}) : () } keys %{ $counts->{Pages} } }, { clean => 1 }, '... apart from what becomes of pages';
    my $metrics = $site->get('/counters?openmetrics')->{content};
    like $metrics, qr/^xpurpose_inserts_total\{server="127\.0\.0\.1",outcome="passed",reason="fragment"\} 2$/m, 'OpenMetrics';
    is_deeply [complaints($metrics, 'open')], [], '... and all of it is well formed';
    like $site->get('/server-status?auto')->{content}, qr/^XPurposeInserts\[skipped\]: 1$/m, 'mod_status, ?auto';
    like $site->get($_)->{content}, qr{<caption>Responses where XPurposeInsert is in force, by outcome\.</caption>.*<th scope="row"[^>]*>inserted</th><td[^>]*>2</td>}s, "$_: a table for people"
        for '/server-status';
    like $site->error_log, qr/snippet: passed:fragment$/m, 'the log';
    $site->stop;
}

# ---- Many at once: no count is lost ----

{
    my $before = counted('Elements');
    my @pids = map {
        my $pid = fork;
        if (!$pid) {
            my $ended = eval { $httpd->get('/page.html', @preview) for 1 .. 50; 1 };
            POSIX::_exit($ended ? 0 : 1);    # and not by way of END, which would stop the server
        }
        $pid;
    } 1 .. 4;
    waitpid $_, 0 for @pids;
    is counted('Elements') - $before, 400, '4 clients with 50 pages each';
}

$httpd->stop;
done_testing;
