"""What was cleared, and what was known of it before: one JSON file that survives a power cut. No VIN in it."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from backends.core.errors import Storage
from backends.core.store import read_bytes, set_aside, write_atomic
from backends.diagnostics.domain import Findings
from backends.diagnostics.texts import meaning

__all__ = ["Journal", "entry_of"]

_KEPT = 200
_log = logging.getLogger(__name__)


def entry_of(findings: Findings, units: Iterable[str], now: float) -> dict[str, Any]:
    """What is about to be cleared, with freeze frames."""
    wanted = set(units)
    codes = [code for code in findings.codes if code.unit in wanted]
    return {
        "time": now,
        "units": sorted(wanted),
        "codes": [
            {
                "unit": code.unit,
                "code": code.name,
                "states": sorted(state.value for state in code.states),
                "text": meaning(code.code, code.failure).text,
                "freeze_frame": dict(findings.frames.get((code.unit, code.name), {})),
            }
            for code in codes
        ],
        "result": "asked",
    }


class Journal:
    """Newest last. Its methods block on the disk."""

    def __init__(self, file: Path, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self.clock = clock

    def entries(self) -> list[dict[str, Any]]:
        """What is kept; a file that makes no sense is set aside."""
        try:
            data = read_bytes(self._file)
            told = json.loads(data) if data is not None else []
            if isinstance(told, list) and all(isinstance(entry, dict) for entry in told):
                return told
        except OSError as error:
            _log.warning("journal unreadable error=%s", error)
            return []
        except ValueError:
            pass
        try:
            set_aside(self._file)
        except OSError as error:
            _log.warning("journal unusable error=%s", error)
        return []

    def add(self, entry: dict[str, Any]) -> None:
        """On disk when it returns. Raises Storage."""
        self._write([*self.entries(), entry])

    def conclude(self, result: str) -> None:
        """What became of the last entry. Raises Storage."""
        entries = self.entries()
        if entries:
            entries[-1]["result"] = result
            self._write(entries)

    def _write(self, entries: list[dict[str, Any]]) -> None:
        try:
            write_atomic(self._file, json.dumps(entries[-_KEPT:], indent=1).encode())
        except OSError as error:
            raise Storage("What is known about the codes could not be kept. Nothing was cleared.") from error
