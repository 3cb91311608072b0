# Pages in headless Chromium, with the header and without: what a load sends to whom, what it throws, what it shows.
# t/js/browser.mjs does the loading and says how; here is what starts it (or another such program), and what its findings come to.
package Test::Browser;

use strict;
use warnings;
use Cwd 'abs_path';
use File::Basename 'dirname';
use File::Temp ();
use JSON::PP ();
use Test::More;

our $TOOLS = abs_path(dirname(__FILE__) . '/../../js');

sub chromium {
    for my $name (qw(chromium chromium-browser)) {
        chomp(my $path = `command -v $name 2>/dev/null`);
        return $path if length $path;
    }
    return;
}

# What the loading needs and is not installed, or nothing.
sub lacks {
    return 'chromium is not installed (make deps-all)' unless chromium();
    return 'node is not installed (make deps-all)' unless `node --version 2>/dev/null`;
    return 'openssl is not installed (make deps-all)' unless `openssl version 2>/dev/null`;
    return;
}

# Ends the test file with SKIP unless what the loading needs is installed.
sub needs {
    my $lacks = lacks();
    plan skip_all => $lacks if $lacks;
    return;
}

# Runs one of the programs that drive Chromium, and returns the list that it prints. It is told where Chromium, a certificate for every
# host, a folder of its own and the server are, and what else is given.
sub run {
    my ($tool, $httpd, %spec) = @_;
    my $folder = File::Temp::tempdir('xpurpose-browser-XXXXXX', TMPDIR => 1, CLEANUP => 1);
    my ($key, $cert) = ("$folder/key.pem", "$folder/cert.pem");
    system('openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=sink '
            . "-keyout $key -out $cert 2>$folder/openssl.log") == 0 or die "openssl made no certificate\n";

    open my $out, '>:raw', "$folder/spec.json" or die "spec.json: $!\n";
    print {$out} JSON::PP->new->canonical->encode({ %spec, chromium => chromium(), folder => $folder, key => $key, cert => $cert,
        httpd => $httpd->port });
    close $out or die "spec.json: $!\n";

    open my $in, '-|', 'node', "$TOOLS/$tool", "$folder/spec.json" or die "node: $!\n";
    local $/;
    my $found = <$in>;
    close $in or die "$tool failed\n";
    return @{ JSON::PP::decode_json($found) };
}

# Loads pages through a server, and returns what was found. Options: pages, owners, globals and settle as browser.mjs has them; an
# owner also has a class, and forms: { page => [form …] }, where '*' stands for any page.
sub load {
    my ($httpd, %spec) = @_;
    return run('browser.mjs', $httpd, settle => 1500, lanes => 3, pictures => $ENV{XP_PICTURES}, %spec);
}

# The form of the element that a page made a request with, as near as can be told: what is in noscript loads without scripts.
sub _form {
    my ($owner, $page, $load) = @_;
    my @forms = @{ $owner->{forms}{$page} || $owner->{forms}{'*'} || ['elsewhere'] };
    my ($form) = grep { /noscript/ ? $load =~ /noscript/ : $load !~ /noscript/ } @forms;
    return $form || $forms[0];
}

# Hits of all pages: { class => { "vendor, form" => { plain => n, preview => n } } }, and a list of those with the header.
sub hits {
    my ($owners, @found) = @_;
    my (%table, @left);
    for my $page (@found) {
        for my $load (sort keys %{ $page->{loads} || {} }) {
            my ($kind) = $load =~ /^(plain|preview)/;
            for (@{ $page->{loads}{$load}{requests} }) {
                my ($host, $path, $number) = @$_;
                next if $number < 0;
                my $owner = $owners->[$number];
                $table{ $owner->{class} }{"$owner->{vendor}, " . _form($owner, $page->{name}, $load)}{$kind}++;
                push @left, "$page->{name}: $host$path" if $kind eq 'preview';
            }
        }
    }
    return (\%table, @left);
}

# (without, with) of one class.
sub total {
    my ($rows) = @_;
    my %sum = (plain => 0, preview => 0);
    for my $row (values %{ $rows || {} }) {
        $sum{$_} += $row->{$_} || 0 for keys %sum;
    }
    return @sum{qw(plain preview)};
}

sub table {
    my ($table) = @_;
    my $text = sprintf "%-60s %8s %8s\n", 'hits', 'without', 'with';
    for my $class (sort keys %$table) {
        $text .= sprintf "%-60s %8d %8d\n", uc $class, total($table->{$class});
        for my $row (sort keys %{ $table->{$class} }) {
            $text .= sprintf "  %-58s %8d %8d\n", $row, map { $table->{$class}{$row}{$_} || 0 } qw(plain preview);
        }
    }
    return $text;
}

1;
