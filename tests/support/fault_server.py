#!/usr/bin/env python3
"""A server that misbehaves on purpose and counts what it executed.

Prints one line of JSON when it is ready and exits when stdin reaches its end.
What it can do is in README.md beside this file.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
from pathlib import Path
from typing import Any, Optional

from faults import certificates, child, tls
from faults.server import FaultServer


def main() -> None:
    options = _options()
    if options.http2 and importlib.util.find_spec("h2") is None:
        child.unsupported("HTTP/2 needs the Python package h2 (Debian's python3-h2)")
    # The files exist as long as the server, because clients read ca_file at any time.
    child.leave_tidily()
    with tempfile.TemporaryDirectory(prefix="aurpay-faults-") as directory:
        certificate = None
        context = None
        if options.tls:
            certificate = certificates.make(Path(directory), options.cert)
            try:
                context = tls.server_context(
                    certificate, options.max_tls, options.http2
                )
            except tls.Unsupported as error:
                child.unsupported(str(error))
        server = FaultServer(context)
        server.keep_alive = options.keep_alive
        control = server.start()
        child.announce(_ready(server, control, certificate))
        child.wait_for_stdin_to_close()


def _ready(
    server: FaultServer, control: str, certificate: Optional[certificates.Certificate]
) -> dict[str, Any]:
    return {
        "port": server.listener.port,
        "base_uri": server.base_uri,
        "ca_file": certificate.ca_file if certificate else None,
        "pin": certificate.pin if certificate else None,
        "control": control,
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tls", action="store_true", help="serve https")
    parser.add_argument("--cert", choices=certificates.KINDS, default="good")
    parser.add_argument("--max-tls", choices=sorted(tls.VERSIONS))
    parser.add_argument("--http2", action="store_true", help="offer it too; needs h2")
    parser.add_argument(
        "--keep-alive", type=float, metavar="SECONDS", help="close idle connections then"
    )
    options = parser.parse_args()
    if options.http2 or options.cert != "good" or options.max_tls:
        options.tls = True
    return options


if __name__ == "__main__":
    main()
