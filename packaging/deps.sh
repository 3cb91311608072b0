#!/bin/sh
# Installs what building and testing needs, and with "all" what the optional tests and measurements need too. It looks for
# things, not for packages, so that a self-built httpd counts; it says what it runs, and is silent when nothing is missing.
# On Debian it takes apache2-bin, which brings httpd and its modules but, unlike apache2, starts no service.
set -eu

PATH=$PATH:/usr/sbin:/usr/local/apache2/bin
JS=$(dirname "$0")/../t/js
BUILD=$(dirname "$0")/../build
missing=

if command -v apt-get >/dev/null; then
    system=debian
elif command -v dnf >/dev/null; then
    system=fedora
else
    system=other
fi

# need CHECK DEBIAN FEDORA: if the command CHECK fails, the packages are missing ("-": there is none).
need()
{
    sh -c "$1" >/dev/null 2>&1 && return
    case $system in
        debian) set -- "$1" "$2" ;;
        fedora) set -- "$1" "$3" ;;
        other) set -- "$1" "($1)" ;;
    esac
    [ "$2" = - ] || missing="$missing $2"
}

run()
{
    [ "$(id -u)" = 0 ] || set -- sudo "$@"
    echo "+ $*"
    "$@"
}

install_missing()
{
    case $system in
        debian)
            # The lists may never have been fetched, or be so old that they name packages that are gone.
            run env DEBIAN_FRONTEND=noninteractive apt-get update -q -o Acquire::Retries=5
            run env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -q -o Acquire::Retries=5 --no-install-recommends $missing ;;
        fedora)
            run dnf install -y --setopt=install_weak_deps=False --setopt=strict=False $missing ;;
        other)
            echo "No apt-get or dnf here. Please install what these checks look for:$missing" >&2
            exit 1 ;;
    esac
}

has() { echo "command -v $1"; }
compiles() { echo "echo '$1' | cc $2 -x c - -o /dev/null"; }
httpd='test -f "$(apxs -q SBINDIR)/$(apxs -q PROGNAME)"'
module() { echo "ls \"\$(apxs -q LIBEXECDIR)\"/$1"; }

need "$(has make)" make make
need "$(compiles '#include <stdio.h>
int main(void) { return 0; }' '')" 'gcc libc6-dev' gcc
need "$(compiles 'int main(void) { return 0; }' -fsanitize=address,undefined)" gcc 'libasan libubsan'
need "$(has apxs)" apache2-dev 'httpd-devel apr-devel apr-util-devel redhat-rpm-config'
need "$httpd" apache2-bin httpd
need 'prove --version && perl -MTest::More -MTime::HiRes -e 1' perl perl
need "$(has curl)" curl curl
need "$(has diff)" diffutils diffutils
need "$(has install)" coreutils coreutils
need "$(has nm)" binutils binutils

if [ "${1:-}" = all ]; then
    need "$(has clang)" clang clang
    need 'echo "int LLVMFuzzerTestOneInput(const char *p, unsigned long n) { return p[n - 1]; }" | clang -fsanitize=fuzzer -x c - -o /dev/null' \
         libclang-rt-dev compiler-rt
    need "$(has clang-format)" clang-format clang-tools-extra
    need "$(has valgrind)" valgrind valgrind
    need "$(has mmdebstrap)" mmdebstrap -
    need "$(has ip)" iproute2 iproute
    need "$(has dh)" debhelper -
    need "$(has uscan)" devscripts -
    need "$(has mandoc)" mandoc mandoc
    need "$(has man)" man-db man-db
    need "$(has rpmbuild)" rpm rpm-build
    need "$(has rpmlint)" rpmlint rpmlint
    need "$(has bzip2)" bzip2 bzip2
    need "$(has ab)" apache2-utils httpd-tools
    need "$(has node)" nodejs nodejs
    need "$(has npm)" npm npm
    need "$(has nginx)" nginx-light nginx
    need "$(has varnishd)" varnish varnish
    need "$(has haproxy)" haproxy haproxy
    need "$(has chromium) || $(has chromium-browser)" chromium chromium
    need "$(has nghttp)" nghttp2-client nghttp2
    need "$(has openssl)" openssl openssl
    need "$(has brotli)" brotli brotli
    need "$(has zstd)" zstd zstd
    need "$(has gzip)" gzip gzip
    need 'test -f /usr/share/javascript/prototype/prototype.js' libjs-prototype -
    need 'test -f /usr/share/javascript/mootools/mootools-core-nc.js' libjs-mootools -
    need "$(has python3)" python3 python3
    need "$(has script)" bsdutils 'util-linux util-linux-script'
    need "$(has checkmodule)" checkpolicy checkpolicy
    need "$(has semodule_package)" semodule-utils policycoreutils
    need "$(has semodule)" policycoreutils policycoreutils
    need "$(has semanage)" policycoreutils-python-utils policycoreutils-python-utils
    need "$(has audit2allow)" policycoreutils-python-utils policycoreutils-python-utils
    need "$(has sesearch)" setools setools-console
    need "$(has matchpathcon)" selinux-utils libselinux-utils
    need 'ls /etc/selinux/*/policy/policy.*' selinux-policy-default selinux-policy-targeted
    need 'test -f /usr/share/selinux/devel/Makefile' selinux-policy-dev selinux-policy-devel
    need "$(has promtool)" prometheus golang-github-prometheus
    need "/usr/bin/python3 -c 'import prometheus_client'" python3-prometheus-client python3-prometheus_client
    need "$(has php-cgi)" php-cgi php-cgi
    need "$(module 'libphp*.so')" libapache2-mod-php php
    need "$(module 'mod_wsgi*.so*')" libapache2-mod-wsgi-py3 python3-mod_wsgi
    need "$(module mod_perl.so)" libapache2-mod-perl2 mod_perl
    need 'ls /usr/sbin/php-fpm*' php-fpm php-fpm
    need "/usr/bin/python3 -c 'import django'" python3-django python3-django
    need "ruby -e 'require \"sinatra/base\"'" ruby-sinatra rubygem-sinatra
    need "ruby -e 'require \"action_controller/railtie\"'" ruby-railties rubygem-railties
    need "$(has puma)" puma rubygem-puma
    need "$(has mitmdump)" mitmproxy mitmproxy
    need "$(module mod_fcgid.so)" libapache2-mod-fcgid mod_fcgid
    need "$(module mod_xsendfile.so)" libapache2-mod-xsendfile mod_xsendfile
    need "$(module mod_http2.so)" apache2-bin mod_http2
    need "$(module mod_lua.so)" apache2-bin mod_lua
    need "$(module mod_proxy_html.so)" apache2-bin mod_proxy_html
fi

[ -z "$missing" ] || install_missing

# The independent parsers, of HTML and of JavaScript, and the libraries that t/86-libraries.t builds pages of. Their versions are pinned
# by the lock file; where they come from is npm's own setting. React is there twice, and a bundler that it wants beside it is not used:
# peers are no concern of npm's here.
if [ "${1:-}" = all ] && ! cmp -s "$JS/package-lock.json" "$BUILD/package-lock.json"; then
    mkdir -p "$BUILD"
    echo "+ npm ci (in build/)"
    cp "$JS/package.json" "$BUILD"
    cp "$JS/package-lock.json" "$BUILD/package-lock.json"
    (cd "$BUILD" && npm ci --fetch-retries=5 --no-audit --no-fund --ignore-scripts --legacy-peer-deps) || { rm -f "$BUILD/package-lock.json"; exit 1; }
fi
