"""TLS inside the link: the car is the client and shows a certificate; the bytes travel in frames.

The phone's own certificate proves nothing to us (its root is not ours to know): it is not verified, its fingerprint is
reported.
"""

from __future__ import annotations

import datetime
import hashlib
import ssl
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from backends.core import store
from backends.projection.android_auto import sentences as say
from backends.projection.errors import NotAllowed, PeerFault, Unsupported

__all__ = ["KEY_BITS", "Identity", "Tls", "generate", "load_identity"]

KEY_BITS = 2048
IDENTITY_FILE = "android-auto-identity.pem"
_HANDSHAKE_MAX = 128 << 10
_READ = 64 << 10
_VALID = (datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC), datetime.datetime(2049, 12, 31, tzinfo=datetime.UTC))
"""Fixed: a car's clock may not be set yet."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The car's certificate and key: files in PEM. ``own`` is False for the pair we made ourselves."""

    certificate: Path
    key: Path
    own: bool

    def context(self) -> ssl.SSLContext:
        """Raises Unsupported, naming the file, when the pair cannot be used."""
        try:
            stamp = tuple((path.stat().st_mtime_ns, path.stat().st_size) for path in (self.certificate, self.key))
            return _context(self.certificate, self.key, stamp)
        except (OSError, ValueError) as error:
            detail = getattr(error, "strerror", None) or getattr(error, "reason", None) or error
            raise say.noted(Unsupported(say.BAD_FILE), f"{self.certificate}: {detail}") from None


@lru_cache(maxsize=2)
def _context(certificate: Path, key: Path, stamp: tuple[tuple[int, int], ...]) -> ssl.SSLContext:
    """One for all links, as long as the files are the same."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(certificate, key, password=_no_password)
    return context


def _no_password() -> str:
    raise ValueError("the key has a password")


def load_identity(certificate: str = "", key: str = "") -> Identity:
    """The owner's pair; without one, a self-signed pair of ours, made once and kept readable by us alone.

    Raises Unsupported. Blocks (a new key takes some 100 ms): call it from a thread.
    """
    if certificate or key:
        if not certificate:
            raise say.noted(Unsupported(say.BAD_FILE), "cert_path is not set, key_path is")
        return Identity(Path(certificate).expanduser(), Path(key or certificate).expanduser(), own=True)
    path = store.state_dir() / IDENTITY_FILE
    identity = Identity(path, path, own=False)
    try:
        identity.context()
        path.chmod(0o600)
    except Unsupported:
        store.write_atomic(path, generate("Pillion"))
    return identity


def generate(organisation: str, name: str = "Head unit") -> bytes:
    """A self-signed certificate and its key, RSA-2048, in PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    subject = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation), x509.NameAttribute(NameOID.COMMON_NAME, name)]
    )
    builder = x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number(), *_VALID)
    certificate = builder.sign(key, hashes.SHA256())
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return key.private_bytes(*form) + certificate.public_bytes(serialization.Encoding.PEM)


class Tls:
    """One connection's engine, fed by hand."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._engine = context.wrap_bio(self._incoming, self._outgoing, server_side=False)
        self._shaken = 0
        self.done = False

    def handshake(self, data: bytes = b"") -> bytes:
        """Take what the phone said; what to say to it. `done` when there is nothing more. Raises NotAllowed, PeerFault."""
        self._shaken += len(data)
        if self._shaken > _HANDSHAKE_MAX:
            raise say.nonsense("a handshake without end")
        self._incoming.write(data)
        try:
            self._engine.do_handshake()
            self.done = True
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError as error:
            raise _refusal(error) from None
        return self._outgoing.read()

    def encrypt(self, data: bytes) -> bytes:
        """A frame's payload."""
        try:
            self._engine.write(data)
        except ssl.SSLError as error:
            raise say.noted(PeerFault(say.BAD_ENCRYPTION), str(error.reason)) from None
        return self._outgoing.read()

    def decrypt(self, data: bytes) -> bytes:
        """What a frame's payload says. Raises PeerFault, NotAllowed (the phone ended the encryption with an alert)."""
        if not self.done:
            raise say.nonsense("an encrypted message before there is encryption")
        self._incoming.write(data)
        plain = bytearray()
        try:
            while part := self._engine.read(_READ):
                plain += part
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError as error:
            raise _refusal(error) from None
        return bytes(plain)

    def report(self) -> list[tuple[str, str]]:
        """What was agreed on: names and values."""
        cipher = self._engine.cipher()
        peer = self._engine.getpeercert(binary_form=True)
        found = [("TLS", self._engine.version() or "")]
        if cipher:
            found.append(("Cipher", cipher[0]))
        if peer:
            found.append(("Phone's certificate", hashlib.sha256(peer).hexdigest()[:32]))
        return found


def _refusal(error: ssl.SSLError) -> NotAllowed | PeerFault:
    """An alert from the phone concerns our certificate, as far as anybody has seen one."""
    reason = error.reason or ""
    if "ALERT" in reason:
        return say.noted(NotAllowed(say.REFUSED, needs="certificate"), reason.replace("_", " ").lower())
    return say.noted(PeerFault(say.BAD_ENCRYPTION), reason.replace("_", " ").lower() or str(error))
