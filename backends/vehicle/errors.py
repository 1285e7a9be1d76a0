"""What can go wrong with vehicle data; the text names the file and the line and is fit to be shown.

VehicleError
├── DbcError       a message description cannot be used at all: choose another file
├── MappingError   a mapping cannot be used at all: mend it
├── ProfileError   a vehicle profile cannot be used: mend it or name another
├── LogError       a recording cannot be read: choose another file
├── RecordingError a recording cannot be written: the text says why
└── BusError       the bus cannot be opened or used: it is tried again
    └── BusBusy    the bus takes no frame just now, but is not lost
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "BusBusy",
    "BusError",
    "DbcError",
    "LogError",
    "MappingError",
    "Problem",
    "ProfileError",
    "RecordingError",
    "VehicleError",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that was left out while the rest is used. ``line`` counts from 1; 0 means the file as a whole."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"


class VehicleError(Exception):
    """Root of the vehicle's errors."""


class DbcError(VehicleError): ...


class MappingError(VehicleError): ...


class ProfileError(VehicleError): ...


class LogError(VehicleError): ...


class RecordingError(VehicleError): ...


class BusError(VehicleError): ...


class BusBusy(BusError): ...
