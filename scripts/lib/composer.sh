# Installs Composer packages for commands, among them PHPStan and php-cs-fixer.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

# Installs the PHP tools of tools/composer.json into build/tools, and sets $tools_bin to the folder of their commands.
require_php_tools() {
    local tool
    make_build_folder
    tools_bin=$build/tools/vendor/bin
    require_composer_packages tools/composer.json "$build/tools"
    for tool in phpstan php-cs-fixer phpcs; do
        [[ -x $tools_bin/$tool ]] || die "there is no $tool in $tools_bin"
    done
}

# Installs the packages of a composer.json: require_composer_packages FILE FOLDER [VERSION]. Does it again only if the
# file or the version of PHP changes. VERSION is that of another PHP, which the packages are for.
require_composer_packages() {
    require composer
    (cd "$root" && install_composer_packages "$@") || die "could not install the packages of $1"
}

install_composer_packages() {
    local file=$1 folder=$2 version=${3:-} wanted
    wanted="$(sha256sum <"$file") ${version:-$(php -r 'echo PHP_VERSION;')}"
    lock_folder "$folder"
    if [[ "$(cat "$folder/installed" 2>/dev/null)" == "$wanted" ]]; then
        return 0
    fi
    rm -rf "$folder/vendor" "$folder/composer.lock" "$folder/installed"
    cp "$file" "$folder/composer.json"
    if [[ -n $version ]]; then
        quietly "$folder/install.log" env COMPOSER_ALLOW_SUPERUSER=1 \
            composer config --no-interaction -d "$folder" platform.php "$version" || return
    fi
    quietly "$folder/install.log" env COMPOSER_ALLOW_SUPERUSER=1 \
        composer install --no-interaction --no-progress --no-scripts -d "$folder" || return
    echo "$wanted" >"$folder/installed"
}
