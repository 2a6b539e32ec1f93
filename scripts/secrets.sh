#!/usr/bin/env bash
# Sends secrets through everything that can fail, and searches for them in all output and in freed memory.
#
# usage: ./dev secrets [--full] [--seed N] [GROUP...]
#
#   --full    makes every call of the group Echoes, not one of eight
#   --seed N  makes the secrets of an earlier run again (default: a new seed each time, which is printed)
#   GROUP     runs only these: Echoes Misuse Servers Faults Observers Reasons Dumps Fpm SandboxLogs Ends Leaks Remains
#
# Each secret is random text. Everything that the processes write is searched for it in many forms: on stdout and stderr,
# in PHP's log, to loggers, in the logs of php-fpm and of the sandbox. A second build, in build/watched, searches each
# block of memory before the extension frees it, and the frame of each of its functions when it returns. Leaks that are
# made on purpose prove that the search finds them. All findings of a run are in build/secrets/findings-N.txt. At the
# end is a report of what is left in the memory of a process by PHP, libcurl and TLS, which is no failure.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/system-tools.sh"

seed=
amount=sample
groups=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --full) amount=full ;;
        --seed) seed=${2:?--seed needs a number} && shift ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *)
            [[ $1 == Leaks || -f $root/tests/secrets/suite/groups/$1.php ]] || bad_usage "there is no group '$1'"
            groups+=("$1")
            ;;
    esac
    shift
done
seed=${seed:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
[[ $seed =~ ^[0-9]+$ ]] || bad_usage "--seed needs a number, not '$seed'"

require build run
need binutils command addr2line
make_build_folder
use_system_tools
cd "$root"
echo 'building the extension, log: build/default/make.log'
extension=$(bash scripts/build.sh --print-path)
echo 'building it so that its memory is watched, logs: build/watched/build/watched'
watched=$(bash scripts/secrets/watched.sh)
make_folder "$build/secrets"
echo "./dev secrets --seed $seed${groups[*]:+ ${groups[*]}}"
exec php tests/secrets/suite/run.php "$extension" "$watched" "$seed" "$amount" "$build/secrets/findings-$seed.txt" \
    "${groups[@]}" 9>&-
