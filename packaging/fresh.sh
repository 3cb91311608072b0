#!/bin/sh
# README's two commands, `make deps demo` and `make deps test`, on machines that have git and make and nothing else, from a
# clone of HEAD: fresh.sh [suite ...], by default Debian's bookworm, as a user with sudo, and trixie, as root with a umask and a
# TMPDIR that keep others out and without HOME.
set -eu

# All files but the clone's, packages' and sudo's own.
files()
{
    chroot "$top" find / \( -path /proc -o -path /usr -o -path /etc -o -path /var/lib -o -path /var/cache -o -path /var/log -o \
        -path /run/sudo -o -path "$at" \) -prune -o -print | sort
}

# Nothing but this shell runs on it; what was killed at the end may take a moment to go.
nothing_runs()
{
    for second in $(seq 30); do
        sleep 1
        rest=''
        for process in /proc/[0-9]*; do
            [ "$process" = /proc/$$ ] || rest=$rest$(cat "$process/cmdline" 2>/dev/null | tr '\0' ' ')
        done
        [ "$rest" ] || return 0
    done
    fail "still runs: $rest"
}

nothing_is_left()
{
    nothing_runs
    [ "$(cat /proc/sysvipc/* | wc -l)" = 3 ] || fail "left behind: $(cat /proc/sysvipc/*)"
    files >"$top.after"
    diff "$top.before" "$top.after" || fail "left files behind"
    state=$(on_it git -C "$at" status --porcelain)
    [ -z "$state" ] || fail "the clone is not as it was: $state"
    ! grep -nE 'warning:| at [^ ]+ line [0-9]+' "$log" || fail "warned"
}

# The machine, and what is done on it.
inside()
{
    make_machine
    if [ "$user" ]; then
        chroot "$top" useradd -m user
        echo 'user ALL=(ALL) NOPASSWD: ALL' >"$top/etc/sudoers.d/user"
    else
        mkdir -m 700 "$top$home/tmp"
    fi
    git clone -q --no-hardlinks . "$top$at"
    chroot "$top" chown -R "${user:-root}:" "$at"
    files >"$top.before"
    : >"$log"
    timed 'make deps demo'
    timed 'make deps test'
    nothing_is_left
}

cd "$(dirname "$0")/.."
. packaging/machine.sh
if [ "${1:-}" = --inside ]; then
    suite=$2 top=build/fresh/$2 log=build/fresh/$2.log
    case $suite in
        bookworm) user=user home=/home/user umask=022 settings=HOME=/home/user ;;
        *) user='' home=/root umask=077 settings=TMPDIR=/root/tmp ;;
    esac
    at=$home/mod_xpurpose
    inside
    exit
fi
[ $# -gt 0 ] || set -- bookworm trixie
for suite in "$@"; do
    mkdir -p build/fresh
    on_machines packaging/fresh.sh "$suite"
done
