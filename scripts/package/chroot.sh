#!/usr/bin/env bash
# For package.sh: runs the commands of docs/install.md for pecl in a clean Debian: installs, upgrades and uninstalls.
#
# usage: bash scripts/package/chroot.sh PACKAGE.tgz OLDER.tgz SUITE
#
# The clean Debian is a folder that never changes: each run mounts a temporary overlay on it.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/chroot.sh"
. "$root/scripts/lib/mirror.sh"
. "$root/scripts/package/page.sh"

require chroot
make_build_folder
package=$(realpath "$1")
older=$(realpath "$2")
release=$3
page=$root/docs/install.md
mapfile -t packages < <(packages_of_page "$page")
[[ ${#packages[@]} -gt 0 ]] || die "$page installs no packages"
cache=${AURPAY_CHROOT_CACHE:-$build/chroots}
[[ $EUID -eq 0 ]] || die 'the clean Debian is a chroot, which needs root; see --no-chroot'
mkdir -p "$cache"
cache=$(realpath "$cache")
base=$cache/$release-pecl

in_namespace -- true 2>/dev/null || die 'a chroot needs mounts, and root may not mount here; see --no-chroot'

# Runs a command in a chroot with a clean environment. Call it only in a namespace.
enter() {
    local folder=$1
    shift
    mount -t proc proc "$folder/proc"
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive MAKEFLAGS="-j$(cpu_count)" \
        ${http_proxy:+http_proxy="$http_proxy"} chroot "$folder" "$@"
}

make_base() {
    debootstrap --variant=minbase --keyring="$keyring" "$release" "$base" "$mirror"
    configure_network "$base"
    enter "$base" sh -c '
        apt-get update &&
            apt-get install --yes --no-install-recommends "$@" &&
            apt-get clean && rm -rf /var/lib/apt/lists/* /etc/resolv.conf
    ' sh "${packages[@]}"
}

# Copies the package and the scripts that use it into an overlay, and runs them there, without a network.
try() {
    local work=$1 step
    mount -t tmpfs -o size=512m tmpfs "$work"
    mkdir "$work"/{upper,under,root}
    mount -t overlay -o "lowerdir=$base,upperdir=$work/upper,workdir=$work/under" overlay "$work/root"
    cp "$package" "$older" scripts/package/try.sh scripts/package/try.php "$work/root/root/"
    mkdir "$work/root/root/commands"
    for step in install enable upgrade uninstall; do
        block_of "$page" "$step" >"$work/root/root/commands/$step.sh"
    done
    # shellcheck disable=SC2016 # the inner shell expands it
    enter "$work/root" sh -c '
        if find / -xdev -name "*aurpay*" ! -path "/root/*" | grep .; then
            echo "the machine is not clean"
            exit 1
        fi
        bash /root/try.sh "/root/$1" "/root/$2" /root/try.php /root/commands || exit
        # pecl never empties this folder.
        if find / -xdev -name "*aurpay*" ! -path "/root/*" ! -path "/tmp/pear/*" | grep .; then
            echo "left behind"
            exit 1
        fi
    ' sh "$(basename "$package")" "$(basename "$older")"
}

cd "$root"
# unshare starts another bash, which needs these.
export root package older release base page
export -f block_of die enter cpu_count make_base try configure_network as_root

recipe="$release ${packages[*]}"
if [[ "$(cat "$base.ready" 2>/dev/null)" != "$recipe" ]]; then
    # Hold the lock until the base is made.
    take_lock "$cache"
    rm -f "$base.ready"
    remove_chroot "$base"
    find_mirror
    export mirror keyring
    began=$SECONDS
    quietly "$base.log" in_namespace -- bash -euo pipefail -c "$(declare -p packages); make_base" ||
        die "could not make a clean Debian $release"
    echo "$recipe" >"$base.ready"
    exec 9>&-
    echo "> made a clean Debian $release with ${packages[*]} in $((SECONDS - began)) s"
fi

work=$(mktemp -d "$build/package/chroot.XXXXXX")
trap 'rmdir "$work"' EXIT
echo "> Debian $(cat "$base/etc/debian_version"), without a network"
# shellcheck disable=SC2016 # likewise
in_namespace --net -- bash -euo pipefail -c 'try "$1"' bash "$work"
