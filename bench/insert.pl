# Putting a snippet into pages: XPurposeInsert, and what else can do it, on our page of 105 KB; and what XPurposeInsert costs where it has
# nothing to do. bench.pl measures.
use strict;
use warnings;

our (%SIZE, $SERVER_CORE, $CLIENT_CORE);

# Quotes of one kind only, so that it can stand in everybody's configuration.
my $SNIPPET = "<script async src='https://www.googletagmanager.com/gtag/js?id=G-BENCH00009'></script><script>window.dataLayer=window.dataLayer||[];"
    . "function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-BENCH00009');</script>";

# A script says where such things go, as the text of real pages does.
my $DECOY = "<script>site.help = \"put it before </head>, or before </body>\";</script>\n";

sub insert_page { return page($SIZE{middle}) =~ s{(?<=</title>\n)}{$DECOY}r }

# Where it goes: what stands before it, and behind it.
my %PLACE = ('head-start' => [qr{<meta charset="utf-8">}, qr{\n<meta name="viewport"}], 'head-end' => [qr{\n}, qr{</head>\n<body class}],
    'body-end' => [qr{\n}, qr{</body>\n</html>\n\z}]);

sub inserted {
    my ($where) = @_;
    my ($before, $behind) = @{ $PLACE{$where} };
    return insert_page() =~ s{$before\K(?=$behind)}{$SNIPPET}r;
}

my $SUBSTITUTE = "AddOutputFilterByType SUBSTITUTE text/html\nSubstituteMaxLineLength 20m\n";

# name, modules, configuration, place ('' for none), 1 for ours
my @INSERTING = (
    ['plain httpd', [], '', ''],
    (map { ["XPurposeInsert $_", [], "XPurpose On\nXPurposeInsert $_ file:docs/snippet.html", $_, 1] } qw(head-start head-end body-end)),
    ['mod_substitute, </head>', [qw(filter substitute)], $SUBSTITUTE . "Substitute \"s~</head>~$SNIPPET</head>~n\"", 'head-end'],
    ['mod_substitute, </body>', [qw(filter substitute)], $SUBSTITUTE . "Substitute \"s~</body>~$SNIPPET</body>~n\"", 'body-end'],
);
my @INSERTING_NGINX = (['nginx, plain', '', ''], map { my ($tag, $where) = @$_;
    ["nginx sub_filter once, $tag", "sub_filter_once on; sub_filter '$tag' \"$SNIPPET$tag\";", $where] } ['</head>', 'head-end'], ['</body>', 'body-end']);

# What is no page: it passes.
my %OTHER = ('image.png' => ['an image of 105 KB', "\x89PNG\r\n\x1a\n" . 'p' x (105 * 1024)], 'data.json' => ['JSON of 8 KB from a backend', '{"items":[' . join(',', 1 .. 2000) . ']}']);

sub insert_servers {
    start_backend();
    my $answers = do { local $SERVER_CORE = $CLIENT_CORE; start_httpd('backend', [], '', documents => { 'data.json' => $OTHER{'data.json'}[1] }) };
    my $host = 'ProxyPass /data.json http://127.0.0.1:' . $answers->port . "/data.json\n";
    my %documents = ('insert.html' => insert_page(), 'snippet.html' => $SNIPPET, 'image.png' => $OTHER{'image.png'}[1]);
    my @servers = map { my ($name, $modules, $conf, $where, $ours) = @$_;
        start_httpd($name, $modules, $conf, host => $host, documents => \%documents, where => $where, $ours ? (ours => 1) : ()) } @INSERTING;
    my %where = map { $_->[0] => $_->[2] } @INSERTING_NGINX;
    my @nginx = start_nginx($servers[0]{docs}, @INSERTING_NGINX);
    $_->{where} = $where{ $_->name } for @nginx;
    return (@servers, @nginx);
}

# What became of the page. Ours has to be right.
sub insert_verdict {
    my ($server) = @_;
    my $r = Test::Http->new($server->port)->request('GET', '/insert.html', []);
    my ($where, $times) = ($server->{where}, scalar(() = $r->{content} =~ /\Q$SNIPPET/g));
    return 'right' if $r->{complete} && $r->{content} eq ($where ? inserted($where) : insert_page());
    die $server->name . ": not right\n" if $server->name =~ /^XPurposeInsert/;
    return $times == 0 ? 'missing' : $times == 1 ? 'in a script\'s text' : "$times times, once in a script's text";
}

# The lines of the tables, and multiples by name for the aims.
sub insert_tables {
    my (@servers) = @_;
    my $cost = race('a snippet', ['insert.html'], @servers);
    my %multiple = map { $_->name => $cost->{ $_->name }{'insert.html'} / $cost->{ $_->base }{'insert.html'} } @servers;
    my @rows = map { [$_->name, shown('%.0f', $cost->{ $_->name }{'insert.html'}), shown('%.2f', $multiple{ $_->name }), insert_verdict($_)] } @servers;

    my @pair = grep { $_->name =~ /^(?:plain httpd|XPurposeInsert head-end)$/ } @servers;
    my $other = race('no page', [sort keys %OTHER], @pair);
    my @others;
    for my $path (sort keys %OTHER) {
        my @cpu = map { $other->{ $_->name }{$path} } @pair;
        $multiple{$path} = $cpu[1] / $cpu[0];
        push @others, [$OTHER{$path}[0], map({ shown('%.0f', $_) } @cpu), shown('%.2f', $multiple{$path})];
    }
    return ([table_of(['', 'CPU, µs a request', '× plain', 'the snippet'], @rows), 'What is no page, in a scope with XPurposeInsert:', '',
        table_of(['', 'plain httpd, CPU, µs', 'with XPurposeInsert', '×'], @others)], \%multiple);
}

1;
