# What a page costs does not depend on how many rows a site has of its own: instructions counted by callgrind with 10, 1,000 and 10,000
# rows of each kind, for a page that holds what one of them describes and one that does not.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::Cost;
use Test::More;
use Test::Httpd;

plan skip_all => 'valgrind is not installed (make deps-all)' unless `valgrind --version 2>/dev/null`;

my $program = "$Test::Httpd::OUT/build/t/rows";
my $dir = tempdir(CLEANUP => 1);
my @kinds = split /\n/, `valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file=$dir/out $program 2>$dir/log`;

my $status = $?;

plan skip_all => substr $kinds[0], 5 if $kinds[0] =~ /^SKIP /;

is $status, 0, 'all rows compile';
my $dump = 0;

sub instructions { return Test::Cost::dumped("$dir/out", ++$dump) }

# Three dumps for each number of rows: compiling, a hit, a miss.
my ($most_built, $most_bytes) = (0, 0);
for (@kinds) {
    my ($kind, @told) = split /\t/;
    my @counts = map { [ map { instructions() } 1 .. 3 ] } @told;
    my ($few, @more) = @counts;
    my ($few_bytes, @bytes) = map { (split / /)[0] } @told;

    for my $which ([ 'a hit', 1 ], [ 'a miss', 2 ]) {
        my ($name, $i) = @$which;
        my @factor = map { $_->[$i] / $few->[$i] } @more;
        ok !(grep { $_ > 3 } @factor), sprintf '%s, %s: %d instructions with 10 rows, %.2f and %.2f times that with 1,000 and 10,000',
            $kind, $name, $few->[$i] / 20, @factor;
    }
    my ($hits) = grep { !/^\d+ 20 \d+$/ } @told;
    is $hits, undef, '... and all hits are found' or diag $hits;
    my $built = ($more[1][0] - $few->[0]) / 9990;
    my $bytes = ($bytes[1] - $few_bytes) / 9990;
    $most_built = $built if $built > $most_built;
    $most_bytes = $bytes if $bytes > $most_bytes;
}
is scalar(@kinds), 31, 'kinds of rows: ' . @kinds;
cmp_ok $most_built, '<', 100_000, sprintf 'compiling 10,000 rows takes at most %d instructions a row', $most_built;
cmp_ok $most_bytes, '<', 2048, sprintf '... and %d bytes', $most_bytes;
done_testing;
