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

# ---- Names and URLs --------------------------------------------------------------------------------------------------

# Real pages have no end of names, in every style; a few would teach a processor what comes next.
my @SYLLABLES = qw(an ba col den el fi gra hu in jo ket la men nor op pri qua re sto ti ul vek wid xen yl zo page nav btn img wp main st t post);
my @ELSEWHERE = qw(fonts.googleapis.com fonts.gstatic.com cdn.jsdelivr.net cdnjs.cloudflare.com code.jquery.com i.ytimg.com www.youtube.com
    secure.gravatar.com unpkg.com use.fontawesome.com www.facebook.com twitter.com www.linkedin.com www.instagram.com);
my ($site, $nth, $owed);    # the page's own host; the URLs of scripts, images and links so far; the data: URLs that are due

sub one_of { return $_[pick(scalar @_)] }
sub hex_of { return join '', map { sprintf '%x', pick(16) } 1 .. $_[0] }
sub coined { return join '', map { one_of(@SYLLABLES) } 0 .. 1 + pick(3) }
sub day { return sprintf '2026-%02d-%02d', 1 + pick(12), 1 + pick(28) }

sub slug {
    my @words = map { coined() } 1 .. $_[0];
    my $style = pick(6);
    return join $style < 4 ? '-' : '_', @words if $style < 5;
    return lcfirst(join '', map { ucfirst } @words) . pick(40);
}

sub host {
    my $kind = pick(10);
    return $kind < 5 ? $site : $kind < 7 ? one_of(qw(static cdn media img)) . substr $site, 3 : one_of(@ELSEWHERE);
}

sub path {
    my ($ending) = @_;
    my $folder = one_of('assets', 'static/js', 'media', 'content/uploads/2026/0' . pick(10), 'themes/' . slug(1), 'dist/chunks');
    my $file = one_of(slug(1), slug(2), slug(1) . '.' . hex_of(8), hex_of(12));
    return "/$folder/$file.$ending" . one_of('', '', '?ver=6.' . pick(9), '?w=' . 60 * pick(20) . '&amp;q=80');
}

# Of 31 URLs 20 are absolute and two are data: ones, which only images can be.
sub source {
    my ($ending, $image) = @_;
    my $turn = $nth++ * 13 % 31;

    $owed++ if $turn > 28;
    if ($image && $owed) {
        $owed--;
        my $box = join '%20', 0, 0, pick(900), pick(900);
        return "data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%22$box%22%3E%3C/svg%3E";
    }
    return path($ending) if $turn >= 20 && $turn <= 28;
    return one_of('https:', 'https:', 'https:', '') . '//' . host() . path($ending);
}

# Where an anchor leads.
sub address {
    my $path = one_of(slug(1), slug(2), day() =~ tr{-}{/}r . '/' . slug(5));
    return (pick(5) < 3 ? "https://$site/" : '/') . $path . one_of('/', '/', '.html', '?p=' . pick(9000));
}

# ---- Elements --------------------------------------------------------------------------------------------------------

# A start tag with its attributes in any order, mostly between double quotes, and now and then others. A name with a ? behind it is there
# half of the time.
sub tag {
    my ($name, @attributes) = @_;
    my @written;

    push @attributes, one_of('data-' . coined(), 'data-' . slug(2), 'aria-' . coined(), 'itemprop', 'role') => one_of(slug(1), slug(3), pick(9000), '', words(3))
        while !pick(3);
    while (my ($attribute, $value) = splice @attributes, 0, 2) {
        next if $attribute =~ s/\?$// && pick(2);
        my $quote = $value =~ /"/ ? "'" : $value =~ /'/ || pick(12) ? '"' : $value =~ /^[\w-]+$/ ? one_of("'", '') : "'";
        push @written, (pick(9) ? ' ' : "\n    ") . "$attribute=$quote$value$quote";
    }
    push @written, splice @written, 0, pick(@written || 1);
    return "<$name" . join('', @written) . '>';
}

