"""The key by which a phone knows this car: made once, kept readable by us alone, shown in Android's own form.

The form is AOSP's ``android_pubkey``: words in the modulus, -1/n mod 2^32, n, R^2 mod n (R = 2^2048), the exponent, all
little endian, base64, a space and a name.
"""

from __future__ import annotations

import base64
import logging
import struct
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa, utils

from backends.core import store

__all__ = ["KEY_BITS", "AdbKey"]

KEY_BITS = 2048
TOKEN_SIZE = 20
_WORDS = KEY_BITS // 32
_logger = logging.getLogger(__name__)


class AdbKey:
    """An RSA-2048 key and the two things adb asks of it."""

    def __init__(self, private: rsa.RSAPrivateKey, name: str = "pillion") -> None:
        self._private = private
        self._name = name

    @classmethod
    def generate(cls, name: str = "pillion") -> AdbKey:
        """A new key; takes some 100 ms."""
        return cls(rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS), name)

    @classmethod
    def load(cls, path: Path, name: str = "pillion") -> AdbKey:
        """The key kept at ``path``; a new one is made and kept (mode 0600) when there is none that can be read."""
        try:
            private = serialization.load_pem_private_key(path.read_bytes(), password=None)
            if isinstance(private, rsa.RSAPrivateKey) and private.key_size == KEY_BITS:
                path.chmod(0o600)
                return cls(private, name)
            _logger.warning("key is no RSA-%d path=%s action=replace", KEY_BITS, path)
        except FileNotFoundError:
            pass
        except (ValueError, TypeError, UnsupportedAlgorithm, OSError) as error:
            _logger.warning("key unreadable path=%s error=%s action=replace", path, error)
        key = cls.generate(name)
        store.write_atomic(path, key.pem())
        path.chmod(0o600)
        return key

    @property
    def private(self) -> rsa.RSAPrivateKey:
        """For the certificate that says the same key in TLS."""
        return self._private

    def pem(self) -> bytes:
        """The private key, PKCS#8."""
        return self._private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )

    def sign(self, token: bytes) -> bytes:
        """Answer to an AUTH token: the token is used as if it were a SHA-1 digest. Raises ValueError unless 20 bytes."""
        if len(token) != TOKEN_SIZE:
            raise ValueError(f"a token has {TOKEN_SIZE} bytes, not {len(token)}")
        return self._private.sign(token, padding.PKCS1v15(), utils.Prehashed(hashes.SHA1()))  # noqa: S303

    def public_line(self) -> bytes:
        """The public key as a phone stores it, without an ending."""
        numbers = self._private.public_key().public_numbers()
        n = numbers.n
        n0inv = (-pow(n, -1, 1 << 32)) % (1 << 32)
        rr = pow(1 << KEY_BITS, 2, n)
        size = KEY_BITS // 8
        blob = struct.pack("<II", _WORDS, n0inv) + n.to_bytes(size, "little") + rr.to_bytes(size, "little")
        blob += struct.pack("<I", numbers.e)
        return base64.b64encode(blob) + b" " + self._name.encode("ascii", "replace")
