# Another server for a test, such as Varnish, nginx or php-cgi: a private instance in the foreground, with its own temporary
# folder and a free loopback port, killed at the end.
#
#   my $nginx = Test::Service->new(
#       command => ['nginx', '-p', '%DIR%', '-c', '%DIR%/nginx.conf'],
#       files => { 'nginx.conf' => 'daemon off; … listen 127.0.0.1:%PORT%; …' },
#       folders => ['cache']);        # that it may write to
#   my $r = $nginx->get('/page.html', 'X-Purpose' => 'preview');
#   $nginx->stop;
#
# In command and files, %DIR% is the folder and %PORT% the port.
package Test::Service;

use strict;
use warnings;
use File::Path qw(make_path remove_tree);
use IO::Socket::INET;
use POSIX ();
use Test::Http;
use Test::Httpd;
use Time::HiRes qw(sleep time);

my %live;    # folder => object, for END

# Where a program is, or undef.
sub program {
    my ($class, @names) = @_;
    for my $name (@names) {
        for my $folder (split(/:/, $ENV{PATH}), qw(/usr/sbin /usr/local/sbin)) {
            return "$folder/$name" if -x "$folder/$name" && !-d _;
        }
    }
    return;
}

# Options: command, files, folders, env. Dies if it does not come up; another process may take the port meanwhile, so it is
# tried with three.
sub new {
    my ($class, %opt) = @_;
    my $self = bless { files => {}, folders => [], env => {}, %opt }, $class;

    for (1 .. 3) {
        $self->_set_up;
        return $self if $self->_launch;
        $self->_remove unless $_ == 3;
    }
    die "$self->{command}[0] did not start:\n" . $self->output;
}

sub dir { return $_[0]{dir} }
sub port { return $_[0]{port} }
sub pid { return $_[0]{pid} }

sub _fill_in {
    my ($self, $text) = @_;
    $text =~ s/%DIR%/$self->{dir}/g;
    $text =~ s/%PORT%/$self->{port}/g;
    return $text;
}

sub _set_up {
    my ($self) = @_;
    my $socket = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => 0, Listen => 1) or die "bind: $!\n";

    $self->{port} = $socket->sockport;
    $self->{dir} = Test::Httpd::folder();
    $live{ $self->{dir} } = $self;
    for my $folder (@{ $self->{folders} }) {
        make_path("$self->{dir}/$folder");
        chmod 0777, "$self->{dir}/$folder";
    }
    for my $name (keys %{ $self->{files} }) {
        open my $out, '>:raw', "$self->{dir}/$name" or die "$name: $!\n";
        print {$out} $self->_fill_in($self->{files}{$name});
        close $out;
    }
    return;
}

sub _launch {
    my ($self) = @_;
    my @command = map { $self->_fill_in($_) } @{ $self->{command} };
    my $pid = fork;

    die "fork: $!\n" unless defined $pid;
    if (!$pid) {
        POSIX::setsid();
        %ENV = (%ENV, %{ $self->{env} });
        open STDIN, '<', '/dev/null';
        open STDOUT, '>', "$self->{dir}/output";
        open STDERR, '>&', \*STDOUT;
        { exec @command };
        POSIX::_exit(127);
    }
    $self->{pid} = $pid;
    for (my $end = time + 60; time < $end; sleep 0.02) {
        my $answers = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $self->{port});
        sleep 0.05 if $answers;    # if it is somebody else who answers, ours has ended by then
        if (waitpid($pid, POSIX::WNOHANG()) == $pid) {
            delete $self->{pid};
            return 0;
        }
        return 1 if $answers;
    }
    $self->_kill;
    return 0;
}

sub output {
    my ($self) = @_;
    open my $in, '<:raw', "$self->{dir}/output" or return '';
    local $/;
    return scalar <$in>;
}

# The whole process group goes: these servers have children of their own.
sub _kill {
    my ($self) = @_;
    my $pid = delete $self->{pid} or return;
    kill TERM => $pid;
    for (1 .. 300) {
        last if waitpid($pid, POSIX::WNOHANG());
        sleep 0.01;
    }
    kill KILL => -$pid;
    waitpid $pid, 0;
    return;
}

sub _remove {
    my ($self) = @_;
    delete $live{ $self->{dir} };
    remove_tree($self->{dir});
    return;
}

sub stop {
    my ($self) = @_;
    $self->_kill;
    $self->_remove;
    return;
}

END {
    local $?;
    $_->stop for values %live;
}

sub client { return Test::Http->new($_[0]{port}) }

# One request on a connection of its own.
sub get {
    my ($self, $path, @headers) = @_;
    return $self->client->request('GET', $path, [@headers, Connection => 'close']);
}

# The names of files under a folder that hold one of these texts.
sub files_with {
    my ($class, $folder, @texts) = @_;
    my (@found, @queue);

    @queue = ($folder);
    while (defined(my $path = shift @queue)) {
        if (-d $path) {
            push @queue, glob "$path/*";
        } elsif (open my $in, '<:raw', $path) {
            local $/;
            my $content = <$in>;
            push @found, $path if defined $content && grep { index($content, $_) >= 0 } @texts;
        }
    }
    return @found;
}

1;
