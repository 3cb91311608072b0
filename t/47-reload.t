# Reload under load: the configuration changes twenty times while sixteen connections ask for previews and views. No request
# fails, and each answer is of one configuration: whole, or wholly stripped. And trying a configuration out touches nothing.
use strict;
use warnings;
use JSON::PP 'decode_json';
use POSIX ();
use Test::Http;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Time::HiRes qw(sleep time);

my $RESTARTS = 20;
my $PROCESSES = 4;
my $CONNECTIONS = 4;    # of each process
my $SIZE = 60_000;

# What is proxied comes from a server that is not restarted, and that does not close a connection when it is about to be used.
my $backend = Test::Httpd->new(xpurpose => 0, conf => "KeepAliveTimeout 300\nMaxKeepAliveRequests 0\n")->start;
$backend->doc('page.html', full('page', $SIZE));
my $target = $backend->port;

sub conf {
    my ($n) = @_;
    my $switch = $n % 2 ? 'Off' : 'On';
    return <<"CONF";
XPurpose $switch
XPurposeVendor number-$n url counter-$n.example/hit.js
XPurposeVendors +number-$n
# No CGI here: its daemon does not outlive a restart. Old processes need their places while they finish.
<IfModule !mpm_prefork_module>
    ServerLimit 60
    ThreadsPerChild 16
    MaxRequestWorkers 960
</IfModule>
<IfModule mpm_prefork_module>
    StartServers 20
    MinSpareServers 10
    MaxSpareServers 40
</IfModule>
AddType text/html .shtml
AddOutputFilter INCLUDES .shtml
<Directory %DOCS%>
    Options +Includes
</Directory>
<Location /xpurpose-status>
    SetHandler xpurpose-status
</Location>
ProxyPass /proxy/ http://127.0.0.1:$target/
CONF
}

