"""Which format a recording has: told by how it begins, so that a wrong suffix does not matter."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from backends.vehicle.errors import LogError
from backends.vehicle.replay.textlogs import CANHACKER, GVRET, is_candump

__all__ = ["SUFFIXES", "Format", "format_of", "suffix_format"]


class Format(Enum):
    """The formats of recordings; the value is what --format takes."""

    CANDUMP = "candump"
    TEXT = "text"
    """What candump prints on a screen."""
    ASC = "asc"
    BLF = "blf"
    CSV = "csv"
    """python-can's own."""
    GVRET = "gvret"
    """SavvyCAN's csv."""
    TRC = "trc"
    """PEAK's trace."""
    CANHACKER = "canhacker"
    MF4 = "mf4"


_BY_SUFFIX = {
    ".log": Format.CANDUMP,
    ".txt": Format.TEXT,
    ".asc": Format.ASC,
    ".blf": Format.BLF,
    ".csv": Format.CSV,
    ".trc": Format.TRC,
    ".mf4": Format.MF4,
}
SUFFIXES = tuple(_BY_SUFFIX)


def suffix_format(path: Path) -> Format:
    """What a file of this name should hold. Raises LogError."""
    found = _BY_SUFFIX.get(path.suffix.lower())
    if found is None:
        raise LogError(f"{path}: not a recording that can be read; there are {' '.join(SUFFIXES)}")
    return found


def format_of(path: Path) -> Format:
    """What a file holds. Raises LogError, naming the file, when it is no recording or not there."""
    if not path.is_file():
        raise LogError(f"{path}: there is no such file")
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise LogError(f"{path}: {error.strerror or error}") from error
    if head.startswith(b"LOGG"):
        return Format.BLF
    if head.startswith((b"MDF  ", b"UnFinMF")):
        return Format.MF4
    lines = head.splitlines()[:20]
    if any(line.startswith(GVRET) for line in lines):
        return Format.GVRET
    if any(line.startswith(CANHACKER[:24]) for line in lines):
        return Format.CANHACKER
    if any(is_candump(line) for line in lines):
        return Format.CANDUMP
    found = suffix_format(path)
    if found in (Format.CANDUMP, Format.TEXT):
        raise LogError(f"{path}:1: not candump text, which begins like (1700000000.0) can0 123#00")
    return found
