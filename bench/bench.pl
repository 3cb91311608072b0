# `make bench`: what mod_xpurpose costs beside httpd without it and beside other ways to do the job, on pages of our own (pages.pl) and on
# saved ones where they lie beside the project (saved.pl).
#
# Every contender is a private server on loopback with nothing but what it needs; all servers run on one core and the client on
# another. Contenders take turns at each page (A B C A B C …), round after round, and a figure is the least that any round took, summed over
# the pages: a machine that is busy for a while spoils a round and not a figure. CPU is what /proc says of all of the server's
# processes and threads, in user space and in the kernel.
#
# QUICK=1: one short round of everything, to see that it works. ROUNDS=15, TURN=0.2 (seconds). The report goes to bench/RESULTS.md, with
# QUICK=1 to the build folder. ONLY=insert measures what putting in a snippet costs, and prints that.
use strict;
use warnings;
use Cwd 'abs_path';
use File::Basename 'dirname';
use File::Path 'make_path';
use POSIX ();
use Test::Backend;
use Test::Cost;
use Test::Httpd;
use Time::HiRes qw(sleep time);

my $BENCH = abs_path(dirname(__FILE__));
our (%SIZE, @MIXED);
our $VECTORS = $Test::Httpd::OUT;
our $PORTABLE = "$VECTORS/build/portable";    # the build without vectors
require "$BENCH/$_.pl" for qw(pages saved servers insert report);

our ($SERVER_CORE, $CLIENT_CORE) = cores();
my $QUICK = $ENV{QUICK} || 0;
my $ROUNDS = $ENV{ROUNDS} || ($QUICK ? 1 : 15);
my $TURN = $ENV{TURN} || ($QUICK ? 0.03 : 0.2);
my $BUILD = "$Test::Httpd::OUT/build/bench";
my @SAVED = main::saved_pages($QUICK ? 2 : 6, 86_000, 130_000);
our %PIECES = ((map { ($_ => [main::pieces($SIZE{$_})]) } keys %SIZE), map { @$_ } @SAVED);
my @GROUPS = (['12 KB', 'small'], ['105 KB', 'middle'], ['5 MB', 'large'], @SAVED ? [@SAVED . ' saved ones of 86 to 130 KB', map { $_->[0] } @SAVED] : ());

# ---- Small tools -----------------------------------------------------------------------------------------------------

sub median {
    my @sorted = sort { $a <=> $b } @_;
    return $sorted[@sorted / 2];
}

# "median (least-most)"
sub range {
    my ($format, @values) = @_;
    my @sorted = sort { $a <=> $b } @values;
    return sprintf $format, median(@values) if @values < 2;
    return sprintf "$format ($format-$format)", median(@values), @sorted[0, -1];
}

sub shown { return defined $_[1] ? sprintf $_[0], $_[1] : '-' }

sub sum {
    my $sum = 0;
    $sum += $_ for @_;
    return $sum;
}

