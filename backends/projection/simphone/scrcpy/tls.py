"""TLS 1.3 on the phone's side: a handshake over a socket, then the same reader and writer as without it."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from OpenSSL import SSL, crypto

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Identity", "TlsServer"]


class Identity:
    """The phone's own key and certificate, new at each start."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name(
            [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Android"), x509.NameAttribute(NameOID.COMMON_NAME, "Adb")]
        )
        now = datetime.datetime.now(datetime.UTC)
        self.certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(self.key.public_key())
            .serial_number(1)
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=3650))
            .sign(self.key, hashes.SHA256())
        )


class TlsServer:
    """One connection. `reader` and `writer` work as asyncio's once `handshake` is through."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        identity: Identity,
        known: Callable[[rsa.RSAPublicKey], bool],
        wanted: list[str],
    ) -> None:
        """`known` judges the client's key; `wanted` are the SHA-256 names of keys, which the client is told."""
        context = SSL.Context(SSL.TLS_SERVER_METHOD)
        context.set_min_proto_version(SSL.TLS1_3_VERSION)
        context.use_certificate(identity.certificate)
        context.use_privatekey(identity.key)
        context.set_verify(SSL.VERIFY_PEER | SSL.VERIFY_FAIL_IF_NO_PEER_CERT, lambda _c, cert, *_: _judge(cert, known))
        context.set_session_id(b"adbd")
        if wanted:
            context.set_client_ca_list([_name(fingerprint) for fingerprint in wanted])
        self._raw_reader, self._raw = reader, writer
        self._tls = SSL.Connection(context)
        self._tls.set_accept_state()
        self._pump: asyncio.Task[None] | None = None
        self.reader = asyncio.StreamReader()
        self.writer = self

    async def handshake(self) -> None:
        """Raises ConnectionError when it does not come to one."""
        try:
            while True:
                try:
                    self._tls.do_handshake()
                    break
                except SSL.WantReadError:
                    self._flush()
                    if not (data := await self._raw_reader.read(16384)):
                        raise ConnectionResetError("hung up in the handshake") from None
                    self._tls.bio_write(data)
        except SSL.Error as error:
            self._flush()
            await self._raw.drain()
            self._raw.close()
            raise ConnectionAbortedError(str(error)) from None
        self._flush()
        self._pump = asyncio.create_task(self._run())

    def export(self, label: bytes, size: int) -> bytes:
        """Keying material of this connection."""
        return self._tls.export_keying_material(label, size)

    # As a writer.

    @property
    def transport(self) -> asyncio.WriteTransport:
        return self._raw.transport

    def write(self, data: bytes) -> None:
        if data and not self._raw.is_closing():
            self._tls.sendall(data)
            self._flush()

    async def drain(self) -> None:
        await self._raw.drain()

    def close(self) -> None:
        self._raw.close()

    def is_closing(self) -> bool:
        return self._raw.is_closing()

    async def ended(self) -> None:
        """Wait until nothing more is read."""
        if self._pump is not None:
            self._pump.cancel()
            await asyncio.gather(self._pump, return_exceptions=True)

    async def _run(self) -> None:
        try:
            while data := await self._raw_reader.read(65536):
                self._tls.bio_write(data)
                with contextlib.suppress(SSL.WantReadError):
                    while True:
                        self.reader.feed_data(self._tls.recv(65536))
        except (SSL.Error, OSError):
            pass
        finally:
            self.reader.feed_eof()

    def _flush(self) -> None:
        with contextlib.suppress(SSL.WantReadError):
            while True:
                self._raw.write(self._tls.bio_read(65536))


def _judge(certificate: crypto.X509, known: Callable[[rsa.RSAPublicKey], bool]) -> bool:
    key = certificate.to_cryptography().public_key()
    return isinstance(key, rsa.RSAPublicKey) and known(key)


def _name(fingerprint: str) -> crypto.X509Name:
    subject = crypto.X509().get_subject()
    subject.O, subject.CN = "AdbKey-0", fingerprint
    return subject
