# The filter's place: after everything that may write analytics into a page, before everything that packs or stores it. Each
# filter here puts a vendor's tag where the page has a mark, and the preview must be without it; with our module loaded first
# and last.
use strict;
use warnings;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Service;

my $MARK = '@@TAG@@';
my $marked = full() =~ s/\Q$TAG\E/$MARK/r;
my $php_module = (glob '/usr/lib/apache2/modules/libphp*.so /usr/lib64/httpd/modules/libphp*.so')[0];
my $brotli = Test::Service->program('brotli') && Test::Httpd->has_module('brotli');

# name => [what it needs, configuration of its folder, the page there (its tag written by the filter), what unpacks the answer]
my %filter = (
    INCLUDES => ['include', 'Options +Includes', 'SetOutputFilter INCLUDES', full() =~ s/\Q$TAG\E/<!--#include virtual="\/tag.html" -->/r],
    SUBSTITUTE => ['substitute', "Substitute 's|$MARK|$TAG|n'", 'SetOutputFilter SUBSTITUTE', $marked],
    'SUBSTITUTE by type' => ['substitute filter', "Substitute 's|$MARK|$TAG|n'", 'AddOutputFilterByType SUBSTITUTE text/html', $marked],
    'SUBSTITUTE as a provider' => ['substitute filter', "Substitute 's|$MARK|$TAG|n'",
        "FilterDeclare smart\nFilterProvider smart SUBSTITUTE \"%{CONTENT_TYPE} =~ m#^text/html#\"\nFilterChain smart", $marked],
    SED => ['sed', "OutputSed 's,$MARK,$TAG,'", 'SetOutputFilter Sed', $marked],
    Lua => ['lua', '', 'SetOutputFilter LUATAG', $marked],
    BUFFER => ['buffer', '', 'SetOutputFilter BUFFER', full()],
    RATE_LIMIT => ['ratelimit env', 'SetEnv rate-limit 4000', 'SetOutputFilter RATE_LIMIT', full()],
    DEFLATE => ['deflate', '', 'SetOutputFilter DEFLATE', full()],
    'DEFLATE by type' => ['deflate filter', '', 'AddOutputFilterByType DEFLATE text/html', full()],
    BROTLI => ['brotli', '', 'SetOutputFilter BROTLI_COMPRESS', full()],
    EXT => ['ext_filter', '', 'SetOutputFilter sedtag', $marked],
    'all that write' => ['include substitute sed deflate', "Options +Includes\nSubstitute 's|\@\@ONE\@\@|\@\@TWO\@\@|n'\nOutputSed 's,\@\@TWO\@\@,$TAG,'",
        'SetOutputFilter INCLUDES;SUBSTITUTE;Sed;DEFLATE', full() =~ s/\Q$TAG\E/<!--#include virtual="\/one.html" -->/r],
    'DEFLATE listed first' => ['include substitute sed deflate', "Options +Includes\nSubstitute 's|$MARK|$TAG|n'",
        'SetOutputFilter DEFLATE;INCLUDES;SUBSTITUTE', full() =~ s/\Q$TAG\E/<!--#include virtual="\/marked.html" -->/r],
);
my @modules = qw(include substitute sed filter lua buffer ratelimit env deflate brotli ext_filter proxy proxy_http proxy_html xml2enc headers
    cache cache_disk cache_socache alias);
my @have = grep { Test::Httpd->has_module($_) } @modules;
my %have = map { $_ => 1 } @have;
my $tag_for_sed = $TAG =~ s/&/\\&/gr;

my $conf = <<"CONF";
XPurpose On
<IfModule lua_module>
    LuaOutputFilter LUATAG "%DIR%/tag.lua" output_filter
</IfModule>
<IfModule ext_filter_module>
    ExtFilterDefine sedtag mode=output cmd="/bin/sh %DIR%/tag.sh"
</IfModule>
CONF

my %folder;
for my $name (sort keys %filter) {
    my ($needs, $settings, $chain, $page) = @{ $filter{$name} };
    my $missing = join ', ', map { "mod_$_" } grep { !$have{$_} } split / /, $needs;
    $missing ||= 'brotli' if $name eq 'BROTLI' && !$brotli;
    $folder{$name} = { path => '/' . lc($name =~ s/\W+/-/gr), missing => $missing, page => $page };
    $conf .= "<Location $folder{$name}{path}/>\n$settings\n$chain\n</Location>\n" unless $missing;
}

# mod_proxy_html writes the page anew, and here it is what makes a vendor's address of one of the site's own.
$conf .= <<'CONF' if $have{proxy_html};
<Location /proxy-html/>
    ProxyPass http://127.0.0.1:%PORT2%/
    ProxyHTMLEnable On
    ProxyHTMLExtended On
    ProxyHTMLLinks script src
    ProxyHTMLURLMap /inner/gtag https://www.googletagmanager.com/gtag/js
</Location>
<VirtualHost 127.0.0.1:%PORT2%>
    XPurpose Off
    DocumentRoot %DOCS%
</VirtualHost>
CONF

# Where an administrator puts CACHE by hand, pages are stored before they are stripped, and are stripped each time anew.
$conf .= <<'CONF' if $have{cache_disk};
CacheQuickHandler Off
CacheRoot %DIR%/cache
CacheHeader On
<Location /cache/>
    CacheEnable disk
    Header set Cache-Control max-age=600
</Location>
<Location /cache-by-hand/>
    CacheEnable disk
    SetOutputFilter CACHE;DEFLATE
    Header set Cache-Control max-age=600
</Location>
CONF

sub server {
    my ($where) = @_;
    my $httpd = Test::Httpd->new(ports => 2, xpurpose => $where eq 'first' ? 'first' : 1, conf => $conf, modules => \@have);
    $httpd->writable('cache');
    for my $f (grep { !$_->{missing} } values %folder) {
        $httpd->doc("$f->{path}/page.html", $f->{page});
    }
    $httpd->doc("$_/page.html", full()) for qw(cache cache-by-hand);
    $httpd->doc('tag.html', $TAG);
    $httpd->doc('one.html', '@@ONE@@');
    $httpd->doc('marked.html', $MARK);
    $httpd->doc('inner.html', full() =~ s{https://www.googletagmanager.com/gtag/js}{/inner/gtag}r);
    $httpd->_write('tag.sh', "exec sed 's,$MARK,$tag_for_sed,'\n");
    $httpd->_write('tag.lua', <<"LUA");
function output_filter(r)
    coroutine.yield()
    while bucket ~= nil do
        coroutine.yield((string.gsub(bucket, "$MARK", function() return [[$TAG]] end)))
    end
    coroutine.yield("")
end
LUA
    return $httpd->start;
}

sub content {
    my ($r) = @_;
    return unzip($r) if ($r->{headers}{'content-encoding'} || '') ne 'br';
    my $file = File::Temp->new;
    print {$file} $r->{content};
    close $file;
    return scalar `brotli -dc < @{[$file->filename]}`;
}

for my $where ('first', 'last') {
    my $httpd = server($where);

    for my $name (sort keys %folder) {
        subtest "$name, our module loaded $where" => sub {
            my $f = $folder{$name};
            plan skip_all => "$f->{missing} is not installed (make deps-all)" if $f->{missing};
            my $packs = $name =~ /(DEFLATE|BROTLI)/ ? { DEFLATE => 'gzip', BROTLI => 'br' }->{$1} : undef;
            for my $accept ([], ['Accept-Encoding' => $packs || 'gzip']) {
                my ($preview, $view) = map { $httpd->get("$f->{path}/page.html", @$_, @$accept) } [@PREVIEW], [];
                is kind(content($view)), 'full', 'a view is full';
                is kind(content($preview)), 'stripped', 'a preview is stripped of what was written in';
                is $preview->{headers}{'cache-control'}, 'private, no-store', 'not to be stored';
                like $preview->{headers}{vary}, qr/X-Purpose/, 'Vary';
                ok !exists $preview->{headers}{etag}, 'no ETag';
                is $preview->{headers}{'content-encoding'}, $packs, "packed as $packs" if $packs && @$accept;
                is $httpd->notes($preview)->{verdict}, 'stripped', 'and so it says';
            }
        };
    }

    subtest "proxy-html, our module loaded $where" => sub {
        plan skip_all => 'mod_proxy_html is not installed (make deps-all)' unless $have{proxy_html};
        my ($preview, $view) = map { $httpd->get('/proxy-html/inner.html', @$_) } [@PREVIEW], [];
        like $view->{content}, qr/googletagmanager.*facebook/s, 'a view has what it was given and what was mapped';
        unlike left($preview->{content}), qr/googletagmanager|facebook/, 'a preview has neither';
        like $preview->{content}, qr/<!--xpurpose: google-analytics-->.*Paragraph 40.*<!--xpurpose: meta-pixel-->/s, 'but all the rest';
        is $preview->{headers}{'cache-control'}, 'private, no-store', 'not to be stored';
    };

    subtest "CACHE, our module loaded $where" => sub {
        plan skip_all => 'mod_cache_disk is not installed' unless $have{cache_disk};
        for my $path ('/cache/page.html', '/cache-by-hand/page.html') {
            for my $round (1 .. 3) {
                is kind(content($httpd->get($path, @PREVIEW))), 'stripped', "$path: a preview is stripped" if $round != 2;
                my $view = $httpd->get($path);
                is kind(content($view)), 'full', "$path: a view is full";
                like $view->{headers}{'x-cache'} || '', $round == 1 ? qr/MISS|HIT/ : qr/HIT/, "$path: " . ($round == 1 ? 'stored' : 'from the cache');
            }
        }
        is_deeply [Test::Service->files_with($httpd->dir . '/cache', '<!--xpurpose: ')], [], 'no stripped page is stored';
    };
    $httpd->stop;
}

subtest 'PHP in httpd' => sub {
    plan skip_all => 'libphp is not installed (make deps-all)' unless $php_module;
    for my $where ('first', 'last') {
        my $httpd = Test::Httpd->new(mpm => 'prefork', xpurpose => $where eq 'first' ? 'first' : 1, modules => ["php=$php_module", 'deflate'],
            env => { PHP_INI_SCAN_DIR => '/nowhere' },    # opcache and AddressSanitizer exclude each other
            conf => "XPurpose On\nAddHandler application/x-httpd-php .php\n<Location /zipped/>\nSetOutputFilter DEFLATE\n</Location>\n");
        my $php = full() =~ s/\Q$TAG\E/<?php flush(); echo '$TAG'; flush(); ?>/r;
        $httpd->doc($_, $php) for qw(page.php zipped/page.php);
        $httpd->doc('env.php', '<?php echo "[", $_SERVER["XPURPOSE"] ?? "none", "]";');
        $httpd->start;
        for my $path ('/page.php', '/zipped/page.php') {
            my ($preview, $view) = map { $httpd->get($path, @$_, 'Accept-Encoding' => 'gzip') } [@PREVIEW], [];
            is left(unzip($preview)), clean() =~ s/<\/title>\n\n/<\/title>\n/r, "loaded $where, $path: a preview is stripped";
            like unzip($view), qr/googletagmanager.*facebook/s, "loaded $where, $path: a view is full";
        }
        is $httpd->get('/env.php', @PREVIEW)->{content}, '[preview]', 'PHP sees the class';
        is $httpd->get('/env.php')->{content}, '[none]', 'and none for a view';
        $httpd->stop;
    }
};
done_testing;
