"""The server's TLS contexts, also for old protocols."""

from __future__ import annotations

import ssl
import warnings
from typing import Optional

from .certificates import Certificate

VERSIONS = {
    "1.0": ssl.TLSVersion.TLSv1,
    "1.1": ssl.TLSVersion.TLSv1_1,
    "1.2": ssl.TLSVersion.TLSv1_2,
    "1.3": ssl.TLSVersion.TLSv1_3,
}


class Unsupported(Exception):
    """Python's OpenSSL cannot do this."""


def server_context(
    certificate: Certificate,
    max_version: Optional[str] = None,
    http2: bool = False,
) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.chain_file, certificate.key_file)
    context.set_alpn_protocols(["h2", "http/1.1"] if http2 else ["http/1.1"])
    if max_version is not None:
        _limit(context, max_version)
        _try_handshake(context, max_version)
    return context


def client_context(version: str) -> ssl.SSLContext:
    """A client that trusts everybody and speaks only that version, for tests of servers."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    _limit(context, version)
    return context


def _limit(context: ssl.SSLContext, version: str) -> None:
    with warnings.catch_warnings():
        # Python warns that the version is deprecated; here we want it.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            context.minimum_version = VERSIONS[version]
            context.maximum_version = VERSIONS[version]
        except ValueError as error:
            raise Unsupported(f"TLS {version}: {error}") from error
    if version in ("1.0", "1.1"):
        # These versions sign with SHA-1, which OpenSSL 3 refuses above security level 0.
        context.set_ciphers("DEFAULT:@SECLEVEL=0")


def _try_handshake(server: ssl.SSLContext, version: str) -> None:
    """Shake hands in memory: setting a version succeeds even when OpenSSL lacks it."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = [
        client_context(version).wrap_bio(to_client, to_server),
        server.wrap_bio(to_server, to_client, server_side=True),
    ]
    for _ in range(5):
        for end in ends:
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                pass
            except ssl.SSLError as error:
                raise Unsupported(f"TLS {version}: {error.reason}") from error
    if ends[0].version() is None:
        raise Unsupported(f"TLS {version}: the handshake does not finish")
