"""Phones that an adb server knows (USB, paired Wi-Fi, emulators): they appear, change and vanish by its word."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from backends.projection.adb.server import AdbServer, ServerDevice, Tracked
from backends.projection.defs import DeviceState
from backends.projection.domain import Backoff
from backends.projection.errors import LinkLost, ProjectionError
from backends.projection.scrcpy.phones import Phone
from backends.projection.tasks import Tasks

__all__ = ["ServerTracker"]

RETRY_STEPS_S = (1.0, 2.0, 5.0)
CHECK_EVERY_S = 2.0
"""How often a phone that the server reached by address is looked after."""
REACH_STEPS_S = (1.0,) * 120 + (5.0,)
"""How often the server is asked to reach again for a lost phone that it knew by address."""
_STATES = {
    "unauthorized": (DeviceState.UNAUTHORIZED, "Allow this car on the phone's screen."),
    "authorizing": (DeviceState.UNAUTHORIZED, "Allow this car on the phone's screen."),
    "connecting": (DeviceState.CONNECTING, ""),
    "no": (DeviceState.UNAUTHORIZED, "This car may not use the USB port: the udev rule for phones is missing."),
}
_logger = logging.getLogger(__name__)


class ServerTracker:
    """``make`` gives the `Phone` for a serial (None: reached another way already); ``forget`` is told of strangers gone."""

    def __init__(self, server: AdbServer, make: Callable[[str], Phone | None], forget: Callable[[Phone], None]) -> None:
        self._server = server
        self._make = make
        self._forget = forget
        self._phones: dict[str, Phone] = {}
        self._links: dict[str, ServerDevice] = {}
        self._tasks = Tasks()
        self._updating = asyncio.Lock()

    def drop(self, serial: str) -> None:
        """Forget a phone that is not there."""
        self._phones.pop(serial, None)

    async def run(self) -> None:
        """Follow the server whenever it runs; never returns."""
        backoff = Backoff(RETRY_STEPS_S)
        try:
            while True:
                try:
                    async for found in self._server.track():
                        backoff.reset()
                        await self._update(found)
                except ProjectionError as error:
                    _logger.debug("adb server away reason=%s", error.text)
                for serial in list(self._links):
                    self._lose(serial, LinkLost("The adb server ended."))
                await asyncio.sleep(backoff.next())
        finally:
            await self._tasks.close()

    async def _update(self, found: dict[str, Tracked]) -> None:
        async with self._updating:
            await self._apply(found)

    async def _apply(self, found: dict[str, Tracked]) -> None:
        for serial in [known for known in self._phones if known not in found]:
            self._vanish(serial)
        for serial, tracked in found.items():
            phone = self._phones.get(serial) or self._make(serial)
            if phone is None:
                continue
            self._phones[serial] = phone
            if tracked.state == "device":
                if serial not in self._links:
                    await self._attach(serial, phone)
                continue
            self._lose(serial, LinkLost("The phone is gone."))
            state, problem = _STATES.get(tracked.state, (DeviceState.OFFLINE, f"adb says: {tracked.state}."))
            phone.set_state(
                state, problem, needs="permission" if tracked.state in ("unauthorized", "authorizing") else ""
            )

    async def _attach(self, serial: str, phone: Phone) -> None:
        try:
            features = await self._server.features(serial)
            models = await self._server.devices()
        except ProjectionError as error:
            phone.set_state(DeviceState.OFFLINE, error.text)
            self._tasks.start(self._again(), f"adb server phone {serial}")
            return
        name = models[serial].model if serial in models else ""
        self._links[serial] = link = ServerDevice(self._server, serial, name, features)
        phone.attach(link)
        self._tasks.start(self._watch(serial, phone, link), f"adb server phone {serial}")

    async def _again(self) -> None:
        """Look anew a little later: what the server said of a phone was out of date."""
        await asyncio.sleep(CHECK_EVERY_S)
        await self._update(await self._server.devices())

    async def _watch(self, serial: str, phone: Phone, link: ServerDevice) -> None:
        by_address = ":" in serial
        gone = asyncio.ensure_future(link.wait_closed())
        try:
            while not (await asyncio.wait({gone}, timeout=CHECK_EVERY_S if by_address else None))[0]:
                await link.check()
        finally:
            gone.cancel()
        if self._links.get(serial) is link:
            del self._links[serial]
        phone.detach(gone.result())
        backoff = Backoff(REACH_STEPS_S)
        if not by_address or not await self._lost_not_dismissed(serial):
            return
        while serial not in self._links and self._phones.get(serial) is phone:
            await self._reach(serial)
            await asyncio.sleep(backoff.next())

    async def _lost_not_dismissed(self, serial: str) -> bool:
        """adb keeps a phone that left; one that somebody disconnected it does not know any more."""
        try:
            return bool(await self._server.state(serial))
        except ProjectionError:
            return False

    async def _reach(self, serial: str) -> None:
        """adb tries a phone on TCP again every 10 s only, and calls it connected meanwhile: have it start afresh."""
        try:
            if await self._server.state(serial) == "device":
                await self._update(await self._server.devices())
                return
            await self._server.disconnect_address(serial)
        except ProjectionError as error:
            _logger.debug("not connected serial=%s reason=%s", serial, error.text)
        try:
            _logger.debug("reach serial=%s answer=%s", serial, await self._server.connect_address(serial))
        except ProjectionError as error:
            _logger.debug("reach serial=%s failed=%s", serial, error.text)

    def _lose(self, serial: str, error: ProjectionError) -> None:
        if link := self._links.pop(serial, None):
            link.lost(error)

    def _vanish(self, serial: str) -> None:
        self._lose(serial, LinkLost("The phone was unplugged."))
        phone = self._phones[serial]
        if phone.name:
            phone.set_state(DeviceState.LOST, "The phone was unplugged.")
        else:
            del self._phones[serial]
            self._forget(phone)
