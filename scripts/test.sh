#!/usr/bin/env bash
# Runs the tests of the C core, the sandbox, the test servers, an added provider and the extension.
#
# usage: ./dev test [--core] [--sandbox] [--support] [--provider] [--phpt] [--skips-fail] [--dir NAME] [TESTS...]
#
#   --core, --sandbox, --support, --provider, --phpt
#                 runs only these suites
#   --skips-fail  counts a skipped test as failed, unless scripts/test/allowed-skips.txt lists it; CI=true in the
#                 environment does the same
#   --dir NAME    builds in build/NAME (default: test)
#   TESTS         runs only these: .phpt files or folders of them, or tests/core/test_*.c files
#
# The output of failed tests is kept in build/NAME/failures. TEST_PHP_ARGS can hold more arguments for run-tests.php.
# PHPIZE, PHP_CONFIG and CC work as for ./dev build.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/system-tools.sh"
. "$root/scripts/lib/sums.sh"

suites=()
core_tests=()
phpt_tests=()
skips_fail=
folder='test'
[[ ${CI:-} != true ]] || skips_fail=yes
while [[ $# -gt 0 ]]; do
    case $1 in
        --core | --sandbox | --support | --provider | --phpt) suites+=("${1#--}") ;;
        --skips-fail) skips_fail=yes ;;
        --dir) folder=${2:?--dir needs a name} && shift ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *)
            [[ -e $1 ]] || bad_usage "there is no test '$1'"
            test=$(realpath -- "$1")
            case $test in
                "$root"/tests/core/test_*.c) suites+=(core) && core_tests+=("$(basename "$test" .c)") ;;
                "$root"/tests/core) suites+=(core) ;;
                "$root"/tests/support | "$root"/tests/support/*.py) suites+=(support) ;;
                "$root"/sandbox/*) suites+=(sandbox) ;;
                "$root"/tests/provider | "$root"/tests/provider/*) suites+=(provider) ;;
                *.phpt) suites+=(phpt) && phpt_tests+=("$test") ;;
                *)
                    [[ -d $test ]] || bad_usage "'$1' is neither a .phpt file, nor a folder, nor a test of the core"
                    suites+=(phpt) && phpt_tests+=("$test")
                    ;;
            esac
            ;;
    esac
    shift
done
[[ $folder =~ ^[A-Za-z0-9._-]+$ && $folder != .* ]] || bad_usage "'$folder' is not a valid name for a build folder"
[[ ${#suites[@]} -gt 0 ]] || suites=(core sandbox support provider phpt)
# The tests in tests/provider need another build: see run_provider.
if [[ ${#phpt_tests[@]} -eq 0 ]]; then
    for test in "$root"/tests/*/; do
        [[ $test == */provider/ ]] || phpt_tests+=("${test%/}")
    done
fi

chosen() {
    [[ " ${suites[*]} " == *" $1 "* ]]
}

groups=()
for suite in "${suites[@]}"; do
    case $suite in
        core) groups+=(build unit) ;;
        sandbox) groups+=(run sandbox-test) ;;
        # The support suite also tests ./dev, which builds the extension.
        support | provider | phpt) groups+=(build run) ;;
    esac
done
require "${groups[@]}"

