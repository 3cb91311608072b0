# I5: on every input, hostile ones included, the engine's work grows with the page and no faster: instructions counted by callgrind on
# pages of 8, 16, 32 and 64 KiB in one piece, and of 8 KiB byte by byte; and on two of many megabytes. A byte of any of them has a limit,
# which is ten instructions more than that of nothing but tags; those that cannot be that cheap have a limit of their own, close to what
# they take, and a reason.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::Cost;
use Test::More;
use Test::Httpd;

plan skip_all => 'valgrind is not installed (make deps-all)' unless `valgrind --version 2>/dev/null`;

my $program = "$Test::Httpd::OUT/build/t/linear";
my $dir = tempdir(CLEANUP => 1);
my @shapes = split /\n/, `valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file=$dir/out $program 2>$dir/log`;

plan skip_all => substr $shapes[0], 5 if $shapes[0] =~ /^SKIP /;

my $TAGS = 75; # a byte of "<p><p>", where a frameset may still come: each tag is looked up, and passed over

my %LIMIT = (
    # Each tag goes to the tree, for foreign content ends at some of them, and has three to eight bytes.
    'foreign ends' => 105,
    'foreign ends that match nothing' => 105,
    'foreign ends that match within HTML' => 105,
    'foreign ends that match at the deepest' => 190,
    'breaking out' => 175,
    'selects' => 100,

    # Nothing but whole elements to be judged.
    'scripts' => 150,
    'noscripts' => 90,
    'a noscript of pixels' => 95,
    'data scripts within amp' => 140,

    # The same, and all that is put in before them and into their tags.
    'mixed scripts' => 175,
    'mixed scripts of vendors' => 165,
    'mixed scripts of many vendors' => 135,
    "the whole catalogue's gate: mixed scripts behind it" => 175,
    'marks that are not ours' => 120,
    'marked scripts' => 130,
    'nonces' => 130,
    'handlers' => 175,
    'blocks that are none' => 150,

    # Nothing but what waits or is told: of each the tag is read once more, and each script's words for what may not be there yet.
    'held: scripts' => 160,
    "held: scripts of nobody's" => 105,
    'held: scripts of types' => 155,
    'held: pictures' => 210,
    'held: mixed scripts' => 230,
    'held: calls' => 365,

    # Each byte may be what tells a script from text.
    'text of keywords' => 165,

    # Nothing but URLs of one byte, each of which is parsed and looked up.
    'sources' => 140,

    # Nothing but vendors' literals, whole or all but a letter; and a JavaScript token in each byte.
    'a script of hosts' => 115,
    'a script of almost hosts' => 130,
    'a script of literals' => 100,
    'a script of almost escapes' => 175,
);

# Five dumps to a shape and two to a big page.
my $dump = 0;

sub instructions { return Test::Cost::dumped("$dir/out", ++$dump) }

my ($most_alone, %each) = (0);
for my $shape (grep { !/\t/ } @shapes) {
    my @count = map { instructions() } 1 .. 4;
    my $alone = instructions() / 8192;
    my @factor = map { $count[$_] / $count[$_ - 1] } 1 .. 3;

    $each{$shape} = $count[3] / 65536;
    $most_alone = $alone if $alone > $most_alone;
    ok !(grep { $_ > 2.1 } @factor), sprintf '%s: %s times the work for twice the page, %.1f instructions a byte (%.0f by itself)',
        $shape, join(', ', map { sprintf '%.2f', $_ } @factor), $each{$shape}, $alone
        or diag "@count";
}
cmp_ok $each{tags}, '<', $TAGS, sprintf 'a byte of tags takes %.1f instructions', $each{tags};
for my $shape (sort grep { $_ ne 'tags' } keys %each) {
    cmp_ok $each{$shape}, '<', $LIMIT{$shape} || $TAGS + 10, "$shape: the limit for a byte";
}
is_deeply [ grep { !exists $each{$_} } keys %LIMIT ], [], 'each exception is a shape';
cmp_ok $most_alone, '<', 1350, sprintf '... and as a piece of its own %.0f at most', $most_alone;
cmp_ok scalar(keys %each), '>=', 60, 'shapes: ' . keys %each;

my %UNITS = ('700,000 edits' => [700_000, 170], '200,000 scripts' => [200_000, 160],
    '100,000 mixed scripts' => [100_001, 175]);    # nothing but what is judged and goes
for (grep { /\t/ } @shapes) {
    my ($page, $few, $bytes, $edits) = /^(.+)\t(\d+) (\d+) (\d+)$/ or die "$_?\n";
    my ($small, $big) = map { instructions() } 1, 2;

    is $edits, $UNITS{$page}[0], "$page are made";
    cmp_ok $big / $bytes, '<', $UNITS{$page}[1], "... the limit for a byte";
    cmp_ok $big / $bytes, '<', 1.05 * $small / $few, sprintf '... at %.1f instructions a byte, with a hundredth of the page at %.1f',
        $big / $bytes, $small / $few;
}
is $dump, 5 * keys(%each) + 2 * keys %UNITS, 'all dumps are read';
done_testing;
