# I1 to I4 on pages made and spoilt by chance, with parse5 as the judge of what the engine did (t/js/differential.mjs).
# XP_MUTANTS=100000 for a long run, XP_SEED for another one; saved pages beside the project are among the seeds.
use strict;
use warnings;
use Test::More;
use Test::Shared;

Test::Shared::needs();

my $mutants = $ENV{XP_MUTANTS} || 1500;
my @command = ('node', 't/js/differential.mjs', '--count', $mutants, '--seed', $ENV{XP_SEED} || 1,
    '--pages', "$Test::Shared::SHARED/pages/pages");

chdir $Test::Httpd::ROOT or die "$!\n";
open my $out, '-|', @command or die "node: $!\n";
my @lines = <$out>;
my $ended = close $out;

note $lines[0];
ok $ended, "$mutants pages: each edit is one element, and nothing else differs" or diag @lines;
my ($pages, $edits) = $lines[0] =~ /^(\d+) pages .*?(\d+) edits/;
is $pages, $mutants, 'all of them were looked at';
cmp_ok $edits, '>', $mutants / 3, '... and there was something to edit';
my ($loaders) = $lines[0] =~ /(\d+) scripts that had to go/;
cmp_ok $loaders, '>', $mutants / 8, '... and to overlook';
done_testing;
