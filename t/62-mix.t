# The pages that the benchmark measures have the traits of real ones, and it tells a right answer from a wrong one.
use strict;
use warnings;
use Test::Httpd;
use Test::More;
use Test::Said;

require "$Test::Httpd::ROOT/bench/$_.pl" for qw(pages saved);
our (%MIX, %SHARE, %SIZE, @SNIPPETS, @DECOYS);

# ---- The count, on markup whose traits can be seen ----

my $markup = <<'HTML';
<!doctype html><meta charset="a>b"><link rel="icon" href='/i.png'>
<!-- <meta> --><script src="//a.example/x.js">ignored()</script><script type="text/javascript">if (a<b) "<img>"</script>
<script type="application/json">{}</script><noscript><img src=data:x></noscript><p title="x">Some   text</p>
<svg><path/></svg><style>p<q</style><textarea><img></textarea><img src="http://a.example/y.jpg"><a href="http://b.example/">
HTML
my $n = traits($markup);
is_deeply [@$n{qw(meta link comment noscript svg img), 'script src', 'inline script', 'bytes of inline script', 'URL', 'absolute URL', 'data: URL'}],
    [1, 1, 1, 1, 1, 2, 1, 1, length 'if (a<b) "<img>"', 4, 2, 1], 'elements are counted where they are elements';
is $n->{'bytes of text'}, length 'Some text', 'white space is not text';
is $n->{'bytes in tags'}, length(join '', $markup =~ s/<!-- .*?-->//r =~ /(<(?:"[^"]*"|[^"<>])*>)/g)
    - length('<img><img>'), 'tags are counted, and no text that looks like one';

# ---- The pages ----

for my $size (60_000, $SIZE{middle}, 160_000) {
    my $page = page($size);
    my $is = traits($page);
    my $whole = $is->{bytes} / 100_000;

    cmp_ok abs($is->{bytes} - $size), '<', 0.03 * $size, "$size bytes: the page is as large";
    is page($size), $page, "$size bytes: it is the same each time";
    for my $trait (sort keys %MIX) {
        my ($want, $got) = ($MIX{$trait}, $is->{$trait} / $whole);
        my $slack = $trait =~ /bytes/ ? 0.08 * $want : 0.5 / $whole + 0.05 * $want;
        cmp_ok abs($got - $want), '<=', $slack, sprintf '%d bytes, %s: %.1f per 100 KB, %s wanted', $size, $trait, $got, $want;
    }
    for my $trait (sort keys %SHARE) {
        my $got = $is->{$trait} / $is->{URL};
        cmp_ok abs($got - $SHARE{$trait}), '<=', 0.03, sprintf '%d bytes, %s: %.2f, %s wanted', $size, $trait, $got, $SHARE{$trait};
    }
}

# ---- What is judged ----

for my $size ($SIZE{small}, $SIZE{middle}) {
    my @pieces = pieces($size);
    my @right = grep { $_->[0] ne 'snippet' } @pieces;

    is scalar(grep { $_->[0] eq 'snippet' } @pieces), @SNIPPETS, "$size bytes: every snippet is there";
    is_deeply [judge(join_pieces(@pieces), @pieces)], [0, 5, 1], "$size bytes: nothing has gone";
    is_deeply [judge(join_pieces(@right), @pieces)], [5, 5, 1], "$size bytes: all that should go has gone";
    is_deeply [judge(join_pieces(grep { $_->[0] ne 'decoy' } @right), @pieces)], [5, 0, 1], "$size bytes: what had to stay has gone";
    is_deeply [judge(join_pieces(@right) =~ s/<p/<q/r, @pieces)], [5, 5, 0], "$size bytes: the page is damaged";
    is marked(@pieces) =~ s/<!--#.*?-->//gr, page($size), "$size bytes: marked by hand it is the same page";
}

my @saved = labelled('<a>ANALYTICS<b>MIXED<c>ADS<d>', { s => 15, e => 20, label => 'analytics', mixed => 1 }, { s => 3, e => 12, label => 'analytics' },
    { s => 23, e => 26, label => 'ads' });
is_deeply \@saved, [['rest', '<a>'], ['snippet', 'ANALYTICS'], ['rest', '<b>'], ['either', 'MIXED'], ['rest', '<c>ADS<d>']], 'a saved page is cut by its labels';
is_deeply [judge('<a><!-- x --><b><c>ADS<d>', @saved)], [1, 0, 1], 'what is surely analytics goes, what does other work too may';
is_deeply [judge('<a>ANALYTICS<b>MIXED<c><d>', @saved)], [0, 0, 0], 'all else stays';

# ---- What is said of the last run ----

my ($from, $to) = said('README', qr/page of 100 KB: ([\d.]+) to ([\d.]+) times the CPU that the page takes without stripping, or a tenth of a millisecond more\./);
my ($saved_plain) = said('bench/RESULTS.md', qr/### Pages: \d+ saved ones of 86 to 130 KB .*? \| plain httpd \| (\d+) \|/);
my ($saved, $least, $most) = said('bench/RESULTS.md', qr/### Pages: \d+ saved ones of 86 to 130 KB .*? \| mod_xpurpose, preview \| (\d+) \| [\d.]+ \(([\d.]+)-([\d.]+)\) \|/);
my ($our_plain, $ours, $times) = said('bench/RESULTS.md', qr/### Pages: 105 KB .*? \| plain httpd \| (\d+) \| .*? \| mod_xpurpose, preview \| (\d+) \| ([\d.]+) \|/);
is_deeply [map { sprintf '%.1f', $_ } (sort { $a <=> $b } $least, $times)[0], (sort { $a <=> $b } $most, $times)[1]], [$from, $to],
    'README says what bench/RESULTS.md has: from how many times the CPU to how many';
cmp_ok abs($_ - 100), '<', 25, "... and how much that is: $_ µs" for $saved - $saved_plain, $ours - $our_plain;

done_testing;
