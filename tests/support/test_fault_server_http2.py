"""The fault server over HTTP/2, seen by a small client on top of the library h2."""

from __future__ import annotations

import socket
import ssl
import unittest
from typing import Any, Optional

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import (
    ConnectionTerminated,
    DataReceived,
    Event,
    InformationalResponseReceived,
    ResponseReceived,
    StreamEnded,
    StreamReset,
)

from faults.launched import PATIENCE, Launched


class Client:
    """Sends requests on one connection, and keeps each answer by the number of its stream."""

    def __init__(self, server: Launched) -> None:
        context = ssl.create_default_context(cafile=server.info["ca_file"])
        context.set_alpn_protocols(["h2"])
        raw = socket.create_connection(("127.0.0.1", server.info["port"]), timeout=PATIENCE)
        self.sock = context.wrap_socket(raw, server_hostname="127.0.0.1")
        self.protocol = H2Connection(H2Configuration(header_encoding="utf-8"))
        self.protocol.initiate_connection()
        self.is_closed = False
        self.goaway: Optional[int] = None
        self.status: dict[int, str] = {}
        self.headers: dict[int, dict[str, str]] = {}
        self.bodies: dict[int, bytes] = {}
        self.interim: dict[int, str] = {}
        self.resets: dict[int, int] = {}
        self.ended: set[int] = set()

    def send(self, method: str = "GET", body: bytes = b"", target: str = "/x") -> int:
        number = self.protocol.get_next_available_stream_id()
        fields = [(":method", method), (":path", target), (":scheme", "https")]
        fields += [(":authority", "h"), ("user-agent", "test")]
        self.protocol.send_headers(number, fields, end_stream=not body)
        if body:
            self.protocol.send_data(number, body, end_stream=True)
        self.sock.sendall(self.protocol.data_to_send())
        return number

    def read(self, number: int, at_least: int = -1) -> None:
        """Read until the stream or the connection has ended, or the body is that long."""
        while not self.is_closed and number not in self.ended | set(self.resets):
            if 0 <= at_least <= len(self.bodies.get(number, b"")):
                return
            self._receive()

    def read_to_the_end(self) -> None:
        while not self.is_closed:
            self._receive()

    def ask(self, *arguments: Any) -> int:
        number = self.send(*arguments)
        self.read(number)
        return number

    def _receive(self) -> None:
        try:
            data = self.sock.recv(65536)
        except OSError:
            data = b""
        self.is_closed = not data
        for event in self.protocol.receive_data(data) if data else []:
            self._take(event)
        try:
            self.sock.sendall(self.protocol.data_to_send())
        except OSError:
            # The server receives no more, but the client may still read what it sent before.
            pass

    def _take(self, event: Event) -> None:
        if isinstance(event, ResponseReceived):
            headers = dict(event.headers)
            self.status[event.stream_id] = headers.pop(":status")
            self.headers[event.stream_id] = headers
        elif isinstance(event, InformationalResponseReceived):
            self.interim[event.stream_id] = dict(event.headers)[":status"]
        elif isinstance(event, DataReceived):
            so_far = self.bodies.get(event.stream_id, b"")
            self.bodies[event.stream_id] = so_far + event.data
            # Without this the window closes after 64 KiB.
            self.protocol.acknowledge_received_data(
                event.flow_controlled_length, event.stream_id
            )
        elif isinstance(event, StreamEnded):
            self.ended.add(event.stream_id)
        elif isinstance(event, StreamReset):
            self.resets[event.stream_id] = int(event.error_code)
        elif isinstance(event, ConnectionTerminated):
            self.goaway = event.last_stream_id


