# packaging/selinux: the policy modules compile with checkmodule alone and with the reference policy's Makefile, they install in a store of
# the test's own beside the distribution's policy, and what that allows then is what docs/selinux.md says, whose lines are run there.
# No kernel enforces anything here: `make enforcing` has a machine whose kernel does.
use strict;
use warnings;
use File::Path 'make_path';
use File::Temp 'tempdir';
use Test::File;
use Test::Httpd;
use Test::More;
use Test::Recipe;

my $policy = "$Test::Httpd::ROOT/packaging/selinux";
my $makefile = '/usr/share/selinux/devel/Makefile';
$ENV{PATH} .= ':/usr/sbin:/sbin';
for my $tool (qw(checkmodule semodule_package semodule semanage setsebool setfiles sesearch matchpathcon audit2allow audit2why python3)) {
    plan skip_all => "$tool is not installed (make deps-all)" if system("command -v $tool >/dev/null") != 0;
}
my $config = '/etc/selinux/config';
my ($type) = -r $config ? slurp($config) =~ /^SELINUXTYPE=(\w+)/m : ();
plan skip_all => 'no SELinux policy is installed (make deps-all)' unless $type && glob "/etc/selinux/$type/policy/policy.*";
plan skip_all => "$makefile is not installed (make deps-all)" unless -f $makefile;

my $docs = slurp("$Test::Httpd::ROOT/docs/selinux.md");
my $recipes = Test::Recipe->new('docs/selinux.md');
sub lines { return $recipes->lines(@_) }

# What a command says on both its outputs, and whether it was content.
sub run {
    my ($command) = @_;
    my $said = `exec 2>&1; set -e; $command`;
    return ($? == 0, $said);
}

sub works {
    my ($command, $what) = @_;
    my ($ok, $said) = run($command);
    ok $ok, $what or diag $said;
    return $said;
}

# ---- Compiling ----

# In memory where there is some: semodule waits for each of a thousand files to be on the disk.
my $dir = tempdir('xpurpose-selinux-XXXXXX', (-w '/dev/shm' ? (DIR => '/dev/shm') : (TMPDIR => 1)), CLEANUP => 1);
make_path("$dir/plain", "$dir/devel", "$dir/etc", "$dir/lib");
works("cp -r '$policy/'* '$dir/plain' && cp '$policy/'xpurpose.* '$policy/'example/*.te '$dir/devel'", 'the sources are there');
my ($compile, $install, $example) = map { lines($_) } 'checkmodule -M -m -o xpurpose.mod', 'semodule -i xpurpose.pp', 'semodule -i xpurpose_wsgi.pp';
my ($worked_compile) = $example =~ /^((?:checkmodule|semodule_package) .*\n)+/m ? $& : '';
works("cd '$dir/plain' && $compile", 'the policy compiles with checkmodule alone');
works("cd '$dir/plain/example' && $worked_compile", '... and the example does');
is system("cmp -s '$policy/$_' '$dir/plain/$_'"), 0, "$_ is as it was" for qw(xpurpose.te xpurpose.fc);

spurt("$dir/devel/xptrial.te", <<'TE');
policy_module(xptrial, 1.0)
type xptrial_reads_t; domain_type(xptrial_reads_t)
type xptrial_manages_t; domain_type(xptrial_manages_t)
type xptrial_rules_t; domain_type(xptrial_rules_t)
xpurpose_read_rules(xptrial_reads_t)
xpurpose_manage_rules(xptrial_manages_t)
xpurpose_admin(xptrial_rules_t)
TE
my $made = works("cd '$dir/devel' && env -u MAKEFLAGS -u MFLAGS make -s -f $makefile xpurpose.pp xpurpose_wsgi.pp xptrial.pp",
    'both compile with the Makefile, and a module that calls the interfaces');
unlike $made, qr/warning|error/i, '... without a word of complaint';

# ---- Installing ----

