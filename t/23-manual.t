# The manual page of xpurpose-explain says what the program says of itself, and is laid out as such pages are.
use strict;
use warnings;
use Test::More;
use Test::File;
use Test::Httpd;

my $PAGE = "$Test::Httpd::ROOT/packaging/xpurpose-explain.1";
my $EXPLAIN = "$Test::Httpd::OUT/xpurpose-explain";

my $source = slurp($PAGE);
my $usage = `'$EXPLAIN' --help`;

sub set { my %seen = map { $_ => 1 } @_; return [sort keys %seen] }

# .It Fl \-\-list Ns Cm =conf is --list=conf. --help is not among the options that it prints.
my @described = map { s/\\-/-/gr =~ s/^Fl /-/r =~ s/ Ns Cm //r =~ s/ Ar \w+$//r } $source =~ /^\.It (Fl .*)$/mg;
my @printed = ('--help', $usage =~ /^  (--[a-z=-]+)/mg);
cmp_ok scalar @printed, '>', 10, '--help prints the options';
is_deeply set(@described), set(@printed), 'the manual page describes all of them, and no others';
like $source =~ s/\\-/-/gr, qr/^\.Fl \Q@{[s{^-}{}r]}\E$/m, "and $_, an old name" for $usage =~ /also (--[a-z-]+)/g;
is_deeply [$source =~ /^\.It (\d)$/mg], [$usage =~ /(?:^Exit status: |, )(\d) /mg], 'and each exit status';

for my $example ($source =~ /^(xpurpose-explain .*)$/mg) {
    my @options = $example =~ /(--[a-z-]+)/g;
    is_deeply [grep { my $o = $_; !grep { $_ eq $o } @printed } @options], [], "options of '$example'";
}

SKIP: {
    skip 'mandoc is not installed (make deps-all)', 1 unless `sh -c 'command -v mandoc'`;
    # What other manuals are here is this machine's affair.
    is join('', grep { !/referenced manual not found|mandoc\.db/ } `mandoc -Tlint '$PAGE' 2>&1`), '', 'mandoc finds nothing wrong';
}
SKIP: {
    skip 'man is not installed (make deps-all)', 2 unless `sh -c 'command -v man'`;
    my $text = `LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -P cat -l '$PAGE' 2>&1`;
    unlike $text, qr/warning/, 'groff finds nothing wrong';
    like $text, qr/--strip.*Exit|--strip.*EXIT STATUS/s, 'and prints the page';
}

done_testing;
