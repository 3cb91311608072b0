# Everything that a stranger sends: each header that the module reads, of a request or of a response, with 64 KB in it, in every
# shape, by every method and over every protocol. An answer comes, and it is right: a view is what a server without the module
# sends, a preview is stripped or passes for a reason. Memory is what a view takes, and instructions grow as the header does.
use strict;
use warnings;
use List::Util 'max';
use Test::Backend;
use Test::Cost;
use Test::Http2;
use Test::Httpd;
use Test::More;
use Test::Preview;

my $SIZE = 65_536;
my $sanitized = `ldd '@{[Test::Httpd::module()]}'` =~ /[at]san/;

# ---- What is sent --------------------------------------------------------------------------------------------------------------

sub fill { return substr $_[0] x ($_[1] / length($_[0]) + 1), 0, $_[1] }

# Values of a size, as a list; one of several is sent in as many fields. The last takes the header's own words.
my %SHAPE = (
    empty => sub { '' },
    token => sub { fill('a', $_[0]) },
    list => sub { fill('a,', $_[0]) },
    commas => sub { fill(',', $_[0]) },
    parameters => sub { 'a' . fill(';q=0', $_[0] - 1) },
    open => sub { '"' . fill('a\\"', $_[0] - 1) },
    quotes => sub { fill('"', $_[0]) },
    brackets => sub { fill('<', $_[0]) },
    hints => sub { fill('<>rel=,', $_[0]) },
    blanks => sub { 'a' . fill(" \t", $_[0] - 2) . 'b' },
    high => sub { fill("\xff\x80", $_[0]) },
    control => sub { fill("a\x01\x7f", $_[0]) },
    words => sub { my ($size, $word) = @_; join ', ', ($word) x ($size / (2 + length $word)) },
    fields => sub { my ($size, $word) = @_; ($word) x ($size / (16 + length $word)) },
);

# Request headers: the words that they are made of, and the class of a preview that says only those, if it is another one.
my %REQUEST = (
    'X-Purpose' => ['preview'],
    'Sec-Purpose' => ['prefetch;prerender', 'prerender'],
    'X-FB-HTTP-Engine' => ['Liger', 'prefetch'],
    'Purpose' => ['prefetch', 'prefetch'],
    'X-Moz' => ['prefetch', 'prefetch'],
    'X-Sec-Purpose' => ['prefetch', 'prefetch'],
    'HX-Preloaded' => ['true', 'prefetch'],
    'Signature-Agent' => ['"https://agent.example"'],
    'Sec-Fetch-Dest' => ['empty', 'prefetch'],
    'Sec-Fetch-Mode' => ['navigate'],
    'X-Expr' => ['a', 'prefetch'],
    'Accept-Encoding' => ['br;q=0.9'],
    'Accept' => ['text/html;q=0.1'],
    'If-None-Match' => ['"a"'],
    'If-Modified-Since' => ['Thu, 01 Jan 1970 00:00:00 GMT'],
    'If-Range' => ['"a"'],
    'Range' => ['bytes=0-1'],
    'If-Match' => ['"a"'],
    'Expect' => ['100-continue'],
    'Upgrade' => ['h2c'],
);

# Response headers, and the words that they are made of.
my %RESPONSE = (
    'Link' => '<https://www.google-analytics.com/a.js>;rel=preload',
    'Vary' => 'Accept-Language',
    'Content-Encoding' => 'none',
    'Content-Type' => 'text/html',
    'Content-Security-Policy' => "script-src data: 'unsafe-inline'",
    'Cache-Control' => 'max-age=1',
    'Surrogate-Control' => 'content="ESI/1.0"',
    'Edge-Control' => 'dca=esi',
    'CDN-Cache-Control' => 'max-age=1',
    'Unencoded-Digest' => 'sha-256=:YQ==:',
    'ETag' => '"a"',
    'Accept-Ranges' => 'bytes',
    'Content-Range' => 'bytes 0-1/2',
    'X-Sendfile' => '/a',
);

