# What is packaged for Debian is the release that VERSION names, or nothing is, and its copyright is up to date.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::File;
use Test::Httpd;
use Test::More;

chdir $Test::Httpd::ROOT or die "$!\n";
plan skip_all => 'debhelper is not installed (make deps-all)' unless `sh -c 'command -v dh'`;
plan skip_all => 'this is no git checkout' unless `git ls-files VERSION 2>/dev/null`;

# The years of the copyright reach to the latest entry of the changelog.
my ($year) = slurp('packaging/debian/changelog') =~ /^ -- .*, \d+ \w+ (\d{4}) /m;
my ($until) = slurp('packaging/debian/copyright') =~ /^Copyright: (?:\d{4}-)?(\d{4}) /m;
is $until, $year, 'the copyright is of the year of the latest change';

my $clone = tempdir(CLEANUP => 1) . '/xp';
system "git clone -q . '$clone' && echo 99.0 >'$clone/VERSION' && "
    . "git -C '$clone' -c user.name=test -c user.email=test\@localhost commit -q -a -m test" and die "no clone\n";
my $said = `sh '$clone/packaging/deb.sh' 2>&1`;
isnt $?, 0, 'another number than the package has is not packaged';
like $said, qr/VERSION says 99\.0, debian\/changelog \d+\.\d+\.\d+-\d+$/m, 'and it is said why';
is_deeply [glob "$clone/build/deb/*.deb"], [], '... before anything is built';

done_testing;
