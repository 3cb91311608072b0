# Shared caches, real ones: mod_cache in the same httpd and in one before it, Varnish, nginx, HAProxy. Whatever the order of requests,
# a view never gets a stripped page, no stripped page is in any cache's storage, and with XPurposeVary a preview never gets a
# full one.
use strict;
use warnings;
use Test::Cache;
use Test::Http;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Service;
use Time::HiRes 'sleep';

my $URLS = 20;
my $REQUESTS = 200;
my $MARK = 'X-Made-For';    # a header of each stripped page: it is found in storage even where the page is packed
my @STRIPPED = ('<!--xpurpose: ', $MARK);

# ---- The origin: the folders of a path tell how it answers -------------------------------------------------------------

my @modules = qw(headers deflate filter cgi env alias rewrite expires);
my $conf = <<"CONF";
XPurpose On
Header set Cache-Control "public, max-age=3600"
Header set $MARK nobody "expr=reqenv('XPURPOSE') == 'preview' && %{CONTENT_TYPE} =~ m#^text/html#"
$Test::Cache::FOLDERS
<LocationMatch /cdn/>
    Header set X-Accel-Expires 3600
    Header set Surrogate-Control "max-age=3600"
    Header set CDN-Cache-Control "max-age=3600"
    Header set Cloudflare-CDN-Cache-Control "max-age=3600"
    Header set Edge-Control "!no-store, max-age=1h"
</LocationMatch>
RewriteEngine On
RewriteRule /slow/ %DOCS%/slow.cgi [L]
RewriteRule ([^/]+\\.html)\$ %DOCS%/\$1 [L]
CONF

sub httpd {
    my ($more_modules, $more_conf, %opt) = @_;
    my $httpd = Test::Httpd->new(modules => [@modules, @$more_modules], conf => $conf . $more_conf, %opt);
    $httpd->writable('cache');
    $httpd->doc("p$_.html", full("p$_")) for 1 .. $URLS;
    $httpd->cgi('slow.cgi', "#!/usr/bin/perl\nselect undef, undef, undef, 0.3;\n"
        . "print qq{Content-Type: text/html\\nETag: \"slow\"\\n\\n}; print do { local \$/; <DATA> };\n__END__\n" . full('slow'));
    return $httpd->start;
}

my $origin = httpd([], '');

# ---- The caches. Each is an object with get() and port(), and a function that searches its storage ----------------------

my $CACHE = "CacheHeader On\nCacheLock On\nCacheLockPath %DIR%/cache/lock\nCacheMaxExpire 86400\n";

my $STORES_ALL = "CacheIgnoreCacheControl On\nCacheStoreNoStore On\nCacheStorePrivate On\nCacheIgnoreNoLastMod On\n";

# A mod_cache server; `before`: it is a proxy before the origin and has no module of ours.
sub mod_cache {
    my ($kind, %opt) = @_;
    my $conf = $CACHE . 'CacheQuickHandler ' . ($opt{quick} ? 'On' : 'Off') . "\nCacheEnable $kind /\n"
        . ($kind eq 'disk' ? "CacheRoot %DIR%/cache\n" : "CacheSocache shmcb:%DIR%/cache/shm(2097152)\nCacheSocacheMaxSize 65536\n")
        . ($opt{conf} || '');
    my @modules = ('cache', "cache_$kind", $kind eq 'disk' ? () : 'socache_shmcb');
    return httpd(\@modules, $conf) unless $opt{before};
    my $httpd = Test::Httpd->new(modules => [@modules, 'proxy', 'proxy_http'], xpurpose => 0,
        conf => $conf . "ProxyPass / http://127.0.0.1:@{[$origin->port]}/\n");
    $httpd->writable('cache');
    return $httpd->start;
}

sub disk_of { my ($server) = @_; return sub { Test::Service->files_with($server->dir . '/cache', @_) } }

sub memory_of { my ($server) = @_; return sub { Test::Cache::memory_with($server, @_) } }

sub nginx { return Test::Cache::nginx($origin->port, @_) }

sub varnish { return Test::Cache::varnish($origin->port, @_) }

sub haproxy { return Test::Cache::haproxy($origin->port, @_) }

# ---- What is asked -------------------------------------------------------------------------------------------------------

# The last of each list is what it should get.
my %class = (
    view => ['full'],
    preview => [@PREVIEW, 'stripped'],
    facebook => [@PREVIEW, 'X-FB-HTTP-Engine' => 'Liger', 'full'],
    prefetch => ['Sec-Purpose' => 'prefetch', 'full'],
    prerender => ['Sec-Purpose' => 'prefetch;prerender', 'full'],
);

sub order { return Test::Cache::order(7, $REQUESTS, $URLS, ('view') x 4, ('preview') x 4, qw(facebook prefetch prerender)) }
sub ask { my ($cache, $path, $class, @more) = @_; return Test::Cache::ask($cache, $path, $class{$class}, @more) }

