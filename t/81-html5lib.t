# Pages made of html5lib's parser tests, with an analytics script spliced in wherever a tag begins or ends: what is removed
# must be what parse5 sees as that script, and of what is not as expected the cause must be known. `make eval` shows the figures.
use strict;
use warnings;
use Test::More;
use Test::Shared;

Test::Shared::needs(qw(html5lib-tests tools/html5lib_eval.mjs));

# With a charset, for without one what waits for its declaration stays where a page is given up on.
my ($httpd, $folder) = Test::Shared::server("AddDefaultCharset utf-8\n");
Test::Shared::run('html5lib_eval.mjs', '--prepare', $folder);
my $misses = Test::Shared::results('html5lib-failures.json');
my $report = Test::Shared::run('html5lib_eval.mjs', $httpd->url, '--dir', $folder, '--out', $misses);

diag $report;

my ($hard) = $report =~ /^HARD failures[^:]*: (\d+)/m;
is $hard, 0, 'on no page anything else is altered';

my ($passed) = $report =~ m{^PASS \d+/\d+ = ([\d.]+)%}m;
cmp_ok $passed, '>=', 99, 'percent passed';

my @causes = `node '$Test::Httpd::ROOT/t/js/html5lib_causes.mjs' '$misses'`;
is $?, 0, 'what is missed is missed for a known cause';
diag join '', @causes;

# Of all pages, those that the rule takes for no documents, be there something to remove or not.
my @explained = `find '$folder/h5' -name '*.html' -print0 | xargs -0 '$Test::Httpd::OUT/xpurpose-explain'`;
my $not_html = grep { /; not-html: / } @explained;
diag "$not_html pages begin as data or a script does, and pass";
cmp_ok $not_html, '<', 0.001 * grep({ /: \d+ removed/ } @explained), 'hardly a page is taken for no document';

$httpd->stop;

# The cases again, with what stays and is told of the gate: each whole, with each way of gating.
my @gated = `node '$Test::Httpd::ROOT/t/js/differential.mjs' --count 17000 --html5lib '$Test::Shared::SHARED/html5lib-tests/tree-construction'`;
is $?, 0, 'where scripts and elements with handlers stay, nothing but what is put in differs' or diag @gated;
my ($cases) = "@gated" =~ /\((\d+) real ones/;
cmp_ok 3 * ($cases // 0), '>', 15_000, 'pages with a place for the gate: ' . 3 * ($cases // 0);
my ($put) = "@gated" =~ /(\d+) scripts gated/;
cmp_ok $put // 0, '>', 2_500, '... and with scripts that were gated';
done_testing;
