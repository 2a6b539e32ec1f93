#!/usr/bin/env python3
"""A small CONNECT proxy to loopback addresses that logs what it saw.

Prints one line of JSON when it is ready and exits when stdin reaches its end.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from faults import certificates, child, tls
from faults.tunnel import Proxy, Rules, ready


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--require", metavar="USER:PASSWORD", help="Basic credentials")
    parser.add_argument(
        "--behaviour", choices=("tunnel", "refuse", "silent", "close"), default="tunnel"
    )
    parser.add_argument("--status", type=int, default=502, help="of a refusal")
    parser.add_argument(
        "--gather", type=float, default=0.0, help="seconds to wait for more from the server"
    )
    parser.add_argument("--tls", action="store_true", help="be an https proxy")
    parser.add_argument("--cert", choices=certificates.KINDS, default="good")
    options = parser.parse_args()
    child.leave_tidily()
    with tempfile.TemporaryDirectory(prefix="aurpay-proxy-") as directory:
        context, ca_file = None, None
        if options.tls or options.cert != "good":
            certificate = certificates.make(Path(directory), options.cert)
            context, ca_file = tls.server_context(certificate), certificate.ca_file
        rules = Rules(options.require, options.behaviour, options.status, options.gather)
        proxy = Proxy(rules, context)
        child.announce(ready(proxy, proxy.start(), ca_file))
        child.wait_for_stdin_to_close()


if __name__ == "__main__":
    main()
