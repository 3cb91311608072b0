# Streaming: what is decided leaves at once, whatever is to come; what is not is bounded; and nothing is kept for a client that
# is slow or gone.
use strict;
use warnings;
use Compress::Raw::Zlib;
use File::Basename 'dirname';
use File::Path 'remove_tree';
use IO::Compress::Gzip;
use IO::Select;
use Socket qw(SOL_SOCKET SO_LINGER SO_RCVBUF);
use Test::Backend;
use Test::Cost;
use Test::Http2;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Time::HiRes qw(sleep time);

# ---- A backend that sends the rest of a page when it is told to ------------------------------------------------------------

my $go = Test::Httpd::folder() . '/go';    # tells it, by being there
sub wait_for_go { return Test::Httpd::wait_until(sub { -e $go }) }
sub go { open my $out, '>', $go or die "$go: $!\n"; return }

my $HEAD = "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>t</title>\n$TAG\n</head><body><p>";
my $MARK = 'and so far';
my $REST = "<p>rest</p>$PIXEL</body></html>\n";
my %border = (nothing => ['', ''], 'an undecided script' => ["</p><script>var a = 1;\nvar b = ", "2;</script>"],
    'an undecided noscript' => ['</p><noscript><img src="', '/a.png"></noscript>'], 'half a tag' => ['</p><scr', 'ipt>var a;</script>'],
    'half a comment' => ['</p><!-- a', ' b -->'], 'half a character reference' => ['</p><img alt="&am', 'p;">']);

sub in_two {
    my ($before, $after, $framing) = @_;
    return sub {
        my ($socket) = @_;
        my $part = $framing eq 'chunked' ? sub { sprintf "%x\r\n%s\r\n", length $_[0], $_[0] } : sub { $_[0] };
        syswrite $socket, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
            . ($framing eq 'chunked' ? "Transfer-Encoding: chunked\r\n" : '') . "\r\n";
        syswrite $socket, $part->("$HEAD$MARK</p>$before");
        wait_for_go();
        syswrite $socket, $part->($after . $REST) . ($framing eq 'chunked' ? "0\r\n\r\n" : '');
    };
}

sub packed {
    my ($socket, $coding, $bits) = @_;
    my ($zip) = Compress::Raw::Zlib::Deflate->new(-WindowBits => $bits, -AppendOutput => 1);
    my $bytes = '';
    syswrite $socket, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: $coding\r\n\r\n";
    $zip->deflate("$HEAD$MARK</p>", $bytes);
    $zip->flush($bytes, Z_SYNC_FLUSH);
    syswrite $socket, $bytes;
    wait_for_go();
    $bytes = '';
    $zip->deflate($REST, $bytes);
    $zip->flush($bytes);
    syswrite $socket, $bytes;
    return;
}

# Megabytes of page with something to remove in each piece, until the reader is gone.
sub endless {
    my ($socket) = @_;
    local $SIG{PIPE} = 'IGNORE';
    my $piece = ($TAG . "<p>text of the page</p>\n" x 100) x 8;
    syswrite $socket, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!DOCTYPE html><body>";
    for (1 .. 4000) {
        my $sent = 0;
        while ($sent < length $piece) {
            $sent += syswrite($socket, $piece, length($piece) - $sent, $sent) || return;
        }
    }
    return;
}

# A script that does not end.
sub undecided {
    my ($socket) = @_;
    local $SIG{PIPE} = 'IGNORE';
    syswrite $socket, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!DOCTYPE html><body><script>";
    for (1 .. 2000) {
        syswrite $socket, "var a = 'analytics, or not';\n" x 500 or return;
    }
    return;
}

my %scripts = ('/gzip' => sub { packed($_[0], 'gzip', WANT_GZIP) }, '/deflate' => sub { packed($_[0], 'deflate', MAX_WBITS) },
    '/raw' => sub { packed($_[0], 'deflate', -MAX_WBITS()) }, '/endless' => \&endless, '/undecided' => \&undecided);
