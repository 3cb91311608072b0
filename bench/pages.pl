# The pages that are measured, made of words so that no page is anybody's. Each holds the same five vendors' snippets, which should go, and
# five decoys, which must stay. Between them is what real pages have, in their proportions (mix.pl); the page of 12 KB has no room for
# that and keeps to cards, prose, lists, and a few scripts.
#
#   perl bench/pages.pl FOLDER      writes them; bench.pl loads this file and calls page() itself
use strict;
use warnings;
use Cwd 'abs_path';
use File::Basename 'dirname';

require(abs_path(dirname(__FILE__)) . '/mix.pl');

# ---- What should go, and what must stay -----------------------------------------------------------------------------

# [name, what of it would send a hit, elements]; the first two stand in the head, the third opens the body.
our @SNIPPETS = (
    ['gtag', qr{googletagmanager\.com/gtag/js\?id=G-BENCH00001}, <<'HTML'],
<script async src="https://www.googletagmanager.com/gtag/js?id=G-BENCH00001"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());
  gtag('config', 'G-BENCH00001');
</script>
HTML
    ['tag manager', qr{googletagmanager\.com/gtm\.js\?id=}, <<'HTML'],
<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':
new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],
j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src=
'https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);
})(window,document,'script','dataLayer','GTM-BENCH01');</script>
HTML
    ['tag manager without scripts', qr{googletagmanager\.com/ns\.html}, <<'HTML'],
<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-BENCH01"
height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>
HTML
    ['Meta pixel', qr{connect\.facebook\.net/en_US/fbevents\.js|facebook\.com/tr\?id=100000000000001}, <<'HTML'],
<script>
!function(f,b,e,v,n,t,s)
{if(f.fbq)return;n=f.fbq=function(){n.callMethod?
n.callMethod.apply(n,arguments):n.queue.push(arguments)};
if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';
n.queue=[];t=b.createElement(e);t.async=!0;
t.src=v;s=b.getElementsByTagName(e)[0];
s.parentNode.insertBefore(t,s)}(window, document,'script',
'https://connect.facebook.net/en_US/fbevents.js');
fbq('init', '100000000000001');
fbq('track', 'PageView');
</script>
<noscript><img height="1" width="1" style="display:none"
src="https://www.facebook.com/tr?id=100000000000001&ev=PageView&noscript=1"></noscript>
HTML
    ['Matomo', qr{stats\.bench\.invalid/}, <<'HTML'],
<script>
  var _paq = window._paq = window._paq || [];
  _paq.push(['trackPageView']);
  _paq.push(['enableLinkTracking']);
  (function() {
    var u="//stats.bench.invalid/";
    _paq.push(['setTrackerUrl', u+'matomo.php']);
    _paq.push(['setSiteId', '1']);
    var d=document, g=d.createElement('script'), s=d.getElementsByTagName('script')[0];
    g.async=true; g.src=u+'matomo.js'; s.parentNode.insertBefore(g,s);
  })();
</script>
HTML
);

our @DECOYS = (
    ['data', <<'HTML'],
<script type="application/ld+json">{"@context":"https://schema.org","@type":"TechArticle","headline":"How to load gtag",
"text":"Put https://www.googletagmanager.com/gtag/js?id=G-XXXXXXX or gtm.js?id=GTM-XXXX into the head, then call fbq('init', 'x')"}</script>
HTML
    ['a comment', <<'HTML'],
<!-- switched off in spring:
<script async src="https://www.googletagmanager.com/gtag/js?id=G-XXXXXXX"></script>
<script>fbq('init', '1'); _paq.push(['trackPageView']);</script>
-->
HTML
    ['a text area', <<'HTML'],
<textarea rows="4" cols="60" readonly><script async src="https://www.googletagmanager.com/gtag/js?id=G-XXXXXXX"></script>
<script src="https://connect.facebook.net/en_US/sdk.js"></script></textarea>
HTML
    ['an attribute', <<'HTML'],
<button class="copy" data-code="<script src='https://www.googletagmanager.com/gtag/js?id=G-XXXXXXX'></script>">Copy</button>
HTML
    ['a text about it', <<'HTML'],
<pre><code>&lt;script async src="https://www.googletagmanager.com/gtag/js?id=G-XXXXXXX"&gt;&lt;/script&gt;
&lt;script src="https://connect.facebook.net/en_US/fbevents.js"&gt;&lt;/script&gt;</code></pre>
HTML
);

