# Makes applications of Laravel that have the package of integrations/laravel.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

# Makes an application of a version of Laravel if there is none, and sets $app to its folder:
# require_application VERSION. Others wait until this process closes descriptor 9.
require_application() {
    make_build_folder
    require composer
    # Laravel's.
    need php-mbstring extension mbstring
    need php-xml extension dom
    lock_folder "$build/laravel"
    make_application "$1" || die "could not make an application of Laravel $1"
}

# Runs Composer in a folder: composer_in FOLDER COMMAND [ARGUMENTS].
composer_in() {
    local folder=$1
    shift
    quietly "$build/laravel/composer.log" env COMPOSER_ALLOW_SUPERUSER=1 composer "$@" --no-interaction -d "$folder"
}

# Makes the application of a version of Laravel, and sets $app to its folder. Makes it again only if something changes
# that it is made of. No script of Composer runs: this PHP may be older than the one that the application is for.
make_application() {
    local version=$1 php wanted
    app=$build/laravel/app-$version
    php=$(php_of_laravel "$version")
    wanted="$(cat "$root/integrations/laravel/composer.json" "${BASH_SOURCE[0]}" | sha256sum) $php $root"
    [[ "$(cat "$app/.made-of" 2>/dev/null)" != "$wanted" ]] || return 0
    echo "dev: making an application of Laravel $version" >&2
    rm -rf "$app"
    quietly "$build/laravel/composer.log" env COMPOSER_ALLOW_SUPERUSER=1 composer create-project --no-interaction \
        --no-install --no-scripts --ignore-platform-req=php "laravel/laravel:^$version" "$app" || return
    composer_in "$app" config platform.php "$php" || return
    # Pint wants a newer PHP than Laravel 12 does; Pao changes the output of tests; the others are of no use here.
    composer_in "$app" remove --dev --no-update laravel/pint laravel/pail laravel/pao laravel/sail laravel/boost || return
    composer_in "$app" config repositories.aurpay \
        "{\"type\": \"path\", \"url\": \"$root/integrations/laravel\", \"options\": {\"symlink\": true}}" || return
    composer_in "$app" require --dev --no-update larastan/larastan:^3.0 || return
    composer_in "$app" require --no-scripts --ignore-platform-req=ext-aurpay 'aurpay/laravel:@dev' || return
    echo "$wanted" >"$app/.made-of"
}

# Prints the version of PHP that a version of Laravel is tested with: Debian 12's, as on this machine, or Debian 13's.
php_of_laravel() {
    if [[ $1 -ge 13 ]]; then
        echo 8.4.1
    else
        php -r 'echo PHP_VERSION;'
    fi
}
