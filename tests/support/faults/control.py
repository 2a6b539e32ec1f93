"""The control channel: a plain HTTP server on its own port that speaks JSON."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable

Route = Callable[[Any], Any]
Routes = dict[str, Route]


class _Server(ThreadingHTTPServer):
    daemon_threads = True


def _handler(routes: Routes) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body are two writes: with Nagle the body waits 40 ms for an ACK.
        disable_nagle_algorithm = True

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            route = routes.get(f"{self.command} {self.path}")
            if route is None:
                self._answer(404, {"error": "routes: " + ", ".join(sorted(routes))})
                return
            try:
                self._answer(200, route(json.loads(body) if body else None))
            except ValueError as error:
                self._answer(400, {"error": str(error)})

        do_GET = do_POST = _serve

        def _answer(self, status: int, value: Any) -> None:
            payload = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, format: str, *args: Any) -> None:
            """Log nothing: stderr is for the server's own errors."""

    return Handler


def serve(routes: Routes) -> str:
    """Serve routes such as "GET /log" in the background and return the base URI.

    A route is called with the decoded body, or None; its result is the answer.
    A ValueError becomes status 400.
    """
    server = _Server(("127.0.0.1", 0), _handler(routes))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"
