#!/usr/bin/env python3
"""A gateway for a shop that lives long: it can restart, move, change its certificate and its authority.

Prints one line of JSON when it is ready and exits when stdin reaches its end. Besides the control channel of the fault
server, whose behaviours it has, it takes GET /ledger (how often each id was executed), and POST /addresses (a list, on
which it listens from now on), /authority (makes a new one, whose file it returns), /certificate (uses a new
certificate, of that authority or else of the same as before) and /keep_alive (seconds or null).
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from faults import child, orders
from faults.gateway import Gateway


def main() -> None:
    child.leave_tidily()
    with tempfile.TemporaryDirectory(prefix="aurpay-gateway-") as directory:
        gateway = Gateway(Path(directory))
        control = gateway.start()
        child.announce(
            {
                "port": gateway.listener.port,
                "base_uri": gateway.base_uri,
                "http1_uri": gateway.http1_uri,
                "ca_file": gateway.certificate.ca_file,
                "control": control,
                "api_key": orders.API_KEY,
                "api_token": orders.API_TOKEN,
                "api_secret": orders.API_SECRET,
                "listed": orders.TOTAL,
            }
        )
        child.wait_for_stdin_to_close()


if __name__ == "__main__":
    main()
