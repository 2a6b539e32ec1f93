#!/usr/bin/env bash
# For packages.sh, as root: installs Debian packages, and leaves nothing behind but the packages.
#
# usage: bash scripts/lib/apt-install.sh PACKAGE...
#        bash scripts/lib/apt-install.sh --repair
#
#   --repair  only undoes what an installation left behind that was killed
#
# nginx and php-fpm are wanted as programs that the tests start on ports of their own. So while packages are
# installed, Debian's policy-rc.d keeps them from starting services, unless the machine has one that decides for
# itself; and services of new packages that start at boot afterwards are disabled. /var/lib/aurpay-dev says what the new
# packages are and what started before. It and the policy are gone at the end, whatever ends this; after a SIGKILL the
# next ./dev sees to it.
#
# apt-get's words go to standard output, those to the user to standard error.

# shellcheck disable=SC2317 # traps call what seems to be called by nobody
set -euo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

# Tests put a folder in the machine's place.
system=${AURPAY_DEV_SYSTEM:-}
policy=$system/usr/sbin/policy-rc.d
record=$system/var/lib/aurpay-dev
# The second line of a policy of ours.
mark="# Placed by aurpay's ./dev while it installs packages."
signals=0
stopped=

# Prints the links that start services at boot, of systemd and of System V.
boot_links() {
    find "$system/etc/systemd/system" -mindepth 2 -maxdepth 2 -path '*/multi-user.target.wants/*.service' 2>/dev/null || true
    find "$system"/etc/rc[2345].d -name 'S*' 2>/dev/null || true
}

is_our_policy() {
    [[ -f $policy && ! -L $policy && "$(sed -n 2p "$policy")" == "$mark" ]]
}

# The arguments are the packages to be installed; those that they need are new, too.
forbid_services() {
    {
        apt_get --simulate "$@" | sed -n -E 's/^Inst ([^ ]+) \(.*/package \1/p'
        boot_links | sed 's/^/link /'
    } >"$record.new"
    mv "$record.new" "$record"
    # A policy of the machine's own, a dangling link too, is never written over.
    [[ -e $policy || -L $policy ]] || (set -o noclobber && printf '#!/bin/sh\n%s\nexit 101\n' "$mark" >"$policy")
    ! is_our_policy || chmod 755 "$policy"
}

# Undoes it. Only who holds the lock may call this: what is there then is nobody else's.
undo() {
    if [[ -e $record ]]; then
        new_services | while read -r name; do
            disable_service "$name"
        done
    fi
    ! is_our_policy || rm -f "$policy"
    rm -f "$record.new" "$record"
}

# Prints the services of new packages that start at boot. One that the user has installed meanwhile is none.
new_services() {
    boot_links | sed 's/^/link /' | { grep -vxFf "$record" || true; } |
        sed -E 's,^.*/rc[0-9]\.d/S[0-9]*,,; s,^.*/,,; s/\.service$//' | sort -u | while read -r name; do
        ! is_of_new_package "$name" || echo "$name"
    done
}

is_of_new_package() {
    local files=("/etc/init.d/$1" "/lib/systemd/system/$1.service" "/usr/lib/systemd/system/$1.service")
    grep -qxFf <(dpkg-query -S "${files[@]}" 2>/dev/null | sed 's/:.*//; s/^/package /') "$record"
}

disable_service() {
    # A policy of the machine's own may have let it start.
    is_our_policy || service "$1" stop >/dev/null 2>&1 </dev/null || true
    rm -f "$system/etc/systemd/system/multi-user.target.wants/$1.service"
    [[ ! -e $system/etc/init.d/$1 ]] || update-rc.d "$1" disable 2>&1 </dev/null || true
    [[ ! -d $system/run/systemd/system ]] || systemctl daemon-reload 2>&1 </dev/null || true
}

finish() {
    local status=$?
    # Nor may Ctrl-C end what this runs.
    trap '' INT TERM HUP
    undo
    exit "$status"
}

note_signal() {
    stopped=$1
    signals=$((signals + 1))
}

leave_if_stopped() {
    [[ -z $stopped ]] || exit "$stopped"
}

# One at a time: they would share the policy, and apt-get's own locks are not all waited for. A folder can be locked, so
# no file is needed. apt-get keeps the lock when this is killed.
take_lock() {
    exec 8<"$system/usr/sbin"
    if ! flock -n 8; then
        [[ $1 != --repair ]] || exit 0
        echo 'dev: waiting for another ./dev that installs packages' >&2
        # A signal that comes just before flock begins does not end it.
        until flock -w 1 8; do
            leave_if_stopped
        done
        leave_if_stopped
    fi
}

apt_get() {
    apt-get --yes --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@" 2>&1
}

# Nobody's Ctrl-C reaches dpkg, which it would stop in the middle of a package: it has a session of its own.
install_undisturbed() {
    local status seen
    export -f apt_get
    setsid bash -c 'apt_get "$@"' apt_get "$@" </dev/null &
    while :; do
        seen=$signals
        status=0
        wait $! || status=$?
        [[ $signals -ne $seen ]] || break
        echo 'dev: ends when the packages are installed: dpkg is not stopped in the middle of one' >&2
    done
    return "$status"
}

trap 'note_signal 129' HUP
trap 'note_signal 130' INT
trap 'note_signal 143' TERM
take_lock "$1"
trap finish EXIT
undo
[[ $1 != --repair ]] || exit 0

status=0
# One list that cannot be had need not matter: whether the packages can be had is what counts.
apt-get update 2>&1 || true
leave_if_stopped
# What takes longest can be stopped at any time.
apt_get --download-only "$@" || status=$?
leave_if_stopped
[[ $status -eq 0 ]] || exit "$status"
forbid_services "$@"
install_undisturbed "$@" || status=$?
leave_if_stopped
exit "$status"
