# Vendors' own libraries, as npm has them, in pages that are held: installed as their documentation says, served from the vendor's host, and
# the page really prerendered. No page view before anybody looks, and one then; and one in an ordinary view of the held bytes, as in
# a view of the page without us. So it is with those that wait for the activation by themselves, and with those that drop a load
# which nobody sees.
use strict;
use warnings;
use re 'regexp_pattern';
use JSON::PP ();
use Test::More;
use Test::Browser;
use Test::Httpd;

Test::Browser::needs();
my $MODULES = $ENV{XP_NODE_MODULES} || "$Test::Httpd::ROOT/build/node_modules";
my @PACKAGES = qw(@amplitude/analytics-browser @plausible-analytics/tracker @segment/analytics-next ackee-tracker clarity-js
    countly-sdk-web mixpanel-browser posthog-js swetrix web-vitals);
for (@PACKAGES) {
    plan skip_all => "npm's $_ is not here (make deps-all)" unless -e "$MODULES/$_/package.json";
}

my $SITE = 'shop.example';

sub file {
    my ($name) = @_;
    open my $in, '<:raw', "$MODULES/$name" or die "$name: $!\n";
    local $/;
    return scalar <$in>;
}

sub script { my ($address, $body) = @_; return { address => $address, type => 'application/javascript', body => $body } }
sub json { my ($address, $body) = @_; return { address => $address, type => 'application/json', body => $body || '{}' } }

# A loader as most vendors print it.
sub loader {
    my ($address, $more) = @_;
    return "(function(d,t){var s=d.createElement(t),f=d.getElementsByTagName(t)[0];s.async=1;s.src='$address';" . ($more || '')
        . "f.parentNode.insertBefore(s,f);})(document,'script');";
}

# GoatCounter's script, written after its documentation: it counts a page that is visible, when there is a body. Otherwise it gives up,
# as it did for years, or waits until the page is seen. Its tag says where to.
sub goatcounter {
    my ($unseen) = @_;
    return "(function () {
    var tag = document.querySelector('script[data-goatcounter]'), to = tag.getAttribute('data-goatcounter');
    function count() {
        new Image().src = to + '?p=' + encodeURIComponent(location.pathname) + '&rnd=' + Math.random().toString(36).slice(2, 7);
    }
    function begin() {
        if (document.visibilityState === 'visible') count();
        else { $unseen }
    }
    if (document.body) begin(); else document.addEventListener('DOMContentLoaded', begin);
})();";
}
my $GOAT = '<script data-goatcounter="https://shop.goatcounter.com/count" async src="//gc.zgo.at/count.js"></script>';

# A library that reads its own tag while it runs, and counts when the page is complete: Umami's way.
my $READS_TAG = q{(function (tag) {
    var id = tag.getAttribute('data-website-id'), to = tag.src.split('/').slice(0, -1).join('/') + '/api/send', done;
    function count() {
        if (done || document.readyState !== 'complete') return;
        done = true;
        fetch(to, { method: 'POST', body: JSON.stringify({ type: 'event', payload: { website: id, url: location.pathname } }) });
    }
    document.addEventListener('readystatechange', count, true);
    count();
})(document.currentScript);};

