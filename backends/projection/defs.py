"""The seam between the projection service and whoever shows its streams: names, limits, framing on the descriptor.

``OpenVideo`` and ``OpenAudio`` hand out one end of a stream socket. Everything on it is a packet: a fixed header of
`HEADER` bytes, then ``size`` bytes of payload (docs/protocols/stream.md has the picture). This module is pure and may
be imported by the display.
"""

from __future__ import annotations

import struct
from enum import IntEnum, StrEnum

from backends.core.stream import (
    AUDIO_PACKET_MAX,
    FLAG_GAP,
    FLAG_KEY,
    HEADER,
    VIDEO_PACKET_MAX,
    AudioFormat,
    Packet,
    PacketDecoder,
    PacketType,
    StreamError,
    VideoFormat,
    encode_header,
    encode_packet,
)

__all__ = [
    "AUDIO_PACKET_MAX",
    "FLAG_GAP",
    "FLAG_KEY",
    "HEADER",
    "RECT_AREA",
    "VIDEO_PACKET_MAX",
    "AudioFormat",
    "Category",
    "DeviceState",
    "Packet",
    "PacketDecoder",
    "PacketType",
    "Reason",
    "SessionState",
    "StreamError",
    "TouchPhase",
    "VideoFormat",
    "encode_header",
    "encode_packet",
]

RECT_AREA = struct.Struct("<HHHH")
"""x, y, width, height of a part of the picture, before its pixels: codec ``rect`` (docs/protocols/stream.md)."""


class TouchPhase(IntEnum):
    """Phases of ``Touch``."""

    DOWN = 0
    MOVE = 1
    UP = 2
    CANCEL = 3


class DeviceState(StrEnum):
    """Where a phone stands."""

    OFFLINE = "offline"
    CONNECTING = "connecting"
    UNAUTHORIZED = "unauthorized"
    READY = "ready"
    LOST = "lost"


class SessionState(StrEnum):
    """Where an app on the car's screen stands; a lost phone takes it back to DISCOVERING, never to CLOSED."""

    IDLE = "idle"
    DISCOVERING = "discovering"
    CONNECTING = "connecting"
    AUTHENTICATING = "authenticating"
    NEGOTIATING = "negotiating"
    READY = "ready"
    FOCUSED = "focused"
    BACKGROUND = "background"
    CLOSING = "closing"
    CLOSED = "closed"

    @property
    def live(self) -> bool:
        """Pictures and touch flow."""
        return self in (SessionState.READY, SessionState.FOCUSED, SessionState.BACKGROUND)


class Reason(StrEnum):
    """Why a device or a session is as it is; the code of ``reason``, beside a sentence in ``text``."""

    NONE = ""
    USER = "user"
    PHONE_LOST = "phone_lost"
    NOT_ALLOWED = "not_allowed"
    NO_ROUTE = "no_route"
    NO_SERVER_FILE = "no_server_file"
    SERVER_VERSION = "server_version"
    SERVER_FAILED = "server_failed"
    PROTOCOL = "protocol"
    TIMEOUT = "timeout"
    CAPACITY = "capacity"
    STOPPED = "stopped"
    PHONE_ENDED = "phone_ended"
    REFUSED = "refused"
    CERTIFICATE = "certificate"
    VERSION = "version"
    IN_USE = "in_use"
    MISSING = "missing"


class Category(StrEnum):
    """What an app is for, as far as the driving rules care."""

    NAVIGATION = "navigation"
    AUDIO = "audio"
    VIDEO = "video"
    MESSAGE = "message"
    OTHER = "other"
    CAR = "car"
    """A whole screen that was made for driving and follows the rules by itself: Android Auto, CarLife, CarPlay."""
