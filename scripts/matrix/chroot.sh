# For run.sh, ./dev woocommerce, ./dev laravel and ./dev faults: another release of Debian, in a chroot.
# shellcheck shell=bash
# shellcheck disable=SC2154 # the caller has sourced the files that set $root and $build

# Folders of this machine that in_chroot shows to its command, at the same paths.
chroot_shares=()

# Runs a command in a chroot, with /proc and an environment of its own.
in_chroot() {
    local folder=$1
    shift
    # shellcheck disable=SC2016 # the inner bash expands it
    in_namespace -- bash -c '
        set -e
        chroot=$1
        for (( ; $# > 1; )); do
            shift
            [[ $1 != -- ]] || break
            mkdir -p "$chroot$1"
            mount --bind "$1" "$chroot$1"
        done
        mount -t proc proc "$chroot/proc"
        shift
        exec chroot "$chroot" "$@"' in_chroot "$folder" "${chroot_shares[@]}" -- \
        env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive ${CI:+CI="$CI"} ${http_proxy:+http_proxy="$http_proxy"} "$@"
}

# Makes a chroot with a release of Debian and the packages that the tests need:
# make_chroot FOLDER SUITE 'experimental'|'' PACKAGES... It sets $chroot to its folder.
make_chroot() {
    local folder=$1 suite=$2 experimental=$3 cache=${AURPAY_CHROOT_CACHE:-$build/chroots} recipe packages
    shift 3
    packages=("$@" nginx-light python3 python3-h2 openssl ca-certificates gcc make pkg-config libcurl4-openssl-dev
        libssl-dev)
    make_folder "$cache"
    cache=$(realpath "$cache")
    chroot=$cache/$folder
    recipe="$suite $experimental ${packages[*]}"
    take_lock "$cache"
    if [[ "$(cat "$chroot.ready" 2>/dev/null)" != "$recipe" ]]; then
        echo "dev: making a chroot of Debian $suite" >&2
        need debootstrap command debootstrap
        rm -f "$chroot.ready"
        remove_chroot "$chroot"
        bootstrap "$suite" "$experimental"
        quietly "$chroot.log" install_packages "${packages[@]}" ||
            die "could not install all of these in Debian $suite: ${packages[*]}"
        echo "$recipe" >"$chroot.ready"
    fi
    # Tests replace this file, and not every release has one.
    [[ -e $chroot/etc/hosts ]] ||
        printf '127.0.0.1 localhost\n::1 localhost\n' | as_root tee "$chroot/etc/hosts" >/dev/null
}

# Makes the chroot with a PHP of the matrix, and sets $chroot: make_php_chroot 8.4|8.5|8.6.
make_php_chroot() {
    local version=$1
    case $version in
        8.4) set -- trixie trixie '' ;;
        8.5) set -- sid-php8.5 sid experimental ;;
        # apt takes a package from experimental only if sid does not have it at all. php-common must be as new as PHP 8.6.
        8.6) set -- sid-php8.6 sid experimental php-common/experimental ;;
    esac
    make_chroot "$1" "$2" "$3" "php$version-"{cli,dev,fpm,curl,soap,sqlite3,xml} "${@:4}"
}

bootstrap() {
    local suite=$1 experimental=$2 mirror keyring
    find_mirror
    quietly "$chroot.log" in_namespace -- \
        debootstrap --variant=minbase --keyring="$keyring" "$suite" "$chroot" "$mirror" ||
        die "could not make a chroot of Debian $suite"
    if [[ -n $experimental ]]; then
        echo "deb $mirror experimental main" | as_root tee -a "$chroot/etc/apt/sources.list" >/dev/null
    fi
    configure_network "$chroot"
    # The tests start their own servers.
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$chroot/usr/sbin/policy-rc.d" >/dev/null
    as_root chmod 755 "$chroot/usr/sbin/policy-rc.d"
}

install_packages() {
    in_chroot "$chroot" apt-get update &&
        in_chroot "$chroot" apt-get install --yes --no-install-recommends "$@"
}

# Copies the checkout, with changed and new files, to /aurpay in a chroot. The build folder there stays, so that only
# changed files are compiled again.
copy_checkout() {
    local copy=$1/aurpay
    need git command git
    as_root mkdir -p "$copy"
    as_root find "$copy" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf -- {} +
    git -c safe.directory="$root" -C "$root" ls-files -z --cached --others --exclude-standard |
        (cd "$root" && while IFS= read -r -d '' file; do
            [[ ! -e $file ]] || printf '%s\0' "$file"
        done) |
        tar -C "$root" -c --null -T - | as_root tar -C "$copy" -x --no-same-owner
}

# Builds the extension in $chroot, and sets $extension to its path there. Each state of the sources has a file of its
# own, as another checkout may use the same chroot at the same time.
build_in_chroot() {
    local sources built
    sources=$(cd "$root" && find aurpay.c php_aurpay.h config.m4 src -type f -print0 | sort -z | xargs -0 sha256sum |
        sha256sum | cut -c 1-16)
    extension=/var/cache/aurpay-shop-extensions/$sources.so
    [[ ! -e $chroot$extension ]] || return 0
    echo 'dev: building the extension in the chroot' >&2
    copy_checkout "$chroot"
    as_root rm -rf "$chroot/aurpay/build"
    built=$(in_chroot "$chroot" env -C /aurpay bash scripts/build.sh --print-path) ||
        die 'could not build the extension in the chroot'
    as_root find "$chroot${extension%/*}" -name '*.so' -mtime +7 -delete 2>/dev/null || true
    as_root install -D -m 644 "$chroot$built" "$chroot$extension"
}
