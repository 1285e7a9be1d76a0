"""The phone's end of the encryption: a TLS 1.2 server that demands a certificate of the car.

Which certificates a phone accepts nobody outside knows. This one takes any, once it has seen it (in the clear), or none.
"""

from __future__ import annotations

import datetime
import ssl
import tempfile
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

__all__ = ["Encryption"]

_RECORD_HANDSHAKE = 22
_CERTIFICATE = 11


@cache
def _own_pair() -> bytes:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Simulated phone")])
    began = datetime.datetime(2021, 1, 1, tzinfo=datetime.UTC)
    serial = x509.random_serial_number()
    builder = x509.CertificateBuilder(name, name, key.public_key(), serial, began, began.replace(year=2049))
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return private + builder.sign(key, hashes.SHA256()).public_bytes(pem)


class Encryption:
    """One connection's. ``accept`` False: every certificate is refused, with an alert."""

    def __init__(self, *, accept: bool) -> None:
        self._accept = accept
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.verify_mode = ssl.CERT_REQUIRED
        context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
        with tempfile.NamedTemporaryFile() as file:
            Path(file.name).write_bytes(_own_pair())
            context.load_cert_chain(file.name)
        self._context = context
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._engine = context.wrap_bio(self._in, self._out, server_side=True)
        self.done = False
        self.subject = ""

    def handshake(self, data: bytes) -> tuple[bytes, bool]:
        """What to answer, and whether all is well so far."""
        if self._accept and (certificate := _certificate(data)):
            self._context.load_verify_locations(cadata=certificate)
        self._in.write(data)
        try:
            self._engine.do_handshake()
            self.done = True
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError:
            return self._out.read(), False
        if self.done and (peer := self._engine.getpeercert(binary_form=True)):
            self.subject = x509.load_der_x509_certificate(peer).subject.rfc4514_string()
        return self._out.read(), True

    def encrypt(self, data: bytes) -> bytes:
        """A frame's payload."""
        self._engine.write(data)
        return self._out.read()

    def decrypt(self, data: bytes) -> bytes:
        """What a frame's payload says. Raises ssl.SSLError."""
        self._in.write(data)
        plain = b""
        try:
            while part := self._engine.read(1 << 16):
                plain += part
        except ssl.SSLWantReadError:
            pass
        return plain


def _certificate(data: bytes) -> bytes:
    """The first certificate in a client's flight, in DER; TLS 1.2 sends it in the clear."""
    at, flight = 0, b""
    while at + 5 <= len(data) and data[at] == _RECORD_HANDSHAKE:
        size = int.from_bytes(data[at + 3 : at + 5], "big")
        flight += data[at + 5 : at + 5 + size]
        at += 5 + size
    if not flight or flight[0] != _CERTIFICATE or len(flight) < 10:
        return b""
    size = int.from_bytes(flight[7:10], "big")
    return flight[10 : 10 + size]
