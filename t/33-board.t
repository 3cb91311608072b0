# The status page for people: what it says, to whom, and that it is well made.
use strict;
use warnings;
use File::Path qw(make_path remove_tree);
use JSON::PP 'decode_json';
use Test::Browser;
use Test::Httpd;
use Test::More;

my @PREVIEW = ('X-Purpose' => 'preview');
my $GA = '<script src="https://www.google-analytics.com/analytics.js"></script>';

# ---- No page of the site's ----

{
    my $site = Test::Httpd->new(modules => ['status'], conf => <<'CONF')->start;
XPurpose On
XPurposeAction prerender Hold
XPurposeInsert head-end '<script src="/count.js" data-site="site-1"></script>'
<Location /counters>
    SetHandler xpurpose-status
</Location>
CONF
    $site->doc('page.html', "<!DOCTYPE html><title>t</title>$GA<p>x");
    like $site->get('/page.html')->{content}, qr/count\.js/, 'a page of the site has the snippet';
    for (['a view'], ['a preview', @PREVIEW], ['a prerender', 'Sec-Purpose' => 'prefetch;prerender'], ['a frame', 'Sec-Fetch-Dest' => 'iframe']) {
        my ($what, @headers) = @$_;
        my $r = $site->get('/counters', @headers, 'Accept-Encoding' => 'gzip', 'If-None-Match' => '"x"');
        is $r->{status}, 200, "$what of the status page";
        like $r->{content}, qr{<h1>mod_xpurpose}, '... shows it';
        unlike $r->{content}, qr/count\.js|data-xpurpose|<!--xpurpose/, '... as it is, without the snippet';
        is $r->{headers}{'cache-control'}, 'no-store', '... and nobody keeps it';
        is $r->{headers}{vary}, 'Accept', '... with nothing said of signals';
        is_deeply [@{ $site->notes($r) }{qw(verdict insert)}], [undef, undef], '... and no word of a verdict';
    }
    is $site->request('POST', '/counters', body => 'x')->{status}, 405, 'an error of it';
    unlike $site->request('POST', '/counters', body => 'x')->{content}, qr/count\.js/, '... is left alone as well';
    my $counts = decode_json($site->get('/counters?json')->{content});
    is_deeply [grep { $counts->{Pages}{$_} } keys %{ $counts->{Pages} }], [], 'none is counted as a page';
    is_deeply { map { $counts->{Inserts}{$_} ? ($_ => $counts->{Inserts}{$_}) : () } keys %{ $counts->{Inserts} } }, { inserted => 1 }, '... or as an answer for the snippet';
    $site->stop;
}

# ---- What it says --------------------------------------------------------------------------------------------------------------------

