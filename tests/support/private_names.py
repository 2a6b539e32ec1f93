#!/usr/bin/env python3
"""Names for one test: a name server that can be slow or silent, and an /etc/hosts.

Runs in the namespaces that the test has entered (see harness/PrivateNames.php). Loopback and mounts belong to them
alone; nobody else sees any of it. Prints a line of JSON when it is ready and exits when stdin reaches its
end. Each line on stdin is a name and its address from now on; the answer is a line of JSON.
"""

from __future__ import annotations

import argparse
import ctypes
import fcntl
import os
import socket
import struct
import sys
import tempfile
import threading
import time
from pathlib import Path

from faults import child

ADDRESS = "127.0.0.1"
MS_REC, MS_PRIVATE, MS_BIND = 0x4000, 0x40000, 0x1000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1
TYPE_A = 1
HOSTS = """127.0.0.1 localhost
::1 localhost
127.0.0.1 ipv4.test
::1 ipv6.test
"""


class Libc:
    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)

    def mount(self, source: str, target: str, flags: int) -> None:
        arguments = (source.encode(), target.encode(), None, ctypes.c_ulong(flags), None)
        if self._libc.mount(*arguments) != 0:
            number = ctypes.get_errno()
            raise OSError(number, f"mount {target}: {os.strerror(number)}")


def bring_loopback_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack_from("16xh", fcntl.ioctl(sock, SIOCGIFFLAGS, request))[0]
        fcntl.ioctl(sock, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


def keep_mounts_private(libc: Libc) -> None:
    try:
        libc.mount("none", "/", MS_REC | MS_PRIVATE)
    except OSError:
        # A chroot is no mount point. The mounts in it show whether others would see ours.
        if " shared:" in Path("/proc/self/mountinfo").read_text():
            raise


def mount_files(libc: Libc, folder: Path) -> None:
    files = {
        "resolv.conf": f"nameserver {ADDRESS}\noptions timeout:30 attempts:1\n",
        "hosts": HOSTS,
        "nsswitch.conf": "hosts: files dns\n",
    }
    for name, content in files.items():
        target = os.path.realpath(f"/etc/{name}")
        # When the file is missing, the C library's default is the same.
        if os.path.exists(target):
            (folder / name).write_text(content)
            libc.mount(str(folder / name), target, MS_BIND)


class NameServer:
    """Answers every name after a delay, or never: with loopback, unless the name has another address."""

    def __init__(self, delay: float, silent: bool) -> None:
        self._delay = delay
        self._silent = silent
        self._addresses: dict[str, str] = {}
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((ADDRESS, 53))

    def point(self, name: str, address: str) -> None:
        self._addresses[name] = address

    def serve(self) -> None:
        while True:
            query, client = self._socket.recvfrom(512)
            if not self._silent:
                threading.Thread(target=self._answer, args=(query, client), daemon=True).start()

    def _answer(self, query: bytes, client: tuple[str, int]) -> None:
        time.sleep(self._delay)
        end = query.index(b"\0", 12) + 5
        (kind,) = struct.unpack_from(">H", query, end - 4)
        address = self._addresses.get(_name(query), ADDRESS)
        data = socket.inet_aton(address) if kind == TYPE_A else b""
        count = 1 if data else 0
        answer = query[:2] + struct.pack(">HHHHH", 0x8180, 1, count, 0, 0) + query[12:end]
        if data:
            answer += struct.pack(">HHHIH", 0xC00C, kind, 1, 60, len(data)) + data
        self._socket.sendto(answer, client)


def _name(query: bytes) -> str:
    labels, place = [], 12
    while query[place]:
        labels.append(query[place + 1 : place + 1 + query[place]].decode("latin-1").lower())
        place += 1 + query[place]
    return ".".join(labels)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before an answer")
    parser.add_argument("--silent", action="store_true", help="no answer at all")
    options = parser.parse_args()
    child.leave_tidily()
    with tempfile.TemporaryDirectory(prefix="aurpay-names-") as directory:
        try:
            bring_loopback_up()
            libc = Libc()
            keep_mounts_private(libc)
            mount_files(libc, Path(directory))
            server = NameServer(options.delay, options.silent)
        except OSError as error:
            child.unsupported(str(error))
        threading.Thread(target=server.serve, daemon=True).start()
        child.announce({"address": ADDRESS})
        for line in sys.stdin:
            name, address = line.split()
            server.point(name, address)
            child.announce({"name": name, "address": address})


if __name__ == "__main__":
    main()
