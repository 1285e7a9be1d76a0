"""Keeps what is derived (trips, graphs, warnings) over restarts and power cuts: one file a vehicle, replaced as a whole.

It is written in a thread, at most every `PERIOD_S` and at the end; a power cut loses no more than that.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from pathlib import Path

from backends.core.store import read_bytes, set_aside, state_dir, write_atomic
from backends.vehicle.derived import Derived

__all__ = ["PERIOD_S", "Keeper", "boot_id", "state_file"]

PERIOD_S = 30.0
_logger = logging.getLogger(__name__)


def state_file(profile: str) -> Path:
    """Where a vehicle's state is; its name may be anything a folder can be called."""
    name = re.sub(r"[^\w-]", "_", profile)
    return state_dir() / "vehicle" / f"derived-{name}.json"


def boot_id() -> str:
    """Names this start of the machine; empty where the system does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


class Keeper:
    """Loads once, then writes when something changed."""

    def __init__(self, derived: Derived, file: Path, period_s: float = PERIOD_S) -> None:
        self._derived, self._file, self._period_s = derived, file, period_s
        self._task: asyncio.Task[None] | None = None

    def load(self) -> None:
        """Blocks on the disk. A file nobody can read is set aside, and the vehicle begins anew."""
        try:
            data = read_bytes(self._file)
        except OSError as error:
            _logger.warning("vehicle state cannot be read file=%s error=%s", self._file, error)
            return
        if data is None:
            return
        try:
            self._derived.restore(json.loads(data))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            try:
                aside = set_aside(self._file)
                _logger.warning("vehicle state is of no use file=%s error=%s", aside, error)
            except OSError:
                _logger.warning("vehicle state is of no use file=%s error=%s", self._file, error)

    def start(self) -> None:
        """Begin to write; needs a running loop."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Write what is left."""
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self._write()

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._period_s)
            await asyncio.shield(self._write())

    async def _write(self) -> None:
        if not self._derived.changed:
            return
        self._derived.changed = False
        data = json.dumps(self._derived.state()).encode()
        try:
            await asyncio.to_thread(write_atomic, self._file, data)
        except OSError as error:
            self._derived.changed = True
            _logger.warning("vehicle state cannot be written file=%s error=%s", self._file, error)
