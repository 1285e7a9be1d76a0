"""This phone's side of the encryption: a key of sixteen letters, sent by the car's RSA key, and AES on whole payloads."""

from __future__ import annotations

import base64
import secrets
import string

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES128
from cryptography.hazmat.primitives.ciphers.modes import ECB
from cryptography.hazmat.primitives.serialization import load_der_public_key

__all__ = ["PhoneCipher"]

_BLOCK = 16


class PhoneCipher:
    """A new key."""

    def __init__(self) -> None:
        self._key = "".join(secrets.choice(string.ascii_letters) for _ in range(_BLOCK)).encode()
        self._cipher = Cipher(AES128(self._key), ECB())  # noqa: S305 - what the protocol prescribes

    def for_car(self, public_text: str) -> str:
        """The key as the car gets it. Raises ValueError when the car's key is none."""
        public = load_der_public_key(base64.b64decode(public_text, validate=True))
        if not isinstance(public, RSAPublicKey) or public.key_size != 2048:
            raise ValueError("the car's key is not RSA-2048")
        return base64.b64encode(public.encrypt(self._key, PKCS1v15())).decode()

    def lock(self, plain: bytes) -> bytes:
        """A payload as it goes out; nothing stays nothing."""
        if not plain:
            return plain
        missing = _BLOCK - len(plain) % _BLOCK
        work = self._cipher.encryptor()
        return work.update(plain + bytes([missing]) * missing) + work.finalize()

    def unlock(self, locked: bytes) -> bytes:
        """A payload as it was. Raises ValueError when it was not locked with this key."""
        if not locked:
            return locked
        work = self._cipher.decryptor()
        plain = work.update(locked) + work.finalize()
        if not 1 <= plain[-1] <= _BLOCK or plain[-plain[-1] :] != plain[-1:] * plain[-1]:
            raise ValueError("the car's encryption is wrong")
        return plain[: -plain[-1]]
