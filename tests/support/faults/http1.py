"""Just enough HTTP/1.1 to read requests and to write answers byte by byte."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Optional

MAX_HEAD = 256 * 1024


class ConnectionLost(Exception):
    """The client left in the middle of a request; `request` is the part that arrived."""

    def __init__(self, request: "Request") -> None:
        super().__init__("the client closed in the middle of a request")
        self.request = request


class BadRequest(Exception):
    """The bytes are not HTTP/1.x."""


@dataclass
class Request:
    method: str = ""
    target: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def header(self, name: str) -> Optional[str]:
        values = [value for key, value in self.headers if key.lower() == name]
        return ", ".join(values) if values else None


class RequestReader:
    """Reads the requests of one connection, one after another."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._buffer = b""

    def has_bytes(self) -> bool:
        """Whether a part of the next request has already been read."""
        return bool(self._buffer)

    def wait(self) -> bool:
        """Wait for a request's first bytes; return False when the client closes instead."""
        return self.has_bytes() or self._fill()

    def read(self) -> Request:
        request = Request()
        while b"\r\n\r\n" not in self._buffer:
            if len(self._buffer) > MAX_HEAD:
                raise BadRequest("the head of the request is too long")
            self._more(request)
        head, self._buffer = self._buffer.split(b"\r\n\r\n", 1)
        self._parse_head(request, head.decode("latin-1"))
        if (request.header("expect") or "").lower() == "100-continue":
            self._sock.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        if (request.header("transfer-encoding") or "").lower() == "chunked":
            self._read_chunks(request)
        else:
            self._read_length(request, int(request.header("content-length") or 0))
        return request

    def _fill(self) -> bool:
        data = self._sock.recv(65536)
        self._buffer += data
        return bool(data)

    def _more(self, request: Request) -> None:
        try:
            alive = self._fill()
        except OSError:
            alive = False
        if not alive:
            raise ConnectionLost(request)

    @staticmethod
    def _parse_head(request: Request, head: str) -> None:
        line, *fields = head.split("\r\n")
        try:
            request.method, request.target, version = line.split(" ")
            if not version.startswith("HTTP/1."):
                raise ValueError(version)
            for entry in fields:
                name, value = entry.split(":", 1)
                request.headers.append((name, value.strip(" \t")))
        except ValueError as error:
            raise BadRequest(f"not a head of HTTP/1.x: {error}") from error

    def _read_length(self, request: Request, length: int) -> None:
        while len(self._buffer) < length:
            request.body = self._buffer
            self._more(request)
        request.body, self._buffer = self._buffer[:length], self._buffer[length:]

    def _read_chunks(self, request: Request) -> None:
        while True:
            size = int(self._line(request).split(b";")[0], 16)
            while len(self._buffer) < size + 2:
                self._more(request)
            request.body += self._buffer[:size]
            self._buffer = self._buffer[size + 2 :]
            if size == 0:
                return

    def _line(self, request: Request) -> bytes:
        while b"\r\n" not in self._buffer:
            self._more(request)
        line, self._buffer = self._buffer.split(b"\r\n", 1)
        return line


def head(status: int, headers: dict[str, Any], version: str = "1.1") -> bytes:
    """The head of an answer; a header given as a list is sent once per value."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Unknown"
    lines = [f"HTTP/{version} {status} {phrase}"]
    lines += [f"{name}: {value}" for name, value in pairs(headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def pairs(headers: dict[str, Any]) -> list[tuple[str, str]]:
    """One pair for each header line."""
    lines = []
    for name, value in headers.items():
        values = value if isinstance(value, list) else [value]
        lines += [(name, str(one)) for one in values]
    return lines


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


LAST_CHUNK = b"0\r\n\r\n"