# Asks in that order; counts the pages of each kind that came for each class, and hits.
sub interleave {
    my ($cache, $folder) = @_;
    my (%came, %etag);

    for my $ask (order()) {
        my ($class, $n, $extra) = @$ask;
        my $r = ask($cache, "$folder/p$n.html", $class, $extra == 1 ? ('Accept-Encoding' => 'gzip') : (),
            $extra == 2 && $etag{$n} && $class eq 'preview' ? ('If-None-Match' => $etag{$n}) : ());
        my $kind = $r->{status} == 304 ? 'full' : kind(unzip($r), "p$n");    # a 304 brings back the full page
        $etag{$n} = $r->{headers}{etag} if $r->{headers}{etag};
        $came{$class}{$kind}++;
        $came{hits}++ if ($r->{headers}{'x-cache'} || '') =~ /HIT/;
        $came{validators}++ if $kind eq 'stripped' && grep { exists $r->{headers}{$_} } qw(etag last-modified);
    }
    return \%came;
}

# `may_be_full`: previews may get full pages, since nothing tells the cache; `stores_all`: it was told to ignore no-store, but in
# the same httpd it is `told` by the environment as well; `without_vary`: it stores no page that varies by other headers than a few; `rule`: it lets previews by, as docs/caching.md says.
sub check_interleaved {
    my ($cache, $folder, $storage, %opt) = @_;
    my $came = interleave($cache, $folder);

    for my $class (sort keys %class) {
        my %got = %{ $came->{$class} };
        my $right = delete $got{ $class{$class}[-1] } || 0;
        my $full = $class eq 'preview' && $opt{may_be_full} ? delete $got{full} || 0 : 0;
        ok $right + $full > 0, "$folder: $class: $right times $class{$class}[-1]" . ($full ? ", $full times full" : '');
        is_deeply \%got, {}, "$folder: $class: and nothing else";
    }
    is $came->{preview}{full}, undef, "$folder: no preview is full" if $opt{rule};
    is $came->{validators}, undef, "$folder: no stripped page has a validator";
    if ($opt{without_vary} && !$opt{may_be_full}) {
        is $came->{hits}, undef, "$folder: the cache keeps away from such pages";
        ok !$storage->('googletagmanager'), "$folder: none is in its storage";
    } else {
        cmp_ok $came->{hits} || 0, '>', 20, "$folder: the cache does cache";
        ok scalar $storage->('googletagmanager'), "$folder: its storage is where it is looked for";
    }
    is_deeply [$storage->(@STRIPPED)], [], "$folder: no stripped page is in it" unless $opt{stores_all} && !$opt{told};
    return;
}

