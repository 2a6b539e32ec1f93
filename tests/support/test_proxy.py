"""The proxy, with the fault server behind it."""

from __future__ import annotations

import base64
import http.client
import json
import socket
import ssl
import unittest
from typing import Any, Optional

from faults.launched import PATIENCE, Launched, is_ended, wait_until


class ProxyCase(unittest.TestCase):
    def start(self, *options: str) -> Launched:
        proxy = Launched("proxy.py", *options)
        self.addCleanup(lambda: self.assertEqual((0, ""), proxy.stop()))
        return proxy

    def server(self, *options: str) -> Launched:
        server = Launched("fault_server.py", *options)
        self.addCleanup(server.stop)
        return server

    def tunnel(
        self,
        proxy: Launched,
        port: int,
        context: Optional[ssl.SSLContext] = None,
        headers: Optional[dict[str, str]] = None,
    ) -> http.client.HTTPConnection:
        address: Any = ("127.0.0.1", proxy.info["port"])
        if context is None:
            connection = http.client.HTTPConnection(*address, timeout=PATIENCE)
        else:
            connection = http.client.HTTPSConnection(
                *address, timeout=PATIENCE, context=context
            )
        connection.set_tunnel("127.0.0.1", port, headers or {})
        self.addCleanup(connection.close)
        return connection


class Tunnels(ProxyCase):
    def test_https_goes_through_and_the_proxy_sees_only_the_connect(self) -> None:
        server, proxy = self.server("--tls"), self.start()
        context = ssl.create_default_context(cafile=server.info["ca_file"])
        connection = self.tunnel(proxy, server.info["port"], context)
        for _ in range(2):
            connection.request("GET", "/x", headers={"API-Key": "secret"})
            self.assertEqual(0, json.load(connection.getresponse())["code"])
        (entry,) = proxy.log()
        target = f"127.0.0.1:{server.info['port']}"
        self.assertEqual(("CONNECT", target), (entry["method"], entry["target"]))
        self.assertEqual(200, entry["status"])
        self.assertNotIn("api-key", entry["headers"])
        self.assertEqual(2, server.count("executed"))

    def test_gathers_what_the_server_sends_in_a_row(self) -> None:
        server, proxy = self.server(), self.start("--gather", "0.2")
        server.script({"do": "answer", "glued": "glued"})
        connection = self.tunnel(proxy, server.info["port"])
        connection.connect()
        connection.sock.sendall(b"GET /x HTTP/1.1\r\nHost: x\r\n\r\n")
        received = connection.sock.recv(65536)
        self.assertTrue(received.startswith(b"HTTP/1.1 200 "))
        self.assertTrue(received.endswith(b"}glued"))

    def test_end_of_the_server_reaches_the_client(self) -> None:
        server, proxy = self.server(), self.start()
        server.script("close")
        connection = self.tunnel(proxy, server.info["port"])
        connection.request("GET", "/x")
        with self.assertRaises(http.client.RemoteDisconnected):
            connection.getresponse()

    def test_server_that_is_not_there_is_a_502(self) -> None:
        server, proxy = self.server(), self.start()
        server.control("POST", "/vanish")
        with self.assertRaisesRegex(OSError, "502"):
            self.tunnel(proxy, server.info["port"]).request("GET", "/x")

    def test_other_hosts_and_other_methods_are_refused(self) -> None:
        proxy = self.start()
        with socket.create_connection(("127.0.0.1", proxy.info["port"])) as sock:
            for request, status in (
                (b"CONNECT example.com:443 HTTP/1.1\r\n\r\n", b"403"),
                (b"GET http://127.0.0.1/ HTTP/1.1\r\n\r\n", b"405"),
            ):
                sock.sendall(request)
                self.assertEqual(status, sock.recv(1000)[9:12])
        self.assertEqual([403, 405], [entry["status"] for entry in proxy.log()])


