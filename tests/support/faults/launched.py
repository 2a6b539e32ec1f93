"""For the tests in Python: a helper server as a child process, as in phpt tests."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Callable, Optional

_HERE = Path(__file__).resolve().parent.parent
# No proxy from the environment: everything here is on loopback.
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))

# How long the tests wait for something that is sure to come: a busy machine is slow.
PATIENCE = 60.0


def wait_until(is_so: Callable[[], bool]) -> bool:
    """Wait until it is so; return False when it never becomes so."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.002)
    return True


def is_ended(sock: socket.socket) -> bool:
    """Wait for a byte or the end; the kernel may signal the end with RST.

    It resets a connection that was never accepted, and one that is closed with unread
    bytes. A client is sure to see FIN only after it has sent all and has its answer.
    """
    try:
        return sock.recv(1) == b""
    except ConnectionResetError:
        return True


def drain(sock: socket.socket) -> None:
    """Read to the end below TLS, because OpenSSL's versions report an end differently."""
    try:
        while socket.socket.recv(sock, 65536):
            pass
    except ConnectionResetError:
        pass


class Launched:
    def __init__(self, script: str, *options: str) -> None:
        self._child = subprocess.Popen(
            [sys.executable, str(_HERE / script), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self._child.stdout is not None
        self.info: dict[str, Any] = json.loads(self._child.stdout.readline() or b"{}")

    def __enter__(self) -> Launched:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.stop()

    def stop(self) -> tuple[int, str]:
        """Close its stdin; return its exit status and its output on stderr."""
        _, errors = self._child.communicate(timeout=PATIENCE)
        return self._child.returncode, errors.decode()

    def end_by(self, signal: int) -> tuple[int, str]:
        """End it with a signal while its stdin is open; return the same as stop()."""
        self._child.send_signal(signal)
        self._child.wait(timeout=PATIENCE)
        return self.stop()

    def control(self, method: str, path: str, value: Any = None) -> Any:
        body = None if value is None else json.dumps(value).encode()
        request = urllib.request.Request(
            self.info["control"] + path, data=body, method=method
        )
        with _DIRECT.open(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def script(self, *behaviours: Any) -> None:
        self.control("POST", "/script", list(behaviours))

    def log(self) -> list[dict[str, Any]]:
        return self.control("GET", "/log")["requests"]

    def count(self, name: str) -> int:
        return self.control("GET", "/counts")[name]

    def wait_for(self, name: str, number: int) -> bool:
        """Wait for that count: the server reads a client's request a little later."""
        return wait_until(lambda: self.count(name) >= number)

    def start_afresh(self) -> None:
        """Leave nothing of an earlier test: no script, no log, no connection that is ending."""
        self.control("POST", "/settle")
        self.control("POST", "/reset")
