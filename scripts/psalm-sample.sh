#!/usr/bin/env bash
# Checks the stubs with Psalm: it must accept a sample shop, and find the mistakes in variants of it.
#
# usage: ./dev psalm-sample
#
# The sample is that of ./dev phpstan-sample, in tests/phpstan, without the files of tests and frameworks. tests/psalm/compare.php
# lists the mistakes that Psalm does not find.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/composer.sh"
. "$root/scripts/lib/sums.sh"

help_if_asked "${1:-}"
[[ $# -eq 0 ]] || bad_usage "unknown argument '$1'"

cd "$root"
make_build_folder
dir=$build/psalm
require_composer_packages tests/psalm/composer.json "$dir"
lock_folder "$dir"

files=()
for name in Checkout OtherProviders Refunds Report Settings; do
    files+=("$root/tests/phpstan/accepted/$name.php")
done
files+=("$root"/tests/phpstan/rejected/*.php "$root"/tests/phpstan/rejected/strict/*.php)

# As docs/testing.md says.
{
    echo '<?xml version="1.0"?>'
    echo '<psalm errorLevel="3" findUnusedCode="false" findUnusedBaselineEntry="false">'
    echo '<projectFiles>'
    printf '<file name="%s"/>\n' "${files[@]}"
    echo '</projectFiles>'
    echo "<extraFiles><directory name=\"$root/stubs\"/></extraFiles>"
    echo '</psalm>'
} >"$dir/psalm.xml"

# Ignore the status, as errors are expected. compare.php fails if the report is not JSON.
(cd "$dir" && php vendor/bin/psalm --config=psalm.xml --no-cache --threads=1 --output-format=json) \
    >"$dir/report.json" 2>"$dir/errors" </dev/null || true
run_logged "$dir/log" php tests/psalm/compare.php "$dir/report.json" "${files[@]}"
if ! read_sum "$dir/log" "$status"; then
    cat "$dir/errors" "$dir/log" >&2
    die 'Psalm wrote no report'
fi
add_sum
grep '^FAILED' "$dir/log" || true
finish_sum
