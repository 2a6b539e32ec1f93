# Debian in a folder (a chroot), for ./dev package and ./dev matrix.
# shellcheck shell=bash
#
# Scripts mount only in a separate mount namespace, which ends with the processes in it. So no other process sees the
# mounts, none is left behind even after a crash, and nothing can be deleted through them.

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"
. "$root/scripts/lib/packages.sh"

# Runs a command in such a namespace: in_namespace [UNSHARE-OPTION...] -- COMMAND...
in_namespace() {
    local options=()
    while [[ $1 != -- ]]; do
        options+=("$1")
        shift
    done
    shift
    # The first process of a namespace ignores signals. So the command is not the first: Ctrl-C is to end it.
    as_root unshare --mount --propagation private --pid --fork --kill-child "${options[@]}" -- \
        bash -c '"$@"; exit $?' in_namespace "$@" 9>&-
}

# Removes the tree of a chroot, unless something is mounted in it.
remove_chroot() {
    [[ -e $1 ]] || return 0
    if cut -d ' ' -f 5 /proc/self/mountinfo | grep -qF -- "$1/"; then
        die "something is mounted in $1: unmount it first"
    fi
    as_root rm -rf --one-file-system -- "$1"
}

# Copies the settings that a chroot needs to use this machine's mirror: the DNS servers, and whether apt accepts
# outdated lists, which some mirrors have on purpose.
configure_network() {
    local check=''
    eval "$(apt-config shell check Acquire::Check-Valid-Until)"
    if [[ -n $check ]]; then
        echo "Acquire::Check-Valid-Until \"$check\";" |
            as_root tee "$1/etc/apt/apt.conf.d/99valid-until" >/dev/null
    fi
    as_root cp --remove-destination -L /etc/resolv.conf "$1/etc/resolv.conf"
}
