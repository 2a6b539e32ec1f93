# The Debian packages that commands need: which are missing, and their installation.
# shellcheck shell=bash
#
# macOS has bash 3.2. A newer one is among what require asks for, so what runs before require has answered must
# be of bash 3.2: no mapfile, no coproc, no "${array[@]}" of an empty array.

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
        extension) command -v php >/dev/null && has_php_extension "$name" ;;
        file) [[ -e $name ]] ;;
        program)
            for folder in /usr/sbin /usr/local/sbin /usr/bin /usr/local/bin; do
                for file in "$folder/$name" "$folder/$name"[0-9]*; do
                    [[ ! -x $file ]] || return 0
                done
            done
            return 1
            ;;
        version)
            [[ $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1])) -ge $((${name%.*} * 100 + ${name#*.})) ]]
            ;;
    esac
}

has_php_extension() {
    # shellcheck disable=SC2016 # PHP's variable, not the shell's
    php -r 'exit(extension_loaded($argv[1]) ? 0 : 1);' "$1" >/dev/null 2>&1 </dev/null
}

# Prints those of the lines of packages.txt on standard input whose probe finds nothing.
missing_among() {
    local package kind name
    while read -r package kind name; do
        [[ -z $package ]] || found "$kind" "$name" || echo "$package $kind $name"
    done | awk '!seen[$0]++'
}

# Says what is missing, one thing a line, with the Debian package that has it.
list_missing() {
    local package kind name
    while read -r package kind name; do
        case $kind in
            command | program) name="the program $name" ;;
            module) name="the library $name, with its headers and what pkg-config knows of it" ;;
            extension) name="the PHP extension $name" ;;
            version) name="bash $name or later; this is $BASH_VERSION" ;;
        esac
        printf '  %s (Debian: %s)\n' "$name" "$package"
    done
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

# Installs packages, and leaves the script when it was stopped meanwhile. scripts/lib/apt-install.sh says what is
# undone afterwards.
apt_install() {
    local log status=0
    log=$(mktemp "${TMPDIR:-/tmp}/aurpay-apt.XXXXXX")
    # The file has no name from here on: nothing is left of it, whatever ends this. A pipe would break under dpkg
    # when this script is killed.
    exec 7<>"$log"
    rm -f "$log"
    as_root bash "$root/scripts/lib/apt-install.sh" "$@" >&7 7>&- </dev/null || status=$?
    if [[ $status -gt 0 && $status -lt 128 ]]; then
        cat /dev/fd/7 >&2
    fi
    exec 7>&-
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
    local group lines=
    for group in "$@"; do
        lines+=$(packages_of "$group")$'\n' || exit 1
    done
    provide "$lines"
}

# Sees to it that one package is there: need PACKAGE KIND NAME, a line of packages.txt.
need() {
    provide "$*"
}

# Sees to it that what some lines of packages.txt name is there.
provide() {
    local missing package packages=()
    repair_installation
    missing=$(missing_among <<<"$1")
    [[ -n $missing ]] || return 0
    while read -r package; do
        packages+=("$package")
    done < <(cut -d ' ' -f 1 <<<"$missing" | sort -u)
    if ! command -v apt-get >/dev/null; then
        echo 'dev: missing, and installed by itself on Debian alone:' >&2
        list_missing <<<"$missing" >&2
        exit 1
    fi
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        die "missing, and installing needs root or sudo: apt-get install ${packages[*]}"
    fi
    echo "dev: installing ${packages[*]}" >&2
    apt_install "${packages[@]}"
    hash -r
    missing=$(missing_among <<<"$1")
    if [[ -n $missing ]]; then
        echo "dev: installed ${packages[*]}, but not found afterwards:" >&2
        list_missing <<<"$missing" >&2
        exit 1
    fi
}
