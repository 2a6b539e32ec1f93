#!/usr/bin/env bash
# Runs a command as root in a chroot, with mounts and processes of its own, which end with it.
#
# usage: in-chroot.sh [OPTION...] CHROOT COMMAND...
#
#   --bind FROM TO  shows a folder or file of the chroot at another place too; in the given order
#   --tmpfs FOLDER  makes a folder of the chroot one in memory, for this command alone
#   --server        standard input is not the command's: the command is killed when it ends, so that no server outlives
#                   its test
set -euo pipefail

mounts=
server=
# Adds a command to $mounts, with the arguments quoted.
add_mount() {
    mounts+=$(printf '%q ' mount "$@")' || exit
'
}
binds=()
while [[ $1 == --* ]]; do
    case $1 in
        --bind)
            binds+=("$2" "$3")
            shift 3
            ;;
        --tmpfs)
            tmpfs=$2
            shift 2
            ;;
        --server)
            server=yes
            shift
            ;;
    esac
done
chroot=$1
shift
add_mount -t proc proc "$chroot/proc"
[[ -z ${tmpfs:-} ]] || add_mount -t tmpfs tmpfs "$chroot$tmpfs"
for ((at = 0; at < ${#binds[@]}; at += 2)); do
    add_mount --bind "$chroot${binds[at]}" "$chroot${binds[at + 1]}"
done
export mounts server
# The inner bash stays the first process of the namespace: the kernel ignores a signal that the first process sends to
# itself, and tests kill PHP in that way.
# shellcheck disable=SC2016 # the inner bash expands it
exec unshare --mount --propagation private --pid --fork --kill-child bash -c '
    eval "$mounts"
    command=(chroot "$1" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp
        LC_ALL=C.UTF-8 "${@:2}")
    if [[ -z $server ]]; then
        "${command[@]}"
        exit $?
    fi
    exec 3<&0
    "${command[@]}" </dev/null 3<&- &
    cat <&3 >/dev/null &
    wait -n
    exit $?
' in-chroot.sh "$chroot" "$@"
