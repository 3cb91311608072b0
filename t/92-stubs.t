# The catalogue's stubs, run by Node: the calls that sites make by the vendors' documentation find what they need. And what vendors' files
# make, which a stub makes, too.
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

# What files make, against what stubs define, and against some of the files.
system("$dir/vendors stubs >$dir/stubs && $dir/vendors makes >$dir/makes") == 0 or BAIL_OUT('the catalogue cannot be printed');
my $modules = $ENV{XP_NODE_MODULES} || 'build/node_modules';
my $real = -d "$modules/posthog-js" ? $modules : '';
$out = `node t/js/makes.mjs '$dir/stubs' '$dir/makes' $real`;
$status = $?;
@lines = grep { /^(?:not )?ok/ } split /\n/, $out;
($planned) = $out =~ /^1\.\.(\d+)$/m;
is(scalar @lines, $planned, 'all about what files make ran');
is_deeply([grep { /^not/ } @lines], [], '... and none failed');
is($status, 0, '... and Node ended well');
SKIP: {
    skip "$modules is not here (make deps-all)", 1 if !$real;
    is(scalar(grep { /: its file makes/ } @lines), 7, 'the files of seven vendors say the same');
}
done_testing();
