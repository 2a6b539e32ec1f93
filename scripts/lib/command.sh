# Shared by all commands: the path of the checkout, messages and help, and running programs quietly.
# shellcheck shell=bash

set -euo pipefail
case $OSTYPE in
    # macOS may not have C.UTF-8, and bash would print a warning.
    darwin*) export LC_ALL=C ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

# shellcheck disable=SC2034 # the scripts that source this file use it
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

die() {
    echo "dev: $*" >&2
    exit 1
}

# Ends the script because of a wrong argument: says what is wrong and which help to read.
bad_usage() {
    echo "dev: $*" >&2
    echo "see ./dev help $(basename "$0" .sh)" >&2
    exit 2
}

# Prints the help: the comment at the top of the running script.
show_help() {
    # macOS's sed needs the line breaks.
    sed -n '2,${
        /^#/!q
        s/^# \{0,1\}//p
    }' "$0"
}

# If the argument is -h or --help, prints the help and ends the script.
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
