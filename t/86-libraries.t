# Pages of today, built with the real libraries, in headless Chromium: as a preview they are what they are without the header, to the
# last node, word on the console and request to the site. Only the vendors' hosts are not asked. So it is with the gate where a page's
# scripts name a vendor, and with one that knows the whole catalogue.
use strict;
use warnings;
use Test::More;
use File::Temp ();
use JSON::PP ();
use Test::Browser;
use Test::Httpd;

Test::Browser::needs();
my $modules = $ENV{XP_NODE_MODULES} || "$Test::Httpd::ROOT/build/node_modules";
for my $part ("$modules/react-server-dom-webpack", "$modules/htmx4", map { "/usr/share/javascript/$_" } qw(prototype mootools)) {
    plan skip_all => "$part is not here (make deps-all)" unless -e $part;
}

my $httpd = Test::Httpd->new(modules => ['headers'], conf => <<'CONF')->start;
XPurpose On
<Directory "%DOCS%">
    AllowOverride FileInfo
</Directory>
<If "req('X-Gate') == 'all'">
    XPurposeGate All
</If>
CONF
my @found = Test::Browser::run('libraries.mjs', $httpd, docs => $httpd->dir . '/docs', only => $ENV{XP_PAGES});
cmp_ok scalar @found, '>', 20, 'dozens of pages' unless $ENV{XP_PAGES};

# Both lists are the same; what only one of them has is told.
sub same {
    my ($plain, $preview, $name) = @_;
    my %count;
    $count{$_}++ for @$plain;
    $count{$_}-- for @$preview;
    my @differ = map { (($count{$_} > 0 ? 'without: ' : 'with: ') . $_) x abs $count{$_} } sort keys %count;
    @differ = ("order without: @$plain", "order with: @$preview") if !@differ && "@$plain" ne "@$preview";
    ok !@differ, $name or diag join "\n", @differ[0 .. ($#differ < 20 ? $#differ : 20)];
    return;
}

for my $page (@found) {
    my ($name, $plain) = ("$page->{name} ($page->{what})", $page->{plain});
    if ($page->{failed}) {
        fail "$name: $page->{failed}";
        next;
    }
    note "$name says without the header: $_" for @{ $plain->{said} };
    is_deeply $plain->{missing}, [], "$name: without the header every signal comes";
    cmp_ok scalar @{ $plain->{hits} }, '>', 0, "$name: without the header vendors are asked";
    for my $way (qw(preview all)) {
        my ($preview, $how) = ($page->{$way}, "$name, $way");
        is_deeply $preview->{hits}, [], "$how: no vendor is asked" unless $way eq 'preview' && $page->{hidden};
        same $plain->{ran}, $preview->{ran}, "$how: the same runs, in the same order";
        same $plain->{later}, $preview->{later}, "$how: who waits for a vendor goes on";
        same $plain->{said}, $preview->{said}, "$how: nothing else is thrown or said";
        same $plain->{asked}, $preview->{asked}, "$how: the site is asked for the same";
        same $plain->{dom}, $preview->{dom}, "$how: the document is the same";
    }
}
$httpd->stop;
done_testing;
