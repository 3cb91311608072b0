# Files as tests read and write them: whole, and byte for byte. What cannot be read or written ends the test.
package Test::File;

use strict;
use warnings;
use Exporter 'import';

our @EXPORT = qw(slurp spurt);

sub slurp {
    my ($name) = @_;
    open my $in, '<:raw', $name or die "$name: $!\n";
    local $/;
    return scalar <$in>;
}

# Writes the file, with this mode if one is given, and returns its name.
sub spurt {
    my ($name, $content, $mode) = @_;
    open my $out, '>:raw', $name or die "$name: $!\n";
    print {$out} $content or die "$name: $!\n";
    close $out or die "$name: $!\n";
    !defined $mode or chmod $mode, $name or die "$name: $!\n";
    return $name;
}

1;
