# xpurpose-explain --summary: which files it reads, what they come to, and what a terminal gets of it. What it says of a site has to be the
# sum of what the same program says of each page.
use strict;
use warnings;
use Fcntl qw(F_SETFL O_NONBLOCK);
use File::Path 'make_path';
use File::Temp 'tempdir';
use IO::Handle;
use IO::Select;
use IO::Socket::UNIX;
use JSON::PP;
use List::Util 'sum0';
use POSIX qw(mkfifo);
use Test::File;
use Test::More;
use Test::Httpd;
use Time::HiRes 'time';

my $EXPLAIN = "$Test::Httpd::OUT/xpurpose-explain";
my $UNDER_ASAN = `ldd '$EXPLAIN'` =~ /asan/;
my $dir = tempdir(CLEANUP => 1);
chdir $dir or die "$!\n";

sub put {
    my ($name, $content) = @_;
    make_path($1) if $name =~ m{(.*)/}s;
    return spurt($name, $content);
}

# Runs it: (exit status, standard output, standard error). It has a minute: what waits for a pipe's other end fails by that.
sub explained {
    my ($args) = @_;
    my $out = `timeout 60 '$EXPLAIN' $args 2>'$dir/errors'`;
    return ($? >> 8, $out, slurp("$dir/errors"));
}

sub parsed {
    my ($args, $out) = @_;
    my $json = eval { JSON::PP->new->utf8->decode($out) };
    ok $json, "$args: is JSON" or diag $@, $out;
    return $json;
}

sub summary_of {
    my ($args) = @_;
    my ($status, $out) = explained("--summary --json $args");
    return (parsed("--summary $args", $out), $status);
}

# ---- A site ----

my $DOC = "<!DOCTYPE html>\n<meta charset=utf-8>\n";
my $GA = '<script src="https://www.google-analytics.com/ga.js"></script>';
my $HOTJAR = '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>';
my $INLINE = "<script>\nvar _gaq = _gaq || [];\n_gaq.push(['_setAccount', 'UA-1-1']);\n_gaq.push(['_trackPageview']);\n"
    . "(function () { var ga = document.createElement('script'); ga.src = 'https://ssl.google-analytics.com/ga.js';\n"
    . "document.getElementsByTagName('head')[0].appendChild(ga); })();\n</script>";
my $MIXED = q{<script>var menu = document.links; new Image().src = 'https://www.google-analytics.com/collect'; open(menu, 'https://static.chartbeat.com/js/a.js');</script>};
my $ASIDE = "<script src='https://static.hotjar.com/c/hotjar-1.js' onload='go()'></script>";

my %PAGES = (
    'site/index.html' => "$DOC<title>A page</title>\n$GA\n$INLINE\n$HOTJAR\n",
    'site/a/mixed.HTM' => "$DOC$MIXED\n$MIXED\n$ASIDE\n<p>$GA\n",
    'site/a/noext' => "\xef\xbb\xbf \n<!-- saved -->\n<?xml version='1.0'?>\n<!doctype  HTML>\n<p>$GA\n",
    'site/a/index.php?x=1' => "<div>$HOTJAR</div>\n",
    'site/a/b/clean.xhtml' => "<p>nothing\n",
    'site/a/b/empty.html' => '',
    'site/a/b/csp.html' => "$DOC<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">\n$MIXED\n$GA\n$ASIDE\n",
    'site/c/late.html' => "<!DOCTYPE html>\n$MIXED\n<meta charset=utf-8>\n" . '<p>' x 300 . "\n",
    'site/c/ambiguous.html' => "$DOC<p>$GA<select><svg><title><script>//</script>$GA\n",
    'site/c/ambiguous-2.html' => "$DOC<p>$HOTJAR<select><template><svg><style><!-- <script></script>$GA\n",
    'site/c/wide.html' => "\xff\xfe<\0p\0>\0",
    'site/c/data.html' => "{\"html\": \"$GA\"}",
    'site/d/long.html' => "$DOC<p>$GA<p><script async src=\"https://static.hotjar.com/c/hotjar-1.js?" . 'x' x 300 . "\"></script>\n",
);
# What passes of vendors', and what does not count as that: it may be somebody's, or stands where no script runs.
$PAGES{'site/d/passes.html'} = "$DOC<p>" . join "\n", '<script src="https://cdn.optimizely.com/js/1.js"></script>', '<script>window.optimizely = []; optimizely.push(1);</script>',
    $GA =~ s/ / data-xpurpose=keep /r, '<iframe src="https://www.google-analytics.com/x.html"></iframe>', '<link rel=preload as=script href="https://static.hotjar.com/x.js" onload="go()">',
    '<script src="/js/eventTracker.js"></script>', '<script>analytics.page();</script>', '<script data-token="abc" src="https://x.example.com/s.js"></script>',
    '<noscript><img src="https://cdn.optimizely.com/1.gif?a"></noscript>', '<script type="application/json" src="https://static.hotjar.com/x.js"></script>';
