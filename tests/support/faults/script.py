"""The behaviours to play: one per request, and then the default."""

from __future__ import annotations

import threading
from collections import deque
from typing import Any, Optional, Union

from .answers import PRESETS
from .wire import WIRE

Behaviour = dict[str, Any]

_ANSWER = {
    "status",
    "headers",
    "body",
    "json",
    "chunked",
    "chunk_size",
    "gzip",
    "until_close",
    "close",
    "close_after",
}
_END = {"reset", "notify"}

# Options by behaviour: a misspelt option would silently test something else.
_OPTIONS: dict[str, set[str]] = {
    # close_after uses the options of _END.
    "answer": _ANSWER | _END | {"late", "late_after", "glued", "version"},
    "close": {"notify"},
    "reset": set(),
    "close_before": {"notify"},
    "close_during": _END,
    "half_header": _ANSWER | _END | {"bytes", "version"},
    "half_body": _ANSWER | _END,
    "half_chunked": _ANSWER | _END,
    "silent": set(),
    "drip": _ANSWER | {"interval", "head"},
    "endless": _ANSWER | {"head"},
    "vanish": {"notify"},
    "garble": {"notify"},
    "stall_reconnect": {"notify"},
    "gzip_bomb": _ANSWER | {"megabytes"},
    "redirect": _ANSWER | {"location"},
    "html": _ANSWER,
    "broken_json": _ANSWER,
    "deep_json": _ANSWER | {"levels"},
    "reset_stream": _ANSWER | {"error", "after_half_body"},
    "goaway": _END | {"processed"},
}
_COMMON = {"do", "delay", "execute", "interim"}

# These act before a request is read.
_EARLY = ("close_before", "close_during")
_TRAPS = ("garble", "stall_reconnect")

assert set(_OPTIONS) == {"answer", *_EARLY, *PRESETS, *WIRE}

DEFAULT: Behaviour = {"do": "answer"}


class Script:
    """Thread-safe. The next connections meet the traps instead of a server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        with self._lock:
            self._queue: deque[Behaviour] = deque()
            self._traps: deque[str] = deque()
            self._default = DEFAULT

    def set(self, value: Union[list[Any], dict[str, Any]]) -> dict[str, int]:
        """Take a list of behaviours, or {"script": [...], "default": {...}}."""
        if isinstance(value, list):
            value = {"script": value}
        if not isinstance(value, dict) or set(value) - {"script", "default"}:
            raise ValueError('expected a list, or {"script": [...], "default": {...}}')
        queue = deque(_checked(one) for one in value.get("script", []))
        default = _checked(value["default"]) if "default" in value else None
        with self._lock:
            self._queue = queue
            self._default = default or self._default
        return {"script": len(queue)}

    def next(self) -> Behaviour:
        with self._lock:
            return self._queue.popleft() if self._queue else self._default

    def take(self, name: str) -> Optional[Behaviour]:
        """The next behaviour if it has that name: some behaviours act before a request is read."""
        with self._lock:
            if self._queue and self._queue[0]["do"] == name:
                return self._queue.popleft()
            if not self._queue and self._default["do"] == name:
                return self._default
            return None

    def trap_next_connection(self, name: str) -> None:
        if name not in _TRAPS:
            raise ValueError(f"no trap: {name!r}; known: {', '.join(_TRAPS)}")
        with self._lock:
            self._traps.append(name)

    def next_trap(self) -> Optional[str]:
        with self._lock:
            return self._traps.popleft() if self._traps else None

    def left(self) -> int:
        with self._lock:
            return len(self._queue)


def _checked(behaviour: Any) -> Behaviour:
    if isinstance(behaviour, str):
        behaviour = {"do": behaviour}
    if not isinstance(behaviour, dict) or behaviour.get("do") not in _OPTIONS:
        known = ", ".join(_OPTIONS)
        raise ValueError(f"not a behaviour: {behaviour!r}; known: {known}")
    known_options = _OPTIONS[behaviour["do"]] | _COMMON
    unknown = set(behaviour) - known_options
    if unknown:
        raise ValueError(
            f"{behaviour['do']} has no option {sorted(unknown)};"
            f" known: {sorted(known_options)}"
        )
    return behaviour
