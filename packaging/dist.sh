#!/bin/sh
# The sources of HEAD as build/dist/mod_xpurpose-VERSION.tar.gz: the same bytes whenever and by whomever it is made, as far as
# git and gzip are the same. Nothing that is not committed gets in, VERSION's number neither. Prints the file's name.
set -eu

cd "$(dirname "$0")/.."
version=$(git show HEAD:VERSION)
name=mod_xpurpose-$version
mkdir -p build/dist
git -c tar.umask=0022 -c core.autocrlf=false archive --prefix="$name/" -o "build/dist/$name.tar" HEAD
gzip -9 -n -f "build/dist/$name.tar"
echo "build/dist/$name.tar.gz"
