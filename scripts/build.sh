#!/usr/bin/env bash
# Builds the extension, out of tree, in build/NAME.
#
# usage: ./dev build [--cc CC] [--dir NAME] [--werror] [--print-path]
#
#   --cc CC       the C compiler (default: $CC, or gcc)
#   --dir NAME    builds in build/NAME (default: default)
#   --werror      turns on the project's warnings, as errors; the tests and CI use this
#   --print-path  prints only the path of the extension
#
# PHPIZE and PHP_CONFIG in the environment choose the PHP to build for (default: phpize and
# php-config). CFLAGS (default: -O2 -g) and LDFLAGS are used as given. A second build compiles only what
# changed. A change of config.m4, PHP, compiler or flags causes a full build.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

compiler=${CC:-gcc}
name=default
werror=
print_path=
while [[ $# -gt 0 ]]; do
    case $1 in
        --cc) compiler=${2:?--cc needs a compiler} && shift ;;
        --dir) name=${2:?--dir needs a name} && shift ;;
        --werror) werror=yes ;;
        --print-path) print_path=yes ;;
        -h | --help) show_help && exit 0 ;;
        *) bad_usage "unknown argument '$1'" ;;
    esac
    shift
done
[[ $name =~ ^[A-Za-z0-9._-]+$ && $name != .* ]] || bad_usage "'$name' is not a valid name for a build folder"

require build
phpize=$(command -v "${PHPIZE:-phpize}") || die "there is no ${PHPIZE:-phpize}"
php_config=$(command -v "${PHP_CONFIG:-php-config}") || die "there is no ${PHP_CONFIG:-php-config}"
command -v "$compiler" >/dev/null || die "there is no compiler '$compiler'"

make_build_folder
dir=$build/$name
extension=$dir/obj/modules/aurpay.so
lock_folder "$dir"

cflags=${CFLAGS:--O2 -g}
warnings='-std=c11 -Wall -Wextra -Wshadow -Wstrict-prototypes -Werror'

# Prints what the result of configure depends on. If this changes, the folder is configured again.
configuration() {
    echo "$root $phpize $("$php_config" --version --phpapi --php-binary | tr '\n' ' ')"
    echo "$compiler $("$compiler" --version | head -n 1)"
    echo "$cflags | ${LDFLAGS:-} | $werror"
    sha256sum <"$root/config.m4"
}

# phpize writes into the folder that it runs in. So it runs in a folder of links to the checkout.
configure() {
    local entry
    rm -rf "$dir/src" "$dir/obj" "$dir/configured"
    mkdir -p "$dir/src" "$dir/obj"
    for entry in config.m4 aurpay.c php_aurpay.h src tests; do
        ln -s "$root/$entry" "$dir/src/$entry"
    done
    (cd "$dir/src" && "$phpize") || return
    (cd "$dir/obj" &&
        CFLAGS=$cflags ../src/configure --with-php-config="$php_config" CC="$compiler" LDFLAGS="${LDFLAGS:-}") || return
    write_makefile
}

# Writes GNUmakefile, which make prefers to the Makefile of configure. It includes that Makefile and changes:
#   - The headers of PHP and of the libraries become system headers, so that the compiler does not warn about them.
#   - In the bindings, unused parameters are allowed: the engine passes every method the same parameters.
#   - For PHP 8.6, the bindings use gnu11, as its headers use typeof.
write_makefile() {
    local bindings='-Wno-unused-parameter'
    [[ $("$php_config" --vernum) -lt 80600 ]] || bindings+=' -std=gnu11'
    {
        echo 'include Makefile'
        sed -n -E "/^INCLUDES =/{s/ -I/ -isystem /g;s| -isystem ($dir)| -I\\1|g;p}" "$dir/obj/Makefile"
        # -MP: a deleted header does not break the build.
        echo 'CFLAGS += -MP'
        if [[ -n $werror ]]; then
            echo "CFLAGS += $warnings"
            echo "CFLAGS += \$(if \$(filter src/core/% src/providers/%,\$@),,$bindings)"
        fi
    } >"$dir/obj/GNUmakefile"
}

if [[ "$(configuration)" != "$(cat "$dir/configured" 2>/dev/null)" ]]; then
    quietly "$dir/configure.log" configure || die "could not configure build/$name"
    configuration >"$dir/configured"
fi
quietly "$dir/make.log" make -s -C "$dir/obj" -j"$(cpu_count)" LIBTOOL="$dir/obj/libtool --silent" build-modules ||
    die "could not build build/$name"
# Without --werror a warning does not stop the build, but it is shown.
if grep -q 'warning:' "$dir/make.log"; then
    cat "$dir/make.log" >&2
fi
[[ -f $extension ]] || die "the build did not create $extension"

if [[ -n $print_path ]]; then
    echo "$extension"
else
    echo "built build/$name/obj/modules/aurpay.so for PHP $("$php_config" --version)"
fi
