"""A whole head unit in processes of its own, and a hand that uses it from outside over D-Bus alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from backends.core.bus import Bus
from backends.core.link import BusLink
from backends.interfaces import ServiceError
from tests.fakes.host import until
from ui.bench.unit import StartedUnit, started

__all__ = ["Outside", "outside"]

_UI_TEST = ("org.pillion.UiTest1", "/org/pillion/UiTest1", "org.pillion.UiTest1")


class Outside:
    """Verbs of a person before the screen, and a link to the services for what the screen does not tell."""

    def __init__(self, unit: StartedUnit, bus: Bus) -> None:
        self.unit = unit
        self.bus = bus
        self.link = BusLink(bus, reconnect=False)

    @property
    def bus_address(self) -> str:
        return (self.unit.folder / "run" / "pillion" / "bus").read_text().strip()

    async def _do(self, member: str, signature: str = "", *args: Any, timeout_s: float = 10) -> tuple[Any, ...]:
        return await self.bus.call(*_UI_TEST, member, signature, args, timeout_s)

    async def tap(self, selector: str) -> None:
        await self.see(selector)
        await self._do("Tap", "s", selector)

    async def tap_at(self, x: float, y: float) -> None:
        await self._do("TapAt", "dd", x, y)

    async def see(self, selector: str, deadline_s: float = 20) -> dict[str, Any]:
        """Wait until an item is seen; its facts."""
        await self._do("WaitSeen", "su", selector, int(deadline_s * 1000), timeout_s=deadline_s + 5)
        return (await self.find(selector))[0]

    async def find(self, selector: str) -> list[dict[str, Any]]:
        """Items as they are now."""
        return list((await self._do("Find", "s", selector))[0])

    async def reads(self, selector: str, value: Any, name: str = "text", deadline_s: float = 20) -> None:
        """Wait until a property has a value."""
        await self._do("WaitFor", "ssvu", selector, name, value, int(deadline_s * 1000), timeout_s=deadline_s + 5)

    async def read(self, selector: str, name: str = "text") -> Any:
        return (await self._do("Read", "ss", selector, name))[0]

    async def screenshot(self) -> QImage:
        (png,) = await self._do("Screenshot")
        image = QImage.fromData(png)
        assert not image.isNull()
        return image

    async def answers(self, service: str, deadline_s: float = 20) -> None:
        """Wait until a service is ready."""
        ready = False

        async def ask() -> None:
            nonlocal ready
            while not ready:
                try:
                    ready = bool((await self.link.properties(service)).get("Ready"))
                except ServiceError:
                    await asyncio.sleep(0.02)

        async with asyncio.timeout(deadline_s):
            await ask()

    def service_pid(self, service: str) -> int:
        """The process that hosts a service, found as `ps` would; 0 while there is none."""
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    words = (entry / "cmdline").read_bytes().split(b"\0")
                except OSError:
                    continue
                if b"services" in words and service.encode() in words and self.bus_address.encode() in words:
                    return int(entry.name)
        return 0


@asynccontextmanager
async def outside(command: list[str]) -> AsyncIterator[Outside]:
    """Start a unit with this command, wait until it can be touched and its UI test face is there."""
    with started(command) as unit:
        published = unit.folder / "run" / "pillion" / "bus"
        await until(lambda: published.exists() and published.read_text().strip(), 20, "the bus address is published")
        bus = await Bus.connect(published.read_text().strip())
        try:
            owners: list[str | None] = []
            bus.on_owner(_UI_TEST[0], owners.append)
            await until(lambda: owners and owners[-1], 20, "org.pillion.UiTest1 is there")
            yield Outside(unit, bus)
        finally:
            await bus.close()
