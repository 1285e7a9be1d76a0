"""What scrcpy's server sends: video, sound and device messages as bytes (docs/protocols/scrcpy.md). No I/O.

All integers are big endian. A parser takes any bytes in any pieces and raises nothing but PeerFault; it never holds more
than one packet.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from backends.projection.defs import AUDIO_PACKET_MAX, VIDEO_PACKET_MAX, Reason
from backends.projection.errors import PeerFault, Unsupported
from backends.projection.scrcpy.dialect import Dialect

__all__ = [
    "DEVICE_NAME_SIZE",
    "SIDE_MAX",
    "CodecStart",
    "DeviceMessages",
    "MediaPacket",
    "MediaParser",
    "PictureSize",
    "StreamDisabled",
]

DEVICE_NAME_SIZE = 64
SIDE_MAX = 16384
"""No picture is wider or higher, pixels."""
_CODECS = {
    0x68323634: "h264",
    0x68323635: "h265",
    0x00617631: "av1",
    0x00767038: "vp8",
    0x00767039: "vp9",
    0x6F707573: "opus",
    0x00616163: "aac",
    0x666C6163: "flac",
    0x00726177: "raw",
}
_DISABLED, _FATAL = 0, 1
_HEADER = struct.Struct(">QI")
_SESSION = struct.Struct(">III")
_WORD = struct.Struct(">I")
_SIZE = struct.Struct(">II")
_START_SIZED = _WORD.size + _SIZE.size
_SESSION_BIT = 1 << 63
_RESIZED = 1
_CLIPBOARD_MAX = 1 << 18


@dataclass(frozen=True, slots=True)
class CodecStart:
    """The first thing on a stream."""

    codec: str


@dataclass(frozen=True, slots=True)
class StreamDisabled:
    """The phone will not send this stream (sound before Android 11); the others go on."""


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Frames from here on have this size, pixels; ``resized``: because we asked for it."""

    width: int
    height: int
    resized: bool = False


@dataclass(frozen=True, slots=True)
class MediaPacket:
    """A codec config, a frame or a piece of sound; ``pts_us`` on the phone's clock, 0 for a config."""

    data: bytes
    pts_us: int
    config: bool
    key: bool


Event = CodecStart | StreamDisabled | PictureSize | MediaPacket


class MediaParser:
    """One video or sound stream."""

    def __init__(self, dialect: Dialect, *, video: bool) -> None:
        self._dialect = dialect
        self._video = video
        self._limit = VIDEO_PACKET_MAX if video else AUDIO_PACKET_MAX
        self._buffer = bytearray()
        self._started = False
        self._disabled = False

    @property
    def pending(self) -> int:
        """Bytes of what is not complete yet."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[Event]:
        """What is complete now. Raises PeerFault; Unsupported when the phone says that it cannot."""
        if self._disabled:
            return []
        self._buffer += data
        events: list[Event] = []
        start = 0
        while (end := self._next(start, events)) > start:
            start = end
        del self._buffer[:start]
        return events

    def _next(self, start: int, events: list[Event]) -> int:
        """Take one item at ``start``; where the next begins, or ``start`` while bytes are missing."""
        if not self._started:
            return self._take_start(start, events)
        if len(self._buffer) - start < _HEADER.size:
            return start
        word, size = _HEADER.unpack_from(self._buffer, start)
        if self._dialect.session_packets and word & _SESSION_BIT:
            if not self._video:
                raise PeerFault("The phone announced a picture on the sound stream.")
            flags, width, height = _SESSION.unpack_from(self._buffer, start)
            events.append(_picture(width, height, resized=bool(flags & _RESIZED)))
            return start + _HEADER.size
        if not 0 < size <= self._limit:
            raise PeerFault(f"The phone announced a packet of {size} bytes; {self._limit} are allowed.")
        end: int = start + _HEADER.size + size
        if len(self._buffer) < end:
            return start
        config = bool(word >> self._dialect.config_bit & 1)
        key = bool(word >> self._dialect.key_bit & 1)
        pts_us = 0 if config else word & ((1 << self._dialect.key_bit) - 1)
        events.append(MediaPacket(bytes(self._buffer[start + _HEADER.size : end]), pts_us, config, key and not config))
        return end

    def _take_start(self, start: int, events: list[Event]) -> int:
        sized = self._video and not self._dialect.session_packets
        if len(self._buffer) - start < _WORD.size:
            return start
        (code,) = _WORD.unpack_from(self._buffer, start)
        if code == _DISABLED and not self._video:
            self._disabled = True
            events.append(StreamDisabled())
            return len(self._buffer)
        if code in (_DISABLED, _FATAL):
            what = "picture" if self._video else "sound"
            raise Unsupported(f"The phone cannot send its {what}.", Reason.SERVER_FAILED)
        if code not in _CODECS:
            raise PeerFault(f"The phone uses a codec that is not known here ({code:#010x}).")
        if sized and len(self._buffer) - start < _START_SIZED:
            return start
        self._started = True
        events.append(CodecStart(_CODECS[code]))
        if not sized:
            return start + _WORD.size
        events.append(_picture(*_SIZE.unpack_from(self._buffer, start + _WORD.size)))
        return start + _START_SIZED


def _picture(width: int, height: int, *, resized: bool = False) -> PictureSize:
    if not (0 < width <= SIDE_MAX and 0 < height <= SIDE_MAX):
        raise PeerFault(f"The phone announced a picture of {width}×{height}.")
    return PictureSize(width, height, resized)


class DeviceMessages:
    """What comes back on the control socket: clipboard texts, and answers we have no use for."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.acknowledged = 0
        """Sequence number of the clipboard that the phone took last."""

    def feed(self, data: bytes) -> list[str]:
        """Clipboard texts that are complete now. Raises PeerFault."""
        self._buffer += data
        texts: list[str] = []
        while (size := self._size()) and len(self._buffer) >= size:
            if self._buffer[0] == 0:
                texts.append(self._buffer[5:size].decode("utf-8", "replace"))
            elif self._buffer[0] == 1:
                self.acknowledged = int.from_bytes(self._buffer[1:9], "big", signed=True)
            del self._buffer[:size]
        return texts

    def _size(self) -> int:
        """Bytes of the first message; 0 while that is not known."""
        if not self._buffer:
            return 0
        kind = self._buffer[0]
        if kind == 0:
            if len(self._buffer) < 5:
                return 0
            (size,) = _WORD.unpack_from(self._buffer, 1)
            if size > _CLIPBOARD_MAX:
                raise PeerFault("The phone sent a clipboard that is too long.")
            return 5 + int(size)
        if kind == 1:
            return 9
        if kind == 2:
            return 0 if len(self._buffer) < 5 else 5 + int.from_bytes(self._buffer[3:5], "big")
        raise PeerFault(f"The phone sent a message of an unknown kind ({kind}).")
