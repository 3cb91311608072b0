# Caches before pages into which the site's snippet is put: mod_cache in the same httpd and in one before it, Varnish, nginx, HAProxy. Whatever
# the order of requests, with a reload that changes the snippet among them: a person gets the page with the snippet that was in force when the
# cache took it, and never one without; a preview gets none; what was left alone is in no storage; and a validator stands for one page only.
use strict;
use warnings;
use Test::Cache;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Service;

my $URLS = 12;
my $REQUESTS = 220;
my %SNIPPET = (first => '<script>window.counted = "the first snippet";</script>', second => '<script async src="/stats/second.js"></script>');
my @MARKS = ('X-Made-For', 'X-Left-For');    # headers of what no cache may keep: they are found in storage even where the page is packed
my @PARTS = (['Sec-Fetch-Dest' => 'iframe'], ['Sec-Fetch-Dest' => 'frame'], ['Sec-Fetch-Dest' => 'embed'], ['X-Requested-With' => 'XMLHttpRequest'],
    ['HX-Request' => 'true'], ['Turbo-Frame' => 'messages'], map { ['Sec-Fetch-Dest' => $_] } qw(image script style));

# The expressions must not add to Vary, or caches would keep the parts apart by that.
my $conf = <<"CONF";
XPurpose On
XPurposeInsert head-end file:snippet.html
Header set Cache-Control "public, max-age=3600"
Header set $MARKS[0] nobody "expr=reqenv('XPURPOSE') == 'preview' && %{CONTENT_TYPE} =~ m#^text/html#"
Header set $MARKS[1] nobody "expr=req_novary('Sec-Fetch-Dest') in {'iframe', 'frame', 'embed', 'image', 'script', 'style'} || req_novary('X-Requested-With') != '' || req_novary('HX-Request') != '' || req_novary('Turbo-Frame') != ''"
$Test::Cache::FOLDERS
RewriteEngine On
RewriteRule ([^/]+\\.html)\$ %DOCS%/\$1 [L]
CONF

# The snippet that an httpd puts in from its next start or reload on.
sub use_snippet { my ($httpd, $name) = @_; return $httpd->_write('snippet.html', "\n  $SNIPPET{$name}\n\n") }

sub httpd {
    my ($modules, $more) = @_;
    my $httpd = Test::Httpd->new(modules => [qw(headers deflate filter rewrite), @$modules], conf => $conf . $more);
    $httpd->writable('cache');
    $httpd->doc("p$_.html", full("p$_")) for 1 .. $URLS;
    use_snippet($httpd, 'first');
    return $httpd->start;
}

my $origin = httpd([], '');
my $CACHE = "CacheHeader On\nCacheLock On\nCacheLockPath %DIR%/cache/lock\nCacheEnable disk /\nCacheRoot %DIR%/cache\n";

sub same { my ($more) = @_; return httpd([qw(cache cache_disk)], $CACHE . $more) }

sub before {
    my ($more) = @_;
    my $httpd = Test::Httpd->new(modules => [qw(cache cache_disk proxy proxy_http)], xpurpose => 0,
        conf => $CACHE . $more . "ProxyPass / http://127.0.0.1:@{[$origin->port]}/ disablereuse=On\n");    # a kept one may be closed by a reload
    $httpd->writable('cache');
    return $httpd->start;
}

# ---- What is asked, and what came -----------------------------------------------------------------------------------------

my @DOCUMENT = ('Sec-Fetch-Dest' => 'document', 'Sec-Fetch-Mode' => 'navigate');

# Of each class first what it may get. `in` is a page with a snippet, `bare` one as the origin has it: a part of a page gets that, or what a
# cache has.
my %class = (
    view => [qr/^in/],
    navigation => [qr/^in/, @DOCUMENT],
    reload => [qr/^in/, @DOCUMENT, 'Cache-Control' => 'no-cache'],
    preview => [qr/^stripped$/, @PREVIEW],
    facebook => [qr/^in/, @PREVIEW, 'X-FB-HTTP-Engine' => 'Liger'],
    prefetch => [qr/^in/, @PREFETCH],
    link => [qr/^in/, 'Sec-Purpose' => 'prefetch', 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'no-cors'],
    prerender => [qr/^in/, @PRERENDER],
    worker => [qr/^in/, 'Sec-Fetch-Dest' => 'empty', 'Sec-Fetch-Mode' => 'same-origin'],
    map { ("part $_" => [qr/^(?:in|bare$)/, @{ $PARTS[$_] }]) } 0 .. $#PARTS,
);

# The page as it should be.
sub put { my ($name, $snippet) = @_; return full($name) =~ s{(?=</head>)}{$SNIPPET{$snippet}}r }

