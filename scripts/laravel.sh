#!/usr/bin/env bash
# Tests the Laravel package in real applications, with php-fpm, nginx, queue workers and the sandbox.
#
# usage: ./dev laravel [--database sqlite|pgsql] [--browser] [WORD...]
#        ./dev laravel --shop
#
#   --database NAME  only with this database (default: one after the other)
#   --browser        also drives examples/laravel in Chromium, and writes screenshots to build/laravel/screenshots
#   --shop           makes examples/laravel with a sandbox, to try by hand, until Ctrl-C
#   WORD             runs only tests whose class or method has one of these words
#
# Without a WORD, the tests of Aurpay::fake() run once more without the extension.
#
# The tests are PHPUnit's, in integrations/laravel/tests. The application is made by Composer in build/laravel, and
# installs the package from this folder, as docs/laravel.md says. PostgreSQL runs for the tests alone.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/phpunit.sh"
. "$root/scripts/lib/laravel.sh"
. "$root/scripts/lib/npm.sh"
. "$root/scripts/lib/sums.sh"

databases=(sqlite pgsql)
browser=
mode='tests'
words=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --database)
            [[ " ${databases[*]} " == *" ${2:-none} "* ]] || bad_usage '--database needs sqlite or pgsql'
            databases=("$2")
            shift
            ;;
        --browser) browser=yes ;;
        --shop) mode=shop ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *) words+=("$1") ;;
    esac
    shift
done

require build run sandbox
need php-pgsql extension pdo_pgsql
need postgresql command pg_createcluster
require_application 12
extension=$(bash "$root/scripts/build.sh" --print-path) || die 'could not build the extension'
# Other runs may use the application now.
exec 9>&-
export AURPAY_LARAVEL_APP=$app AURPAY_EXTENSION=$extension
if [[ $mode == shop ]]; then
    exec php -d extension="$extension" "$root/integrations/laravel/tests/try.php"
fi
arguments=(--configuration "$root/integrations/laravel/tests/phpunit.xml")
[[ ${#words[@]} -eq 0 ]] || arguments+=(--filter "$(phpunit_filter "${words[@]}")")
if [[ -n $browser ]]; then
    require browser
    require_npm_tools
    exec 9>&-
    AURPAY_CHROMIUM=$(command -v chromium)
    AURPAY_LARAVEL_SCREENSHOTS=$build/laravel/screenshots
    export AURPAY_CHROMIUM AURPAY_LARAVEL_SCREENSHOTS
    rm -rf "$AURPAY_LARAVEL_SCREENSHOTS"
    mkdir -p "$AURPAY_LARAVEL_SCREENSHOTS"
else
    arguments+=(--exclude-group browser)
fi
for database in "${databases[@]}"; do
    echo "==== $database"
    export AURPAY_LARAVEL_DATABASE=$database
    run_shown "$build/laravel/$database.log" php -d extension="$extension" "$app/vendor/bin/phpunit" "${arguments[@]}"
    # shellcheck disable=SC2154 # run_shown sets it
    read_sum "$build/laravel/$database.log" "$status" || true
    add_sum
done
if [[ ${#words[@]} -eq 0 ]]; then
    echo '==== the fake, without the extension'
    php -r 'exit(extension_loaded("aurpay") ? 1 : 0);' || die "php loads aurpay by itself; remove that from its php.ini files"
    run_shown "$build/laravel/fake.log" php "$app/vendor/bin/phpunit" "${arguments[@]}" --testsuite fake
    read_sum "$build/laravel/fake.log" "$status" || true
    add_sum
fi
finish_sum
