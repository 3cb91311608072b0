# `make bench`: what mod_xpurpose costs beside httpd without it and beside other ways to do the job, on pages of our own (pages.pl).
#
# Every contender is a private server on loopback with nothing but what it needs; all servers run on one core and the client on
# another. Contenders take turns (A B C A B C …), and a figure is the median over the rounds with its range; a multiple of plain httpd is
# the median of the rounds' own multiples, so that a machine that is busy for a while spoils a round and not a comparison. CPU is what
# /proc says of all of the server's processes and threads, in user space and in the kernel.
#
# QUICK=1: one short round of everything, to see that it works. ROUNDS=7, TURN=1 (seconds). The report goes to bench/RESULTS.md, with
# QUICK=1 to the build folder.
use strict;
use warnings;
use Cwd 'abs_path';
use File::Basename 'dirname';
use File::Path 'make_path';
use POSIX ();
use Test::Backend;
use Test::Cost;
use Test::Httpd;
use Time::HiRes qw(sleep time);

my $BENCH = abs_path(dirname(__FILE__));
our (@SNIPPETS, @DECOYS, %SIZE);
require "$BENCH/pages.pl";
require "$BENCH/servers.pl";

our ($SERVER_CORE, $CLIENT_CORE) = cores();
my $QUICK = $ENV{QUICK} || 0;
my $ROUNDS = $ENV{ROUNDS} || ($QUICK ? 1 : 7);
my $TURN = $ENV{TURN} || ($QUICK ? 0.05 : 1);
my $BUILD = "$Test::Httpd::OUT/build/bench";
my @SIZES = ([small => '12 KB'], [middle => '105 KB'], [large => '5 MB']);
my %PIECES = map { ($_->[0] => [main::pieces($main::SIZE{ $_->[0] })]) } @SIZES;

# ---- Small tools -----------------------------------------------------------------------------------------------------

sub median {
    my @sorted = sort { $a <=> $b } @_;
    return $sorted[@sorted / 2];
}

# "median (least-most)"
sub range {
    my ($format, @values) = @_;
    my @sorted = sort { $a <=> $b } @values;
    return sprintf $format, median(@values) if @values < 2;
    return sprintf "$format ($format-$format)", median(@values), @sorted[0, -1];
}

