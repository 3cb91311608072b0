# What a request costs, in instructions in user space: next to nothing without the header, whatever the page's size, and a bounded
# number for each byte of a page that is scanned.
use strict;
use warnings;
use Test::Cost;
use Test::Httpd;
use Test::More;
use Test::Said;

plan skip_all => 'valgrind is not installed (make deps-all)' unless Test::Cost::has('valgrind');
plan skip_all => 'under a sanitizer everything costs more' if `ldd '@{[Test::Httpd::module()]}'` =~ /asan/;

require "$Test::Httpd::ROOT/bench/pages.pl";
our %SIZE;
my %DOCUMENTS = ('small.html' => page($SIZE{small}), 'middle.html' => page($SIZE{middle}), 'image.png' => "\x89PNG\r\n\x1a\n" . 'p' x (105 * 1024));

sub options {
    my ($loaded, $conf) = @_;
    return { xpurpose => $loaded, conf => "MaxKeepAliveRequests 0\n<VirtualHost *>\nCustomLog /dev/null common env=never\n$conf\n</VirtualHost>" };
}

sub cost { return Test::Cost::instructions(options(@_[0, 1]), \%DOCUMENTS, @_[2 .. $#_]) }

sub at_most {
    my ($got, $limit, $what, $format) = @_;
    ok($got <= $limit, sprintf "%s: ${\($format || '%.0f')} instructions, at most %s", $what, $got, $limit);
    return;
}

# An ordinary view. The module itself takes 200, of which 38 are for finding that no snippet is put in anywhere, with two more hooks; the rest is
# what httpd does for a hook, and for any Vary field: about 1,030, which differs by twenty from folder to folder. The aim is 1,200 in all.
my $VARY = 1270;
my $plain = cost(0, '', '/small.html');
cmp_ok($plain, '>', 10_000, 'httpd without the module is counted');
at_most(cost(1, '', '/small.html') - $plain, 240, 'Off');
at_most(cost(1, "XPurpose On\nXPurposeVary Off", '/small.html') - $plain, 240, 'On, without Vary');
my $view = cost(1, 'XPurpose On', '/small.html') - $plain;
at_most($view, $VARY, 'On');
my $page = cost(0, '', '/middle.html');
at_most(cost(1, 'XPurpose On', '/middle.html') - $page, $VARY, 'On, a page nine times as large');
my $holding = cost(1, "XPurpose On\nXPurposeAction prerender Hold\nXPurposeAction prefetch Hold", '/small.html') - $plain;

my @told = said('README', qr/without the header: about ([\d,]+) instructions, .*?; ([\d,]+) where pages are held, .*? A static file takes httpd ([\d,]+)\./);
as_said($view, $told[0], 0.1, 'a view');
as_said($holding, $told[1], 0.1, 'a view where pages are held');
as_said($plain, $told[2], 0.15, 'a static file, without the module');

# A preview. Of the 12 KB page a quarter is snippets, which are read word by word. With twice the vendors and rows that the catalogue once had,
# one word in ten more is looked at again.
my $engine = Test::Cost::program('engine');
my $pages = "$Test::Httpd::OUT/build/bench";
system($^X, "$Test::Httpd::ROOT/bench/pages.pl", $pages) == 0 or die "no pages\n";
my $wide = do { open my $in, '<', '/proc/cpuinfo' or die "cpuinfo: $!\n"; local $/; <$in> =~ /\bavx2\b/ };
for (['small', 18.2, 19.8], ['middle', 5.6, 6.5], ['large', 4.4, 5.1], ['script', 0.5, 0.6], ['style', 0.2, 0.35]) {    # with AVX2, and with less
    my ($name, $limit) = ($_->[0], $_->[$wide ? 1 : 2]);
    my $file = "$pages/$name.html";
    at_most(Test::Cost::engine_instructions($engine, $file) / -s $file, $limit, "the engine, a byte of the $name page", '%.2f');
}
$Test::Cost::REQUESTS = 100;
my $alone = Test::Cost::engine_instructions($engine, "$pages/small.html");
at_most(cost(1, 'XPurpose On', '/small.html', 'X-Purpose' => 'preview') - $plain - $alone, 32_000, 'a preview, beside the engine');    # 400 of it come and go with where the linker puts texts

# A held page of 105 KB, beside the same request's stripped one: nothing goes, but of scripts more is asked. The aim is 1.
my @ahead = ('/middle.html', 'Sec-Purpose' => 'prefetch;prerender', 'Sec-Fetch-Dest' => 'document');
my ($stripped, $held) = map { cost(1, "XPurpose On\nXPurposeAction prerender $_", @ahead) } qw(Strip Hold);
at_most($held / $stripped, 1.01, 'a held page, in stripped ones', '%.3f');
as_said($held / $stripped, $_, 0.01, 'the same')
    for said('README', qr/as many instructions as the same request with Strip \(([\d.]+)\)/), said('docs/prerender.md', qr/same request with `Strip` \| ([\d.]+) \|/);

# The site's snippet put into a view of 105 KB, whose head ends after 14: 12,000 for the response's fields and the buckets, the head's bytes, or
# all. And a file that is no page, in such a scope: what it is is asked again and again until its type is known.
my @scopes = map { qq{XPurpose On\nXPurposeInsert $_ "<script async src='https://www.googletagmanager.com/gtag/js?id=G-COST000001'></script>"} } qw(head-start head-end body-end);
my $image = cost(0, '', '/image.png');
at_most(cost(1, $scopes[0], '/middle.html') - $page, 12_600, 'a snippet behind <head>');
at_most(cost(1, $scopes[1], '/middle.html') - $page, $wide ? 38_500 : 55_000, '... before </head>');
at_most(cost(1, $scopes[2], '/middle.html') - $page, $wide ? 290_000 : 400_000, '... before </body>');
at_most(cost(1, $scopes[1], '/image.png') - $image, 1_400, 'an image where a snippet is put in');

# The catalogue is compiled at the start: 20 ms are 51 million instructions.
at_most(Test::Cost::start_instructions(options(1, 'XPurpose On')) - Test::Cost::start_instructions(options(0, '')), 51_000_000, 'the start');

done_testing();
