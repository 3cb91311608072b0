# Where snippets go, with parse5 as the judge (t/js/places.mjs): of html5lib's cases, of saved pages beside the project, and of pages made by
# chance, the DOM with a snippet is the page's own and the snippet's nodes. XP_PLACES=100000 for a long run, XP_SEED for another one.
use strict;
use warnings;
use Test::More;
use Test::Shared;

Test::Shared::needs();

my $made = $ENV{XP_PLACES} || 12_200;
my %FROM = ('--pages' => 'pages/pages', '--html5lib' => 'html5lib-tests/tree-construction');

chdir $Test::Httpd::ROOT or die "$!\n";
open my $out, '-|', 'node', 't/js/places.mjs', '--count', $made, '--seed', $ENV{XP_SEED} || 1, map { $_ => "$Test::Shared::SHARED/$FROM{$_}" } sort keys %FROM
    or die "node: $!\n";
my @lines = <$out>;
my $ended = close $out;

note $lines[0];
ok $ended, 'with a snippet in its place nothing else differs' or diag @lines;
my ($pages, $saved, $cases, $some, @at) = $lines[0] =~ /^(\d+) pages \((\d+) saved ones, (\d+) cases in 6 forms\), (\d+) with a place: (\d+) head-start, (\d+) head-end, (\d+) body-end/;
is $pages, $made + $saved + 6 * $cases, "$pages pages were looked at";
cmp_ok $some, '>', 0.75 * $pages, "... of which $some have a place";
cmp_ok $at[0], '>', 0.75 * $pages, "... $at[0] for the head's start";
cmp_ok $at[1], '>', 0.7 * $pages, "... $at[1] for its end";
cmp_ok $at[2], '>', 0.4 * $pages, "... $at[2] for the body's, though many are cut short";
my ($late) = $lines[0] =~ /(\d+) of these before a later end/;
cmp_ok $late, '<', 0.02 * $at[2], "... of which $late wait longer than a parser would";

SKIP: {
    skip '../shared/html5lib-tests is not here', 1 unless $cases;
    cmp_ok $cases, '>', 1_500, "$cases of html5lib's cases";
}
SKIP: {
    skip '../shared/pages is not here', 1 unless $saved;
    cmp_ok $saved, '>', 50, "$saved saved pages";
}
done_testing;
