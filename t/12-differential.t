# I1 to I4 on pages made and spoilt by chance, with parse5 as the judge of what the engine did (t/js/differential.mjs).
# XP_MUTANTS=100000 for a long run, XP_SEED for another one. Saved pages beside the project are looked at whole, with each way of gating,
# and are among the seeds: of each script that stays the text is what it was, byte for byte. Pages are held as well, half of those that are made.
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
cmp_ok $loaders, '>', $mutants / 10, '... and to overlook';

# Each way of putting something in, and of not doing so, was seen.
my %LEAST = ('gates and stubs put in' => 5, 'scripts gated' => 8, 'elements set aside' => 25, 'left' => 10, 'pages with blocks' => 150, 'marks put in' => 6, 'scripts told' => 10, 'texts that let go' => 8);
for my $what (sort keys %LEAST) {
    my ($seen) = $lines[0] =~ /(\d+) \Q$what\E/;
    cmp_ok $seen, '>', $mutants / $LEAST{$what}, "... $what";
}
SKIP: {
    my ($real) = $lines[0] =~ /\((\d+) real ones/;
    skip '../shared/pages is not here', 1 unless $real;
    cmp_ok $mutants, '>', 3 * $real, "$real saved pages were looked at whole, three times";
}
done_testing;
