# 103 Early Hints: those that would have a preview's browser call vendors do not reach it, wherever they come from and whatever the
# client speaks. All others do, and other interim responses too.
use strict;
use warnings;
use Test::Backend;
use Test::Http2;
use Test::Httpd;
use Test::More;
use Test::Preview;

plan skip_all => 'mod_http2 or mod_proxy_http2 is not there (make deps-all)'
    unless Test::Httpd->has_module('http2') && Test::Httpd->has_module('proxy_http2');

my $link = '<https://www.googletagmanager.com/gtag/js?id=G-TEST>; rel=preload; as=script';
my $hint = "HTTP/1.1 103 Early Hints\r\nLink: $link\r\n\r\n";
my $answer = sub { "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: @{[length $_[0]]}\r\n\r\n$_[0]" };
my $page = $answer->(full());
my $backend = Test::Backend->new({
    '/page' => [$hint, $page],
    '/at-once' => [$hint . $page],
    '/slow' => [$hint, \0.2, $page],
    '/many' => [$hint, "HTTP/1.1 102 Processing\r\n\r\n", $hint, $hint, $page],
    '/large' => [join('', "HTTP/1.1 103 Early Hints\r\n", map({ "Link: $link, </$_>; rel=preload\r\n" } 1 .. 300), "\r\n"), $page],
    '/long' => [join('', "HTTP/1.1 102 Processing\r\n", map({ "X-$_: @{['x' x 60]}\r\n" } 1 .. 300), "\r\n"), $hint, $page],
    '/late' => ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", \0.1, 'HTTP/1.1 103 is no hint here'],
    '/style.css' => [$hint, $answer->('body{}')],
});
my $behind = Test::Httpd->new(modules => ['http2'], xpurpose => 0, conf => <<"CONF");
Protocols h2c http/1.1
H2EarlyHints On
H2EarlyHint Link "$link"
CONF
$behind->doc('page.html', full());
$behind->doc('style.css', 'body{}');
$behind->start;

my $httpd = Test::Httpd->new(modules => [qw(http2 cgi proxy proxy_http proxy_http2)], conf => <<"CONF");
XPurpose On
Protocols h2c http/1.1
H2EarlyHints On
<Proxy http://127.0.0.1:@{[$backend->port]}/>
    ProxySet disablereuse=on
</Proxy>
# A session that mod_proxy_http2 keeps passes hints on or not as was right for the client that it was made for.
<Proxy h2c://127.0.0.1:@{[$behind->port]}/>
    ProxySet disablereuse=on
</Proxy>
ProxyPass /b/ http://127.0.0.1:@{[$backend->port]}/
ProxyPass /dry/ http://127.0.0.1:@{[$backend->port]}/
ProxyPass /off/ http://127.0.0.1:@{[$backend->port]}/
ProxyPass /h2/ h2c://127.0.0.1:@{[$behind->port]}/
<Location /own/>
    H2EarlyHint Link "$link"
</Location>
<Location /pushing/>
    H2PushResource /counter.js
</Location>
<Location /dry/>
    XPurpose DryRun
</Location>
<Location /off/>
    XPurpose Off
</Location>
CONF
$httpd->doc($_, full()) for 'own/page.html', 'page.html', 'pushing/page.html';
$httpd->doc('counter.js', 'count();');
# Writes past all filters of the request, the two heads in one piece.
$httpd->cgi('nph-page.cgi', "#!/usr/bin/perl\nsyswrite STDOUT, join '', <DATA>;\n__END__\n" . $hint . $page);
$httpd->start;

my %class = (view => [], prefetch => ['purpose', 'prefetch'], preview => ['x-purpose', 'preview']);

# ---- HTTP/1.1 -------------------------------------------------------------------------------------------------------------------

sub interim { my ($r) = @_; return join ' ', @{ $r->{interim} } }

for my $case (['/b/page', '103'], ['/b/at-once', '103'], ['/b/slow', '103'], ['/b/many', '103 102 103 103', '102'], ['/b/large', '103'],
    ['/b/long', '102 103', '102'], ['/h2/page.html', '']) {
    my ($path, $all, $kept) = @$case;
    $all = interim($httpd->get($path)) if $path =~ /^\/h2/;    # whether mod_proxy_http2 passes them on to HTTP/1.1 depends on its version
    for my $class (sort keys %class) {
        my $r = $httpd->get($path, @{ $class{$class} });
        is interim($r), $class eq 'preview' ? $kept || '' : $all, "$path, $class: interim responses";
        is kind($r->{content}), $class eq 'preview' ? 'stripped' : 'full', "$path, $class: the page";
    }
}
is interim($httpd->get($_->[0], @PREVIEW)), '103', "$_->[1]: hints pass"
    for ['/dry/page', 'DryRun'], ['/off/page', 'Off'], ['/b/style.css', 'a style sheet'];
