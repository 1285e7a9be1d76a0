"""Phones that project their screen by Android Auto: by address, on USB, or over the car's own Wi-Fi."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from backends.core.errors import Invalid
from backends.projection.android_auto import sentences as say
from backends.projection.android_auto.car import Car, Settings
from backends.projection.android_auto.identity import Identities
from backends.projection.android_auto.link import AndroidAutoLink, Way
from backends.projection.android_auto.opening import Doubts
from backends.projection.android_auto.transport import Transport, connect
from backends.projection.android_auto.wireless import Wireless
from backends.projection.aoap import Accessory, find_phones, open_accessory
from backends.projection.defs import Category
from backends.projection.domain import format_address, parse_address
from backends.projection.errors import ProjectionError, Unsupported
from backends.projection.mirror import Link, LinkListener, MirrorBackend, MirrorPhone

__all__ = ["PORT", "AndroidAutoBackend"]

PORT = 5277
USB_LOOK_S = 2.0
_OPTIONS = "android_auto_"
_USB = "usb:"
_BLUETOOTH = "bt:"
_STATION = re.compile(r"(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}")
_ACCESSORY = Accessory("Android", "Android Auto", "Pillion head unit", "1.0", "", "")
_logger = logging.getLogger(__name__)


class AndroidAutoBackend(MirrorBackend):
    """Options, all beginning with ``android_auto_``: see `Settings.read`; ``usb`` (on or off), ``wireless`` with those of
    `Wireless.read`."""

    NAME: ClassVar[str] = "android-auto"
    APP: ClassVar[str] = "Android Auto"
    CATEGORY: ClassVar[Category] = Category.CAR
    CAPABILITIES: ClassVar[frozenset[str]] = frozenset(
        {"video", "audio", "mic", "touch", "keys", "rotary", "nowplaying", "navigation", "calls", "notifications"}
    )
    USB_BACKEND: ClassVar[Any] = None
    """pyusb's; None takes the first that works."""

    def __init__(self, options: Mapping[str, Any], emit: Callable[..., object]) -> None:
        super().__init__(options, emit)
        own = {key.removeprefix(_OPTIONS): value for key, value in options.items() if key.startswith(_OPTIONS)}
        self.settings = Settings.read(own)
        self.identities = Identities(self.settings.cert_path, self.settings.key_path, self.memory.folder)
        self.wireless = Wireless.read(own, lambda: self._context.surroundings.name, self.memory.folder)
        self._usb = str(own.get("usb", "on")) != "off"
        self._doubts: dict[str, Doubts] = {}

    def link(self, phone: MirrorPhone, listener: LinkListener) -> Link:
        doubts = self._doubts.setdefault(phone.id, Doubts())
        paired = self.wireless.paired if self.wireless is not None else _nobody
        return AndroidAutoLink(
            self._way(phone.address), Car(self.settings), listener, self.identities.load, paired, doubts
        )

    def check_address(self, address: str, details: dict[str, Any]) -> str:
        text = address.strip()
        try:
            return self._normal(text)
        except ValueError:
            raise Invalid(say.ADDRESS) from None

    def _normal(self, text: str) -> str:
        """Raises ValueError."""
        if text.startswith(_USB) and len(text) > len(_USB):
            return text
        if text.startswith(_BLUETOOTH):
            if not _STATION.fullmatch(text.removeprefix(_BLUETOOTH)):
                raise ValueError("no Bluetooth address")
            return _BLUETOOTH + text.removeprefix(_BLUETOOTH).upper()
        bare = text.count(":") == 0 or text.endswith("]")
        return format_address(*parse_address(f"{text}:{PORT}" if bare else text))

    async def accept(self, phone: MirrorPhone, what: str, value: str) -> None:
        """A certificate is the car's, not the phone's: a PEM text, or where the file is."""
        if what != "certificate":
            await super().accept(phone, what, value)
            return
        try:
            await asyncio.to_thread(self.identities.accept, value)
        except Unsupported as error:
            raise Invalid(error.text) from None
        self._doubts.clear()

    async def discover(self) -> None:
        async with asyncio.TaskGroup() as group:
            if self._usb:
                group.create_task(self._look_at_usb())
            if self.wireless is not None:
                group.create_task(self.wireless.serve(self._came_wireless))

    async def _look_at_usb(self) -> None:
        seen: set[str] = set()
        while True:
            try:
                phones = await asyncio.to_thread(find_phones, self.USB_BACKEND)
            except ProjectionError as error:
                _logger.info("usb not looked at reason=%s", error.text)
                return
            now = {_USB + phone.location for phone in phones}
            for address in now - seen:
                self.found(
                    address, name="" if self._id(address) in self.memory.entries else "Phone on USB", transport="usb"
                )
            for address in seen - now:
                self.left(address)
            seen = now
            await asyncio.sleep(USB_LOOK_S)

    def _came_wireless(self, address: str, name: str) -> None:
        """It is in the car's Wi-Fi and waits: take it, unseen until somebody wants to look."""
        phone = self.found(_BLUETOOTH + address, name=name, transport="wireless")
        self._tasks.start(self.connect(phone.id), "wireless phone")

    def _way(self, address: str) -> Way:
        if address.startswith(_USB):
            location = address.removeprefix(_USB)

            async def by_usb() -> Transport:
                return await open_accessory(location, _ACCESSORY, self.USB_BACKEND)

            return Way(by_usb, f"USB {location}")
        if address.startswith(_BLUETOOTH):
            wireless = self.wireless
            if wireless is None:
                raise Unsupported(say.NOT_WIRELESS)
            station = address.removeprefix(_BLUETOOTH)
            return Way(
                lambda: wireless.reach(station), f"Wi-Fi of the car, found by Bluetooth {station}", wireless.bssid
            )
        host, port = parse_address(address)
        return Way(lambda: connect(host, port), f"TCP {address}")


async def _nobody(address: str) -> bool:
    return False
