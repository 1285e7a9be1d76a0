"""Numbers of the link: kinds of messages by service, statuses, codes. docs/protocols/android-auto.md has the sources."""

from __future__ import annotations

from enum import IntEnum

__all__ = [
    "AudioFocus",
    "AudioState",
    "ByeReason",
    "Codec",
    "Control",
    "Input",
    "Media",
    "MediaStatusId",
    "Navigation",
    "Notify",
    "Pairing",
    "PhoneStatusId",
    "Sensor",
    "SensorType",
    "Status",
    "Stream",
    "VideoMode",
]


class Control(IntEnum):
    """On channel 0; the three about channels also on the channel they concern."""

    VERSION_REQUEST = 1
    VERSION_RESPONSE = 2
    TLS = 3
    AUTH_COMPLETE = 4
    DISCOVERY_REQUEST = 5
    DISCOVERY_RESPONSE = 6
    CHANNEL_OPEN_REQUEST = 7
    CHANNEL_OPEN_RESPONSE = 8
    CHANNEL_CLOSE = 9
    PING_REQUEST = 11
    PING_RESPONSE = 12
    NAVIGATION_FOCUS_REQUEST = 13
    NAVIGATION_FOCUS = 14
    BYE_REQUEST = 15
    BYE_RESPONSE = 16
    VOICE_SESSION = 17
    AUDIO_FOCUS_REQUEST = 18
    AUDIO_FOCUS = 19
    BATTERY = 23
    CALL_AVAILABILITY = 24
    UNEXPECTED = 255
    FRAMING_ERROR = 0xFFFF


class Media(IntEnum):
    """On a channel of pictures or sound."""

    DATA = 0
    CONFIG = 1
    SETUP = 0x8000
    START = 0x8001
    STOP = 0x8002
    CONFIG_REPLY = 0x8003
    ACK = 0x8004
    MICROPHONE_REQUEST = 0x8005
    MICROPHONE_RESPONSE = 0x8006
    FOCUS_REQUEST = 0x8007
    FOCUS = 0x8008
    UI_CONFIG_REQUEST = 0x8009
    UI_CONFIG_REPLY = 0x800A
    UNDERFLOW = 0x800B


class Input(IntEnum):
    REPORT = 0x8001
    BINDING_REQUEST = 0x8002
    BINDING_RESPONSE = 0x8003
    FEEDBACK = 0x8004


class Sensor(IntEnum):
    REQUEST = 0x8001
    RESPONSE = 0x8002
    BATCH = 0x8003
    ERROR = 0x8004


class Navigation(IntEnum):
    START = 0x8001
    STOP = 0x8002
    STATUS = 0x8003
    TURN = 0x8004
    DISTANCE = 0x8005
    STATE = 0x8006
    POSITION = 0x8007


class MediaStatusId(IntEnum):
    STATUS = 0x8001
    INPUT = 0x8002
    METADATA = 0x8003


class PhoneStatusId(IntEnum):
    STATUS = 0x8001
    INPUT = 0x8002


class Pairing(IntEnum):
    REQUEST = 0x8001
    RESPONSE = 0x8002
    AUTH_DATA = 0x8003
    RESULT = 0x8004


class Notify(IntEnum):
    SUBSCRIBE = 0x8001
    UNSUBSCRIBE = 0x8002
    MESSAGE = 0x8003
    ACK = 0x8004


class Status(IntEnum):
    """Codes of refusals; what is not named here is shown as a number."""

    OK = 0
    VERSION = -1
    CERTIFICATE = -2
    AUTHENTICATION = -3
    INVALID_SERVICE = -4
    INVALID_CHANNEL = -5
    MEDIA_MISMATCH = -8
    INVALID_SENSOR = -9
    KEY_NOT_BOUND = -18
    CERTIFICATE_EARLY = -23
    CERTIFICATE_EXPIRED = -24
    PING_TIMEOUT = -25
    FRAMING = -251
    BUSY = -254


class ByeReason(IntEnum):
    USER = 1
    DEVICE_SWITCH = 2
    NOT_SUPPORTED = 3
    NOT_NOW = 4
    PROBE = 5


class AudioFocus(IntEnum):
    """What the phone asks for."""

    GAIN = 1
    GAIN_TRANSIENT = 2
    GAIN_DUCK = 3
    RELEASE = 4


class AudioState(IntEnum):
    """What the car answers."""

    GAIN = 1
    GAIN_TRANSIENT = 2
    LOSS = 3
    LOSS_DUCK = 4
    LOSS_TRANSIENT = 5
    GAIN_MEDIA_ONLY = 6
    GUIDANCE_ONLY = 7


class VideoMode(IntEnum):
    PROJECTED = 1
    NATIVE = 2
    NATIVE_TRANSIENT = 3
    NO_INPUT = 4


class Codec(IntEnum):
    PCM = 1
    AAC = 2
    H264 = 3
    AAC_ADTS = 4
    VP9 = 5
    AV1 = 6
    H265 = 7


class Stream(IntEnum):
    """Kinds of sound."""

    GUIDANCE = 1
    SYSTEM = 2
    MEDIA = 3
    TELEPHONY = 4


class SensorType(IntEnum):
    """Also the number of the field in a batch."""

    LOCATION = 1
    COMPASS = 2
    SPEED = 3
    RPM = 4
    ODOMETER = 5
    FUEL = 6
    PARKING_BRAKE = 7
    GEAR = 8
    NIGHT = 10
    ENVIRONMENT = 11
    DRIVING_STATUS = 13
    DOORS = 16
    LIGHTS = 17
    TYRES = 18
