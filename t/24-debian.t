# What is packaged for Debian is what VERSION says, or nothing is.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::More;
use Test::Httpd;

chdir $Test::Httpd::ROOT or die "$!\n";

sub slurp {
    my ($name) = @_;
    open my $in, '<', $name or die "$name: $!\n";
    local $/;
    return scalar <$in>;
}

chomp(my $version = slurp('VERSION'));
my ($packaged) = slurp('packaging/debian/changelog') =~ /\A\S+ \((\S+)\) /;
like $packaged, qr/^\Q$version\E-\d+$/, 'debian/changelog has VERSION as its own';

SKIP: {
    skip 'debhelper is not installed (make deps-all)', 2 unless `sh -c 'command -v dh'`;
    skip 'this is no git checkout', 2 unless `git ls-files VERSION 2>/dev/null`;
    my $clone = tempdir(CLEANUP => 1);
    system "git clone -q . '$clone/xp' && echo 99.0 >'$clone/xp/VERSION' && "
        . "git -C '$clone/xp' -c user.name=test -c user.email=test\@localhost commit -q -a -m test" and die "no clone\n";
    my $said = `sh '$clone/xp/packaging/deb.sh' 2>&1`;
    isnt $?, 0, 'another version is not packaged';
    like $said, qr/VERSION says 99\.0, debian\/changelog \Q$packaged\E$/m, 'and it is said why';
}

done_testing;
