# Content Security Policies of the kinds that web sites have: what is put into a page, what is added to its header, and what a browser makes
# of both. A script of ours stands only where it runs, and the site's own scripts run as they do without us.
use strict;
use warnings;
use Digest::SHA 'sha256_base64';
use IO::Compress::Gzip qw(gzip $GzipError);
use Test::More;
use Test::Backend;
use Test::Browser;
use Test::Httpd;
use Test::Preview;

my $VENDORS = 'https://www.google-analytics.com https://static.chartbeat.com';
my $LIBRARY = 'https://www.google-analytics.com/ga.js';
my $BEAT = 'https://static.chartbeat.com/js/chartbeat.js';

# The site's script with a vendor's work in it, and one that calls a library.
my $mixed = <<"JS";
window.ran = ['mixed'];
document.title = 'Orders of ' + new Date(86400000).getFullYear();
(function () {
  var beat = document.createElement('script'), types = { createScriptURL: function (url) { return url; } };
  if (window.trustedTypes) types = trustedTypes.createPolicy('site', types);
  beat.async = true;
  beat.src = types.createScriptURL('$BEAT');
  document.head.appendChild(beat);
})();
JS
my $APP = <<'JS';
(window.ran = window.ran || []).push('app');
_gat._getTracker('UA-000001-2')._trackPageview();
window.ran.push('counted');
JS

my $mixed_hash = "'sha256-" . sha256_base64($mixed) . "='";
my $other_hash = "'sha256-" . sha256_base64('x') . "='";
my ($gate_hash) = do { local (@ARGV, $/) = "$Test::Httpd::ROOT/engine/page/xp_gate.h"; <> =~ /XP_GATE_HASH\s+"([^"]+)"/ };

