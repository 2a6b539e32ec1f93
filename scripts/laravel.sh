#!/usr/bin/env bash
# Tests the Laravel package in real applications, with php-fpm, nginx, queue workers and the sandbox.
#
# usage: ./dev laravel [--laravel 12|13] [--database sqlite|pgsql] [WORD...]
#
#   --laravel NUMBER  only with this version of Laravel (default: one after the other). 12 runs with this machine's PHP;
#                     13 with PHP 8.4, in a chroot of Debian 13, which needs root
#   --database NAME   only with this database (default: Laravel 12 with one after the other, 13 with SQLite)
#   WORD              runs only tests whose class or method has one of these words
#
# The tests are PHPUnit's, in integrations/laravel/tests. Composer makes an application of each version in
# build/laravel, which has the package of this checkout, as docs/laravel.md says. PostgreSQL and Redis run for the tests alone.
# The chroot is in build/chroots or $AURPAY_CHROOT_CACHE. The first run makes it, which takes a minute or two.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/phpunit.sh"
. "$root/scripts/lib/laravel.sh"
. "$root/scripts/lib/chroot.sh"
. "$root/scripts/lib/mirror.sh"
. "$root/scripts/lib/sums.sh"
. "$root/scripts/matrix/chroot.sh"

versions=(12 13)
database=
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
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *) words+=("$1") ;;
    esac
    shift
done
[[ $EUID -eq 0 || " ${versions[*]} " != *' 13 '* ]] ||
    die 'the tests with Laravel 13 run in a chroot, which needs root: run them as root, or use --laravel 12'

# Prepares the tests with Laravel 12, in this machine's PHP: sets $app, $extension and $databases.
prepare_12() {
    require build run sandbox
    need php-pgsql extension pdo_pgsql
    need postgresql command pg_createcluster
    need redis-server command redis-server
    # Laravel's default client. Its settings in .env can name a socket, which predis's cannot.
    need php-redis extension redis
    require_application 12
    extension=$(bash "$root/scripts/build.sh" --print-path) || die 'could not build the extension'
    databases=(sqlite pgsql)
}

# The same with Laravel 13. Composer runs outside of the chroot, where it knows this machine's certificates.
prepare_13() {
    require chroot
    make_build_folder
    make_chroot trixie-laravel trixie '' php8.4-{cli,dev,fpm,curl,mbstring,pgsql,sqlite3,xml} php-redis postgresql \
        redis-server
    build_in_chroot
    require_application 13
    databases=(sqlite)
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

# Tests with a version of Laravel and a database: test_with VERSION DATABASE.
test_with() {
    local log=$build/laravel/$1-$2.log arguments=(--configuration "$root/integrations/laravel/tests/phpunit.xml")
    [[ ${#words[@]} -eq 0 ]] || arguments+=(--filter "$(phpunit_filter "${words[@]}")")
    # shellcheck disable=SC2016 # PHP's variable, not the shell's
    echo "==== Laravel $(run_with "$1" php -r 'require $argv[1];
        echo Illuminate\Foundation\Application::VERSION, ", PHP ", PHP_VERSION;' "$app/vendor/autoload.php"), $2"
    run_shown "$log" run_with "$1" env AURPAY_LARAVEL_APP="$app" AURPAY_LARAVEL_DATABASE="$2" \
        AURPAY_EXTENSION="$extension" php -d extension="$extension" "$app/vendor/bin/phpunit" "${arguments[@]}"
    # shellcheck disable=SC2154 # run_shown sets it
    read_sum "$log" "$status" || true
    add_sum
}

for version in "${versions[@]}"; do
    "prepare_$version"
    # Other runs may use the application and the chroot now.
    exec 9>&-
    for name in ${database:-"${databases[@]}"}; do
        test_with "$version" "$name"
    done
done
finish_sum
