#!/usr/bin/env bash
# Tests the Laravel package in real applications, with php-fpm, nginx, queue workers and the sandbox.
#
# usage: ./dev laravel [--laravel 12|13] [--database sqlite|pgsql] [--browser] [WORD...]
#        ./dev laravel --shop
#
#   --laravel NUMBER  only with this version of Laravel (default: one after the other). 12 runs with this machine's PHP;
#                     13 with PHP 8.4, in a chroot of Debian 13, which needs root
#   --database NAME   with this database (default: Laravel 12 with PostgreSQL, 13 with SQLite)
#   --browser         also drives examples/laravel in Chromium, with Laravel 12. Screenshots: build/laravel/screenshots
#   --shop            makes examples/laravel with a sandbox, to try by hand, until Ctrl-C
#   WORD              runs only tests whose class or method has one of these words
#
# Without a WORD, the tests of Aurpay::fake() run once more without the extension.
#
# The tests are PHPUnit's, in integrations/laravel/tests. Composer makes an application of each version in
# build/laravel, which has the package of this checkout, as docs/laravel.md says. PostgreSQL and Redis run for the tests alone.
# The chroot is in build/chroots or $AURPAY_CHROOT_CACHE. The first run makes it, which takes a minute or two.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/phpunit.sh"
. "$root/scripts/lib/laravel.sh"
. "$root/scripts/lib/npm.sh"
. "$root/scripts/lib/chroot.sh"
. "$root/scripts/lib/mirror.sh"
. "$root/scripts/lib/sums.sh"
. "$root/scripts/matrix/chroot.sh"

versions=(12 13)
database=
browser=
mode='tests'
words=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --laravel)
            [[ ${2:-} == 12 || ${2:-} == 13 ]] || bad_usage '--laravel needs 12 or 13'
            versions=("$2")
            shift
            ;;
        --database)
            [[ ${2:-} == sqlite || ${2:-} == pgsql ]] || bad_usage '--database needs sqlite or pgsql'
            database=$2
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
[[ $mode != shop ]] || versions=(12)
[[ $EUID -eq 0 || " ${versions[*]} " != *' 13 '* ]] ||
    die 'the tests with Laravel 13 run in a chroot, which needs root: run them as root, or use --laravel 12'
[[ -z $browser || " ${versions[*]} " == *' 12 '* ]] || bad_usage '--browser is for Laravel 12'

# Prepares the tests with Laravel 12, in this machine's PHP: sets $app, $extension and $usual_database.
prepare_12() {
    require build run sandbox
    need php-pgsql extension pdo_pgsql
    need postgresql command pg_createcluster
    need redis-server command redis-server
    # Laravel's default client. Its settings in .env can name a socket, which predis's cannot.
    need php-redis extension redis
    [[ -z $browser ]] || prepare_browser
    require_application 12
    extension=$(bash "$root/scripts/build.sh" --print-path) || die 'could not build the extension'
    usual_database=pgsql
}

prepare_browser() {
    require browser
    require_npm_tools
    exec 9>&-
    AURPAY_CHROMIUM=$(command -v chromium)
    AURPAY_LARAVEL_SCREENSHOTS=$build/laravel/screenshots
    export AURPAY_CHROMIUM AURPAY_LARAVEL_SCREENSHOTS
    rm -rf "$AURPAY_LARAVEL_SCREENSHOTS"
    mkdir -p "$AURPAY_LARAVEL_SCREENSHOTS"
}

# The same with Laravel 13. Composer runs outside of the chroot, where it knows this machine's certificates.
prepare_13() {
    require chroot
    make_build_folder
    make_chroot trixie-laravel trixie '' php8.4-{cli,dev,fpm,curl,mbstring,pgsql,sqlite3,xml} php-redis postgresql \
        redis-server
    build_in_chroot
    require_application 13
    usual_database=sqlite
}

# Runs a command where the tests with a version of Laravel run: run_with VERSION COMMAND...
run_with() {
    local version=$1
    shift
    if [[ $version == 12 ]]; then
        "$@"
    else
        local chroot_shares=("$root" "$build")
        in_chroot "$chroot" "$@"
    fi
}

# Runs PHPUnit with a version of Laravel, and adds its numbers: phpunit_with VERSION LOG [-d OPTION]... -- [ARGUMENTS]...
# The options before -- are PHP's.
phpunit_with() {
    local version=$1 log=$build/laravel/$2.log options=()
    shift 2
    while [[ $1 != -- ]]; do
        options+=("$1")
        shift
    done
    shift
    [[ ${#words[@]} -eq 0 ]] || set -- --filter "$(phpunit_filter "${words[@]}")" "$@"
    # Chromium is on this machine.
    [[ -n $browser && $version == 12 ]] || set -- --exclude-group browser "$@"
    run_shown "$log" run_with "$version" env AURPAY_LARAVEL_APP="$app" AURPAY_LARAVEL_DATABASE="${database:-$usual_database}" \
        AURPAY_EXTENSION="$extension" php "${options[@]}" "$app/vendor/bin/phpunit" \
        --configuration "$root/integrations/laravel/tests/phpunit.xml" "$@"
    # shellcheck disable=SC2154 # run_shown sets it
    read_sum "$log" "$status" || true
    add_sum
}

# Tests with a version of Laravel.
test_with() {
    # shellcheck disable=SC2016 # PHP's variable, not the shell's
    echo "==== Laravel $(run_with "$1" php -r 'require $argv[1];
        echo Illuminate\Foundation\Application::VERSION, ", PHP ", PHP_VERSION;' "$app/vendor/autoload.php"), ${database:-$usual_database}"
    phpunit_with "$1" "$1-${database:-$usual_database}" -d extension="$extension" --
    if [[ ${#words[@]} -eq 0 ]]; then
        echo '==== Aurpay::fake() without the extension'
        run_with "$1" php -r 'exit(extension_loaded("aurpay") ? 1 : 0);' ||
            die 'php loads aurpay by itself; remove that from its ini files'
        phpunit_with "$1" "$1-fake" -- --testsuite fake
    fi
}

for version in "${versions[@]}"; do
    "prepare_$version"
    # Other runs may use the application and the chroot now.
    exec 9>&-
    if [[ $mode == shop ]]; then
        export AURPAY_LARAVEL_APP=$app AURPAY_EXTENSION=$extension
        exec php -d extension="$extension" "$root/integrations/laravel/tests/try.php"
    fi
    test_with "$version"
done
finish_sum
