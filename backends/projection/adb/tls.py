"""The car's certificate and the two ways adb uses TLS 1.3 with it: the pairing's own connection, and an upgraded one.

A phone does not look at names or dates, only at the certificate's RSA key: whether it is one it was paired with. The issuer is
written the way phones list the keys they know, for a TLS library offers a certificate only if it is on that list. The phone's
own certificate is new at each of its starts and vouches for nothing; what vouches for the phone is the pairing.
"""

from __future__ import annotations

import asyncio
import datetime
import hashlib
import os
import ssl

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import NameOID
from OpenSSL import SSL

from backends.projection.adb.keys import AdbKey

__all__ = ["TlsPipe", "certificate", "client_context"]

_PIECE = 16384
_YEARS = 10


def certificate(key: AdbKey) -> x509.Certificate:
    """Self-signed, named by the SHA-256 of its public key."""
    public = key.private.public_key()
    spki = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "AdbKey-0"),
            x509.NameAttribute(NameOID.COMMON_NAME, hashlib.sha256(spki).hexdigest().upper()),
        ]
    )
    # A car without a battery for its clock wakes up in the past: the dates are fixed and wide.
    begin = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(public).serial_number(1)
    builder = builder.not_valid_before(begin).not_valid_after(begin.replace(year=begin.year + 5 * _YEARS))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return builder.sign(key.private, hashes.SHA256())


def client_context(key: AdbKey) -> ssl.SSLContext:
    """For a connection to a phone that knows the key."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    pem = certificate(key).public_bytes(serialization.Encoding.PEM) + key.pem()
    # ssl reads keys from files only: this one never touches a disk.
    fd = os.memfd_create("adbkey", os.MFD_CLOEXEC)
    try:
        os.write(fd, pem)
        context.load_cert_chain(f"/proc/self/fd/{fd}")
    finally:
        os.close(fd)
    return context


class TlsPipe:
    """TLS over a pair of streams, with the one thing that Python's ssl cannot do: exporting keying material."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, key: AdbKey) -> None:
        context = SSL.Context(SSL.TLS_CLIENT_METHOD)
        context.set_min_proto_version(SSL.TLS1_3_VERSION)
        context.set_verify(SSL.VERIFY_NONE)
        context.use_certificate(certificate(key))
        context.use_privatekey(key.private)
        self._reader = reader
        self._writer = writer
        self._tls = SSL.Connection(context)
        self._tls.set_connect_state()

    async def handshake(self) -> None:
        """Raises SSL.Error, OSError, EOFError."""
        while True:
            try:
                self._tls.do_handshake()
            except SSL.WantReadError:
                await self._flush()
                await self._more()
            else:
                await self._flush()
                return

    def export(self, label: bytes, size: int) -> bytes:
        """Bytes that only the two ends of this connection know (RFC 8446, 7.5)."""
        return self._tls.export_keying_material(label, size)

    async def write(self, data: bytes) -> None:
        """Raises SSL.Error, OSError."""
        self._tls.sendall(data)
        await self._flush()

    async def read_exactly(self, size: int) -> bytes:
        """Raises SSL.Error (a peer that says no), EOFError, OSError."""
        data = b""
        while len(data) < size:
            try:
                data += self._tls.recv(size - len(data))
            except SSL.WantReadError:
                await self._more()
            except SSL.ZeroReturnError:
                raise EOFError from None
        return data

    async def _flush(self) -> None:
        while True:
            try:
                self._writer.write(self._tls.bio_read(_PIECE))
            except SSL.WantReadError:
                break
        await self._writer.drain()

    async def _more(self) -> None:
        if not (data := await self._reader.read(_PIECE)):
            raise EOFError
        self._tls.bio_write(data)
