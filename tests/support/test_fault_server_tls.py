"""The fault server over TLS: certificates, versions, and how connections end."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import struct
import unittest
from typing import Optional

from faults import tls
from faults.launched import PATIENCE, Launched, drain, wait_until

GET = b"GET /x HTTP/1.1\r\nHost: h\r\n\r\n"


def connect(
    server: Launched,
    context: Optional[ssl.SSLContext] = None,
    session: Optional[ssl.SSLSession] = None,
) -> ssl.SSLSocket:
    context = context or ssl.create_default_context(cafile=server.info["ca_file"])
    sock = socket.create_connection(("127.0.0.1", server.info["port"]), timeout=PATIENCE)
    return context.wrap_socket(sock, server_hostname="127.0.0.1", session=session)


def say_close_notify(sock: ssl.SSLSocket) -> None:
    try:
        sock.unwrap()
    except OSError:
        # The server answers with FIN alone, which some OpenSSL versions call an error.
        pass


class GoodCertificate(unittest.TestCase):
    server: Launched

    @classmethod
    def setUpClass(cls) -> None:
        cls.server = Launched("fault_server.py", "--tls")

    @classmethod
    def tearDownClass(cls) -> None:
        status, errors = cls.server.stop()
        assert (status, errors) == (0, ""), errors

    def setUp(self) -> None:
        self.server.start_afresh()

    def ask(self, request: bytes = GET) -> bytes:
        with connect(self.server) as sock:
            sock.sendall(request)
            return sock.recv(65536)

    def test_certificate_is_good_for_its_ca_file_and_both_names(self) -> None:
        context = ssl.create_default_context(cafile=self.server.info["ca_file"])
        for name in ("127.0.0.1", "localhost"):
            raw = socket.create_connection(("127.0.0.1", self.server.info["port"]))
            with context.wrap_socket(raw, server_hostname=name) as sock:
                sock.sendall(GET)
                self.assertTrue(sock.recv(100).startswith(b"HTTP/1.1 200"))

    def test_alpn_chooses_http_1_1_from_what_browsers_offer(self) -> None:
        context = ssl.create_default_context(cafile=self.server.info["ca_file"])
        context.set_alpn_protocols(["h2", "http/1.1"])
        with connect(self.server, context) as sock:
            self.assertEqual("http/1.1", sock.selected_alpn_protocol())

    def test_log_says_whether_the_session_was_resumed(self) -> None:
        context = ssl.create_default_context(cafile=self.server.info["ca_file"])
        session = None
        for _ in range(2):
            with connect(self.server, context, session) as sock:
                sock.sendall(GET)
                sock.recv(1000)
                session = sock.session
        self.assertEqual(
            [False, True], [entry["tls"]["resumed"] for entry in self.server.log()]
        )

    def test_close_says_close_notify_unless_told_not_to(self) -> None:
        self.server.script("close", {"do": "close", "notify": False})
        endings = []
        for _ in range(2):
            # In TLS 1.2 an alert record shows its type, 21, when it is read below TLS.
            with connect(self.server, tls.client_context("1.2")) as sock:
                sock.sendall(GET)
                endings.append(socket.socket.recv(sock, 65536)[:1])
        self.assertEqual([b"\x15", b""], endings)
        self.assertEqual(2, self.server.count("executed"))

    def test_reset_ends_with_rst(self) -> None:
        self.server.script("reset")
        with connect(self.server) as sock, self.assertRaises(ConnectionResetError):
            sock.sendall(GET)
            # Below TLS, because Python calls every end of a TLS connection an end of file.
            while socket.socket.recv(sock, 65536):
                pass
        self.assertEqual(1, self.server.count("executed"))

    def test_close_before_ends_during_the_handshake(self) -> None:
        self.server.script("close_before")
        with self.assertRaises((ssl.SSLError, ConnectionResetError)):
            connect(self.server)
        self.assertEqual(0, self.server.count("requests"))

    def test_garble_answers_the_client_hello_with_garbage(self) -> None:
        self.server.script("garble")
        self.assertEqual(b"", self.ask())
        with self.assertRaises(ssl.SSLError):
            connect(self.server)
        self.assertTrue(self.ask().startswith(b"HTTP/1.1 200"))
        self.assertEqual(2, self.server.count("executed"))

    def test_stall_reconnect_never_answers_the_client_hello(self) -> None:
        self.server.script("stall_reconnect")
        self.assertEqual(b"", self.ask())
        raw = socket.create_connection(("127.0.0.1", self.server.info["port"]))
        raw.settimeout(0.4)
        with self.assertRaises(socket.timeout):
            tls.client_context("1.2").wrap_socket(raw)
        raw.close()
        self.assertEqual(1, self.server.count("executed"))

    def test_drop_ends_an_idle_connection(self) -> None:
        with connect(self.server) as sock:
            sock.sendall(GET)
            sock.recv(1000)
            self.server.control("POST", "/drop")
            drain(sock)

    def ends(self) -> list[str]:
        return [end["how"] for end in self.server.control("GET", "/log")["ends"]]

    def test_tells_how_the_client_ended_an_idle_connection(self) -> None:
        endings = {
            "close_notify": say_close_notify,
            "FIN": lambda sock: None,
            "RST": lambda sock: sock.setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
            ),
        }
        for how, end in endings.items():
            with self.subTest(how):
                self.server.start_afresh()
                with connect(self.server) as sock:
                    sock.sendall(GET)
                    sock.recv(65536)
                    end(sock)
                self.assertTrue(wait_until(lambda: self.ends() != []))
                self.assertEqual([how], self.ends())

    def test_what_the_server_ended_is_no_end_by_the_client(self) -> None:
        with connect(self.server) as sock:
            sock.sendall(GET)
            sock.recv(1000)
            self.server.control("POST", "/drop")
            drain(sock)
        self.assertEqual([], self.ends())

    def test_pin_is_the_hash_of_the_public_key(self) -> None:
        self.assertRegex(self.server.info["pin"], r"^sha256//[A-Za-z0-9+/]{43}=$")


class BadCertificates(unittest.TestCase):
    def test_each_bad_certificate_is_refused_for_its_reason(self) -> None:
        reasons = {
            "expired": "certificate has expired",
            "not-yet-valid": "certificate is not yet valid",
            "wrong-host": "IP address mismatch",
            "wrong-use": "purpose",
            "untrusted": "unable to get local issuer certificate",
            # OpenSSL 1.1.1 says "self signed".
            "self-signed": "signed certificate",
        }
        for kind, reason in reasons.items():
            with self.subTest(kind), Launched(
                "fault_server.py", "--cert", kind
            ) as server:
                with self.assertRaises(ssl.SSLCertVerificationError) as caught:
                    connect(server)
                self.assertIn(reason, caught.exception.verify_message)
                # The client's alert reaches the server a moment later.
                self.assertEqual(0, server.count("requests"))

    def test_expired_and_untrusted_work_for_who_does_not_verify(self) -> None:
        for kind in ("expired", "untrusted", "wrong-host"):
            with self.subTest(kind), Launched(
                "fault_server.py", "--cert", kind
            ) as server:
                with connect(server, tls.client_context("1.2")) as sock:
                    sock.sendall(GET)
                    self.assertTrue(sock.recv(100).startswith(b"HTTP/1.1 200"))


class Versions(unittest.TestCase):
    def test_max_tls_1_1_serves_1_1_and_refuses_1_2(self) -> None:
        with Launched("fault_server.py", "--max-tls", "1.1") as server:
            if "unsupported" in server.info:
                self.skipTest(server.info["unsupported"])
            with self.assertRaises(ssl.SSLError):
                connect(server)
            with connect(server, tls.client_context("1.1")) as sock:
                self.assertEqual("TLSv1.1", sock.version())
                sock.sendall(GET)
                self.assertTrue(sock.recv(100).startswith(b"HTTP/1.1 200"))


class Files(unittest.TestCase):
    def test_certificates_are_removed_at_exit(self) -> None:
        server = Launched("fault_server.py", "--tls")
        self.assertTrue(os.path.exists(server.info["ca_file"]))
        self.assertEqual((0, ""), server.stop())
        self.assertFalse(os.path.exists(os.path.dirname(server.info["ca_file"])))

    def test_signals_end_servers_with_their_files(self) -> None:
        for script in ("fault_server.py", "proxy.py", "nginx.py"):
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                with self.subTest(script=script, signal=number):
                    server = Launched(script, *(() if script == "nginx.py" else ("--tls",)))
                    # Its stdin stays open, as at a terminal.
                    self.assertEqual((0, ""), server.end_by(number))
                    self.assertFalse(os.path.exists(os.path.dirname(server.info["ca_file"])))
                    with self.assertRaises(ConnectionRefusedError):
                        socket.create_connection(("127.0.0.1", server.info["port"]))


if __name__ == "__main__":
    unittest.main()
