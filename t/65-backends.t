# The recipes of docs/backends.md for what runs in httpd or gets its environment: CGI, mod_perl, PHP, Django. Each application writes the
# analytics into its pages and counts views itself, by the lines that the document has.
use strict;
use warnings;
use Test::Application;
use Test::Httpd;
use Test::More;
use Test::Recipe;
use Test::Service;

my $recipes = Test::Recipe->new('docs/backends.md');
my $php_module = (glob '/usr/lib/apache2/modules/libphp*.so /usr/lib64/httpd/modules/libphp*.so')[0];
my $fpm = (glob '/usr/sbin/php-fpm*')[0];
my %lacks = (
    perl => Test::Httpd->has_module('perl') ? '' : 'mod_perl',
    php => $php_module ? '' : 'mod_php',
    fpm => $fpm && Test::Httpd->has_module('proxy_fcgi') ? '' : 'php-fpm',
    django => Test::Httpd->has_module('wsgi') && !system(q(/usr/bin/python3 -c 'import django' 2>/dev/null)) ? '' : 'mod_wsgi or Django',
);
my $itl = $recipes->lines('[env XPURPOSE]');
my $perl = $recipes->lines("subprocess_env('XPURPOSE')");
my $php = $recipes->lines('$preview = ($_SERVER');
my ($wordpress, $wordpress_template) = map { $recipes->lines($_) } "'DONOTCACHEPAGE'", 'if ( ! is_purpose_preview() )';
my $proxy_fcgi = $recipes->lines('SetHandler "proxy:unix');
my $wsgi = $recipes->lines('WSGIDaemonProcess');
my $middleware = $recipes->lines('patch_cache_control');
my $view = $recipes->lines('if not request.preview:');
my $log = $recipes->lines('CustomLog ');
my $template = $recipes->lines('{% if not request.preview %}');

# ---- The applications ----

my %conf = (
    perl => <<'CONF',
PerlRequire %DIR%/page.pl
<Location /perl>
    SetHandler modperl
    PerlResponseHandler Test::Page
</Location>
CONF
    php => <<'CONF',
<Location /php/>
    SetHandler application/x-httpd-php
</Location>
CONF
    fpm => "<Directory %DOCS%/fpm>\n$proxy_fcgi</Directory>\n" =~ s{/run/php/php-fpm\.sock}{%DIR%/fpm.sock}r,
    django => "WSGISocketPrefix %DIR%/wsgi\n" . ($wsgi =~ s{/srv/shop}{%DIR%/shop}gr =~ s{ / }{ /django }r),
);
my %module = (perl => ['perl'], php => [map { "php=$_" } grep { defined } $php_module], fpm => [qw(proxy proxy_fcgi)], django => ['wsgi']);
$lacks{wordpress} = $lacks{php};
my @have = grep { !$lacks{$_} } sort keys %conf;
my @modules = map { @{ $module{$_} } } @have;
my $applications = join "\n", $log =~ s{logs/}{%DIR%/views_}r, @conf{@have};
my $httpd = Test::Httpd->new(mpm => 'prefork', ports => 2, modules => ['cgi', @modules], conf => <<"CONF");
XPurpose On
<VirtualHost 127.0.0.1:%PORT2%>
    DocumentRoot %DOCS%
    XPurpose Off
</VirtualHost>
LogFormat "%{X-Test-Id}i %{XPURPOSE}e" combined
$applications
CONF
my $dir = $httpd->dir;
my $counted = $httpd->writable('counted');

$httpd->cgi('env.cgi', "#!/usr/bin/perl\nprint qq{Content-Type: text/plain\\n\\n}, map { qq{[env \$_]=\$ENV{\$_}\\n} } keys %ENV;\n");
$httpd->_write('page.pl', <<"PERL");
package Test::Page;
use strict;
use warnings;
use APR::Table ();
use Apache2::RequestIO ();
use Apache2::RequestRec ();
use Apache2::Const -compile => 'OK';

