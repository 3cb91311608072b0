# What the module promises, as a browser sees it: pages of our own in headless Chromium, with every foreign host a sink. With the
# header no request goes to an analytics host, not even from a script which does other work as well and stays; nothing is thrown,
# everything else is asked for, and the pictures are the same.
use strict;
use warnings;
use Test::More;
use File::Copy 'copy';
use Test::Browser;
use Test::Httpd;

Test::Browser::needs();

# A page whose own scripts call the libraries unguarded: without the stubs it would be half drawn.
my $CALLS = <<'HTML';
<!DOCTYPE html>
<title>Orders</title>
<link rel="preconnect" href="https://www.google-analytics.com">
<h1>Orders</h1>
<ul id="orders"></ul>
<script src="https://www.google-analytics.com/ga.js"></script>
<script src="https://tags.tiqcdn.com/utag/chandlery/main/prod/utag.js"></script>
<script>
var tracker = _gat._getTracker('UA-000001-2'), orders = ['Wheel', 'Rope', 'Lamp'];
tracker._setSiteSpeedSampleRate(5);
tracker._trackPageview('/orders/' + orders.length);
for (var i = 0; i < orders.length; i++) {
    utag.link({ event: 'order', name: orders[i] });
    document.getElementById('orders').innerHTML += '<li>' + orders[i];
}
</script>
<p id="later">Nothing yet.</p>
<script>
ga('create', 'UA-000001-2', 'auto');
ga('send', 'event', 'orders', 'shown', { hitCallback: function () {
    document.getElementById('later').textContent = 'Counted or not, we go on.';
} });
</script>
<img src="https://www.facebook.com/tr?id=1&amp;ev=PageView" width="1" height="1" alt="" style="display:none">
HTML

# Whom the pages ask for what.
my @owners = map { { host => $_->[0], path => $_->[1], vendor => $_->[2], class => 'hits', forms => { '*' => [$_->[3]] } } } (
    ['www.googletagmanager.com', '/gtag/js', 'Google Analytics', 'external script'],
    ['.google-analytics.com', '/', 'Google Analytics', 'script or document.write'],
    ['www.googletagmanager.com', '/gtm.js', 'Google Tag Manager', 'inline loader'],
    ['www.googletagmanager.com', '/ns.html', 'Google Tag Manager', 'frame in noscript'],
    ['www.chandlery.example', '/js/s_code.js', 'Adobe Analytics', 'external script'],
    ['chandlery.112.2o7.net', '/', 'Adobe Analytics', 'image in noscript'],
    ['connect.facebook.net', '/en_US/fbevents.js', 'Meta Pixel', 'inline loader'],
    ['www.facebook.com', '/tr', 'Meta Pixel', 'image in noscript'],
    ['static.chartbeat.com', '/', 'Chartbeat', 'mixed script'],
    ['tags.tiqcdn.com', '/', 'Tealium', 'external script'],
);
my %globals = ('Google Analytics' => [qw(_gat urchinTracker ga)], 'Adobe Analytics' => ['s'], Tealium => ['utag']);
my @pages = map { { name => $_, scheme => 'http', host => 'demo.example', path => "/$_", root => '/', picture => 1, noscript => 1 } }
    qw(shop.html news.html archive-2009.html clean.html calls.html);

my $httpd = Test::Httpd->new(conf => "XPurpose On\n")->start;
for my $file (glob "$Test::Httpd::ROOT/demo/site/*") {
    copy($file, $httpd->dir . '/docs') or die "$file: $!\n";
}
$httpd->doc('calls.html', $CALLS);
my @found = Test::Browser::load($httpd, owners => \@owners, globals => \%globals, pages => \@pages, settle => 4000);

is_deeply [map { $_->{failed} || () } @found], [], 'every page was looked at';
my ($table, @left) = Test::Browser::hits(\@owners, @found);
note Test::Browser::table($table);
for (@owners) {
    my $row = "$_->{vendor}, $_->{forms}{'*'}[0]";
    ok $table->{hits}{$row}{plain}, "$row: a hit without the header";
}
is_deeply \@left, [], 'with the header no hit, not even of the script that stays';

# What a load asked for that is nobody's hit.
sub others {
    my ($page, $load) = @_;
    my %asked = map { ("$_->[0]$_->[1]" => 1) } grep { $_->[2] < 0 && length $_->[1] } @{ $page->{loads}{$load}{requests} };
    return [sort keys %asked];
}

for my $page (@found) {
    is_deeply $page->{errors}{$_}, [], "$page->{name}, $_: nothing is thrown" for qw(plain preview);
    is_deeply others($page, 'preview'), others($page, 'plain'), "$page->{name}: the rest is asked for as before";
    is_deeply others($page, 'preview-noscript'), others($page, 'plain-noscript'), "$page->{name}: without scripts as well";
    cmp_ok $page->{pixels}{preview}, '<=', $page->{pixels}{plain}, "$page->{name}: the picture is the same";
}
$httpd->stop;
done_testing;
