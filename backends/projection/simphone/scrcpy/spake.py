"""The phone's side of the pairing's key exchange, by the schoolbook: points as x and y, one inversion an addition.

BoringSSL's SPAKE2 over edwards25519. Written apart from the head unit's, in other coordinates.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

__all__ = ["Exchange", "aes_key"]

_P = (1 << 255) - 19
_L = (1 << 252) + 27742317777372353535851937790883648493
_D = 37095705934669439343138083508754565189542113879843219016388785533085940283555
_M = bytes.fromhex("5ada7e4bf6ddd9adb6626d32131c6b5c51a1e347a3478f53cfcf441b88eed12e")
_N = bytes.fromhex("10e3df0ae37d8e7a99b5fe74b44672103dbddcbd06af680d71329a11693bc778")
_G = bytes.fromhex("5866666666666666666666666666666666666666666666666666666666666666")
_CLIENT, _SERVER = b"adb pair client\x00", b"adb pair server\x00"
_INFO = b"adb pairing_auth aes-128-gcm key"

Point = tuple[int, int]


def _plus(p: Point, q: Point) -> Point:
    (x1, y1), (x2, y2) = p, q
    k = _D * x1 * x2 % _P * y1 % _P * y2 % _P
    return (
        (x1 * y2 + x2 * y1) * pow(1 + k, _P - 2, _P) % _P,
        (y1 * y2 + x1 * x2) * pow(1 - k, _P - 2, _P) % _P,
    )


def _scaled(n: int, p: Point) -> Point:
    total = (0, 1)
    for bit in bin(n)[2:]:
        total = _plus(total, total)
        if bit == "1":
            total = _plus(total, p)
    return total


def _written(p: Point) -> bytes:
    data = bytearray(p[1].to_bytes(32, "little"))
    data[31] |= (p[0] & 1) << 7
    return bytes(data)


def _read(data: bytes) -> Point:
    """Raises ValueError."""
    if len(data) != 32:
        raise ValueError("a point has 32 bytes")
    y = int.from_bytes(data, "little") & ((1 << 255) - 1)
    u, v = (y * y - 1) % _P, (_D * y * y + 1) % _P
    x = u * pow(v, 3, _P) * pow(u * pow(v, 7, _P), (_P - 5) // 8, _P) % _P
    if (v * x * x + u) % _P == 0:
        x = x * pow(2, (_P - 1) // 4, _P) % _P
    if (v * x * x - u) % _P:
        raise ValueError("not on the curve")
    return (_P - x if (x & 1) != data[31] >> 7 else x, y)


class Exchange:
    """The server's part of one exchange."""

    def __init__(self, password: bytes) -> None:
        self._secret = (int.from_bytes(secrets.token_bytes(64), "little") % _L) << 3
        self._hash = hashlib.sha512(password).digest()
        w = int.from_bytes(self._hash, "little") % _L
        while w & 7:
            # Adding the odd order until the low bits are gone; at most seven times.
            w += _L
        self._w = w
        self.message = _written(_plus(_scaled(self._secret, _read(_G)), _scaled(w, _read(_N))))

    def finish(self, client: bytes) -> bytes:
        """The common key. Raises ValueError."""
        x, y = _scaled(self._w, _read(_M))
        common = _written(_scaled(self._secret, _plus(_read(client), (_P - x, y))))
        parts = [_CLIENT, _SERVER, client, self.message, common, self._hash]
        return hashlib.sha512(b"".join(len(part).to_bytes(8, "little") + part for part in parts)).digest()


def aes_key(material: bytes) -> bytes:
    """HKDF-SHA256 without salt, one block."""
    extracted = hmac.digest(bytes(32), material, "sha256")
    return hmac.digest(extracted, _INFO + b"\x01", "sha256")[:16]
