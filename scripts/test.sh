#!/usr/bin/env bash
# Runs the tests: of the core in C, of the sandbox, of the test servers, of an added provider, of the extension (phpt).
#
# usage: ./dev test [--core] [--sandbox] [--support] [--provider] [--phpt] [--skips-fail] [--dir NAME] [TESTS...]
#
#   --core, --sandbox, --support, --provider, --phpt
#                 only these suites
#   --skips-fail  a skipped test that scripts/test/allowed-skips.txt does not name is a failure; so it
#                 is with CI=true in the environment
#   --dir NAME    builds in build/NAME (default: test)
#   TESTS         only these: .phpt files or folders of them, or tests/core/test_*.c files
#
# What a failed test left behind is in build/NAME/failures. More arguments for run-tests.php may
# stand in TEST_PHP_ARGS; PHPIZE, PHP_CONFIG and CC are as for ./dev build.

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
[[ $folder =~ ^[A-Za-z0-9._-]+$ && $folder != .* ]] || bad_usage "'$folder' is no name for a build folder"
[[ ${#suites[@]} -gt 0 ]] || suites=(core sandbox support provider phpt)
# The tests of a provider added are for another build.
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
        sandbox) groups+=(run) ;;
        # The tests of ./dev build the extension.
        support | provider | phpt) groups+=(build run) ;;
    esac
done
require "${groups[@]}"

# Whether the PHP that is tested was configured so.
is_configured_with() {
    [[ " $("${PHP_CONFIG:-php-config}" --configure-options) " == *[\ \']"$1"[\ \']* ]]
}

if [[ " ${suites[*]} " == *' phpt '* ]] && ! is_configured_with --disable-all; then
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

# Whether a skipped test may be skipped.
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

# Adds a suite's numbers and prints them. The skipped tests come on standard input, a line each: the name,
# a tab, the reason.
report() {
    local suite=$1 suite_passed=$2 suite_failed=$3 skipped=0 test reason lines=()
    while IFS=$'\t' read -r test reason; do
        if skip_allowed "$test"; then
            skipped=$((skipped + 1))
            lines+=("  skipped $test: $reason")
        else
            suite_failed=$((suite_failed + 1))
            lines+=("  skipped, which scripts/test/allowed-skips.txt does not allow: $test: $reason")
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

# A suite that did not come as far as running tests is one failure.
report_broken() {
    echo "$2" >&2
    report "$1" 0 1 </dev/null
}

# Shows and keeps what a failed suite or test wrote.
keep() {
    cp "$1" "$failures/"
    cat "$1"
}

# Each program prints TAP. One that ends badly, without a test of it having failed, counts as failed:
# a sanitizer's report or a crash.
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

# A suite whose command ends with a line "N passed, N failed".
run_counting() {
    local suite=$1 log=$dir/$1.log status
    shift
    run_logged "$log" "$@"
    [[ $status -eq 0 ]] || keep "$log"
    if read_sum "$log" "$status"; then
        report "$suite" "$step_passed" "$step_failed" </dev/null
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
    run_logged "$log" "$AURPAY_TOOLS_PYTHON" -m unittest discover -v -s tests/support
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

# run-tests.php writes what became of each test to a file, a line each: the result, a tab, the path.
run_phpt() {
    local log=$dir/phpt.log results=$dir/phpt-results status=0 extension
    local suite_passed suite_failed paths path base suffix
    if ! extension=$(bash scripts/build.sh --werror --dir "$folder" --print-path); then
        report_broken phpt 'the extension does not build'
        return
    fi
    : >"$results"
    # A shell and make will read the paths.
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
    # run-tests.php gives tests of servers and timing a second attempt, and warns of those that needed it.
    sed -n $'s/^WARNED\t/  passed only at the second attempt: /p' "$results"
}

# The difference in the output, or else what valgrind said, or else all that is known.
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
    echo "what failed is also in ${failures/#"$build"/build}"
fi
[[ $total_skipped -eq 0 ]] || echo "$total_skipped skipped"
finish_sum
