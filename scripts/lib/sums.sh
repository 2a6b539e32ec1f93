# Totals of tests and checks: reads "N passed, N failed" from the last line of commands, and prints the total.
# shellcheck shell=bash

passed=0
failed=0

# Reads the numbers of a command that has ended: read_sum LOG STATUS. Sets $step_passed and $step_failed to the numbers
# in the last line of the log. A status other than 0 counts as one failure at least. If the last line has no numbers,
# the command counts as one check, and read_sum returns 1.
read_sum() {
    local log=$1 status=$2 has_numbers=
    step_passed=0
    step_failed=0
    if [[ "$(tail -n 1 "$log")" =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        has_numbers=yes
        step_passed=${BASH_REMATCH[1]}
        step_failed=${BASH_REMATCH[2]}
    elif [[ $status -eq 0 ]]; then
        step_passed=1
    fi
    if [[ $status -ne 0 && $step_failed -eq 0 ]]; then
        step_failed=1
    fi
    [[ -n $has_numbers ]]
}

# Adds the numbers of read_sum to the total, or given numbers: add_sum [PASSED FAILED].
add_sum() {
    passed=$((passed + ${1:-$step_passed}))
    failed=$((failed + ${2:-$step_failed}))
}

# Runs a command with its output in a log, and sets $status: run_logged LOG COMMAND... Then call read_sum and add_sum.
run_logged() {
    local log=$1
    shift
    status=0
    "$@" >"$log" 2>&1 </dev/null 9>&- || status=$?
}

# Like run_logged, but also shows the output while the command runs.
run_shown() {
    local log=$1
    shift
    status=0
    "$@" 2>&1 </dev/null 9>&- | tee "$log" || status=${PIPESTATUS[0]}
}

# Prints the total as the last line. Fails if a test failed, or if none passed.
finish_sum() {
    echo "$passed passed, $failed failed"
    [[ $failed -eq 0 && $passed -gt 0 ]]
}

# Runs functions check_NAME of the caller: run_checks FOLDER NAME... The output of each goes to FOLDER/NAME.log. It is
# shown if the check fails; if the check passes, only the lines that begin with "> " are. Then prints the total, and
# fails if a check failed.
run_checks() {
    local folder=$1 check log began status
    shift
    for check in "$@"; do
        began=$SECONDS
        log=$folder/$check.log
        # Not in a condition: there, bash ignores "set -e" inside the check.
        set +e
        (set -e && "check_${check//-/_}") >"$log" 2>&1 </dev/null
        status=$?
        set -e
        if [[ $status -eq 0 ]]; then
            add_sum 1 0
            sed -n 's/^> /    /p' "$log"
            printf '%-14s passed (%d s)\n' "$check" "$((SECONDS - began))"
        else
            add_sum 0 1
            sed 's/^> //' "$log"
            printf '%-14s FAILED (%d s)\n' "$check" "$((SECONDS - began))"
        fi
    done
    finish_sum
}
