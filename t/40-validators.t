# Conditions and ranges: what a browser has stored of the full page must not make a preview of it, and nothing that a preview
# may have learnt makes a later view anything but whole. Wherever the page comes from.
use strict;
use warnings;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Service;

my $php = Test::Service->program('php-cgi') || '';
my $fcgid = $php && Test::Httpd->has_module('fcgid');
my $old = 'Sat, 01 Jan 2000 00:00:00 GMT';
my $soon = 'Fri, 01 Jan 2038 00:00:00 GMT';

# PHP and CGI programs that know conditions and ranges themselves, as frameworks do, and tell which ones they saw.
my $php_page = <<'PHP' . full();
<?php
$etag = '"php-1"';
header("ETag: $etag");
header('Last-Modified: Sat, 01 Jan 2000 00:00:00 GMT');
header('Expires: Fri, 01 Jan 2038 00:00:00 GMT');
header('Accept-Ranges: bytes');
$seen = array_filter(array_keys($_SERVER), function ($k) { return preg_match('/^HTTP_(IF_|RANGE|ACCEPT_ENCODING)/', $k); });
header('X-Seen: ' . implode(' ', $seen));
if (($_SERVER['HTTP_IF_NONE_MATCH'] ?? '') === $etag || isset($_SERVER['HTTP_IF_MODIFIED_SINCE'])) {
    http_response_code(304);
    exit;
}
if (isset($_SERVER['HTTP_RANGE'])) {
    http_response_code(206);
    header('Content-Range: bytes 0-9/999');
    echo '<!DOCTYPE ';
    exit;
}
?>
PHP

my $cgi = <<'PERL' . full();
#!/usr/bin/perl
print "Content-Type: text/html\nETag: \"cgi-1\"\nLast-Modified: Sat, 01 Jan 2000 00:00:00 GMT\n";
print "Expires: Fri, 01 Jan 2038 00:00:00 GMT\nAccept-Ranges: bytes\n";
print 'X-Seen: ', join(' ', grep { /^HTTP_(?:IF_|RANGE|ACCEPT_ENCODING)/ } sort keys %ENV), "\n";
if (($ENV{HTTP_IF_NONE_MATCH} || '') eq '"cgi-1"' || $ENV{HTTP_IF_MODIFIED_SINCE}) {
    print "Status: 304\n\n";
} elsif ($ENV{HTTP_RANGE}) {
    print "Status: 206\nContent-Range: bytes 0-9/999\n\n<!DOCTYPE ";
} else {
    print "\n", do { local $/; <DATA> };
}
__END__
PERL

my $fastcgi = $php && Test::Service->new(command => [$php, '-b', '127.0.0.1:%PORT%'],
    env => { PHP_FCGI_MAX_REQUESTS => 0 });
my $httpd = Test::Httpd->new(ports => 2, children => 'default',
    modules => ['headers', 'include', 'cgi', 'proxy', 'proxy_http', ($php ? 'proxy_fcgi' : ()), ($fcgid ? 'fcgid' : ())],
    conf => <<"CONF");
XPurpose On
<VirtualHost 127.0.0.1:%PORT2%>
    XPurpose Off
    DocumentRoot %DOCS%
</VirtualHost>
<Directory %DOCS%>
    Options +Includes
    AddType text/html .shtml
    AddOutputFilter INCLUDES .shtml
    SSILastModified On
    SSIETag On
</Directory>
<Location />
    Header set X-Max 1 env=XPURPOSE
</Location>
<Files static.html>
    Header set Cache-Control "public, max-age=3600"
</Files>
ProxyPass /proxy/ http://127.0.0.1:%PORT2%/
@{[ $php ? "ProxyFCGIBackendType GENERIC\nProxyPassMatch ^/fastcgi/(.*)\$ fcgi://127.0.0.1:@{[$fastcgi->port]}%DOCS%/\$1" : '' ]}
<IfModule fcgid_module>
    FcgidIPCDir %DIR%/fcgid
    FcgidProcessTableFile %DIR%/fcgid/shm
    FcgidMaxProcesses 2
    <Location /fcgid/>
        Options +ExecCGI
        SetHandler fcgid-script
        FcgidWrapper $php virtual
    </Location>
</IfModule>
CONF
$httpd->writable('fcgid');
$httpd->doc($_, full()) for qw(static.html part.html);
$httpd->doc('page.shtml', '<!--#include virtual="/part.html" -->');
$httpd->cgi('page.cgi', $cgi);
$httpd->doc($_, $php_page) for qw(page.php fcgid/page.php);
$httpd->start;

# What each source answers to a view's condition, so that it is known that hiding it from a preview makes a difference.
my @sources = (
    [static => '/static.html', { 'If-None-Match' => 304, 'If-Modified-Since' => 304, Range => 206 }],
    [CGI => '/page.cgi', { 'If-None-Match' => 304, 'If-Modified-Since' => 304, Range => 206 }],
    [mod_proxy => '/proxy/static.html', { 'If-None-Match' => 304, 'If-Modified-Since' => 304, Range => 206 }],
    [mod_include => '/page.shtml', {}],
    ['FastCGI over mod_proxy_fcgi', $php ? '/fastcgi/page.php' : undef, { 'If-None-Match' => 304, 'If-Modified-Since' => 304, Range => 206 }],
    ['FastCGI under mod_fcgid', $fcgid ? '/fcgid/page.php' : undef, { 'If-None-Match' => 304, 'If-Modified-Since' => 304, Range => 206 }],
);