# Two of the cores that this process may run on, or the one twice.
sub cores {
    my @mine = map { /(\d+)-(\d+)/ ? $1 .. $2 : $_ } split /,/, first_match('/proc/self/status', qr/^Cpus_allowed_list:\s*(\S+)/);
    return @mine[0, $#mine && 1];
}

sub pinned { return Test::Cost::has('taskset') ? ('taskset', '-c', $_[0]) : () }

# What the client prints, split at tabs.
sub load {
    my (@arguments) = @_;
    open my $out, '-|', pinned($CLIENT_CORE), "$BUILD/load", @arguments or die "load: $!\n";
    my $line = <$out>;
    close $out or die "load @arguments failed\n";
    chomp $line;
    return split /\t/, $line;
}

sub progress { print STDERR "$_[0]\n" }

# ---- Cost of a request ----------------------------------------------------------------------------------------------

# One turn: (CPU microseconds a request, requests a second).
sub turn {
    my ($server, $path, $connections, @fields) = @_;
    my $before = $server->cpu;
    my ($requests, $seconds, undef, $bad) = eval { load('get', $server->port, $path, $TURN, $connections, @fields) }
        or die $server->name . ", $path: $@";
    die $server->name . ": $bad of $requests answers to $path were bad\n" if $bad;
    return (1e6 * ($server->cpu - $before) / $requests, $requests / $seconds);
}

sub race {
    my ($size, @servers) = @_;
    my %cost;

    for my $round (1 .. $ROUNDS) {
        for my $server (@servers) {
            my ($cpu, $rate) = turn($server, $server->path($size), $size eq 'large' ? 2 : 4, $server->fields);
            push @{ $cost{ $server->name }{cpu} }, $cpu;
            push @{ $cost{ $server->name }{rate} }, $rate;
        }
        progress("  $size, round $round of $ROUNDS");
    }
    return \%cost;
}

# What the server answers, in a word or two.
sub verdict {
    my ($server, $size) = @_;
    my $r = Test::Http->new($server->port)->request('GET', $server->path($size), [map { split /: /, $_, 2 } $server->fields]);
    return "status $r->{status}" if $r->{status} != 200;
    my ($gone, $kept, $rest) = main::judge($r->{content}, @{ $PIECES{$size} });
    return $server->is_plain ? 'plain' : sprintf '%d/%d, %d/%d%s%s', $gone, scalar @main::SNIPPETS, $kept, scalar @main::DECOYS,
        $rest ? '' : ', page damaged', $r->{complete} ? '' : ', cut short';
}

# A ratio for each round of what two contenders took in that round.
sub ratios {
    my ($values, $base) = @_;
    return map { $values->[$_] / ($base->[$_] || 1e-9) } 0 .. $#$values;
}

sub cost_table {
    my ($size, $label, @servers) = @_;
    my $cost = race($size, @servers);
    my @lines = ("### $label page", '', '| | CPU, µs a request | × plain | requests/s | × plain | gone, kept |', '|---|---|---|---|---|---|');

    for my $server (@servers) {
        my $mine = $cost->{ $server->name };
        my $base = $cost->{ $server->base };
        push @lines, sprintf '| %s | %s | %s | %s | %s | %s |', $server->name, range('%.0f', @{ $mine->{cpu} }),
            range('%.2f', ratios($mine->{cpu}, $base->{cpu})), range('%.0f', @{ $mine->{rate} }),
            range('%.2f', ratios($mine->{rate}, $base->{rate})), verdict($server, $size);
    }
    return (@lines, '');
}

# ---- Memory, latency ------------------------------------------------------------------------------------------------

# KiB of private memory that each of some clients costs who ask for the 5 MB page and then stop reading.
sub stalled_memory {
    my ($server) = @_;
    load('get', $server->port, $server->path('large'), 0.2, 1, $server->fields);
    return Test::Cost::stalled(load => "$BUILD/load", port => $server->port, path => $server->path('large'), clients => 16,
        fields => [$server->fields], seconds => $QUICK ? 0.2 : 1, private => sub { $server->private });
}

# The share of what could be known of a page's first half that has come when a backend stops in the middle. The middle is behind
# a mark in plain text, so nothing is undecided there.
sub delivered_share {
    my ($server) = @_;
    my $port = $server->proxy_port or return;
    my $client = Test::Http->new($port);
    my $r = $client->request('GET', '/paused', [map { split /: /, $_, 2 } $server->fields]);
    my $mark = index $r->{content}, 'THE MIDDLE';
    return if $mark < 0;
    my @early = grep { $_->[0] < $server->pause * 0.8 } @{ $r->{arrivals} };
    my $body = (@early ? $early[-1][1] : 0) - length $r->{head};
    my $share = $body / ($mark + length 'THE MIDDLE');
    return $share > 1 ? 1 : $share < 0 ? 0 : $share;
}

sub other_table {
    my (@servers) = @_;
    my @lines = ('| | KiB a stalled 5 MB request | first half delivered while the backend pauses | µs to the first byte, 105 KB |', '|---|---|---|---|');

    for my $server (@servers) {
        my $memory = stalled_memory($server);
        my $share = delivered_share($server);
        my ($first) = load('first', $server->port, $server->path('middle'), $QUICK ? 50 : 2000, $server->fields);
        push @lines, sprintf '| %s | %s | %s | %.0f |', $server->name, defined $memory ? sprintf('%.0f', $memory) : '-',
            defined $share ? sprintf('%.0f %%', 100 * $share) : '-', $first;
        progress('  ' . $server->name);
    }
    return (@lines, '');
}

# ---- The engine alone -----------------------------------------------------------------------------------------------

sub engine_rows {
    my ($command, @files) = @_;
    local $ENV{XP_SECONDS} = $QUICK ? 0.01 : 0.05;
    open my $out, '-|', pinned($CLIENT_CORE), "$BUILD/engine", $command, $QUICK ? 3 : 15, @files or die "engine: $!\n";
    my @rows = map { chomp; [split /\t/] } <$out>;
    close $out or die "engine failed\n";
    return map { "| $_->[0] | $_->[1] | $_->[2] ($_->[3]-$_->[4]) | $_->[5] |" } @rows;
}

sub engine_tables {
    my @names = qw(small.html middle.html large.html script.html style.html);
    my @lines = ('## The engine alone', '', 'In memory, on one core, MB/s. The last column is a multiple of memchr(\'<\') on the same buffer in the same round.', '',
        '| page | | MB/s | × |', '|---|---|---|---|', engine_rows('pages', map { "$BUILD/$_" } @names), '',
        'The search for literals on the script page, by the number of literals; the last column is a multiple of 150.', '',
        '| page | literals | MB/s | × |', '|---|---|---|---|', engine_rows('patterns', "$BUILD/script.html"), '');

    return @lines unless Test::Cost::has('valgrind');
    push @lines, 'Instructions (callgrind):', '', '| page | a page | a byte |', '|---|---|---|';
    for my $name ($QUICK ? @names[0, 1] : @names) {
        my $count = Test::Cost::engine_instructions("$BUILD/engine", "$BUILD/$name");
        push @lines, sprintf '| %s | %d | %.2f |', $name, $count, $count / -s "$BUILD/$name";
    }
    return (@lines, '');
}

# Instructions of httpd's a request, in user space.
sub request_table {
    return () unless Test::Cost::has('valgrind') && !$QUICK;
    my %documents = map { ("$_.html" => main::page($main::SIZE{$_})) } qw(small middle);
    my @cases = (['plain httpd', 0, ''], ['no header, XPurpose Off', 1, ''], ['no header, On, Vary Off', 1, "XPurpose On\nXPurposeVary Off"],
        ['no header, On', 1, 'XPurpose On'], ['preview', 1, 'XPurpose On', 'X-Purpose' => 'preview']);
    my @lines = ('Instructions of httpd in user space a request (prefork, kept connection):', '', '| | 12 KB | 105 KB |', '|---|---|---|');

    for my $case (@cases) {
        my ($name, $loaded, $conf, @headers) = @$case;
        local $Test::Cost::REQUESTS = @headers ? 100 : 1000;
        my @counts = map { Test::Cost::instructions({ xpurpose => $loaded, conf => main::host_conf($conf) }, \%documents, "/$_.html", @headers) }
            qw(small middle);
        push @lines, sprintf '| %s | %.0f | %.0f |', $name, @counts;
        progress("  instructions: $name");
    }
    return (@lines, '');
}

# ---- The report -----------------------------------------------------------------------------------------------------

sub first_match {
    my ($file, $pattern) = @_;
    open my $in, '<', $file or return 'unknown';
    for (<$in>) {
        return $1 if /$pattern/;
    }
    return 'unknown';
}

sub machine {
    my ($version) = `@{[Test::Httpd::binary()]} -v` =~ m{(Apache/\S+)};
    my ($system, undef, $release, undef, $architecture) = POSIX::uname();
    my $cores = () = join('', map { /^processor/ ? 'x' : () } do { open my $in, '<', '/proc/cpuinfo'; <$in> }) =~ /x/g;
    my ($nginx) = `nginx -v 2>&1` =~ m{(nginx/\S+)};
    return sprintf '%s, %d cores, %s %s on %s; %s (event MPM, one child)%s.', first_match('/proc/cpuinfo', qr/^model name\s*:\s*(.+?)\s*$/),
        $cores, $system, $release, $architecture, $version, $nginx ? ", $nginx" : '';
}

my $HEAD = <<'TEXT';
# Measured

Written by `make bench`. Pages are our own (bench/pages.pl): the markup of an ordinary site, with the snippets of four vendors in five places, which
should go, and five decoys, which must stay: data, a comment, a text area, an attribute, a text about snippets.
"gone, kept" says how many of each; what is not told apart is not right, however fast.
TEXT

sub write_report {
    my (@lines) = @_;
    my $file = $QUICK ? "$BUILD/RESULTS.md" : "$BENCH/RESULTS.md";
    open my $out, '>', $file or die "$file: $!\n";
    print {$out} map { "$_\n" } @lines;
    close $out or die "$file: $!\n";
    print map { "$_\n" } @lines;
    return;
}

sub main {
    local $| = 1;
    make_path($BUILD);
    system($^X, "$BENCH/pages.pl", $BUILD) == 0 or die "no pages\n";
    Test::Cost::program($_) for qw(load engine);

    my @lines = ($HEAD, machine(), sprintf('Medians (and ranges) of %d rounds of %g s.', $ROUNDS, $TURN), '');
    my @engine = engine_tables();
    my @servers = main::start_servers();
    push @lines, '## Requests', '', 'Server and client on a core each, kept connections. CPU is that of all of the server\'s processes, user and system.', '';
    push @lines, cost_table(@$_, @servers) for @SIZES;
    push @lines, '## Memory and latency', '', other_table(@servers);
    main::stop_servers(@servers);
    write_report(@lines, request_table(), @engine);
    return;
}

main();
