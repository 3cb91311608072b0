# What is counted where: for each virtual host, by whatever name and however many there are, over reloads that bring others; and the past that
# the parent keeps.
use strict;
use warnings;
use JSON::PP 'decode_json';
use POSIX ();
use Test::Httpd;
use Test::Metrics;
use Test::More;
use Time::HiRes 'sleep';

my ($TOLD_APART, $LINES_OFF, $LINES_ON, $LINES_INSERT) = (64, 9, 35, 52);
my $STATUS = <<'CONF';
<Location /counters>
    SetHandler xpurpose-status
    XPurposeInsert None
</Location>
CONF
my $PAGE = '<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title><script src="https://www.google-analytics.com/analytics.js"></script></head><p>x';

sub start {
    my ($conf, %opt) = @_;
    my $httpd = Test::Httpd->new(conf => "$STATUS$conf", %opt)->start;
    $httpd->doc('page.html', $PAGE);
    return $httpd;
}

sub counters { return decode_json($_[0]->get('/counters?json')->{content}) }

# Hosts of these names on the first port.
sub hosts { return join '', map { "<VirtualHost 127.0.0.1:%PORT%>\n    ServerName $_\n</VirtualHost>\n" } @_ }

sub preview {
    my ($httpd, $host, $times) = @_;
    is $httpd->get('/page.html', Host => $host, 'X-Purpose' => 'preview')->{status}, 200, "a preview of $host" for 1 .. $times // 1;
    return;
}

sub reload { return $_[0]->graceful("$STATUS$_[1]") }

