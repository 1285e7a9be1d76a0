"""SPAKE2 over edwards25519 as adb pairing uses it: two sides that know a short code agree on a long key (docs/protocols/adb.md).

Source of the facts: BoringSSL crypto/curve25519/spake25519.cc, AOSP packages/modules/adb/pairing_auth. Differs from RFC 9382:
other points, the cofactor in the private scalar, SHA-512 over the transcript, no confirmation. Pure; a few milliseconds of
arithmetic that does not run in constant time: a code lives for one attempt, and the attempt is bound to its TLS connection.
"""

from __future__ import annotations

import hashlib
import secrets
from enum import Enum

__all__ = ["KEY_SIZE", "MESSAGE_SIZE", "SEED_SIZE", "BadPointError", "Role", "Spake2"]

MESSAGE_SIZE = 32
KEY_SIZE = 64
SEED_SIZE = 64
_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
_NAMES = (b"adb pair client\0", b"adb pair server\0")

_Point = tuple[int, int, int, int]
"""Extended coordinates: x = X/Z, y = Y/Z, xy = T/Z."""
_ZERO: _Point = (0, 1, 1, 0)


class BadPointError(ValueError):
    """What the other side sent is no point of the curve."""


class Role(Enum):
    """Who shows the code is the server."""

    CLIENT = 0
    SERVER = 1


def _add(one: _Point, other: _Point) -> _Point:
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = other
    a, b = (y1 - x1) * (y2 - x2) % _P, (y1 + x1) * (y2 + x2) % _P
    c, d = 2 * t1 * t2 * _D % _P, 2 * z1 * z2 % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(point: _Point, scalar: int) -> _Point:
    """`scalar` is used as it is, never reduced: the low three bits decide about points outside the prime-order group."""
    result = _ZERO
    while scalar:
        if scalar & 1:
            result = _add(result, point)
        point = _add(point, point)
        scalar >>= 1
    return result


def _minus(point: _Point) -> _Point:
    x, y, z, t = point
    return -x % _P, y, z, -t % _P


def _encode(point: _Point) -> bytes:
    x, y, z, _ = point
    inverse = pow(z, -1, _P)
    x, y = x * inverse % _P, y * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _decode(data: bytes) -> _Point:
    """RFC 8032, 5.1.3. Raises BadPointError."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    if len(data) != MESSAGE_SIZE or y >= _P:
        raise BadPointError("no point is written like this")
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (x == 0 and sign):
        raise BadPointError("the point is not on the curve")
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


_BASE = _decode(bytes.fromhex("58" + "66" * 31))
_MASKS = tuple(
    _decode(bytes.fromhex(text))
    for text in (
        "5ada7e4bf6ddd9adb6626d32131c6b5c51a1e347a3478f53cfcf441b88eed12e",
        "10e3df0ae37d8e7a99b5fe74b44672103dbddcbd06af680d71329a11693bc778",
    )
)
"""BoringSSL's M (the client's) and N (the server's)."""


class Spake2:
    """One side of one exchange: send `message`, then `key` of what came back."""

    def __init__(self, role: Role, password: bytes, seed: bytes | None = None) -> None:
        """`seed`: 64 random bytes, made here unless a test gives them."""
        seed = secrets.token_bytes(SEED_SIZE) if seed is None else seed
        self._role = role
        self._private = int.from_bytes(seed, "little") % _ORDER * 8
        self._hash = hashlib.sha512(password).digest()
        scalar = int.from_bytes(self._hash, "little") % _ORDER
        # A multiple of eight that is the same scalar in the prime-order group.
        for bit in range(3):
            if scalar >> bit & 1:
                scalar += _ORDER << bit
        self._scalar = scalar
        self.message = _encode(_add(_times(_BASE, self._private), _times(_MASKS[role.value], scalar)))

    def key(self, theirs: bytes) -> bytes:
        """64 bytes that are the same on both sides if, and only if, the passwords are. Raises BadPointError."""
        mask = _times(_MASKS[1 - self._role.value], self._scalar)
        shared = _encode(_times(_add(_decode(theirs), _minus(mask)), self._private))
        messages = (self.message, theirs) if self._role is Role.CLIENT else (theirs, self.message)
        transcript = hashlib.sha512()
        for part in (*_NAMES, *messages, shared, self._hash):
            transcript.update(len(part).to_bytes(8, "little") + part)
        return transcript.digest()
