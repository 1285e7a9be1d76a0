"""One phone: whether it is there, what it is called, which apps it has. What follows it makes it come back."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from backends.projection.adb import AdbDevice, run_shell
from backends.projection.defs import DeviceState, Reason
from backends.projection.errors import ProjectionError, TooSlow, Unsupported
from backends.projection.scrcpy import PhoneApp, ServerOnPhone, dialect_for, list_apps, provision
from backends.projection.scrcpy.categories import category_of
from backends.projection.scrcpy.connection import ServerRefusal
from backends.projection.tasks import Tasks
from backends.projection.words import plain

__all__ = ["CAPABILITIES", "Phone"]

CAPABILITIES = ("app_list", "several", "video", "audio", "touch", "keys", "text", "resize", "clipboard")
ENCODERS_MAX = 4
"""Phones encode two to four pictures at a time."""
HEARTBEAT_S = 30.0
_BATTERY = re.compile(rb"^\s*level: (\d{1,3})\s*$", re.MULTILINE)
_CHARGING = re.compile(rb"^\s*(AC|USB|Wireless|Dock) powered: true\s*$", re.MULTILINE)
_NAME_MAX = 64
_logger = logging.getLogger(__name__)


class Phone:
    """``changed`` is called whenever `report` may differ, ``apps_changed`` when the list does."""

    def __init__(
        self,
        phone_id: str,
        transport: str,
        changed: Callable[[Phone], None],
        apps_changed: Callable[[Phone], None],
        server_option: str | None = None,
    ) -> None:
        self.id = phone_id
        self.transport = transport
        self.state = DeviceState.OFFLINE
        self.problem = ""
        self.needs = ""
        self.host = ""
        """Its IP address where it is reached by one."""
        self.encoders = ENCODERS_MAX
        """How many pictures at a time it can encode, as far as is known."""
        self.charging = False
        self.name = ""
        self.battery = -1
        self.link: AdbDevice | None = None
        self.apps: list[PhoneApp] | None = None
        self._changed = changed
        self._apps_changed = apps_changed
        self._server_option = server_option
        self._server: ServerOnPhone | None = None
        self._came = asyncio.Event()
        self._went = asyncio.Event()
        self._nudged = asyncio.Event()
        self._busy = asyncio.Lock()
        self._tasks = Tasks()
        self._asked = False
        self._listing: asyncio.Task[list[PhoneApp]] | None = None

    def report(self) -> dict[str, Any]:
        """As in ``Devices``."""
        return {
            "id": self.id,
            "name": self.name or self.id,
            "transport": self.transport,
            "backends": ["scrcpy"],
            "state": self.state.value,
            "battery": self.battery,
            "charging": self.charging,
            "problem": self.problem,
            "needs": self.needs,
            "connected": self.link is not None,
            "capabilities": list(CAPABILITIES),
        }

    def set_state(self, state: DeviceState, problem: str = "", *, needs: str = "") -> None:
        """Tell how it stands; a ready phone that is not there any more is LOST rather than OFFLINE."""
        if state is DeviceState.OFFLINE and self.state in (DeviceState.READY, DeviceState.LOST):
            state = DeviceState.LOST
        if (state, problem, needs) != (self.state, self.problem, self.needs):
            if problem and problem != self.problem:
                _logger.info("phone=%s state=%s problem=%s", self.id, state, problem)
            self.state, self.problem, self.needs = state, problem, needs
            self._changed(self)

    def attach(self, link: AdbDevice) -> None:
        """The phone is there and lets us in."""
        self.link = link
        self.name = plain(link.name, _NAME_MAX) or self.name
        self._server = None
        self._asked = False
        self.encoders = ENCODERS_MAX
        self._went.clear()
        self._came.set()
        self.set_state(DeviceState.READY)
        self._tasks.start(self._greet(link), f"phone {self.id}")

    def detach(self, error: ProjectionError) -> None:
        """The phone is gone."""
        self.link = None
        self._came.clear()
        self._went.set()
        self.set_state(DeviceState.LOST, error.text)

    async def wait_ready(self) -> None:
        """Return once it is there."""
        await self._came.wait()

    def nudge(self) -> None:
        """Something that a person had to give was given: try again now."""
        self._nudged.set()

    async def wait_nudged(self, timeout_s: float) -> None:
        """Return when it is nudged, or after ``timeout_s``."""
        self._nudged.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                await self._nudged.wait()

    async def check(self) -> None:
        """Find out whether it is still there."""
        if self.link is not None:
            await self.link.check()

    async def wait_gone(self, timeout_s: float) -> bool:
        """True when it is gone, at once or within ``timeout_s``."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                await self._went.wait()
        return self.link is None

    async def server(self) -> tuple[AdbDevice, ServerOnPhone]:
        """The phone with a server on it, put there if need be. Raises ProjectionError."""
        async with self._busy:
            link = self._require()
            if self._server is None:
                self._server = await provision(link, self._server_option)
            return link, self._server

    def learn_version(self, version: str) -> None:
        """The server on the phone turned out to be another version. Raises Unsupported when it is of no use."""
        if self._server is not None:
            self._server = replace(self._server, dialect=dialect_for(version))

    async def list_apps(self) -> list[PhoneApp]:
        """The phone's apps, asked anew; whoever asks meanwhile gets the same answer. Raises ProjectionError."""
        if self._listing is None:
            self._listing = asyncio.create_task(self._list_apps(), name=f"apps {self.id}")
            self._listing.add_done_callback(self._listed)
        return await asyncio.shield(self._listing)

    def _listed(self, listing: asyncio.Task[list[PhoneApp]]) -> None:
        self._listing = None
        if not listing.cancelled():
            listing.exception()  # seen here; whoever asked got it too

    async def _list_apps(self) -> list[PhoneApp]:
        link, server = await self.server()
        try:
            apps = await list_apps(link, server)
        except ServerRefusal as refusal:
            if refusal.version is None:
                raise
            self.learn_version(refusal.version)
            link, server = await self.server()
            apps = await list_apps(link, server)
        if apps != self.apps:
            self.apps = apps
            self._apps_changed(self)
        return apps

    def app_reports(self) -> list[dict[str, Any]]:
        """As in ``Apps``."""
        return [
            {"id": app.package, "name": app.name, "system": app.system, "category": category_of(app.package).value}
            for app in self.apps or []
        ]

    async def close(self) -> None:
        """Let go of it."""
        await self._tasks.close()
        if self._listing is not None:
            self._listing.cancel()
            await asyncio.wait({self._listing})
        if self.link is not None:
            await self.link.close()

    def _require(self) -> AdbDevice:
        if self.link is None:
            raise Unsupported("The phone is not here.", Reason.PHONE_LOST)
        return self.link

    async def _greet(self, link: AdbDevice) -> None:
        """Learn what a page wants to show, then listen whether the phone still answers."""
        while self.link is link:
            if self.problem or self.apps is None or not self._asked:
                await self._ask_apps(link)
            try:
                await self._read_battery(link)
            except TooSlow:
                _logger.info("phone does not answer phone=%s action=drop", self.id)
                await link.close()
            await self.wait_gone(HEARTBEAT_S)

    async def _ask_apps(self, link: AdbDevice) -> None:
        """Once each time it comes, and again while it does not work: somebody may put the missing file in place."""
        problem = needs = ""
        try:
            await self.list_apps()
        except ProjectionError as error:
            problem = error.text if isinstance(error, Unsupported) else ""
            needs = "server_file" if error.reason in (Reason.NO_SERVER_FILE, Reason.SERVER_VERSION) else ""
        self._asked = True
        if self.link is link:
            self.set_state(DeviceState.READY, problem, needs=needs)

    async def _read_battery(self, link: AdbDevice) -> None:
        result = await run_shell(link, "dumpsys battery", timeout_s=5.0, limit=64 * 1024)
        match = _BATTERY.search(result.output)
        level = int(match[1]) if match else -1
        level = level if level <= 100 else -1
        charging = _CHARGING.search(result.output) is not None
        if (level, charging) != (self.battery, self.charging):
            self.battery, self.charging = level, charging
            self._changed(self)
