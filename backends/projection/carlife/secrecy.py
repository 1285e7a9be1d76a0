"""CarLife's encryption: the car makes an RSA pair, the phone sends an AES key with it, and payloads are AES from then on.

The cipher is what the protocol prescribes (AES in ECB mode, a key made of letters, RSA with PKCS #1 v1.5): it keeps an onlooker
from seeing pictures at once, and is no protection against somebody who wants to. docs/protocols/carlife.md says so too.
"""

from __future__ import annotations

import base64
import binascii

from cryptography.hazmat.primitives import padding, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import AES

from backends.projection.carlife.sentences import BAD_KEY, UNREADABLE
from backends.projection.errors import PeerFault

__all__ = ["KeyPair", "Secret"]

_RSA_BITS = 2048
_AES_SIZES = (16, 24, 32)
_BLOCK_BITS = 128


class Secret:
    """The shared AES key, used on whole payloads."""

    def __init__(self, key: bytes) -> None:
        if len(key) not in _AES_SIZES:
            raise PeerFault(BAD_KEY)
        self._cipher = Cipher(AES(key), modes.ECB())  # noqa: S305 - what the protocol prescribes

    def seal(self, payload: bytes) -> bytes:
        """An empty payload stays empty."""
        if not payload:
            return payload
        padder = padding.PKCS7(_BLOCK_BITS).padder()
        sealer = self._cipher.encryptor()
        return sealer.update(padder.update(payload) + padder.finalize()) + sealer.finalize()

    def open(self, payload: bytes) -> bytes:
        """Raises PeerFault when it was not sealed with this key."""
        if not payload:
            return payload
        opener = self._cipher.decryptor()
        unpadder = padding.PKCS7(_BLOCK_BITS).unpadder()
        try:
            plain = opener.update(payload) + opener.finalize()
            return unpadder.update(plain) + unpadder.finalize()
        except ValueError as error:
            raise PeerFault(UNREADABLE) from error


class KeyPair:
    """Made anew for each connection, never stored."""

    def __init__(self) -> None:
        self._private = rsa.generate_private_key(public_exponent=65537, key_size=_RSA_BITS)

    def public_text(self) -> str:
        """Base64 of the X.509 form, as Java's PublicKey.getEncoded gives it."""
        public = self._private.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return base64.b64encode(public).decode("ascii")

    def read(self, sealed_text: str) -> Secret:
        """The phone's AES key out of its base64. Raises PeerFault."""
        try:
            sealed = base64.b64decode(sealed_text, validate=True)
            key = self._private.decrypt(sealed, PKCS1v15())
        except (ValueError, binascii.Error) as error:
            raise PeerFault(BAD_KEY) from error
        return Secret(key)
