# The contenders: a server each, set up as its manual would have it for removing the five snippets. Those that cannot be told when to do it
# do it always. What one needs and is not installed leaves it out.
use strict;
use warnings;

# ---- httpd -----------------------------------------------------------------------------------------------------------

# Without an access log, for everyone.
sub host_conf {
    my ($conf) = @_;
    return "MaxKeepAliveRequests 0\n<VirtualHost *>\nCustomLog /dev/null common env=never\n$conf\n</VirtualHost>\n";
}

# Regular expressions see a line at a time, so each takes what of a snippet stands in one line. (With two empty replacements httpd 2.4.71
# crashes, hence the comment.)
my $SUBSTITUTE = <<'CONF';
AddOutputFilterByType SUBSTITUTE text/html
SubstituteMaxLineLength 20m
CONF

my @REGEX = ('<script[^>]*googletagmanager\.com[^>]*></script>', '<script[^>]*>[^<]*googletagmanager\.com[^<]*</script>',
    '<noscript><iframe[^>]*googletagmanager\.com[^>]*></iframe></noscript>', '<script[^>]*>[^<]*fbevents\.js[^<]*</script>',
    '<script[^>]*>[^<]*matomo\.js[^<]*</script>');

my @LITERAL = ('https://www.googletagmanager.com/gtag/js?id=G-BENCH00001', 'https://www.googletagmanager.com/gtm.js',
    'https://www.googletagmanager.com/ns.html?id=GTM-BENCH01', 'https://connect.facebook.net/en_US/fbevents.js', '//stats.bench.invalid/',
    'https://www.facebook.com/tr?id=100000000000001');

my $LUA = <<'LUA';
-- The whole page is put together first, since a snippet may be cut between two buckets.
local starts = { "googletagmanager%.com", "fbevents%.js", "matomo%.js", "gtag%('config'", "facebook%.com/tr" }
local function judge(element)
    for _, start in ipairs(starts) do
        if element:find(start) then return "" end
    end
