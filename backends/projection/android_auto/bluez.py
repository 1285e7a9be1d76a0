"""BlueZ, as far as wireless phones need it: the profile by which they find the car, a nudge, and who is paired.

Interfaces: org.bluez.ProfileManager1, org.bluez.Profile1, org.bluez.Device1 (bluez/doc/org.bluez.*.rst).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from backends.core.bus import Bus
from backends.core.service import Exported
from backends.core.spec import parse_spec
from backends.core.wire import Typed
from backends.interfaces import ServiceError, Unsubscribe

__all__ = ["BLUEZ", "PROFILE_UUID", "Bluez"]

BLUEZ = "org.bluez"
PROFILE_UUID = "4de17a00-52cb-11e6-bdf4-0800200c9a66"
_HEADSET_OF_PHONE = "00001112-0000-1000-8000-00805f9b34fb"
_PATH = "/org/pillion/projection/android_auto"
_CHANNEL = 8
_NUDGE_S = 20.0
_PROFILE = parse_spec(
    """<node><interface name="org.bluez.Profile1">
    <method name="Release"/>
    <method name="NewConnection"><arg type="o" direction="in"/><arg type="h" direction="in"/>
    <arg type="a{sv}" direction="in"/></method>
    <method name="RequestDisconnection"><arg type="o" direction="in"/></method>
    </interface></node>""",
    "org.bluez.Profile1",
)
_logger = logging.getLogger(__name__)


class Bluez:
    """``connected`` is told the phone's address, its name, and the descriptor of the connection, which is then its own."""

    def __init__(self, bus: Bus, connected: Callable[[str, str, int], None]) -> None:
        self._bus = bus
        self._connected = connected
        self._stop: Unsubscribe = bus.export(_PATH, Exported(_PROFILE, self))
        self._stop_owner: Unsubscribe = bus.on_owner(BLUEZ, self._owner)
        self.registered = False
        self._registering: asyncio.Future[None] | None = None

    def close(self) -> None:
        """BlueZ forgets the profile when the bus connection ends."""
        self._stop()
        self._stop_owner()
        if self._registering is not None:
            self._registering.cancel()

    async def nudge(self, address: str) -> None:
        """Connect to the phone's headset side, after which it looks for the car's profile. Raises ServiceError."""
        for path, device in (await self.devices()).items():
            if str(device.get("Address", "")).upper() == address:
                args = (_HEADSET_OF_PHONE,)
                await self._bus.call(BLUEZ, path, "org.bluez.Device1", "ConnectProfile", "s", args, timeout_s=_NUDGE_S)
                return
        raise ServiceError("NotFound", "The phone is not known to Bluetooth. Pair it first.")

    async def paired(self, address: str) -> bool:
        """Whether a phone is paired with the car."""
        try:
            devices = (await self.devices()).values()
        except ServiceError:
            return False
        return any(
            str(device.get("Address", "")).upper() == address.upper() and device.get("Paired") is True
            for device in devices
        )

    async def devices(self) -> dict[str, dict[str, Any]]:
        """Properties of all that BlueZ knows, by path. Raises ServiceError."""
        manager = "org.freedesktop.DBus.ObjectManager"
        (objects,) = await self._bus.call(BLUEZ, "/", manager, "GetManagedObjects")
        return {
            path: interfaces["org.bluez.Device1"]
            for path, interfaces in objects.items()
            if "org.bluez.Device1" in interfaces
        }

    # -- org.bluez.Profile1 ------------------------------------------------------------------------------------------

    def release(self) -> None:
        """BlueZ gave the profile back."""
        self.registered = False

    async def new_connection(self, device: str, fd: int, properties: dict[str, Any]) -> None:
        """A phone found the car."""
        try:
            facts = (await self.devices()).get(device, {})
        except ServiceError:
            facts = {}
        address = str(facts.get("Address") or device.rpartition("/dev_")[2].replace("_", ":")).upper()
        self._connected(address, str(facts.get("Alias") or facts.get("Name") or ""), fd)

    def request_disconnection(self, device: str) -> None:
        """The phone is done with it; its end of the socket says so too."""

    def _owner(self, owner: str | None) -> None:
        self.registered = False
        if owner is not None:
            self._registering = asyncio.ensure_future(self._register())

    async def _register(self) -> None:
        options = {
            "Name": Typed("s", "Android Auto Wireless"),
            "Role": Typed("s", "server"),
            "Channel": Typed("q", _CHANNEL),
            "RequireAuthentication": Typed("b", False),
            "RequireAuthorization": Typed("b", False),
        }
        manager = "org.bluez.ProfileManager1"
        try:
            await self._bus.call(
                BLUEZ, "/org/bluez", manager, "RegisterProfile", "osa{sv}", (_PATH, PROFILE_UUID, options)
            )
        except ServiceError as error:
            _logger.warning("wireless profile not registered reason=%s", error)
        else:
            self.registered = True