# What a page with such a header comes to, if it is not stripped.
my %OTHERWISE = (
    'Content-Encoding' => sub { $_[0] =~ /empty|commas|words|fields/ ? 'stripped' : 'passed:encoded' },
    'Content-Type' => sub { $_[0] eq 'fields' ? '' : 'passed:not-html' },
    'Content-Range' => sub { 'passed:partial' },
);

# A header's values.
sub values_of {
    my ($shape, $word, $size) = @_;
    return $SHAPE{$shape}->($size || $SIZE, $word);
}

# A request header's fields.
sub sent {
    my ($name, $shape, $size) = @_;
    return map { ($name => $_) } values_of($shape, $REQUEST{$name}[0], $size);
}

# ---- Servers -------------------------------------------------------------------------------------------------------------------

my $page = full();
my %script = ('/page' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: @{[length $page]}\r\n\r\n", $page]);

# A response with a header of this shape; Content-Type takes the place of the usual one.
sub script {
    my ($name, @values) = @_;
    my $type = lc $name eq 'content-type' ? '' : "Content-Type: text/html\r\n";
    return sub {
        my ($socket, $head) = @_;
        local $SIG{PIPE} = 'IGNORE';
        print {$socket} "HTTP/1.1 200 OK\r\n$type", map({ "$name: $_\r\n" } @values), "Content-Length: @{[length $page]}\r\n\r\n",
            $head =~ /^HEAD/ ? '' : $page;
    };
}

for my $name (keys %RESPONSE) {
    for my $shape (keys %SHAPE) {
        $script{"/$name/$shape"} = script($name, values_of($shape, $RESPONSE{$name}));
        $script{"/$name/$shape/$_"} = script($name, values_of($shape, $RESPONSE{$name}, $_)) for $SIZE / 2, $SIZE;
    }
}

# Thousands of names, each for another cache; every third stays, and what is to stay is in order.
sub caches { return map { ("C$_-Cache-Control", "D$_-Cache-Control", "X-Other-$_") } 1 .. $_[0] }

for my $many (1000, 2000) {
    my $fields = join '', map { "$_: max-age=9\r\n" } caches($many);
    $script{"/caches/$many"} = sub { print { $_[0] } "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n$fields\r\n$page" };
}
my $backend = Test::Backend->new(\%script);

my $http2 = Test::Httpd->has_module('http2') && ($ENV{MPM} || '') ne 'prefork';
my $LIMITS = <<"CONF";
LimitRequestFieldSize 70000
LimitRequestFields 0
LimitRequestLine 70000
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ responsefieldsize=70000 disablereuse=on
CONF
my $PORTS = <<"CONF";
@{[$http2 ? 'Protocols h2c http/1.1' : '']}
<IfModule xsendfile_module>
    <Location /b/X-Sendfile/>
        XSendFile On
    </Location>
</IfModule>
<VirtualHost *:%PORT2%>
    HttpProtocolOptions Unsafe
    ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/ responsefieldsize=70000 disablereuse=on
</VirtualHost>
CONF
my $RULES = <<'CONF';
XPurpose On
XPurposeSignal prefetch "expr=%{HTTP:X-Expr} =~ /^[a, ]+$/"
CONF
my @MODULES = (qw(proxy proxy_http), grep { Test::Httpd->has_module($_) } qw(deflate negotiation xsendfile));

sub server {
    my ($loaded, %opt) = @_;
    my $httpd = Test::Httpd->new(xpurpose => $loaded, modules => \@MODULES, %opt);
    $httpd->doc('page.html', $page);
    return $httpd->start;
}

my ($plain, $ours) = map {
    server($_, ports => 2, modules => [@MODULES, $http2 ? 'http2' : ()], conf => $LIMITS . $PORTS . ($_ ? $RULES : ''))
} 0, 1;

# Highest memory of a process since it was last asked, in KiB; undef if the system does not tell.
sub peak {
    my ($pid) = @_;
    my $kib = Test::Httpd->memory($pid, 'VmHWM');
    open my $out, '>', "/proc/$pid/clear_refs" or return;
    print {$out} 5;
    return close $out ? $kib : undef;
}

# ---- Requests ------------------------------------------------------------------------------------------------------------------

# What is taken off a preview: the answer is what comes without.
my %no_condition = map { $_ => 1 } qw(If-None-Match If-Modified-Since If-Range Range);

# What class a preview is then said to be of.
sub class_of {
    my ($name, $shape) = @_;
    my $class = $REQUEST{$name}[1];
    return $shape =~ /words|fields/ ? 'preview' : '' if $name eq 'X-Purpose';
    return $class if $name eq 'X-FB-HTTP-Engine';
    return $shape =~ /token|list|commas|words|fields/ ? $class : 'preview' if $name eq 'X-Expr';
    return $shape =~ /words|fields/ && $class || 'preview';
}

sub is_same { return ($_[0]{status} || 0) == ($_[1]{status} || 1) && $_[0]{complete} && $_[0]{content} eq $_[1]{content} }
sub told { return join ' ', $_[0]{status} || 'none', $_[0]{complete} ? '' : 'cut off', kind($_[0]{content}) }

# What is wrong with an answer to a preview, given the answer that a view gets from a server without the module.
sub wrong {
    my ($r, $plain, $class, $method) = @_;
    return is_same($r, $plain) ? () : told($r) if ($plain->{status} || 0) =~ /^4(?:00|17)$/;    # httpd refuses to read it
    my $noted = $ours->notes($r);
    my @wrong = ($noted->{class} || '') eq $class ? () : "class '" . ($noted->{class} || '') . "' rather than '$class'";
    if ($class ne 'preview') {
        push @wrong, told($r) unless is_same($r, $plain);
    } elsif ($method !~ /GET|HEAD/) {
        push @wrong, told($r) unless is_same($r, $plain) && $noted->{verdict} eq 'passed:method';
    } elsif ($plain->{status} == 200) {
        my $is_right = $method eq 'HEAD' ? $noted->{verdict} =~ /^(?:stripped|clean)$/ : kind($r->{content}) eq 'stripped';
        push @wrong, told($r) . ", $noted->{verdict}" unless $r->{status} == 200 && $r->{complete} && $is_right;
    } else {
        push @wrong, told($r) unless is_same($r, $plain);
    }
    return @wrong;
}

my @METHOD = map { [split] } 'HEAD 1.1', 'POST 1.1', 'GET 1.0', 'PUT 1.1', 'OPTIONS 1.1', 'FOO 1.0', 'GET 1.1';
my $turn = 0;

for my $name (sort keys %REQUEST) {
    my @wrong;
    my $asked = 0;
    for my $shape (sort keys %SHAPE) {
        my @hostile = sent($name, $shape);
        my $class = class_of($name, $shape);
        my @said = $name eq 'X-Purpose' ? @hostile : (@PREVIEW, @hostile);
        my $other = $METHOD[$turn++ % @METHOD];
        for (['GET', '1.1', '/page.html'], [@$other, $turn % 2 ? '/page.html' : '/b/page']) {
            my ($method, $version, $path) = @$_;
            my %opt = (version => $version, port => $shape eq 'control' ? 2 : 1);
            my $same = $plain->request($method, $path, %opt, headers => \@hostile);
            my $expected = $no_condition{$name} ? $plain->request($method, $path, %opt) : $same;
            my $r = $ours->request($method, $path, %opt, headers => \@said);
            push @wrong, map { "$method $path $version, $shape: $_" } wrong($r, $expected, $class, $method);
            if (!$class || $name ne 'X-Purpose') {
                my $view = $ours->request($method, $path, %opt, headers => \@hostile);
                push @wrong, "$method $path $version, $shape, a view: " . told($view) unless is_same($view, $same);
            }
            $asked++;
        }
    }
    is_deeply \@wrong, [], "$name: $asked requests";
}
is $ours->get('/page.html', 'X-Purpose' => fill("a\x01", $SIZE))->{status}, 400, 'control bytes come in only where they may';

# ---- Responses -----------------------------------------------------------------------------------------------------------------

my @LOST = qw(etag unencoded-digest accept-ranges cdn-cache-control);

# Header fields but those that tell the time, and those in which a server with the module says more.
sub fields_of {
    my ($r) = @_;
    return join "\n", sort map { "$_->[0]: $_->[1]" } grep { $_->[0] !~ /^(?:Date|Vary|Cache-Control)$/i } @{ $r->{list} };
}

for my $name (sort keys %RESPONSE) {
    my @wrong;
    for my $shape (sort keys %SHAPE) {
        my $path = "/b/$name/$shape";
        my $verdict = $OTHERWISE{$name} && $OTHERWISE{$name}->($shape);
        my ($expected, $view, $r) = ($plain->get($path), $ours->get($path), $ours->get($path, @PREVIEW));
        my $noted = $ours->notes($r);
        push @wrong, "$shape, a view: @{[told($view)]}" unless is_same($view, $expected);
        my ($unsent, $head) = ($plain->head($path), $ours->head($path, @PREVIEW));
        push @wrong, "$shape, HEAD: $head->{status}" unless $head->{complete} && $head->{status} == $r->{status};
        if ($expected->{status} != 200 && is_same($r, $expected)) {
            push @wrong, "$shape: $r->{status}" unless $shape eq 'control' || $name eq 'X-Sendfile';    # httpd does not send it
        } elsif ($verdict && $verdict ne 'stripped') {
            push @wrong, "$shape: @{[told($r)]}" unless is_same($r, $expected);
            push @wrong, "$shape: $noted->{verdict}" unless $noted->{verdict} eq $verdict;
            push @wrong, "$shape, HEAD: changed" unless fields_of($head) eq fields_of($unsent);
            push @wrong, map { "$shape: stored" } grep { ($_->{headers}{'cache-control'} || '') ne 'private, no-store' } $r, $head;
        } else {
            my $kind = $r->{complete} ? kind($r->{content}) : 'cut off';
            push @wrong, "$shape: $noted->{verdict}, $kind" unless $kind eq 'stripped' && $noted->{verdict} eq $kind;
            for (['GET', $r], ['HEAD', $head]) {
                my ($method, $headers) = ($_->[0], $_->[1]{headers});
                push @wrong, "$shape, $method: stored" if ($headers->{'cache-control'} || '') ne 'private, no-store';
                push @wrong, "$shape, $method: calls" if ($headers->{link} || '') =~ /google/;
                push @wrong, map { "$shape, $method: $_" } grep { $headers->{$_} } @LOST;
            }
        }
    }
    is_deeply \@wrong, [], "$name: " . keys(%SHAPE) . ' responses';
}

my $r = $ours->get('/b/caches/1000', @PREVIEW);
is kind($r->{content}), 'stripped', 'thousands of fields for single caches';
my @left = map { $_->[0] =~ /^(?:[CD]\d|X-Other).*/ ? $& : () } @{ $r->{list} };
is_deeply \@left, [grep { /^X/ } caches(1000)], 'go, and the others stay';

# ---- HTTP/2 --------------------------------------------------------------------------------------------------------------------

my ($child) = $ours->children;

# All at once on one connection: streams are [headers, what is to come, its name, path]; what is wrong with the answers.
sub streams {
    my (@streams) = @_;
    my $client = Test::Http2->new($ours->port);
    my %stream = map { ($client->request('GET', $_->[3] || '/page.html', @{ $_->[0] }) => $_) } @streams;
    $client->read_until(sub { !grep { !$client->{ended}{$_} } keys %stream });
    my @wrong = map {
        my $kind = kind($client->{body}{$_});
        $kind eq $stream{$_}[1] && !$client->{reset}{$_} ? () : "$stream{$_}[2]: $kind";
    } sort { $a <=> $b } keys %stream;
    $client->close;
    return @wrong;
}

SKIP: {
    skip 'mod_http2 is not installed, or does not work under this MPM', 4 unless $http2;
    my @streams;
    for my $name (grep { !/^(?:Expect|Upgrade|If-Match)$/ } sort keys %REQUEST) {
        for my $shape (grep { $_ ne 'control' } sort keys %SHAPE) {
            my $class = class_of($name, $shape);
            my @hostile = map { lc } sent($name, $shape, $shape eq 'fields' ? 2048 : 60_000);
            my @said = $name eq 'X-Purpose' ? @hostile : ('x-purpose' => 'preview', @hostile);
            push @streams, [\@said, $class eq 'preview' ? 'stripped' : 'full', "$name, $shape"];
        }
    }
    for my $name (grep { !$OTHERWISE{$_} && $_ ne 'X-Sendfile' } sort keys %RESPONSE) {
        my $path = "/b/$name/words/" . $SIZE / 2;
        push @streams, [[], 'full', "$name, a view", $path], [['x-purpose' => 'preview'], 'stripped', $name, $path];
    }
    my $all = @streams;
    my @wrong = map { streams(splice @streams, 0, 20) } 1 .. $all / 20 + 1;
    is_deeply \@wrong, [], "HTTP/2: $all streams";

    my @large = map { ($_ => values_of('list', '', 30_000)) } qw(accept-encoding sec-purpose if-none-match accept);
    my @views = map { [[@large], 'full', 'a view'] } 1 .. 100;
    my @mixed = map { [[@large, $_ % 2 ? ('x-purpose' => 'preview') : ()], $_ % 2 ? 'stripped' : 'full', 'mixed'] } 1 .. 100;
    is_deeply [map { streams(@$_) } \@mixed, \@views], [], '100 streams at once, of views and with previews among them';
    SKIP: {
        skip 'under a sanitizer everything costs more', 2 if $sanitized;
        skip 'this system does not tell the highest memory', 2 unless defined peak($child);
        my ($without, $with) = map { my $streams = $_; max(map { streams(@$streams); peak($child) } 1 .. 3) } \@views, \@mixed;
        cmp_ok $with, '<', $without + 8192, "memory: $with KiB with previews among 100 streams, $without with views only";
        is_deeply [streams(@mixed)], [], 'and all are right again';
    }
}

# Methods unknown, control bytes in response headers, files that are not there.
$_->expect_log(qr/AH00135/, qr/AH02429|AH02430/, qr/xsendfile/) for $plain, $ours;
$_->stop for $plain, $ours;

# ---- Memory --------------------------------------------------------------------------------------------------------------------

# A page that has something of many vendors, whose names are long.
my $vendors = 512 - 32 - (() = `$Test::Httpd::OUT/xpurpose-explain --list`);
my @vendor = map { sprintf 'vendor-number-%03d-of-a-site-too', $_ } 1 .. $vendors;
my $crowd = join '', '<!DOCTYPE html><title>t</title>', map { "<script src=//$_.example/t.js></script>" } @vendor;
my $VENDORS = join '', map { "XPurposeVendor $_ url $_.example/t.js\n" } @vendor;

# A process that gives memory back at once, so that each request's shows.
sub memory_server {
    my $conf = "StartServers 1\nMinSpareServers 1\nMaxSpareServers 1\nMaxRequestWorkers 1\nMaxMemFree 64\n";
    my $httpd = server(1, mpm => 'prefork', children => 'default', conf => "$conf$LIMITS$RULES$VENDORS",
        env => { MALLOC_TRIM_THRESHOLD_ => 65_536, MALLOC_MMAP_THRESHOLD_ => 32_768 });
    $httpd->doc('crowd.html', $crowd);
    return $httpd;
}

# What previews take above what views take, in KiB: the worst, and of what.
sub worst {
    my ($httpd, $pid, @cases) = @_;
    my ($most, $of) = (-1e9, 'nothing');
    for (@cases) {
        my ($what, $path, @headers) = @$_;
        my ($view, $preview) = map { $httpd->get($path, @$_, @headers); peak($pid) } [], \@PREVIEW;
        ($most, $of) = ($preview - $view, $what) if $preview - $view > $most;
    }
    return ($most, $of);
}

SKIP: {
    skip 'under a sanitizer everything costs more', 3 if $sanitized;
    skip 'this httpd has no mpm_prefork', 3 unless Test::Httpd->has_module('mpm_prefork');
    my $httpd = memory_server();
    my ($pid) = $httpd->children;
    $httpd->get($_, @PREVIEW) for ('/page.html', '/crowd.html', '/b/page') x 3;
    skip 'this system does not tell the highest memory', 3 unless defined peak($pid);
    my ($crowded) = worst($httpd, $pid, ['', '/crowd.html']);    # first, while nothing large has been given back
    cmp_ok $crowded, '<=', 256, "a preview takes $crowded KiB more than a view where $vendors vendors are removed";
    my @cases;
    for my $shape (grep { $_ ne 'control' } sort keys %SHAPE) {
        push @cases, map { my $name = $_; ["$name, $shape", '/page.html', sent($name, $shape)] } sort keys %REQUEST;
        push @cases, map { ["$_, $shape", "/b/$_/$shape"] } sort keys %RESPONSE;
    }
    push @cases, ['single caches', '/b/caches/2000'];
    my ($most, $of) = worst($httpd, $pid, @cases);
    cmp_ok $most, '<=', 1024, "a preview takes $most KiB more than a view at most ($of), of " . @cases . ' headers';
    is $httpd->notes($httpd->get('/crowd.html', @PREVIEW))->{vendors}, join(',', @vendor), "all $vendors vendors are named";
    $httpd->expect_log(qr/AH00161/);    # the one process is busy
    $httpd->stop;
}

# ---- Instructions --------------------------------------------------------------------------------------------------------------

# Each connection has a process of its own, which tells at its end how many instructions its request has taken. None is too many,
# for httpd would ask that one to end, by a request.
sub counting_server {
    my $conf = "StartServers 4\nMinSpareServers 4\nMaxSpareServers 200\nMaxConnectionsPerChild 1\n";
    my $httpd = server(1, mpm => 'prefork', children => 'default', conf => "$conf$LIMITS$RULES", start_timeout => 120, args => [],
        wrap => [$Test::Cost::PROFILER, qw(--tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=ap_read_request
            --toggle-collect=ap_process_request)]);
    counted($httpd, 0);    # the connection that saw that it is up
    return $httpd;
}

# The newest of the counts, once there are more than so many, and how many there are.
sub counted {
    my ($httpd, $before) = @_;
    my @counts;
    Test::Httpd::wait_until(sub { @counts = $httpd->_slurp('output') =~ /Collected : (\d+)/g; @counts > $before })
        or die "nothing was counted\n";
    return ($counts[-1], scalar @counts);
}

my $told = 1;

sub instructions {
    my ($httpd, $path, @headers) = @_;
    $httpd->get($path, @headers);
    (my $count, $told) = counted($httpd, $told);
    return $count;
}

# What a preview takes above a view.
sub above {
    my ($httpd, $path, @headers) = @_;
    return instructions($httpd, $path, @PREVIEW, @headers) - instructions($httpd, $path, @headers);
}

# Of twice as much, in no more than twice the instructions and a little; what is less than an ordinary preview's is not looked at.
sub is_linear {
    my ($what, $least, $half, $whole) = @_;
    cmp_ok $whole, '<=', 2.2 * max($half, $least), "$what: $whole instructions more than a view, $half with half as much";
    return;
}

my @LINEAR = map { [split /: /] } 'Accept-Encoding: list', 'Accept-Encoding: words', 'Accept-Encoding: quotes', 'X-Purpose: words',
    'Sec-Purpose: words', 'Sec-Fetch-Dest: commas', 'If-None-Match: fields', 'Link: list', 'Link: words', 'Link: fields',
    'Link: brackets', 'Link: hints', 'Vary: list', 'Cache-Control: words', 'Surrogate-Control: words', 'Content-Security-Policy: words', 'Content-Encoding: words';

SKIP: {
    skip 'valgrind is not installed (make deps-all)', 1 unless Test::Cost::has($Test::Cost::PROFILER);
    skip 'under a sanitizer everything costs more', 1 if $sanitized;
    skip 'this httpd has no mpm_prefork', 1 unless Test::Httpd->has_module('mpm_prefork');
    my $httpd = counting_server();
    my $least = above($httpd, '/b/page');
    for (@LINEAR) {
        my ($name, $shape) = @$_;
        is_linear("$name, $shape", $least, map {
            $REQUEST{$name} ? above($httpd, '/page.html', sent($name, $shape, $_)) : above($httpd, "/b/$name/$shape/$_")
        } $SIZE / 2, $SIZE);
    }
    is_linear('single caches', $least, map { above($httpd, "/b/caches/$_") } 1000, 2000);
    $httpd->stop;
}
$backend->stop;
done_testing;
