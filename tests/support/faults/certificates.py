"""A throwaway certificate authority and a certificate, made by the openssl CLI."""

from __future__ import annotations

import base64
import hashlib
import subprocess
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

# When a certificate becomes valid and when it expires, in days from now.
_DAYS = {"expired": (-3, -1), "not-yet-valid": (1, 3)}
_GOOD_DAYS = (-3, 2)

LOOPBACK = "IP:127.0.0.1, IP:::1, DNS:localhost"
KINDS = ("good", *_DAYS, "wrong-host", "wrong-use", "untrusted", "self-signed")

_CONFIG = """
[ca]
default_ca = authority
[authority]
new_certs_dir = {directory}
database = {directory}/index.txt
unique_subject = no
serial = {directory}/serial
default_md = sha256
policy = names
[names]
commonName = supplied
[req]
distinguished_name = subject
[subject]
[authority_extensions]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[leaf_extensions]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = {use}
subjectAltName = {names}
"""


@dataclass(frozen=True)
class Certificate:
    """The files of a server's certificate, and the authority that clients should trust."""

    chain_file: str
    key_file: str
    ca_file: str
    # In the form of libcurl's CURLOPT_PINNEDPUBLICKEY.
    pin: str


def make(
    directory: Path, kind: str = "good", names: str = LOOPBACK
) -> Certificate:
    """Make a certificate for loopback (IPv4, IPv6, localhost) or other names, or a bad one."""
    if kind == "wrong-host":
        names = "DNS:elsewhere.example"
    use = "clientAuth" if kind == "wrong-use" else "serverAuth"
    config = directory / "openssl.cnf"
    config.write_text(_CONFIG.format(directory=directory, names=names, use=use))
    (directory / "index.txt").touch()

    trusted = _authority(directory, config, "trusted")
    # The client gets `trusted`, whoever signs.
    signer = trusted
    if kind == "untrusted":
        signer = _authority(directory, config, "stranger")
    leaf = directory / "leaf"
    if kind == "self-signed":
        _self_signed(leaf, config)
    else:
        _signed(leaf, config, signer, _DAYS.get(kind, _GOOD_DAYS))
    return _certificate(leaf, trusted)


def renew(directory: Path) -> Certificate:
    """Replace the certificate that make() has made, and its key; the authority stays."""
    leaf, trusted = directory / "leaf", directory / "trusted"
    _signed(leaf, directory / "openssl.cnf", trusted, _GOOD_DAYS)
    return _certificate(leaf, trusted)


def _certificate(leaf: Path, trusted: Path) -> Certificate:
    return Certificate(
        chain_file=f"{leaf}.pem",
        key_file=f"{leaf}.key",
        ca_file=f"{trusted}.pem",
        pin=_pin(f"{leaf}.pem"),
    )


def _authority(directory: Path, config: Path, name: str) -> Path:
    base = directory / name
    # Each authority has its own name: a wrong issuer is another fault than a missing one.
    common_name = f"aurpay tests: {name} {directory.name}"
    _new_key(base, config, common_name, "-new", "-out", f"{base}.csr")
    signer = ["-selfsign", "-keyfile", f"{base}.key", "-extensions", "authority_extensions"]
    _sign(base, config, signer, _GOOD_DAYS)
    return base


def _self_signed(base: Path, config: Path) -> None:
    arguments = ["-x509", "-days", "2", "-extensions", "leaf_extensions"]
    _new_key(base, config, "localhost", *arguments, "-out", f"{base}.pem")


def _signed(base: Path, config: Path, signer: Path, days: tuple[int, int]) -> None:
    _new_key(base, config, "localhost", "-new", "-out", f"{base}.csr")
    by = ["-cert", f"{signer}.pem", "-keyfile", f"{signer}.key", "-extensions", "leaf_extensions"]
    _sign(base, config, by, days)


def _sign(base: Path, config: Path, signer: list[str], days: tuple[int, int]) -> None:
    """Sign a request; the certificate is valid from some days ago, so that it outlives a clock that is set back."""
    now = datetime.now(timezone.utc)
    start, end = (now + timedelta(days=count) for count in days)
    # `openssl x509 -req` cannot set both dates before OpenSSL 3.4; `openssl ca` can.
    sign = ["ca", "-batch", "-notext", "-rand_serial", "-config", str(config), *signer]
    sign += ["-startdate", f"{start:%Y%m%d%H%M%SZ}", "-enddate", f"{end:%Y%m%d%H%M%SZ}"]
    _openssl(*sign, "-in", f"{base}.csr", "-out", f"{base}.pem")


def _new_key(base: Path, config: Path, name: str, *arguments: str) -> None:
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    subject = ["-subj", f"/CN={name}", "-config", str(config)]
    _openssl("req", *curve, "-nodes", "-keyout", f"{base}.key", *subject, *arguments)


def _pin(chain_file: str) -> str:
    pem = _openssl("x509", "-in", chain_file, "-noout", "-pubkey")
    key = base64.b64decode("".join(pem.splitlines()[1:-1]))
    return "sha256//" + base64.b64encode(hashlib.sha256(key).digest()).decode()


def _openssl(*arguments: str) -> str:
    done = subprocess.run(
        ["openssl", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise RuntimeError(f"openssl {' '.join(arguments)}: {done.stderr}")
    return done.stdout