put($_, $PAGES{$_}) for keys %PAGES;
my @PAGES = sort { ($a =~ s{[^/]*$}{}r cmp $b =~ s{[^/]*$}{}r) || $a cmp $b } keys %PAGES;

put('site/feed', "<?xml version='1.0'?>\n<rss><title>x</title></rss>\n");
put('site/picture.svg', "<!-- made by hand -->\n<svg><script>$GA</script></svg>\n");
put('site/main.js', "document.write('$GA');\n");
put('site/short', '<');
put('site/cut', "<!-- not closed $GA" . ' ' x 5000 . '-->');
put('site/article', "<article>$GA</article>");
put('site/packed.html.gz', "\x1f\x8b\x08\x00 and so on");
put('site/packed', "\x28\xb5\x2f\xfd and so on");
mkdir 'site/none' or die "$!\n";
symlink 'nowhere', 'site/dangling.html' or die "$!\n";
symlink 'self.html', 'site/self.html' or die "$!\n";
symlink 'main.js/x.html', 'site/below-a-file.html' or die "$!\n";
symlink '.', 'site/again' or die "$!\n";
symlink '..', 'site/a/up' or die "$!\n";
symlink '../site/a', 'site/z' or die "$!\n";
mkfifo('site/pipe.html', 0600) or die "$!\n";
symlink '/dev/zero', 'site/zero.html' or die "$!\n";
my $socket = IO::Socket::UNIX->new(Local => "$dir/site/socket", Listen => 1) or die "$!\n";

my ($site, $status) = summary_of('site');
is $status, 3, 'something would go';
is_deeply $site->{files}, { pages => scalar @PAGES, folders => 6, bytes => length join('', values %PAGES), troubles => 0,
    skipped => { 'not-html' => 6, compressed => 2, special => 3, gone => 3, seen => 3 } }, 'each file is a page, or is skipped for a reason'
    or diag explain $site->{files};
is_deeply $site->{troubles}, [], 'nothing could not be read';

like $_, qr{^site/\w}, 'a name begins as on the command line, with one slash behind a folder' for map { $_->{name} } @{ (summary_of('site/'))[0]{slowest} };
chdir 'site' or die "$!\n";
symlink 'a', 'linked' or die "$!\n";
symlink 'index.html', 'same.html' or die "$!\n";
is +(summary_of('linked'))[0]{files}{pages}, @PAGES + 1, 'a link that is named is followed, and from there all that it leads to';
is +(summary_of('same.html index.html ./index.html'))[0]{files}{pages}, 3, 'a file counts as often as there are ways to it';
is join(' ', map { $_->{pages}, $_->{skipped}{seen} } (summary_of('c c ./c'))[0]{files}), '5 2', '... a folder once, also if it is named again';
unlink 'linked', 'same.html';
chdir $dir or die "$!\n";
# What is named is no page either if it is none; of what could not be one without more ado that is trouble.
my @named = explained('--summary site/pipe.html site/zero.html site/socket site/packed.html.gz site/main.js');
is $named[0], 1, 'what is named, and cannot be read, is trouble';
is_deeply [$named[2] =~ /^xpurpose-explain: (.*)$/mg], [(map { "site/$_: it is a pipe, a device or a socket: only '-' may be one" } qw(pipe.html zero.html socket)), 'site/packed.html.gz: it is compressed: unpack it first'], '... and told';
is $named[1], "0 pages, 0 bytes\nskipped: 1 not-html\nnot read: 4\n", '... but not if it is just no HTML';

