#!/usr/bin/env bash
# Calls every method through random network faults, and checks how often it ran and what it reported.
#
# usage: ./dev faults [--calls N] [--seed N] [--peers]
#
#   --calls N  makes N calls (default: 10000), split over six processes: two each for plain HTTP, HTTP/1.1
#              over TLS, and HTTP/2
#   --seed N   repeats the calls and faults of an earlier run (default: a new seed each time, which is printed)
#   --peers    also makes the calls with ext-curl and Guzzle, and prints a Markdown table that compares them; leaves
#              out endless answers, as those two set no size limit
#
# tests/faults/suite/Table.php lists the right outcome after each fault. tests/faults/README.md explains how the
# server counts. The last line counts kinds of faults: a kind passes if all its calls do.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/composer.sh"
. "$root/scripts/lib/system-tools.sh"

calls=10000
seed=
peers=
while [[ $# -gt 0 ]]; do
    case $1 in
        --calls) calls=${2:?--calls needs a number} && shift ;;
        --seed) seed=${2:?--seed needs a number} && shift ;;
        --peers) peers=yes ;;
        -h | --help) show_help && exit 0 ;;
        *) bad_usage "unknown argument '$1'" ;;
    esac
    shift
done
[[ $calls =~ ^[1-9][0-9]*$ ]] || bad_usage "--calls needs a positive number, not '$calls'"
seed=${seed:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
[[ $seed =~ ^[0-9]+$ ]] || bad_usage "--seed needs a number, not '$seed'"

require build run
make_build_folder
use_system_tools
cd "$root"
extension=$(bash scripts/build.sh --print-path)
arguments=("$extension" "$calls" "$seed")
if [[ -n $peers ]]; then
    require_composer_packages tests/faults/composer.json "$build/faults"
    arguments+=("$build/faults/vendor/autoload.php")
fi
echo "./dev faults --calls $calls --seed $seed${peers:+ --peers}"
exec php -d extension="$extension" tests/faults/suite/run.php "${arguments[@]}" 9>&-