end
function strip(r)
    local parts = {}
    coroutine.yield()
    while bucket ~= nil do
        parts[#parts + 1] = bucket
        coroutine.yield("")
    end
    local page = table.concat(parts)
    page = page:gsub("<script[^>]*>.-</script>", judge)
    page = page:gsub("<noscript>.-</noscript>", judge)
    coroutine.yield(page)
end
LUA

# name, modules, configuration, options: ours (1, or where a build of it is), host (configuration of the server as a whole), fields, suffix, env
my @HTTPD = (
    ['plain httpd', [], ''],
    ['mod_xpurpose, no header', [], 'XPurpose On', ours => 1],
    ['mod_xpurpose, preview', [], 'XPurpose On', ours => 1, fields => ['X-Purpose: preview']],
    ['mod_xpurpose, preview, no vectors', [], 'XPurpose On', ours => $main::PORTABLE, fields => ['X-Purpose: preview']],
    ['mod_include, marked by hand', ['include'], "Options +Includes\nAddOutputFilter INCLUDES .shtml\nAddType text/html .shtml",
        suffix => 'shtml', fields => ['X-Purpose: preview']],
    ['mod_substitute, literals', [qw(filter substitute)], $SUBSTITUTE . join '', map { "Substitute \"s|$_||n\"\n" } @LITERAL],
    ['mod_substitute, regex', [qw(filter substitute)], $SUBSTITUTE . join '', map { "Substitute \"s~$_~<!-- -->~i\"\n" } @REGEX],
    ['mod_sed', [qw(filter sed)], "AddOutputFilterByType Sed text/html\n" . join '',
        map { "OutputSed \"s~<script[^>]*>.*$_.*</script>~~g\"\n" } 'googletagmanager\.com', 'fbevents\.js', 'matomo\.js'],
    ['mod_proxy_html', [qw(filter proxy xml2enc proxy_html)], "SetEnv PROXY_HTML_FORCE 1\nSetOutputFilter proxy-html\nProxyHTMLEnable On\n"
        . "ProxyHTMLExtended On\nProxyHTMLLinks script src\nProxyHTMLLinks iframe src\nProxyHTMLLinks img src\n"
        . join('', map { "ProxyHTMLURLMap $_ about:blank\n" } @LITERAL), env => 1],
    ['mod_lua', ['lua'], "SetOutputFilter strip", host => "LuaOutputFilter strip %DIR%/docs/strip.lua strip\n"],
);

package Bench::Server;

use strict;
use warnings;
use Time::HiRes qw(sleep time);

my $PAUSE = $ENV{QUICK} ? 0.4 : 1;

sub new {
    my ($class, %self) = @_;
    return bless { fields => [], suffix => 'html', base => 'plain httpd', %self }, $class;
}

sub name { return $_[0]{name} }
sub base { return $_[0]{base} }
sub port { return $_[0]{port} }
sub proxy_port { return $_[0]{proxy_port} }
sub fields { return @{ $_[0]{fields} } }
sub path { return $_[1] =~ /[.]/ ? "/$_[1]" : "/$_[1].$_[0]{suffix}" }
sub pause { return $PAUSE }
sub is_plain { return $_[0]{name} =~ /plain/ }
sub pids { return ($_[0]{pid}, Bench::Server::children($_[0]{pid})) }

sub children {
    my ($parent) = @_;
    my @pids;
    for my $stat (glob '/proc/[0-9]*/stat') {
        push @pids, $1 if first_line($stat) =~ /^(\d+) \(.*\) \S (\d+) / && $2 == $parent;
    }
    return @pids;
}

# Seconds that the server's processes have used, in user space and in the kernel: where there is schedstat, by the nanosecond,
# else in the clock ticks of utime and stime.
sub cpu {
    my ($self) = @_;
    my ($seconds, $tick) = (0, POSIX::sysconf(&POSIX::_SC_CLK_TCK));
    for my $pid ($self->pids) {
        for my $file (glob "/proc/$pid/task/*/schedstat") {
            $seconds += first_line($file) =~ /^(\d+)/ ? $1 / 1e9 : 0;
        }
        next if -e "/proc/$pid/schedstat";
        my @field = split / /, first_line("/proc/$pid/stat") =~ /\) (.*)/ ? $1 : '';
        $seconds += ($field[11] + $field[12]) / $tick if @field > 12;
    }
    return $seconds;
}

sub first_line {
    my ($file) = @_;
    open my $in, '<', $file or return '';
    return scalar(<$in>) // '';
}

sub private {
    my ($self) = @_;
    my $kib = 0;
    $kib += Test::Cost::private($_) || 0 for $self->pids;
    return $kib;
}

package main;

# The page that a backend serves with a pause in its middle.
sub paused_page {
    my $page = page($main::SIZE{middle});
    my $half = index $page, '<article', length($page) / 2;
    my $head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    return [$head . substr($page, 0, $half) . '<p>THE MIDDLE', \Bench::Server->pause, '</p>' . substr $page, $half];
}

my ($backend, @httpds);

sub start_backend { return $backend = Test::Backend->new({ '/paused' => paused_page() }) }

sub start_httpd {
    my ($name, $modules, $conf, %opt) = @_;
    my $proxied = "ProxyPass /paused http://127.0.0.1:" . $backend->port . "/paused\n";
    my ($ours, $host) = delete @opt{qw(ours host)};

    return if grep { !Test::Httpd->has_module($_) } @$modules;
    local $Test::Httpd::OUT = $ours if $ours && $ours ne 1;
    my $httpd = Test::Httpd->new(xpurpose => $ours ? 1 : 0, wrap => [pinned($main::SERVER_CORE)], ports => 1,
        modules => [@$modules, qw(proxy proxy_http), $opt{env} ? 'env' : ()], conf => host_conf(($host || '') . "<Location />\n$conf\n</Location>\n$proxied"));
    for my $page (keys %main::PIECES) {
        my @pieces = @{ $main::PIECES{$page} };
        $httpd->doc("$page.html", join_pieces(@pieces));
        $httpd->doc("$page.shtml", marked(@pieces)) if ($opt{suffix} || '') eq 'shtml';
    }
    $httpd->doc('strip.lua', $LUA);
    my $documents = delete $opt{documents} || {};
    $httpd->doc($_, $documents->{$_}) for keys %$documents;
    $httpd->start;
    push @httpds, $httpd;
    return Bench::Server->new(name => $name, pid => $httpd->pid, port => $httpd->port, proxy_port => $httpd->port, docs => $httpd->dir . '/docs', %opt);
}