class Https(ProxyCase):
    def ask(self, proxy: Launched, port: int) -> ssl.SSLSocket:
        context = ssl.create_default_context(cafile=proxy.info["ca_file"])
        raw = socket.create_connection(("127.0.0.1", proxy.info["port"]), timeout=PATIENCE)
        self.addCleanup(raw.close)
        sock = context.wrap_socket(raw, server_hostname="127.0.0.1")
        self.addCleanup(sock.close)
        sock.sendall(f"CONNECT 127.0.0.1:{port} HTTP/1.1\r\n\r\n".encode())
        return sock

    def test_tunnel_inside_tls_and_the_ends_pass_through_it(self) -> None:
        server, proxy = self.server(), self.start("--tls")
        self.assertTrue(proxy.info["base_uri"].startswith("https://"))
        server.script("close")
        sock = self.ask(proxy, server.info["port"])
        self.assertIn(b" 200 ", sock.recv(1000))
        sock.sendall(b"GET /x HTTP/1.1\r\nHost: h\r\n\r\n")
        self.assertEqual(b"", sock.recv(1000))
        self.assertEqual(1, server.count("executed"))

    def test_bad_certificate_is_refused_before_anything_is_asked(self) -> None:
        proxy = self.start("--cert", "expired")
        with self.assertRaisesRegex(ssl.SSLCertVerificationError, "expired"):
            self.ask(proxy, 9)
        self.assertEqual([], proxy.log())

    def test_https_in_https_and_the_proxy_sees_only_the_connect(self) -> None:
        server, proxy = self.server("--tls"), self.start("--tls")
        self.assertTrue(proxy.info["base_uri"].startswith("https://"))
        raw = socket.create_connection(("127.0.0.1", proxy.info["port"]), timeout=PATIENCE)
        outer = ssl.create_default_context(cafile=proxy.info["ca_file"])
        with outer.wrap_socket(raw, server_hostname="127.0.0.1") as sock:
            target = f"127.0.0.1:{server.info['port']}"
            sock.sendall(f"CONNECT {target} HTTP/1.1\r\n\r\n".encode())
            self.assertEqual(b"200", sock.recv(1000)[9:12])
            received, sent = ssl.MemoryBIO(), ssl.MemoryBIO()
            inner = ssl.create_default_context(cafile=server.info["ca_file"])
            tunnel = inner.wrap_bio(received, sent, server_hostname="127.0.0.1")
            answer = b""
            written = False
            while not answer:
                try:
                    if not written:
                        tunnel.do_handshake()
                        tunnel.write(b"GET /x HTTP/1.1\r\nHost: h\r\n\r\n")
                        written = True
                    answer = tunnel.read(100)
                except ssl.SSLWantReadError:
                    if sent.pending:
                        sock.sendall(sent.read())
                    received.write(sock.recv(65536))
        self.assertTrue(answer.startswith(b"HTTP/1.1 200"))
        self.assertEqual(["CONNECT"], [entry["method"] for entry in proxy.log()])


class Credentials(ProxyCase):
    def test_without_credentials_407_and_with_them_the_tunnel(self) -> None:
        server, proxy = self.server(), self.start("--require", "user:pass word")
        for given, authorised in (
            (None, False),
            ("user:no", False),
            ("user:pass word", True),
        ):
            headers = {}
            if given:
                encoded = base64.b64encode(given.encode()).decode()
                headers["Proxy-Authorization"] = f"Basic {encoded}"
            connection = self.tunnel(proxy, server.info["port"], headers=headers)
            if authorised:
                connection.request("GET", "/x")
                self.assertEqual(200, connection.getresponse().status)
            else:
                with self.assertRaisesRegex(OSError, "407"):
                    connection.request("GET", "/x")
        self.assertEqual(
            [False, False, True], [entry["authorised"] for entry in proxy.log()]
        )
        self.assertEqual(1, server.count("executed"))


class Misbehaviour(ProxyCase):
    def test_refuse_answers_502_or_the_status(self) -> None:
        for options, status in (((), "502"), (("--status", "403"), "403")):
            proxy = self.start("--behaviour", "refuse", *options)
            with self.assertRaisesRegex(OSError, status):
                self.tunnel(proxy, 9).request("GET", "/x")

    def test_silent_never_answers_and_close_hangs_up(self) -> None:
        for behaviour in ("silent", "close"):
            proxy = self.start("--behaviour", behaviour)
            address = ("127.0.0.1", proxy.info["port"])
            with socket.create_connection(address, timeout=PATIENCE) as sock:
                sock.sendall(b"CONNECT 127.0.0.1:9 HTTP/1.1\r\n\r\n")
                self.assertTrue(wait_until(lambda: len(proxy.log()) == 1))
                if behaviour == "close":
                    self.assertTrue(is_ended(sock))
                else:
                    sock.settimeout(0.4)
                    with self.assertRaises(socket.timeout):
                        sock.recv(1)


if __name__ == "__main__":
    unittest.main()
