# What hits say, of pages that are held: whole addresses with their queries, and bodies. Libraries in the manner of vendors' own tell what
# they are told (pages, values, orders, accounts), where they are, who came, and how many hits they sent before. So what leaves a page that
# was prerendered and then looked at, or opened from held bytes, must be to the letter what leaves the plain page, but for dice and clocks.
use strict;
use warnings;
use JSON::PP ();
use Test::Browser;
use Test::Httpd;
use Test::More;
use Test::Prerender 'visits';

Test::Browser::needs();

# ---- The libraries ----

# Each hit's `k` is a letter and its number among the hits with that letter: those that a parser runs one after another share one, since
# their order is certain. Who comes is told by a cookie; `rnd` and `ts` make each address a new one.
my $LEAVE = q{
function leave(line, to, values, way) {
    var key = 'sent' + line, cookie = 'visitor' + line + '=', returns = document.cookie.indexOf(cookie) >= 0, query, name;
    window[key] = (window[key] || 0) + 1;
    if (!returns) document.cookie = cookie + Math.random().toString(36).slice(2) + '; path=/';
    query = '?k=' + line + (window[key] < 10 ? '0' : '') + window[key] + '&visitor=' + document.cookie.split(cookie)[1].split(';')[0]
        + '&returns=' + returns + '&url=' + encodeURIComponent(location.href) + '&ref=' + encodeURIComponent(document.referrer)
        + '&title=' + encodeURIComponent(document.title);
    for (name in values) query += '&' + encodeURIComponent(name) + '=' + encodeURIComponent(values[name]);
    query += '&ts=' + Date.now() + '&rnd=' + Math.random();
    if (way == 'beacon') navigator.sendBeacon(to, query);
    else new Image().src = to + query;
}
function plain(value) { return typeof value == 'object' ? JSON.stringify(value) : String(value); }
};

# What settings are there when it runs counts, and each call.
my $CLICKY = q{
window.clicky = {
    ids: [],
    init: function (id) { this.ids.push(id); this.log(location.pathname, document.title, 'pageview'); },
    log: function (page, title, type) {
        var extra = window.clicky_custom || {};
        this.ids.forEach(function (id) {
            leave('S', 'https://in.getclicky.com/in.php',
                { site_id: id, href: page, name: title, type: type || 'click', custom: plain(extra) });
        });
    },
    goal: function (id, revenue, quiet) {
        leave('S', 'https://in.getclicky.com/in.php', { goal: id, revenue: revenue, quiet: quiet, args: arguments.length });
    }
};
};

# Transactions are kept until they are told.
my $GA = q{
window._gat = { _getTracker: function (account) {
    var kept = [], custom = [], domain = 'auto';
    function tell(type, values) {
        values.account = account;
        values.domain = domain;
        values.custom = custom.join('*');
        leave('S', 'https://ssl.google-analytics.com/__utm.gif', Object.assign({ utmt: type }, values));
    }
    return {
        _setDomainName: function (name) { domain = name; },
        _setCustomVar: function () { custom.push([].join.call(arguments, '|')); return true; },
        _trackPageview: function (page) { tell('page', { page: page === undefined ? location.pathname + location.search : page }); },
        _trackEvent: function () { tell('event', { event: [].join.call(arguments, '*') }); },
        _addTrans: function () { kept.push(['tran', [].join.call(arguments, '|')]); },
        _addItem: function () { kept.push(['item', [].join.call(arguments, '|')]); },
        _trackTrans: function () { kept.splice(0).forEach(function (one) { tell(one[0], { values: one[1] }); }); }
    };
} };
};

# Its variables are the page's to set between its calls; what it returns is to be written.
my $ADOBE = q{
window.s = { account: window.s_account, prop1: 'library', t: function () {
    var told = {}, name;
    for (name in this) if (/^(account|pageName|channel|products|events|purchaseID|prop\d+|eVar\d+)$/.test(name)) told[name] = this[name];
    leave('S', 'https://metrics.shop.example/b/ss/' + this.account + '/1/H.27', told);
    window.written = (window.written || 0) + 1;
    return '<img src="https://metrics.shop.example/b/ss/written?k=W' + window.written + '&page=' + encodeURIComponent(this.pageName)
        + '" alt="">';
} };
};

# A tag manager: all that was pushed by then, and then whatever is. Its own first event stands where the loader has put it.
my $GTM = q{
(function (queue) {
    var state = {};
    function take(entry) {
        Object.assign(state, entry);
        delete state['gtm.start'];
        if (entry.event) leave('T', 'https://www.google-analytics.com/g/collect', { en: entry.event, model: plain(state) }, 'beacon');
    }
    queue.splice(0).forEach(take);
    queue.push = function () { [].forEach.call(arguments, take); return queue.length; };
})(window.dataLayer);
};

