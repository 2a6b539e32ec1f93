#!/usr/bin/env bash
# Formats the C sources with clang-format and the PHP files with php-cs-fixer, and updates the translations of the plugin.
#
# usage: ./dev format [--check]
#
#   --check  changes nothing; prints the differences, and fails if there are any
#
# It needs clang-format 14, as in Debian 12: other versions format differently.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/composer.sh"
. "$root/scripts/lib/files.sh"

read_check_flag "$@"

cd "$root"
if command -v clang-format-14 >/dev/null; then
    clang_format=clang-format-14
    require composer
else
    clang_format=clang-format
    require clang-format composer
fi
require translations
version=$("$clang_format" --version)
[[ $version == *'version 14.'* ]] || die "clang-format 14 is needed, but this is $version"
require_php_tools

format_c() {
    local files file status=0
    mapfile -t files < <(c_files)
    if [[ -z $check ]]; then
        "$clang_format" -i --style=file "${files[@]}"
        return
    fi
    for file in "${files[@]}"; do
        "$clang_format" --style=file "$file" | diff -u --label "$file" --label "$file, formatted" "$file" - || status=1
    done
    return "$status"
}

format_php() {
    local options=(--config=.php-cs-fixer.dist.php --show-progress=none)
    if [[ -z $check ]]; then
        options+=(--quiet)
    else
        options+=(--dry-run --diff)
    fi
    quietly "$build/php-cs-fixer.log" "$tools_bin/php-cs-fixer" fix "${options[@]}"
}

# The texts of the WooCommerce plugin, for translators, and what WordPress loads of their work.
format_translations() {
    python3 scripts/woocommerce/translations.py integrations/woocommerce ${check:+--check}
}

stubs_state() {
    cat stubs/*.stub.php | sha256sum
}

status=0
stubs_before=$(stubs_state)
format_c || status=1
format_php || status=1
format_translations || status=1
if [[ $status -ne 0 ]]; then
    [[ -z $check ]] || die 'not formatted: run ./dev format'
    die 'could not format'
fi
# The generated headers contain a checksum of their stub, so generate them again.
if [[ "$(stubs_state)" != "$stubs_before" ]]; then
    bash scripts/stubs.sh
fi
[[ -z $check ]] || echo 'all files are formatted'
