#!/bin/sh
# README's two commands, `make deps demo` and `make deps test`, on machines that have git and make and nothing else, from a
# clone of HEAD: fresh.sh [suite ...], by default Debian's bookworm, as a user with sudo, and trixie, as root with a umask and a
# TMPDIR that keep others out and without HOME.
#
# A machine is a chroot in memory that mmdebstrap makes from the archives that this machine's apt knows, in namespaces of its
# own. With their first process go all others and all mounts, and it goes with this shell, whatever ends that. It takes root.
set -eu

fail() { echo "$suite: $*" >&2; exit 1; }

# Debian's archives as they are known here, with the other suite where ours is: sources.list's lines.
sources()
{
    ours=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
        sed -n "s|^\([^ ]*\) $ours\([^ ]*\) \(.*\)|deb \1 $suite\2 \3|p" | sort -u
}

# Makes $tar, unless it is there and younger than a week.
bootstrap()
{
    [ -z "$(find "$tar" -newer packaging/fresh.sh -mtime -7 2>/dev/null)" ] || return 0
    [ -n "$(sources)" ] || apt-get update -q -o Acquire::Retries=5
    sources >"$top/sources"
    apt-config dump | grep -E '^Acquire::(https?::|Check-)' >"$top/settings" || :
    TMPDIR=$PWD/$top mmdebstrap -q --mode=root --variant=minbase --include="git,make${user:+,sudo}" \
        --aptopt="$top/settings" --aptopt='Acquire::Retries "5"' "$suite" "$top.new.tar" "$top/sources"
    mv "$top.new.tar" "$tar"
}

# on_it PROGRAM ARGUMENT...: as the machine's user, without a terminal, and with no environment but this.
on_it() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin $settings chroot ${user:+--userspec=user:user} "$top" "$@" </dev/null; }

# run COMMAND: in the clone.
run()
{
    began=$(date +%s)
    on_it sh -c "umask $umask && cd $home/mod_xpurpose && $1" >>"$log" 2>&1 || { tail -n 100 "$log" >&2; fail "$1 failed"; }
    echo "$suite: $1: $(($(date +%s) - began)) s"
}

# All files but the clone's, packages' and sudo's own.
files()
{
    chroot "$top" find / \( -path /proc -o -path /usr -o -path /etc -o -path /var/lib -o -path /var/cache -o -path /var/log -o \
        -path /run/sudo -o -path "$home/mod_xpurpose" \) -prune -o -print | sort
}

nothing_is_left()
{
    sleep 1 # what was killed at the end
    for process in /proc/[0-9]*; do
        program=$(cat "$process/cmdline" 2>/dev/null | tr '\0' ' ')
        [ "$process" = /proc/$$ ] || [ -z "$program" ] || fail "still runs: $program"
    done
    [ "$(cat /proc/sysvipc/* | wc -l)" = 3 ] || fail "left behind: $(cat /proc/sysvipc/*)"
    files >"$top.after"
    diff "$top.before" "$top.after" || fail "left files behind"
    state=$(on_it git -C "$home/mod_xpurpose" status --porcelain)
    [ -z "$state" ] || fail "the clone is not as it was: $state"
    ! grep -nE 'warning:| at [^ ]+ line [0-9]+' "$log" || fail "warned"
}

# The machine, and what is done on it.
inside()
{
    mount -t tmpfs -o mode=755 fresh "$top"
    bootstrap
    tar -x -C "$top" -f "$tar"
    mount -t proc proc "$top/proc"
    mkdir -p "$top/dev/shm" && mount -t tmpfs -o mode=1777 shm "$top/dev/shm"
    cp /etc/resolv.conf "$top/etc"
    hostname fresh
    if [ "$user" ]; then
        chroot "$top" useradd -m user
        echo 'user ALL=(ALL) NOPASSWD: ALL' >"$top/etc/sudoers.d/user"
    else
        mkdir -m 700 "$top$home/tmp"
    fi
    git clone -q --no-hardlinks . "$top$home/mod_xpurpose"
    chroot "$top" chown -R "${user:-root}:" "$home/mod_xpurpose"
    files >"$top.before"
    : >"$log"
    run 'make deps demo'
    run 'make deps test'
    nothing_is_left
}

cd "$(dirname "$0")/.."
if [ "${1:-}" = --inside ]; then
    suite=$2 top=build/fresh/$2 tar=build/fresh/$2.tar log=build/fresh/$2.log
    case $suite in
        bookworm) user=user home=/home/user umask=022 settings=HOME=/home/user ;;
        *) user='' home=/root umask=077 settings=TMPDIR=/root/tmp ;;
    esac
    inside
    exit
fi
[ $# -gt 0 ] || set -- bookworm trixie
for suite in "$@"; do
    command -v mmdebstrap >/dev/null || fail "mmdebstrap is not installed (make deps-all)"
    [ "$(id -u)" = 0 ] || fail "only root can make another machine of this one"
    mkdir -p "build/fresh/$suite"
    setpriv --pdeathsig KILL unshare --mount --pid --ipc --uts --fork --kill-child --mount-proc \
        sh packaging/fresh.sh --inside "$suite"
done
