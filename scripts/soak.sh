#!/usr/bin/env bash
# Runs the sandbox and the test servers for some minutes, and checks that they still work.
#
# usage: ./dev soak [--seconds N]
#
#   --seconds N  how long (default: 300)
#
# Two sandboxes, one with TLS, make an order, pay it and send a callback four times a second, which is a light load.
# The other servers are idle. This finds faults that appear after minutes: unexpected timeouts, growing memory and logs.

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
[[ $seconds =~ ^[1-9][0-9]*$ ]] || bad_usage "--seconds needs a positive number, not '$seconds'"

require run
use_system_tools
exec "$AURPAY_TOOLS_PHP" "$root/tests/support/soak.php" "$seconds"
