# html5lib's tokenizer cases against the engine's tokenizer.
use strict;
use warnings;
use Test::More;
use Test::Shared;

Test::Shared::needs('html5lib-tests/tokenizer');

chdir $Test::Httpd::ROOT or die "$!\n";
open my $out, '-|', 'node', 't/js/html5lib_tokenizer.mjs', "$Test::Shared::SHARED/html5lib-tests/tokenizer" or die "node: $!\n";
my @lines = <$out>;
my $ended = close $out;

note $lines[0];
ok $ended, 'every case gives the tags and comments that it should' or diag @lines;
my ($runs) = $lines[0] =~ /^(\d+) runs/;
cmp_ok $runs, '>', 15000, 'thousands of cases were run';
done_testing;
