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

# What is missing stands in scripts that do other work as well, which stay: 93.5 % are gone.
my ($recall) = $report =~ /EFFECTIVE RECALL ([\d.]+)%/;
cmp_ok $recall, '>=', 93, 'effective recall';

my ($mixed) = $report =~ /MIXED.*removed whole (\d+)/;
is $mixed, 0, 'no script that does other work is removed whole';

my ($precision) = $report =~ /PRECISION\s+strict ([\d.]+)%/;
cmp_ok $precision // 0, '>=', 99.5, 'precision of the removals';

my ($exact, $broken) = $report =~ /DOM FIDELITY\s+exact ([\d.]+)%.*broken (\d+)/;
is "$exact% $broken", '100.00% 0', 'not one other node is changed';

$httpd->stop;
done_testing;
