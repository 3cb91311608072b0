# mitmproxy, by the recipe of docs/backends.md, shows a page and what a preview gets of it side by side.
use strict;
use warnings;
use Test::Http;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Recipe;
use Test::Service;

my $recipes = Test::Recipe->new('docs/backends.md');
my $addon = $recipes->lines('import difflib');
my @commands = split /\n/, $recipes->lines('mitmdump ');
is scalar @commands, 2, 'two ways to start it';
my $mitmdump = Test::Service->program('mitmdump');
if (!$mitmdump) {
    SKIP: { skip 'mitmdump is not installed (make deps-all)', 1 }
    done_testing;
    exit;
}

my $httpd = Test::Httpd->new(modules => [qw(headers deflate filter)], conf => <<'CONF');
XPurpose On
AddOutputFilterByType DEFLATE text/html
Header set Cache-Control max-age=60
CONF
$httpd->doc('page.html', full());
$httpd->doc('style.css', 'a {}');
$httpd->start;
my $modified = $httpd->get('/page.html')->{headers}{'last-modified'};
my $origin = '127.0.0.1:' . $httpd->port;

sub started {
    my ($line) = @_;
    my @words = split ' ', $line =~ s{beside\.py}{%DIR%/beside.py}r =~ s{-p \K8888}{%PORT%}r =~ s{127\.0\.0\.1:8080}{$origin}r;
    return Test::Service->new(command => [@words, '--listen-host', '127.0.0.1', '--set', 'confdir=%DIR%'],
        files => { 'beside.py' => $addon }, env => { HOME => '/nonexistent' });
}

my ($tag) = $TAG =~ /^(<[^>]*>)/;

# What is shown of a page that is asked for under $target.
sub shown {
    my ($proxy, $target, @headers) = @_;
    my $before = length $proxy->output;
    my $r = $proxy->get($target, Host => $origin, 'Accept-Encoding' => 'gzip', @headers);
    Test::Httpd::wait_until(sub { substr($proxy->output, $before) =~ /\n\n\z/ }) or diag 'it shows ' . $proxy->output;
    return (substr($proxy->output, $before), $r);
}

for my $case (['a proxy', $commands[0], "http://$origin"], ['in front of a server', $commands[1], '']) {
    my ($name, $command, $prefix) = @$case;
    my $proxy = started($command);
    for my $who (['a view', 'full'], ['a preview', 'stripped', @PREVIEW]) {
        my ($what, $kind, @headers) = @$who;
        my ($text, $r) = shown($proxy, "$prefix/page.html", @headers);
        is kind(unzip($r)), $kind, "$name, $what: gets what it would get" or diag $text;
        like $text, qr{^GET http://\Q$origin\E/page\.html$}m, '... the request is shown';
        like $text, qr/^\+X-Purpose: preview$/mi, '... with the header that makes the difference';
        like $text, qr/^-\Q$tag\E$/m, '... what a view has';
        like $text, qr/^\+<!--xpurpose: google-analytics-->/m, '... and a preview in its place';
        like $text, qr/^\+cache-control: private, no-store$/mi, '... a header that it gets';
        like $text, qr/^-cache-control: max-age=60$/mi, '... and one that it does not';
        unlike $text, qr/^[-+]<p>/m, '... and nothing that is the same';
        ($text) = shown($proxy, "$prefix/page.html", 'If-Modified-Since' => $modified, @headers);
        like $text, qr/^ HTTP 200$/m, '... also of what a browser has in its cache' or diag $text;
    }
    my $length = length $proxy->output;
    is $proxy->get("$prefix/style.css", Host => $origin)->{content}, 'a {}', "$name: what is no page";
    my ($text) = shown($proxy, "$prefix/page.html");
    unlike substr($proxy->output, $length), qr/style/, '... is not shown';
    is scalar(() = substr($proxy->output, $length) =~ /^GET /mg), 1, '... and a page once';
    $proxy->stop;
}

$httpd->stop;
done_testing;
