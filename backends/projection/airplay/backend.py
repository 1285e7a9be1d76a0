"""iPhones, iPads and Macs that mirror their screen: the backend ``airplay``. It is there when UxPlay is installed."""

from __future__ import annotations

import asyncio
import shutil
from typing import Any, ClassVar

from backends.core.errors import Invalid
from backends.projection.domain import number_option
from backends.projection.mirror.backend import MirrorBackend
from backends.projection.mirror.link import Link, LinkListener
from backends.projection.mirror.phone import MirrorPhone

__all__ = ["AirplayBackend"]

_RECEIVER = "receiver"
_LOOK_S = 30.0


class AirplayBackend(MirrorBackend):
    """Option ``airplay_port``: the first of three ports to listen on (for a firewall), 0 for any.

    Its one phone is the receiver itself: who will mirror is known when they do.
    """

    NAME: ClassVar[str] = "airplay"
    APP: ClassVar[str] = "AirPlay"
    CAPABILITIES: ClassVar[frozenset[str]] = frozenset({"video", "audio"})

    async def start(self) -> None:
        try:
            self._port = number_option(self.options, "airplay_port", 0, 0, 65533)
        except ValueError as error:
            raise Invalid(str(error)) from None
        await super().start()

    def check_address(self, address: str, details: dict[str, Any]) -> str:
        if address != _RECEIVER:
            raise ValueError("AirPlay has no addresses: the iPhone finds the car")
        return address

    def link(self, phone: MirrorPhone, listener: LinkListener) -> Link:
        from backends.projection.airplay.link import AirplayLink

        return AirplayLink(listener, self._port)

    async def discover(self) -> None:
        """UxPlay may be installed, or be removed, while the car is on."""
        while True:
            if await asyncio.to_thread(shutil.which, "uxplay"):
                self.found(_RECEIVER, name="AirPlay")
            else:
                self.left(_RECEIVER)
            await asyncio.sleep(_LOOK_S)
