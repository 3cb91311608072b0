# Vendors' snippets as sites' software prints them, and site code that looks like them: what goes, what stays, what is defused.
# The cases are in t/data/snippets.txt, in the words of no site: each is a page of its own.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::More;
use Test::Httpd;

my $EXPLAIN = "$Test::Httpd::OUT/xpurpose-explain";
my $dir = tempdir(CLEANUP => 1);

sub stripped {
    my ($page, $name) = @_;
    open my $out, '>:raw', "$dir/page.html" or die "$!\n";
    print {$out} $page;
    close $out or die "$!\n";
    my $text = `'$EXPLAIN' --strip --no-stubs '$dir/page.html'`;
    is $?, 0, "$name: is read" if $?;
    return $text;
}

# What became of the markup: gone, whole; stays, byte for byte; defused, and then nothing else is changed; cut, in part.
sub fate {
    my ($before, $after) = @_;
    return 'stays' if $after eq $before;
    my @kept = map { quotemeta } split /xpurpose\.invalid/, $after, -1;
    my $defused = join '[\w./-]+', @kept;
    return 'defused' if @kept > 1 && $before =~ /\A$defused\z/;
    (my $rest = $after) =~ s/<!--.*?-->//gs;
    return $rest =~ /\S/ ? 'cut' : 'gone';
}

my ($HEAD, $TAIL) = ("<!DOCTYPE html><html><head><title>A page</title></head><body><p>Text</p>\n", "</body></html>\n");
open my $in, '<:raw', 't/data/snippets.txt' or die "t/data/snippets.txt: $!\n";
my $cases = do { local $/; <$in> };
my $tried = 0;

while ($cases =~ /^== (.+?) \| (\w+)(?: without (.+?))?\n(.*?)(?=^== |\z)/gms) {
    my ($name, $fate, $without, $markup) = ($1, $2, $3, $4);
    my $text = stripped("$HEAD$markup$TAIL", $name);
    like $text, qr/\A\Q$HEAD\E.*\Q$TAIL\E\z/s, "$name: nothing round it is touched" if $text !~ /\A\Q$HEAD\E.*\Q$TAIL\E\z/s;
    my $left = substr $text, length $HEAD, length($text) - length("$HEAD$TAIL");
    is fate($markup, $left), $fate, "$name: $fate" or diag $left;
    unlike $left, qr/\Q$_\E/, "$name: without $_" for split ' ', $without // '';
    $tried++;
}
cmp_ok $tried, '>=', 40, "$tried cases";
done_testing;
