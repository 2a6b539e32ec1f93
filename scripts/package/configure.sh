#!/usr/bin/env bash
# For package.sh: checks that configure in a packed release says what is missing and what to install.
#
# usage: bash scripts/package/configure.sh PACKAGE.tgz

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"

package=$(realpath "$1")
make_build_folder
dir=$build/package/configure
rm -rf "$dir"
mkdir -p "$dir"/{empty,curl,crypto,headers/old/curl,headers/old/openssl}
tar -xzf "$package" -C "$dir"
cd "$dir/$(basename "$package" .tgz)"
phpize=${PHPIZE:-phpize}
php_config=$(command -v "${PHP_CONFIG:-php-config}")
quietly "$dir/phpize.log" "$phpize"
grep -q . "$dir/phpize.log" || die 'phpize printed nothing'

# Keep configure's results about the compiler for the runs below, but not its results about pkg-config.
quietly "$dir/good.log" ./configure --with-php-config="$php_config" --cache-file="$dir/cache"
grep -vE 'PKG_CONFIG|pkg_cv_|ac_cv_env_' "$dir/cache" >"$dir/cache.clean"

# Writes a file for pkg-config: pc FOLDER NAME VERSION [CFLAGS].
pc() {
    printf 'Name: %s\nDescription: %s\nVersion: %s\nCflags: %s\nLibs: -l%s\n' "$2" "$2" "$3" "${4:-}" "${2#lib}" \
        >"$dir/$1/$2.pc"
}

failed=0
refused=()

# Checks that configure fails with a message: refuses NAME MESSAGE VARIABLE=VALUE...
refuses() {
    local name=$1 message=$2 log=$dir/case.log
    shift 2
    cp "$dir/cache.clean" "$dir/cache"
    if env "$@" ./configure --with-php-config="${case_php_config:-$php_config}" --cache-file="$dir/cache" \
        >"$log" 2>&1 </dev/null; then
        echo "$name: configure succeeds"
        failed=$((failed + 1))
    elif ! tail -n 1 "$log" | grep -qE "^configure: error: $message"; then
        echo "$name: configure does not end with '$message'. Its last lines:"
        tail -n 5 "$log"
        failed=$((failed + 1))
    else
        refused+=("$name")
    fi
}

curl_message='libcurl 7\.74 or later with its headers is needed \(Debian: libcurl4-openssl-dev, RHEL: libcurl-devel, '
crypto_message='OpenSSL 1\.1\.1 or later with its headers is needed \(Debian: libssl-dev, RHEL: openssl-devel, '
refuses 'no pkg-config' 'pkg-config is needed' PKG_CONFIG="$dir/empty/pkg-config"
refuses 'no libcurl' "$curl_message" PKG_CONFIG_PATH= PKG_CONFIG_LIBDIR="$dir/empty"

pc curl libcurl 7.73.0
refuses 'libcurl 7.73' "$curl_message" PKG_CONFIG_PATH= PKG_CONFIG_LIBDIR="$dir/curl"
pc curl libcurl 7.74.0
refuses 'libcurl 7.74, no OpenSSL' "$crypto_message" PKG_CONFIG_PATH= PKG_CONFIG_LIBDIR="$dir/curl"
pc crypto libcrypto 1.1.0l
refuses 'OpenSSL 1.1.0' "$crypto_message" PKG_CONFIG_PATH= PKG_CONFIG_LIBDIR="$dir/curl:$dir/crypto"

# The libraries are installed, but their headers are missing or of another version.
echo '#define LIBCURL_VERSION_NUM 0x074900' >"$dir/headers/old/curl/curl.h"
pc curl libcurl 7.88.1 "-I$dir/headers/old"
refuses 'headers of libcurl 7.73' "$curl_message" PKG_CONFIG_PATH="$dir/curl"
echo '#include "no_such_header.h"' >"$dir/headers/old/curl/curl.h"
refuses 'no headers of libcurl' "$curl_message" PKG_CONFIG_PATH="$dir/curl"
echo '#define OPENSSL_VERSION_NUMBER 0x101000cfL' >"$dir/headers/old/openssl/evp.h"
pc crypto libcrypto 3.0.17 "-I$dir/headers/old"
refuses 'headers of OpenSSL 1.1.0' "$crypto_message" PKG_CONFIG_PATH="$dir/crypto"

# The php-config of another PHP, as on hosts with several PHPs.
cat >"$dir/php-config" <<SH
#!/bin/sh
case \$1 in
    --version) echo 8.1.30 ;;
    --vernum) echo 80130 ;;
    *) exec '$php_config' "\$@" ;;
esac
SH
chmod +x "$dir/php-config"
case_php_config=$dir/php-config
refuses 'PHP 8.1' 'PHP 8\.2 or later is needed, but .* belongs to PHP 8\.1\.30'
echo "> refused, with what to install:$(printf ' %s;' "${refused[@]}")"
[[ $failed -eq 0 ]]