# ---- Sums ----

# What each page's own report comes to, as the summary has it.
sub summed {
    my ($args, @names) = @_;
    my $json = parsed("--json --near $args", (explained("--json --near $args " . join ' ', map { "'$_'" } @names))[1]);
    my %zero = map { $_ => 0 } qw(pages removed bytes_removed pages_removed gated pages_gated held pages_held left pages_left);
    my @SURE = ('charset', 'csp', 'hold-limit', qw(off kept use handler place doubt), $args =~ /--gate Off/ ? 'mixed' : ());
    my (%all, %vendors, %left, %not_judged);
    my $add = sub {
        my ($sum, $page) = @_;
        $sum->{$_} += $page->{$_} for keys %$page;
        $sum->{"pages_$_"} += $page->{$_} ? 1 : 0 for qw(removed gated held left);
        $sum->{pages}++ if $page->{removed} || $page->{gated} || $page->{held};
    };
    my $pass = sub {
        my ($passed, $file, $elements) = @_;
        $passed->{pages}++;
        $passed->{elements} += $elements if exists $passed->{elements};
        $passed->{first} ||= { name => $file->{name} };
    };
    %all = %zero;
    $left{$_} = { pages => 0, elements => 0, first => undef } for @SURE, 'mixed';
    $not_judged{$_} = { pages => 0, first => undef } for qw(ambiguous charset not-html fragment);
    for my $file (@{ $json->{files} }) {
        my %page;
        my %passes = (csp => $file->{left_for_csp}, charset => $file->{left_for_charset}, 'hold-limit' => $file->{hold_limit});
        for my $report (@{ $file->{reports} }) {
            my $what = { removed => 'removed', gated => 'gated', 'set aside' => 'gated', held => 'held', nearly => 'left', stays => 'left' }->{ $report->{what} } // next;
            my $why = $report->{reason} // '';
            next if $what eq 'left' && (!$report->{vendor} || $report->{element} eq 'noscript' || !grep { $_ eq $why } @SURE);
            my $vendor = $page{ $report->{vendor} } ||= { removed => 0, bytes_removed => 0, gated => 0, held => 0, left => 0 };
            $vendor->{$what}++;
            $passes{$why}++ if $what eq 'left' && $why !~ /^(?:csp|charset|hold-limit)$/;
            $vendor->{bytes_removed} += $report->{bytes} if $what eq 'removed';
        }
        $add->(\%all, { (map { my $what = $_; $what => $file->{$what} } qw(removed bytes_removed gated held)), left => sum0(map { $_->{left} } values %page) });
        $add->($vendors{$_} ||= { %zero }, $page{$_}) for keys %page;
        $pass->($left{$_}, $file, $passes{$_}) for grep { $passes{$_} } keys %passes;
        $pass->($not_judged{ $file->{not_judged} }, $file) if $file->{not_judged};
    }
    return { all => \%all, vendors => \%vendors, left => \%left, not_judged => \%not_judged };
}

