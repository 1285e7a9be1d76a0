"""Writing recordings: text by our own writers, the rest by python-can. Never its SqliteWriter, which loses frames."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import RecordingError
from backends.vehicle.replay.formats import Format
from backends.vehicle.replay.textlogs import CANHACKER

__all__ = ["Stamped", "replacing", "write_recording"]


class Stamped(NamedTuple):
    """A frame to write: seconds (since 1970 where known), number of its channel from 0, key, data, whether we sent it."""

    time_s: float
    channel: int
    key: int
    data: bytes
    sent: bool = False


@contextmanager
def replacing(target: Path, mode: int = 0o666) -> Iterator[Path]:
    """A scratch file beside ``target`` that takes its place, synced, when the block ends well, and is gone when it does not."""
    scratch = target.with_name(f".{target.name}.pillion-tmp")
    handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    os.close(handle)
    try:
        yield scratch
        _sync(scratch, os.O_RDONLY)
        scratch.replace(target)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise
    _sync(target.parent, os.O_RDONLY | os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_recording(path: Path, kind: Format, frames: Iterable[Stamped]) -> int:
    """Write all frames, and tell how many. Raises OSError, or RecordingError when the format cannot hold a frame."""
    if kind in _LINES:
        begin, line = _LINES[kind]
        with path.open("w", encoding="ascii", newline="\n") as file:
            return _write_lines(file, begin, line, frames)
    count = 0
    import can  # here: it takes long, and the service seldom needs it

    writer = _open(path, kind)
    try:
        for frame in frames:
            count += 1
            if kind is Format.TRC and len(frame.data) > 8:  # python-can would leave it out in silence
                raise RecordingError("trc holds no CAN FD frames")
            writer(
                can.Message(
                    timestamp=frame.time_s,
                    arbitration_id=frame.key & 0x1FFF_FFFF,
                    is_extended_id=bool(frame.key & EXTENDED),
                    data=frame.data,
                    channel=frame.channel,
                    is_fd=len(frame.data) > 8,
                    is_rx=not frame.sent,
                )
            )
        writer.stop()
    except (NotImplementedError, ValueError) as error:
        raise RecordingError(f"{kind.value} cannot hold frame {count}: {error}") from error
    finally:
        with suppress(OSError, AttributeError):
            writer.file.close()
    return count


def _open(path: Path, kind: Format) -> Any:
    import can

    if kind is Format.MF4:
        try:
            return can.MF4Writer(path)
        except NotImplementedError as error:
            raise RecordingError("MF4 recordings are written by asammdf: pip install 'pillion[mf4]'") from error
    writers: dict[Format, Callable[[Path], Any]] = {
        Format.ASC: can.ASCWriter,
        Format.BLF: can.BLFWriter,
        Format.CSV: can.CSVWriter,
        Format.TRC: can.TRCWriter,
    }
    return writers[kind](path)


# -- text ----------------------------------------------------------------------------------------------------------------


def _write_lines(file: TextIO, begin: str, line: Callable[[Stamped, float], str], frames: Iterable[Stamped]) -> int:
    file.write(begin)
    count, first = 0, 0.0
    for count, frame in enumerate(frames, 1):
        if count == 1:
            first = frame.time_s
        file.write(line(frame, first))
    return count


def _identifier(key: int) -> str:
    return f"{key & 0x1FFF_FFFF:08X}" if key & EXTENDED else f"{key:03X}"


def _candump(frame: Stamped, _: float) -> str:
    gap = "##0" if len(frame.data) > 8 else "#"
    return f"({frame.time_s:.6f}) can{frame.channel} {_identifier(frame.key)}{gap}{frame.data.hex().upper()}\n"


def _printed(frame: Stamped, _: float) -> str:
    size = f"{len(frame.data):02d}" if len(frame.data) > 8 else f"{len(frame.data)}"
    data = frame.data.hex(" ").upper()
    return f" ({frame.time_s:.6f})  can{frame.channel}  {_identifier(frame.key):>8}  [{size}]  {data}".rstrip() + "\n"


def _gvret(frame: Stamped, _: float) -> str:
    extended = "true" if frame.key & EXTENDED else "false"
    way = "Tx" if frame.sent else "Rx"
    data = "".join(f"{byte:02X}," for byte in frame.data)
    identifier = frame.key & 0x1FFF_FFFF
    return f"{round(frame.time_s * 1e6)},{identifier:08X},{extended},{way},{frame.channel},{len(frame.data)},{data}\n"


def _canhacker(frame: Stamped, first: float) -> str:
    if len(frame.data) > 8:
        raise RecordingError("canhacker holds no CAN FD frames")
    milliseconds = round((frame.time_s - first) * 1000)
    stamp = f"{milliseconds // 1000:02d}.{milliseconds % 1000:03d}"
    data = "".join(f"{byte:02X} " for byte in frame.data)
    return f"{stamp} {_identifier(frame.key):<8} {len(frame.data)} {data}\n"


_LINES: dict[Format, tuple[str, Callable[[Stamped, float], str]]] = {
    Format.CANDUMP: ("", _candump),
    Format.TEXT: ("", _printed),
    Format.GVRET: ("Time Stamp,ID,Extended,Dir,Bus,LEN,D1,D2,D3,D4,D5,D6,D7,D8\n", _gvret),
    Format.CANHACKER: (CANHACKER.decode() + "\n", _canhacker),
}
