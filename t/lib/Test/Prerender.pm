# A shop's page with ten forms of analytics, each of which sends one hit; what the vendors answer; and visits of it in Chromium, with
# prerenders. t/js/prerender.mjs drives the browser and says what steps there are.
package Test::Prerender;

use strict;
use warnings;
use Exporter 'import';
use Test::Browser;

our @EXPORT = qw(page visits hits order @HITS @ORDER);

our $SITE = 'shop.example';

# Each hit by the name of its form: the tag manager's loader with its queue, an async script, two deferred ones, a module, a sync library
# with its call, one that is written (old Google Analytics) with its call, one that writes a picture, a pixel, a beacon, a frame.
our @HITS = qw(B D1 D2 F I M Q S T W X);

# Those that a parser runs one after another, in this order: sync ones in the document's, then the deferred.
our @ORDER = qw(S W X D1 D2 M);

my $DOTS = 'https://www.google-analytics.com/collect?v=1';

# A hit of a script says how many of them ran before it.
sub _hit {
    my ($name, $more) = @_;
    return "window.ran = (window.ran || 0) + 1; new Image().src = '$DOTS&k=$name&n=' + window.ran" . ($more || '') . ';';
}

sub _script { my ($host, $path, $body, %more) = @_; return { host => $host, path => $path, type => 'application/javascript', body => $body, %more } }

our $CLICKY = 'window.clicky = { init: function () { ' . _hit('S') . ' } };';

sub answers {
    return (
        _script('www.googletagmanager.com', '/gtm.js', _hit('Q', " + '&q=' + dataLayer.length")),
        _script('plausible.io', '/js/script.js', _hit('T', " + '&d=' + document.currentScript.getAttribute('data-domain')")),
        _script('static.cloudflareinsights.com', '/beacon.min.js', _hit('D1')),
        _script('cloud.umami.is', '/script.js', _hit('D2')),
        _script('scripts.simpleanalyticscdn.com', '/latest.js', _hit('M')),
        _script('static.getclicky.com', '/js', $CLICKY, wait => 60),
        _script('ssl.google-analytics.com', '/ga.js', 'window._gat = { _getTracker: function () { return { _trackPageview: function () { ' . _hit('W') . ' } }; } };'),
        _script('www.statcounter.com', '/counter/counter.js', 'window.ran = (window.ran || 0) + 1;'
            . q{document.write('<img src="https://c.statcounter.com/t.php?k=X&n=' + window.ran + '" alt="">');}),
    );
}

our @OWNERS = map { ".$_" } qw(googletagmanager.com google-analytics.com plausible.io cloudflareinsights.com umami.is simpleanalyticscdn.com
    getclicky.com statcounter.com facebook.com);

