"""Keeps the way to the control units open, scans, polls and clears; tells a `Face` what is so.

States: offline (adapter or bus away: opened again after 0.5 s, then ever less often), silent (nobody answers: asked a few times,
then only when the car's bus comes up or a person asks, so that a parked car may sleep), ready.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from typing import Any, Protocol

from backends.core.errors import Offline, Refused, ServiceFault
from backends.diagnostics.addresses import Unit
from backends.diagnostics.clearing import Clearing
from backends.diagnostics.config import Config
from backends.diagnostics.domain import Findings
from backends.diagnostics.errors import Away, DiagnosticsError, Silent
from backends.diagnostics.live import LivePoller, Value
from backends.diagnostics.scanner import Scanner
from backends.diagnostics.standstill import is_parked
from backends.diagnostics.transports.base import Transport
from backends.diagnostics.views import dtc_list
from backends.interfaces import Link, Unsubscribe

__all__ = ["BACKOFF_S", "Engine", "Face"]

BACKOFF_S = (0.5, 1.0, 1.0, 2.0, 2.0, 2.0, 5.0, 10.0, 30.0)
_ALIVE_S = 10.0
_log = logging.getLogger(__name__)


class Face(Protocol):
    """Who is told."""

    def set_property(self, name: str, value: Any) -> None: ...

    def emit(self, member: str, *args: Any, lane: str = "now") -> bool: ...


class Engine:
    """One car's diagnostics."""

    def __init__(
        self,
        transport: Transport,
        config: Config,
        clearing: Clearing,
        face: Face,
        link: Callable[[], Link | None],
        backoff_s: Sequence[float] = BACKOFF_S,
    ) -> None:
        self.findings = Findings()
        self._transport = transport
        self._config = config
        self._clearing = clearing
        self._face = face
        self._link = link
        self._backoff = backoff_s
        self._poller = LivePoller(transport, self._deliver)
        self._wanted: set[str] = set()
        self._wake = asyncio.Event()
        self._poll_wake = asyncio.Event()
        self._busy = ""
        self._asked = True
        self._state = "offline"
        self._job: asyncio.Task[None] | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._unfollow: Unsubscribe | None = None

    # -- life --------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin; needs a running loop."""
        self._face.set_property("Adapter", self._transport.name)
        self._become("offline", "")
        self._tasks = [self._spawn(self._keep()), self._spawn(self._poll())]
        link = self._link()
        if link is not None:
            self._unfollow = link.on_signal("vehicle", "PropertiesChanged", self._on_vehicle)

    async def stop(self) -> None:
        """End everything and let go of the adapter."""
        if self._unfollow is not None:
            self._unfollow()
        tasks = [*self._tasks, *([self._job] if self._job is not None else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._transport.close()

    @staticmethod
    def _spawn(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        return asyncio.get_running_loop().create_task(work)

    def _become(self, state: str, problem: str) -> None:
        self._state = state
        self._face.set_property("State", state)
        self._face.set_property("Problem", problem)

    def _on_vehicle(self, changed: Mapping[str, Any]) -> None:
        """The car woke up."""
        if changed.get("BusState") == "up" and self._state == "silent":
            self._asked = True
            self._wake.set()

    async def _keep(self) -> None:
        """Opens, scans when asked, notices a lost adapter."""
        failures = 0
        while True:
            failures = 0 if await self._attempt() else failures + 1
            if await self._pause(self._delay_s(failures)):
                failures = 0

    async def _attempt(self) -> bool:
        """Whatever is due. False: it failed and is worth another attempt."""
        try:
            if self._state == "offline":
                await self._transport.open()
                self._become("silent", "")
                self._asked = True
            if self._asked:
                await self._scan_now()
            elif self._state == "ready":
                await self._transport.alive()
        except Away as error:
            await self._lose(str(error))
            return False
        except DiagnosticsError as error:
            self._become("silent", str(error))
            return False
        return True

    def _delay_s(self, failures: int) -> float | None:
        """None: until somebody asks, or the car wakes up. A lost adapter is looked for for ever."""
        if self._state == "ready":
            return _ALIVE_S
        if self._state == "silent" and not 0 < failures <= len(self._backoff):
            return None
        return self._backoff[min(failures, len(self._backoff)) - 1]

    async def _pause(self, delay_s: float | None) -> bool:
        """Whether somebody asked before the time was over."""
        try:
            async with asyncio.timeout(delay_s):
                await self._wake.wait()
        except TimeoutError:
            self._asked = self._asked or self._state != "ready"
            return False
        self._wake.clear()
        return True

    async def _lose(self, problem: str) -> None:
        await self._transport.close()
        self._poller.lose()
        self._become("offline", problem)

    # -- scanning ----------------------------------------------------------------------------------------------------

    def scan(self) -> None:
        """Ask for a scan. Raises Refused, Offline."""
        if self._busy == "clear":
            raise Refused("Codes are being cleared. Wait a moment.")
        self._asked = True
        self._wake.set()

    def cancel(self) -> None:
        """Stop a scan."""
        if self._job is not None and self._busy == "scan":
            self._job.cancel()

    def _set_busy(self, what: str) -> None:
        self._busy = what
        self._face.set_property("Busy", what)

    async def _scan_now(self) -> None:
        """Raises Away, DiagnosticsError."""
        self._asked = False
        self._set_busy("scan")
        self._job = self._spawn(self._scan())
        try:
            await asyncio.wait({self._job})
            if self._job.cancelled():
                self._face.emit("ScanEnded", False, "The scan was stopped.")
            elif (error := self._job.exception()) is not None:
                self._face.emit("ScanEnded", False, str(error))
                raise error
            else:
                self._become("ready", "")
                self.follow(self._wanted)
                self._face.emit("ScanEnded", True, "")
        finally:
            self._job.cancel()
            self._job = None
            self._set_busy("")

    async def _scan(self) -> None:
        parked = await is_parked(self._link())
        scanner = Scanner(
            self._transport,
            self._config.addressing,
            uds=self._config.uds,
            sessions=parked,
            progress=self._tell_progress,
        )
        self._take(await scanner.scan())

    def _tell_progress(self, step: str, done: int, total: int) -> None:
        self._face.emit("Progress", step, done, total)

    def _take(self, findings: Findings) -> None:
        changed = findings != self.findings
        self.findings = findings
        codes = dtc_list(findings)
        self._face.set_property("DTCCount", len(codes))
        self._face.set_property("DTCList", codes)
        self._face.set_property("Lamp", bool(findings.readiness and findings.readiness.lamp))
        self._face.set_property("LastScan", time.time())
        if changed:
            self._face.emit("Changed")

    # -- live values -------------------------------------------------------------------------------------------------

    def follow(self, keys: Iterable[str]) -> None:
        """These and no others."""
        self._wanted = set(keys)
        self._poller.want(sorted(self._wanted), self.findings.units, self._target)
        self._poll_wake.set()

    @property
    def known_values(self) -> list[Value]:
        """The last live values."""
        return self._poller.known

    def _target(self, unit_id: str) -> Unit | None:
        return self._config.addressing.by_id(unit_id)

    async def _poll(self) -> None:
        while True:
            await self._poll_wake.wait()
            self._poll_wake.clear()
            if self._state != "ready":
                continue
            try:
                await self._poller.run()
            except Away as error:
                await self._lose(str(error))
                self._wake.set()
            except Silent as error:
                self._poller.lose()
                self._become("silent", str(error))
                self._asked = True
                self._wake.set()

    def _deliver(self, values: list[Value]) -> None:
        self._face.emit("Values", values, lane="display")

    # -- clearing ----------------------------------------------------------------------------------------------------

    async def prepare_clear(self, units: Sequence[str]) -> str:
        """The token. Raises Refused, Offline."""
        self._require_ready()
        return await self._clearing.prepare(units, self.findings, self._link())

    async def clear(self, token: str) -> None:
        """Begin; raises Refused, Offline."""
        self._require_ready()
        if self._busy:
            raise Refused("The codes are being read. Wait a moment.")
        ids = await self._clearing.take(token, self._link())
        if self._busy:
            raise Refused("The codes are being read. Wait a moment.")
        self._set_busy("clear")
        self._job = self._spawn(self._clear(ids))

    def _require_ready(self) -> None:
        if self._state != "ready":
            raise Offline("The car's control units do not answer.")

    async def _clear(self, ids: Sequence[str]) -> None:
        ok, text = False, ""
        try:
            await self._clearing.clear(ids, self.findings, self._transport, self._target, self._link())
            ok = True
        except (DiagnosticsError, ServiceFault) as error:
            text = str(error)
        finally:
            self._job = None
            self._set_busy("")
            self._face.emit("ClearEnded", ok, text)
            self._asked = True
            self._wake.set()
