# The recipes of docs/insert.md do what it says: the lines are taken from there, the two sites too.
use strict;
use warnings;
use File::Temp 'tempdir';
use Test::Httpd;
use Test::More;

open my $in, '<:raw', "$Test::Httpd::ROOT/docs/insert.md" or die "docs/insert.md: $!\n";
my $text = do { local $/; <$in> };
my %file;
while ($text =~ m{^\*conf/analytics/([a-z0-9]+)\.html\*(?:.+\n)+\n((?: {4}.*\n)+)}gm) {
    my ($name, $lines) = ($1, $2);
    $file{$name} = $lines =~ s/^ {4}//gmr =~ s/\n\z//r;
}
is_deeply [sort keys %file], [qw(ga4 matomo plausible)], 'three recipes';
my ($sites) = $text =~ m{^(( {4}<VirtualHost .*\n)(?:(?: {4}.*)?\n)+?)(?=\S)}m or die "no sites\n";
$sites =~ s/\*:443/*:%PORT%/g;

# ---- What is in the files ----

my $explain = "$Test::Httpd::OUT/xpurpose-explain";
my $dir = tempdir(CLEANUP => 1);
for my $name (sort keys %file) {
    open my $out, '>:raw', "$dir/$name.html" or die "$name: $!\n";
    print {$out} "<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>$file{$name}</head><body>x</body></html>";
    close $out or die "$name: $!\n";
    my $stripped = `$explain --strip $dir/$name.html`;
    my ($between) = $stripped =~ m{</title>(.*)</head>}s;
    is $between =~ s/<!--xpurpose: [a-z0-9-]+-->(?:<script data-xpurpose=.*?<\/script>)?|\s//gsr, '', "$name: the catalogue knows all of it, so that it waits where pages are held";
}

# ---- The sites ----

my $page = '<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>%s</head><body><p>x</p></body></html>';
my $plain = sprintf $page, '';
my $httpd = Test::Httpd->new(conf => "$sites\nErrorDocument 404 /error.html\n");
$httpd->_write("conf/analytics/$_.html", $file{$_}) for keys %file;
$httpd->doc($_, $plain) for qw(page.html error.html admin/page.html api/page.html);
$httpd->start;
my %want = ('www.example.com' => $file{ga4}, 'shop.example.com' => "$file{matomo}\n$file{plausible}");
for my $host (sort keys %want) {
    my $full = sprintf $page, $want{$host};
    my @host = (Host => $host);
    my $r = $httpd->get('/page.html', @host);
    is $r->{content}, $full, "$host: a view";
    is $httpd->notes($r)->{insert}, 'inserted', '... and so it says';
    is $httpd->get('/nonesuch', @host)->{content}, $full, '... what is not found';
    $r = $httpd->get('/page.html', @host, 'X-Purpose' => 'preview');
    is $r->{content}, $plain, '... a preview';
    is $httpd->notes($r)->{insert}, 'skipped', '... and so it says';
}
for my $name (qw(matomo plausible)) {
    my $other = $name eq 'matomo' ? 'plausible' : 'matomo';
    $httpd->doc("$name.html", sprintf $page, "$file{$name}");
    my $r = $httpd->get("/$name.html", Host => 'shop.example.com');
    is $r->{content}, sprintf($page, "$file{$name}$file{$other}"), "a page with $name gets $other";
    is $httpd->notes($r)->{insert}, 'inserted', '... and so it says';
}
$httpd->doc('both.html', sprintf $page, "$file{plausible}$file{matomo}");
my $both = $httpd->get('/both.html', Host => 'shop.example.com');
is $both->{content}, sprintf($page, "$file{plausible}$file{matomo}"), 'a page with both is left alone';
is $httpd->notes($both)->{insert}, 'passed:present', '... and so it says';
for my $path ('/admin/page.html', '/api/page.html') {
    is $httpd->get($path, Host => 'shop.example.com')->{content}, $plain, "$path has none";
}

$httpd->stop;
done_testing;
