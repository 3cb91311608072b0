# The recipes of docs/backends.md for applications that are reached by HTTP: the header that hands them the class, which no client can
# forge, and what Rails, Sinatra and Node do with it.
use strict;
use warnings;
use Test::Application;
use Test::Httpd;
use Test::More;
use Test::Preview;
use Test::Recipe;
use Test::Service;

my $recipes = Test::Recipe->new('docs/backends.md');
my ($header, $early, $proxy) = map { $recipes->lines($_) } 'RequestHeader set   XPurpose', 'RequestHeader set XPurpose', 'ProxyPass ';
my $node = Test::Service->program('node');
my $puma = Test::Service->program('puma');
my $has_gem = sub { return $puma && system("ruby -e 'require \"$_[0]\"' 2>/dev/null") == 0 };
my %lacks = (
    node => $node ? '' : 'node',
    sinatra => $has_gem->('sinatra/base') ? '' : 'puma or Sinatra',
    rails => $has_gem->('action_controller/railtie') ? '' : 'puma or Rails',
);
my $tells = 'class=#{request.env["HTTP_XPURPOSE"]} header=#{request.env["HTTP_X_PURPOSE"]} ';

# ---- The applications ----

sub node_site {
    my $server = $recipes->lines('http.createServer') =~ s/3000/%PORT%/r;
    return (command => [$node, '%DIR%/site.js'], files => { 'site.js' => <<"JS" });
const http = require('http');
let views = 0, request;
const createServer = http.createServer;
const analytics = '$TAG';
const countView = () => require('fs').appendFileSync('%DIR%/counted', '.');
const page = (head) => `<!DOCTYPE html><title>Shop</title>\${head}class=\${request.headers.xpurpose || ''} ` +
    `header=\${request.headers['x-purpose'] || ''} <pre>\${JSON.stringify(request.rawHeaders)}</pre>`;
http.createServer = (answer) => createServer((req, res) => { request = req; answer(req, res); });
$server
JS
}

my @PUMA = ($puma, '-q', '-e', 'production', '-t', '1:1', '-b', 'tcp://127.0.0.1:%PORT%', '%DIR%/config.ru');
my $count_view = 'def count_view; File.write("%DIR%/counted", ".", mode: "a"); end';

sub sinatra_site {
    my ($site, $view) = map { $recipes->lines($_) } 'helpers do', '<%= erb :analytics';
    return (command => \@PUMA, folders => ['views'], env => { APP_ENV => 'production' }, files => {
        'config.ru' => "require 'sinatra'\nset :views, '%DIR%/views'\nhelpers do\n$count_view\nend\n$site\nrun Sinatra::Application\n",
        'views/page.erb' => $view . ($tells =~ s/#\{(.*?)\}/<%= $1 %>/gr),
        'views/analytics.erb' => $TAG });
}

sub rails_site {
    my ($controller, $action) = map { $recipes->lines($_) } 'ApplicationController', 'count_view unless @preview';
    my $layout = $recipes->lines('render "analytics"');
    return (command => \@PUMA, folders => ['views/pages', 'views/layouts', 'views/application'], files => {
        'views/layouts/application.html.erb' => "<!DOCTYPE html><title>Shop</title>\n$layout<%= yield %>",
        'views/application/_analytics.html.erb' => $TAG,
        'views/pages/show.html.erb' => $tells =~ s/#\{(.*?)\}/<%= $1 %>/gr,
        'config.ru' => <<"RUBY" });
require 'logger'
require 'action_controller/railtie'
class Site < Rails::Application
  config.root = '%DIR%'
  config.eager_load = false
  config.secret_key_base = 'x'
  config.logger = Logger.new(nil)
  routes.append { root to: 'pages#show' }
end
$controller
class PagesController < ApplicationController
  prepend_view_path '%DIR%/views'
  $count_view
  def show
    $action
  end
end
Site.initialize!
run Site
RUBY
}

my %site = (node => \&node_site, sinatra => \&sinatra_site, rails => \&rails_site);
my @have = grep { !$lacks{$_} } sort keys %site;
my %server = map { $_ => Test::Service->new($site{$_}->()) } @have;
my $n = 1;
my $httpd = Test::Httpd->new(ports => 1 + @have, modules => [qw(headers proxy proxy_http)], conf => join "\n", "XPurpose On\n$header",
    map { $n++; "<VirtualHost 127.0.0.1:%PORT$n%>\n" . ($proxy =~ s/3000/$server{$_}->port/ger) . '</VirtualHost>' } @have)->start;

# ---- What they see, and what they do ----

my %port = map { $have[$_] => $_ + 2 } 0 .. $#have;
for my $case (['Node', 'node'], ['Sinatra', 'sinatra'], ['Rails', 'rails']) {
    my ($name, $key) = @$case;
    subtest $name => sub {
        plan skip_all => "$lacks{$key} is not installed (make deps-all)" if $lacks{$key};
        my $get = sub { $httpd->request('GET', '/', port => $port{$key}, headers => [@_]) };
        check_application($get, $server{$key}->dir . '/counted', 1);
        my ($view, $preview) = map { $server{$key}->get('/', @$_)->{headers}{'cache-control'} || '' } [], [XPURPOSE => 'preview'];
        is $preview, 'private, no-store', 'what stands between it and httpd is told not to store what is made for a preview';
        unlike $view, qr/no-store/, '... and may store what is made for a view';
        check_forged($get);
    };
}

SKIP: {
    skip "node is not installed (make deps-all)", 1 if $lacks{node};
    my $get = sub { $httpd->request('GET', '/', port => $port{node}, headers => [@_]) };
    my @came = map { lc } $get->(XPURPOSE => 'agent', @PREVIEW, Xpurpose => 'prefetch')->{content} =~ /"(xpurpose","[^"]*)"/gi;
    is_deeply \@came, ['xpurpose","preview'], 'a preview has it once, as httpd says';
    unlike $get->(XPURPOSE => 'preview')->{content}, qr/xpurpose/i, '... and a view has none';
    my $r = $get->(@PREVIEW, Connection => 'XPurpose');
    like $r->{content}, qr/class= header=preview /, 'a client can have it taken off';
    like $r->{content}, qr/<!--xpurpose: google-analytics-->/, '... and gets a stripped page all the same';

    my $other = Test::Httpd->new(modules => [qw(headers proxy proxy_http)],
        conf => $early . $proxy =~ s/3000/$server{node}->port/ger)->start;
    for my $asked (asked()) {
        my $class = $asked->{class} || '';
        like $other->get('/', @{ $asked->{headers} })->{content}, qr/class=$class /, "$asked->{name}: early, and where XPurpose is off";
    }
    like $other->get('/', XPurpose => 'preview')->{content}, qr/class= .*"XPurpose",""/i, '... and empty for a view';
    $other->stop;

    my $nowhere = Test::Httpd->new(modules => [qw(headers proxy proxy_http)],
        conf => "<Location />\n$header</Location>\n" . $proxy =~ s/3000/$server{node}->port/ger)->start;
    like $nowhere->get('/', XPurpose => 'preview')->{content}, qr/class=preview /, 'in a Location a client can forge it, as the document warns';
    $nowhere->stop;
}

$httpd->stop;
$_->stop for values %server;
done_testing;
