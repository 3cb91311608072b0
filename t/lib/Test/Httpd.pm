# A private httpd for one test: its own configuration, port and files in a temporary folder, stopped and looked over at the
# end. Apache::Test was set aside: it will not run as root, listens on every address, and inherits what the machine enables.
#
#   my $httpd = Test::Httpd->new(modules => ['include'], conf => <<'CONF')->start;
#   XPurpose On
#   <Location /ssi> … </Location>
#   CONF
#   $httpd->doc('page.html', $html);
#   my $r = $httpd->get('/page.html', 'X-Purpose' => 'preview');     # see Test::Http for what $r holds
#   is $httpd->notes($r)->{verdict}, 'stripped';
#   $httpd->stop;              # is a test of its own: the error log holds nothing at warn or above, and no crash
#   done_testing;
#
# counters => 1 gives a test the module's counters at /counters, and mod_status at /server-status.
# In conf, %DIR% is the folder, %DOCS% the DocumentRoot, %PORT% the port (%PORT2% … with ports => 2 …).
# The environment: MPM=event|worker|prefork, XP_OUT=where make put things, LOG=level for a talkative error log,
# KEEP=1 leaves the folder, XP_WRAP="valgrind -q" runs httpd under a command, as one process. A module under
# AddressSanitizer or ThreadSanitizer is recognised and its runtime loaded first.
package Test::Httpd;

use strict;
use warnings;
use Cwd 'abs_path';
use File::Basename 'dirname';
use File::Find 'find';
use File::Path qw(make_path remove_tree);
use File::Spec ();
use File::Temp ();
use IO::Socket::INET;
use POSIX ();
use Scalar::Util 'weaken';
use Test::Http;
use Test::More;
use Time::HiRes qw(sleep time);

our $ROOT = abs_path(dirname(__FILE__) . '/../../..');
our $OUT = $ENV{XP_OUT} || $ROOT;

my $YESTERDAY = $^T - 86_400;    # the same for all files, whatever second they are written in
my $LISTEN = '0A';    # a socket's state in /proc/net/tcp
my %live;      # folder => object, for END
my $served;    # numbers the requests

# A test that is killed, or whose reader goes away, must still reach END, or httpd would outlive it.
$SIG{$_} = sub { exit 1 } for qw(INT TERM HUP PIPE);

# ---- What is installed ----------------------------------------------------------------------------------------------

my %apxs;

