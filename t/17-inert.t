# What the engine calls inert is refused by a JavaScript engine, or does nothing.
use strict;
use warnings;
use Test::More;
use Test::Shared;

Test::Shared::needs();

chdir $Test::Httpd::ROOT or die "$!\n";
my $texts = $ENV{XP_MUTANTS} || 20000;
open my $out, '-|', 'node', 't/js/inert.mjs', '--count', $texts, '--seed', $ENV{XP_SEED} || 1, '--pages', "$Test::Shared::SHARED/pages/pages"
    or die "node: $!\n";
my @lines = <$out>;
my $ended = close $out;

note $lines[0];
ok $ended, "$texts texts: none that is called inert can run" or diag @lines;
my ($inert) = $lines[0] =~ /(\d+) called inert/;
cmp_ok $inert, '>', $texts / 20, 'some were called so';
done_testing;
