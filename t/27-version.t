# The version: said in one place and shown in all; a new one compiles one object; and an upgrade with a graceful restart, under load,
# after which counters that are laid out alike go on, and others begin anew.
use strict;
use warnings;
use File::Spec;
use IO::Socket::INET;
use JSON::PP 'decode_json';
use POSIX ();
use Test::File;
use Test::Http;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Time::HiRes ();

my ($ROOT, $SIZE, $LARGE, $UPGRADES, $CLIENTS) = ($Test::Httpd::ROOT, 60_000, 16_000_000, 6, 2);
chdir $ROOT or die "$!\n";

# For a moment there may be many generations.
my $conf = <<'CONF';
XPurpose On
<IfModule !mpm_prefork_module>
    ServerLimit 40
    ThreadsPerChild 16
    MaxRequestWorkers 640
</IfModule>
<IfModule mpm_prefork_module>
    StartServers 10
    MaxSpareServers 20
</IfModule>
CONF
my $httpd = Test::Httpd->new(counters => 1, children => 'default', log_level => 'warn xpurpose:info', conf => $conf);

# ---- In one place -------------------------------------------------------------------------------------------------------------

chomp(my $version = slurp('VERSION'));
like $version, qr/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\z/, "VERSION: three numbers, $version";
is_deeply [slurp('packaging/debian/changelog') =~ /\A\S+ \((.+)-[^-]+\)/], [$version], 'the Debian package is of this version';
is_deeply [slurp('packaging/mod_xpurpose.spec') =~ /^Version:\s*(\S+)$/m], [$version], 'so is the RPM';
is_deeply [slurp('packaging/mod_xpurpose.spec') =~ /^%changelog\n.* - (\S+)-\S+$/m], [$version], '... and the latest entry of its log';

# ---- The program ----------------------------------------------------------------------------------------------------------------

my $explain = "$Test::Httpd::OUT/xpurpose-explain";
my $month = (sort map { (split)[3] } split /\n/, `'$explain' --list`)[-1];
my $said = `'$explain' --version`;
is $?, 0, '--version is an answer';
is_deeply [(split /\n/, $said)[0]], ["xpurpose-explain (mod_xpurpose) $version"], '... whose first line is as GNU wants it';
like $said, qr/^Catalogue of \Q$month\E, \d+ vendors\.$/m, '... and which tells of the catalogue';
like `'$explain' --list=conf`, qr/\A# .* catalogue of \Q$month\E .* xpurpose-explain \Q$version\E /, 'a list tells where it comes from';

# ---- A new one is built ----------------------------------------------------------------------------------------------------------

# In the server's folder, so that the checkout stays as it is; what is built already comes along, if it is below the sources.
my $copy = $httpd->dir . '/tree';
mkdir $copy or die "$copy: $!\n";
my $into = File::Spec->abs2rel($Test::Httpd::OUT, $ROOT);
my $below = $into !~ /^\.\./;
$into = '.' unless $below;
my @built = map { $into eq '.' ? $_ : "$into/$_" } qw(build/obj build/gen build/cc.flags build/httpd.flags .libs xpurpose-explain);
my @sources = qw(Makefile VERSION mod_xpurpose.c engine module tools);
is system('cp', '-a', '--parents', @sources, $below ? @built : (), $copy), 0, 'a copy of the sources';

sub build {
    my ($what) = @_;
    my $out = $into eq '.' ? '' : $into;
    my $log = `cd '$copy' && make -j2 OUT='$out' all 2>&1`;
    is $?, 0, "$what: builds" or diag substr $log, -2000;
    return;
}

# The objects there are, and when each was made.
sub objects {
    my %at;
    for my $file (split /\n/, `find '$copy/$into/build/obj' -name '*.o'`) {
        $at{ $file =~ s{.*/build/obj/}{}r } = join ' ', (Time::HiRes::stat($file))[1, 9];
    }
    return \%at;
}

# What a change makes anew.
sub built_anew {
    my ($what) = @_;
    my $before = objects();
    build($what);
    my $after = objects();
    return grep { ($before->{$_} || '') ne $after->{$_} } sort keys %$after;
}

my %module = ($version => "$copy/$version.so");

# Keeps the module that was built by the name of its version.
sub keep {
    my ($name) = @_;
    $module{$name} = "$copy/$name.so";
    is system('cp', "$copy/$into/.libs/mod_xpurpose.so", $module{$name}), 0, "... $name is kept";
    return;
}

