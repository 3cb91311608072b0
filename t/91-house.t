# The rules of the house that a program can check: which part may see which, what the module exports, how the code is laid out.
use strict;
use warnings;
use Test::More;
use Test::File;
use Test::Httpd;

chdir $Test::Httpd::ROOT or die "$!\n";

sub includes { return slurp($_[0]) =~ /^\s*#\s*include\s*[<"]([^>"]+)/mg }

my @engine = glob "engine/*.[ch] engine/*/*.[ch]";
my @glue = (glob('module/*.[ch]'), 'mod_xpurpose.c');

# ---- Arrows point one way ----

for my $file (@engine) {
    is_deeply [grep { /^(?:apr|apu|ap_|http|util_|mod_|unixd|scoreboard)/ } includes($file)], [], "$file sees neither httpd nor APR";
    unlike slurp($file), qr/\b(?:apr|ap)_[a-z]+\s*\(/, "$file calls neither";
}
for my $file (@glue) {
    my @seen = grep { /\bxp_/ } includes($file);
    is_deeply [grep { m{engine/} && !m{engine/xp_(?:scan|place)\.h$} } @seen], [], "$file sees nothing of the engine but xp_scan.h and xp_place.h";
}
is_deeply [grep { m{module/|mod_} } map { includes($_) } @engine], [], 'the engine does not see the module';

# Each compiles as C99, on its own: make has done so.
sub object_of { return "$Test::Httpd::OUT/build/obj/" . ($_[0] =~ s/c$/o/r) }
my $makefile = slurp('Makefile');
like $makefile, qr/^FOR_C99 +:= -std=c99 -Wpedantic \$\(WARNINGS\)/m, 'make knows how C99 is compiled';
like $makefile, qr{^\$\(BUILD\)/obj/engine/%\.o: .*\n.*\n\t\$\(CC\) \$\(FOR_C99\) }m, '... and compiles the engine so';
is_deeply [grep { !-e object_of($_) || -M object_of($_) > -M $_ } grep { /\.c$/ } @engine], [], '... each of its files';

# ---- Wings ----

# A file and its header are one room. A room needs another if it includes its header, or calls or reads what is defined there.
my %BELOW = (
    '' => [qw(page script catalogue html bytes)],
    page => [qw(script catalogue html bytes)],
    script => [qw(catalogue html bytes)],
    catalogue => ['bytes'],
    html => ['bytes'],
    bytes => [],
);
sub room_of { return $_[0] =~ s/\.[ch]$//r }
sub wing_of { return $_[0] =~ m{^engine/(\w+)/} ? $1 : '' }

# What a path says that is written relative to the folder of `file`.
sub path_of {
    my ($file, $name) = @_;
    my $path = $file =~ s{[^/]*$}{$name}r;
    1 while $path =~ s{[^/]+/\.\./}{};
    return $path;
}

my (%needs, %defined);
for my $file (@engine, @glue) {
    $needs{ room_of($file) }{ room_of(path_of($file, $_)) } = "$file includes $_" for grep { /\bxp_/ } includes($file);
}
my @compiled = grep { /\.c$/ } @engine;
for my $file (@compiled) {
    $defined{$_} = room_of($file) for map { /\s[A-TV-Z]\s+(\w+)/ ? $1 : () } split /\n/, `nm --defined-only ${\object_of($file)}`;
}
for my $file (@compiled) {
    $needs{ room_of($file) }{ $defined{$_} } ||= "$file uses $_"
        for grep { $defined{$_} } map { /\sU\s+(\w+)/ ? $1 : () } split /\n/, `nm -u ${\object_of($file)}`;
}
delete $needs{$_}{$_} for keys %needs;

my @astray;
for my $room (grep { m{^engine/} } sort keys %needs) {
    for my $other (sort keys %{ $needs{$room} }) {
        my ($from, $to) = (wing_of($room), wing_of($other));
        push @astray, $needs{$room}{$other} if $from ne $to && !grep { $_ eq $to } @{ $BELOW{$from} };
    }
}
is_deeply \@astray, [], 'page stands on script, script on catalogue and html, and all of them on bytes';
cmp_ok scalar(keys %defined), '>', 100, '... which the functions tell: ' . keys %defined;

# Rooms that need nothing that is left are taken away, again and again; what then stays is a circle, or stands on one.
my %left = map { $_ => { %{ $needs{$_} } } } keys %needs;
while (my @free = grep { !grep { $left{$_} } keys %{ $left{$_} } } keys %left) {
    delete @left{@free};
}
is_deeply [map { my $room = $_; map { $left{$_} ? $left{$room}{$_} : () } sort keys %{ $left{$room} } } sort keys %left], [],
    'no files need each other in a circle';

# ---- What others see of it ----

my $module = Test::Httpd->module;
my @exported = map { /\s[A-TV-Z]\s+(\w+)/ ? $1 : () } split /\n/, `nm -D --defined-only $module`;
is_deeply \@exported, ['xpurpose_module'], 'the module exports one symbol';

# ---- Layout ----

# A function's body is between braces in the first column, a table's closing one is followed by a semicolon.
for my $file (grep { /\.c$/ } @engine, @glue, glob("tools/*.c t/c/*.c fuzz/*.c bench/*.c")) {
    my ($start, @long);
    my $line = 0;
    for (split /\n/, slurp($file)) {
        $line++;
        $start = $line if /^\{/;
        if (/^\}/ && defined $start) {
            push @long, "$file:$start: " . ($line - $start - 1) . ' lines' if $line - $start - 1 > 60;
            undef $start;
        }
    }
    is_deeply \@long, [], "$file: no function is longer than 60 lines";
}

SKIP: {
    skip 'clang-format is not installed (make deps-all)', 1 unless `clang-format --version 2>/dev/null`;
    my @files = (@engine, @glue, glob("tools/*.c t/c/*.[ch] fuzz/*.[ch] bench/*.[ch]"));
    is `clang-format --dry-run @files 2>&1`, '', 'the C sources are laid out as .clang-format says (make format)';
}

# ---- What is said of it ----

my ($readme, $list) = map { slurp($_) } 'README', 'docs/README';
cmp_ok scalar(() = $readme =~ /\n/g), '<', 350, 'README has fewer than 350 lines';
is_deeply [grep { index($list, $_) < 0 } glob 'docs/*'], [], 'docs/README names each file of docs/';

# Whatever a document names is there: paths, files by their own name, functions and constants, make's targets, directives and what else
# begins like them, and options.
my @documents = ('README', glob 'docs/*');
my $program = slurp('tools/xpurpose-explain.c');
my $glue = join "\n", map { slurp($_) } @glue;
my %file = map { (m{([^/]+)$} ? ($1 => 1) : ()) } glob('{engine,engine/*,module,tools,docs,bench}/*'), $makefile =~ m{gen/(\w+\.c)}g;
my $code = join "\n", $makefile, $glue, keys %file, map { slurp($_) } grep { -f } glob '{engine,engine/*,module,tools,t,t/*,t/*/*,fuzz,bench}/*.{c,h,t,pl,pm,mjs,js,sh}';
my %target = map { $_ => 1 } $makefile =~ /^([a-z-]+):/mg;
my %naming = (
    'path' => [qr{(?<![\w/.-])((?:docs|demo|bench|fuzz|packaging|engine|module|tools|t|\.ci)/[\w./*-]*[\w*])}, sub { scalar grep { -e } glob $_[0] }],
    'file' => [qr{(?<![\w/-])((?:xp_\w+\.[ch]|[\w-]+\.md))\b}, sub { $file{ $_[0] } }],
    'function or constant' => [qr/\b((?:xp|XP)_\w+)/, sub { $code =~ /\b\Q$_[0]\E/ }],
    'target of make' => [qr/(?:`|^ {4,}(?:sudo )?|, (?:then )?)make ([a-z][a-z-]*)/m, sub { $target{ $_[0] } }],
    'directive' => [qr/\b(XPurpose[A-Z]\w*)/, sub { $glue =~ /(?:"|\\n)\Q$_[0]\E\b/ }],
    'option' => [qr/xpurpose-explain (--[a-z-]+)/, sub { $program =~ /"\Q$_[0]\E|[ "]\Q$_[0]\E[ =]/ }],
);
for my $kind (sort keys %naming) {
    my ($pattern, $is_there) = @{ $naming{$kind} };
    my @named = map { my $name = $_; map { [$name, $_] } slurp($name) =~ /$pattern/g } @documents;
    cmp_ok scalar @named, '>', 10, 'documents name ' . @named . " times a $kind";
    is_deeply [map { "$_->[0]: $_->[1]" } grep { !$is_there->($_->[1]) } @named], [], "... each $kind is there";
}

# The words behind passed: that an administrator meets in a log.
my ($status, $verdicts) = map { slurp($_) } 'docs/status.md', 'module/xp_verdict.h';
my %known = map { $_ => 1 } $verdicts =~ /X\(\w+, "passed:([\w-]+)", (?:PAGE|BOTH)\)/g;
my ($table) = $status =~ /^(\| REASON of .*?\n)\n/ms;
my %explained = map { $_ => 1 } $table =~ /^\| `([\w-]+)` \|/mg;
cmp_ok scalar(keys %known), '>', 10, 'module/xp_verdict.h has reasons for which a page passes';
is_deeply [sort keys %explained], [sort keys %known], '... and docs/status.md says what each means, and no other';

# How many there are of what grows with each vendor.
my ($rule, $samples) = map { slurp($_) } 'docs/snippet-or-mixed.md', 't/c/js_samples.h';
for ([SNIPPETS => qr/holds (\d+) published snippets/], [MIXED => qr/and (\d+)\s+look-alikes/]) {
    my ($name, $said) = @$_;
    my ($rows) = $samples =~ /^static const sample \Q$name\E\[\] = \{\n(.*?)^\};/ms;
    is_deeply [$rule =~ $said], [scalar(() = $rows =~ /^    \{ "/mg)], "docs/snippet-or-mixed.md: as many as $name has";
}

# ---- Loose ends ----

SKIP: {
    my @files = split /\n/, `git ls-files 2>/dev/null`;
    skip 'this is no git checkout', 1 unless @files;
    my @text = grep { -f && !-B _ && !m{^(?:t/data/|fuzz/corpus/|LICENSE$|t/91-house\.t$)} } @files;
    is_deeply [grep { slurp($_) =~ /\b(?:TODO|FIXME|XXX)\b/ } @text], [], 'nothing is left for later';
}

done_testing;
