# What shared caches hold of style sheets, films and data, whatever previews ask for: a person's packed style sheet stays packed,
# a film can be had in parts, what was made for a preview alone is stored nowhere, and what is stored of it is not thrown away.
use strict;
use warnings;
use IO::Compress::Gzip 'gzip';
use Test::Backend;
use Test::Cache;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Service;
use Time::HiRes 'sleep';

my $css = join '', map { ".rule-$_ { color: red; margin: 0 }\n" } 1 .. 99;
my $film = join '', map { chr($_ * 101 % 251) } 1 .. 9000;
my $data = '{"data": [' . join(', ', 1 .. 99) . ']}';
my @gzip_ok = ('Accept-Encoding' => 'gzip');
my @range = (Range => 'bytes=0-1');
my $MARK = 'X-Made-For';    # a header of what is made for a preview alone: it must be in no storage

gzip(\$css => \my $packed) or die;

# Packs for those who take it, and honours conditions.
my $backend = Test::Backend->new({ map { ("/$_.css" => sub {
    my ($socket, $head) = @_;
    my $coding = $head =~ /^Accept-Encoding:.*gzip/mi ? 'gzip' : '';
    my $body = $coding ? $packed : $css;
    my $fields = "ETag: \"$coding\"\r\nVary: Accept-Encoding\r\nConnection: close\r\n";
    print {$socket} $head =~ /^If-None-Match: "$coding"/m ? "HTTP/1.1 304 Not Modified\r\n$fields\r\n"
        : "HTTP/1.1 200 OK\r\n${fields}Content-Type: text/css\r\n" . ($coding ? "Content-Encoding: gzip\r\n" : '')
        . 'Content-Length: ' . length($body) . "\r\n\r\n$body";
}) } 'theme', 'cold' });

# The origin. The last part of a path tells what it is, /brief/ how long it may be kept, /p/ that it comes from the backend.
sub httpd {
    my ($modules, $conf) = @_;
    my @all = (qw(headers deflate filter cgi alias rewrite negotiation proxy proxy_http), @$modules);
    my $httpd = Test::Httpd->new(modules => \@all, conf => <<"CONF" . $conf);
XPurpose On
Header set Cache-Control "public, max-age=3600"
<LocationMatch /brief/>
    Header set Cache-Control "public, max-age=1"
</LocationMatch>
<LocationMatch "/(data|moved|other|(cold-)?variant(\.css)?|page\.html)\$">
    Header set $MARK nobody "expr=reqenv('XPURPOSE') == 'preview'"
</LocationMatch>
AddType video/mp4 .mp4
AddEncoding gzip .gz
<FilesMatch "^(theme|cold)\.css\$">
    SetOutputFilter DEFLATE
</FilesMatch>
ProxyPass /p/ http://127.0.0.1:@{[$backend->port]}/
ProxyPass /brief/p/ http://127.0.0.1:@{[$backend->port]}/
AliasMatch ^/brief/(?!p/)(.*) %DOCS%/\$1
<Directory %DOCS%>
    Options +MultiViews +ExecCGI
    RewriteEngine On
    RewriteRule ^moved\$ /brief/other
</Directory>
<Files ~ "^(data|other)\$">
    SetHandler cgi-script
</Files>
CONF
    $httpd->writable('cache');
    $httpd->doc($_, $css) for qw(theme.css cold.css variant.css cold-variant.css);
    $httpd->doc("$_.css.gz", $packed) for qw(variant cold-variant);
    $httpd->doc($_, $film) for qw(film.mp4 cold.mp4);
    $httpd->doc('page.html', full());
    $httpd->cgi($_, "#!/bin/sh\nprintf 'Content-Type: application/json\\nETag: \"data\"\\n\\n%s' '$data'\n") for qw(data other);
    return $httpd->start;
}

my $origin = httpd([], '');
my $CACHE = "CacheHeader On\nCacheMaxExpire 86400\nCacheRoot %DIR%/cache\nCacheEnable disk /\n";

my $STORES_ALL = "CacheIgnoreCacheControl On\nCacheStoreNoStore On\nCacheStorePrivate On\nCacheIgnoreNoLastMod On\n";

sub in_same {
    my ($quick, $more) = @_;
    return httpd([qw(cache cache_disk)], "${CACHE}CacheQuickHandler $quick\n" . ($more || ''));
}

sub in_another {
    my $httpd = Test::Httpd->new(modules => [qw(cache cache_disk proxy proxy_http)], xpurpose => 0,
        conf => "${CACHE}ProxyPass / http://127.0.0.1:@{[$origin->port]}/\n");
    $httpd->writable('cache');
    return $httpd->start;
}

# `keeps`: what is stored stays although an answer comes that is not to be stored; `unnegotiated`: what is negotiated is not
# stored.
my @caches = (
    { name => 'mod_cache in the same httpd, CacheQuickHandler On', keeps => 1, unnegotiated => 1, make => sub { in_same('On') } },
    { name => 'mod_cache in the same httpd, CacheQuickHandler Off', keeps => 1, make => sub { in_same('Off') } },
    { name => 'mod_cache in the same httpd that stores all', keeps => 1, make => sub { in_same('Off', $STORES_ALL) } },
    { name => 'mod_cache in another httpd', make => \&in_another },
    { name => 'nginx', program => 'nginx', make => sub { Test::Cache::nginx($origin->port, '') } },
    { name => 'Varnish', program => 'varnishd', make => sub { Test::Cache::varnish($origin->port, '') } },
);

my $cache;    # the one that is asked

sub ask { my ($path, @headers) = @_; return $cache->get($path, @headers) }

sub is_hit { my ($r) = @_; return ($r->{headers}{'x-cache'} || '') =~ /HIT/ ? 1 : 0 }

