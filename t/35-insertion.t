# XPurposeInsert as configured: texts and files that are refused, and where; how lines add up; what is warned of; that files are read at start and
# reload.
use strict;
use warnings;
use Encode ();
use Test::Httpd;
use Test::More;

# A configuration, and files below ServerRoot: name => content. What configtest says: status and text.
sub tried {
    my ($conf, %file) = @_;
    my $httpd = Test::Httpd->new(conf => $conf);
    my $dir = $httpd->dir;
    $httpd->_write($_, $file{$_}) for keys %file;
    my ($status, $output) = $httpd->run('-t');
    $httpd->shut_down;
    return ($status, $output =~ s/\Q$dir\E/DIR/gr);
}

sub good {
    my ($name, @how) = @_;
    my ($status, $output) = tried(@how);
    is $status, 0, "$name: good" or diag $output;
    like $output, qr/\ASyntax OK\s*\z/, '... and not a word more';
    return;
}

# Refused, with each of these texts.
sub refused {
    my ($name, $said, @how) = @_;
    my ($status, $output) = tried(@how);
    isnt $status, 0, "$name: refused";
    is_deeply [grep { index($output, $_) < 0 } 'XPurposeInsert', @$said], [], '... and says why' or diag $output;
    return;
}

# ---- Texts ----

my $script = '<script async src=/a.js></script>';
good('a script at each place', "XPurpose On\n" . join "\n", map { "XPurposeInsert $_ '$script'" } qw(head-start head-end body-end));
good('a text over several lines', "XPurpose On\nXPurposeInsert head-end '<script>a();\\\nb();</script>'");

my @bad = (
    ['an element that is open', 'body-end', '<div><p>a</div>', '<p> is not closed: write </p>'],
    ['a script that is open', 'head-end', '<script>a()', '<script> is not closed', 'write </script>'],
    ['an end tag too many', 'head-end', '<script></script></div>', '</div> closes nothing of this text'],
    ['a comment that is open', 'head-end', '<!-- a', 'a comment begins here that does not end'],
    ['a value that is open', 'head-end', '<link rel="a href=b>', 'a value'],
    ['a body', 'body-end', '<body><p>a</p></body>', "<body> is the page's"],
    ['the end of a head', 'head-end', '<script></script></head>', "<head> is the page's"],
    ['a document', 'head-end', '<html></html>', "<html> is the page's"],
    ['a doctype', 'body-end', '<!doctype html>', "<!doctype> is the page's"],
    ['what ends a head', 'head-end', '<div>a</div>', '<div> would end the head', 'body-end', 'head-end takes script, style'],
    ['text that does', 'head-start', 'a<link rel=a>', 'text would end the head', 'head-start takes', 'in that'],
    ['no markup', 'head-end', 'conf/analytics.html', "no '<' in the text", 'file:path'],
    ['... for a body', 'body-end', 'conf/analytics.html', "no '<' in the text", 'file:path'],
    ['None behind a place', 'body-end', 'None', "no '<' in the text", 'None alone'],
    ['a quote that is missing', 'head-end', '<script src="a.js></script><script src="b.js"></script>', '<script> has a quote', 'close the quotes'],
    ['a shadow root', 'body-end', '<template shadowrootmode=open><p>a</p></template>', '<template>', 'hides the page'],
    ['a picture in a noscript', 'head-start', '<noscript><img src=a></noscript>', '<img> would end the head', 'link, style and meta'],
    ['what is read in two ways', 'body-end', '<td>a</td>', 'browsers may read <td> here in more than one way'],
    ['a charset', 'head-start', '<meta charset=utf-8>', '<meta> with a charset'],
    ['nothing', 'head-end', ' ', "'' is no text", 'None'],
    ['too many nonces', 'head-end', '<link nonce>' x 17, 'nonce attributes: give 16'],
);
for my $case (@bad) {
    my ($name, $place, $text, @said) = @$case;
    my $quote = $text =~ /'/ ? '"' : "'";
    refused($name, ['Syntax error on line', 'httpd.conf', @said], "XPurposeInsert $place $quote$text$quote");
    refused("... in a file", ['Syntax error on line', 'DIR/conf/a.html:3:', $text =~ /\S/ ? @said : ()],
        "XPurposeInsert $place file:conf/a.html", 'conf/a.html' => "\n \n$text\n") if $text =~ /\S/;
}
refused('line 3 of a file', ['DIR/a.html:3: <p> is not closed'], 'XPurposeInsert body-end file:a.html', 'a.html' => "<div>\n<b>a</b>\n<p>\n</div>\n");

