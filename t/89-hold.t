# Pages that are loaded ahead, as Chromium does it: speculation rules, real prerenders, clicks. What is held sends nothing until somebody
# looks, and then all, once and in order; at once where the same bytes are shown in an ordinary view.
#
# Every page is there twice: below /p/held/ httpd holds, below /p/plain/ it does not, which shows that the page would send its hits
# while nobody looks. XP_MOMENTS=n activates at n random moments instead of 30 (XP_SEED picks them);
# XP_TIMES=n says how long n clicks took until the last hit.
use strict;
use warnings;
use Digest::SHA 'sha256_base64';
use JSON::PP ();
use List::Util qw(uniq);
use Test::Backend;
use Test::Browser;
use Test::Httpd;
use Test::More;
use Test::Prerender;

Test::Browser::needs();

my ($ON, $OFF) = (JSON::PP::true(), JSON::PP::false());
my $ALL = join ' ', @HITS;
my $ORDER = join ' ', @ORDER;
my $AHEAD = join ' ', grep { $_ ne 'F' } @HITS;    # Chromium itself keeps frames of other origins until then
my $SETTLE = 500;

my $httpd = Test::Httpd->new(modules => [qw(headers proxy proxy_http)]);
my $LOG = "LogFormat \"%U %{Sec-Purpose}i %>s %{xpurpose}n\" seen\nCustomLog \"%DIR%/seen_log\" seen\n";
my $conf = "XPurpose On\n${LOG}Header set Cache-Control no-cache\n<Location /p/held/>\nXPurposeAction prerender Hold\nXPurposeAction prefetch Hold\n</Location>\n";
my (%visits, @checks);

# A page at both places; %more are header fields of its own, and conf, lines of configuration. Returns its name.
sub put {
    my ($name, $html, %more) = @_;
    my $lines = delete $more{conf} || '';
    $lines .= qq{Header set $_ "$more{$_}"\n} for sort keys %more;
    for my $place (qw(held plain)) {
        $httpd->doc("p/$place/$name", $html);
        $conf .= "<Location /p/$place/$name>\n$lines</Location>\n" if $lines;
    }
    return $name;
}

sub ahead { my ($path, %more) = @_; return { ahead => $path, rules => ['prerender'], settle => $SETTLE, %more } }
sub click { my (%more) = @_; return { click => 'here', %more } }
sub sent { return join ' ', sort map { split / /, hits($_) } @_ }
sub errors { return [map { s{/p/(?:held|plain)/}{/p/}r } map { @{ $_->{errors} } } @_] }
sub violations { return [sort map { @{ $_->{violations} } } @_] }
sub asked { return join ', ', map { ($_->{purpose} || 'view') . ($_->{condition} ? ' if changed' : '') . " $_->{status}" } map { @{ $_->{asked} } } @_ }
sub looked_at { my ($step) = @_; return scalar grep { $_ eq 'Success' } @{ $step->{ready} } }

# Visits with these steps, and what is to be seen of them.
sub row {
    my ($name, $steps, $check) = @_;
    $visits{$name} = $steps;
    push @checks, [$name, sub { my ($found) = @_; $check->(@{ $found->{$name} }) }];
    return;
}

