"""The gateway of shops that live long, seen with Python's own TLS and http.client, over HTTP/1.1."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import socket
import ssl
import unittest
from datetime import datetime, timedelta, timezone
from typing import Any, Optional
from urllib.parse import urlsplit

from faults.launched import PATIENCE, Launched, wait_until

KEY = {"API-Key": "soak-key"}


class GatewayCase(unittest.TestCase):
    def setUp(self) -> None:
        self.server = Launched("gateway.py")
        self.addCleanup(self.stop)
        self.port = urlsplit(self.server.info["http1_uri"]).port

    def stop(self) -> None:
        self.assertEqual((0, ""), self.server.stop())

    def connect(
        self, address: str = "127.0.0.1", ca_file: Optional[str] = None, port: Optional[int] = None
    ) -> http.client.HTTPConnection:
        context = ssl.create_default_context(cafile=ca_file or self.server.info["ca_file"])
        context.set_alpn_protocols(["h2", "http/1.1"])
        sock = socket.create_connection((address, port or self.port), timeout=PATIENCE)
        self.addCleanup(sock.close)
        connection = http.client.HTTPConnection("gateway.test")
        connection.sock = context.wrap_socket(sock, server_hostname="gateway.test")
        self.addCleanup(connection.close)
        return connection

    def ask(
        self,
        connection: http.client.HTTPConnection,
        target: str = "/api/v2/order/detail/d1",
        method: str = "GET",
        body: Optional[str] = None,
        headers: dict[str, str] = KEY,
    ) -> tuple[int, Any]:
        connection.request(method, target, body=body, headers=headers)
        response = connection.getresponse()
        return response.status, json.load(response)["data"]

    def open(self) -> int:
        return len(self.server.control("GET", "/ledger")["open"])

    def executed(self) -> dict[str, int]:
        return self.server.control("GET", "/ledger")["executed"]

    def test_executions_are_counted_by_the_id_in_the_request(self) -> None:
        connection = self.connect()
        self.ask(connection)
        for _ in range(2):
            self.ask(connection, "/api/v2/order/refund/r1", "POST")
        body = json.dumps({"callback_url": "https://shop.test/paid/n1"})
        status, order = self.ask(connection, "/api/order/pay-info", "POST", body)
        self.assertEqual((200, "n1"), (status, order["order_id"]))
        self.server.script({"do": "answer", "status": 503, "execute": False})
        self.ask(connection, "/api/v2/order/refund/r2", "POST")
        self.ask(connection, "/api/v2/order/refund/r3", "POST", headers={"API-Key": "another"})
        self.assertEqual({"r1": 2, "n1": 1}, self.executed())

    def test_pages_end(self) -> None:
        connection = self.connect()
        names: list[str] = []
        for page in (1, 2, 3):
            _, answer = self.ask(connection, f"/api/v2/order/?size=10&page={page}")
            self.assertEqual((page, 3), (answer["page"], answer["max_page"]))
            names += [order["order_id"] for order in answer["data"]]
        self.assertEqual(self.server.info["listed"], len(set(names)))

    def test_a_signature_needs_a_date_near_now_and_the_secret(self) -> None:
        connection = self.connect()

        def refund(secret: str, **offset: int) -> int:
            now = datetime.now(timezone.utc) + timedelta(**offset)
            date = now.strftime("%Y-%m-%dT%H:%M:%S.000Z")
            digest = hashlib.md5(b"").hexdigest()
            origin = f"HMAC-SHA256 | {date} | POST /api/v2/order/refund/s1 | {digest}"
            signature = base64.b64encode(hmac.new(secret.encode(), origin.encode(), "sha256").digest())
            headers = {
                "API-Token": "soak-token",
                "Algorithm": "HMAC-SHA256",
                "Date": date,
                "Body-MD5": digest,
                "Signature": signature.decode(),
            }
            return self.ask(connection, "/api/v2/order/refund/s1", "POST", headers=headers)[0]

        secret = self.server.info["api_secret"]
        self.assertEqual([200, 401, 401, 401], [
            refund(secret), refund("another"), refund(secret, hours=1), refund(secret, hours=-1),
        ])
        self.assertEqual({"s1": 1}, self.executed())

    def test_it_moves_to_another_address_and_leaves_the_old_one(self) -> None:
        old = self.connect()
        self.assertEqual("127.0.0.1 certificate 1", self.ask(old)[1]["remark"])
        self.server.control("POST", "/addresses", ["127.0.0.1", "127.0.0.2"])
        self.assertEqual("127.0.0.2 certificate 1", self.ask(self.connect("127.0.0.2"))[1]["remark"])
        self.server.control("POST", "/addresses", ["127.0.0.2"])
        self.assertEqual("127.0.0.1 certificate 1", self.ask(old)[1]["remark"])
        with self.assertRaises(ConnectionRefusedError):
            self.connect()
        self.server.control("POST", "/vanish")
        with self.assertRaises(ConnectionRefusedError):
            self.connect("127.0.0.2")
        self.server.control("POST", "/listen")
        self.ask(self.connect("127.0.0.2"))
        with self.assertRaises(ConnectionRefusedError):
            self.connect()

    def test_a_new_certificate_of_the_same_authority_serves_new_connections(self) -> None:
        old = self.connect()
        self.ask(old)
        self.server.control("POST", "/certificate")
        self.assertEqual("127.0.0.1 certificate 1", self.ask(old)[1]["remark"])
        self.assertEqual("127.0.0.1 certificate 2", self.ask(self.connect())[1]["remark"])
        labels = self.server.control("GET", "/ledger")["open"]
        self.assertEqual(["127.0.0.1 certificate 1", "127.0.0.1 certificate 2"], sorted(labels))

    def test_a_new_authority_is_not_the_old_one(self) -> None:
        old_file = self.server.info["ca_file"]
        new_file = self.server.control("POST", "/authority")["ca_file"]
        # Until it is used, the old certificate serves.
        self.ask(self.connect())
        with self.assertRaises(ssl.SSLCertVerificationError):
            self.connect(ca_file=new_file)
        self.server.control("POST", "/certificate")
        self.ask(self.connect(ca_file=new_file))
        with self.assertRaises(ssl.SSLCertVerificationError):
            self.connect(ca_file=old_file)
        # The next renewal is of the new authority.
        self.server.control("POST", "/certificate")
        self.assertEqual("127.0.0.1 certificate 3", self.ask(self.connect(ca_file=new_file))[1]["remark"])

    def test_idle_connections_of_both_versions_end_when_they_are_not_kept(self) -> None:
        http1 = self.connect()
        self.ask(http1)
        http2 = self.connect(port=self.server.info["port"])
        assert isinstance(http2.sock, ssl.SSLSocket)
        self.assertEqual("h2", http2.sock.selected_alpn_protocol())
        self.assertTrue(wait_until(lambda: self.open() == 2))
        self.server.control("POST", "/keep_alive", 0.01)
        self.assertTrue(wait_until(lambda: self.open() == 0))
        assert http1.sock is not None
        self.assertEqual(b"", http1.sock.recv(1))
        # SETTINGS, and then GOAWAY (type 7), NO_ERROR.
        frames = b""
        while part := http2.sock.recv(65536):
            frames += part
        self.assertEqual(b"\x00\x00\x08\x07" + b"\x00" * 13, frames[-17:])
        self.server.control("POST", "/keep_alive", None)
        self.ask(self.connect())
        self.assertEqual(1, self.open())


if __name__ == "__main__":
    unittest.main()