# 'in first', 'in second', 'bare', 'stripped', or what else it is.
sub what {
    my ($content, $name) = @_;
    for my $snippet (sort keys %SNIPPET) {
        return "in $snippet" if defined $content && $content eq put($name, $snippet);
    }
    my $kind = kind($content, $name);
    return $kind eq 'full' ? 'bare' : $kind;
}

sub ask {
    my ($cache, $path, $class, @more) = @_;
    my (undef, @headers) = @{ $class{$class} };
    return $cache->get($path, @headers, @more);
}

sub is_hit { return ($_[0]{headers}{'x-cache'} || '') =~ /HIT/ }

# The one that puts the snippet in: this cache, or the origin.
sub inserting { my ($cache) = @_; return $cache->can('graceful') && $cache->{xpurpose} ? $cache : $origin }

# Another snippet from now on. Processes that know the old one have gone when this returns.
sub reload {
    my ($httpd, $snippet) = @_;
    my %old = map { $_ => 1 } $httpd->children;
    use_snippet($httpd, $snippet);
    $httpd->graceful;
    return Test::Httpd::wait_until(sub { !grep { $old{$_} } $httpd->children }) || die "the old generation stays\n";
}

# A folder's tags and what they stand for, as a cache has told. Varnish makes weak ones of those of pages that it unpacks.
package Tags {
    sub new { return bless { what => {}, order => {}, wrong => [] }, $_[0] }
    sub strong { return $_[0] =~ s/^W\///r }

    # A page's tags that a client may ask with: all, the oldest, the youngest, by turns.
    sub some {
        my ($self, $n, $turn) = @_;
        my @tags = @{ $self->{order}{$n} || [] };
        return @tags < 2 || $turn % 3 == 0 ? @tags : $tags[$turn % 3 == 1 ? 0 : -1];
    }

    sub note {
        my ($self, $n, $etag, $what) = @_;
        return if !defined $etag;
        my $known = \$self->{what}{$n}{ strong($etag) };
        push @{ $self->{order}{$n} }, $etag if !$$known;
        $$known ||= $what;
        push @{ $self->{wrong} }, "p$n, $etag: $$known, then $what" if $$known ne $what;
        return;
    }

    # What a 304 brings back to a client that has asked with these. Of several it says which.
    sub revalidated {
        my ($self, $n, $etag, @asked) = @_;
        $etag = $asked[0] if !defined $etag && @asked == 1;
        return 'any of several' if !defined $etag;
        return 'a tag that was not asked for' if !grep { strong($_) eq strong($etag) } @asked;
        return $self->{what}{$n}{ strong($etag) };
    }
}

# Asks in an order that is always the same; the snippet changes in the middle. Returns what came of what.
sub interleave {
    my ($cache, $folder, $storage) = @_;
    my %seen = (came => {}, tags => Tags->new, old => [], hits => 0, revalidated => 0, validators => 0, public => 0);
    my (%asked, $now);

    reload(inserting($cache), 'first');
    my @order = Test::Cache::order(23, $REQUESTS, $URLS, ('view') x 4, ('preview') x 4, ('navigation') x 2, sort keys %class);
    for my $i (0 .. $#order) {
        my ($class, $n, $extra) = @{ $order[$i] };
        $now = $i < @order / 2 ? 'first' : 'second';
        if ($i == @order / 2) {
            $seen{kept} = [$storage->(@MARKS)];
            reload(inserting($cache), $now);
        }
        my @tags = $extra == 2 ? $seen{tags}->some($n, $i) : ();
        my $r = ask($cache, "$folder/p$n.html", $class, $extra == 1 ? ('Accept-Encoding' => 'gzip, deflate, br') : (), @tags ? ('If-None-Match' => join ', ', @tags) : ());
        my $what = $r->{status} == 304 ? $seen{tags}->revalidated($n, $r->{headers}{etag}, @tags) : what(unzip($r), "p$n");
        $seen{tags}->note($n, $r->{headers}{etag}, $what) if $r->{status} == 200;
        $seen{came}{$class}{$what}++;
        $seen{hits}++ if is_hit($r);
        $seen{revalidated}++ if $r->{status} == 304;
        push @{ $seen{old} }, "request $i, $class of p$n: $what" if $what =~ /^in (?!$now)/ && !($now eq 'second' && $asked{$n});
        $seen{validators}++ if $what !~ /^in/ && grep { exists $r->{headers}{$_} } qw(etag last-modified);
        $seen{public}++ if $what !~ /^in/ && ($r->{headers}{'cache-control'} || '') ne 'private, no-store';
        $asked{$n} = 1 if $now eq 'first';
    }
    return \%seen;
}

# `may_be_full`: nothing tells the cache that previews get another page; `without_vary`: it stores no page that varies by other headers than a few.
sub check_interleaved {
    my ($cache, $folder, $storage, %opt) = @_;
    my $seen = interleave($cache, $folder, $storage);

    for my $class (sort keys %class) {
        my %got = %{ $seen->{came}{$class} || {} };
        my $may = $class eq 'preview' && $opt{may_be_full} ? qr/^(?:in|stripped)/ : $class{$class}[0];
        ok scalar(grep { $_ =~ $may } keys %got), "$folder: $class: " . join ', ', map { "$got{$_} times $_" } sort keys %got;
        is_deeply [grep { $_ !~ $may } keys %got], [], "$folder: $class: and nothing else";
    }
    is_deeply $seen->{old}, [], "$folder: the snippet is that of when the cache took the page";
    is_deeply $seen->{tags}{wrong}, [], "$folder: a tag stands for one page";
    is $seen->{validators}, 0, "$folder: no page without the snippet has a validator";
    is $seen->{public}, 0, "$folder: each says private, no-store";
    cmp_ok $seen->{revalidated}, '>', 3, "$folder: $seen->{revalidated} pages were revalidated";
    if ($opt{without_vary} && !$opt{may_be_full}) {
        is $seen->{hits}, 0, "$folder: the cache keeps away from such pages";
    } else {
        cmp_ok $seen->{hits}, '>', 20, "$folder: the cache does cache";
        ok scalar $storage->(values %SNIPPET), "$folder: its storage is where it is looked for" if $folder ne '/packed';
    }
    is_deeply [@{ $seen->{kept} }, $storage->(@MARKS)], [], "$folder: what is left alone, or stripped, is not in it";
    return;
}

# What is stored has become stale, and the snippet is another one; whoever asks first.
sub check_stale {
    my ($cache, $folder, $tag, @order) = @_;

    for my $class (@order) {
        my $what = what(ask($cache, "$folder/brief/p1.html", $class)->{content}, 'p1');
        like $what, $class{$class}[0], "$folder, stale: $class";
        unlike $what, qr/first/, "$folder, stale: ... and not the old snippet";
    }
    isnt ask($cache, "$folder/brief/p1.html", 'view', 'If-None-Match' => $tag)->{status}, 304, "$folder, stale: the old tag is no longer that of the page";
    my $r = ask($cache, "$folder/brief/p1.html", 'view');
    is ask($cache, "$folder/brief/p1.html", 'view', 'If-None-Match' => $r->{headers}{etag})->{status}, 304, "$folder, stale: the new one is";
    return;
}

# First a part of the page, or a link's prefetch, then the page. Each with an address of its own.
sub check_order {
    my ($cache, $snippet) = @_;
    my $n = 0;

    for my $class (sort grep { /^part/ } keys %class) {
        my $path = '/order/' . ++$n . '/p2.html';
        my $part = ask($cache, $path, $class);
        is what($part->{content}, 'p2'), 'bare', "@{$class{$class}}[1, 2]: as it is";
        is $part->{headers}{'cache-control'}, 'private, no-store', '... and private';
        is_deeply [grep { exists $part->{headers}{$_} } qw(etag last-modified expires)], [], '... without validators';
        is what(ask($cache, $path, 'navigation')->{content}, 'p2'), "in $snippet", '... then a person';
        like what(ask($cache, $path, $class)->{content}, 'p2'), $class{$class}[0], '... then the part again';
        is what(ask($cache, $path, 'view')->{content}, 'p2'), "in $snippet", '... and a person again';
    }
    for my $class (qw(link worker prefetch)) {
        my $path = '/order/' . ++$n . '/p2.html';
        my $first = ask($cache, $path, $class);
        is what($first->{content}, 'p2'), "in $snippet", "$class: with the snippet";
        isnt $first->{headers}{'cache-control'}, 'private, no-store', '... for all';
        my $then = ask($cache, $path, 'navigation', 'If-None-Match' => $first->{headers}{etag});
        is $then->{status}, 304, '... which a navigation may go on with';
    }
    return;
}

# Clients that take other codings than we can unpack find what the like of them has left.
sub check_codings {
    my ($cache, $snippet) = @_;
    my $n = 0;

    for my $coding ('gzip, deflate, br, zstd', 'br', 'gzip', 'gzip;q=0, deflate;q=0.5, br') {
        my $path = '/packed/codings/' . ++$n . '/p3.html';
        my $again = sub { ask($cache, $path, 'view', 'Accept-Encoding' => $coding) };
        my @came = $again->();
        Test::Httpd::wait_until(sub { is_hit($came[1] = $again->()) });    # mod_cache has stored an answer some time after it is out
        is what(unzip($_), 'p3'), "in $snippet", "$coding: the page" for grep { ($_->{headers}{'content-encoding'} || '') ne 'deflate' } @came;
        is $came[1]{headers}{etag}, $came[0]{headers}{etag}, '... and it is the same';
        ok is_hit($came[1]), '... from the cache, once it is stored';
    }
    return;
}

# ---- The caches -----------------------------------------------------------------------------------------------------------

my %missing = map { $_->[0] => Test::Service->program($_->[1]) ? '' : $_->[0] } [nginx => 'nginx'], [Varnish => 'varnishd'], [HAProxy => 'haproxy'];
my @caches = (
    { name => 'mod_cache in the same httpd, CacheQuickHandler On', order => 1, make => sub { same("CacheQuickHandler On\n") } },
    { name => 'mod_cache in the same httpd, CacheQuickHandler Off', order => 1, make => sub { same("CacheQuickHandler Off\n") } },
    { name => 'mod_cache in another httpd before it, CacheQuickHandler On', order => 1, make => sub { before("CacheQuickHandler On\n") } },
    { name => 'mod_cache in another httpd before it, CacheQuickHandler Off', make => sub { before("CacheQuickHandler Off\n") } },
    # By default Varnish gives what has become stale to whoever asks first, and looks for a new one meanwhile.
    { name => 'Varnish', missing => $missing{Varnish}, make => sub { Test::Cache::varnish($origin->port, 'sub vcl_backend_response { set beresp.grace = 0s; }') } },
    { name => 'nginx', missing => $missing{nginx}, order => 1, make => sub { Test::Cache::nginx($origin->port, '') } },
    { name => 'HAProxy', missing => $missing{HAProxy}, without_vary => 1, make => sub { Test::Cache::haproxy($origin->port, backend => 'http-reuse never') },
      storage => sub { my ($cache) = @_; return sub { Test::Cache::memory_with($cache, @_) } } },
);

for my $c (@caches) {
    subtest "$c->{name}: $REQUESTS requests" => sub {
        plan skip_all => "$c->{missing} is not installed (make deps-all)" if $c->{missing};
        $c->{cache} = $c->{make}->();
        $c->{search} = $c->{storage} ? $c->{storage}->($c->{cache}) : sub { Test::Service->files_with($c->{cache}->dir . '/cache', @_) };
        check_interleaved($c->{cache}, $_, $c->{search}, without_vary => $c->{without_vary}) for '', '/packed';
        check_interleaved($c->{cache}, '/novary', $c->{search}, without_vary => $c->{without_vary}, may_be_full => 1);
    };
}
my @running = grep { $_->{cache} } @caches;

subtest 'a part of a page, or a prefetch, before the page; codings' => sub {
    check_order($origin, 'second');
    for my $c (grep { $_->{order} } @running) {
        subtest $c->{name} => sub { check_order($c->{cache}, 'second') };
    }
    for my $c (grep { !$_->{without_vary} } @running) {
        subtest "$c->{name}: codings" => sub { check_codings($c->{cache}, 'second') };
    }
    is_deeply [$_->{search}->(@MARKS)], [], "$_->{name}: none of what is left alone is in storage" for @running;
};

# Every cache has the page with the first snippet, which then becomes stale, and the second takes its place.
my %unique = map { ("$_" => $_) } map { inserting($_->{cache}) } @running;
reload($_, 'first') for values %unique;
for my $c (@running) {
    for my $folder ('', '/packed') {
        my $r = ask($c->{cache}, "$folder/brief/p1.html", 'view');
        $c->{tag}{$folder} = $r->{headers}{etag};
        is what($r->{content}, 'p1'), 'in first', "$c->{name}: $folder/brief";
    }
}
reload($_, 'second') for values %unique;
sleep 3;
my @orders = ([qw(preview view), 'part 0', qw(view reload)], ['part 0', qw(view preview link view)], ['link', qw(view preview), 'part 0', 'navigation'], ['part 3', 'prerender', 'view']);
for my $i (0 .. $#running) {
    my $c = $running[$i];
    subtest "$c->{name}: stale" => sub {
        check_stale($c->{cache}, $_, $c->{tag}{$_}, @{ $orders[$i % @orders] }) for '', '/packed';
    };
    is_deeply [$c->{search}->(@MARKS)], [], "$c->{name}: and still nothing that was left alone is in storage";
}

$_->{cache}->stop for @running;
$origin->stop;
done_testing;
