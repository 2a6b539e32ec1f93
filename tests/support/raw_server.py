#!/usr/bin/env python3
"""An HTTP/1.1 server that answers any bytes that a test gives it, and counts whole requests.

usage: raw_server.py

Prints a line of JSON (base_uri) when it is ready and exits when its stdin is closed. A line on stdin is a JSON
object and becomes the answer to all requests from then on: `once`, `again` (sent until the client is gone; latin-1
text, both optional) and `close`. It prints `{"requests": N}`, the number of requests since the last line.
"""

import json
import socket
import sys
import threading

lock = threading.Lock()
answer: dict = {}
count = 0


def read_request(sock: socket.socket) -> bool:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = sock.recv(1)
        if not byte:
            return False
        head += byte
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            left = int(line.split(b":")[1])
            while left:
                left -= len(sock.recv(left))
    return True


def connection(sock: socket.socket) -> None:
    global count
    try:
        while read_request(sock):
            with lock:
                count += 1
                now = dict(answer)
            sock.sendall(now.get("once", "").encode("latin-1"))
            while "again" in now:
                sock.sendall(now["again"].encode("latin-1") * 64)
            if now.get("close"):
                break
    except OSError:
        pass
    finally:
        sock.close()


def accept(listener: socket.socket) -> None:
    while True:
        threading.Thread(target=connection, args=(listener.accept()[0],), daemon=True).start()


def main() -> None:
    global count
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=accept, args=(listener,), daemon=True).start()
    print(json.dumps({"base_uri": f"http://127.0.0.1:{listener.getsockname()[1]}"}), flush=True)
    for line in sys.stdin:
        with lock:
            answer.clear()
            answer.update(json.loads(line))
            seen, count = count, 0
        print(json.dumps({"requests": seen}), flush=True)


main()
