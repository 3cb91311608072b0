# httpd -t -D DUMP_XPURPOSE: what is in force in each host and section, and that requests find the same there.
use strict;
use warnings;
use Test::Dump;
use Test::Httpd;
use Test::More;

my %TAG = (
    matomo => '<script src="https://stats.example.net/matomo.js"></script>',
    mine => '<script src="https://mine.example.com/x.js"></script>',
    optimizely => '<script src="https://cdn.optimizely.com/js/1.js"></script>',
);
my $conf = <<'CONF';
XPurposeVendor mine url mine.example.com
XPurpose On
XPurposeAction prefetch Hold
XPurposeAction prerender Hold
XPurposeSignal view X-Tester *
XPurposeSignal preview "expr=%{HTTP:X-Thumb} == 'a b'"
XPurposeInsert head-end "<script>a()</script>"
XPurposeInsert head-end file:own.html
XPurposeInsert body-end "<script>b()</script>"
<Directory />
    XPurposeVary Off
</Directory>
<Directory %DOCS%/a>
    XPurposeVendors +@abtest -matomo
    <Files *.txt>
        XPurposeStubs Off
    </Files>
    <If "%{QUERY_STRING} == 'off'">
        XPurpose Off
        <If "true">
            XPurposeVendors None
        </If>
    </If>
</Directory>
<Directory %DOCS%/a/b>
    <IfModule !mod_nonesuch.c>
        XPurposeGate All
    </IfModule>
    XPurposeVendors -@site
    XPurposeInsert None
    XPurposeElementLimit 5000
</Directory>
<Directory %DOCS%/a/b/c>
    XPurposeVendors All
    XPurposeVary On
    XPurposeAction preview Pass