my %met;
for my $args ('', '--hold', '--all', '--vendors None', '--gate Off', '--gate All', '--element-limit 200', '--hold --element-limit 200', q{--policy "script-src 'none'"},
    q{--hold --policy "script-src 'nonce-abc' 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='"}, '--charset utf-16le', '--chunk 7', '--no-stubs')
{
    my ($json) = summary_of("$args site");
    my $sums = summed($args, @PAGES);
    my %vendors = map { my %sum = %$_; (delete $sum{name} => \%sum) } @{ $json->{vendors} };
    my $all = $json->{all};
    is delete $all->{vendors}, scalar @{ $json->{vendors} }, '... how many vendors';
    is $json->{hold}, $args =~ /--hold/ ? JSON::PP::true : JSON::PP::false, "$args: of held pages or of previews" =~ s/^: /--summary: /r;
    cmp_ok delete $all->{seconds}, '>', 0, '... took some time';
    is_deeply $all, $sums->{all}, '... all in all' or diag explain [$all, $sums->{all}];
    is_deeply \%vendors, $sums->{vendors}, '... by vendor' or diag explain [\%vendors, $sums->{vendors}];
    is_deeply $json->{left}, $sums->{left}, '... what is left, and where first' or diag explain [$json->{left}, $sums->{left}];
    is_deeply $json->{not_judged}, $sums->{not_judged}, '... what is not judged' or diag explain [$json->{not_judged}, $sums->{not_judged}];
    is_deeply [map { $_->{name} } @{ $json->{vendors} }], [sort { $vendors{$b}{pages} <=> $vendors{$a}{pages} || $vendors{$b}{pages_left} <=> $vendors{$a}{pages_left} || $a cmp $b } keys %vendors], '... those first that most pages have';
    $met{$_}++ for grep { $all->{$_} } keys %$all;
    for my $kind (qw(left not_judged)) { $met{"$kind $_"}++ for grep { $json->{$kind}{$_}{pages} } keys %{ $json->{$kind} } }
}
is_deeply [grep { !$met{$_} } qw(removed bytes_removed gated held left), (map { "left $_" } qw(csp charset hold-limit off kept mixed use handler)), 'not_judged ambiguous', 'not_judged charset', 'not_judged not-html'], [],
    'the site has all of that' or diag explain \%met;

# ---- For people ----

for my $args ('site', '--hold site', '--element-limit 200 site') {
    my ($json) = summary_of($args);
    my $hold = $args =~ /hold /;
    my ($status, $out, $errors) = explained("--summary $args");
    is "$status$errors", '3', "--summary $args: says nothing else";
    my @lines = split /\n/, $out;
    is $lines[0], sprintf('%d pages, %d bytes; 6 folders', @{ $json->{files} }{qw(pages bytes)}), '... how many pages';
    is $lines[1], 'skipped: 6 not-html, 2 compressed, 3 special, 3 gone, 3 seen', '... and what else there is';
    my @keys = $hold ? qw(held pages_held gated pages_gated left pages_left) : qw(removed bytes_removed pages_removed gated pages_gated left pages_left);
    is_deeply [map { join ' ', split } @lines[3 .. 4 + @{ $json->{vendors} }]],
        ['vendor ' . join(' ', map { /pages/ ? 'pages' : /bytes/ ? 'bytes' : $_ } @keys), map { join ' ', @$_{ 'name', @keys } } @{ $json->{vendors} }, { name => '(all)', %{ $json->{all} } }], '... by vendor';
    my @passes = map { my $p = $json->{left}{$_}; $p->{pages} ? sprintf('%s %d element%s left, in %d page%s; first: %s', $_, $p->{elements}, $p->{elements} > 1 ? 's' : '', $p->{pages}, $p->{pages} > 1 ? 's' : '', $p->{first}{name}) : () } qw(charset csp hold-limit off kept mixed use handler place doubt);
    push @passes, map { my $p = $json->{not_judged}{$_}; sprintf('%s %d page%s %s; first: %s', $_, $p->{pages}, $p->{pages} > 1 ? 's' : '', /html/ ? 'unjudged' : 'judged up to some place only', $p->{first}{name}) } qw(ambiguous charset not-html);
    my ($told) = $out =~ /^what passes, and why\n(.*?)\n\n/ms;
    is_deeply [map { s/ +/ /gr } split /\n/, $told], \@passes, '... what passes';
    is scalar(() = $out =~ m{^ +\d+\.\d{3} +\d+  site/\S}mg), 10, '... and the slowest';
}

my ($passes) = summary_of('site/d/passes.html');
is_deeply { map { $_ => $passes->{left}{$_}{elements} } grep { $passes->{left}{$_}{elements} } keys %{ $passes->{left} } }, { off => 2, kept => 1, use => 1, handler => 1 }, 'what passes, and why';
is_deeply [map { "$_->{name} $_->{left}" } @{ $passes->{vendors} }], ['google-analytics 2', 'hotjar 1', 'optimizely 2'], '... by vendor';
my (undef, $passes_status) = summary_of('--vendors None site/index.html');
is $passes_status, 0, '... and is nothing that would go';

