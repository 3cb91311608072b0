# Filters of ours that the configuration names, in every way that there is: they do nothing, and what XPurpose says is what happens.
use strict;
use warnings;
use Test::Httpd;
use Test::More;
use Test::Preview;

my @filters = map { "XPURPOSE$_" } '', qw(_HEADERS _GUNZIP _ZLIB _SUM);
my @ways = (
    (map { [SetOutputFilter => $_, "SetOutputFilter $_"], [AddOutputFilter => $_, "AddOutputFilter $_ .html"],
           [AddOutputFilterByType => $_, "AddOutputFilterByType $_ text/html"],
           [FilterProvider => $_, "FilterDeclare ours\nFilterProvider ours $_ true\nFilterChain +ours"],
           ['FilterChain' => $_, "FilterDeclare ours CONTENT_SET\nFilterProvider ours $_ \"%{REQUEST_METHOD} == 'GET'\"\nFilterChain =ours"] } @filters),
    [twice => 'each', join "\n", map { "SetOutputFilter $_;$_" } @filters],
    (map { my $n = $_; my @turned = @filters[map { ($n + $_) % @filters } 0 .. $#filters];
           [all => "from $turned[0]", 'SetOutputFilter ' . join ';', @turned],
           [all => "from $turned[0], backwards", 'SetOutputFilter ' . join ';', reverse @turned] } 0 .. $#filters),
    [providers => 'all', join "\n", 'FilterDeclare ours', map({ "FilterProvider ours $_ true" } @filters, @filters), 'FilterChain +ours'],
    [harnesses => 'all', join "\n", map { ("FilterDeclare $_-1", "FilterProvider $_-1 $_ true", "FilterChain +$_-1") } @filters, @filters],
    [all => 'twice', 'SetOutputFilter ' . join ';', @filters, @filters],
    [all => 'by type', "AddOutputFilterByType @{[join ';', @filters]} text/html"],
);

# What .htaccess says for all of them the server's configuration says for some.
my $locations = join '', map { "<Location /way/$_/>\n$ways[$_][2]\n</Location>\n" } grep { $_ % 3 == 0 } 0 .. $#ways;

my $httpd = Test::Httpd->new(ports => 3, modules => [qw(filter deflate headers cgi)], log_level => 'notice', conf => <<"CONF");
XPurposeSignal view X-Excepted *
$locations
<Directory %DOCS%>
    AllowOverride All
</Directory>
<VirtualHost 127.0.0.1:%PORT%>
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT2%>
    XPurpose On
</VirtualHost>
<VirtualHost 127.0.0.1:%PORT3%>
    XPurpose DryRun
</VirtualHost>
CONF
for my $folder ('plain', map { "way/$_" } 0 .. $#ways) {
    $httpd->doc("$folder/page.html", full());
    $httpd->cgi("$folder/packed.cgi", "#!/usr/bin/perl\nuse IO::Compress::Gzip;\nmy \$page = do { local \$/; <DATA> };\n"
        . "IO::Compress::Gzip::gzip(\\\$page => \\my \$gzip);\nprint qq{Content-Type: text/html\\nContent-Encoding: gzip\\n\\n\$gzip};\n__END__\n" . full());
}
$httpd->doc("way/$_/.htaccess", "$ways[$_][2]\n") for 0 .. $#ways;
$httpd->start;

my @requests = (
    [view => 'full'],
    [preview => 'stripped', @PREVIEW],
    ['preview that takes gzip' => 'stripped', @PREVIEW, 'Accept-Encoding' => 'gzip'],
    [prefetch => 'full', Purpose => 'prefetch'],
    [prerender => 'full', 'Sec-Purpose' => 'prefetch;prerender'],
    ['excepted preview' => 'full', @PREVIEW, 'X-Excepted' => 1],
);

# All that the client sees, but for what differs from one request to the next.
sub seen {
    my ($r) = @_;
    return join "\n", $r->{status}, (sort map { "$_->[0]: $_->[1]" } grep { $_->[0] !~ /^(?:Date|X-Test-Id)$/ } @{ $r->{list} }), '', unzip($r);
}

for my $n (0 .. $#ways) {
    my ($way, $filter) = @{ $ways[$n] };
    subtest "$way $filter" => sub {
        for my $mode ([Off => 1], [On => 2], [DryRun => 3]) {
            for my $request (@requests) {
                my ($class, $kind, @headers) = @$request;
                my ($plain, $named) = map { $httpd->request('GET', "$_/page.html", port => $mode->[1], headers => \@headers) } '/plain', "/way/$n";
                $kind = 'full' if $mode->[0] ne 'On';
                is kind(unzip($named)), $kind, "$mode->[0], $class: $kind";
                is seen($named), seen($plain), "$mode->[0], $class: as without the name";
                is $httpd->notes($named)->{verdict}, $httpd->notes($plain)->{verdict}, "$mode->[0], $class: so says the log";
            }
        }
        my ($plain, $named) = map { $httpd->request('GET', "$_/packed.cgi", port => 2, headers => \@PREVIEW) } '/plain', "/way/$n";
        is kind($plain->{content}), 'stripped', 'a page that comes packed is stripped';
        is seen($named), seen($plain), '... and as without the name';
    };
}

# ---- The notice ---------------------------------------------------------------------------------------------------------------

sub notices { return [$httpd->error_log =~ /\[xpurpose:notice\].*?(names the filter \S+, which does nothing.*"XPurpose On")/g] }

is_deeply notices(), ['names the filter xpurpose, which does nothing when it is put into the chain by hand: write "XPurpose On"'],
    'what was meant is said, once';
SKIP: {
    skip 'one process that cannot be reloaded', 2 if $ENV{XP_WRAP};
    $httpd->graceful;
    $httpd->get('/plain/page.html');
    is scalar @{ notices() }, 1, 'a restart says nothing by itself';
    $httpd->get('/way/0/page.html') for 1 .. 3;
    is scalar @{ notices() }, 2, 'and once more if it is still so';
}

$httpd->stop;
done_testing;
