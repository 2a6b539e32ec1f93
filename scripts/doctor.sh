#!/usr/bin/env bash
# Runs aurpay-doctor with the built extension, or writes it anew from doctor/src.
#
# usage: ./dev doctor [ARGUMENTS...]      runs it; "./dev doctor help" lists its arguments
#        ./dev doctor --update | --check
#
#   --update  writes doctor/aurpay-doctor from doctor/src, and the problems in docs/errors.md
#   --check   changes nothing; fails if one of them does not match doctor/src
#
# The exit status is the doctor's: 0 good, 1 warnings, 2 failures, 3 could not run.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

case ${1:-} in
    -h | --help) show_help ;;
    --update | --check)
        [[ $# -eq 1 ]] || bad_usage "unknown argument '$2'"
        require stubs
        cd "$root"
        php doctor/build.php "$1"
        [[ $1 == --update ]] || echo 'doctor/aurpay-doctor and docs/errors.md match doctor/src'
        ;;
    *)
        require build run
        bash "$root/scripts/build.sh" >&2
        make_build_folder
        exec php -d extension="$build/default/obj/modules/aurpay.so" "$root/doctor/aurpay-doctor" "$@"
        ;;
esac
