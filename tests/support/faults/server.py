"""The fault server: a data port that plays the script, and its control channel."""

from __future__ import annotations

import socket
import ssl
import threading
import traceback
from typing import Any, Optional

from . import control
from .connection import Connection
from .journal import Journal
from .listener import HOST, Listener
from .script import Script


class FaultServer:
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
        return control.serve(
            {
                "GET /log": lambda _: self._log(),
                "GET /counts": lambda _: self.journal.counts(),
                "POST /script": self.script.set,
                "POST /reset": lambda _: self._reset(),
                "POST /listen": lambda _: self.listener.open(),
                "POST /vanish": lambda _: self._vanish(),
                "POST /drop": lambda _: self._drop(),
            }
        )

    def _log(self) -> dict[str, Any]:
        return {**self.journal.snapshot(), "script_left": self.script.left()}

    def _reset(self) -> None:
        """Back to the beginning; connections stay open and keep their numbers."""
        self.script.reset()
        self.journal.reset()
        self.listener.open()

    def _vanish(self) -> None:
        self.listener.close()
        self._drop()

    def _drop(self) -> dict[str, int]:
        with self._lock:
            connections = list(self._open)
        for connection in connections:
            connection.drop()
        return {"dropped": len(connections)}

    def _connected(self, sock: socket.socket) -> None:
        connection = Connection(self, sock, self.journal.connected())
        threading.Thread(target=self._run, args=(connection,), daemon=True).start()

    def _run(self, connection: Connection) -> None:
        with self._lock:
            self._open.add(connection)
        try:
            connection.run()
        except Exception:
            traceback.print_exc()
        finally:
            with self._lock:
                self._open.discard(connection)