# The page, prerendered and then looked at, held and not. %o: all, what hits it sends; ahead, which of them without Hold before somebody
# looks; errors, what of an error is compared; late, what else a step of clicking says.
sub both {
    my ($name, $page, %o) = @_;
    my ($all, $ahead) = (exists $o{all} ? $o{all} : $ALL, exists $o{ahead} ? $o{ahead} : $AHEAD);
    my $number = sub { return scalar(() = $_[0] =~ /\w+/g) };
    my @end = { run => 'window.shop.join()' };
    $visits{"$name, plain"} = [ahead("/p/plain/$page", want => $number->($ahead)), click(want => $number->($all) - $number->($ahead), %{ $o{late} || {} }), @end];
    $visits{"$name, held"} = [ahead("/p/held/$page"), click(want => $number->($all), %{ $o{late} || {} }), @end];
    push @checks, [$name, sub {
        my ($found) = @_;
        my ($plain, $held) = map { $found->{"$name, $_"} } qw(plain held);
        ok looked_at($_->[1]), 'it was prerendered, and looked at' or diag "@{ $_->[0]{ready} }, @{ $_->[1]{ready} }" for $plain, $held;
        is hits($plain->[0]), $ahead, 'without Hold hits leave before';
        is sent(@$plain), $all, 'and these in all';
        is hits($held->[0]), '', 'with Hold nothing leaves before somebody looks';
        is hits($held->[1]), $all, 'and then all, once';
        is order($held->[1]), join(' ', grep { $all =~ /\b$_\b/ } @ORDER), 'in order';
        is $held->[2]{said}, $plain->[2]{said}, 'what the site does itself is done';
        my $error = $o{errors} || sub { $_ };
        is_deeply [map { $error->() } @{ errors(@$held) }], [map { $error->() } @{ errors(@$plain) }], 'no new error';
        is_deeply [uniq @{ violations(@$held) }], [uniq @{ violations(@$plain) }], 'no new violation of a policy'; # what is asked for ahead is refused twice
    }];
    return;
}

# ---- What is held, and what becomes of it ----------------------------------------------------------------------------

my $next = put('next.html', '<!DOCTYPE html><title>next</title><p>Next.');
put('page.html', page());
both('a page', 'page.html');

row('never seen', [ahead('/p/held/page.html'), { close => $ON }], sub {
    is sent(@_), '', 'no hit, and none when the tab is closed';
    is asked(@_), 'prefetch;prerender 200', 'of one request';
});
for my $place (qw(plain held)) {
    row("Back, $place", [ahead("/p/$place/page.html"), click(want => $place eq 'held' ? 11 : 1), { open => "/p/$place/$next" }, { back => $ON, settle => $SETTLE }, { reload => $ON, want => 11 }], sub {
        is sent(@_[0, 1]), $ALL, 'all hits';
        is $_[3]{said}, 'BackForwardCacheRestore', 'Back shows the page as it was';
        is hits($_[3]), '', 'and sends none';
        is hits($_[4]), $ALL, 'a reload sends all';
        like asked($_[4]), qr/^view/, 'as it is a view';
    });
}
row('in a tab of its own', [ahead('/p/held/page.html'), { click => 'there', want => 11 }, { run => 'String(document.prerendering) + shop' }], sub {
    is hits($_[0]), '', 'nothing before';
    is hits($_[1]), $ALL, 'all at once where the bytes that were held are shown in an ordinary navigation';
    is order($_[1]), $ORDER, 'in order';
    is asked(@_), 'prefetch;prerender 200', 'of one request';
    is $_[2]{said}, 'falsehead,foot', 'and the page is whole';
});

# ---- Policies --------------------------------------------------------------------------------------------------------

my $HOSTS = join ' ', map { ("https://*$_", 'https://' . substr $_, 1) } @Test::Prerender::OWNERS;
my $hash = sub { return "'sha256-" . sha256_base64($_[0]) . "='" };
my %inline = map { ($hash->($_) => 1) } page() =~ m{<script\b(?![^>]*\ssrc=)[^>]*>(.*?)</script>}gs;
my $CSP = 'Content-Security-Policy';

both('a policy of nonces', put('nonce.html', page(nonce => 'r4nd0m'), $CSP => "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'"));
both('a policy of hashes', put('hash.html', page(), $CSP => join ' ', "script-src 'self' $HOSTS", sort keys %inline));
both('a policy that allows no inline script', put('self.html', page(), $CSP => "script-src 'self'"), all => 'F I', ahead => 'I',
    late => { refused => 'simpleanalytics' });    # a module is refused last, when the hits are long out
