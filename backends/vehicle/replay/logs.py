"""Recordings of any kind: text by our own readers, the rest by python-can (.asc .blf .csv .trc .mf4)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from backends.vehicle.errors import Problem
from backends.vehicle.replay.formats import SUFFIXES, format_of
from backends.vehicle.replay.textlogs import LINES, read_lines

__all__ = ["SUFFIXES", "LogFrame", "read_log", "read_stamped"]


class LogFrame(NamedTuple):
    """A recorded frame: seconds, the channel it was seen on, key and data as in `ports.Frame`."""

    time_s: float
    channel: str
    key: int
    data: bytes


def read_log(path: Path, problems: list[Problem] | None = None) -> Iterator[LogFrame]:
    """Frames of a recording, oldest first, timed from the first one.

    What can be played is given first; then LogError, naming file and line, tells that the file is cut or damaged. A file
    that is no recording at all raises at once. Skipped lines are added to ``problems``.
    """
    first: float | None = None
    for frame in read_stamped(path, problems):
        if first is None:
            first = frame.time_s
        yield LogFrame(frame.time_s - first, frame.channel, frame.key, frame.data)


def read_stamped(path: Path, problems: list[Problem] | None = None) -> Iterator[LogFrame]:
    """The same with the file's own times: seconds since 1970 where it says so, else since its beginning."""
    kind = format_of(path)
    if kind.value in LINES:
        for time_s, channel, (key, data) in read_lines(path, kind.value, problems if problems is not None else []):
            yield LogFrame(time_s, channel, key, data)
        return
    # Imported here: see its first lines.
    from backends.vehicle.replay.foreign import read_foreign

    for found in read_foreign(path, kind):
        yield LogFrame(*found)