# ---- What is between -------------------------------------------------------------------------------------------------

my @WORDS = qw(river stone paper light garden window morning letter market bridge corner silver winter yellow island copper
    meadow harbour candle basket orchard lantern velvet thunder pebble feather saddle kettle ribbon timber the of and to in
    is that it was for on with as be at by from or which this an are not but they have were their been has when who will);

my $seed;

# Our own generator, so that every Perl makes the same page.
sub pick {
    my ($n) = @_;
    $seed = ($seed * 1103515245 + 12345) % 2147483648;
    return int($seed / 65536) % $n;
}

sub words { return join ' ', map { $WORDS[pick(scalar @WORDS)] } 1 .. $_[0] }

sub card {
    my $n = pick(9000);
    return sprintf <<'HTML', $n, $n, $n, $n, words(4), words(3), words(8 + pick(30)), 1 + pick(28), words(2), words(2), $n, words(2);
<article class="card card--wide" id="item-%d" data-kind="story"><a href="/stories/%d" class="card__link">
<img src="/media/thumb-%d.jpg" srcset="/media/thumb-%d-2x.jpg 2x" alt="%s" width="320" height="180" loading="lazy"></a>
<div class="card__body"><h3>%s</h3><p>%s</p>
<p class="meta"><time datetime="2024-05-%02d">%s</time> <span class="by">%s</span> <a href="/stories/%d#talk">%s</a></p></div></article>
HTML
}

sub prose { return '<p>' . words(20 + pick(40)) . ' <em>' . words(2) . "</em>, <a href=\"/about\">" . words(2) . '</a> ' . words(15 + pick(40)) . ".</p>\n" }

sub list { return "<ul class=\"links\">\n" . join('', map { '  <li><a href="/' . words(1) . "/$_\">" . words(2) . "</a></li>\n" } 1 .. 4 + pick(5)) . "</ul>\n" }

sub table {
    return "<table class=\"figures\"><tbody>\n"
        . join('', map { '<tr><td>' . words(1) . '</td><td>' . pick(1000) . '</td><td>' . words(2) . "</td></tr>\n" } 1 .. 4 + pick(6))
        . "</tbody></table>\n";
}

sub icon {
    return '<svg class="icon" width="24" height="24" viewBox="0 0 24 24"><path d="M'
        . join(' ', map { pick(24) . '.' . pick(100) . ($_ % 3 ? '' : 'l') } 1 .. 40) . "z\"/><g><circle cx=\"9\" cy=\"9\" r=\"2\"/></g></svg>\n";
}

# A function of the site's own, as a bundler leaves it.
sub code {
    my ($a, $b, $c) = map { name() } 1 .. 3;
    return "function $a$c(e,t){var n=document.querySelectorAll(\".$b-$c\"),r=0;for(;r<n.length;r++){if(n[r].dataset.$a===t)"
        . "{n[r].classList.toggle(\"is-$b\");continue}n[r].addEventListener(\"click\",function(i){i.preventDefault();e.$c(i.target.href,{"
        . "$a:" . pick(500) . ",$b:!0,label:\"" . words(3) . "\"})})}return n.length>0&&e.$b?e.$b.$c(t):null}\n";
}

sub script { return "<script>\n" . join('', map { code() } 1 .. 2 + pick(6)) . "site.ready(" . name() . "List,{\"page\":" . pick(900) . "});\n</script>\n" }

sub name { return $WORDS[pick(40)] }

sub rule {
    return sprintf ".%s-%s{display:flex;margin:0 %dpx;color:#%06x;background:url(/media/%s.svg) no-repeat}\n", name(), name(),
        pick(40), pick(32768), name();
}

sub style { return "<style>\n" . join('', map { rule() } 1 .. 8 + pick(10)) . "</style>\n" }

sub comment { return '<!-- ' . words(6) . " -->\n" }

my @PARTS = ((\&card) x 8, (\&prose) x 9, (\&script) x 3, (\&list) x 2, \&table, \&icon, \&style, \&comment);

my $HEAD = <<'HTML';
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Measured page</title>
<meta name="description" content="A page of words, made to be measured">
<link rel="canonical" href="https://www.example.com/measured">
<link rel="stylesheet" href="/media/site.css">
<link rel="icon" href="/media/icon.svg">
HTML

# ---- Pages -----------------------------------------------------------------------------------------------------------

