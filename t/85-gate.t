# The gate: its text, which is compiled in, and what it does in a browser.
use strict;
use warnings;
use Compress::Zlib;
use Digest::SHA 'sha256_base64';
use File::Temp 'tempdir';
use JSON::PP ();
use Test::More;
use Test::Browser;
use Test::Httpd;

chdir $Test::Httpd::ROOT or die "$!\n";

sub slurp {
    my ($name) = @_;
    open my $in, '<:raw', $name or die "$name: $!\n";
    local $/;
    return scalar <$in>;
}

my $dir = tempdir(CLEANUP => 1);
my $PROGRAM = "$Test::Httpd::OUT/build/t/test_gate";

sub put {
    my ($name, $content) = @_;
    open my $out, '>:raw', "$dir/$name" or die "$name: $!\n";
    print {$out} $content;
    close $out or die "$name: $!\n";
    return "$dir/$name";
}

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

my $text = `'$PROGRAM' text`;
is $?, 0, 'what is compiled in can be had';
is $text, slurp("$Test::Httpd::OUT/build/gen/gate.js"), '... and is what was made of gate.js';
my ($hash) = slurp('engine/page/xp_gate.h') =~ /^#define XP_GATE_HASH "([^"]+)"$/m;
my $right = 'sha256-' . sha256_base64($text) . '=';
is $hash, $right, "xp_gate.h: #define XP_GATE_HASH \"$right\"";
cmp_ok length $text, '<=', 6144, length($text) . ' bytes';
my ($zipper) = Compress::Zlib::deflateInit(-Level => 9);
my $zipped = ($zipper->deflate($text))[0] . ($zipper->flush)[0];
cmp_ok length($zipped) + 12, '<=', 2765, '... of which gzip -9 makes ' . (length($zipped) + 12);

for my $awk (grep { `command -v ${\(split ' ')[0]} 2>/dev/null` } 'mawk', 'gawk', 'busybox awk', 'original-awk') {
    is `LC_ALL=C $awk -f tools/compact.awk engine/page/gate.js`, $text, "$awk makes the same of it";
}

# ---- In Node ----

my $has_node = `node --version 2>/dev/null`;
SKIP: {
    skip 'node is not installed (make deps-all)', 1 unless $has_node;
    skip 'acorn is not installed (make deps-all)', 1 unless -d "$ENV{XP_NODE_MODULES}/acorn";
    my @items = slurp('engine/catalogue/xp_vendors.c') =~ /\bXP_URL,\s*"([^"]+)"/g;
    my $table = put('items', join '', slurp('t/data/gate_items.txt'), map { "catalogue\t$_\n" } @items);
    node(9, 't/js/gate_text.mjs', 'engine/page/gate.js', put('gate.js', $text), $table, $PROGRAM);
}

# ---- In a browser ----

SKIP: {
    skip 'chromium is not installed (make deps-all)', 1 unless Test::Browser::chromium();
    skip 'node is not installed (make deps-all)', 1 unless $has_node;
    node(600, 't/js/gate.mjs', put('spec.json', JSON::PP::encode_json({ chromium => Test::Browser::chromium(), folder => $dir, gate => put('gate.js', $text) })));
}
done_testing;
