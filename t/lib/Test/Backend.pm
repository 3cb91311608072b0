# A scripted TCP server for mod_proxy to talk to: it plays back bytes with pauses, in pieces, cut off or reset, as no
# well-behaved server would.
#
#   my $backend = Test::Backend->new({
#       '/slow'  => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>head", \2.0, 'rest'],
#       '/reset' => ["HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nhalf", \'reset'],
#       '/echo'  => sub { my ($socket, $head) = @_; print {$socket} … },
#   });
#   ProxyPass /b/ http://127.0.0.1:PORT/          with $backend->port
#
# A script is a list: a string is sent in one write, a reference to a number is a pause in seconds, \'reset' closes with a
# reset; at the list's end the connection is closed. A path's query is not looked at; a path without a script gets 404.
# A connection serves one request. Each request's head is kept: $backend->requests.
package Test::Backend;

use strict;
use warnings;
use File::Temp ();
use IO::Socket::INET;
use POSIX ();
use Socket qw(IPPROTO_TCP SOL_SOCKET SO_LINGER TCP_NODELAY);
use Time::HiRes 'sleep';

my %running;    # pid => 1, for END

sub new {
    my ($class, $scripts) = @_;
    my $listener = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => 0, Listen => 128) or die "listen: $!\n";
    my $log = File::Temp->new;
    my $pid = fork;

    die "fork: $!\n" unless defined $pid;
    if (!$pid) {
        $SIG{TERM} = 'DEFAULT';
        POSIX::setpgid(0, 0);
        _serve($listener, $scripts, $log->filename);
    }
    $running{$pid} = 1;
    return bless { pid => $pid, port => $listener->sockport, log => $log }, $class;
}

sub port { return $_[0]{port} }

# The heads of the requests so far, in the order of their arrival.
sub requests {
    my ($self) = @_;
    open my $in, '<', $self->{log}->filename or die "$!\n";
    local $/ = "\r\n\r\n";
    my @heads = <$in>;
    return @heads;
}

sub stop {
    my ($self) = @_;
    _kill($self->{pid});
    return;
}

sub _kill {
    my ($pid) = @_;
    return unless delete $running{$pid};
    kill(TERM => -$pid) or kill TERM => $pid;    # before its setpgid there is no group yet
    waitpid $pid, 0;
    return;
}

# One process a connection, so that a pause in one answer does not hold up another. POSIX::_exit, because these processes
# must not run the test's own END blocks.
sub _serve {
    my ($listener, $scripts, $log) = @_;

    $SIG{CHLD} = 'IGNORE';
    for (;;) {
        my $client = $listener->accept or next;
        my $pid = fork;
        if (defined $pid && !$pid) {
            eval { _answer($client, $scripts, $log); 1 } or warn $@;
            POSIX::_exit(0);
        }
        close $client;
    }
}

sub _answer {
    my ($client, $scripts, $log) = @_;
    my $head = '';

    while ($head !~ /\r\n\r\n/) {
        return unless sysread $client, $head, 4096, length $head;
    }
    open my $out, '>>', $log or die "$!\n";
    syswrite $out, $head =~ /^(.*?\r\n\r\n)/s ? $1 : '';
    close $out;

    setsockopt $client, IPPROTO_TCP, TCP_NODELAY, 1;
    my ($path) = $head =~ /^\S+ ([^ ?]+)/;
    my $script = $scripts->{$path} || ["HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"];
    return $script->($client, $head) if ref $script eq 'CODE';
    _play($client, $_) for @$script;
    return;
}

sub _play {
    my ($client, $item) = @_;

    if (!ref $item) {
        local $SIG{PIPE} = 'IGNORE';
        while (length $item) {
            my $n = syswrite $client, $item or return;
            substr $item, 0, $n, '';
        }
    } elsif ($$item eq 'reset') {
        setsockopt $client, SOL_SOCKET, SO_LINGER, pack 'ii', 1, 0;
        close $client;
    } else {
        sleep $$item;
    }
    return;
}

END {
    local $?;
    _kill($_) for keys %running;
}

1;
