# Caches that stand before an origin: nginx and Varnish, each a Test::Service whose storage is in its folder's "cache", and HAProxy, whose
# storage is memory. Their answers have an X-Cache that holds HIT if they came from there. And what they are asked.
package Test::Cache;

use strict;
use warnings;
no warnings 'portable';    # hex() of addresses
use Test::Service;

# Lines for an origin: folders that tell how it answers.
our $FOLDERS = <<'CONF';
<LocationMatch ^/packed/>
    SetOutputFilter DEFLATE
</LocationMatch>
<LocationMatch ^/novary/>
    XPurposeVary Off
</LocationMatch>
<LocationMatch /brief/>
    Header set Cache-Control "public, max-age=1"
    Header set X-Accel-Expires 1
</LocationMatch>
CONF

# More lines for nginx's location.
sub nginx {
    my ($origin, $more) = @_;
    my $user = $> == 0 ? 'user nobody nogroup;' : '';
    my $group = getgrnam('nogroup') ? '' : 1;
    $user =~ s/ nogroup// if $group;
    return Test::Service->new(command => [Test::Service->program('nginx'), '-p', '%DIR%', '-e', '%DIR%/error_log', '-c', '%DIR%/nginx.conf'],
        folders => [qw(cache temp)], files => { 'nginx.conf' => <<"NGINX" });
$user
daemon off;
pid %DIR%/pid;
error_log %DIR%/error_log;
worker_processes 1;
events { worker_connections 256; }
http {
    access_log off;
    proxy_temp_path %DIR%/temp;
    client_body_temp_path %DIR%/temp;
    fastcgi_temp_path %DIR%/temp;
    uwsgi_temp_path %DIR%/temp;
    scgi_temp_path %DIR%/temp;
    proxy_cache_path %DIR%/cache levels=1 keys_zone=all:1m use_temp_path=off;
    server {
        listen 127.0.0.1:%PORT%;
        location / {
            proxy_pass http://127.0.0.1:$origin;
            proxy_http_version 1.1;
            proxy_cache all;
            proxy_cache_revalidate on;
            proxy_cache_lock on;
            add_header X-Cache \$upstream_cache_status;
            $more
        }
    }
}
NGINX
}

# More VCL.
sub varnish {
    my ($origin, $more) = @_;
    return Test::Service->new(
        command => [Test::Service->program('varnishd'), '-F', '-a', '127.0.0.1:%PORT%', '-T', 'none', '-n', '%DIR%/work', '-j', 'none',
            '-f', '%DIR%/default.vcl', '-s', 'file,%DIR%/cache/storage,8M', '-p', 'vsl_space=1M', '-p', 'thread_pool_min=10'],
        folders => [qw(cache work)], files => { 'default.vcl' => <<"VCL" });
vcl 4.0;
backend default { .host = "127.0.0.1"; .port = "$origin"; }
sub vcl_backend_response { set beresp.keep = 1h; }
sub vcl_deliver { if (obj.hits > 0) { set resp.http.X-Cache = "HIT"; } }
$more
VCL
}

# HAProxy; more rules for responses, when to use the cache, and more lines for the backend.
sub haproxy {
    my ($origin, %more) = @_;
    my $user = $> == 0 ? 'user nobody' : '';
    my ($rules, $when, $backend) = map { $more{$_} // '' } qw(rules when backend);
    return Test::Service->new(command => [Test::Service->program('haproxy'), '-q', '-db', '-f', '%DIR%/haproxy.cfg'],
        files => { 'haproxy.cfg' => <<"HAPROXY" });
global
    nbthread 1
    $user
defaults
    mode http
    timeout connect 10s
    timeout client 30s
    timeout server 30s
cache pages
    total-max-size 4
    max-object-size 65536
    max-age 3600
    process-vary on
frontend all
    bind 127.0.0.1:%PORT%
    http-request cache-use pages $when
    $rules
    http-response cache-store pages
    http-after-response set-header X-Cache HIT if { res.cache_hit }
    default_backend origin
backend origin
    $backend
    server origin 127.0.0.1:$origin
HAPROXY
}

# Where in the memory that a server's processes share one of these texts is: HAProxy and mod_cache_socache have stored it there.
sub memory_with {
    my ($server, @texts) = @_;
    my @found;
    for my $pid ($server->can('children') ? $server->children : $server->pid) {
        open my $maps, '<', "/proc/$pid/maps" or next;
        open my $memory, '<:raw', "/proc/$pid/mem" or next;
        for (<$maps>) {
            my ($from, $to) = /^([0-9a-f]+)-([0-9a-f]+) rw-s/ or next;
            sysseek $memory, hex $from, 0 or next;
            my $n = sysread $memory, my $content, hex($to) - hex $from;
            push @found, "$pid:$from" if $n && grep { index($content, $_) >= 0 } @texts;
        }
    }
    return @found;
}

# Requests: [class, a page's number from 1 on, 0 to 2] each. The same order each time, by a generator of our own, since rand's differs
# between builds of Perl.
sub order {
    my ($state, $requests, $pages, @classes) = @_;
    my $next = sub { $state = ($state * 1103515245 + 12345) % 2147483648; return ($state >> 8) % $_[0] };
    return map { [$classes[$next->(scalar @classes)], 1 + $next->($pages), $next->(3)] } 1 .. $requests;
}

# The last of a class is no header, but what it should get.
sub ask {
    my ($cache, $path, $class, @more) = @_;
    return $cache->get($path, @$class[0 .. $#$class - 1], @more);
}

1;