both('a policy that allows inline scripts', put('inline.html', page(), $CSP => "script-src 'self' 'unsafe-inline' $HOSTS"));
both('trusted types', put('types.html', page(), $CSP => "require-trusted-types-for 'script'"), all => 'B D1 D2 F I M S T', ahead => 'B D1 D2 I M S T',
    errors => sub { s/Uncaught //r =~ s/'(?:write|createContextualFragment)'.*//r }); # what a script writes is put in by another function, which asks for the same

my $right = substr $hash->($Test::Prerender::CLICKY), 1, -1;
(my $wrong = $right) =~ s/-..../-0000/;
both('integrity', put('right.html', page(integrity => $right)));
both('integrity of something else', put('wrong.html', page(integrity => $wrong)), all => 'B D1 D2 F I M Q T W X', ahead => 'B D1 D2 I M Q T W X');

# ---- What may go wrong -----------------------------------------------------------------------------------------------

my $VENDOR = 'https://static.getclicky.com';
my @MORE = map { { host => 'static.getclicky.com', type => 'application/javascript', %$_ } } (
    { path => '/throws.js', body => 'throw new Error("of the vendor");' },
    { path => '/absent.js', status => 404, body => '' },
    { path => '/hangs.js', wait => -1 },
    { path => '/late.js', body => <<'JS' },
(function () {
    function hit(name) { new Image().src = 'https://www.google-analytics.com/collect?v=1&k=' + name; }
    var before = window.onload;
    addEventListener('load', function () { hit('L1'); });
    document.addEventListener('DOMContentLoaded', function () { hit('L2'); });
    window.onload = function () { hit('L3'); if (before) before.call(this); };
    document.addEventListener('readystatechange', function () { if (document.readyState === 'complete') hit('L4'); });
})();
JS
);
sub scripts { return join '', map { qq{<script src="$VENDOR/$_.js"></script>\n} } @_ }

my $EMPTIES = <<'HTML';
<script>
document.addEventListener('DOMContentLoaded', function () {
    document.body.innerHTML = '<p id="app">The application.</p>';
    shop.push('app');
});
</script>
HTML
my @NO_FRAME = grep { $_ ne 'F' } qw(Q T D M S W X I B F N);
both('a framework that empties the body', put('empties.html', page(only => \@NO_FRAME, foot => $EMPTIES)), all => $AHEAD);
both('a script that throws, and one that is not there', put('throws.html', page(only => [qw(W X)], head => scripts('throws', 'absent'))), all => 'W X', ahead => 'W X');
both('handlers that are asked for too late', put('late.html', page(only => [], head => scripts('late'))), all => 'L1 L2 L3 L4', ahead => 'L1 L2 L3 L4');
put('hangs.html', page(only => [qw(W X)], head => scripts('hangs')));
row('a script that hangs', [ahead('/p/held/hangs.html'), click(want => 2), { run => 'window.shop.join()' }], sub {
    is hits($_[0]), '', 'nothing before';
    is hits($_[1]), 'W X', 'the next ones run all the same';
    is $_[2]{said}, 'head,foot', 'and the page is whole';
});

# A base counts for what stands behind it only.
my $BASED = qq{<script src="/vendor/piwik.js"></script>\n<base href="https://elsewhere.example/">\n};
push @MORE, map { { host => $_, path => '/vendor/piwik.js', type => 'application/javascript', body => "new Image().src = 'https://www.google-analytics.com/collect?v=1&k="
    . ($_ eq $Test::Prerender::SITE ? 'HERE' : 'THERE') . "';" } } $Test::Prerender::SITE, 'elsewhere.example';
both('a base behind a script', put('base.html', page(only => ['I'], head => $BASED)), all => 'HERE I', ahead => 'HERE I');

put('leaf.html', page(only => [qw(S I Q)]));
put('frame.html', page(only => [qw(S I B)], foot => '<iframe src="leaf.html"></iframe>'));
both('frames in frames', put('frames.html', page(only => [qw(S I)], foot => '<iframe src="frame.html"></iframe>')), all => 'B I I I Q S S S', ahead => 'B I I I Q S S S');

# ---- Prefetches ------------------------------------------------------------------------------------------------------

row('prefetch and prerender of one page', [ahead('/p/held/page.html', rules => [qw(prefetch prerender)]), click(want => 11)], sub {
    is asked(@_), 'prefetch 200', 'one request serves both';
    ok looked_at($_[1]), 'it was prerendered';
    is hits($_[0]), '', 'nothing before';
    is hits($_[1]), $ALL, 'then all';
    is order($_[1]), $ORDER, 'in order';
});
row('prefetch', [ahead('/p/held/page.html', rules => ['prefetch']), click(want => 11)], sub {
    is asked(@_), 'prefetch 200', 'one request';
    is hits($_[0]), '', 'nothing before';
    is hits($_[1]), $ALL, 'all at once when it is opened';
    is order($_[1]), $ORDER, 'in order';
});

# ---- Caches ----------------------------------------------------------------------------------------------------------

put('stored.html', page(), 'Cache-Control' => 'max-age=600');
put('off.html', page(), 'Cache-Control' => 'max-age=600', conf => "XPurposeVary Off\n");
put('bare.html', page(), 'Cache-Control' => 'max-age=600');    # something before httpd takes Vary away

sub view { my ($path, %more) = @_; return { open => $path, want => 11, %more } }

row('a view, then a prerender', [view('/p/held/page.html'), { tab => $ON }, ahead('/p/held/page.html'), click(want => 11)], sub {
    is asked(@_), 'view 200, prefetch;prerender if changed 200', 'the validator of the view is no reason to say that nothing changed';
    is hits($_[2]), '', 'nothing before';
    is hits($_[3]), $ALL, 'then all';
});
row('a prerender, then a view', [ahead('/p/held/page.html'), { close => $ON }, view('/p/held/page.html')], sub {
    is asked(@_), 'prefetch;prerender 200, view 200', 'what is held has no validator';
    is hits($_[2]), $ALL, 'all hits of the view';
});
row('a stored view, then a prerender', [view('/p/held/stored.html'), { tab => $ON }, ahead('/p/held/stored.html'), click(want => 11)], sub {
    like asked(@_), qr/^view 200, prefetch;prerender(?: if changed)? 200$/, 'Vary makes the browser ask';
    is hits($_[2]), '', 'nothing before';
    is hits($_[3]), $ALL, 'then all';
});
row('a stored prerender, then a view', [ahead('/p/held/stored.html'), { close => $ON }, view('/p/held/stored.html')], sub {
    is asked(@_), 'prefetch;prerender 200, view 200', 'Vary makes the browser ask';
    is hits($_[2]), $ALL, 'all hits of the view';
});
row('a stored view with XPurposeVary Off, then a prerender', [view('/p/held/off.html'), { tab => $ON }, ahead('/p/held/off.html', want => 10), click(want => 1)], sub {
    is asked(@_), 'view 200', 'the browser need not ask';
    is hits($_[2]), $AHEAD, 'and shows what it has, which does not wait: that is what Vary is for';
    is sent(@_[2, 3]), $ALL, 'nothing is lost, and nothing sent twice';
});
row('a stored prerender with XPurposeVary Off, then a view', [ahead('/p/held/off.html'), { close => $ON }, view('/p/held/off.html')], sub {
    is asked(@_), 'prefetch;prerender 200, view 200', 'what is held says what it depends on all the same';
    is hits($_[2]), $ALL, 'all hits of the view';
});
row('a stored prerender without Vary, then a view', [ahead('/p/held/bare.html'), { close => $ON }, view('/p/held/bare.html'), { run => 'shop.join()' }], sub {
    is asked(@_), 'prefetch;prerender 200', 'the browser need not ask';
    is hits($_[0]), '', 'nothing before';
    is hits($_[2]), $ALL, 'all at once in the view of what is held';
    is order($_[2]), $ORDER, 'in order';
    is $_[3]{said}, 'head,foot', 'and the page is whole';
});
row('a stored prerender without Vary, then a view without scripts',
    [ahead('/p/held/bare.html'), { close => $ON }, { scripting => $OFF }, { open => '/p/held/bare.html', want => 3 }], sub {
    is asked(@_), 'prefetch;prerender 200', 'the browser need not ask';
    is hits($_[3]), 'F I N', 'frame, pixel, and what is in noscript';
});
row('a view without scripts', [{ scripting => $OFF }, { open => '/p/plain/page.html', want => 3 }], sub {
    is hits($_[1]), 'F I N', 'frame, pixel, and what is in noscript, as in the page without Hold';
});

# ---- A hint to prefetch: what it costs -------------------------------------------------------------------------------

for my $page (qw(page stored off)) {
    my $path = "/p/held/$page.html";
    row("a hint to prefetch, $page", [{ ahead => $path, link => 'prefetch' }, click(want => 11)], sub {
        note "a hint to prefetch $page.html, then a click: ", asked(@_);
        is sent(@_), $ALL, 'all hits of the view';
        is hits($_[0]), '', 'none before';
    });
    row("a hint to prefetch, then a prerender, $page", [{ ahead => $path, link => 'prefetch' }, ahead($path), click(want => $page eq 'off' ? 1 : 11)], sub {
        note "a hint to prefetch $page.html, then a prerender: ", asked(@_), '; before anybody looks: ', hits($_[1]) || 'nothing';
        is sent(@_), $ALL, 'all hits, once';
    });
}

# ---- Looked at while it still comes ----------------------------------------------------------------------------------

my $moments = $ENV{XP_MOMENTS} || 30;
my $seed = $ENV{XP_SEED} || 1;
note "XP_SEED=$seed";
srand $seed;

# Pages in some twelve pieces, cut anywhere, of which the last comes after somewhat more than a second.
sub pieces {
    my ($html) = @_;
    my @cuts = sort { $a <=> $b } 0, length $html, map { int rand length $html } 1 .. 12;
    return map { (substr($html, $cuts[$_], $cuts[$_ + 1] - $cuts[$_]), \0.1) } 0 .. $#cuts - 1;
}

my %slow = map { ("/$_.html" => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", pieces(page())]) } 0 .. 4;
my $backend = Test::Backend->new(\%slow);
$conf .= 'ProxyPass /p/held/slow/ http://127.0.0.1:' . $backend->port . "/ flushpackets=on\n";
for my $n (1 .. $moments) {
    my $moment = int rand 1500;
    row("looked at after $moment ms ($n)", [ahead('/p/held/slow/' . $n % 5 . '.html', moment => $moment, settle => 0), click(want => 11), { run => 'window.shop.join()' }], sub {
        is hits($_[0]), '', 'nothing before';
        is hits($_[1]), $ALL, 'all, once';
        is order($_[1]), $ORDER, 'in order';
        is $_[2]{said}, 'head,foot', 'and the page is whole';
        is_deeply errors(@_), [], 'nothing is thrown';
    });
}

# ---- How long it takes: no test, but figures -------------------------------------------------------------------------

# Milliseconds from the click to the last hit, by what was clicked.
my %took;
sub took { my ($step) = @_; my ($last) = sort { $b <=> $a } map { $_->[1] =~ /[?&]k=/ ? $_->[3] : () } @{ $step->{requests} }; return $last - $step->{clicked} }

for my $n (1 .. $ENV{XP_TIMES} || 0) {
    my %steps = ('ordinary, plain' => ahead('/p/plain/page.html', rules => []), 'ordinary, held' => ahead('/p/held/page.html', rules => ['prefetch']),
        'prerendered, held' => ahead('/p/held/page.html'));
    for my $kind (sort keys %steps) {
        row("time $n, $kind", [$steps{$kind}, click(want => 11)], sub {
            is hits($_[1]), $ALL, 'all hits';
            push @{ $took{$kind} }, took($_[1]);
        });
    }
}

# ---- All of it -------------------------------------------------------------------------------------------------------

$httpd->{conf} = $conf;
$httpd->start;
%visits = map { ($_ => $visits{$_}) } grep { /$ENV{XP_ONLY}/ } keys %visits if $ENV{XP_ONLY};
my %found = visits($httpd, \%visits, answers => \@MORE, bare => ['/p/held/bare.html']);
for (@checks) {
    my ($name, $check) = @$_;
    next unless grep { $_ eq $name || /^\Q$name\E, (?:plain|held)$/ } keys %found;
    subtest $name => sub { $check->(\%found) };
}
for my $kind (sort keys %took) {
    my @sorted = sort { $a <=> $b } @{ $took{$kind} };
    diag sprintf '%-20s from the click to the last hit: median %d ms of %d (%d to %d)', $kind, $sorted[@sorted / 2], scalar @sorted, @sorted[0, -1];
}
note $httpd->_slurp('seen_log') if $ENV{VERBOSE};
$httpd->stop;
$backend->stop;
done_testing;
