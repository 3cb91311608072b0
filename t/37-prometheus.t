# Prometheus itself: it scrapes a private httpd in each way that docs/monitoring.md tells, evaluates the rules, and has data for each graph of the
# dashboard. Its rules make each alert come and not come.
use strict;
use warnings;
use JSON::PP 'decode_json';
use Test::File;
use Test::Http;
use Test::Httpd;
use Test::More;
use Test::Recipe;
use Test::Service;
use Time::HiRes 'sleep';

my ($prometheus, $promtool) = map { Test::Service->program($_) } qw(prometheus promtool);
plan skip_all => 'Prometheus is not installed (make deps-all)' unless $prometheus && $promtool;

my $ROOT = $Test::Httpd::ROOT;
my $RULES = "$ROOT/conf/prometheus/xpurpose.rules.yml";
my $recipes = Test::Recipe->new('docs/monitoring.md');

# ---- Rules ----

for (['check rules', $RULES], ['test rules', "$ROOT/t/data/xpurpose.rules.test.yml"]) {
    my ($what, $file) = @$_;
    my $said = `'$promtool' $what '$file' 2>&1`;
    is $?, 0, "promtool $what" or diag $said;
}
{
    my $rule = $recipes->lines('record: instance_server:xpurpose_unread');
    my $shown = join ' ', split ' ', $rule;
    ok index(join(' ', split ' ', slurp($RULES)), $shown) >= 0, 'the rule that the document shows is the one that is shipped';
    my @alerts = slurp($RULES) =~ /alert: (\w+)/g;
    my $doc = slurp("$ROOT/docs/monitoring.md");
    is_deeply [$doc =~ /^\| `(Xpurpose\w+)` \|/mg], \@alerts, 'the document tells of each alert';
    my $test = slurp("$ROOT/t/data/xpurpose.rules.test.yml");
    is_deeply [grep { $test !~ /alertname: $_\n/ } @alerts], [], '... and each is tried';
}

# ---- The listener ----

# As the document has it, with the port and addresses of this test.
sub listener {
    my ($lines, %put) = @_;
    $lines =~ s/\A.*<<'END'\n(.*?)^END\n.*/$1/ms;
    $lines =~ s/\Q$_\E/$put{$_}/g for keys %put;
    return $lines;
}

my $mine = listener($recipes->lines('a2enconf'), '127.0.0.1:8081' => '127.0.0.1:%PORT2%') =~ s/^Listen.*\n//r;
my $others = listener($recipes->lines('Require ip'), '192.0.2.10:8081' => '127.0.0.1:%PORT3%', '192.0.2.20' => '127.0.0.2') =~ s/^Listen.*\n//r;
my $httpd = Test::Httpd->new(ports => 3, modules => ['authz_host'], conf => <<"CONF")->start;
XPurpose On
XPurposeAction prerender Hold
XPurposeVendor mine url mine.example.com
<Location "/tried/">
    XPurpose DryRun
</Location>
$mine
$others
CONF
is $httpd->request('GET', '/xpurpose-status', port => 2)->{status}, 200, 'who is named may see the page';
is $httpd->request('GET', '/xpurpose-status', port => 3)->{status}, 403, '... and nobody else';
is $httpd->get('/xpurpose-status')->{status}, 404, '... nor is it elsewhere';
my $script = '<script src="https://mine.example.com/x.js"></script>';
my $mixed = "<script>var n = document.links.length; new Image().src = 'https://mine.example.com/hit?' + n; menu(n);</script>";
$httpd->doc('page.html', "<!DOCTYPE html><meta charset=utf-8><title>t</title>$script$mixed<p>x");
$httpd->doc('tried/page.html', "<!DOCTYPE html><meta charset=utf-8><title>t</title>$script<p>x");
$httpd->doc('text.txt', 'x');

sub traffic {
    $httpd->get('/page.html', 'X-Purpose' => 'preview') for 1 .. 2;
    $httpd->get('/page.html', 'Sec-Purpose' => 'prefetch;prerender');
    $httpd->get($_, 'X-Purpose' => 'preview') for '/text.txt', '/tried/page.html';
    $httpd->get('/page.html');
    return;
}

# ---- Scraping ----

