#!/usr/bin/env python3
"""An HTTP/2 server that speaks just enough of the protocol to refuse in the ways HTTP/1.1 has no words for.

usage: h2_server.py

Prints a line of JSON (base_uri, ca_file) when it is ready and leaves when its stdin is closed. Each line on
stdin is a JSON list of behaviours for the next requests; the answer is a line of JSON with the list `requests`
of what was received since the last line, as "POST 2" (the method and the HTTP version).

answer            200 with an envelope
refused           RST_STREAM with REFUSED_STREAM
cancel            RST_STREAM with CANCEL
goaway            GOAWAY that says no stream was processed, then the end of the connection
goaway_processed  GOAWAY that says this one may have been, then the end
h1_required       RST_STREAM with HTTP_1_1_REQUIRED
"""

import json
import socket
import ssl
import struct
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))

from faults import certificates, child  # noqa: E402

DATA, HEADERS, RST_STREAM, SETTINGS, GOAWAY = 0, 1, 3, 4, 7
ACK = END_STREAM = 1
END_HEADERS = 4
REFUSED_STREAM, CANCEL, HTTP_1_1_REQUIRED = 7, 8, 13
RESETS = {"refused": REFUSED_STREAM, "cancel": CANCEL, "h1_required": HTTP_1_1_REQUIRED}
# The static table's entries for :method, which clients write first.
METHODS = {0x82: "GET", 0x83: "POST"}
BODY = b'{"code":0,"result":true,"data":{}}'

lock = threading.Lock()
script: list = []
requests: list = []


def next_behaviour(request: str) -> str:
    with lock:
        requests.append(request)
        return script.pop(0) if script else "answer"


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


def read_exactly(sock: ssl.SSLSocket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        part = sock.recv(count - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def behave(sock: ssl.SSLSocket, stream: int, behaviour: str) -> None:
    if behaviour in RESETS:
        sock.sendall(frame(RST_STREAM, 0, stream, struct.pack(">I", RESETS[behaviour])))
    elif behaviour.startswith("goaway"):
        processed = stream if behaviour == "goaway_processed" else 0
        sock.sendall(frame(GOAWAY, 0, 0, struct.pack(">II", processed, 0)))
        raise EOFError
    else:
        sock.sendall(frame(HEADERS, END_HEADERS, stream, b"\x88") + frame(DATA, END_STREAM, stream, BODY))


def serve_h2(sock: ssl.SSLSocket) -> None:
    read_exactly(sock, len(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))
    sock.sendall(frame(SETTINGS, 0, 0))
    methods: dict = {}
    while True:
        head = read_exactly(sock, 9)
        length, (kind, flags, stream) = int.from_bytes(head[:3], "big"), struct.unpack(">BBI", head[3:])
        payload = read_exactly(sock, length)
        if kind == SETTINGS and not flags & ACK:
            sock.sendall(frame(SETTINGS, ACK, 0))
        if kind == HEADERS:
            methods[stream] = METHODS.get(payload[5 if flags & 0x20 else 0], "?")
        if kind in (HEADERS, DATA) and flags & END_STREAM:
            behave(sock, stream, next_behaviour(f"{methods[stream]} 2"))


def serve_h1(sock: ssl.SSLSocket) -> None:
    while True:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += read_exactly(sock, 1)
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                read_exactly(sock, int(line.split(b":")[1]))
        next_behaviour(head.split(b" ")[0].decode() + " 1.1")
        sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY)


def connection(sock: socket.socket, context: ssl.SSLContext) -> None:
    try:
        with context.wrap_socket(sock, server_side=True) as tls:
            (serve_h2 if tls.selected_alpn_protocol() == "h2" else serve_h1)(tls)
    except (EOFError, OSError):
        pass


def accept(listener: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        sock, _ = listener.accept()
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=connection, args=(sock, context), daemon=True).start()


def main() -> None:
    child.leave_tidily()
    with tempfile.TemporaryDirectory() as folder:
        certificate = certificates.make(Path(folder))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.chain_file, certificate.key_file)
        context.set_alpn_protocols(["h2", "http/1.1"])
        listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=accept, args=(listener, context), daemon=True).start()
        uri = f"https://127.0.0.1:{listener.getsockname()[1]}"
        print(json.dumps({"base_uri": uri, "ca_file": certificate.ca_file}), flush=True)
        for line in sys.stdin:
            with lock:
                script[:] = json.loads(line)
                seen, requests[:] = list(requests), []
            print(json.dumps({"requests": seen}), flush=True)


main()
