#!/bin/sh
# The Debian packages as packagers and administrators meet them: try-deb.sh [suite ...], by default in bookworm and in trixie. They
# are built in a machine that has what control says and nothing else, twice, to the same bytes; and installed, switched on, upgraded,
# removed and purged on others, in a network of their own, so that apache2 has its port and starts when Debian starts it.
# ONLY=packages or ONLY=stories does one half; the stories are then those of packages that were built before. On this machine it takes
# root, mmdebstrap, git, ip and curl.
set -eu

package=libapache2-mod-xpurpose
page=/var/www/html/page.html
url=http://127.0.0.1/page.html

# ---- Building ----------------------------------------------------------------------------------------------------------------

# built_by USER FOLDER UMASK COMMAND: `make deb` there, by that account (empty: root). Leaves where the packages are in $built.
built_by()
{
    user=$1 at=$2 umask=$3
    git clone -q --no-hardlinks . "$top$at"
    chroot "$top" chown -R "${user:-root}:" "$at"
    timed "$4"
    built=$top$at/build/deb
}

# The first as a user, in trixie with the tests. The second as root, elsewhere, a year later, in another language and time zone, with
# one processor.
build()
{
    settings='DEBIAN_FRONTEND=noninteractive' user='' at=/ umask=022
    make_machine
    chroot "$top" useradd -m user
    mkdir -p "$top/packaging"
    cp -r packaging/debian "$top/packaging"
    timed 'apt-get update -q'
    timed 'apt-get build-dep -q -y --no-install-recommends /packaging'
    timed 'apt-get install -q -y --no-install-recommends faketime'
    settings='HOME=/home/user'
    if [ "$suite" = trixie ]; then
        built_by user /home/user/mod_xpurpose 022 'make deb'
        grep -q '^t/20-filter\.t .*ok$' "$log" || fail "the build did not test what it built"
    else
        built_by user /home/user/mod_xpurpose 022 'DEB_BUILD_OPTIONS=nocheck make deb'
    fi
    mkdir -p "build/try-deb/$suite"
    rm -f "build/try-deb/$suite"/*
    cp "$built"/*.deb "$built"/*.dsc "$built"/*.tar.* "$built"/*.changes "$built"/*.buildinfo "build/try-deb/$suite"
    settings='TZ=Asia/Tokyo LC_ALL=C LANGUAGE=de'
    built_by '' /srv/elsewhere/and/deeper/xp 077 'DEB_BUILD_OPTIONS="nocheck parallel=1" faketime -f +400d make deb'
    for one in "build/try-deb/$suite"/*.deb "build/try-deb/$suite"/*.dsc "build/try-deb/$suite"/*.tar.*; do
        cmp "$one" "$built/${one##*/}" || fail "${one##*/} is not the same whoever builds it, where and when"
    done
}

# Of trixie only: what is current for one release of Debian is not for both.
judge()
{
    settings='DEBIAN_FRONTEND=noninteractive' user='' at=/home/user/mod_xpurpose/build/deb
    [ "$suite" = trixie ] || return 0
    timed 'apt-get install -q -y --no-install-recommends lintian'
    user=user
    timed 'lintian --info --pedantic --display-info --fail-on error,warning,info,pedantic *.changes'
}

# ---- Installing ----------------------------------------------------------------------------------------------------------------

# A machine for every story, from one that has downloaded what they install.
prepare()
{
    settings='DEBIAN_FRONTEND=noninteractive' user='' at=/ umask=022
    make_machine
    cp "build/try-deb/$suite/${package}"_*.deb "$top"
    later
    timed 'apt-get update -q'
    timed "apt-get install -q -y --download-only /${package}_*.deb apache2 curl prometheus"
}

# The next version, with a changed conf file.
later()
{
    dpkg-deb -R "$top/$package"_*.deb "$top/next"
    sed -i "s/^Version: .*/Version: 99.0-1/" "$top/next/DEBIAN/control"
    echo '# A line of the next version.' >>"$top/next/etc/apache2/mods-available/xpurpose.conf"
    dpkg-deb -b "$top/next" "$top/next.deb" >/dev/null
    rm -r "$top/next"
}