my %border_path;
for my $name (sort keys %border) {
    (my $path = "/$name") =~ tr/ /-/;
    $border_path{$name} = $path;
    $scripts{$path} = in_two(@{ $border{$name} }, 'close');
    $scripts{"/chunked$path"} = in_two(@{ $border{$name} }, 'chunked');
}
my $backend = Test::Backend->new(\%scripts);

my $lua = Test::Httpd->has_module('lua');
my $httpd = Test::Httpd->new(modules => [qw(proxy proxy_http deflate filter cgi), $lua ? 'lua' : ()], conf => <<"CONF");
XPurpose On
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
ProxyPass /packed/ http://127.0.0.1:@{[$backend->port]}/
<Location /packed/>
    SetOutputFilter DEFLATE
</Location>
<IfModule lua_module>
    AddHandler lua-script .lua
</IfModule>
CONF
$httpd->cgi('slow.cgi', "#!/usr/bin/perl\n\$| = 1;\nprint qq{Content-Type: text/html\\n\\n};\nprint <<'END';\n$HEAD$MARK</p><script>var a\nEND\n"
    . "for (1 .. 3000) { last if -e '$go'; select undef, undef, undef, 0.01 }\nprint <<'END';\n = 1</script>$REST\nEND\n");
$httpd->doc('flush.lua', <<"LUA");
function handle(r)
    r.content_type = "text/html"
    r:write([[$HEAD$MARK</p><script>var a]])
    r:flush()
    for n = 1, 3000 do
        local told = io.open("$go")
        if told then told:close() break end
        r.usleep(10000)
    end
    r:write([[ = 1</script>$REST]])
    return apache2.OK
end
LUA
$httpd->start;

# ---- The head of a page leaves at once --------------------------------------------------------------------------------------

# Sends all requests and reads all answers together; the rests are sent when each head has come, or nothing comes for a while. For each:
# [whether its head came before that, whole answer].
sub answers {
    my (@requests) = @_;
    my $select = IO::Select->new;
    my (%of, $told);

    unlink $go;
    for my $i (0 .. $#requests) {
        my $client = $httpd->client;
        $client->send_raw("GET $requests[$i][0] HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Purpose: preview\r\nConnection: close\r\n$requests[$i][1]\r\n");
        $of{ $client->socket } = { i => $i, client => $client, bytes => '', came => 0 };
        $select->add($client->socket);
    }
    while ($select->count) {
        my @ready = $select->can_read(10);
        for my $socket (@ready) {
            my $a = $of{$socket};
            sysread($socket, $a->{bytes}, 65536, length $a->{bytes}) or $select->remove($socket);
            my $text = $requests[$a->{i}][2] ? unpacked_so_far($a->{bytes}) : $a->{bytes};
            $a->{came} ||= index($text, $MARK) >= 0 unless $told;
        }
        last if $told && !@ready;
        $told ||= go() || 1 if !@ready || !grep { !$_->{came} } values %of;
    }
    return map { [@$_{qw(came bytes)}] } sort { $a->{i} <=> $b->{i} } values %of;
}

# What a client can already read of an answer that comes packed and in chunks.
sub unpacked_so_far {
    my ($bytes) = @_;
    my ($packed, $text) = ('', '');
    $bytes =~ s/^.*?\r\n\r\n//s or return '';
    while ($bytes =~ s/^([0-9a-f]+)\r\n//i) {
        my $n = hex $1 or last;
        $packed .= substr $bytes, 0, $n, '';
        $bytes =~ s/^\r\n//;
    }
    my ($unzip) = Compress::Raw::Zlib::Inflate->new(-WindowBits => WANT_GZIP, -AppendOutput => 1, -ConsumeInput => 1);
    $unzip->inflate($packed, $text);
    return $text;
}

