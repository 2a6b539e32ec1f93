#!/usr/bin/env bash
# For ./dev secrets: builds the extension so that every release of memory and every return of a function is watched.
#
# Prints the path of the extension. The sources are a copy of the tree with the files of tests/secrets/watched, one line
# in config.m4 for each, and two in aurpay.c.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/tree.sh"

help_if_asked "${1:-}"
make_build_folder
tree=$build/watched
lock_folder "$tree"

copy_tree
for file in "$root"/tests/secrets/watched/*.[ch]; do
    name=$(basename "$file")
    [[ ! -e $tree/src/php/$name ]] || die "tests/secrets/watched replaces src/php/$name"
    cp -a "$file" "$tree/src/php/$name"
    [[ $name == *.h ]] || add_line config.m4 "    src/php/$name \\" "    src/php/pages.c \\"
done
add_line aurpay.c '#include "src/php/witness.h"' '#include "php_aurpay.h"'
add_line aurpay.c '    php_aurpay_register_witness,' '    /* The other providers. */'

# Without inlining, each function has a frame of its own, which is looked at when it returns.
wrapped=(malloc calloc realloc free curl_free curl_slist_append curl_slist_free_all _efree)
# Not these, which are called for each byte of a text and have nothing but numbers in their frames.
plain=aurpay_character_is,aurpay_character_span,is_control,aurpay_character_hex_value,is_visible,smaller,larger,longer
plain+=,match_length,secret_length,find_field_value,is_at_name,aurpay_buffer_append
export CFLAGS="-O2 -g -fno-inline -fno-omit-frame-pointer -fno-optimize-sibling-calls -finstrument-functions \
-finstrument-functions-exclude-file-list=/usr/include,witness.c,patterns.c,src/core/echo.c \
-finstrument-functions-exclude-function-list=$plain"
export LDFLAGS="${wrapped[*]/#/-Wl,--wrap=}"
cd "$tree"
bash scripts/build.sh --dir watched --print-path 9>&-