</Directory>
<Directory %DOCS%/*/b>
    XPurposeStubs Off
</Directory>
<DirectoryMatch "/docs/a/b/c/">
    XPurposeVendors -optimizely
    XPurposeAction preview Strip
</DirectoryMatch>
<DirectoryMatch "/docs/a/b/c/$">
    XPurpose Off
</DirectoryMatch>
<Directory %DOCS%/quiet>
    Options +FollowSymLinks
    <Files nothing.html>
        XPurpose Off
    </Files>
</Directory>
<Location /located>
    XPurpose DryRun
    XPurposeVendors @pixel mine
    XPurposeInsert body-end "<p>a</p>"
</Location>
<Location /located/deep>
    XPurposeVendors -@pixel +matomo
    XPurposeAction agent Strip
    XPurposeGate Off
    <If "true">
        XPurposeInsert None
    </If>
</Location>
<Location /locatedly>
    XPurposeVary Off
</Location>
<LocationMatch "^/locat">
    XPurposeStubs Off
</LocationMatch>
<If "%{QUERY_STRING} == 'if'">
    XPurposeVendors +@abtest -All
</If>
<Proxy "http://127.0.0.1/">
    XPurpose Off
</Proxy>
<VirtualHost 127.0.0.1:%PORT2% 127.0.0.2:*>
    ServerAlias a.example.com *.b.example.com
    DocumentRoot %DOCS%
    XPurpose Off
    XPurposeSignal None
    XPurposeSignal preview Sec-Purpose prefetch;prerender
    XPurposeVendors matomo
    <Directory %DOCS%/a/b>
        XPurpose On
        XPurposeStubs On
        XPurposeVendors +mine
    </Directory>
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT3%>
    XPurposeVendors None
</VirtualHost>
CONF
my $httpd = Test::Httpd->new(ports => 3, modules => ['proxy'], conf => $conf);
$httpd->_write('own.html', '<script>own()</script>');

my ($status, $output) = $httpd->run('-t', '-D', 'DUMP_XPURPOSE');
is $status, 0, 'the configuration is good';
my ($file, $docs) = ($httpd->dir . '/httpd.conf', $httpd->dir . '/docs');
my @lines = split /\n/, $output;
like shift @lines, qr/^# mod_xpurpose \d+\.\d+\.\d+\S*, catalogue of \d{4}-\d\d$/, 'the first line says version and catalogue';
is_deeply [grep { !/^(?:#|XPurposeVendor |Syntax OK$)/ } @lines], [], 'what is no directive stands behind a #';
ok((grep { $_ eq 'XPurposeVendor mine url mine.example.com' } @lines), 'the site\'s vendors are there');

# ---- Hosts and sections ----

my @hosts = hosts_of($httpd, $output); # each section's entry by what it is, file names made short
sub entry { my ($host, $what) = @_; return (grep { $_->{what} eq $what } @{ $hosts[$host]{entries} })[0] || { set => ["no entry $what"], note => '' } }
sub set { my ($host, $what) = @_; return { map { /^(XPurpose\w*) (.*)$/ ? ($1 => $2) : ($_ => 1) } @{ entry($host, $what)->{set} } } }

my @port = map { $httpd->port($_) } 1 .. 3;
is_deeply [map { $_->{name} } @hosts],
    ['(main server) 127.0.0.1', "127.0.0.1:$port[1] 127.0.0.2:* 127.0.0.1 alias a.example.com alias *.b.example.com", "127.0.0.1:$port[2] 127.0.0.1"],
    'hosts, with addresses, names and aliases';
open my $in, '<', $file or die "$file: $!\n";
my @written = ('', <$in>);
like $written[$hosts[$_]{line}], qr/^<VirtualHost 127\.0\.0\.1:$port[$_]/, '... and where they stand' for 1, 2;
my $server = [
    'XPurpose On', 'XPurposeAction prefetch Hold, prerender Hold, preview Strip, agent Pass', 'XPurposeVendors default', 'XPurposeStubs On',
    'XPurposeGate On', 'XPurposeVary On', 'XPurposeElementLimit 262144', 'XPurposeInsert head-end text, file:DIR/own.html (43 bytes)',
    'XPurposeInsert body-end text (20 bytes)', 'XPurposeSignal view X-Tester *', "XPurposeSignal preview expr=%{HTTP:X-Thumb} == 'a b'",
    'XPurposeSignal and the compiled-in rules',
];
is_deeply entry(0, '')->{set}, $server, 'the main server';
is_deeply entry(1, '')->{set},
    ['XPurpose Off', 'XPurposeAction prefetch Hold, prerender Hold, preview Strip, agent Pass', 'XPurposeVendors matomo', @$server[3 .. 8],
    'XPurposeSignal preview Sec-Purpose prefetch;prerender', 'XPurposeSignal None, and so no compiled-in rule'],
    'a host that is Off, with signals of its own';
is_deeply entry(2, '')->{set}, [@$server[0, 1], 'XPurposeVendors None', @$server[3 .. 11]], 'a host that has the server\'s';

my $nested = '<Directory DOCS/a> <If "%{QUERY_STRING} == \'off\'">';
my @what = ('', '<Directory />', '<Directory DOCS/a>', '<Directory DOCS/a> <Files *.txt>', $nested, "$nested <If \"true\">", '<Directory DOCS/a/b>',
    '<Directory DOCS/*/b>', '<Directory DOCS/a/b/c>', '<Directory DOCS/quiet> <Files nothing.html>', '<DirectoryMatch "/docs/a/b/c/">', '<DirectoryMatch "/docs/a/b/c/$">', '<Location /located>',
    '<Location /located/deep>', '<Location /located/deep> <If "true">', '<Location /locatedly>', '<LocationMatch "^/locat">', '<If "%{QUERY_STRING} == \'if\'">',
    '<Proxy "http://127.0.0.1/">');
is_deeply [sort map { $_->{what} } @{ $hosts[0]{entries} }], [sort @what], 'every section that says something, once, by what is round it';
my @depths = map { $_->{what} =~ /^<Directory (\S+)>$/ ? scalar(() = $1 =~ m{/}g) : () } @{ $hosts[0]{entries} };
is_deeply \@depths, [sort { $a <=> $b } @depths], '... directories from the root down';
for my $host (0 .. 1) {
    for my $entry (@{ $hosts[$host]{entries} }) {
        my ($last) = $entry->{what} =~ /(<[^<]*>)$/ or next;
        my $line = $written[$entry->{line}] =~ s/\Q$docs\E/DOCS/r =~ s/^\s+|\s+$//gr;
        is $line, $last, "host $host: $entry->{what} is in line $entry->{line}";
    }
}

# ---- What holds there ----

is_deeply set(0, '<Directory DOCS/a>'),
    { XPurpose => 'On', XPurposeAction => 'prefetch Hold, prerender Hold, preview Strip, agent Pass', XPurposeVendors => 'All -matomo',
        XPurposeStubs => 'On', XPurposeGate => 'On', XPurposeVary => 'Off', XPurposeElementLimit => 262144, XPurposeInsert => 'body-end text (20 bytes)' },
    'a directory has all, with what is inherited';
is_deeply [@{ set(0, '<Directory DOCS/a/b>') }{qw(XPurposeVendors XPurposeGate XPurposeInsert XPurposeElementLimit XPurposeVary XPurposeStubs)}],
    ['All -matomo -mine', 'All', 'None', 5000, 'Off', 'Off'], 'one below it, with what wildcards say';
