# Figures that a document tells its readers, for tests that measure what they are.
#
#   my ($view, $held) = said('README', qr/about ([\d,]+) instructions.*?; ([\d,]+) where/);    # 1200, 1500
#
# White space and line ends of the document count as one space. That it says so, once, is a test of its own.
package Test::Said;

use strict;
use warnings;
use Exporter 'import';
use Test::Httpd;
use Test::More;

our @EXPORT = qw(said as_said);

sub said {
    my ($name, $pattern) = @_;
    open my $in, '<', "$Test::Httpd::ROOT/$name" or die "$name: $!\n";
    my $text = join(' ', <$in>) =~ s/\s+/ /gr;
    my @found = $text =~ /$pattern/g;
    my $wanted = () = "$pattern" =~ /(?<!\\)\((?!\?)/g;

    ok @found == $wanted, "$name says once: $pattern" or die "$name says $pattern @{[@found / $wanted]} times\n";
    return map { tr/,//dr } @found;
}

# A test that what was measured is what is said, within a part of it (0.1) that differs between machines and releases of httpd.
sub as_said {
    my ($got, $told, $room, $what) = @_;
    return ok abs($got - $told) <= $room * $told, sprintf '%s: %.4g, and %s is said', $what, $got, $told;
}

1;
