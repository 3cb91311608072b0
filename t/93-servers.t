# That the servers of these tests leave no process behind, however they end.
use strict;
use warnings;
use Test::Httpd;
use Test::More;

# The processes of a server that are alive: it leads a process group.
sub processes {
    my ($group) = @_;
    my @alive;
    for my $stat (glob '/proc/[0-9]*/stat') {
        open my $in, '<', $stat or next;
        my $line = <$in>;
        push @alive, $1 if defined $line && $line =~ /^(\d+) \(.*\) [^ZX] \d+ (\d+) / && $2 == $group;
    }
    return @alive;
}

for my $case (['-X', 'TERM'], ['-X', 'KILL'], ['-X', 'SEGV'], ['', 'KILL']) {
    my ($arg, $signal) = @$case;
    my $name = "httpd $arg with a CGI daemon, ended by SIG$signal";
    my $httpd = Test::Httpd->new(mpm => 'event', modules => ['cgi'], wrap => [], args => [$arg || ()])->expect_log(qr/AH01240/)->start;
    my $pid = $httpd->pid;

    cmp_ok scalar(processes($pid)), '>=', 2, "$name: it has two processes or more";
    kill $signal => $pid;
    $httpd->stop;
    ok Test::Httpd::wait_until(sub { !processes($pid) }), '... and none is left' or kill KILL => processes($pid);
}

done_testing;
