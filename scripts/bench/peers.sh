#!/usr/bin/env bash
# Fetches the libraries that ./dev bench compares with, once, into build/bench/peers. PHPStan reads them too.
#
# usage: scripts/bench/peers.sh [PHP-VERSION FOLDER]
#
#   PHP-VERSION  fetches the releases for this PHP (such as 8.5.7), which need not be installed here. Default: the system's
#   FOLDER       where to. Default: build/bench/peers
#
# Composer installs Guzzle and Symfony HttpClient into separate folders, so that neither loads the other's files.
# WordPress Requests is extracted from Debian 12's package wordpress, without installing it.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

help_if_asked "${1:-}"
require composer bench-peers
make_build_folder
php_version=${1:-$(php -r 'echo PHP_VERSION;')}
peers=${2:-$build/bench/peers}
lock_folder "$peers"

install_composer_peer() {
    local name=$1 folder=$peers/$1 wanted
    wanted="$(sha256sum <"$root/bench/peers/$name/composer.json") $php_version"
    [[ "$(cat "$folder/installed" 2>/dev/null)" != "$wanted" ]] || return 0
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$root/bench/peers/$name/composer.json" "$folder/"
    quietly "$peers/$name.log" install_for_php "$folder" || die "could not install the peer $name"
    echo "$wanted" >"$folder/installed"
}

install_for_php() {
    export COMPOSER_ALLOW_SUPERUSER=1
    composer config platform.php "$php_version" -d "$1" &&
        composer install --no-interaction --no-progress --no-dev --optimize-autoloader -d "$1"
}

# apt-get download needs current package lists: if it fails, update them and try again.
fetch_wordpress() {
    cd "$peers" && rm -rf wordpress wordpress_*.deb && mkdir wordpress &&
        { apt-get download wordpress || { as_root apt-get update && apt-get download wordpress; }; } &&
        dpkg-deb --fsys-tarfile wordpress_*.deb | tar -x -C wordpress --strip-components=5 \
            ./usr/share/wordpress/wp-includes/class-requests.php ./usr/share/wordpress/wp-includes/Requests &&
        rm wordpress_*.deb
}

install_composer_peer guzzle
install_composer_peer symfony
if [[ ! -e $peers/wordpress/class-requests.php || ! -d $peers/wordpress/Requests ]]; then
    (quietly "$peers/wordpress.log" fetch_wordpress) || die 'could not fetch the package wordpress'
fi