# ---- The slowest ----

put('sizes/' . $_ . '.html', "$DOC<p>" . "$HOTJAR<b a=b c='d'>x</b>" x (2000 * $_)) for 1, 9, 5;
put("sizes/small-$_.html", "$DOC<p>") for 1 .. 12;
my ($sizes) = summary_of('sizes');
my @slowest = @{ $sizes->{slowest} };
is scalar @slowest, 10, 'ten pages';
is_deeply [map { $_->{name} } @slowest[0 .. 2]], ['sizes/9.html', 'sizes/5.html', 'sizes/1.html'], '... those that took longest';
is_deeply [map { $_->{seconds} } @slowest], [sort { $b <=> $a } map { $_->{seconds} } @slowest], '... the slowest first';
is_deeply [map { $_->{bytes} } @slowest], [map { -s $_->{name} } @slowest], '... each with its bytes';
my $ten = 0;
$ten += $_->{seconds} for @slowest;
cmp_ok $ten, '<=', $sizes->{all}{seconds} + 1e-9, '... and all pages take no less than they';

# ---- Exit status, and what cannot be read ----

put('clean/a.html', "<p>nothing\n");
is +(explained('--summary clean'))[0], 0, 'nothing would go';
my ($nothing, $empty) = explained('--summary site/none');
is "$nothing $empty", "0 0 pages, 0 bytes; 1 folder\n", 'an empty folder';
my (undef, $empty_json) = (summary_of('site/none'));
is $empty_json, 0, '... in JSON';
is +(explained('--summary -- clean'))[0], 0, '--: what follows is no option';
is +(explained("--summary - <'site/index.html'"))[0], 3, 'standard input is a page';
my ($piped) = summary_of("- <'site/c/data.html'");
is $piped->{not_judged}{'not-html'}{first}{name}, '-', '... whatever it is';
symlink '/proc/self/mem', 'clean/unreadable.html' or die "$!\n";    # its first bytes are nobody's, not even root's
my ($trouble, $told, $errors) = explained('--summary clean site/index.html missing.html');
is $trouble, 1, 'trouble comes before all';
is_deeply [$errors =~ /^xpurpose-explain: (.*?): \S/mg], ['clean/unreadable.html', 'missing.html'], '... is told';
like $told, qr/\A2 pages, \d+ bytes; 1 folder\nnot read: 2\n/, '... and what can be read is';
like $told, qr/^google-analytics /m, '... told of';
my ($troubles, $troubled) = summary_of('clean missing.html');
is_deeply [map { $_->{name} } @{ $troubles->{troubles} }], ['clean/unreadable.html', 'missing.html'], '... in JSON as well';
like $troubles->{troubles}[1]{trouble}, qr/No such file/, '... and what it is';
is "$troubles->{files}{troubles} $troubled", '2 1', '... and how many';
# Nobody could say that all pages were read, were one passed over that is called so.
for my $packed ("\x1f\x8b\x08\x00", "\x28\xb5\x2f\xfd", "\xfd7zXZ\x00", 'BZh91AY', "PK\x03\x04") {
    put('packed/page.html', "$packed and so on");
    for my $args ('packed', '--chunk 1 packed', '- <packed/page.html', '--chunk 1 - <packed/page.html') {
        my ($packed_status, undef, $packed_errors) = explained("--summary $args");
        is $packed_status, 1, "a compressed page: $args";
        like $packed_errors, qr/\Axpurpose-explain: (?:packed\/page\.html|-): it is compressed: unpack it first\n\z/, '... is told';
    }
    is +(explained('packed/page.html'))[0], 1, '... by itself, too';
}
for my $bad ('--strip', '--near') {
    like + (explained("--summary $bad site"))[2], qr/\Axpurpose-explain: it is about single pages: with --summary there is no '$bad'\nusage: /, "--summary $bad: one of them";
}
is +(explained('--summary'))[0], 2, 'no folder at all is wrong usage';
like + (explained('--sumary site'))[2], qr/did you mean --summary\?$/m, 'nearly --summary';
SKIP: {
    skip 'no /dev/full here', 1 unless -c '/dev/full';
    is +(explained('--summary site >/dev/full'))[0], 1, 'output that cannot be written is trouble';
}

