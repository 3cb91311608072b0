# Many at once in one process: sixteen threads, sixteen clients who mix previews, prerenders and views of pages whose configuration is put
# together from .htaccess, packed ones, filters named by hand and status pages, over graceful restarts. Every answer is right,
# nothing is lost in counting, and what is to be said once is. `make tsan` runs this with the module under ThreadSanitizer.
use strict;
use warnings;
use IO::Compress::Gzip 'gzip';
use POSIX ();
use Test::Http;
use Test::Httpd;
use Test::More;
use Test::Preview;

my ($PROCESSES, $EACH, $ROUNDS, $RESTARTS) = (4, 4, 40, 3);    # 16 clients

my $CONF = <<'CONF';
StartServers 1
ServerLimit 12
ThreadsPerChild 16
ThreadLimit 16
MaxRequestWorkers 64
MinSpareThreads 1
MaxSpareThreads 64
XPurpose On
XPurposeVendor mine url mine.example.com
XPurposeAction prerender Hold
XPurposeSignal prefetch "expr=%{HTTP:X-Fetch} == 'yes'"
ExtendedStatus On
<Directory %DOCS%>
    AllowOverride FileInfo
</Directory>
AddType text/html .gz
AddEncoding gzip .gz
CONF

my %HTACCESS = (
    off => 'XPurpose Off',
    none => 'XPurposeVendors None',
    all => "XPurposeVendors All\nXPurposeStubs Off\nXPurposeVary Off",
    added => 'XPurposeVendors -mine +google-analytics',
    dry => 'XPurpose DryRun',
    named => 'SetOutputFilter XPURPOSE',
    twice => 'SetOutputFilter XPURPOSE;XPURPOSE_HEADERS;XPURPOSE_SUM',
);

# What is asked for, and what a preview of it is.
my @PAGES = (['/page.html', 'stripped'], ['/page.html.gz', 'stripped'],
    map({ ["/$_/page.html", /off|none|dry/ ? 'full' : 'stripped'] } sort keys %HTACCESS));
my @STATUS = (['/counters', qr/<svg/], ['/counters?json', qr/^\s*\{.*\}\s*$/s], ['/counters?openmetrics', qr/# EOF\n$/],
    ['/server-status?auto', qr/^XPurpose/m]);

sub server {
    my ($mpm) = @_;
    my $httpd = Test::Httpd->new(mpm => $mpm, counters => 1, modules => ['deflate'], children => 'default', conf => $CONF,
        log_level => 'notice');
    my $page = full('page');

    gzip(\$page => \my $packed) or die "gzip\n";
    $httpd->doc('page.html', $page);
    $httpd->doc('page.html.gz', $packed);
    for my $name (keys %HTACCESS) {
        $httpd->doc("$name/page.html", $page);
        $httpd->doc("$name/.htaccess", "$HTACCESS{$name}\n");
    }
    return $httpd->start;
}

# The n-th request of a client: path, headers, and what is wrong with its answer, or ''.
sub request {
    my ($n) = @_;
    if ($n % 11 == 10) {
        my ($path, $like) = @{ $STATUS[$n / 11 % @STATUS] };
        return ($path, [], sub { $_[0]{content} =~ $like ? '' : "$path: " . substr $_[0]{content}, 0, 60 });
    }
    my ($path, $preview) = @{ $PAGES[$n % @PAGES] };
    my $class = ('preview', 'view', 'preview', 'prefetch', 'prerender')[$n / @PAGES % 5];
    my @headers = $class eq 'preview' ? @PREVIEW : $class eq 'prefetch' ? ('X-Fetch' => 'yes') : $class eq 'prerender' ? @PRERENDER : ();
    my $wanted = $class eq 'preview' ? $preview : $class eq 'prerender' && $preview eq 'stripped' ? 'held' : 'full';
    return ($path, \@headers, sub {
        my $kind = kind(unzip($_[0]), 'page');
        return $kind eq $wanted ? '' : "$path, $class: $kind";
    });
}

# Asks with $EACH connections at once; all of them send before the first answer is read.
sub run_client {
    my ($port, $from, $file) = @_;
    my (@wrong, %asked);
    for my $round (0 .. $ROUNDS - 1) {
        my @open = map {
            my ($path, $headers, $check) = request($from + $round * $EACH + $_);
            my $client = Test::Http->new($port);
            my @fields = (Host => 'localhost', Connection => 'close', @$headers);
            my $message = "GET $path HTTP/1.1\r\n";
            $asked{ $fields[4] || '' }++ if $path !~ /^.(?:counters|server)/;
            $message .= shift(@fields) . ': ' . shift(@fields) . "\r\n" while @fields;
            [$client->send_raw("$message\r\n"), $check];
        } 0 .. $EACH - 1;
        for (@open) {
            my ($client, $check) = @$_;
            my $r = $client->response('GET');
            my $status = ($r->{status} || 'none') . ($r->{complete} ? '' : ', cut off');
            push @wrong, $status eq '200' ? $check->($r) || () : "status $status";
            $client->close;
        }
    }
    open my $out, '>', $file or POSIX::_exit(1);
    print {$out} map { "$_\n" } $asked{'X-Purpose'}, @wrong;
    return;
}

# All clients, and meanwhile what is given; the number of previews, and what was wrong.
sub run_clients {
    my ($httpd, $meanwhile) = @_;
    my (@pids, @wrong);
    my $previews = 0;
    for my $n (0 .. $PROCESSES - 1) {
        my $pid = fork;
        die "fork: $!\n" unless defined $pid;
        if (!$pid) {
            $SIG{$_} = 'DEFAULT' for qw(INT TERM HUP);
            eval { run_client($httpd->port, $n * 37, $httpd->dir . "/client-$n"); 1 } or POSIX::_exit(1);
            POSIX::_exit(0);
        }
        push @pids, $pid;
    }
    $meanwhile->();
    for my $n (0 .. $PROCESSES - 1) {
        waitpid $pids[$n], 0;
        push @wrong, "a client ended with $?" if $?;
        my ($asked, @lines) = split /\n/, $httpd->_slurp("client-$n");
        $previews += $asked || 0;
        push @wrong, @lines;
    }
    return ($previews, @wrong);
}

sub counted { return $_[0]->get('/counters?json')->{content} =~ /"preview"\s*:\s*(\d+)/ ? $1 : undef }
sub notices { return scalar(() = $_[0]->error_log =~ /names the filter xpurpose/g) }

for my $mpm (qw(event worker)) {
    SKIP: {
        skip "this httpd has no mpm_$mpm", 6 unless Test::Httpd->has_module("mpm_$mpm");
        my $httpd = server($mpm);
        my ($first, @wrong) = run_clients($httpd, sub { });
        is_deeply \@wrong, [], "$mpm: every answer is right";
        is counted($httpd), $first, "$mpm: $first previews, each counted";
        is notices($httpd), 1, "$mpm: that a filter was named by hand is said once";

        my ($second, @also) = run_clients($httpd, sub {
            for (1 .. $RESTARTS) {
                $httpd->graceful;
                $httpd->get('/named/page.html');
            }
        });
        is_deeply \@also, [], "$mpm: and over graceful restarts";
        is counted($httpd), $first + $second, "$mpm: $second more previews, each counted";
        is notices($httpd), 1 + $RESTARTS, "$mpm: said once by each configuration";
        $httpd->expect_log(qr/AH00546|AH00484/);    # the MPMs about their own records and places
        $httpd->stop;
    }
}

done_testing;