# A row: its name; the header's fields; then, by name,
#   meta     policies in the page            nonce  of the page's scripts      by    who sets the header: nobody else than mod_headers, if not said
#   stub     1: the library goes, its stub stands in for it; 0: it stays
#   all      XPurposeGate All, and the nonce of the gate
#   gate     1: the mixed script is told what the gate minds, and the gate stands before it; 0: it stays as it is
# In a field, + is where the gate's hash is put.
my @rows = (
    ['nothing', [], stub => 1, gate => 1],
    ['of other things', ["img-src *; frame-ancestors 'self'; upgrade-insecure-requests-not"], stub => 1, gate => 1],
    ['unsafe-inline', ["script-src 'unsafe-inline' 'self' $VENDORS"], stub => 1, gate => 1],
    ['self and unsafe-inline, by default-src', ["default-src 'self' 'unsafe-inline' $VENDORS"], stub => 1, gate => 1],
    ['nonce', ["script-src 'nonce-r4nd0m+/=' 'self' $VENDORS"], nonce => 'r4nd0m+/=', stub => 1, gate => 1],
    ['nonce and strict-dynamic', ["script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'"], nonce => 'r4nd0m', stub => 1, gate => 1],
    ['nonce with fallbacks', ["script-src 'nonce-r4nd0m' 'strict-dynamic' 'unsafe-inline' https: http:"], nonce => 'r4nd0m', stub => 1, gate => 1],
    ['another nonce', ["script-src 'nonce-r4nd0m' 'self' $VENDORS"], nonce => 'R4nd0m', stub => 0, gate => 0],
    ['hash', ["script-src $mixed_hash 'self' $VENDORS+; style-src 'self'"], stub => 0, gate => 1],
    ['hash, unsafe-inline without effect', ["script-src 'unsafe-inline' 'self' $VENDORS $mixed_hash+"], stub => 0, gate => 1],
    ['hash and strict-dynamic', ["script-src 'strict-dynamic' $mixed_hash+"], stub => 0, gate => 1],
    ['hash and nonce, by nonce', ["script-src 'self' $VENDORS 'nonce-r4nd0m' $other_hash+"], nonce => 'r4nd0m', stub => 1, gate => 1],
    ['hash and nonce, by hash', ["script-src 'self' $VENDORS 'nonce-r4nd0m' $mixed_hash+"], stub => 0, gate => 1],
    ['self', ["script-src 'self' $VENDORS"], stub => 0, gate => 0],
    ['none', ["default-src 'none'"], stub => 0, gate => 0],
    ['script-src-elem', ["script-src 'none'; script-src-elem 'unsafe-inline' 'self' $VENDORS"], stub => 1, gate => 1],
    ['script-src-elem says no', ["script-src 'unsafe-inline' 'self' $VENDORS; script-src-elem 'self' $VENDORS"], stub => 0, gate => 0],
    ['nonce in a meta', [], meta => ["script-src 'nonce-r4nd0m' 'self' $VENDORS"], nonce => 'r4nd0m', stub => 1, gate => 1],
    ['hash in a meta', [], meta => ["script-src $mixed_hash 'self' $VENDORS"], stub => 0, gate => 0],
    ['unsafe-inline in a meta', [], meta => ["script-src &#39;unsafe-inline&#39; 'self'\n $VENDORS"], stub => 1, gate => 1],
    ['sandbox in a meta', [], meta => ['sandbox; report-uri /r'], stub => 1, gate => 1],
    ['header and meta', ["script-src 'unsafe-inline' 'self' $VENDORS"], meta => ["script-src 'nonce-r4nd0m' 'self' $VENDORS"], nonce => 'r4nd0m', stub => 1, gate => 1],
    ['header by hash and meta by nonce', ["script-src $mixed_hash 'self' $VENDORS+"], meta => ["script-src 'nonce-r4nd0m' 'self' $VENDORS"], nonce => 'r4nd0m', stub => 0, gate => 1],
    ['two metas', [], meta => ["script-src 'unsafe-inline' 'self' $VENDORS", "script-src 'self' $VENDORS"], stub => 0, gate => 0],
    ['two fields', ["script-src 'unsafe-inline' 'self' $VENDORS", "script-src 'nonce-r4nd0m' 'self' $VENDORS"], nonce => 'r4nd0m', stub => 1, gate => 1],
    ['two fields, one closed', ["script-src 'unsafe-inline' 'self' $VENDORS", "script-src 'self' $VENDORS"], stub => 0, gate => 0],
    ['two fields by hash', ["script-src 'self' $VENDORS $mixed_hash+", "default-src 'self' $VENDORS $mixed_hash+; img-src *"], stub => 0, gate => 1],
    ['two policies in a field', ["default-src 'self' 'unsafe-inline' $VENDORS, script-src 'self' $mixed_hash $VENDORS+, img-src *"], stub => 0, gate => 1],
    ['report-only', [], report => ["script-src 'self'"], stub => 1, gate => 1],
    ['report-only by hash beside one', ["script-src 'self' $VENDORS $mixed_hash+"], report => ["script-src 'self' $VENDORS $mixed_hash+"], stub => 0, gate => 1],
    ['Trusted Types', ["require-trusted-types-for 'script'; trusted-types site"], stub => 1, gate => 1],
    ['capitals', ["SCRIPT-SRC 'UNSAFE-INLINE' 'Self' $VENDORS"], stub => 1, gate => 1],
    ['a nonce in capitals', ["Script-Src 'NONCE-r4nd0m' 'self' $VENDORS"], nonce => 'r4nd0m', stub => 1, gate => 1],
    ['twice the same directive', ["script-src 'self' $VENDORS; script-src 'unsafe-inline'"], stub => 0, gate => 0],
    ['hash in the second of a name', ["script-src 'self' 'unsafe-inline' $VENDORS; script-src $mixed_hash"], stub => 1, gate => 1],
    ['sandbox', ['sandbox allow-same-origin'], stub => 0, gate => 0],
    ['sandbox with scripts', ['sandbox allow-scripts allow-same-origin'], stub => 1, gate => 1],
    ['a hash that is none', ["script-src 'unsafe-inline' 'sha256-abc' 'self' $VENDORS"], stub => 0, gate => 0],
    ['a hash beside none', ["script-src 'none' $mixed_hash"], stub => 0, gate => 0],
    ['by a CGI script', ["script-src $mixed_hash 'self' $VENDORS+"], by => 'cgi', stub => 0, gate => 1],
    ['by a backend', ["script-src 'nonce-r4nd0m' 'self' $VENDORS", "default-src 'self' $VENDORS 'nonce-r4nd0m' $other_hash+"], by => 'backend', nonce => 'r4nd0m', stub => 1, gate => 1],
    ['of an error page', ["script-src $mixed_hash 'self' $VENDORS+"], by => 'error', stub => 0, gate => 1],
    ['packed, by a backend and mod_headers', ["script-src 'self' $VENDORS $mixed_hash+", "default-src 'self' $VENDORS $mixed_hash+"], by => 'packed', stub => 0, gate => 1],
    ['edited', ["script-src 'self' $mixed_hash $VENDORS+"], by => 'edit', stub => 0, gate => 1],
    ['taken off', [], by => 'unset', stub => 1, gate => 1],
    ['all, nonce', ["script-src 'nonce-r4nd0m' 'self' $VENDORS"], nonce => 'r4nd0m', stub => 1, gate => 1, all => 'r4nd0m'],
    ['all, nonce of the header alone', ["script-src 'nonce-r4nd0m' 'self' $VENDORS $mixed_hash+"], stub => 0, gate => 1, all => ''],
    ['all, hash', ["script-src $mixed_hash 'self' $VENDORS+"], stub => 0, gate => 1, all => ''],
    ['all, two nonces', ["script-src 'nonce-other' 'nonce-r4nd0m' 'self' $VENDORS", "script-src 'nonce-r4nd0m' 'self' $VENDORS"], nonce => 'r4nd0m', stub => 1, gate => 1, all => 'r4nd0m'],
    ['all, nonce in a meta', [], meta => ["script-src 'nonce-r4nd0m' 'self' $VENDORS"], nonce => 'r4nd0m', stub => 1, gate => 1, all => 'r4nd0m'],
    ['all, self', ["script-src 'self' $VENDORS"], stub => 0, gate => 0, all => ''],
);

