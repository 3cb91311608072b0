# What the open lists name most is known, or docs/catalogue.md says why not: of the entries of third-party-web (MIT) for analytics, tag
# managers and marketing, the sixty that are met on most pages. XP_LISTS=200 looks at as many.
use strict;
use warnings;
use JSON::PP;
use Test::More;
use Test::File;
use Test::Httpd;

my $modules = $ENV{XP_NODE_MODULES} || "$Test::Httpd::ROOT/build/node_modules";
my $list = "$modules/third-party-web/dist/entities-httparchive.json";
plan skip_all => "$list is not here (make deps-all)" unless -e $list;
my $MOST = $ENV{XP_LISTS} || 60;

# The hosts of the catalogue's url rows: host => vendor.
my %vendor;
for (split /\n/, `'$Test::Httpd::OUT/xpurpose-explain' --list=conf`) {
    my ($name, $kind, $host) = m{^XPurposeVendor (\S+) (url\S*) "?([^/?" ]+)} or next;
    next if $kind =~ /:(?!.*(?:script|pixel|picture|frame|known))/;    # for hints only: it spares what is there
    $vendor{ lc $host } ||= $name;
}

# The vendors that have a row on one of the domains, "*.example.com" or "a.example.com".
sub known {
    my %found;
    for my $domain (map { s/^\*\.//r } @_) {
        for my $host (keys %vendor) {
            my $pattern = join '[^.]*', map { quotemeta } split /\*/, $host, -1;
            $found{ $vendor{$host} } = 1 if $host =~ /(?:^|\.)\Q$domain\E$/ || $domain =~ /(?:^|\.)$pattern$/;
        }
    }
    return sort keys %found;
}

# Those that stay: name, tab, why; a comment begins with '#'.
my %why = map { /^#|^\s*$/ ? () : /^(.+?)\t+(\S.*)$/ ? ($1 => $2) : die "t/data/lists-out.txt: $_\n" } split /\n/, slurp("$Test::Httpd::ROOT/t/data/lists-out.txt");
my $docs = slurp("$Test::Httpd::ROOT/docs/catalogue.md");

my @all = sort { $b->{totalOccurrences} <=> $a->{totalOccurrences} || $a->{name} cmp $b->{name} }
    grep { $_->{category} =~ /^(?:analytics|tag-manager|marketing)$/ } @{ decode_json(slurp($list)) };
my @most = @all[0 .. ($MOST < @all ? $MOST : @all) - 1];
my %listed = map { $_->{name} => 1 } @all;
is scalar @most, $MOST, "the list has $MOST" unless $MOST > @all;

for my $entry (@most) {
    my ($name, @vendors) = ($entry->{name}, known(@{ $entry->{domains} }));
    if (defined $why{$name}) {
        is "@vendors", '', "$name: out of scope, and no row is about it";
        like $docs, qr/^\| \Q$name\E \|/m, '... as docs/catalogue.md says';
    } else {
        ok @vendors > 0, sprintf '%s (%s, %d pages): %s', $name, $entry->{category}, $entry->{totalOccurrences}, "@vendors" || 'nobody' or diag "@{ $entry->{domains} }";
    }
}
is_deeply [grep { !$listed{$_} } sort keys %why], [], 'what is said to be out of scope is in the list';
done_testing;
