"""A car for the diagnostics service: simulated control units on a virtual bus, and a vehicle service that says how it stands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from backends.core.errors import NotFound
from backends.core.service import Service
from backends.diagnostics.simecu.bus import Garage
from backends.diagnostics.simecu.garage import build, example_faults
from backends.diagnostics.transports.canbus import CanBus, open_can

__all__ = ["FakeVehicle", "garage", "profile"]

SPEED, GEAR = "Vehicle.Speed", "Vehicle.Powertrain.Transmission.SelectedGear"


class FakeVehicle(Service):
    """As much of Vehicle1 as is asked; plain attributes: ``speed``, ``quality``, ``gear_quality``, ``served``, ``rules``."""

    NAME = "vehicle"

    def __init__(self) -> None:
        super().__init__()
        self.speed: float | None = 0.0
        self.quality = self.gear_quality = "valid"
        self.served = [SPEED, GEAR]
        self.rules: dict[str, Any] = {"state": "parked", "known": True}
        for name, value in {"Profile": "", "BusState": "up", "Replay": {}, "Buses": {}}.items():
            if name in self.spec.properties:
                self.set_property(name, value)
        self.drive(0.0, parked=True)
        self.set_property("Ready", True)

    def drive(self, speed: float, *, parked: bool = False) -> None:
        """How it moves now."""
        self.speed = speed
        self.set_property("Restrictions", {"state": "parked" if parked else "moving", "known": True})

    def get(self, paths: list[str]) -> dict[str, dict[str, Any]]:
        samples = {
            SPEED: {"value": self.speed, "quality": self.quality},
            GEAR: {"value": 126, "quality": self.gear_quality},
        }
        if unknown := [path for path in paths if path not in self.served]:
            raise NotFound(f"{unknown[0]} is not served")
        return {path: {k: v for k, v in samples[path].items() if v is not None} for path in paths}

    def describe(self, _paths: list[str]) -> dict[str, dict[str, Any]]:
        return {path: {"served": True} for path in self.served}


def profile(folder: Path, diagnostics: str, channel: str) -> Path:
    """A vehicle profile with one virtual bus."""
    file = folder / "profile.toml"
    bus = f'[bus.main]\ninterface = "virtual"\nchannel = "{channel}"\n'
    file.write_text(f'mapping = "mapping.yaml"\n{bus}\n{diagnostics}\n', encoding="utf-8")
    return file


@asynccontextmanager
async def garage(kind: str = "petrol", *, faults: bool = True, channel: str = "") -> AsyncIterator[tuple[Garage, str]]:
    """Control units on a virtual bus, and its channel."""
    channel = channel or f"garage-{uuid4().hex}"
    bus = CanBus(open_can("virtual", channel, {}, []))
    brains = build(kind)
    told: Mapping[int, Any] = example_faults(kind) if faults else {}
    for number, own in told.items():
        brains[number].faults = own
    made = Garage(bus, brains)
    task = asyncio.create_task(made.serve())
    try:
        yield made, channel
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        bus.close()
