#!/usr/bin/env bash
# Checks the stubs with PHPStan: it must accept a sample shop, and reject variants of it with mistakes.
#
# usage: ./dev phpstan-sample
#
# The sample is in tests/phpstan. PHPStan checks it twice: at its highest level (plain.neon), and with bleeding edge
# as well (strict.neon). The extension is not loaded. Files in accepted/ must have no error, files in rejected/ exactly
# the error that is marked in them.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/composer.sh"
. "$root/scripts/lib/sums.sh"

help_if_asked "${1:-}"
[[ $# -eq 0 ]] || bad_usage "unknown argument '$1'"

require phpunit composer
require_php_tools
cd "$root"
make_build_folder
dir=$build/phpstan-sample
lock_folder "$dir"

# Uses copies of PHP's ini files without those that load the extension. The paths are in the environment, so that
# PHPStan's worker processes use the copies too.
without_extension() {
    local file
    rm -rf "$dir/ini"
    mkdir -p "$dir/ini/conf.d"
    : >"$dir/ini/php.ini"
    while read -r file; do
        grep -q aurpay "$file" || cp "$file" "$dir/ini/conf.d/"
    done < <(php -r 'echo str_replace(",", "", (string) php_ini_scanned_files());' | sed '/^[[:space:]]*$/d')
    export PHPRC=$dir/ini PHP_INI_SCAN_DIR=$dir/ini/conf.d
    php -r 'exit(extension_loaded("aurpay") ? 1 : 0);' || die 'the extension is still loaded'
}

without_extension
for name in plain strict; do
    files=(tests/phpstan/accepted/*.php tests/phpstan/rejected/*.php)
    [[ $name == plain ]] || files+=(tests/phpstan/rejected/strict/*.php)
    # Ignore the status, as errors are expected. compare.php fails if the report is not JSON.
    "$tools_bin/phpstan" analyse --configuration="tests/phpstan/$name.neon" --no-progress --memory-limit=1G \
        --error-format=json >"$dir/$name.json" 2>"$dir/$name.errors" </dev/null || true
    run_logged "$dir/$name.log" php tests/phpstan/compare.php "$dir/$name.json" "${files[@]}"
    if ! read_sum "$dir/$name.log" "$status"; then
        cat "$dir/$name.errors" "$dir/$name.log" >&2
        die "PHPStan wrote no report with tests/phpstan/$name.neon"
    fi
    add_sum
    echo "$name: $(tail -n 1 "$dir/$name.log")"
    grep '^FAILED' "$dir/$name.log" || true
done
finish_sum
