"""For the tests in Python: a helper server as a child process, as phpt tests have it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Optional

_HERE = Path(__file__).resolve().parent.parent
# No proxy from the environment: everything here is on loopback.
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


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
        """Close its stdin; return its exit status and what it wrote to stderr."""
        _, errors = self._child.communicate(timeout=10)
        return self._child.returncode, errors.decode()

    def control(self, method: str, path: str, value: Any = None) -> Any:
        body = None if value is None else json.dumps(value).encode()
        request = urllib.request.Request(
            self.info["control"] + path, data=body, method=method
        )
        with _DIRECT.open(request, timeout=10) as answer:
            return json.load(answer)

    def script(self, *behaviours: Any) -> None:
        self.control("POST", "/script", list(behaviours))

    def log(self) -> list[dict[str, Any]]:
        return self.control("GET", "/log")["requests"]

    def count(self, name: str) -> int:
        return self.control("GET", "/counts")[name]
