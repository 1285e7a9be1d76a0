"""Payloads: what the dongle sends, read with care; what the car sends, as bytes. No I/O."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from backends.projection.carlinkit.protocol import Kind, encode
from backends.projection.carlinkit.sentences import NONSENSE
from backends.projection.carlinkit.tables import DECODE_TYPES, AudioType, Command
from backends.projection.errors import PeerFault
from backends.projection.words import plain

__all__ = [
    "JSON_MAX",
    "AudioPacket",
    "Opened",
    "Plugged",
    "VideoPacket",
    "box_settings",
    "command",
    "file",
    "file_number",
    "gnss",
    "microphone",
    "multi_touch",
    "open_box",
    "read_json",
    "read_number",
    "read_text",
]

SIDE_MAX = 8192
JSON_MAX = 64 << 10
_JSON_DEPTH = 4
_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"{}[]")
_TOUCH = struct.Struct("<ffII")
_TOUCH_ACTIONS = {0: 1, 1: 2, 2: 0, 3: 0}  # our phases down, move, up, cancel
_OPEN = struct.Struct("<7I")
_VIDEO = struct.Struct("<5I")
_AUDIO = struct.Struct("<IfI")
_U32 = struct.Struct("<I")
_FORMAT_H264 = 5
_PACKET_MAX = 49_152
_BOX_VERSION = 2
_WORK_MODE = 2


def _int(text: str) -> int:
    # A number of a thousand digits is none.
    return int(text) if len(text) <= 20 else 0


_JSON = json.JSONDecoder(parse_int=_int, parse_constant=lambda _: None)


@dataclass(frozen=True, slots=True)
class Opened:
    """The dongle's echo of OPEN: what it will ask the phone for. Pixels, pictures a second."""

    width: int
    height: int
    fps: int

    @classmethod
    def read(cls, payload: bytes) -> Opened | None:
        """None for the empty one that says no more than 'ready'. Raises PeerFault."""
        if not payload:
            return None
        width, height, fps, *_ = _unpack(_OPEN, payload)
        return cls(width, height, fps)


@dataclass(frozen=True, slots=True)
class Plugged:
    """A phone is there. ``phone`` is a `PhoneType`, or a number that nobody knows; ``wireless`` None: not told."""

    phone: int
    wireless: bool | None

    @classmethod
    def read(cls, payload: bytes) -> Plugged:
        """Raises PeerFault."""
        (phone,) = _unpack(_U32, payload)
        wireless = bool(_U32.unpack_from(payload, 4)[0]) if len(payload) >= 8 else None
        return cls(phone, wireless)


@dataclass(frozen=True, slots=True)
class VideoPacket:
    """A picture or parameter sets, Annex B. Size in pixels as the dongle tells it."""

    width: int
    height: int
    data: bytes

    @classmethod
    def read(cls, payload: bytes) -> VideoPacket:
        """Raises PeerFault."""
        width, height, _flags, size, _ = _unpack(_VIDEO, payload)
        if not (0 < width <= SIDE_MAX and 0 < height <= SIDE_MAX):
            raise PeerFault(NONSENSE)
        # Some firmware counts the 20 bytes before the data too, some nothing at all: the message's own length rules.
        data = payload[_VIDEO.size :]
        return cls(width, height, data[:size] if 0 < size < len(data) else data)


@dataclass(frozen=True, slots=True)
class AudioPacket:
    """Samples, an audio command, or a change of volume (then ``fade_s`` is how long it takes)."""

    decode_type: int
    volume: float
    channel: int
    command: int | None = None
    fade_s: float | None = None
    samples: bytes = b""

    @classmethod
    def read(cls, payload: bytes) -> AudioPacket:
        """Raises PeerFault."""
        decode_type, volume, channel = _unpack(_AUDIO, payload)
        volume = volume if math.isfinite(volume) else 1.0
        rest = payload[_AUDIO.size :]
        if len(rest) == 4:
            (fade_s,) = struct.unpack("<f", rest)
            return cls(decode_type, volume, channel, fade_s=fade_s if math.isfinite(fade_s) else 0.0)
        if len(rest) % 2:  # samples have two bytes each: this is a command, which some firmware pads
            return cls(decode_type, volume, channel, command=rest[0])
        sound = DECODE_TYPES.get(decode_type)
        if sound is None:
            return cls(decode_type, volume, channel)
        frame = 2 * sound.channels
        return cls(decode_type, volume, channel, samples=rest[: len(rest) // frame * frame])


def read_number(payload: bytes) -> int:
    """The u32 of a COMMAND or PHASE. Raises PeerFault."""
    return int(_unpack(_U32, payload)[0])


def read_text(payload: bytes, limit: int = 100) -> str:
    """ASCII or UTF-8 up to its NUL, fit to be shown."""
    return plain(payload[: 4 * limit].split(b"\0", 1)[0].decode("utf-8", "replace"), limit)


def read_json(payload: bytes) -> dict[str, Any]:
    """The object in a JSON text with or without a NUL behind it; empty when it is none, or one too large or too deep."""
    text = payload.split(b"\0", 1)[0]
    if len(text) > JSON_MAX or _depth(text) > _JSON_DEPTH:
        return {}
    try:
        found = _JSON.decode(text.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def command(value: Command | int) -> bytes:
    """A COMMAND."""
    return encode(Kind.COMMAND, _U32.pack(value))


def open_box(width: int, height: int, fps: int) -> bytes:
    """OPEN: begin with this picture."""
    return encode(Kind.OPEN, _OPEN.pack(width, height, fps, _FORMAT_H264, _PACKET_MAX, _BOX_VERSION, _WORK_MODE))


def file(path: str, content: bytes) -> bytes:
    """FILE: what the dongle is to keep at a path."""
    name = path.encode("ascii") + b"\0"
    return encode(Kind.FILE, _U32.pack(len(name)) + name + _U32.pack(len(content)) + content)


def file_number(path: str, value: int) -> bytes:
    """A FILE with a number."""
    return file(path, _U32.pack(value))


def box_settings(values: Mapping[str, Any]) -> bytes:
    """BOX_SETTINGS."""
    return encode(Kind.BOX_SETTINGS, json.dumps(dict(values), separators=(",", ":")).encode("ascii"))


def multi_touch(points: Iterable[tuple[int, int, float, float]]) -> bytes:
    """MULTI_TOUCH of (pointer, phase as in ``Touch``, x, y in 0..1)."""
    parts = (
        _TOUCH.pack(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)), _TOUCH_ACTIONS[phase], pointer)
        for pointer, phase, x, y in points
    )
    return encode(Kind.MULTI_TOUCH, b"".join(parts))


def microphone(samples: bytes, decode_type: int) -> bytes:
    """AUDIO upwards."""
    return encode(Kind.AUDIO, _AUDIO.pack(decode_type, 0.0, AudioType.MICROPHONE) + samples)


def gnss(sentences: str) -> bytes:
    """GNSS with NMEA sentences."""
    return encode(Kind.GNSS, sentences.encode("ascii"))


def _unpack(layout: struct.Struct, payload: bytes) -> tuple[Any, ...]:
    if len(payload) < layout.size:
        raise PeerFault(NONSENSE)
    return layout.unpack_from(payload)


def _depth(text: bytes) -> int:
    """How deep brackets nest at most; those in strings count too, which only errs on the safe side."""
    deep = deepest = 0
    for byte in text.translate(None, delete=_NO_BRACKETS):
        deep += 1 if byte in b"{[" else -1
        deepest = max(deepest, deep)
    return deepest
