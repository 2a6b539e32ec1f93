"""The fault server: a data port that plays the script, and its control channel."""

from __future__ import annotations

import socket
import ssl
import threading
import time
import traceback
from typing import Any, Optional

from . import control
from .answers import PRESETS, Options
from .connection import Connection
from .http1 import Request
from .journal import Journal
from .listener import HOST, Listener
from .script import Script


# How long connections may take to end, in seconds.
SETTLE = 10.0


class FaultServer:
    # After how many idle seconds a connection is closed; None: never.
    keep_alive: Optional[float] = None

    def __init__(self, tls: Optional[ssl.SSLContext] = None) -> None:
        self.tls = tls
        self.journal = Journal()
        self.script = Script()
        self.listener = Listener(self._connected)
        scheme = "http" if tls is None else "https"
        self.base_uri = f"{scheme}://{HOST}:{self.listener.port}"
        self._lock = threading.Lock()
        self._open: set[Connection] = set()

    def start(self) -> str:
        """Start both ports and return the URI of the control channel."""
        self.listener.open()
        return control.serve(self.routes())

    def routes(self) -> control.Routes:
        return {
            "GET /log": lambda _: self._log(),
            "GET /counts": lambda _: self.journal.counts(),
            "POST /script": self.script.set,
            "POST /prepare": self._prepare,
            "POST /reset": lambda _: self._reset(),
            "POST /listen": lambda _: self.listener.open(),
            "POST /vanish": lambda _: self._vanish(),
            "POST /drop": lambda _: self._drop(),
            "POST /settle": lambda _: self._settle(),
            "POST /take": lambda _: self._take(),
        }

    def options_of(self, connection: Connection, request: Request, behaviour: Options) -> Options:
        """The options of a request's answer: those of the script win over the preset's."""
        preset = PRESETS.get(behaviour["do"])
        return {**preset(behaviour, self.base_uri), **behaviour} if preset else behaviour

    def _log(self) -> dict[str, Any]:
        return {**self.journal.snapshot(), "script_left": self.script.left()}

    def _reset(self) -> None:
        """Reset script and log; connections stay open and keep their numbers."""
        self.script.reset()
        self.journal.reset()
        self.listener.open()

    def _prepare(self, value: Any) -> dict[str, int]:
        """Do all that a test needs before one call: nothing of earlier calls is left."""
        known = {"script", "default", "drop", "trap", "vanish"}
        if not isinstance(value, dict) or set(value) - known:
            raise ValueError(f"expected an object with some of {sorted(known)}")
        if value.get("drop", False):
            # Not _drop(): a connection that is not accepted yet could use up what the call should meet.
            self._settle()
        self.script.reset()
        if value.get("vanish", False):
            self.listener.close()
        else:
            self.listener.open()
        names = {"script", "default"}
        self.script.set({name: value[name] for name in names & set(value)})
        if value.get("trap"):
            self.script.trap_next_connection(value["trap"])
        return self.journal.counts()

    def _settle(self) -> dict[str, int]:
        """End all connections, after what they have received is read and logged.

        A connection that is not accepted yet is refused: after this, nothing more is executed.
        """
        was_open = self.listener.close()
        deadline = time.monotonic() + SETTLE
        while self._drop()["dropped"]:
            if time.monotonic() > deadline:
                raise ValueError(f"a connection is still open after {SETTLE} seconds")
            time.sleep(0.001)
        if was_open:
            self.listener.open()
        return self.journal.counts()

    def _take(self) -> dict[str, Any]:
        """Settle, return the log and begin a new one."""
        self._settle()
        log = self._log()
        self._reset()
        return log

    def _vanish(self) -> None:
        self.listener.close()
        self._drop()

    def _drop(self) -> dict[str, int]:
        connections = self.open_connections()
        for connection in connections:
            connection.drop()
        return {"dropped": len(connections)}

    def open_connections(self) -> list[Connection]:
        with self._lock:
            return list(self._open)

    def _connected(self, sock: socket.socket) -> None:
        self.serve(sock, self.tls)

    def serve(self, sock: socket.socket, context: Optional[ssl.SSLContext], label: str = "") -> None:
        """Serve a new connection in a thread of its own."""
        connection = Connection(self, sock, self.journal.connected(), context, label)
        with self._lock:
            self._open.add(connection)
        threading.Thread(target=self._run, args=(connection,), daemon=True).start()

    def _run(self, connection: Connection) -> None:
        try:
            connection.run()
        except Exception:
            traceback.print_exc()
        finally:
            with self._lock:
                self._open.discard(connection)
