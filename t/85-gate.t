# The gate: its text, which is compiled in, and what it does in a browser.
use strict;
use warnings;
use Compress::Zlib;
use Digest::SHA 'sha256_base64';
use File::Temp 'tempdir';
use JSON::PP ();
use Test::More;
use Test::Browser;
use Test::File;
use Test::Httpd;
use Test::Said;

chdir $Test::Httpd::ROOT or die "$!\n";

my $dir = tempdir(CLEANUP => 1);
my $PROGRAM = "$Test::Httpd::OUT/build/t/test_gate";

# What Node says in TAP is one test for us, as long as all of it arrives.
sub node {
    my ($least, @command) = @_;
    open my $in, '-|', 'node', @command or die "node: $!\n";
    my @said = <$in>;
    close $in;
    my ($planned) = map { /^1\.\.(\d+)$/ } @said;
    is_deeply [grep { /^not ok/ } @said], [], "$command[0]: none failed";
    is scalar(grep { /^ok/ } @said), $planned, "... of " . ($planned || 'none');
    cmp_ok $planned || 0, '>=', $least, "... which are $least at least";
    return;
}

# ---- The text ----

# Each text: its source, how many bytes it may have, and how many gzip may make of them.
my %TEXTS = (gate => [6144, 2765], hold => [16400, 6700]);
is_deeply [said('docs/gate.md', qr/\(the gate's ([\d,]+) bytes at most, ([\d,]+) after `gzip -9`\)/)], $TEXTS{gate}, '... which are said of the gate';
is_deeply [said('docs/prerender.md', qr/at most ([\d,]+) bytes of script once \(([\d,]+) after `gzip -9`\)/)], $TEXTS{hold}, '... and of what is put into a held page';
my %text;
for my $name (sort keys %TEXTS) {
    my ($most, $most_zipped) = @{ $TEXTS{$name} };
    my $source = $name eq 'gate' ? 'engine/page/gate.js' : "$Test::Httpd::OUT/build/gen/whole-hold.js";
    my $text = $text{$name} = `'$PROGRAM' $name`;
    is $?, 0, "$name: what is compiled in can be had";
    is $text, slurp("$Test::Httpd::OUT/build/gen/$name.js"), '... and is what was made of the source';
    my $macro = 'XP_' . uc($name) . '_HASH';
    my ($hash) = slurp('engine/page/xp_gate.h') =~ /^#define $macro "([^"]+)"$/m;
    my $right = 'sha256-' . sha256_base64($text) . '=';
    is $hash, $right, "xp_gate.h: #define $macro \"$right\"";
    cmp_ok length $text, '<=', $most, length($text) . ' bytes';
    my ($zipper) = Compress::Zlib::deflateInit(-Level => 9);
    my $zipped = ($zipper->deflate($text))[0] . ($zipper->flush)[0];
    cmp_ok length($zipped) + 12, '<=', $most_zipped, '... of which gzip -9 makes ' . (length($zipped) + 12);
    unlike $text, qr/[^ -~]|<!--|<\/?script/i, '... and nothing in it ends a script, or is more than one line of ASCII';

    for my $awk (grep { `command -v ${\(split ' ')[0]} 2>/dev/null` } 'mawk', 'gawk', 'busybox awk', 'original-awk') {
        is `LC_ALL=C $awk -f tools/compact.awk '$source'`, $text, "$awk makes the same of it";
    }
}

# ---- In Node ----

my $has_node = `node --version 2>/dev/null`;
SKIP: {
    skip 'node is not installed (make deps-all)', 1 unless $has_node;
    skip 'acorn is not installed (make deps-all)', 1 unless -d "$ENV{XP_NODE_MODULES}/acorn";
    my @items = slurp('engine/catalogue/xp_vendors.c') =~ /\bXP_URL,\s*"([^"]+)"/g;
    my $table = spurt("$dir/items", join '', slurp('t/data/gate_items.txt'), map { "catalogue\t$_\n" } @items);
    node(9, 't/js/gate_text.mjs', 'engine/page/gate.js', spurt("$dir/gate.js", $text{gate}), $table, $PROGRAM);
    node(9, 't/js/gate_text.mjs', "$Test::Httpd::OUT/build/gen/whole-hold.js", spurt("$dir/hold.js", $text{hold}), $table, $PROGRAM);
}

# ---- In a browser ----

SKIP: {
    skip 'chromium is not installed (make deps-all)', 1 unless Test::Browser::chromium();
    skip 'node is not installed (make deps-all)', 1 unless $has_node;
    my %spec = (chromium => Test::Browser::chromium(), folder => $dir, map { $_ => spurt("$dir/$_.js", $text{$_}) } keys %text);
    node(600, 't/js/gate.mjs', spurt("$dir/spec.json", JSON::PP::encode_json(\%spec)));
}
done_testing;
