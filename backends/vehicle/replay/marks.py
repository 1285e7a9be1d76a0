"""Marks a person has set in recordings; they stay with the recording's path."""

from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path

from backends.core.store import state_dir, write_atomic

__all__ = ["Marks"]

_KEPT_RECORDINGS, _MAX_MARKS = 100, 200
_NEAR_S = 0.5
_logger = logging.getLogger(__name__)


def _file() -> Path:
    return state_dir() / "vehicle" / "marks.json"


class Marks:
    """The marks of one recording, in `seconds` and in order. Changes are on disk soon, one write after the other."""

    def __init__(self, recording: Path) -> None:
        self.seconds: list[float] = []
        self._recording = str(recording.resolve())
        self._unsaved = False
        self._keeping: asyncio.Task[None] | None = None

    async def load(self) -> None:
        """Read what was kept."""
        self.seconds = (await asyncio.to_thread(_load)).get(self._recording, [])

    def change(self, action: str, value: float) -> None:
        """``mark`` or ``unmark`` a moment. Raises ValueError that can be shown."""
        if not value >= 0:
            raise ValueError("a mark is in seconds from the beginning")
        if action == "unmark":
            nearest = min(self.seconds, key=lambda mark: abs(mark - value), default=None)
            if nearest is None or abs(nearest - value) > _NEAR_S:
                raise ValueError("there is no mark at this moment")
            self.seconds.remove(nearest)
        elif len(self.seconds) >= _MAX_MARKS:
            raise ValueError(f"a recording takes {_MAX_MARKS} marks")
        elif round(value, 3) not in self.seconds:
            self.seconds = sorted([*self.seconds, round(value, 3)])
        self._unsaved = True
        if self._keeping is None or self._keeping.done():
            self._keeping = asyncio.get_running_loop().create_task(self._keep())

    async def kept(self) -> None:
        """Wait until all is on disk."""
        if self._keeping is not None:
            await asyncio.wait({self._keeping})

    async def _keep(self) -> None:
        while self._unsaved:
            self._unsaved = False
            try:
                await asyncio.to_thread(_save, self._recording, list(self.seconds))
            except OSError as error:
                _logger.warning("marks not kept recording=%s error=%s", self._recording, error)


def _load() -> dict[str, list[float]]:
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
        return {str(path): sorted(float(mark) for mark in marks) for path, marks in found.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        _logger.warning("marks of recordings unreadable file=%s error=%s", _file(), error)
        return {}


def _save(recording: str, seconds: list[float]) -> None:
    kept = _load()
    kept.pop(recording, None)
    if seconds:
        kept[recording] = seconds
    newest = dict(list(kept.items())[-_KEPT_RECORDINGS:])
    write_atomic(_file(), json.dumps(newest, indent=1).encode())
