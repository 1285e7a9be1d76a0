"""Framed packets on a descriptor: how pictures and sound travel between services and whoever shows or plays them.

Everything on such a stream is a packet: a fixed header of `HEADER` bytes, then ``size`` bytes of payload
(docs/protocols/stream.md has the picture). This module is pure.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

__all__ = [
    "AUDIO_PACKET_MAX",
    "FLAG_GAP",
    "FLAG_KEY",
    "HEADER",
    "VIDEO_PACKET_MAX",
    "AudioFormat",
    "Packet",
    "PacketDecoder",
    "PacketType",
    "StreamError",
    "VideoFormat",
    "encode_header",
    "encode_packet",
]

HEADER = struct.Struct("<2sBBIQQ")
"""magic, type, flags, payload size (bytes), pts (us), when the service had it whole (ns, CLOCK_MONOTONIC)."""

_MAGIC = b"PS"
FLAG_KEY = 1
"""A frame that can be decoded without any before it."""
FLAG_GAP = 2
"""Frames before this one were left out: a decoder forgets what it holds."""
VIDEO_PACKET_MAX = 8 << 20
AUDIO_PACKET_MAX = 1 << 20

_VIDEO_FORMAT = struct.Struct("<4sII")
_ACTIVE = struct.Struct("<IIII")
_AUDIO_FORMAT = struct.Struct("<4sIHH")
_SIDE_MAX = 16384


class PacketType(IntEnum):
    """What a packet carries. A reader skips types it does not know."""

    FORMAT = 1
    CONFIG = 2
    FRAME = 3
    END = 4


class StreamError(Exception):
    """The bytes on a stream are not packets."""


@dataclass(frozen=True, slots=True)
class VideoFormat:
    """What the frames that follow are. ``codec`` is h264, h265, av1, vp8 or vp9; sizes in pixels.

    ``active``: the part of the picture (x, y, width, height) that is to be seen, the rest is margin; None: all of it.
    """

    codec: str
    width: int
    height: int
    active: tuple[int, int, int, int] | None = None

    @property
    def visible(self) -> tuple[int, int, int, int]:
        """The active rectangle."""
        return self.active or (0, 0, self.width, self.height)

    def pack(self) -> bytes:
        """Payload of a FORMAT packet."""
        head = _VIDEO_FORMAT.pack(self.codec.encode("ascii").ljust(4), self.width, self.height)
        return head if self.active is None else head + _ACTIVE.pack(*self.active)

    @classmethod
    def unpack(cls, payload: bytes) -> VideoFormat:
        """Raises StreamError."""
        codec, width, height = _unpack(_VIDEO_FORMAT, payload)
        if len(payload) < _VIDEO_FORMAT.size + _ACTIVE.size:
            return cls(_fourcc(codec), width, height)
        x, y, active_width, active_height = _ACTIVE.unpack_from(payload, _VIDEO_FORMAT.size)
        if not (active_width and active_height and x + active_width <= width and y + active_height <= height):
            raise StreamError("the active rectangle is not inside the picture")
        return cls(_fourcc(codec), width, height, (x, y, active_width, active_height))


@dataclass(frozen=True, slots=True)
class AudioFormat:
    """``codec`` is "s16l" (PCM, little endian, interleaved); rate in Hz; ``bits`` a sample."""

    codec: str
    rate: int
    channels: int
    bits: int

    def pack(self) -> bytes:
        """Payload of a FORMAT packet."""
        return _AUDIO_FORMAT.pack(self.codec.encode("ascii").ljust(4), self.rate, self.channels, self.bits)

    @classmethod
    def unpack(cls, payload: bytes) -> AudioFormat:
        """Raises StreamError."""
        codec, rate, channels, bits = _unpack(_AUDIO_FORMAT, payload)
        return cls(_fourcc(codec), rate, channels, bits)


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet as it came off the descriptor."""

    type: int
    flags: int
    pts_us: int
    sent_ns: int
    payload: bytes

    @property
    def key(self) -> bool:
        return bool(self.flags & FLAG_KEY)

    @property
    def gap(self) -> bool:
        return bool(self.flags & FLAG_GAP)


def encode_header(kind: PacketType, size: int, *, flags: int = 0, pts_us: int = 0, sent_ns: int = 0) -> bytes:
    """The header of a packet whose payload is sent after it."""
    return HEADER.pack(_MAGIC, kind, flags, size, pts_us, sent_ns)


def encode_packet(kind: PacketType, payload: bytes, *, flags: int = 0, pts_us: int = 0, sent_ns: int = 0) -> bytes:
    """A whole packet."""
    return encode_header(kind, len(payload), flags=flags, pts_us=pts_us, sent_ns=sent_ns) + payload


class PacketDecoder:
    """Cuts packets out of bytes as they arrive; holds at most one unfinished packet of ``limit`` payload bytes."""

    def __init__(self, limit: int = VIDEO_PACKET_MAX) -> None:
        self._limit = limit
        self._buffer = bytearray()

    @property
    def pending(self) -> int:
        """Bytes of the unfinished packet."""
        return len(self._buffer)

    def feed(self, data: bytes | bytearray | memoryview) -> list[Packet]:
        """The packets that are complete now. Raises StreamError, after which the stream is of no more use."""
        buffer = self._buffer
        buffer += data
        packets: list[Packet] = []
        start = 0
        while len(buffer) - start >= HEADER.size:
            magic, kind, flags, size, pts_us, sent_ns = HEADER.unpack_from(buffer, start)
            if magic != _MAGIC:
                raise StreamError(f"no packet starts with {bytes(magic)!r}")
            if size > (self._limit if kind in (PacketType.FRAME, PacketType.CONFIG) else _SIDE_MAX):
                raise StreamError(f"a packet of {size} bytes is more than this stream may carry")
            end = start + HEADER.size + size
            if len(buffer) < end:
                break
            packets.append(Packet(kind, flags, pts_us, sent_ns, bytes(buffer[start + HEADER.size : end])))
            start = end
        del buffer[:start]
        return packets


def _unpack(layout: struct.Struct, payload: bytes) -> tuple[Any, ...]:
    if len(payload) < layout.size:
        raise StreamError(f"a format of {len(payload)} bytes is too short")
    return layout.unpack_from(payload)


def _fourcc(raw: bytes) -> str:
    try:
        return raw.decode("ascii").rstrip(" \0")
    except UnicodeDecodeError:
        raise StreamError(f"{raw!r} is no codec") from None
