"""The life of every helper process: it prints a JSON line when ready and ends with stdin.

A killed test cannot stop its servers, but the kernel closes its end of the pipe.
So end of file is the one signal that always arrives.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

# The exit status for "this machine cannot do that", as in automake's tests.
UNSUPPORTED = 77


def announce(info: dict[str, Any]) -> None:
    print(json.dumps(info), flush=True)


def unsupported(reason: str) -> None:
    """Say that this machine lacks something, so that a test can skip."""
    announce({"unsupported": reason})
    sys.exit(UNSUPPORTED)


def leave_tidily() -> None:
    """Let signals end the program with SystemExit, so that it removes its files.

    Ctrl-C reaches the test and its servers at once.
    """
    for number in _SIGNALS:
        signal.signal(number, _leave)


def _leave(*_: object) -> None:
    # A second signal must not stop the cleanup.
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    sys.exit(0)


def wait_for_stdin_to_close() -> None:
    """Return at the end of stdin."""
    # Unbuffered: at exit the interpreter must not wait for the lock of sys.stdin.
    while os.read(sys.stdin.fileno(), 4096):
        pass