# Of each library: what stands in the page, what hosts answer, which requests count and what in one of them is a page view; `ahead`: how
# many it sends of its own accord before anybody looks, `lost`: the view is lost to it, if the page is not held.
my %LIBRARIES = (
    posthog => {
        head => q{<script>
!function(t,e){var o,n,p,r;e.__SV||(window.posthog=e,e._i=[],e.init=function(i,s,a){function g(t,e){var o=e.split(".");
2==o.length&&(t=t[o[0]],e=o[1]),t[e]=function(){t.push([e].concat(Array.prototype.slice.call(arguments,
0)))}}(p=t.createElement("script")).type="text/javascript",p.crossOrigin="anonymous",p.async=!0,
p.src=s.api_host.replace(".i.posthog.com","-assets.i.posthog.com")+"/static/array.js",
(r=t.getElementsByTagName("script")[0]).parentNode.insertBefore(p,r);var u=e;for(void 0!==a?u=e[a]=[]:a="posthog",u.people=u.people||[],
o="init capture register identify reset".split(" "),n=0;n<o.length;n++)g(u,o[n]);e._i.push([i,s,a])},e.__SV=1)}(document,
window.posthog||[]);
posthog.init('phc_abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', { api_host: 'https://us.i.posthog.com', defaults: '2025-05-24' })
</script>},
        answers => sub {
            return (script('us-assets.i.posthog.com/static/array.js', file('posthog-js/dist/array.js')), json('us-assets.i.posthog.com/array/'),
                json('us.i.posthog.com/flags/'));
        },
        hit => qr{^us\.i\.posthog\.com/e/}, view => qr/"event":"\$pageview"/,
    },
    mixpanel => {
        head => sub {
            return '<script>' . file('mixpanel-browser/dist/mixpanel-jslib-snippet.min.js')
                . q{</script><script>mixpanel.init('0123456789abcdef0123456789abcdef', { track_pageview: true, batch_flush_interval_ms: 500 });</script>};
        },
        answers => sub { return script('cdn.mxpnl.com/libs/', file('mixpanel-browser/dist/mixpanel.min.js')) },
        hit => qr{^api-js\.mixpanel\.com/track/}, view => qr/mp_web_page_view/, ahead => 1,
    },
    amplitude => {
        head => q{<script src="https://cdn.amplitude.com/libs/analytics-browser-2.48.1-min.js"></script>
<script>amplitude.init('0123456789abcdef0123456789abcdef', { defaultTracking: true });</script>},
        answers => sub {
            return (script('cdn.amplitude.com/libs/', file('@amplitude/analytics-browser/lib/scripts/amplitude-min.js')),
                json('api2.amplitude.com/', '{"code":200}'), json('sr-client-cfg.amplitude.com/', '{"configs":{"analyticsSDK":{"browserSDK":{}}}}'));
        },
        hit => qr{^api2\.amplitude\.com/2/httpapi}, view => qr{\[Amplitude\] Page Viewed},
    },
    segment => {
        head => q{<script>!function(){var i="analytics",analytics=window[i]=window[i]||[];
if(!analytics.initialize)if(analytics.invoked)window.console&&console.error&&console.error("Segment snippet included twice.");else{
analytics.invoked=!0;analytics.methods=["trackSubmit","page","identify","track","ready","on","once","addSourceMiddleware","register"];
analytics.factory=function(e){return function(){if(window[i].initialized)return window[i][e].apply(window[i],arguments);
var n=Array.prototype.slice.call(arguments);n.unshift(e);analytics.push(n);return analytics}};for(var n=0;n<analytics.methods.length;
n++){var key=analytics.methods[n];analytics[key]=analytics.factory(key)}analytics.load=function(key,n){
var t=document.createElement("script");t.type="text/javascript";t.async=!0;t.setAttribute("data-global-segment-analytics-key",i);
t.src="https://cdn.segment.com/analytics.js/v1/" + key + "/analytics.min.js";var r=document.getElementsByTagName("script")[0];
r.parentNode.insertBefore(t,r);analytics._loadOptions=n};analytics._writeKey="abcdefghijklmnopqrstuvwxyz012345";
analytics.SNIPPET_VERSION="5.2.1";
analytics.load("abcdefghijklmnopqrstuvwxyz012345");
analytics.page();
}}();</script>},
        answers => sub {
            return (script('cdn.segment.com/analytics.js/v1/', file('@segment/analytics-next/dist/umd/standalone.js')),
                json('cdn.segment.com/v1/projects/', '{"integrations":{"Segment.io":{"apiKey":"abcdefghijklmnopqrstuvwxyz012345"}},"plan":{}}'));
        },
        hit => qr{^api\.segment\.io/v1/p}, view => qr/"type":"page"/, ahead => 1,
    },
    clarity => {
        head => q{<script type="text/javascript">
    (function(c,l,a,r,i,t,y){
        c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};
        t=l.createElement(r);t.async=1;t.src="https://www.clarity.ms/tag/"+i;
        y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);
    })(window, document, "clarity", "script", "abcdefghij");
</script>},
        answers => sub {
            return script('www.clarity.ms/tag/', file('clarity-js/build/clarity.min.js')
                    . ';clarity("start", { projectId: "abcdefghij", upload: "https://k.clarity.ms/collect", track: true, content: true, delay: 500 });');
        },
        hit => qr{^k\.clarity\.ms/collect}, view => qr/"e":\["[\d.]+",1,/, ahead => 1,
    },
    countly => {
        head => q{<script type='text/javascript'>
var Countly = Countly || {};
Countly.q = Countly.q || [];
Countly.app_key = "0123456789abcdef0123456789abcdef01234567";
Countly.url = "https://shop.count.ly";
Countly.q.push(['track_sessions']);
Countly.q.push(['track_pageview']);
(function() {
  var cly = document.createElement('script'); cly.type = 'text/javascript';
  cly.async = true;
  cly.src = 'https://cdn.jsdelivr.net/npm/countly-sdk-web@latest/lib/countly.min.js';
  cly.onload = function(){Countly.init()};
  var s = document.getElementsByTagName('script')[0]; s.parentNode.insertBefore(cly, s);
})();
</script>},
        answers => sub {
            return (script('cdn.jsdelivr.net/npm/countly-sdk-web', file('countly-sdk-web/lib/countly.min.js')),
                json('shop.count.ly/i', '{"result":"Success"}'), json('shop.count.ly/o'));
        },
        hit => qr{^shop\.count\.ly/i}, view => qr/begin_session=1/, ahead => 1,
    },
    ackee => {
        head => q{<script async src="https://ackee.site-stats.example/tracker.js" data-ackee-server="https://ackee.site-stats.example"}
            . q{ data-ackee-domain-id="0d11f820-68a1-11e6-8047-79c0c2d9bce0"></script>},
        answers => sub {
            return (script('ackee.site-stats.example/tracker.js', file('ackee-tracker/dist/ackee-tracker.min.js')),
                json('ackee.site-stats.example/api', '{"data":{"createRecord":{"payload":{"id":"1"}}}}'));
        },
        hit => qr{^ackee\.site-stats\.example/api}, view => qr{mutation createRecord}, ahead => 1,
    },
    swetrix => {
        head => q{<script src="https://swetrix.org/swetrix.js" defer></script>},
        body => q{<script>
  document.addEventListener('DOMContentLoaded', () => {
    swetrix.init('abcdefghijkl')
    swetrix.trackViews()
  })
</script>},
        answers => sub { return script('swetrix.org/swetrix.js', file('swetrix/dist/swetrix.js')) },
        hit => qr{^api\.swetrix\.com/log/ }, view => qr/"pg":/, ahead => 1,
    },
    plausible => {    # a module of the site's, which nobody holds: it waits by itself
        head => qq{<script type="module">import { init } from './plausible.js'; init({ domain: '$SITE' });</script>},
        files => sub { return ('plausible.js' => file('@plausible-analytics/tracker/plausible.js')) },
        hit => qr{^plausible\.io/api/event}, view => qr/"n":"pageview"/,
    },
    'web-vitals' => {
        head => q{<script>
(function () {
  var script = document.createElement('script');
  script.src = 'https://unpkg.com/web-vitals@6/dist/web-vitals.iife.js';
  script.onload = function () {
    webVitals.onTTFB(function (metric) {
      navigator.sendBeacon('https://www.google-analytics.com/collect?v=1&t=event&ea=' + metric.name + '&ev=' + Math.round(metric.value), '');
    });
  };
  document.head.appendChild(script);
})();
</script>},
        answers => sub { return script('unpkg.com/web-vitals@', file('web-vitals/dist/web-vitals.iife.js')) },
        hit => qr{^www\.google-analytics\.com/collect}, view => qr/ea=TTFB/,
    },
    'goatcounter-drops' => {
        head => $GOAT,
        answers => sub { return script('gc.zgo.at/count.js', goatcounter('')) },
        hit => qr{^shop\.goatcounter\.com/count}, view => qr/p=/, lost => 1,
    },
    'goatcounter-waits' => {
        head => $GOAT =~ s/gc\.zgo\.at/static.zgo.at/r,
        answers => sub {
            return script('static.zgo.at/count.js', goatcounter(q{document.addEventListener('visibilitychange', function again() {
                if (document.visibilityState !== 'visible') return;
                document.removeEventListener('visibilitychange', again);
                count();
            });}));
        },
        hit => qr{^shop\.goatcounter\.com/count}, view => qr/p=/,
    },
    'reads-its-tag' => {
        head => q{<script defer src="https://cloud.umami.is/script.js" data-website-id="94db1cb1-74f4-4a40-ad6c-962362670409"></script>},
        answers => sub { return script('cloud.umami.is/script.js', $READS_TAG) },
        hit => qr{^cloud\.umami\.is/api/send}, view => qr/"website":"94db1cb1/, ahead => 1,
    },
);

