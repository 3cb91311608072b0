# Buckets: however a page's elements are cut, into buckets of every kind with metadata and FLUSHes between, in many brigades or in one, what
# leaves is what leaves of the page in one piece. Inline scripts, styles and noscripts are what matters: their text is judged as a whole, so
# what came in pieces is put together from what is held.
use strict;
use warnings;
use POSIX ();
use Test::Httpd;
use Test::More;
use Test::Preview;

my @preview = ('X-Purpose' => 'preview');
my $cuts = "$Test::Httpd::OUT/build/t/mod_cuts.so";
plan skip_all => '`make test` builds t/c/mod_cuts.c' unless -e $cuts;

# Snippets, some longer than a bucket; scripts that stay; what is no script.
my $CONFIG = "gtag('config', 'G-1', { page: 'a', value: 1 });\n";
my @ELEMENTS = (
    "<script>window.dataLayer = window.dataLayer || [];\nfunction gtag(){dataLayer.push(arguments);}\ngtag('js', new Date());\n$CONFIG</script>",
    '<script>' . $CONFIG x 400 . '</script>',
    "<script nonce=abc>$CONFIG/* " . 'a page of comment ' x 3000 . '*/</script>',
    "<script>var _gaq = [['_setAccount', 'UA-1-1'], ['_trackPageview']];</script>",
    "<script>$CONFIG start('https://www.google-analytics.com/ga.js');</script>",
    '<script>' . $CONFIG x 100 . 'menu();</script>',
    '<script>' . $CONFIG x 1500 . '</script>',
    "<script>var menu = [1, 2, 3];\nmenu.forEach(function (n) { show(n); });</script>",
    "<script type='application/json'>{ \"url\": \"https://www.google-analytics.com/ga.js\" }</script>",
    '<script async src="https://www.google-analytics.com/ga.js"></script>',
    '<style>.async-hide { opacity: 0 !important }</style>',
    '<style>.async-hide { opacity: 0 !important } .page { color: red } ' . '.a { margin: 0 } ' x 20 . '</style>',
    '<noscript><img height="1" width="1" src="https://www.facebook.com/tr?id=1&amp;ev=PageView"></noscript>',
    '<noscript>' . ' ' x 9000 . '<img src="https://www.facebook.com/tr?id=1"></noscript>',
    '<noscript><p>Please switch it on.</p><img src="https://www.facebook.com/tr?id=1"></noscript>',
    "<!-- xpurpose:begin --><script>start();</script><p>counted</p><script>$CONFIG</script><!-- xpurpose:end -->",
    "<p>Some text of the page, with <b>bold</b> parts, and &lt; and &gt;.</p>\n",
);

# What is held for long: a noscript that may still be a vendor's, and a block that is full of the site's own scripts.
my $NOSCRIPT = '<!DOCTYPE html><body><p>text</p><noscript>' . 'a' x 250_000 . '</noscript>';
my $BLOCK = '<!DOCTYPE html><body><p>text</p><!-- xpurpose:begin --><div>' . ('<script>var a = 1; ' . 'x' x 480 . '</script>') x 32_000
    . "<script>$CONFIG</script></div><!-- xpurpose:end -->";

# Each of them at other distances to the others.
my $page = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>t</title></head>\n<body>\n<p>text</p>\n";
for my $step (1, 4) {
    $page .= $ELEMENTS[$_ * $step % @ELEMENTS] . ' text' x ($_ * $step % 7) for 0 .. $#ELEMENTS;
}
$page .= "</body></html>\n";

# A stub of the site's own, long enough to be referred to where it lies.
my $STUB = 'window.ours={' . join(',', map { "f$_:function(){}" } 1 .. 220) . '};';

my $httpd = Test::Httpd->new(modules => ["cuts=$cuts"], conf => <<CONF);
XPurposeVendor ours url ours.example.com
XPurposeVendor ours stub "$STUB"
XPurpose On
XPurposeAction prerender Hold
<Location /cut/>
    SetOutputFilter CUTS
</Location>
<Location /cut/dry.html>
    XPurpose DryRun
</Location>
<Location /cut/block.html>
    XPurposeElementLimit 16777216
