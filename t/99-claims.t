# What README claims is shown somewhere: docs/claims.md says where, claim by claim. That what is named there shows it is for its reader to see;
# here it is that README still says so, that the test still has these words, and that no promise, limit or cost is without.
use strict;
use warnings;
use Test::File;
use Test::Httpd;
use Test::More;

chdir $Test::Httpd::ROOT or die "$!\n";

# In one line, without what begins the next line of a comment.
sub joined { return $_[0] =~ s/\n# (?=\w)/ /gr =~ s/\s+/ /gr }

my $readme = slurp('README');
my $makefile = slurp('Makefile');
my @rows = map { [/^\| (.+?) \| (.+) \|$/] } grep { /^\| (?!README |---)/ } split /\n/, slurp('docs/claims.md') =~ s/^\|---.*\n//gmr;

# What is missing of what a row names as shown by: "`file`: words; `make target`".
sub missing {
    my ($shown) = @_;
    my @bad;
    for my $one (split /; (?=`)/, $shown) {
        if ($one =~ /^`make ([a-z-]+)`$/) {
            push @bad, $one unless $makefile =~ /^\Q$1\E:/m;
        } elsif ($one =~ /^`([^`]+)`: (.+)$/) {
            push @bad, $one unless -f $1 && index(joined(slurp($1)), $2) >= 0;
        } else {
            push @bad, "what is this: $one";
        }
    }
    return @bad;
}

cmp_ok scalar @rows, '>', 50, 'docs/claims.md has ' . @rows . ' rows';
is_deeply [grep { index(joined($readme), $_) < 0 } map { $_->[0] } @rows], [], 'README says what stands on the left';
my @missing = map { missing($_->[1]) } @rows;
is_deeply \@missing, [], 'what stands on the right is there' or diag join "\n", @missing;

my @points = map { joined($_) } $readme =~ /^ +(?:\*|\d\.) (.*\n(?: {4,}\S.*\n)*)/mg;
my ($last) = grep { $points[$_] =~ /^xpurpose-explain --version/ } 0 .. $#points;    # from here on it is what a report of a bug is made of
cmp_ok $last, '>', 15, 'README has promises, limits and costs';
for my $point (@points[0 .. $last - 1]) {
    ok scalar(grep { index($point, $_->[0]) >= 0 } @rows), 'shown: ' . substr $point, 0, 60;
}

done_testing;
