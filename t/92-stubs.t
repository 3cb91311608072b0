# The catalogue's stubs, run by Node: the calls that sites make by the vendors' documentation find what they need.
use strict;
use warnings;
use Test::More;
use File::Temp 'tempdir';

plan skip_all => 'node is not installed' if !`node --version 2>/dev/null`;

my $dir = tempdir(CLEANUP => 1);
my $cc = $ENV{CC} || 'cc';
system($cc, '-std=c99', '-I.', '-o', "$dir/vendors", 't/c/test_vendors.c', 'engine/catalogue/xp_vendors.c') == 0
    or BAIL_OUT("$cc cannot build the catalogue");

my $out = `$dir/vendors stubs | node t/js/stubs.mjs`;
my $status = $?;
my @lines = split /\n/, $out;
my @bad = grep { /^not ok/ } @lines;
my ($planned) = $out =~ /^1\.\.(\d+)$/m;

cmp_ok(scalar(grep { /^ok/ } @lines), '>', 1000, 'more than a thousand checks passed');
is(scalar(grep { /^(?:not )?ok/ } @lines), $planned, 'all that were planned ran');
is_deeply(\@bad, [], 'none failed');
is($status, 0, 'Node ended well');
done_testing();
