"""Marks a person has set in recordings; they stay with the recording's path."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from backends.core.store import state_dir, write_atomic

__all__ = ["load_marks", "save_marks"]

_KEPT = 100
_logger = logging.getLogger(__name__)


def _file() -> Path:
    return state_dir() / "vehicle" / "marks.json"


def _load() -> dict[str, list[float]]:
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
        return {str(path): sorted(float(mark) for mark in marks) for path, marks in found.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        _logger.warning("marks of recordings unreadable file=%s error=%s", _file(), error)
        return {}


def load_marks(recording: Path) -> list[float]:
    """Marks of a recording in seconds, in order."""
    return _load().get(str(recording.resolve()), [])


def save_marks(recording: Path, marks: list[float]) -> None:
    """Replace them. Blocks on the disk; raises OSError."""
    kept = _load()
    kept.pop(str(recording.resolve()), None)
    if marks:
        kept[str(recording.resolve())] = marks
    newest = dict(list(kept.items())[-_KEPT:])
    write_atomic(_file(), json.dumps(newest, indent=1).encode())
