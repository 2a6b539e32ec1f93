#!/usr/bin/env bash
# Runs the sandbox, a local gateway that behaves as the API documents say.
#
# usage: ./dev sandbox [ARGUMENTS...]
#
# It needs PHP with curl and SQLite. --tls also needs nginx and php-fpm. The arguments go to the sandbox:

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/packages.sh"

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
    show_help
    echo
    if ! command -v php >/dev/null; then
        echo 'Install PHP to list them here.'
        exit 0
    fi
else
    groups=(sandbox)
    for argument in "$@"; do
        [[ $argument != --tls ]] || groups+=(sandbox-tls)
    done
    require "${groups[@]}"
fi
exec php "$root/sandbox/bin/sandbox" "$@"
