# Starts and stops a sandbox for a command.
# shellcheck shell=bash
#
# Source this file after require, which makes sure that bash is newer than 3.2: coproc needs that.

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Starts a sandbox with the given options, and sets $merchant to its line of JSON. The sandbox ends when its standard
# input is closed, so it also ends when the script is killed.
start_sandbox() {
    sandbox_log=$(mktemp)
    coproc sandbox { exec php "$root/sandbox/bin/sandbox" --json --exit-on-stdin-close "$@" 2>"$sandbox_log" 9>&-; }
    # Copy these: bash unsets them when the coprocess ends.
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

# Exports values of the merchant as AURPAY_BASE_URI and the like, and fails when one is missing: export_merchant NAME...
export_merchant() {
    local assignments
    # shellcheck disable=SC2016 # PHP expands it
    assignments=$(php -r '
        $merchant = json_decode($argv[1], true, 16, JSON_THROW_ON_ERROR);
        foreach (array_slice($argv, 2) as $name) {
            if (!is_string($merchant[$name] ?? null)) {
                fwrite(STDERR, "the sandbox did not print $name\n");
                exit(1);
            }
            echo "export AURPAY_", strtoupper($name), "=", escapeshellarg($merchant[$name]), "\n";
        }
    ' "$merchant" "$@") || return
    eval "$assignments"
}