my $MATOMO = q{
(function (queue) {
    var set = {}, items = [];
    function take(call) {
        var name = call[0], given = [].slice.call(call, 1);
        if (typeof name == 'function') name.call({ getSiteId: function () { return set.setSiteId; } });
        else if (/^set/.test(name)) set[name] = given.join('|');
        else if (name == 'addEcommerceItem') items.push(given);
        else if (/^track/.test(name))
            leave('M', 'https://stats.shop.example/matomo.php', { what: name, given: plain(given), set: plain(set), items: plain(items) });
    }
    while (queue && queue.length) take(queue.shift());
    window._paq = { push: function () { [].forEach.call(arguments, take); } };
})(window._paq);
};

# Deferred; it reads its tag, counts by itself, and is called.
my $UMAMI = q{
(function (tag) {
    var id = tag.getAttribute('data-website-id');
    function send(name, data) { leave('U', 'https://cloud.umami.is/api/send', { website: id, name: name, data: plain(data || {}) }); }
    window.umami = { track: send };
    send('view');
})(document.currentScript);
};

sub answer {
    my ($address, $body, %more) = @_;
    my ($host, $path) = $address =~ m{^([^/]+)(/.*)};
    return { host => $host, path => $path, type => 'application/javascript', body => "(function () {$LEAVE$body})();", %more };
}
my @ANSWERS = (
    answer('static.getclicky.com/js', $CLICKY, wait => 80),
    answer('ssl.google-analytics.com/ga.js', $GA, wait => 40),
    answer('www.shop-files.example/js/s_code.js', $ADOBE),
    answer('www.googletagmanager.com/gtm.js', $GTM, wait => 60),
    answer('stats.shop.example/matomo.js', $MATOMO),
    answer('cloud.umami.is/script.js', $UMAMI, wait => 30),
);

# ---- The pages, each with how many hits its view has, and how many a click in it sends ----