my \$analytics = '$TAG';
sub count_view { open my \$out, '>>', '$counted/perl'; print {\$out} '.'; return }

sub handler {
    my (\$r) = \@_;
    \$r->content_type('text/html');
    \$r->print('<!DOCTYPE html><title>Shop</title>');
    $perl
    \$r->print('class=', \$r->subprocess_env('XPURPOSE') // '', ' header=', \$r->headers_in->{'X-Purpose'} // '', ' ');
    return Apache2::Const::OK;
}
1;
PERL
my $tells = 'class=<?= $_SERVER["XPURPOSE"] ?? "" ?> header=<?= $_SERVER["HTTP_X_PURPOSE"] ?? "" ?> ';
for my $name (qw(php fpm)) {
    $httpd->doc("$name/page.php", "<?php function count_view() { file_put_contents('$counted/$name', '.', FILE_APPEND); } ?>$php$tells");
    $httpd->doc("$name/analytics.html", $TAG);
}
# WordPress includes what a site adds where variables are global, and templates in a function that makes variables of the query.
$httpd->doc('php/functions.php', "<?php\n$wordpress");
$httpd->doc('php/template.php', "<!DOCTYPE html><title>Shop</title>$wordpress_template$tells"
        . 'cached=<?= defined("DONOTCACHEPAGE") && DONOTCACHEPAGE ? "no" : "yes" ?>');
$httpd->doc('php/analytics.html', $TAG);
$httpd->doc('php/wordpress.php', <<"PHP");
<?php
require __DIR__ . '/functions.php';
if (!is_purpose_preview()) file_put_contents('$counted/wordpress', '.', FILE_APPEND);
function load_template(\$query) { extract(\$query + ['preview' => ''], EXTR_SKIP); require __DIR__ . '/template.php'; }
load_template(\$_GET);
PHP
my $pool = $lacks{fpm} || Test::Service->new(
    command => [$fpm, '-n', '-F', '-O', '-y', '%DIR%/fpm.conf'],
    files => { 'fpm.conf' => join "\n", "[global]\nerror_log = %DIR%/log", map({
            "[$_->[0]]\nlisten = $_->[1]\nlisten.mode = 0666\nuser = nobody\npm = static\npm.max_children = 1"
        } ['page', "$dir/fpm.sock"], ['ready', '127.0.0.1:%PORT%']), '' });
django_site() if !$lacks{django};
$httpd->start;

# A site in one file, with Django's cache round it.
sub django_site {
    $httpd->_write('shop/purpose.py', $middleware);
    $httpd->_write('shop/templates/analytics.html', $TAG);
    $httpd->_write('shop/templates/page.html', '<!DOCTYPE html><title>Shop</title>'
            . "$template class={{ request.META.XPURPOSE }} header={{ request.META.HTTP_X_PURPOSE }} ");
    $httpd->_write('shop/wsgi.py', <<"PYTHON");
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import cache_page

def count_view(request):
    with open("$counted/django", "a") as out:
        out.write(".")

def page(request):
@{[$view =~ s/^(?=.)/    /gmr]}
    return render(request, "page.html")

settings.configure(
    ALLOWED_HOSTS=["*"], SECRET_KEY="x", ROOT_URLCONF=__name__,
    CACHES={"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": "$counted/cache"}},
    MIDDLEWARE=["django.middleware.cache.UpdateCacheMiddleware", "purpose.middleware", "django.middleware.cache.FetchFromCacheMiddleware"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": ["$dir/shop/templates"],
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]}}])
urlpatterns = [path("page<int:n>", lambda request, n: page(request)), path("cached", cache_page(60)(page))]
application = get_wsgi_application()
PYTHON
    return;
}

# ---- What they see, and what they do ----

