#!/usr/bin/env bash
# Serves the sandbox, a local gateway that behaves as the documents say.
#
# usage: ./dev sandbox [ARGUMENTS...]
#
# The arguments are the sandbox's own:

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/packages.sh"

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
    show_help
    echo
fi
require run
exec php "$root/sandbox/bin/sandbox" "$@"
