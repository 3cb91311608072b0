# The source tarball: named after the version, of what is committed and of nothing else, the same bytes whoever makes it; that of a
# release says where it comes from; and debian/watch finds the newest of those that are published.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::File;
use Test::Httpd;
use Test::More;

chdir $Test::Httpd::ROOT or die "$!\n";
plan skip_all => 'this is no git checkout' unless `git ls-files VERSION 2>/dev/null`;
delete @ENV{qw(MAKEFLAGS MFLAGS)};

chomp(my $version = `git show HEAD:VERSION`);
my $clone = tempdir(CLEANUP => 1) . '/xp';
my $git = "git -C '$clone' -c user.name=test -c user.email=test\@localhost";
is system("git clone -q --no-tags . '$clone'"), 0, 'a clone';

# The tarball's name and bytes, or what was said instead.
sub dist {
    my $said = `make -s -C '$clone' dist 2>&1`;
    return $? ? ('', $said) : map { chomp; ($_, slurp("$clone/$_")) } $said;
}

my ($name, $bytes) = dist();
is $name, "build/dist/mod_xpurpose-$version.tar.gz", 'make dist makes a tarball with the version in its name';
is_deeply [sort map { s{^\Qmod_xpurpose-$version\E/}{}r } grep { !m{/$} } split /\n/, `tar -tzf '$clone/$name'`],
    [sort split /\n/, `$git ls-files`], '... of all files that are committed, below a folder of its name';
is join('', grep { !/^[-d]rw[-x]r-[-x]r-[-x] root\/root / } `tar -tvzf '$clone/$name'`), '', '... which are root\'s, and for all to read';
{
    my $umask = umask 077;
    local $ENV{TZ} = 'Asia/Tokyo';
    spurt("$clone/VERSION", "99.0.0\n");
    spurt("$clone/left-over", 'x');
    my ($again, $same) = dist();
    umask $umask;
    is $again, $name, 'what is not committed does not count';
    ok $same eq $bytes, '... and with another umask and in another time zone the bytes are the same';
}

# ---- A release ----

is system("$git checkout -q VERSION && $git tag -a v$version -m test"), 0, 'the tag of a release';
my $held = `$git grep -lE '//xpurpose\\.invalid' -- packaging/debian packaging/mod_xpurpose.spec`;
SKIP: {
    skip 'the packages say where they come from', 2 unless $held;
    my ($made, $why) = dist();
    is $made, '', 'it is not made while the packages name places that are none';
    like $made ? 'it was' : $why, qr{control:\d+:Homepage: https://xpurpose\.invalid/\n.*a release says where it comes from}s, '... and it is said where';
}
is system("cd '$clone' && sed -i 's/xpurpose\\.invalid/xpurpose.example.org/' packaging/debian/control packaging/debian/watch "
    . "packaging/debian/copyright packaging/mod_xpurpose.spec && { git diff --quiet || $git commit -q -a -m places; } && $git tag -f v$version"
    . ' -m test >/dev/null'), 0, 'once they name others';
is +(dist())[0], $name, '... it is';

# ---- debian/watch ----

SKIP: {
    skip 'uscan is not installed (make deps-all)', 3 unless `sh -c 'command -v uscan'`;
    my $site = Test::Httpd->new(xpurpose => 0, modules => ['autoindex'], conf => "<Directory %DOCS%>\n    Options +Indexes\n</Directory>\n")->start;
    $site->doc("releases/$_", 'x') for map({ "mod_xpurpose-$_.tar.gz" } qw(1.2.0 1.10.0 1.9.3)), 'mod_xpurpose-1.10.0.tar.gz.asc', 'mod_other-9.0.tar.gz';
    my $watch = spurt($site->dir . '/watch', slurp('packaging/debian/watch') =~ s{https://[^/]+/}{$site->url}er);
    my $find = sub {
        local @ENV{qw(no_proxy NO_PROXY)} = ('127.0.0.1') x 2;
        return `uscan --no-conf --no-download --dehs --watchfile '$watch' --package libapache2-mod-xpurpose --upstream-version $_[0] 2>/dev/null`;
    };
    my $found = $find->('1.9.3');
    like $found, qr{<upstream-version>1\.10\.0</upstream-version>}, 'uscan finds the newest, by number and not by letter';
    like $found, qr{<status>newer package available</status>}, '... and that it is newer';
    like $find->('1.10.0'), qr{<status>up to date</status>}, '... or that there is no newer one';
    $site->stop;
}

done_testing;
