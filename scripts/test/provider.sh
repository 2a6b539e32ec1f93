#!/usr/bin/env bash
# For ./dev test --provider: adds a provider to a copy of the tree, builds it and runs the provider's tests.
#
# The provider in tests/provider consists of a table, a class and a stub. This proves that adding a provider takes only
# such files, two lines in config.m4 and two in aurpay.c. ./dev stubs generates the arginfo of its stub.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/tree.sh"

help_if_asked "${1:-}"
make_build_folder
tree=$build/provider
source=$root/tests/provider
lock_folder "$tree"

# Adds the provider's files. They must not replace files of the tree.
add_files() {
    local file
    while read -r file; do
        [[ ! -e $tree/$file ]] || die "tests/provider replaces $file"
        cp -a "$source/$file" "$tree/$file"
    done < <(cd "$source" && find src -type f)
    cp -a "$source/tests" "$tree/tests/quay"
}

copy_tree
rm -rf "$tree/tests/provider"
add_files
add_line config.m4 "    src/providers/quay.c \\" "    src/providers/enayapay_ipin.c \\"
add_line config.m4 "    src/php/quay.c \\" "    src/php/pages.c \\"
add_line aurpay.c '#include "src/php/quay.h"' '#include "php_aurpay.h"'
add_line aurpay.c '    php_aurpay_register_quay,' '    /* The other providers. */'
cd "$tree"
bash scripts/test.sh --phpt --skips-fail tests/quay 9>&-
