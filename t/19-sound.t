# What the engine takes for a snippet leaves the page that it is put into as it is, as parse5 reads it with scripting and without (t/js/sound.mjs).
# XP_MUTANTS=100000 for a long run, XP_SEED for another one.
use strict;
use warnings;
use Test::More;
use Test::Shared;

Test::Shared::needs();

chdir $Test::Httpd::ROOT or die "$!\n";
my $texts = $ENV{XP_MUTANTS} || 6000;
open my $out, '-|', 'node', 't/js/sound.mjs', '--count', $texts, '--seed', $ENV{XP_SEED} || 1 or die "node: $!\n";
my @lines = <$out>;
my $ended = close $out;

note $lines[0];
ok $ended, "$texts texts: around each that is taken nothing changes" or diag @lines;
my %taken = map { /^(\d+) for ([\w-]+)/ ? ($2 => $1) : () } split /taken |, |;/, $lines[0];
cmp_ok $taken{$_} || 0, '>', $texts / 10, "many were taken for $_" for qw(head-start head-end body-end);
like $lines[0], qr/"\Q$_\E":\d\d/, "... and others not: $_" for 'open', 'unopened', 'unended', 'ambiguous', 'ends head';
done_testing;
