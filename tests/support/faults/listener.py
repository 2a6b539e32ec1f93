"""A listening port that can go away and come back."""

from __future__ import annotations

import selectors
import socket
import threading
from typing import Callable, Optional

HOST = "127.0.0.1"


class Listener:
    def __init__(
        self,
        on_connection: Callable[[socket.socket], None],
        host: str = HOST,
        port: int = 0,
    ) -> None:
        self._on_connection = on_connection
        self._host = host
        self._lock = threading.Lock()
        self._socket: Optional[socket.socket] = None
        self._waker: Optional[socket.socket] = None
        self._thread: Optional[threading.Thread] = None
        # Bound but not listening: it keeps the port from going to somebody else
        # (an outgoing connection, for example) while the listener is away.
        self._placeholder: Optional[socket.socket] = _bind(host, port)
        self.port: int = self._placeholder.getsockname()[1]

    def open(self) -> None:
        with self._lock:
            if self._thread is not None:
                return
            self._socket = self._bind()
            self._socket.listen(128)
            self._waker, woken = socket.socketpair()
            arguments = (self._socket, woken)
            self._thread = threading.Thread(
                target=self._accept, args=arguments, daemon=True
            )
            self._thread.start()

    def close(self) -> bool:
        """Refuse connections from now on; return False when that was already so."""
        with self._lock:
            if self._thread is None or self._waker is None:
                return False
            # The thread closes the socket: after close() a socket still listens
            # while another thread waits for it.
            self._waker.close()
            self._thread.join()
            self._thread = None
            return True

    def _bind(self) -> socket.socket:
        try:
            return _bind(self._host, self.port)
        except OSError:
            # Not every system lets two sockets share a port with SO_REUSEADDR.
            if self._placeholder is None:
                raise
            self._placeholder.close()
            self._placeholder = None
            return _bind(self._host, self.port)

    def _accept(self, listening: socket.socket, woken: socket.socket) -> None:
        listening.setblocking(False)
        with selectors.DefaultSelector() as selector, listening, woken:
            selector.register(listening, selectors.EVENT_READ)
            selector.register(woken, selectors.EVENT_READ)
            while True:
                ready = {key.fileobj for key, _ in selector.select()}
                if woken in ready:
                    return
                try:
                    sock, _ = listening.accept()
                except OSError:
                    # The client left before it was accepted.
                    continue
                sock.setblocking(True)
                self._on_connection(sock)


def _bind(host: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
    except OSError:
        sock.close()
        raise
    return sock
