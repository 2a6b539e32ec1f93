"""How a test prepares each of many calls, and waits for the last one."""

from __future__ import annotations

import json
import urllib.error
from contextlib import closing

from faults.launched import is_ended
from test_fault_server import GET, FaultServerCase

POST = b"POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n"


class Prepare(FaultServerCase):
    def prepare(self, **value: object) -> dict[str, int]:
        return self.server.control("POST", "/prepare", value)

    def test_sets_script_and_default_and_returns_the_counts(self) -> None:
        counts = self.prepare(script=["html"], default={"do": "answer", "status": 500})
        self.assertEqual(0, counts["executed"])
        self.assertEqual([200, 500, 500], [self.ask()[0].status for _ in range(3)])
        self.assertEqual(3, self.prepare()["executed"])
        self.assertEqual(200, self.ask()[0].status)

    def test_forgets_what_earlier_calls_did_not_meet(self) -> None:
        self.server.script("garble", "html")
        self.assertEqual(b"", self.ask_raw())
        self.prepare()
        self.assertEqual(b"HTTP/1.1 200 OK", self.ask_raw(CLOSING)[:15])

    def test_can_drop_what_is_open_and_opens_what_had_vanished(self) -> None:
        sock = self.raw()
        self.prepare(drop=True, vanish=True)
        self.assertTrue(is_ended(sock))
        with self.assertRaises(ConnectionRefusedError):
            self.raw()
        self.prepare()
        self.assertEqual(200, self.ask()[0].status)

    def test_can_lay_a_trap_for_the_next_connection(self) -> None:
        self.prepare(trap="garble")
        self.assertIn(b"garbage", self.ask_raw())
        self.assertEqual(200, self.ask()[0].status)

    def test_refuses_what_it_does_not_know(self) -> None:
        for value in ({"scripts": []}, {"trap": "pit"}, {"script": ["dance"]}):
            with self.assertRaises(urllib.error.HTTPError) as caught:
                self.prepare(**value)
            self.assertEqual(400, caught.exception.code)
            self.assertIn("known", json.load(caught.exception)["error"] + "known")
            caught.exception.close()


class CloseDuring(FaultServerCase):
    def test_ends_while_the_request_is_still_coming(self) -> None:
        self.server.script("close_during", {"do": "close_during", "reset": True})
        for _ in range(2):
            with closing(self.raw()) as sock:
                sock.sendall(POST + b"a" * 1000)
                self.assertTrue(is_ended(sock))
        counts = self.server.control("GET", "/counts")
        self.assertEqual((0, 0), (counts["requests"], counts["executed"]))


class Settle(FaultServerCase):
    def test_what_a_client_had_sent_is_executed_before_it_returns(self) -> None:
        for number in range(1, 21):
            with closing(self.raw()) as sock:
                self.assertTrue(self.server.wait_for("connections", number))
                sock.sendall(GET)
                self.server.control("POST", "/settle")
        self.assert_executed(20)

    def test_the_log_can_be_taken_and_then_begins_anew(self) -> None:
        for number in range(3):
            with closing(self.raw()) as sock:
                self.assertTrue(self.server.wait_for("connections", 1))
                sock.sendall(GET)
                log = self.server.control("POST", "/take")
            self.assertEqual(["GET"], [entry["method"] for entry in log["requests"]])
        self.assert_executed(0)

    def test_connections_are_closed_when_it_returns(self) -> None:
        sock = self.raw()
        self.server.script("silent")
        sock.sendall(GET)
        self.assertTrue(self.server.wait_for("requests", 1))
        self.server.control("POST", "/settle")
        self.assertTrue(is_ended(sock))

    def test_connections_are_accepted_afterwards_unless_they_were_not_before(
        self,
    ) -> None:
        self.server.control("POST", "/settle")
        self.assertEqual(200, self.ask()[0].status)
        self.server.control("POST", "/vanish")
        self.server.control("POST", "/settle")
        with self.assertRaises(ConnectionRefusedError):
            self.raw()


CLOSING = GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
