# A small HTTP/1.x client that hides nothing: one TCP connection, requests as they were asked for, and answers with their
# headers in order, their framing, and the time at which each piece of them came. Library clients were set aside because
# they follow, retry, merge and decode, and these tests are about exactly that.
#
#   my $client = Test::Http->new($port);
#   my $r = $client->request('GET', '/page.html', ['X-Purpose' => 'preview']);      # again and again: keep-alive
#
# An answer is a hash:
#   status, reason     of the final answer; undef if none came
#   headers            { lower-case name => value }, several of one name joined by ", "
#   list               [ [name, value], … ] as sent
#   content            the body, taken out of its chunks
#   complete           the body ended as its framing says (a body without framing: the connection was closed, not reset)
#   framing            'none', 'length', 'chunked' or 'close'
#   interim            [ status, … ] of the 1xx answers before it
#   head               the header block's own bytes
#   arrivals           [ [seconds since the request was sent, bytes of the answer so far], … ] one for each read
package Test::Http;

use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;
use Time::HiRes 'time';

our $TIMEOUT = 30;    # seconds without a byte, then the answer is incomplete

sub new {
    my ($class, $port, %opt) = @_;
    my $socket = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port, Timeout => 5, %opt)
        or die "no connection to port $port: $@\n";
    return bless { socket => $socket, buffer => '', arrivals => [], total => 0, sent => time }, $class;
}

sub socket { return $_[0]{socket} }

sub close {
    my ($self) = @_;
    my $socket = delete $self->{socket};
    CORE::close $socket if $socket;
    return;
}

# Sends bytes as they are.
sub send_raw {
    my ($self, $bytes) = @_;
    local $SIG{PIPE} = 'IGNORE';
    while (length $bytes) {
        my $n = syswrite $self->{socket}, $bytes;
        last unless $n;
        substr $bytes, 0, $n, '';
    }
    return $self;
}

# One request and its answer. $headers is a list in the order to send, names may come more than once; Host is added if it is
# missing. Options: body, version ('1.1').
sub request {
    my ($self, $method, $target, $headers, %opt) = @_;
    my @headers = @{ $headers || [] };
    my $version = $opt{version} || '1.1';
    my %has = map { lc $headers[$_] => 1 } grep { $_ % 2 == 0 } 0 .. $#headers;

    unshift @headers, Host => '127.0.0.1' if !$has{host} && $version ne '1.0';
    push @headers, 'Content-Length' => length $opt{body} if defined $opt{body} && !$has{'transfer-encoding'};

    my $message = "$method $target HTTP/$version\r\n";
    while (my ($name, $value) = splice @headers, 0, 2) {
        $message .= "$name: $value\r\n";
    }
    $self->{arrivals} = [];
    $self->{total} = 0;
    $self->{sent} = time;
    $self->send_raw($message . "\r\n" . (defined $opt{body} ? $opt{body} : ''));
    return $self->response($method);
}

# Reads one answer; $method because that of HEAD has no body.
sub response {
    my ($self, $method) = @_;
    my $r = { headers => {}, list => [], interim => [], content => '', complete => 0, framing => 'none',
              arrivals => $self->{arrivals} };

    for (;;) {
        return $r unless $self->_fill(sub { index($self->{buffer}, "\r\n\r\n") >= 0 });
        _parse_head($r, substr $self->{buffer}, 0, index($self->{buffer}, "\r\n\r\n") + 4, '');
        last if $r->{status} !~ /^1/ || $r->{status} == 101;
        push @{ $r->{interim} }, $r->{status};
    }
    $self->_body($r, $method);
    return $r;
}

sub _parse_head {
    my ($r, $head) = @_;
    my ($line, @fields) = split /\r\n/, $head;

    @$r{qw(status reason)} = $line =~ m{^HTTP/\d\.\d (\d{3})(?: (.*))?$} or die "no status line: '$line'\n";
    $r->{head} = $head;
    $r->{list} = [];
    $r->{headers} = {};
    for (@fields) {
        my ($name, $value) = /^([^:]+):[ \t]*((?:.*[^ \t])?)/s or next;
        push @{ $r->{list} }, [$name, $value];
        my $known = \$r->{headers}{ lc $name };
        $$known = defined $$known ? "$$known, $value" : $value;
    }
    return;
}

# RFC 9112 section 6.3: how long the body is.
sub _body {
    my ($self, $r, $method) = @_;

    if ($method eq 'HEAD' || $r->{status} =~ /^(?:1..|204|304)$/) {
        $r->{complete} = 1;
    } elsif (lc($r->{headers}{'transfer-encoding'} || '') =~ /chunked$/) {
        $r->{framing} = 'chunked';
        $self->_chunked($r);
    } elsif (defined(my $length = $r->{headers}{'content-length'})) {
        $r->{framing} = 'length';
        $r->{complete} = $self->_fill(sub { length $self->{buffer} >= $length });
        $r->{content} = substr $self->{buffer}, 0, $length, '';
    } else {
        $r->{framing} = 'close';
        $self->_fill(sub { 0 });
        $r->{complete} = $self->{ended} ? 1 : 0;
        $r->{content} = $self->{buffer};
        $self->{buffer} = '';
    }
    return;
}

sub _chunked {
    my ($self, $r) = @_;

    for (;;) {
        return unless $self->_fill(sub { index($self->{buffer}, "\r\n") >= 0 });
        $self->{buffer} =~ s/^([0-9a-fA-F]+)[^\r\n]*\r\n// or return;
        my $size = hex $1;
        last if $size == 0;
        my $whole = $self->_fill(sub { length $self->{buffer} >= $size + 2 });
        $r->{content} .= substr $self->{buffer}, 0, $size, '';
        return unless $whole;
        substr $self->{buffer}, 0, 2, '';
    }
    return unless $self->_fill(sub { $self->{buffer} =~ /^(?:[^\r\n]+\r\n)*\r\n/ });
    $self->{buffer} =~ s/^((?:[^\r\n]+\r\n)*)\r\n//;
    $r->{trailers} = $1;
    $r->{complete} = 1;
    return;
}

# Reads until $enough says so: 1, or 0 when the connection ended or fell silent first.
sub _fill {
    my ($self, $enough) = @_;
    my $select = IO::Select->new($self->{socket});

    until ($enough->()) {
        return 0 unless $select->can_read($TIMEOUT);
        my $n = sysread $self->{socket}, $self->{buffer}, 65536, length $self->{buffer};
        $self->{ended} = 1 if defined $n && $n == 0;
        return 0 unless $n;
        $self->{total} += $n;
        push @{ $self->{arrivals} }, [time - $self->{sent}, $self->{total}];
    }
    return 1;
}

1;
