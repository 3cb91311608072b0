# The counters for programs: in which form by query, path or Accept; what Prometheus's formats and JSON want; and names that need escaping.
use strict;
use warnings;
use File::Temp 'tempdir';
use IO::Uncompress::Gunzip 'gunzip';
use JSON::PP 'decode_json';
use Test::File;
use Test::Httpd;
use Test::Metrics;
use Test::More;
use Test::Service;

my %TYPE = (
    html => 'text/html; charset=utf-8',
    json => 'application/json',
    prometheus => 'text/plain; version=0.0.4; charset=utf-8',
    openmetrics => 'application/openmetrics-text; version=1.0.0; charset=utf-8',
);

# As a configuration has it, and as it is shown, where a backslash stands before quotes and backslashes. One comes with a newline from the environment.
my @NAMES = (
    ['www.example.com', 'www.example.com'],
    ['quo\"te.example', 'quo\"te.example'],
    ['back\slash.example', 'back\\\\slash.example'],
    ["caf\xc3\xa9.example", "caf\xc3\xa9.example"],
    ["\xf0\x9f\x98\x80.example", "\xf0\x9f\x98\x80.example"],
    ["caf\xe9.example", 'caf\\\\xe9.example'],
    ["\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80\xe0\x80\xaf.example",
        join('', map { "\\\\x$_" } qw(c0 af ed a0 80 f4 90 80 80 e0 80 af)) . '.example'],
    ["\x01\x7f.example", '\\\\x01\\\\x7f.example'],
    ['${XP_TWO_LINES}', 'two\\\\x0alines.example'],
    ['{curly},label=.example', '{curly},label=.example'],
    ["<b>'&amp;.example", "<b>'&amp;.example"],
);
my $hosts = join '', map { <<"HOST" } 0 .. $#NAMES;
<VirtualHost 127.0.0.1:%PORT@{[$_ + 2]}%>
    ServerName "$NAMES[$_][0]"
</VirtualHost>
HOST
my $httpd = Test::Httpd->new(modules => [qw(status deflate filter)], ports => 1 + @NAMES, env => { XP_TWO_LINES => "two\nlines.example" },
    conf => <<"CONF")->start;
XPurposeVendor mine url mine.example.com
<Location /xpurpose-status>
    SetHandler xpurpose-status
</Location>
<Location /metrics>
    SetHandler xpurpose-status
</Location>
<Location /packed>
    SetHandler xpurpose-status
    AddOutputFilterByType DEFLATE text/html text/plain application/json application/openmetrics-text
</Location>
<Location /server-status>
    SetHandler server-status
</Location>
<Location /on>
    XPurpose On
</Location>
$hosts
CONF
$httpd->doc('on/page.html', '<!DOCTYPE html><script src="https://mine.example.com/x.js"></script>');
$httpd->get('/on/page.html', 'X-Purpose' => 'preview') for 1 .. 3;

sub content { return $httpd->get(@_)->{content} }

# ---- In which form ----

my $OPEN = 'application/openmetrics-text;version=1.0.0';
my $SCRAPER = "$OPEN,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";
my $CLASSIC = 'text/plain;version=0.0.4;q=1,*/*;q=0.1';
my $BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