</Location>
CustomLog %DIR%/lasting "%{X-Test-Id}i %{lasting}n"
<Location /lasting/>
    SetOutputFilter LASTING
    XPurposeStubs Off
</Location>
<Location /lasting/ours/>
    XPurposeStubs On
</Location>
<Location /lasting/off.html>
    XPurposeGate Off
</Location>
<Location /lasting/dry.html>
    XPurpose DryRun
</Location>
<Location /lasting/all.html>
    XPurposeGate All
    XPurposeVendors All
</Location>
CONF
$httpd->doc($_, $page) for qw(page.html cut/page.html cut/dry.html);
$httpd->doc('cut/noscript.html', $NOSCRIPT);
$httpd->doc('cut/block.html', $BLOCK);
$httpd->start;

# A FLUSH behind every few bytes of what is held costs no buffer each, and a text is found in many buckets without looking at all of them.
SKIP: {
    skip 'under a sanitizer everything costs more', 4 if `ldd '@{[Test::Httpd::module()]}'` =~ /asan/;
    skip 'this system does not tell what a process costs', 4 unless -e "/proc/$$/status";
    my ($before, $cpu) = (most_of('VmHWM'), ticks());
    ok $httpd->get('/cut/noscript.html?1,1,3', @preview)->{content} eq $NOSCRIPT, 'a noscript, byte by byte';
    my $more = most_of('VmHWM') - $before;
    cmp_ok $more, '<', 49_152, "takes $more KiB";
    my $got = $httpd->get('/cut/block.html?1,1000,0', @preview);
    is $httpd->notes($got)->{cut}, 1, 'a block of 16 MB';
    my $seconds = (ticks() - $cpu) / POSIX::sysconf(POSIX::_SC_CLK_TCK());
    cmp_ok $seconds, '<', 4, "takes $seconds s";
}

my $whole = $httpd->get('/page.html', @preview);
my $noted = $httpd->notes($whole);
my $file = $httpd->dir . '/docs/page.html';
ok $whole->{content} eq `'$Test::Httpd::OUT/xpurpose-explain' --strip '$file'`, 'in one piece: what xpurpose-explain says';
is $noted->{cut}, 18, 'nine elements go, twice';
cmp_ok length($page) - $noted->{bytes}, '>', 150_000, 'and half of the bytes stay';
ok $httpd->get('/cut/page.html?1,9,3')->{content} eq $page, 'without the header: the page';

# SEED,MAX,PASS: of chance, the largest piece, and one in how many pieces ends a brigade; 0: none.
my @ways = ('1,1,5', '2,1,0', '3,2,1');
for my $max (13, 300, 20_000, 90_000) {
    push @ways, map { ("1,$max,$_", "2,$max,$_") } 0, 1, 4;
}
for my $way (@ways) {
    my $cut = $httpd->get("/cut/page.html?$way", @preview);
    ok $cut->{complete} && $cut->{content} eq $whole->{content}, "$way: the same" or diag difference($cut->{content});
    is_deeply $httpd->notes($cut), $noted, "$way: and the notes say the same";
}
for my $way (grep { /,(?:13|20000),/ } @ways) {
    my $dry = $httpd->get("/cut/dry.html?$way", @preview);
    ok $dry->{content} eq $page, "$way, DryRun: the page";
    is $httpd->notes($dry)->{cut}, $noted->{cut}, "$way, DryRun: and the same is found";
}

# Held: the same, and what is put in can be taken out again.
{
    my $held = $httpd->get('/page.html', @PRERENDER);
    my $notes = $httpd->notes($held);
    ok $held->{content} eq `'$Test::Httpd::OUT/xpurpose-explain' --hold --strip '$file'`, 'held, in one piece: what xpurpose-explain says';
    ok unheld($held->{content}) eq $page, '... and without what is put in the page';
    is "@$notes{qw(verdict cut)}", 'held 0', '... of which nothing is gone';
    cmp_ok $notes->{held} + $notes->{gated}, '>=', 4, '... and some elements wait, or what they load';
    for my $way (@ways) {
        my $cut = $httpd->get("/cut/page.html?$way", @PRERENDER);
        ok $cut->{complete} && $cut->{content} eq $held->{content}, "$way, held: the same";
        is_deeply $httpd->notes($cut), $notes, "$way, held: and the notes say the same";
    }
    is $httpd->get('/cut/dry.html?1,13,4', @PRERENDER)->{content}, $page, 'held, DryRun: the page';
}

