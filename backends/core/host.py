"""A process that serves: one bus connection, one or more services, until it is told to end or the bus goes."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import Sequence
from typing import Any

from backends.core.bus import Bus, BusLost
from backends.core.link import BusLink, create_service, published_address
from backends.core.service import Service

__all__ = ["hosted", "run_services", "serve"]

_logger = logging.getLogger(__name__)


class hosted:  # noqa: N801  # reads as a verb: async with hosted(bus, services)
    """Services on a bus for the length of an ``async with``; names are taken once each has started."""

    def __init__(self, bus: Bus, services: Sequence[Service]) -> None:
        self._bus = bus
        self._services = services
        self._undo: list[Any] = []

    async def __aenter__(self) -> BusLink:
        link = BusLink(self._bus, reconnect=False)
        for service in self._services:
            service.bus, service.link = self._bus, link
            await service.start()
            self._undo.append(self._bus.export(service.definition.path, service))
            await self._bus.request_name(service.definition.bus_name)
        self._undo.append(
            self._bus.on_signal(
                "org.freedesktop.DBus", "NameOwnerChanged", self._owner_changed, path="/org/freedesktop/DBus"
            )
        )
        return link

    def _owner_changed(self, _: str, args: tuple[Any, ...]) -> None:
        name, _old, new = args
        if name.startswith(":") and not new:
            for service in self._services:
                service.caller_gone(name)

    async def __aexit__(self, *_: object) -> None:
        for undo in reversed(self._undo):
            undo()
        for service in reversed(self._services):
            await service.stop()


async def serve(names: Sequence[str], address: str | None, options: dict[str, dict[str, Any]]) -> int:
    """Serve until SIGTERM or SIGINT (0) or until the bus is gone (1: the supervisor starts us anew)."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    bus = await Bus.connect(address)
    hosting = loop.create_task(_host(bus, names, options))
    waits = [loop.create_task(ended.wait()), loop.create_task(bus.wait_closed())]
    try:
        await asyncio.wait([hosting, *waits], return_when=asyncio.FIRST_COMPLETED)
    finally:
        # Starting, too, ends here: on a bus that is gone nobody would ever answer it.
        for task in (hosting, *waits):
            task.cancel()
        try:
            with contextlib.suppress(asyncio.CancelledError):
                await hosting
        finally:
            await bus.close()
    return 0 if ended.is_set() else 1


async def _host(bus: Bus, names: Sequence[str], options: dict[str, dict[str, Any]]) -> None:
    """Until cancelled."""
    async with hosted(bus, [create_service(name, options.get(name)) for name in names]):
        await asyncio.Event().wait()


def run_services(names: Sequence[str], address: str | None, options: dict[str, dict[str, Any]]) -> int:
    """Blocking form of `serve`; says in one line why it cannot."""
    try:
        return asyncio.run(serve(names, address or published_address(), options))
    except BusLost as error:
        print(f"pillion: {error}", file=sys.stderr)  # noqa: T201  # the command's own error line
        return 1
