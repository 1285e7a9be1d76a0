"""The car's own Wi-Fi for a wireless phone, made by NetworkManager over D-Bus, and gone when the car no longer needs it.

Interfaces: networkmanager.dev/docs/api/latest (Manager.AddAndActivateConnection2, Device, Device.Wireless, IP4Config, Active).
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backends.core import store
from backends.core.bus import Bus
from backends.core.errors import Invalid
from backends.core.wire import Typed
from backends.interfaces import ServiceError
from backends.projection.android_auto import sentences as say
from backends.projection.errors import LinkLost, TooSlow, Unsupported

__all__ = ["Hotspot", "Network", "WifiSettings"]

NM = "org.freedesktop.NetworkManager"
_MANAGER = "/org/freedesktop/NetworkManager"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_DEVICE, _WIRELESS = f"{NM}.Device", f"{NM}.Device.Wireless"
_WIFI_DEVICE = 2
_ACTIVATING, _ACTIVATED = 1, 2
UP_S = 20.0
_LOOK_S = 0.2
_PASSWORD_FILE = "hotspot"  # noqa: S105  # the name of the file that has it
_BANDS = {"5": "a", "2.4": "bg"}


@dataclass(frozen=True, slots=True)
class WifiSettings:
    """``hotspot`` False: somebody else makes the Wi-Fi, and ssid, password, bssid and ip tell which."""

    ssid: str = ""
    password: str = field(default="", repr=False)
    bssid: str = ""
    ip: str = ""
    interface: str = ""
    band: str = "5"
    channel: int = 0
    hotspot: bool = True

    @classmethod
    def read(cls, options: Mapping[str, Any]) -> WifiSettings:
        """Raises Invalid."""
        words = {
            key: str(options.get(f"wifi_{key}", "") or "") for key in ("ssid", "password", "bssid", "ip", "interface")
        }
        band = str(options.get("wifi_band", "5"))
        if band not in _BANDS:
            raise Invalid("wifi_band is 5 or 2.4 (GHz)")
        if words["password"] and not 8 <= len(words["password"]) <= 63:
            raise Invalid("wifi_password has 8 to 63 characters")
        hotspot = str(options.get("wifi_hotspot", "on")) != "off"
        if not hotspot and not all(words[key] for key in ("ssid", "password", "bssid", "ip")):
            raise Invalid("without wifi_hotspot, wifi_ssid, wifi_password, wifi_bssid and wifi_ip have to be told")
        return cls(**words, band=band, channel=int(options.get("wifi_channel", 0) or 0), hotspot=hotspot)


@dataclass(frozen=True, slots=True)
class Network:
    """A Wi-Fi that is up."""

    ssid: str
    password: str = field(repr=False)
    bssid: str = ""
    ip: str = ""


class Hotspot:
    """One Wi-Fi, made when it is first asked for."""

    def __init__(self, bus: Bus, settings: WifiSettings, name: str, folder: Path) -> None:
        self._bus = bus
        self._settings = settings
        self._name = name
        self._folder = folder
        self._active = ""
        self._device = ""

    async def up(self) -> Network:
        """The Wi-Fi, made if it is not there. Raises Unsupported, LinkLost, TooSlow."""
        wanted = self._settings
        if not wanted.hotspot:
            return Network(wanted.ssid, wanted.password, wanted.bssid, wanted.ip)
        ssid = wanted.ssid or f"{self._name[:24]} car"
        password = wanted.password or await asyncio.to_thread(self._own_password)
        try:
            if not self._active or await self._state() != _ACTIVATED:
                await self._activate(ssid, password)
            bssid = str(await self._get(self._device, _WIRELESS, "HwAddress"))
            return Network(ssid, password, bssid, wanted.ip or await self._address())
        except ServiceError as error:
            self._active = ""
            raise say.noted(LinkLost(say.NO_WIFI), str(error)) from None

    async def down(self) -> None:
        """Take it away."""
        active, self._active = self._active, ""
        if active:
            try:
                await self._bus.call(NM, _MANAGER, NM, "DeactivateConnection", "o", (active,))
            except ServiceError:
                return  # it is gone with the bus connection anyway

    async def _activate(self, ssid: str, password: str) -> None:
        self._device = await self._wifi_device()
        wireless: dict[str, Any] = {"ssid": Typed("ay", ssid.encode()), "mode": Typed("s", "ap")}
        wireless["band"] = Typed("s", _BANDS[self._settings.band])
        if self._settings.channel:
            wireless["channel"] = Typed("u", self._settings.channel)
        security = {
            "key-mgmt": Typed("s", "wpa-psk"),
            "psk": Typed("s", password),
            "proto": Typed("as", ["rsn"]),
            "pairwise": Typed("as", ["ccmp"]),
            "group": Typed("as", ["ccmp"]),
        }
        connection = {
            "connection": {
                "id": Typed("s", "Pillion phone"),
                "type": Typed("s", "802-11-wireless"),
                "autoconnect": Typed("b", False),
            },
            "802-11-wireless": wireless,
            "802-11-wireless-security": security,
            "ipv4": {"method": Typed("s", "shared")},
            "ipv6": {"method": Typed("s", "ignore")},
        }
        how = {"persist": Typed("s", "volatile"), "bind-activation": Typed("s", "dbus-client")}
        args = (connection, self._device, "/", how)
        _, self._active, _ = await self._bus.call(
            NM, _MANAGER, NM, "AddAndActivateConnection2", "a{sa{sv}}ooa{sv}", args, timeout_s=UP_S
        )
        try:
            async with asyncio.timeout(UP_S):
                while (state := await self._state()) != _ACTIVATED:
                    if state != _ACTIVATING:
                        raise LinkLost(say.WIFI_FAILED)
                    await asyncio.sleep(_LOOK_S)
        except TimeoutError:
            raise TooSlow(say.WIFI_FAILED) from None

    async def _wifi_device(self) -> str:
        (devices,) = await self._bus.call(NM, _MANAGER, NM, "GetDevices")
        for path in devices:
            kind, interface = await self._get(path, _DEVICE, "DeviceType"), await self._get(path, _DEVICE, "Interface")
            if kind == _WIFI_DEVICE and self._settings.interface in ("", interface):
                return str(path)
        raise Unsupported(say.NO_ADAPTER)

    async def _address(self) -> str:
        path = await self._get(self._device, _DEVICE, "Ip4Config")
        data = await self._get(str(path), f"{NM}.IP4Config", "AddressData")
        if not data:
            raise say.noted(LinkLost(say.NO_WIFI), "no address yet")
        return str(data[0]["address"])

    async def _state(self) -> int:
        return int(await self._get(self._active, f"{NM}.Connection.Active", "State"))

    async def _get(self, path: str, interface: str, name: str) -> Any:
        (value,) = await self._bus.call(NM, path, _PROPERTIES, "Get", "ss", (interface, name))
        return value

    def _own_password(self) -> str:
        """Made once, kept readable by us alone: the phone remembers the Wi-Fi."""
        path = self._folder / _PASSWORD_FILE
        kept = (store.read_bytes(path) or b"").decode("ascii", "replace").strip()
        if 8 <= len(kept) <= 63:
            return kept
        made = secrets.token_urlsafe(12)
        store.write_atomic(path, made.encode())
        return made