class Http2(unittest.TestCase):
    server: Launched

    @classmethod
    def setUpClass(cls) -> None:
        cls.server = Launched("fault_server.py", "--http2")

    @classmethod
    def tearDownClass(cls) -> None:
        status, errors = cls.server.stop()
        assert (status, errors) == (0, ""), errors

    def setUp(self) -> None:
        self.server.start_afresh()

    def client(self) -> Client:
        client = Client(self.server)
        self.addCleanup(client.sock.close)
        return client

    def test_request_is_written_down_as_in_http_1(self) -> None:
        client = self.client()
        number = client.ask("POST", b'{"a":1}', "/api/order?a=1")
        self.assertEqual("200", client.status[number])
        self.assertIn(b'"target": "/api/order?a=1"', client.bodies[number])
        (entry,) = self.server.log()
        self.assertEqual(
            ("POST", "/api/order?a=1", '{"a":1}', "test", True),
            (
                entry["method"],
                entry["target"],
                entry["body"],
                entry["headers"]["user-agent"],
                entry["executed"],
            ),
        )
        self.assertEqual("h2", entry["tls"]["protocol"])

    def test_http_1_is_spoken_with_who_offers_nothing_else(self) -> None:
        context = ssl.create_default_context(cafile=self.server.info["ca_file"])
        raw = socket.create_connection(("127.0.0.1", self.server.info["port"]))
        with context.wrap_socket(raw, server_hostname="127.0.0.1") as sock:
            sock.sendall(b"GET /x HTTP/1.1\r\nHost: h\r\n\r\n")
            self.assertTrue(sock.recv(100).startswith(b"HTTP/1.1 200"))

    def test_answer_has_the_status_headers_and_body_of_the_script(self) -> None:
        headers = {"Retry-After": "7", "X-Two": ["a", "b"]}
        body = "b" * 100000
        self.server.script(
            {"do": "answer", "status": 503, "headers": headers, "body": body}
        )
        client = self.client()
        number = client.ask()
        self.assertEqual("503", client.status[number])
        self.assertEqual("7", client.headers[number]["retry-after"])
        self.assertNotIn("connection", client.headers[number])
        self.assertEqual(body.encode(), client.bodies[number])

    def test_interim_answers_come_before_the_answer(self) -> None:
        self.server.script({"do": "answer", "interim": [103]})
        client = self.client()
        number = client.ask()
        self.assertEqual(("103", "200"), (client.interim[number], client.status[number]))

    def test_streams_of_one_connection_are_answered_side_by_side(self) -> None:
        self.server.script("silent", "answer", {"do": "drip", "interval": 0.01}, "html")
        client = self.client()
        silent, second, drip, last = (client.send() for _ in range(4))
        client.read(drip)
        client.read(last)
        self.assertEqual({second, drip, last}, client.ended)
        self.assertNotIn(silent, client.status)
        self.assertEqual(1, self.server.count("connections"))

    def test_stream_that_the_client_takes_back_is_forgotten(self) -> None:
        self.server.script({"do": "drip", "interval": 0.01, "body": "b" * 10000})
        client = self.client()
        number = client.send()
        client.read(number, at_least=3)
        client.protocol.reset_stream(number)
        self.assertEqual("200", client.status[client.ask()])

    def test_resets_of_a_stream_leave_the_connection_open(self) -> None:
        errors = ["REFUSED_STREAM", "CANCEL", "INTERNAL_ERROR", "HTTP_1_1_REQUIRED"]
        self.server.script(*({"do": "reset_stream", "error": one} for one in errors))
        client = self.client()
        for name in errors:
            number = client.ask()
            self.assertEqual(ErrorCodes[name], client.resets[number])
            self.assertNotIn(number, client.status)
        self.assertEqual("200", client.status[client.ask()])

    def test_reset_can_come_in_the_middle_of_the_body(self) -> None:
        self.server.script(
            {"do": "reset_stream", "after_half_body": True, "body": "0123456789"}
        )
        client = self.client()
        number = client.ask()
        self.assertEqual(b"01234", client.bodies[number])
        self.assertEqual(ErrorCodes.CANCEL, client.resets[number])

    def test_goaway_says_what_was_processed_and_ends_the_connection(self) -> None:
        for processed in (False, True):
            self.server.script({"do": "goaway", "processed": processed})
            client = self.client()
            number = client.send()
            client.read_to_the_end()
            self.assertEqual(number if processed else 0, client.goaway)
            self.assertNotIn(number, client.status)

    def test_connection_can_end_after_an_answer_with_a_goaway(self) -> None:
        self.server.script({"do": "answer", "close": True})
        client = self.client()
        number = client.send()
        client.read_to_the_end()
        self.assertEqual((number, "200"), (client.goaway, client.status[number]))

    def test_endings_of_the_connection_come_before_the_answer_is_whole(self) -> None:
        script = ["close", "reset", "half_header", "half_body", "half_chunked"]
        for behaviour in script:
            with self.subTest(behaviour):
                half = {"do": behaviour, "body": "0123456789"}
                self.server.script(half if "half" in behaviour else behaviour)
                client = self.client()
                number = client.send()
                client.read_to_the_end()
                self.assertNotIn(number, client.ended)
                body = b"01234" if behaviour in ("half_body", "half_chunked") else None
                self.assertEqual(body, client.bodies.get(number))
                length = client.headers.get(number, {}).get("content-length")
                self.assertEqual("10" if behaviour == "half_body" else None, length)
        self.assertEqual(len(script), self.server.count("executed"))

    def test_endings_before_the_request_was_read_execute_nothing(self) -> None:
        for behaviour in ("close_before", "close_during"):
            self.server.script("answer", behaviour)
            client = self.client()
            client.ask()
            client.ask("POST", b"{}")
            self.assertTrue(client.is_closed, behaviour)
        self.assertEqual(2, self.server.count("requests"))

    def test_endless_ends_when_the_client_leaves(self) -> None:
        self.server.script("endless")
        client = self.client()
        client.read(client.send(), at_least=60000)
        client.sock.close()
        self.server.control("POST", "/settle")


if __name__ == "__main__":
    unittest.main()