is_deeply [@{ set(0, '<Directory DOCS/a/b/c>') }{qw(XPurposeVendors XPurposeVary XPurposeAction XPurposeStubs)}],
    ['All -optimizely', 'On', 'prefetch Hold, prerender Hold, preview Strip, agent Pass', 'Off'], '... and with what expressions say that its files meet';
is entry(0, '<Directory DOCS/a/b/c>')->{note}, '', '... which is certain';
is entry(0, $_)->{note}, 'other sections may hold as well', "$_: less so" for '<Directory DOCS/*/b>', '<DirectoryMatch "/docs/a/b/c/">';
is_deeply set(0, '<Location /located>'),
    { XPurpose => 'DryRun', XPurposeVendors => '@pixel mine', XPurposeInsert => 'body-end text (8 bytes)', XPurposeStubs => 'Off' }, 'a location has what locations say';
is_deeply set(0, '<Location /located/deep>'),
    { XPurpose => 'DryRun', XPurposeAction => 'agent Strip', XPurposeVendors => 'matomo mine', XPurposeGate => 'Off', XPurposeStubs => 'Off', XPurposeInsert => 'body-end text (8 bytes)' },
    '... with those round it';
is_deeply set(0, '<Location /locatedly>'), { XPurposeVary => 'Off', XPurposeStubs => 'Off' }, '... and not those that it only begins like';
like entry(0, '<Location /located>')->{note}, qr/^the rest as its directory has it$/, '... and the rest is its directory\'s';
is_deeply set(0, $nested), { XPurpose => 'Off' }, 'a condition has what it says';
is_deeply set(0, "$nested <If \"true\">"), { XPurposeVendors => 'None' }, '... so has one in it';
is_deeply set(0, '<If "%{QUERY_STRING} == \'if\'">'), { XPurposeVendors => '-All' }, '... of all of them the last';
is_deeply set(0, '<Proxy "http://127.0.0.1/">'), { XPurpose => 'Off' }, 'what another module keeps';
is_deeply [grep { $_->{what} =~ /<Proxy/ } @{ $hosts[1]{entries} }], [], '... is shown where it stands';
is_deeply [@{ set(1, '<Directory DOCS/a>') }{qw(XPurpose XPurposeVendors)}], ['Off', '@abtest'], 'in another host the server\'s directory is over that host\'s';
is scalar(grep { $_->{what} eq '<Directory DOCS/a/b>' } @{ $hosts[1]{entries} }), 2, '... and its own comes behind it';
is_deeply [map { grep { /^XPurpose(?:Vendors|Stubs|Vary)? / } @{ $_->{set} } } grep { $_->{what} eq '<Directory DOCS/a/b>' } @{ $hosts[1]{entries} }],
    ['XPurpose On', 'XPurposeVendors @abtest mine', 'XPurposeStubs On', 'XPurposeVary Off', 'XPurpose On', 'XPurposeVendors @abtest mine', 'XPurposeStubs On', 'XPurposeVary Off'],
    '... both tell what holds in the end';
like $output, qr/^# What is not seen here: \.htaccess files/m, 'and what is not seen is said';

# ---- Requests find the same ----

$httpd->doc("${_}page.html", join "\n", '<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title>', (map { $TAG{$_} } sort keys %TAG), '</head><body>x</body></html>')
    for '', 'a/', 'a/b/', 'a/b/c/', 'x/b/';
$httpd->start;

my %CLASS = (matomo => 'analytics', mine => 'site', optimizely => 'abtest');
for my $host (0, 1) {
    for my $case (['', ''], ['a/', '<Directory DOCS/a>'], ['a/b/', '<Directory DOCS/a/b>'], ['a/b/c/', '<Directory DOCS/a/b/c>'], ['x/b/', '<Directory DOCS/*/b>']) {
        my ($path, $what) = @$case;
        my $set = set($host, $what);
        my @preview = $host ? ('Sec-Purpose' => 'prefetch;prerender') : ('X-Purpose' => 'preview');
        my $r = $httpd->request('GET', "/${path}page.html", port => $host + 1, headers => \@preview);
        is $r->{status}, 200, "host $host, /$path is there";
        is + (join ' ', grep { index($r->{content}, $TAG{$_}) < 0 } sort keys %TAG), $set->{XPurpose} eq 'On' ? named($set->{XPurposeVendors}, %CLASS) : '',
            "... and loses what is said: $set->{XPurpose}, $set->{XPurposeVendors}";
    }
}
$httpd->stop;
done_testing;