my $httpd = Test::Httpd->new(conf => <<'CONF');
XPurpose On
<Location /p/>
    XPurposeAction prerender Hold
    XPurposeAction prefetch Hold
</Location>
<Location /p/pass/>
    XPurposeAction prerender Pass
    XPurposeAction prefetch Pass
</Location>
CONF

sub given { my ($what) = @_; return ref $what ? $what->() : $what }

sub page {
    my ($name, $library) = @_;
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>$name</title>\n" . given($library->{head})
        . "\n</head><body><h1>$name</h1>\n" . ($library->{body} || '') . "\n<p>The end.</p></body></html>\n";
}

my $only = $ENV{XP_PAGES} || '';
my @names = grep { /(?:$only)/ } sort keys %LIBRARIES;
my $ACTIVATED = q{performance.getEntriesByType('navigation')[0].activationStart > 0};
my (@answers, @visits);
for my $name (@names) {
    my $library = $LIBRARIES{$name};
    my %files = $library->{files} ? $library->{files}->() : ();
    for my $folder ('p', 'p/pass') {
        $httpd->doc("$folder/$name.html", page($name, $library));
        $httpd->doc("$folder/$_", $files{$_}) for keys %files;
    }
    push @answers, $library->{answers}->() if $library->{answers};
    my %counted = (counted => join '.*', map { (regexp_pattern($_))[0] } @$library{qw(hit view)});
    my $held = "/p/$name.html";
    push @visits, map { { %counted, %$_ } }
        { name => "$name, plain", steps => [{ open => $held, want => 1 }] },
        { name => "$name, held", steps => [{ ahead => $held, rules => ['prerender'] }, { click => 'here', run => $ACTIVATED, want => 1 }] },
        { name => "$name, fetched", steps => [{ ahead => $held, rules => ['prefetch'] }, { click => 'here', run => $ACTIVATED, want => 1 }] },
        { name => "$name, passed", steps => [{ ahead => "/p/pass/$name.html", rules => ['prerender'], want => $library->{ahead} || 0 },
            { click => 'here', run => $ACTIVATED, want => $library->{ahead} || $library->{lost} ? 0 : 1 }] };
}
for (@answers) {
    ($_->{host}, $_->{path}) = $_->{address} =~ m{^([^/]+)(/.*)$};
    $_->{headers} = { 'Access-Control-Allow-Headers' => 'content-type, *' };
}
$httpd->start;

