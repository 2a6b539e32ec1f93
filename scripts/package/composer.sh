#!/usr/bin/env bash
# For package.sh: validates composer.json against the schema that comes with Composer, and the other packages with Composer.
#
# usage: bash scripts/package/composer.sh

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

require composer
make_build_folder
folder=$build/package/composer

# The package composer/composer contains the schema. Composer itself is not run from it, so its dependencies are left
# out.
wanted() {
    cat <<'JSON'
{
    "require": {
        "composer/composer": "^2.8",
        "justinrainbow/json-schema": "^5.3 || ^6"
    },
    "replace": {
        "composer/ca-bundle": "*",
        "composer/class-map-generator": "*",
        "composer/metadata-minifier": "*",
        "composer/pcre": "*",
        "composer/semver": "*",
        "composer/spdx-licenses": "*",
        "composer/xdebug-handler": "*",
        "psr/log": "*",
        "react/promise": "*",
        "seld/jsonlint": "*",
        "seld/phar-utils": "*",
        "seld/signal-handler": "*",
        "symfony/console": "*",
        "symfony/filesystem": "*",
        "symfony/finder": "*",
        "symfony/polyfill-php73": "*",
        "symfony/polyfill-php80": "*",
        "symfony/polyfill-php81": "*",
        "symfony/process": "*"
    },
    "config": {
        "allow-plugins": false,
        "lock": false
    }
}
JSON
}

state="$(wanted | sha256sum) $(php -r 'echo PHP_VERSION;')"
if [[ "$(cat "$folder/installed" 2>/dev/null)" != "$state" ]]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    wanted >"$folder/composer.json"
    quietly "$folder/install.log" env COMPOSER_ALLOW_SUPERUSER=1 \
        composer install --no-interaction --no-progress --no-scripts -d "$folder" ||
        die "could not get Composer's schema"
    echo "$state" >"$folder/installed"
fi
cd "$root"
# Composer itself does not know php-ext yet.
php scripts/package/composer.php "$folder/vendor" composer.json
for package in integrations/laravel sandbox stubs; do
    COMPOSER_ALLOW_SUPERUSER=1 composer validate --strict --no-interaction "$package/composer.json" ||
        die "$package/composer.json is not valid"
done
