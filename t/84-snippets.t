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
    my ($page, $name, @options) = @_;
    open my $out, '>:raw', "$dir/page.html" or die "$!\n";
    print {$out} $page;
    close $out or die "$!\n";
    my $text = `'$EXPLAIN' --strip @options '$dir/page.html'`;
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
    my $text = stripped("$HEAD$markup$TAIL", $name, '--no-stubs');
    like $text, qr/\A\Q$HEAD\E.*\Q$TAIL\E\z/s, "$name: nothing round it is touched" if $text !~ /\A\Q$HEAD\E.*\Q$TAIL\E\z/s;
    my $left = substr $text, length $HEAD, length($text) - length("$HEAD$TAIL");
    is fate($markup, $left), $fate, "$name: $fate" or diag $left;
    unlike $left, qr/\Q$_\E/, "$name: without $_" for split ' ', $without // '';
    $tried++;
}
cmp_ok $tried, '>=', 40, "$tried cases";

# A library that a script would have written is called by what comes next: it has its stub there, once, if the script stays.
my $written = q{<script nonce="abc">menu();document.write("<script src='http://www.google-analytics.com/ga.js'><\\/script>");</script>};
my $stub = qr{<script data-xpurpose="google-analytics" nonce="abc">[^<]+</script>};
like stripped($written, 'written'), qr{\A<script nonce="abc">menu\(\)[^<]+<[^<]+<\\/script>"\);</script>$stub\z}, 'a stub behind the script that stays';
is +(() = stripped($written x 2, 'twice') =~ /data-xpurpose/g), 1, 'one stub a page';
(my $async = $written) =~ s/document\.write\(/load(/;
unlike stripped($async, 'asynchronous'), qr/data-xpurpose/, 'none where nothing is written';
is stripped(stripped($written, 'once'), 'again'), stripped($written, 'once'), 'and none the second time';
done_testing;
