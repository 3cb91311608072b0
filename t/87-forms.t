# How analytics is installed today, product by product, in headless Chromium: a preview sends no hit, throws nothing new, and the site's own
# script does its work. And what only looks like it stays, byte for byte; that needs no browser.
#
# t/data/forms/*.txt and t/data/controls/*.txt are original pages with made-up ids. A section is
#
#   == product | vendor in the catalogue, or - | what it is
#   hit: pattern …         what is the vendor's of that which a visitor's browser asks for; whatever else is foreign is, too
#   site: pattern …        what is foreign and not the vendor's; the preview asks for it as well
#   runs: pattern …        a script of the site's that sets late scripts free, as a visitor's consent or an optimizer does
#   lib: name …            what the vendor's library makes, with callbacks that are called; "name!" replaces what the snippet made
#   module: pattern …      which of the scripts are modules, and
#   exports: name …        what these export
#   wait: milliseconds     a loader's delay
#   left: reason           known not to hold; 3 % of the forms may be so
#   the head's markup, up to a line "<body>", and the body's
#
# A pattern is a host and a beginning of a path, or the latter alone for the site's own (https://harbour.example); a star is any run of
# bytes. A page that does not call ready() itself does so at its end. A control is "== kind | what it is" and its markup; with "may: gate" its
# script may run behind the gate, for its text has a vendor's address in it.
use strict;
use warnings;
use Test::More;
use Test::Browser;
use Test::File;
use Test::Httpd;

my $DATA = "$Test::Httpd::ROOT/t/data";

