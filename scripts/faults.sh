#!/usr/bin/env bash
# Calls of every method through random faults on the wire: none executed twice, each told what is due.
#
# usage: ./dev faults [--calls N] [--seed N] [--peers]
#
#   --calls N  this many calls (default: 10000), shared by two processes for each of plain HTTP, HTTP/1.1
#              over TLS and HTTP/2
#   --seed N   the calls and faults of an earlier run (default: another number each time, which is printed)
#   --peers    the same calls by ext-curl and by Guzzle, too, and a table in Markdown that compares them;
#              without the answers that have no end, as those two set no limit
#
# What is due after which fault is in tests/faults/suite/Table.php, and how the server counts in
# tests/faults/README.md. The numbers of the last line are faults, each over all its calls.

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
[[ $calls =~ ^[1-9][0-9]*$ ]] || bad_usage "'$calls' is no number of calls"
seed=${seed:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
[[ $seed =~ ^[0-9]+$ ]] || bad_usage "'$seed' is no seed"

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
