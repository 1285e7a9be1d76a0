"""What the settings service knows of music: the folders and the volume. Music plays without it, too."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backends.interfaces import Link, ServiceError, Unsubscribe

__all__ = ["Preferences", "as_sources", "source_lines"]

_VOLUME = "sound.volume"
_SOURCES = "media.sources"
_WRITE_AFTER_S = 1.0
"""A volume knob sends many values; the last one is worth a write."""
_log = logging.getLogger(__name__)


def as_sources(text: str) -> list[Path]:
    """Folders, one a line; ~ is the home folder."""
    return [Path(line.strip()).expanduser() for line in text.splitlines() if line.strip()]


def source_lines(sources: list[Path]) -> str:
    """The other way round."""
    return "\n".join(str(source) for source in sources)


class Preferences:
    """Follows the settings, and writes back what was changed here. Callbacks get what the settings say, at once too."""

    def __init__(self, link: Link, volume: Callable[[float], None], sources: Callable[[list[Path]], None]) -> None:
        self._link = link
        self._on_volume = volume
        self._on_sources = sources
        self._stops: list[Unsubscribe] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._later: asyncio.TimerHandle | None = None
        self._pending: int | None = None

    def start(self) -> None:
        """Follow, and read whenever the settings service comes."""
        self._stops = [
            self._link.on_signal("settings", "Changed", self._take),
            self._link.on_presence("settings", lambda there: self._spawn(self._read()) if there else None),
        ]

    async def stop(self) -> None:
        """Write what is not written yet, follow no more."""
        for stop in self._stops:
            stop()
        if self._later is not None:
            self._later.cancel()
            await self._write_volume()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def keep_volume(self, volume: float) -> None:
        """Remember a volume (0..1) that was set here."""
        self._pending = round(volume * 100)
        if self._later is not None:
            self._later.cancel()
        self._later = asyncio.get_running_loop().call_later(_WRITE_AFTER_S, lambda: self._spawn(self._write_volume()))

    def take_volume(self, volume: float) -> None:
        """Somebody else set it (0..1)."""
        if self._pending is None:
            self._on_volume(volume)

    async def keep_sources(self, sources: list[Path]) -> None:
        """Remember the folders. Raises ServiceError."""
        await self._link.call("settings", "Set", _SOURCES, source_lines(sources))

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _read(self) -> None:
        try:
            self._take(await self._link.call("settings", "Get", [_VOLUME, _SOURCES]))
        except ServiceError as error:
            _log.info("settings unreadable error=%s", error)

    async def _write_volume(self) -> None:
        self._later = None
        if self._pending is None:
            return
        try:
            await self._link.call("settings", "Set", _VOLUME, self._pending)
        except ServiceError as error:
            _log.info("volume not kept error=%s", error)
        self._pending = None

    def _take(self, values: dict[str, Any]) -> None:
        volume, sources = values.get(_VOLUME), values.get(_SOURCES)
        # While one of ours is on its way, what comes is an echo of an older one: the knob must not jump back.
        if isinstance(volume, int) and self._pending is None:
            self._on_volume(volume / 100)
        if isinstance(sources, str):
            self._on_sources(as_sources(sources))
