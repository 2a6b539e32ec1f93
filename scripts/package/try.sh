#!/usr/bin/env bash
# For package.sh: installs a package with pecl, upgrades it, runs a call, and uninstalls it. This changes the machine it
# runs on.
#
# usage: scripts/package/try.sh PACKAGE.tgz OLDER.tgz CALL.php COMMANDS
#
#   COMMANDS  a folder with the commands: install.sh, enable.sh, upgrade.sh, doctor.sh, uninstall.sh. install.sh names
#             PACKAGE.tgz; OLDER.tgz is installed by the same commands
#
# The commands run in the folder of PACKAGE.tgz. ./dev package shows the lines that begin with "> ".
set -euo pipefail

package=$(realpath "$1")
older=$(realpath "$2")
call=$(realpath "$3")
commands=$(realpath "$4")
cd "$(dirname "$package")"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

fail() {
    cat "$log"
    echo "$*"
    exit 1
}

show() {
    grep -E "$1" "$log" | sed 's/^/> /'
}

version_of() {
    local version
    version=$(basename "$1" .tgz)
    echo "${version#aurpay-}"
}

# Runs the commands of a step. A POSIX shell must understand them.
run_step() {
    sh -eu "$commands/$1.sh" </dev/null >"$log" 2>&1 || fail "failed: $1"
    ! grep -E '\.[ch]:[0-9]+.*warning:' "$log" || fail 'the compiler warned'
}

# Checks which version php loads, and that php says nothing else at its start.
loads() {
    php -r 'echo phpversion("aurpay") ?: "none", PHP_EOL;' >"$log" 2>&1
    [[ "$(cat "$log")" == "$1" ]] || fail "php does not load version $1"
}

run_call() {
    php -d display_errors=stderr -d error_reporting=-1 -d zend.assertions=1 "$call" "$@"
}

loads none
cp "$commands/install.sh" "$commands/newer.sh"
sed -i "s/$(basename "$package" .tgz)/$(basename "$older" .tgz)/" "$commands/install.sh"
! cmp -s "$commands/install.sh" "$commands/newer.sh" || fail "the commands do not name $(basename "$package")"
run_step install
grep -q "^install ok: channel://[^/]*/aurpay-$(version_of "$older")\$" "$log" || fail 'pecl installed nothing'
show "^Build process completed|^Installing '|^install ok|^You should add"
run_step enable
loads "$(version_of "$older")"

# A process that has loaded the older version, like a worker of php-fpm.
coproc run_call --wait 2>&1
worker=$COPROC_PID
exec {to_worker}>&"${COPROC[1]}" {from_worker}<&"${COPROC[0]}"
read -r ready <&"$from_worker" || true
[[ $ready == ready ]] || fail "the older version does not start: $ready"
run_step upgrade
show '^install ok|^upgrade ok'
loads "$(version_of "$package")"
echo >&"$to_worker"
cat <&"$from_worker" >"$log"
wait "$worker" || fail 'the upgrade broke a process that had loaded the older version'
grep -q '^a call answers' "$log" || fail 'a process that had loaded the older version cannot call'

php --ri aurpay >"$log" 2>&1 || fail 'php --ri failed'
grep -qx "Version => $(version_of "$package")" "$log" || fail 'php --ri shows another version'
for row in 'libcurl' 'libcurl (built with)' 'TLS library of libcurl' 'OpenSSL' 'OpenSSL (built with)' 'HTTP/2' 'At most once by'; do
    grep -qF "$row => " "$log" || fail "php --ri has no row: $row"
done
show ' => '
run_call >"$log" 2>&1 || fail 'the call failed'
show '.'

run_step doctor
show ' ok, '

run_step uninstall
show '^uninstall ok'
loads none
