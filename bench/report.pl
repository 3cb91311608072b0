# RESULTS.md: what stands in it, and how. bench.pl measures.
use strict;
use warnings;

our (%MIX, %SHARE, $VECTORS, $PORTABLE);

my $HEAD = <<'TEXT';
# Measured

Written by `make bench`. Our pages (bench/pages.pl) have the traits of real ones, the snippets of four vendors in five places, which
should go, and five decoys, which must stay: data, a comment, a text area, an attribute, a text about snippets. "gone, kept" says how
many of each; what is not told apart is not right, however fast. Saved pages of the web are measured where they lie beside the project;
of theirs what is labelled as analytics should go, and nothing else may change.
TEXT

my $REQUESTS = <<'TEXT';
Server and client on a core each, kept connections, files from the disk. CPU is that of all of the server's processes, user and system.
Of several pages the multiple is the median page's, with the range. The other contenders' rules are made for the five snippets of our
pages, so on saved pages their cost alone can be compared.
TEXT

my $ENGINE = <<'TEXT';
In memory, on one core: the sum over the pages of the least time that each took in any round. The multiples are of memchr('<') on the
same pages. Our pages have few shapes, which a processor learns: it takes them faster than real ones of as many instructions.

For comparison, measured in November 2026 on another machine and on 1,000 pages of the web, so not by `make bench`: memchr('<') ran at
5.7 GB/s, and of that speed the engine had 0.148, lol-html without handlers 0.132, lol-html doing this job 0.063, lexbor's tokenizer
0.055; a vector search for 1,497 literals in the raw bytes, and nothing else, had 0.26.
TEXT

my $INSERT = <<'TEXT';
The site's snippet put into our page of 105 KB, whose head ends after 14 KB and whose script says "</head>" and "</body>" before that.
mod_substitute and sub_filter look for those texts.
TEXT

sub row { return '| ' . join(' | ', @_) . ' |' }

# A table's lines from the names of its columns and its rows, all lists.
sub table_of {
    my ($names, @rows) = @_;
    return (row(@$names), '|' . '---|' x @$names, (map { row(@$_) } @rows), '');
}

# What the project wants to reach, and where it is. `figures` are the engine's, by set of pages and build; `multiples` the requests', by
# group of pages and server. There may be no saved pages, and no valgrind.
sub aims_table {
    my ($figures, $multiples, $saved, $insert) = @_;
    my (@rate, @pieces, @instructions, @small, @cpu);

    for my $build ($VECTORS, $PORTABLE) {
        for (['saved pages', $saved], ['our pages', '105 KB']) {
            my $of = $figures->{ $_->[0] }{$build};
            push @rate, shown('%.3f', $of->{rate}[1][2]);
            push @pieces, shown('%.3f', $of->{rate}[2][2]);
            push @instructions, shown('%.2f', $of->{'a byte'});
            push @cpu, shown('%.2f', $multiples->{ $_->[1] }{ $build eq $VECTORS ? 'mod_xpurpose, preview' : 'mod_xpurpose, preview, no vectors' });
        }
        push @small, '-', shown('%d', $figures->{'small.html'}{$build}{instructions});
    }
    return table_of(['', 'aim', 'saved pages', 'our pages', 'saved, without vectors', 'ours, without vectors'],
        ['the engine × memchr(\'<\'), whole pages', '0.20', @rate], ['the engine × memchr(\'<\'), pieces of 8,000 bytes', '0.17', @pieces],
        ['instructions a byte', '5.2', @instructions], ['instructions for the page of 12 KB with five snippets', '140,000', @small],
        ['CPU of a preview × plain, static files: saved ones of 86 to 130 KB (the median), ours of 105 KB', '1.8', @cpu],
        map { ["CPU of a page or file × plain, XPurposeInsert: $_->[0]", $_->[1], '-', shown('%.2f', $insert->{ $_->[2] }), '-', '-'] }
            ['before </head>', '1.1', 'XPurposeInsert head-end'], ['before </body>', '1.5', 'XPurposeInsert body-end'], ['an image', '1.0', 'image.png'],
            ['JSON', '1.0', 'data.json']);
}

sub engine_tables {
    my ($sets, $figures, @patterns) = @_;
    my (@rates, @instructions);

    for my $name (map { $_->[0] } @$sets) {
        my ($wide, $portable) = map { $figures->{$name}{$_} } $VECTORS, $PORTABLE;
        push @rates, map { [$name, @{ $wide->{rate}[$_] }, @{ $portable->{rate}[$_] }[1, 2]] } 0 .. $#{ $wide->{rate} };
        push @instructions, [$name, map { (shown('%.2f', $_->{'a byte'}), shown('%d', $_->{instructions})) } $wide, $portable];
    }
    return (table_of(['pages', '', 'MB/s', '×', 'without vectors, MB/s', '×'], @rates),
        'The search for literals on the script page, by the number of literals; the multiples are of 150.', '', table_of(['literals', 'MB/s', '×'], @patterns),
        'Instructions (callgrind):', '', table_of(['pages', 'a byte', 'in all', 'without vectors, a byte', 'in all'], @instructions));
}

# What the pages hold, beside what they should.
sub mix_table {
    my @traits = map { @$_ ? traits(join '', @$_) : undef } @_;
    my @rows = map {
        my $trait = $_;
        [$trait, $MIX{$trait}, map { shown($trait =~ /bytes/ ? '%.0f' : '%.1f', $_ && $_->{$trait} * 1e5 / $_->{bytes}) } @traits];
    } sort keys %MIX;
    push @rows, map {
        my $trait = $_;
        [$trait, map { shown('%.0f %%', $_) } 100 * $SHARE{$trait}, map { $_ && 100 * $_->{$trait} / $_->{URL} } @traits];
    } sort keys %SHARE;
    return table_of(['', '1,000 pages of the web', 'our pages', 'saved pages'], @rows);
}

sub first_match {
    my ($file, $pattern) = @_;
    open my $in, '<', $file or return 'unknown';
    for (<$in>) {
        return $1 if /$pattern/;
    }
    return 'unknown';
}

sub machine {
    my ($version) = `@{[Test::Httpd::binary()]} -v` =~ m{(Apache/\S+)};
    my ($system, undef, $release, undef, $architecture) = POSIX::uname();
    my $cores = () = join('', map { /^processor/ ? 'x' : () } do { open my $in, '<', '/proc/cpuinfo'; <$in> }) =~ /x/g;
    my ($nginx) = `nginx -v 2>&1` =~ m{(nginx/\S+)};
    return sprintf '%s, %d cores, %s %s on %s; %s (event MPM, one child)%s.', first_match('/proc/cpuinfo', qr/^model name\s*:\s*(.+?)\s*$/),
        $cores, $system, $release, $architecture, $version, $nginx ? ", $nginx" : '';
}

sub write_report {
    my ($file, $effort, %tables) = @_;
    my @lines = ($HEAD, machine(), $effort, '', '## Aims', '', @{ $tables{aims} }, '## Requests', '', $REQUESTS, @{ $tables{requests} },
        '## A snippet put in', '', $INSERT, @{ $tables{insert} }, '## Memory and latency', '', @{ $tables{other} }, '## The engine alone', '', $ENGINE, @{ $tables{engine} },
        '## The pages', '', 'Per 100,000 bytes; the shares are of the URLs of scripts, images, links and frames.', '', @{ $tables{mix} });

    open my $out, '>', $file or die "$file: $!\n";
    print {$out} map { "$_\n" } @lines;
    close $out or die "$file: $!\n";
    print map { "$_\n" } @lines;
    return;
}

1;
