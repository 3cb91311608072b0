# Memory: what a preview that its client does not read holds, what many at once add, what a page of a gigabyte adds, or one of thousands of
# scripts, each of which comes in pieces and is put together; that the children share the catalogue, and that restarts leave nothing behind. Counted is what a process alone has written to.
use strict;
use warnings;
use File::Copy 'copy';
use File::Path 'remove_tree';
use POSIX ();
use Test::Backend;
use Test::Cost;
use Test::Httpd;
use Test::More;
use Test::Said;
use Time::HiRes qw(sleep time);

plan skip_all => 'under a sanitizer everything costs more' if `ldd '@{[Test::Httpd::module()]}'` =~ /asan/;
plan skip_all => 'this system does not tell what memory is private' unless -e "/proc/$$/smaps_rollup";

require "$Test::Httpd::ROOT/bench/pages.pl";
our %SIZE;
my $LARGE = page($SIZE{large});
my $LOAD = Test::Cost::program('load');
my $PREVIEW = 'X-Purpose: preview';

# A megabyte a thousand times, as a server without a plan would send it.
my $million = page(1_000_000);
my $SCRIPTS = 4000;
my $backend = Test::Backend->new({ '/endless' => sub {
    my ($socket) = @_;
    local $SIG{PIPE} = 'IGNORE';
    print {$socket} "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n";
    for (1 .. 1024) {
        print {$socket} $million or last;
    }
}, '/scripts' => sub {
    my ($socket) = @_;
    local $SIG{PIPE} = 'IGNORE';
    print {$socket} "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<!DOCTYPE html><body>";
    for my $n (1 .. $SCRIPTS) {    # none fits into what httpd reads at once, and any other stays
        print {$socket} '<script>', "ga('send', 'event');\n" x (410 + $n * 37 % 2400), $n % 2 ? '' : 'menu();', '</script>' or last;
    }
} });

sub server {
    my ($loaded) = @_;
    my $httpd = Test::Httpd->new(xpurpose => $loaded, modules => [qw(proxy proxy_http)], conf => 'ProxyPass /b/ http://127.0.0.1:'
            . $backend->port . "/\n" . ($loaded ? "XPurpose On\n" : ''));
    $httpd->doc('large.html', $LARGE);
    $httpd->doc('small.html', page($SIZE{small}));
    return $httpd->start;
}

sub child { return ($_[0]->children)[0] }
sub private { return Test::Cost::private(child($_[0])) }
sub get { return system($LOAD, 'get', $_[0]->port, $_[1], $_[2], $_[3], $PREVIEW) }

# KiB a client that asks and then does not read.
sub stalled {
    my ($httpd) = @_;
    my $each = Test::Cost::stalled(load => $LOAD, port => $httpd->port, path => '/large.html', clients => 24, fields => [$PREVIEW], seconds => 1,
        private => sub { private($httpd) });
    ok defined $each, 'clients have stalled';
    return $each;
}

# KiB that perl has for itself when it waits.
sub waiting {
    my ($perl) = @_;
    my $pid = open my $out, '-|', $perl, '-e', '$| = 1; print "here"; sleep 60' or die "$perl: $!\n";
    sysread $out, my $here, 4;
    my $kib = Test::Cost::private($pid);
    kill KILL => $pid;
    return $kib;
}

my $folder = Test::Httpd::folder();
copy($^X, "$folder/perl") && chmod 0755, "$folder/perl" or die "$folder/perl: $!\n";
cmp_ok abs(waiting("$folder/perl") - waiting($^X)), '<', 128, 'what a file has just been given is no memory of who runs it';
remove_tree($folder);

my ($plain, $ours) = map { server($_) } 0, 1;
for my $httpd ($plain, $ours) {
    $httpd->request('GET', '/small.html', headers => ['X-Purpose' => 'preview']) for 1 .. 3;
}

# Written before the fork and never after: a child that has served previews has hardly more of its own than a plain one.
my ($without, $with) = map { private($_) } $plain, $ours;
cmp_ok $with - $without, '<', 256, "a child's own memory: $with KiB, without the module $without";

my ($waiting, $stalled) = map { stalled($_) } $plain, $ours;
# A page's state takes 4 KiB, what it holds and writes a few more; the pools that it is in are counted by blocks of 8 KiB, which two libcs
# fill in two ways: 10 to 17 KiB.
my ($view, $room) = said('README', qr/does not read, some (\d+) KiB as for a view, and at most (\d+) KiB more\./);
cmp_ok $stalled - $waiting, '<=', $room, sprintf 'a stalled preview: %.1f KiB, a stalled view %.1f', $stalled, $waiting;
as_said($waiting, $view, 0.35, 'a stalled view');

my $before = private($ours);
is get($ours, '/large.html', 2, 16), 0, '16 previews of 5 MB at once';
my $more = private($ours) - $before;
cmp_ok $more, '<', 2048, "they add $more KiB";

# What the child has in the middle of a long page and at its end.
for (['/b/endless', 'a page of a gigabyte'], ['/b/scripts', "$SCRIPTS scripts in pieces"]) {
    my ($path, $name) = @$_;
    my $largest = 0;
    my $from = private($ours);
    my $pid = fork;
    die "fork: $!\n" unless defined $pid;
    if (!$pid) {
        open STDOUT, '>', '/dev/null';
        { exec 'curl', '-sS', '-o', '/dev/null', '-w', '%{size_download}', '-H', $PREVIEW, '-H', "X-Test-Id: $path", $ours->url($path) }
        POSIX::_exit(127);
    }
    until (waitpid $pid, POSIX::WNOHANG()) {
        my $now = private($ours);
        $largest = $now if $now > $largest;
        sleep 0.05;
    }
    is $?, 0, $name;
    cmp_ok $largest - $from, '<', 1024, 'adds ' . ($largest - $from) . ' KiB at most';
}
is $ours->notes({ id => '/b/scripts' })->{cut}, $SCRIPTS / 2, 'half of the scripts are gone';
is $ours->notes($ours->request('GET', '/small.html', headers => ['X-Purpose' => 'preview']))->{verdict}, 'stripped', 'and the child still strips';

# Restarts: the parent is after 110 of them what it was after 10.
sub parent { return (Test::Cost::anonymous($_[0]->pid), scalar(() = glob '/proc/' . $_[0]->pid . '/fd/*')) }
$ours->graceful for 1 .. 10;
my ($kib, $open) = parent($ours);
$ours->graceful for 1 .. 100;
my ($later, $still) = parent($ours);
cmp_ok $later - $kib, '<', 64, "100 graceful restarts: the parent has $later KiB, $kib before";
is $still, $open, 'and as many descriptors';

$_->stop for $plain, $ours;
done_testing();
