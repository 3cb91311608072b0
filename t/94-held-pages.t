# Saved pages of the web, held: what they send while they are prerendered and nobody looks, what when somebody does, and what in an
# ordinary view of the held bytes, against what an ordinary view of the plain page sends.
use strict;
use warnings;
use List::Util qw(max min);
use Test::Browser;
use Test::More;
use Test::Saved;

Test::Saved::needs();
Test::Browser::needs();

my ($pages, $owners, $globals) = Test::Saved::read_all();
my $httpd = Test::Saved::server("XPurposeAction prerender Hold\nXPurposeAction prefetch Hold\n");
my %page = map { ($_->{name} => $_) } @$pages;

# A page is looked at up to three times: pages have clocks, dice, and races of their own. So of what is sent, the least of all
# plain views counts, and the most of the others.
my $ROUNDS = 3;
my $SETTLE = 1000;

# Prerenders that Chromium gives up, Hold or not, because of what the page does: frames that are not secure, or something that may not be
# used then.
my %GIVEN_UP = ('d35.html' => 'MixedContent', 'd41.html' => 'MojoBinderPolicy', 'd60.html' => 'MixedContent');

sub visits_of {
    my ($page) = @_;
    my %steps = (
        plain => [{ ahead => $page->{path}, rules => [], settle => 0 }, { click => 'here', settle => $SETTLE }],
        ahead => [{ ahead => $page->{path}, rules => ['prerender'], settle => $SETTLE }, { click => 'here', settle => $SETTLE }],
        view => [{ ahead => $page->{path}, rules => ['prefetch'], settle => 0 }, { click => 'here', settle => $SETTLE }],
    );
    return map { { name => "$page->{name} $_", scheme => 'http', site => $page->{host}, root => $page->{root}, steps => $steps{$_} } } sort keys %steps;
}

# Rules work in secure contexts only, and a prerender of a page of https is given up when a frame of it is not. So every page is one of
# http, and its origin is said to be secure.
my $insecure = join ',', map { "http://$_->{host}" } @$pages;

# { page => { plain, ahead, view } }, each a list of steps.
sub look {
    my (@names) = @_;
    my %found;
    for (Test::Browser::run('prerender.mjs', $httpd, lanes => 4, settle => $SETTLE, owners => $owners, globals => $globals,
        flags => ["--unsafely-treat-insecure-origin-as-secure=$insecure"], visits => [map { visits_of($page{$_}) } @names])) {
        my ($name, $visit) = split / /, $_->{name};
        $found{$name}{$visit} = $_->{steps} || die "$_->{name}: $_->{failed}\n";
    }
    return \%found;
}

# How often each address is asked for, less what is random: queries, hosts' and paths' numbers. What is the same with its query is one:
# whether a browser asks for it again, or has it in memory by then, is a matter of luck.
sub addresses {
    my ($is, @steps) = @_;
    my (%asked, %known);
    for my $request (map { @{ $_->{requests} } } @steps) {
        my ($host, $path, $number) = @$request;
        next if $known{"$host$path"}++;
        next unless $is->($number < 0 ? undef : $owners->[$number]{class}) && length $path;
        $asked{ "$host$path" =~ s/[?#;].*//sr =~ s/[0-9]+(?:[a-f0-9]{6,})?/0/gr }++;
    }
    return \%asked;
}

sub number_of { my ($step) = @_; return scalar grep { $_->[2] >= 0 && $owners->[$_->[2]]{class} eq 'analytics' && length $_->[1] } @{ $step->{requests} } }
sub errors { return { map { (s/, in [^ ]*\z//r => 1) } map { @{ $_->{errors} } } @_ } }

my $HIT = sub { defined $_[0] };
my $ANY = sub { 1 };

# What may be wrong with a page, as a round sees it: { kind => [what, what it must not exceed] }, both { thing => how often }.
sub doubts {
    my ($name, $plain, $ahead, $view) = ($_[0], @{ $_[1] }{qw(plain ahead view)});
    my $end = $GIVEN_UP{$name} || 'Success';
    return {
        'given up when prerendered' => [{ map { ($_ => 1) } grep { !/\b$end$/ } "@{ $ahead->[1]{ready} }" }, {}],
        'lost when somebody looks' => [addresses($ANY, @$plain), addresses($ANY, @$ahead)],
        'sent too often' => [addresses($HIT, @$ahead), addresses($HIT, @$plain)],
        'lost in a view' => [addresses($HIT, @$plain), addresses($HIT, @$view)],
        'thrown' => [errors(@$ahead, @$view), errors(@$plain)],
    };
}

sub least { my ($some, $others) = @_; return { map { ($_ => min($some->{$_}, $others->{$_})) } grep { $others->{$_} } keys %$some } }
sub most { my ($some, $others) = @_; return { map { ($_ => max($some->{$_} || 0, $others->{$_} || 0)) } keys %$some, keys %$others } }

# What all rounds agree on: what there is each time, and more often than it ever may be.
sub faults {
    my ($there, $may) = @{ $_[0] };
    return map { "$_: $there->{$_}, not " . ($may->{$_} || 0) } grep { $there->{$_} > ($may->{$_} || 0) } sort keys %$there;
}

my (%seen, %sum, @early);
my @todo = sort keys %page;
for my $round (1 .. $ROUNDS) {
    my $found = look(@todo);
    for my $name (@todo) {
        my $doubts = doubts($name, $found->{$name});
        if ($round == 1) {
            $sum{plain} += number_of($found->{$name}{plain}[1]);
            $sum{before} += number_of($found->{$name}{ahead}[0]);
            push @early, map { "$name: $_" } sort keys %{ addresses(sub { ($_[0] || '') eq 'analytics' }, $found->{$name}{ahead}[0]) };
        }
        for my $kind (keys %$doubts) {
            my ($there, $may) = @{ $doubts->{$kind} };
            my $old = $seen{$name}{$kind};
            $seen{$name}{$kind} = $old ? [least($old->[0], $there), most($old->[1], $may)] : [$there, $may];
        }
    }
    @todo = grep { grep { faults($_) } values %{ $seen{$_} } } @todo;
    last unless @todo;
}

note "before anybody looks: $_" for @early;
note "$sum{before} of $sum{plain} analytics loads leave before anybody looks";
cmp_ok $sum{plain}, '>', 2 * keys %page, 'a view has more than two analytics loads on the average' unless $ENV{XP_PAGES};
cmp_ok $sum{before}, '<=', 0.06 * $sum{plain}, 'of which at most 6 % leave before somebody looks';
for my $name (sort keys %page) {
    is_deeply [faults($seen{$name}{$_})], [], "$name: nothing is $_" for sort keys %{ $seen{$name} };
}
$httpd->stop;
done_testing;
