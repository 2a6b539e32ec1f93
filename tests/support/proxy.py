#!/usr/bin/env python3
"""A small CONNECT proxy to loopback addresses that logs what it saw.

Prints one line of JSON when it is ready and exits when stdin reaches its end.
"""

from __future__ import annotations

import argparse

from faults import child
from faults.tunnel import Proxy, Rules, ready


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--require", metavar="USER:PASSWORD", help="Basic credentials")
    parser.add_argument(
        "--behaviour", choices=("tunnel", "refuse", "silent", "close"), default="tunnel"
    )
    options = parser.parse_args()
    proxy = Proxy(Rules(options.require, options.behaviour))
    child.announce(ready(proxy, proxy.start()))
    child.wait_for_stdin_to_close()


if __name__ == "__main__":
    main()
