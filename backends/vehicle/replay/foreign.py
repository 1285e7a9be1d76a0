"""Recordings that python-can reads: .asc .blf .csv .trc .mf4. Imported only for them: python-can takes long to import, and with
asammdf beside it longer still.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import can
from can.io.blf import BLFParseError

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import LogError
from backends.vehicle.replay.formats import Format

__all__ = ["Foreign", "read_foreign"]

_TEXT = {Format.ASC: can.ASCReader, Format.CSV: can.CSVReader, Format.TRC: can.TRCReader}
_BROKEN = (
    *(ValueError, KeyError, IndexError, EOFError, OSError, AssertionError, TypeError, AttributeError),
    *(struct.error, zlib.error, can.CanError, BLFParseError),
)
_MF4_HINT = "MF4 recordings are read by asammdf, which is not installed: pip install 'pillion[mf4]' (or asammdf)"

Foreign = tuple[float, str, int, bytes]
"""Seconds, channel, key and data."""


def read_foreign(path: Path, kind: Format) -> Iterator[Foreign]:
    """Frames of a recording, with its own times; LogError, naming file and line or frame, ends what is cut or damaged."""
    began = _asc_begin(path) if kind is Format.ASC else 0.0
    count = 0
    lines: _CountedLines | None = None
    try:
        if kind in _TEXT:
            with _CountedLines(path) as lines:
                for message in _TEXT[kind](lines):
                    if found := _frame(message, began):
                        count += 1
                        yield found
        else:
            for message in _blf(path) if kind is Format.BLF else _mf4(path):
                if found := _frame(message, began):
                    count += 1
                    yield found
    except (ImportError, NotImplementedError) as error:
        raise LogError(f"{path}: {_MF4_HINT}") from error
    except _BROKEN as error:
        where = f"{path}:{lines.number}" if lines is not None else f"{path}: frame {count + 1}"
        told = f"the {count} frames before it were played" if count else "nothing in it could be played"
        raise LogError(f"{where}: the recording is cut or damaged ({error or type(error).__name__}); {told}") from error
    if not count:
        raise LogError(f"{path}: no frame in it could be read")


def _blf(path: Path) -> Iterator[can.Message]:
    # python-can leaves a file it opened itself open when its head is damaged, and takes a cut one for a whole one.
    size = path.stat().st_size
    with path.open("rb") as file:
        reader = can.BLFReader(file)
        yield from reader
        if size < reader.file_size:
            raise EOFError(f"{size} of its {reader.file_size} bytes are there")


def _mf4(path: Path) -> Iterator[can.Message]:
    """Of an open file python-can would take all into memory; of a path it is read piece by piece."""
    try:
        with can.MF4Reader(path) as reader:
            yield from reader
    except (NotImplementedError, *_BROKEN):
        raise
    except Exception as error:  # asammdf's own error type can only be named where asammdf is
        raise ValueError(str(error)) from error


def _asc_begin(path: Path) -> float:
    """An ASC file tells its date in local time near its beginning, in words that differ from tool to tool.

    The date of the trigger block counts; that on the first line may be when the file was made.
    """
    with path.open("rb") as file:
        lines = file.read(2048).decode(errors="replace").splitlines()[:20]
    for word in ("begin triggerblock ", "date "):
        for line in lines:
            if line.lower().startswith(word) and (began := _asc_date(line[len(word) :].strip())):
                return began
    return 0.0


def _asc_date(text: str) -> float:
    for form in ("%a %b %d %I:%M:%S.%f %p %Y", "%a %b %d %H:%M:%S.%f %Y", "%a %b %d %H:%M:%S %Y"):
        with suppress(ValueError, OverflowError):
            return datetime.strptime(text, form).timestamp()  # noqa: DTZ007  # local time is what the format holds
    return 0.0


def _frame(message: can.Message, began: float) -> Foreign | None:
    if message.is_error_frame or message.is_remote_frame:
        return None
    key = message.arbitration_id | (EXTENDED if message.is_extended_id else 0)
    channel = "" if message.channel is None else str(message.channel)
    return message.timestamp + began, channel, key, bytes(message.data)


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
