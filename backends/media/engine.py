"""The decoder as the loop sees it: loaded with the first song, its reports taken over in their order."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from backends.media.domain import Status

if TYPE_CHECKING:
    from backends.media.decoder import Decoder, Report

__all__ = ["Engine"]

_ASK_EVERY_S = 1.0
"""While a song plays: positions are extrapolated, and a slow disk or a lost sound device may hold the music up."""


class Engine:
    """Plays one file at a time. ``tell`` is called in the loop with each `Report` about the song opened last."""

    def __init__(self, tell: Callable[[Report], None]) -> None:
        self._tell = tell
        self._loop = asyncio.get_running_loop()
        self._decoder: Decoder | None = None
        self._loading = asyncio.Lock()
        self._ask_later: asyncio.TimerHandle | None = None
        self._volume = 1.0
        self._factor = 1.0
        self._song = 0
        self._opening = False
        self._position_us, self._position_time = 0, 0.0
        self.path: Path | None = None
        self.status = Status.STOPPED
        self.length_us = 0
        self.silent = False

    @property
    def position_us(self) -> int:
        """Where the song is now, by its last report and the clock."""
        passed_us = round((time.monotonic() - self._position_time) * 1e6) if self.status is Status.PLAYING else 0
        reached = self._position_us + passed_us
        return min(reached, self.length_us) if self.length_us else reached

    async def load(self) -> None:
        """Make the decoder, if there is none yet; `open` needs it."""
        async with self._loading:
            if self._decoder is not None:
                return
            # Qt takes the thread that loads its core for the main one; the rest is loaded beside the loop.
            core = import_module("PySide6.QtCore")
            if "QT_LOGGING_RULES" not in os.environ:
                core.QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # every library that is not there
            module = await asyncio.to_thread(import_module, "backends.media.decoder")
            self._decoder = module.Decoder(lambda report: self._loop.call_soon_threadsafe(self._on_report, report))
            self._decoder.set_volume(self._volume)
            self._decoder.soften(self._factor)

    def open(self, path: Path) -> None:
        """Begin a song; what becomes of it is told. The status stays what it was until then."""
        assert self._decoder is not None, "load() first"
        self._song += 1
        self.path, self.length_us = path, 0
        self._position_us, self._position_time = 0, time.monotonic()
        self._opening = True
        self._decoder.open(self._song, path)
        self._ask_soon()

    def play(self) -> None:
        """Go on."""
        if self._decoder is not None:
            self._decoder.play()

    def pause(self) -> None:
        """Hold."""
        if self._decoder is not None:
            self._decoder.pause()

    def stop(self) -> None:
        """Stop and go back to the beginning."""
        self._opening = False
        if self._decoder is not None:
            self._decoder.stop()

    def seek(self, position_us: int) -> None:
        """Go to a position; told once it is there."""
        if self._decoder is not None:
            self._decoder.seek(position_us)

    def set_volume(self, volume: float) -> None:
        """0..1."""
        self._volume = volume
        if self._decoder is not None:
            self._decoder.set_volume(volume)

    def soften(self, factor: float) -> None:
        """Play at this much of the volume."""
        self._factor = factor
        if self._decoder is not None:
            self._decoder.soften(factor)

    async def close(self) -> None:
        """Let go of the device and the file."""
        async with self._loading:
            if self._ask_later is not None:
                self._ask_later.cancel()
            if self._decoder is not None:
                self._song += 1  # whatever is still on its way is about the past
                await asyncio.to_thread(self._decoder.close)
                self._decoder = None
            self.status = Status.STOPPED

    def _on_report(self, report: Report) -> None:
        if report.song != self._song:
            return
        self.status = report.status
        self.length_us, self.silent = report.length_us, report.silent
        self._position_us, self._position_time = report.position_us, report.time
        self._opening = False
        self._tell(report)
        if self.status is Status.PLAYING:
            self._ask_soon()

    def _ask_soon(self) -> None:
        if self._ask_later is None:
            self._ask_later = self._loop.call_later(_ASK_EVERY_S, self._ask)

    def _ask(self) -> None:
        """Goes on as long as something plays or should: an idle service is woken by nothing."""
        self._ask_later = None
        if self._decoder is not None and (self._opening or self.status is Status.PLAYING):
            self._decoder.ask()
            self._ask_soon()
