#!/usr/bin/env bash
# Checks the files of a release, packs them, and runs docs/install.md's commands for pecl on a clean Debian 12.
#
# usage: ./dev package [--update] [--no-chroot] [--suite SUITE] [CHECK...]
#
#   --update     first updates package.xml (files, version) and config.w32 (sources) from the tree and config.m4
#   --no-chroot  installs into a temporary folder of this machine instead, which does not need root, and leaves out
#                sandbox-image
#   --suite      installs into another release of Debian: bookworm (12, the default), trixie (13) or sid
#   CHECK        runs only these checks: sources version composer release config-w32 windows pecl configure install
#                sandbox-image deb. deb runs only if it is named: it builds packaging/debian, and leaves the package in
#                build/package/deb
#
# The package is written to build/package. The clean Debian 12 is a chroot in build/chroots (or $AURPAY_CHROOT_CACHE),
# made as root with debootstrap from the mirror that apt uses on this machine. It is reused; whatever a run installs
# in it is discarded at the end.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/sums.sh"

all_checks=(sources version composer release config-w32 windows pecl configure install sandbox-image)
more_checks=(deb)
checks=()
update=
no_chroot=
suite=bookworm
while [[ $# -gt 0 ]]; do
    case $1 in
        --update) update=yes ;;
        --no-chroot) no_chroot=yes ;;
        --suite)
            [[ ${2:-} =~ ^(bookworm|trixie|sid)$ ]] || bad_usage '--suite needs bookworm, trixie or sid'
            suite=$2
            shift
            ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *)
            [[ " ${all_checks[*]} ${more_checks[*]} " == *" $1 "* ]] || bad_usage "there is no check '$1'"
            checks+=("$1")
            ;;
    esac
    shift
done
if [[ ${#checks[@]} -eq 0 ]]; then
    for check in "${all_checks[@]}"; do
        # The image is made in a chroot or not at all.
        [[ -n $no_chroot && $check == sandbox-image ]] || checks+=("$check")
    done
fi

groups=(build package composer)
[[ -n $no_chroot ]] || groups+=(chroot)
require "${groups[@]}"
cd "$root"
make_build_folder
dir=$build/package
lock_folder "$dir"

if [[ -n $update ]]; then
    php scripts/package/lists.php --update
fi

# config.m4, config.w32 and package.xml must name the files of the tree.
check_sources() {
    php scripts/package/lists.php --sources
}

check_version() {
    php scripts/package/lists.php --version
}

# Validates composer.json, which PIE reads, against Composer's schema.
check_composer() {
    bash scripts/package/composer.sh
}

# ./dev release refuses what is not ready.
check_release() {
    require stubs binary release
    python3 -m unittest discover --start-directory tests/release
}

check_config_w32() {
    node scripts/package/config-w32.js config.w32 >"$dir/config.w32.sources" || return
    diff -u --label 'the C sources of package.xml' <(released_sources) \
        --label 'the sources that config.w32 compiles' <(sort "$dir/config.w32.sources")
}

# Prints the released files that match a pattern, sorted.
released() {
    php scripts/package/lists.php --files | grep -E -- "$1" | sort
}

# Prints the C files of the extension. Documents link to others, which are in the package, too.
released_sources() {
    released '^(aurpay|src/.*)\.c$'
}

# All sources must compile for Windows.
check_windows() {
    mkdir -p "$dir/windows"
    released_sources | bash scripts/package/windows.sh "$dir/windows"
}

# Packs the release, and sets $package to it.
make_package() {
    local version
    version=$(sed -n -E 's/^#define AURPAY_VERSION "(.*)"$/\1/p' src/core/common.h)
    package=$dir/aurpay-$version.tgz
    rm -f "$dir"/aurpay-*.tgz
    pecl package-validate package.xml || return
    (cd "$dir" && pecl package "$root/package.xml") || return
    python3 scripts/package/repack.py "$package" package.xml
}

check_pecl() {
    make_package || return
    diff -u --label 'the files of package.xml' <(released . | sed "s,^,$(basename "$package" .tgz)/,") \
        --label "the files of $(basename "$package")" <(tar -tzf "$package" | grep -v '^package\.xml$' | sort)
    links_lead_somewhere
}

# The links of the documents must work for somebody who has unpacked the package.
links_lead_somewhere() {
    local folder=$dir/unpacked
    rm -rf "$folder"
    mkdir "$folder"
    tar -xzf "$package" -C "$folder"
    php scripts/package/lists.php --links "$folder/$(basename "$package" .tgz)"
    rm -r "$folder"
}

check_configure() {
    make_package || return
    bash scripts/package/configure.sh "$package"
}

# Packs the same release as version 0.0.9, and sets $older to it.
make_older_package() {
    local folder=$dir/older name
    name=$(basename "$package" .tgz)
    older=$dir/aurpay-0.0.9.tgz
    rm -rf "$folder"
    mkdir -p "$folder"
    tar -xzf "$package" -C "$folder"
    sed -i -E '0,/<release>.*</s//<release>0.0.9</' "$folder/package.xml"
    sed -i -E 's/^#define AURPAY_VERSION .*/#define AURPAY_VERSION "0.0.9"/' "$folder/$name/src/core/common.h"
    mv "$folder/package.xml" "$folder/$name/"
    (cd "$dir" && pecl package "$folder/$name/package.xml") || return
    rm -r "$folder"
    [[ -f $older ]]
}

check_install() {
    make_package || return
    make_older_package || return
    if [[ -n $no_chroot ]]; then
        bash scripts/package/here.sh "$package" "$older"
    else
        bash scripts/package/chroot.sh "$package" "$older" "$suite"
    fi
}

# sandbox/Dockerfile and sandbox/compose, in chroots.
check_sandbox_image() {
    bash scripts/package/sandbox-image.sh
}

check_deb() {
    make_package || return
    bash scripts/package/deb.sh "$package" "$suite" "$dir/deb"
}

run_checks "$dir" "${checks[@]}"