# The elements by name. %o: nonce, and integrity (of the sync library).
sub _elements {
    my (%o) = @_;
    my $n = $o{nonce} ? qq{ nonce="$o{nonce}"} : '';
    my $sri = $o{integrity} ? qq{ integrity="$o{integrity}" crossorigin="anonymous"} : '';
    my $written = $o{nonce} ? " nonce=$o{nonce}" : '';
    return (
        Q => "<script$n>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});"
            . q{var f=d.getElementsByTagName(s)[0],j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;}
            . q{j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);}
            . "})(window,document,'script','dataLayer','GTM-ABC123');</script>\n<script$n>dataLayer.push({ event: 'shop' });</script>",
        T => qq{<script$n async src="https://plausible.io/js/script.js" data-domain="$SITE"></script>},
        D => qq{<script$n defer src="https://static.cloudflareinsights.com/beacon.min.js" data-cf-beacon='{"token":"0123456789abcdef0123456789abcdef"}'></script>}
            . qq{\n<script$n defer src="https://cloud.umami.is/script.js" data-website-id="94db1cb1-74f4-4a40-ad6c-962362670409"></script>},
        M => qq{<script$n type="module" src="https://scripts.simpleanalyticscdn.com/latest.js"></script>},
        S => qq{<script$n src="https://static.getclicky.com/js"$sri></script>\n<script$n>try{ clicky.init(123456); }catch(e){}</script>},
        W => qq{<script$n type="text/javascript">\nvar gaJsHost = (("https:" == document.location.protocol) ? "https://ssl." : "http://www.");\n}
            . qq{document.write(unescape("%3Cscript$written src='" + gaJsHost + "google-analytics.com/ga.js' type='text/javascript'%3E%3C/script%3E"));\n</script>\n}
            . qq{<script$n type="text/javascript">\ntry {\nvar pageTracker = _gat._getTracker("UA-123456-1");\npageTracker._trackPageview();\n} catch(err) {}</script>},
        X => qq{<script$n type="text/javascript">\nvar sc_project=1234567;\nvar sc_invisible=1;\nvar sc_security="abcdef12";\n</script>\n}
            . qq{<script$n type="text/javascript" src="https://www.statcounter.com/counter/counter.js"></script>},
        I => q{<img height="1" width="1" style="display:none" alt="" src="https://www.facebook.com/tr?id=123456789012345&amp;ev=PageView&amp;k=I">},
        B => qq{<script$n>new Image().src = '$DOTS&tid=UA-123456-1&t=pageview&k=B';</script>},
        F => q{<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-ABC123&amp;k=F" height="0" width="0" style="display:none"></iframe>},
        N => q{<noscript><img height="1" width="1" alt="" src="https://www.facebook.com/tr?id=123456789012345&amp;noscript=1&amp;k=N"></noscript>},
    );
}

# The page. %o: nonce, integrity, head and foot (more of it, at the head's end and the body's), only (a list of elements' names).
sub page {
    my (%o) = @_;
    my %element = _elements(%o);
    my @only = @{ $o{only} || [qw(Q T D M S W X I B F N)] };
    my %wanted = map { $_ => 1 } @only;
    my $put = sub { return join "\n", map { $wanted{$_} ? $element{$_} : () } @_ };
    my $n = $o{nonce} ? qq{ nonce="$o{nonce}"} : '';
    my $text = join '', map { "<p>Item $_ of the shop, with <b>text</b> &amp; more.</p>\n" } 1 .. $o{items} || 20;
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Shop</title>\n<script$n>window.shop = ['head'];</script>\n"
        . $put->(qw(Q T D M S)) . "\n" . ($o{head} || '') . "</head>\n<body>\n<h1>Shop</h1>\n" . $put->(qw(N W)) . "\n<div id=\"counter\">" . $put->('X')
        . "</div>\n$text" . $put->(qw(I B F)) . "\n" . ($o{foot} || '') . "<script$n>shop.push('foot');</script>\n<p id=\"end\">The end.</p>\n</body></html>\n";
}

# Visits, by name: { name => [what each step did] }. %more: answers (before the vendors' own), settle.
sub visits {
    my ($httpd, $visits, %more) = @_;
    my @answers = (@{ delete $more{answers} || [] }, answers());
    my @found = Test::Browser::run('prerender.mjs', $httpd, lanes => 2, settle => 300, site => $SITE, owners => [map { { host => $_, path => '/' } } @OWNERS], %more,
        answers => \@answers, visits => [map { { name => $_, steps => $visits->{$_} } } sort keys %$visits]);
    return map { ($_->{name} => $_->{failed} ? die "$_->{name}: $_->{failed}\n" : $_->{steps}) } @found;
}

# The names of a step's hits, sorted, each as often as it was sent.
sub hits {
    my ($step) = @_;
    return join ' ', sort map { $_->[1] =~ /[?&]k=(\w+)/ ? $1 : () } @{ $step->{requests} };
}

# The hits of those that run one after another, in the order that they say.
sub order {
    my ($step) = @_;
    my %place = map { $_->[1] =~ /[?&]k=(\w+)&n=(\d+)/ ? ($1 => $2) : () } @{ $step->{requests} };
    return join ' ', sort { $place{$a} <=> $place{$b} } grep { $place{$_} } @ORDER;
}

1;
