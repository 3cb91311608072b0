#!/bin/sh
# The sources of HEAD as build/dist/mod_xpurpose-VERSION.tar.gz: the same bytes whenever and by whomever it is made, as far as
# git and gzip are the same. Nothing that is not committed gets in, VERSION's number neither. Prints the file's name.
# What has the tag of a release is refused while its packages name xpurpose.invalid, which stands for addresses that there are none of yet.
set -eu

cd "$(dirname "$0")/.."
version=$(git show HEAD:VERSION)
name=mod_xpurpose-$version
if [ "$(git tag --list --points-at HEAD "v$version")" ] && git grep -nE '//xpurpose\.invalid|^(Maintainer|Upstream-Contact):.*xpurpose\.invalid' \
        HEAD -- packaging/debian packaging/mod_xpurpose.spec >&2; then
    echo "$0: a release says where it comes from; see docs/releasing.md, \"Before the first\"" >&2
    exit 1
fi
mkdir -p build/dist
git -c tar.umask=0022 -c core.autocrlf=false archive --prefix="$name/" -o "build/dist/$name.tar" HEAD
gzip -9 -n -f "build/dist/$name.tar"
echo "build/dist/$name.tar.gz"
