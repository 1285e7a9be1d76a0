"""Names for CarLife's numbers: channels, ports, message types, keys, modules. docs/protocols/carlife.md has them in context."""

from __future__ import annotations

from enum import IntEnum

__all__ = [
    "DISCOVERY_PORT",
    "FORWARD_PORTS",
    "KEYS",
    "WIFI_PORTS",
    "Channel",
    "Module",
    "Type",
    "VehicleData",
]


class Channel(IntEnum):
    """The six connections; the number is the one of the USB accessory's framing, and byte 2 of each message type."""

    COMMAND = 1
    VIDEO = 2
    MEDIA = 3
    TTS = 4
    VR = 5
    TOUCH = 6

    @property
    def short(self) -> bool:
        """Its header has 8 bytes and no time."""
        return self in (Channel.COMMAND, Channel.TOUCH)


WIFI_PORTS = dict(zip(Channel, (7240, 8240, 9240, 9241, 9242, 9340), strict=True))
"""Where a phone listens on the network."""
FORWARD_PORTS = dict(zip(Channel, (7200, 8200, 9200, 9201, 9202, 9300), strict=True))
"""Where it listens on itself, for adb."""
DISCOVERY_PORT = 7999
"""Where a phone's broadcasts arrive at the car."""


class Type(IntEnum):
    """Message types; 0x8000 is set in what the car sends."""

    HU_VERSION = 0x00018001
    VERSION_MATCH = 0x00010002
    HU_INFO = 0x00018003
    MD_INFO = 0x00010004
    HU_BT_INFO = 0x00018005
    MD_BT_INFO = 0x00010006
    VIDEO_INIT = 0x00018007
    VIDEO_INIT_DONE = 0x00010008
    VIDEO_START = 0x00018009
    VIDEO_PAUSE = 0x0001800A
    VIDEO_RESET = 0x0001800B
    FRAME_RATE = 0x0001800C
    FRAME_RATE_DONE = 0x0001000D
    PAUSE_MEDIA = 0x0001800E
    CAR_SPEED = 0x0001800F
    CAR_GPS = 0x00018010
    CAR_GYROSCOPE = 0x00018011
    CAR_ACCELERATION = 0x00018012
    CAR_FUEL = 0x00018013
    CALL_INCOMING = 0x00010014
    CALL_OUTGOING = 0x00010015
    CALL_IDLE = 0x00010016
    CALL_ACTIVE = 0x00010017
    SCREEN_ON = 0x00010018
    SCREEN_OFF = 0x00010019
    SCREEN_PRESENT = 0x0001001A
    FOREGROUND = 0x0001001B
    BACKGROUND = 0x0001001C
    LAUNCH_NORMAL = 0x0001801D
    LAUNCH_PHONE = 0x0001801E
    LAUNCH_MAP = 0x0001801F
    LAUNCH_MUSIC = 0x00018020
    GO_TO_DESKTOP = 0x00010021
    MIC_WAKEUP_START = 0x00010022
    MIC_END = 0x00010023
    MIC_RECOGNISE_START = 0x00010024
    GO_FOREGROUND = 0x00018025
    MODULE_STATUS = 0x00010026
    STATISTICS = 0x00018027
    MODULE_CONTROL = 0x00018028
    CAR_GEAR = 0x00018029
    NEXT_TURN = 0x00010030
    CAR_DATA_SUBSCRIBE = 0x00010031
    CAR_DATA_ANSWER = 0x00018032
    CAR_DATA_START = 0x00010033
    CAR_DATA_STOP = 0x00010034
    MEDIA_INFO = 0x00010035
    MEDIA_PROGRESS = 0x00010036
    EXCEPTION = 0x00010037
    ASK_FOREGROUND = 0x00010038
    UI_SOUND = 0x00010039
    HFP_REQUEST = 0x00010040
    HFP_INDICATION = 0x00018041
    HFP_CONNECTION = 0x00018042
    MD_DATA_SUBSCRIBE = 0x00018043
    MD_DATA_ANSWER = 0x00010044
    MD_DATA_START = 0x00018045
    MD_DATA_STOP = 0x00018046
    ASSISTANT_GUIDE = 0x00010047
    HU_AUTH_REQUEST = 0x00018048
    MD_AUTH_RESPONSE = 0x00010049
    HU_AUTH_RESULT = 0x0001804A
    MD_AUTH_RESULT = 0x0001004B
    MD_AUTH_RESULT_SEEN = 0x0001804C
    HFP_RESPONSE = 0x0001804E
    HFP_STATUS_REQUEST = 0x0001004F
    HFP_STATUS_RESPONSE = 0x00018050
    FEATURE_REQUEST = 0x00010051
    FEATURE_RESPONSE = 0x00018052
    BT_IDENTIFY_REQUEST = 0x00018053
    BT_IDENTIFY_RESULT = 0x00010054
    ERROR_CODE = 0x00018055
    VIDEO_JPEG = 0x00018056
    VIDEO_JPEG_ACK = 0x00010057
    HFP_CALL_COVER = 0x00010058
    MD_EXIT = 0x00010059
    RSA_KEY_REQUEST = 0x0001006A
    RSA_KEY_RESPONSE = 0x0001806B
    AES_KEY = 0x0001006C
    AES_KEY_SEEN = 0x0001806D
    ENCRYPT_READY = 0x0001006E

    VIDEO_DATA = 0x00020001
    VIDEO_HEARTBEAT = 0x00020002

    MEDIA_INIT = 0x00030001
    MEDIA_STOP = 0x00030002
    MEDIA_PAUSE = 0x00030003
    MEDIA_RESUME = 0x00030004
    MEDIA_SEEK = 0x00030005
    MEDIA_DATA = 0x00030006

    TTS_INIT = 0x00040001
    TTS_END = 0x00040002
    TTS_DATA = 0x00040003

    VR_MIC_DATA = 0x00058001
    VR_INIT = 0x00050002
    VR_DATA = 0x00050003
    VR_STOP = 0x00050004
    VR_INTERRUPT = 0x00050006

    TOUCH_ACTION = 0x00068001
    TOUCH_DOWN = 0x00068002
    TOUCH_UP = 0x00068003
    TOUCH_MOVE = 0x00068004
    TOUCH_CLICK = 0x00068005
    TOUCH_DOUBLE_CLICK = 0x00068006
    TOUCH_LONG_PRESS = 0x00068007
    HARD_KEY = 0x00068008
    TOUCH_UI_SOUND = 0x00060009
    TOUCH_BEGIN = 0x0006800A
    TOUCH_FINGERS = 0x0006800E

    @property
    def channel(self) -> Channel:
        return Channel(self >> 16)

    @property
    def from_car(self) -> bool:
        return bool(self & 0x8000)


class Module(IntEnum):
    """Parts of CarLife that tell their state (MODULE_STATUS) or are told one (MODULE_CONTROL)."""

    PHONE = 1
    NAVIGATION = 2
    MUSIC = 3
    VOICE = 4
    CONNECTION = 5
    MICROPHONE = 6


class VehicleData(IntEnum):
    """What a phone may subscribe to."""

    GPS = 0
    SPEED = 1
    GYROSCOPE = 2
    ACCELERATION = 3
    GEAR = 4
    FUEL = 5


KEYS = {
    "home": 0x01,
    "call": 0x02,
    "hangup": 0x03,
    "rotary_right": 0x06,
    "rotary_left": 0x07,
    "back": 0x0E,
    "previous": 0x0F,
    "next": 0x10,
    "volume_down": 0x11,
    "volume_up": 0x12,
    "mute": 0x13,
    "ok": 0x14,
    "enter": 0x14,
    "left": 0x15,
    "right": 0x16,
    "up": 0x17,
    "down": 0x18,
    "play": 0x1F,
    "pause": 0x20,
    "voice": 0x21,
}
"""Hard keys by the car's names; play_pause and stop are made of play and pause."""