# Previews by host, of those that had any.
sub previews {
    my ($httpd) = @_;
    my $hosts = counters($httpd)->{Hosts};
    my %n = map { s/:\d+$//r => $hosts->{$_}{Requests}{preview} } keys %$hosts;
    return { map { $n{$_} ? ($_ => $n{$_}) : () } keys %n };
}

# ---- For each host ----

{
    my $httpd = start("XPurpose On\n" . hosts('a.example', 'b.example'));
    preview($httpd, 'a.example', 2);
    preview($httpd, 'b.example');
    my $c = counters($httpd);
    my ($a, $b) = map { $c->{Hosts}{ "$_.example:" . $httpd->port } } qw(a b);
    is_deeply [map { $_->{Requests}{preview} } $a, $b, $c], [2, 1, 3], 'requests, and their sum';
    is_deeply [map { $_->{Pages}{stripped} } $a, $b, $c], [2, 1, 3], 'pages';
    is_deeply [map { $_->{Elements} } $a, $b, $c], [2, 1, 3], 'elements';
    is_deeply [map { $_->{Bytes} } $a, $b, $c], [map { $_ * length +($PAGE =~ /(<script.*<\/script>)/)[0] } 2, 1, 3], 'bytes';
    is_deeply $c->{Others}, undef, 'and there are no others';
    my %sum;
    for my $host (values %{ $c->{Hosts} }) {
        $sum{Requests}{$_} += $host->{Requests}{$_} for keys %{ $host->{Requests} };
        $sum{Pages}{$_} += $host->{Pages}{$_} for keys %{ $host->{Pages} };
        $sum{$_} += $host->{$_} for qw(Elements Bytes Gated Held DryRun);
    }
    is_deeply { map { $_ => $c->{$_} } keys %sum }, \%sum, 'what is told of all is the sum';
    my $samples = samples($httpd->get('/counters?prometheus')->{content});
    is_deeply [map { $samples->{"xpurpose_requests_total{class=\"preview\",server=\"$_.example:@{[$httpd->port]}\"}"} } qw(a b)], [2, 1], 'Prometheus sees each';

    # Others take their turns, and one is away for a while.
    reload($httpd, "XPurpose On\n" . hosts('new.example', 'b.example', 'c.example'));
    preview($httpd, 'b.example');
    preview($httpd, 'c.example');
    is_deeply previews($httpd), { 'a.example' => 2, 'b.example' => 2, 'c.example' => 1 }, 'a reload with other hosts: each keeps its own';
    my ($gone, $there) = map { counters($httpd)->{Hosts}{ "$_.example:" . $httpd->port } } qw(a new);
    is_deeply [$gone->{Mode}, $there->{Mode}], [undef, 'On'], '... and of one that is away it is not told whether it is on';
    reload($httpd, "XPurpose On\n" . hosts('c.example', 'b.example', 'a.example'));
    preview($httpd, 'a.example');
    is_deeply previews($httpd), { 'a.example' => 3, 'b.example' => 2, 'c.example' => 1 }, 'another order, and one is back';
    is counters($httpd)->{Requests}{preview}, 6, 'the sum is of all';
    $httpd->stop;
}

# ---- Names ----

{
    # Test::Httpd gives a ServerName to each <VirtualHost>, but for one that is spelt otherwise.
    my $httpd = start(<<'CONF', ports => 3);
XPurpose On
<virtualhost 127.0.0.1:%PORT2%>
</virtualhost>
<VirtualHost 127.0.0.1:%PORT3%>
    ServerName port.example:8443
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT%>
    ServerName twice.example
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT%>
    ServerName twice.example
</VirtualHost>
CONF
    my $c = counters($httpd)->{Hosts};
    is scalar(grep { /^[\w.-]+:@{[$httpd->port(2)]}$/ } keys %$c), 1, 'a host without ServerName has what httpd calls it, and its port';
    is scalar(grep { $_ eq 'port.example:' . $httpd->port(3) } keys %$c), 1, 'the port is the one that is listened to, as the virtual host names it';
    preview($httpd, 'twice.example', 2);
    is counters($httpd)->{Hosts}{ 'twice.example:' . $httpd->port }{Requests}{preview}, 2, 'two of one name are one';
    is scalar(keys %$c), 4, '... and there are four with the main server';
    # Where no name server can be asked, httpd says so of the host without a name.
    is_deeply [grep { !/AH00549: Failed to resolve server name/ } $httpd->shut_down], [], 'the error log is clean but for that';
}

# ---- More than are told apart ----

{
    my @names = map { "h$_.example" } 1 .. 70;
    my $own = $TOLD_APART - 1;    # the main server is one of them
    my $conf = "XPurpose On\nXPurposeInsert head-end '<script src=\"/count.js\"></script>'\n";
    my $httpd = start($conf . hosts(@names));
    preview($httpd, $_) for @names;
    my $c = counters($httpd);
    is_deeply [sort keys %{ $c->{Hosts} }], [sort '127.0.0.1', map { "$_:" . $httpd->port } @names[0 .. $own - 1]], "$TOLD_APART are told apart: those that come first";
    is_deeply [grep { $_ != 1 } map { $c->{Hosts}{"$_:@{[$httpd->port]}"}{Requests}{preview} } @names[0 .. $own - 1]], [], '... each with its own';
    is_deeply [map { $c->{Others}{$_} } qw(Elements Mode)], [70 - $own, undef], 'the others are counted together';
    is_deeply [@{ $c->{Others}{Requests} }{qw(preview)}, $c->{Requests}{preview}], [70 - $own, 70], '... and in the sum';
    my $text = $httpd->get('/counters?openmetrics')->{content};
    is_deeply [complaints($text, 'open')], [], 'OpenMetrics of all of them';
    is samples($text)->{'xpurpose_requests_total{class="preview",server="*"}'}, 70 - $own, '... the others as *';

    my $per_host = grep { /server="h1\.example:/ } keys %{ samples($text) };
    is $per_host, $LINES_INSERT, 'a host has so many lines';
    cmp_ok scalar(() = $text =~ /^xpurpose.*server=/mg), '<=', ($TOLD_APART + 1) * $LINES_INSERT, '... and there are no more than that of 65';

    reload($httpd, $conf . hosts('late.example', reverse @names));
    preview($httpd, $_) for 'late.example', 'h1.example', 'h70.example';
    $c = counters($httpd);
    is $c->{Hosts}{"h1.example:@{[$httpd->port]}"}{Requests}{preview}, 2, 'a reload in another order: who has a place keeps it';
    is $c->{Others}{Requests}{preview}, 70 - $own + 2, '... and who has none gets none';
    $httpd->stop;
}

# Names that change all the time, as those of machines for trying things out do.
{
    my $own = $TOLD_APART - 1;
    my @names = map { "h$_.example" } 1 .. $own;
    my $httpd = start("XPurpose On\n" . hosts(@names));
    my $named = sub { counters($httpd)->{Hosts}{"$_[0]:@{[$httpd->port]}"} };
    preview($httpd, $_, 2) for 'h1.example', 'h2.example';
    my $of = sub { samples($httpd->get('/counters?prometheus')->{content})->{"xpurpose_requests_total{class=\"preview\",server=\"$_[0]\"}"} };

    shift @names;
    reload($httpd, "XPurpose On\n" . hosts('one.example', @names));
    preview($httpd, 'one.example');
    is_deeply [$named->('one.example'), $of->('*')], [undef, 1], 'a new name where all places are taken is one of the others';
    is $named->('h1.example')->{Requests}{preview}, 2, '... while some may yet count for the one that is away';
    reload($httpd, "XPurpose On\n" . hosts('one.example', @names));
    preview($httpd, 'one.example', 3);
    my $c = counters($httpd);
    is $named->('one.example')->{Requests}{preview}, 3, '... and has the place of that one from the next reload on';
    is_deeply [$named->('h1.example'), $of->('h1.example:' . $httpd->port)], [undef, undef], '... which nobody tells of any more';
    is_deeply [map { $_->{Requests}{preview} } @$c{qw(Gone Others)}, $c], [2, 1, 8], '... but for the sum';
    is_deeply [map { $_->{Elements} } $c->{Gone}, $c], [2, 8], '... of all that is counted';
    like $httpd->get('/counters?html')->{content}, qr{<th scope="row">hosts of before</th><td class="text">no longer configured</td><td data-head="[^"]+">2</td>}, '... and the page, in a line';
    is $of->('*'), 1, 'no count of the others comes from what was counted elsewhere';

    reload($httpd, "XPurpose On\n" . hosts('h1.example', @names));
    reload($httpd, "XPurpose On\n" . hosts('two.example', 'h1.example', @names));
    preview($httpd, 'h1.example');
    is_deeply [map { my $host = $named->($_); $host && $host->{Requests}{preview} } 'one.example', 'two.example', 'h1.example', 'h2.example'], [undef, 0, undef, 2],
        'who comes first in the configuration has the first place that is free';
    is_deeply [map { $_->{Requests}{preview} } @{ counters($httpd) }{qw(Gone Others)}], [5, 2], '... and its name its counts';
    is scalar(grep { /^xpurpose_mode\{/ } keys %{ samples($httpd->get('/counters?prometheus')->{content}) }), 3 * $TOLD_APART, 'there are never more';
    is_deeply [complaints($httpd->get('/counters?openmetrics')->{content}, 'open')], [], 'OpenMetrics of that';
    $httpd->stop;
}

{
    my $httpd = start(hosts('off.example', 'on.example') =~ s/on\.example\n\K/    XPurpose On\n/r);
    my $lines = sub { scalar grep { /server="$_[0]\.example:/ } keys %{ samples($httpd->get('/counters?prometheus')->{content}) } };
    is_deeply [map { $lines->($_) } qw(off on)], [$LINES_OFF, $LINES_ON], 'lines of a host where it is off, and where it is on';
    open my $in, '<:raw', "$Test::Httpd::ROOT/docs/monitoring.md" or die "docs/monitoring.md: $!\n";
    my $text = do { local $/; <$in> };
    is_deeply [map { s/,//r } $text =~ /A host has (\d+) lines; (\d+) if .* (\d+) more,.*`\*` have ([\d,]+) lines/s],
        [$LINES_OFF, $LINES_ON, $LINES_INSERT - $LINES_ON, ($TOLD_APART + 1) * $LINES_INSERT], '... as the document says';
    $httpd->stop;
}

# ---- The past ----

# A variant of the module that keeps a moment each second; the monitor's hook comes every ten.
{
    my $variant = Test::Httpd::folder();
    my $log = `cd '$Test::Httpd::ROOT' && make -j2 OUT='$variant' CPPFLAGS=-DXP_COUNT_STEP=1 CFLAGS=-O0 '$variant/.libs/mod_xpurpose.so' 2>&1`;
    is $?, 0, 'a variant that keeps a moment each second is built' or diag substr $log, -2000;
    local $Test::Httpd::OUT = $variant;
    my $httpd = start("XPurpose On\n");
    my $past = sub { return counters($httpd)->{Past} };
    my $wait = sub {
        my ($n) = @_;
        my @now;
        ok Test::Httpd::wait_until(sub { sleep 0.2; @now = @{ $past->() }; @now >= $n }), "there are $n moments";
        return @now;
    };
    preview($httpd, '127.0.0.1', 3);
    my ($first) = $wait->(1);
    cmp_ok $first->{Requests}{preview}, '<=', 3, 'a moment has no more than has been counted';
    my @before = $wait->(scalar(@{ $past->() }) + 1);
    is_deeply { %{ $before[-1]{Requests} }{preview} }, { preview => 3 }, 'the latest moment has the previews';
    is_deeply [@{ $before[-1] }{qw(Elements Gated Held)}], [3, 0, 0], '... and what was removed';
    cmp_ok $before[-1]{Requests}{view}, '<=', counters($httpd)->{Requests}{view}, '... and no view that has not been';
    cmp_ok $before[-1]{At}, '>=', $^T, '... at its time';
    my @unordered = grep { $before[$_]{At} <= $before[$_ - 1]{At} || $before[$_]{Requests}{view} < $before[$_ - 1]{Requests}{view} } 1 .. $#before;
    is_deeply \@unordered, [], 'the oldest comes first, and no count goes back';
    reload($httpd, "XPurpose On\n");
    is_deeply [@{ $past->() }[0 .. $#before]], \@before, 'a graceful restart keeps the past';
    preview($httpd, '127.0.0.1');
    my @after = $wait->(@before + 2);
    is $after[-1]{Requests}{preview}, 4, '... which goes on';
    $httpd->stop;
    system 'rm', '-rf', $variant;
}

done_testing;