sub element { return tag(@_[0 .. $#_ - 1]) . "$_[-1]</$_[0]>" }
sub several { return join '', map { $_[2]->() } 1 .. $_[0] + pick($_[1]) }

sub meta {
    my $content = one_of(words(3 + pick(12)), address(), pick(1200), day() . 'T10:00:00+00:00');
    return tag('meta', one_of(qw(property name)) => one_of(qw(og: twitter: article: msapplication- theme-)) . coined(), content => $content) . "\n";
}

sub hint {
    my $kind = one_of(qw(stylesheet stylesheet preload alternate apple-touch-icon preconnect dns-prefetch shortlink));
    my @more = $kind eq 'stylesheet' ? ('id?' => slug(2) . '-css', 'type?' => 'text/css', 'media?' => 'all') : $kind eq 'preload' ? (as => 'style')
        : $kind =~ /icon/ ? ('sizes?' => '180x180') : ('title?' => words(2));
    return tag('link', rel => $kind, href => source($kind =~ /icon/ ? 'png' : 'css'), @more) . "\n";
}

sub loaded_script {
    return element('script', src => source('js'), 'type?' => 'text/javascript', 'id?' => slug(2) . '-js', 'defer?' => '', 'data-n?' => pick(9), '') . "\n";
}

sub image {
    my ($file, $width) = (path('jpg'), 60 + pick(900));
    return tag('img', 'class?' => slug(2) . ' lazy', src => source('jpg', 1), 'srcset?' => "$file 640w, https://$site$file 1280w",
        'sizes?' => "(max-width: ${width}px) 100vw, ${width}px", alt => words(pick(8)), width => $width, height => 100 + pick(400),
        'loading?' => 'lazy', 'decoding?' => 'async') . "\n";
}

sub without_scripts {
    my $style = '<style>.' . slug(2) . '{display:block}</style>';
    return element('noscript', one_of($style, element('p', class => 'notice', words(9)), element('div', class => slug(2), anchor(words(4))))) . "\n";
}

sub remark {
    my $version = words(2) . ' v' . pick(9) . '.' . pick(20) . " - https://$site/";
    return '<!-- ' . one_of('.' . slug(2), '/' . slug(1), words(5), 'end ' . slug(2), $version) . " -->\n";
}

sub anchor {
    my ($text) = @_;
    my @other = pick(6) ? () : (rel => 'nofollow', 'target?' => '_blank');
    return element('a', href => address(), 'class?' => slug(2), 'title?' => words(2), @other, $text);
}

sub menu_entry {
    my ($n, $text) = (pick(9000), words(1 + pick(3)));
    return element('li', 'id?' => "menu-item-$n", class => 'menu-item menu-item-type-' . slug(1) . " menu-item-$n",
        anchor(pick(3) ? $text : element('span', $text))) . "\n";
}

sub menu { return element('nav', class => slug(2), 'aria-label?' => words(2), element('ul', "\n" . several(3, 8, \&menu_entry))) . "\n" }

sub teaser {
    my $title = element('h3', 'class?' => slug(1), anchor(words(3 + pick(5)))) . "\n";
    my $time = element('time', 'class?' => 'date', datetime => day(), words(2));
    my $text = element('p', words(8 + pick(12)) . '&hellip;') . anchor(words(2));
    return element('article', class => 'teaser ' . slug(2) . ' col-12', 'id?' => 'post-' . pick(9000), 'data-' . slug(1) . '?' => 'true',
        "\n" . element('div', class => slug(2), "$title$time") . "\n$text\n") . "\n";
}

sub cell {
    my $icon = element(one_of(qw(i span em)), class => slug(1), 'aria-hidden?' => 'true', '');
    return element(one_of(qw(div div div figure h2 h4 dd)), class => slug(2), 'style?' => 'width:' . pick(100) . '%', 'id?' => slug(1),
        $icon . element('span', 'class?' => slug(1), words(1 + pick(3)))) . "\n";
}

sub columns {
    my $row = element('div', class => slug(2), 'data-' . slug(1) => pick(12), "\n" . several(3, 5, \&cell));
    return element(one_of(qw(section div aside footer header main)), class => 'row ' . slug(1), $row) . "\n";
}

sub paragraph {
    return element('p', words(15 + pick(25)) . ' ' . anchor(words(2)) . '&nbsp;&#8211; ' . words(10 + pick(10)) . " \xe2\x80\x93 caf\xc3\xa9.") . "\n";
}

sub form {
    my $search = tag('input', type => 'search', name => slug(1), placeholder => words(2), value => '');
    my $nonce = tag('input', type => 'hidden', name => slug(1) . '_nonce', value => hex_of(10));
    return element('form', class => slug(1) . '-form', action => address(), method => 'post',
        element('label', for => slug(1), 'Search') . "\n$search$nonce" . element('button', type => 'submit', 'class?' => slug(1), words(1))) . "\n";
}

# Weighed so that tags and text come out as they should.
my @BODY = ((\&paragraph) x 3, \&menu, \&paragraph, \&teaser, (\&paragraph) x 2, \&columns, \&paragraph, \&menu, \&teaser, \&paragraph, \&columns, \&form, \&table);

# As a template leaves it.
sub indented {
    my ($part) = @_;
    my $indent = ' ' x (4 * pick(13));
    return $part =~ s/^/$indent/gmr;
}

# ---- Scripts ---------------------------------------------------------------------------------------------------------

sub settings {
    my $entries = several(4, 6, sub {
        return ',"' . name() . '":' . one_of('"' . words(3) . '"', pick(900), 'true', 'null', '{"' . name() . '":["' . slug(2) . '"]}');
    });
    return 'var ' . name() . '_params = {"ajax_url":"https:\/\/' . $site . '\/ajax.php","nonce":"' . hex_of(10) . "\"$entries};\n";
}

sub handler {
    return sprintf <<'JS', slug(2), slug(1), slug(2), pick(900), words(5), name(), slug(1);
jQuery(function ($) {
    $('.%s').on('click', function (e) {
        e.preventDefault();
        $(this).closest('.%s').toggleClass("%s").animate({ opacity: 1 }, %d); // %s
        if (window.matchMedia('(max-width: 600px)').matches && !$(this).data('%s')) { $('#%s').hide(); }
    });
});
JS
}

sub pushed {
    my $rows = several(2, 4, sub { sprintf '%s:[\"$\",\"%s\",null,{\"className\":\"%s\",\"children\":\"%s\"}]\n', hex_of(2), name(), slug(2), words(4) });
    return qq{(self.__next=self.__next||[]).push([1,"$rows"]);\n};
}

# Work of the site's own that tells a vendor of it: not a snippet, so it stays.
sub told {
    return sprintf <<'JS', slug(2), name(), words(2), name(), slug(2);
document.querySelectorAll(".%s").forEach(function (el) {
    el.addEventListener("click", function () {
        if (typeof gtag === "function") { gtag("event", "%s", { event_label: "%s" }); }
        window.%s.open(el.getAttribute("data-%s"));
    });
});
JS
}

my @STATEMENTS = ((\&settings) x 4, (\&code) x 6, (\&handler) x 3, (\&pushed) x 2, \&told);

sub inline_script {
    my ($bytes) = @_;
    my $code = "\n";
    do { $code .= $STATEMENTS[ pick(scalar @STATEMENTS) ]->() } while length($code) + 100 < $bytes;
    return element('script', 'type?' => 'text/javascript', 'id?' => slug(2) . '-js-extra', $code) . "\n";
}

# `n` inline scripts of many lengths, of so many bytes together.
sub inline_scripts {
    my ($n, $bytes) = @_;
    my @weights = map { (1, 2, 4, 1, 9, 3, 20)[$_ % 7] } 1 .. $n;
    my ($all, @scripts) = (0);

    $all += $_ for @weights;
    for (@weights) {
        push @scripts, inline_script($bytes * $_ / $all);
        $bytes -= length($scripts[-1]) - 40;
        $all -= $_;
    }
    return @scripts;
}

sub data {
    my $rows = several(4, 8, sub {
        return sprintf ',{"@type":"%s","@id":"https://%s/#%s","name":"%s","position":%d}', name(), $site, slug(1), words(4), pick(90);
    });
    return qq{<script type="application/ld+json">{"\@context":"https://schema.org","\@graph":[{}$rows]}</script>\n};
}

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
        my $j = pick($i);
        @items[$i - 1, $j] = @items[$j, $i - 1];
    }
    return @items;
}

# The filler of a page of `size` bytes: ([of the head], [of the body]). What of the mix the page has already is not put in again: `has`
# is its traits. A head does not grow with the page for ever.
sub mixed_filler {
    my ($size, $has) = @_;
    my ($whole, $head) = ($size / 100_000, ($size < 200_000 ? $size : 200_000) / 100_000);
    my $due = sub { int($MIX{ $_[0] } * ($_[1] // $whole) + 0.5) - $has->{ $_[0] } };
    my $made = sub { my ($part, @trait) = @_; return map { $part->() } 1 .. $due->(@trait) };

    ($site, $nth, $owed) = ('www.' . coined() . coined() . one_of('.com', '.net', '.org', '.example'), 0, 0);
    my @scripts = inline_scripts($due->('inline script'), $due->('bytes of inline script'));
    my @loaded = $made->(\&loaded_script, 'script src');
    my @styles = until_bytes(12_000 * $whole, \&style);
    my @head = ($made->(\&meta, 'meta', $head), $made->(\&hint, 'link', $head), splice(@styles, 0, @styles / 2), splice(@loaded, 0, @loaded / 2),
        splice(@scripts, 0, @scripts / 3));
    my @body = (@scripts, @loaded, @styles, $made->(\&image, 'img'), $made->(\&icon, 'svg'), $made->(\&without_scripts, 'noscript'),
        $made->(\&remark, 'comment'), until_bytes(4000 * $whole, \&data));
    my $left = $size - $has->{bytes};
    $left -= length for @head, @body;
    return ([shuffled(@head)], [shuffled(@body, until_bytes($left, map { my $part = $_; sub { indented($part->()) } } @BODY))]);
}

1;
