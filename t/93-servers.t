# That the servers of these tests work wherever they are started, and leave no process behind, however they end.
use strict;
use warnings;
use File::Temp 'tempdir';
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

{
    local $ENV{TMPDIR} = tempdir(CLEANUP => 1);    # nobody else may look there
    my $umask = umask 077;
    my $httpd = Test::Httpd->new;
    $httpd->doc('deep/page.html', 'here');
    is $httpd->start->get('/deep/page.html')->{content}, 'here',
        'a umask and a TMPDIR that keep others out do not keep the server from its files';
    $httpd->stop;
    umask $umask;
}

for my $case (['-X', 'TERM'], ['-X', 'KILL'], ['-X', 'SEGV'], ['', 'KILL']) {
    my ($arg, $signal) = @$case;
    my $name = "httpd $arg with a CGI daemon, ended by SIG$signal";
    my $httpd = Test::Httpd->new(mpm => 'event', modules => ['cgi'], wrap => [], args => [$arg || ()])->start;
    my $pid = $httpd->pid;

    cmp_ok scalar(processes($pid)), '>=', 2, "$name: it has two processes or more";
    kill $signal => $pid;
    $httpd->stop;
    ok Test::Httpd::wait_until(sub { !processes($pid) }), '... and none is left' or kill KILL => processes($pid);
}

done_testing;