sub _apxs {
    my ($name) = @_;
    my $apxs = $ENV{APXS} || 'apxs';
    if (!exists $apxs{$name}) {
        local $ENV{PATH} = "$ENV{PATH}:/usr/sbin:/usr/local/apache2/bin";
        chomp($apxs{$name} = `$apxs -q $name` // '');
        die "'$apxs -q $name' failed; `make deps` installs what is missing\n" unless length $apxs{$name};
    }
    return $apxs{$name};
}

sub binary { return _apxs('SBINDIR') . '/' . _apxs('PROGNAME') }

my $static;

sub _is_static {
    my ($name) = @_;
    my $httpd = binary();
    $static ||= { map { /^\s+(?:mod_)?(\w+)\.c/ ? ($1 => 1) : () } `$httpd -l` };
    (my $mpm = $name) =~ s/^mpm_//;
    return $static->{$name} || $static->{$mpm};
}

sub _module_file {
    my ($name) = @_;
    return $name =~ /=(.+)/ ? $1 : _apxs('LIBEXECDIR') . "/mod_$name.so";
}

# Whether this httpd can have a module; a name without "mod_", or "name=/path/of/file.so".
sub has_module {
    my ($class, $name) = @_;
    return _is_static($name) || -e _module_file($name);
}

# A temporary folder where any account may look, whatever the umask is; root's own TMPDIR may be closed to others.
sub folder {
    my $above = my $tmp = abs_path(File::Spec->tmpdir);
    $above = dirname $above while (stat $above)[2] & 1 && $above ne '/';
    my $dir = File::Temp::tempdir('xpurpose-XXXXXX', DIR => $> != 0 || $above eq '/' ? $tmp : '/tmp');
    umask 022;
    chmod 0755, $dir;
    return $dir;
}

sub module { return "$OUT/.libs/mod_xpurpose.so" }

# An account other than root for the children, as they would have it; the folder is made readable for it.
sub _account {
    return if $> != 0;
    my ($uid, $gid) = (getpwnam 'nobody')[2, 3];
    return ($uid, $gid);
}

# ---- Setting up -----------------------------------------------------------------------------------------------------

# Options: conf, modules (by name, without "mod_"; 'cgi' becomes cgid under a threaded MPM), mpm, ports (1), xpurpose (1; 'first'
# loads our module before all others, 0 leaves it out), log_level ('warn'), children ('one' process unless 'default'), env, wrap
# (a command to run httpd under), args (httpd's own, such as -X), start_timeout (60 seconds).
sub new {
    my ($class, %opt) = @_;
    my @wrap = split ' ', $ENV{XP_WRAP} || '';
    my $self = bless { modules => [], ports => 1, xpurpose => 1, children => 'one', wrap => \@wrap, args => [@wrap ? '-X' : ()],
                       env => {}, log_level => $ENV{LOG} || 'warn', start_timeout => @wrap ? 120 : 60,
                       mpm => $ENV{MPM} || 'event', conf => '', expected => [], %opt }, $class;

    push @{ $self->{expected} }, qr/AH01240/ if grep { $_ eq '-X' } @{ $self->{args} };    # cgid's socket is root's then

    $self->{dir} = folder();
    make_path("$self->{dir}/docs");
    $live{ $self->{dir} } = $self;
    $self->_write('mime.types', "text/html html htm\ntext/plain txt\ntext/css css\napplication/javascript js\n"
            . "image/png png\nimage/svg+xml svg\napplication/json json\napplication/xhtml+xml xhtml\n");
    return $self;
}

sub dir { return $_[0]{dir} }
sub port { return $_[0]{port}[($_[1] || 1) - 1] }
sub pid { return $_[0]{pid} }
sub url { return "http://127.0.0.1:$_[0]{port}[0]" . ($_[1] || '/') }

sub _write {
    my ($self, $path, $content) = @_;
    my $file = "$self->{dir}/$path";
    make_path(dirname $file);
    open my $out, '>:raw', $file or die "$file: $!\n";
    print {$out} $content or die "$file: $!\n";
    close $out or die "$file: $!\n";
    return $file;
}

# Puts a file under the DocumentRoot. It is a day old, because httpd gives a file of this very second a weak ETag.
# Options: mtime, mode.
sub doc {
    my ($self, $path, $content, %opt) = @_;
    my $file = $self->_write("docs/$path", $content);
    my $mtime = $opt{mtime} || $YESTERDAY;
    utime $mtime, $mtime, $file;
    chmod $opt{mode} || 0644, $file;
    return $file;
}

# An executable file; modules => ['cgi'] runs those named .cgi.
sub cgi {
    my ($self, $path, $script) = @_;
    return $self->doc($path, $script, mode => 0755);
}

# A folder beside the documents that the children may write to: a cache's, a DAV lock's.
sub writable {
    my ($self, $name) = @_;
    make_path("$self->{dir}/$name");
    my @account = _account();
    chown @account, "$self->{dir}/$name" if @account;
    return "$self->{dir}/$name";
}

# A page with a bucket border before each byte, for mod_bucketeer to cut (SetOutputFilter BUCKETEER): 0x02 begins a bucket,
# 0x10 passes what there is down the chain, 0x06 flushes. The page itself must hold none of the three.
sub bordered {
    my ($page) = @_;
    my $n = 0;
    return join '', map { $_ . (++$n % 11 == 0 ? "\x06" : $n % 7 == 0 ? "\x10" : "\x02") } split //, $page;
}

sub _free_port {
    my $socket = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => 0, Listen => 1) or die "bind: $!\n";
    return ($socket->sockport, $socket);
}