# Tests whether the tested PHP was configured with an option.
is_configured_with() {
    [[ " $("${PHP_CONFIG:-php-config}" --configure-options) " == *[\ \']"$1"[\ \']* ]]
}

# The builds of scripts/lib/php-build.sh have no shared extensions. Debian's PHP is configured with --disable-all, too.
if [[ " ${suites[*]} " == *' phpt '* ]] && ! is_configured_with --enable-debug; then
    need php-soap extension soap
fi

cd "$root"
make_build_folder
dir=$build/$folder
failures=$dir/failures
lock_folder "$build/test-run"
own_folder "$dir"
rm -rf "$failures"
mkdir -p "$failures"

use_system_tools

total_skipped=0

# Tests whether a test may be skipped.
skip_allowed() {
    local allowed
    [[ -n $skips_fail ]] || return 0
    while read -r -a allowed; do
        if [[ ${allowed[0]:-} == "$1" ]]; then
            [[ ${#allowed[@]} -eq 1 ]] || is_configured_with "${allowed[1]}"
            return
        fi
    done <"$root/scripts/test/allowed-skips.txt"
    return 1
}

# Prints a suite's numbers and adds them to the total: report SUITE PASSED FAILED. Reads the skipped tests from standard
# input, one per line: the name, a tab, the reason.
report() {
    local suite=$1 suite_passed=$2 suite_failed=$3 skipped=0 test reason lines=()
    while IFS=$'\t' read -r test reason; do
        if skip_allowed "$test"; then
            skipped=$((skipped + 1))
            lines+=("  skipped $test: $reason")
        else
            suite_failed=$((suite_failed + 1))
            lines+=("  skipped, but not listed in scripts/test/allowed-skips.txt: $test: $reason")
        fi
    done
    if [[ $((suite_passed + suite_failed + skipped)) -eq 0 ]]; then
        suite_failed=1
        lines+=('  there was no test to run')
    fi
    printf '%-8s %d passed, %d failed, %d skipped\n' "$suite" "$suite_passed" "$suite_failed" "$skipped"
    [[ ${#lines[@]} -eq 0 ]] || printf '%s\n' "${lines[@]}"
    add_sum "$suite_passed" "$suite_failed"
    total_skipped=$((total_skipped + skipped))
}

# Reports a suite that could not run its tests, as one failure: report_broken SUITE MESSAGE.
report_broken() {
    echo "$2" >&2
    report "$1" 0 1 </dev/null
}

# Shows the log of a failed suite or test, and keeps a copy.
keep() {
    cp "$1" "$failures/"
    cat "$1"
}

# Each program prints TAP. A program that ends with an error although no test failed (a crash, a sanitizer's report)
# counts as one failure.
run_core() {
    local program log status ok not_ok core_passed=0 core_failed=0 programs skips=$dir/core-skips
    mkdir -p "$dir/core"
    if ! quietly "$dir/core/make.log" make -s -f tests/core/Makefile -j"$(cpu_count)" "BUILD=build/$folder/core" \
        "CC=${CC:-gcc}"; then
        report_broken core 'the tests of the core do not build'
        return
    fi
    mapfile -t programs < <(make -s -f tests/core/Makefile BUILD="build/$folder/core" list)
    [[ ${#core_tests[@]} -eq 0 ]] || programs=("${core_tests[@]/#/build/$folder/core/}")
    : >"$skips"
    for program in "${programs[@]}"; do
        [[ -n $program ]] || continue
        log=$dir/core/$(basename "$program").log
        status=0
        CMOCKA_MESSAGE_OUTPUT=TAP "$program" >"$log" 2>&1 </dev/null 9>&- || status=$?
        sed -n -E "s|^ok [0-9]+ # SKIP ?(.*)|$(basename "$program"): \1\tskipped by the test|p" "$log" >>"$skips"
        ok=$(grep -E '^ok [0-9]+' "$log" | grep -vc ' # SKIP' || true)
        not_ok=$(grep -cE '^not ok [0-9]+' "$log" || true)
        if [[ $not_ok -eq 0 && ($status -ne 0 || $ok -eq 0) ]]; then
            not_ok=1
            echo "$(basename "$program") ended with status $status" >>"$log"
        fi
        [[ $not_ok -eq 0 ]] || keep "$log"
        core_passed=$((core_passed + ok))
        core_failed=$((core_failed + not_ok))
    done
    report core "$core_passed" "$core_failed" <"$skips"
}

# Runs a suite whose command ends with a line "N passed, N failed": run_counting SUITE COMMAND...
run_counting() {
    local suite=$1 log=$dir/$1.log status
    shift
    run_logged "$log" "$@"
    [[ $status -eq 0 ]] || keep "$log"
    if read_sum "$log" "$status"; then
        # The sandbox's tests print skipped tests as "skip  TITLE: REASON".
        report "$suite" "$step_passed" "$step_failed" < <(sed -n -E $'s/^skip  (.*): ([^:]*)$/\\1\t\\2/p' "$log")
    else
        report_broken "$suite" "the tests of the suite $suite ended with status $status"
    fi
}

run_sandbox() {
    run_counting sandbox "$AURPAY_TOOLS_PHP" sandbox/tests/run.php
}

run_provider() {
    run_counting provider bash scripts/test/provider.sh
}

run_support() {
    local log=$dir/support.log status ran suite_failed skips=$dir/support-skips
    # A test that waits for ever shows where. All of them take a minute or two.
    run_logged "$log" "$AURPAY_TOOLS_PYTHON" -c 'import faulthandler, sys, unittest
faulthandler.dump_traceback_later(1200, exit=True)
unittest.main(None, argv=["unittest", *sys.argv[1:]])' discover -v -s tests/support
    ran=$(sed -n -E 's/^Ran ([0-9]+) tests? in .*/\1/p' "$log" | tail -n 1)
    suite_failed=$(sed -n -E 's/^FAILED \((.*)\)$/\1/p' "$log" | tr ',' '\n' |
        sed -n -E 's/^ ?(failures|errors|unexpected successes)=([0-9]+)$/\2/p' | awk '{ n += $1 } END { print n + 0 }')
    sed -n -E "s/^(test[^ ]*) .*\.\.\. skipped (.*)$/\1\t\2/p" "$log" >"$skips"
    if [[ -z $ran || ($status -ne 0 && $suite_failed -eq 0) ]]; then
        keep "$log"
        report_broken support "the tests of tests/support ended with status $status"
        return
    fi
    [[ $status -eq 0 ]] || keep "$log"
    report support "$((ran - suite_failed - $(wc -l <"$skips")))" "$suite_failed" <"$skips"
}

# run-tests.php writes a line for each test to $results: the result, a tab, the path.
run_phpt() {
    local log=$dir/phpt.log results=$dir/phpt-results status=0 extension
    local suite_passed suite_failed paths path base suffix
    if ! extension=$(bash scripts/build.sh --werror --dir "$folder" --print-path); then
        report_broken phpt 'the extension does not build'
        return
    fi
    : >"$results"
    # Escape the paths for a shell, and for make.
    paths=$(printf ' %q' "${phpt_tests[@]}")
    # Messages name these variables when a client cannot connect.
    env -u https_proxy -u HTTPS_PROXY -u all_proxy -u ALL_PROXY \
        NO_INTERACTION=1 REPORT_EXIT_STATUS=1 TEST_PHP_ARGS="${TEST_PHP_ARGS:-}" \
        make -s -C "$(dirname "$(dirname "$extension")")" test \
        TESTS="-q -j$(cpu_count) --no-color --no-progress -W $results${paths//\$/\$\$}" \
        >"$log" 2>&1 </dev/null 9>&- || status=$?
    suite_passed=$(grep -cE $'^(PASSED|XFAILED|WARNED)\t' "$results" || true)
    suite_failed=$(grep -cvE $'^(PASSED|XFAILED|WARNED|SKIPPED)\t' "$results" || true)
    if [[ $suite_failed -eq 0 && $status -ne 0 ]]; then
        keep "$log"
        report_broken phpt "run-tests.php ended with status $status"
        return
    fi
    while IFS=$'\t' read -r _ path; do
        base=${path%.phpt}
        for suffix in phpt out exp diff log mem; do
            [[ ! -e $base.$suffix ]] || cp "$base.$suffix" "$failures/"
        done
        echo "---- failed: ${path#"$root/"}"
        show_failure "$base"
        echo
    done < <(grep -vE $'^(PASSED|XFAILED|WARNED|SKIPPED)\t' "$results" || true)
    sed -n $'s/^SKIPPED\t//p' "$results" | sort | while read -r path; do
        printf '%s\t%s\n' "${path#"$root/"}" "$(skip_reason "$path")"
    done >"$dir/phpt-skips"
    report phpt "$suite_passed" "$suite_failed" <"$dir/phpt-skips"
    # run-tests.php runs failed tests of servers and timing a second time. WARNED means that this passed.
    sed -n $'s/^WARNED\t/  passed only at the second attempt: /p' "$results"
}

# Shows the difference in the output. Without one, shows valgrind's report, or else the log.
show_failure() {
    local suffix
    for suffix in diff mem log; do
        if [[ -s $1.$suffix ]]; then
            cat "$1.$suffix"
            return
        fi
    done
}

skip_reason() {
    grep -F "[$1]" "$dir/phpt.log" | sed -n 's/^SKIP .*\] reason: //p' | head -n 1
}

for suite in core sandbox support provider phpt; do
    ! chosen "$suite" || "run_$suite"
done

if [[ $failed -gt 0 ]]; then
    echo "the output of failed tests is also in ${failures/#"$build"/build}"
fi
[[ $total_skipped -eq 0 ]] || echo "$total_skipped skipped"
finish_sum
