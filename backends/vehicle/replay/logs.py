"""Recordings of any kind: candump text by our own reader, the rest by python-can (.asc .blf .csv .trc .mf4)."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import can
from can.io.blf import BLFParseError

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import LogError, Problem
from backends.vehicle.replay.candump import looks_like_candump, read_candump

__all__ = ["SUFFIXES", "LogFrame", "read_log"]

SUFFIXES = (".log", ".txt", ".asc", ".blf", ".csv", ".trc", ".mf4")
_TEXT = {".asc": can.ASCReader, ".csv": can.CSVReader, ".trc": can.TRCReader}
_BROKEN = (
    *(ValueError, KeyError, IndexError, EOFError, OSError, AssertionError, TypeError, AttributeError),
    *(struct.error, zlib.error, can.CanError, BLFParseError),
)


@dataclass(frozen=True, slots=True)
class LogFrame:
    """A recorded frame: seconds since the first one, the channel it was seen on, key and data as in `ports.Frame`."""

    time_s: float
    channel: str
    key: int
    data: bytes


def read_log(path: Path, problems: list[Problem] | None = None) -> Iterator[LogFrame]:
    """Frames of a recording, oldest first.

    What can be played is given first; then LogError, naming file and line, tells that the file is cut or damaged. A file
    that is no recording at all raises at once. Skipped lines are added to ``problems``.
    """
    if not path.is_file():
        raise LogError(f"{path}: there is no such file")
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise LogError(f"{path}: not a recording that can be read; there are {' '.join(SUFFIXES)}")
    first: float | None = None
    for time_s, channel, key, data in _frames(path, suffix, problems if problems is not None else []):
        if first is None:
            first = time_s
        yield LogFrame(time_s - first, channel, key, data)


def _frames(path: Path, suffix: str, problems: list[Problem]) -> Iterator[tuple[float, str, int, bytes]]:
    if suffix in (".log", ".txt") or (suffix == ".trc" and looks_like_candump(path)):
        if not looks_like_candump(path):
            raise LogError(f"{path}:1: not candump text, which begins like (1700000000.0) can0 123#00")
        for time_s, channel, frame in read_candump(path, problems):
            yield time_s, channel, *frame
        return
    count = 0
    lines: _CountedLines | None = None
    try:
        if suffix in _TEXT:
            with _CountedLines(path) as lines:
                for message in _TEXT[suffix](lines):
                    if found := _frame(message):
                        count += 1
                        yield found
        else:
            # python-can leaves a file it opened itself open when its head is damaged.
            with path.open("rb") as file:
                for message in can.BLFReader(file) if suffix == ".blf" else can.LogReader(path):
                    if found := _frame(message):
                        count += 1
                        yield found
    except (ImportError, NotImplementedError) as error:
        raise LogError(f"{path}: reading {suffix} needs another package: {error}") from error
    except _BROKEN as error:
        where = f"{path}:{lines.number}" if lines is not None else f"{path}: frame {count + 1}"
        told = f"the {count} frames before it were played" if count else "nothing in it could be played"
        raise LogError(f"{where}: the recording is cut or damaged ({error or type(error).__name__}); {told}") from error
    if not count:
        raise LogError(f"{path}: no frame in it could be read")


def _frame(message: can.Message) -> tuple[float, str, int, bytes] | None:
    if message.is_error_frame or message.is_remote_frame:
        return None
    key = message.arbitration_id | (EXTENDED if message.is_extended_id else 0)
    channel = "" if message.channel is None else str(message.channel)
    return message.timestamp, channel, key, bytes(message.data)


class _CountedLines(io.TextIOWrapper):
    """A text file that knows the line it has reached."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.open("rb"), encoding="utf-8", errors="replace")
        self.number = 0

    def __next__(self) -> str:  # type: ignore[override]  # typeshed gives all files the type of binary ones here
        line = super().__next__()
        self.number += 1
        return line

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as above
        self.number += 1
        return super().readline(size)
