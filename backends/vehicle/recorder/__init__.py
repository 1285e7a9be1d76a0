"""The last minute of all buses, always kept, and saved when somebody asks."""

from __future__ import annotations

from backends.vehicle.recorder.keeper import Recordings
from backends.vehicle.recorder.ring import Recorder
from backends.vehicle.recorder.tape import Tape, mask_for
from backends.vehicle.recorder.vin import VinMask, vin_fields

__all__ = ["Recorder", "Recordings", "Tape", "VinMask", "mask_for", "vin_fields"]
