#!/bin/sh
# The Debian packages, source and binary, in build/deb: from the source tarball of HEAD, as a packager would. The package's version is
# VERSION's: what is not released under its own number is not packaged.
set -eu

cd "$(dirname "$0")/.."
umask 022
fail() { echo "$0: $*" >&2; exit 1; }

command -v dpkg-buildpackage >/dev/null && command -v dh >/dev/null || fail "debhelper is not installed (make deps-all)"
tarball=$(sh packaging/dist.sh)
version=$(git show HEAD:VERSION)
top=build/deb/mod_xpurpose-$version

rm -rf build/deb
mkdir -p build/deb
tar -x -z -C build/deb -f "$tarball"
cp -r "$top/packaging/debian" "$top/debian"
source=$(dpkg-parsechangelog -l "$top/debian/changelog" -S Source)
packaged=$(dpkg-parsechangelog -l "$top/debian/changelog" -S Version)
[ "${packaged%-*}" = "$version" ] || fail "VERSION says $version, debian/changelog $packaged"
cp "$tarball" "build/deb/${source}_$version.orig.tar.gz"
(cd "$top" && env -u MAKEFLAGS -u MFLAGS dpkg-buildpackage --sanitize-env -us -uc)
ls build/deb/*.deb build/deb/*.dsc
