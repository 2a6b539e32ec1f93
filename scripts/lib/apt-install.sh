#!/usr/bin/env bash
# packages.sh runs this as root. It installs Debian packages and leaves nothing else behind.
#
# usage: bash scripts/lib/apt-install.sh PACKAGE...
#        bash scripts/lib/apt-install.sh --repair
#
#   --repair  only cleans up after an installation that was killed
#
# The tests start nginx and php-fpm themselves, on free ports, so the services of these packages must not run. While
# packages are installed, a policy-rc.d keeps Debian from starting services. If the machine has a policy-rc.d already,
# it stays in force. Afterwards, services of new packages that start at boot are disabled. /var/lib/aurpay-dev lists the
# new packages, and the services that were enabled before. It and our policy-rc.d are removed at the end, even after
# an error or a signal; after a SIGKILL, the next ./dev removes them.
#
# The output of apt-get goes to standard output, messages to the user go to standard error.

# shellcheck disable=SC2317 # traps call these functions
set -euo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

# Tests set this to a folder that stands for the root of the machine.
system=${AURPAY_DEV_SYSTEM:-}
policy=$system/usr/sbin/policy-rc.d
record=$system/var/lib/aurpay-dev
# The second line of our policy-rc.d tells it from others.
mark="# Placed by aurpay's ./dev while it installs packages."
signals=0
stopped=

# Prints the links, of systemd and of System V, that start services at boot.
boot_links() {
    find "$system/etc/systemd/system" -mindepth 2 -maxdepth 2 -path '*/multi-user.target.wants/*.service' 2>/dev/null || true
    find "$system"/etc/rc[2345].d -name 'S*' 2>/dev/null || true
}

is_our_policy() {
    [[ -f $policy && ! -L $policy && "$(sed -n 2p "$policy")" == "$mark" ]]
}

# Writes the record and the policy. The arguments are the packages to install. The record also lists the packages that
# they depend on and that are not installed yet.
forbid_services() {
    {
        apt_get --simulate "$@" | sed -n -E 's/^Inst ([^ ]+) \(.*/package \1/p'
        boot_links | sed 's/^/link /'
    } >"$record.new"
    mv "$record.new" "$record"
    # Never overwrite the machine's own policy, not even a dangling link.
    [[ -e $policy || -L $policy ]] || (set -o noclobber && printf '#!/bin/sh\n%s\nexit 101\n' "$mark" >"$policy")
    ! is_our_policy || chmod 755 "$policy"
}

# Undoes forbid_services. Call it only with the lock, as without it another ./dev may need these files.
undo() {
    if [[ -e $record ]]; then
        new_services | while read -r name; do
            disable_service "$name"
        done
    fi
    ! is_our_policy || rm -f "$policy"
    rm -f "$record.new" "$record"
}

# Prints the services of new packages that start at boot. Packages that the user has installed meanwhile do not count.
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
    # The machine's own policy may have allowed it to start.
    is_our_policy || service "$1" stop >/dev/null 2>&1 </dev/null || true
    rm -f "$system/etc/systemd/system/multi-user.target.wants/$1.service"
    [[ ! -e $system/etc/init.d/$1 ]] || update-rc.d "$1" disable 2>&1 </dev/null || true
    [[ ! -d $system/run/systemd/system ]] || systemctl daemon-reload 2>&1 </dev/null || true
}

finish() {
    local status=$?
    # Ctrl-C must not interrupt the clean-up, nor the commands that it runs.
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

# Only one ./dev may install at a time: two would share the policy, and apt-get does not wait for all of its own locks.
# The lock is on a folder, so it needs no file. If this script is killed, apt-get still holds the lock.
take_lock() {
    exec 8<"$system/usr/sbin"
    if ! flock -n 8; then
        [[ $1 != --repair ]] || exit 0
        echo 'dev: waiting for another ./dev that installs packages' >&2
        # flock must not wait: it does not notice a signal, nor the end of its time, that comes just before it begins
        # to wait, which happens on a busy machine.
        until flock -n 8; do
            leave_if_stopped
            sleep 0.2
        done
        leave_if_stopped
    fi
}

apt_get() {
    apt-get --yes --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@" 2>&1
}

# Runs apt-get in a new session: otherwise Ctrl-C would stop dpkg in the middle of a package.
install_undisturbed() {
    local status answered=$signals
    export -f apt_get
    setsid bash -c 'apt_get "$@"' apt_get "$@" </dev/null &
    while :; do
        # Before each wait: a signal that comes earlier does not end it.
        if [[ $signals -ne $answered ]]; then
            answered=$signals
            echo 'dev: stopping when the packages are installed: dpkg must not be interrupted' >&2
        fi
        status=0
        wait $! || status=$?
        [[ $signals -ne $answered ]] || break
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
# Ignore a failed update: it is enough if the packages can be downloaded.
apt-get update 2>&1 || true
leave_if_stopped
# Download first: this takes longest, and can be interrupted at any time.
apt_get --download-only "$@" || status=$?
leave_if_stopped
[[ $status -eq 0 ]] || exit "$status"
forbid_services "$@"
install_undisturbed "$@" || status=$?
leave_if_stopped
exit "$status"
