# The saved pages of ../shared and what their labels say: what to load, whose requests are analytics, and the names that libraries make.
package Test::Saved;

use strict;
use warnings;
use JSON::PP ();
use Test::File;
use Test::More;
use Test::Shared;

my $PAGES = "$Test::Shared::SHARED/pages";
my ($labels, %elsewhere);

# Ends the test file with SKIP unless the pages are there.
sub needs {
    plan skip_all => '../shared/pages is not here' unless -e "$PAGES/labels.json" && -d "$PAGES/pages";
    return;
}

# Labels are by element: what counts a load is 'analytics', or among the others a pixel or what marketing sends.
sub class_of {
    my ($element) = @_;
    return 'analytics' if $element->{label} eq 'analytics';
    return $element->{sub} =~ /^(?:pixel|marketing)$/ ? $element->{sub} : undef;
}

# An element's requests as (host, path): the rule's host if it serves nothing else, else the addresses in the element itself.
sub addresses {
    my ($element, $text, $page) = @_;
    my ($kind, $host) = ($element->{rule} || '') =~ /^(host|url):(.+)/;
    return [($kind eq 'url' ? ".$host" : $host), '/'] if $kind && !$elsewhere{$host};
    my $source = substr $text, $element->{s}, $element->{e} - $element->{s};
    return map { [$host, $_] } $source =~ m{\Q$host\E(/[\w./-]+)}g if $kind;
    return map { m{^(?:https?:)?//([\w.-]+)(/[^?#]*)} ? [lc $1, $2] : m{^(/[^/?#][^?#]*)} ? [$page->{host}, $1] : () }
        $element->{form} =~ /^(?:ext-script|link-hint|noscript|img)/ ? $source =~ /\b(?:src|href)\s*=\s*["']?([^\s"'>]+)/gi : ();
}

# What a vendor's library must make, for its calls to work: the names that the page's analytics calls or looks into, and nothing
# else in the page knows. Names of one letter are local ones, but for Adobe's `s`; what a script loads itself may make its names.
sub names_of {
    my ($elements, $text) = @_;
    my (%of, %others);
    my $rest = $text;
    substr($rest, $_->{s}, $_->{e} - $_->{s}) =~ s/\w/ /g for @$elements;
    $others{$1} = 1 while $rest =~ /([A-Za-z_\$][\w\$]*)/g;
    for my $element (grep { $_->{form} =~ /^inline/ } @$elements) {
        my $source = substr $text, $element->{s}, $element->{e} - $element->{s};
        next if $source =~ /\bcreateElement\b/;
        $of{ $element->{vendor} }{$1} = 1 while $source =~ /(?<![\w\$.'"\/])([A-Za-z_\$][\w\$]+)\s*[.(\[]/g;
    }
    delete @{$_}{ keys %others } for values %of;
    $of{'Adobe Analytics'}{s} = 1 if $text =~ /\bs\.tl?\(/;
    return \%of;
}

# What a held page is told that its files make, which may be more than it uses: { src => names }.
sub made_by {
    my ($name) = @_;
    my $held = `'$Test::Httpd::OUT/xpurpose-explain' --hold --strip '$PAGES/pages/$name'`;
    return { reverse $held =~ /<script type="xpurpose\/held" data-xpurpose-makes="([^"]*)"[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/gi };
}

# A page's own address, so that scripts that look at it find what they expect; its links tell.
sub page {
    my ($name, $number) = @_;
    my ($text, $site) = (slurp("$PAGES/pages/$name"), $labels->{$name}{site});
    my ($scheme, $host) = $text =~ m{<(?:link|meta)\b[^>]*(?:canonical|og:url)[^>]*?(https?)://([\w.-]*\Q$site\E)\b}i;
    return { name => $name, scheme => $scheme || 'http', host => lc($host || "www.$site"), path => "/$name", root => "/$name",
        picture => $number % 5 == 0 ? 1 : 0 };
}

# All pages, or those that XP_PAGES names: a list of { name, scheme, host, path, root, picture, noscript }, and what Test::Browser::load()
# calls owners and globals.
sub read_all {
    $labels = JSON::PP::decode_json(slurp("$PAGES/labels.json"));

    # The hosts that also serve what is none of that: there a hit is known by its path as well.
    for my $element (map { @{ $_->{elements} } } values %$labels) {
        $elsewhere{$1} = 1 if !class_of($element) && ($element->{rule} || '') =~ /^(?:host|url):(.+)/;
    }

    my @names = sort keys %$labels;
    @names = grep { /$ENV{XP_PAGES}/ } @names if $ENV{XP_PAGES};
    my (@pages, @owners, %seen, %globals);
    for my $name (@names) {
        push @pages, my $page = page($name, scalar @pages + 1);
        my $text = slurp("$PAGES/pages/$name");
        my @elements = grep { class_of($_) } @{ $labels->{$name}{elements} };
        $page->{noscript} = grep { $_->{form} =~ /noscript|img/ } @elements;
        my $names = names_of(\@elements, $text);
        my $made = made_by($name);
        for my $element (@elements) {
            $globals{ $element->{vendor} }{$_} = 1 for keys %{ $names->{ $element->{vendor} } };
            my ($src) = substr($text, $element->{s}, $element->{e} - $element->{s}) =~ /^<script\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/i;
            $globals{ $element->{vendor} }{$_} = 1 for split ' ', $src && $made->{$src} || '';
            for (addresses($element, $text, $page)) {
                my ($host, $path) = @$_;
                my $owner = $seen{"$host $path"} ||= { host => $host, path => $path, vendor => $element->{vendor}, class => class_of($element) };
                push @owners, $owner unless $owner->{forms};
                push @{ $owner->{forms}{$name} }, $element->{form};
            }
        }
    }

    $_ = [sort keys %$_] for values %globals;
    return (\@pages, \@owners, \%globals);
}

# A server with the pages: $conf is more of its configuration.
sub server {
    my ($conf) = @_;
    my ($httpd, $folder) = Test::Shared::server($conf);
    system('cp', '-r', "$PAGES/pages/.", $folder) == 0 or die "cp failed\n";
    return $httpd;
}

1;
