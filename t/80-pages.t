# Saved pages of the web, through a real httpd: what is found, what is taken by mistake, and whether anything else changes,
# as an evaluator on an independent parser counts it. `make eval` shows the figures.
use strict;
use warnings;
use Test::More;
use Test::Shared;

Test::Shared::needs(qw(pages/labels.json pages/pages tools/eval.mjs));

my $pages = "$Test::Shared::SHARED/pages";
my ($httpd, $folder) = Test::Shared::server();
system 'cp', '-r', "$pages/pages/.", $folder;
my $out = Test::Shared::results('pages-failures.json');
my $report = Test::Shared::run('eval.mjs', $httpd->url, '--labels', "$pages/labels.json",
    '--root', "$pages/pages", '--jobs', 2, '--out', $out);

diag $report;

my ($errors, $identical) = $report =~ /errors (\d+).*identical to file: ([\d.]+)%/;
is $errors, 0, 'every page is answered';
is $identical, '100.00', 'without the header each is the file, byte for byte';

# A script that stays and is gated counts as gone.
my ($recall) = $report =~ /EFFECTIVE RECALL ([\d.]+)%/;
cmp_ok $recall, '>=', 97, 'effective recall';

my ($mixed) = $report =~ /MIXED.*removed whole (\d+)/;
is $mixed, 0, 'no script that does other work is removed whole';

# Of what is removed only; a script that is gated does its work.
my ($removed) = $report =~ /^\s*removed: (.*?)   /m;
my %removed = map { /^(\S+) (\d+)$/ ? ($1, $2) : () } grep { !/^defused/ } split /, /, $removed // '';
my $all = 0;
$all += $_ for values %removed;
cmp_ok $all, '>', 300, 'elements are removed';
cmp_ok 100 * ($removed{unlabelled} // 0), '<=', 0.5 * $all, 'precision of the removals';

my ($exact, $broken) = $report =~ /DOM FIDELITY\s+exact ([\d.]+)%.*broken (\d+)/;
is "$exact% $broken", '100.00% 0', 'not one other node is changed';

$httpd->stop;
done_testing;
