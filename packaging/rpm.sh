#!/bin/sh
# Builds source and binary RPMs of HEAD into build/rpm/SRPMS and build/rpm/RPMS: rpm.sh [rpmbuild's options], such as --without check.
# On Fedora and RHEL httpd-devel's macros count, and what BuildRequires names has to be there; where they are not known,
# packaging/rpm.macros stands for them. Two builds of a commit hold the same bytes: their time is the changelog's.
set -eu

cd "$(dirname "$0")/.."
command -v rpmbuild >/dev/null || { echo "rpmbuild is not installed (make deps-all)" >&2; exit 1; }
[ -e /etc/redhat-release ] || [ "$(rpm --eval '%{?_httpd_mmn}')" ] || set -- --load=packaging/rpm.macros --nodeps "$@"

version=$(git show HEAD:VERSION)
said=$(git show HEAD:packaging/mod_xpurpose.spec | sed -n 's/^Version: *//p')
[ "$said" = "$version" ] || { echo "packaging/mod_xpurpose.spec says $said, VERSION says $version" >&2; exit 1; }

umask 022
tarball=$(sh packaging/dist.sh)
rm -rf build/rpm
env -u XP_OUT -u MAKEFLAGS rpmbuild --define "_topdir $PWD/build/rpm" \
    --define 'source_date_epoch_from_changelog 1' --define 'use_source_date_epoch_as_buildtime 1' \
    --define 'clamp_mtime_to_source_date_epoch 1' --define '_buildhost localhost' "$@" -ta "$tarball"
find build/rpm -name '*.rpm' | sort
