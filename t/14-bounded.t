# What the engine may not do, whatever the input: call itself, allocate, or use a stack that grows. Told from what the compiler says of
# each function's stack and calls, and from the symbols that the objects want.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::More;
use Test::Httpd;

chdir $Test::Httpd::ROOT or die "$!\n";

my $dir = tempdir(CLEANUP => 1);
my $cc = $ENV{XP_GCC} || 'gcc';
my @sources = glob "engine/*.c engine/*/*.c";

plan skip_all => 'no gcc that tells what calls what' if system("echo 'int x;' | $cc -fcallgraph-info=su -xc -c -o $dir/x.o - 2>/dev/null") != 0;

# What may be called through a pointer, by the file that does: tables of states, and callbacks.
my %pointed;
my (%calls, %stack, %wanted);
for my $source (@sources) {
    my ($name) = $source =~ m{(\w+)\.c$};
    my $said = `$cc -std=c99 -O3 -Werror=vla -fcallgraph-info=su -c -o $dir/$name.o $source 2>&1`;

    ok $? == 0, "$source has no array of variable length" or diag $said;
    open my $in, '<', "$dir/$name.ci" or die "$name.ci: $!\n";
    while (<$in>) {
        # Static functions of the same name in two files are told apart by the file.
        $calls{$1}{$2} = 1 if /^edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)"/;
        $stack{$1} = [ $2, $3 ] if /^node: \{ title: "([^"]+)" label: "[^"]*?\\n(\d+) bytes \(([^)]*)\)/;
    }
    for (split /\n/, `nm -u $dir/$name.o`) {
        $wanted{$1}{$name} = 1 if /\bU (\w+)/;
    }
}

# ---- The stack ----

is_deeply [grep { $stack{$_}[1] !~ /static|bounded/ } sort keys %stack], [], 'every function has a stack of fixed size';
cmp_ok scalar(keys %stack), '>', 100, 'functions: ' . keys %stack;

sub depth {
    my ($function, $above) = @_;
    return (0, "$function calls itself") if $above->{$function};
    my ($deepest, $loop) = (0);
    for my $called (sort keys %{ $calls{$function} || {} }) {
        next if $called eq '__indirect_call';
        my ($deep, $again) = depth($called, { %$above, $function => 1 });
        $loop ||= $again;
        $deepest = $deep if $deep > $deepest;
    }
    return ($deepest + ($stack{$function} ? $stack{$function}[0] : 0), $loop);
}

my ($most, @loops) = (0);
for my $function (sort keys %stack) {
    my ($deep, $loop) = depth($function, {});
    push @loops, $loop if $loop;
    $most = $deep if $deep > $most;
}
# Compiling the rules, before any page, spells a literal out letter by letter: as deep as a key is long, which is eight.
is_deeply [grep { !/\bxp_match\.c:spell/ } @loops], [], 'no function calls itself';
my %for_a_page = map { $_ => 1 } qw(xp_scan_init xp_scan_feed xp_scan_end xp_match_text xp_place_init xp_place_feed xp_place_end);
for (my @left = keys %for_a_page; @left;) {
    push @left, grep { !$for_a_page{$_}++ } keys %{ $calls{ shift @left } || {} };
}
is_deeply [grep { /:spell/ } keys %for_a_page], [], '... but what spells literals, which no page reaches';
cmp_ok $most, '<', 12288, "the deepest chain of calls takes $most bytes of stack, callbacks apart";

# ---- Memory ----

is_deeply [grep { /^(?:m|c|re|aligned_)?alloca?$|^free$|^strn?dup$|^posix_memalign$/ } sort keys %wanted], [],
    'nothing is allocated but what the caller of xp_rules_build() gives';
is_deeply [grep { /^(?:f?open|read|write|f?printf|puts|fputs|syslog|exit|abort|signal|time|clock|pthread)/ } sort keys %wanted], [],
    '... and nothing is read, written or logged';
done_testing;
