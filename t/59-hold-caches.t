# Caches before pages that are held: mod_cache in the same httpd and in one before it, Varnish, nginx. Whatever the order of requests, with
# reloads and restarts among them: a held page is in no storage but where a cache was told to keep whatever comes, a view gets the plain page,
# and a prerender gets a plain one only where Vary does not keep them apart.
use strict;
use warnings;
use Test::Cache;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Service;

my $URLS = 12;
my $REQUESTS = 200;
my $MARK = 'X-Made-For'; # a header of each held page of a prerender: it is found in storage even where the page is packed
my @HELD = ('data-xpurpose="hold"', $MARK);

my $conf = <<"CONF";
XPurpose On
XPurposeAction prerender Hold
XPurposeAction prefetch Hold
Header set Cache-Control "public, max-age=3600, s-maxage=3600, stale-while-revalidate=60"
Header set X-Accel-Expires 3600
Header set CDN-Cache-Control "max-age=3600"
Header set $MARK nobody "expr=reqenv('XPURPOSE') == 'prerender' && %{CONTENT_TYPE} =~ m#^text/html#"
$Test::Cache::FOLDERS
RewriteEngine On
RewriteRule ([^/]+\\.html)\$ %DOCS%/\$1 [L]
CONF

sub httpd {
    my ($modules, $more) = @_;
    my $httpd = Test::Httpd->new(modules => [qw(headers deflate filter rewrite), @$modules], conf => $conf . $more);
    $httpd->writable('cache');
    $httpd->doc("p$_.html", full("p$_")) for 1 .. $URLS;
    return $httpd->start;
}

my $origin = httpd([], '');
my $CACHE = "CacheEnable disk /\nCacheRoot %DIR%/cache\nCacheHeader On\nCacheLock On\nCacheLockPath %DIR%/cache/lock\n";
my $STORES_ALL = "CacheIgnoreCacheControl On\nCacheStoreNoStore On\nCacheStorePrivate On\nCacheIgnoreNoLastMod On\n";

sub same { my ($more) = @_; return httpd([qw(cache cache_disk)], $CACHE . $more) }

sub before {
    my ($more) = @_;
    my $httpd = Test::Httpd->new(modules => [qw(cache cache_disk proxy proxy_http)], xpurpose => 0, conf => $CACHE . $more . "ProxyPass / http://127.0.0.1:@{[$origin->port]}/ disablereuse=On\n"); # a kept one may be closed by a restart
    $httpd->writable('cache');
    return $httpd->start;
}

# The last of each list is what it should get.
my %class = (
    view => ['full'],
    navigation => [@PRERENDER[2 .. 5], 'full'],
    reload => ['Cache-Control' => 'no-cache', 'full'],
    preview => [@PREVIEW, 'stripped'],
    prerender => [@PRERENDER, 'held'],
    'prerender anew' => [@PRERENDER, 'Cache-Control' => 'max-age=0', 'held'],
    frame => [@PRERENDER[0, 1], 'Sec-Fetch-Dest' => 'iframe', 'held'],
    prefetch => [@PREFETCH, 'held'],
    link => ['Sec-Purpose' => 'prefetch', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'no-cors', 'full'],
    rule => ['Sec-Purpose' => 'prefetch', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'navigate', 'held'],
    old => [Purpose => 'prefetch', 'full'],
);

sub order { return Test::Cache::order(11, $REQUESTS, $URLS, ('view') x 4, ('prerender') x 4, sort keys %class) }
sub ask { my ($cache, $path, $class, @more) = @_; return Test::Cache::ask($cache, $path, $class{$class}, @more) }

# A graceful restart of the httpd that holds: stored pages and the rules for them outlive it.
sub reload {
    my ($cache) = @_;
    return ($cache->can('graceful') && $cache->{xpurpose} ? $cache : $origin)->graceful;
}

# `may_be_full`: nothing tells the cache; `stores_all`: it was told to keep whatever comes.
sub check_interleaved {
    my ($cache, $folder, %opt) = @_;
    my (%came, %etag);

    my $asked = 0;
    for my $ask (order()) {
        my ($class, $n, $extra) = @$ask;
        reload($cache) if ++$asked == $REQUESTS / 2;
        my $r = ask($cache, "$folder/p$n.html", $class, $extra == 1 ? ('Accept-Encoding' => 'gzip') : (), $extra == 2 && $etag{$n} ? ('If-None-Match' => $etag{$n}) : ());
        my $kind = $r->{status} == 304 ? 'full' : kind(unzip($r), "p$n"); # a 304 brings back the full page
        $etag{$n} = $r->{headers}{etag} if $r->{headers}{etag};
        $came{$class}{$kind}++;
        $came{hits}++ if ($r->{headers}{'x-cache'} || '') =~ /HIT/;
        $came{validators}++ if $kind eq 'held' && grep { exists $r->{headers}{$_} } qw(etag last-modified);
        $came{public}++ if $kind eq 'held' && $r->{headers}{'cache-control'} ne 'private, max-age=3600';
    }
    for my $class (sort keys %class) {
        my %got = %{ $came{$class} };
        my $right = delete $got{ $class{$class}[-1] } || 0;
        my $full = $opt{may_be_full} ? delete $got{full} || 0 : 0;
        ok $right + $full > 0, "$folder: $class: $right times $class{$class}[-1]" . ($full ? ", $full times full" : '');
        is_deeply \%got, {}, "$folder: $class: and nothing else";
    }
    is $came{validators}, undef, "$folder: no held page has a validator";
    is $came{public}, undef, "$folder: each is private";
    cmp_ok $came{hits} || 0, '>', 20, "$folder: the cache does cache";
    ok scalar Test::Service->files_with($cache->dir . '/cache', 'googletagmanager'), "$folder: its storage is where it is looked for" if $folder ne '/packed';
    is_deeply [Test::Service->files_with($cache->dir . '/cache', @HELD)], [], "$folder: no held page is in it" unless $opt{stores_all};
    return;
}

