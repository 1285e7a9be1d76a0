"""The whole simulated car on a bus, moved by `tick`. Faults can be switched on one by one."""

from __future__ import annotations

import os
from collections.abc import Callable

from backends.vehicle.dbc import Database
from backends.vehicle.dbc.load import load_database
from backends.vehicle.e2e import Protection
from backends.vehicle.mapping import Mapping, read_mapping
from backends.vehicle.ports import Frame
from backends.vehicle.profile import Profile
from backends.vehicle.simcar.frames import FrameMaker, Outgoing, protections
from backends.vehicle.simcar.model import CarModel, Scene
from backends.vehicle.simcar.panel import COMMANDS, Panel
from backends.vehicle.simcar.state import CarState

__all__ = ["FAULTS", "TICK_S", "SimCar"]

TICK_S = 0.05
"""Everything due within a tick is sent together: few wake-ups, and every message keeps its mean period."""

FAULTS = ("silence", "bad_crc", "sna", "refuse_writes", "late_writes", "noise", "flood")
_FLOOD_PER_S = 4500
_PARKED_STEP_S = 1.0
"""A parked car changes slowly (its cabin, its battery); only its frames go on."""


class SimCar:
    """The demo car. ``send`` puts a frame on the bus. ``files``: the profile's, if they are read already."""

    def __init__(
        self,
        profile: Profile,
        send: Callable[[int, bytes], None],
        scene: Scene = "parked",
        files: tuple[Database, Mapping] | None = None,
    ) -> None:
        if files is None:
            files = load_database(profile.dbc_file(next(iter(profile.buses)))), read_mapping(profile.mapping_file)
        database, mapping = files
        guards = protections(profile, mapping, database)
        self.state = CarState()
        self.model = CarModel(self.state, scene)
        self.faults: set[str] = set()
        self.sna: frozenset[str] = frozenset()
        self.sent = 0
        self._send = send
        self._maker = FrameMaker(database, guards)
        self._panels = {name: self._panel(database, name, guards) for name in COMMANDS}
        self._by_key = {panel.message.key: panel for panel in self._panels.values()}
        self._time_s = 0.0
        self._unmoved_s = 0.0
        self._next: dict[str, float] = {}
        periods: dict[str, Outgoing | Panel] = {**self._maker.outgoing, **self._panels}
        for index, name in enumerate(periods):
            self._next[name] = (index % 20) * TICK_S if periods[name].period_s >= 1 else (index % 2) * TICK_S

    def _panel(self, database: Database, name: str, guards: dict[str, Protection]) -> Panel:
        message = database.message(name)
        assert message is not None
        return Panel(message, guards[name], self.state)

    def hear(self, frames: list[Frame]) -> None:
        """Frames from the bus; requests among them are acted on later."""
        for key, data in frames:
            panel = self._by_key.get(key)
            if panel is not None:
                panel.hear(data, self._time_s)

    @property
    def pace_s(self) -> float:
        """How long until the next tick. A parked car has time, as real ones do: its speed comes half as often."""
        return 2 * TICK_S if self.model.scene == "parked" and "flood" not in self.faults else TICK_S

    def fault(self, name: str, on: bool, signals: list[str] | None = None) -> None:
        """Switch a fault. ``sna`` takes the names of the signals to send as unknown. Raises LookupError for an unknown fault."""
        if name not in FAULTS:
            raise LookupError(f"there is no fault {name}; there are {', '.join(FAULTS)}")
        (self.faults.add if on else self.faults.discard)(name)
        if name == "sna":
            self.sna = frozenset(signals or ("Speed",)) if on else frozenset()
        for panel in self._panels.values():
            panel.refuse = "refuse_writes" in self.faults
            panel.late = "late_writes" in self.faults

    def tick(self, dt_s: float = TICK_S) -> None:
        """Let a moment pass: act, move, send what is due."""
        self._time_s += dt_s
        for panel in self._panels.values():
            panel.act(self._time_s)
        self._unmoved_s += dt_s
        if self.model.scene != "parked" or self._unmoved_s >= _PARKED_STEP_S:
            self.model.step(self._unmoved_s)
            self._unmoved_s = 0.0
        if "silence" in self.faults:
            return
        self._send_due(dt_s)

    def _send_due(self, dt_s: float) -> None:
        """Frames are made first and sent together, so that whoever listens wakes up once for all of them."""
        self._batch: list[Frame] = []
        spoil = "bad_crc" in self.faults
        for name, outgoing in self._maker.outgoing.items():
            if self._due(name, outgoing.period_s):
                self._put(outgoing.message.key, outgoing.frame(self.state, sna=self.sna, spoil=spoil))
        for name, panel in self._panels.items():
            if self._due(name, panel.period_s):
                self._put(panel.message.key, panel.frame())
        if "noise" in self.faults:
            self._put(int.from_bytes(os.urandom(2), "big") & 0x7FF | 0x400, os.urandom(8))
        if "flood" in self.faults:
            for index in range(round(_FLOOD_PER_S * dt_s)):
                self._put(0x500 + index % 64, os.urandom(8))
        for key, data in self._batch:
            self._send(key, data)

    def _due(self, name: str, period_s: float) -> bool:
        if self._time_s < self._next[name] - TICK_S / 4:
            return False
        self._next[name] = max(self._next[name] + period_s, self._time_s - period_s)
        return True

    def _put(self, key: int, data: bytes) -> None:
        self.sent += 1
        self._batch.append((key, data))
