#!/bin/sh
# Runs a command on one of two machines: network namespaces that are joined by a cable. It needs no privileges, unless
# this machine forbids namespaces; then it exits with 77.
#
# usage: two-machines.sh COMMAND [ARGUMENT...]
#
# The command runs at 10.77.0.1 and fd77::1. OTHER_MACHINE is a command prefix in its environment that runs a program on
# the other machine, at 10.77.0.2, 10.77.0.3 and fd77::2. $MACHINES is a folder for both, with "hosts", which is
# /etc/hosts. There is no other network, and no name server but the one that the command may start at 10.77.0.1.
set -eu

if [ "${MACHINES:-}" = "" ]; then
    MACHINES=$(mktemp -d "${TMPDIR:-/tmp}/aurpay-machines.XXXXXX")
    export MACHINES
    trap 'rm -rf "$MACHINES"' EXIT
    trap 'exit 143' HUP INT TERM
    # Root may not make a user namespace in a chroot, and does not need one.
    for way in "" "--user --map-root-user"; do
        way="$way --net --mount --pid --fork --mount-proc --kill-child"
        # shellcheck disable=SC2086 # several options
        if unshare $way true 2>/dev/null; then
            # shellcheck disable=SC2086
            unshare $way "$0" "$@" || exit
            exit 0
        fi
    done
    echo 'this machine does not let users make namespaces' >&2
    exit 77
fi

printf '127.0.0.1 localhost\n' >"$MACHINES/hosts"
printf 'nameserver 10.77.0.1\noptions timeout:20 attempts:1\n' >"$MACHINES/resolv.conf"
printf 'hosts: files dns\n' >"$MACHINES/nsswitch.conf"
for name in hosts resolv.conf nsswitch.conf; do
    # A missing nsswitch.conf means the same.
    [ ! -e "/etc/$name" ] || mount --bind "$MACHINES/$name" "$(readlink -f "/etc/$name")"
done

unshare --net sleep infinity &
other=$!
while [ "$(readlink "/proc/$other/ns/net")" = "$(readlink /proc/self/ns/net)" ]; do
    sleep 0.01
done
export OTHER_MACHINE="nsenter --net=/proc/$other/ns/net"

ip link set lo up
ip link add cable type veth peer name cable netns "$other"
ip address add 10.77.0.1/24 dev cable
ip address add fd77::1/64 dev cable nodad
ip link set cable up
$OTHER_MACHINE sh -c '
    ip link set lo up
    ip address add 10.77.0.2/24 dev cable
    ip address add 10.77.0.3/24 dev cable
    ip address add fd77::2/64 dev cable nodad
    ip link set cable up
'
exec "$@"