# What is stored has become stale, and it is a prerender that makes the cache ask.
sub check_stale {
    my ($cache, $folder, %opt) = @_;

    for my $class (qw(prerender view preview prefetch link reload prerender view)) {
        my $kind = kind(ask($cache, "$folder/brief/p1.html", $class)->{content}, 'p1');
        ok $kind eq $class{$class}[-1] || ($opt{may_be_full} && $kind eq 'full'), "$folder, stale: $class" or diag $kind;
    }
    my $etag = ask($cache, "$folder/brief/p1.html", 'view')->{headers}{etag};
    is ask($cache, "$folder/brief/p1.html", 'view', 'If-None-Match' => $etag)->{status}, 304, "$folder, stale: a view may be revalidated";
    is kind(ask($cache, "$folder/brief/p1.html", 'prerender', 'If-None-Match' => $etag)->{content}, 'p1'), 'held', "$folder, stale: a prerender is not" unless $opt{may_be_full};
    return;
}

my $nginx_missing = Test::Service->program('nginx') ? '' : 'nginx';
my $varnish_missing = Test::Service->program('varnishd') ? '' : 'Varnish';
my @caches = (
    { name => 'mod_cache in the same httpd, CacheQuickHandler On', make => sub { same("CacheQuickHandler On\n") } },
    { name => 'mod_cache in the same httpd, CacheQuickHandler Off', make => sub { same("CacheQuickHandler Off\n") } },
    { name => 'mod_cache in the same httpd that stores what is private', make => sub { same("CacheQuickHandler On\nCacheStorePrivate On\n") } },
    { name => 'mod_cache in the same httpd that stores all', make => sub { same("CacheQuickHandler Off\n$STORES_ALL") } },
    { name => 'mod_cache in another httpd before it', make => sub { before("CacheQuickHandler On\n") } },
    { name => 'mod_cache before it that stores all', stores_all => 1, make => sub { before("CacheQuickHandler On\n$STORES_ALL") } },
    { name => 'Varnish', missing => $varnish_missing, make => sub { Test::Cache::varnish($origin->port, '') } },
    { name => 'Varnish that stores all', missing => $varnish_missing, stores_all => 1, make => sub {
        Test::Cache::varnish($origin->port, 'sub vcl_backend_response { set beresp.ttl = 1h; return (deliver); }') } },
    { name => 'nginx', missing => $nginx_missing, make => sub { Test::Cache::nginx($origin->port, '') } },
    { name => 'nginx that stores all', missing => $nginx_missing, stores_all => 1, make => sub {
        Test::Cache::nginx($origin->port, 'proxy_ignore_headers Cache-Control Expires X-Accel-Expires; proxy_cache_valid any 1h;') } },
);

for my $c (@caches) {
    subtest "$c->{name}: $REQUESTS requests" => sub {
        plan skip_all => "$c->{missing} is not installed (make deps-all)" if $c->{missing};
        $c->{cache} = $c->{make}->();
        check_interleaved($c->{cache}, $_, stores_all => $c->{stores_all}) for '', '/packed';
        check_interleaved($c->{cache}, '/novary', stores_all => $c->{stores_all}, may_be_full => 1);
    };
}
my @normal = grep { $_->{cache} && !$_->{stores_all} } @caches;
ask($_->{cache}, "$_->{folder}/brief/p1.html", 'view') for map { my $c = $_; map { { cache => $c->{cache}, folder => $_ } } '', '/novary' } @normal;
sleep 3;
for my $c (@normal) {
    subtest "$c->{name}: stale" => sub {
        check_stale($c->{cache}, '');
        check_stale($c->{cache}, '/novary', may_be_full => 1);
    };
    is_deeply [Test::Service->files_with($c->{cache}->dir . '/cache', @HELD)], [], "$c->{name}: and still no held page is in storage";
}
$_->stop for grep { $_ } map { $_->{cache} } @caches;
$origin->stop;
done_testing;