# A page of about `size` bytes: a list of [kind, text], kind being 'rest', 'snippet' or 'decoy'; a snippet's third is what would send a hit.
# The Meta pixel and Matomo close the body, as their vendors advise; the decoys lie a fifth of the page apart.
sub pieces {
    my ($size) = @_;
    my @snippets = map { ['snippet', $_->[2], $_->[1]] } @SNIPPETS;
    my @decoys = map { ['decoy', $_->[1]] } @DECOYS;
    my ($in_head, $filler) = filler($size);
    my @body = @$filler;
    my @page = (['rest', $HEAD], @snippets[0, 1], $decoys[0], ['rest', join('', @$in_head) . "</head>\n<body class=\"home\">\n"], $snippets[2]);

    for my $i (1 .. 4) {
        push @page, ['rest', join '', splice @body, 0, int(@body / (6 - $i))], $decoys[$i];
    }
    return (@page, ['rest', join '', @body], @snippets[3, 4], ['rest', "</body>\n</html>\n"]);
}

# What is between, ([of the head], [of the body]).
sub filler {
    my ($size) = @_;
    my ($total, @filler) = (5000);

    $seed = 20240523;
    return mixed_filler($size, traits(join '', $HEAD, map { $_->[-1] } @SNIPPETS, @DECOYS)) if $size > 20_000;
    my @in_head = style();
    while ($total < $size) {
        push @filler, $PARTS[pick(scalar @PARTS)]->();
        $total += length $filler[-1];
    }
    return (\@in_head, \@filler);
}

sub join_pieces { return join '', map { $_->[1] } @_ }

sub page { return join_pieces(pieces(@_)) }

# The same page with an SSI condition round each snippet, as an author would write it by hand.
sub marked {
    return join '', map {
        $_->[0] eq 'snippet' ? "<!--#if expr=\"%{HTTP:X-Purpose} != 'preview'\" -->$_->[1]<!--#endif -->" : $_->[1]
    } @_;
}

# One element that fills the page.
sub script_page {
    my ($size, $code) = ($_[0], '');
    $seed = 7;
    $code .= code() while length $code < $size;
    return "<!DOCTYPE html>\n<title>One script</title>\n<script>\n$code</script>\n<p>End\n";
}

sub style_page {
    my ($size, $rules) = ($_[0], '');
    $seed = 7;
    $rules .= rule() while length $rules < $size;
    return "<!DOCTYPE html>\n<title>One style</title>\n<style>\n$rules</style>\n<p>End\n";
}

our %SIZE = (small => 12 * 1024, middle => 105 * 1024, large => 5 * 1024 * 1024);

# Judges what a server answered: (snippets gone, decoys intact, whether everything else is intact).
# A snippet is gone if nothing of it that would send a hit is left; what a filter puts in its place does not matter.
sub judge {
    my ($answer, @pieces) = @_;
    my ($left, $from, $kept, $rest) = ($answer, 0, 0, 1);

    for my $decoy (grep { $_->[0] eq 'decoy' } @pieces) {
        my $at = index $left, $decoy->[1];
        next if $at < 0;
        $kept++;
        substr $left, $at, length $decoy->[1], '';
    }
    my $gone = grep { $_->[0] eq 'snippet' && $left !~ ($_->[2] || qr/\Q$_->[1]/) } @pieces;
    for my $piece (grep { $_->[0] eq 'rest' } @pieces) {
        my $at = index $answer, $piece->[1], $from;
        $rest = 0 if $at < 0;
        $from = $at + length $piece->[1] if $at >= 0;
    }
    return ($gone, $kept, $rest);
}

# The sizes of the pages by which the engine is measured. Each is another page, not a longer one.
our @MIXED = (60_000, 70_000, 80_000, 90_000, 105_000, 125_000, 150_000, 200_000);

if (!caller) {
    my $folder = shift or die "usage: $0 FOLDER\n";
    my %file = ((map { ("$_.html" => page($SIZE{$_})) } keys %SIZE), (map { ("mixed-$_.html" => page($_)) } @MIXED),
        'script.html' => script_page(1 << 20), 'style.html' => style_page(1 << 20));
    for my $name (sort keys %file) {
        open my $out, '>:raw', "$folder/$name" or die "$folder/$name: $!\n";
        print {$out} $file{$name};
        close $out or die "$folder/$name: $!\n";
    }
}

1;
