"""Recordings on disk: written whole or not at all, the newest kept."""

from __future__ import annotations

import errno
import struct
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from backends.core.store import clear_leftovers, state_dir
from backends.vehicle.errors import RecordingError
from backends.vehicle.recorder.ring import SENT
from backends.vehicle.recorder.vin import VinMask
from backends.vehicle.replay.blocks import Row
from backends.vehicle.replay.formats import Format
from backends.vehicle.replay.writers import Stamped, replacing, write_recording

__all__ = ["Recordings", "duration_s"]

_KEPT = 20
_MAX_BYTES = 256 << 20
_BREATH_FRAMES, _BREATH_S = 250, 0.0005
"""The writing thread lets go so often, so that the loop is not made to wait for it."""


_HEAD = struct.Struct("<4s36x8H8H")
"""Of a BLF file's head, what tells it and the moments of its first and last frame."""


class Recordings:
    """The folder of recordings. All methods but `folder` block on the disk: call them from a thread, one at a time."""

    def __init__(self, folder: Path | None = None, *, kept: int = _KEPT, max_bytes: int = _MAX_BYTES) -> None:
        self.folder = folder or state_dir() / "vehicle" / "recordings"
        self._kept = kept
        self._max_bytes = max_bytes

    def save(self, rows: Iterable[Row], mask: VinMask | None = None) -> Path:
        """Write rows timed by the monotonic clock. Raises RecordingError that can be shown."""
        offset = time.time() - time.monotonic()
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            clear_leftovers(self.folder)
            target = self._free_name(masked=mask is not None)
            with replacing(target, 0o600) as scratch:
                if not write_recording(scratch, Format.BLF, _breathing(rows, offset, mask)):
                    raise RecordingError("Nothing was heard on the vehicle's buses yet")
            self._thin_out(target)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                raise RecordingError("There is no room left to keep the recording; remove old recordings") from error
            raise RecordingError(f"The recording could not be kept: {error.strerror or error}") from error
        return target

    def entries(self) -> list[dict[str, Any]]:
        """Newest first: path, time (Unix), bytes, duration_s (0 when its head cannot be read)."""
        found = []
        for path in self._files():
            try:
                status = path.stat()
            except FileNotFoundError:
                continue
            entry = {
                "path": str(path),
                "time": status.st_mtime,
                "bytes": status.st_size,
                "duration_s": duration_s(path),
            }
            found.append(entry)
        return found

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*.blf"), reverse=True) if self.folder.is_dir() else []

    def _free_name(self, masked: bool) -> Path:
        end = "-masked.blf" if masked else ".blf"
        while True:
            stem = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%f")[:-3]
            target = self.folder / f"{stem}Z{end}"
            if not target.exists():
                return target
            time.sleep(0.001)

    def _thin_out(self, newest: Path) -> None:
        """Remove the oldest beyond the number and the bytes allowed; the newest always stays."""
        total = newest.stat().st_size
        others = [path for path in self._files() if path != newest]
        for number, path in enumerate(others, 2):
            total += path.stat().st_size
            if number > self._kept or total > self._max_bytes:
                path.unlink(missing_ok=True)


def _breathing(rows: Iterable[Row], offset_s: float, mask: VinMask | None) -> Iterator[Stamped]:
    for count, (at, channel, key, data) in enumerate(rows, 1):
        bus = channel & ~SENT
        shown = data if mask is None else mask.mask(bus, key, data)
        yield Stamped(at + offset_s, bus, key, shown, bool(channel & SENT))
        if count % _BREATH_FRAMES == 0:
            time.sleep(_BREATH_S)


def duration_s(path: Path) -> float:
    """Length of a BLF file as its head tells it; 0 when that cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD.size)
        (
            signature,
            *_,
        ) = fields = _HEAD.unpack(head)
        begin, end = _moment(fields[1:9]), _moment(fields[9:17])
    except (OSError, ValueError, struct.error):
        return 0.0
    return round(max(0.0, end - begin), 3) if signature == b"LOGG" else 0.0


def _moment(fields: tuple[int, ...]) -> float:
    """A SYSTEMTIME: year, month, day of the week, day, hour, minute, second, millisecond."""
    year, month, _, day, hour, minute, second, millisecond = fields
    return datetime(year, month, day, hour, minute, second, millisecond * 1000, UTC).timestamp()
