#!/usr/bin/env bash
# For ./dev oom: builds the extension with allocators that fail on demand, and runs tests/oom/php/run.php.
#
# The build is that of a copy of the tree. In the copy, tests/oom/php.c is one more source, and the linker redirects the
# allocators of our own objects to it. Nothing of that is in the extension that is shipped.
#
# usage: scripts/oom/php.sh [--full] [--only METHOD]

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/system-tools.sh"
. "$root/scripts/lib/tree.sh"

help_if_asked "${1:-}"
# Without --full, every allocation fails, too.
[[ ${1:-} != --full ]] || shift
make_build_folder
tree=$build/oom-php
lock_folder "$tree"
use_system_tools

copy_tree
mkdir -p "$tree/src/oom"
cp -a "$root"/tests/oom/{allocator,guard,php}.[ch] "$tree/src/oom/"
add_line config.m4 "    src/oom/allocator.c src/oom/guard.c src/oom/php.c \\" "    src/providers/enayapay_ipin.c \\"
add_line config.m4 "  PHP_ADD_BUILD_DIR([\$ext_builddir/src/oom])" "  PHP_ADD_BUILD_DIR([\$ext_builddir/src/php])"
add_line aurpay.c '#include "src/oom/php.h"' '#include "php_aurpay.h"'
add_line aurpay.c '    php_aurpay_register_oom,' '    /* The other providers. */'
echo "building the extension, logs: build/oom-php"
wrapped=
for name in malloc calloc realloc free strdup strndup curl_global_init; do
    wrapped+=" -Wl,--wrap=$name"
done
extension=$(cd "$tree" && LDFLAGS="${LDFLAGS:-}$wrapped" bash scripts/build.sh --werror --dir oom --print-path)
cd "$root"
status=0
rm -f "$tree/at"
# OpenSSL frees at exit, by functions of the extension.
ZEND_DONT_UNLOAD_MODULES=1 "$("${PHP_CONFIG:-php-config}" --php-binary)" -n -d extension="$extension" tests/oom/php/run.php "$tree/at" "$@" 9>&- || status=$?
# A crash says nothing itself.
if [[ $status -gt 1 ]]; then
    { read -r method && read -r what; } <"$tree/at" || true
    echo "PHP ended with status $status: ${method:-at the start}${what:+, $what}"
    [[ -z ${method:-} ]] || printf 'again: ./dev oom --part php --only %q\n' "$method"
    echo '0 passed, 1 failed'
fi
exit "$status"
