#!/usr/bin/env bash
# Checks the documentation: its PHP is valid, its links lead somewhere, and its test classes pass.
#
# usage: ./dev docs
#
# Every block of PHP in README.md, bench/README.md and docs/*.md (but docs/reference.md, which ./dev reference makes)
# is read by php -l. A block after "<!-- the same as FILE -->" must be that file, to the byte; the
# files named so that end in Test.php are then run with PHPUnit and the extension. README.md's table
# of the bench must be that of bench/results/results.md.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/sums.sh"

help_if_asked "${1:-}"
[[ $# -eq 0 ]] || bad_usage "unknown argument '$1'"

require build run phpunit
cd "$root"
make_build_folder
dir=$build/docs
lock_folder "$dir"
rm -rf "$dir/blocks"
mkdir -p "$dir/blocks"

# One check: its name, and the command whose output is shown only when it fails.
check() {
    local name=$1 status
    shift
    run_logged "$dir/log" "$@"
    if [[ $status -eq 0 ]]; then
        add_sum 1 0
    else
        add_sum 0 1
        echo "FAILED $name"
        cat "$dir/log"
    fi
}

# Writes each block of PHP of a page to a file that is named after the page and the block's line, and
# prints that name and the file that the block must be the same as, or "-".
blocks_of() {
    awk -v page="$(tr / - <<<"${1%.md}")" -v dir="$dir/blocks" '
        /^<!-- the same as .* -->$/ { same = $5; next }
        /^```php$/ { inside = 1; name = page "-" NR; file = dir "/" name; first = 1; next }
        inside && /^```$/ { close(file); print name, (same == "" ? "-" : same); inside = 0; same = ""; next }
        inside { if (first && !/^<\?php/) print "<?php" > file; first = 0; print > file }
        !inside && !/^```/ && NF { same = "" }
        END { if (inside) { print page ": a block is not closed" > "/dev/stderr"; exit 1 } }
    ' "$1"
}

# The relative links of a page must be files of the checkout.
links_lead_somewhere() {
    local link status=0
    while read -r link; do
        if [[ ! -e $(dirname "$1")/${link%%#*} ]]; then
            echo "there is no $link"
            status=1
        fi
    done < <(grep -oE '\]\([^)#:]+(#[^):]*)?\)' "$1" | sed -E 's/^\]\(//; s/\)$//')
    return "$status"
}

# The table of the bench, as a page has it.
bench_table() {
    sed -n '/^| Measure | Medians |/,/^$/p' "$1" | grep '^|'
}

bench_table_is_that_of_the_results() {
    bench_table bench/results/results.md | grep -q . && diff -u <(bench_table bench/results/results.md) <(bench_table README.md)
}

# phpunit's own status does not count tests that were skipped or found to test nothing.
run_tests() {
    php -d extension="$extension" "$(command -v phpunit)" --no-configuration --do-not-cache-result --fail-on-risky \
        --fail-on-skipped --fail-on-warning "$1"
}

pages=(README.md bench/README.md)
for page in docs/*.md; do
    [[ $page == docs/reference.md ]] || pages+=("$page")
done
tests=()
for page in "${pages[@]}"; do
    check "$page: links" links_lead_somewhere "$page"
    blocks=$(blocks_of "$page") || die "could not read $page"
    while read -r name same; do
        [[ -n $name ]] || continue
        check "$page, line ${name##*-}: php -l" php -d short_open_tag=0 -l "$dir/blocks/$name"
        [[ $same != - ]] || continue
        check "$page, line ${name##*-}: the same as $same" diff -u "$same" "$dir/blocks/$name"
        [[ $same != *Test.php ]] || tests+=("$same")
    done <<<"$blocks"
done
check 'README.md: the table of the bench' bench_table_is_that_of_the_results
[[ ${#tests[@]} -gt 0 ]] || die 'no page has a test class'

extension=$(bash scripts/build.sh --print-path)
export AURPAY_SANDBOX=$root/sandbox/bin/sandbox
for test in "${tests[@]}"; do
    check "$test: PHPUnit" run_tests "$test"
done
finish_sum
