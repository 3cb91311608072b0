# Pages into which the site's snippet is put, in Chromium with its own cache: views, previews, links' prefetches, frames, service workers,
# prerenders that are held, policies with a nonce, and a reload of the server that changes the snippet. A person's load sends the snippet's
# hit, once; what nobody looks at sends none.
use strict;
use warnings;
use JSON::PP ();
use Test::Backend;
use Test::Browser;
use Test::Cache;
use Test::Httpd;
use Test::More;
use Test::Prerender ();

Test::Browser::needs();

my $ON = JSON::PP::true();
my %PREVIEW = ('X-Purpose' => 'preview');
my $CSP = 'Content-Security-Policy';

# Snippets and the hits that they send: the vendors' scripts are Test::Prerender's, and say k= with these names.
my %SNIPPET = (
    T => '<script async src="https://plausible.io/js/script.js" data-domain="shop.example"></script>',
    D => '<script defer src="https://cloud.umami.is/script.js" data-website-id="94db1cb1-74f4-4a40-ad6c-962362670409"></script>',
    N => "<script nonce>new Image().src = 'https://www.google-analytics.com/collect?v=1&k=N';</script>\n"
        . '<script nonce="" async src="https://plausible.io/js/script.js" data-domain="shop.example"></script>',
);

# Of a hit D2 that script says; the others are what they are called.
sub hits { my ($step) = @_; return Test::Prerender::hits($step) =~ s/D2/D/gr }
sub asked { return join ', ', map { ($_->{purpose} || 'view') . ($_->{condition} ? ' if changed' : '') . " $_->{status}" } map { @{ $_->{asked} } } @_ }
sub page { my ($name, $more) = @_; return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>$name</title></head>\n<body><h1>$name</h1>@{[$more || '']}</body></html>\n" }

# ---- Each kind of load by itself -----------------------------------------------------------------------------------------

my $httpd = Test::Httpd->new(modules => [qw(headers cgi)]);
my $conf = <<"CONF";
XPurpose On
LogFormat "%U %{Sec-Fetch-Dest}i|%{Sec-Purpose}i|%{X-Purpose}i %>s %{xpurpose-insert}n" seen
CustomLog "%DIR%/seen_log" seen
XPurposeInsert head-end '$SNIPPET{T}'
Header set Cache-Control "max-age=600"
ErrorDocument 404 /p/missing.html
<Location /p/novary/>
    XPurposeVary Off
</Location>
<Location /p/held/>
    XPurposeAction prerender Hold
    XPurposeAction prefetch Hold
</Location>
<LocationMatch ^/p/(nonce|wrong|policy|random)>
    XPurposeInsert head-end "file:nonce.html"
</LocationMatch>
<Location /p/nonce.html>
    Header set $CSP "script-src 'nonce-R4nd0m'; object-src 'none'"
</Location>
<Location /p/strict-nonce.html>
    Header set $CSP "script-src 'nonce-R4nd0m' 'strict-dynamic'; base-uri 'none'"
    XPurposeInsert body-end "file:nonce.html"
</Location>
<Location /p/wrong.html>
    Header set $CSP "script-src 'self'"
</Location>
CONF
my (%visits, @checks);

sub row {
    my ($name, $steps, $check) = @_;
    $visits{$name} = $steps;
    push @checks, [$name, $check];
    return;
}

# A page of its own for a visit: its path.
my $pages = 0;

sub put {
    my ($folder, $html) = @_;
    my $path = "/p$folder/page-" . ++$pages . '.html';
    $httpd->doc(substr($path, 1), $html || page("page $pages"));
    return $path;
}

sub view { return { open => $_[0], want => 1 } }
sub preview { return { open => $_[0], headers => \%PREVIEW } }
sub ahead { my ($path, %more) = @_; return { ahead => $path, rules => ['prerender'], %more } }
sub click { return { click => 'here', want => 1 } }

# A page of the sink's with a frame in it.
sub framed {
    my ($path, $element) = @_;
    return { open => '/start', run => "new Promise(done => { const frame = document.createElement('" . ($element || 'iframe')
            . "'); frame.onload = () => done('loaded'); frame[frame.localName === 'object' ? 'data' : 'src'] = '$path'; document.body.append(frame); })" };
}

for my $folder ('', '/novary') {
    my $page = put($folder);
    row("views$folder", [view($page), view($page), { reload => $ON, want => 1 }], sub {
        is hits($_), 'T', 'a hit of each load' for @_;
        like asked(@_), qr/^view 200, view if changed 304$/, 'the second from the cache, and a reload asks whether it has changed';
    });
}

{
    my $page = put('');
    row('preview, view', [preview($page), view($page), preview($page), view($page)], sub {
        is join('|', map { hits($_) } @_), '|T||T', 'a preview sends nothing, a view does';
        unlike asked(@_), qr/304/, 'neither is revalidated with the other';
    });
}
{
    my $page = put('/novary');
    row('preview, view, without Vary', [preview($page), view($page), view($page)], sub {
        is join('|', map { hits($_) } @_), '|T|T', 'a preview sends nothing, and views do';
    });
}
{
    my $page = put('');
    row('link prefetch, navigation', [ahead($page, rules => [], link => 'prefetch'), click()], sub {
        is hits($_[0]), '', 'a prefetch runs nothing';
        is hits($_[1]), 'T', 'what was prefetched has the snippet';
        like asked(@_), qr/^prefetch 200(?:, view if changed 304)?$/, 'and is what is shown, whether it has to be asked about for Vary or not';
        is $_[0]{asked}[0]{dest}, 'empty', 'Chromium says of it what it says of a script\'s fetch';
    });
}
for my $element (qw(iframe embed object)) {
    my $page = put('');
    row("$element, navigation", [framed($page, $element), view($page), framed($page, $element), view($page)], sub {
        is $_[0]{said}, 'loaded', 'the frame was shown';
        is hits($_[0]), '', 'a part of a page has no snippet';
        is hits($_[$_]), 'T', 'the page has it' for 1, 3;
        is $_[0]{asked}[0]{dest}, $element, 'Chromium says what it is for';
        unlike asked(@_[0 .. 2]), qr/304/, 'and neither is revalidated with the other';
    });
}
# A page that something else is expected to be is loaded, and fails as that.
for (['image', 'img', 'src'], ['script', 'script', 'src'], ['style', 'link', 'href']) {
    my ($dest, $element, $attribute) = @$_;
    my $page = put('');
    my $load = { open => '/start', run => "new Promise(done => { const element = document.createElement('$element'); element.rel = 'stylesheet'; element.onload = () => done('loaded');"
            . " element.onerror = () => done('failed'); element.$attribute = '$page'; document.body.append(element); })" };
    row("$dest, navigation", [$load, view($page), $load, view($page)], sub {
        is hits($_[0]), '', 'what is no page there runs nothing';
        is hits($_[$_]), 'T', 'the page has the snippet' for 1, 3;
        is $_[0]{asked}[0]{dest}, $dest, 'Chromium says what it is for';
        unlike asked(@_[0 .. 2]), qr/304/, 'and neither is revalidated with the other';
    });
}
{
    my $page = put('');
    row('navigation, iframe, navigation', [view($page), framed($page), view($page)], sub {
        is join('|', map { hits($_) } @_), 'T||T', 'a frame does not get what the view has left in the cache, nor the other way round';
    });
}
row('a page that is not there', [view('/p/nothing.html')], sub {
    is hits($_[0]), 'T', 'counts';
    is asked($_[0]), 'view 404', 'and is none';
});

# ---- Service workers ------------------------------------------------------------------------------------------------------

my %WORKER = (
    'passes the request on' => 'event.respondWith(fetch(event.request));',
    'asks anew' => 'event.respondWith(fetch(event.request.url));',
    'keeps what it gets' => <<'JS',
event.respondWith(caches.open('pages').then(async pages => {
    const known = await pages.match(event.request);
    if (known) return known;
    const answer = await fetch(event.request.url);
    await pages.put(event.request, answer.clone());
    return answer;
}));
JS
    'has it prefetched' => <<'JS',
event.respondWith(caches.open('pages').then(async pages => await pages.match(event.request.url) || fetch(event.request)));
JS
);
my $workers = 0;
for my $kind (sort keys %WORKER) {
    my $folder = '/worker-' . ++$workers;
    my ($first, $page, $other) = map { put($folder) } 1 .. 3;
    my $install = $kind =~ /prefetched/ ? "addEventListener('install', event => event.waitUntil(caches.open('pages').then(pages => pages.addAll(['$page', '$other']))));\n" : '';
    $httpd->doc("p$folder/worker.js", "${install}addEventListener('fetch', event => {\n    if (event.request.mode !== 'navigate') return;\n    $WORKER{$kind}\n});\n");
    my $register = "navigator.serviceWorker.register('/p$folder/worker.js').then(() => navigator.serviceWorker.ready).then(() => 'ready', String)";
    row("a service worker that $kind", [{ open => $first, want => 1, run => $register }, view($page), view($other), view($page), preview($other)], sub {
        is $_[0]{said}, 'ready', 'it is installed';
        is join('|', map { hits($_) } @_[1 .. 3]), 'T|T|T', 'what it gives has the snippet';
        my @dests = map { $_->{dest} } grep { $_->{path} eq $page } map { @{ $_->{asked} } } @_;
        like $dests[0], $kind =~ /passes/ ? qr/^(?:document|empty)$/ : qr/^empty$/, "Chromium says: @dests";
    });
}

# ---- Prerenders -----------------------------------------------------------------------------------------------------------

for my $place ('/held', '') {
    my $page = put($place);
    my $held = $place ? 'held' : 'not held';
    row("prerender, $held", [ahead($page, want => $place ? 0 : 1, settle => 500), click(), { run => 'document.title' }], sub {
        ok scalar(grep { $_ eq 'Success' } @{ $_[1]{ready} }), 'it was prerendered, and looked at';
        is hits($_[0]), $place ? '' : 'T', $place ? 'nothing leaves before somebody looks' : 'without Hold the hit leaves before somebody looks';
        is join('', map { hits($_) } @_), 'T', 'and once in all';
        is_deeply [map { @{ $_->{errors} } } @_], [], 'nothing is thrown';
        is asked(@_), 'prefetch;prerender 200', 'of one request';
    });
}
{
    my $page = put('/held');
    row('prerender, never looked at', [ahead($page, settle => 500), { close => $ON, settle => 500 }], sub { is join('', map { hits($_) } @_), '', 'no hit' });
}
{
    my $page = put('/held');
    row('prerender, opened in a tab of its own', [ahead($page, settle => 500), { click => 'there', want => 1 }], sub { is join('|', map { hits($_) } @_), '|T', 'the hit, once' });
}

# ---- Policies -------------------------------------------------------------------------------------------------------------

$httpd->_write('nonce.html', $SNIPPET{N});
$httpd->doc('p/missing.html', page('not there'));
$httpd->doc("p/$_.html", page($_)) for qw(nonce wrong strict-nonce);
$httpd->cgi('p/random.cgi', "#!/usr/bin/perl\nmy \$nonce = join '', map { ('a' .. 'z', 0 .. 9)[rand 36] } 1 .. 22;\n"
    . "print qq{Content-Type: text/html\\n$CSP: script-src 'nonce-\$nonce'\\n\\n}, q{@{[page('random')]}};\n");
for my $name (qw(nonce.html strict-nonce.html random.cgi)) {
    row("a policy with a nonce, $name", [map { { open => "/p/$name", want => 2 } } 1 .. 3], sub {
        is hits($_), 'N T', 'both scripts of the snippet run' for @_;
        is_deeply [map { @{ $_->{violations} } } @_], [], 'as the policy has it';
    });
}
row('a policy that blocks the snippet', [{ open => '/p/wrong.html', run => 'document.body.innerText.trim()' }], sub {
    is hits($_[0]), '', 'the browser keeps to it';
    ok scalar(@{ $_[0]{violations} }), '... and says so';
    is $_[0]{said}, 'wrong', 'and the page is whole';
});

# ---- A reload of the server between loads ----------------------------------------------------------------------------------

# The second server has its snippet in a file. A page's script has it replaced and the server reloaded by asking for /p/reload?NAME, which goes
# to a backend, since neither a page nor a CGI may; and then asks for /p/reload?old until no process is left that knows the old snippet.
my $reloaded = Test::Httpd->new(modules => [qw(headers proxy proxy_http)]);
my $control = Test::Backend->new({ '/reload' => sub {
    my ($client, $head) = @_;
    my ($name) = $head =~ /^GET \S+\?(\w+)/;
    my $said;
    ($reloaded->{pid}) = $reloaded->_slurp('httpd.pid') =~ /(\d+)/;
    if ($name eq 'old') {
        my %old = map { $_ => 1 } split ' ', $reloaded->_slurp('old');
        $said = (grep { $old{$_} } $reloaded->children) ? 'there' : 'reloaded';
    } else {
        $reloaded->_write('old', join ' ', $reloaded->children);
        $reloaded->_write('snippet.html', $SNIPPET{$name});
        $said = eval { $reloaded->graceful } ? 'there' : "not reloaded: $@";
    }
    print {$client} "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nCache-Control: no-store\r\nConnection: close\r\nContent-Length: " . length($said) . "\r\n\r\n$said";
} });
$reloaded->{conf} = <<"CONF";
XPurpose On
LogFormat "%U %{Sec-Fetch-Dest}i|%{Sec-Purpose}i|%{X-Purpose}i|%{If-None-Match}i %>s %{xpurpose-insert}n" seen
CustomLog "%DIR%/seen_log" seen
XPurposeInsert head-end file:snippet.html
Header set Cache-Control "max-age=600"
<LocationMatch /brief/>
    Header set Cache-Control "no-cache"
</LocationMatch>
ProxyPass /p/reload http://127.0.0.1:@{[$control->port]}/reload disablereuse=On
CONF
$reloaded->_write('snippet.html', $SNIPPET{T});
my $PAGES = 4;
for my $n (1 .. $PAGES) {
    $reloaded->doc("p/$_/$n.html", page("$_ $n")) for qw(fresh brief);
}

my @steps;    # [what is done, page, step]
my %known;    # pages that the browser has had by the reload

sub use_snippet {
    my ($name) = @_;
    push @steps, ['reload', '', { open => '/start', run => <<"JS" }];
(async () => {
    let said = await fetch('/p/reload?$name').then(answer => answer.text());
    for (let n = 0; said === 'there' && n < 600; n++) {
        await new Promise(done => setTimeout(done, 50));
        said = await fetch('/p/reload?old').then(answer => answer.text(), () => 'there');
    }
    return said;
})()
JS
    return;
}

for my $half (qw(T D)) {
    use_snippet($half);
    for (Test::Cache::order($half eq 'T' ? 3 : 4, 40, 2 * $PAGES, qw(view view view preview frame link reload))) {
        my ($class, $n) = @$_;
        my $page = ($n % 2 ? '/p/fresh/' : '/p/brief/') . (1 + int(($n - 1) / 2)) . '.html';
        my $step = $class eq 'view' ? view($page) : $class eq 'preview' ? preview($page) : $class eq 'frame' ? framed($page)
            : $class eq 'link' ? ahead($page, rules => [], link => 'prefetch') : view($page);
        push @steps, [$class, $page, $step];
        push @steps, ['view', $page, click()] if $class eq 'link';
        push @steps, ['reload of the page', $page, { reload => $ON, want => 1 }] if $class eq 'reload';
    }
}

# ---- All of it --------------------------------------------------------------------------------------------------------------

$httpd->{conf} = $conf;
$httpd->start;
if ($ENV{XP_ONLY}) {
    %visits = map { ($_ => $visits{$_}) } grep { /$ENV{XP_ONLY}/ } keys %visits;
}
my %found = Test::Prerender::visits($httpd, \%visits);
for (grep { $found{ $_->[0] } } @checks) {
    my ($name, $check) = @$_;
    subtest $name => sub { $check->(@{ $found{$name} }) };
}
note $httpd->_slurp('seen_log') if $ENV{VERBOSE};
$httpd->expect_log(qr/xpurpose/i);    # of the policy that blocks the snippet
$httpd->stop;

subtest 'many loads, and a reload of the server that changes the snippet among them' => sub {
    $reloaded->start;
    my %visit = Test::Prerender::visits($reloaded, { all => [map { $_->[2] } @steps] }, lanes => 1);
    my @told = @{ $visit{all} };
    my ($now, %had) = ('');
    my %count;
    for my $i (0 .. $#steps) {
        my ($class, $page) = @{ $steps[$i] };
        if ($class eq 'reload' && !$page) {
            is $told[$i]{said}, 'reloaded', 'the server is reloaded';
            ($now, %known) = ($now ? 'D' : 'T', %had);
            next;
        }
        my $hits = hits($told[$i]);
        my $may = $class eq 'preview' || $class eq 'frame' || $class eq 'link' ? qr/^$/
            : $page =~ /fresh/ && $known{$page} && $class !~ /of the page/ && !@{ $told[$i]{asked} } ? qr/^[TD]$/ : qr/^$now$/;
        like $hits, $may, "$i: $class of $page" or diag asked($told[$i]);
        $had{$page} = 1;
        $count{$class}++;
        $count{'not changed'} += grep { $_->{status} == 304 } @{ $told[$i]{asked} };
        $count{'not asked'}++ if $hits && !@{ $told[$i]{asked} };
    }
    note join ', ', map { "$count{$_} times $_" } sort keys %count;
    cmp_ok $count{$_} || 0, '>', 2, "$count{$_} times $_" for qw(view preview frame link), 'not changed', 'not asked';
    note $reloaded->_slurp('seen_log') if $ENV{VERBOSE};
    $reloaded->stop;
};
$control->stop;
done_testing;