sub describe { return join ', ', map { $_ % 2 ? () : "$_[$_]: $_[$_ + 1]" } 0 .. $#_ }

sub check_preview {
    my ($path, @headers) = @_;
    my $r = $httpd->get($path, @PREVIEW, @headers);
    my $name = @headers ? describe(@headers) : 'no condition';

    is $r->{status}, 200, "preview, $name: 200";
    is kind($r->{content}), 'stripped', "preview, $name: whole and stripped";
    ok $r->{complete}, "preview, $name: complete";
    is $r->{headers}{'cache-control'}, 'private, no-store', "preview, $name: not to be stored";
    is_deeply [grep { exists $r->{headers}{$_} } qw(etag last-modified expires accept-ranges content-range age)], [],
        "preview, $name: nothing to revalidate with";
    is $r->{headers}{'x-seen'}, '', "preview, $name: hidden from the program" if exists $r->{headers}{'x-seen'};
    return $r;
}

for my $source (@sources) {
    my ($name, $path, $knows) = @$source;
    subtest $name => sub {
        plan skip_all => 'php-cgi or mod_fcgid is not installed (make deps-all)' unless $path;
        my $view = $httpd->get($path);
        my $etag = $view->{headers}{etag} || '"none"';
        my $modified = $view->{headers}{'last-modified'} || $old;

        is kind($view->{content}), 'full', 'a view is whole';
        my $learnt = check_preview($path);
        check_preview($path, @$_) for ['If-None-Match' => $etag], ['If-None-Match' => "W/$etag"], ['If-None-Match' => '*'],
            ['If-Modified-Since' => $modified], ['If-Modified-Since' => $soon], [Range => 'bytes=0-9'], [Range => 'bytes=-10'],
            [Range => 'bytes=5-6,8-9'], ['Request-Range' => 'bytes=0-9'], [Range => 'bytes=0-9', 'If-Range' => $etag],
            [Range => 'bytes=0-9', 'If-Range' => $modified], ['If-None-Match' => $etag, 'If-Modified-Since' => $modified];

        my %condition = ('If-None-Match' => $etag, 'If-Modified-Since' => $modified, Range => 'bytes=0-9');
        for my $header (sort keys %$knows) {
            is $httpd->get($path, $header => $condition{$header})->{status}, $knows->{$header},
                "a view's $header still counts: $knows->{$header}";
        }

        # A cache that kept the preview against all it was told has nothing to ask with. What it might make up gets the page.
        for my $made_up (['If-None-Match' => '"xpurpose"'], ['If-None-Match' => '"' . length($learnt->{content}) . '"'],
            ['If-Range' => '"xpurpose"', Range => 'bytes=0-9'], ['If-Range' => $learnt->{headers}{date}, Range => 'bytes=0-9'])
        {
            next if $path =~ /php|cgi/ && $made_up->[0] eq 'If-Range';    # these programs do not look at it
            my $r = $httpd->get($path, @$made_up);
            is kind($r->{content}), 'full', 'a view that sends ' . describe(@$made_up) . ' gets the full page';
        }
        is kind($httpd->get($path)->{content}), 'full', 'and so does a plain one';
    };
}

# Validators that httpd itself adds after the page, and a client that mixes the two.
subtest 'ETags of the two never meet' => sub {
    my %seen;
    for my $path ('/static.html', '/proxy/static.html', '/page.cgi') {
        my ($view, $preview) = ($httpd->get($path), $httpd->get($path, @PREVIEW));
        ok $view->{headers}{etag}, "$path: a view has an ETag";
        ok !exists $preview->{headers}{etag}, "$path: a preview has none";
        is $httpd->head($path, @PREVIEW, 'If-None-Match' => $view->{headers}{etag})->{status}, 200, "$path: HEAD as well";
        ok !exists $httpd->head($path, @PREVIEW)->{headers}{etag}, "$path: HEAD tells none either";
    }
};

# A prefetch may be shown to a person: its conditions work.
subtest 'prefetches keep their conditions' => sub {
    for my $signal (['Sec-Purpose' => 'prefetch'], ['X-Purpose' => 'preview', 'X-FB-HTTP-Engine' => 'Liger']) {
        my $r = $httpd->get('/static.html', @$signal);
        is kind($r->{content}), 'full', describe(@$signal) . ': full';
        is $r->{headers}{'cache-control'}, 'public, max-age=3600', '... to be kept for the visit';
        is join(' ', split /,\s*/, $r->{headers}{vary}), $signal->[0] eq 'Sec-Purpose' ? 'X-Purpose'
            : 'X-FB-HTTP-Engine X-Purpose Sec-Fetch-Dest Sec-Fetch-Mode HX-Preloaded Sec-Purpose Purpose X-Moz X-Sec-Purpose Signature-Agent', '... which Vary does not hinder';
        is $httpd->get('/static.html', @$signal, 'If-None-Match' => $r->{headers}{etag})->{status}, 304, '... and revalidated';
    }
};

$httpd->stop;
$fastcgi->stop if $fastcgi;
done_testing;
