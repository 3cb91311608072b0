# Saved pages and evaluation tools that lie beside the project, in ../shared (or XP_SHARED), and are no part of it: their
# licences let them be measured with, not passed on. A test that needs them says SKIP where they are absent.
package Test::Shared;

use strict;
use warnings;
use File::Copy 'copy';
use File::Path 'make_path';
use Test::Httpd;
use Test::More;

our $SHARED = $ENV{XP_SHARED} || "$Test::Httpd::ROOT/../shared";
my $MODULES = $ENV{XP_NODE_MODULES} || "$Test::Httpd::ROOT/build/node_modules";
my $BENCH = "$Test::Httpd::OUT/build/eval";

# Ends the test file with SKIP unless everything that is named is there.
sub needs {
    my (@paths) = @_;
    plan skip_all => 'node is not installed (make deps-all)' unless `node --version 2>/dev/null`;
    plan skip_all => 'parse5 is not installed (make deps-all)' unless -d "$MODULES/parse5";
    for (@paths) {
        plan skip_all => "../shared/$_ is not here" unless -e "$SHARED/$_";
    }
    return;
}

# Another test may do the same, so the name is there all the time.
sub _link {
    my ($from, $name) = @_;
    symlink $from, "$name.$$" or die "$name: $!\n";
    rename "$name.$$", $name or die "$name: $!\n";
    return;
}

# Runs a tool and returns what it prints. Node looks for parse5 from where the tool is, so it runs from a folder of ours.
sub run {
    my ($tool, @args) = @_;
    make_path("$BENCH/tools");
    copy("$SHARED/tools/$tool", "$BENCH/tools/$tool") or die "$tool: $!\n";
    _link("$SHARED/html5lib-tests", "$BENCH/html5lib-tests");
    _link($MODULES, "$BENCH/node_modules");
    open my $out, '-|', 'node', "$BENCH/tools/$tool", @args or die "node: $!\n";
    local $/;
    my $printed = <$out>;
    close $out or die "$tool failed:\n$printed";
    return $printed;
}

# A server that serves whatever is put into its folder as text/html: ($httpd, $folder). The pages must be copied there, because
# the project and what lies beside it may be where the server's account cannot look.
sub server {
    my ($conf) = @_;
    my $httpd = Test::Httpd->new(conf => ($conf || '') . <<'CONF')->start;
XPurpose On
<Directory "%DOCS%">
    ForceType text/html
</Directory>
CONF
    return ($httpd, $httpd->dir . '/docs');
}

# What is kept of a run: `make eval` names the file.
sub results { return "$BENCH/$_[0]" }

1;
