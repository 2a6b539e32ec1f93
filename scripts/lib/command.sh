# For every command: where the checkout is, how a script speaks to its user, and how it runs others quietly.
# shellcheck shell=bash

set -euo pipefail
case $OSTYPE in
    # It may not know the other, and bash would complain of it.
    darwin*) export LC_ALL=C ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

# shellcheck disable=SC2034 # for all who read this
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

die() {
    echo "dev: $*" >&2
    exit 1
}

# A wrong argument: says what is wrong and where to read what is right.
bad_usage() {
    echo "dev: $*" >&2
    echo "see ./dev help $(basename "$0" .sh)" >&2
    exit 2
}

# The comment at the top of the running script is its help.
show_help() {
    # On several lines: macOS's sed wants it so.
    sed -n '2,${
        /^#/!q
        s/^# \{0,1\}//p
    }' "$0"
}

# Prints the help and ends the script when it was called with --help alone.
help_if_asked() {
    case ${1:-} in
        -h | --help)
            show_help
            exit 0
            ;;
    esac
}

# For a script whose only argument is --check: sets $check when it is given.
# shellcheck disable=SC2034 # the caller reads it
read_check_flag() {
    check=
    while [[ $# -gt 0 ]]; do
        case $1 in
            --check) check=yes ;;
            -h | --help) show_help && exit 0 ;;
            *) bad_usage "unknown argument '$1'" ;;
        esac
        shift
    done
}

cpu_count() {
    nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1
}

# Runs a command with its output in a file, which is shown only when the command fails.
quietly() {
    local log=$1 status=0
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if [[ $status -ne 0 ]]; then
        cat "$log" >&2
    fi
    return "$status"
}
