#!/usr/bin/env bash
# Lets the sandbox and the test servers live for some minutes, and sees that they are still what they were.
#
# usage: ./dev soak [--seconds N]
#
#   --seconds N  so long (default: 300)
#
# Two sandboxes, with TLS and without, sell, pay and call back four times a second, which is light work. The other
# servers are idle in between. What ages within minutes is found so: timeouts that nobody set, memory, logs.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/system-tools.sh"

seconds=300
while [[ $# -gt 0 ]]; do
    case $1 in
        --seconds) seconds=${2:?--seconds needs a number} && shift ;;
        -h | --help) show_help && exit 0 ;;
        *) bad_usage "unknown argument '$1'" ;;
    esac
    shift
done
[[ $seconds =~ ^[1-9][0-9]*$ ]] || bad_usage "'$seconds' is no number of seconds"

require run
use_system_tools
exec "$AURPAY_TOOLS_PHP" "$root/tests/support/soak.php" "$seconds"
