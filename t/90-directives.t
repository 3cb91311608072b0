# The directives as the module has them, as docs/directives.md describes them and as conf/xpurpose.conf lists them are the same: names,
# contexts, defaults.
use strict;
use warnings;
use Test::More;
use Test::File;
use Test::Httpd;

# What `httpd -L` says, without names that are out of use: name => { help, allowed }.
sub from_module {
    my $httpd = Test::Httpd->new;
    my ($status, $list) = $httpd->run('-L');
    my %found;
    while ($list =~ /^(\w+) \(mod_xpurpose\.c\)\n((?:\t.*\n)+)/mg) {
        my ($name, $text) = ($1, $2);
        my ($help, $allowed) = $text =~ /^\t(.*?)\n\t(Allowed in .*)$/s or die "$name: what is this?\n$text";
        $found{$name} = { help => $help, allowed => $allowed } unless $help =~ /^old name of XPurpose/;
    }
    $httpd->shut_down;
    return %found;
}

# The entries of docs/directives.md: name => { Field => [lines] }.
sub from_readme {
    my %found;
    my ($name, $field);
    for (split /\n/, slurp("$Test::Httpd::ROOT/docs/directives.md")) {
        if (/^## (XPurpose\w*)$/) {
            $name = $1;
            undef $field;
        } elsif (defined $name && /^    ([A-Z]\w+):\s+(.+)$/) {
            $field = $1;
            push @{ $found{$name}{$field} }, $2;
        } elsif (defined $field && /^ {10,}(\S.*)$/) {
            push @{ $found{$name}{$field} }, $1;
        } else {
            undef $field;
        }
    }
    return %found;
}

my %module = from_module();
my %readme = from_readme();
my $conf = slurp("$Test::Httpd::ROOT/conf/xpurpose.conf");
my %conf = map { $_ => 1 } $conf =~ /^\s*#?\s*(XPurpose\w*)\s/mg;

cmp_ok scalar keys %module, '>=', 8, 'httpd -L lists the directives';
is_deeply [sort keys %readme], [sort keys %module], 'docs/directives.md describes all of them, and no others';
is_deeply [sort keys %conf], [sort keys %module], 'conf/xpurpose.conf lists all of them, and no others';

for my $name (sort keys %module) {
    my ($help, $allowed) = @{ $module{$name} }{qw(help allowed)};
    my $entry = $readme{$name} || {};

    is_deeply [grep { !$entry->{$_} } qw(Description Syntax Default Context)], [], "$name: docs/directives.md has every field";
    is_deeply [grep { !/^\Q$name\E / } @{ $entry->{Syntax} || [] }], [], "$name: each syntax begins with the name";
    like $help, qr/^\S.{20,}$/, "$name: the help string is a sentence";

    my $context = join ' ', @{ $entry->{Context} || [] };
    is $context =~ /\.htaccess/ ? 1 : 0, $allowed =~ /\.htaccess/ ? 1 : 0, "$name: allowed in .htaccess, or not, as docs/directives.md says";
    is $context =~ /directory/ ? 1 : 0, $allowed =~ /anywhere|inside <Directory>/ ? 1 : 0, "$name: allowed in <Directory>, or not";
    is $entry->{Override} ? 1 : 0, $allowed =~ /\.htaccess/ ? 1 : 0, "$name: an Override where there is .htaccess";
    for my $default (grep { /^XPurpose/ } @{ $entry->{Default} || [] }) {
        like $conf, qr/^\s*#\s*\Q$default\E\s*$/m, "conf/xpurpose.conf has '$default', commented out";
    }
}

unlike $conf, qr/^\s*XPurpose/m, 'installing conf/xpurpose.conf changes nothing until a line is uncommented';
is +Test::Httpd->configtest($conf), '', 'conf/xpurpose.conf is a good configuration';
(my $active = $conf) =~ s/^(\s*)#\s*(?=XPurpose\w*\s)/$1/mg;
is +Test::Httpd->configtest($active), '', 'and so it is with every directive in force';

done_testing;
