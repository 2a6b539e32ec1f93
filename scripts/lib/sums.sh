# Sums of tests and checks: reads "N passed, N failed" in a command's last line, adds up and says it again.
# shellcheck shell=bash

passed=0
failed=0

# Reads what a command counted that has ended with a status: sets $step_passed and $step_failed to the numbers
# in the last line of its log. A status other than 0 is one failure at least. A command whose last line has no
# numbers is one check, and this fails.
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

# Adds what read_sum read, or the numbers given.
add_sum() {
    passed=$((passed + ${1:-$step_passed}))
    failed=$((failed + ${2:-$step_failed}))
}

# Runs a command with its output in a log, and sets $status; read_sum and add_sum take them from there.
run_logged() {
    local log=$1
    shift
    status=0
    "$@" >"$log" 2>&1 </dev/null 9>&- || status=$?
}

# The same, with the output shown meanwhile.
run_shown() {
    local log=$1
    shift
    status=0
    "$@" 2>&1 </dev/null 9>&- | tee "$log" || status=${PIPESTATUS[0]}
}

# The last line of a command, and its verdict.
finish_sum() {
    echo "$passed passed, $failed failed"
    [[ $failed -eq 0 && $passed -gt 0 ]]
}

# Runs checks, each a function check_NAME of the caller with its output in FOLDER/NAME.log: shown when it fails,
# and when it passes only the lines that begin with "> ". Ends with their sum, and fails when one did.
run_checks() {
    local folder=$1 check log began status
    shift
    for check in "$@"; do
        began=$SECONDS
        log=$folder/$check.log
        # In a condition, "set -e" would not count inside the check.
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