# What cannot be read to its end counts for nothing: here a pipe that has no more, and does not wait.
$^F = 99;    # a child of ours has it, too
pipe my $some, my $more or die "$!\n";
$^F = 2;
fcntl $some, F_SETFL, O_NONBLOCK or die "$!\n";
syswrite $more, "$DOC$GA$HOTJAR$MIXED" . '<p>' x 100;
my $cut = `timeout 60 '$EXPLAIN' --summary --json --chunk 64 - site/d/long.html <&${\fileno $some} 2>errors`;
is $? >> 8, 1, 'a page that cannot be read to its end is trouble';
my ($cut_json) = parsed('- site/d/long.html', $cut);
is $cut_json->{troubles}[0]{name}, '-', '... told of';
my ($rest) = summary_of('site/d/long.html');
delete $_->{all}{seconds} for $cut_json, $rest;
is_deeply [@$cut_json{qw(all vendors left)}], [@$rest{qw(all vendors left)}], '... and counts for nothing' or diag explain $cut_json;

# The reader of its output has gone before it writes.
sub unread {
    my ($signal, @args) = @_;
    pipe my $read, my $write or die "$!\n";
    close $read;
    my $pid = fork // die "$!\n";
    if (!$pid) {
        $SIG{PIPE} = $signal;
        open STDOUT, '>&', $write or die "$!\n";
        open STDERR, '>', "$dir/errors" or die "$!\n";
        exec $EXPLAIN, @args or die "$!\n";
    }
    close $write;
    waitpid $pid, 0;
    return $?;
}
is unread('DEFAULT', '--summary', 'site'), 13, 'whoever reads no more ends it';
is unread('IGNORE', '--summary', 'site'), 1 << 8, '... or it says so';
like slurp('errors'), qr/^xpurpose-explain: output: Broken pipe$/, '... once';
is unread('IGNORE', ('site/index.html') x 5000), 1 << 8, 'where pages are reported one by one, too';

# ---- Order ----

put("order/$_.html", $PAGES{'site/c/data.html'}) for 'b/1', 'a/2', 'a/b/3', 'c';
put('order/d/4.html', $PAGES{'site/c/data.html'});
for my $gone ('c', 'a/2', 'a/b/3', 'b/1') {
    is +(summary_of('order'))[0]{not_judged}{'not-html'}{first}{name}, "order/$gone.html", 'a folder\'s own pages come before those further down, folders by name';
    unlink "order/$gone.html";
}

# ---- Names ----

my $RAW = "\e[31m\x9b1m\xc2\x9b2m\x7f\r\n\xff\xe2\x80\xae\xc3\xa9";
my $SHOWN = '\x1b[31m\x9b1m\u009b2m\x7f\x0d\x0a\xff\u202e' . "\xc3\xa9";
my $DECODED = "\e[31m\x{fffd}1m\x{9b}2m\x7f\r\n\x{fffd}\x{202e}\x{e9}";
put("raw/$RAW/$RAW.html", $PAGES{'site/c/data.html'});
symlink '/proc/self/mem', "raw/$RAW/$RAW-x.html" or die "$!\n";
my ($raw_status, $raw_told, $raw_errors) = explained('--summary raw');
like $raw_told, qr{first: raw/\Q$SHOWN/$SHOWN\E\.html$}m, "a file's name is shown";
unlike "$raw_told$raw_errors", qr/[\x00-\x09\x0b-\x1f\x7f\x9b\xff]/, '... and steers no terminal';
like $raw_errors, qr{^xpurpose-explain: raw/\Q$SHOWN/$SHOWN\E-x\.html: \S}, '... nor where it cannot be read';
my (undef, $raw_out) = explained('--summary --json raw');
unlike $raw_out, qr/[\x00-\x09\x0b-\x1f\x7f\x9b\xff]/, '... nor in JSON';
my $raw = parsed('raw', $raw_out);
for my $named ([$raw->{not_judged}{'not-html'}{first}, ''], [$raw->{slowest}[0], ''], [$raw->{troubles}[0], '-x']) {
    is $named->[0]{name}, "raw/$DECODED/$DECODED$named->[1].html", 'JSON has it with U+FFFD ...';
    is pack('H*', $named->[0]{name_hex}), "raw/$RAW/$RAW$named->[1].html", '... and its bytes';
}

