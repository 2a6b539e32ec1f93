#!/usr/bin/env bash
# Serves the sandbox, a local gateway that behaves as the documents say.
#
# usage: ./dev sandbox [ARGUMENTS...]
#
# The arguments are the sandbox's own:

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
    show_help
    echo
fi
require run
exec php "$root/sandbox/bin/sandbox" "$@"