sub _load_lines {
    my ($self) = @_;
    my $threaded = $self->{mpm} ne 'prefork';
    my $ours = 'LoadModule xpurpose_module "' . module() . '"';
    my @wanted = ("mpm_$self->{mpm}", qw(authz_core unixd log_config mime dir), ('status') x !!$self->{counters}, @{ $self->{modules} });
    my (%seen, @lines);

    for my $name (@wanted) {
        $name = 'cgid' if $name eq 'cgi' && $threaded;
        next if $seen{$name}++ || _is_static($name);
        my ($id) = $name =~ /^([^=]+)/;
        push @lines, "LoadModule ${id}_module \"" . _module_file($name) . '"';
    }
    return join "\n", $self->{xpurpose} eq 'first' ? $ours : (), @lines, $self->{xpurpose} eq '1' ? $ours : ();
}

sub _process_lines {
    my ($self) = @_;
    return '' if $self->{children} ne 'one';
    return "StartServers 1\nMinSpareServers 1\nMaxSpareServers 2\nServerLimit 32\nMaxRequestWorkers 32"
        if $self->{mpm} eq 'prefork';
    return "StartServers 1\nServerLimit 2\nThreadsPerChild 32\nMaxRequestWorkers 64\nMinSpareThreads 1\nMaxSpareThreads 64";
}

my $LOG_FIELDS = join '\t', '%{X-Test-Id}i', '%>s', '%{xpurpose}n', '%{xpurpose-cut}n', '%{xpurpose-bytes}n',
    '%{xpurpose-vendors}n', '%{XPURPOSE}e', '%{xpurpose-gated}n', '%{xpurpose-held}n', '%{xpurpose-insert}n';

my $COUNTERS = <<'CONF';
<Location /counters>
    SetHandler xpurpose-status
</Location>
<Location /server-status>
    SetHandler server-status
</Location>
CONF

sub _configuration {
    my ($self) = @_;
    my @account = _account();
    my $dir = $self->{dir};
    my $conf = join "\n", $self->_load_lines, $self->_process_lines, map({"Listen 127.0.0.1:$_"} @{ $self->{port} }),
        (@account ? ("User #$account[0]", "Group #$account[1]") : ()), <<"BASE", ($COUNTERS) x !!$self->{counters}, $self->{conf}, <<"LOG";
ServerRoot "$dir"
ServerName 127.0.0.1
DefaultRuntimeDir "$dir"
PidFile "$dir/httpd.pid"
TypesConfig "$dir/mime.types"
ErrorLog "$dir/error_log"
LogLevel $self->{log_level}
DocumentRoot "$dir/docs"
<Directory "$dir/docs">
    Options +FollowSymLinks
    Require all granted
</Directory>
<IfModule cgid_module>
    ScriptSock "$dir/cgid.sock"
</IfModule>
AddHandler cgi-script .cgi
<Files *.cgi>
    Options +ExecCGI
</Files>
BASE
# The last of the logs: what is in it is in those of the test as well.
LogFormat "$LOG_FIELDS" xpurpose_test
CustomLog "$dir/access_log" xpurpose_test
LOG
    my $n = 1;
    my %value = (DIR => $dir, DOCS => "$dir/docs", map { ('PORT' . ($n++ == 1 ? '' : $n - 1) => $_) } @{ $self->{port} });
    $conf =~ s/%(DIR|DOCS|PORT\d*)%/$value{$1}/g;
    $conf =~ s/^\s*<VirtualHost .*\K/\n    ServerName 127.0.0.1/mg;    # without one httpd asks what the address is called
    return $conf;
}

# Writes httpd.conf with ports that are free now; they are held until just before httpd binds them.
sub _configure {
    my ($self) = @_;
    my @free = map { [_free_port()] } 1 .. $self->{ports};
    $self->{port} = [map { $_->[0] } @free];
    $self->_write('httpd.conf', $self->_configuration);
    return;
}

# A module built with a sanitizer needs its runtime to be first in the process; ldd knows where it is. ThreadSanitizer also has to
# see what APR does atomically, and must not judge what other libraries do among themselves, which are not made with it.
sub _environment {
    my ($self) = @_;
    my %env = (RES_OPTIONS => 'timeout:1 attempts:1',    # a name server that does not answer
        ASAN_OPTIONS => 'detect_leaks=0:abort_on_error=1', UBSAN_OPTIONS => 'print_stacktrace=1',
        TSAN_OPTIONS => 'ignore_noninstrumented_modules=1', %{ $self->{env} });
    my $module = module();
    if ($self->{xpurpose} && `ldd '$module' 2>/dev/null` =~ m{=> (/\S*[at]san\S*)}) {
        $env{LD_PRELOAD} = join ':', $1, grep { -e } "$OUT/.libs/atomics.so";
    }
    return %env;
}