# ---- Size ----

make_path(my $deep = 'deep/' . join '/', ('d') x 900);
put("$deep/page.html", "$DOC<p>$GA");
put('many/' . $_ % 50 . "/$_.html", "$DOC<p>$GA") for 1 .. 5000;
for my $large (['deep', 901, 1], ['many', 51, 5000]) {
    my ($args, $folders, $pages) = @$large;
    my ($json) = summary_of($args);
    is $json->{files}{folders}, $folders, "$args: all folders";
    is_deeply [$json->{files}{pages}, $json->{all}{removed}, $json->{vendors}[0]{pages_removed}], [($pages) x 3], '... and all pages';
}
my $far = 'far';
make_path('far');
for (1 .. 30) {    # beyond what a path may be
    chdir $far or die "$!\n";
    mkdir $far = 'x' x 200 or die "$!\n";
}
chdir $dir or die "$!\n";
my ($far_status, undef, $far_errors) = explained('--summary far');
is $far_status, 1, 'what has too long a name for the system is trouble';
like $far_errors, qr/\Axpurpose-explain: far\S+: File name too long\n\z/, '... and is told';

SKIP: {
    skip 'under a sanitizer memory is reserved beyond any limit', 3 if $UNDER_ASAN;
    put('big/page.html', "$DOC<p>$GA<p>");
    truncate 'big/page.html', 1 << 30 or die "$!\n";
    my $got = `ulimit -v 50000; '$EXPLAIN' --summary big`;
    is $? >> 8, 3, 'a page of 1 GB';
    like $got, qr/\A1 page, 1073741824 bytes; 1 folder\n/, '... in less than 50 MB of memory';
    unlink 'big/page.html';
    $got = `ulimit -v 50000; '$EXPLAIN' --summary many`;
    like $got, qr/\A5000 pages, /, 'so do thousands of them';
}

# How much memory it has asked for, in KB, once it has read `folder` and gets on with standard input: what is written to that fits into
# no pipe, so that it has been read in part when all has been written.
sub memory {
    my ($folder) = @_;
    my $pid = open my $input, '|-', $EXPLAIN, '--summary', $folder, '-' or die "$!\n";
    print {$input} "<p>text\n" x 200_000;
    $input->flush;
    my ($kb) = slurp("/proc/$pid/status") =~ /^VmData:\s+(\d+) kB$/m;
    close $input;
    return $kb;
}
SKIP: {
    skip 'under a sanitizer memory is kept', 1 if $UNDER_ASAN;
    skip 'there is no /proc here', 1 unless -e "/proc/$$/status";
    open my $told, '>&', \*STDOUT or die "$!\n";
    open STDOUT, '>', '/dev/null' or die "$!\n";
    my ($few, $all) = map { memory($_) } 'many/0', 'many';
    open STDOUT, '>&', $told or die "$!\n";
    cmp_ok $all, '<', $few + 64, "5000 pages want no more memory than 100 ($few KB): less than 13 bytes each";
}

# ---- Terminals ----

# What a terminal shows of a command; `script` (util-linux) is one.
sub on_terminal {
    my ($command) = @_;
    return `script -qec "$command" /dev/null </dev/null`;
}