# What changes the store does so in copies of /etc/selinux and /var/lib/selinux, which are mounted over these for one command alone.
unless ($> == 0 && system('unshare -m true 2>/dev/null') == 0) {
    SKIP: { skip 'only root can mount a store of the test\'s own', 1 }
    done_testing;
    exit;
}
works("cp -r /etc/selinux/. '$dir/etc' && cp -r /var/lib/selinux/. '$dir/lib'", 'a store');
works("sed -i 's/^expand-check=0/expand-check=1/' '$dir/etc/semanage.conf'", '... that checks what is installed');

sub store {
    my ($command) = @_;
    spurt("$dir/command", "set -e\nmount --bind $dir/etc /etc/selinux\nmount --bind $dir/lib /var/lib/selinux\ncd $dir/plain\n$command\n");
    return run("unshare -m sh $dir/command");
}

sub stores {
    my ($command, $what) = @_;
    my ($ok, $said) = store($command);
    ok $ok, $what or diag $said;
    return $said;
}

my $binary = (reverse sort glob "$dir/etc/$type/policy/policy.*")[0];

# { "target class" => { right => 1 } } of what a type may do without a boolean.
sub may {
    my ($source, @more) = @_;
    my %may;
    for (`sesearch -A -s $source @more '$binary'`) {
        my ($target, $class, $rights) = /^allow \S+ (\S+):(\S+) (?:\{ )?([^;}]+?)(?: \})?;$/ or next;
        $may{"$target $class"}{$_} = 1 for split / /, $rights;
    }
    return \%may;
}

sub rights { my ($may) = @_; return { map { ($_ => join ' ', sort keys %{ $may->{$_} }) } keys %$may } }

# Nothing asks whether the kernel has SELinux, so that nothing is loaded into it, either.
my $before = may('httpd_t');
stores($install =~ s/semodule -i/semodule -n -i/r, 'the policy installs');
is stores('semodule -l | grep xpurpose', '... and is listed'), "xpurpose\n", '... by its name';
my $after = may('httpd_t');
my %new = map { ($_ => $after->{$_}) } grep { !$before->{$_} || keys %{ $before->{$_} } != keys %{ $after->{$_} } } keys %$after;
is_deeply rights(\%new), {
    'xpurpose_rules_t dir' => 'getattr open read search',
    'xpurpose_rules_t file' => 'getattr open read',
    'xpurpose_rules_t lnk_file' => 'getattr read',
}, 'httpd_t may read the rules, and got nothing else: no write, no execmem, no network';
is `sesearch -A -s httpd_t -t httpd_t -c process -p execmem,execstack,execheap '$binary' | grep -v httpd_execmem`, '', 'httpd_t has execmem by httpd_execmem alone';
is `sesearch -A -s $_ -t xpurpose_rules_t -c file '$binary'`, '', "$_ may not even read them, with whatever boolean" for qw(httpd_sys_script_t httpd_suexec_t);
is `sesearch -A -s httpd_t -t xpurpose_rules_t -c file -p append,create,execute,rename,setattr,unlink,write '$binary'`, '', '... nor httpd_t write them';

my %label = (
    '/usr/lib/httpd/modules/mod_xpurpose.so' => 'httpd_modules_t',
    '/usr/lib64/httpd/modules/mod_xpurpose.so' => 'httpd_modules_t',
    '/usr/lib/apache2/modules/mod_xpurpose.so' => 'httpd_modules_t',
    '/usr/bin/xpurpose-explain' => 'bin_t',
    '/etc/httpd/conf.d/xpurpose.conf' => 'httpd_config_t',
    '/etc/httpd/conf.d/xpurpose.d' => 'xpurpose_rules_t',
    '/etc/httpd/conf.d/xpurpose.d/rules.conf' => 'xpurpose_rules_t',
    '/etc/apache2/xpurpose.d/shop/head.html' => 'xpurpose_rules_t',
    '/etc/apache2/xpurpose.data' => 'httpd_config_t',
    '/run/httpd/wsgi.1.0.1.sock' => 'httpd_runtime_t',
    '/run/apache2/wsgi.1.0.1.sock' => 'httpd_runtime_t',
);
my ($fcontext, $own) = map { lines($_) } "xpurpose_rules_t '/srv/www", 'semanage fcontext -d';
my ($add) = $fcontext =~ /^(semanage .*\n)/m;
my $found = stores($add =~ s/semanage fcontext/semanage fcontext -N/r . "matchpathcon /srv/www.example.com/xpurpose/head.html @{[sort keys %label]}",
    'semanage takes the line for a folder below /srv');
