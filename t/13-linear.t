# I5: on every input, hostile ones included, the engine's work grows with the page and no faster: instructions counted by callgrind on
# pages of 8, 16, 32 and 64 KiB in one piece, and of 8 KiB byte by byte.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::More;
use Test::Httpd;

plan skip_all => 'valgrind is not installed (make deps-all)' unless `valgrind --version 2>/dev/null`;

my $program = "$Test::Httpd::OUT/build/t/linear";
my $dir = tempdir(CLEANUP => 1);
my @shapes = split /\n/, `valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file=$dir/out $program 2>$dir/log`;

plan skip_all => substr $shapes[0], 5 if $shapes[0] =~ /^SKIP /;

# The dumps are numbered from one, five to a shape; the last line of each has its total.
my @counts;
for my $n (1 .. 5 * @shapes) {
    open my $in, '<', "$dir/out.$n" or die "out.$n: $!\n";
    local $/;
    push @counts, <$in> =~ /^(?:totals|summary): (\d+)/m ? $1 : die "out.$n has no total\n";
}

my ($most, $most_alone) = (0, 0);
for my $shape (@shapes) {
    my @count = splice @counts, 0, 4;
    my $alone = shift(@counts) / 8192;
    my @factor = map { $count[$_] / $count[$_ - 1] } 1 .. 3;
    my $each = $count[3] / 65536;

    $most = $each if $each > $most;
    $most_alone = $alone if $alone > $most_alone;
    ok !(grep { $_ > 2.1 } @factor), sprintf '%s: %s times the work for twice the page, %.1f instructions a byte (%.0f by itself)',
        $shape, join(', ', map { sprintf '%.2f', $_ } @factor), $each, $alone
        or diag "@count";
}
cmp_ok scalar(@shapes), '>=', 12, 'shapes: ' . @shapes;
cmp_ok $most, '<', 1000, sprintf 'the most expensive byte takes %.0f instructions', $most;
cmp_ok $most_alone, '<', 2000, sprintf '... and as a piece of its own %.0f', $most_alone;
done_testing;
