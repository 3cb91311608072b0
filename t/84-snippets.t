# Vendors' snippets as sites' software prints them, and site code that looks like them: what goes, and what stays.
# The cases are in t/data/snippets.txt, in the words of no site: each is a page of its own.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::More;
use Test::Httpd;

my $EXPLAIN = "$Test::Httpd::OUT/xpurpose-explain";
my $dir = tempdir(CLEANUP => 1);

sub stripped {
    my ($page, $name, @options) = @_;
    open my $out, '>:raw', "$dir/page.html" or die "$!\n";
    print {$out} $page;
    close $out or die "$!\n";
    my $text = `'$EXPLAIN' --strip @options '$dir/page.html'`;
    is $?, 0, "$name: is read" if $?;
    return $text;
}

# What became of the markup: gone, whole; stays, byte for byte; gated, so but for what was put in; cut, in part.
sub fate {
    my ($before, $after) = @_;
    return 'stays' if $after eq $before;
    return 'gated' if $after =~ s/ data-xpurpose-gate="[^"]+"//gr =~ s/<script data-xpurpose="gate"[^>]*>.*?<\/script>//sr eq $before;
    (my $rest = $after) =~ s/<!--.*?-->//gs;
    return $rest =~ /\S/ ? 'cut' : 'gone';
}

my ($HEAD, $TAIL) = ("<!DOCTYPE html><html><head><title>A page</title></head><body><p>Text</p>\n", "</body></html>\n");
open my $in, '<:raw', 't/data/snippets.txt' or die "t/data/snippets.txt: $!\n";
my $cases = do { local $/; <$in> };
my $tried = 0;

while ($cases =~ /^== (.+?) \| (\w+)\n(.*?)(?=^== |\z)/gms) {
    my ($name, $fate, $markup) = ($1, $2, $3);
    my $text = stripped("$HEAD$markup$TAIL", $name, '--no-stubs');
    like $text, qr/\A\Q$HEAD\E.*\Q$TAIL\E\z/s, "$name: nothing round it is touched" if $text !~ /\A\Q$HEAD\E.*\Q$TAIL\E\z/s;
    my $left = substr $text, length $HEAD, length($text) - length("$HEAD$TAIL");
    is fate($markup, $left), $fate, "$name: $fate" or diag $left;
    $tried++;
}
cmp_ok $tried, '>=', 40, "$tried cases";

# A script that does other work stays, behind the vendor's stub and the gate.
my $mixed = q{<script nonce="abc">menu();document.write("<script src='http://www.google-analytics.com/ga.js'><\\/script>");</script>};
like stripped($mixed, 'mixed'), qr/\A<script data-xpurpose="google-analytics" nonce="abc">.*<script data-xpurpose="gate" nonce="abc">.*?<\/script><script data-xpurpose-gate="[^"]*google-analytics\.com[^"]*" nonce="abc">\Q@{[substr $mixed, 20]}\E\z/s,
    'a script that writes a library and does other work stays';
is stripped($mixed, 'mixed', '--gate', 'Off'), $mixed, '... as it is where nothing is gated';
like stripped($mixed =~ s/menu\(\);//r, 'pure'), qr/\A<!--xpurpose: google-analytics--><script data-xpurpose="google-analytics" nonce="abc">/,
    'one that only writes it is gone, and has its stub';
done_testing;