sub file_of { return lc($_[0] =~ s/\W+/-/gr) . '.html' }
sub plain { return $_[0] =~ s/\+(?=;|,|$)//gr }
sub hashed { return $_[0] =~ s/\+(?=;|,|$)/ '$gate_hash'/gr }

sub page {
    my ($name, %row) = @_;
    my $nonce = $row{nonce} ? " nonce=\"$row{nonce}\"" : '';
    my $metas = join '', map { "<meta http-equiv=\"Content-Security-Policy\" content=\"$_\">\n" } @{ $row{meta} || [] };
    return <<"HTML";
<!DOCTYPE html>
<html><head><meta charset="utf-8">
$metas<title>$name</title>
<script$nonce src="$LIBRARY"></script>
<script$nonce>$mixed</script>
</head><body><h1>$name</h1>
<script$nonce src="/app.js"></script>
</body></html>
HTML
}

# ---- What stands in the page, and in its header ----

my (%script, $conf);
for (@rows) {
    my ($name, $fields, %row) = @$_;
    my $by = $row{by} || 'headers';
    my $page = page($name, %row);
    my @told = map { "Content-Security-Policy: ${\plain($_)}\r\n" } $by eq 'packed' ? $fields->[0] : @$fields;
    if ($by eq 'packed') {
        gzip(\(my $whole = $page) => \$page) or die "gzip: $GzipError\n";
        push @told, "Content-Encoding: gzip\r\n";
    }
    $script{ '/' . file_of($name) } = [join '', "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", @told, "\r\n$page"];
}
my $backend = Test::Backend->new(\%script);
for (@rows) {
    my ($name, $fields, %row) = @$_;
    my ($by, $path) = ($row{by} || 'headers', '/' . file_of($name));
    my $always = $by eq 'error' ? 'always ' : '';
    $conf .= "ProxyPass $path http://127.0.0.1:${\$backend->port}$path disablereuse=on\n" if $by =~ /^(?:backend|packed)$/;
    $conf .= "ScriptAlias $path %DIR%/docs/policy.cgi\n" if $by eq 'cgi';
    $conf .= $by eq 'error' ? "<Location /error.html>\n" : "<Location $path>\n";
    $conf .= "Header ${always}add Content-Security-Policy \"${\plain($_)}\"\n" for $by =~ /^(?:headers|error)$/ ? @$fields : $by eq 'packed' ? $fields->[1] : ();
    $conf .= "Header add Content-Security-Policy-Report-Only \"${\plain($_)}\"\n" for @{ $row{report} || [] };
    $conf .= "Header set Content-Security-Policy \"script-src HASH\"\nHeader edit Content-Security-Policy HASH \"'self' $mixed_hash $VENDORS\"\n" if $by eq 'edit';
    $conf .= "Header set Content-Security-Policy \"script-src 'none'\"\nHeader unset Content-Security-Policy\n" if $by eq 'unset';
    $conf .= "XPurposeGate All\n" if defined $row{all};
    $conf .= "</Location>\n";
}

my $httpd = Test::Httpd->new(modules => [qw(headers alias cgi deflate proxy proxy_http)], conf => <<"CONF");
XPurpose On
ErrorDocument 404 /error.html
AddType application/javascript .js
$conf
<Location /dry/>
    XPurpose DryRun
    Header add Content-Security-Policy "script-src 'self' $mixed_hash"
</Location>
<Location /off/>
    XPurposeGate Off
    Header add Content-Security-Policy "script-src 'self' $mixed_hash"
</Location>
<Location /data/>
    Header add Content-Security-Policy "script-src 'self' $mixed_hash"
</Location>
CONF
$httpd->doc('app.js', $APP);
for (@rows) {
    my ($name, $fields, %row) = @$_;
    my $by = $row{by} || 'headers';
    if ($by eq 'cgi') {
        $httpd->cgi('policy.cgi', "#!/bin/sh\ncat <<'END'\nContent-Type: text/html\nContent-Security-Policy: ${\plain($fields->[0])}\n\n" . page($name, %row) . "END\n");
    } elsif ($by !~ /^(?:backend|packed)$/) {
        $httpd->doc($by eq 'error' ? 'error.html' : file_of($name), page($name, %row));
    }
}
$httpd->doc("$_/page.html", page($_)) for qw(dry off);
$httpd->doc('data/page.html', '{"a": "' . page('data') =~ s/"/\\"/gr . '"}');
$httpd->start;

sub policies { return [map { $_->[1] } grep { lc $_->[0] eq lc($_[1] || 'Content-Security-Policy') } @{ $_[0]{list} }] }

for (@rows) {
    my ($name, $fields, %row) = @$_;
    my $path = '/' . file_of($name);
    my ($view, $preview) = ($httpd->get($path), $httpd->get($path, @PREVIEW));
    $_->{content} = unzip($_) for $view, $preview;
    my $nonce = $row{nonce} ? qq( nonce="$row{nonce}") : '';

    is $view->{content}, page($name, %row), "$name: the page";
    is_deeply policies($view), [map { plain($_) } @$fields], "$name: its policies";
    is_deeply policies($preview), [map { hashed($_) } @$fields], "$name: a preview's";
    is_deeply policies($preview, 'Content-Security-Policy-Report-Only'), [map { hashed($_) } @{ $row{report} || [] }], "$name: what is only reported";
    is scalar($preview->{content} =~ /<script$nonce src="\Q$LIBRARY\E"><\/script>/), $row{stub} ? '' : 1, "$name: the library " . ($row{stub} ? 'goes' : 'stays');
    is scalar($preview->{content} =~ /<script data-xpurpose="google-analytics"\Q$nonce\E>\S/), $row{stub} ? 1 : '', "$name: ... and its stub " . ($row{stub} ? 'stands there' : 'does not');
    like $preview->{content}, $row{gate}
        ? qr/<script data-xpurpose-gate="[^"]+"\Q$nonce\E>\Q$mixed\E<\/script>/
        : qr/\n<script\Q$nonce\E>\Q$mixed\E<\/script>/, "$name: the mixed script is " . ($row{gate} ? 'gated' : 'as it was');
    my $gates = defined $row{all} ? $row{all} && qq( nonce="$row{all}") : $nonce;
    my ($begins, $ends) = defined $row{all} ? (qr/<head><meta charset="utf-8">\s*/, qr/ data-xpurpose-gate="[^"]+">[^\n]+<\/script>/) : (qr//, qr/>[^\n]+<\/script><script data-xpurpose-gate=/);
    like $preview->{content}, qr/$begins<script data-xpurpose="gate"\Q$gates\E$ends/, "$name: ... by the gate" if $row{gate};
    unlike $preview->{content}, qr/data-xpurpose[^>]*gate/, "$name: ... and there is no gate" unless $row{gate};
}

