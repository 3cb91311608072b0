# The lines that a document tells its readers to write: its indented blocks, as they stand.
#
#   my $recipes = Test::Recipe->new('docs/backends.md');
#   my $conf = $recipes->lines('ProxyPass ');       # the block that holds this; that there is one, and only one, is a test
package Test::Recipe;

use strict;
use warnings;
use Test::Httpd;
use Test::More;

sub new {
    my ($class, $name) = @_;
    open my $in, '<:raw', "$Test::Httpd::ROOT/$name" or die "$name: $!\n";
    local $/;
    my $text = <$in>;
    return bless { name => $name, blocks => [map { s/^ {4}//gmr } $text =~ /^((?: {4}.*\n|\n+(?= {4}))+)/mg] }, $class;
}

sub lines {
    my ($self, $word) = @_;
    my @found = grep { /\Q$word\E/ } @{ $self->{blocks} };
    is scalar @found, 1, "$self->{name} says once: $word";
    return defined $found[0] ? $found[0] =~ s/\A\n+//r : '';
}

1;
