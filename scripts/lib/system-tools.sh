# The PHP and the Python that the test servers run in.
# shellcheck shell=bash

# The test servers run in the system's PHP and Python, even if another PHP is tested.
use_system_tools() {
    AURPAY_TOOLS_PHP=${AURPAY_TOOLS_PHP:-$(command -v php || true)}
    if [[ -z ${AURPAY_TOOLS_PYTHON:-} ]]; then
        AURPAY_TOOLS_PYTHON=/usr/bin/python3
        [[ -x $AURPAY_TOOLS_PYTHON ]] || AURPAY_TOOLS_PYTHON=$(command -v python3 || true)
    fi
    export AURPAY_TOOLS_PHP AURPAY_TOOLS_PYTHON
    export PYTHONDONTWRITEBYTECODE=1
}
