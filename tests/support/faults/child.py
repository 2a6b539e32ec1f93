"""What every helper process does: one JSON line when ready, gone when stdin ends.

A test that is killed cannot stop its servers, but its end of the pipe is closed
all the same; so end of file is the one signal that always arrives.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

# The exit status of "this machine cannot do that", as automake's tests use it.
UNSUPPORTED = 77


def announce(info: dict[str, Any]) -> None:
    print(json.dumps(info), flush=True)


def unsupported(reason: str) -> None:
    """Say that the environment lacks something, so that a test can skip."""
    announce({"unsupported": reason})
    sys.exit(UNSUPPORTED)


def leave_tidily() -> None:
    """Have signals end the program by SystemExit, so that it removes its files.

    Ctrl-C reaches the test and its servers at once.
    """
    for number in _SIGNALS:
        signal.signal(number, _leave)


def _leave(*_: object) -> None:
    # A second one must not end the cleaning up.
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    sys.exit(0)


def wait_for_stdin_to_close() -> None:
    """Return at end of file."""
    # Unbuffered: at exit the interpreter must not wait for a lock of sys.stdin.
    while os.read(sys.stdin.fileno(), 4096):
        pass