my $httpd = Test::Httpd->new(modules => [qw(proxy proxy_http include)], children => 'default', conf => conf(0));
$httpd->doc('page.html', full('page', $SIZE));
$httpd->doc('pixel.html', $PIXEL);
$httpd->doc('page.shtml', full('page', $SIZE) =~ s/\Q$PIXEL\E/<!--#include virtual="\/pixel.html" -->/r);
$httpd->start;

my $port = $httpd->port;

sub restart {
    my ($n) = @_;
    $httpd->graceful(conf($n));
    return;
}

sub counters {
    return decode_json($httpd->get('/xpurpose-status?json')->{content})->{Requests};
}

# ---- Clients -----------------------------------------------------------------------------------------------------------------

# One request; a kept connection may have been closed by the server before it came, which is no failure: then once again.
sub ask {
    my ($clients, $i, $path, @headers) = @_;
    for my $try (0, 1) {
        my $kept = $clients->[$i] && !$try;
        $clients->[$i] = Test::Http->new($port) unless $kept;
        my $r = eval { $clients->[$i]->request('GET', $path, [@headers]) } || {};
        if (defined $r->{status}) {
            delete $clients->[$i] if !$r->{complete} || lc($r->{headers}{connection} || '') eq 'close';
            return "cut off: $path, @{[length $r->{content}]} bytes by $r->{framing}" unless $r->{complete};
            return $r->{status} != 200 ? "status $r->{status}" : kind($r->{content}, 'page', $SIZE);
        }
        my $began = length $clients->[$i]{buffer};
        delete $clients->[$i];
        return 'no answer' if !$kept || $began;
    }
    return 'no answer';
}

my $parent = $$;

# Asks until the file $stop is there or the parent is gone, and writes what came and how often into $file. Not until a signal
# comes: that would end the wait for an answer, which then looks cut off.
sub run_client {
    my ($file, $stop) = @_;
    my (%came, @clients);
    for (my $n = 0; !-e $stop && getppid == $parent; $n++) {
        my $path = ('/page.html', '/proxy/page.html', '/page.html', '/page.shtml')[$n / 3 % 4];
        my $preview = $n % 2;
        my $kind = eval { ask(\@clients, $n % $CONNECTIONS, $path, $preview ? @PREVIEW : ()) } || "error: $@";
        $came{ ($preview ? 'preview' : 'view') . ": $kind" }++;
    }
    open my $out, '>', $file or POSIX::_exit(1);
    print {$out} map { "$came{$_} $_\n" } sort keys %came;
    close $out;
    return;
}

my (@pids, %came);
for my $n (1 .. $PROCESSES) {
    my $pid = fork;
    die "fork: $!\n" unless defined $pid;
    if (!$pid) {
        $SIG{$_} = 'DEFAULT' for qw(INT TERM HUP);
        run_client($httpd->dir . "/client-$n", $httpd->dir . '/stop');
        POSIX::_exit(0);
    }
    push @pids, $pid;
}

# ---- Restarts -----------------------------------------------------------------------------------------------------------------

# So many previews after the last count: however slow the clients are, each configuration is in force for some.
my $counted = 0;

sub more_come {
    my $enough = $counted + 2 * $PROCESSES * $CONNECTIONS;
    Test::Httpd::wait_until(sub { ($counted = counters()->{preview} || 0) >= $enough }) or die "no previews\n";
    return;
}

more_come();
my $before = counters();
my $restarted = 0;
for my $n (1 .. $RESTARTS) {
    restart($n);
    $restarted++;
    sleep 0.25;
    more_come();
}
my $after = counters();
$httpd->_write('stop', '');
for my $pid (@pids) {
    waitpid $pid, 0;
    is $?, 0, 'a client process ends well';
}
for my $n (1 .. $PROCESSES) {
    for (split /\n/, $httpd->_slurp("client-$n")) {
        my ($times, $what) = split / /, $_, 2;
        $came{$what} += $times;
    }
}

is $restarted, $RESTARTS, "$RESTARTS graceful restarts";
my $whole = delete $came{'view: full'} || 0;
my %previews = map { $_ => delete $came{"preview: $_"} || 0 } qw(full stripped);
cmp_ok $whole, '>', 100, "$whole views, each whole";
cmp_ok $previews{stripped}, '>', 20, "$previews{stripped} previews, wholly stripped";
cmp_ok $previews{full}, '>', 20, "$previews{full} previews while it was off, whole";
is_deeply \%came, {}, 'and nothing else: no failure, no mixture';
cmp_ok $after->{preview}, '>', $before->{preview} + 20, "the counters go on: from $before->{preview} to $after->{preview} previews";

# ---- Trying a configuration out --------------------------------------------------------------------------------------------------

subtest 'httpd -t touches nothing' => sub {
    my $state = sub {
        my @files = map { "$_ @{[(stat)[7, 9, 10]]}" } grep { !/_log$/ } map { glob } "@{[$httpd->dir]}/*", '/dev/shm/*';
        return (@files, split /\n/, `ipcs -a 2>/dev/null`);
    };
    my @held = map { my $pid = $_; map { readlink || () } glob "/proc/$pid/map_files/*" } $httpd->pid;
    my ($file, $log) = ($httpd->dir . '/httpd.conf', length $httpd->error_log);
    my $counters = counters();
    my ($text) = $httpd->_slurp('httpd.conf');
    my $good = $text =~ s/^XPurpose .*$/XPurpose DryRun\nXPurposeVendor mine url my.example\/x.js/mr;
    my $bad = $text =~ s/^XPurpose .*$/XPurpose Perhaps/mr;
    for my $try (['a good one', $good, 0], ['a bad one', $bad, 1]) {
        my ($name, $conf, $want) = @$try;
        open my $out, '>', "$file.new" or die "$!\n";
        print {$out} $conf;
        close $out;
        local %ENV = (%ENV, $httpd->_environment);
        my ($said, $status);
        my ($was, $is) = Test::Httpd::before_and_after($state, sub {
            $said = `@{[Test::Httpd::binary()]} -t -f $file.new 2>&1`;
            $status = $? >> 8;
        });
        is $status, $want, "$name: " . ($want ? 'refused' : 'accepted') or diag $said;
        like $said, $want ? qr/XPurpose: 'Perhaps'/ : qr/Syntax OK/, "$name: and says so";
        is_deeply $is, $was, "$name: no file, no shared memory comes or goes";
    }
    is length $httpd->error_log, $log, 'nothing in the error log';
    is_deeply [map { my $pid = $_; map { readlink || () } glob "/proc/$pid/map_files/*" } $httpd->pid], \@held, "the server's memory is mapped as before";
    my $now = counters();
    is $now->{preview}, $counters->{preview}, 'the counters stand';
    is kind($httpd->get('/page.html', @PREVIEW)->{content}, 'page', $SIZE), 'stripped', 'and it goes on as it was configured';
};

$httpd->expect_log(qr/AH00546/);    # the worker MPM about its own records
$httpd->stop;
$backend->stop;
done_testing;