my @cases = (
    (map { ["after it $_", "/b$border_path{$_}", ''], ["chunked, after it $_", "/b/chunked$border_path{$_}", ''] } sort keys %border),
    ['gzip from the backend', '/b/gzip', ''],
    ['deflate from the backend', '/b/deflate', ''],
    ['deflate without zlib\'s header', '/b/raw', ''],
    ['packed here', '/packed/an-undecided-script', "Accept-Encoding: gzip\r\n", 1],
    ['CGI', '/slow.cgi', ''],
    $lua ? ['a handler that flushes', '/flush.lua', ''] : (),
);
subtest 'the head of a page whose rest is yet to come' => sub {
    my @found = answers(map { [@$_[1 .. 3]] } @cases);
    for my $i (0 .. $#cases) {
        my ($name, $packed) = @{ $cases[$i] }[0, 3];
        my ($came, $answer) = @{ $found[$i] };
        ok $came, "$name: is there";
        my $text = $packed ? unpacked_so_far($answer) : $answer;
        like $text, qr/<p>rest<\/p>/, "$name: and the rest, later";
        unlike $text, qr/googletagmanager|facebook/, "$name: stripped";
    }
};

# ---- Slow and absent clients -----------------------------------------------------------------------------------------------

sub child { return ($httpd->children)[-1] }

# The one with the threads, not cgid's daemon.
sub memory {
    my ($largest) = sort { $b <=> $a } map { Test::Cost::anonymous($_) || 0 } $httpd->children;
    return $largest;
}

sub descriptors { my $n = 0; $n += () = glob "/proc/$_/fd/*" for $httpd->children; return $n }

# Reads a little at a time for some seconds; returns how much.
sub sip {
    my ($path, $seconds) = @_;
    my $client = $httpd->client;
    setsockopt $client->socket, SOL_SOCKET, SO_RCVBUF, 4096;
    $client->send_raw("GET $path HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Purpose: preview\r\nConnection: close\r\n\r\n");
    my $total = 0;
    for (my $end = time + $seconds; time < $end; sleep 0.05) {
        $total += sysread($client->socket, my $bytes, 2048) || last;
    }
    $client->close;
    return $total;
}

# AddressSanitizer keeps freed memory for a while.
my $allowed = { $httpd->_environment }->{LD_PRELOAD} ? 400_000 : 2048;
$httpd->get('/b/nothing-here') for 1 .. 100;
subtest 'a slow client' => sub {
    for my $path ('/b/endless', '/b/undecided') {
        sip($path, 0.2);
        my $before = memory();
        my $read = sip($path, 3);
        my $grown = memory() - $before;
        cmp_ok $read, '<', 1_000_000, "$path: it read $read bytes";
        cmp_ok $grown, '<', $allowed, "$path: httpd grew by $grown KiB";
    }
};

# `leave` begins a page and leaves in the middle of it, and tells how many pages it has begun.
sub check_leaving {
    my ($leave, $times) = @_;
    my $served = 0;
    $leave->() for 1 .. $times / 4;
    Test::Httpd::wait_until(sub { !$httpd->_connections });
    my ($memory, $descriptors) = (memory(), descriptors());
    $served += $leave->() for 1 .. $times;
    cmp_ok $served, '>=', 200, "$served began";
    ok Test::Httpd::wait_until(sub { descriptors() <= $descriptors }), 'no descriptor is left open';
    my $grown = memory() - $memory;
    cmp_ok $grown, '<', $allowed, "httpd grew by $grown KiB";
    is $httpd->get('/nothing', @PREVIEW)->{status}, 404, 'and it still serves';
    return;
}

subtest 'clients that leave in the middle' => sub {
    check_leaving(sub {
        my $client = $httpd->client;
        $client->send_raw("GET /b/endless HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Purpose: preview\r\n\r\n");
        my $n = sysread $client->socket, my $bytes, 2000;
        setsockopt $client->socket, SOL_SOCKET, SO_LINGER, pack 'ii', 1, 0;
        $client->close;
        return $n ? 1 : 0;
    }, 200);
};
$httpd->stop;

