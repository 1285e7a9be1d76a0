"""CarLife among the kinds of projection."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from backends.core import store
from backends.core.errors import Invalid
from backends.projection.adb.server import SERVER_PORT
from backends.projection.carlife.discovery import listen
from backends.projection.carlife.link import CarlifeLink
from backends.projection.carlife.routes import Routes, normal_address, transport_name
from backends.projection.carlife.settings import Settings
from backends.projection.defs import Category
from backends.projection.domain import parse_address
from backends.projection.errors import ProjectionError
from backends.projection.mirror import Link, LinkListener
from backends.projection.mirror.backend import MirrorBackend
from backends.projection.mirror.phone import MirrorPhone

__all__ = ["CarLifeBackend"]

USB_POLL_S = 2.0
_CUID = "cuid"
_logger = logging.getLogger(__name__)


class CarLifeBackend(MirrorBackend):
    """Phones by address, by their calls in the Wi-Fi, and on USB."""

    NAME = "carlife"
    APP = "CarLife"
    CATEGORY = Category.CAR
    CAPABILITIES = frozenset(
        {"video", "audio", "mic", "touch", "keys", "rotary", "resize", "nowplaying", "navigation", "calls"}
    )

    def __init__(self, options: Mapping[str, Any], emit: Callable[..., object], usb: Any = None) -> None:
        super().__init__(options, emit)
        self._usb = usb
        self._settings = Settings()
        self._routes = Routes(usb=usb)
        self.discovery_port = 0

    async def start(self) -> None:
        try:
            server = str(self.options.get("adb_server", f"127.0.0.1:{SERVER_PORT}"))
            address = None if server in ("", "off") else parse_address(server)
            self._settings = Settings.read(self.options, await asyncio.to_thread(self._own_number))
        except ValueError as error:
            raise Invalid(str(error)) from None
        self._routes = Routes(address, self._usb)
        await super().start()

    def link(self, phone: MirrorPhone, listener: LinkListener) -> Link:
        phone.transport = transport_name(phone.address)
        return CarlifeLink(self._routes.transport(phone.address), listener, self._settings)

    def check_address(self, address: str, details: dict[str, Any]) -> str:
        return normal_address(address)

    async def discover(self) -> None:
        heard = await listen(self._settings.discovery_port, self._calls, self.left)
        if heard is not None:
            self.discovery_port = heard[1]
        try:
            await self._look_at_usb()
            await asyncio.Event().wait()
        finally:
            if heard is not None:
                heard[0].close()

    def _calls(self, host: str) -> None:
        with contextlib.suppress(ValueError):
            self.found(normal_address(host), name="CarLife", transport="wifi")

    async def _look_at_usb(self) -> None:
        """Until there is no USB: phones are listed, and become accessories when somebody opens them."""
        from backends.projection import aoap

        seen: set[str] = set()
        while True:
            try:
                now = {f"usb:{phone.location}" for phone in await asyncio.to_thread(aoap.find_phones, self._usb)}
            except ProjectionError as error:
                _logger.info("no phones on USB reason=%s", error.text)
                return
            for address in now - seen:
                self.found(address, name="CarLife", transport="usb")
            for address in seen - now:
                self.left(address)
            seen = now
            await asyncio.sleep(USB_POLL_S)

    def _own_number(self) -> str:
        path = self.memory.folder / _CUID
        known = (store.read_bytes(path) or b"").decode("ascii", "replace").strip()
        if len(known) == 32 and known.isalnum():
            return known
        known = secrets.token_hex(16)
        with contextlib.suppress(OSError):
            store.write_atomic(path, known.encode())
        return known