# The sections of a folder's files: [fields of the heading, text].
sub sections {
    my ($folder) = @_;
    my @found;
    for my $file (sort glob "$DATA/$folder/*.txt") {
        (my $text = slurp($file)) =~ s/\A(?:#.*\n)+//;
        push @found, [[split / \| /, $1], $2] while $text =~ /^== ([^\n]+)\n(.*?)(?=^== |\z)/gms;
    }
    return @found;
}

my ($HEAD, $BODY) = (<<'HEAD', <<'BODY');
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>loading</title>
<script>function ready(){document.title="ready"}</script>
HEAD
</head><body>
<h1>Harbour shop</h1>
<p id="end">Open daily.</p>
BODY

sub page {
    my ($markup) = @_;
    my ($head, $body) = split /^<body>\n/m, $markup;
    $body //= '';
    my $end = $markup =~ /\bready\b/ ? '' : "<script>document.getElementById(\"end\").hidden=false;ready()</script>\n";
    return "$HEAD$head$BODY$body$end</body></html>\n";
}

sub form {
    my ($section) = @_;
    my ($heading, $text) = @$section;
    my ($product, $vendor, $what) = @$heading;
    my %form = (product => $product, vendor => $vendor, name => "$product: $what", wait => 0);
    $form{$1} = $2 while $text =~ s/\A(hit|site|runs|lib|module|exports|wait|left): *(.+)\n//;
    $form{$_} = [split ' ', $form{$_} // ''] for qw(hit site runs lib module exports);
    $form{wait} += 0;
    $form{page} = page($text);
    return \%form;
}

sub control {
    my ($section) = @_;
    my ($heading, $text) = @$section;
    my $gate = $text =~ s/\Amay: gate\n//;
    return { name => "$heading->[0]: $heading->[1]", gate => $gate, page => page($text) };
}

# A page without the gate, the stubs before it, and what marks the scripts behind it.
sub ungated {
    my ($page) = @_;
    return $page =~ s/<script data-xpurpose="[^"]+"[^>]*>.*?<\/script>//gsr =~ s/ data-xpurpose-gate="[^"]+"//gr;
}

# The lines that only one of two texts has, cut short.
sub difference {
    my ($old, $new) = @_;
    my %lines = ((map { $_ => '+' } split /\n/, $new), map { $_ => '-' } split /\n/, $old);
    my %both = map { $_ => 1 } split /\n/, $new;
    return map { "$lines{$_} " . substr $_, 0, 200 } grep { $lines{$_} eq '+' || !$both{$_} } sort keys %lines;
}

# Why a form does not hold, or nothing.
sub failing {
    my ($form, $found) = @_;
    my ($plain, $preview) = @{$found}{qw(plain preview)};
    my %known = map { $_ => 1 } @{ $plain->{errors} };
    return (
        (map {"sent $_"} @{ $preview->{left} }),
        (map {"threw $_"} grep { !$known{$_} } @{ $preview->{errors} }),
        (map {"did not ask for $_"} @{ $preview->{missing} }),
        $preview->{ready} ? () : 'the site\'s script did not run',
    );
}

# A form proves something only if it works without the header.
sub dead {
    my ($found) = @_;
    my $plain = $found->{plain};
    return ($found->{failed}) if $found->{failed};
    return (@{ $plain->{hits} } ? () : 'sends no hit', $plain->{ready} ? () : 'the site\'s script did not run',
        (map {"threw $_"} @{ $plain->{errors} }), map {"did not ask for $_"} @{ $plain->{missing} });
}

my @forms = map { form($_) } sections('forms');
my @controls = map { control($_) } sections('controls');
my %products = map { $_->{product} => 1 } @forms;
my %names;
$names{ $_->{name} }++ for @forms, @controls;
is_deeply [grep { $names{$_} > 1 } sort keys %names], [], 'every section has a name of its own';
cmp_ok scalar @forms, '>=', 200, scalar(@forms) . ' forms';
cmp_ok scalar keys %products, '>=', 120, keys(%products) . ' products';
my %catalogue = map { /^([a-z0-9-]+)/ ? ($1 => 1) : () } `'$Test::Httpd::OUT/xpurpose-explain' --list`;
is_deeply [grep { $_ ne '-' && !$catalogue{$_} } map { $_->{vendor} } @forms], [], 'the vendors\' names are the catalogue\'s';
my $exact = grep { !$_->{gate} } @controls;
cmp_ok $exact, '>=', 120, "$exact of " . @controls . ' controls are held byte for byte';
@$_ = grep { "$_->{vendor} $_->{name}" =~ /$ENV{XP_PAGES}/i } @$_ for $ENV{XP_PAGES} ? \@forms : ();
@$_ = grep { $_->{name} =~ /$ENV{XP_PAGES}/i } @$_ for $ENV{XP_PAGES} ? \@controls : ();

my $httpd = Test::Httpd->new(conf => "XPurpose On\n")->start;
$httpd->doc('ga.html', page(q{<script async src="https://www.googletagmanager.com/gtag/js?id=G-MADEUP0001"></script>}));
is $httpd->notes($httpd->get('/ga.html', 'X-Purpose' => 'preview'))->{verdict}, 'stripped', 'the module is at work';

my $touched = 0;
for my $number (0 .. $#controls) {
    my $control = $controls[$number];
    $httpd->doc("c/$number.html", $control->{page});
    my $preview = $httpd->get("/c/$number.html", 'X-Purpose' => 'preview');
    my $left = $control->{gate} ? ungated($preview->{content}) : $preview->{content};
    next if ok $left eq $control->{page}, "control: $control->{name}";
    diag join "\n", difference($control->{page}, $left);
    $touched++;
}

SKIP: {
    my $lacks = Test::Browser::lacks();
    skip $lacks, 1 if $lacks;

    $_->{path} = "/p/$_->{number}.html" for map { $forms[$_]{number} = $_; $forms[$_] } 0 .. $#forms;
    $httpd->doc(substr($_->{path}, 1), $_->{page}) for @forms;
    my @keys = qw(name path hit site runs lib module exports wait);
    my @given = map { my $form = $_; +{ map { $_ => $form->{$_} } @keys } } @forms;
    my %found = map { $_->{name} => $_ } Test::Browser::run('forms.mjs', $httpd, tabs => 6, forms => \@given);

    my (@leak, @left);
    for my $form (@forms) {
        my @dead = dead($found{ $form->{name} });
        my @failing = @dead ? 'dead' : failing($form, $found{ $form->{name} });
        ok !@dead, "$form->{name}: works without the header" or diag join "\n", map { substr $_, 0, 200 } @dead;
        if ($form->{left}) {
            push @left, $form->{name};
            ok scalar @failing, "$form->{name}: is still left ($form->{left})";
            next;
        }
        push @leak, $form->{name} if @failing;
        ok !@failing, $form->{name} or diag join "\n", map { substr $_, 0, 200 } @failing;
    }
    cmp_ok @left, '<=', 0.03 * @forms, @left . ' forms are known not to hold' unless $ENV{XP_PAGES};
    note sprintf '%d forms of %d products: %d hold, %d do not, %d are left; %d controls: %d touched', scalar @forms, scalar keys %products,
        @forms - @leak - @left, scalar @leak, scalar @left, scalar @controls, $touched;
}
$httpd->stop;
done_testing;
