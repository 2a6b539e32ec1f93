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
. "$root/scripts/package/clean-debian.sh"

require chroot sandbox-test sandbox
need python3-yaml file /usr/lib/python3/dist-packages/yaml/__init__.py
make_build_folder
cd "$root"

compose=sandbox/compose/compose.yaml
dockerfile() {
    php scripts/package/dockerfile.php sandbox/Dockerfile "$1"
}
/usr/bin/python3 scripts/package/compose.py "$compose"
release=$(dockerfile release)
work=$(mktemp -d "$build/package/image.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Makes the image in an overlay on the base, and runs the containers.
make_image() {
    local image=$1 work=$2 target
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
    echo "> the image adds $(du -sm --exclude=archives "${image%/root}/upper" | cut -f 1) MB to the base"
    export work image
    sandbox/tests/support/two-machines.sh bash -euo pipefail scripts/package/sandbox-containers.sh
}

# The overlay is in another bash, which needs these.
export -f make_image dockerfile

# The image has no more packages than this.
clean_debian "$release-slim" "$release"
dockerfile run >"$work/run"
dockerfile user >"$work/user"
dockerfile command >"$work/command"
dockerfile healthcheck >"$work/healthcheck"
/usr/bin/python3 scripts/package/compose.py "$compose" sandbox command >"$work/sandbox"
/usr/bin/python3 scripts/package/compose.py "$compose" shop entrypoint >"$work/shop"
/usr/bin/python3 scripts/package/compose.py "$compose" shop environment >"$work/environment"
in_overlay yes make_image "$work"