my %PAGES = (
    counter => { hits => 10, clicks => 3, head => <<'HEAD', body => <<'BODY' },
<script>var clicky_custom = { visitor: { name: "Ann & \"Bo\"", plan: 'größer' }, timeout: 0 };</script>
<script src="https://static.getclicky.com/js"></script>
<script>try{ clicky.init(66001); }catch(e){}</script>
<script>try{ clicky.init(66002); }catch(e){}</script>
HEAD
<h1>Sizes</h1>
<script>clicky.log('/sizes?from=<list>&page=2', "Sizes: 38 \u00bd, \"wide\" + more", 'pageview');</script>
<img height="1" width="1" style="display:none" alt="" src="https://www.facebook.com/tr?id=123456789012345&amp;ev=ViewContent&amp;cd[value]=19.99&amp;cd[currency]=EUR&amp;cd[name]=a%20b%26c&amp;k=P01">
<script>
clicky_custom.goal = { name: 'seen', revenue: '1.299,00 €' };
clicky.goal(7, 1299.5, true);
clicky.goal('newsletter');
</script>
<noscript><img height="1" width="1" alt="" src="https://www.facebook.com/tr?id=123456789012345&amp;noscript=1&amp;k=N01"></noscript>
<script>clicky.log('#end', undefined, 'outbound');</script>
<button id="buy" onclick="clicky.log('/virtual/buy?sku=4711', 'Buy', 'click'); clicky.goal(8, '5');">Buy</button>
BODY
    order => { hits => 10, clicks => 2, head => <<'HEAD', body => <<'BODY' },
<script>var s_account = "shopeu,shopglobal";</script>
<script src="https://www.shop-files.example/js/s_code.js"></script>
HEAD
<script type="text/javascript">
var gaJsHost = (("https:" == document.location.protocol) ? "https://ssl." : "http://www.");
document.write(unescape("%3Cscript src='" + gaJsHost + "google-analytics.com/ga.js' type='text/javascript'%3E%3C/script%3E"));
</script>
<script type="text/javascript">
try {
var pageTracker = _gat._getTracker("UA-424242-7");
pageTracker._setDomainName(".shop.example");
pageTracker._setCustomVar(1, "customer", "returning", 2);
pageTracker._trackPageview();
pageTracker._trackPageview("/virtual/thank-you?step=3&sum=59.97");
pageTracker._addTrans("A-1001", "Köln", "59.97", "9.57", "4.90", "Köln", "NRW", "DE");
pageTracker._addItem("A-1001", "SKU-1", "Shoe \"Trail\", 38½", "Shoes", "19.99", "2");
pageTracker._addItem("A-1001", "SKU-2", "Sock & band", "Socks", "19.99", "1");
pageTracker._trackTrans();
} catch(err) {}</script>
<script type="text/javascript">
s.pageName = "shop:thank you";
s.products = ";SKU-1;2;39.98,;SKU-2;1;19.99";
s.events = "purchase,event7";
s.purchaseID = "A-1001";
s.eVar4 = "voucher=10%";
var s_code = s.t(); if (s_code) document.write(s_code)</script>
<p>Thank you.</p>
<script type="text/javascript">
s.events = ""; s.products = ""; s.prop9 = "foot";
s_code = s.t(); if (s_code) document.write(s_code)</script>
<script>pageTracker._trackEvent("order", "done", "A-1001", 59.97);</script>
<button id="buy" onclick="pageTracker._trackPageview('/virtual/again'); pageTracker._trackEvent('again', 'click');">Again</button>
BODY
    # What nobody reads calls what waits: a file of the site's, a handler, a name in a string, a tracker under a name of the site's.
    unseen => { hits => 12, clicks => 2, head => <<'HEAD', body => <<'BODY' },
<script src="https://static.getclicky.com/js"></script>
<script src="app.js"></script>
<script src="https://ssl.google-analytics.com/ga.js"></script>
<script src="late.js" defer></script>
<script defer src="https://cloud.umami.is/script.js" data-website-id="94db1cb1-74f4-4a40-ad6c-962362670409"></script>
<script defer src="last.js"></script>
HEAD
<ul><li>1</li></ul>
<script>
var tracker = _gat._getTracker("UA-424242-8"), items = document.querySelectorAll('li');
tracker._setCustomVar(1, "items", items.length, 3);
tracker._trackPageview("/list/" + items.length);
function count(page) { window['clicky'].log(page, 'By a function'); items[0].textContent = 'counted'; }
</script>
<script>clicky.log('/between', 'Between', 'pageview');</script>
<script>window.addEventListener('load', function () { count('/load'); tracker._trackEvent('list', 'loaded', document.readyState); });</script>
<button id="buy" onclick="count('/virtual/buy'); tracker._trackEvent('buy', 'click');">Buy</button>
BODY
    layer => { hits => 7, clicks => 2, head => <<'HEAD', body => <<'BODY' },
<script>
window.dataLayer = window.dataLayer || [];
dataLayer.push({ pageType: 'product', customer: { id: null, groups: ['a', 'b'] } });
</script>
<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],
j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);
})(window,document,'script','dataLayer','GTM-SH0P42');</script>
HEAD
<script>
dataLayer.push({ ecommerce: null });
dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', value: 29.9, items: [{ item_id: 'SKU-9', item_name: 'Hat "L"', price: 29.9, quantity: 1 }] } });
</script>
<ul id="list"></ul>
<script>
['red', 'blue'].forEach(function (colour, i) {
    var line = document.createElement('li');
    line.textContent = colour;
    document.getElementById('list').appendChild(line);
    dataLayer.push({ event: 'select_colour', colour: colour, at: i, lines: document.querySelectorAll('li').length });
});
</script>
<script>dataLayer.push({ event: 'virtualPageview', virtualPage: '/virtual/hat?colour=red&size=L', virtualTitle: 'Hat – red' }, { event: 'two at once', ecommerce: undefined });</script>
<script src="shop.js"></script>
<button id="buy" onclick="dataLayer.push({ event: 'add_to_cart', ecommerce: { value: 59.8, items: [{ item_id: 'SKU-9', quantity: 2 }] } }, { event: 'clicked' });">Buy</button>
BODY
    queues => { hits => 8, clicks => 2, head => <<'HEAD', body => <<'BODY' },
<script>
  var _paq = window._paq = window._paq || [];
  _paq.push(['setCustomUrl', 'https://shop.example/virtual/basket?items=2']);
  _paq.push(['setDocumentTitle', 'Basket / 2']);
  _paq.push(['trackPageView']);
  _paq.push(['enableLinkTracking']);
  (function() {
    var u="//stats.shop.example/";
    _paq.push(['setTrackerUrl', u+'matomo.php']);
    _paq.push(['setSiteId', '3']);
    var d=document, g=d.createElement('script'), s=d.getElementsByTagName('script')[0];
    g.async=true; g.src=u+'matomo.js'; s.parentNode.insertBefore(g,s);
  })();