sub text_of { return $_[0] =~ s/<style.*?<\/style>//sr =~ s/<wbr>//gr =~ s/<[^>]+>/ /gr =~ s/\s+/ /gr }

{
    my $long = join '.', ('a' x 63) x 2, 'example';
    my $hosts = sub { return join '', map { "<VirtualHost *:%PORT%>\nServerName $_->[0]\n$_->[1]\n</VirtualHost>\n" } @_ };
    my @named = (['on.example', 'XPurpose On'], ['dry.example', 'XPurpose DryRun'], ['off.example', 'XPurpose Off'],
        ['section.example', "XPurpose On\n<Location /a>\nXPurpose Off\n</Location>"], ['"<b>&amp;\'x.example"', 'XPurpose On'], ['xn--bcher-kva.example', ''], [$long, '']);
    my $common = "<Location /counters>\nSetHandler xpurpose-status\n</Location>\nUseCanonicalName On\n";
    # Test::Httpd puts a name of its own into each virtual host; the last ServerName holds.
    my $httpd = Test::Httpd->new(conf => $common . $hosts->(@named))->start;
    my $r = $httpd->get('/counters');
    my $page = $r->{content};
    is $r->{headers}{'content-security-policy'} =~ s/nonce-[0-9a-f]{32}/nonce-N/r,
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'nonce-N'", 'its policy lets nothing be loaded';
    my ($nonce) = $r->{headers}{'content-security-policy'} =~ /nonce-(\w+)/;
    like $page, qr/<style nonce="$nonce">/, '... but its own style sheet';
    isnt $httpd->get('/counters')->{headers}{'content-security-policy'}, $r->{headers}{'content-security-policy'}, '... by a nonce of each answer';
    is_deeply [@{ $r->{headers} }{qw(x-content-type-options referrer-policy cache-control)}], [qw(nosniff no-referrer no-store)], 'and the other headers';
    unlike $page, qr/<script|<link|<img|\bstyle=|\bsrc=|url\(|https?:(?!\/\/localhost)/, 'no script, and nothing from elsewhere';
    unlike $page, qr/http-equiv/, '... and it does not renew itself';
    my $head = $httpd->head('/counters');
    is_deeply [map { s/nonce-\w+//r } $head->{status}, $head->{content}, @{ $head->{headers} }{qw(content-type cache-control content-security-policy)}],
        [map { s/nonce-\w+//r } 200, '', @{ $r->{headers} }{qw(content-type cache-control content-security-policy)}], 'HEAD tells the same, without the page';
    like $page, qr/Nothing has been counted yet/, 'a fresh server says so kindly';
    like $page, qr/No page of a class .* so far/, '... of pages';
    like $page, qr/No element of a vendor has been found/, '... of vendors';
    my $text = text_of($page);
    like $text, qr/\Q$_\E/, $_ for 'on.example: PORT On 0' =~ s/: PORT/':' . $httpd->port/er, 'dry.example:' . $httpd->port . ' DryRun 0', 'XPurpose is On at 3 hosts, DryRun at 1 host, Off at 4 hosts.',
        'section.example:' . $httpd->port . ' On ; in some sections Off 0', 'xn--bcher-kva.example';
    my ($folded) = $page =~ m{(<summary>4 hosts where XPurpose is .*?)</details>}s;
    like text_of($folded // ''), qr/\Q$_\E/, "... and folded away is $_" for 'off.example:' . $httpd->port, 'xn--bcher-kva.example:' . $httpd->port;
    like $page, qr/<bdi>&#60;b&#62;&#38;amp;&#39;x\.example/, 'a name is escaped';
    unlike $page, qr/<b>&amp;'x/, '... everywhere';
    like $page, qr/a{63}<\/bdi>&hellip;/, 'a name that is cut off looks like it';
    $httpd->doc('p.html', "<!DOCTYPE html><meta charset=utf-8><title>t</title>$GA<p>x");
    $httpd->get('/p.html', @PREVIEW, Host => 'on.example') for 1 .. 3;
    $httpd->get('/p.html', @PREVIEW, Host => 'dry.example');
    my $after = sub { return text_of($httpd->get('/counters')->{content}) };
    my $port = $httpd->port;
    like $after->(), qr/ on\.example:$port On 3 0 3 3 0 /, 'a host has its own figures';
    like $after->(), qr/ dry\.example:$port DryRun 1 0 0 0 1 /, '... and one with DryRun what it finds, and no page that is changed';
    like $after->(), qr/stripped 3 75\.0% Analytics was removed/, 'pages with shares, in words';
    like $after->(), qr/google-analytics 3 \d+ 0 0 1/, 'a vendor';
    $httpd->graceful($common . $hosts->($named[1]));
    ok Test::Httpd::wait_until(sub { $after->() =~ /on\.example:\d+ no longer configured 3/ }), 'after a graceful restart a host that is gone keeps its figures';
    $httpd->graceful($common . $hosts->(map { ["h$_.example", 'XPurpose On'] } 1 .. 70));
    ok Test::Httpd::wait_until(sub { $after->() =~ /all others \d+ virtual hosts On 0/ }), 'too many hosts share a row';
    $httpd->graceful($common);
    ok Test::Httpd::wait_until(sub { $httpd->get('/counters')->{content} =~ /XPurpose is Off everywhere/ }), 'where it is Off everywhere, that is said';
    $httpd->stop;
}

# ---- How it looks ----------------------------------------------------------------------------------------------------------------------

my $board = "$Test::Httpd::OUT/build/t/board";
my @CASES = qw(fresh usual many huge gap back single);
my %page = map { my $case = $_; $case => do { local $/; open my $in, '-|', $board, $case or die "$board: $!\n"; my $page = <$in>; close $in or die "$board $case failed\n"; $page } } @CASES;

for my $case (@CASES) {
    my (@open, @astray);
    for ($page{$case} =~ s/<style.*?<\/style>//sr =~ /<(\/?[a-z0-9]+)(?:\s[^>]*[^>\/])?>/g) {
        next if /^(?:meta|wbr)$/;
        s{^/}{} ? (pop @open // '') eq $_ || push @astray, $_ : push @open, $_;
    }
    is_deeply [@open, @astray], [], "$case: every element is closed";
    is_deeply [grep { !/<caption>/ } $page{$case} =~ /<table.*?<\/table>/sg], [], '... and every table has a caption';
}
like $page{huge}, qr/>18,446,744,073,709,551,615</, 'the greatest number has its commas' if length(~0) > 10;
my ($order) = $page{usual} =~ /<table class="vendors">.*?<tbody>(.*?)<\/tbody>/s;
my @removed = map { s/,//gr } $order =~ /<\/th><td>([\d,]+)/g;
is_deeply \@removed, [sort { $b <=> $a } @removed], 'vendors are in the order of what was removed';
is scalar(() = $page{many} =~ /<th scope="row">(?:vendor|a-vendor)/g) > 20, 1, 'all vendors are there';
like $page{usual}, qr{<dt>Bytes removed</dt><dd><data value="11800224">11\.8 MB</data>}, 'bytes are told as people say them';
like $page{usual}, qr{DryRun has also looked through 1,313 pages, found 3,107 elements}, 'what DryRun found is told apart';
is_deeply [map { scalar(() = $page{$_} =~ /<rect class="dry"/g) > 0 } qw(usual single)], [1, ''], '... and has no part of a bar where there is none';
unlike $page{single}, qr/found by DryRun/, '... nor a word in the legend';
is scalar(() = $page{usual} =~ /<figcaption>.*?<\/figcaption>/sg), 2, 'both charts have legends';
is scalar(grep { !/<svg/ } $page{usual} =~ /<span class="key">(.*?)<\/span>/sg), 0, '... which show what they speak of without the style sheet';
my ($line) = $page{usual} =~ /<path class="preview"[^>]* d="([^"]*)"/;
is scalar(() = $line =~ /[ML]/g), 144, 'a point of the line for each step of twelve hours';
is scalar(() = $line =~ /M/g), 1, '... in one piece';
is scalar(() = $page{gap} =~ /<path class="preview"[^>]* d="([^"]*)"/ && $1 =~ /M/g), 2, 'a gap interrupts it';
like $page{back}, qr/The clock was set back to/, 'a clock that was set back is told of';
like $page{fresh}, qr/As soon as there are two, a chart/, 'no moment: no chart';
unlike $page{fresh}, qr/<path/, '... not even an empty one';

SKIP: {
    my $lacks = Test::Browser::lacks();
    skip $lacks, 1 if $lacks;
    my $pictures = "$Test::Httpd::OUT/build/board";
    remove_tree($pictures); # those of another day would be looked at for today's
    make_path($pictures);
    my $httpd = Test::Httpd->new(modules => ['headers'], conf => join '', map {
        my ($nonce) = $page{$_} =~ /<style nonce="(\w+)"/;
        qq{<Location /$_.html>\nHeader set Content-Security-Policy "default-src 'none'; style-src 'nonce-$nonce'"\n</Location>\n} } @CASES)->start;
    $httpd->doc("$_.html", $page{$_}) for @CASES;
    my $yes = JSON::PP::true;
    my @every = ([wide => 1280, 900, listen => $yes], [phone => 360, 640, listen => $yes]);
    my @dark = ([dark => 1280, 900, dark => $yes], ['phone-dark' => 360, 640, dark => $yes]);
    # 640: what is left of 1280 when everything is twice as large; 780: nearly the narrowest window in which tables have columns.
    my %more = (
        fresh => \@dark,
        usual => [@dark, [zoom => 640, 450], [narrow => 780, 900], [forced => 1280, 900, forced => $yes], ['forced-dark' => 1280, 900, forced => $yes, dark => $yes],
            [print => 718, 1000, print => $yes], ['print-dark' => 718, 1000, print => $yes, dark => $yes], [open => 360, 640, open => $yes, listen => $yes], [plain => 1024, 768, plain => $yes, listen => $yes]],
        huge => [[narrow => 780, 900]],
        many => [[narrow => 780, 900], [open => 1280, 900, open => $yes]],
    );
    my @pages = map {
        my $case = $_;
        { name => $case, path => "/$case.html", host => 'demo.example', views => [map { my ($name, $width, $height, @set) = @$_; { name => "$case-$name", width => $width, height => $height, @set } } @every, @{ $more{$case} // [] }] }
    } @CASES;
    for my $page (Test::Browser::run('board.mjs', $httpd, pages => \@pages, pictures => $pictures)) {
        is_deeply $page->{said}, [], "$page->{name}: the console is clean, nothing is asked for, the policy is kept";
        for (@{ $page->{views} }) {
            is_deeply $_->{problems}, [], "$_->{name}: nothing overlaps, sticks out, is too small or too pale";
            is_deeply $_->{tables}{got}, $_->{tables}{want}, '... and tables are tables for whoever listens' if $_->{tables};
        }
    }
    $httpd->stop;
}

done_testing;
