"""From one format of recordings to another, whole or in part, with the vehicle's number blanked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import LogError, Problem, RecordingError
from backends.vehicle.recorder.vin import VinMask
from backends.vehicle.replay.formats import Format
from backends.vehicle.replay.logs import LogFrame, read_stamped
from backends.vehicle.replay.writers import Stamped, replacing, write_recording

__all__ = ["Converted", "Wanted", "convert", "parse_ids"]

_ID = re.compile(r"\s*(?:0x)?([0-9A-F]{1,8})(?:-(?:0x)?([0-9A-F]{1,8}))?\s*", re.IGNORECASE)


def parse_ids(text: str) -> list[tuple[int, int]]:
    """``"1A0,700-7FF,18DAF110"`` as ranges of keys, both ends included; more than three digits are 29-bit identifiers.

    Raises ValueError that says how it should look.
    """
    ranges = []
    for part in text.split(","):
        found = _ID.fullmatch(part)
        if found is None:
            raise ValueError(f"{part!r} is no identifier in hex, such as 1A0, 18DAF110 or 700-7FF")
        first, last = (int(end, 16) | (EXTENDED if len(end) > 3 else 0) for end in (found[1], found[2] or found[1]))
        if last < first:
            raise ValueError(f"{part!r} ends before it begins")
        ranges.append((first, last))
    return ranges


@dataclass(slots=True)
class Wanted:
    """What of a recording is kept: seconds from its beginning, and ranges of keys; None for all."""

    from_s: float = 0.0
    to_s: float = float("inf")
    ids: list[tuple[int, int]] | None = None

    def has(self, time_s: float, key: int) -> bool:
        if not self.from_s <= time_s <= self.to_s:
            return False
        return self.ids is None or any(first <= key <= last for first, last in self.ids)


@dataclass(slots=True)
class Converted:
    """What became of it. ``cut`` says where the source was cut or damaged; everything before that was written."""

    frames: int = 0
    left_out: int = 0
    blanked: int = 0
    cut: str = ""
    problems: list[Problem] = field(default_factory=list)
    channels: dict[str, int] = field(default_factory=dict)

    def number(self, channel: str) -> int:
        """The number a channel gets: its own if it ends with one that is free."""
        if channel not in self.channels:
            own = re.search(r"(\d{1,2})$", channel)
            number = int(own[1]) if own else 0
            while number in self.channels.values():
                number += 1
            self.channels[channel] = number
        return self.channels[channel]


def convert(
    source: Path, target: Path, kind: Format, wanted: Wanted | None = None, mask: VinMask | None = None
) -> Converted:
    """Write ``target``, as a whole or not at all. Raises LogError or RecordingError, and OSError when it cannot be written."""
    done = Converted()
    frames = _frames(source, wanted or Wanted(), mask, done)
    # The first frame is taken before anything is written, so that a file that cannot be read costs nothing.
    first = next(frames, None)
    if first is None:
        why = "no frame of it was asked for" if done.left_out else "there is no frame in it"
        raise RecordingError(done.cut or f"{source}: {why}; nothing was written")
    with replacing(target) as scratch:
        done.frames = write_recording(scratch, kind, chain((first,), frames))
    return done


def _frames(source: Path, wanted: Wanted, mask: VinMask | None, done: Converted) -> Iterator[Stamped]:
    try:
        yield from _wanted(read_stamped(source, done.problems), wanted, mask, done)
    except LogError as error:
        done.cut = str(error)
    done.blanked = mask.blanked if mask is not None else 0


def _wanted(frames: Iterator[LogFrame], wanted: Wanted, mask: VinMask | None, done: Converted) -> Iterator[Stamped]:
    began: float | None = None
    for time_s, channel, key, data in frames:
        if began is None:
            began = time_s
        # What is not wanted is seen by the mask, too: a message of many frames may begin there.
        shown = data if mask is None else mask.mask(channel, key, data)
        if time_s - began > wanted.to_s:
            return
        if wanted.has(time_s - began, key):
            yield Stamped(time_s, done.number(channel), key, shown)
        else:
            done.left_out += 1