# ---- Starting, restarting, stopping ---------------------------------------------------------------------------------

# Folders, too, are a day old: what is negotiated in one of this very second has a weak ETag, and a second later another one.
sub _age_folders {
    my ($self) = @_;
    find({ no_chdir => 1, wanted => sub { utime $YESTERDAY, $YESTERDAY, $_ if -d && !-l } }, "$self->{dir}/docs");
    return;
}

# Another process may take the port between our choice and httpd's bind: try again with another.
sub start {
    my ($self) = @_;
    $self->_age_folders;
    for (1 .. 5) {
        $self->_configure;
        return $self if $self->_launch;
        last if $self->error_log !~ /Address already in use/;
        unlink "$self->{dir}/error_log";
    }
    die "httpd did not start ($self->{dir}):\n" . $self->error_log . $self->_slurp('output');
}

sub _launch {
    my ($self) = @_;
    my @command = (@{ $self->{wrap} }, binary(), '-f', "$self->{dir}/httpd.conf", '-DFOREGROUND', @{ $self->{args} });
    my $pid = fork;

    die "fork: $!\n" unless defined $pid;
    if (!$pid) {
        POSIX::setsid();    # on stop httpd signals its whole process group, which must not be ours
        %ENV = (%ENV, $self->_environment);
        open STDIN, '<', '/dev/null';
        open STDOUT, '>', "$self->{dir}/output";
        open STDERR, '>&', \*STDOUT;
        { exec @command };
        POSIX::_exit(127);
    }
    $self->{pid} = $pid;
    return $self->_wait_until_up;
}

# Up means: the pid file names our process and our port answers, lest we test somebody else's server.
sub _wait_until_up {
    my ($self) = @_;
    my $end = time + $self->{start_timeout};

    while (time < $end) {
        if (waitpid($self->{pid}, POSIX::WNOHANG()) == $self->{pid}) {
            $self->_ended;
            return 0;
        }
        return 1 if $self->_slurp('httpd.pid') =~ /^$self->{pid}\b/
            && IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $self->port);
        sleep 0.01;
    }
    $self->end;
    return 0;
}

# Whether something becomes true within thirty seconds.
sub wait_until {
    my ($is_so) = @_;
    for (1 .. 3000) {
        return 1 if $is_so->();
        sleep 0.01;
    }
    return 0;
}

# A graceful restart; a new configuration text may be given. Returns when the new generation is up and no process of the old one, of which
# some notice late, takes a connection any more.
sub graceful {
    my ($self, $conf) = @_;
    my @old = $self->children;
    my %listening = map { ("socket:[$_->[1]]" => 1) } grep { $_->[0] eq $LISTEN } $self->_sockets;
    my $times = sub { return scalar(() = $self->error_log =~ /resuming normal operations/g) };
    my $before = $times->();

    if (defined $conf) {
        $self->{conf} = $conf;
        $self->_write('httpd.conf', $self->_configuration);
    }
    kill USR1 => $self->{pid};
    wait_until(sub { $times->() > $before }) or die "no graceful restart after 30 seconds\n" . $self->error_log;
    wait_until(sub { !grep { $listening{ readlink $_ || '' } } map { glob "/proc/$_/fd/*" } @old })
        or die "processes of before a graceful restart still listen after 30 seconds\n" . $self->error_log;
    return 1;
}

# The sockets of its ports, as /proc tells, whose lines are "number local remote state … inode": [state, inode].
sub _sockets {
    my ($self) = @_;
    my $ours = join '|', map { sprintf '%04X', $_ } @{ $self->{port} };
    open my $in, '<', '/proc/net/tcp' or return;
    return map { my (undef, $local, undef, $state, $inode) = (split)[0 .. 3, 9]; $local =~ /:(?:$ours)$/ ? [$state, $inode] : () } <$in>;
}

