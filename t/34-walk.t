# What httpd -t -D DUMP_XPURPOSE prints of sections that meet by wildcards, expressions and conditions: what a request finds is what the sections
# say that hold for it, one after the other, and of each no more than that.
use strict;
use warnings;
use Test::Dump;
use Test::Httpd;
use Test::More;

my %CLASS = (matomo => 'analytics', mine => 'site', optimizely => 'abtest');
my %TAG = (
    matomo => '<script src="https://stats.example.net/matomo.js"></script>',
    mine => '<script src="https://mine.example.com/x.js"></script>',
    optimizely => '<script src="https://cdn.optimizely.com/js/1.js"></script>',
);
my $httpd = Test::Httpd->new(ports => 2, modules => ['proxy'], conf => <<'CONF');
XPurposeVendor mine url mine.example.com
XPurpose On
<Directory ~ "/docs/[xy]/">
    XPurposeVendors -matomo
</Directory>
<Directory %DOCS%/x>
    XPurposeVary Off
</Directory>
<Directory "%DOCS%/?/deep">
    XPurposeVendors +optimizely
    <FilesMatch "^q">
        XPurpose DryRun
    </FilesMatch>
</Directory>
<Directory %DOCS%/y>
    XPurposeElementLimit 5000
</Directory>
<Directory "%DOCS%/y/d*p">
    XPurposeVary Off
</Directory>
<Directory %DOCS%/y/deep>
    XPurposeVendors +matomo
</Directory>
<FilesMatch "^q">
    XPurposeVendors -mine
</FilesMatch>
<Location "/a*">
    XPurposeVendors None
</Location>
<Location "/a*/*.html">
    XPurposeVendors mine
</Location>
<Location /a1>
    <Limit GET>
        XPurposeVary Off
    </Limit>
</Location>
<Location /a1/>
    XPurposeStubs Off
</Location>
<LocationMatch "^/y/(?!deep)">
    XPurposeVendors +optimizely
</LocationMatch>
<If "%{QUERY_STRING} =~ /^i/">
    XPurposeVendors +optimizely
    <If "%{QUERY_STRING} == 'ii'">
        XPurpose Off
    </If>
    <ElseIf "%{QUERY_STRING} == 'if'">
        XPurpose DryRun
    </ElseIf>
    <Else>
        XPurposeVendors -mine
    </Else>
</If>
<ElseIf "%{QUERY_STRING} == 'x'">
    XPurposeVendors All
</ElseIf>
<Else>
    XPurposeGate Off
</Else>
<Proxy "*">
    XPurpose Off
</Proxy>
<ProxyMatch "^http://.*">
    XPurpose DryRun
</ProxyMatch>
<VirtualHost *>
    ServerName star.example.com
    DocumentRoot %DOCS%
    <IfModule !mod_nonesuch.c>
        XPurposeVary Off
    </IfModule>
</VirtualHost>
<VirtualHost *:%PORT2%>
    ServerName port.example.com
    DocumentRoot %DOCS%
    XPurposeVendors matomo
    <Location "/a*">
        XPurposeVendors optimizely
    </Location>
    <Directory "%DOCS%/[x]">
        XPurposeVendors All
    </Directory>
