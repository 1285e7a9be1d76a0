"""The dongle's side of the bytes. Written apart from the head unit's, so that a mistake on either side shows."""

from __future__ import annotations

import asyncio
import json
import struct
from collections.abc import Sequence

__all__ = ["TYPES", "audio", "audio_command", "audio_volume", "message", "metadata", "number", "read", "text", "video"]

MAGIC = b"\xaa\x55\xaa\x55"
PAYLOAD_MAX = 1 << 20
TYPES = {
    "open": 0x01, "plugged": 0x02, "phase": 0x03, "unplugged": 0x04, "touch": 0x05, "video": 0x06, "audio": 0x07,
    "command": 0x08, "bt_address": 0x0A, "bt_pin": 0x0C, "bt_name": 0x0D, "wifi_name": 0x0E, "disconnect": 0x0F,
    "paired": 0x12, "manufacturer": 0x14, "close": 0x15, "multi_touch": 0x17, "hicar": 0x18, "settings": 0x19,
    "gnss": 0x29, "metadata": 0x2A, "file": 0x99, "session": 0xA3, "heartbeat": 0xAA, "version": 0xCC, "encrypt": 0xF0,
}  # fmt: skip
"""Message types by our names."""


class Nonsense(Exception):
    """The head unit sent what it should not."""


def message(name: str, payload: bytes = b"") -> bytes:
    """A whole message."""
    kind = TYPES[name]
    return (
        MAGIC
        + len(payload).to_bytes(4, "little")
        + kind.to_bytes(4, "little")
        + (~kind & 0xFFFFFFFF).to_bytes(4, "little")
        + payload
    )


async def read(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Type and payload of the next one. Raises Nonsense, IncompleteReadError."""
    head = await reader.readexactly(16)
    length, kind, check = struct.unpack("<III", head[4:])
    if head[:4] != MAGIC or check != ~kind & 0xFFFFFFFF or length > PAYLOAD_MAX:
        raise Nonsense(head.hex())
    return kind, await reader.readexactly(length)


def number(name: str, *values: int) -> bytes:
    """A message of 32-bit numbers."""
    return message(name, b"".join(value.to_bytes(4, "little") for value in values))


def text(name: str, words: str) -> bytes:
    """A message that is a text."""
    return message(name, words.encode("ascii"))


def video(width: int, height: int, data: bytes) -> bytes:
    """A picture."""
    return message("video", struct.pack("<IIIII", width, height, 0, len(data), 0) + data)


def audio(decode: int, channel: int, samples: bytes) -> bytes:
    """Samples."""
    return message("audio", struct.pack("<IfI", decode, 0.0, channel) + samples)


def audio_command(decode: int, channel: int, command: int) -> bytes:
    """What happens to a sound."""
    return message("audio", struct.pack("<IfIB", decode, 0.0, channel, command))


def audio_volume(decode: int, channel: int, volume: float, seconds: float) -> bytes:
    """How loud a channel is to be, and how fast."""
    return message("audio", struct.pack("<IfIf", decode, volume, channel, seconds))


def metadata(kind: int, content: bytes | dict[str, object]) -> bytes:
    """Words (JSON with a NUL) or a picture."""
    if isinstance(content, dict):
        content = json.dumps(content, ensure_ascii=False).encode() + b"\0"
    return message("metadata", kind.to_bytes(4, "little") + content)


def fingers(payload: bytes) -> Sequence[tuple[float, float, int, int]]:
    """x, y, action and id of each finger in a multi-touch message. Raises Nonsense."""
    if len(payload) % 16:
        raise Nonsense(f"{len(payload)} bytes are no fingers")
    return list(struct.iter_unpack("<ffII", payload))


def uploaded(payload: bytes) -> tuple[str, bytes]:
    """Path and content of a file message. Raises Nonsense."""
    try:
        (size,) = struct.unpack_from("<I", payload)
        path = payload[4 : 4 + size]
        (length,) = struct.unpack_from("<I", payload, 4 + size)
        content = payload[8 + size :]
    except struct.error as error:
        raise Nonsense(str(error)) from None
    if not path.endswith(b"\0") or len(content) != length:
        raise Nonsense("a file whose lengths are wrong")
    return path[:-1].decode("ascii"), content