# mod_cache has stored an answer some time after it is out.
sub is_stored {
    my ($path, @headers) = @_;
    ok Test::Httpd::wait_until(sub { is_hit(ask($path, @headers)) }), "$path: stored for a person";
    return;
}

# A person's style sheet is packed.
sub is_packed {
    my ($path, $name, %opt) = @_;
    my $r = ask($path, @gzip_ok);
    is $r->{headers}{'content-encoding'}, 'gzip', "$path, $name: packed";
    is unzip($r), $css, "$path, $name: whole";
    is is_hit($r), 1, "$path, $name: from the cache" if $opt{hit};
    return $r;
}

# Whatever previews ask for, they get what they take, and all of it.
sub ask_as_previews {
    my ($path, $whole, $etag) = @_;
    for (\@gzip_ok, [], \@range, [@range, @gzip_ok], ['If-None-Match' => $etag], ['If-None-Match' => $etag, @gzip_ok],
        ['Cache-Control' => 'no-cache'], ['Accept-Encoding' => 'br'])
    {
        my $r = ask($path, @PREVIEW, @$_);
        my $expected = $r->{status} == 304 ? '' : $r->{status} == 206 ? substr $whole, 0, 2 : $whole;
        next if $r->{status} == 206 && $r->{headers}{'content-encoding'};    # a part of something packed
        ok unzip($r) eq $expected, "$path, a preview that sends '@$_': $r->{status}, and right";
    }
    return;
}

sub stored { return scalar Test::Service->files_with($cache->dir . '/cache', @_) }

sub nothing_of_previews {
    is stored("$MARK: nobody", "$MARK:nobody", '<!--xpurpose: '), 0, 'what is made for previews is not in storage';
    return;
}

sub cold_and_warm {
    my ($c) = @_;

    for my $path ('/cold.css', '/p/cold.css', '/cold-variant') {
        my $r = ask($path, @PREVIEW, @gzip_ok);
        is unzip($r), $css, "$path: a preview is first";
        is_packed($path, 'then a person');
        is_stored($path, @gzip_ok) unless $c->{unnegotiated} && $path =~ /variant/;
        is_packed($path, 'and again');
    }
    for my $path ('/theme.css', '/p/theme.css', '/variant', map { "/brief$_" } '/theme.css', '/p/theme.css', '/variant') {
        my $r = is_packed($path, 'a person is first');
        my $stores = !$c->{unnegotiated} || $path !~ /variant/;
        is_stored($path, @gzip_ok) if $stores;
        ask_as_previews($path, $css, $r->{headers}{etag});
        is_packed($path, 'after the previews', hit => $stores && $path !~ m{/brief/|/p/});
    }
    for my $path ('/data', '/brief/data', '/brief/moved') {
        is ask($path, @PREVIEW)->{headers}{'cache-control'}, 'private, no-store', "$path: cold, for a preview alone";
        is is_hit(ask($path)), 0, "$path: and so not stored";
        is_stored($path);
        ask_as_previews($path, $data, '"data"');
        my $r = ask($path);
        is $r->{content}, $data, "$path: a person gets it";
        is is_hit($r), 1, "$path: and from the cache" if $path eq '/data';
    }
    ask('/cold.mp4', @PREVIEW, @range);
    is_stored('/film.mp4');
    for my $path ('/film.mp4', '/cold.mp4') {
        my ($person, $preview) = map { ask($path, @$_, @range) } [], \@PREVIEW;
        ok $preview->{content} eq substr($film, 0, 2), "$path: a preview gets the part that it asked for";
        is $preview->{status}, 206, "$path: and is told so";
        is is_hit($preview), is_hit($person), "$path: from the cache or not, as a person's";
        ok ask($path)->{content} eq $film, "$path: and a person all of it";
    }
    for my $n (1 .. 2) {
        is kind(ask('/page.html', @PREVIEW)->{content}), 'stripped', 'the page, a preview';
        is kind(ask('/page.html')->{content}), 'full', 'the page, a person';
    }
    nothing_of_previews();
    return;
}

# What is stored has become stale, and it is a preview that comes first.
sub stale {
    my ($c) = @_;
    my $entries = stored($data);

    for my $path ('/brief/data', '/brief/moved') {    # after a redirect two of mod_cache's filters are there
        is ask($path, @PREVIEW)->{content}, $data, "$path: for a preview";
        ask_as_previews($path, $data, '"data"');
        is stored($data), $entries, "$path: what is stored survives it" if $c->{keeps};
    }
    nothing_of_previews();
    is ask($_)->{content}, $data, "$_: for a person" for '/brief/data', '/brief/moved';

    for my $path (map { "/brief$_" } '/theme.css', '/p/theme.css', '/variant') {
        my $plain = ask($path, @PREVIEW);
        is unzip($plain), $css, "$path: a preview that takes nothing packed";
        is_packed($path, 'then a person');
        ask_as_previews($path, $css, $plain->{headers}{etag} || '"none"');
        is_packed($path, 'and again');
    }
    nothing_of_previews();
    return;
}

for my $c (@caches) {
    subtest "$c->{name}: cold and warm" => sub {
        plan skip_all => "$c->{program} is not installed (make deps-all)"
            if $c->{program} && !Test::Service->program($c->{program});
        $cache = $c->{cache} = $c->{make}->();
        cold_and_warm($c);
    };
}
sleep 2.1;
for my $c (grep { $_->{cache} } @caches) {
    $cache = $c->{cache};
    subtest "$c->{name}: stale" => sub { stale($c) };
}

$_->stop for grep { $_ } map { $_->{cache} } @caches;
$origin->stop;
done_testing;
