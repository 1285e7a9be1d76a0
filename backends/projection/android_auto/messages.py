"""Tables of the messages that are not about the car's description (`description.py`), its sensors (`sensor_messages.py`) or news
(`news_messages.py`)."""

from __future__ import annotations

import struct

from backends.projection.android_auto.tables import (
    Table,
    flag,
    inner,
    inners,
    numbers,
    signed,
    string,
    unsigned,
    zigzag,
)
from backends.projection.protobuf import ProtobufError

__all__ = [
    "Ack",
    "AudioFocusNotice",
    "AudioFocusRequest",
    "AuthComplete",
    "Battery",
    "BindingRequest",
    "Bye",
    "ChannelOpen",
    "ConfigReply",
    "DiscoveryRequest",
    "Feedback",
    "InputReport",
    "KeyPress",
    "Keys",
    "MicrophoneRequest",
    "MicrophoneResponse",
    "NavigationFocus",
    "PhoneInfo",
    "Ping",
    "Relative",
    "RelativeEvent",
    "Setup",
    "Start",
    "StatusOnly",
    "Touch",
    "TouchPoint",
    "VideoFocus",
    "VideoFocusRequest",
    "Voice",
    "pack_media",
    "pack_version",
    "unpack_media",
    "unpack_version",
]

_VERSION = struct.Struct(">HH")
_VERSION_ANSWER = struct.Struct(">HHH")
_TIMESTAMP = struct.Struct(">Q")


def pack_version(major: int, minor: int) -> bytes:
    """What the car asks for."""
    return _VERSION.pack(major, minor)


def unpack_version(body: bytes) -> tuple[int, int, bool]:
    """Major, minor and whether they match; what follows is of newer phones. Raises ProtobufError."""
    if len(body) < _VERSION_ANSWER.size:
        raise ProtobufError("a version is too short")
    major, minor, status = _VERSION_ANSWER.unpack_from(body)
    return major, minor, status == 0


def pack_media(timestamp_us: int, data: bytes) -> bytes:
    """A piece of a stream."""
    return _TIMESTAMP.pack(timestamp_us) + data


def unpack_media(body: bytes) -> tuple[int, bytes]:
    """Timestamp and data. Raises ProtobufError."""
    if len(body) < _TIMESTAMP.size:
        raise ProtobufError("a piece of a stream is too short")
    return _TIMESTAMP.unpack_from(body)[0], body[_TIMESTAMP.size :]


class StatusOnly(Table):
    status: int = signed(1, 0)


class AuthComplete(StatusOnly):
    """Says that encryption is set up, or with a negative status that it is refused."""


class PhoneInfo(Table):
    instance: str | None = string(1)
    lifetime: str | None = string(2)


class DiscoveryRequest(Table):
    label: str | None = string(4)
    device: str | None = string(5)
    info: PhoneInfo | None = inner(6, lambda: PhoneInfo)


class ChannelOpen(Table):
    priority: int | None = zigzag(1)
    service: int = signed(2, 0)


class Ping(Table):
    timestamp: int = signed(1, 0)
    bug_report: bool | None = flag(2)


class NavigationFocus(Table):
    """1 the car's own, 2 the phone's."""

    kind: int = signed(1, 0)


class Bye(Table):
    reason: int = signed(1, 0)


class Voice(Table):
    """1 begins, 2 ends."""

    status: int = signed(1, 0)


class AudioFocusRequest(Table):
    kind: int = signed(1, 0)


class AudioFocusNotice(Table):
    state: int = signed(1, 0)
    unsolicited: bool | None = flag(2)


class Battery(Table):
    level: int = signed(1, -1)
    seconds_left: int | None = signed(2)
    critical: bool | None = flag(3)


# -- pictures and sound ----------------------------------------------------------------------------------------------


class Setup(Table):
    codec: int = signed(1, 0)


class Start(Table):
    session: int = signed(1, 0)
    index: int = signed(2, 0)


class ConfigReply(Table):
    """1 wait, 2 ready; how many pieces may be under way; indexes of configurations, the best first."""

    status: int = signed(1, 0)
    max_unacked: int = unsigned(2, 1)
    indexes: tuple[int, ...] = numbers(3)


class Ack(Table):
    session: int = signed(1, 0)
    count: int = unsigned(2, 1)


class MicrophoneRequest(Table):
    open: bool = flag(1, default=False)
    noise: bool | None = flag(2)
    echo: bool | None = flag(3)
    max_unacked: int | None = signed(4)


class MicrophoneResponse(Table):
    status: int = signed(1, 0)
    session: int = signed(2, 0)


class VideoFocusRequest(Table):
    display: int | None = signed(1)
    mode: int = signed(2, 0)
    reason: int | None = signed(3)


class VideoFocus(Table):
    mode: int = signed(1, 0)
    unsolicited: bool | None = flag(2)


# -- input -----------------------------------------------------------------------------------------------------------


class TouchPoint(Table):
    x: int = unsigned(1, 0)
    y: int = unsigned(2, 0)
    pointer: int = unsigned(3, 0)


class Touch(Table):
    points: tuple[TouchPoint, ...] = inners(1, lambda: TouchPoint)
    index: int = unsigned(2, 0)
    action: int = signed(3, 0)


class KeyPress(Table):
    code: int = unsigned(1, 0)
    down: bool = flag(2, default=False)
    meta: int = unsigned(3, 0)
    long: bool = flag(4, default=False)


class Keys(Table):
    keys: tuple[KeyPress, ...] = inners(1, lambda: KeyPress)


class Relative(Table):
    code: int = unsigned(1, 0)
    delta: int = signed(2, 0)


class RelativeEvent(Table):
    items: tuple[Relative, ...] = inners(1, lambda: Relative)


class InputReport(Table):
    timestamp_us: int = unsigned(1, 0)
    touch: Touch | None = inner(3, lambda: Touch)
    keys: Keys | None = inner(4, lambda: Keys)
    relative: RelativeEvent | None = inner(6, lambda: RelativeEvent)


class BindingRequest(Table):
    codes: tuple[int, ...] = numbers(1)


class Feedback(Table):
    event: int = signed(1, 0)
