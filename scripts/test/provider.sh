#!/usr/bin/env bash
# For ./dev test --provider: adds a provider to a copy of the tree, builds it and runs the provider's tests.
#
# The provider in tests/provider consists of a table, a class and a stub. This proves that adding a provider takes only
# such files, two lines in config.m4 and two in aurpay.c. ./dev stubs generates the arginfo of its stub.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"

help_if_asked "${1:-}"
make_build_folder
tree=$build/provider
source=$root/tests/provider
lock_folder "$tree"

# Copies all that is built and tested, with the files' times, so that make compiles only what changed.
copy_tree() {
    local entry
    for entry in aurpay.c php_aurpay.h config.m4 src tests scripts; do
        rm -rf "${tree:?}/$entry"
        cp -a "$root/$entry" "$tree/$entry"
    done
    rm -rf "$tree/tests/provider"
}

# Adds the provider's files. They must not replace files of the tree.
add_files() {
    local file
    while read -r file; do
        [[ ! -e $tree/$file ]] || die "tests/provider replaces $file"
        cp -a "$source/$file" "$tree/$file"
    done < <(cd "$source" && find src -type f)
    cp -a "$source/tests" "$tree/tests/quay"
}

# Adds LINE after the line AFTER, which the file must have exactly once: add_line FILE LINE AFTER.
add_line() {
    [[ $(grep -cxF -- "$3" "$tree/$1") -eq 1 ]] || die "$1 must have this line exactly once: $3"
    awk -v line="${2//\\/\\\\}" -v after="${3//\\/\\\\}" '{ print } $0 == after { print line }' "$tree/$1" >"$tree/edited"
    mv "$tree/edited" "$tree/$1"
}

copy_tree
add_files
add_line config.m4 "    src/providers/quay.c \\" "    src/providers/enayapay_ipin.c \\"
add_line config.m4 "    src/php/quay.c \\" "    src/php/pages.c \\"
add_line aurpay.c '#include "src/php/quay.h"' '#include "php_aurpay.h"'
add_line aurpay.c '    php_aurpay_register_quay,' '    /* The other providers. */'
cd "$tree"
bash scripts/test.sh --phpt --skips-fail tests/quay 9>&-
