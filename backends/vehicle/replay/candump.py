"""candump's text, both as written by ``candump -l`` and as printed: one frame a line.

(1700000000.000300) can0 164#040000378500003F
 (1700000000.000300)  can0  164   [8]  04 00 00 37 85 00 00 3F
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import LogError, Problem
from backends.vehicle.ports import Frame

__all__ = ["looks_like_candump", "read_candump"]

_COMPACT = re.compile(
    rb"\s*\((\d+\.?\d*)\)\s+(\S+)\s+([0-9A-Fa-f]{1,8})"  # (time) channel id
    rb"#(R[0-9A-Fa-f]?|#[0-9A-Fa-f]|)((?:[0-9A-Fa-f]{2})*)(?:\s+[TR])?\s*$"  # remote, FD flags or nothing; data; direction
)
_PRINTED = re.compile(
    rb"\s*(?:\((\d+\.?\d*)\)\s+)?(\S+)\s+(?:[TR]X\s+[-BE ]*\s)?\s*([0-9A-Fa-f]{3,8})\s+\[(\d+)\]"
    rb"\s*(remote request|(?:[0-9A-Fa-f]{2}(?:\s+|$))*)"
)
_MAX_TOLD = 20


def looks_like_candump(path: Path) -> bool:
    """Whether one of the first lines is a frame."""
    with path.open("rb") as file:
        head = file.read(4096).splitlines()[:20]
    return any(_COMPACT.match(line) or _PRINTED.match(line) for line in head)


def read_candump(path: Path, problems: list[Problem]) -> Iterator[tuple[float, str, Frame]]:
    """(seconds, channel, frame); time without stamps goes on by a millisecond a frame.

    Lines that are no frame are told in ``problems``. Raises LogError, naming the last line, when the file stops in the middle
    of one; all frames before it have been given by then.
    """
    lengths: dict[int, int] = {}
    count = 0
    time_s = 0.0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            ended = line.endswith(b"\n")
            found = _parse(line)
            if found is None:
                if not ended:
                    raise _cut(path, number, count)
                if line.strip() and len(problems) < _MAX_TOLD:
                    problems.append(Problem(path, number, f"not a frame: {line[:40]!r}; left out"))
                continue
            stamp, channel, key, data, remote = found
            if not ended and lengths.get(key, len(data)) != len(data):
                raise _cut(path, number, count)
            time_s = time_s + 0.001 if stamp is None else stamp
            count += 1
            if not remote:
                lengths[key] = len(data)
                yield time_s, channel, (key, data)


def _cut(path: Path, number: int, count: int) -> LogError:
    return LogError(
        f"{path}:{number}: the recording stops in the middle of a frame; the {count} frames before it were played"
    )


def _parse(line: bytes) -> tuple[float | None, str, int, bytes, bool] | None:
    if found := _COMPACT.match(line):
        identifier, flag, data = found[3], found[4], found[5]
        extended = len(identifier) > 3
        key = int(identifier, 16) | (EXTENDED if extended else 0)
        return (
            float(found[1]),
            found[2].decode(errors="replace"),
            key,
            bytes.fromhex(data.decode()),
            flag.startswith(b"R"),
        )
    if found := _PRINTED.match(line):
        remote = found[5].startswith(b"remote")
        data = b"" if remote else bytes.fromhex(found[5].decode())
        if not remote and len(data) != int(found[4]):
            return None
        key = int(found[3], 16) | (EXTENDED if len(found[3]) > 3 else 0)
        return float(found[1]) if found[1] else None, found[2].decode(errors="replace"), key, data, remote
    return None