# Two clients want what the cache does not have, the second while the first is waiting. Caches let both wait for one answer.
# All pairs at once, each on a path of its own.
sub check_coalescing {
    my ($cache) = @_;
    my @pairs = ([qw(preview view)], [qw(view preview)], [qw(preview preview)], [qw(preview facebook)], [qw(facebook preview)]);
    my @clients = map { [map { Test::Http->new($cache->port) } @$_] } @pairs;

    for my $turn (0, 1) {
        for my $n (0 .. $#pairs) {
            my @headers = (Host => '127.0.0.1', Connection => 'close', @{ $class{ $pairs[$n][$turn] } });
            pop @headers;
            $clients[$n][$turn]->send_raw("GET /slow/$n.html HTTP/1.1\r\n"
                . join('', map { $_ % 2 ? "$headers[$_]\r\n" : "$headers[$_]: " } 0 .. $#headers) . "\r\n");
        }
        sleep 0.1;
    }
    for my $n (0 .. $#pairs) {
        my @kinds = map { kind($_->response('GET')->{content}, 'slow') } @{ $clients[$n] };
        is_deeply \@kinds, [map { $class{$_}[-1] } @{ $pairs[$n] }], "@{ $pairs[$n] }";
    }
    return;
}

# Stored pages that have become stale are revalidated, and it is a preview that makes the cache ask.
sub check_stale {
    my ($cache, $folder, %opt) = @_;
    my $path = "$folder/brief/p1.html";

    for my $class (qw(preview view preview facebook view view)) {
        my $r = ask($cache, $path, $class);
        my $kind = kind($r->{content}, 'p1');
        ok $kind eq $class{$class}[-1] || ($class eq 'preview' && $opt{may_be_full} && $kind eq 'full'), "$folder: $class"
            or diag $kind;
        sleep 0.03;    # for an update in the background
    }
    my $r = ask($cache, $path, 'view');
    is ask($cache, $path, 'view', 'If-None-Match' => $r->{headers}{etag})->{status}, 304, "$folder: a view may be revalidated";
    is kind(ask($cache, $path, 'preview', 'If-None-Match' => $r->{headers}{etag})->{content}, 'p1'), 'stripped',
        "$folder: a preview is not" unless $opt{may_be_full};
    return;
}

# ---- The caches -----------------------------------------------------------------------------------------------------------

# `stores_all` marks those that an administrator has told to store whatever comes. Then Vary has to keep the pages apart. What
# mod_cache_socache has revalidated it answers without a body from then on, our module or not: it `forgets`.
my $nginx_missing = Test::Service->program('nginx') ? '' : 'nginx';
my $varnish_missing = Test::Service->program('varnishd') ? '' : 'Varnish';
my $haproxy_missing = Test::Service->program('haproxy') ? '' : 'HAProxy';
my @caches = (
    (map {
        my ($kind, $quick) = @$_;
        { name => "mod_cache_$kind in the same httpd, CacheQuickHandler " . ($quick ? 'On' : 'Off'),
          make => sub { mod_cache($kind, quick => $quick) }, forgets => $kind eq 'socache', storage => $kind eq 'disk' ? \&disk_of : \&memory_of }
    } [disk => 1], [disk => 0], [socache => 1], [socache => 0]),
    { name => 'mod_cache in the same httpd that stores all', stores_all => 1, told => 1,
      make => sub { mod_cache('disk', quick => 1, conf => $STORES_ALL) } },
    { name => 'mod_cache_disk in another httpd before it', make => sub { mod_cache('disk', quick => 1, before => 1) } },
    { name => 'mod_cache that stores all', stores_all => 1, make => sub {
        mod_cache('disk', quick => 1, before => 1, conf => $STORES_ALL) } },
    { name => 'Varnish', missing => $varnish_missing, make => sub { varnish('') } },
    { name => 'Varnish that stores all', missing => $varnish_missing, stores_all => 1, make => sub {
        varnish('sub vcl_backend_response { set beresp.ttl = 1h; unset beresp.http.Cache-Control; return (deliver); }') } },
    { name => 'nginx', missing => $nginx_missing, make => sub { nginx('') } },
    { name => 'nginx that updates in the background', missing => $nginx_missing, make => sub {
        nginx('proxy_cache_use_stale updating error; proxy_cache_background_update on;') } },
    { name => 'nginx that stores all', missing => $nginx_missing, stores_all => 1, make => sub {
        nginx('proxy_ignore_headers Cache-Control Expires X-Accel-Expires; proxy_cache_valid any 1h;') } },
    { name => 'HAProxy', missing => $haproxy_missing, without_vary => 1, storage => \&memory_of, make => \&haproxy },
    { name => 'HAProxy that stores all', missing => $haproxy_missing, without_vary => 1, stores_all => 1, told => 1, storage => \&memory_of,
      make => sub { haproxy(rules => 'http-response set-header Cache-Control max-age=3600') } },
    { name => 'Varnish with the rule', missing => $varnish_missing, rule => 1, make => sub {
        varnish('sub vcl_recv { if (req.http.X-Purpose ~ "(?i)^\s*preview\s*$") { return (pass); } }') } },
    { name => 'nginx with the rule', missing => $nginx_missing, rule => 1, make => sub {
        nginx('proxy_cache_bypass $http_x_purpose; proxy_no_cache $http_x_purpose;') } },
    { name => 'HAProxy with the rule', missing => $haproxy_missing, rule => 1, without_vary => 1, storage => \&memory_of, make => sub {
        haproxy(when => 'unless { req.hdr(X-Purpose) -m found }') } },
);

for my $c (@caches) {
    subtest "$c->{name}: $REQUESTS requests" => sub {
        plan skip_all => "$c->{missing} is not installed (make deps-all)" if $c->{missing};
        $c->{cache} = $c->{make}->();
        $c->{search} = ($c->{storage} || \&disk_of)->($c->{cache});
        my %opt = map { $_ => $c->{$_} } qw(stores_all told without_vary rule);
        check_interleaved($c->{cache}, $_, $c->{search}, %opt) for $c->{rule} ? () : ('', '/packed/cdn');
        check_interleaved($c->{cache}, '/novary', $c->{search}, %opt, may_be_full => 1);
    };
}

my @normal = grep { $_->{cache} && !$_->{stores_all} && !$_->{rule} } @caches;
for my $c (@normal) {
    subtest "$c->{name}: two at the same time" => sub { check_coalescing($c->{cache}) };
}
for my $c (@normal) {
    is kind(ask($c->{cache}, "$_/brief/p1.html", 'view')->{content}, 'p1'), 'full', "$c->{name}: $_/brief" for '', '/novary';
}
sleep 2.1;
for my $c (@normal) {
    subtest "$c->{name}: stale" => sub {
        check_stale($c->{cache}, '');
        check_stale($c->{cache}, '/novary', may_be_full => 1) unless $c->{forgets};
    };
    is_deeply [$c->{search}->(@STRIPPED)], [], "$c->{name}: and still no stripped page is in storage";
}

$_->stop for grep { $_ } map { $_->{cache} } @caches;
$origin->stop;
done_testing;
