# Nothing is lost: after 40,000 previews of a page of 100 KB the child is as large as after 1,000, with as many descriptors;
# and valgrind sees each kind of page go by without an error or a lost block.
# XP_PREVIEWS asks for more than the 40,000. That many tell of the least that can be lost each time, eight bytes of a pool that stays.
use strict;
use warnings;
use IO::Compress::Gzip 'gzip';
use Test::Backend;
use Test::Cost;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Service;

my $SIZE = 100_000;
my $WARM = 1_000;
my $PREVIEWS = $ENV{XP_PREVIEWS} || 40_000;
my $ALLOWED = 256;    # KiB

my $ab = Test::Service->program('ab');
my $valgrind = Test::Service->program('valgrind');
my $mpm = $ENV{MPM} || 'event';

# One process, so that it is the same one all along; the MPMs say so when all its threads are busy.
my $FEW = qr/AH00(?:161|286|484): server reached MaxRequestWorkers/;

sub one {
    my ($threads) = @_;
    return "StartServers 1\nMaxSpareServers 1\nServerLimit 1\nMaxRequestWorkers 1\n" if $mpm eq 'prefork';
    return "StartServers 1\nServerLimit 1\nThreadsPerChild $threads\nMaxRequestWorkers $threads\nMinSpareThreads 1\nMaxSpareThreads $threads\n";
}

my $sanitized;

sub fetch {
    my ($httpd, $path, $n) = @_;
    my $connections = $mpm eq 'prefork' ? 1 : 4;
    my $said = `$ab -q -k -n $n -c $connections -H 'X-Purpose: preview' @{[$httpd->url($path)]} 2>&1`;
    my ($complete, $failed) = map { $said =~ /^\Q$_\E:\s+(\d+)/m ? $1 : 'unknown' } 'Complete requests', 'Failed requests';
    my ($total) = $said =~ /^HTML transferred:\s+(\d+)/m;
    return ($complete, $failed, $total || 0, $said);
}

# Memory and descriptors: the fewest of a second, or as few as there were. The connections of the last requests, and those to a backend,
# may take a moment to go.
sub figures {
    my ($httpd, $pid, $few) = @_;
    my ($least, $looks) = (1e9, 0);
    Test::Httpd::wait_until(sub { !$httpd->_connections });
    Test::Httpd::wait_until(sub {
        my $n = () = glob "/proc/$pid/fd/*";
        $least = $n if $n < $least;
        return defined $few ? $least <= $few : ++$looks == 100;
    });
    return (Test::Cost::anonymous($pid), $least);
}

subtest "$PREVIEWS previews" => sub {
    plan skip_all => 'ab is not installed (make deps-all)' unless $ab;
    my $httpd = Test::Httpd->new(children => 'default', conf => one(8) . "KeepAlive On\nMaxKeepAliveRequests 0\nXPurpose On\n");
    $sanitized = { $httpd->_environment }->{LD_PRELOAD} ? 1 : 0;
    my $previews = $sanitized ? 5_000 : $PREVIEWS;
    $httpd->doc('page.html', full('page', $SIZE));
    $httpd->start;
    my $one = $httpd->get('/page.html', @PREVIEW)->{content};
    is kind($one, 'page', $SIZE), 'stripped', 'a preview is stripped';

    fetch($httpd, '/page.html', $WARM);
    my ($pid) = $httpd->children;
    my ($memory, $descriptors) = figures($httpd, $pid);
    my ($complete, $failed, $total) = fetch($httpd, '/page.html', $previews);
    my ($memory_after, $descriptors_after) = figures($httpd, $pid, $descriptors);
    my $grown = $memory_after - $memory;

    is $complete, $previews, "$previews complete requests";
    is $failed, 0, 'none failed';
    is $total, $previews * length $one, 'each as long as the first';
    is_deeply [$httpd->children], [$pid], 'by one and the same process';
    cmp_ok $grown, '<=', $sanitized ? 400_000 : $ALLOWED, "it grew by $grown KiB, from $memory KiB";
    cmp_ok $descriptors_after, '<=', $descriptors, "it has $descriptors descriptors, as before";
    is kind($httpd->get('/page.html', @PREVIEW)->{content}, 'page', $SIZE), 'stripped', 'the last preview is stripped';
    $httpd->expect_log($FEW)->stop;
};

# ---- Every kind of page, for memory and for valgrind --------------------------------------------------------------------------

my $page = full('page', 30_000);
gzip(\$page => \my $packed);
my $backend = Test::Backend->new({
    '/close' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", $page],
    '/sevens' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
        join('', map { sprintf "%x\r\n%s\r\n", length $_, $_ } $page =~ /(.{1,7})/gs) . "0\r\n\r\n"],
    '/gzip' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n", $packed],
    '/reset' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n", substr($page, 0, 20_000), \0.01, \'reset'],
    '/link' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nLink: <https://www.googletagmanager.com/gtm.js>; rel=preload, </a.css>; rel=preload\r\n"
        . "Surrogate-Control: max-age=1, content=\"ESI/1.0\"\r\nContent-Security-Policy: script-src 'sha256-a='\r\n\r\n", $page],
    '/script' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<script>", 'var a = 1; ' x 40_000],
});