</VirtualHost>
CONF
my ($status, $output) = $httpd->run('-t', '-D', 'DUMP_XPURPOSE');
is $status, 0, 'the configuration is good';
my @hosts = hosts_of($httpd, $output);
my $port = $httpd->port(2);
is_deeply [map { $_->{name} =~ s/ .*//r } @hosts], ['(main', '*:*', "*:$port"], 'hosts of any address';

# The entries of a host by what they are: the last one, for a host's own stands behind the server's.
my @entries = map { my $host = $_; +{ map { $_->{what} => $_ } @{ $host->{entries} } } } @hosts;
sub set { my ($host, $what) = @_; return map { /^(XPurpose\w*) (.*)$/ } @{ ($entries[$host]{$what} or return (missing => $what))->{set} } }

my $if = q(<If "%{QUERY_STRING} =~ /^i/">);
my ($ii, $iif, $else) = (qq($if <If "%{QUERY_STRING} == 'ii'">), qq($if <ElseIf "%{QUERY_STRING} == 'if'">), "$if <Else>");
my $elseif = q(<ElseIf "%{QUERY_STRING} == 'x'">);
my $some = 'other sections may hold as well';
my %note = (
    '<Directory ~ "/docs/[xy]/">' => $some, '<Directory "DOCS/?/deep">' => $some, '<Directory "DOCS/y/d*p">' => $some, '<Directory DOCS/x>' => '', '<Directory DOCS/y>' => '',
    '<Directory DOCS/y/deep>' => '', '<Directory "DOCS/?/deep"> <FilesMatch "^q">' => 'where it holds', '<FilesMatch "^q">' => 'where it holds',
    '<Location "/a*">' => "$some; the rest as its directory has it", '<Location "/a*/*.html">' => "$some; the rest as its directory has it",
    '<Location /a1>' => 'the rest as its directory has it', '<Location /a1/>' => 'the rest as its directory has it',
    '<LocationMatch "^/y/(?!deep)">' => "$some; the rest as its directory has it",
    (map { $_ => 'where it holds' } $if, $ii, $iif, $else, $elseif, '<Else>', '<Proxy "*">', '<ProxyMatch "^http://.*">'),
);
is_deeply { map { $_->{what} ? ($_->{what} => $_->{note}) : () } @{ $hosts[0]{entries} } }, \%note, 'every section is there, and how sure it is said';
sub some { my ($host, $what) = @_; return [@{ +{ set($host, $what) } }{qw(XPurposeVendors XPurposeVary XPurposeElementLimit)}] }
is_deeply some(0, '<Directory "DOCS/y/d*p">'), ['default', 'Off', 5000], 'a directory with wildcards has what paths round it say, but not what others with some do';
is_deeply some(0, '<Directory "DOCS/?/deep">'), ['default +optimizely', 'On', 262144], '... and of paths those that are round all that it means';
is_deeply some(0, '<Directory ~ "/docs/[xy]/">'), ['default -matomo', 'On', 262144], '... of an expression none';
is_deeply some(0, '<Directory DOCS/y>'), ['default -matomo', 'On', 5000], 'a path has what expressions say of an index.html in it';
is_deeply some(0, '<Directory DOCS/y/deep>'), ['default +optimizely -matomo', 'Off', 5000], '... and wildcards, an expression last';
is_deeply { set(0, $if) }, { XPurposeVendors => '+optimizely' }, 'a condition says what it says itself';
is_deeply { set(0, $iif) }, { XPurpose => 'DryRun' }, '... and so does one within it';
is_deeply { set(0, '<Location "/a*/*.html">') }, { XPurposeVendors => 'mine' }, 'a location with wildcards does not say what another one with some does';
is_deeply { set(0, '<Location /a1/>') }, { XPurposeVary => 'Off', XPurposeStubs => 'Off' }, '... and one without says what is round it';
is_deeply { set(0, '<Proxy "*">') }, { XPurpose => 'Off' }, 'what a proxy keeps';
is +{ set(1, '') }->{XPurposeVary}, 'Off', 'what a host says within <IfModule> is the host\'s';

# ---- Requests find the same ----

my @paths = ('p', 'q', 'apage', 'a1/p', 'x/p', 'x/q', 'x/deep/p', 'x/deep/q', 'y/p', 'y/deep/p', 'y/deep/q');
$httpd->doc("$_.html", join "\n", '<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>', (map { $TAG{$_} } sort keys %TAG), '</head><body>x</body></html>')
    for @paths;
$httpd->start;

# What is in force where these sections hold, one after the other: the first is a host or a directory, which has all.
sub in_force {
    my ($host, @what) = @_;
    my %in_force;
    for (@what) {
        my %said = set($host, $_);
        $said{XPurposeVendors} = "$in_force{XPurposeVendors} $said{XPurposeVendors}" if ($said{XPurposeVendors} // '') =~ /^[+-]/;
        %in_force = (%in_force, %said);
    }
    return \%in_force;
}

my ($x, $y, $deep, $yp) = ('<Directory DOCS/x>', '<Directory DOCS/y/deep>', '<Directory "DOCS/?/deep">', '<LocationMatch "^/y/(?!deep)">');
my ($q, $dq) = ('<FilesMatch "^q">', "$deep <FilesMatch \"^q\">");
my @cases = (
    ['p', '', '', '<Else>'], ['q', '', '', $q, '<Else>'], ['p', 'x', '', $elseif], ['p', 'ii', '', $if, $ii], ['p', 'if', '', $if, $iif], ['q', 'i', '', $q, $if, $else],
    ['apage', '', '', '<Location "/a*">', '<Else>'], ['apage', 'x', '', '<Location "/a*">', $elseif],
    ['a1/p', '', '', '<Location "/a*/*.html">', '<Location /a1/>', '<Else>'],
    ['x/p', '', $x, '<Else>'], ['x/q', '', $x, $q, '<Else>'], ['x/q', 'i', $x, $q, $if, $else], ['y/p', '', '<Directory DOCS/y>', $yp, '<Else>'],
    ['y/deep/p', '', $y, '<Else>'], ['y/deep/p', 'x', $y, $elseif], ['y/deep/q', '', $y, $q, $dq, '<Else>'],
);
my %seen;
for my $host (1, 2) {
    for my $case (@cases) {
        my ($path, $query, @what) = @$case;
        my $set = in_force($host, @what);
        my $r = $httpd->request('GET', "/$path.html" . ($query && "?$query"), port => $host, headers => ['X-Purpose' => 'preview']);
        my $gone = join ' ', grep { index($r->{content}, $TAG{$_}) < 0 } sort keys %TAG;
        my $want = $set->{XPurpose} eq 'On' ? named($set->{XPurposeVendors}, %CLASS) : '';
        my $varies = $set->{XPurpose} eq 'On' && $set->{XPurposeVary} eq 'On' ? 1 : 0;
        is $gone, $want, "host $host, /$path?$query: $set->{XPurpose}, $set->{XPurposeVendors}";
        is +(join ' ', sort split /,/, $httpd->notes($r)->{vendors} // ''), $want, '... and so httpd notes' if $set->{XPurpose} eq 'On';
        my $view = $httpd->request('GET', "/$path.html" . ($query && "?$query"), port => $host, headers => []);
        is(($view->{headers}{vary} // '') =~ /x-purpose/i ? 1 : 0, $varies, "... and XPurposeVary is $set->{XPurposeVary}");
        $seen{"$gone, $varies"} = 1;
    }
}
cmp_ok scalar keys %seen, '>=', 8, 'answers of several kinds: ' . join('; ', sort keys %seen);
$httpd->stop;
done_testing;