is interim($httpd->request('POST', '/b/page', headers => [@PREVIEW], body => 'a')), '103', 'POST: hints pass';
is $httpd->get('/b/late', @PREVIEW)->{content}, 'HTTP/1.1 103 is no hint here', 'text that looks like one is text';

is kind($httpd->get('/nph-page.cgi', @$_)->{content}), 'full', "what goes past all filters is whole, @{[@$_ ? 'a preview' : 'a view']}"
    for [], \@PREVIEW;
my $r = $httpd->get('/b/page', @PREVIEW, Expect => '100-continue');
is interim($r), '', 'Expect without a body: no hint';
$r = $httpd->request('GET', '/b/page', headers => [@PREVIEW, Expect => '100-continue'], body => 'a=b');
unlike interim($r), qr/103/, 'Expect with a body: no hint';
is kind($r->{content}), 'stripped', '... and the page';

# One connection, one request after the other: what is for one is not for the next.
my $client = $httpd->client;
for my $class (qw(preview view preview preview prefetch view)) {
    $r = $client->request('GET', '/b/page', [@{ $class{$class} }]);
    is interim($r), $class eq 'preview' ? '' : '103', "kept connection, $class: hints";
    is kind($r->{content}), $class eq 'preview' ? 'stripped' : 'full', "kept connection, $class: the page";
}
$client->close;

# Several requests are there before the first is answered.
$client = $httpd->client;
my @order = qw(preview view preview view);
$client->send_raw(join '', map { my $class = $_; "GET /b/page HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    . (@{ $class{$class} } ? "$class{$class}[0]: $class{$class}[1]\r\n" : '') . "\r\n" } @order);
for my $class (@order) {
    $r = $client->response('GET');
    is interim($r), $class eq 'preview' ? '' : '103', "pipelined, $class: hints";
    is kind($r->{content}), $class eq 'preview' ? 'stripped' : 'full', "pipelined, $class: the page";
}
$client->close;

# ---- HTTP/2: of a stream's header blocks one is the answer's -----------------------------------------------------------------------

for my $case (['/b/page', 1], ['/b/many', 4], ['/b/large', 1], ['/h2/page.html', 1], ['/own/page.html', 1], ['/page.html', 0]) {
    my ($path, $hints) = @$case;
    my $h2 = Test::Http2->new($httpd->port);
    my %stream = map { $_ => $h2->get($path, @{ $class{$_} }) } sort keys %class;
    ok $h2->read_until(sub { !grep { !$h2->{ended}{$_} } values %stream }), "h2 $path: all come";
    for my $class (sort keys %class) {
        my $n = ($h2->{heads}{ $stream{$class} } || 0) - 1;
        my $want = $class ne 'preview' ? $hints : $path eq '/b/many' ? 1 : 0;
        is $n, $want, "h2 $path, $class: $want interim";
        is kind($h2->{body}{ $stream{$class} }), $class eq 'preview' ? 'stripped' : 'full', "h2 $path, $class: the page";
    }
    $h2->close;
}

# H2PushResource announces what it pushes by such a hint, so a preview is pushed nothing.
for my $class (sort keys %class) {
    my $h2 = Test::Http2->new($httpd->port);
    my $id = $h2->get('/pushing/page.html', @{ $class{$class} });
    ok $h2->read_until(sub { $h2->{ended}{$id} && !grep { !$h2->{ended}{$_} } @{ $h2->{pushed}{$id} } }), "h2 push, $class: all come";
    is kind($h2->{body}{$id}), $class eq 'preview' ? 'stripped' : 'full', "h2 push, $class: the page";
    is join('', map { $h2->{body}{$_} } @{ $h2->{pushed}{$id} }), $class eq 'preview' ? '' : 'count();', "h2 push, $class: what is pushed";
    $h2->close;
}

$_->stop for $httpd, $behind;
$backend->stop;
done_testing;
