"""The real nginx: its protocols, the content of its log, and that it leaves nothing behind."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import unittest
from pathlib import Path
from typing import Any

from faults.launched import PATIENCE, Launched, wait_until

GET = b"GET /a?b=%22c HTTP/1.1\r\nHost: h\r\n\r\n"


class Started:
    def __init__(self, *options: str) -> None:
        script = str(Path(__file__).parent / "nginx.py")
        self.child = subprocess.Popen(
            [sys.executable, script, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.info: dict[str, Any] = self.line()

    def line(self) -> dict[str, Any]:
        assert self.child.stdout is not None
        return json.loads(self.child.stdout.readline())

    def log(self, at_least: int) -> list[dict[str, Any]]:
        assert self.child.stdin is not None
        self.child.stdin.write(f"{at_least}\n")
        self.child.stdin.flush()
        return self.line()["requests"]

    def stop(self) -> None:
        self.child.communicate(timeout=PATIENCE)

    def connect(self, host: str = "127.0.0.1", *protocols: str) -> ssl.SSLSocket:
        context = ssl.create_default_context(cafile=self.info["ca_file"])
        context.set_alpn_protocols(protocols or ("http/1.1",))
        raw = socket.create_connection((host, self.info["port"]), timeout=PATIENCE)
        return context.wrap_socket(raw, server_hostname=host)


def read_body(sock: ssl.SSLSocket) -> bytes:
    """Read an answer's JSON body, which may arrive after the head."""
    data = b""
    while not data.endswith(b"}"):
        part = sock.recv(65536)
        if not part:
            break
        data += part
    return data.split(b"\r\n\r\n")[1]


def is_listening(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
        return True
    except ConnectionRefusedError:
        return False


class NginxCase(unittest.TestCase):
    def start(self, *options: str) -> Started:
        nginx = Started(*options)
        self.addCleanup(nginx.stop)
        return nginx

    def test_echoes_the_request_and_writes_it_down(self) -> None:
        nginx = self.start()
        with nginx.connect() as sock:
            for _ in range(2):
                sock.sendall(GET)
                body = read_body(sock)
                data = {"method": "GET", "target": "/a?b=%22c"}
                self.assertEqual(data, json.loads(body)["data"])
        first, second = nginx.log(2)
        self.assertEqual(first["connection"], second["connection"])
        self.assertEqual(("HTTP/1.1", 200), (first["protocol"], first["status"]))

    def test_alpn_offers_http_2_unless_told_not_to(self) -> None:
        for options, expected in (((), "h2"), (("--http1",), "http/1.1")):
            with self.start(*options).connect("127.0.0.1", "h2", "http/1.1") as sock:
                self.assertEqual(expected, sock.selected_alpn_protocol())

    def test_keepalive_0_closes_after_the_answer(self) -> None:
        with self.start("--keepalive", "0").connect() as sock:
            sock.sendall(GET)
            answer = b""
            while True:
                part = sock.recv(65536)
                if not part:
                    break
                answer += part
            self.assertIn(b"Connection: close", answer)

    def test_only_ipv6_refuses_ipv4(self) -> None:
        nginx = self.start("--only-ipv6")
        with nginx.connect("::1") as sock:
            sock.sendall(GET)
            self.assertTrue(sock.recv(100).startswith(b"HTTP/1.1 200"))
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", nginx.info["port"]))

    def test_passes_on_to_an_upstream_that_may_be_gone(self) -> None:
        with Launched("fault_server.py") as server:
            nginx = self.start("--upstream", str(server.info["port"]))
            for behaviour, status in (("answer", b"200"), ("close", b"502")):
                server.script(behaviour)
                with nginx.connect() as sock:
                    sock.sendall(GET)
                    self.assertEqual(status, sock.recv(100)[9:12])
            self.assertEqual(2, server.count("executed"))

    def test_ends_with_its_parent_and_removes_its_files(self) -> None:
        nginx = Started()
        folder = os.path.dirname(nginx.info["ca_file"])
        self.assertTrue(os.path.exists(folder))
        nginx.stop()
        self.assertFalse(os.path.exists(folder))

    def test_does_not_outlive_a_parent_that_is_killed(self) -> None:
        nginx = Started()
        folder = os.path.dirname(nginx.info["ca_file"])
        self.addCleanup(shutil.rmtree, folder)
        nginx.child.send_signal(signal.SIGKILL)
        nginx.child.communicate()
        self.assertTrue(wait_until(lambda: not is_listening(nginx.info["port"])))


if __name__ == "__main__":
    unittest.main()
