# Machines of our own, to try on them what others do on theirs. To be sourced at the project's top, by a shell that has named
# the $suite, the folder $top for it, and the $log that a failure is told from.
#
# A machine is a chroot in memory that mmdebstrap makes from the archives that this machine's apt knows, in namespaces of its
# own. With their first process go all others and all mounts, and it goes with this shell, whatever ends that. It takes root.

fail() { echo "$suite: $*" >&2; exit 1; }

# needs TOOL...: what is called on this machine is there, or it is said at once and not at the first call.
needs()
{
    for tool in "$@"; do
        command -v "$tool" >/dev/null || fail "$tool is not installed (make deps-all)"
    done
}

# on_machines SCRIPT ARGUMENT...: runs `sh SCRIPT --inside ARGUMENT...` where machines can be made.
on_machines()
{
    needs git mmdebstrap
    [ "$(id -u)" = 0 ] || fail "only root can make another machine of this one"
    script=$1
    shift
    setpriv --pdeathsig KILL unshare --mount --pid --ipc --uts --fork --kill-child --mount-proc sh "$script" --inside "$@"
}

# Debian's archives as they are known here, with the other suite where ours is: sources.list's lines.
sources()
{
    ours=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
        sed -n "s|^\([^ ]*\) $ours\([^ ]*\) \(.*\)|deb \1 $suite\2 \3|p" | sort -u
}

# Makes $tar of a machine with git and make and nothing else, unless it is there and younger than a week. In bookworm there is sudo, too.
bootstrap()
{
    [ -z "$(find "$tar" -newer packaging/machine.sh -mtime -7 2>/dev/null)" ] || return 0
    [ -n "$(sources)" ] || apt-get update -q -o Acquire::Retries=5
    sources >"$top/sources"
    apt-config dump | grep -E '^Acquire::(https?::|Check-)' >"$top/settings" || :
    packages=git,make
    [ "$suite" != bookworm ] || packages=$packages,sudo
    mkdir -p "${tar%/*}"
    TMPDIR=$PWD/$top mmdebstrap -q --mode=root --variant=minbase --include="$packages" \
        --aptopt="$top/settings" --aptopt='Acquire::Retries "5"' "$suite" "$top.new.tar" "$top/sources"
    mv "$top.new.tar" "$tar"
}

# The machine at $top.
make_machine()
{
    tar=build/machine/$suite.tar
    mkdir -p "$top"
    mount -t tmpfs -o mode=755 machine "$top"
    bootstrap
    tar -x -C "$top" -f "$tar"
    mount -t proc proc "$top/proc"
    mkdir -p "$top/dev/shm" && mount -t tmpfs -o mode=1777 shm "$top/dev/shm"
    cp /etc/resolv.conf "$top/etc"
    hostname machine
}

# on_it PROGRAM ARGUMENT...: as the machine's $user (empty: root), without a terminal, and with no environment but $settings.
on_it() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin $settings chroot ${user:+--userspec=user:user} "$top" "$@" </dev/null; }

# run COMMAND: in the machine's folder $at. If it fails, what was printed last is shown: so much that all tests' lines are in it.
run() { on_it sh -c "umask $umask && cd $at && $1" >>"$log" 2>&1 || { tail -n 400 "$log" >&2; fail "$1 failed"; }; }

# timed COMMAND: the same, and says how long it took.
timed()
{
    began=$(date +%s)
    run "$1"
    echo "$suite: $1: $(($(date +%s) - began)) s"
}
