"""One connection of the data port: its requests, and the ways in which it can end."""

from __future__ import annotations

import socket
import ssl
import struct
import time
from typing import TYPE_CHECKING, Any, Optional

from . import http1, wire
from .answers import Answer, Options
from .http1 import BadRequest, ConnectionLost, Request, RequestReader

if TYPE_CHECKING:
    from .server import FaultServer

# Neither a TLS record nor an HTTP status line.
GARBAGE = b"\x00\x01garbage, not a protocol\xff\xfe\r\n" * 4

# How long the server waits for the client to close its side too.
LINGER = 5.0

# How often an idle connection is looked at, by a server that does not keep it forever.
KEEP_ALIVE_STEP = 0.25


class Connection:
    def __init__(
        self,
        server: FaultServer,
        sock: socket.socket,
        number: int,
        context: Optional[ssl.SSLContext],
        label: str = "",
    ) -> None:
        self.server = server
        self.number = number
        # What a gateway's answers say of the connection that they came on.
        self.label = label
        # The server has ended it, and waits for the client's end.
        self.is_ending = False
        self._sock = sock
        self._context = context
        self._tls: Optional[dict[str, Any]] = None
        self._dropped = False
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def run(self) -> None:
        """Serve until the client or the server ends the connection; runs in its own thread."""
        script = self.server.script
        try:
            trap = script.next_trap()
            early = None if trap else script.take("close_before")
            if early:
                self.end(early)
            elif self._context is None:
                self._serve(trap)
            elif trap:
                self._trap_tls(trap)
            elif self._handshake(self._context):
                self._serve_tls(self._sock)
        except (OSError, ConnectionLost):
            # The client left during the answer, as it may.
            pass
        finally:
            self._sock.close()

    def _handshake(self, context: ssl.SSLContext) -> bool:
        try:
            sock = context.wrap_socket(self._sock, server_side=True)
        except OSError:
            self.server.journal.handshake_failed()
            return False
        self._sock = sock
        self._tls = {
            "version": sock.version(),
            "resumed": bool(sock.session_reused),
            "protocol": sock.selected_alpn_protocol(),
        }
        return True

    def _serve_tls(self, sock: socket.socket) -> None:
        if self._tls and self._tls["protocol"] == "h2":
            # Imported here and not above: a server without HTTP/2 does not need the library.
            from .http2 import Session

            Session(self, sock).run()
        else:
            self._serve(None)

    def _serve(self, trap: Optional[str]) -> None:
        reader = RequestReader(self._sock)
        alive = True
        while alive and self._wait(reader):
            if self.server.script.take("close_before"):
                # The kernel answers RST when data reaches a closed socket.
                self.reset()
                return
            during = self.server.script.take("close_during")
            if during:
                self.end(during)
                return
            alive = self._one_request(reader, trap)

    def _wait(self, reader: RequestReader) -> bool:
        """Wait for the next request; when the client ends, log that and return False."""
        how = None if reader.has_bytes() else self._raw_end()
        if how is None:
            if reader.wait():
                return True
            how = "FIN" if self._tls is None else "close_notify"
        if not self._dropped:
            self.server.journal.ended(self.number, how)
        return False

    def _raw_end(self) -> Optional[str]:
        """Wait for bytes below TLS, because OpenSSL's versions report an end differently."""
        try:
            more = self._peek()
        except ConnectionResetError:
            return "RST"
        return None if more else "FIN"

    def _peek(self) -> bytes:
        began = time.monotonic()
        while True:
            keep_alive = self.server.keep_alive
            if keep_alive is not None and time.monotonic() - began > keep_alive:
                self.finish()
                raise ConnectionLost(Request())
            self._sock.settimeout(None if keep_alive is None else KEEP_ALIVE_STEP)
            try:
                more = socket.socket.recv(self._sock, 1, socket.MSG_PEEK)
            except socket.timeout:
                continue
            self._sock.settimeout(None)
            return more

    def _one_request(self, reader: RequestReader, trap: Optional[str]) -> bool:
        try:
            request = reader.read()
        except ConnectionLost as error:
            self._write_down(error.request, "incomplete", executed=False)
            raise
        except (BadRequest, ValueError) as error:
            self._write_down(Request(body=str(error).encode()), "bad request", False)
            return False
        if trap:
            # A request that arrives here counts as executed: the client must not have sent it.
            self._write_down(request, trap, executed=True)
            self._spring(trap)
            return False
        return self._behave(request, self.server.script.next())

    def _behave(self, request: Request, behaviour: Options) -> bool:
        reply, options = self.execute(request, behaviour)
        time.sleep(options.get("delay", 0))
        for status in options.get("interim", []):
            self.send(http1.head(status, {}))
        act = wire.WIRE.get(options["do"], wire.answer)
        return act(self, reply, options)

    def execute(self, request: Request, behaviour: Options) -> tuple[Answer, Options]:
        """Log the request and return its answer."""
        options = self.server.options_of(self, request, behaviour)
        self._write_down(request, behaviour["do"], options.get("execute", True))
        return Answer(options, request), options

    def _write_down(self, request: Request, behaviour: str, executed: bool) -> None:
        journal = self.server.journal
        journal.received(self.number, request, behaviour, executed, self._tls)

    def _trap_tls(self, trap: str) -> None:
        self._sock.recv(65536)
        self._spring(trap)

    def _spring(self, trap: str) -> None:
        if trap == "garble":
            self.send(GARBAGE)
            self.finish(notify=False)
        else:
            self.hold()

    def send(self, data: bytes) -> None:
        self._sock.sendall(data)

    def hold(self) -> None:
        """Say nothing until the client leaves."""
        while self._sock.recv(65536):
            pass

    def end(self, options: Options) -> None:
        if options.get("reset", False):
            self.reset()
        else:
            self.finish(options.get("notify", True))

    def finish(self, notify: bool = True) -> None:
        """Close with FIN; over TLS with a close_notify first, unless notify is false."""
        self.is_ending = True
        if notify and isinstance(self._sock, ssl.SSLSocket):
            self._send_close_notify(self._sock)
        # Not SSLSocket.shutdown(): it forgets the TLS state and reads plain text.
        socket.socket.shutdown(self._sock, socket.SHUT_WR)
        # Unread bytes would turn the close into RST, so read what still arrives.
        deadline = time.monotonic() + LINGER
        while time.monotonic() < deadline:
            self._sock.settimeout(LINGER)
            if not socket.socket.recv(self._sock, 65536):
                break
        self._sock.close()

    @staticmethod
    def _send_close_notify(sock: ssl.SSLSocket) -> None:
        # Non-blocking: this sends ours and does not wait for the client's.
        sock.setblocking(False)
        try:
            sock.unwrap()
        except OSError:
            pass

    def reset(self) -> None:
        """Close with RST, which a linger time of zero causes."""
        linger = struct.pack("ii", 1, 0)
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._sock.close()

    def drop(self) -> None:
        """End an idle connection from another thread, and wake the thread that reads it."""
        self._dropped = True
        try:
            socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
        except OSError:
            pass