# story NAME: on a machine like the one that is prepared, which goes with the story. Its network is itself.
story()
{
    began=$(date +%s)
    unshare --mount --pid --net --fork --kill-child --mount-proc sh packaging/try-deb.sh --story "$suite" "$1"
    echo "$suite: $1: $(($(date +%s) - began)) s"
}

begin()
{
    prepared=build/try-deb/$suite.machine settings='DEBIAN_FRONTEND=noninteractive' user='' at=/ umask=022
    ip link set lo up
    mkdir -p "$top"
    mount -t tmpfs -o mode=755 story "$top"
    tar -c --one-file-system -C "$prepared" . | tar -x -C "$top"
    mount -t proc proc "$top/proc"
    printf '#!/bin/sh\nexit 0\n' >"$top/usr/sbin/policy-rc.d" # there is no init, and yet services are to start
    chmod 755 "$top/usr/sbin/policy-rc.d"
    mkdir -p "$top${page%/*}"
    echo '<title>A page</title><script src="https://www.google-analytics.com/ga.js"></script><p>Text' >"$top$page"
}

# fetch [HEADER]
fetch() { curl -fsS --noproxy '*' --retry 20 --retry-delay 1 --retry-connrefused ${1:+-H "$1"} "$url"; }

# In force: a preview is stripped, and a view is not.
in_force()
{
    fetch | cmp -s - "$top$page" || fail "a view is not what the page is"
    fetch 'X-Purpose: preview' >"$top.preview"
    { grep -q '<title>A page</title><!--xpurpose: google-analytics-->.*<p>Text' "$top.preview" && ! grep -q ga.js "$top.preview"; } ||
        fail "a preview is not stripped: $(cat "$top.preview")"
}

not_in_force() { fetch 'X-Purpose: preview' | cmp -s - "$top$page" || fail "a preview is not what the page is"; }

started() { cat "$top/run/apache2/apache2.pid"; }
loaded() { fetch >/dev/null && grep -q mod_xpurpose "/proc/$(started)/maps"; }

enabled()
{
    run 'a2query -m xpurpose'
    run 'apachectl configtest'
    run 'apachectl -M | grep xpurpose_module'
    loaded || fail "the module is enabled, and the server runs without it"
}

not_enabled()
{
    run '! a2query -m xpurpose'
    run '! ls /etc/apache2/mods-enabled/xpurpose.*'
    run 'apachectl configtest'
    run '! apachectl -M | grep xpurpose_module'
    ! loaded || fail "the module is not enabled, and the server runs with it"
}

switch_on()
{
    run 'sed -i "s/^    # XPurpose Off$/    XPurpose On/" /etc/apache2/mods-available/xpurpose.conf'
    run 'service apache2 restart'
}

# Every file, and what is in those that are configuration or state. What apt and dpkg remember of the past is theirs, and so are the
# empty folders in which a2enmod keeps who switched what.
files()
{
    chroot "$top" find / \( -path /proc -o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache -o -path /var/log -o \
        -path /tmp \) -prune -o -print |
        grep -vE '^/var/lib/apache2/module/[a-z]+_by_[a-z]+$' | sort
    chroot "$top" find /etc /var/lib/apache2 -type f -exec md5sum {} + | grep -v ' /etc/ld.so.cache' | sort
    on_it dpkg-query -W
}