# ---- nginx -----------------------------------------------------------------------------------------------------------

sub nginx_conf {
    my ($dir, $docs, @servers) = @_;
    my $place = 'location /paused { proxy_pass http://127.0.0.1:' . $backend->port . '; }';
    my $servers = join '', map { "    server { listen 127.0.0.1:$_->{port}; $_->{lines} $place }\n" } @servers;
    return <<"CONF";
daemon off;
master_process on;
worker_processes 1;
pid $dir/nginx.pid;
error_log $dir/nginx.log warn;
events { worker_connections 256; }
http {
    default_type text/html;
    access_log off;
    sendfile on;
    keepalive_requests 1000000000;
    client_body_temp_path $dir/a; proxy_temp_path $dir/b; fastcgi_temp_path $dir/c; uwsgi_temp_path $dir/d; scgi_temp_path $dir/e;
    root $docs;
$servers}
CONF
}

my $nginx;

# One nginx with a server for each [name, its lines]; the first is the plain one.
sub start_nginx {
    my ($docs, @wanted) = @_;
    return unless Test::Cost::has('nginx');
    my $dir = File::Temp::tempdir('xpurpose-nginx-XXXXXX', TMPDIR => 1, CLEANUP => 1);
    chmod 0755, $dir;
    my @sockets = map { IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => 0, Listen => 1) or die "bind: $!\n" } @wanted;
    my @servers = map { { name => $wanted[$_][0], lines => $wanted[$_][1], port => $sockets[$_]->sockport } } 0 .. $#wanted;
    open my $out, '>', "$dir/nginx.conf" or die "$!\n";
    print {$out} nginx_conf($dir, $docs, @servers);
    close $out;
    close $_ for @sockets;
    $nginx = fork;
    die "fork: $!\n" unless defined $nginx;
    if (!$nginx) {
        open STDERR, '>', "$dir/output";
        { exec pinned($main::SERVER_CORE), 'nginx', '-c', "$dir/nginx.conf", '-e', "$dir/nginx.log" }
        POSIX::_exit(127);
    }
    for (1 .. 500) {
        last if IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $servers[-1]{port});
        sleep 0.01;
    }
    return map { Bench::Server->new(name => $_->{name}, port => $_->{port}, proxy_port => $_->{port}, pid => $nginx, base => $servers[0]{name}) } @servers;
}

sub start_servers {
    start_backend();
    my @servers = map { start_httpd(@$_) } @HTTPD;
    my $subs = join '', map { "sub_filter '$_' '';\n" } @LITERAL;
    return (@servers, start_nginx($servers[0]{docs}, ['nginx, plain', ''], ['nginx sub_filter, literals', "sub_filter_once off; $subs"]));
}

sub stop_servers {
    for my $httpd (@httpds) {
        my @errors = grep { !/AH10394/ } $httpd->shut_down;    # mod_sed, of the clients that stopped reading
        warn "httpd's error log:\n@errors" if @errors;
    }
    if ($nginx) {
        kill QUIT => $nginx;
        waitpid $nginx, 0;
        undef $nginx;
    }
    $backend->stop;
    @httpds = ();
    return;
}

END {
    kill TERM => $nginx if $nginx;
}

1;
