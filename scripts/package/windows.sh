#!/usr/bin/env bash
# For package.sh: checks that the released C sources compile for 64-bit Windows.
#
# usage: bash scripts/package/windows.sh FOLDER <LIST
#
# FOLDER is a folder for the headers, and LIST are the names of the sources, one per line. clang checks the syntax with
# mingw's headers of the C runtime that PHP uses there (UCRT). The bindings are checked twice, for a PHP with threads
# and for one without, with the headers that PHP's source has for Windows. Nothing is linked or run.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/library-headers.sh"
. "$root/scripts/lib/php-source.sh"

folder=$(realpath -- "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Unpacks PHP's source into $folder/php. Where file names ignore case, PHP includes headers by other names.
unpack_headers_of_php() {
    local version
    version=$(system_php_version)
    if [[ "$(cat "$folder/php.version" 2>/dev/null)" != "$version" ]]; then
        rm -rf "$folder/php" "$folder/php.version"
        unpack_php "$version" "$folder/php"
        cp "$folder/php/win32/build/config.w32.h.in" "$folder/php/main/config.w32.h"
        mkdir -p "$folder/php/names"
        echo '#include <winsock2.h>' >"$folder/php/names/Winsock2.h"
        echo '#include <ws2tcpip.h>' >"$folder/php/names/Ws2tcpip.h"
        echo "$version" >"$folder/php.version"
    fi
}

# Checks one source: compile FILE FLAGS...
compile() {
    local file=$1
    shift
    clang --target=x86_64-w64-windows-gnu -D_UCRT -fsyntax-only -std=c11 -Wall -Wextra -Wshadow -Wstrict-prototypes \
        -Werror -nostdinc "$@" -isystem "$(clang -print-resource-dir)/include" -isystem "$folder/libraries" \
        -isystem /usr/x86_64-w64-mingw32/include -isystem /usr/share/mingw-w64/include "$file"
}

# As PHP's configure.js sets them for an extension that is a DLL.
binding_flags=(-include "$root/scripts/package/windows.h" -fms-extensions -fdeclspec -Wno-unused-parameter
    -DZEND_WIN32 -DPHP_WIN32=1 -DWIN32 -D_WINDOWS -DWINDOWS=1 -D_USE_MATH_DEFINES -DFD_SETSIZE=256 -DZEND_DEBUG=0
    -DCOMPILE_DL_AURPAY -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1 -I. -Isrc)
for name in names . main Zend TSRM ext win32; do
    binding_flags+=(-isystem "$folder/php/$name")
done

copy_library_headers "$folder/libraries"
unpack_headers_of_php
cd "$root"
checked=0
status=0
while read -r file; do
    case $file in
        src/core/* | src/providers/*) compile "$file" || status=1 ;;
        *)
            compile "$file" "${binding_flags[@]}" || status=1
            compile "$file" "${binding_flags[@]}" -DZTS=1 || status=1
            ;;
    esac
    checked=$((checked + 1))
done
[[ $checked -gt 0 ]] || die 'there is no source to check'
echo "checked $checked sources"
exit "$status"
