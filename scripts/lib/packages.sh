# Finds out which Debian packages are missing for a command, and installs them.
# shellcheck shell=bash
#
# macOS has bash 3.2, and require is what asks for a newer bash. So all code that runs before require has returned
# must work with bash 3.2: no mapfile, no coproc, no "${array[@]}" of an empty array.

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Prints the lines of a group of packages.txt, without the group's name.
packages_of() {
    sed -n -E "s/^$1 +//p" "$root/scripts/lib/packages.txt" | grep . || die "there is no package group '$1'"
}

# Tests whether a probe of packages.txt succeeds: found KIND NAME. Daemons are in sbin, often with a version in their
# name.
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

# Reads lines of packages.txt from standard input, and prints the lines whose probe fails.
missing_among() {
    local package kind name
    while read -r package kind name; do
        [[ -z $package ]] || found "$kind" "$name" || echo "$package $kind $name"
    done | awk '!seen[$0]++'
}

# Reads such lines, and prints for each what is missing and the Debian package that has it.
list_missing() {
    local package kind name
    while read -r package kind name; do
        case $kind in
            command | program) name="the program $name" ;;
            module) name="the library $name, with its headers and its pkg-config file" ;;
            extension) name="the PHP extension $name" ;;
            version) name="bash $name or later; this is $BASH_VERSION" ;;
        esac
        printf '  %s (Debian: %s)\n' "$name" "$package"
    done
}

# sudo asks for a password only if there is a terminal.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif { : </dev/tty; } 2>/dev/null; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# Installs packages. If a signal stops the installation, the script ends too. See scripts/lib/apt-install.sh for what
# is undone afterwards.
apt_install() {
    local log status=0
    log=$(mktemp "${TMPDIR:-/tmp}/aurpay-apt.XXXXXX")
    # The log is deleted while it is open, so that no file is left however the script ends. With a pipe instead, dpkg
    # would fail if the script is killed.
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

# Cleans up after an installation that was killed.
repair_installation() {
    local record=${AURPAY_DEV_SYSTEM:-}/var/lib/aurpay-dev
    [[ -e $record || -e $record.new ]] || return 0
    as_root bash "$root/scripts/lib/apt-install.sh" --repair </dev/null ||
        echo "dev: an installation was killed. Clean up as root: bash scripts/lib/apt-install.sh --repair" >&2
}

# Installs the missing packages of some groups: require GROUP...
require() {
    local group lines=
    for group in "$@"; do
        lines+=$(packages_of "$group")$'\n' || exit 1
    done
    provide "$lines"
}

# Installs a package if it is missing: need PACKAGE KIND NAME, as in packages.txt.
need() {
    provide "$*"
}

# Installs the missing packages among some lines of packages.txt.
provide() {
    local missing package packages=()
    repair_installation
    missing=$(missing_among <<<"$1")
    [[ -n $missing ]] || return 0
    while read -r package; do
        packages+=("$package")
    done < <(cut -d ' ' -f 1 <<<"$missing" | sort -u)
    if ! command -v apt-get >/dev/null; then
        echo 'dev: these are missing, and ./dev can install them only on Debian:' >&2
        list_missing <<<"$missing" >&2
        exit 1
    fi
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        die "packages are missing; install them as root: apt-get install ${packages[*]}"
    fi
    echo "dev: installing ${packages[*]}" >&2
    apt_install "${packages[@]}"
    hash -r
    missing=$(missing_among <<<"$1")
    if [[ -n $missing ]]; then
        echo "dev: installed ${packages[*]}, but these are still missing:" >&2
        list_missing <<<"$missing" >&2
        exit 1
    fi
}