# A long text is referred to where it lies, in whatever pieces the page comes.
my $OURS = '<!DOCTYPE html><meta charset=utf-8><p>text</p><script src=https://ours.example.com/x.js></script><p>more</p><script>menu();</script>';
$httpd->doc($_, $OURS) for qw(lasting/ours/page.html cut/ours.html);
my $ours = $httpd->get('/lasting/ours/page.html', @preview);
(my $stubbed = $OURS) =~ s/<script src.*?<\/script>/<!--xpurpose: ours--><script data-xpurpose="ours">$STUB<\/script>/;
is $ours->{content}, $stubbed, 'a long stub';
is lasting($ours), length $STUB, '... is not copied';
is $ours->{headers}{'content-length'}, length $stubbed, '... but counted';
for my $way (map { ("$_,5,1", "$_,5,0", "$_,40,3") } 1 .. 3) {
    my $cut = $httpd->get("/cut/ours.html?$way", @preview);
    ok $cut->{complete} && $cut->{content} eq $stubbed, "$way: the same";
    is $httpd->notes($cut)->{verdict}, 'stripped', "$way: and all of it has arrived";
}

# The gate's text and the whole catalogue are referred to where they lie; what is copied for a page is a tag or two.
my $MIXED = "<!DOCTYPE html><meta charset=utf-8><title>t</title>\n"
    . "<script>var n = document.links.length; new Image().src = 'https://www.google-analytics.com/collect?n=' + n; menu(n);</script>\n" x 3;
$httpd->doc("lasting/$_.html", $MIXED) for qw(on off dry all);
my %lasting = map { $_ => $httpd->get("/lasting/$_.html", @preview) } qw(on off dry all);
for my $name (qw(off dry)) {
    is lasting($lasting{$name}), 0, "$name: nothing is put in";
    is $lasting{$name}{content}, $MIXED, '... at all';
}
for my $name (qw(on all)) {
    my ($text) = $lasting{$name}{content} =~ /<script[^>]* data-xpurpose="gate"[^>]*>(.*?)<\/script>/s;
    my $more = length($lasting{$name}{content}) - length $MIXED;
    cmp_ok length($text || ''), '>=', 1024, "$name: the gate is there";
    cmp_ok lasting($lasting{$name}), '>=', length($text || ''), '... not as a copy';
    cmp_ok $more - lasting($lasting{$name}), '<', 600, '... and of all that is put in little is one';
    is $lasting{$name}{headers}{'content-length'}, length $lasting{$name}{content}, '... but all of it is counted';
}
cmp_ok lasting($lasting{all}), '>', 2 * lasting($lasting{on}), 'the catalogue is the larger part';

sub lasting {
    my ($r) = @_;
    $httpd->notes($r);    # waits for the log
    return read_all($httpd->dir . '/lasting') =~ /^\Q$r->{id}\E (\d+)$/m ? $1 : undef;
}

# Of the children: the most of what /proc tells in KiB, and all their time.
sub most_of {
    my ($name) = @_;
    my @all = sort { $a <=> $b } map { read_all("/proc/$_/status") =~ /^$name:\s+(\d+)/m } $httpd->children;
    return $all[-1];
}

sub ticks {
    my $sum = 0;
    $sum += $_ for map { (split ' ', read_all("/proc/$_/stat") =~ s/^.*\) //sr)[11, 12] } $httpd->children;
    return $sum;
}

sub read_all {
    my ($path) = @_;
    open my $in, '<', $path or die "$path: $!\n";
    local $/;
    return <$in>;
}

sub difference {
    my ($got) = @_;
    my $at = 0;
    $at++ while $at < length $got && substr($got, $at, 1) eq substr $whole->{content}, $at, 1;
    return "from $at: " . substr($got, $at, 200) . "\nnot: " . substr $whole->{content}, $at, 200;
}

$httpd->stop;
done_testing;
