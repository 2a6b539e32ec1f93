# Clean Debians: chroots that never change. Each run mounts a temporary overlay on one.
# shellcheck shell=bash
#
# Source this file after make_build_folder.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/chroot.sh"
. "$root/scripts/lib/mirror.sh"

# Runs a command in a chroot with a clean environment. Call it only in a namespace, with /proc mounted.
enter() {
    local folder=$1
    shift
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive MAKEFLAGS="-j$(cpu_count)" \
        ${http_proxy:+http_proxy="$http_proxy"} chroot "$folder" "$@"
}

# make_base FOLDER SUITE MIRROR KEYRING [PACKAGE...]. Like Docker's images, it does not start services.
make_base() {
    local folder=$1 suite=$2 mirror=$3 keyring=$4
    shift 4
    debootstrap --variant=minbase --keyring="$keyring" "$suite" "$folder" "$mirror"
    configure_network "$folder"
    printf '#!/bin/sh\nexit 101\n' >"$folder/usr/sbin/policy-rc.d"
    chmod 755 "$folder/usr/sbin/policy-rc.d"
    [[ $# -gt 0 ]] || return 0
    mount -t proc proc "$folder/proc"
    # shellcheck disable=SC2016 # the inner shell expands it
    enter "$folder" sh -c '
        apt-get update &&
            apt-get install --yes --no-install-recommends "$@" &&
            apt-get clean && rm -rf /var/lib/apt/lists/* /etc/resolv.conf
    ' sh "$@"
}

# Makes a clean Debian, unless it is there, and sets $base to its folder: clean_debian NAME SUITE [PACKAGE...].
clean_debian() {
    local name=$1 suite=$2 cache=${AURPAY_CHROOT_CACHE:-$build/chroots} recipe began
    shift 2
    [[ $EUID -eq 0 ]] || die 'a clean Debian is a chroot, which needs root'
    in_namespace -- true 2>/dev/null || die 'a chroot needs mounts, and root may not mount here'
    mkdir -p "$cache"
    cache=$(realpath "$cache")
    base=$cache/$name
    recipe="$suite${*:+ $*}"
    is_made "$recipe" || {
        # Hold the lock until the base is made. Another command may have made it in the meantime.
        take_lock "$cache"
        is_made "$recipe" || {
            rm -f "$base.ready"
            remove_chroot "$base"
            find_mirror
            began=$SECONDS
            quietly "$base.log" in_namespace -- bash -euo pipefail -c 'make_base "$@"' bash \
                "$base" "$suite" "$mirror" "$keyring" "$@" || die "could not make a clean Debian $suite"
            echo "$recipe" >"$base.ready"
            echo "> made a clean Debian $suite${*:+ with $*} in $((SECONDS - began)) s"
        }
        exec 9>&-
    }
}

is_made() {
    [[ "$(cat "$base.ready" 2>/dev/null)" == "$1" ]]
}

# Runs an exported function with an overlay on $base: in_overlay NETWORK FUNCTION [ARGUMENT...]. NETWORK is yes or no. The
# function gets the overlay's folder before its arguments, and exported variables alone.
in_overlay() {
    local namespace=() work status=0
    [[ $1 == yes ]] || namespace=(--net)
    shift
    work=$(mktemp -d "$build/chroot.XXXXXX")
    in_namespace "${namespace[@]}" -- bash -euo pipefail -c 'run_in_overlay "$@"' bash "$base" "$work" "$@" || status=$?
    rmdir "$work"
    return "$status"
}

# run_in_overlay BASE WORK FUNCTION [ARGUMENT...].
run_in_overlay() {
    local base=$1 work=$2 command=$3
    shift 3
    mount -t tmpfs -o size=8g tmpfs "$work"
    mkdir "$work"/{upper,under,root}
    mount -t overlay -o "lowerdir=$base,upperdir=$work/upper,workdir=$work/under" overlay "$work/root"
    mount -t proc proc "$work/root/proc"
    cp --remove-destination -L /etc/resolv.conf "$work/root/etc/resolv.conf"
    "$command" "$work/root" "$@"
}

# unshare starts another bash, which needs these.
export root
export -f enter cpu_count die make_base run_in_overlay configure_network as_root
