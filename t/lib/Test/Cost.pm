# What a request costs, in figures that come out the same on any machine: instructions, private memory, system calls. Times are left
# to `make bench`.
package Test::Cost;

use strict;
use warnings;
use File::Path 'make_path';
use IPC::Open2 'open2';
use List::Util 'min';
use Test::Httpd;
use Time::HiRes 'sleep';

our $PROFILER = 'valgrind';
our $REQUESTS = 1000; # what starting costs differs a little from run to run; over so many it does not show

sub has { return scalar grep { -x "$_/$_[0]" } split /:/, $ENV{PATH} }

# Compiles bench/NAME.c and gives the program; `engine` is the engine with a command line, made of the objects that the module is
# made of.
sub program {
    my ($name) = @_;
    my $dir = "$Test::Httpd::OUT/build/bench";
    my @sources = glob "$Test::Httpd::ROOT/engine/*.c $Test::Httpd::ROOT/engine/*/*.c";
    my @objects = $name eq "engine" ? map { s{^\Q$Test::Httpd::ROOT\E/(.*)\.c$}{$Test::Httpd::OUT/build/obj/$1.o}r } @sources : ();
    push @objects, "$Test::Httpd::OUT/build/obj/gen/xp_gate_text.o" if @objects;
    my @command = ($ENV{CC} || 'cc', qw(-std=gnu99 -O2 -g -Wall -Wextra), "-I$Test::Httpd::ROOT", '-o', "$dir/$name",
        "$Test::Httpd::ROOT/bench/$name.c", @objects);

    make_path($dir);
    system(@command) == 0 or die "@command failed\n";
    return "$dir/$name";
}

# Instructions that the engine takes for some pages, given as files.
sub engine_instructions {
    my ($engine, @files) = @_;
    open my $out, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', $PROFILER, qw(--tool=callgrind --toggle-collect=scan_page
        --callgrind-out-file=/dev/null), $engine, 'once', @files or die "valgrind: $!\n";
    my $said = join '', <$out>;
    close $out;
    my ($count) = $said =~ /Collected : (\d+)/ or die "callgrind said:\n$said";
    return $count;
}

# The instructions that the n-th of callgrind's dumps tells of; they are numbered from one.
sub dumped {
    my ($file, $n) = @_;
    open my $in, '<', "$file.$n" or die "$file.$n: $!\n";
    local $/;
    return <$in> =~ /^(?:totals|summary): (\d+)/m ? $1 : die "$file.$n has no total\n";
}

# Instructions of starting and stopping a server.
sub start_instructions {
    my ($httpd) = @_;
    return _run($httpd, {}, 0, '/');
}

# Instructions in user space that one request costs a server, the client's not counted: the difference between a run of few and
# a run of many requests on one kept connection, so that starting and stopping do not count. $httpd are options of Test::Httpd->new,
# $documents is { path => content }.
sub instructions {
    my ($httpd, $documents, $path, @headers) = @_;
    my ($few, $many) = (50, 50 + $REQUESTS);
    my @spent = map { _run($httpd, $documents, $_, $path, @headers) } $few, $many;
    return ($spent[1] - $spent[0]) / ($many - $few);
}

sub _run {
    my ($options, $documents, $requests, $path, @headers) = @_;
    local $ENV{TMPDIR} = '/tmp';    # what httpd does for a request grows with the depth of its folder
    my $httpd = Test::Httpd->new(%$options, mpm => 'prefork', args => ['-X'], start_timeout => 120,
        wrap => [$PROFILER, qw(--tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null)]);
    $httpd->doc($_, $documents->{$_}) for keys %$documents;
    $httpd->start;
    my $client = $httpd->client;
    for (1 .. $requests) {
        my $r = $client->request('GET', $path, \@headers);
        die "$path: no answer\n" unless ($r->{status} || 0) == 200 && $r->{complete};
        _wait_until_idle($httpd->pid);
    }
    $client->close;
    $httpd->end;
    open my $in, '<', $httpd->dir . '/output' or die "output: $!\n";
    my $output = join '', <$in>;
    my ($count) = $output =~ /I\s+refs:\s+([\d,]+)/ or die "valgrind has counted nothing:\n$output";
    $httpd->shut_down;
    return $count =~ tr/,//dr;
}

# Until the process waits for the next request. One that is there before the server looks for it is read in another way than one
# that has to be waited for, and that would be chance.
sub _wait_until_idle {
    my ($pid) = @_;
    for (1 .. 10_000) {
        open my $in, '<', "/proc/$pid/stat" or return;
        return if <$in> =~ /^\d+ \(.*\) S /;
        sleep 0.0002;
    }
    return;
}

# KiB that each of some clients costs a server who ask for a page and then stop reading; undef if they could not. Takes load (the program),
# port, path, clients, fields (a list reference), seconds (in which a server that has settled stays as it is) and private (a sub that tells the
# server's KiB).
sub stalled {
    my (%of) = @_;
    my $before = $of{private}->();
    my $pid = open2(my $out, my $in, $of{load}, 'stall', @of{qw(port path clients)}, @{ $of{fields} });    # until its input ends
    my $said = <$out>;
    my ($last, $now) = (-1, $of{private}->());
    for (my $n = 0; $n < 30 && $now != $last; $n++) {
        sleep $of{seconds};
        ($last, $now) = ($now, $of{private}->());
    }
    my $each = ($now - $before) / $of{clients};
    close $in;
    waitpid $pid, 0;
    return ($said || '') eq "stalled\n" ? $each : undef;
}

# KiB that belong to this process alone: what it has written to. A file's pages count as dirty, too, until they are on a disk, and in memory
# they always do; a module built just now, or a file system in memory, is no cost of the process.
sub private {
    my ($pid) = @_;
    open my $in, '<', "/proc/$pid/smaps" or return;
    my ($kib, $dirty) = (0, 0);
    while (my $line = <$in>) {
        $dirty = $1 if $line =~ /^Private_Dirty:\s+(\d+) kB/;
        $kib += min($dirty, $1) if $line =~ /^Anonymous:\s+(\d+) kB/;    # comes behind the other
    }
    return $kib;
}

# KiB of memory that it has asked for and written to, whether children that it forked still see the same or not.
sub anonymous {
    my ($pid) = @_;
    open my $in, '<', "/proc/$pid/smaps_rollup" or return;
    my ($kib) = join('', <$in>) =~ /^Anonymous:\s+(\d+) kB/m;
    return $kib;
}

1;
