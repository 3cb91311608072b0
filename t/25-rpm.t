# The RPMs: built from what is committed, looked over, installed into a root of their own, upgraded and removed, and in between the
# httpd of this machine serves with what they brought.
use strict;
use warnings;
use File::Path 'make_path';
use File::Temp 'tempdir';
use Test::File;
use Test::Httpd;
use Test::More;
use Test::Preview;

for my $tool (qw(rpmbuild rpmlint checkmodule semodule_package bzip2)) {
    plan skip_all => "$tool is not installed (make deps-all)" unless `sh -c 'command -v $tool'`;
}
plan skip_all => 'this is no git checkout' unless -e "$Test::Httpd::ROOT/.git";

delete @ENV{qw(MAKEFLAGS MFLAGS XP_OUT XP_WRAP SOURCE_DATE_EPOCH)};
my $dir = Test::Httpd::folder();
END { local $?; system 'rm', '-rf', $dir if $dir }
$ENV{HOME} = $dir; # rpm's, which may keep a database there

# The last of what a command says, if it succeeds.
sub said {
    my ($command) = @_;
    my $output = `$command 2>&1`;
    return $output if $? == 0;
    diag "$command\n", map { "$_\n" } (split /\n/, $output)[-20 .. -1];
    die "failed: $command\n";
}

sub clone {
    my ($name) = @_;
    said("git clone -q --no-hardlinks '$Test::Httpd::ROOT' $dir/$name");
    return "$dir/$name";
}

# The RPMs of a clone: source, noarch and the module's own.
sub rpms { return sort glob "$_[0]/build/rpm/SRPMS/*.rpm $_[0]/build/rpm/RPMS/*/*.rpm" }

# ---- Building -------------------------------------------------------------------------------------------------------

chomp(my $version = slurp("$Test::Httpd::ROOT/VERSION"));
my $ours = clone('ours');
my $log = said("sh $ours/packaging/rpm.sh");
my ($selinux, $module, $source) = rpms($ours);

is_deeply [map { said("rpm -qp --qf '%{NAME}-%{VERSION}' $_") } rpms($ours)], [map { "mod_xpurpose$_-$version" } '-selinux', '', ''],
    'one package of sources and two others, of the version that VERSION says';
like $log, qr/^All tests successful/m, '%check ran';
unlike $log, qr/warning:/, 'nothing warned';
like `rpmlint -c $ours/packaging/rpmlint.toml @{[rpms($ours)]} 2>&1`, qr/^ *3 packages .*\b0 errors, 0 warnings/m,
    'rpmlint has no complaints';

{
    my $other = clone('other');
    my $umask = umask 077;
    # Fedora's apxs for packagers is not in PATH, and is called otherwise.
    local @ENV{qw(TZ LC_ALL APXS)} = ('Asia/Tokyo', 'C', spurt("$dir/vendor-apxs", "#!/bin/sh\nexec apxs \"\$@\"\n", 0755));
    said("sh $other/packaging/rpm.sh --without check");
    umask $umask;
    my $tags = '%{PAYLOADDIGEST} %{BUILDTIME} %{BUILDHOST} %{OPTFLAGS}\n';
    my @alike = map { said("rpm -qp --qf '$tags' --dump $_") } rpms($ours), rpms($other);
    is_deeply [@alike[3 .. 5]], [@alike[0 .. 2]], 'in another folder, at another time, with another umask and language the same is built';
    said("rm -rf $other");
}

# ---- What is in them ------------------------------------------------------------------------------------------------

# Flags (c: configuration, n: not replaced, d: documentation, g: a ghost, l: a license), mode, owner and name.
sub files {
    my ($rpm) = @_;
    my $each = '[%{FILEFLAGS:fflags} %{FILEMODES:perms} %{FILEUSERNAME}:%{FILEGROUPNAME} %{FILENAMES}\n]';
    return grep { !/\/\.build-id\b/ } split /\n/, said("rpm -qp --qf '$each' $rpm");
}
chomp(my $libdir = `rpm --eval %_libdir`);