# ---- Files ----

good('a file', "XPurpose On\nXPurposeInsert head-end file:conf/a.html", 'conf/a.html' => "$script\n");
good('... by its whole path', "XPurpose On\nXPurposeInsert head-end file:%DIR%/conf/a.html", 'conf/a.html' => "$script\n");
good('... with the mark of UTF-8', "XPurpose On\nXPurposeInsert head-end File:a.html", 'a.html' => "\xEF\xBB\xBF$script\n");
good('... of 64 KiB', "XPurpose On\nXPurposeInsert head-end file:a.html", 'a.html' => $script . '<!--' . 'x' x (65536 - length($script) - 7) . '-->');
refused('... and one byte more', ["'DIR/a.html' has 65537 bytes", '65536 at most'], 'XPurposeInsert head-end file:a.html',
    'a.html' => $script . '<!--' . 'x' x (65537 - length($script) - 7) . '-->');
refused('a file that is not there', ["'DIR/conf/none.html' cannot be read", 'No such file'], 'XPurposeInsert head-end file:conf/none.html');
refused('a folder', ["'DIR/docs' is a folder"], 'XPurposeInsert head-end file:docs');
refused('a device', ["'/dev/null' is a device"], 'XPurposeInsert head-end file:/dev/null');
refused('an empty file', ["'DIR/a.html' is empty"], 'XPurposeInsert head-end file:a.html', 'a.html' => '');
refused('a file with white space', ["DIR/a.html:2: '' is no text"], 'XPurposeInsert head-end file:a.html', 'a.html' => " \n");
refused('a file with the mark of UTF-8 alone', ["DIR/a.html:1: '' is no text"], 'XPurposeInsert head-end file:a.html', 'a.html' => "\xEF\xBB\xBF");
refused("UTF-16 ($_)", ["'DIR/a.html' is in UTF-16: give it in UTF-8"], 'XPurposeInsert head-end file:a.html', 'a.html' => Encode::encode("UTF-16$_", "\x{FEFF}$script"))
    for qw(LE BE);
refused('None and more', ["'head-end' goes on behind None: give None alone"], 'XPurposeInsert None head-end');
refused('no name', ["'file:'", 'file:path'], 'XPurposeInsert head-end file:');
refused('a NUL', ['DIR/a.html:2: a byte is NUL'], 'XPurposeInsert head-end file:a.html', 'a.html' => "$script\n\0");
{
    my $httpd = Test::Httpd->new(conf => 'XPurposeInsert head-end file:a.html');
    symlink 'a.html', $httpd->dir . '/a.html' or die "a.html: $!\n";    # which nobody can read, not even root
    my ($status, $output) = $httpd->run('-t');
    isnt $status, 0, 'a file that cannot be read';
    like $output, qr/a\.html' cannot be read/, '... and says why';
    $httpd->shut_down;
}

# ---- Adding up ----

my $half = sub { "<script>" . $_[0] x 33000 . '</script>' };
good('two lines of one place', "XPurpose On\nXPurposeInsert head-end '$script'\nXPurposeInsert head-end '$script'");
refused('more than 64 KiB together', ['line', 'too long', '65536 bytes at most'], "XPurposeInsert head-end file:a.html\nXPurposeInsert head-end file:b.html",
    'a.html' => $half->('a'), 'b.html' => $half->('b'));
refused('... for several places', ['together', '65536 at most'], "XPurposeInsert head-end file:a.html\nXPurposeInsert body-end file:b.html",
    'a.html' => $half->('a'), 'b.html' => $half->('b'));
good('... but for None between them', "XPurpose On\nXPurposeInsert head-end file:a.html\nXPurposeInsert None\nXPurposeInsert body-end file:b.html",
    'a.html' => $half->('a'), 'b.html' => $half->('b'));
good('... but in two scopes', "XPurpose On\nXPurposeInsert head-end file:a.html\n<Location /a>\nXPurposeInsert body-end file:b.html\n</Location>",
    'a.html' => $half->('a'), 'b.html' => $half->('b'));
