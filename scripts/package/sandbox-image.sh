#!/usr/bin/env bash
# For package.sh: makes the image of sandbox/Dockerfile without Docker, and runs sandbox/compose with it.
#
# usage: bash scripts/package/sandbox-image.sh
#
# The RUN lines run in a clean Debian of the release that FROM names. The containers are chroots on two machines, which
# are network namespaces joined by a cable. What Docker itself would do (layers, volumes, its name server) is not tested.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/chroot.sh"
. "$root/scripts/lib/mirror.sh"

require chroot sandbox-test sandbox
need python3-yaml file /usr/lib/python3/dist-packages/yaml/__init__.py
make_build_folder
cd "$root"
[[ $EUID -eq 0 ]] || die 'the image is made in a chroot, which needs root'
in_namespace -- true 2>/dev/null || die 'a chroot needs mounts, and root may not mount here'

compose=sandbox/compose/compose.yaml
dockerfile() {
    php scripts/package/dockerfile.php sandbox/Dockerfile "$1"
}
/usr/bin/python3 scripts/package/compose.py "$compose"
release=$(dockerfile release)
cache=${AURPAY_CHROOT_CACHE:-$build/chroots}
mkdir -p "$cache"
cache=$(realpath "$cache")
base=$cache/$release-slim
work=$(mktemp -d "$build/package/image.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/mnt"

# Runs a command in a chroot with a clean environment. Call it only in a namespace.
enter() {
    local folder=$1
    shift
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
        ${http_proxy:+http_proxy="$http_proxy"} chroot "$folder" "$@"
}

# The image has no more packages than this. Like Docker's, it does not start services.
make_base() {
    debootstrap --variant=minbase --keyring="$keyring" "$release" "$base" "$mirror"
    configure_network "$base"
    printf '#!/bin/sh\nexit 101\n' >"$base/usr/sbin/policy-rc.d"
    chmod 755 "$base/usr/sbin/policy-rc.d"
}

# Makes the image in an overlay on the base, and runs the containers.
make_image() {
    local work=$1 image=$1/mnt/image target
    mount -t tmpfs -o size=1g tmpfs "$work/mnt"
    mkdir "$work/mnt"/{upper,under,image}
    mount -t overlay -o "lowerdir=$base,upperdir=$work/mnt/upper,workdir=$work/mnt/under" overlay "$image"
    mount -t proc proc "$image/proc"
    cp --remove-destination -L /etc/resolv.conf "$image/etc/resolv.conf"
    enter "$image" sh -e <"$work/run" >"$work/run.log" 2>&1 || {
        cat "$work/run.log"
        return 1
    }
    target=$image$(dockerfile copy)
    mkdir -p "$target"
    # The patterns of this .dockerignore are plain paths.
    tar -C sandbox -c --exclude-from=<(sed 's,^,./,' sandbox/.dockerignore) . | tar -C "$target" -x --no-same-owner
    [[ -e $target/bin/sandbox && ! -e $target/tests && ! -e $target/Dockerfile ]]
    cp sandbox/compose/shop.php "$image/shop.php"
    # The cache of downloaded packages stays out: Docker's base image removes it after each apt-get.
    echo "> the image adds $(du -sm --exclude=archives "$work/mnt/upper" | cut -f 1) MB to the base"
    export work image
    sandbox/tests/support/two-machines.sh bash -euo pipefail scripts/package/sandbox-containers.sh
}

# unshare starts another bash, which needs these.
export root release base
export -f enter make_base make_image configure_network as_root dockerfile

if [[ "$(cat "$base.ready" 2>/dev/null)" != "$release" ]]; then
    take_lock "$cache"
    rm -f "$base.ready"
    remove_chroot "$base"
    find_mirror
    export mirror keyring
    began=$SECONDS
    quietly "$base.log" in_namespace -- bash -euo pipefail -c make_base || die "could not make a clean Debian $release"
    echo "$release" >"$base.ready"
    exec 9>&-
    echo "> made a clean Debian $release in $((SECONDS - began)) s"
fi

dockerfile run >"$work/run"
dockerfile user >"$work/user"
dockerfile command >"$work/command"
dockerfile healthcheck >"$work/healthcheck"
/usr/bin/python3 scripts/package/compose.py "$compose" sandbox command >"$work/sandbox"
/usr/bin/python3 scripts/package/compose.py "$compose" shop entrypoint >"$work/shop"
/usr/bin/python3 scripts/package/compose.py "$compose" shop environment >"$work/environment"
# shellcheck disable=SC2016 # the inner shell expands it
in_namespace -- bash -euo pipefail -c 'make_image "$1"' bash "$work"
