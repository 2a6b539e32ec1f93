"""The gateway of a shop that lives long: the API's orders over HTTP/2 and HTTP/1.1, on addresses that change."""

from __future__ import annotations

import functools
import socket
import ssl
from pathlib import Path
from typing import Any, Optional

from . import certificates, control, orders, tls
from .answers import Options
from .connection import Connection
from .http1 import Request
from .ledger import Ledger
from .listener import HOST, Listener
from .server import FaultServer

# The name that shops know; a name server tells its address.
NAME = "gateway.test"
_NAMES = f"{certificates.LOOPBACK}, DNS:{NAME}"
_NEVER = 1e9


class Doors:
    """Both ports on each address in use. It opens and closes as one listener."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._ports: dict[bool, int] = {}
        self._listeners: dict[str, list[Listener]] = {}
        self._in_use = [HOST]
        self._listeners[HOST] = self._make(HOST)
        self.port = self._ports[True]
        self.http1_port = self._ports[False]

    def use(self, addresses: list[str]) -> None:
        """Listen on these addresses and refuse connections on all others."""
        for address in addresses:
            if address not in self._listeners:
                self._listeners[address] = self._make(address)
        self._in_use = addresses
        for address, listeners in self._listeners.items():
            for listener in listeners:
                listener.open() if address in addresses else listener.close()

    def open(self) -> None:
        self.use(self._in_use)

    def close(self) -> bool:
        everywhere = [each for listeners in self._listeners.values() for each in listeners]
        return any([listener.close() for listener in everywhere])

    def _make(self, address: str) -> list[Listener]:
        listeners = []
        for http2 in (True, False):
            serve = functools.partial(self._gateway.accept, http2)
            listener = Listener(serve, address, self._ports.get(http2, 0))
            self._ports[http2] = listener.port
            listeners.append(listener)
        return listeners


class Gateway(FaultServer):
    keep_alive = _NEVER

    def __init__(self, directory: Path) -> None:
        super().__init__()
        self._directory = directory
        self._authorities = 0
        self._certificates = 0
        self._next: Optional[certificates.Certificate] = None
        self.journal = Ledger()
        self.certificate = self._new_authority()
        self._contexts: dict[bool, ssl.SSLContext] = {}
        self._use(self.certificate)
        self._doors = Doors(self)
        self.listener = self._doors
        self.base_uri = f"https://{NAME}:{self._doors.port}"
        self.http1_uri = f"https://{NAME}:{self._doors.http1_port}"

    def routes(self) -> control.Routes:
        return {
            **super().routes(),
            "GET /ledger": lambda _: self._ledger(),
            "POST /addresses": self._move,
            "POST /authority": lambda _: self._announce_authority(),
            "POST /certificate": lambda _: self._change_certificate(),
            "POST /keep_alive": self._keep_alive,
        }

    def accept(self, http2: bool, sock: socket.socket) -> None:
        label = f"{sock.getsockname()[0]} certificate {self._certificates}"
        self.serve(sock, self._contexts[http2], label)

    def options_of(self, connection: Connection, request: Request, behaviour: Options) -> Options:
        answer = orders.answer(request, connection.label)
        return {**answer, **super().options_of(connection, request, behaviour)}

    def _ledger(self) -> dict[str, Any]:
        labels = [each.label for each in self.open_connections() if not each.is_ending]
        return {
            "executed": self.journal.executed(),
            "counts": self.journal.counts(),
            "open": labels,
            "script_left": self.script.left(),
        }

    def _move(self, addresses: Any) -> None:
        if not isinstance(addresses, list) or not addresses:
            raise ValueError("expected a list of addresses")
        self._doors.use(addresses)

    def _announce_authority(self) -> dict[str, str]:
        """Make a new authority and a certificate of it, which POST /certificate begins to use."""
        self._next = self._new_authority()
        return {"ca_file": self._next.ca_file}

    def _change_certificate(self) -> dict[str, int]:
        """Use a new certificate for new connections: the announced authority's, or else of the same authority."""
        self.certificate = self._next or certificates.renew(Path(self.certificate.ca_file).parent)
        self._next = None
        self._use(self.certificate)
        return {"number": self._certificates}

    def _new_authority(self) -> certificates.Certificate:
        self._authorities += 1
        folder = self._directory / str(self._authorities)
        folder.mkdir()
        return certificates.make(folder, names=_NAMES)

    def _use(self, certificate: certificates.Certificate) -> None:
        self._certificates += 1
        self._contexts = {http2: tls.server_context(certificate, http2=http2) for http2 in (True, False)}

    def _keep_alive(self, seconds: Any) -> None:
        self.keep_alive = _NEVER if seconds is None else float(seconds)
