# Runs the checks of a command one after the other and sums them.
# shellcheck shell=bash

# Runs checks, each a function check_NAME of the caller with its output in FOLDER/NAME.log: shown when
# it fails, and when it passes only the lines that begin with "> ". Ends with their sum, and fails
# when one did.
run_checks() {
    local folder=$1 check log began status passed=0 failed=0
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
            passed=$((passed + 1))
            sed -n 's/^> /    /p' "$log"
            printf '%-14s passed (%d s)\n' "$check" "$((SECONDS - began))"
        else
            failed=$((failed + 1))
            sed 's/^> //' "$log"
            printf '%-14s FAILED (%d s)\n' "$check" "$((SECONDS - began))"
        fi
    done
    echo "$passed passed, $failed failed"
    [[ $failed -eq 0 && $passed -gt 0 ]]
}
