"""Services under test, both ways: in this process, and over a private dbus-daemon."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from backends.core.bus import Bus
from backends.core.host import hosted
from backends.core.launcher import Launcher
from backends.core.link import BusLink, LocalLink
from backends.core.service import Service

__all__ = ["bus_link", "local_link", "private_bus", "until"]


async def until(predicate: Callable[[], object], deadline_s: float = 10.0, what: str = "") -> None:
    """Wait for something to become true. Raises TimeoutError naming it."""
    try:
        async with asyncio.timeout(deadline_s):
            while not predicate():
                await asyncio.sleep(0.01)
    except TimeoutError:
        raise TimeoutError(f"not within {deadline_s:g} s: {what or predicate}") from None


@asynccontextmanager
async def private_bus() -> AsyncIterator[str]:
    """The address of a dbus-daemon of our own."""
    async with Launcher() as launcher:
        yield launcher.address


@asynccontextmanager
async def local_link(services: dict[str, Service]) -> AsyncIterator[LocalLink]:
    """The services in this process."""
    link = LocalLink()
    try:
        for service in services.values():
            await link.add(service)
        yield link
    finally:
        await link.close()


@asynccontextmanager
async def bus_link(services: dict[str, Service]) -> AsyncIterator[BusLink]:
    """The services on one connection of a private bus, the client on another."""
    async with private_bus() as address:
        server, client = await Bus.connect(address), await Bus.connect(address)
        link = BusLink(client, address)
        try:
            async with hosted(server, list(services.values())):
                yield link
        finally:
            await link.close()
            await server.close()