is_deeply [files($module)], [
    'cn -rw-r--r-- root:root /etc/httpd/conf.d/xpurpose.conf',
    'cn -rw-r--r-- root:root /etc/httpd/conf.modules.d/10-xpurpose.conf',
    ' -rwxr-xr-x root:root /usr/bin/xpurpose-explain',
    " -rwxr-xr-x root:root $libdir/httpd/modules/mod_xpurpose.so",
    ' drwxr-xr-x root:root /usr/share/doc/mod_xpurpose',
    'd -rw-r--r-- root:root /usr/share/doc/mod_xpurpose/README',
    ' drwxr-xr-x root:root /usr/share/doc/mod_xpurpose/docs',
    map({ "d -rw-r--r-- root:root /usr/share/doc/mod_xpurpose/$_" } split /\n/, said("git -C $ours ls-files docs")),
    ' drwxr-xr-x root:root /usr/share/licenses/mod_xpurpose',
    'l -rw-r--r-- root:root /usr/share/licenses/mod_xpurpose/LICENSE',
    'd -rw-r--r-- root:root /usr/share/man/man1/xpurpose-explain.1.gz',
    ' drwxr-xr-x root:root /usr/share/mod_xpurpose',
    map({ ' -rw-r--r-- root:root ' . s{^conf/prometheus}{/usr/share/mod_xpurpose}r } split /\n/, said("git -C $ours ls-files conf/prometheus")),
], 'the files of mod_xpurpose';
is_deeply [files($selinux)], [
    ' drwxr-xr-x root:root /usr/share/doc/mod_xpurpose-selinux',
    ' drwxr-xr-x root:root /usr/share/doc/mod_xpurpose-selinux/example',
    map({ "d -rw-r--r-- root:root /usr/share/doc/mod_xpurpose-selinux/$_" }
        map({ s{.*/}{example/}r } split /\n/, said("git -C $ours ls-files packaging/selinux/example")), 'selinux.md'),
    ' drwxr-xr-x root:root /usr/share/licenses/mod_xpurpose-selinux',
    'l -rw-r--r-- root:root /usr/share/licenses/mod_xpurpose-selinux/LICENSE',
    ' -rw-r--r-- root:root /usr/share/selinux/devel/include/distributed/xpurpose.if',
    ' -rw-r--r-- root:root /usr/share/selinux/packages/targeted/xpurpose.pp.bz2',
    'g ---------- root:root /var/lib/selinux/targeted/active/modules/200/xpurpose',
], 'the files of mod_xpurpose-selinux';

my $needs = said("rpm -qp --requires $module");
like $needs, qr/^httpd-mmn = \d{8}x\w+$/m, 'the module wants an httpd of the interface it was built for';
like $needs, qr/^\(mod_xpurpose-selinux = \S+ if selinux-policy-targeted\)$/m, '... and the policy module where the policy is';

# ---- A root of their own --------------------------------------------------------------------------------------------

