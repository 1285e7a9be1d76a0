"""The handshake over Bluetooth that brings a phone into the car's Wi-Fi: u16 size, u16 id, message; big endian.

The car says where it waits; the phone asks for the Wi-Fi, joins it, says how that went, and connects by TCP.
"""

from __future__ import annotations

import asyncio
import struct
from dataclasses import dataclass, field
from enum import IntEnum

from backends.projection.android_auto import sentences as say
from backends.projection.android_auto.tables import Table, numbers, signed, string, unsigned
from backends.projection.errors import LinkLost, NotAllowed, TooSlow
from backends.projection.protobuf import ProtobufError

__all__ = ["Access", "Id", "invite"]

ANSWER_S = 15.0
JOIN_S = 40.0
"""A phone that has to find the Wi-Fi first takes its time."""
_HEAD = struct.Struct(">HH")
_MESSAGE_MAX = 4096
_MESSAGES_MAX = 64
_WPA2_PSK = 8
_DYNAMIC = 1
_FAILURES = {
    -3: say.WRONG_PASSWORD,
    -5: say.WIFI_OFF,
    -10: say.WIFI_OFF,
}


class Id(IntEnum):
    """Kinds of messages."""

    START_REQUEST = 1
    INFO_REQUEST = 2
    INFO_RESPONSE = 3
    VERSION_REQUEST = 4
    VERSION_RESPONSE = 5
    CONNECT_STATUS = 6
    START_RESPONSE = 7


class StartRequest(Table):
    ip: str = string(1, "")
    port: int = unsigned(2, 0)


class InfoResponse(Table):
    ssid: str = string(1, "")
    password: str = string(2, "")
    bssid: str = string(3, "")
    security: int = signed(4, 0)
    kind: int = signed(5, 0)


class VersionRequest(Table):
    major: int = unsigned(1, 0)
    minor: int = unsigned(2, 0)
    frequencies: tuple[int, ...] = numbers(4)


class StartResponse(Table):
    ip: str | None = string(1)
    port: int | None = unsigned(2)
    status: int | None = signed(3)


class ConnectStatus(Table):
    status: int = signed(1, 0)


@dataclass(frozen=True, slots=True)
class Access:
    """The car's Wi-Fi, and where the car waits in it. The password is in no log."""

    ip: str
    port: int
    ssid: str
    bssid: str
    password: str = field(repr=False)


async def invite(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, access: Access) -> None:
    """Until the phone says that it joined. Raises LinkLost, NotAllowed, PeerFault, TooSlow."""
    _say(writer, Id.START_REQUEST, StartRequest(ip=access.ip, port=access.port))
    try:
        async with asyncio.timeout(ANSWER_S) as limit:
            for _ in range(_MESSAGES_MAX):
                kind, body = await _hear(reader)
                if kind == Id.INFO_REQUEST:
                    info = InfoResponse(
                        ssid=access.ssid,
                        password=access.password,
                        bssid=access.bssid,
                        security=_WPA2_PSK,
                        kind=_DYNAMIC,
                    )
                    _say(writer, Id.INFO_RESPONSE, info)
                    limit.reschedule(asyncio.get_running_loop().time() + JOIN_S)
                elif kind == Id.START_RESPONSE:
                    _check(StartResponse.decode(body).status or 0)
                elif kind == Id.CONNECT_STATUS:
                    _check(ConnectStatus.decode(body).status)
                    return
    except TimeoutError:
        raise TooSlow(say.NOT_JOINED) from None
    except ProtobufError as error:
        raise say.nonsense(f"over Bluetooth: {error}") from None
    raise say.nonsense("over Bluetooth, without end")


def _check(status: int) -> None:
    if status in _FAILURES:
        raise NotAllowed(_FAILURES[status])
    if status < 0:
        raise say.noted(LinkLost(say.NOT_JOINED), f"code {status}")


def _say(writer: asyncio.StreamWriter, kind: Id, message: Table) -> None:
    body = message.encode()
    writer.write(_HEAD.pack(len(body), kind) + body)


async def _hear(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    try:
        size, kind = _HEAD.unpack(await reader.readexactly(_HEAD.size))
        if size > _MESSAGE_MAX:
            raise say.nonsense("too much over Bluetooth")
        return kind, await reader.readexactly(size)
    except (asyncio.IncompleteReadError, OSError):
        raise LinkLost(say.BLUETOOTH_BROKE) from None
