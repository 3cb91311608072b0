# A browser with a cache of its own: a preview, and then a person's visit of the same address while it would still be fresh.
# The visit has its analytics and the preview sends nothing, whatever comes in between.
use strict;
use warnings;
use File::Temp ();
use JSON::PP ();
use Test::Browser;
use Test::Httpd;
use Test::More;

Test::Browser::needs();

# The vendor's host resolves to our httpd, as every host does for this browser, so its log counts hits.
my $TAG = '<script src="http://counter.test/hit.js"></script>';
my $SITE = 'http://site.test';
my $httpd = Test::Httpd->new(modules => ['headers'], conf => <<"CONF");
XPurpose On
XPurposeVendor counter url counter.test/hit.js
LogFormat "%{Host}i %U %>s %{X-Purpose}i|%{Sec-Purpose}i" seen
CustomLog "%DIR%/seen_log" seen
Header set Cache-Control "max-age=600" "expr=%{REQUEST_URI} =~ m#html\$#"
<Location /brief/>
    Header set Cache-Control "max-age=1"
</Location>
<Location /novary/>
    XPurposeVary Off
</Location>
CONF
$httpd->doc('hit.js', '/* counted */');
sub page { my ($more) = @_; return "<!DOCTYPE html><html><head><title>t</title>$TAG</head><body><p>a page</p>$more</body></html>" }

my @scenarios;

# Adds a scenario with pages of its own: %A%, %B% in its steps are their addresses.
sub scenario {
    my ($name, $folder, @steps) = @_;
    my $n = @scenarios;
    my %address = map { $_ => "$SITE$folder/$n-" . lc($_) . '.html' } qw(A B);
    $httpd->doc("$folder/$n-a.html", page(''));
    $httpd->doc("$folder/$n-b.html", page(qq{<link rel="prefetch" href="$address{A}">}));
    for my $step (@steps) {
        s/%([AB])%/$address{$1}/g for grep { defined } @$step{qw(url run)};
    }
    push @scenarios, { name => $name, steps => \@steps };
    return;
}

sub preview { return { url => $_[0] || '%A%', preview => JSON::PP::true() } }
sub visit { return { url => $_[0] || '%A%' } }
sub pause { return { wait => $_[0] } }

# Until the browser has fetched %A% for later.
sub fetched {
    return { run => 'new Promise(done => { const look = () => performance.getEntriesByName("%A%").length ? done() : setTimeout(look, 50); look(); })' };
}

for my $folder ('', '/novary') {
    my $vary = $folder ? ', XPurposeVary Off' : '';
    scenario("preview, visit$vary", $folder, preview(), visit());
    scenario("visit, preview, visit$vary", $folder, visit(), preview('about:blank'), preview(), visit('about:blank'), visit());
    scenario("preview, elsewhere, visit$vary", $folder, preview(), visit('%B%'), visit());
    scenario("preview, preview, visit, visit$vary", $folder, preview(), preview(), visit(), visit('about:blank'), visit());
}
scenario('stale', '/brief', visit(), pause(2100), preview(), visit(), pause(2100), visit());
scenario('prefetch, visit', '', visit('%B%'), fetched(), visit());
scenario('preview of a page that prefetches, visit', '', preview('%B%'), fetched(), visit());

# What a service worker keeps it keeps against no-store; but it too asks Vary.
$httpd->doc('worker.html', page(''));
$httpd->start;
push @scenarios, { name => 'the Cache API', steps => [{ url => $httpd->url('/worker.html') }, { run => <<'SCRIPT' }] };
(async () => {
    const cache = await caches.open('pages');
    const preview = await fetch('/worker.html', { headers: { 'X-Purpose': 'preview' } });
    const text = await preview.clone().text();
    await cache.put(new Request('/worker.html', { headers: { 'X-Purpose': 'preview' } }), preview);
    const found = await caches.match(new Request('/worker.html'));
    return `${text.includes('xpurpose:') ? 'stripped' : 'full'} stored, ${found ? 'found' : 'not found'} for a visit`;
})()
SCRIPT

my $folder = File::Temp::tempdir('xpurpose-browser-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my %spec = (chromium => Test::Browser::chromium(), profile => "$folder/profile", port => $httpd->port, scenarios => \@scenarios);
open my $out, '>', "$folder/spec" or die "$!\n";
print {$out} JSON::PP->new->encode(\%spec);
close $out;
my $json = `node $Test::Httpd::ROOT/t/js/cache.mjs $folder/spec`;
my @found = @{ JSON::PP::decode_json($json) };

sub kind {
    my ($text) = @_;
    return $text unless $text =~ /<p>a page/;
    return $text =~ /<!--xpurpose: counter-->/ && $text !~ /hit\.js/ ? 'stripped' : $text =~ /hit\.js/ && $text !~ /<!--xpurpose/ ? 'full' : "neither: $text";
}

# What the server was asked for, a scenario's own pages only.
my @seen = $httpd->logged('seen_log');

for my $i (0 .. $#found) {
    my $scenario = $scenarios[$i];
    my $results = $found[$i]{results};
    subtest $scenario->{name} => sub {
        for my $n (0 .. $#{ $scenario->{steps} }) {
            my $step = $scenario->{steps}[$n];
            next if ($step->{url} || 'about:blank') eq 'about:blank';
            my $kind = kind($results->[$n]);
            my @allowed = !$step->{preview} ? 'full' : $n && $scenario->{name} =~ /Off/ ? ('stripped', 'full') : 'stripped';
            ok scalar(grep { $_ eq $kind } @allowed), "step $n: @allowed" or diag $kind;
        }
        is $results->[1], 'full stored, not found for a visit', 'what a script has fetched is full, and is for no visit either' if $scenario->{name} =~ /Cache API/;
        diag grep { m{/$i-} } @seen if $ENV{VERBOSE};
    };
}

sub asked { my ($i, $what, $purpose) = @_; return scalar grep { m{/$i-$what\.html \d+ \Q$purpose\E} } @seen }

my %index = map { $scenarios[$_]{name} => $_ } 0 .. $#scenarios;
is asked($index{'preview, visit'}, 'a', 'preview|'), 1, 'the server was asked for the preview';
is asked($index{'preview, visit'}, 'a', '-|-'), 1, 'and for the visit again';
is asked($index{'prefetch, visit'}, 'a', '-|prefetch'), 1, 'a prefetch';
is asked($index{'prefetch, visit'}, 'a', '-|-'), 0, 'is what the visit gets';
is scalar(grep { /^counter\.test .*preview\|/ } @seen), 0, 'no preview sent a hit';
cmp_ok scalar(grep { /^counter\.test/ } @seen), '>', 0, 'visits did';

$httpd->stop;
done_testing;
