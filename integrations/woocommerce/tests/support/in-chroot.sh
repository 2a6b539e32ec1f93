#!/usr/bin/env bash
# Runs a command as root in a chroot, with mounts and processes of its own.
#
# usage: in-chroot.sh run CHROOT NAME=VALUE... COMMAND...
#        in-chroot.sh serve CHROOT TMPFS NAME=VALUE... COMMAND...
#
#   run    standard input, output and the exit status are the command's
#   serve  the command is killed when standard input ends, so that no server outlives its test. TMPFS is a folder of the
#          chroot that is in memory for this command alone, or "-"
#
# All processes of the command end with it, and when this process is killed.
set -euo pipefail

mode=$1
chroot=$2
shift 2
tmpfs=-
if [[ $mode == serve ]]; then
    tmpfs=$1
    shift
fi
export mode chroot tmpfs
# The inner bash stays the first process of the namespace: the kernel ignores a signal that the first process sends to
# itself, and tests kill PHP in that way.
# shellcheck disable=SC2016 # the inner bash expands it
exec unshare --mount --propagation private --pid --fork --kill-child bash -c '
    mount -t proc proc "$chroot/proc" || exit
    [[ $tmpfs == - ]] || mount -t tmpfs tmpfs "$chroot$tmpfs" || exit
    command=(chroot "$chroot" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp
        LC_ALL=C.UTF-8 "$@")
    if [[ $mode == run ]]; then
        "${command[@]}"
        exit $?
    fi
    exec 3<&0
    "${command[@]}" </dev/null 3<&- &
    cat <&3 >/dev/null &
    wait -n
    exit $?
' in-chroot.sh "$@"
