"""Each behaviour of the fault server, seen with Python's own sockets and http.client."""

from __future__ import annotations

import gzip
import http.client
import json
import socket
import time
import unittest
import urllib.error
from contextlib import closing
from typing import Any, Optional

from faults.launched import PATIENCE, Launched, is_ended

GET = b"GET /x HTTP/1.1\r\nHost: h\r\n\r\n"


class FaultServerCase(unittest.TestCase):
    server: Launched

    @classmethod
    def setUpClass(cls) -> None:
        cls.server = Launched("fault_server.py")

    @classmethod
    def tearDownClass(cls) -> None:
        status, errors = cls.server.stop()
        assert (status, errors) == (0, ""), errors

    def setUp(self) -> None:
        self.server.start_afresh()

    def connect(self) -> http.client.HTTPConnection:
        port = self.server.info["port"]
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.addCleanup(connection.close)
        return connection

    def raw(self) -> socket.socket:
        address = ("127.0.0.1", self.server.info["port"])
        sock = socket.create_connection(address, timeout=PATIENCE)
        self.addCleanup(sock.close)
        return sock

    def ask(
        self, connection: Optional[http.client.HTTPConnection] = None, **options: Any
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = connection or self.connect()
        connection.request(options.pop("method", "GET"), "/x", **options)
        response = connection.getresponse()
        return response, response.read()

    def ask_raw(self, request: bytes = GET) -> bytes:
        """Send the request on a new connection; return all bytes until its end."""
        sock = self.raw()
        sock.sendall(request)
        return read_all(sock)

    def assert_executed(self, times: int) -> None:
        self.assertEqual(times, self.server.count("executed"))


def read_all(sock: socket.socket) -> bytes:
    data = b""
    while True:
        part = sock.recv(65536)
        if not part:
            return data
        data += part


class ControlChannel(FaultServerCase):
    def test_without_a_script_the_envelope_echoes_method_and_target(self) -> None:
        connection = self.connect()
        connection.request("POST", "/api/order?a=1", body="{}")
        response = connection.getresponse()
        envelope = json.load(response)
        self.assertEqual(
            {"method": "POST", "target": "/api/order?a=1"}, envelope["data"]
        )
        self.assertEqual((0, True), (envelope["code"], envelope["result"]))
        self.assertEqual("keep-alive", response.headers["Connection"])

    def test_log_has_every_request_with_headers_body_and_connection(self) -> None:
        connection = self.connect()
        self.ask(connection, method="POST", body=b"\xff1", headers={"API-Key": "k"})
        self.ask(connection)
        first, second = self.server.log()
        self.assertEqual((1, 2), (first["sequence"], second["sequence"]))
        self.assertEqual(first["connection"], second["connection"])
        self.assertEqual("k", first["headers"]["api-key"])
        self.assertIn(["API-Key", "k"], first["header_lines"])
        self.assertEqual("/zE=", first["body_base64"])
        self.assertEqual(
            ("GET", "/x", ""), tuple(second[k] for k in ("method", "target", "body"))
        )
        self.assertTrue(first["executed"])
        self.assertLessEqual(first["time"], second["time"])

    def test_counts_tell_connections_from_requests(self) -> None:
        warm = self.connect()
        self.ask(warm)
        self.ask(warm)
        self.ask()
        counts = self.server.control("GET", "/counts")
        self.assertEqual(
            (2, 3, 3), (counts["connections"], counts["requests"], counts["executed"])
        )

    def test_script_is_played_once_and_then_the_default(self) -> None:
        self.server.script({"do": "answer", "status": 500}, "html")
        answers = [self.ask()[0] for _ in range(3)]
        self.assertEqual([500, 200, 200], [one.status for one in answers])
        self.assertEqual("text/html; charset=utf-8", answers[1].headers["Content-Type"])
        self.assertEqual("application/json", answers[2].headers["Content-Type"])

    def test_default_can_be_set_and_is_forgotten_by_reset(self) -> None:
        self.server.control(
            "POST", "/script", {"default": {"do": "answer", "status": 503}}
        )
        self.assertEqual([503, 503], [self.ask()[0].status for _ in range(2)])
        self.server.control("POST", "/reset")
        self.assertEqual(200, self.ask()[0].status)
        self.assertEqual(1, self.server.count("requests"))

    def test_misspelt_behaviours_and_options_are_refused(self) -> None:
        for wrong in (
            {"do": "explode"},
            {"do": "close", "statsu": 1},
            7,
            {"status": 200},
        ):
            with self.subTest(wrong), self.assertRaises(
                urllib.error.HTTPError
            ) as caught:
                self.server.script(wrong)
            self.assertEqual(400, caught.exception.code)
            caught.exception.close()

    def test_request_that_is_cut_off_is_logged_and_not_executed(self) -> None:
        sock = self.raw()
        sock.sendall(b"POST /x HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf")
        sock.shutdown(socket.SHUT_WR)
        self.assertEqual(b"", read_all(sock))
        (entry,) = self.server.log()
        self.assertEqual(
            ("incomplete", False, "half"),
            tuple(entry[k] for k in ("behaviour", "executed", "body")),
        )

    def test_what_is_not_http_is_not_executed(self) -> None:
        self.assertEqual(b"", self.ask_raw(b"nonsense\r\n\r\n"))
        self.assert_executed(0)

    def test_chunked_request_and_expect_100_are_understood(self) -> None:
        head = b"POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
        sock = self.raw()
        sock.sendall(head)
        self.assertTrue(sock.recv(100).startswith(b"HTTP/1.1 100 Continue"))
        sock.sendall(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
        self.assertTrue(sock.recv(1000).startswith(b"HTTP/1.1 200 OK"))
        self.assertEqual("abcde", self.server.log()[0]["body"])

    def test_drop_ends_idle_connections_without_a_word(self) -> None:
        connection = self.connect()
        self.ask(connection)
        self.assertEqual({"dropped": 1}, self.server.control("POST", "/drop"))
        self.assertTrue(is_ended(connection.sock))

    def test_many_connections_at_once_are_served_side_by_side(self) -> None:
        self.server.control("POST", "/script", {"default": "silent"})
        for number in range(1, 20):
            self.raw().sendall(GET)
            self.assertTrue(self.server.wait_for("executed", number))
        self.server.script("answer")
        self.assertEqual(200, self.ask()[0].status)
        self.assert_executed(20)


class Answers(FaultServerCase):
    def test_answer_has_the_status_headers_and_body_of_the_script(self) -> None:
        headers = {
            "a-trace-id": "t1",
            "Set-Cookie": ["a=1", "b=2"],
            "content-type": "text/x",
        }
        self.server.script(
            {"do": "answer", "status": 429, "headers": headers, "body": "é"}
        )
        response, body = self.ask()
        self.assertEqual((429, "é".encode()), (response.status, body))
        self.assertEqual(["a=1", "b=2"], response.headers.get_all("Set-Cookie"))
        self.assertEqual(["text/x"], response.headers.get_all("Content-Type"))
        self.assertEqual("t1", response.headers["a-trace-id"])

    def test_answer_can_be_json_chunked_gzipped_or_ended_by_the_close(self) -> None:
        value = {"amount": 18.0098}
        for framing in ("chunked", "until_close", "close"):
            with self.subTest(framing):
                self.server.script({"do": "answer", "json": value, framing: True})
                response, body = self.ask()
                self.assertEqual(value, json.loads(body))
                self.assertEqual(
                    framing == "close", "Content-Length" in response.headers
                )
        self.server.script({"do": "answer", "json": value, "gzip": True})
        response, body = self.ask()
        self.assertEqual("gzip", response.headers["Content-Encoding"])
        self.assertEqual(value, json.loads(gzip.decompress(body)))

    def test_answer_to_head_and_204_has_no_body(self) -> None:
        self.server.script("answer", {"do": "answer", "status": 204})
        connection = self.connect()
        self.assertEqual(b"", self.ask(connection, method="HEAD")[1])
        self.assertEqual(b"", self.ask(connection)[1])
        self.assertEqual(200, self.ask(connection)[0].status)
        self.assertEqual(1, self.server.count("connections"))

    def test_delay_comes_after_execution_and_before_the_answer(self) -> None:
        self.server.script({"do": "answer", "delay": 3})
        sock = self.raw()
        started = time.monotonic()
        sock.sendall(GET)
        self.assertTrue(self.server.wait_for("executed", 1))
        executed = time.monotonic()
        self.assertTrue(sock.recv(100))
        answered = time.monotonic()
        self.assertGreaterEqual(answered - started, 3)
        # A machine that was too busy hides the order.
        if executed - started < 2:
            self.assertGreater(answered, executed + 0.5)

    def test_interim_answers_come_before_the_behaviour(self) -> None:
        self.server.script({"do": "close", "interim": [103, 102]})
        answer = self.ask_raw()
        self.assertEqual(b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n", answer)
        self.server.script({"do": "answer", "interim": [103], "close": True})
        self.assertIn(b"\r\n\r\nHTTP/1.1 200 OK\r\n", self.ask_raw())

    def test_execute_false_logs_the_request_as_not_executed(self) -> None:
        self.server.script({"do": "answer", "status": 429, "execute": False})
        self.ask()
        self.assert_executed(0)
        self.assertEqual([False], [entry["executed"] for entry in self.server.log()])

    def test_close_after_promises_keep_alive_and_hangs_up_later(self) -> None:
        self.server.script({"do": "answer", "close_after": 0.1})
        connection = self.connect()
        response, _ = self.ask(connection)
        self.assertEqual("keep-alive", response.headers["Connection"])
        self.assertTrue(is_ended(connection.sock))

    def test_glued_bytes_stand_behind_an_answer_of_any_version(self) -> None:
        self.server.script({"do": "answer", "glued": "glued", "version": "2"})
        with socket.create_connection(("127.0.0.1", self.server.info["port"])) as sock:
            sock.sendall(GET)
            received = b""
            while not received.endswith(b"}glued"):
                received += sock.recv(4096)
        self.assertTrue(received.startswith(b"HTTP/2 200 "))

    def test_client_that_asks_for_it_gets_the_connection_closed(self) -> None:
        response, _ = self.ask(headers={"Connection": "close"})
        self.assertEqual("close", response.headers["Connection"])
        connection = self.connect()
        self.ask(connection, headers={"Connection": "close"})
        self.ask(connection)
        self.assertEqual(3, self.server.count("connections"))

    def test_redirect_points_to_elsewhere_on_the_same_server(self) -> None:
        self.server.script("redirect")
        response, _ = self.ask()
        self.assertEqual(302, response.status)
        self.assertEqual(
            self.server.info["base_uri"] + "/elsewhere", response.headers["Location"]
        )

    def test_broken_json_is_a_complete_answer_that_does_not_parse(self) -> None:
        self.server.script("broken_json")
        response, body = self.ask()
        self.assertEqual(200, response.status)
        with self.assertRaises(ValueError):
            json.loads(body)

    def test_deep_json_nests_as_many_levels_as_asked(self) -> None:
        self.server.script({"do": "deep_json", "levels": 40})
        data = json.loads(self.ask()[1])["data"]
        depth = 1
        while data:
            data, depth = data[0], depth + 1
        self.assertEqual(40, depth)

    def test_gzip_bomb_is_small_on_the_wire_and_valid_json_inside(self) -> None:
        self.server.script({"do": "gzip_bomb", "megabytes": 4})
        response, body = self.ask()
        self.assertEqual("gzip", response.headers["Content-Encoding"])
        self.assertLess(len(body), 10_000)
        self.assertEqual(
            4 * 1024 * 1024, len(json.loads(gzip.decompress(body))["data"])
        )


class BrokenConnections(FaultServerCase):
    def test_close_executes_and_ends_with_fin_without_a_byte(self) -> None:
        self.server.script("close")
        self.assertEqual(b"", self.ask_raw())
        self.assert_executed(1)

    def test_reset_executes_and_ends_with_rst(self) -> None:
        self.server.script("reset")
        with self.assertRaises(ConnectionResetError):
            self.ask_raw()
        self.assert_executed(1)

    def test_warm_connection_is_broken_at_its_second_request(self) -> None:
        for behaviour in ("close", "reset"):
            with self.subTest(behaviour):
                self.server.control("POST", "/reset")
                self.server.script("answer", behaviour)
                connection = self.connect()
                self.ask(connection)
                # RemoteDisconnected is a ConnectionResetError too.
                with self.assertRaises(ConnectionResetError):
                    self.ask(connection)
                self.assertEqual(1, self.server.count("connections"))
                self.assert_executed(2)

    def test_close_before_on_a_new_connection_reads_nothing(self) -> None:
        self.server.script("close_before")
        self.assertEqual(b"", read_all(self.raw()))
        self.assert_executed(0)
        self.assertEqual(1, self.server.count("connections"))

    def test_close_before_on_a_warm_connection_resets_the_second_request(self) -> None:
        connection = self.connect()
        self.ask(connection)
        self.server.script("close_before")
        with self.assertRaises(ConnectionResetError):
            self.ask(connection)
        self.assert_executed(1)
        self.assertEqual(1, self.server.count("requests"))

    def test_half_header_stops_inside_the_head(self) -> None:
        self.server.script("half_header")
        self.assertEqual(b"HTTP/1.1 200 OK\r\nConten", self.ask_raw())
        self.server.script({"do": "half_header", "bytes": 5})
        self.assertEqual(b"HTTP/", self.ask_raw())
        self.assert_executed(2)

    def test_half_body_promises_more_than_it_sends(self) -> None:
        self.server.script("half_body")
        with self.assertRaises(http.client.IncompleteRead) as caught:
            self.ask()
        self.assertGreater(caught.exception.expected, 0)
        self.assert_executed(1)

    def test_half_body_can_end_with_rst(self) -> None:
        self.server.script({"do": "half_body", "reset": True})
        with self.assertRaises((ConnectionResetError, http.client.IncompleteRead)):
            self.ask()
        self.assert_executed(1)

    def test_half_chunked_never_sends_the_last_chunk(self) -> None:
        self.server.script("half_chunked")
        data = self.ask_raw()
        self.assertIn(b"Transfer-Encoding: chunked", data)
        self.assertNotIn(b"\r\n0\r\n", data)
        self.assertTrue(data.split(b"\r\n\r\n", 1)[1])

    def test_silent_executes_and_keeps_the_connection_open(self) -> None:
        self.server.script("silent")
        sock = self.raw()
        sock.sendall(GET)
        self.assertTrue(self.server.wait_for("executed", 1))
        sock.settimeout(0.4)
        with self.assertRaises(socket.timeout):
            sock.recv(1)
        self.assert_executed(1)

    def test_drip_sends_the_body_byte_by_byte(self) -> None:
        self.server.script(
            {"do": "drip", "body": "12345", "interval": 0.05, "close": True}
        )
        started = time.monotonic()
        self.assertEqual(b"12345", self.ask()[1])
        self.assertGreater(time.monotonic() - started, 0.24)

    def test_drip_can_begin_with_the_head(self) -> None:
        self.server.script({"do": "drip", "head": True, "interval": 0.05})
        sock = self.raw()
        started = time.monotonic()
        sock.sendall(GET)
        # A slow client may find several bytes at once.
        data = b""
        while len(data) < 10:
            data += sock.recv(10 - len(data))
        self.assertEqual(b"HTTP/1.1 2", data)
        self.assertGreaterEqual(time.monotonic() - started, 0.5)

    def test_endless_body_goes_on_until_the_client_leaves(self) -> None:
        self.server.script("endless")
        connection = self.connect()
        connection.request("GET", "/x")
        body = connection.getresponse().read(5_000_000)
        self.assertEqual(5_000_000, len(body))
        self.assertTrue(body.startswith(b'{"code":0,'))

    def test_endless_can_be_the_head(self) -> None:
        self.server.script({"do": "endless", "head": True})
        connection = self.connect()
        connection.request("GET", "/x")
        with self.assertRaises(http.client.HTTPException):
            connection.getresponse()


class Reconnects(FaultServerCase):
    def test_vanish_refuses_the_reconnect_until_listen(self) -> None:
        self.server.script("answer", "vanish")
        connection = self.connect()
        self.ask(connection)
        with self.assertRaises(http.client.RemoteDisconnected):
            self.ask(connection)
        with self.assertRaises(ConnectionRefusedError):
            self.raw()
        self.server.control("POST", "/listen")
        self.assertEqual(200, self.ask()[0].status)
        self.assert_executed(3)

    def test_vanish_by_control_drops_idle_connections_too(self) -> None:
        connection = self.connect()
        self.ask(connection)
        self.server.control("POST", "/vanish")
        self.assertTrue(is_ended(connection.sock))
        with self.assertRaises(ConnectionRefusedError):
            self.raw()

    def test_reset_of_the_control_channel_listens_again(self) -> None:
        self.server.control("POST", "/vanish")
        self.server.control("POST", "/reset")
        self.assertEqual(200, self.ask()[0].status)

    def test_garble_answers_the_next_connection_with_garbage_once(self) -> None:
        self.server.script("garble")
        self.assertEqual(b"", self.ask_raw())
        self.assertIn(b"garbage", self.ask_raw())
        self.assertEqual(200, self.ask()[0].status)

    def test_request_sent_into_garbage_counts_as_executed(self) -> None:
        self.server.script("garble")
        self.ask_raw()
        self.ask_raw()
        self.assertEqual(
            ["garble", "garble"], [entry["behaviour"] for entry in self.server.log()]
        )
        self.assert_executed(2)

    def test_stall_reconnect_never_answers_the_next_connection(self) -> None:
        self.server.script("stall_reconnect")
        self.assertEqual(b"", self.ask_raw())
        sock = self.raw()
        sock.sendall(GET)
        self.assertTrue(self.server.wait_for("executed", 2))
        sock.settimeout(0.4)
        with self.assertRaises(socket.timeout):
            sock.recv(1)
        self.assertEqual(200, self.ask()[0].status)


class KeepAlive(unittest.TestCase):
    def test_keep_alive_closes_an_idle_connection(self) -> None:
        with Launched("fault_server.py", "--keep-alive", "0.01") as server:
            address = ("127.0.0.1", server.info["port"])
            with closing(socket.create_connection(address, timeout=PATIENCE)) as sock:
                self.assertTrue(is_ended(sock))


class Lifetime(unittest.TestCase):
    def test_server_leaves_when_its_stdin_is_closed(self) -> None:
        server = Launched("fault_server.py")
        port = server.info["port"]
        # A connection in use does not delay the end.
        with closing(socket.create_connection(("127.0.0.1", port))):
            self.assertEqual((0, ""), server.stop())
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port))


if __name__ == "__main__":
    unittest.main()
