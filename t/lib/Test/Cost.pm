# What a request costs, in figures that come out the same on any machine: instructions, private memory, system calls. Times are left
# to `make bench`.
package Test::Cost;

use strict;
use warnings;
use IO::Socket::INET;
use Test::Httpd;
use Time::HiRes 'sleep';

our $PROFILER = 'valgrind';

sub has { return scalar grep { -x "$_/$_[0]" } split /:/, $ENV{PATH} }

# Instructions in user space that one request costs a server, the client's not counted: the difference between a run of few and
# a run of many requests on one kept connection, so that starting and stopping do not count. $httpd are options of Test::Httpd->new,
# $documents is { path => content }.
sub instructions {
    my ($httpd, $documents, $path, @headers) = @_;
    my ($few, $many) = (50, 350);
    my @spent = map { _run($httpd, $documents, $_, $path, @headers) } $few, $many;
    return ($spent[1] - $spent[0]) / ($many - $few);
}

sub _run {
    my ($options, $documents, $requests, $path, @headers) = @_;
    my $httpd = Test::Httpd->new(%$options, mpm => 'prefork', args => ['-X'], start_timeout => 120,
        wrap => [$PROFILER, qw(--tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null)]);
    $httpd->doc($_, $documents->{$_}) for keys %$documents;
    $httpd->start;
    my $client = $httpd->client;
    for (1 .. $requests) {
        my $r = $client->request('GET', $path, \@headers);
        die "$path: no answer\n" unless ($r->{status} || 0) == 200 && $r->{complete};
    }
    $client->close;
    my $pid = $httpd->pid;
    kill TERM => $pid;
    waitpid $pid, 0;
    open my $in, '<', $httpd->dir . '/output' or die "output: $!\n";
    my $output = join '', <$in>;
    my ($count) = $output =~ /I\s+refs:\s+([\d,]+)/ or die "valgrind has counted nothing:\n$output";
    $httpd->shut_down;
    return $count =~ tr/,//dr;
}

# KiB that belong to this process alone: what it has written to.
sub private {
    my ($pid) = @_;
    open my $in, '<', "/proc/$pid/smaps_rollup" or return;
    my ($kib) = join('', <$in>) =~ /^Private_Dirty:\s+(\d+) kB/m;
    return $kib;
}

1;