</script>
<script defer src="https://cloud.umami.is/script.js" data-website-id="94db1cb1-74f4-4a40-ad6c-962362670409"></script>
HEAD
<script>
_paq.push(['addEcommerceItem', 'SKU-1', 'Shoe "Trail"', ['Shoes', 'Men & women'], 19.99, 2]);
_paq.push(['addEcommerceItem', 'SKU-2', 'Sock', 'Socks', '19,99']);
_paq.push(['trackEcommerceCartUpdate', 59.97]);
</script>
<script>_paq.push(['setCustomUrl', '/virtual/paid'], ['trackPageView', 'Paid'], ['trackEcommerceOrder', 'A-1002', 59.97, 50.4, 9.57, 0, false]);</script>
<script>_paq.push([function () { _paq.push(['trackEvent', 'site', this.getSiteId()]); }]);</script>
<script>
document.addEventListener('DOMContentLoaded', function () {
    umami.track('order', { value: 59.97, currency: 'EUR', items: ['SKU-1', 'SKU-2'] });
    umami.track('virtual', { page: '/virtual/paid?x=1&y=2' });
});
</script>
<button id="buy" onclick="_paq.push(['trackGoal', 4, 12.5]); umami.track('click', { n: 1 });">Buy</button>
BODY
);

# The site's own, which is nobody's and runs at once.
my %FILES = ('app.js' => q{
    clicky.init(66003);
    clicky.log('/app', 'By a file', 'pageview');
    window.app = { clicky: clicky, goals: [7, 8] };
    app.goals.forEach(function (goal) { app.clicky.goal(goal, goal + '.50'); });
    document.documentElement.setAttribute('data-app', 'ready');
}, 'late.js' => q{clicky.log('/late', 'Deferred'); clicky.goal('late');}, 'last.js' => q{
    umami.track('last', { ready: document.documentElement.getAttribute('data-app') });
}, 'shop.js' => q{window.addEventListener('load', function () {
    document.body.setAttribute('data-ready', 'yes');
    dataLayer.push({ event: 'loaded', lines: document.querySelectorAll('li').length });
});});

my $httpd = Test::Httpd->new(conf => <<'CONF');
XPurpose On
XPurposeAction prerender Hold
XPurposeAction prefetch Hold
CONF
for (keys %PAGES) {
    my $title = "Größe &amp; \"Rest\": $_";
    $httpd->doc("p/$_.html", "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>$title</title>\n$PAGES{$_}{head}</head><body>\n"
            . "$PAGES{$_}{body}</body></html>\n");
}
$httpd->doc("p/$_", $FILES{$_}) for keys %FILES;
$httpd->start;

# ---- The visits: all come by the same link, so that the page before is the same ----

my $only = $ENV{XP_PAGES} || '';
my @names = grep { /(?:$only)/ } sort keys %PAGES;
my $ACTIVATED = q{performance.getEntriesByType('navigation')[0].activationStart > 0};
my %rules = (plain => [], held => ['prerender'], fetched => ['prefetch']);
my %visits;
for my $name (@names) {
    my ($hits, $clicks) = @{ $PAGES{$name} }{qw(hits clicks)};
    for my $way (keys %rules) {
        $visits{"$name $way"} = [{ ahead => "/p/$name.html?from=start&n=1", rules => $rules{$way} },
            { click => 'here', run => $ACTIVATED, want => $hits },
            { run => q{document.getElementById('buy').click()}, want => $clicks }];
    }
}
my %found = visits($httpd, \%visits, answers => \@ANSWERS, bodies => JSON::PP::true, settle => 700);

# The hits of a step, by library and number; what is random is not there.
sub hits {
    my ($step) = @_;
    my (%visitor, @hits);
    for my $request (@{ $step->{requests} }) {
        my $text = "$request->[0]$request->[1] " . ($request->[4] || '');
        my ($k) = $text =~ /[?&]k=(\w+)/ or next;
        $text =~ s/&(?:rnd|ts)=[\d.e-]+//g;
        push @hits, [$k, $text];
    }
    my @sorted = map { $_->[1] } sort { $a->[0] cmp $b->[0] || $a->[1] cmp $b->[1] } @hits;
    return [map { s/&visitor=(\w+)/'&visitor=' . ($visitor{$1} ||= 1 + keys %visitor)/er } @sorted];
}

for my $name (@names) {
    my %step = map { ($_ => $found{"$name $_"}) } keys %rules;
    my ($seen, $clicked) = map { hits($step{plain}[$_]) } 1, 2;
    is scalar @$seen, $PAGES{$name}{hits}, "$name: a view without us has its hits";
    is scalar @$clicked, $PAGES{$name}{clicks}, '... and a click';
    for my $way (qw(held fetched)) {
        is_deeply hits($step{$way}[0]), [], "$name, $way: no hit before anybody looks";
        is_deeply hits($step{$way}[1]), $seen, '... and then each, once, in its order, saying what it says without us';
        is_deeply hits($step{$way}[2]), $clicked, '... and so does a click';
        is_deeply [map { @{ $_->{errors} } } @{ $step{$way} }], [map { @{ $_->{errors} } } @{ $step{plain} }], '... and no more is thrown';
    }
    ok $step{held}[1]{said}, "$name, held: it was prerendered";
    ok !$step{fetched}[1]{said}, "$name, fetched: it was not";
}
$httpd->stop;
done_testing;
