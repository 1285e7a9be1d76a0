"""The service's side of recording: the ring of its buses, and saving it without holding the loop up."""

from __future__ import annotations

import asyncio
from typing import Any

from backends.core.wire import Typed
from backends.vehicle.dbc.load import load_database
from backends.vehicle.errors import RecordingError, VehicleError
from backends.vehicle.mapping import read_mapping
from backends.vehicle.profile import Profile
from backends.vehicle.recorder.keeper import Recordings
from backends.vehicle.recorder.ring import Recorder
from backends.vehicle.recorder.vin import VIN_PATH, VinMask, vin_fields

__all__ = ["Tape", "mask_for"]


def mask_for(profile: Profile) -> VinMask:
    """Blanks what this vehicle's own messages tell of its number, too. Reads files; raises VehicleError."""
    mapped = [
        signal
        for rule in read_mapping(profile.mapping_file).reads
        if rule.path == VIN_PATH
        for _, signal in rule.signals
    ]
    return VinMask(vin_fields((load_database(profile.dbc_file(bus)) for bus in profile.buses), mapped))


class Tape:
    """What a vehicle service needs to record."""

    def __init__(self, profile: Profile, recordings: Recordings | None = None) -> None:
        self.recorder = Recorder(list(profile.buses))
        self._profile = profile
        self._recordings = recordings or Recordings()
        self._one = asyncio.Lock()

    async def save(self, mask_vin: bool) -> str:
        """Write the last minute; the path. Raises RecordingError or another VehicleError that can be shown."""
        if not self.recorder.heard:
            raise VehicleError("Nothing was heard on the vehicle's buses yet")
        rows = self.recorder.rows()
        async with self._one:
            mask = await asyncio.to_thread(mask_for, self._profile) if mask_vin else None
            return str(await asyncio.to_thread(self._recordings.save, rows, mask))

    async def entries(self) -> list[dict[str, Any]]:
        """What is kept. Raises RecordingError."""
        try:
            found = await asyncio.to_thread(self._recordings.entries)
        except OSError as error:
            raise RecordingError(f"The recordings cannot be read: {error.strerror or error}") from error
        return [entry | {"bytes": Typed("x", entry["bytes"])} for entry in found]
