"""Numbers of the protocol and what they mean here (docs/protocols/carlinkit.md)."""

from __future__ import annotations

from enum import IntEnum

from backends.projection.defs import AudioFormat

__all__ = [
    "DECODE_TYPES",
    "KEYS",
    "PHONE_NAMES",
    "AudioCommand",
    "AudioType",
    "Command",
    "MetadataKind",
    "PhaseValue",
    "PhoneType",
]


class PhoneType(IntEnum):
    """How the phone is connected to the dongle."""

    ANDROID_MIRROR = 1
    CARLIFE = 2
    CARPLAY = 3
    IPHONE_MIRROR = 4
    ANDROID_AUTO = 5
    HICAR = 6
    ICCOA = 7
    CARPLAY_WIRELESS = 8


PHONE_NAMES = {
    PhoneType.ANDROID_MIRROR: "Android (mirrored)",
    PhoneType.CARLIFE: "CarLife",
    PhoneType.CARPLAY: "CarPlay",
    PhoneType.IPHONE_MIRROR: "iPhone (mirrored)",
    PhoneType.ANDROID_AUTO: "Android Auto",
    PhoneType.HICAR: "HiCar",
    PhoneType.ICCOA: "ICCOA",
    PhoneType.CARPLAY_WIRELESS: "CarPlay",
}
"""What the driver calls it."""


class PhaseValue(IntEnum):
    """How far the dongle is with the phone."""

    ENDED = 0
    CONNECTING = 7
    STREAMING = 8
    FAILED = 13


class Command(IntEnum):
    """Payload of a COMMAND. What the car sends unless told otherwise."""

    START_RECORDING = 1  # from the dongle
    STOP_RECORDING = 2  # from the dongle
    HOST_UI = 3  # from the dongle: show the car's own screen
    VOICE = 5
    VOICE_RELEASED = 6
    CAR_MICROPHONE = 7
    KEY_FRAME = 12
    BOX_MICROPHONE = 15
    NIGHT = 16
    DAY = 17
    GNSS_ON = 18
    GNSS_OFF = 19
    AUDIO_ELSEWHERE = 22
    AUDIO_HERE = 23
    WIFI_2_4_GHZ = 24
    WIFI_5_GHZ = 25
    LEFT = 100
    RIGHT = 101
    UP = 102
    DOWN = 103
    SELECT_DOWN = 104
    SELECT_UP = 105
    BACK = 106
    KNOB_LEFT = 111
    KNOB_RIGHT = 112
    KNOB_UP = 113
    KNOB_DOWN = 114
    HOME = 200
    PLAY = 201
    PAUSE = 202
    PLAY_PAUSE = 203
    NEXT = 204
    PREVIOUS = 205
    ACCEPT_CALL = 300
    REJECT_CALL = 301
    REQUEST_VIDEO_FOCUS = 500
    RELEASE_VIDEO_FOCUS = 501
    REQUEST_CLUSTER_FOCUS = 508
    WIFI_ENABLE = 1000
    AUTO_CONNECT = 1001
    WIFI_CONNECT = 1002
    SCANNING = 1003  # from here on from the dongle
    FOUND = 1004
    NOT_FOUND = 1005
    CONNECT_FAILED = 1006
    BLUETOOTH_UP = 1007
    BLUETOOTH_DOWN = 1008
    WIFI_UP = 1009
    WIFI_DOWN = 1010
    PAIRING = 1011
    WIFI_PAIRING = 1012


KEYS: dict[str, tuple[tuple[Command, ...], tuple[Command, ...]]] = {
    "home": ((Command.HOME,), ()),
    "back": ((Command.BACK,), ()),
    "voice": ((Command.VOICE,), (Command.VOICE_RELEASED,)),
    "ok": ((Command.SELECT_DOWN,), (Command.SELECT_UP,)),
    "enter": ((Command.SELECT_DOWN,), (Command.SELECT_UP,)),
    "left": ((Command.LEFT,), ()),
    "right": ((Command.RIGHT,), ()),
    "up": ((Command.KNOB_UP,), ()),
    "down": ((Command.KNOB_DOWN,), ()),
    "rotary_left": ((Command.LEFT,), ()),
    "rotary_right": ((Command.RIGHT,), ()),
    "play": ((Command.PLAY,), ()),
    "pause": ((Command.PAUSE,), ()),
    "stop": ((Command.PAUSE,), ()),
    "play_pause": ((Command.PLAY_PAUSE,), ()),
    "next": ((Command.NEXT,), ()),
    "previous": ((Command.PREVIOUS,), ()),
    "call": ((Command.ACCEPT_CALL,), ()),
    "hangup": ((Command.REJECT_CALL,), ()),
}
"""Our words for keys: what is sent when one goes down, and when it comes up."""


class AudioCommand(IntEnum):
    """The one byte of an AUDIO message that carries no samples."""

    OUTPUT_START = 1
    OUTPUT_STOP = 2
    INPUT_CONFIG = 3
    CALL_START = 4
    CALL_STOP = 5
    GUIDANCE_START = 6
    GUIDANCE_STOP = 7
    VOICE_START = 8
    VOICE_STOP = 9
    MEDIA_START = 10
    MEDIA_STOP = 11
    ALERT_START = 12
    ALERT_STOP = 13
    RINGING = 14
    TURN_START = 15
    TURN_STOP = 16


class AudioType(IntEnum):
    """The channel of an AUDIO message."""

    MAIN = 1
    GUIDANCE = 2
    MICROPHONE = 3


class MetadataKind(IntEnum):
    """What a METADATA message carries."""

    MEDIA = 1
    COVER_TEXT = 2
    COVER = 3
    AUTOPLAY = 100
    NAVIGATION = 200
    NAVIGATION_IMAGE = 201


def _pcm(rate: int, channels: int) -> AudioFormat:
    return AudioFormat("s16l", rate, channels, 16)


DECODE_TYPES = {
    1: _pcm(44_100, 2),
    2: _pcm(44_100, 2),
    3: _pcm(8_000, 1),
    4: _pcm(48_000, 2),
    5: _pcm(16_000, 1),
    6: _pcm(24_000, 1),
    7: _pcm(16_000, 2),
}
"""Format of the samples by decode type."""
