"""Music and everything else that wants to be heard: asks org.pillion.Sound1 for the focus, and pauses or plays softly when told.

Without a sound service music plays as if it were alone.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from backends.interfaces import Link, ServiceError, Unsubscribe

__all__ = ["OWNER", "Attention", "Players"]

OWNER = "media"
_DOWN_S, _UP_S = 0.12, 0.5
_STEP_S = 0.02
_SOFT_DB = 12.0
_log = logging.getLogger(__name__)


class Players(Protocol):
    """What is done to them; the service implements it."""

    async def hold(self, name: str) -> None:
        """Pause this one."""

    async def go_on(self, name: str) -> None:
        """Play this one."""

    def soften(self, factor: float) -> None:
        """Our own music at this much of its loudness."""


class Attention:
    """Told by the service which players begin and end; phones ask for themselves and are not told of here."""

    def __init__(self, link: Link, players: Players, volume: Callable[[float], None]) -> None:
        self._link = link
        self._players = players
        self._on_volume = volume
        self._present = False
        self._claimed = False
        self._playing: set[str] = set()
        self._held: list[str] = []
        """Paused here, the last one at the end: it goes on when the others are done."""
        self._soft_db = 0.0
        self._ramp: asyncio.TimerHandle | None = None
        self._turn = asyncio.Lock()
        self._stops: list[Unsubscribe] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Follow the sound service."""
        self._stops = [
            self._link.on_signal("sound", "FocusChanged", self._changed),
            self._link.on_signal("sound", "PropertiesChanged", self._properties),
            self._link.on_presence("sound", self._presence),
        ]

    async def stop(self) -> None:
        """Let go."""
        for stop in self._stops:
            stop()
        if self._ramp is not None:
            self._ramp.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def turned(self, name: str, playing: bool) -> None:
        """A player began or ended."""
        if playing:
            self._playing.add(name)
            if name in self._held:
                self._held.remove(name)
            self._spawn(self._ask())
            return
        self._playing.discard(name)
        if not self._playing and not self._held:
            self._spawn(self._release())

    def forget(self) -> None:
        """The driver wants quiet: nothing goes on by itself."""
        self._held.clear()
        if not self._playing:
            self._spawn(self._release())

    def set_volume(self, volume: float) -> None:
        """What the driver chose for our own music holds for phones, too."""
        if self._present:
            self._spawn(self._call("SetVolume", "master", volume))

    async def _ask(self) -> None:
        if self._present and self._playing:
            self._claimed = True
            state = await self._call("RequestFocus", OWNER, "gain")
            if state is not None:
                await self._obey(str(state))

    async def _release(self) -> None:
        if self._claimed and not self._playing and not self._held:
            self._claimed = False
            await self._call("ReleaseFocus", OWNER)

    def _changed(self, owner: str, state: str) -> None:
        if owner == OWNER:
            self._spawn(self._obey(state))

    async def _obey(self, state: str) -> None:
        if state in ("loss", "loss_transient"):
            for name in sorted(self._playing):
                if name not in self._held:
                    self._held.append(name)
                await self._players.hold(name)
            if state == "loss":
                self._held.clear()
            self._soften(0.0)
            return
        self._soften(_SOFT_DB if state == "loss_duck" else 0.0)
        if self._held:
            name = self._held[-1]
            self._held.clear()
            await self._players.go_on(name)

    def _soften(self, down_db: float) -> None:
        if self._ramp is not None:
            self._ramp.cancel()
            self._ramp = None
        if down_db == self._soft_db:
            return
        step_db = _SOFT_DB * _STEP_S / (_DOWN_S if down_db > self._soft_db else _UP_S)
        near = abs(down_db - self._soft_db) <= step_db
        self._soft_db = down_db if near else self._soft_db + (step_db if down_db > self._soft_db else -step_db)
        self._players.soften(10 ** (-self._soft_db / 20))
        self._ramp = asyncio.get_running_loop().call_later(_STEP_S, lambda: self._soften(down_db))

    def _presence(self, present: bool) -> None:
        self._present = present
        self._claimed = False
        if present:
            self._spawn(self._ask())
        else:
            self._spawn(self._obey("gain"))

    def _properties(self, values: dict[str, Any]) -> None:
        volumes = values.get("Volumes")
        if isinstance(volumes, dict) and isinstance(master := volumes.get("master"), float):
            self._on_volume(master)

    async def _call(self, member: str, *args: Any) -> Any:
        try:
            return await self._link.call("sound", member, *args)
        except ServiceError as error:
            _log.info("sound service member=%s error=%s", member, error)
            return None

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        async def in_turn() -> None:
            async with self._turn:
                await work

        task = asyncio.get_running_loop().create_task(in_turn())
        task.add_done_callback(lambda _: work.close())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
