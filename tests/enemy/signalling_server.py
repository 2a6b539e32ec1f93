#!/usr/bin/env python3
"""An HTTP/1.1 server that answers all providers' calls, and sends a signal to its client while the client waits.

usage: signalling_server.py

Prints a line of JSON (base_uri) when it is ready and exits when its stdin is closed. The header User-Agent of a
request may be "signal PID NAME": process PID gets SIGUSR1 after the request was read and before it is answered, but
only for the first request of each NAME. Any line on stdin is answered with a line of JSON: how many requests of each
User-Agent came that are not reads. The path says which provider is meant: /azpays or another.
"""

import json
import os
import signal
import socketserver
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler

# A call handles signals at least every 100 milliseconds.
SECONDS = 0.25

lock = threading.Lock()
written: dict = {}
signalled: set = set()


def answer(target: str) -> bytes:
    path, _, query = target.partition("?")
    page = next((int(pair[5:]) for pair in query.split("&") if pair.startswith("page=")), 1)
    name = path.rsplit("/", 1)[1]
    element = {"order_id": str(page), "amount": "1.5"}
    record = {"order_id": name, "uuid": name, "status": "SUCCESS", "vs_price": "1", "vs_currency": "1"}
    if path.startswith("/azpays/"):
        meta = {"current_page": page, "last_page": 2}
        is_list = path.endswith("/transactions")
        return json.dumps({"succeed": True, "result": [element] if is_list else record, "meta": meta}).encode()
    return json.dumps({"code": 0, "result": True, "data": record | {"data": [element], "page": page, "max_page": 2}}).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body in one packet: else each answer takes another 40 milliseconds.
    wbufsize = 65536

    def serve(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        agent = self.headers.get("User-Agent", "")
        with lock:
            if self.command != "GET":
                written[agent] = written.get(agent, 0) + 1
            is_first = agent.startswith("signal ") and agent not in signalled
            signalled.add(agent)
        if is_first:
            try:
                os.kill(int(agent.split()[1]), signal.SIGUSR1)
            except ProcessLookupError:
                pass
            time.sleep(SECONDS)
        body = answer(self.path)
        self.send_response(201 if self.path.endswith("/register/") else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = serve

    def log_message(self, *arguments: object) -> None:
        pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *arguments: object) -> None:
        """A client may be gone: some of them are killed."""


def main() -> None:
    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(json.dumps({"base_uri": f"http://127.0.0.1:{server.server_address[1]}"}), flush=True)
        for _ in sys.stdin:
            with lock:
                print(json.dumps(written), flush=True)


main()
