# Classes of vendors in XPurposeVendors: @class stands for all vendors that are of it once the whole configuration has been read, in every
# context, and words and lines hold in their order, as names do.
use strict;
use warnings;
use Test::Httpd;
use Test::More;

# A tag of a vendor of each class.
my %URL = (
    analytics => 'https://cdn.usefathom.com/script.js', tagmanager => 'https://tags.tiqcdn.com/utag/a/b/prod/utag.js',
    replay => 'https://static.hotjar.com/c/hotjar-1.js?sv=6', rum => 'https://js-agent.newrelic.com/nr-1.min.js',
    pixel => 'https://connect.facebook.net/en_US/fbevents.js', marketing => 'https://js.hs-scripts.com/1.js',
    abtest => 'https://cdn.optimizely.com/js/1.js', site => 'https://mine.example.com/x.js',
    moved => 'https://tag.getdrip.example.com/m.js', late => 'https://late.example.com/l.js',
);
my $page = join "\n", '<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>', (map { qq{<script src="$URL{$_}"></script>} } sort keys %URL),
    '</head><body>x</body></html>';

my @classes = qw(analytics tagmanager replay rum pixel marketing abtest site);
my $httpd = Test::Httpd->new(ports => 3, conf => <<"CONF" . join '', map { <<"EACH" } @classes)->start;
XPurposeVendor mine url mine.example.com
XPurposeVendor moved url tag.getdrip.example.com
XPurpose On
XPurposeStubs Off
XPurposeVendors -\@site
<Directory %DOCS%>
    AllowOverride FileInfo
</Directory>
<Directory %DOCS%/fresh>
    XPurposeVendors \@abtest \@RUM hotjar
</Directory>
<Directory %DOCS%/fresh/more>
    XPurposeVendors +\@pixel -\@rum
</Directory>
<Directory %DOCS%/order>
    XPurposeVendors -hotjar +\@replay -\@rum +new-relic
</Directory>
<Directory %DOCS%/order/back>
    XPurposeVendors +\@rum
    XPurposeVendors -new-relic
    XPurposeVendors -\@replay +hotjar
</Directory>
<Directory %DOCS%/all>
    XPurposeVendors All
    XPurposeVendors -\@marketing
</Directory>
<Location /fresh/more/located>
    XPurposeVendors +\@rum
</Location>
<If "%{QUERY_STRING} == 'if'">
    XPurposeVendors -\@pixel
</If>
<VirtualHost 127.0.0.1:%PORT2%>
    DocumentRoot %DOCS%
    XPurposeVendors +\@abtest -\@replay
    <Directory %DOCS%/order>
        XPurposeVendors -\@abtest
    </Directory>
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT3%>
    DocumentRoot %DOCS%
    XPurposeVendors \@site
</VirtualHost>
XPurposeVendor moved class rum
XPurposeVendor late url late.example.com
CONF
<Location /each/$_>
    XPurposeVendors \@$_
</Location>
EACH

my @folders = ('', qw(fresh/ fresh/more/ fresh/more/located/ order/ order/back/ all/ htaccess/ htaccess/deep/), map { "each/$_/" } @classes);
$httpd->doc("${_}page.html", $page) for @folders;
$httpd->doc('htaccess/.htaccess', "XPurposeVendors +\@site -\@rum\n");
$httpd->doc('htaccess/deep/.htaccess', "XPurposeVendors \@rum\nXPurposeVendors -moved\n");

# What is removed from a page: the names above, sorted.
sub removed {
    my ($path, $port) = @_;
    my $r = $httpd->request('GET', $path, headers => ['X-Purpose' => 'preview'], port => $port);
    is $r->{status}, 200, "$path is there";
    return join ' ', grep { index($r->{content}, $URL{$_}) < 0 } sort keys %URL;
}

my @want = (
    ['/', 'analytics marketing moved pixel replay rum tagmanager', 'a class is what is said of vendors anywhere: the site\'s own but one that is of another'],
    ['/fresh/', 'abtest moved replay rum', 'classes without a sign'],
    ['/fresh/more/', 'abtest pixel replay', 'signs change what is inherited'],
    ['/fresh/more/located/', 'abtest moved pixel replay rum', '<Location>'],
    ['/fresh/more/located/?if', 'abtest moved replay rum', '<If>'],
    ['/order/', 'analytics marketing pixel replay rum tagmanager', 'words hold in their order'],
    ['/order/back/', 'analytics marketing moved pixel replay tagmanager', 'so do lines'],
    ['/all/', 'abtest analytics late moved pixel replay rum site tagmanager', 'All but a class'],
    ['/htaccess/', 'analytics late marketing pixel replay site tagmanager', '.htaccess'],
    ['/htaccess/deep/', 'rum', '.htaccess below it'],
    ['/', 'abtest analytics marketing moved pixel rum tagmanager', 'a virtual host changes what is the server\'s', 2],
    ['/order/', 'analytics marketing pixel replay rum tagmanager', '... and its directory what is the host\'s', 2],
    ['/', 'late site', 'a virtual host with a set of its own', 3],
    ['/htaccess/', 'late site', '... and a .htaccess in it', 3],
    (map { ["/each/$_/", $_ eq 'rum' ? 'moved rum' : $_ eq 'site' ? 'late site' : $_, "\@$_"] } @classes),
);
for my $case (@want) {
    my ($path, $removed, $name, $port) = @$case;
    is removed($path =~ s{(\?|$)}{page.html$1}r, $port), $removed, "$name: " . ($port ? "host $port, " : '') . $path;
}

# ---- A reload with other classes ----

$httpd->graceful(<<'CONF');
XPurposeVendor mine url mine.example.com
XPurpose On
XPurposeStubs Off
XPurposeVendors @abtest
XPurposeVendor hotjar class abtest
XPurposeVendor optimizely class marketing
CONF
is removed('/page.html'), 'replay', 'after a reload other vendors are of the class';

$httpd->stop;
done_testing;
