#!/usr/bin/env bash
# Runs the documentation: its PHP and shell blocks, against a sandbox; compares what it quotes with what is printed.
#
# usage: ./dev docs
#
# In README.md, bench/README.md and docs/*.md, except docs/reference.md, which ./dev reference generates:
#
#   php blocks  run in a network namespace in which the sandbox has the name of the real service. scripts/docs/prelude.php
#               gives them $aurpay, $orderId and the like. A warning or an exception is a failure
#   sh blocks   are parsed by dash and bash, and run by sh and by bash. Those that install or build something, and commands
#               of ./dev, are parsed only
#   plain blocks are messages, which scripts/docs/messages.php must print
#
# An HTML comment above a block says more, and "not run" is printed with its reason:
#
#   <!-- the same as FILE -->  the block equals FILE byte for byte. If FILE ends in Test.php, PHPUnit runs it
#   <!-- not run: REASON -->   the block is parsed only
#   <!-- printed -->           a plain block is what the block before it prints; "…" stands for any text
#   <!-- an endpoint -->       a php block is a page that gets callbacks: scripts/docs/Endpoint.php calls it
#
# scripts/docs/planted.md has mistakes that must be found. Links must lead to files. The figures of
# ./dev faults --peers --php 8.5 and of ./dev bench --php-8.5 must be those of the kept results.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/sums.sh"

help_if_asked "${1:-}"
[[ $# -eq 0 ]] || bad_usage "unknown argument '$1'"

require build run phpunit sandbox-test
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

# Prints the files that blocks of a page must equal: a line for each, with the line of the block.
same_files_of() {
    awk '/^<!-- the same as .* -->$/ { same = $5; next }
        /^```php$/ && same != "" { print NR, same }
        NF { same = "" }' "$1"
}

# Prints the block that begins in a line of a page.
block_at() {
    awk -v first="$2" 'NR > first && /^```$/ { exit } NR > first' "$1"
}

is_the_same() {
    diff -u "$3" <(block_at "$1" "$2")
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

# Prints the file of bcmath, if this PHP does not have it. It is unpacked and not installed, so PHP's settings stay as they
# are.
bcmath_file() {
    local version
    ! has_php_extension bcmath || return 0
    version=$(php -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
    if ! compgen -G "$dir/bcmath-$version/usr/lib/php/*/bcmath.so" >/dev/null; then
        (quietly "$dir/bcmath.log" fetch_bcmath "$version") || die "could not fetch the package php$version-bcmath"
    fi
    compgen -G "$dir/bcmath-$version/usr/lib/php/*/bcmath.so"
}

# apt-get download needs current package lists: if it fails, update them and try again.
fetch_bcmath() {
    rm -rf "$dir/bcmath-$1" && mkdir "$dir/bcmath-$1" && cd "$dir/bcmath-$1" &&
        { apt-get download "php$1-bcmath" || { as_root apt-get update && apt-get download "php$1-bcmath"; }; } &&
        dpkg-deb -x php*-bcmath_*.deb .
}

# Compares the figures of two pages with the kept results: kept_figures README PAGE.
kept_figures() {
    php scripts/docs/figures.php tests/faults/results/peers-php-8.5.json bench/results/php-8.5/results.json "$@"
}

# Proves that another figure is found, in each column of README's row of aurpay, and in the last one of a table of
# docs/faults.md. A status other than 1 is a fault of the check itself.
other_figures_are_found() {
    local column status
    for column in 1 2 3 4 5; do
        status=0
        kept_figures <(sed -E "s/^(\| aurpay (\|[^|]*){$((column - 1))}\|) [^|]*/\1 7 /" README.md) <(cat docs/faults.md) || status=$?
        [[ $status -eq 1 ]] || return 1
    done
    status=0
    kept_figures <(cat README.md) <(sed -E 's/^(\| aurpay \|.*\|) [^|]*\|$/\1 7 |/' docs/faults.md) || status=$?
    [[ $status -eq 1 ]]
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
    while read -r line same; do
        check "$page, line $line: the same as $same" is_the_same "$page" "$line" "$same"
        [[ $same != *Test.php ]] || tests+=("$same")
    done < <(same_files_of "$page")
done
[[ ${#tests[@]} -gt 0 ]] || die 'no page has a test class'
check 'the figures of the kept results' kept_figures README.md docs/faults.md
check 'other figures are found' other_figures_are_found

extension=$(bash scripts/build.sh --print-path)
export AURPAY_SANDBOX=$root/sandbox
for test in "${tests[@]}"; do
    check "$test: PHPUnit" run_tests "$test"
done

# In namespaces of its own, so that the sandbox can have the name of the real service.
run_logged "$dir/blocks.log" sandbox/tests/support/two-machines.sh php scripts/docs/run.php "$root" "$extension" \
    "$(bcmath_file)" "$dir/blocks" "${pages[@]}"
sed '$d' "$dir/blocks.log"
read_sum "$dir/blocks.log" "$status" || die "the blocks were not run: $(tail -n 1 "$dir/blocks.log")"
add_sum
finish_sum
