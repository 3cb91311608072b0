# Saved pages of the web in headless Chromium, through a real httpd: what hits are left with the header, what is thrown that was
# not thrown without, and whether the pictures are the same. `make eval` shows the table by vendor and form.
use strict;
use warnings;
use Test::More;
use Test::Browser;
use Test::Saved;

Test::Saved::needs();
Test::Browser::needs();

my ($pages, $owners, $globals) = Test::Saved::read_all();
my $httpd = Test::Saved::server();
my @found = Test::Browser::load($httpd, owners => $owners, globals => $globals, pages => $pages);

is_deeply [map { $_->{failed} ? "$_->{name}: $_->{failed}" : () } @found], [], 'every page was looked at';
my ($table, @left) = Test::Browser::hits($owners, @found);
note Test::Browser::table($table);
note "left: $_" for @left;
my ($hits) = Test::Browser::total($table->{analytics});
cmp_ok $hits, '>', 3 * @$pages, 'without the header, a page has more than three hits on the average' unless $ENV{XP_PAGES};
# What is left is sent with scripting off, by a noscript that does other work as well, which stays (1 hit of 285).
my %left = (analytics => 0.01);
for my $class (sort keys %$table) {
    my ($without, $with) = Test::Browser::total($table->{$class});
    cmp_ok $with, '<=', $without * ($left{$class} || 0), "$class: $with of $without hits are left";
}

for my $page (grep { !$_->{failed} } @found) {
    is_deeply $page->{fresh}, [], "$page->{name}: nothing is thrown that is not thrown without the header";
    next unless $page->{pixels};
    cmp_ok $page->{pixels}{preview}, '<=', $page->{pixels}{plain},
        "$page->{name}: the picture differs by no more than two plain ones do";
}
$httpd->stop;
done_testing;