refused('more nonces than there may be, together', ['nonce attributes: give 16'],
    "XPurposeInsert head-end '" . '<link nonce>' x 9 . "'\nXPurposeInsert head-end '" . '<link nonce>' x 8 . "'");
refused('... in files', ['DIR/b.html: with the lines before it for head-end: there are too many nonce attributes'],
    "XPurposeInsert head-end file:a.html\nXPurposeInsert head-end file:b.html", 'a.html' => '<link nonce>' x 9, 'b.html' => '<link nonce>' x 8);

# ---- Warnings ----

my $line = "XPurposeInsert head-end '$script'";
sub vhost { return "<VirtualHost *:1>\n$_[0]\n</VirtualHost>" }
sub section { return "<Location /a>\n$_[0]\n</Location>" }
my @idle = (
    [0, "XPurpose On\n$line"],
    [0, "XPurpose DryRun\n$line"],
    [1, $line],
    [1, "XPurpose Off\n$line\n$line"],
    [0, "XPurposeInsert None"],
    [0, "$line\nXPurposeInsert None"],
    [0, "XPurpose On\n" . section($line)],
    [1, section($line)],
    [0, section("XPurpose On\n$line")],
    [1, "XPurpose On\n" . section("$line\nXPurpose Off")],
    [0, "$line\n" . section('XPurpose On')],
    [0, "XPurpose Off\n$line\n" . section('XPurpose DryRun')],
    [0, section($line) . "\n<Location /a/b>\nXPurpose On\n</Location>"],
    [0, "XPurpose On\n" . vhost($line)],
    [1, vhost($line)],
    [1, "XPurpose On\n" . vhost("XPurpose Off\n$line")],
    [0, vhost("XPurpose On\n$line")],
    [0, "$line\n" . vhost('XPurpose On')],
    [0, "$line\n" . vhost(section('XPurpose On'))],
    [1, vhost($line) . "\n<VirtualHost *:2>\nXPurpose On\n</VirtualHost>"],
    [2, "$line\n" . vhost($line)],
    [3, "$line\n" . vhost(section($line)) . "\n" . section($line)],
);
for my $case (@idle) {
    my ($n, $conf) = @$case;
    my ($status, $output) = tried($conf);
    my @warned = $output =~ m{DIR/httpd\.conf:\d+: XPurposeInsert inserts nothing, for XPurpose is not On here}g;
    is $status, 0, "good: " . $conf =~ s/\n/ | /gr;
    is scalar @warned, $n, "... warnings: $n" or diag $output;
}

my ($status, $output) = tried("XPurpose On\n$line\nXPurposeInsert body-end '<p>\xC3\xA9</p>'");
is $status, 0, 'bytes beyond ASCII are good';
like $output, qr{DIR/httpd\.conf:\d+: XPurposeInsert: the text for body-end has bytes beyond ASCII}, '... and warned of';
unlike $output, qr/the text for head-end/, '... where they are';

# ---- Start and reload ----

my $httpd = Test::Httpd->new(conf => "XPurpose On\nXPurposeInsert head-end file:a.html\n<Location /a>\nXPurpose Off\n$line\n</Location>");
my $warnings = sub { return scalar(() = $httpd->error_log =~ /bytes beyond ASCII/g) };
$httpd->_write('a.html', $script);
$httpd->start;
my @said = $httpd->error_log =~ /httpd\.conf:(\d+): XPurposeInsert inserts nothing/g;
is scalar @said, 1, 'a scope that is Off is warned of once at start';
open my $conf, '<', $httpd->dir . '/httpd.conf' or die;
is + (<$conf>)[$said[0] - 1], "$line\n", '... by its line';
close $conf;
is $warnings->(), 0, 'the file has nothing but ASCII';
$httpd->_write('a.html', "<script>a('\xC3\xA9')</script>");
$httpd->doc('page.html', '<!DOCTYPE html><title>t</title>');
is $httpd->get('/page.html')->{status}, 200, 'a page';
is $warnings->(), 0, 'it is not looked at again';
$httpd->graceful;
is $warnings->(), 1, '... but at a reload';
$httpd->expect_log(qr/XPurposeInsert/);
$httpd->stop;
done_testing;
