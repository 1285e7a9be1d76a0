"""Dongles, each with the phone behind it: the backend ``carlinkit``."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

from usb.backend import IBackend

from backends.core.errors import Invalid
from backends.projection.carlinkit.hotplug import Hotplug
from backends.projection.carlinkit.link import CarlinkitLink
from backends.projection.carlinkit.settings import CHOICES, NUMBERS, DongleSettings
from backends.projection.carlinkit.transport import TCP_SCHEME, TcpTransport, Transport, parse_tcp
from backends.projection.carlinkit.usb import USB_SCHEME, UsbTransport, find_dongles, parse_usb, usb_id
from backends.projection.defs import Category
from backends.projection.errors import ProjectionError
from backends.projection.mirror.backend import MirrorBackend
from backends.projection.mirror.link import Link, LinkListener
from backends.projection.mirror.phone import MirrorPhone

__all__ = ["CarlinkitBackend"]

DONGLE = "Phone dongle"
"""What one is called until a phone has told its name."""
_logger = logging.getLogger(__name__)


class CarlinkitBackend(MirrorBackend):
    """Addresses: ``usb`` (the dongle that is plugged in), ``usb:BUS-PORT``, ``tcp://host:port``.

    ``provide`` takes the settings of `DongleSettings` by name. ``library`` is pyusb's backend; None: its own choice.
    """

    NAME: ClassVar[str] = "carlinkit"
    APP: ClassVar[str] = "CarPlay dongle"
    CATEGORY: ClassVar[Category] = Category.CAR
    TRANSPORT: ClassVar[str] = "usb"
    CAPABILITIES: ClassVar[frozenset[str]] = frozenset(
        {"video", "audio", "mic", "touch", "keys", "rotary", "nowplaying", "navigation", "calls"}
    )

    def __init__(
        self, options: Mapping[str, Any], emit: Callable[..., object], library: IBackend | None = None
    ) -> None:
        super().__init__(options, emit)
        self._library = library
        self._links: dict[str, CarlinkitLink] = {}
        self._plugged: dict[str, str] = {}  # where on USB: the address it was found by
        self.hotplug: Hotplug | None = None

    # -- what the base asks ------------------------------------------------------------------------------------------

    def link(self, phone: MirrorPhone, listener: LinkListener) -> Link:
        link = CarlinkitLink(
            self._transport(phone), listener, self._settings(phone), on_kind=partial(self._is_of_kind, phone)
        )
        self._links[phone.id] = link
        return link

    def check_address(self, address: str, details: dict[str, Any]) -> str:
        """The address itself, in lower case. Raises ValueError."""
        address = address.strip().lower() or USB_SCHEME
        if address.startswith(TCP_SCHEME):
            parse_tcp(address)
        else:
            parse_usb(address)
        return address

    async def discover(self) -> None:
        """Dongles on USB come and go."""
        with Hotplug() as self.hotplug:
            while True:
                try:
                    devices = await asyncio.to_thread(find_dongles, self._library)
                except ProjectionError as error:
                    _logger.info("no dongles on usb reason=%s", error.text)
                    return
                self._see({usb_id(device) for device in devices})
                await self.hotplug.changed()

    async def add_device(self, address: str, details: Mapping[str, Any] | None = None) -> str:
        key = await super().add_device(address, details)
        if not self.phone(key).entry.name:
            self.phone(key).learn({"name": DONGLE})
        return key

    async def accept(self, phone: MirrorPhone, what: str, value: str) -> None:
        """A setting; one that a dongle takes while it runs works at once. Raises Invalid."""
        try:
            settings = self._settings(phone).changed(what, value)
        except ValueError as error:
            raise Invalid(str(error)) from None
        phone.details["settings"] = settings.stored()
        self.memory.entries[phone.id] = phone.entry
        if (link := self._links.get(phone.id)) is not None:
            link.change(settings)

    def apps(self, device: str) -> list[dict[str, Any]]:
        phone = self.phone(device)
        kind = phone.details.get("kind")
        return [{**app, "name": kind if isinstance(kind, str) and kind else self.APP} for app in super().apps(device)]

    def report(self, device: str) -> list[tuple[str, str, str]]:
        """What was negotiated, and the settings with what each can be."""
        session = self._sessions.get(device)
        phone = session.phone if session is not None else self.phone(device)
        settings = self._settings(phone).stored()
        allowed = {what: ", ".join(words) for what, words in CHOICES.items()}
        allowed |= {what: f"{low} to {high}" for what, (low, high, _) in NUMBERS.items()}
        return [
            *super().report(device),
            *(("settings", what, str(value)) for what, value in settings.items()),
            *(("choices", what, words) for what, words in allowed.items()),
        ]

    # -- dongles -----------------------------------------------------------------------------------------------------

    def _see(self, places: set[str]) -> None:
        """What is plugged in now. The first is called ``usb``, wherever it is, so that its settings go with it."""
        for place in [one for one in self._plugged if one not in places]:
            self.left(self._plugged.pop(place))
        for place in sorted(places - self._plugged.keys()):
            address = f"{USB_SCHEME}:{place}" if USB_SCHEME in self._plugged.values() else USB_SCHEME
            self._plugged[place] = address
            known = self._phones.get(self._id(address))
            name = "" if known is not None and known.entry.name else DONGLE
            self.found(address, name=name, transport="usb", details={"place": place})

    def _is_of_kind(self, phone: MirrorPhone, kind: str) -> None:
        if phone.details.get("kind") != kind:
            phone.details["kind"] = kind
            self.emit("AppsChanged", phone.id)

    def _transport(self, phone: MirrorPhone) -> Transport:
        if phone.address.startswith(TCP_SCHEME):
            return TcpTransport(phone.address)
        place = next((one for one, address in self._plugged.items() if address == phone.address), "")
        address = f"{USB_SCHEME}:{place}" if place else phone.address
        return UsbTransport(address, self._library)

    def _settings(self, phone: MirrorPhone) -> DongleSettings:
        stored = phone.details.get("settings")
        return DongleSettings.read(stored if isinstance(stored, dict) else {})
