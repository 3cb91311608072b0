# Pages that lie there packed, and the ways in which sites send them by Accept-Encoding.
package Test::Packed;

use strict;
use warnings;
use Exporter 'import';
use File::Temp ();

our @EXPORT = qw($PACKED_RULES put_packed piped);

# Lines for a server's configuration, which needs rewrite, headers and env. Below /server/ a file is chosen if it is there, and AddEncoding
# says what it is; below /header/ mod_headers does.
our $PACKED_RULES = <<'CONF';
RewriteEngine On
RewriteCond %{HTTP:Accept-Encoding} br
RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}.br -f
RewriteRule ^/server/(.*)\.html$ /server/$1.html.br [PT,T=text/html,E=no-gzip:1,E=no-brotli:1]
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}.gz -f
RewriteRule ^/server/(.*)\.html$ /server/$1.html.gz [PT,T=text/html,E=no-gzip:1]
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteRule ^/header/(.*)\.html$ /header/$1.html.gz [PT,T=text/html,E=no-gzip:1,E=packed:1]
<Location /header/>
    RemoveEncoding .gz
    ForceType text/html
    Header set Content-Encoding gzip env=packed
    Header append Vary Accept-Encoding
</Location>
<Directory %DOCS%/header>
    RemoveEncoding .gz
    Options -MultiViews
</Directory>
CONF

# Puts there what two other ways take, in folders of the server's: htaccess/ and always/, which does not ask what is accepted, and a type map,
# map/page.var. What br is like where nothing can pack it does not matter.
sub put_packed {
    my ($httpd, $gzip, $br) = @_;
    my $rule = "RewriteRule ^(.*)\\.html\$ \$1.html.gz [T=text/html,E=no-gzip:1]\n";
    $httpd->doc('htaccess/.htaccess', "RewriteEngine On\nRewriteCond %{HTTP:Accept-Encoding} gzip\n$rule");
    $httpd->doc('always/.htaccess', "RewriteEngine On\n$rule");
    $httpd->doc('map/page.var', join "\n", map { "URI: page.html.$_->[0]\nContent-Type: text/html\nContent-Encoding: $_->[1]\n" } ['gz', 'gzip'], ['br', 'br']);
    $httpd->doc('map/page.html.gz', $gzip);
    $httpd->doc('map/page.html.br', $br || 'x');
    return;
}

# What a program makes of a text.
sub piped {
    my ($command, $text) = @_;
    my $file = File::Temp->new;
    print {$file} $text;
    close $file;
    return scalar `$command < @{[$file->filename]}`;
}

1;
