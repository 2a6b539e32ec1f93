#!/usr/bin/env bash
# For package.sh: installs a package with pecl into a temporary folder of this machine.
#
# usage: bash scripts/package/here.sh PACKAGE.tgz OLDER.tgz
#
# These are not the commands of docs/install.md: the ini file is in that folder, too.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"

package=$(realpath "$1")
older=$(realpath "$2")
make_build_folder
folder=$(mktemp -d "$build/package/here.XXXXXX")
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder"/{ini,ext}

# Use a separate package registry.
options=(-c "$folder/pearrc")
quietly "$folder/log" pear config-create "$folder" "$folder/pearrc"
# config-create does not move these two folders.
quietly "$folder/log" pecl "${options[@]}" config-set php_dir "$folder/php" user
quietly "$folder/log" pecl "${options[@]}" config-set ext_dir "$folder/ext" user
# pecl asks php-config for the folder of extensions.
mkdir "$folder/bin"
php_config=$(command -v "${PHP_CONFIG:-php-config}")
ln -s "$(command -v "${PHPIZE:-phpize}")" "$folder/bin/phpize"
cat >"$folder/bin/php-config" <<SH
#!/bin/sh
case \$1 in
    --prefix) echo '$folder' ;;
    --extension-dir) echo '$folder/ext' ;;
    *) exec '$php_config' "\$@" ;;
esac
SH
chmod +x "$folder/bin/php-config"
quietly "$folder/log" pecl "${options[@]}" config-set php_prefix "$folder/bin/" user
MAKEFLAGS=-j$(cpu_count)
export MAKEFLAGS
echo '> NOT on a clean machine: installed into a folder of this one'

# Writes the commands of a step: step NAME COMMAND...
step() {
    local name=$1
    shift
    printf '%s\n' "$@" >"$folder/commands/$name.sh"
}

mkdir "$folder/commands"
pecl="pecl -c $folder/pearrc"
enable="echo 'extension=$folder/ext/aurpay.so' >$folder/ini/aurpay.ini"
step install "$pecl install $package"
step enable "$enable"
step upgrade "rm $folder/ini/aurpay.ini" "$pecl uninstall aurpay" "$pecl install $package" "$enable"
step doctor "$($pecl config-get bin_dir)/aurpay-doctor --problems extension libcurl settings"
step uninstall "rm $folder/ini/aurpay.ini" "$pecl uninstall aurpay"
PHP_INI_SCAN_DIR=:$folder/ini bash scripts/package/try.sh "$package" "$older" scripts/package/try.php "$folder/commands"
left=$(find "$folder" -name '*aurpay*' ! -path "$folder/pear/temp/*")
[[ -z $left ]] || die "left behind: $left"
