# The Debian packages that commands need: which are missing, and their installation.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Prints the lines of a group of packages.txt, without the group.
packages_of() {
    sed -n -E "s/^$1 +//p" "$root/scripts/lib/packages.txt" | grep . || die "there is no package group '$1'"
}

# Whether a probe finds what it looks for. Daemons live in sbin, under a versioned name.
found() {
    local kind=$1 name=$2 folder file
    case $kind in
        command) command -v "$name" >/dev/null ;;
        module) command -v pkg-config >/dev/null && pkg-config --exists "$name" ;;
        extension) [[ " $php_extensions " == *" $name "* ]] ;;
        file) [[ -e $name ]] ;;
        program)
            for folder in /usr/sbin /usr/local/sbin /usr/bin /usr/local/bin; do
                for file in "$folder/$name" "$folder/$name"[0-9]*; do
                    [[ ! -x $file ]] || return 0
                done
            done
            return 1
            ;;
    esac
}

# Prints the packages of the named groups that are missing, one a line.
missing_packages() {
    local group package kind name php_extensions=
    if command -v php >/dev/null; then
        php_extensions=$(php -r 'echo strtolower(implode(" ", get_loaded_extensions()));' 2>/dev/null || true)
    fi
    for group in "$@"; do
        while read -r package kind name; do
            found "$kind" "$name" || echo "$package"
        done < <(packages_of "$group")
    done | sort -u
}

# sudo asks for a password only where there is somebody to ask.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif { : </dev/tty; } 2>/dev/null; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# Installs packages, and leaves the script when it was stopped meanwhile. scripts/lib/apt-install.sh says what is undone
# afterwards.
apt_install() {
    local log=$root/build/apt-$$.log status=0
    mkdir -p "$root/build"
    as_root bash "$root/scripts/lib/apt-install.sh" "$@" >"$log" </dev/null || status=$?
    if [[ $status -gt 0 && $status -lt 128 ]]; then
        cat "$log" >&2
    fi
    rm -f "$log"
    [[ $status -lt 128 ]] || exit "$status"
    [[ $status -eq 0 ]] || die "could not install: $*"
}

# Undoes what an installation left behind that was killed.
repair_installation() {
    local record=${AURPAY_DEV_SYSTEM:-}/var/lib/aurpay-dev
    [[ -e $record || -e $record.new ]] || return 0
    as_root bash "$root/scripts/lib/apt-install.sh" --repair </dev/null ||
        echo "dev: an installation was killed; as root: bash scripts/lib/apt-install.sh --repair" >&2
}

# Sees to it that the packages of the named groups are there.
require() {
    local missing
    repair_installation
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if ! command -v apt-get >/dev/null; then
        die "missing, and only installed by itself on Debian; install what matches: ${missing[*]}"
    fi
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        die "missing, and installing needs root or sudo: apt-get install ${missing[*]}"
    fi
    echo "dev: installing ${missing[*]}" >&2
    apt_install "${missing[@]}"
    hash -r
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] || die "installed, but not found afterwards: ${missing[*]}"
}

# Sees to it that one package is there: need PACKAGE KIND NAME, a line of packages.txt.
need() {
    ! found "$2" "$3" || return 0
    command -v apt-get >/dev/null || die "$3 is missing, and only installed by itself on Debian"
    echo "dev: installing $1" >&2
    apt_install "$1"
    hash -r
    found "$2" "$3" || die "installed $1, but found no $3 afterwards"
}