# The document's scrape configurations that name one server, each a job of its own.
my @ways = grep { /^scrape_configs:/ && /'localhost:8081'/ } map { s/\A\n+//r } @{ $recipes->{blocks} };
@ways = map { split /\n(?=scrape_configs:)/ } @ways;
is scalar @ways, 3, 'the document has three ways to scrape';
my ($n, $jobs) = (0, '');
for my $way (@ways) {
    my $job = $n++ ? "xpurpose-$n" : 'xpurpose';
    $jobs .= $way =~ s/^scrape_configs:\n//r =~ s/job_name: xpurpose/job_name: $job/r =~ s/localhost:8081/'127.0.0.1:' . $httpd->port(2)/er =~ s/\n*\z/\n/r;
}
my $service = Test::Service->new(
    command => [$prometheus, '--config.file=%DIR%/prometheus.yml', '--storage.tsdb.path=%DIR%/data', '--web.listen-address=127.0.0.1:%PORT%'],
    folders => ['data'],
    files => { 'prometheus.yml' => "global:\n  scrape_interval: 300ms\n  scrape_timeout: 300ms\n  evaluation_interval: 300ms\nrule_files:\n  - $RULES\nscrape_configs:\n$jobs" });
my $checked = `'$promtool' check config '@{[$service->dir]}/prometheus.yml' 2>&1`;
is $?, 0, 'promtool is content with them' or diag $checked;

sub api {
    my ($path, %query) = @_;
    my $text = join '&', map { "$_=" . ($query{$_} =~ s/([^\w.-])/sprintf '%%%02X', ord $1/ger) } sort keys %query;
    my $r = $service->get("/api/v1/$path?$text");
    return eval { decode_json($r->{content}) } || { status => "no JSON: $r->{content}" };
}

# The instant's samples of an expression, or nothing if it is none.
sub values_of {
    my $said = api('query', query => $_[0]);
    return $said->{status} eq 'success' ? @{ $said->{data}{result} } : ();
}

# Whether what is asked for again and again comes to that, in the end.
sub settles {
    my ($ask, $want, $name) = @_;
    my @got;
    Test::Httpd::wait_until(sub { @got = $ask->(); "@got" eq "@$want" || !sleep 0.1 });
    is_deeply \@got, $want, $name;
    return;
}

# The same of an expression.
sub becomes {
    my ($query, $want, $name) = @_;
    return settles(sub { map { $_->{value}[1] } values_of($query) }, $want, $name);
}

traffic();
for my $job ('xpurpose', 'xpurpose-2', 'xpurpose-3') {
    becomes("up{job=\"$job\"}", [1], "$job is scraped");
    becomes("sum(xpurpose_requests_total{job=\"$job\",class=\"preview\"})", [4], '... previews');
    becomes("xpurpose_removed_elements_total{job=\"$job\",server=\"127.0.0.1\"}", [2], '... elements of the host');
    becomes("xpurpose_dryrun_elements_total{job=\"$job\",server=\"127.0.0.1\"}", [1], '... those that DryRun found');
    becomes("sum(xpurpose_pages_total{job=\"$job\",outcome=\"held\"})", [1], '... pages by outcome');
    becomes("xpurpose_vendor_gated_total{job=\"$job\",vendor=\"mine\"}", [3], '... what is gated, by vendor');
}
settles(sub { map { $_->{scrapeUrl} =~ /(\?openmetrics=)$/ } @{ api('targets')->{data}{activeTargets} } }, ['?openmetrics='], 'one of them asks with ?openmetrics=');
traffic();
becomes('sum(xpurpose_requests_total{job="xpurpose",class="preview"})', [8], 'they go on');

# ---- Rules and graphs in force ----

for my $rule ('class:xpurpose_requests:rate5m{class="preview"}', 'vendor:xpurpose_removed_elements:rate5m{vendor="mine"}') {
    becomes("sum($rule) > bool 0", [1], "evaluated, and sees them: $rule");
}
my @rules = slurp($RULES) =~ /^ +- (?:record|alert): (\S+)/mg;
settles(sub { map { map { $_->{health} eq 'ok' ? $_->{name} : "$_->{name}: $_->{health} $_->{lastError}" } @{ $_->{rules} } } @{ api('rules')->{data}{groups} } },
    \@rules, '... all of them');

my $dashboard = decode_json(slurp("$ROOT/conf/prometheus/grafana-dashboard.json"));
{
    my (%seen, %cell);
    my @panels = @{ $dashboard->{panels} };
    is_deeply [grep { $seen{ $_->{id} }++ } @panels], [], 'the dashboard: each panel has a number of its own';
    for my $place (map { $_->{gridPos} } @panels) {
        $cell{$_ % 24 + $place->{x}, int($_ / 24) + $place->{y}}++ for grep { $_ % 24 < $place->{w} } 0 .. 24 * $place->{h} - 1;
    }
    is_deeply [grep { $cell{$_} > 1 || (split $;)[0] > 23 } keys %cell], [], '... and a place of its own in the grid';
    my $variables = join '|', map { $_->{name} } @{ $dashboard->{templating}{list} };
    is_deeply [slurp("$ROOT/conf/prometheus/grafana-dashboard.json") =~ /\$\{?((?!(?:$variables|__rate_interval|__all)\b)\w+)/g], [], '... only variables that it has';
    is_deeply [grep { $_ ne '${datasource}' } map { $_->{datasource}{uid} } @panels, map { @{ $_->{targets} } } @panels], [],
        '... and no data source but the one that is chosen';
}
my %variable = ('$__rate_interval' => '1m', '$instance' => '.*', '$server' => '.*');
my $queries = 0;
for my $panel (@{ $dashboard->{panels} }) {
    for my $target (@{ $panel->{targets} }) {
        my $query = $target->{expr} =~ s/(\$\w+)/$variable{$1} \/\/ die "$1 is not known\n"/ger;
        settles(sub {
            my $said = api('query_range', query => $query, start => $^T, end => time + 1, step => 1);
            my @figures = map { $_->[1] } map { @{ $_->{values} } } @{ $said->{data}{result} // [] };
            return scalar(grep { /^[\d.e+-]+$/ && $_ > 0 } @figures) > 0;
        }, [1], "the dashboard, $panel->{title}: $target->{legendFormat}");
        $queries++;
    }
}
cmp_ok $queries, '>', 8, 'those are all of its graphs';
for my $variable (grep { $_->{type} eq 'query' } @{ $dashboard->{templating}{list} }) {
    my ($match, $label) = $variable->{query}{query} =~ /^label_values\((.*), (\w+)\)$/;
    settles(sub { my $values = api("label/$label/values", 'match[]' => $match =~ s/\$instance/.*/r)->{data}; scalar @{ $values // [] } > 0 }, [1],
        "its variable $variable->{name} has values");
}

$service->stop;
$httpd->expect_log(qr/AH01630/);    # client denied by server configuration
$httpd->stop;
done_testing;
