"""Behaviours below HTTP: what the server does with the connection, byte by byte.

Each is called after the request was executed, and returns whether the connection stays open.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Callable

from . import http1
from .answers import Answer, Options

if TYPE_CHECKING:
    from .connection import Connection

Behave = Callable[["Connection", Answer, Options], bool]


def answer(connection: Connection, reply: Answer, options: Options) -> bool:
    if "glued" in options:
        # Two writes, two TLS records: the unexpected bytes share a record with the body.
        connection.send(reply.head())
        connection.send(reply.body() + options["glued"].encode("latin-1"))
    else:
        connection.send(reply.head() + reply.body())
    if "late" in options:
        time.sleep(options.get("late_after", 0))
        send_late(connection, options)
    if "close_after" in options:
        # The server promised keep-alive; an idle client finds a dead connection later.
        time.sleep(options["close_after"])
        return close(connection, reply, options)
    return close(connection, reply, options) if reply.close else True


def send_late(connection: Connection, options: Options) -> None:
    """Send unexpected bytes on a connection that is idle by now."""
    connection.send(options["late"].encode("latin-1"))
    connection.server.journal.sent_late()


def close(connection: Connection, reply: Answer, options: Options) -> bool:
    connection.end(options)
    return False


def reset(connection: Connection, reply: Answer, options: Options) -> bool:
    connection.reset()
    return False


def half_header(connection: Connection, reply: Answer, options: Options) -> bool:
    head = reply.head()
    # In the middle of the second line, so that the status line is complete.
    middle = head.index(b"\r\n") + 8
    connection.send(head[: options.get("bytes", middle)])
    connection.end(options)
    return False


def half_body(connection: Connection, reply: Answer, options: Options) -> bool:
    connection.send(reply.head() + reply.payload[: len(reply.payload) // 2])
    connection.end(options)
    return False


def half_chunked(connection: Connection, reply: Answer, options: Options) -> bool:
    reply.chunked = True
    chunks = list(reply.chunks())
    connection.send(reply.head() + b"".join(chunks[: max(1, len(chunks) // 2)]))
    connection.end(options)
    return False


def silent(connection: Connection, reply: Answer, options: Options) -> bool:
    connection.hold()
    return False


def drip(connection: Connection, reply: Answer, options: Options) -> bool:
    slow = reply.body()
    if options.get("head", False):
        slow = reply.head() + slow
    else:
        connection.send(reply.head())
    for byte in slow:
        time.sleep(options.get("interval", 0.1))
        connection.send(bytes([byte]))
    if reply.close:
        connection.finish()
    return not reply.close


def endless(connection: Connection, reply: Answer, options: Options) -> bool:
    """Send until the client leaves; its full receive window slows this down."""
    if options.get("head", False):
        head = reply.head()[:-2]
        connection.send(head)
        while True:
            connection.send(b"X-Filler: " + b"a" * 4096 + b"\r\n")
    reply.chunked = True
    connection.send(reply.head() + http1.chunk(b'{"code":0,"message":"ok","data":"'))
    while True:
        connection.send(http1.chunk(b"a" * 16384))


def vanish(connection: Connection, reply: Answer, options: Options) -> bool:
    # In this order: when the client sees the end, the server already refuses a reconnect.
    connection.server.listener.close()
    connection.end(options)
    return False


def garble(connection: Connection, reply: Answer, options: Options) -> bool:
    connection.server.script.trap_next_connection("garble")
    connection.end(options)
    return False


def stall_reconnect(connection: Connection, reply: Answer, options: Options) -> bool:
    connection.server.script.trap_next_connection("stall_reconnect")
    connection.end(options)
    return False


WIRE: dict[str, Behave] = {
    "close": close,
    "reset": reset,
    "half_header": half_header,
    "half_body": half_body,
    "half_chunked": half_chunked,
    "silent": silent,
    "drip": drip,
    "endless": endless,
    "vanish": vanish,
    "garble": garble,
    "stall_reconnect": stall_reconnect,
    # HTTP/1.1 has no streams; the end of the connection comes nearest.
    "reset_stream": reset,
    "goaway": close,
}