# ---- The same over HTTP/2 ----------------------------------------------------------------------------------------------------

my $no_http2 = !Test::Httpd->has_module('http2') ? 'mod_http2 is not installed (make deps-all)'
    : ($ENV{MPM} || '') eq 'prefork' ? 'mod_http2 does not work under prefork' : '';
SKIP: {
    skip $no_http2, 1 if $no_http2;
    $httpd = Test::Httpd->new(modules => [qw(http2 proxy proxy_http deflate)], conf => <<"CONF")->start;
Protocols h2c http/1.1
XPurpose On
H2MaxSessionStreams 200
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ disablereuse=on
CONF

    subtest 'HTTP/2: the head of a page' => sub {
        my @names = (keys %border, 'gzip from the backend', 'deflate from the backend');
        my %path = (%border_path, 'gzip from the backend' => '/gzip', 'deflate from the backend' => '/deflate');
        unlink $go;
        my %client = map { $_ => Test::Http2->new($httpd->port) } @names;    # of one connection it would serve six at once
        my %id = map { $_ => $client{$_}->get("/b$path{$_}", 'x-purpose' => 'preview') } @names;
        my $body = sub { return $client{ $_[0] }{body}{ $id{ $_[0] } } // '' };
        for my $name (sort @names) {
            ok $client{$name}->read_until(sub { index($body->($name), $MARK) >= 0 }, 10), "after it $name: is there";
        }
        go();
        for my $name (sort @names) {
            $client{$name}->read_until(sub { $client{$name}{ended}{ $id{$name} } });
            like $body->($name), qr/<p>rest<\/p>/, "$name: and the rest, later";
            unlike $body->($name), qr/googletagmanager|facebook/, "$name: stripped";
            $client{$name}->close;
        }
    };

    # A client that does not open its window gets no more than that.
    subtest 'HTTP/2: a slow client' => sub {
        for my $path ('/b/endless', '/b/undecided') {
            my $before;
            for my $turn (1, 2) {
                $before = memory();
                my $client = Test::Http2->new($httpd->port, slow => 1);
                my $id = $client->get($path, 'x-purpose' => 'preview');
                ok !$client->read_until(sub { $client->{ended}{$id} }, 2), "$path: does not end";
                cmp_ok length $client->{body}{$id}, '<=', 65_535, "$path: comes as far as the window";
                cmp_ok memory() - $before, '<', $allowed, "$path: httpd grew little" if $turn == 2;
                $client->close;
            }
        }
    };

    subtest 'HTTP/2: clients that reset streams in the middle' => sub {
        check_leaving(sub {
            my $client = Test::Http2->new($httpd->port);
            my @ids = map { $client->get('/b/endless', 'x-purpose' => 'preview') } 1 .. 3;
            $client->read_until(sub { !grep { length $client->{body}{$_} < 20_000 } @ids });
            my $began = grep { $client->{body}{$_} =~ /<!--xpurpose: / } @ids;
            $client->reset($_) for @ids;
            my $after = $client->get('/nothing', 'x-purpose' => 'preview');
            $client->read_until(sub { $client->{ended}{$after} });
            $client->close;
            return $client->{ended}{$after} ? $began : 0;
        }, 80);
    };

    subtest 'HTTP/2: clients that are gone in the middle' => sub {
        check_leaving(sub {
            my $client = Test::Http2->new($httpd->port);
            my @ids = map { $client->get('/b/endless', 'x-purpose' => 'preview') } 1 .. 3;
            $client->read_until(sub { !grep { length $client->{body}{$_} < 20_000 } @ids });
            setsockopt $client->socket, SOL_SOCKET, SO_LINGER, pack 'ii', 1, 0;
            $client->close;
            return scalar grep { length $client->{body}{$_} } @ids;
        }, 80);
    };
    $httpd->stop;
}
remove_tree(dirname $go);
done_testing;
