"""Bytes as the phone writes and reads them: frames, and messages by field number without tables."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator, Callable
from typing import NamedTuple

from backends.projection.protobuf import raw_fields

__all__ = ["Fields", "Heard", "f", "fields", "frames", "listen", "signed"]

_CHUNK = 0x4000
Fields = dict[int, list[int | bytes]]


class Heard(NamedTuple):
    """A message from the car."""

    channel: int
    id: int
    body: bytes
    about_channel: bool
    encrypted: bool


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def f(number: int, value: int | bool | str | bytes) -> bytes:
    """One field; texts and bytes by length, all else as a number."""
    if isinstance(value, str):
        value = value.encode()
    if isinstance(value, bytes):
        return _varint(number << 3 | 2) + _varint(len(value)) + value
    return _varint(number << 3) + _varint(int(value))


def fields(body: bytes) -> Fields:
    """Values by number. Raises ValueError."""
    found: Fields = {}
    for number, _, value in raw_fields(body):
        found.setdefault(number, []).append(value)
    return found


def signed(value: int | bytes) -> int:
    """A number that may be negative."""
    assert isinstance(value, int)
    return value - (1 << 64) if value >> 63 else value


def frames(
    channel: int, kind: int, body: bytes, encrypt: Callable[[bytes], bytes] | None, *, about: bool
) -> list[bytes]:
    """A message, cut where a phone cuts it."""
    data = struct.pack(">H", kind) + body
    base = (4 if about else 0) | (8 if encrypt else 0)
    out = []
    for at in range(0, len(data), _CHUNK):
        part = data[at : at + _CHUNK]
        flags = base | (1 if at == 0 else 0) | (2 if at + _CHUNK >= len(data) else 0)
        sent = encrypt(part) if encrypt else part
        total = struct.pack(">I", len(data)) if flags & 3 == 1 else b""
        out.append(struct.pack(">BBH", channel, flags, len(sent)) + total + sent)
    return out


async def listen(reader: asyncio.StreamReader, decrypt: Callable[[bytes], bytes]) -> AsyncIterator[Heard]:
    """The car's messages until it hangs up."""
    parts: dict[int, bytes] = {}
    while True:
        try:
            channel, flags, size = struct.unpack(">BBH", await reader.readexactly(4))
            if flags & 3 == 1:
                await reader.readexactly(4)
            data = await reader.readexactly(size)
        except asyncio.IncompleteReadError:
            return
        if flags & 8:
            data = decrypt(data)
        whole = parts.pop(channel, b"") + data
        if flags & 2:
            yield Heard(channel, int.from_bytes(whole[:2], "big"), whole[2:], bool(flags & 4), bool(flags & 8))
        else:
            parts[channel] = whole