# Few threads: each has memory of its own, and has to meet every kind of page before it has all that it is going to need.
sub server {
    my (%opt) = @_;
    my $httpd = Test::Httpd->new(modules => [qw(proxy proxy_http deflate filter headers include cgi status rewrite)], children => 'default', %opt,
        conf => one(4) . <<"CONF");
XPurpose On
XPurposeAction prerender Hold
XPurposeSignal prerender "expr=%{HTTP:X-Test} == 'yes'"
XPurposeVendor mine url mine.example/x.js
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
<Location /packed/>
    SetOutputFilter DEFLATE
</Location>
<Directory %DOCS%>
    Options +Includes
    AddType text/html .shtml
    AddOutputFilter INCLUDES .shtml
    AllowOverride All
</Directory>
<Location /dry/>
    XPurpose DryRun
</Location>
<Location /status>
    SetHandler xpurpose-status
</Location>
<Location /set/>
    Header set Content-Security-Policy "script-src 'sha256-abc='"
</Location>
ErrorDocument 404 /page.html
CONF
    $httpd->doc("$_/page.html", $page) for qw(packed dry set own .);
    $httpd->doc('own/.htaccess', "XPurposeVendors -meta-pixel\nXPurposeStubs Off\n");
    $httpd->doc('page.shtml', full('page', 30_000) =~ s/\Q$TAG\E/<!--#include virtual="\/packed\/page.html" -->/r);
    $httpd->cgi('page.cgi', "#!/usr/bin/perl\nprint qq{Content-Type: text/html\\n\\n}; print do { local \$/; <DATA> };\n__END__\n$page");
    return $httpd->expect_log(qr/proxy|AH01[0-9]+/, $FEW)->start;
}

my @requests = (map({ ['GET', $_] } qw(/page.html /packed/page.html /dry/page.html /set/page.html /own/page.html /page.shtml /page.cgi
    /b/close /b/sevens /b/gzip /b/link /b/script /b/reset /missing /status /status?json /status?openmetrics)),
    ['HEAD', '/page.html'], ['HEAD', '/b/close'], ['GET', '/page.html', 'If-None-Match' => '*'], ['GET', '/b/gzip', 'Accept-Encoding' => 'gzip'],
    ['GET', '/packed/page.html', 'Accept-Encoding' => 'gzip'], ['GET', '/page.html', 'X-Test' => 'yes']);

sub round {
    my ($httpd) = @_;
    my %came;
    for my $request (@requests) {
        my ($method, $path, @headers) = @$request;
        for my $purpose ([@PREVIEW], [], ['Sec-Purpose' => 'prefetch;prerender=?0;a="b"'], [@PRERENDER], [@PRERENDER[0, 1]]) {
            my $r = $httpd->request($method, $path, headers => [@headers, @$purpose]);
            $came{ $r->{status} || 'nothing' }++;
        }
    }
    my $client = $httpd->client;    # one that leaves
    $client->send_raw("GET /b/sevens HTTP/1.1\r\nHost: a\r\nX-Purpose: preview\r\n\r\n");
    sysread $client->socket, my $some, 100;
    $client->close;
    return \%came;
}

subtest 'every kind of page, again and again' => sub {
    my $httpd = server();
    my ($rounds, $warm) = $sanitized ? (10, 5) : (40, 40);
    round($httpd) for 1 .. $warm;
    my ($pid) = grep { Test::Httpd->memory($_, 'RssAnon') } sort { Test::Httpd->memory($b, 'VmSize') <=> Test::Httpd->memory($a, 'VmSize') } $httpd->children;
    my ($memory, $descriptors) = figures($httpd, $pid);
    my $allowed = $sanitized ? 400_000 : $ALLOWED;
    my ($came, $grown);
    for (1 .. 4) {    # a thread may meet a kind of page for the first time as late as now; what leaks does so each time
        $came = round($httpd);
        round($httpd) for 2 .. $rounds;
        my ($memory_after, $descriptors_after) = figures($httpd, $pid, $descriptors);
        cmp_ok $descriptors_after, '<=', $descriptors, "it has $descriptors descriptors, as before";
        $grown = $memory_after - $memory;
        last if $grown <= $allowed;
        $memory = $memory_after;
    }
    is_deeply [sort keys %$came], [200, 304, 404], 'all are answered';
    cmp_ok $grown, '<=', $allowed, "it grew by $grown KiB in " . $rounds * (5 * @requests + 1) . ' requests';
    $httpd->stop;
};

subtest 'valgrind' => sub {
    plan skip_all => 'valgrind is not installed (make deps-all)' unless $valgrind;
    plan skip_all => 'valgrind does not run what is built with AddressSanitizer; t/48 has run without it' if $sanitized;
    my $httpd = Test::Httpd->new;
    my $log = $httpd->dir . '/valgrind';
    my $watched = server(args => ['-X'], start_timeout => 120, mpm => $mpm,
        wrap => [$valgrind, '-q', '--leak-check=full', '--show-leak-kinds=definite', '--errors-for-leak-kinds=definite',
            '--keep-debuginfo=yes', '--num-callers=20', "--log-file=$log"]);    # httpd unloads the module before leaks are counted
    my $came = round($watched);
    is_deeply [sort keys %$came], [200, 304, 404], 'all are answered';
    $watched->stop;
    my @blocks = split /^==\d+== \n/m, $httpd->_slurp('valgrind');
    my @ours = grep { /mod_xpurpose|\bxp_/ } @blocks;
    is_deeply \@ours, [], 'valgrind has nothing to say about the module';
    is_deeply [grep { /Invalid|uninitialised|overlap/ } @blocks], [], 'nor about what it hands to httpd';
    $httpd->shut_down;
};
done_testing;
