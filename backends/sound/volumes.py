"""How loud the driver wants it: master and roles, as the settings service remembers them. Sound plays without it, too."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from backends.interfaces import Link, ServiceError, Unsubscribe

__all__ = ["MASTER", "Volumes"]

MASTER = "master"
_KEYS = {MASTER: "sound.volume", "guidance": "sound.guidance_volume", "call": "sound.call_volume"}
"""Volumes that are remembered; the others last as long as the service."""
_WRITE_AFTER_S = 1.0
"""A knob sends many values; the last one is worth a write."""
_log = logging.getLogger(__name__)


class Volumes:
    """``changed`` is called whenever one differs."""

    def __init__(self, roles: Iterable[str], changed: Callable[[], None]) -> None:
        self.values: dict[str, float] = dict.fromkeys((MASTER, *roles), 1.0)
        self._changed = changed
        self._link: Link | None = None
        self._stops: list[Unsubscribe] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._pending: dict[str, int] = {}
        self._later: asyncio.TimerHandle | None = None

    def follow(self, link: Link) -> None:
        """Take what the settings say, now and whenever they change."""
        self._link = link
        self._stops = [
            link.on_signal("settings", "Changed", self._take),
            link.on_presence("settings", lambda there: self._spawn(self._read(link)) if there else None),
        ]

    async def close(self) -> None:
        """Write what is not written yet."""
        for stop in self._stops:
            stop()
        if self._later is not None:
            self._later.cancel()
            await self._write()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def set(self, name: str, volume: float) -> None:
        """0..1; heard at once, remembered a little later."""
        self._put(name, volume)
        if name in _KEYS and self._link is not None:
            self._pending[_KEYS[name]] = round(volume * 100)
            if self._later is not None:
                self._later.cancel()
            self._later = asyncio.get_running_loop().call_later(_WRITE_AFTER_S, lambda: self._spawn(self._write()))

    def _put(self, name: str, volume: float) -> None:
        if self.values[name] != volume:
            self.values[name] = volume
            self._changed()

    def _take(self, values: dict[str, Any]) -> None:
        for name, key in _KEYS.items():
            percent = values.get(key)
            # While one of ours is on its way, what comes is an echo of an older one.
            if isinstance(percent, int) and key not in self._pending:
                self._put(name, percent / 100)

    async def _read(self, link: Link) -> None:
        try:
            self._take(await link.call("settings", "Get", list(_KEYS.values())))
        except ServiceError as error:
            _log.info("settings unreadable error=%s", error)

    async def _write(self) -> None:
        self._later = None
        pending, link = dict(self._pending), self._link
        try:
            for key, percent in pending.items():
                if link is not None:
                    await link.call("settings", "Set", key, percent)
        except ServiceError as error:
            _log.info("volume not kept error=%s", error)
        for key, percent in pending.items():
            if self._pending.get(key) == percent:
                del self._pending[key]

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