# apache2 is there. The package's whole life.
life()
{
    run 'apt-get install -q -y apache2'
    fetch >/dev/null
    files >"$top.before"
    run "apt-get install -q -y /${package}_*.deb"
    enabled
    not_in_force
    switch_on
    in_force
    run "dpkg --verify $package | (! grep -vE '^\?\?5\?+ c /etc/apache2/mods-available/xpurpose.conf$')" # that has changed, and no more
    run "xpurpose-explain $page"
    run 'a2dismod xpurpose && service apache2 restart'
    not_enabled
    not_in_force
    run 'a2enmod xpurpose && service apache2 restart'
    in_force
    cp "$top/etc/apache2/mods-available/xpurpose.conf" "$top.conf"
    first=$(started)
    run 'apt-get install -q -y -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold /next.deb'
    run "dpkg-query -W $package | grep -w 99.0-1"
    cmp "$top/etc/apache2/mods-available/xpurpose.conf" "$top.conf" || fail "the administrator's change is lost"
    run 'grep "A line of the next version" /etc/apache2/mods-available/xpurpose.conf.dpkg-dist'
    [ "$(started)" != "$first" ] || fail "the server runs the version before"
    enabled
    in_force
    run "apt-get remove -q -y $package"
    not_enabled
    not_in_force
    run 'test -f /etc/apache2/mods-available/xpurpose.conf'
    run "apt-get purge -q -y $package"
    not_in_force
    files >"$top.after"
    diff "$top.before" "$top.after" || fail "purge leaves something"
}

# apache2 comes later. What its administrator disables then stays disabled when it is installed anew, and over an upgrade of ours.
early()
{
    run "apt-get install -q -y --no-install-recommends /${package}_*.deb"
    run '! test -e /usr/sbin/a2enmod'
    run 'apt-get install -q -y apache2'
    enabled
    switch_on
    in_force
    run 'a2dismod xpurpose'
    run 'apt-get install -q -y --reinstall apache2'
    not_enabled
    not_in_force
    run 'apt-get install -q -y -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold /next.deb'
    run "dpkg-query -W $package | grep -w 99.0-1"
    not_enabled
    not_in_force
}

# It comes along, and the package's own tests find it good. autopkgtest itself would want half a build's packages here.
together()
{
    run "apt-get install -q -y /${package}_*.deb"
    enabled
    run "apt-get install -q -y $(sed -n 's/^Depends: @, //p' packaging/debian/tests/control | tr -d ,)"
    cp -r packaging/debian/tests "$top"
    for test in $(sed -n 's/^Tests: //p' packaging/debian/tests/control); do
        run "mkdir /tmp/$test && AUTOPKGTEST_TMP=/tmp/$test sh /tests/$test"
    done
}

# From an installed package to a graph by what docs/monitoring.md says, line for line. Its last lines, which ask for a page and for the graph, are
# repeated until there is something to draw.
watched()
{
    echo '127.0.0.1 localhost' >"$top/etc/hosts" # which an installer writes, and no name server can be asked
    run "apt-get install -q -y /${package}_*.deb apache2 curl"
    switch_on
    sed -n '/^## From a package to a graph/,/^## What to scrape/s/^    //p' docs/monitoring.md >"$top/commands"
    sed '/^curl/,$d' "$top/commands" >"$top/set-up"
    sed -n '/^curl/,$p' "$top/commands" >"$top/look"
    grep -q 'service prometheus restart' "$top/set-up" && grep -q query_range "$top/look" || fail "docs/monitoring.md has other commands"
    run 'sh -eu /set-up'
    for second in $(seq 90); do
        on_it sh /look >"$top.graph" 2>>"$log" || :
        ! grep -o '"class":"preview"},"values":[^}]*' "$top.graph" | grep -q '"0\.[0-9]*[1-9]' || return 0
        sleep 1
    done
    fail "there is nothing to draw: $(cat "$top.graph")"
}

cd "$(dirname "$0")/.."
. packaging/machine.sh
case "${1:-}" in
    --story)
        suite=$2 top=build/try-deb/$2.story log=build/try-deb/$2.log
        begin
        "$3"
        exit ;;
    --inside)
        suite=$2 top=build/try-deb/$2.machine log=build/try-deb/$2.log
        if [ "$3" = packages ]; then
            : >"$log"
            build
            judge
        else
            prepare
            for one in life early together watched; do
                story "$one"
            done
        fi
        exit ;;
esac
[ $# -gt 0 ] || set -- bookworm trixie
mkdir -p build/try-deb
for suite in "$@"; do
    needs ip curl
    for half in ${ONLY:-packages stories}; do
        on_machines packaging/try-deb.sh "$suite" "$half"
    done
done
