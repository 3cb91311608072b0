# Filler in the proportions of real pages: what stands between the snippets of a page of 105 KB or 5 MB, and the count of a page's traits
# by regular expressions, which know nothing of the engine. Every word is our own; the shapes are those of sites' software.
use strict;
use warnings;

# Of 1,000 pages of the web in November 2026, per 100,000 bytes; the shares are of the URLs of scripts, images, links and frames.
our %MIX = (
    'bytes in tags' => 43_000, 'bytes of text' => 12_000, 'meta' => 14, 'link' => 11, 'script src' => 9, 'inline script' => 11,
    'bytes of inline script' => 11 * 1800, 'comment' => 24, 'img' => 18, 'noscript' => 3, 'svg' => 7,
);
our %SHARE = ('absolute URL' => 0.65, 'data: URL' => 0.06);

# ---- Counting --------------------------------------------------------------------------------------------------------

# What of %MIX and %SHARE a page has, by its 'bytes' and 'URL's.
sub traits {
    my ($page) = @_;
    my %n = (bytes => length $page, map { ($_ => 0) } 'URL', keys %MIX, keys %SHARE);

    pos($page) = 0;
    while ($page !~ /\G\z/gc) {
        if ($page =~ /\G<!--.*?(?:-->|\z)/gcs) {
            $n{comment}++;
        } elsif ($page =~ m{\G<(/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>}gci) {
            $n{'bytes in tags'} += $+[0] - $-[0];
            count_element(\%n, \$page, lc $2, $3) unless $1;
        } elsif ($page =~ /\G<[!?\/][^>]*>/gc) {
            $n{'bytes in tags'} += $+[0] - $-[0];
        } else {
            $page =~ /\G.[^<]*/gcs;
            (my $text = $&) =~ s/\s+/ /g;    # white space is markup's, but for one
            $n{'bytes of text'} += $text eq ' ' ? 0 : length $text;
        }
    }
    return \%n;
}

# A start tag has been read; goes on behind the text of an element that holds no markup.
sub count_element {
    my ($n, $page, $name, $attributes) = @_;
    my $source = $name =~ /^(?:script|img|link|iframe|source)$/ && $attributes =~ /\s(?:src|href)\s*=\s*["']?([^"'\s>]*)/i ? $1 : undef;

    $n->{$name}++ if exists $MIX{$name};
    if (defined $source) {
        $n->{URL}++;
        $n->{ $source =~ m{^(?:https?:)?//}i ? 'absolute URL' : $source =~ /^data:/i ? 'data: URL' : 'other URL' }++;
        $n->{'script src'} += $name eq 'script';
    }
    return unless $name =~ /^(?:script|style|title|textarea|iframe)$/;
    $$page =~ m{\G.*?(?=</\Q$name\E[\s/>]|\z)}gcsi;
    return if $name ne 'script' || defined $source || $attributes =~ m{\stype\s*=\s*["']?+(?!text/javascript|module)}i;
    $n->{'inline script'}++;
    $n->{'bytes of inline script'} += $+[0] - $-[0];
    return;
}

# ---- URLs ------------------------------------------------------------------------------------------------------------

my @ELSEWHERE = qw(fonts.googleapis.com fonts.gstatic.com cdn.jsdelivr.net cdnjs.cloudflare.com code.jquery.com i.ytimg.com www.youtube.com
    secure.gravatar.com unpkg.com use.fontawesome.com www.facebook.com twitter.com www.linkedin.com www.instagram.com);
my ($site, $nth, $owed);    # the page's own host; the URLs of scripts, images and links so far; the data: URLs that are due

sub one_of { return $_[main::pick(scalar @_)] }
sub hex_of { return join '', map { sprintf '%x', main::pick(16) } 1 .. $_[0] }
sub slug { return join '-', map { main::name() } 1 .. $_[0] }

sub host {
    my $kind = main::pick(10);
    return $kind < 5 ? $site : $kind < 7 ? one_of(qw(static cdn media img)) . substr $site, 3 : one_of(@ELSEWHERE);
}

sub path {
    my ($ending) = @_;
    my $folder = one_of('assets', 'static/js', 'media', 'content/uploads/2026/0' . (1 + main::pick(9)), 'themes/' . slug(1), 'dist/chunks');
    return "$folder/" . one_of(slug(1), slug(2), slug(1) . '.' . hex_of(8), hex_of(12)) . ".$ending" . one_of('', '', '?ver=6.' . main::pick(9), '?w=' . 60 * main::pick(20) . '&amp;q=80');
}

# Of 31 URLs 20 are absolute and two are data: ones, which only images can be.
sub source {
    my ($ending, $image) = @_;
    my $turn = $nth++ * 13 % 31;

    $owed++ if $turn > 28;
    if ($image && $owed) {
        $owed--;
        return 'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%220%200%20' . main::pick(900) . '%20' . main::pick(900) . '%22%3E%3C/svg%3E';
    }
    return ($turn < 20 || $turn > 28 ? one_of('https:', 'https:', 'https:', '') . '//' . host() : '') . '/' . path($ending);
}

sub address { return (main::pick(5) < 3 ? "https://$site" : '') . '/' . one_of(slug(1), slug(2), '2026/0' . (1 + main::pick(9)) . '/' . slug(5)) . one_of('/', '/', '.html', '?p=' . main::pick(9000)) }

# ---- Elements --------------------------------------------------------------------------------------------------------

sub meta {
    return sprintf qq{<meta %s="%s:%s" content="%s">\n}, one_of(qw(property name)), one_of(qw(og twitter article site)), slug(1),
        one_of(main::words(3 + main::pick(12)), address(), main::pick(1200), '2026-0' . (1 + main::pick(9)) . '-11T10:00:00+00:00');
}

sub hint {
    my $rel = one_of('stylesheet', 'stylesheet', 'preload', 'alternate', 'apple-touch-icon', 'preconnect', 'dns-prefetch');
    my $ending = $rel eq 'apple-touch-icon' ? 'png' : $rel eq 'alternate' ? 'xml' : 'css';
    return sprintf qq{<link rel="%s"%s href="%s"%s>\n}, $rel, $rel eq 'stylesheet' ? ' id="' . slug(2) . '-css"' : '', source($ending),
        $rel eq 'preload' ? ' as="style"' : $rel eq 'stylesheet' ? q{ media='all'} : '';
}

sub loaded_script { return sprintf qq{<script%s src="%s"%s></script>\n}, one_of('', ' defer', ' async', ' type="text/javascript"'), source('js'), one_of('', ' id="' . slug(2) . '-js"') }

sub image {
    my $file = path('jpg');
    return sprintf qq{<img class="%s lazy" src="%s" srcset="/%s 640w, https://%s/%s 1280w" sizes="(max-width: 640px) 100vw, 640px" alt="%s" width="640" height="%d" loading="lazy" decoding="async">\n},
        slug(2), source('jpg', 1), $file, $site, $file, main::words(main::pick(8)), 100 + main::pick(400);
}

sub without_scripts {
    return '<noscript>' . one_of('<style>.' . slug(2) . '{display:block}</style>', '<p class="notice">' . main::words(9) . '</p>',
        qq{<div class="} . slug(2) . qq{"><a href="} . address() . '">' . main::words(4) . '</a></div>') . "</noscript>\n";
}

sub remark { return '<!-- ' . one_of('.' . slug(2), '/' . slug(1), main::words(5), 'end ' . slug(2), ' ' . main::words(2) . ' v' . main::pick(9) . '.' . main::pick(20) . ' - https://' . $site . '/ ') . " -->\n" }

sub menu_entry {
    my $n = main::pick(9000);
    return sprintf qq{\t<li id="menu-item-%d" class="menu-item menu-item-type-%s menu-item-%d"><a href="%s" class="menu__link">%s</a></li>\n}, $n,
        one_of(qw(page category custom)), $n, address(), main::words(1 + main::pick(3));
}

sub menu { return qq{<nav class="} . slug(2) . qq{" aria-label="} . main::words(2) . qq{"><ul class="menu">\n} . join('', map { menu_entry() } 1 .. 3 + main::pick(8)) . "</ul></nav>\n" }

sub teaser {
    return sprintf <<'HTML', slug(1), main::pick(9000), slug(1), address(), main::words(5), main::words(3 + main::pick(5)), 1 + main::pick(28), main::words(2), main::words(8 + main::pick(12)), address(), main::words(2);
<article class="teaser teaser--%s col-12 col-md-4" id="post-%d" data-%s="true">
	<div class="teaser__body"><h3 class="teaser__title"><a href="%s" title="%s">%s</a></h3>
	<div class="teaser__meta"><time class="date" datetime="2026-05-%02d">%s</time></div>
	<p>%s&hellip;</p><a class="button button--small" href="%s">%s</a></div>
</article>
HTML
}

sub columns {
    return qq{<section class="row } . slug(1) . qq{"><div class="container"><div class="col" data-col="} . main::pick(12) . qq{">\n} . join('', map {
        sprintf qq{    <div class="%s" style="width:%d%%"><span class="icon icon-%s" aria-hidden="true"></span><span class="label">%s</span></div>\n},
            slug(2), main::pick(100), slug(1), main::words(1 + main::pick(3)) } 1 .. 3 + main::pick(5)) . "</div></div></section>\n";
}

sub paragraph { return '<p>' . main::words(15 + main::pick(25)) . ' <a href="' . address() . '">' . main::words(2) . '</a>&nbsp;&#8211; ' . main::words(10 + main::pick(10)) . " – caf\xc3\xa9.</p>\n" =~ s/–/\xe2\x80\x93/r }

sub form {
    return sprintf <<'HTML', slug(1), address(), slug(1), slug(1), main::words(2), slug(1), hex_of(10), main::words(1);
<form class="%s-form" action="%s" method="post"><label class="hidden" for="%s">Search</label>
<input type="search" name="%s" placeholder="%s" value=""><input type="hidden" name="%s_nonce" value="%s"><button type="submit" class="button">%s</button></form>
HTML
}

# Weighed so that tags and text come out as they should.
my @BODY = (\&paragraph, \&menu, \&paragraph, \&paragraph, \&columns, \&paragraph, \&teaser, \&paragraph, \&columns, \&menu, \&teaser, \&form, \&main::table);

# As a template leaves it.
sub indented {
    my ($part) = @_;
    my $indent = ' ' x (4 * main::pick(11));
    return $part =~ s/^/$indent/gmr;
}

# ---- Scripts ---------------------------------------------------------------------------------------------------------

sub settings {
    return 'var ' . main::name() . '_params = {"ajax_url":"https:\/\/' . $site . '\/ajax.php","nonce":"' . hex_of(10) . '","'
        . join(',"', map { main::name() . '":' . one_of('"' . main::words(3) . '"', main::pick(900), 'true', 'null', '{"' . main::name() . '":["' . slug(2) . '"]}') } 1 .. 4 + main::pick(6)) . "};\n";
}

sub handler {
    return sprintf <<'JS', slug(2), slug(1), slug(2), main::pick(900), main::words(5), main::name(), slug(1);
jQuery(function ($) {
    $('.%s').on('click', function (e) {
        e.preventDefault();
        $(this).closest('.%s').toggleClass("%s").animate({ opacity: 1 }, %d); // %s
        if (window.matchMedia('(max-width: 600px)').matches && !$(this).data('%s')) { $('#%s').hide(); }
    });
});
JS
}

sub pushed { return '(self.__next=self.__next||[]).push([1,"' . join('', map { hex_of(2) . ':[\"$\",\"' . main::name() . '\",null,{\"className\":\"' . slug(2) . '\",\"children\":\"' . main::words(4) . '\"}]\n' } 1 .. 2 + main::pick(4)) . "\"]);\n" }

# Work of the site's own that tells a vendor of it: not a snippet, so it stays.
sub told {
    return sprintf <<'JS', slug(2), main::name(), main::words(2), main::name(), slug(2);
document.querySelectorAll(".%s").forEach(function (el) {
    el.addEventListener("click", function () {
        if (typeof gtag === "function") { gtag("event", "%s", { event_label: "%s" }); }
        window.%s.open(el.getAttribute("data-%s"));
    });
});
JS
}

my @STATEMENTS = ((\&settings) x 4, (\&main::code) x 6, (\&handler) x 3, (\&pushed) x 2, \&told);

sub inline_script {
    my ($bytes) = @_;
    my ($code, $n) = ('', 0);
    do { $code .= $STATEMENTS[ main::pick(scalar @STATEMENTS) ]->() } while length($code) + 100 < $bytes;
    return "<script" . one_of('', '', ' type="text/javascript"', ' id="' . slug(2) . '-js-extra"') . ">\n$code</script>\n";
}

# `n` inline scripts of many lengths, of about so many bytes together.
sub inline_scripts {
    my ($n, $bytes) = @_;
    my @weights = map { (1, 2, 4, 1, 9, 3, 20)[$_ % 7] } 1 .. $n;
    my ($all, @scripts) = (0);

    $all += $_ for @weights;
    for (@weights) {
        push @scripts, inline_script($bytes * $_ / $all);
        $bytes -= length($scripts[-1]) - 20;
        $all -= $_;
    }
    return @scripts;
}

sub data { return '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[' . join(',', map { '{"@type":"' . main::name() . '","@id":"https://' . $site . '/#' . slug(1) . '","name":"' . main::words(4) . '","position":' . $_ . '}' } 1 .. 4 + main::pick(8)) . "]}</script>\n" }

# ---- Together --------------------------------------------------------------------------------------------------------

# The parts in turn, until there are so many bytes of them.
sub until_bytes {
    my ($bytes, @parts) = @_;
    my @made;
    while ($bytes > 0) {
        push @made, $parts[@made % @parts]->();
        $bytes -= length $made[-1];
    }
    return @made;
}

sub shuffled {
    my (@items) = @_;
    for (my $i = @items; $i > 1; $i--) {
        my $j = main::pick($i);
        @items[$i - 1, $j] = @items[$j, $i - 1];
    }
    return @items;
}

# The filler of a page of `size` bytes: ([of the head], [of the body]). What of the mix the page has already is not put in again: `has` is its
# traits. A head does not grow with the page for ever.
sub mixed_filler {
    my ($size, $has) = @_;
    my ($whole, $head) = ($size / 100_000, ($size < 200_000 ? $size : 200_000) / 100_000);
    my $due = sub { int($MIX{ $_[0] } * ($_[1] // $whole) + 0.5) - $has->{ $_[0] } };

    ($site, $nth, $owed) = ('www.' . slug(2) . one_of('.com', '.net', '.org', '.example'), 0, 0);
    my @scripts = inline_scripts($due->('inline script'), $due->('bytes of inline script'));
    my @loaded = map { loaded_script() } 1 .. $due->('script src');
    my @styles = until_bytes(12_000 * $whole, \&main::style);
    my @head = ((map { meta() } 1 .. $due->('meta', $head)), (map { hint() } 1 .. $due->('link', $head)), splice(@styles, 0, @styles / 2), splice(@loaded, 0, @loaded / 2),
        splice(@scripts, 0, @scripts / 3));
    my @body = (@scripts, @loaded, @styles, (map { image() } 1 .. $due->('img')), (map { main::icon() } 1 .. $due->('svg')), (map { without_scripts() } 1 .. $due->('noscript')),
        (map { remark() } 1 .. $due->('comment')), until_bytes(4000 * $whole, \&data));
    my $left = $size - $has->{bytes};
    $left -= length for @head, @body;
    return ([shuffled(@head)], [shuffled(@body, until_bytes($left, map { my $part = $_; sub { indented($part->()) } } @BODY))]);
}

1;
