# Saved pages of the web that lie beside the project, where they do: measured with, never copied into it. Their labels tell which of their
# elements are analytics, byte by byte.
use strict;
use warnings;
use File::Basename 'basename';
use Test::Shared;

# Paths of all of them.
sub saved_files { return sort glob "$Test::Shared::SHARED/pages/pages/*.html" }

# ([name, pieces]...) of `n` pages between `least` and `most` bytes, of evenly spread sizes; their pieces are as those of our own pages.
# What is labelled, but neither surely analytics nor surely not, may go or stay: it is of the kind 'either'.
sub saved_pages {
    my ($n, $least, $most) = @_;
    my @files = sort { -s $a <=> -s $b } grep { -s $_ >= $least && -s $_ <= $most } saved_files() or return;

    require JSON::PP;
    my $labels = JSON::PP::decode_json(content("$Test::Shared::SHARED/pages/labels.json"));
    return map {
        my $file = $files[$_ * @files / $n];
        [basename($file, '.html'), [labelled(content($file), @{ $labels->{ basename($file) }{elements} })]];
    } 0 .. $n - 1;
}

sub labelled {
    my ($page, @elements) = @_;
    my ($at, @pieces) = (0);

    for my $element (sort { $a->{s} <=> $b->{s} } @elements) {
        next if $element->{s} < $at || $element->{label} eq 'ads';
        my $sure = $element->{label} eq 'analytics' && !$element->{mixed} && !$element->{optional};
        push @pieces, ['rest', substr $page, $at, $element->{s} - $at];
        push @pieces, [$sure ? 'snippet' : 'either', substr $page, $element->{s}, $element->{e} - $element->{s}];
        $at = $element->{e};
    }
    return (@pieces, ['rest', substr $page, $at]);
}

sub content {
    my ($file) = @_;
    open my $in, '<:raw', $file or die "$file: $!\n";
    local $/;
    return scalar <$in>;
}

1;