# Two of the cores that this process may run on, or the one twice.
sub cores {
    my @mine = map { /(\d+)-(\d+)/ ? $1 .. $2 : $_ } split /,/, first_match('/proc/self/status', qr/^Cpus_allowed_list:\s*(\S+)/);
    return @mine[0, $#mine && 1];
}

sub pinned { return Test::Cost::has('taskset') ? ('taskset', '-c', $_[0]) : () }

# What the client prints, split at tabs.
sub load {
    my (@arguments) = @_;
    open my $out, '-|', pinned($CLIENT_CORE), "$BUILD/load", @arguments or die "load: $!\n";
    my $line = <$out>;
    close $out or die "load @arguments failed\n";
    chomp $line;
    return split /\t/, $line;
}

sub progress { print STDERR "$_[0]\n" }

# ---- Cost of a request ----------------------------------------------------------------------------------------------

# One turn: CPU microseconds a request.
sub turn {
    my ($server, $page) = @_;
    my ($path, $before) = ($server->path($page), $server->cpu);
    my ($requests, undef, undef, $bad) = eval { load('get', $server->port, $path, $TURN, $page eq 'large' ? 2 : 4, $server->fields) }
        or die $server->name . ", $path: $@";
    die $server->name . ": $bad of $requests answers to $path were bad\n" if $bad;
    return 1e6 * ($server->cpu - $before) / $requests;
}

# The least of each server's turns at each page: {server}{page}.
sub race {
    my ($label, $pages, @servers) = @_;
    my %least;

    for my $round (1 .. $ROUNDS) {
        for my $page (@$pages) {
            for my $server (@servers) {
                my ($cpu, $least) = (turn($server, $page), \$least{ $server->name }{$page});
                $$least = $cpu if !defined $$least || $cpu < $$least;
            }
        }
        progress("  $label, round $round of $ROUNDS");
    }
    return \%least;
}

# What the server answers, in a word or two. Ours must be right: of saved pages not all goes, but nothing is damaged.
sub verdict {
    my ($server, @pages) = @_;
    my ($gone, $of_gone, $kept, $of_kept, %fault) = (0) x 4;

    for my $page (@pages) {
        my @pieces = @{ $PIECES{$page} };
        my $r = Test::Http->new($server->port)->request('GET', $server->path($page), [map { split /: /, $_, 2 } $server->fields]);
        return "status $r->{status}" if $r->{status} != 200;
        my @judged = main::judge($r->{content}, @pieces);
        $gone += $judged[0];
        $of_gone += grep { $_->[0] eq 'snippet' } @pieces;
        $kept += $judged[1];
        $of_kept += grep { $_->[0] eq 'decoy' } @pieces;
        $fault{damaged}++ if !$judged[2];
        $fault{'cut short'}++ if !$r->{complete};
    }
    die $server->name . ", @pages: not right\n"
        if $server->name =~ /^mod_xpurpose, preview/ && (%fault || $kept < $of_kept || $of_kept && $gone < $of_gone);
    return 'plain' if $server->is_plain && !%fault;
    return join ', ', "$gone/$of_gone", $of_kept ? "$kept/$of_kept" : (), map { @pages > 1 ? "$fault{$_} pages $_" : "page $_" } sort keys %fault;
}

# The lines of the table, and each server's multiple of its base, the median page's.
sub cost_table {
    my ($label, $pages, @servers) = @_;
    my $cost = race($label, $pages, @servers);
    my (%multiple, @rows);

    for my $server (@servers) {
        my ($mine, $base) = map { $cost->{$_} } $server->name, $server->base;
        my @multiples = map { $mine->{$_} / $base->{$_} } @$pages;
        $multiple{ $server->name } = median(@multiples);
        push @rows, [$server->name, shown('%.0f', sum(values %$mine) / @$pages), range('%.2f', @multiples), verdict($server, @$pages)];
    }
    return (["### Pages: $label", '', table_of(['', 'CPU, µs a request', '× plain', 'gone, kept'], @rows)], \%multiple);
}

# ---- Memory, latency ------------------------------------------------------------------------------------------------

# KiB of private memory that each of some clients costs who ask for the 5 MB page and then stop reading.
sub stalled_memory {
    my ($server) = @_;
    load('get', $server->port, $server->path('large'), 0.2, 1, $server->fields);
    return Test::Cost::stalled(load => "$BUILD/load", port => $server->port, path => $server->path('large'), clients => 16,
        fields => [$server->fields], seconds => $QUICK ? 0.2 : 1, private => sub { $server->private });
}

# The share of what could be known of a page's first half that has come when a backend stops in the middle. The middle is behind
# a mark in plain text, so nothing is undecided there.
sub delivered_share {
    my ($server) = @_;
    my $port = $server->proxy_port or return;
    my $client = Test::Http->new($port);
    my $r = $client->request('GET', '/paused', [map { split /: /, $_, 2 } $server->fields]);
    my $mark = index $r->{content}, 'THE MIDDLE';
    return if $mark < 0;
    my @early = grep { $_->[0] < $server->pause * 0.8 } @{ $r->{arrivals} };
    my $body = (@early ? $early[-1][1] : 0) - length $r->{head};
    my $share = $body / ($mark + length 'THE MIDDLE');
    return $share > 1 ? 1 : $share < 0 ? 0 : $share;
}

sub other_table {
    my (@servers) = @_;
    my @rows;

    for my $server (@servers) {
        my $memory = stalled_memory($server);
        my $share = delivered_share($server);
        my ($first) = load('first', $server->port, $server->path('middle'), $QUICK ? 50 : 2000, $server->fields);
        push @rows, [$server->name, shown('%.0f', $memory), shown('%.0f %%', defined $share ? 100 * $share : undef), shown('%.0f', $first)];
        progress('  ' . $server->name);
    }
    return table_of(['', 'KiB a stalled 5 MB request', 'first half delivered while the backend pauses', 'µs to the first byte, 105 KB'], @rows);
}

# ---- The engine alone -----------------------------------------------------------------------------------------------

my %PROGRAM;    # the engine with a command line, by build

# Sets of pages: [name, files].
sub sets {
    my @saved = main::saved_files();
    my @mixed = map { "mixed-$_.html" } @MIXED;
    my @sets = (['saved pages', @saved], ['our pages', map { "$BUILD/$_" } @mixed], map { [$_, "$BUILD/$_"] } qw(small.html large.html script.html style.html));
    @sets = map { [$_->[0], @$_[1 .. ($#$_ < 3 ? $#$_ : 3)]] } @sets[0 .. 2] if $QUICK;
    return grep { @$_ > 1 } @sets;
}

# What the engine's program prints, split at tabs.
sub engine {
    my ($build, $command, @files) = @_;
    open my $out, '-|', pinned($CLIENT_CORE), $PROGRAM{$build}, $command, $QUICK ? 3 : 100, @files or die "engine: $!\n";
    my @rows = map { chomp; [split /\t/] } <$out>;
    close $out or die "engine failed\n";
    return @rows;
}

# { rate => [name, MB/s, × memchr]..., instructions => of a pass, a byte => } of a set, by build.
sub engine_figures {
    my ($set, @files) = @_;
    my %figures;

    for my $build ($VECTORS, $PORTABLE) {
        my %of = (rate => [engine($build, 'pages', @files)]);
        if (Test::Cost::has('valgrind')) {
            $of{instructions} = Test::Cost::engine_instructions($PROGRAM{$build}, @files);
            $of{'a byte'} = $of{instructions} / sum(map { -s } @files);
        }
        $figures{$build} = \%of;
    }
    progress("  the engine, $set");
    return \%figures;
}

# Instructions of httpd's a request, in user space.
sub request_table {
    return () unless Test::Cost::has('valgrind') && !$QUICK;
    my %documents = map { ("$_.html" => main::page($SIZE{$_})) } qw(small middle);
    my @cases = (['plain httpd', 0, ''], ['no header, XPurpose Off', 1, ''], ['no header, On, Vary Off', 1, "XPurpose On\nXPurposeVary Off"],
        ['no header, On', 1, 'XPurpose On'], ['preview', 1, 'XPurpose On', 'X-Purpose' => 'preview']);
    my @rows;

    for my $case (@cases) {
        my ($name, $loaded, $conf, @headers) = @$case;
        local $Test::Cost::REQUESTS = @headers ? 100 : 1000;
        my @counts = map { Test::Cost::instructions({ xpurpose => $loaded, conf => main::host_conf($conf) }, \%documents, "/$_.html", @headers) }
            qw(small middle);
        push @rows, [$name, map { sprintf '%.0f', $_ } @counts];
        progress("  instructions: $name");
    }
    return ('Instructions of httpd in user space a request (prefork, kept connection):', '', table_of(['', '12 KB', '105 KB'], @rows));
}

sub insert_measured {
    my @servers = main::insert_servers();
    my @measured = main::insert_tables(@servers);
    main::stop_servers(@servers);
    return @measured;
}

# ---- All of it -------------------------------------------------------------------------------------------------------

sub main {
    local $| = 1;
    make_path($BUILD);
    Test::Cost::program('load');
    return print map { "$_\n" } @{ (insert_measured())[0] } if ($ENV{ONLY} || '') eq 'insert';
    system($^X, "$BENCH/pages.pl", $BUILD) == 0 or die "no pages\n";
    for my $build ($VECTORS, $PORTABLE) {
        local $Test::Httpd::OUT = $build;
        $PROGRAM{$build} = Test::Cost::program('engine');
    }

    my @sets = sets();
    my %figures = map { ($_->[0] => engine_figures(@$_)) } @sets;
    my @patterns = engine($VECTORS, 'patterns', "$BUILD/script.html");
    my @servers = main::start_servers();
    my (@requests, %multiples);
    for my $group (@GROUPS) {
        my ($label, @pages) = @$group;
        (my $lines, $multiples{$label}) = cost_table($label, \@pages, @servers);
        push @requests, @$lines;
    }
    my @other = other_table(@servers);
    main::stop_servers(@servers);
    my ($insert, $of_insert) = insert_measured();
    my @saved = $QUICK ? () : map { main::content($_) } main::saved_files();
    main::write_report($QUICK ? "$BUILD/RESULTS.md" : "$BENCH/RESULTS.md", sprintf('Requests: the least of %d rounds of %g s.', $ROUNDS, $TURN),
        aims => [main::aims_table(\%figures, \%multiples, @SAVED ? $GROUPS[-1][0] : '', $of_insert)], requests => \@requests, insert => $insert, other => [@other, request_table()],
        engine => [main::engine_tables(\@sets, \%figures, @patterns)], mix => [main::mix_table([map { main::page($_) } @MIXED], \@saved)]);
    return;
}

main();
