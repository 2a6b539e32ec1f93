# Copies of the tree, to which files are added before they are built.
# shellcheck shell=bash
#
# $tree is the folder of the copy.

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Copies all that is built and tested to $tree, with the files' times, so that make compiles only what changed.
copy_tree() {
    local entry
    for entry in aurpay.c php_aurpay.h config.m4 src tests scripts; do
        rm -rf "${tree:?}/$entry"
        cp -a "$root/$entry" "$tree/$entry"
    done
}

# Adds LINE after the line AFTER, which the file must have exactly once: add_line FILE LINE AFTER.
add_line() {
    [[ $(grep -cxF -- "$3" "$tree/$1") -eq 1 ]] || die "$1 must have this line exactly once: $3"
    awk -v line="${2//\\/\\\\}" -v after="${3//\\/\\\\}" '{ print } $0 == after { print line }' "$tree/$1" >"$tree/edited"
    touch -r "$root/$1" "$tree/edited"
    mv "$tree/edited" "$tree/$1"
}
