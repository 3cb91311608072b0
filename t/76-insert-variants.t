# Sites that keep their pages packed, and nothing else: they go on to be answered for whoever takes what there is, with the snippet where that
# can be unpacked, and without where it cannot.
use strict;
use warnings;
use Compress::Zlib ();
use Test::Httpd;
use Test::Insert;
use Test::More;

my $page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>t</title>{head-end}</head><body><p>text</p></body></html>\n";
my $packed = Compress::Zlib::memGzip(plain($page));
my $other = 'what is packed in br';
my $httpd = Test::Httpd->new(modules => [qw(deflate negotiation)], log_level => 'warn negotiation:crit', conf => <<"CONF")->start;
XPurpose On
@{[insert('head-end' => $SNIPPET)]}
<Directory %DOCS%>
    Options +MultiViews
    AddEncoding gzip .gz
    AddEncoding br .br
    AddHandler type-map .var
</Directory>
<Location /none/>
    XPurposeInsert None
</Location>
CONF
for my $dir ('', 'none/') {
    $httpd->doc("${dir}both.html.gz", $packed);
    $httpd->doc("${dir}$_.html.br", $other) for qw(both br);
    $httpd->doc("${dir}gz.html.gz", $packed);
    $httpd->doc("${dir}br.var", "URI: br.html.br\nContent-Type: text/html\nContent-Encoding: br\n");
}

for my $accepts ('gzip, deflate, br', 'br', 'br;q=1.0, gzip;q=0.8, *;q=0.1', '*', 'identity;q=0, br', undef) {
    my @headers = defined $accepts ? ('Accept-Encoding' => $accepts) : ();
    my $name = $accepts // 'anything';
    for my $path (qw(/br.html /br /br.var)) {
        my $r = $httpd->get($path, @headers);
        is_deeply [@$r{qw(status content)}], [200, $other], "$name: $path, as it is";
        is $httpd->notes($r)->{insert}, 'passed:encoded', '... and so it says';
    }
}
for my $accepts ('gzip, deflate, br', 'br;q=1.0, gzip;q=0.8', 'gzip', '*', undef) {
    my $name = $accepts // 'anything';
    for my $path (qw(/both.html /both /gz.html)) {
        my $r = $httpd->get($path, defined $accepts ? ('Accept-Encoding' => $accepts) : ());
        is_deeply [@$r{qw(status content)}], [200, filled($page, 'head-end' => $SNIPPET)], "$name: $path, with the snippet";
    }
}
for my $path (qw(/br.html /none/br.html)) {
    is $httpd->get($path, 'Accept-Encoding' => 'gzip')->{status}, 406, "$path: who does not take it is told so";
}

$httpd->stop;
done_testing;
