"""Behaviours below HTTP, like those of wire.py, for a stream of HTTP/2.

Each is a generator that yields the seconds until its next turn.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Callable, Iterator

from . import wire
from .answers import Answer, Options

if TYPE_CHECKING:
    from .http2 import Stream

Turns = Iterator[float]
Behave = Callable[["Stream", Answer, Options], Turns]

# Type HEADERS, without the flag END_HEADERS.
_HEADERS = 1


def answer(stream: Stream, reply: Answer, options: Options) -> Turns:
    stream.head(reply.fields())
    yield from stream.data(_body(reply), end=True)
    if "late" in options:
        yield options.get("late_after", 0)
        stream.session.flush()
        wire.send_late(stream.session.connection, options)
    if "close_after" in options:
        yield options["close_after"]
    if reply.close:
        stream.goaway(processed=True)
    if reply.close or "close_after" in options:
        yield from _close(stream, reply, options)


def interim(
    stream: Stream, reply: Answer, options: Options, act: Behave
) -> Turns:
    """Send the heads of interim answers before the behaviour begins."""
    for status in options.get("interim", []):
        stream.head([(":status", str(status))])
    yield from act(stream, reply, options)


def half_header(stream: Stream, reply: Answer, options: Options) -> Turns:
    # ":status: 200" of the static table, without the flag that ends the head.
    block = b"\x88"
    stream.session.flush()
    head = struct.pack(">I", len(block))[1:] + struct.pack(
        ">BBI", _HEADERS, 0, stream.number
    )
    stream.session.connection.send(head + block)
    yield from _close(stream, reply, options)


def half_body(stream: Stream, reply: Answer, options: Options) -> Turns:
    stream.head(reply.fields())
    yield from stream.data(reply.payload[: len(reply.payload) // 2])
    yield from _close(stream, reply, options)


def half_chunked(stream: Stream, reply: Answer, options: Options) -> Turns:
    # HTTP/2 has no chunks, but it has answers without a length.
    reply.chunked = True
    yield from half_body(stream, reply, options)


def silent(stream: Stream, reply: Answer, options: Options) -> Turns:
    """Send nothing on this stream; the connection's other streams get answers."""
    yield from ()


def drip(stream: Stream, reply: Answer, options: Options) -> Turns:
    stream.head(reply.fields())
    for byte in _body(reply):
        yield options.get("interval", 0.1)
        yield from stream.data(bytes([byte]))
    yield from stream.data(b"", end=True)


def endless(stream: Stream, reply: Answer, options: Options) -> Turns:
    reply.chunked = True
    stream.head(reply.fields())
    yield from stream.data(b'{"code":0,"message":"ok","data":"')
    while True:
        yield from stream.data(b"a" * 16384)


def reset_stream(stream: Stream, reply: Answer, options: Options) -> Turns:
    if options.get("after_half_body", False):
        stream.head(reply.fields())
        yield from stream.data(reply.payload[: len(reply.payload) // 2])
    stream.reset(options.get("error", "CANCEL"))


def goaway(stream: Stream, reply: Answer, options: Options) -> Turns:
    stream.goaway(options.get("processed", False))
    yield from _close(stream, reply, options)


def _body(reply: Answer) -> bytes:
    return b"" if reply.without_body else reply.payload


def _ending(act: wire.Behave) -> Behave:
    """Play a behaviour of the whole connection, and end the connection."""

    def turns(stream: Stream, reply: Answer, options: Options) -> Turns:
        stream.session.flush()
        stream.session.end()
        act(stream.session.connection, reply, options)
        yield from ()

    return turns


_close = _ending(wire.close)

WIRE: dict[str, Behave] = {
    "close": _close,
    "reset": _ending(wire.reset),
    "half_header": half_header,
    "half_body": half_body,
    "half_chunked": half_chunked,
    "silent": silent,
    "drip": drip,
    "endless": endless,
    "vanish": _ending(wire.vanish),
    "garble": _ending(wire.garble),
    "stall_reconnect": _ending(wire.stall_reconnect),
    "reset_stream": reset_stream,
    "goaway": goaway,
}
assert set(WIRE) == set(wire.WIRE)
