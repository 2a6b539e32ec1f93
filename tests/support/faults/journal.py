"""The server's log: connections, requests, and which requests it executed."""

from __future__ import annotations

import base64
import threading
import time
from typing import Any, Optional

from .http1 import Request


class Journal:
    """Thread-safe; a request is logged before a byte of its answer is sent."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._started = time.time()
        # Not reset: connections outlive a reset and keep their numbers.
        self._last_connection = 0
        self.reset()

    def reset(self) -> None:
        with self._lock:
            self._requests: list[dict[str, Any]] = []
            self._ends: list[dict[str, Any]] = []
            self._counts = {
                "connections": 0,
                "handshakes_failed": 0,
                "requests": 0,
                "executed": 0,
                "late": 0,
            }

    def connected(self) -> int:
        with self._lock:
            self._counts["connections"] += 1
            self._last_connection += 1
            return self._last_connection

    def handshake_failed(self) -> None:
        with self._lock:
            self._counts["handshakes_failed"] += 1

    def sent_late(self) -> None:
        with self._lock:
            self._counts["late"] += 1

    def ended(self, connection: int, how: str) -> None:
        """Log how the client ended an idle connection: "close_notify", "FIN" or "RST"."""
        with self._lock:
            self._ends.append({"connection": connection, "how": how})

    def received(
        self,
        connection: int,
        request: Request,
        behaviour: str,
        executed: bool,
        tls: Optional[dict[str, Any]],
    ) -> None:
        entry = _describe(request)
        entry.update(
            connection=connection,
            behaviour=behaviour,
            executed=executed,
            tls=tls,
            time=round(time.time() - self._started, 4),
        )
        with self._lock:
            self._counts["requests"] += 1
            self._counts["executed"] += executed
            entry["sequence"] = self._counts["requests"]
            self._requests.append(entry)

    def counts(self) -> dict[str, int]:
        with self._lock:
            return dict(self._counts)

    def snapshot(self) -> dict[str, Any]:
        with self._lock:
            return {
                "counts": dict(self._counts),
                "requests": list(self._requests),
                "ends": list(self._ends),
            }


def _describe(request: Request) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "method": request.method,
        "target": request.target,
        "headers": {
            name.lower(): request.header(name.lower()) for name, _ in request.headers
        },
        "header_lines": [list(pair) for pair in request.headers],
        "body": request.body.decode("utf-8", "replace"),
    }
    if entry["body"].encode() != request.body:
        entry["body_base64"] = base64.b64encode(request.body).decode()
    return entry
