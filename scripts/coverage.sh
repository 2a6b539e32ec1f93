#!/usr/bin/env bash
# Measures which lines and branches of src/ the tests cover, and checks that everything else has a reason.
#
# usage: ./dev coverage [--update [--lower]]
#
#   --update  writes scripts/coverage/uncovered.txt and figures.txt from this run, and says how the figures change. A
#             new entry gets no reason: write it, and review the diff. Writes nothing if a figure gets lower
#   --lower   with --update: lets figures get lower
#
# Runs the tests of the core and the phpt tests with gcc's --coverage. Prints a table, and writes a report to
# build/coverage/index.html. It fails if
#   - a line or a branch is not covered and not in scripts/coverage/uncovered.txt, which gives the reason for each
#   - an entry of uncovered.txt is covered, or not in the source any more
#   - the share of covered lines or branches falls below scripts/coverage/figures.txt
#   - gcc, PHP, libcurl, OpenSSL or lcov are not those of the figures, or a test fails
#
# Branches count only where the source itself has a condition (if, while, for, switch, ?:, && or ||). gcov also reports
# those inside the macros of PHP and of libraries. Headers of PHP and generated arginfo are left out.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/sums.sh"

action=check
lower=
while [[ $# -gt 0 ]]; do
    case $1 in
        --update) action=update ;;
        --lower) lower=yes ;;
        -h | --help) show_help && exit 0 ;;
        *) bad_usage "unknown argument '$1'" ;;
    esac
    shift
done
[[ -z $lower || $action == update ]] || bad_usage '--lower needs --update'
[[ -z $lower ]] || action=lower

require build run unit coverage
cd "$root"
make_build_folder
dir=$build/coverage
# ./dev test builds there.
tests=coverage-tests
lock_folder "$dir"

# Prints the versions of everything that decides which lines and branches there are, and which of them can run.
tools() {
    local version
    version=$(lcov --version)
    printf 'gcc %s, PHP %s, libcurl %s, OpenSSL %s, lcov %s\n' "$(gcc -dumpversion)" \
        "$("${PHP_CONFIG:-php-config}" --version | cut -d . -f 1,2)" \
        "$(pkg-config --modversion libcurl | cut -d . -f 1,2)" \
        "$(pkg-config --modversion libcrypto | cut -d . -f 1,2)" "${version##* }"
}

# Runs the tests. Their processes add up their counts in the .gcda files beside the objects.
run_tests() {
    local flags='-g -O0 --coverage -fprofile-update=atomic' object=$dir/dump_at_exit.o
    # An earlier build has its counts, and the lines of sources that are gone.
    rm -rf "${build:?}/$tests"
    # gcov writes its counts at exit(), but the children that the tests of the core fork end with _exit().
    gcc -c tests/core/coverage/dump_at_exit.c -o "$object"
    echo 'building and running the tests of the core (about a minute), log: build/coverage/core.log'
    run_shown "$dir/core.log" env CC=gcc SANITIZE= CFLAGS="$flags" \
        LDFLAGS="--coverage -Wl,--wrap=_exit $object" bash scripts/test.sh --core --dir "$tests"
    take_numbers "$dir/core.log"
    echo 'building the extension and running the phpt tests (about four minutes), log: build/coverage/phpt.log'
    run_shown "$dir/phpt.log" env CC=gcc CFLAGS="$flags" LDFLAGS=--coverage bash scripts/test.sh --phpt --dir "$tests"
    take_numbers "$dir/phpt.log"
}

take_numbers() {
    read_sum "$1" "$status" || step_failed=1
    add_sum
}

lcov_quietly() {
    lcov --rc lcov_branch_coverage=1 --quiet "$@"
}

# Merges the counts of both builds into $dir/coverage.info.
collect() {
    lcov_quietly --capture --directory "$build/$tests/core" --output-file "$dir/core.info" &&
        lcov_quietly --capture --directory "$build/$tests/obj" --output-file "$dir/extension.info" || return
    # The extension is built in a folder of links.
    sed -i "s|^SF:$build/$tests/src/|SF:$root/|" "$dir/extension.info"
    lcov_quietly --add-tracefile "$dir/core.info" --add-tracefile "$dir/extension.info" \
        --output-file "$dir/both.info" &&
        lcov_quietly --extract "$dir/both.info" "$root/src/*" "$root/aurpay.c" --output-file "$dir/own.info" &&
        lcov_quietly --remove "$dir/own.info" '*_arginfo.h' --output-file "$dir/all.info" &&
        php scripts/coverage/coverage.php filter "$dir/all.info" "$dir/coverage.info"
}

run_tests
[[ $failed -eq 0 || $action == check ]] || die 'a test failed: nothing was updated'
echo 'merging the counts and writing the report, log: build/coverage/lcov.log'
quietly "$dir/lcov.log" collect || die 'lcov failed'
quietly "$dir/genhtml.log" genhtml --branch-coverage --prefix "$root" --title aurpay --output-directory "$dir" \
    "$dir/coverage.info" || die 'genhtml failed'
run_shown "$dir/check.log" php scripts/coverage/coverage.php "$action" "$dir/coverage.info" "$(tools)"
read_sum "$dir/check.log" "$status" || step_failed=1
add_sum
echo "the report: ${dir/#"$build"/build}/index.html"
finish_sum
