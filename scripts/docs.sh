#!/usr/bin/env bash
# Checks the documentation: its PHP must parse, its links must work, and its test classes must pass.
#
# usage: ./dev docs
#
# php -l checks every PHP block in README.md, bench/README.md and docs/*.md, except in docs/reference.md, which
# ./dev reference generates. A block after "<!-- the same as FILE -->" must equal FILE byte for byte. If FILE ends in
# Test.php, PHPUnit runs it with the extension. The bench table in README.md must equal the table in
# bench/results/results.md.

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

# Runs a check: check NAME COMMAND... Shows the command's output only if it fails.
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

# Writes each PHP block of a page to a file, named after the page and the block's line. Prints a line for each block:
# that name, and the file that the block must equal, or "-".
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

# Checks that the relative links of a page lead to files of the checkout.
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

# Prints the bench table of a page.
bench_table() {
    sed -n '/^| Measure | Medians |/,/^$/p' "$1" | grep '^|'
}

bench_table_is_that_of_the_results() {
    bench_table bench/results/results.md | grep -q . && diff -u <(bench_table bench/results/results.md) <(bench_table README.md)
}

# Without these options, phpunit succeeds even if tests were skipped or tested nothing.
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
check 'README.md: the bench table' bench_table_is_that_of_the_results
[[ ${#tests[@]} -gt 0 ]] || die 'no page has a test class'

extension=$(bash scripts/build.sh --print-path)
export AURPAY_SANDBOX=$root/sandbox
for test in "${tests[@]}"; do
    check "$test: PHPUnit" run_tests "$test"
done
finish_sum
