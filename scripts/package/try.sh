#!/usr/bin/env bash
# For package.sh: installs a package with pecl, runs a call, and uninstalls it. This changes the machine it runs on.
#
# usage: scripts/package/try.sh PACKAGE.tgz CALL.php [OPTION...]
#
#   OPTION  options of pecl
#
# Enables the extension in the folder $ini_folder, or with phpenmod if that is not set. ./dev package shows the lines
# that begin with "> ".
set -euo pipefail

package=$1
call=$2
shift 2
version=$(basename "$package" .tgz)
version=${version#aurpay-}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

fail() {
    cat "$log"
    echo "$*"
    exit 1
}

show() {
    grep -E "$1" "$log" | sed 's/^/> /'
}

enable() {
    if [[ -n ${ini_folder:-} ]]; then
        echo "extension=$(pecl "$@" config-get ext_dir)/aurpay.so" >"$ini_folder/aurpay.ini"
        export PHP_INI_SCAN_DIR=:$ini_folder
    else
        version_of_php=$(php -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
        echo 'extension=aurpay' >"/etc/php/$version_of_php/mods-available/aurpay.ini"
        phpenmod aurpay
    fi
}

disable() {
    if [[ -n ${ini_folder:-} ]]; then
        rm "$ini_folder/aurpay.ini"
    else
        phpdismod aurpay
    fi
}

! php --ri aurpay >"$log" 2>&1 || fail 'the extension is loaded before it is installed'
pecl "$@" install "$package" </dev/null >"$log" 2>&1 || fail 'pecl install failed'
! grep -E '\.[ch]:[0-9]+.*warning:' "$log" || fail 'the compiler warned'
grep -q "^install ok: channel://[^/]*/aurpay-$version\$" "$log" || fail 'pecl installed nothing'
show "^Build process completed|^Installing '|^install ok|^You should add"
pecl "$@" list 2>&1 | grep -qE "^aurpay +$version +alpha" || fail 'pecl does not list the package'

enable "$@"
php --ri aurpay >"$log" 2>&1 || fail 'php --ri failed'
grep -qx "Version => $version" "$log" || fail "the extension is not of version $version"
for row in 'libcurl' 'libcurl (built with)' 'TLS library of libcurl' 'OpenSSL' 'OpenSSL (built with)' 'HTTP/2' 'At most once by'; do
    grep -qF "$row => " "$log" || fail "php --ri has no row: $row"
done
show ' => '
php -d display_errors=stderr -d error_reporting=-1 -d zend.assertions=1 "$call" >"$log" 2>&1 || fail 'the call failed'
show '.'

doctor=$(pecl "$@" config-get bin_dir)/aurpay-doctor
"$doctor" --problems extension settings >"$log" 2>&1 || fail 'aurpay-doctor finds a problem'
show ' ok, '

disable
pecl "$@" uninstall aurpay </dev/null >"$log" 2>&1 || fail 'pecl uninstall failed'
show '^uninstall ok'
[[ ! -e $doctor ]] || fail 'aurpay-doctor is still there after pecl uninstall'
! php --ri aurpay >"$log" 2>&1 || fail 'the extension is still loaded after pecl uninstall'
