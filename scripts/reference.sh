#!/usr/bin/env bash
# Generates docs/reference.md from stubs/*.stub.php.
#
# usage: ./dev reference [--check]
#
#   --check  changes nothing; prints the difference and fails if docs/reference.md does not match the stubs

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

read_check_flag "$@"

require stubs
cd "$root"
stubs=(stubs/*.stub.php)
[[ -e ${stubs[0]} ]] || die 'there are no stubs'
make_build_folder
dir=$build/reference
lock_folder "$dir"
php -d 'error_reporting=E_ALL & ~E_DEPRECATED' -d display_errors=stderr scripts/reference/reference.php \
    "${stubs[@]}" >"$dir/reference.md" ||
    die 'scripts/reference/reference.php failed'

if [[ -n $check ]]; then
    diff -u -N --label docs/reference.md --label 'generated from stubs/' docs/reference.md "$dir/reference.md" ||
        die 'docs/reference.md does not match the stubs: run ./dev reference'
    echo 'docs/reference.md matches the stubs'
elif ! cmp -s "$dir/reference.md" docs/reference.md; then
    cp "$dir/reference.md" docs/reference.md
    echo 'wrote docs/reference.md'
fi