build('as it is');
keep($version);
spurt("$copy/VERSION", "98.7.6\n");
is_deeply [built_anew('98.7.6')], ['gen/xp_version.o'], 'a new version compiles one object';
keep('98.7.6');
like `'$copy/$into/xpurpose-explain' --version`, qr/^xpurpose-explain \(mod_xpurpose\) 98\.7\.6$/m, '... and is what the program says';
is_deeply [built_anew('the same again')], [], '... once';

# The same size, another order: what was stripped would be found again as clean, what is gone as gated.
sub exchange {
    my ($name, $header, $one, $other) = @_;
    my $text = slurp("$ROOT/module/$header");
    ok $text =~ s/^( +X\($one, .*\n)((?:.*\n)*?)( +X\($other, .*\n)/$3$2$1/m, "$name: $one and $other change places";
    spurt("$copy/module/$header", $text);
    spurt("$copy/VERSION", "$name\n");
    my @anew = built_anew($name);
    ok +(grep { $_ eq 'module/xp_count.o' } @anew) && !(grep { /^engine/ } @anew), '... of which the engine knows nothing';
    keep($name);
    return;
}

exchange('99.0.0', 'xp_verdict.h', 'STRIPPED', 'CLEAN');
spurt("$copy/module/xp_verdict.h", slurp("$ROOT/module/xp_verdict.h"));
exchange('99.1.0', 'xp_count.h', 'unsigned long, elements', 'unsigned long, gated');
my %layout = ($version => 'this', '98.7.6' => 'this', '99.0.0' => 'outcomes', '99.1.0' => 'fields');

# ---- Shown -----------------------------------------------------------------------------------------------------------------------

# Moved into its place, as an installer does it: the file that is in use stays what it is.
sub install {
    my ($name) = @_;
    my $to = "$copy/$into/.libs/mod_xpurpose.so";
    system('cp', $module{$name}, "$to.new") == 0 && rename "$to.new", $to or die "$to: $!\n";
    return;
}

install($version);
$Test::Httpd::OUT = "$copy/$into";
$httpd->start;
$httpd->doc('page.html', full('page', $SIZE));
$httpd->doc('large.html', full('large', $LARGE));

sub announced { return $httpd->error_log =~ /xpurpose:info\] .* mod_xpurpose (\S+), catalogue of \Q$month\E$/mg }
sub begun_anew { return scalar(() = $httpd->error_log =~ /xpurpose:notice\] .* counters begin anew/g) }

is_deeply [announced()], [$version], 'a start is announced once';
$httpd->graceful;
is_deeply [announced()], [$version, $version], 'so is a reload';
like $httpd->get('/counters')->{content}, qr{<p>Version \Q$version\E, catalogue of $month</p>}, 'the page for people';
like $httpd->get('/server-status')->{content}, qr{<h2>mod_xpurpose</h2>\n<p>Version \Q$version\E, catalogue of $month</p>}, 'mod_status';
like $httpd->get('/server-status?auto')->{content}, qr/^XPurposeVersion: \Q$version\E\nXPurposeCatalogue: $month\n/m, '... for programs';
like $httpd->get('/counters?openmetrics')->{content},
    qr/\A# TYPE xpurpose_build info\n# HELP xpurpose_build \S.*\nxpurpose_build_info\{version="\Q$version\E",catalogue="$month"\} 1\n# /,
    'OpenMetrics';
is_deeply [@{ counters() }{qw(Version Catalogue)}], [$version, $month], 'JSON';

