"""Addresses of phones, and the way to each: ``192.168.1.20``, ``192.168.1.20:7240``, ``adb:SERIAL``, ``usb:1-1.3``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from backends.core import store
from backends.projection.adb.api import ByteStream
from backends.projection.adb.connection import AdbConnection
from backends.projection.adb.keys import AdbKey
from backends.projection.adb.server import SERVER_PORT, AdbServer
from backends.projection.carlife.ids import WIFI_PORTS, Channel
from backends.projection.carlife.sentences import ADDRESS, ALLOW, AWAY
from backends.projection.carlife.transport import AdbTransport, Transport, UsbTransport, WifiTransport
from backends.projection.defs import Reason
from backends.projection.domain import format_address, parse_address
from backends.projection.errors import LinkLost, NotAllowed, Unsupported

__all__ = ["ACCESSORY", "Routes", "normal_address", "transport_name"]

ACCESSORY = ("Baidu", "CarLife", "Baidu CarLife", "1.0.0", "http://carlife.baidu.com/", "0720SerialNo.")
"""What makes a phone offer CarLife when it is plugged in: manufacturer, model, description, version, address, serial number."""
_SERIAL = re.compile(r"[A-Za-z0-9._:\[\]-]{1,128}\Z")
_LOCATION = re.compile(r"\d{1,3}-\d{1,3}(\.\d{1,3}){0,7}\Z")
_BASE = WIFI_PORTS[Channel.COMMAND]
_HIGHEST = 65535 - (WIFI_PORTS[Channel.TOUCH] - _BASE)
_ADB_KEY = "adbkey"


def normal_address(text: str) -> str:
    """The form that is kept. Raises ValueError with a sentence."""
    text = text.strip()
    kind, colon, rest = text.partition(":")
    if colon and kind in ("adb", "usb"):
        if not (_SERIAL if kind == "adb" else _LOCATION).match(rest):
            raise ValueError(ADDRESS)
        return text
    try:
        host, port = _host_port(text)
    except ValueError:
        raise ValueError(ADDRESS) from None
    return host if port == _BASE else format_address(host, port)


def transport_name(address: str) -> str:
    """wifi, adb or usb."""
    kind = address.partition(":")[0]
    return kind if kind in ("adb", "usb") else "wifi"


def _host_port(text: str) -> tuple[str, int]:
    host, port = parse_address(text)
    if not text.endswith(f":{port}"):
        port = _BASE
    if port > _HIGHEST:
        raise ValueError(ADDRESS)
    return host, port


class Routes:
    """Makes a new `Transport` for an address. ``adb_server`` None: without one; ``usb``: pyusb's backend if not the usual one."""

    def __init__(self, adb_server: tuple[str, int] | None = ("127.0.0.1", SERVER_PORT), usb: Any = None) -> None:
        self._server = adb_server
        self._usb = usb

    def transport(self, address: str) -> Transport:
        """Unopened, for one use."""
        _, _, rest = address.partition(":")
        match transport_name(address):
            case "adb":
                way = _AdbWay(AdbServer(*self._server) if self._server else None, rest)
                return AdbTransport(way.open, way.close)
            case "usb":
                return UsbTransport(lambda: self._accessory(rest))
            case _:
                return WifiTransport(*_host_port(address))

    async def _accessory(self, location: str) -> Any:
        from backends.projection import aoap  # libusb is loaded for those who plug a phone in

        return await aoap.open_accessory(location, aoap.Accessory(*ACCESSORY), self._usb)


class _AdbWay:
    """Streams through the adb server; to a phone at an address, without a server, by ourselves."""

    def __init__(self, server: AdbServer | None, serial: str) -> None:
        self._server = server
        self._serial = serial
        self._straight: AdbConnection | None = None
        self._allowed = False

    async def open(self, service: str) -> ByteStream:
        """Raises ProjectionError."""
        if self._straight is not None:
            return await self._straight.open(service)
        try:
            if self._server is None:
                raise LinkLost("No adb server is used here.", Reason.NO_ROUTE)
            if not self._allowed:
                await self._ask(self._server)
            return await self._server.open(self._serial, service)
        except LinkLost as error:
            if error.reason is not Reason.NO_ROUTE or ":" not in self._serial:
                raise
        host, port = parse_address(self._serial)
        self._straight = await AdbConnection.connect(host, port, _key())
        return await self._straight.open(service)

    async def _ask(self, server: AdbServer) -> None:
        try:
            state = await server.state(self._serial)
        except Unsupported as error:
            raise LinkLost(AWAY) from error
        if state in ("unauthorized", "authorizing"):
            raise NotAllowed(ALLOW)
        if state != "device":
            raise LinkLost(AWAY)
        self._allowed = True

    async def close(self) -> None:
        """Let go of the phone."""
        if self._straight is not None:
            await self._straight.close()


def _key() -> Callable[[], AdbKey]:
    return lambda: AdbKey.load(store.state_dir() / _ADB_KEY)