# The connections that the server has not closed.
sub _connections { return grep { $_->[0] ne $LISTEN && $_->[1] } $_[0]->_sockets }

# Ends the server, and keeps its folder. Threads that are told to stop at once may use what a connection that ends in that moment has
# just freed (close_worker_sockets of mpm_event and mpm_worker, the pools at exit). So children with threads are first asked to stop
# gracefully; and where the one process has the threads (-X) and nothing is graceful, it first gets rid of its connections.
# A server without children notices a signal that comes just before it waits for a connection with the next one only; it gets ten seconds.
sub end {
    my ($self) = @_;
    my $pid = $self->{pid} or return;
    $_->close for grep { defined } @{ delete $self->{clients} || [] };
    if ($self->_threaded_children) {
        kill WINCH => $pid;
        wait_until(sub { !$self->_threaded_children });
    } elsif ($self->{mpm} ne 'prefork') {
        wait_until(sub { !$self->_connections });
        sleep 0.2;    # closed is not yet freed
    }
    for my $n (0 .. 2499) {
        kill TERM => $pid unless $n % 1000;
        return $self->_ended if waitpid($pid, POSIX::WNOHANG());
        sleep 0.01;
    }
    kill KILL => $pid;
    waitpid $pid, 0;
    return $self->_ended;
}

# One that crashed, or was one process only, leaves its CGI daemon. It leads a process group, which goes whole.
sub _ended {
    my ($self) = @_;
    kill KILL => -delete $self->{pid};
    return;
}