$found =~ s/httpd_var_run_t/httpd_runtime_t/g;    # as older policies call it
like $found, qr/^\Q$_\E\s+system_u:object_r:\Q$label{$_}\E(?::s0)?$/m, "$_ is $label{$_}" for sort keys %label;
like $found, qr{^/srv/www\.example\.com/xpurpose/head\.html\s+system_u:object_r:xpurpose_rules_t}m, '... and what is in it has the type';

# A kernel without SELinux stores labels, too. restorecon is setfiles, and does nothing there; setfiles is not asked by which name it goes.
my $tree = "$dir/root";
my $site = "$tree/srv/www.example.com";
my @kept = map { "$tree/etc/$_/xpurpose.d" } 'httpd/conf.d', 'apache2';
make_path(@kept, map { "$site/$_" } qw(xpurpose app));
spurt($_, "\n") for my @files = ("$site/xpurpose/head.html", "$site/app/shop.wsgi", map { "$_/rules.conf" } @kept);

sub relabels {
    my ($lines, $what) = @_;
    my $contexts = "/etc/selinux/$type/contexts/files/file_contexts";
    return stores(<<"SH" . $lines =~ s/^semanage fcontext/semanage fcontext -N/mgr, $what);
mount --bind $tree/srv /srv
restorecon() { [ "\$1" = -Rv ] || [ "\$1" = -FRv ]; setfiles \${1%Rv}v -r $tree $contexts "$tree\$2"; }
SH
}

# What a file is labelled with, by its type.
sub labelled { my ($file) = @_; return `stat -c %C '$file'` =~ /^\w+:\w+:(\w+)/ ? $1 : 'nothing' }

works("chcon -R unconfined_u:object_r:user_home_t:s0 '$tree'", 'files from a home, which were moved');
is labelled($_), 'user_home_t', "... $_" for @files;
like relabels('matchpathcon -V /srv/www.example.com/xpurpose/head.html || :', '... of which matchpathcon -V'),
    qr/has context unconfined_u:object_r:user_home_t:s0, should be \S+:xpurpose_rules_t:/, '... says what they should be';