for my $path (qw(/dry/page.html /off/page.html /data/page.html)) {
    is_deeply policies($httpd->get($path, @PREVIEW)), ["script-src 'self' $mixed_hash"], "$path: the header stays";
}
my $head = $httpd->head('/' . file_of('hash'), @PREVIEW);
is_deeply policies($head), [hashed($rows[8][1][0])], 'HEAD tells the same';

# ---- What a browser makes of it ----

SKIP: {
    skip 'chromium, node or openssl is not installed (make deps-all)', 1
        unless Test::Browser::chromium() && `node --version 2>/dev/null` && `openssl version 2>/dev/null`;
    my @owners = ({ host => 'www.google-analytics.com', path => '/', vendor => 'Google Analytics' }, { host => 'static.chartbeat.com', path => '/', vendor => 'Chartbeat' });
    my @pages = map { { name => $_->[0], scheme => 'http', host => 'shop.example', path => '/' . file_of($_->[0]), root => '/',
        ask => '(window.ran || []).concat(document.querySelectorAll("script[data-xpurpose=gate]").length).join(" ")' } } @rows;
    my %found = map { $_->{name} => $_ } Test::Browser::load($httpd, owners => \@owners, globals => { 'Google Analytics' => ['_gat'] }, pages => \@pages, settle => 300);
    my %ran;

    for (@rows) {
        my ($name, $fields, %row) = @$_;
        my $page = $found{$name};
        my ($plain, $preview) = map { $page->{loads}{$_} } qw(plain preview);
        ok !$page->{failed} && $plain->{whole} && $preview->{whole}, "$name: Chromium loads it" or do { diag $page->{failed}; next };
        is $preview->{said}, $plain->{said}, "$name: the site's scripts do what they do ($plain->{said}), and the gate is gone";
        is_deeply $page->{fresh}, [], "$name: nothing is thrown";
        my %before = map { $_ => 1 } @{ $plain->{violations} };
        is_deeply [grep { !$before{$_} } @{ $preview->{violations} }], [], "$name: nothing more is blocked";
        is scalar(grep { $_->[0] eq 'www.google-analytics.com' } @{ $preview->{requests} }), 0, "$name: no hit of the library" if $row{stub};
        is scalar(grep { $_->[0] eq 'static.chartbeat.com' } @{ $preview->{requests} }), 0, "$name: no hit of the mixed script" if $row{gate};
        $ran{ $plain->{said} }++;
    }
    cmp_ok $ran{'mixed app counted 0'} || 0, '>', 30, 'most pages run as they are';
    cmp_ok scalar(grep { grep { $_->[0] eq 'static.chartbeat.com' } @{ $_->{loads}{plain}{requests} || [] } } values %found), '>', 30, '... and send their hits';
    cmp_ok scalar(grep { @{ $_->{loads}{plain}{violations} || [] } } values %found), '>', 5, '... some policies block something';
}
$httpd->stop;
$backend->stop;
done_testing;