for (
    # Asked for by what is behind the question mark, whatever its value
    [html => '?html', $SCRAPER], [json => '?json'], [json => '?json='], [json => '?json=1'], [json => '?json', $BROWSER], [json => '?of=host&json'],
    [json => '?&&json=&openmetrics'], [openmetrics => '?openmetrics'], [openmetrics => '?openmetrics=', $CLASSIC], [prometheus => '?prometheus'],
    [prometheus => '?prometheus=', $SCRAPER], [prometheus => '?metrics'], [openmetrics => '?metrics=', $SCRAPER],
    # by the path's end
    [html => '/html', $SCRAPER], [json => '/json', $BROWSER], [openmetrics => '/openmetrics'], [prometheus => '/prometheus', $SCRAPER],
    [prometheus => '/metrics'], [prometheus => '/metrics', $BROWSER], [prometheus => '/metrics', '*/*'], [prometheus => '/metrics', $CLASSIC],
    [openmetrics => '/metrics', $SCRAPER], [openmetrics => '/metrics', 'application/*'], [json => '/metrics?json', $SCRAPER], [json => '/a/json'],
    # by Accept
    [html => '', $BROWSER], [html => '', '*/*'], [openmetrics => '', $SCRAPER], [prometheus => '', $CLASSIC], [json => '', 'application/json'],
    [html => '', 'text/html, text/plain;version=0.0.4;q=0.9'], [prometheus => '', 'text/html;q=0.9, text/plain;version=0.0.4'],
    [openmetrics => '?of=host', $SCRAPER], [openmetrics => '/', $SCRAPER], [openmetrics => '/other', $SCRAPER],
    # by nothing
    [html => ''], [html => '', ''], [html => '', 'image/png'], [html => '', '*/*;q=0'], [html => '/'], [html => '/other'], [html => '?'], [html => '?&'], [html => '?other'],
    [html => '?=json'], [html => '?of=json'], [html => '?jsons'], [html => '?js'], [html => '?JSON'], [html => '?js%6fn'], [html => '/jsons'], [html => '/json/'],
    # and hostile ones
    [html => '', ',' x 8000], [html => '', '*/*;q=' . '9' x 8000], [html => '', 'text/plain;' . 'a=b;' x 1900 . 'q=2'], [html => '', '"' . '\\"' x 3900],
    [prometheus => '', 'text/plain;x="' . '\\"' x 3900 . '",'], [openmetrics => '', 'a/b,' x 1900 . $OPEN],
) {
    my ($form, $asked, $accept) = @$_;
    my $r = $httpd->get("/xpurpose-status$asked", defined $accept ? (Accept => $accept) : ());
    my $name = "/xpurpose-status$asked" . (defined $accept ? ', ' . substr($accept, 0, 60) : '');
    is "$r->{status} $r->{headers}{'content-type'}", "200 $TYPE{$form}", "$name: $form";
    is $r->{headers}{'cache-control'}, 'no-store', '... which nobody keeps';
    my $is_fixed = $asked =~ m{[/?&](?:html|json|prometheus|openmetrics)\b(?![%/])};
    is $r->{headers}{vary}, $is_fixed ? undef : 'Accept', $is_fixed ? '... whatever Accept says' : '... and it is said that Accept decides';
}

{
    my @many = map { (Accept => 'image/x-' . 'x' x 150 . $_) } 1 .. 40;
    is $httpd->get('/xpurpose-status', @many, Accept => $SCRAPER)->{headers}{'content-type'}, $TYPE{openmetrics}, 'many lines of Accept are one list';
    is $httpd->get('/metrics', Accept => $SCRAPER)->{headers}{'content-type'}, $TYPE{openmetrics}, 'a Location may be called /metrics';
    is $httpd->get('/metrics')->{headers}{'content-type'}, $TYPE{prometheus}, '... and curl gets Prometheus\'s text';
    is $httpd->request('POST', '/xpurpose-status/metrics', body => 'x')->{status}, 405, 'POST is no way to ask there';
    for my $form (sort keys %TYPE) {
        my $head = $httpd->head("/xpurpose-status/$form");
        is_deeply [@$head{qw(status content)}, $head->{headers}{'content-type'}], [200, '', $TYPE{$form}], "HEAD $form";
        my $packed = $httpd->get("/packed/$form", 'Accept-Encoding' => 'gzip');
        is $packed->{headers}{'content-encoding'}, 'gzip', 'mod_deflate packs it';
        gunzip(\$packed->{content}, \my $text);
        like $text, { html => qr{</html>\s*\z}, json => qr/\n\}\n\z/, prometheus => qr/^xpurpose_hold_limit_hits_total 0\n\z/m, openmetrics => qr/\n# EOF\n\z/ }->{$form},
            '... whole';
    }
}

# ---- Well formed ----

my ($open, $classic) = map { content("/xpurpose-status/$_") } qw(openmetrics prometheus);
is_deeply [complaints($open, 'open')], [], 'OpenMetrics 1.0.0';
is_deeply [complaints($classic, 'classic')], [], 'text format 0.0.4';

