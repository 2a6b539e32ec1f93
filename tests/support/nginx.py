#!/usr/bin/env python3
"""A real nginx with TLS on loopback, over IPv4 and IPv6, and the content of its access log.

Prints one line of JSON when it is ready and exits when stdin reaches its end. Each line on stdin is a
number; as soon as the log has that many requests, a line of JSON on stdout has them as `requests`, each
with its connection, protocol, method, target and status.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Optional

from faults import certificates, child

PROGRAMS = ("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx")
SECONDS = 20.0
PR_SET_PDEATHSIG = 1

# The answer is the fault server's envelope. It needs no file, so the path can be anything.
CONFIG = """
{user}
daemon off;
master_process off;
pid "{folder}/pid";
error_log "{folder}/error.log" warn;
events {{ worker_connections 256; }}
http {{
    log_format json escape=json '{{"connection":$connection,"protocol":"$server_protocol",'
        '"method":"$request_method","target":"$request_uri","status":$status}}';
    access_log "{folder}/access.log" json;
    client_body_temp_path "{folder}/body";
    proxy_temp_path "{folder}/proxy";
    fastcgi_temp_path "{folder}/fastcgi";
    uwsgi_temp_path "{folder}/uwsgi";
    scgi_temp_path "{folder}/scgi";
    keepalive_timeout {keepalive};
    {closing}
    default_type application/json;
    server {{
        {listen}
        ssl_certificate "{certificate.chain_file}";
        ssl_certificate_key "{certificate.key_file}";
        ssl_session_cache shared:tls:1m;
        location / {{ {answer} }}
    }}
}}
"""
ECHO = (
    """return 200 '{"code":0,"message":"ok","result":true,"""
    """"data":{"method":"$request_method","target":"$request_uri"}}';"""
)
# nginx stops waiting for a late application server and answers 504.
UPSTREAM = (
    "proxy_pass http://127.0.0.1:{port}; proxy_http_version 1.1; "
    "proxy_buffering off; proxy_read_timeout {patience};"
)


class Nginx:
    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self._folder = folder
        self._options = options
        self.certificate = certificates.make(folder)
        self.port = 0
        self._process: Optional[subprocess.Popen[bytes]] = None

    def start(self) -> None:
        """Try several ports: another program may take a free port before nginx does."""
        for _ in range(5):
            self.port = _free_port()
            (self._folder / "nginx.conf").write_text(self._config())
            # Where nginx logs before it has read its configuration; 1.19.5 and later have the option.
            first = ["-e", str(self._folder / "error.log")] if _version() >= (1, 19, 5) else []
            command = [_program(), *first]
            command += ["-p", str(self._folder), "-c", str(self._folder / "nginx.conf")]
            # On stderr newer versions warn of words that older versions need.
            with (self._folder / "stderr").open("w") as stderr:
                self._process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stderr=stderr, preexec_fn=_die_with_parent
                )
            if self._answers():
                return
            self.stop()
        raise RuntimeError((self._folder / "stderr").read_text())

    def stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait()
            self._process = None

    def requests(self, at_least: int) -> list[dict[str, Any]]:
        """Wait for the log: nginx logs a request after the answer, so the client may be earlier."""
        log = self._folder / "access.log"
        deadline = time.monotonic() + SECONDS
        while True:
            lines = log.read_text().splitlines()
            if len(lines) >= at_least or time.monotonic() > deadline:
                return [json.loads(line) for line in lines]
            time.sleep(0.005)

    def _config(self) -> str:
        options = self._options
        http2 = "" if options.http1 else "http2"
        answer = ECHO
        if options.upstream:
            answer = UPSTREAM.format(port=options.upstream, patience=options.patience)
        return CONFIG.format(
            user="user root;" if os.geteuid() == 0 else "",
            folder=self._folder,
            keepalive=options.keepalive,
            # Before 1.19.7 keepalive_timeout works for HTTP/1.1 alone.
            closing="http2_max_requests 1;" if self._closes_http2() else "",
            listen=" ".join(f"listen {each}:{self.port} ssl {http2};" for each in self._addresses()),
            certificate=self.certificate,
            answer=answer,
        )

    def _addresses(self) -> list[str]:
        if self._options.only_ipv6:
            return ["[::1]"]
        return ["127.0.0.1", "[::1]"] if _has_ipv6() else ["127.0.0.1"]

    def _closes_http2(self) -> bool:
        return self._options.keepalive == "0" and _version() < (1, 19, 7)

    def _answers(self) -> bool:
        """Try all addresses: nginx opens them one after another and is ready when it has opened the last."""
        deadline = time.monotonic() + SECONDS
        assert self._process is not None
        while self._process.poll() is None and time.monotonic() < deadline:
            try:
                for address in self._addresses():
                    socket.create_connection((address.strip("[]"), self.port)).close()
                return True
            except OSError:
                time.sleep(0.005)
        return False


def _version() -> tuple[int, ...]:
    said = subprocess.run([_program(), "-v"], capture_output=True, text=True, check=True).stderr
    return tuple(int(each) for each in re.findall(r"[0-9]+", said.split("nginx/")[1])[:3])


def _program() -> str:
    for name in PROGRAMS:
        found = shutil.which(name)
        if found:
            return found
    raise RuntimeError("there is no nginx")


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
        return True
    except OSError:
        return False


def _free_port() -> int:
    """A port that is free on both loopback addresses."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as sock:
            port: int = sock.getsockname()[1]
        try:
            if _has_ipv6():
                socket.create_server(("::1", port), family=socket.AF_INET6).close()
            return port
        except OSError:
            continue


def _die_with_parent() -> None:
    """Let nginx end when this program ends, however it ends."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--http1", action="store_true", help="no HTTP/2")
    parser.add_argument("--only-ipv6", action="store_true", help="not on 127.0.0.1")
    parser.add_argument("--keepalive", default="3600s", help="0 closes after every answer")
    parser.add_argument("--upstream", type=int, help="port of a server to pass requests to")
    parser.add_argument("--patience", default="60s", help="how long it waits for that server")
    options = parser.parse_args()
    child.leave_tidily()
    with tempfile.TemporaryDirectory(prefix="aurpay-nginx-") as directory:
        nginx = Nginx(Path(directory), options)
        nginx.start()
        try:
            child.announce(
                {
                    "port": nginx.port,
                    "base_uri": f"https://127.0.0.1:{nginx.port}",
                    "ca_file": nginx.certificate.ca_file,
                    "pin": nginx.certificate.pin,
                }
            )
            for line in sys.stdin:
                child.announce({"requests": nginx.requests(int(line))})
        finally:
            nginx.stop()


if __name__ == "__main__":
    main()