# Stops the server; that the error log is clean is a test.
sub stop {
    my ($self) = @_;
    my @errors = $self->shut_down;
    ok(!@errors, 'the error log is clean') or diag scalar @errors, " lines, such as\n", @errors[0 .. ($#errors < 19 ? $#errors : 19)];
    return;
}

# The same without a test: returns what the error log complains of.
sub shut_down {
    my ($self) = @_;
    $self->end;
    my @errors = $self->errors;
    $self->_forget;
    return @errors;
}

# Leaves the server running after this program.
sub leave_running {
    my ($self) = @_;
    delete $live{ $self->{dir} };
    return;
}

sub _forget {
    my ($self) = @_;
    delete $live{ $self->{dir} };
    if ($ENV{KEEP}) {
        diag "kept: $self->{dir}";
    } else {
        remove_tree($self->{dir});
    }
    return;
}

# A test that dies or forgets stop() must neither leave httpd behind nor hide what the error log says.
END {
    local $?;
    local $SIG{PIPE} = 'IGNORE';
    my @errors;
    push @errors, $_->shut_down for values %live;
    diag("not stopped by the test, and the error log says:\n", @errors) if @errors;
}

# ---- Without a running server ---------------------------------------------------------------------------------------

# httpd with this configuration and other arguments, such as -t or -L: (exit status, output).
sub run {
    my ($self, @args) = @_;
    $self->_configure;
    my $pid = open my $out, '-|';
    die "fork: $!\n" unless defined $pid;
    if (!$pid) {
        %ENV = (%ENV, $self->_environment);
        open STDERR, '>&', \*STDOUT;
        { exec binary(), '-f', "$self->{dir}/httpd.conf", @args };
        POSIX::_exit(127);
    }
    local $/;
    my $output = <$out>;
    close $out;
    return ($? >> 8, defined $output ? $output : '');
}

# What configtest says about a configuration: '' if it is good, else its complaint.
sub configtest {
    my ($class, $conf, %opt) = @_;
    my $self = $class->new(conf => $conf, %opt);
    my ($status, $output) = $self->run('-t');
    $self->_forget;
    return $status == 0 ? '' : $output || 'failed without a word';
}

# ---- Asking ---------------------------------------------------------------------------------------------------------

# A connection for several requests, or for bytes of one's own; stop() closes it, because a worker child that waits for a
# kept connection makes httpd's stop slow.
sub client {
    my ($self, $port) = @_;
    my $client = Test::Http->new($self->port($port));
    push @{ $self->{clients} }, $client;
    weaken $self->{clients}[-1];
    return $client;
}

# One request on a connection of its own. Options: headers (a list reference), body, version, port (2 for the second).
sub request {
    my ($self, $method, $path, %opt) = @_;
    my $id = $$ . '-' . ++$served;
    my $client = $self->client($opt{port});
    my $r = $client->request($method, $path, [@{ $opt{headers} || [] }, 'X-Test-Id' => $id, Connection => 'close'], %opt);
    $r->{id} = $id;
    return $r;
}

sub get {
    my ($self, $path, @headers) = @_;
    return $self->request('GET', $path, headers => \@headers);
}

sub head {
    my ($self, $path, @headers) = @_;
    return $self->request('HEAD', $path, headers => \@headers);
}

# ---- Looking --------------------------------------------------------------------------------------------------------

sub _slurp {
    my ($self, $name) = @_;
    open my $in, '<:raw', "$self->{dir}/$name" or return '';
    local $/;
    my $content = <$in>;
    return defined $content ? $content : '';
}

sub error_log { return $_[0]->_slurp('error_log') }

# What $state gives, a list, before and after $do: two list references. What changes each time is ours; something else on the machine
# may come or go once, so up to five times are tried.
sub before_and_after {
    my ($state, $do) = @_;
    my ($before, $after);
    for (1 .. 5) {
        $before = [$state->()];
        $do->();
        $after = [$state->()];
        last if "@$before" eq "@$after";
    }
    return ($before, $after);
}

# What the module noted about a request that request(), get() or head() made: status, verdict, cut, bytes, vendors, class,
# gated, held, insert; undef for what was not noted. httpd logs after the answer is out, so this waits.
sub notes {
    my ($self, $r) = @_;
    for (1 .. 3000) {
        if ($self->_slurp('access_log') =~ /^\Q$r->{id}\E\t(.*)\n/m) {
            my %notes;
            @notes{qw(status verdict cut bytes vendors class gated held insert)} = map { $_ eq '-' ? undef : $_ } split /\t/, $1;
            return \%notes;
        }
        sleep 0.01;
    }
    die "request $r->{id} is not in the access log\n";
}

# The lines of a log that a configuration names, in no certain order. A request's line is written when its answer has been sent, and its
# connection is closed after that; so this waits until the clients that have gone are done with.
sub logged {
    my ($self, $name) = @_;
    wait_until(sub { !$self->_connections });
    return split /^/, $self->_slurp($name);
}

# The next stop() or errors() overlooks the error log's lines that match. A crash cannot be overlooked.
sub expect_log {
    my ($self, @patterns) = @_;
    push @{ $self->{expected} }, @patterns;
    return $self;
}

# Lines of the error log at warn or above, and any sign of a crash at whatever level.
sub errors {
    my ($self) = @_;
    my @found;
    for my $line (split /^/, $self->error_log . $self->_slurp('output')) {
        my $crash = $line =~ /Sanitizer|runtime error:|exit signal|Assertion|core dump|^==\d+== .*(?:Invalid \w+ of|\bxp_)/;
        next unless $crash || $line =~ /\[[\w-]+:(?:warn|error|crit|alert|emerg)\]/;
        next if !$crash && grep { $line =~ $_ } @{ $self->{expected} };
        push @found, $line;
    }
    return @found;
}

# Processes of the server but the first, and a figure of /proc about one of them: VmHWM, VmRSS, RssAnon … in KiB.
sub children {
    my ($self) = @_;
    my @pids;
    for my $stat (glob '/proc/[0-9]*/stat') {
        open my $in, '<', $stat or next;
        my $line = <$in>;
        push @pids, $1 if defined $line && $line =~ /^(\d+) \(.*\) \S (\d+) / && $2 == $self->{pid};
    }
    return sort { $a <=> $b } @pids;
}

sub _threaded_children {
    my ($self) = @_;
    return grep { ($self->_status($_) =~ /^Threads:\s+(\d+)/m ? $1 : 0) > 1 } $self->children;
}

sub _status {
    my ($class, $pid) = @_;
    open my $in, '<', "/proc/$pid/status" or return '';
    return join '', <$in>;
}

sub memory {
    my ($class, $pid, $what) = @_;
    my ($value) = $class->_status($pid) =~ /^$what:\s+(\d+) kB/m;
    return $value;
}

1;