my ($app_context) = $example =~ /^semanage (?:.*\n)+/m ? $& : '';
relabels($_->[0], $_->[1]) for [lines('restorecon -Rv /etc'), 'the lines for what is in /etc'],
    [$fcontext =~ s/^semanage.*\n//mr, '... for what a line was said of'], [$app_context, '... and for the application'];
is labelled($_), /app/ ? 'httpd_sys_content_t' : 'xpurpose_rules_t', "... $_" for map { ($_, s{/[^/]*$}{}r) } @files;
relabels('restorecon -Rv /srv', 'what is above them');
is labelled("$tree$_"), 'var_t', "... $_" for '/srv', '/srv/www.example.com';
ok may('httpd_t', '-t var_t', '-c dir')->{'var_t dir'}{search}, '... httpd_t may pass';

my $changed = $files[0];
works("chcon system_u:object_r:httpd_sys_content_t:s0 '$changed'", 'chcon');
relabels('restorecon -Rv /srv', '... and what relabels');
is labelled($changed), 'xpurpose_rules_t', '... undoes it';
works("chcon system_u:object_r:public_content_t:s0 '$changed'", 'a type that somebody may have chosen');
relabels('restorecon -Rv /srv', '... and what relabels');
is labelled($changed), 'public_content_t', '... leaves it';
relabels('restorecon -FRv /srv', '... but with -F');
is labelled($changed), 'xpurpose_rules_t', '... does not';

stores($own =~ s/semanage fcontext/semanage fcontext -N/r, 'the line is taken back');

# ---- Booleans ----

my @booleans = $docs =~ /^\| `(httpd_\w+)` \|/mg;
cmp_ok scalar @booleans, '>=', 5, 'the docs name booleans';
is_deeply [grep { `seinfo -b $_ '$binary'` !~ /^\s+$_$/m } @booleans], [], '... which the policy has';
stores(lines('setsebool -P') =~ s/setsebool/setsebool -N/r, '... and the line that switches one on works');
like `seinfo -b httpd_can_network_connect -x '$binary'`, qr/httpd_can_network_connect true/, '... and does';

# ---- The example ----

my ($worked_install) = $example =~ /^(semodule -i .*)/m;
stores("cd example && " . $worked_install =~ s/-i/-n -i/r . " '$dir/devel/xptrial.pp'", 'the example installs, and a module that uses the interfaces');
is stores('semodule -l | grep xpurpose_', '... and is listed'), "xpurpose_wsgi\n", '... by its name';
my $parent = may('httpd_t');
my $daemon = may('xpurpose_wsgi_t');
my @gained = grep { !$after->{$_} || keys %{ $after->{$_} } != keys %{ $parent->{$_} } } keys %$parent;
is_deeply rights({ map { my $what = $_; ($what => { map { ($_ => 1) } grep { !$after->{$what}{$_} } keys %{ $parent->{$what} } }) } @gained }), {
    'httpd_t process' => 'setcurrent',
    'xpurpose_wsgi_t process' => 'dyntransition sigkill signal signull sigstop',
}, 'httpd_t got the way to it, and nothing else';
cmp_ok scalar(keys %$daemon), '<', keys(%$parent) / 4, 'it has a fraction of httpd_t\'s rights: ' . keys(%$daemon) . ' of ' . keys %$parent;
is_deeply [grep { /_socket$/ && !/unix_stream_socket$/ && $daemon->{$_}{create} } keys %$daemon], [], '... no socket of its own but that of a pipe';
is_deeply [grep { $daemon->{$_}{execute_no_trans} || $daemon->{$_}{transition} || $daemon->{$_}{dyntransition} || $daemon->{$_}{execmem} } keys %$daemon], [],
    '... executes nothing, has no way out, and no execmem';
is_deeply [sort map { s/httpd_var_run_t/httpd_runtime_t/r } grep { / file$/ && ($daemon->{$_}{write} || $daemon->{$_}{append}) } keys %$daemon],
    ['httpd_log_t file', 'httpd_runtime_t file', 'xpurpose_wsgi_t file'], '... writes to the log and to the lock that it was given';
is_deeply [grep { / (?:file|dir)$/ && grep { /^(?:create|add_name|unlink|rename)$/ } keys %{ $daemon->{$_} } } keys %$daemon], [], '... makes no file';
is_deeply [grep { /^(?:httpd_config_t|xpurpose_rules_t) | capability/ } keys %$daemon], [], '... and has neither the configuration nor the rules nor a capability';

is_deeply rights(may("xptrial_$_->[0]_t", '-t xpurpose_rules_t', '-c file')), { 'xpurpose_rules_t file' => $_->[1] }, "the interface: $_->[0]"
    for ['reads', 'getattr ioctl lock open read'], ['manages', 'append create getattr ioctl link lock open read rename setattr unlink write'],
    ['rules', 'append create getattr ioctl link lock open read relabelfrom relabelto rename setattr unlink write'];

# ---- What the policy refuses ----

sub refused {
    my ($what, $rule, $complaint, @types) = @_;
    my $types = join '', map { "type $_; " } @types;
    spurt("$dir/plain/worse.te", "module worse 1.0;\nrequire { ${types}class file { read write }; }\n$rule\n");
    works("cd '$dir/plain' && checkmodule -M -m -o worse.mod worse.te && semodule_package -o worse.pp -m worse.mod", "a module that gives $what compiles");
    my ($ok, $said) = store('semodule -n -i worse.pp');
    ok !$ok, '... but does not install';
    like $said, $complaint, '... and semodule says why';
}
refused('httpd_t the rules to write', 'allow httpd_t xpurpose_rules_t:file write;', qr/neverallow check failed/, qw(httpd_t xpurpose_rules_t));
refused('the daemon what httpd_t has not', 'allow xpurpose_wsgi_t etc_t:file write;', qr/bounds/i, qw(xpurpose_wsgi_t etc_t));

# ---- An AVC ----

my ($avc, $allow) = map { lines($_) } 'avc:  denied', 'allow httpd_t ';
spurt("$dir/avc", $avc);
my $said = works("audit2allow -p '$binary' -i '$dir/avc'", 'audit2allow reads the example');
$said =~ s/^#.*\n|^\n//mg;
is $said, $allow, '... and would allow what the docs say it would';
my ($switch) = $docs =~ /`audit2why` would have you say `(setsebool [^`]*)`/;
like works("audit2why -p '$binary' -i '$dir/avc'", 'audit2why reads it'), qr/^\s*# \Q$switch\E$/m, '... and says what the docs say it says';
spurt("$dir/connect", $avc =~ s/\{ getattr \}/{ name_connect }/r =~ s/path=.* (?=scontext)/dest=3000 /r =~
    s/tcontext=.*/tcontext=system_u:object_r:unreserved_port_t:s0 tclass=tcp_socket permissive=0/r);
my ($untouched) = reverse sort glob "/etc/selinux/$type/policy/policy.*";    # in ours the boolean is on by now
my @would_do = works("audit2why -p '$untouched' -i '$dir/connect'", '... and one about a backend') =~ /^\s*# setsebool -P (\w+) 1$/mg;
is_deeply [sort map { s/allow_ypbind/nis_enabled/r } @would_do], [qw(httpd_can_network_connect nis_enabled)], '... of which two booleans would let it';
like works("audit2allow -p '$binary' -m shop -i '$dir/avc'", 'audit2allow -m'), qr/\A\s*module shop 1\.0;.*^\Q$allow\E/ms, '... writes a module to read';

# ---- One domain that is not enforced ----

my ($permissive, $enforced) = map { s/permissive/permissive -N/r } lines('semanage permissive -a') =~ /^.*\n/mg;
stores($permissive, 'a domain is made permissive');
is `seinfo '$binary' --permissive | grep -c '^ *xpurpose_wsgi_t\$'`, "1\n", '... by itself';
stores($enforced, '... and enforced again');
is `seinfo '$binary' --permissive | grep -c '^ *xpurpose_wsgi_t\$'`, "0\n", '... and is';

# ---- Taking it out ----

my $remove = lines('semodule -r xpurpose') =~ s/semodule -r/semodule -n -r xptrial -r/r;
my ($went, $why) = store(($add =~ s/semanage fcontext/semanage fcontext -N/r) . $remove);
ok !$went, 'the policy stays while a line names its type';
like $why, qr/xpurpose_rules_t.*www/s, '... which is named';
stores(($own =~ s/semanage fcontext/semanage fcontext -N/r) . $remove, '... and goes without it');
is_deeply [grep { /^xpurpose_rules_t / } keys %{ may('httpd_t') }], [], '... and with it what httpd_t was allowed';
is_deeply may('httpd_t', '-t unlabeled_t', '-c file'), {}, '... which has nothing of files whose type nothing knows';

# ---- A check that reads what the server may not ----

# Permissions stand for labels: what httpd is told, EACCES, is the same.
my ($refusal) = lines('cannot be read') =~ /^(.*)$/m;
my $closed = "$dir/closed";
spurt($closed, "# <p>a comment, and markup</p>\n");
chmod 0600, $closed;
chmod 0755, $dir;
for my $case (["XPurpose On\nXPurposeInsert body-end file:$closed", $refusal =~ s{'[^']*'}{'$closed'}r],
    ["Include $closed", "$closed: Permission denied"], ["LoadModule closed_module $closed", "$closed: cannot open shared object file: Permission denied"])
{
    my ($line, $complaint) = @$case;
    my $httpd = Test::Httpd->new(conf => $line);
    my $check = Test::Httpd::binary() . ' -t -f ' . $httpd->dir . '/httpd.conf';
    my $checked = join '', $httpd->run('-t');
    like $checked, qr/^0Syntax OK/, "$line: root's check says OK" if $line !~ /LoadModule/;
    my ($ok, $refused) = run("setpriv --reuid=nobody --clear-groups $check");
    ok !$ok, "$line: who may not read it is refused";
    like $refused, qr/\Q$complaint\E/, '... with the file and the reason';
    $httpd->shut_down;
}

# ---- mod_wsgi ----

my ($prefix, $serve) = map { lines($_) } 'WSGISocketPrefix run', 'WSGIDaemonProcess shop';
SKIP: {
    skip 'mod_wsgi is not installed (make deps-all)', 1 unless Test::Httpd->has_module('wsgi');
    like +Test::Httpd->configtest('WSGIDaemonProcess shop selinux-context=system_u:system_r:xpurpose_wsgi_t:s0', modules => ['wsgi']),
        qr/Invalid option to WSGI daemon process/, 'WSGIDaemonProcess knows no selinux-context';

    # The lines of the docs, with a file for each daemon that says and takes what the kernel would.
    $serve =~ s{/srv/www\.example\.com/app}{%DIR%/app}g;
    $serve =~ s/processes=2/processes=1/;
    my $httpd = Test::Httpd->new(modules => ['wsgi'], xpurpose => 0, conf => $prefix . $serve . <<'CONF');
WSGIDaemonProcess late python-path=%DIR%/late
WSGIScriptAlias /late %DIR%/late/shop.wsgi process-group=late
<Directory %DIR%>
    Require all granted
</Directory>
CONF
    make_path($httpd->dir . '/run');
    my $import = lines('import confine');
    my $began = "system_u:system_r:httpd_t:s0\0";
    for my $app (map { $httpd->writable($_) } qw(app late)) {
        spurt("$app/confine.py", slurp("$policy/example/confine.py") =~ s{/proc/thread-self/attr/current}{$app/current}r);
        spurt("$app/shop.wsgi", $import . <<'PYTHON');
def application(environ, start):
    start('200 OK', [('Content-Type', 'text/plain')])
    return [b'shop']
PYTHON
        spurt("$app/current", $began);
        chmod 0666, "$app/current";
    }
    $httpd->expect_log(qr/\[wsgi:error\]/)->start;
    is $httpd->get('/shop')->{content}, 'shop', 'the application runs';
    is slurp($httpd->dir . '/app/current'), 'system_u:system_r:xpurpose_wsgi_t:s0', '... when the daemon has its type';
    is $httpd->get('/late')->{status}, 500, 'one that is loaded when there are threads does not';
    is slurp($httpd->dir . '/late/current'), $began, '... and no thread changes its type alone';
    like $httpd->error_log, qr/only one thread of several would get the type/, '... and the log says why';

    chmod 0700, $httpd->dir . '/run';
    is $httpd->get('/shop')->{status}, 503, 'a folder of sockets that is closed to the children: 503';
    like $httpd->error_log, qr/\(13\)Permission denied: .*Unable to connect to WSGI daemon process 'shop'/, '... and the log says why';
    chmod 0755, $httpd->dir . '/run';
    is $httpd->get('/shop')->{content}, 'shop', '... it is the folder alone';
    $httpd->stop;
}
my ($confined) = run("cd '$policy/example' && PYTHONDONTWRITEBYTECODE=1 python3 -c 'import confine'");
ok !$confined, 'no application is loaded where the kernel does not know the type';
done_testing;
