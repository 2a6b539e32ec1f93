#!/usr/bin/env bash
# Runs a checkout from order to payment in examples/01-checkout.php, against a sandbox.
#
# usage: ./dev demo [--other-machine | --callbacks | --refunds | --first | --pay-info | --many | ARGUMENTS...]
#
#   --other-machine  runs examples/02-other-machine.php instead: the shop is on another machine than the sandbox, both
#                    with https. The machines are network namespaces
#   --callbacks      tests what examples/shop/callback.php answers to callbacks that repeat, come at once, or are wrong
#   --refunds        tests examples/03-refunds.php: kills its workers, and counts the refunds that the gateway gets
#   --first          tests examples/00-first-payment.php, which docs/getting-started.md shows
#   --pay-info       tests examples/04-pay-info.php: customers pay in time, twice, late or too little, and no callback comes
#   --many           tests examples/05-many-orders.php: hundreds of orders at once, and ids that cannot be read
#
# ARGUMENTS go to the example. The command starts a sandbox, passes the sandbox's merchant to the example in the
# environment (AURPAY_BASE_URI etc.), and stops the sandbox at the end.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/packages.sh"

help_if_asked "${1:-}"
require build run
[[ ${1:-} != --other-machine ]] || require sandbox-test
. "$root/scripts/lib/sandbox.sh"
cd "$root"
extension=$(bash scripts/build.sh --print-path)
if [[ ${1:-} == --other-machine ]]; then
    exec sandbox/tests/support/two-machines.sh php scripts/demo/other-machine.php "$extension"
fi
trap stop_sandbox EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
start_sandbox --tls

export_merchant base_uri ca_file api_token api_secret callback_token callback_secret control_uri
export AURPAY_PHP_ARGS="-d extension=$extension"
status=0
case ${1:-} in
    --callbacks | --refunds | --first | --pay-info | --many) script=scripts/demo/${1#--}.php ;;
    *) script=examples/01-checkout.php ;;
esac
php -d extension="$extension" "$script" "$@" </dev/null || status=$?
exit "$status"
