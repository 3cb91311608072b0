# The status page for people: what it says, to whom, and that it is well made.
use strict;
use warnings;
use JSON::PP 'decode_json';
use Test::Httpd;
use Test::More;

my @PREVIEW = ('X-Purpose' => 'preview');
my $GA = '<script src="https://www.google-analytics.com/analytics.js"></script>';

# ---- No page of the site's ----

{
    my $site = Test::Httpd->new(modules => ['status'], conf => <<'CONF')->start;
XPurpose On
XPurposeAction prerender Hold
XPurposeInsert head-end '<script src="/count.js" data-site="site-1"></script>'
<Location /counters>
    SetHandler xpurpose-status
</Location>
CONF
    $site->doc('page.html', "<!DOCTYPE html><title>t</title>$GA<p>x");
    like $site->get('/page.html')->{content}, qr/count\.js/, 'a page of the site has the snippet';
    for (['a view'], ['a preview', @PREVIEW], ['a prerender', 'Sec-Purpose' => 'prefetch;prerender'], ['a frame', 'Sec-Fetch-Dest' => 'iframe']) {
        my ($what, @headers) = @$_;
        my $r = $site->get('/counters', @headers, 'Accept-Encoding' => 'gzip', 'If-None-Match' => '"x"');
        is $r->{status}, 200, "$what of the status page";
        like $r->{content}, qr{<h1>mod_xpurpose}, '... shows it';
        unlike $r->{content}, qr/count\.js|data-xpurpose|<!--xpurpose/, '... as it is, without the snippet';
        is $r->{headers}{'cache-control'}, 'no-store', '... and nobody keeps it';
        is $r->{headers}{vary}, undef, '... with nothing said of signals';
        is_deeply [@{ $site->notes($r) }{qw(verdict insert)}], [undef, undef], '... and no word of a verdict';
    }
    is $site->request('POST', '/counters', body => 'x')->{status}, 405, 'an error of it';
    unlike $site->request('POST', '/counters', body => 'x')->{content}, qr/count\.js/, '... is left alone as well';
    my $counts = decode_json($site->get('/counters?json')->{content});
    is_deeply [grep { $counts->{Pages}{$_} } keys %{ $counts->{Pages} }], [], 'none is counted as a page';
    is_deeply { map { $counts->{Inserts}{$_} ? ($_ => $counts->{Inserts}{$_}) : () } keys %{ $counts->{Inserts} } }, { inserted => 1 }, '... or as an answer for the snippet';
    $site->stop;
}

done_testing;
