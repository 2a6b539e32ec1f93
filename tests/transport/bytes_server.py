#!/usr/bin/env python3
"""A TCP server that answers with bytes, whatever the protocol.

usage: bytes_server.py answer|silent|full [HEX]

answer reads once, sends the bytes and waits until the client has left; silent accepts and sends nothing; full does not
even accept, because its queue is full. Prints a line of JSON (port) when it is ready and exits when its stdin is
closed.
"""

import json
import socket
import sys
import threading


def serve(sock: socket.socket, behaviour: str, answer: bytes) -> None:
    with sock:
        try:
            if behaviour == "answer":
                sock.recv(65536)
                sock.sendall(answer)
            while sock.recv(65536):
                pass
        except OSError:
            pass


def accept(listener: socket.socket, behaviour: str, answer: bytes) -> None:
    while True:
        sock = listener.accept()[0]
        threading.Thread(target=serve, args=(sock, behaviour, answer), daemon=True).start()


def fill(address: tuple) -> list:
    """Fill the queue of a listener that accepts nobody."""
    taken = []
    for _ in range(8):
        sock = socket.socket()
        sock.setblocking(False)
        sock.connect_ex(address)
        taken.append(sock)
    return taken


def main() -> None:
    behaviour, answer = sys.argv[1], bytes.fromhex("".join(sys.argv[2:]))
    listener = socket.create_server(("127.0.0.1", 0), backlog=0)
    taken = []
    if behaviour == "full":
        taken = fill(listener.getsockname())
    else:
        listener.listen(16)
        threading.Thread(target=accept, args=(listener, behaviour, answer), daemon=True).start()
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
    sys.stdin.read()
    for sock in taken:
        sock.close()


main()
