# A small HTTP/2 client (RFC 9113) over plain TCP, by prior knowledge: requests as streams of one connection, what comes for each with
# the time at which it came, and resets. The tools that there are tell neither when a piece came, nor do they leave in the middle.
#
#   my $client = Test::Http2->new($port);
#   my $id = $client->get('/page', 'x-purpose' => 'preview');
#   $client->read_until(sub { $client->{ended}{$id} });
#   $client->{body}{$id}, $client->{arrivals}{$id}
#
#   $client->{heads}{$id}                           how many header blocks came: of interim responses, the response, its trailers
#   $client->{pushed}{$id}                          the numbers of the streams that the server has promised for it
#
# Of the response's headers nothing is decoded. The windows are opened as data comes in, unless the client is made with `slow`.
package Test::Http2;

use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;
use Time::HiRes 'time';

my ($DATA, $HEADERS, $RST_STREAM, $SETTINGS, $PUSH_PROMISE, $PING, $GOAWAY, $WINDOW_UPDATE, $CONTINUATION) = (0, 1, 3 .. 9);
my $FRAME = 16384;    # no frame may be longer
my ($END_STREAM, $END_HEADERS, $ACK, $CANCEL) = (1, 4, 1, 8);

sub new {
    my ($class, $port, %opt) = @_;
    my $socket = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port, Timeout => 5) or die "no connection: $@\n";
    my $self = bless { socket => $socket, buffer => '', next => 1, body => {}, arrivals => {}, ended => {}, reset => {}, %opt }, $class;

    $self->_write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    $self->_frame($SETTINGS, 0, 0, '');
    return $self;
}

sub socket { return $_[0]{socket} }

sub _write {
    my ($self, $bytes) = @_;
    local $SIG{PIPE} = 'IGNORE';
    syswrite $self->{socket}, $bytes;
    return;
}

sub _frame {
    my ($self, $type, $flags, $stream, $payload) = @_;
    $self->_write(substr(pack('N', length $payload), 1) . pack('CCN', $type, $flags, $stream) . $payload);
    return;
}

# RFC 7541, 5.1: a length, with a prefix of seven bits.
sub _length {
    my ($n) = @_;
    my $bytes = chr($n < 127 ? $n : 127);
    for ($n -= 127; $n >= 0; $n = $n < 128 ? -1 : $n >> 7) {
        $bytes .= chr($n & 127 | ($n < 128 ? 0 : 128));
    }
    return $bytes;
}

# RFC 7541, 6.2.2: a literal that is not indexed, with a name of its own, and nothing packed.
sub _field { return join '', "\0", map { _length(length) . $_ } @_ }

# Begins a stream; returns its number.
sub get { return $_[0]->request('GET', @_[1 .. $#_]) }

sub request {
    my ($self, $method, $path, @headers) = @_;
    my $id = $self->{next};
    my $block = _field(':method', $method) . _field(':scheme', 'http') . _field(':authority', '127.0.0.1') . _field(':path', $path);

    $self->{next} += 2;
    $block .= _field(splice @headers, 0, 2) while @headers;
    my @part = $block =~ /(.{1,$FRAME})/gs;
    for my $n (0 .. $#part) {
        $self->_frame($n ? $CONTINUATION : $HEADERS, ($n ? 0 : $END_STREAM) | ($n == $#part ? $END_HEADERS : 0), $id, $part[$n]);
    }
    $self->{body}{$id} = '';
    return $id;
}

sub reset {
    my ($self, $id) = @_;
    $self->_frame($RST_STREAM, 0, $id, pack 'N', $CANCEL);
    return;
}

sub close {
    my ($self) = @_;
    CORE::close $self->{socket};
    return;
}

sub _take {
    my ($self, $type, $flags, $id, $payload) = @_;

    if ($type == $DATA) {
        $self->{body}{$id} .= $payload;
        push @{ $self->{arrivals}{$id} }, [time, length $self->{body}{$id}];
        if (length $payload && !$self->{slow}) {
            $self->_frame($WINDOW_UPDATE, 0, $_, pack 'N', length $payload) for 0, $id;
        }
    } elsif ($type == $RST_STREAM) {
        $self->{reset}{$id} = $self->{ended}{$id} = 1;
    } elsif ($type == $GOAWAY) {
        $self->{gone} = 1;
    } elsif (($type == $SETTINGS || $type == $PING) && !($flags & $ACK)) {
        $self->_frame($type, $ACK, 0, $type == $PING ? $payload : '');
    }
    push @{ $self->{pushed}{$id} }, 0x7fffffff & unpack 'N', $payload if $type == $PUSH_PROMISE;
    $self->{heads}{$id}++ if $type == $HEADERS;
    $self->{ended}{$id} = 1 if ($type == $DATA || $type == $HEADERS) && $flags & $END_STREAM;
    return;
}

# Takes frames until the condition is true; false if the connection ends or nothing comes for $seconds before that.
sub read_until {
    my ($self, $is_done, $seconds) = @_;
    my $select = IO::Select->new($self->{socket});

    while (!$is_done->()) {
        return 0 unless $select->can_read($seconds || 30) && sysread $self->{socket}, $self->{buffer}, 65536, length $self->{buffer};
        while (length $self->{buffer} >= 9) {
            my ($length, $type, $flags, $id) = unpack 'NCCN', "\0" . substr $self->{buffer}, 0, 9;
            last if length $self->{buffer} < 9 + $length;
            $self->_take($type, $flags, $id & 0x7fffffff, substr substr($self->{buffer}, 0, 9 + $length, ''), 9);
        }
    }
    return 1;
}

1;
