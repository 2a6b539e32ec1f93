# The servers of the tests and the demo: what they run in, and how a sandbox is started and stopped.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# The servers of the tests run in the system's PHP and Python, whatever PHP is being tested.
use_system_tools() {
    AURPAY_TOOLS_PHP=${AURPAY_TOOLS_PHP:-$(command -v php || true)}
    if [[ -z ${AURPAY_TOOLS_PYTHON:-} ]]; then
        AURPAY_TOOLS_PYTHON=/usr/bin/python3
        [[ -x $AURPAY_TOOLS_PYTHON ]] || AURPAY_TOOLS_PYTHON=$(command -v python3)
    fi
    export AURPAY_TOOLS_PHP AURPAY_TOOLS_PYTHON
    export PYTHONDONTWRITEBYTECODE=1
}

# Starts a sandbox with the options given, and sets $merchant to its line of JSON. It ends when its
# standard input does, so it also ends when the script is killed.
start_sandbox() {
    sandbox_log=$(mktemp)
    coproc sandbox { exec php "$root/sandbox/bin/sandbox" --json --exit-on-stdin-close "$@" 2>"$sandbox_log" 9>&-; }
    # bash forgets these with the coprocess, which may end before the script.
    sandbox_pid=$!
    sandbox_in=${sandbox[1]}
    sandbox_out=${sandbox[0]}
    # shellcheck disable=SC2034 # the caller reads it
    if ! IFS= read -r -t 120 -u "$sandbox_out" merchant; then
        cat "$sandbox_log" >&2
        die 'the sandbox did not start'
    fi
}

stop_sandbox() {
    [[ -n ${sandbox_pid:-} ]] || return 0
    exec {sandbox_in}>&-
    wait "$sandbox_pid" 2>/dev/null || true
    rm -f "$sandbox_log"
    sandbox_pid=
}
