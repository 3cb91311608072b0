# XPurposeVendor: rows that are added, rows that are taken away, and a catalogue that takes the compiled-in one's place.
# `httpd -t -D DUMP_XPURPOSE` tells what is in force, as directives.
use strict;
use warnings;
use Test::Httpd;
use Test::More;

# What is in force with this configuration: the lines of the dump.
sub in_force {
    my ($conf) = @_;
    my $httpd = Test::Httpd->new(conf => $conf);
    my ($status, $dump) = $httpd->run('-t', '-D', 'DUMP_XPURPOSE');
    $httpd->shut_down;
    is $status, 0, 'a good configuration' or diag substr $dump, -500;
    return grep { $_ ne 'Syntax OK' && !/^#/ } split /\n/, $dump;
}

# What a configuration changes: the lines that are no more, and those that are new.
my @catalogue = in_force('');
sub changed {
    my %was = map { $_ => 1 } @catalogue;
    my @now = in_force($_[0]);
    my %is = map { $_ => 1 } @now;
    return [map({"- $_"} grep { !$is{$_} } @catalogue), map {"+ $_"} grep { !$was{$_} } @now];
}

cmp_ok scalar @catalogue, '>', 1500, 'the whole catalogue, as directives';
is $catalogue[0], 'XPurposeVendor None', '... that begins with nothing';
is_deeply [grep { !/^XPurposeVendor [a-z0-9-]+ (?:class|url|inline|global|element|block|stub|makes|spare)\b/ } @catalogue[1 .. $#catalogue]], [], '... and has a line for each row';
is_deeply changed(''), [], 'nothing said, nothing changed';

# ---- Rows that are added ----

my $line = 'XPurposeVendor matomo url /stats/a.js';
is_deeply changed($line), ["+ $line"], 'a row';
is_deeply changed("$line\n$line"), ["+ $line"], 'the same row twice is one';
is_deeply changed('XPurposeVendor Matomo URL /piwik.js'), [], 'one that the catalogue has is no other';
is_deeply changed('XPurposeVendor matomo url:known,script /piwik.js'),
    ['- XPurposeVendor matomo url /piwik.js', '+ XPurposeVendor matomo url:script,known /piwik.js'], '... but what is said of it holds';
is_deeply changed("XPurposeVendor mine url:hint Mine.example.com/A\nXPurposeVendor mine url mine.Example.com/A mine.example.com/a"),
    ['+ XPurposeVendor mine class site', '+ XPurposeVendor mine url mine.Example.com/A', '+ XPurposeVendor mine url mine.example.com/a'],
    'the last line holds; case counts in paths only';
is_deeply [grep { !/stub:?\w* / } @{ changed('XPurposeVendor google-analytics stub "var ga = \'\\\\\\"\'"') }], [], 'a stub';
my @stubs = grep { /^\+/ } @{ changed('XPurposeVendor google-analytics stub "var ga = \'\\\\\\"\'"') };
is_deeply \@stubs, ['+ XPurposeVendor google-analytics stub "var ga = \'\\\\\\"\'"'], '... takes the place of those of the catalogue, whatever is in it';
is scalar(grep { /^- XPurposeVendor google-analytics stub/ } @{ changed('XPurposeVendor google-analytics stub "x=1;"') }), 2, '... of both';
is_deeply changed("XPurposeVendor mine stub \"x=1;\"\nXPurposeVendor mine stub \"x=2;\"\nXPurposeVendor mine stub:short \"x=3;\""),
    ['+ XPurposeVendor mine class site', '+ XPurposeVendor mine stub "x=2;"', '+ XPurposeVendor mine stub:short "x=3;"'], 'of two stubs the last';
my ($spare) = grep { /^XPurposeVendor site-analytics spare / } @catalogue;
is_deeply changed('XPurposeVendor site-analytics spare mine ours'), ["- $spare", '+ ' . $spare =~ s/"$/ mine ours"/r], 'words that spare come to those that are there';

is_deeply changed("XPurposeVendor mine makes \"one two\" three\nXPurposeVendor mine makes:a.js,b.js,, four\nXPurposeVendor mine makes:c.js three"),
    ['+ XPurposeVendor mine class site', '+ XPurposeVendor mine makes "one two"', '+ XPurposeVendor mine makes:c.js three', '+ XPurposeVendor mine makes:a.js,b.js,, four'], 'what a file makes, with words as they are said last';

# What docs/catalogue.md and docs/directives.md show are lines that httpd takes.
for my $name ('docs/directives.md', 'docs/catalogue.md') {
    open my $in, '<', "$Test::Httpd::ROOT/$name" or die "$name: $!\n";
    my @shown = map { /^ {4,11}(XPurposeVendor [a-z0-9-]+\s+\S.*)$/ ? $1 : () } <$in>;
    cmp_ok scalar @shown, '>', 2, "$name shows " . @shown . ' lines';
    is +Test::Httpd->configtest(join "\n", @shown), '', '... which are good';
}

# README's line for a library that a site serves itself.
{
    open my $in, '<', "$Test::Httpd::ROOT/README" or die "README: $!\n";
    my @lines = map { /(XPurposeVendor \S+ url \S+)$/ ? $1 : () } <$in>;
    is_deeply [map { @{ changed($_) } } @lines], ['+ XPurposeVendor plausible url /js/script.js'], 'and what README shows is one';
}

# ---- Classes ----

is_deeply changed("XPurposeVendor mine class abtest\nXPurposeVendor optimizely class marketing\nXPurposeVendor mine url mine.example.com"),
    ['- XPurposeVendor optimizely class abtest', '+ XPurposeVendor optimizely class marketing', '+ XPurposeVendor mine class abtest', '+ XPurposeVendor mine url mine.example.com'],
    'a class is said of whatever vendor';

# ---- Rows that are taken away ----

my $taken = 'XPurposeVendor matomo -url /piwik.js /matomo.js';
my $gone = ['- XPurposeVendor matomo url /matomo.js', '- XPurposeVendor matomo url /piwik.js'];
is_deeply [sort @{ changed($taken) }], $gone, 'rows of the catalogue';
is_deeply [sort @{ changed($_) }], $gone, 'a row that is added and taken away is away, whichever comes first'
    for "XPurposeVendor matomo url /piwik.js\n$taken", "$taken\nXPurposeVendor matomo url:script /piwik.js";
is_deeply changed("XPurposeVendor mine -url A.example.com\nXPurposeVendor mine url a.Example.com b.example.com"),
    ['+ XPurposeVendor mine class site', '+ XPurposeVendor mine url b.example.com'], 'a host in whatever case';
my ($names) = grep { /^XPurposeVendor matomo global / } @catalogue;
like $names, qr/[ "]_paq[ "]/, 'a row of several names';
is_deeply changed('XPurposeVendor matomo -global _paq'), ["- $names", '+ ' . $names =~ s/(?<=[ "])_paq //r], '... loses one of them';
is_deeply changed("XPurposeVendor mine global \"one two three\" four\nXPurposeVendor mine -global two four"),
    ['+ XPurposeVendor mine class site', '+ XPurposeVendor mine global "one three"'], '... so does one of the site\'s';
is_deeply changed("XPurposeVendor mine makes \"one two\" three\nXPurposeVendor mine -makes two three"),
    ['+ XPurposeVendor mine class site', '+ XPurposeVendor mine makes one'], '... and of what its file makes';
is scalar(grep { !/^- XPurposeVendor google-analytics stub/ } @{ changed('XPurposeVendor google-analytics -stub') }), 0, 'stubs';
is_deeply [grep { !/^- XPurposeVendor adobe-analytics block "SiteCatalyst code version" / } @{ changed('XPurposeVendor adobe-analytics -block "SiteCatalyst code version"') }], [],
    'blocks, by what begins them';
is_deeply changed("XPurposeVendor mine url mine.example.com\nXPurposeVendor mine -url mine.example.com\nXPurposeVendor other url other.example.com\nXPurposeVendors -mine +other"),
    ['+ XPurposeVendor mine class site', '+ XPurposeVendor other class site', '+ XPurposeVendor other url other.example.com'], 'a vendor without rows is still one';

# ---- Another catalogue ----

is_deeply [grep { !/ class / } in_force('XPurposeVendor None')], ['XPurposeVendor None'], 'None: nothing of the catalogue is left but names';
is_deeply [in_force(join "\n", @catalogue)], \@catalogue, 'what is dumped is read as the same';
is_deeply [grep { !/^(?:#|$)/ } split /\n/, `'$Test::Httpd::OUT/xpurpose-explain' --list=conf`], \@catalogue, '... and that is what xpurpose-explain --list=conf prints';
is +Test::Httpd->configtest(scalar `'$Test::Httpd::OUT/xpurpose-explain' --list=conf`), '', '... comments and all';
my $both = join "\n", 'XPurposeVendor matomo -url /piwik.js', @catalogue, 'XPurposeVendor matomo url /own.js', 'XPurposeVendor newcomer url newcomer.example.com';
is_deeply changed($both), ['- XPurposeVendor matomo url /piwik.js', '+ XPurposeVendor matomo url /own.js', '+ XPurposeVendor newcomer class site', '+ XPurposeVendor newcomer url newcomer.example.com'],
    'with a catalogue from elsewhere the lines of the site\'s own hold as without';

# ---- What that does to a page ----

my %TAG = (
    'matomo /piwik.js' => '<script src="/piwik.js"></script>',
    'matomo /matomo.js' => '<script src="/matomo.js"></script>',
    'hotjar' => '<script src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>',
    'chartbeat' => '<script src="https://static.chartbeat.com/js/chartbeat.js"></script>',
    'test' => '<script src="https://test.example.com/x.js"></script>',
    'empty' => '<script src="https://empty.example.com/x.js"></script>',
    'last' => '<script src="https://last.example.com/x.js"></script>',
);
my $page = join "\n", '<!DOCTYPE html><meta charset=utf-8><title>t</title>', map { $TAG{$_} } sort keys %TAG;

# The tags of the page that are removed.
sub removed {
    my ($conf) = @_;
    my $httpd = Test::Httpd->new(conf => "XPurpose On\n$conf")->start;
    $httpd->doc('page.html', $page);
    my $r = $httpd->get('/page.html', 'X-Purpose' => 'preview');
    is $r->{status}, 200, 'the page is there';
    $httpd->stop;
    return join ', ', grep { index($r->{content}, $TAG{$_}) < 0 } sort keys %TAG;
}
my $own = <<'CONF';
XPurposeVendor test class abtest
XPurposeVendor empty url empty.example.com
XPurposeVendor empty -url empty.example.com
XPurposeVendor empty class abtest
XPurposeVendor last url last.example.com
XPurposeVendor test url test.example.com
XPurposeVendor matomo -url /piwik.js
XPurposeVendor chartbeat class abtest
CONF
is removed($own), 'hotjar, last, matomo /matomo.js', 'less what is taken away, and what is said to be an A/B test';
is removed("${own}XPurposeVendors +test +chartbeat"), 'chartbeat, hotjar, last, matomo /matomo.js, test', '... which may be had all the same';
is removed("${own}XPurposeVendor None\n"), 'last', 'None';
is removed(join "\n", @catalogue, $own), 'hotjar, last, matomo /matomo.js', 'and a catalogue from elsewhere is as good as the one compiled in';

done_testing;
