"""A CONNECT proxy: one thread per connection, and a log of its requests."""

from __future__ import annotations

import base64
import selectors
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from typing import Any, Optional

from . import control, http1
from .http1 import BadRequest, ConnectionLost, Request, RequestReader
from .listener import HOST, Listener

# Tests must not leave this machine, whatever the code under test asks for.
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Rules:
    # "user:password", or None when the proxy needs no credentials.
    credentials: Optional[str] = None
    # "tunnel", "refuse" (with the status), "silent" (no answer), or "close" (no answer, FIN).
    behaviour: str = "tunnel"
    status: int = 502
    # Seconds to wait for more bytes from the server, to pass them on at once.
    gather: float = 0.0


class Proxy:
    def __init__(self, rules: Rules, tls: Optional[ssl.SSLContext] = None) -> None:
        self._rules = rules
        self._tls = tls
        self._lock = threading.Lock()
        self._requests: list[dict[str, Any]] = []
        self._connections = 0
        self.listener = Listener(self._connected)

    def start(self) -> str:
        """Start both ports and return the URI of the control channel."""
        self.listener.open()
        return control.serve(
            {"GET /log": lambda _: self._log(), "POST /reset": lambda _: self._reset()}
        )

    def _log(self) -> dict[str, Any]:
        with self._lock:
            counts = {
                "connections": self._connections,
                "requests": len(self._requests),
            }
            return {"counts": counts, "requests": list(self._requests)}

    def _reset(self) -> None:
        with self._lock:
            self._requests = []
            self._connections = 0

    def _connected(self, sock: socket.socket) -> None:
        with self._lock:
            self._connections += 1
        threading.Thread(target=self._run, args=(sock,), daemon=True).start()

    def _run(self, sock: socket.socket) -> None:
        try:
            with self._secured(sock) as client:
                self._serve(client)
        except (OSError, BadRequest, ConnectionLost):
            # One side left, which ends the tunnel.
            pass

    def _secured(self, sock: socket.socket) -> socket.socket:
        if self._tls is None:
            return sock
        try:
            return self._tls.wrap_socket(sock, server_side=True)
        finally:
            # The TLS socket owns the descriptor; after a failure this closes it.
            sock.close()

    def _serve(self, sock: socket.socket) -> None:
        reader = RequestReader(sock)
        # A refused client may retry on the same connection, with credentials.
        while reader.wait():
            request = reader.read()
            status = self._judge(request)
            upstream = _connect(request.target) if status == 200 else None
            if status == 200 and upstream is None:
                status = 502
            self._write_down(request, status)
            if self._rules.behaviour == "silent":
                while sock.recv(65536):
                    pass
            if self._rules.behaviour in ("silent", "close"):
                return
            if upstream is not None:
                with upstream:
                    sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    _relay(sock, upstream, self._rules.gather)
                return
            sock.sendall(_refusal(status))

    def _judge(self, request: Request) -> int:
        if request.method != "CONNECT":
            return 405
        if not self._authorised(request):
            return 407
        if self._rules.behaviour != "tunnel":
            return self._rules.status
        return 200 if request.target.rpartition(":")[0] in LOOPBACK else 403

    def _authorised(self, request: Request) -> bool:
        if self._rules.credentials is None:
            return True
        encoded = base64.b64encode(self._rules.credentials.encode()).decode()
        return request.header("proxy-authorization") == f"Basic {encoded}"

    def _write_down(self, request: Request, status: int) -> None:
        entry = {
            "method": request.method,
            "target": request.target,
            "headers": {
                name.lower(): request.header(name.lower())
                for name, _ in request.headers
            },
            "authorised": self._authorised(request),
            "status": status,
            "time": round(time.time(), 4),
        }
        with self._lock:
            self._requests.append(entry)


def _connect(target: str) -> Optional[socket.socket]:
    host, _, port = target.rpartition(":")
    try:
        return socket.create_connection((host.strip("[]"), int(port)), timeout=5)
    except (OSError, ValueError):
        return None


def _refusal(status: int) -> bytes:
    headers: dict[str, Any] = {"Content-Length": 0}
    if status == 407:
        headers["Proxy-Authenticate"] = 'Basic realm="aurpay tests"'
    return http1.head(status, headers)


def _relay(client: socket.socket, server: socket.socket, gather: float) -> None:
    """Carry bytes both ways until both sides have ended; one side's end is passed on too."""
    peers = {client: server, server: client}
    for sock in peers:
        sock.settimeout(None)
    with selectors.DefaultSelector() as selector:
        for sock in peers:
            selector.register(sock, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                sock = key.fileobj
                assert isinstance(sock, socket.socket)
                if sock is server:
                    time.sleep(gather)
                data = sock.recv(65536)
                if data:
                    peers[sock].sendall(data)
                else:
                    selector.unregister(sock)
                    # Not SSLSocket.shutdown(), after which Python reads TLS records as plain bytes.
                    socket.socket.shutdown(peers[sock], socket.SHUT_WR)


def ready(proxy: Proxy, control_uri: str, ca_file: Optional[str]) -> dict[str, Any]:
    port = proxy.listener.port
    scheme = "http" if ca_file is None else "https"
    return {
        "port": port,
        "base_uri": f"{scheme}://{HOST}:{port}",
        "ca_file": ca_file,
        "control": control_uri,
    }
