# What httpd -t -D DUMP_XPURPOSE prints, taken apart.
package Test::Dump;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = qw(hosts_of named);

# The hosts by their number, each { name, line, entries => [{ what, line, note, set => ["XPurpose On", …] }, …] }; the first entry is the host's
# own. The server's folder is DIR, that of its documents DOCS.
sub hosts_of {
    my ($httpd, $output) = @_;
    my ($file, $docs) = ($httpd->dir . '/httpd.conf', $httpd->dir . '/docs');
    my (@hosts, $entry);
    for (map { s/\Q$docs\E/DOCS/gr } split /\n/, $output) {
        if (/^# host (.*) \(\Q$file\E(?::(\d+))?\)$/) {
            push @hosts, { name => $1, line => $2, entries => [$entry = { what => '', set => [] }] };
        } elsif (/^#    (<.*>) \(\Q$file\E:(\d+)\)(?:: (.*))?$/) {
            push @{ $hosts[-1]{entries} }, $entry = { what => $1, line => $2, note => $3 // '', set => [] };
        } elsif (/^# +(XPurpose\w*) +(\S.*)$/) {
            push @{ $entry->{set} }, "$1 $2" =~ s/\Q$httpd->{dir}\E/DIR/gr;
        }
    }
    return @hosts;
}

# Of vendors with a class each the names that words of XPurposeVendors stand for, in alphabetical order.
sub named {
    my ($words, %class) = @_;
    my %on;
    for (split ' ', $words) {
        my ($sign, $word) = /^([+-]?)(.*)$/;
        for my $name (keys %class) {
            my $meant = $word eq $name || $word eq "\@$class{$name}" || $word eq 'All' || ($word eq 'default' && $class{$name} ne 'abtest');
            $on{$name} = $sign ne '-' if $meant;
        }
    }
    return join ' ', grep { $on{$_} } sort keys %class;
}

1;
