"""CarLife's vocabulary as a phone has it: a word, its number, and the fields of its Protocol Buffer, each ``name:NUMBERkind``.

Kinds: i number, b flag, s text, d bytes, f double, [..] messages, any number of them. Written apart from the car's tables, so
that a mistake on either side shows. Source: Baidu's public head-unit code (docs/protocols/carlife.md).
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import Any

__all__ = ["CAR_WORDS", "LOCAL_PORTS", "NETWORK_PORTS", "WORDS", "pack", "unpack", "word_of"]

NETWORK_PORTS = {"command": 7240, "video": 8240, "media": 9240, "tts": 9241, "vr": 9242, "touch": 9340}
LOCAL_PORTS = {"command": 7200, "video": 8200, "media": 9200, "tts": 9201, "vr": 9202, "touch": 9300}
_DEVICE = (
    "os:1s board:2s bootloader:3s brand:4s cpu_abi:5s cpu_abi2:6s device:7s display:8s fingerprint:9s hardware:10s host:11s"
    " cid:12s manufacturer:13s model:14s product:15s serial:16s codename:17s incremental:18s release:19s sdk:20s sdk_int:21i"
    " token:22s btaddress:23s carlifeversion:24s"
)
_ITEMS = "cnt:1i list:2[moduleID:1i supportFlag:2b frequency:3i]"
_GPS = (
    "antennaState:1i signalQuality:2i latitude:3i longitude:4i height:5i speed:6i heading:7i year:8i month:9i day:10i hrs:11i"
    " min:12i sec:13i fix:14i hdop:15i pdop:16i vdop:17i satsUsed:18i satsVisible:19i horPosError:20i vertPosError:21i"
    " northSpeed:22i eastSpeed:23i vertSpeed:24i timeStamp:25i"
)
_SOUND = "sampleRate:1i channelConfig:2i sampleFormat:3i"

# What the phone says, then what cars say: the number, and the fields.
_PHONE = {
    "match": (0x00010002, "matchStatus:1i carlifeProtocolVersion:2i"),
    "md info": (0x00010004, _DEVICE),
    "video ready": (0x00010008, "width:1i height:2i frameRate:3i"),
    "frame rate done": (0x0001000D, "frameRate:1i"),
    "call incoming": (0x00010014, ""),
    "call outgoing": (0x00010015, ""),
    "call idle": (0x00010016, ""),
    "call active": (0x00010017, ""),
    "screen on": (0x00010018, ""),
    "screen off": (0x00010019, ""),
    "foreground": (0x0001001B, ""),
    "background": (0x0001001C, ""),
    "desktop": (0x00010021, ""),
    "listen": (0x00010024, ""),
    "listen end": (0x00010023, ""),
    "modules": (0x00010026, "cnt:1i moduleStatus:2[moduleID:1i statusID:2i]"),
    "turn": (0x00010030, "action:1i nextTurn:2i roadName:3s totalDistance:4i remainDistance:5i turnIconData:6d"),
    "car data": (0x00010031, ""),
    "car data start": (0x00010033, "moduleID:1i supportFlag:2b frequency:3i"),
    "song": (
        0x00010035,
        "source:1s song:2s artist:3s album:4s albumArt:5d duration:6i playlistNum:7i songId:8s mode:9i",
    ),
    "progress": (0x00010036, "progressBar:1i"),
    "exception": (0x00010037, "exceptionType:1i"),
    "ask foreground": (0x00010038, ""),
    "click": (0x00010039, ""),
    "hfp request": (0x00010040, "command:1i phoneNum:2s dtmfCode:3i"),
    "md data": (0x00010044, _ITEMS),
    "auth response": (0x00010049, "encryptValue:1s"),
    "auth result": (0x0001004B, "authenResult:1b"),
    "hfp status": (0x0001004F, "type:1i"),
    "features": (0x00010051, ""),
    "call cover": (0x00010058, "state:1i phoneNum:2s name:3s"),
    "exit": (0x00010059, ""),
    "ask rsa key": (0x0001006A, ""),
    "aes key": (0x0001006C, "aesKey:1s"),
    "encrypt ready": (0x0001006E, ""),
    "picture": (0x00020001, ""),
    "beat": (0x00020002, ""),
    "media init": (0x00030001, _SOUND),
    "media pause": (0x00030003, ""),
    "media resume": (0x00030004, ""),
    "media data": (0x00030006, ""),
    "tts init": (0x00040001, _SOUND),
    "tts end": (0x00040002, ""),
    "tts data": (0x00040003, ""),
    "vr init": (0x00050002, _SOUND),
    "vr data": (0x00050003, ""),
    "vr end": (0x00050004, ""),
}
CAR_WORDS = {
    "hu version": (0x00018001, "majorVersion:1i minorVersion:2i"),
    "hu info": (0x00018003, _DEVICE),
    "bluetooth": (0x00018005, "address:1s passKey:2s hash:3s randomizer:4s uuid:5s name:6s status:7i"),
    "video init": (0x00018007, "width:1i height:2i frameRate:3i"),
    "video start": (0x00018009, ""),
    "video pause": (0x0001800A, ""),
    "video reset": (0x0001800B, ""),
    "frame rate": (0x0001800C, "frameRate:1i"),
    "pause media": (0x0001800E, ""),
    "speed": (0x0001800F, "speed:1i timeStamp:2i"),
    "gps": (0x00018010, _GPS),
    "gyroscope": (0x00018011, "gyroType:1i gyroX:2f gyroY:3f gyroZ:4f timeStamp:5i"),
    "old gyroscope": (0x00018011, "samplesCount:1i xAxisGyroSum:2i yAxisGyroSum:3i zAxisGyroSum:4i"),
    "acceleration": (0x00018012, "accX:1f accY:2f accZ:3f timeStamp:4i"),
    "old acceleration": (0x00018012, "samplesCount:1i xAxisAcceSum:2i yAxisAcceSum:3i zAxisAcceSum:4i"),
    "oil": (0x00018013, "level:1i range:2i lowFuleWarning:3b"),
    "launch": (0x0001801D, ""),
    "go foreground": (0x00018025, ""),
    "statistics": (
        0x00018027,
        "cuid:1s versionName:2s versionCode:3i channel:4s connectCount:5i connectSuccessCount:6i connectTime:7i crashLog:8s",
    ),
    "module control": (0x00018028, "moduleID:1i statusID:2i"),
    "gear": (0x00018029, "gear:1i"),
    "car data answer": (0x00018032, _ITEMS),
    "md data subscribe": (0x00018043, _ITEMS),
    "md data start": (0x00018045, _ITEMS),
    "auth request": (0x00018048, "randomValue:1s"),
    "hu auth result": (0x0001804A, "authenResult:1b"),
    "auth result seen": (0x0001804C, ""),
    "hfp response": (0x0001804E, "status:1i cmd:2i dtmfCode:3i"),
    "hfp status answer": (0x00018050, "status:1i type:2i"),
    "feature answer": (0x00018052, "cnt:1i featureConfig:2[key:1s value:2i]"),
    "error": (0x00018055, "errorCode:1s"),
    "rsa key": (0x0001806B, "rsaPublicKey:1s"),
    "aes key seen": (0x0001806D, ""),
    "car beat": (0x00020002, ""),
    "microphone": (0x00058001, ""),
    "touch": (0x00068001, "action:1i x:2i y:3i pointerx:4i pointery:5i"),
    "key": (0x00068008, "keycode:1i"),
    "fingers": (0x0006800E, ""),
}
WORDS = {**_PHONE, **CAR_WORDS}
_BY_NUMBER = {number: word for word, (number, _) in reversed(CAR_WORDS.items())}
_FIELD = re.compile(r"(\w+):(\d+)(?:([ibsdf])|\[([^\]]*)\])")


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    number: int
    kind: str
    inner: str


def _fields(spec: str) -> list[_Field]:
    return [_Field(name, int(number), kind or "m", inner) for name, number, kind, inner in _FIELD.findall(spec)]


def word_of(number: int) -> str:
    """What the car said. Raises ValueError for a number that no car says."""
    if number not in _BY_NUMBER:
        raise ValueError(f"no car says {number:#x}")
    return _BY_NUMBER[number]


def pack(spec: str, values: dict[str, Any]) -> bytes:
    """Protocol Buffers by a spec; what is None is left out. Raises KeyError for a field that is not in it."""
    known = {field.name: field for field in _fields(spec)}
    out = b""
    for name, value in values.items():
        field = known[name]
        for one in value if field.kind == "m" else [value]:
            if one is None:
                continue
            match field.kind:
                case "i" | "b":
                    out += _number(field.number << 3) + _number(int(one) % (1 << 64))
                case "f":
                    out += _number(field.number << 3 | 1) + struct.pack("<d", one)
                case kind:
                    block = one.encode() if kind == "s" else pack(field.inner, one) if kind == "m" else one
                    out += _number(field.number << 3 | 2) + _number(len(block)) + block
    return out


def unpack(spec: str, data: bytes) -> dict[str, Any]:
    """What a car sent, by a spec. Raises ValueError: not in the spec, of another kind, or no Protocol Buffer."""
    known = {field.number: field for field in _fields(spec)}
    found: dict[str, Any] = {field.name: [] for field in known.values() if field.kind == "m"}
    at = 0
    while at < len(data):
        tag, at = _read_number(data, at)
        field = known.get(tag >> 3)
        if field is None:
            raise ValueError(f"field {tag >> 3} is not in '{spec}'")
        wire = {"i": 0, "b": 0, "f": 1}.get(field.kind, 2)
        if tag & 7 != wire:
            raise ValueError(f"{field.name} is of another kind")
        if wire == 0:
            value, at = _read_number(data, at)
            found[field.name] = bool(value) if field.kind == "b" else value - (1 << 64) * (value >> 63)
            continue
        size, at = (8, at) if wire == 1 else _read_number(data, at)
        block, at = data[at : at + size], at + size
        if len(block) < size:
            raise ValueError(f"{field.name} ends in the middle")
        match field.kind:
            case "f":
                found[field.name] = struct.unpack("<d", block)[0]
            case "m":
                found[field.name].append(unpack(field.inner, block))
            case kind:
                found[field.name] = block.decode() if kind == "s" else block
    return found


def _number(value: int) -> bytes:
    out = []
    while value >= 0x80:
        out.append(value % 0x80 + 0x80)
        value //= 0x80
    return bytes([*out, value])


def _read_number(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index, byte in enumerate(data[at : at + 10]):
        value += (byte & 0x7F) << 7 * index
        if byte < 0x80:
            return value % (1 << 64), at + index + 1
    raise ValueError("a number has no end")
