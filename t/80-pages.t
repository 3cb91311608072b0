# Saved pages of the web, through a real httpd: what is found, what is taken by mistake, and whether anything else changes,
# as an evaluator on an independent parser counts it. `make eval` shows the figures.
use strict;
use warnings;
use JSON::PP ();
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
cmp_ok $recall, '>=', 98, 'effective recall';

my ($mixed) = $report =~ /MIXED.*removed whole (\d+)/;
is $mixed, 0, 'no script that does other work is removed whole';

# What is taken that no label calls analytics has been looked at by hand: these do count visits or visitors.
my %COUNTS = (
    'd03.html' => qr/_ain = \{/,                 # Content Insights
    'd04.html' => qr/iMAWebCookie/,              # Acoustic Campaign
    'd18.html' => qr/_ss\.push/,                 # SharpSpring
    'd24.html' => qr/clientDT/,                  # Tribune's logger, gated
    'd27.html' => qr/jQuery\.ajax/,              # the same at another paper's, gated
    'd56.html' => qr/ghost-stats/,               # Ghost
);
my @wrong;
for my $page (@{ JSON::PP::decode_json(do { open my $in, '<', $out or die "$out: $!\n"; local $/; <$in> })->{pages} }) {
    push @wrong, map "$page->{file} at $_->{at}: $_->{kind}",
        grep $_->{kind} =~ /^(?:removed|defused)-/ && !($COUNTS{ $page->{file} } && $_->{detail} =~ $COUNTS{ $page->{file} }),
        @{ $page->{fails} };
}
my ($removed) = $report =~ /^\s*removed: (.*?)   /m;
my %removed = map { /^(\S+) (\d+)$/ ? ($1, $2) : () } split /, /, $removed // '';
cmp_ok $removed{analytics} // 0, '>', 300, 'elements are removed';
is_deeply \@wrong, [], 'nothing else is taken';

my ($exact, $broken) = $report =~ /DOM FIDELITY\s+exact ([\d.]+)%.*broken (\d+)/;
is "$exact% $broken", '100.00% 0', 'not one other node is changed';

$httpd->stop;
done_testing;
