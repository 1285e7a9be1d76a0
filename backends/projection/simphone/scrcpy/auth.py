"""Who may use the phone: RSA keys as adb carries them.

A host signs the phone's 20-byte token as if it were a SHA-1 digest (PKCS#1 v1.5, RSA-2048). A host whose keys are all unknown
offers its public key; a person then allows it on the phone's screen.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import struct
from dataclasses import dataclass

__all__ = ["TOKEN_SIZE", "BadKeyError", "PublicKey", "new_token", "parse_key", "verify"]

TOKEN_SIZE = 20
_WORDS = 64
_MODULUS_BYTES = _WORDS * 4
_KEY = struct.Struct(f"<II{_MODULUS_BYTES}s{_MODULUS_BYTES}sI")
_SHA1_DIGEST_INFO = bytes.fromhex("3021300906052b0e03021a05000414")


class BadKeyError(ValueError):
    """The offered text is no adb public key."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An RSA-2048 public key and the comment that came with it (`user@host`)."""

    modulus: int
    exponent: int
    comment: str = ""


def new_token() -> bytes:
    """Twenty random bytes to be signed."""
    return secrets.token_bytes(TOKEN_SIZE)


def parse_key(offer: bytes) -> PublicKey:
    """Read what a host sends in AUTH type 3: base64 of Android's key struct, a space, a comment, NUL. Raises BadKeyError."""
    text, _, comment = offer.rstrip(b"\0").partition(b" ")
    try:
        blob = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise BadKeyError(f"public key is not base64: {error}") from error
    if len(blob) != _KEY.size:
        raise BadKeyError(f"public key has {len(blob)} bytes, not {_KEY.size}")
    words, n0inv, modulus_bytes, _rr, exponent = _KEY.unpack(blob)
    modulus = int.from_bytes(modulus_bytes, "little")
    if words != _WORDS or modulus % 2 == 0 or (n0inv * modulus + 1) % 2**32:
        raise BadKeyError("public key's numbers do not fit each other")
    return PublicKey(modulus, exponent, comment.decode("utf-8", "replace"))


def verify(key: PublicKey, token: bytes, signature: bytes) -> bool:
    """Whether `signature` is the key's over `token`."""
    if len(signature) != _MODULUS_BYTES:
        return False
    opened = pow(int.from_bytes(signature, "big"), key.exponent, key.modulus).to_bytes(_MODULUS_BYTES, "big")
    tail = _SHA1_DIGEST_INFO + token
    padding = b"\xff" * (_MODULUS_BYTES - 3 - len(tail))
    return opened == b"\x00\x01" + padding + b"\x00" + tail