subtest 'Interchange, whose link program is a CGI program' => sub {
    my @names = $itl =~ /(\[env [A-Z_]+\])/g;
    my $header = '[env HTTP_X_PURPOSE]';
    is_deeply \@names, ['[env XPURPOSE]'], 'the page asks for one variable';
    for my $asked (asked()) {
        my %env = $httpd->get('/env.cgi', @{ $asked->{headers} })->{content} =~ /^(\[env \w+\])=(.*)$/mg;
        is $env{ $names[0] }, $asked->{class}, "$asked->{name}: the class";
        is $env{$header}, $asked->{header}, '... the header';
    }
    for my $names (forged()) {
        my %env = $httpd->get('/env.cgi', map { ($_ => 'preview') } @$names)->{content} =~ /^(\[env \w+\])=(.*)$/mg;
        is_deeply [@env{ $names[0], $header }], [undef, undef], "a view that says @$names has neither";
    }
};
subtest 'the access log' => sub {
    my %line;
    for my $asked (asked()) {
        my $r = $httpd->get('/env.cgi', @{ $asked->{headers} });
        $httpd->notes($r);    # now it is logged
        ($line{ $asked->{name} }) = $httpd->_slurp('views_access_log') =~ /^\Q$r->{id}\E (.*)$/m;
    }
    my %want = map { ($_->{name} => $_->{class} || '-') } asked();
    is_deeply \%line, { %want, 'a preview' => undef }, 'has all but previews';
};
my $n = 0;
my %path = (perl => '/perl', php => '/php/page.php', wordpress => '/php/wordpress.php', fpm => '/fpm/page.php', django => '/django/page%d');
for my $case (['mod_perl', 'perl'], ['mod_php', 'php'], ["WordPress's lines", 'wordpress'], ['php-fpm', 'fpm'], ['Django', 'django']) {
    my ($name, $key) = @$case;
    for my $port (1, 2) {
        subtest $port == 1 ? $name : "$name, where XPurpose is Off" => sub {
            plan skip_all => "$lacks{$key} is not installed (make deps-all)" if $lacks{$key};
            my $get = sub { $n++; $httpd->request('GET', $path{$key} =~ s/%d/$n/r, port => $port, headers => [@_]) };
            check_application($get, "$counted/$key", $port == 1);
            check_forged($get) if $port == 1;
        };
    }
}
subtest "WordPress's lines, and what a page cache would heed" => sub {
    plan skip_all => "$lacks{php} is not installed (make deps-all)" if $lacks{php};
    for my $asked (asked()) {
        my ($cached) = $httpd->get($path{wordpress}, @{ $asked->{headers} })->{content} =~ /cached=(\w+)/;
        is $cached, ($asked->{class} || '') eq 'preview' ? 'no' : 'yes', "$asked->{name} may be stored, or may not";
    }
    like $httpd->get("$path{wordpress}?preview=true")->{content}, qr/\Q$TAG\E.*cached=yes/s, 'a view that says ?preview is a view';
};
subtest 'Django, pages that it has stored' => sub {
    plan skip_all => "$lacks{django} is not installed (make deps-all)" if $lacks{django};
    my @asked = asked();
    my $get = sub { $httpd->get('/django/page0', @{ $_[0]{headers} })->{content} };
    my ($view, $preview) = @asked[0, 1];
    unlike $get->($preview), qr/googletagmanager/, 'a preview comes first';
    like $get->($view), qr/\Q$TAG\E/, '... and is not what a view gets';
    my $before = -s "$counted/django";
    like $get->($view), qr/\Q$TAG\E/, 'a view';
    is -s "$counted/django", $before, '... is given from the cache';
    like $get->($preview), qr/<!--xpurpose: google-analytics-->/, '... and so is a preview, which is stripped';
    is -s "$counted/django", $before, '... and does not count';
    unlike $httpd->get('/django/cached', @{ $preview->{headers} })->{content}, qr/googletagmanager/, 'within cache_page a preview';
    unlike $httpd->get('/django/cached')->{content}, qr/googletagmanager/, '... is what views get, as the document warns';
};

$httpd->stop;
$pool->stop if ref $pool;
done_testing;
