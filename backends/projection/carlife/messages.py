"""The tables of CarLife's messages: what each type's payload is made of. A type without a table has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backends.projection.carlife.ids import Type
from backends.projection.protobuf import Message, boolean, data, integer, nested, number64, text, uint

__all__ = ["ACCELERATION_V1", "GYROSCOPE_V1", "NEXT_TURN_ICON", "NEXT_TURN_TIME", "TABLES", "decode", "encode"]

_DEVICE_INFO = Message(
    "device info",
    text(1, "os"),
    text(2, "board"),
    text(3, "bootloader"),
    text(4, "brand"),
    text(5, "cpu_abi"),
    text(6, "cpu_abi2"),
    text(7, "device"),
    text(8, "display"),
    text(9, "fingerprint"),
    text(10, "hardware"),
    text(11, "host"),
    text(12, "cid"),
    text(13, "manufacturer"),
    text(14, "model"),
    text(15, "product"),
    text(16, "serial"),
    text(17, "codename"),
    text(18, "incremental"),
    text(19, "release"),
    text(20, "sdk"),
    integer(21, "sdk_int"),
    text(22, "token"),
    text(23, "bt_address"),
    text(24, "carlife_version"),
)
_BT_INFO = Message(
    "Bluetooth info",
    text(1, "address"),
    text(2, "pass_key"),
    text(3, "hash"),
    text(4, "randomizer"),
    text(5, "uuid"),
    text(6, "name"),
    integer(7, "status"),
)
_VIDEO = Message("picture", integer(1, "width").must, integer(2, "height").must, integer(3, "frame_rate").must)
_FRAME_RATE = Message("frame rate", integer(1, "frame_rate").must)
_MODULE = Message("module", integer(1, "module").must, integer(2, "status").must)
_SUBSCRIPTION = Message("subscription", integer(1, "module").must, boolean(2, "supported"), integer(3, "frequency"))
_SUBSCRIPTIONS = Message("subscriptions", integer(1, "count").must, nested(2, "items", _SUBSCRIPTION).many)
_FEATURE = Message("feature", text(1, "key").must, integer(2, "value").must)
_FEATURES = Message("features", integer(1, "count").must, nested(2, "items", _FEATURE).many)
_SOUND = Message("sound", integer(1, "rate").must, integer(2, "channels").must, integer(3, "format").must)
_POINT = Message("point", integer(1, "x").must, integer(2, "y").must)
_AUTH_RESULT = Message("permission", boolean(1, "result").must)

_GPS = Message(
    "position",
    uint(1, "antenna_state").must,
    uint(2, "signal_quality").must,
    integer(3, "latitude_udeg").must,
    integer(4, "longitude_udeg").must,
    integer(5, "height_dm").must,
    uint(6, "speed_ckph").must,
    uint(7, "heading_ddeg").must,
    uint(8, "year").must,
    uint(9, "month").must,
    uint(10, "day").must,
    uint(11, "hour").must,
    uint(12, "minute").must,
    uint(13, "second").must,
    uint(14, "fix").must,
    uint(15, "hdop_d").must,
    uint(16, "pdop_d").must,
    uint(17, "vdop_d").must,
    uint(18, "satellites_used").must,
    uint(19, "satellites_visible").must,
    uint(20, "horizontal_error").must,
    uint(21, "vertical_error").must,
    integer(22, "north_cmps").must,
    integer(23, "east_cmps").must,
    integer(24, "up_cmps").must,
    uint(25, "time_ms"),
)
"""Angles in millionths and tenths of a degree, height in 0.1 m, speed in 0.01 km/h and 0.01 m/s."""

GYROSCOPE_V1 = Message("rotation", *(integer(n, name).must for n, name in enumerate(("samples", "x", "y", "z"), 1)))
"""Phones that tell no protocol version of their own: sums of whole degrees a second."""
ACCELERATION_V1 = Message(
    "acceleration", *(integer(n, name).must for n, name in enumerate(("samples", "x", "y", "z"), 1))
)
"""Likewise; 1024 is 9.8 m/s²."""

_NEXT_TURN = (
    integer(1, "action").must,
    integer(2, "turn").must,
    text(3, "road").must,
    integer(4, "total_m").must,
    integer(5, "remaining_m").must,
)
NEXT_TURN_ICON = Message("next turn", *_NEXT_TURN, data(6, "icon"))
"""As phones send it (Baidu's Android code)."""
NEXT_TURN_TIME = Message("next turn", *_NEXT_TURN, integer(6, "time_s"))
"""As Baidu's C++ library has it: the same number is another thing."""

TABLES: Mapping[Type, Message] = {
    Type.HU_VERSION: Message("version", integer(1, "major").must, integer(2, "minor").must),
    Type.VERSION_MATCH: Message("version match", integer(1, "status").must, integer(2, "version")),
    Type.HU_INFO: _DEVICE_INFO,
    Type.MD_INFO: _DEVICE_INFO,
    Type.HU_BT_INFO: _BT_INFO,
    Type.MD_BT_INFO: _BT_INFO,
    Type.VIDEO_INIT: _VIDEO,
    Type.VIDEO_INIT_DONE: _VIDEO,
    Type.FRAME_RATE: _FRAME_RATE,
    Type.FRAME_RATE_DONE: _FRAME_RATE,
    Type.CAR_SPEED: Message("speed", integer(1, "speed_kph").must, uint(2, "time_ms")),
    Type.CAR_GPS: _GPS,
    Type.CAR_GYROSCOPE: Message(
        "rotation",
        integer(1, "kind").must,
        number64(2, "x").must,
        number64(3, "y").must,
        number64(4, "z").must,
        uint(5, "time_ms"),
    ),
    Type.CAR_ACCELERATION: Message(
        "acceleration", number64(1, "x").must, number64(2, "y").must, number64(3, "z").must, uint(4, "time_ms")
    ),
    Type.CAR_FUEL: Message("fuel", integer(1, "level").must, integer(2, "range_km").must, boolean(3, "low")),
    Type.CAR_GEAR: Message("gear", integer(1, "gear").must),
    Type.MODULE_STATUS: Message("modules", integer(1, "count").must, nested(2, "items", _MODULE).many),
    Type.MODULE_CONTROL: _MODULE,
    Type.STATISTICS: Message(
        "statistics",
        text(1, "cuid").must,
        text(2, "version_name").must,
        integer(3, "version_code").must,
        text(4, "channel").must,
        integer(5, "connects").must,
        integer(6, "successes").must,
        integer(7, "connect_time").must,
        text(8, "crash_log"),
    ),
    Type.CAR_DATA_ANSWER: _SUBSCRIPTIONS,
    Type.CAR_DATA_START: _SUBSCRIPTION,
    Type.CAR_DATA_STOP: _SUBSCRIPTION,
    Type.MD_DATA_SUBSCRIBE: _SUBSCRIPTIONS,
    Type.MD_DATA_ANSWER: _SUBSCRIPTIONS,
    Type.MD_DATA_START: _SUBSCRIPTIONS,
    Type.MD_DATA_STOP: _SUBSCRIPTIONS,
    Type.NEXT_TURN: NEXT_TURN_ICON,
    Type.ASSISTANT_GUIDE: Message(
        "guide",
        integer(1, "action").must,
        integer(2, "kind").must,
        integer(3, "sign").must,
        integer(4, "total_m").must,
        integer(5, "remaining_m").must,
        integer(6, "camera_kph").must,
    ),
    Type.MEDIA_INFO: Message(
        "song",
        text(1, "app"),
        text(2, "song"),
        text(3, "artist"),
        text(4, "album"),
        data(5, "art"),
        integer(6, "duration_ms"),
        integer(7, "playlist"),
        text(8, "song_id"),
        integer(9, "mode"),
    ),
    Type.MEDIA_PROGRESS: Message("progress", integer(1, "position_ms").must),
    Type.EXCEPTION: Message("exception", integer(1, "kind").must),
    Type.HFP_REQUEST: Message("call request", integer(1, "command").must, text(2, "number"), integer(3, "dtmf")),
    Type.HFP_RESPONSE: Message(
        "call response", integer(1, "status").must, integer(2, "command").must, integer(3, "dtmf")
    ),
    Type.HFP_INDICATION: Message(
        "call indication", integer(1, "state").must, text(2, "number"), text(3, "name"), text(4, "address")
    ),
    Type.HFP_CONNECTION: Message("hands-free", integer(1, "state").must, text(2, "address"), text(3, "name")),
    Type.HFP_STATUS_REQUEST: Message("hands-free question", integer(1, "kind").must),
    Type.HFP_STATUS_RESPONSE: Message("hands-free state", integer(1, "status").must, integer(2, "kind").must),
    Type.HFP_CALL_COVER: Message("call", integer(1, "state").must, text(2, "number"), text(3, "name")),
    Type.HU_AUTH_REQUEST: Message("question", text(1, "random").must),
    Type.MD_AUTH_RESPONSE: Message("answer", text(1, "encrypted").must),
    Type.HU_AUTH_RESULT: _AUTH_RESULT,
    Type.MD_AUTH_RESULT: _AUTH_RESULT,
    Type.FEATURE_RESPONSE: _FEATURES,
    Type.BT_IDENTIFY_REQUEST: Message("Bluetooth question", text(1, "address").must),
    Type.BT_IDENTIFY_RESULT: Message("Bluetooth answer", integer(1, "status").must, text(2, "address")),
    Type.ERROR_CODE: Message("error code", text(1, "code").must),
    Type.RSA_KEY_RESPONSE: Message("public key", text(1, "key").must),
    Type.AES_KEY: Message("key", text(1, "key").must),
    Type.MEDIA_INIT: _SOUND,
    Type.TTS_INIT: _SOUND,
    Type.VR_INIT: _SOUND,
    Type.TOUCH_ACTION: Message(
        "touch",
        integer(1, "action").must,
        integer(2, "x").must,
        integer(3, "y").must,
        integer(4, "second_x"),
        integer(5, "second_y"),
    ),
    Type.TOUCH_DOWN: _POINT,
    Type.TOUCH_UP: _POINT,
    Type.TOUCH_MOVE: _POINT,
    Type.TOUCH_CLICK: _POINT,
    Type.TOUCH_DOUBLE_CLICK: _POINT,
    Type.TOUCH_LONG_PRESS: _POINT,
    Type.TOUCH_BEGIN: _POINT,
    Type.HARD_KEY: Message("key", integer(1, "key").must),
}


def encode(kind: Type, values: Mapping[str, Any]) -> bytes:
    """The payload of a type that has a table. Raises ValueError."""
    return TABLES[kind].encode(values)


def decode(kind: Type, payload: bytes) -> dict[str, Any]:
    """Raises ProtobufError. A type without a table is an empty message, whatever it carries."""
    if kind is Type.NEXT_TURN:
        return _decode_next_turn(payload)
    table = TABLES.get(kind)
    return table.decode(payload) if table is not None else {}


def _decode_next_turn(payload: bytes) -> dict[str, Any]:
    try:
        return NEXT_TURN_ICON.decode(payload)
    except ValueError:
        return NEXT_TURN_TIME.decode(payload)