# What the libraries take for a person's browser.
my ($major) = `'@{[Test::Browser::chromium()]}' --version 2>/dev/null` =~ /(\d+)\./;
my @FLAGS = ('--disable-blink-features=AutomationControlled',
    "--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/$major.0.0.0 Safari/537.36");
my %found = map { ($_->{name} => $_) } Test::Browser::run('prerender.mjs', $httpd, lanes => 4, settle => 1500, site => $SITE, owners => [], answers => \@answers,
    bodies => JSON::PP::true, flags => \@FLAGS, visits => \@visits);

# The page views of a step, and what it asked of httpd for its page.
sub views {
    my ($library, $step) = @_;
    my $n = 0;
    for my $request (@{ $step->{requests} }) {
        my $text = "$request->[0]$request->[1] " . ($request->[4] || '');
        $n += () = $text =~ /$library->{view}/g if $text =~ $library->{hit};
    }
    return $n;
}

# Those of each step.
sub told {
    my ($name, $way) = @_;
    my $visit = $found{"$name, $way"};
    return [$visit->{failed}] if $visit->{failed};
    note "$name, $way: $_" for thrown($name, $way);
    return [map { views($LIBRARIES{$name}, $_) } @{ $visit->{steps} }];
}

# For what purpose its page was asked for, each time.
sub purposes {
    my ($name, $way) = @_;
    return [map { $_->{purpose} // 'none' } grep { $_->{path} =~ /\Q$name\E\.html/ } map { @{ $_->{asked} } } @{ $found{"$name, $way"}{steps} }];
}

# What is thrown in all of a visit.
sub thrown { my ($name, $way) = @_; return map { @{ $_->{errors} } } @{ $found{"$name, $way"}{steps} } }

for my $name (@names) {
    my $library = $LIBRARIES{$name};
    is_deeply told($name, 'plain'), [1], "$name: a view without us is one page view";
    is_deeply told($name, 'held'), [0, 1], "$name: held: none before anybody looks, and one then";
    is_deeply purposes($name, 'held'), ['prefetch;prerender'], '... prerendered, and not asked for again';
    ok $found{"$name, held"}{steps}[1]{said}, '... and activated';
    is_deeply told($name, 'fetched'), [0, 1], "$name: an ordinary view of the held bytes is one page view";
    is_deeply purposes($name, 'fetched'), ['prefetch'], '... of those that were fetched';
    ok !$found{"$name, fetched"}{steps}[1]{said}, '... and not prerendered';
    my $ahead = $library->{ahead} || 0;
    is_deeply told($name, 'passed'), [$ahead, $ahead || $library->{lost} ? 0 : 1],
        $library->{lost} ? "$name: passed: the view is lost" : $ahead ? "$name: passed: it does not wait" : "$name: passed: it waits by itself";
    my %plain = map { $_ => 1 } thrown($name, 'plain');
    is_deeply [grep { !$plain{$_} } thrown($name, 'held'), thrown($name, 'fetched')], [], "$name: nothing is thrown that is not without us";
}
$httpd->stop;
done_testing;
