#!/usr/bin/env bash
# Runs the extension and the sandbox for some minutes, and checks that nothing that they use grows.
#
# usage: ./dev soak [--seconds N]
#
#   --seconds N  how long (default: 600). Every kind of event happens once, so it takes a minute and a half at least
#
# Two parts run side by side, under a light load:
#
#   extension    two shops on php-fpm call a gateway over HTTP/2 and HTTP/1.1. php-fpm reloads, workers quit and are
#                replaced; the gateway restarts, moves in DNS, renews its certificate, changes its CA, closes idle
#                connections and misbehaves; the clock jumps. Every kind of event happens at least once, however long
#                that takes. No call that is not a read may be executed twice, every call must end as its event
#                explains, and descriptors, connections, memory and files must not grow. A worker may gain some memory,
#                and little more for each request
#   sandbox      two sandboxes, one with TLS, sell, refund and call back. Other test servers are idle
#
# The logs are in build/soak, with what a part has left in its temporary folder, if something failed.
#
# It needs Linux, whose namespaces give the extension a name server and a loopback of its own.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/system-tools.sh"
. "$root/scripts/lib/sums.sh"

seconds=600
while [[ $# -gt 0 ]]; do
    case $1 in
        --seconds) seconds=${2:?--seconds needs a number} && shift ;;
        -h | --help) show_help && exit 0 ;;
        *) bad_usage "unknown argument '$1'" ;;
    esac
    shift
done
[[ $seconds =~ ^[1-9][0-9]*$ ]] || bad_usage "--seconds needs a positive number, not '$seconds'"

require build run
use_system_tools
cd "$root"
make_build_folder
logs=$build/soak
lock_folder "$logs"
rm -rf "${logs:?}"/*
AURPAY_EXTENSION=$(bash scripts/build.sh --print-path)
export AURPAY_EXTENSION

# Short, because the path of a socket may have about 100 characters.
folder=$(mktemp -d /tmp/aurpay-soak.XXXXXX)
pids=()
tees=()
# shellcheck disable=SC2317 # the trap calls it
clean_up() {
    local pid
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    wait
    # The servers end when their parent has, and remove their folders.
    for _ in {1..100}; do
        [[ -n "$(find "$folder" -mindepth 2 -type d -print -quit)" ]] || break
        sleep 0.1
    done
    # What a part did not remove is kept.
    [[ $failed -eq 0 ]] || cp -a "$folder/." "$logs/" || true
    rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Starts a part, which prints its progress and at the end its numbers: start_part NAME ARGUMENTS...
start_part() {
    local name=$1
    shift
    mkdir "$folder/$name"
    # tee is a child of this process, because the part looks at its own children.
    exec {output}> >(exec tee "$logs/$name.log" 9>&-)
    tees+=("$!")
    TMPDIR=$folder/$name "$AURPAY_TOOLS_PHP" "tests/support/soak/$name.php" "$seconds" "$@" \
        >&"$output" 2>&1 </dev/null 9>&- {output}>&- &
    pids+=("$!")
    exec {output}>&-
}

# Waits for a part and adds its numbers: finish_part NAME PID TEE.
finish_part() {
    local status=0
    wait "$2" || status=$?
    wait "$3" || true
    if ! read_sum "$logs/$1.log" "$status"; then
        echo "the part $1 ended with status $status, without its numbers"
    fi
    add_sum
}

clock=$folder/clock.so
"${CC:-gcc}" -std=c11 -Wall -Wextra -Wshadow -Wstrict-prototypes -Werror -O2 -shared -fPIC -o "$clock" \
    tests/support/soak/clock.c
start_part extension "$clock"
start_part sandboxes
finish_part extension "${pids[0]}" "${tees[0]}"
finish_part sandboxes "${pids[1]}" "${tees[1]}"
pids=()
[[ $failed -eq 0 ]] || echo "the logs are in ${logs/#"$build"/build}"
finish_sum
