"""Complete answers: their head, their body, and the presets that are broken on purpose."""

from __future__ import annotations

import functools
import gzip
import io
import json
from typing import Any, Callable, Iterator

from . import http1
from .http1 import Request

Options = dict[str, Any]


class Answer:
    """An answer, built from the options of a behaviour."""

    def __init__(self, options: Options, request: Request) -> None:
        self.status: int = options.get("status", 200)
        self.chunked: bool = options.get("chunked", False)
        self.chunk_size: int = options.get("chunk_size", 16)
        self.until_close: bool = options.get("until_close", False)
        asked_to_close = (request.header("connection") or "").lower() == "close"
        self.close: bool = (
            options.get("close", False) or self.until_close or asked_to_close
        )
        # RFC 9110: these never have a body, whatever the script says.
        self.without_body = request.method == "HEAD" or self.status in (204, 304)
        self.payload = _payload(options, request)
        self._headers = options.get("headers", {})

        self._version: str = options.get("version", "1.1")
        self._encoded = options.get("gzip", False)
        if self._encoded:
            self.payload = gzip.compress(self.payload)

    def head(self) -> bytes:
        headers = self._content_headers()
        if self.chunked:
            headers["Transfer-Encoding"] = "chunked"
        headers["Connection"] = "close" if self.close else "keep-alive"
        return http1.head(self.status, _merge(headers, self._headers), self._version)

    def fields(self) -> list[tuple[str, str]]:
        """The head for HTTP/2, with names in lower case and without the headers for framing."""
        headers = _merge(self._content_headers(), self._headers)
        pairs = [(name.lower(), value) for name, value in http1.pairs(headers)]
        return [(":status", str(self.status)), *pairs]

    def _content_headers(self) -> dict[str, Any]:
        headers: dict[str, Any] = {"Content-Type": "application/json"}
        if self._encoded:
            headers["Content-Encoding"] = "gzip"
        if not (self.chunked or self.until_close or self.status == 204):
            headers["Content-Length"] = len(self.payload)
        return headers

    def body(self) -> bytes:
        if self.without_body:
            return b""
        if self.chunked:
            return b"".join(self.chunks()) + http1.LAST_CHUNK
        return self.payload

    def chunks(self) -> Iterator[bytes]:
        for start in range(0, len(self.payload), self.chunk_size):
            yield http1.chunk(self.payload[start : start + self.chunk_size])


def _merge(headers: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Merge the script's headers, which win, whatever their case; null removes a header."""
    lower = {name.lower() for name in given}
    merged = {
        name: value for name, value in headers.items() if name.lower() not in lower
    }
    merged.update({name: value for name, value in given.items() if value is not None})
    return merged


def _payload(options: Options, request: Request) -> bytes:
    if "body" in options:
        body = options["body"]
        return body if isinstance(body, bytes) else body.encode()
    if "json" in options:
        return json.dumps(options["json"]).encode()
    echo = {"method": request.method, "target": request.target}
    return envelope(json.dumps(echo))


def envelope(data: str) -> bytes:
    return f'{{"code":0,"message":"ok","data":{data},"result":true}}'.encode()


def _gzip_bomb(options: Options, base_uri: str) -> Options:
    headers = {"Content-Encoding": "gzip"}
    return {"headers": headers, "body": _bomb(options.get("megabytes", 64))}


@functools.lru_cache(maxsize=4)
def _bomb(megabytes: int) -> bytes:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as stream:
        before, after = envelope('"?"').split(b"?")
        stream.write(before)
        for _ in range(megabytes):
            stream.write(b"A" * (1024 * 1024))
        stream.write(after)
    return packed.getvalue()


def _redirect(options: Options, base_uri: str) -> Options:
    location = options.get("location", f"{base_uri}/elsewhere")
    return {"status": 302, "headers": {"Location": location}, "body": ""}


def _html(options: Options, base_uri: str) -> Options:
    page = "<!DOCTYPE html><html><body><h1>Just a moment...</h1></body></html>"
    return {"headers": {"Content-Type": "text/html; charset=utf-8"}, "body": page}


def _broken_json(options: Options, base_uri: str) -> Options:
    return {"body": '{"code":0,"message":"ok","data":{"amount":'}


def _deep_json(options: Options, base_uri: str) -> Options:
    levels = options.get("levels", 1000)
    return {"body": envelope("[" * levels + "]" * levels)}


# Behaviours that are an answer with other defaults; the script's options still win.
PRESETS: dict[str, Callable[[Options, str], Options]] = {
    "gzip_bomb": _gzip_bomb,
    "redirect": _redirect,
    "html": _html,
    "broken_json": _broken_json,
    "deep_json": _deep_json,
}