# Feeds a page slowly, until the terminal shows how far it has come or `seconds` have gone; returns what the terminal has got.
sub slowly {
    my ($command, $seconds) = @_;
    mkfifo('slow', 0600) or die "$!\n";
    my $began = time;
    open my $terminal, '-|', "script -qec \"$command\" /dev/null </dev/null" or die "$!\n";
    open my $page, '>', 'slow' or die "$!\n";
    my $got = '';
    my $watch = IO::Select->new($terminal);
    while ($got !~ /\e\[K/ && time < $began + $seconds) {
        syswrite $page, "<p>\n";
        sysread $terminal, $got, 4096, length $got if $watch->can_read(0.05);
    }
    my $took = time - $began;
    close $page;
    while (sysread $terminal, $got, 4096, length $got) { }
    close $terminal;
    unlink 'slow';
    return ($got, $took);
}

SKIP: {
    skip 'there is no script (make deps-all), or no terminal for it', 1 if system "sh -c 'script -qec true /dev/null' </dev/null >/dev/null 2>&1";
    my $INK = qr/\e\[[0-9;]*m/;
    delete @ENV{qw(NO_COLOR TERM)};
    local $ENV{SHELL} = '/bin/sh';    # in which script runs it
    my $plain = (explained('--summary site/index.html'))[1] =~ s/ *\d+\.\d+/ 0/gr;
    for my $case (['TERM=xterm', 1], ['TERM=xterm NO_COLOR=', 1], ['TERM=xterm NO_COLOR=1', 0], ['TERM=dumb', 0], ['TERM=', 0], ['env -u TERM', 0]) {
        my ($env, $inked) = @$case;
        my $shown = on_terminal("$env '$EXPLAIN' --summary site/index.html") =~ s/ *\d+\.\d+/ 0/gr =~ s/\r\n/\n/gr;
        is $shown =~ /$INK/ ? 1 : 0, $inked, "$env: " . ($inked ? 'colours' : 'no colours');
        is $shown =~ s/$INK//gr, $plain, '... and the same text, without a sign of how far it has come';
    }
    unlike +(on_terminal("TERM=xterm '$EXPLAIN' --summary site/index.html | cat")), $INK, 'no colours in a pipe';
    unlike +(on_terminal("TERM=xterm '$EXPLAIN' --summary --json site")), $INK, 'no colours in JSON';
    my @inked = on_terminal("TERM=xterm '$EXPLAIN' --summary site") =~ /($INK)/g;
    is_deeply [grep { $inked[ 2 * $_ + 1 ] ne "\e[m" } 0 .. $#inked / 2], [], 'each colour ends' or diag explain \@inked;

    my ($shown, $took) = slowly("TERM=xterm '$EXPLAIN' --summary --chunk 4 site/main.js site/index.html - <slow", 60);
    like $shown, qr/\A\r1 pages, 1 other files, 0 MB\e\[K/, 'what takes longer shows how far it has come';
    cmp_ok $took, '>=', 0.9, '... and no sooner than after a second';
    like $shown, qr/\e\[K\r\e\[K2 pages, /, '... and takes it away before it goes on';
    (my $after = $shown) =~ s/\A.*\e\[K//s;
    unlike $after, qr/\e\[K/, '... for good';
    ($shown) = slowly("TERM=xterm '$EXPLAIN' --summary --chunk 4 - clean <slow", 60);
    like $shown, qr/\e\[K\r\e\[Kxpurpose-explain: clean\/unreadable/, '... and before it complains';
    for my $narrow (20, 24) {
        ($shown) = slowly("stty cols $narrow; TERM=xterm '$EXPLAIN' --summary --chunk 4 site/index.html - <slow", 60);
        is +($shown =~ /\A\r([^\r\e]*)\e\[K/)[0], substr('1 pages, 0 other files, 0 MB', 0, $narrow - 1), "on $narrow columns it takes one line, and wraps nowhere";
    }
    for my $quiet ("TERM=xterm '$EXPLAIN' --summary --chunk 4 - <slow 2>progress", "TERM=dumb '$EXPLAIN' --summary --chunk 4 - <slow", "TERM=xterm '$EXPLAIN' --summary --chunk 4 - <slow 2>&1 | cat") {
        ($shown) = slowly($quiet, 1.5);
        unlike $shown, qr/\e\[K|\r[^\n]/, "nothing of that: $quiet" =~ s/\Q'$EXPLAIN'/xpurpose-explain/r;
    }
    is slurp('progress'), '', 'nor in a file';
}

done_testing;
