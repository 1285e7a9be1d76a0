"""BlueZ and NetworkManager as far as wireless phones need them, on a bus of their own: what the real ones would do, in memory.

`phone_finds_car` is a phone that connects by RFCOMM: it hands a real socket to the registered profile.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from backends.core.bus import Bus
from backends.core.errors import ServiceFault
from backends.core.service import Exported
from backends.core.spec import InterfaceSpec, parse_spec
from backends.core.wire import Typed

__all__ = ["PHONE", "FakeBluez", "FakeNetwork", "wireless_bus"]

PHONE = "AA:BB:CC:DD:EE:FF"
_DEVICE = "/org/bluez/hci0/dev_AA_BB_CC_DD_EE_FF"
_NM = "org.freedesktop.NetworkManager"
_ROOT = "/org/freedesktop/NetworkManager"


def _spec(name: str, body: str) -> InterfaceSpec:
    return parse_spec(f'<node><interface name="{name}">{body}</interface></node>', name)


def _method(name: str, takes: str = "", gives: str = "", count: int = 0) -> str:
    inside = "".join(f'<arg type="{kind}" direction="in"/>' for kind in takes.split())
    inside += "".join(f'<arg type="{kind}" direction="out"/>' for kind in gives.split())
    return f'<method name="{name}">{inside}</method>'


class FakeBluez:
    """One phone, paired. ``profiles`` are those that were registered, by uuid."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self.profiles: dict[str, tuple[str, dict[str, Any]]] = {}
        self.nudged: list[str] = []
        self.on_nudge: Any = None
        self.client = ""
        objects = _spec("org.freedesktop.DBus.ObjectManager", _method("GetManagedObjects", "", "a{oa{sa{sv}}}"))
        manager = _spec("org.bluez.ProfileManager1", _method("RegisterProfile", "o s a{sv}"))
        device = _spec("org.bluez.Device1", _method("ConnectProfile", "s"))
        for path, spec in (("/", objects), ("/org/bluez", manager), (_DEVICE, device)):
            bus.export(path, Exported(spec, self))

    def get_managed_objects(self) -> dict[str, Any]:
        facts = {"Address": Typed("s", PHONE), "Alias": Typed("s", "Mei's phone"), "Paired": Typed("b", True)}
        return {_DEVICE: {"org.bluez.Device1": facts}}

    def register_profile(self, path: str, uuid: str, options: dict[str, Any]) -> None:
        from backends.core.service import current_caller

        self.client = current_caller.get()
        self.profiles[uuid] = (path, options)

    async def connect_profile(self, uuid: str) -> None:
        self.nudged.append(uuid)
        if self.on_nudge is None:
            raise ServiceFault("br-connection-refused")
        await self.on_nudge()

    async def phone_finds_car(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """The phone's end of the Bluetooth connection."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        path, _ = next(iter(self.profiles.values()))
        fd = theirs.detach()
        try:
            args = (_DEVICE, fd, {})
            await self._bus.call(self.client, path, "org.bluez.Profile1", "NewConnection", "oha{sv}", args)
        finally:
            with contextlib.suppress(OSError):
                os.close(fd)
        return await asyncio.open_connection(sock=ours)


class FakeNetwork:
    """One Wi-Fi adapter. ``comes_up`` False: an access point that fails."""

    def __init__(self, bus: Bus) -> None:
        self.comes_up = True
        self.made: list[dict[str, Any]] = []
        self.how: dict[str, Any] = {}
        self.taken_down: list[str] = []
        manager = _spec(
            _NM,
            _method("GetDevices", "", "ao")
            + _method("AddAndActivateConnection2", "a{sa{sv}} o o a{sv}", "o o a{sv}")
            + _method("DeactivateConnection", "o"),
        )
        bus.export(_ROOT, Exported(manager, self))
        self._device = _with_properties(
            bus, f"{_ROOT}/Devices/1", f"{_NM}.Device",
            {"DeviceType": ("u", 2), "Interface": ("s", "wlan0"), "Ip4Config": ("o", f"{_ROOT}/IP4Config/1")},
        )  # fmt: skip
        self._active = _with_properties(bus, f"{_ROOT}/Active/1", f"{_NM}.Connection.Active", {"State": ("u", 1)})
        _with_properties(bus, f"{_ROOT}/Devices/1", f"{_NM}.Device.Wireless", {"HwAddress": ("s", "02:00:00:00:00:01")})
        data = [{"address": Typed("s", "127.0.0.1"), "prefix": Typed("u", 24)}]
        _with_properties(bus, f"{_ROOT}/IP4Config/1", f"{_NM}.IP4Config", {"AddressData": ("aa{sv}", data)})

    def get_devices(self) -> list[str]:
        return [f"{_ROOT}/Devices/1"]

    def add_and_activate_connection2(
        self, connection: dict[str, Any], device: str, specific: str, how: dict[str, Any]
    ) -> Any:
        self.made.append(connection)
        self.how = how
        self._active.set_property("State", 2 if self.comes_up else 4)
        return f"{_ROOT}/Settings/1", f"{_ROOT}/Active/1", {}

    def deactivate_connection(self, active: str) -> None:
        self.taken_down.append(active)


def _with_properties(bus: Bus, path: str, name: str, values: dict[str, tuple[str, Any]]) -> Exported:
    body = "".join(f'<property name="{key}" type="{kind}" access="read"/>' for key, (kind, _) in values.items())
    exported = Exported(_spec(name, body), object())
    for key, (_, value) in values.items():
        exported.set_property(key, value)
    bus.export(path, exported)
    return exported


@asynccontextmanager
async def wireless_bus(address: str) -> AsyncIterator[tuple[FakeBluez, FakeNetwork]]:
    """Both services on the bus at ``address``."""
    bluez_bus, network_bus = await Bus.connect(address), await Bus.connect(address)
    try:
        bluez, network = FakeBluez(bluez_bus), FakeNetwork(network_bus)
        await bluez_bus.request_name("org.bluez")
        await network_bus.request_name(_NM)
        yield bluez, network
    finally:
        await bluez_bus.close()
        await network_bus.close()
