# The PHP and the Python that the servers of the tests run in.
# shellcheck shell=bash

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
