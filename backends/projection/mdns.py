"""Who offers a service on this network, by the Avahi daemon's D-Bus interface (avahi-daemon/org.freedesktop.Avahi.Server.xml).

Without a system bus or without Avahi nobody is found, and nobody is troubled with it.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from backends.core.bus import Bus, BusLost
from backends.interfaces import ServiceError
from backends.projection.tasks import Tasks
from backends.projection.words import plain

__all__ = ["FOUND_MAX", "Offer", "browse"]

FOUND_MAX = 32
"""Offers followed at a time: a network may be full of them, or of lies."""
_AVAHI = "org.freedesktop.Avahi"
_SERVER = f"{_AVAHI}.Server"
_BROWSER = f"{_AVAHI}.ServiceBrowser"
_ANY, _IPV4 = -1, 0
_AGAIN_S = 30.0
_RESOLVE_S = 6.0
_ADDRESS = re.compile(r"\d{1,3}(\.\d{1,3}){3}\Z")
_logger = logging.getLogger(__name__)

_Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """``name`` is what its owner calls it; ``host`` an IPv4 address."""

    name: str
    host: str
    port: int


async def browse(service: str, found: Callable[[Offer], None], left: Callable[[Offer], None]) -> None:
    """Follow who offers ``service`` ("_rfb._tcp"), until cancelled."""
    while True:
        try:
            bus = await Bus.connect(system=True)
        except BusLost as error:
            _logger.debug("no system bus error=%s", error)
        else:
            follower = _Follower(bus, service, found, left)
            try:
                await follower.run()
            finally:
                await follower.close()
                await bus.close()
        await asyncio.sleep(_AGAIN_S)


class _Follower:
    """One connection to the bus."""

    def __init__(self, bus: Bus, service: str, found: Callable[[Offer], None], left: Callable[[Offer], None]) -> None:
        self._bus = bus
        self._service = service
        self._found = found
        self._left = left
        self._offers: dict[_Key, Offer | None] = {}
        self._tasks = Tasks()

    async def run(self) -> None:
        """Until the bus is gone."""
        sender = f"sender='{_AVAHI}'"
        self._bus.on_signal(_BROWSER, "ItemNew", lambda _, args: self._new(args), extra=sender)
        self._bus.on_signal(_BROWSER, "ItemRemove", lambda _, args: self._removed(args), extra=sender)
        self._bus.on_owner(_AVAHI, self._owner)
        await self._bus.wait_closed()

    async def close(self) -> None:
        await self._tasks.close()
        self._forget()

    def _owner(self, owner: str | None) -> None:
        """Avahi came, went, or was started again."""
        self._forget()
        if owner is not None:
            self._tasks.start(self._browse(), "mdns browser")

    async def _browse(self) -> None:
        try:
            args = (_ANY, _IPV4, self._service, "", 0)
            await self._bus.call(_AVAHI, "/", _SERVER, "ServiceBrowserNew", "iissu", args)
        except ServiceError as error:
            _logger.info("nobody is looked for service=%s error=%s", self._service, error)

    def _new(self, args: tuple[Any, ...]) -> None:
        key = args[:5]
        if len(args) < 6 or args[3] != self._service or key in self._offers or len(self._offers) >= FOUND_MAX:
            return
        self._offers[key] = None
        self._tasks.start(self._resolve(key), "mdns resolver")

    def _removed(self, args: tuple[Any, ...]) -> None:
        offer = self._offers.pop(args[:5], None)
        if offer is not None and offer not in self._offers.values():
            self._left(offer)

    async def _resolve(self, key: _Key) -> None:
        try:
            answer = await self._bus.call(
                _AVAHI, "/", _SERVER, "ResolveService", "iisssiu", (*key, _IPV4, 0), timeout_s=_RESOLVE_S
            )
        except ServiceError as error:
            _logger.debug("not resolved error=%s", error)
            self._offers.pop(key, None)
            return
        name, host, port = str(answer[2]), str(answer[7]), int(answer[8])
        if key in self._offers and _ADDRESS.match(host) and port:
            offer = Offer(plain(name, 64), host, port)
            known = offer in self._offers.values()
            self._offers[key] = offer
            if not known:
                self._found(offer)

    def _forget(self) -> None:
        gone = {offer for offer in self._offers.values() if offer is not None}
        self._offers.clear()
        for offer in gone:
            self._left(offer)