{
    my $tried = Test::Httpd->new(log_level => 'info', conf => $conf, counters => 1);
    my ($status, $output) = $tried->run('-t', '-D', 'DUMP_XPURPOSE');
    is $status, 0, 'configtest';
    my ($first, @others) = split /\n/, $output;
    is_deeply [$first, grep { !/^(?:XPurposeVendor |#)/ || /mod_xpurpose/ } @others], ["# mod_xpurpose $version, catalogue of $month", 'Syntax OK'],
        '... announces nothing; the dump begins with the version';
    unlike $tried->error_log, qr/mod_xpurpose \d/, '... and so it is in the log';
    $tried->shut_down;
}

# ---- Upgrades --------------------------------------------------------------------------------------------------------------------

sub counters { return decode_json($httpd->get('/counters?json')->{content}) }

# Pages by outcome, of what there is any.
sub pages {
    my $pages = counters()->{Pages};
    return { map { $pages->{$_} ? ($_ => $pages->{$_}) : () } keys %$pages };
}

# Returns when the new generation answers.
sub upgrade {
    my ($to) = @_;
    install($to);
    $httpd->graceful;
    ok Test::Httpd::wait_until(sub { counters()->{Version} eq $to }), "$to answers after a graceful restart";
    return;
}

sub preview { return kind($httpd->get('/page.html', @PREVIEW)->{content}, 'page', $SIZE) }

is preview(), 'stripped', 'a preview' for 1 .. 3;
is_deeply pages(), { stripped => 3 }, 'counters before';
upgrade('98.7.6');
is_deeply pages(), { stripped => 3 }, 'another version, laid out alike: they go on';
is begun_anew(), 0, '... without a word';

# A page that is under way: the client has read its beginning, and no buffer has room for the rest.
my $slow = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $httpd->port) or die "connect: $!\n";
print {$slow} "GET /large.html HTTP/1.0\r\n$PREVIEW[0]: $PREVIEW[1]\r\n\r\n";
my $large = '';
sysread $slow, $large, 4096, length $large while $large !~ /Paragraph 9/;
upgrade('99.0.0');
is_deeply pages(), {}, 'other places for the outcomes: the counters begin anew';
is begun_anew(), 1, '... and a notice says so';
1 while sysread $slow, $large, 1 << 20, length $large;
close $slow;
is kind($large =~ s/\A.*?\r\n\r\n//sr, 'large', $LARGE), 'stripped', 'what the old generation had begun it ends well';
is preview(), 'stripped', 'a preview of the new one';
is_deeply pages(), { stripped => 1 }, '... is the only one that is counted here';
$httpd->graceful;
is_deeply pages(), { stripped => 1 }, 'and the next reload keeps the new counters';

# ---- Under load ------------------------------------------------------------------------------------------------------------------

my $stop = $httpd->dir . '/stop';

# Asks until the file is there or the parent is gone, and leaves what came in a file.
sub run_client {
    my ($file, $parent) = @_;
    my %came;
    for (my $n = 0; !-e $stop && getppid == $parent; $n++) {
        my @headers = $n % 2 ? @PREVIEW : ();
        my $r = eval { Test::Http->new($httpd->port)->request('GET', '/page.html', [@headers, Connection => 'close']) } || {};
        my $kind = $r->{complete} ? kind($r->{content}, 'page', $SIZE) : 'cut off';
        $came{ (@headers ? 'preview' : 'view') . ": $kind" }++;
    }
    spurt($file, join '', map { "$came{$_} $_\n" } sort keys %came);
    return;
}

my ($parent, %came, @pids) = ($$);
for my $n (1 .. $CLIENTS) {
    my $pid = fork;
    die "fork: $!\n" unless defined $pid;
    if (!$pid) {
        $SIG{$_} = 'DEFAULT' for qw(INT TERM HUP);
        my $ended = eval { run_client($httpd->dir . "/came-$n", $parent); 1 };
        POSIX::_exit($ended ? 0 : 1);
    }
    push @pids, $pid;
}
my ($changes, $is) = (begun_anew(), '99.0.0');
for my $n (1 .. $UPGRADES) {
    my $to = (sort keys %module)[$n % keys %module];
    $changes++ if $layout{$to} ne $layout{$is};
    upgrade($is = $to);
    my $before = counters()->{Requests}{preview};
    ok Test::Httpd::wait_until(sub { counters()->{Requests}{preview} > $before + 10 }), '... and clients have asked it';
}
my $counts = counters()->{Pages};
spurt($stop, '');
for my $pid (@pids) {
    waitpid $pid, 0;
    is $?, 0, 'a client ends well';
}
for my $line (map { split /\n/, slurp($httpd->dir . "/came-$_") } 1 .. $CLIENTS) {
    my ($times, $what) = split / /, $line, 2;
    $came{$what} += $times;
}
cmp_ok delete $came{$_} || 0, '>', 20, "$_, many times" for 'view: full', 'preview: stripped';
is_deeply \%came, {}, 'and nothing else came';
is begun_anew(), $changes, 'the counters began anew as often as the layout changed';
is_deeply [grep { $counts->{$_} && $_ ne 'stripped' } sort keys %$counts], [], 'no count is in another place';

{
    local $httpd->{log_level} = 'warn';
    my $before = () = announced();
    $httpd->graceful($conf);
    is scalar(() = announced()), $before, 'at LogLevel warn a start is not announced';
}

$httpd->expect_log(qr/AH00546/);    # the worker MPM about its own records
$httpd->stop;
done_testing;
