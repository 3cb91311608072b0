# What docs/prerender.md tells administrators to write does what it says: the log, the lines that check, the rules for browsers.
use strict;
use warnings;
use JSON::PP ();
use Test::Browser;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Recipe;

my $recipes = Test::Recipe->new('docs/prerender.md');
my ($log, $traffic, $rules, $conf, $params, $compare, $nonces) =
    map { $recipes->lines($_) } 'LogFormat', 'awk ', 'href_matches', 'AddType', 'Header set No-Vary-Search', 'for url in', 'sort -u';

# A site behind a proxy, which adds a policy of its own on one path.
my $httpd = Test::Httpd->new(modules => [qw(headers mime)], conf => ($log =~ s{logs/}{%DIR%/}r) . $conf . $params . <<'CONF');
<LocationMatch \.html$>
    Header set Content-Security-Policy "script-src 'nonce-R4nd0m' https:"
</LocationMatch>
CONF
$httpd->doc('index.html', full());
$httpd->doc('p/next.html', full() =~ s{<head>}{<head><script nonce="R4nd0m">1</script>}r);
$httpd->doc('p/index.html', '<!DOCTYPE html><title>index</title><a href="next.html">next</a>');
$httpd->doc('speculation.rules', $rules);
$httpd->doc('p/speculation.rules', $rules =~ s/moderate/immediate/r);    # without a mouse
$httpd->doc('clean.txt', 'no page');
$httpd->start;
my $edge = Test::Httpd->new(modules => [qw(headers proxy proxy_http)], xpurpose => 0, conf => <<"CONF")->start;
ProxyPass / http://127.0.0.1:@{[$httpd->port]}/
<Location /index.html>
    Header always append Content-Security-Policy "object-src 'none'"
</Location>
CONF

# ---- The log ----

$httpd->get('/index.html', @$_) for [], [@PREFETCH], [@PRERENDER], [@PRERENDER];
$httpd->get('/clean.txt', @PRERENDER);
my $held = $httpd->get('/index.html', @PRERENDER);
like $held->{content}, qr/<script data-xpurpose="hold"/, 'the lines of the recipe hold';
my @logged = $httpd->logged('ahead_log');
is scalar @logged, 5, 'the log has what is loaded ahead, and no views';
my $prerender = qr/^\[.*\] "GET \/index\.html HTTP\/1\.1" 200 "prefetch;prerender" prerender held \d+ \d+$/;
is scalar(grep { /$prerender/ } @logged), 3, '... signal, class, outcome, how many wait'
    or diag @logged;
my $counted = `cd '@{[$httpd->dir]}' && mkdir -p logs && cp ahead_log logs/ && $traffic`;
like $counted, qr/^\s*1 prefetch held$/m, 'the line that counts: prefetches';
like $counted, qr/^\s*3 prerender held$/m, '... prerenders';
like $counted, qr/^\s*1 prerender (?:-|passed:not-html)$/m, '... and what is no page';

# ---- The lines that check ----

SKIP: {
    skip 'curl is not installed', 4 if system('curl --version >/dev/null 2>&1') != 0;
    my $asked = sub {
        my ($lines, $path) = @_;
        my ($first, $second) = ($httpd->url($path), $edge->url($path));
        $lines =~ s{http://127\.0\.0\.1:8080/}{$first};
        $lines =~ s{https://www\.example\.com/}{$second};
        return scalar `$lines`;
    };
    like $asked->($compare, '/p/next.html'), qr/^\s*2 content-security-policy: script-src 'nonce' /i, 'the same policy in front: 2';
    my $differs = $asked->($compare, '/index.html');
    like $differs, qr/^\s*1 content-security-policy: .*object-src 'none'/im, 'one that is added in front: 1';
    is $asked->($nonces =~ s{https://www\.example\.com/}{$edge->url('/p/next.html')}re, ''), "R4nd0m\n", 'one nonce in header and page';
    is $asked->($nonces =~ s{https://www\.example\.com/}{$edge->url('/p/next.html')}re =~ s/ \|$/ | sed "s\/nonce-R4nd0m\/nonce-0ther\/" |/mr, ''), "0ther\nR4nd0m\n",
        'two, if what is in front replaces that of the header';
}

# ---- The rules ----

my $page = $httpd->get('/p/index.html');
is $page->{headers}{'speculation-rules'}, '"/speculation.rules"', 'pages name the file with the rules';
like $page->{headers}{'no-vary-search'}, qr/^params=\("utm_source" /, '... and what does not matter in an address';
ok !$httpd->get('/clean.txt')->{headers}{'speculation-rules'}, '... and nothing else does';
my $file = $httpd->get('/speculation.rules');
is $file->{headers}{'content-type'}, 'application/speculationrules+json', '... which has its type';
ok eval { JSON::PP->new->decode($file->{content}) }, '... and is JSON' or diag $@;
my $lacks = Test::Browser::lacks();
SKIP: {
    skip $lacks, 2 if $lacks;
    my $browser = Test::Httpd->new(modules => [qw(headers mime)], conf => ($conf =~ s{"/speculation}{"/p/speculation}r) . <<'CONF')->start;
Header set Content-Security-Policy "script-src 'self'"
CONF
    for my $name (qw(index.html next.html speculation.rules)) {
        open my $doc, '<', $httpd->dir . "/docs/p/$name" or die "$name: $!\n";
        local $/;
        $browser->doc("p/$name", scalar <$doc>);
    }
    my ($found) = Test::Browser::run('prerender.mjs', $browser, lanes => 1, settle => 1000, site => 'shop.example', owners => [], answers => [], visits => [
        { name => 'rules', steps => [{ open => '/p/index.html', asks => '/p/next.html' }] }]);
    my %asked = map { ($_->{path} => $_->{purpose} || 'none') } @{ $found->{steps}[0]{asked} };
    ok exists $asked{'/p/speculation.rules'}, 'a browser asks for the rules, whatever the policy says of scripts' or diag explain $found;
    is $asked{'/p/next.html'}, 'prefetch;prerender', '... and prerenders by them';
    $browser->stop;
}
$edge->stop;
$httpd->stop;
done_testing;