SKIP: {
    skip 'only root can have a root', 1 if $> != 0;

    my $root = "$dir/root";
    my $rpm = "rpm --root $root --dbpath /var/lib/rpm --nodeps";
    my $conf = "$root/etc/httpd/conf.d/xpurpose.conf";

    # What scriptlets find: a shell, and a semodule that writes down what it is asked, and whether the file was there.
    make_path("$root/bin", "$root/usr/sbin", "$root/etc/selinux");
    for my $file ('/bin/sh', `ldd /bin/sh` =~ m{(/\S+)}g) {
        make_path("$root/$file" =~ s{/[^/]*$}{}r);
        said("cp -L $file $root/$file");
    }
    spurt("$root/usr/sbin/semodule", <<'SH', 0755);
#!/bin/sh
for last; do :; done
[ ! -s "$last" ] || last="$last is there"
echo "$*: $last" >>/asked
SH
    spurt("$root/usr/sbin/selinuxenabled", "#!/bin/sh\nexit 1\n", 0755);
    spurt("$root/etc/selinux/config", "SELINUXTYPE=targeted\n");
    my $asked = sub { my @lines = split /\n/, slurp("$root/asked"); unlink "$root/asked"; return @lines };
    my $pp = '/usr/share/selinux/packages/targeted/xpurpose.pp.bz2';
    my $there = sub { return said("LC_ALL=C find $root -type f ! -path '$root/var/lib/rpm/*' | LC_ALL=C sort") };
    my $before = $there->();

    # An httpd that has its folders where httpd's package has them.
    my $serve = sub {
        my ($expected, $name) = @_;
        my $httpd = Test::Httpd->new(xpurpose => 0, conf => "Include conf.modules.d/*.conf\nInclude conf.d/*.conf\n");
        symlink "$root$libdir/httpd/modules", $httpd->dir . '/modules';
        symlink "$root/etc/httpd/$_", $httpd->dir . "/$_" for qw(conf.d conf.modules.d);
        $httpd->doc('page.html', full('page'));
        $httpd->start;
        is kind($httpd->get('/page.html', @PREVIEW)->{content}, 'page'), $expected, $name;
        $httpd->stop;
    };

    said("$rpm -i $module $selinux");
    is_deeply [$asked->()], ["-n -s targeted -X 200 -i $pp: $pp is there"], 'the policy module is installed once its file is there';
    $serve->('full', 'installed, it is loaded and does nothing');
    spurt("$dir/page.html", full('page'));
    like said("$root/usr/bin/xpurpose-explain $dir/page.html"), qr/googletagmanager/, 'xpurpose-explain explains';

    spurt($conf, slurp($conf) =~ s/^ *\K# (?=XPurpose )//mr =~ s/^ *XPurpose \KOff/On/mr);
    $serve->('stripped', 'switched on in conf.d it strips');
    is said("$rpm -V mod_xpurpose mod_xpurpose-selinux || :") =~ s/^\S+ +//mgr, "c /etc/httpd/conf.d/xpurpose.conf\n",
        'that is all that has changed';

    # ---- The next release, whose configuration is another ----

    my $next = clone('next');
    spurt("$next/VERSION", "99.0.0\n");
    spurt("$next/conf/xpurpose.conf", slurp("$next/conf/xpurpose.conf") . "# The next.\n");
    my $commit = "git -C $next -c user.name=x -c user.email=x\@example.com commit -q -a -m next";
    said($commit);
    like `sh $next/packaging/rpm.sh 2>&1`, qr/spec says \Q$version\E, VERSION says 99\.0\.0$/m, 'it is said where versions differ';
    isnt $?, 0, '... and nothing is built';
    spurt("$next/packaging/mod_xpurpose.spec", slurp("$next/packaging/mod_xpurpose.spec") =~ s/^Version: *\K.*/99.0.0/mr);
    said($commit);
    said("sh $next/packaging/rpm.sh --without check --define 'optflags -O0'");
    my ($new_selinux, $new_module) = rpms($next);

    said("$rpm -U $new_module $new_selinux");
    is_deeply [$asked->()], ["-n -s targeted -X 200 -i $pp: $pp is there"], 'an upgrade puts the new policy module in place of the old one';
    like slurp($conf), qr/^ *XPurpose On$/m, '... keeps a configuration that was changed';
    is slurp("$conf.rpmnew"), slurp("$next/conf/xpurpose.conf"), '... and lays the new one beside it';
    $serve->('stripped', '... and what stripped strips');

    said("$rpm -e mod_xpurpose mod_xpurpose-selinux");
    is_deeply [$asked->()], ['-n -X 200 -s targeted -r xpurpose: xpurpose'], 'removed, the policy module is';
    like slurp("$conf.rpmsave"), qr/^ *XPurpose On$/m, '... a configuration that was changed is kept';
    is $there->(), join("\n", sort(split(/\n/, $before), "$conf.rpmnew", "$conf.rpmsave")) . "\n", '... and nothing else';
}

done_testing;
