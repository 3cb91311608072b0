# `make demo`: a private httpd with a small site, each page fetched as a person's browser asks for it and as a preview does,
# and what the difference is; and a second site, whose pages have no analytics, and which httpd puts it into. KEEP=1 leaves the server
# running, with a port of its own for each site on which every request counts as a preview, so that any browser can look at both.
# Otherwise nothing is left behind.
use strict;
use warnings;
use File::Basename 'dirname';
use File::Temp 'tempdir';
use Test::Httpd;

my $SITE = dirname(__FILE__) . '/site';
my $CHANDLER = dirname(__FILE__) . '/chandler';
my @PAGES = map { "$_.html" } qw(shop archive-2009 news clean);
my $DIFFED = 'news.html';

# The second site: what is asked for, and for whom.
my $INSERT = 'XPurposeInsert head-end file:docs/chandler/analytics.html';
my @ASKED = qw(index.html opening-hours.html basket.html no-such-page.html);
my @FOR = ([view => 'Sec-Fetch-Dest' => 'document'], [preview => 'X-Purpose' => 'preview'], [prefetch => 'Sec-Purpose' => 'prefetch'],
    [frame => 'Sec-Fetch-Dest' => 'iframe']);

my $chandler = <<"CONF";
    DocumentRoot "%DOCS%/chandler"
    ErrorDocument 404 /gone.html
    $INSERT
CONF
my $httpd = Test::Httpd->new(ports => 4, modules => [qw(setenvif status)], conf => <<"CONF");
XPurpose On
<Location /xpurpose-status>
    SetHandler xpurpose-status
</Location>
<VirtualHost 127.0.0.1:%PORT%>
</VirtualHost>
# Here everybody is a preview: for looking at stripped pages with a browser that cannot send the header.
<VirtualHost 127.0.0.1:%PORT2%>
    XPurposeSignal preview expr=true
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT3%>
$chandler</VirtualHost>
<VirtualHost 127.0.0.1:%PORT4%>
    XPurposeSignal preview expr=true
$chandler</VirtualHost>
CONF

for my $folder ($SITE, $CHANDLER) {
    for my $file (glob "$folder/*") {
        my ($name) = $file =~ m{([^/]+)$};
        $httpd->doc($folder eq $SITE ? $name : "chandler/$name", slurp($file));
    }
}
$httpd->start;
main();

sub slurp {
    my ($file) = @_;
    open my $in, '<:raw', $file or die "$file: $!\n";
    local $/;
    return scalar <$in>;
}

sub main {
    my %preview;

    print "A private httpd answers at ", $httpd->url, " with `XPurpose On`.\n",
        "Each page is fetched twice: as it is, and with `X-Purpose: preview`, as in\n\n",
        "    curl -H 'X-Purpose: preview' ", $httpd->url("/$DIFFED"), "\n\n";
    printf "%-18s %9s %9s %8s %6s %6s  %-9s %s\n", qw(page plain preview removed bytes gated outcome vendors);
    $preview{$_} = compare($_) for @PAGES;
    print "\nA stripped page may be longer than the page: where the site's own scripts may call what was removed,\n",
        "a stub stands in for it that does nothing. And a script that does the site's work as well as a vendor's\n",
        "keeps its text and still names the vendor; before the first of them stands a gate, a script that lets\n",
        "nothing through to what their tags say. Such scripts count as gated.\n";
    print "\nWhat went or is gated, at which line (xpurpose-explain, on the files themselves):\n\n";
    print `cd '$SITE' && '$Test::Httpd::OUT/xpurpose-explain' @PAGES`;
    print "\nThe difference that the header makes to $DIFFED:\n\n";
    show_diff("$SITE/$DIFFED", "$DIFFED with X-Purpose: preview", $preview{$DIFFED});
    insert();
    print "\n";
    $ENV{KEEP} ? keep() : finish();
    return;
}

# One line of the table; returns the stripped page.
sub compare {
    my ($page) = @_;
    my $plain = $httpd->get("/$page");
    my $preview = $httpd->get("/$page", 'X-Purpose' => 'preview');
    my $notes = $httpd->notes($preview);

    die "/$page: status $plain->{status} and $preview->{status}\n" if grep { $_->{status} != 200 } $plain, $preview;
    die "/$page: not the file, without the header\n" if $plain->{content} ne slurp("$SITE/$page");
    printf "%-18s %9d %9d %8d %6d %6d  %-9s %s\n", $page, length $plain->{content}, length $preview->{content},
        map { defined $_ && length $_ ? $_ : '-' } $notes->{cut} || 0, $notes->{bytes} || 0, $notes->{gated} || 0,
        @$notes{qw(verdict vendors)};
    return $preview->{content};
}

# What the server has made of a file.
sub show_diff {
    my ($file, $label, $content) = @_;
    my $dir = tempdir(CLEANUP => 1);

    open my $out, '>:raw', "$dir/content" or die "$!\n";
    print {$out} $content;
    close $out or die "$!\n";
    system 'diff', '-u', '--label', $file =~ m{([^/]+)$}, '--label', $label, $file, "$dir/content";
    return;
}

# The second site.
sub insert {
    my %view;

    print "\nAnalytics in one place: the pages at ", base(3), " have none, and\n\n    $INSERT\n\n",
        "puts it into all of them, as they go out. What becomes of it:\n\n";
    printf "%-20s %6s" . '  %-16s' x @FOR . "\n", 'page', 'status', map { $_->[0] } @FOR;
    for my $page (@ASKED) {
        my @answers = map { $httpd->request('GET', "/$page", headers => [@$_[1 .. $#$_]], port => 3) } @FOR;
        $view{$page} = $answers[0]{content};
        printf "%-20s %6s" . '  %-16s' x @FOR . "\n", $page, $answers[0]{status}, map { $httpd->notes($_)->{insert} || '-' } @answers;
    }
    print "\nA preview is told apart by its header, and so is what a page or a script asks for as a part of a page; what begins\n",
        "as a part of one is known by its bytes. A page that is not there is a page, too. What a view of index.html gets:\n\n";
    show_diff("$CHANDLER/index.html", 'index.html for a view', $view{'index.html'});
    return;
}

sub base { return 'http://127.0.0.1:' . $httpd->port($_[0]) . '/' }

sub keep {
    $httpd->leave_running;
    print "The server keeps running. In a browser:\n\n";
    printf "    %-44s %s\n", $httpd->url("/$_"), 'http://127.0.0.1:' . $httpd->port(2) . "/$_  (as a preview)" for @PAGES;
    printf "    %-44s %s\n", base(3) . ($_ eq 'index.html' ? '' : $_), base(4) . ($_ eq 'index.html' ? '' : $_) . '  (as a preview)' for @ASKED;
    printf "    %-44s counters\n\n", $httpd->url('/xpurpose-status');
    print "To stop it:  kill ", $httpd->pid, " && sleep 1 && rm -r ", $httpd->dir, "\n";
    return;
}

sub finish {
    my @errors = $httpd->shut_down;
    die "httpd's error log:\n@errors" if @errors;
    print "The server is stopped, and nothing is left behind. `make demo KEEP=1` leaves it running.\n";
    return;
}
