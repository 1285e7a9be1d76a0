"""Recordings as text, read line by line by readers of our own: candump, SavvyCAN's GVRET csv, CanHacker's trace.

What python-can cannot read, and where one bad line must not end the drive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import LogError, Problem
from backends.vehicle.ports import Frame

__all__ = ["CANHACKER", "GVRET", "LINES", "Found", "is_candump", "read_lines"]

CANHACKER = b"Time   ID     DLC Data                    Comment"
GVRET = b"Time Stamp,ID,Extended,"

_COMPACT = re.compile(
    rb"\s*\((\d+\.?\d*)\)\s+(\S+)\s+([0-9A-Fa-f]{1,8})"  # (time) channel id
    rb"#(R[0-9A-Fa-f]?|#[0-9A-Fa-f]|)((?:[0-9A-Fa-f]{2})*)(?:\s+[TR])?\s*$"  # remote, FD flags or nothing; data; direction
)
_PRINTED = re.compile(
    rb"\s*(?:\((\d+\.?\d*)\)\s+)?(\S+)\s+(?:[TR]X\s+[-BE ]*\s)?\s*([0-9A-Fa-f]{3,8})\s+\[(\d+)\]"
    rb"\s*(remote request|(?:[0-9A-Fa-f]{2}(?:\s+|$))*)"
)
_GVRET = re.compile(
    rb"\s*(\d+),([0-9A-Fa-f]{1,8}),(true|false|0|1),(?:[RT]x,)?(\d+),(\d+)((?:,[0-9A-Fa-f]{1,2})*),?\s*$", re.IGNORECASE
)
_CANHACKER = re.compile(rb"\s*(\d+)[.,](\d{1,6})\s+([0-9A-Fa-f]{3,8})\s+(\d)((?:\s+[0-9A-Fa-f]{2})*)\s*$")
_MAX_TOLD = 20

Found = tuple[float | None, bytes, int, bytes, bool]
"""Seconds (None: the line has no time), channel, key, data, whether it is a remote frame, which is not played."""


def is_candump(line: bytes) -> bool:
    """Whether the line is a frame as candump writes or prints it."""
    return bool(_COMPACT.match(line) or _PRINTED.match(line))


def _candump(line: bytes) -> Found | None:
    """As ``candump -l`` writes, or as candump prints.

    (1700000000.000300) can0 164#040000378500003F
     (1700000000.000300)  can0  164   [8]  04 00 00 37 85 00 00 3F
    """
    if found := _COMPACT.match(line):
        stamp, channel, identifier, flag, data = found.groups()
        key = int(identifier, 16) | (EXTENDED if len(identifier) > 3 else 0)
        return float(stamp), channel, key, bytes.fromhex(data.decode()), flag[:1] == b"R"
    if found := _PRINTED.match(line):
        remote = found[5].startswith(b"remote")
        data = b"" if remote else bytes.fromhex(found[5].decode())
        if not remote and len(data) != int(found[4]):
            return None
        key = int(found[3], 16) | (EXTENDED if len(found[3]) > 3 else 0)
        return float(found[1]) if found[1] else None, found[2], key, data, remote
    return None


def _gvret(line: bytes) -> Found | None:
    """Time Stamp,ID,Extended,Dir,Bus,LEN,D1,D2,D3,D4,D5,D6,D7,D8 (older ones have no Dir); microseconds.

    1700000000000300,00000164,false,Rx,0,8,04,00,00,37,85,00,00,3F,
    """
    found = _GVRET.match(line)
    if found is None:
        return None
    data = bytes(int(part, 16) for part in found[6].split(b",")[1:])
    if len(data) < int(found[5]):
        return None
    extended = found[3].lower() in (b"true", b"1")
    return (
        int(found[1]) / 1e6,
        found[4],
        int(found[2], 16) | (EXTENDED if extended else 0),
        data[: int(found[5])],
        False,
    )


def _canhacker(line: bytes) -> Found | None:
    """Seconds, which begin anew each minute with some adapters, with a point or a comma.

    Time   ID     DLC Data                    Comment
    00.000 18EA0003 8 BE FE 00 00 FF FF FF FF
    """
    found = _CANHACKER.match(line)
    if found is None:
        return None
    data = bytes.fromhex(found[5].decode())
    if len(data) != int(found[4]):
        return None
    seconds = int(found[1]) + int(found[2]) / 10 ** len(found[2])
    return seconds, b"0", int(found[3], 16) | (EXTENDED if len(found[3]) > 3 else 0), data, False


LINES: dict[str, tuple[Callable[[bytes], Found | None], bytes, float]] = {
    "candump": (_candump, b"", 0.0),
    "gvret": (_gvret, GVRET[:10], 0.0),
    "canhacker": (_canhacker, CANHACKER[:7], 60.0),
}
"""By format: the reader of a line, how the heading begins, and after how many seconds its clock begins anew (0: never)."""


def read_lines(path: Path, kind: str, problems: list[Problem]) -> Iterator[tuple[float, str, Frame]]:
    """(seconds, channel, frame); time without stamps goes on by a millisecond a frame.

    Lines that are no frame are told in ``problems``. Raises LogError, naming the last line, when the file stops in the middle
    of one; all frames before it have been given by then.
    """
    parse, heading, wraps_s = LINES[kind]
    lengths: dict[int, int] = {}
    names: dict[bytes, str] = {}
    count, time_s, turned_s, last = 0, 0.0, 0.0, 0.0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            ended = line.endswith(b"\n")
            found = parse(line)
            if found is None:
                if not ended and (count or number == 1):
                    raise _cut(path, number, count)
                if line.strip() and not (heading and line.startswith(heading)) and len(problems) < _MAX_TOLD:
                    problems.append(Problem(path, number, f"not a frame: {line[:40]!r}; left out"))
                continue
            stamp, channel, key, data, remote = found
            if not ended and lengths.get(key, len(data)) != len(data):
                raise _cut(path, number, count)
            if stamp is not None and wraps_s and stamp < last - wraps_s / 2:
                turned_s += wraps_s
            last = stamp or last
            time_s = time_s + 0.001 if stamp is None else stamp + turned_s
            count += 1
            if not remote:
                lengths[key] = len(data)
                yield (
                    time_s,
                    names.get(channel) or names.setdefault(channel, channel.decode(errors="replace")),
                    (key, data),
                )


def _cut(path: Path, number: int, count: int) -> LogError:
    return LogError(
        f"{path}:{number}: the recording stops in the middle of a frame; the {count} frames before it were played"
    )
