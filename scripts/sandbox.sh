#!/usr/bin/env bash
# Serves the sandbox, a local gateway that behaves as the documents say.
#
# usage: ./dev sandbox [ARGUMENTS...]
#
# It needs PHP with curl and SQLite, and with --tls nginx and php-fpm too. The arguments are the sandbox's own:

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/packages.sh"

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
    show_help
    echo
    if ! command -v php >/dev/null; then
        echo 'They are listed here when there is a PHP.'
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