# The judge has to be one: each of these breaks what it accepts. The formats' rules in turn: lines, families, samples, labels, figures.
my @BROKEN = map { [/^(open|classic|both) +(\S.*?) *: (s\{.*)$/] } split /\n/, <<'END';
open    no end                         : s{# EOF\n\z}{}
open    text behind the end            : s{\z}{x 1\n}
both    a line that does not end       : s{\n\z}{}
both    an empty line                  : s{\n}{\n\n}
both    other ends of lines            : s{\n}{\r\n}g
both    a space at the end             : s{(_total\{.*)\n}{$1 \n}
both    no UTF-8                       : s{server="w}{server="\xe9}
open    a comment                      : s{^}{# comment\n}
both    a word that is none            : s{# HELP}{# help}
both    a type that is none            : s{ counter\n}{ count\n}
classic a type of the other format     : s{ gauge\n}{ info\n}
both    no type                        : s{# TYPE xpurpose_requests.*\n}{}
both    no help                        : s{# HELP xpurpose_requests.*\n}{}
both    a type twice                   : s{(# TYPE .*\n)}{$1$1}
both    help behind samples            : s{(# HELP xpurpose_requests.*\n)((?:.*\n)*?)(?=# \w+ xpurpose_pages)}{$2$1}
both    help with a backslash          : s{(# HELP .*)}{$1\\q}
open    a unit that the name has not   : s{(# UNIT \w+) bytes}{$1 seconds}
open    a unit that is half a word     : s{(# UNIT \w+) bytes}{$1 ytes}
open    a unit of what has none        : s{(# TYPE xpurpose_build info\n)}{$1# UNIT xpurpose_build build\n}
classic a unit                         : s{(# TYPE xpurpose_\w+_bytes_total counter\n)}{$1# UNIT xpurpose_removed_bytes_total total\n}
both    a family in two pieces         : s{((?:# .*\n)+)(xpurpose_requests_total.*\n)((?:xpurpose_requests.*\n)*(?:#.*pages.*\n)+)}{$1$3$2}
both    a family twice                 : s{((?:# .*requests.*\n)+)((?:.*\n)+?)(?=# EOF|\z)}{$1$2$1}
open    a name that another one clashes with : s{(?=# EOF)}{# TYPE xpurpose_requests_total gauge\n# HELP xpurpose_requests_total x\nxpurpose_requests_total 1\n}
open    a counter without _total       : s{_total}{}
open    a family called _total         : s{# TYPE xpurpose_requests counter}{# TYPE xpurpose_requests_total counter}
open    information that is not 1      : s{(build_info.*) 1\n}{$1 0\n}
open    a state that is not 0 or 1     : s{(xpurpose_mode\{.*) 0\n}{$1 2\n}
open    a state without a name         : s{,xpurpose_mode=}{,mode=}
open    states in two pieces           : s{(.*mode="Off".*\n)((?:xpurpose_mode.*\n){3})}{$2$1}
both    a sample twice                 : s{(xpurpose_requests_total.*\n)}{$1$1}
both    a sample twice, labels turned  : s{(xpurpose_requests_total\{)(.*),(.*)(\}.*\n)}{$1$2,$3$4$1$3,$2$4}
both    a label twice                  : s{,class="}{,server="}
both    a label's name                 : s{,class="}{,a-b="}
both    no comma between labels        : s{,class="}{class="}
both    a comma behind them            : s{"\}}{",\}}
both    no quotes                      : s{class="view"}{class=view}
both    an open quote                  : s{"\}}{\}}
both    an escape that is none         : s{class="v}{class="\\v}
both    a newline in a label           : s{class="v}{class="\nv}
both    no figure                      : s{\} \d+}{\}}
both    a word for a figure            : s{\} \d+}{\} x}
both    a count below 0                : s{\} (\d+)}{\} -$1}
both    two spaces                     : s{\} }{\}  }
END
for (@BROKEN) {
    my ($format, $name, $change) = @$_;
    for my $one (grep { $format eq $_ || $format eq 'both' } qw(open classic)) {
        local $_ = $one eq 'open' ? $open : $classic;
        ok eval($change) && complaints($_, $one), "$one, $name: is told" or diag $@;
    }
}
is scalar(@BROKEN), 43, '... all of them';

# The figures but those of the requests that ask for them.
sub settled { return { map { $_[0]{$_} =~ /^\d+$/ && !/^xpurpose_requests_total\{class="view"/ ? ($_ => $_[0]{$_}) : () } keys %{ $_[0] } } }

is_deeply settled(samples($open)), settled(samples($classic)), 'the same figures in both';
cmp_ok scalar(keys %{ samples($open) }), '>', 60, '... which are many';
like $open, qr/^# TYPE xpurpose_vendor_bytes counter\n# UNIT xpurpose_vendor_bytes bytes\n# HELP xpurpose_vendor_bytes \S.*\nxpurpose_vendor_bytes_total\{vendor="mine"\} \d+$/m, 'a counter, OpenMetrics';
like $classic, qr/^# HELP xpurpose_vendor_bytes_total \S.*\n# TYPE xpurpose_vendor_bytes_total counter\nxpurpose_vendor_bytes_total\{vendor="mine"\} \d+$/m, '... text format';
like $classic, qr/^# TYPE xpurpose_build_info gauge$/m, 'what only OpenMetrics has a type for is a gauge';

my $dir = tempdir(CLEANUP => 1);
SKIP: {
    my $promtool = Test::Service->program('promtool') or skip 'promtool is not installed (make deps-all)', 2;
    my $file = spurt("$dir/classic", $classic);
    is `'$promtool' check metrics <'$file' 2>&1`, '', 'promtool has nothing to say';
    is $?, 0, '... and is content';
}

SKIP: {
    system("/usr/bin/python3 -c 'import prometheus_client' 2>/dev/null") == 0 or skip 'prometheus_client for Python is not installed (make deps-all)', 2;
    my $program = spurt("$dir/parse.py", <<'PY');
import json, sys
from prometheus_client import openmetrics, parser
from prometheus_client.openmetrics.parser import text_string_to_metric_families as strict
text = open(sys.argv[2], encoding='utf-8', newline='\n').read()
families = list((strict if sys.argv[1] == 'open' else parser.text_string_to_metric_families)(text))
print(json.dumps([[s.name, s.labels, s.value] for f in families for s in f.samples]))
PY
    for (['open', $open], ['classic', $classic]) {
        my ($format, $text) = @$_;
        my $said = `/usr/bin/python3 '$program' $format '@{[spurt("$dir/$format", $text)]}' 2>&1`;
        my $parsed = eval { decode_json($said) } or diag $said;
        my %read = map { my ($name, $labels, $value) = @$_; ($name . '{' . join(',', map { "$_=\"" . quoted($labels->{$_}) . '"' } sort keys %$labels) . '}' => $value) } @$parsed;
        is_deeply { map { $_ => $read{$_} + 0 } keys %read }, { map { $_ => samples($text)->{$_} + 0 } keys %{ samples($text) } }, "Python's parser, $format, reads what is there";
    }
}

# As a label's value is written.
sub quoted {
    my ($text) = @_;
    utf8::encode($text);
    return $text =~ s/([\\"])/\\$1/gr;
}

# ---- Names ----

my @labels = map { "$NAMES[$_][1]:" . $httpd->port($_ + 2) } 0 .. $#NAMES;
is_deeply [sort grep { /^xpurpose_enabled/ } keys %{ samples($open) }],
    [sort map { "xpurpose_enabled{server=\"$_\"}" } '127.0.0.1', @labels], 'each host is there by its name and port, with what needs it escaped';
my $json = decode_json(content('/xpurpose-status?json'));
is_deeply [sort map { quoted($_) } keys %{ $json->{Hosts} }], [sort '127.0.0.1', @labels], 'JSON has the same names';
my $auto = content('/server-status?auto');
is_deeply [sort $auto =~ /^XPurposeEnabled\[(.*)\]: [01]$/mg], [sort '127.0.0.1', @labels], '?auto, too';
is_deeply [grep { !/^\w+(?:\[.+\])*: \S+$/ } grep { /XPurpose/ } split /\n/, $auto], [], '... in lines of a key and a figure or word';
my ($status, $said) = Test::Httpd->new(conf => 'ServerName *')->run('-t');
isnt $status, 0, 'a host is not called *, which stands for all others';

# ---- When, and what runs ----

is_deeply [$auto =~ /^XPurposeBegan: (\d+)$/m, samples($open)->{'xpurpose_start_time_seconds{}'}], [$json->{Began}, $json->{Began}], 'each form tells when counting began';
cmp_ok abs($json->{Began} - $^T), '<', 60, '... which is not long ago';
my ($build) = grep { /^xpurpose_build_info/ } keys %{ samples($classic) };
is $build, "xpurpose_build_info{catalogue=\"$json->{Catalogue}\",version=\"$json->{Version}\"}", 'version and catalogue';

# ---- Whether it is on ----

{
    my $modes = Test::Httpd->new(modules => ['status'], ports => 6, conf => <<'CONF')->start;
XPurposeInsert head-end '<script src="/count.js"></script>'
<Location /xpurpose-status>
    SetHandler xpurpose-status
    XPurposeInsert None
</Location>
<VirtualHost 127.0.0.1:%PORT2%>
    ServerName on
    XPurpose On
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT3%>
    ServerName dry
    XPurpose DryRun
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT4%>
    ServerName off
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT5%>
    ServerName section
    <Location /on>
        XPurpose DryRun
    </Location>
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT6%>
    ServerName but
    XPurpose On
    <Location />
        XPurpose Off
    </Location>
</VirtualHost>
CONF
    $modes->doc('page.html', '<!DOCTYPE html><title>t</title><p>x');
    my %want = ('127.0.0.1' => [Off => 0], map { ("$_->[0]:" . $modes->port($_->[1]) => [@$_[2, 3]]) } ['on', 2, On => 1], ['dry', 3, DryRun => 1], ['off', 4, Off => 0], ['section', 5, Off => 1],
        ['but', 6, On => 1]);
    my $samples = samples($modes->get('/xpurpose-status?openmetrics')->{content});
    my %states = map { /xpurpose_mode="(\w+)"/ ? ($_ => $1) : () } grep { $samples->{$_} } keys %$samples;
    my %got = map { /server="([^"]+)",xpurpose_mode/ ? ($1 => [$states{$_}, $samples->{"xpurpose_enabled{server=\"$1\"}"}]) : () } keys %states;
    is_deeply \%got, \%want, 'a host is Off, On or DryRun, and a section may say otherwise';
    is scalar(grep { /^xpurpose_mode/ } keys %$samples), 3 * keys %want, '... of three states each';
    my $json = decode_json($modes->get('/xpurpose-status?json')->{content})->{Hosts};
    is_deeply { map { $_ => [$json->{$_}{Mode}, $json->{$_}{Enabled} ? 1 : 0] } keys %$json }, \%want, 'JSON';

    # Which samples there are of a host, by family.
    my $shown = sub {
        my ($port) = @_;
        my %n;
        for (keys %{ samples($modes->get('/xpurpose-status?prometheus')->{content}) }) {
            $n{$1}++ if /^xpurpose_(\w+?)\{.*server="\w+:@{[$modes->port($port)]}"/;
        }
        return \%n;
    };
    my $off = { mode => 3, enabled => 1, requests_total => 5 };
    my $on = { %$off, pages_total => 21, removed_elements_total => 1, removed_bytes_total => 1, gated_elements_total => 1, held_elements_total => 1, dryrun_elements_total => 1 };
    is_deeply [map { $shown->($_) } 2, 4, 5], [$on, $off, $on], 'zeros of all that may come to be counted, and of nothing else';
    $modes->request('GET', '/page.html', port => $_) for 2, 4;
    is_deeply [map { $shown->($_) } 2, 4, 5], [{ %$on, inserts_total => 17 }, $off, $on], '... of a snippet once it has been put in';
    $modes->stop;
}

$httpd->stop;
done_testing;
