"""One connection that speaks HTTP/2; each of its streams has its own behaviour."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Iterator, Optional

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import (
    ConnectionTerminated,
    DataReceived,
    Event,
    RequestReceived,
    StreamEnded,
    StreamReset,
)
from h2.exceptions import ProtocolError

from . import wire2
from .connection import KEEP_ALIVE_STEP
from .http1 import Request

if TYPE_CHECKING:
    from .connection import Connection

# How long a client may leave our bytes unread, in seconds.
SEND_TIMEOUT = 10.0


class Session:
    """Reads what the client sends, and lets the streams take turns in between.

    A behaviour is a generator: it sends something and yields the seconds until its next
    turn. All that it sends in one turn leaves together.
    """

    def __init__(self, connection: Connection, sock: socket.socket) -> None:
        self.connection = connection
        self.protocol = H2Connection(
            H2Configuration(client_side=False, header_encoding="utf-8")
        )
        self.is_over = False
        self._sock = sock
        self._requests: dict[int, Request] = {}
        self._turns: dict[int, tuple[float, Iterator[float]]] = {}
        self._used = time.monotonic()

    def run(self) -> None:
        self.protocol.initiate_connection()
        self.flush()
        while not self.is_over:
            self._take_turns()
            data = None if self.is_over else self._receive()
            if data == b"":
                return
            if data:
                self._used = time.monotonic()
                self._handle(data)
            elif self._is_idle():
                self.protocol.close_connection()
                self.flush()
                self.connection.finish()
                return

    def _is_idle(self) -> bool:
        keep_alive = self.connection.server.keep_alive
        is_busy = self._turns or self._requests or self.is_over
        return not is_busy and keep_alive is not None and time.monotonic() - self._used > keep_alive

    def flush(self) -> None:
        self._sock.settimeout(SEND_TIMEOUT)
        self.connection.send(self.protocol.data_to_send())

    def end(self) -> None:
        """Stop serving the connection, which is being closed."""
        self.is_over = True

    def _receive(self) -> Optional[bytes]:
        """The client's bytes, or None when a stream's turn comes first."""
        pause = None if self.connection.server.keep_alive is None else KEEP_ALIVE_STEP
        if self._turns:
            soonest = min(when for when, _ in self._turns.values())
            # Not 0, which would skip bytes that are already on their way.
            pause = max(soonest - time.monotonic(), 0.0005)
        self._sock.settimeout(pause)
        try:
            return self._sock.recv(65536)
        except socket.timeout:
            return None

    def _take_turns(self) -> None:
        for number, (when, turns) in list(self._turns.items()):
            if self.is_over:
                return
            if when > time.monotonic():
                continue
            try:
                self._turns[number] = (time.monotonic() + next(turns), turns)
            except (StopIteration, ProtocolError):
                # The behaviour has ended, or the client has reset the stream.
                del self._turns[number]
            if not self.is_over:
                self.flush()

    def _handle(self, data: bytes) -> None:
        try:
            events = self.protocol.receive_data(data)
        except ProtocolError:
            # h2 has put a GOAWAY into its output.
            self.flush()
            self.end()
            return
        for event in events:
            if not self.is_over:
                self._take(event)
        if not self.is_over:
            self.flush()

    def _take(self, event: Event) -> None:
        if isinstance(event, RequestReceived):
            self._begin(event)
        elif isinstance(event, DataReceived):
            self._requests[event.stream_id].body += event.data
            self.protocol.acknowledge_received_data(
                event.flow_controlled_length, event.stream_id
            )
        elif isinstance(event, StreamEnded):
            self._behave(event.stream_id)
        elif isinstance(event, StreamReset):
            self._turns.pop(event.stream_id, None)
        elif isinstance(event, ConnectionTerminated):
            self.end()

    def _begin(self, event: RequestReceived) -> None:
        script = self.connection.server.script
        if script.take("close_before"):
            self.connection.reset()
            self.end()
            return
        during = script.take("close_during")
        if during:
            self.connection.end(during)
            self.end()
            return
        pseudo = {name: value for name, value in event.headers if name[0] == ":"}
        headers = [pair for pair in event.headers if pair[0][0] != ":"]
        self._requests[event.stream_id] = Request(
            pseudo[":method"], pseudo[":path"], headers
        )

    def _behave(self, number: int) -> None:
        request = self._requests.pop(number)
        behaviour = self.connection.server.script.next()
        reply, options = self.connection.execute(request, behaviour)
        act = wire2.WIRE.get(options["do"], wire2.answer)
        due = time.monotonic() + options.get("delay", 0)
        turns = wire2.interim(Stream(self, number), reply, options, act)
        self._turns[number] = (due, turns)


class Stream:
    """The actions of a behaviour on its stream."""

    def __init__(self, session: Session, number: int) -> None:
        self.session = session
        self.number = number

    def head(self, fields: list[tuple[str, str]]) -> None:
        self.session.protocol.send_headers(self.number, fields)

    def data(self, data: bytes, end: bool = False) -> Iterator[float]:
        """Send as much at a time as the client has room for; the last part ends the stream."""
        protocol = self.session.protocol
        while data or end:
            window = protocol.local_flow_control_window(self.number)
            room = min(window, protocol.max_outbound_frame_size)
            if room > 0 or not data:
                is_last = end and len(data) <= room
                protocol.send_data(self.number, data[:room], end_stream=is_last)
                if is_last:
                    return
                data = data[room:]
            yield 0.0

    def reset(self, error: str) -> None:
        self.session.protocol.reset_stream(self.number, ErrorCodes[error])

    def goaway(self, processed: bool) -> None:
        """Say which streams were processed: all up to this one, or none."""
        self.session.protocol.close_connection(
            last_stream_id=self.number if processed else 0
        )
