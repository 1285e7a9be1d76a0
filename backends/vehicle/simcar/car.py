"""The whole simulated car on its buses, moved by `tick`. Faults can be switched on one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from backends.vehicle.dbc import Database
from backends.vehicle.dbc.load import load_database
from backends.vehicle.mapping import Mapping as VssMapping
from backends.vehicle.mapping import read_mapping
from backends.vehicle.ports import Frame
from backends.vehicle.profile import Profile
from backends.vehicle.simcar.faults import FAULTS, Faults
from backends.vehicle.simcar.frames import Described, FrameMaker, Outgoing, described, protections
from backends.vehicle.simcar.model import CarModel, Scene
from backends.vehicle.simcar.panel import Panel
from backends.vehicle.simcar.powertrain import POWERTRAINS, Sort
from backends.vehicle.simcar.state import CarState, items

__all__ = ["FAULTS", "TICK_S", "SimCar"]

TICK_S = 0.05
"""Everything due within a tick is sent together: few wake-ups, and every message keeps its mean period."""

_FLOOD_PACE_S = 0.01
"""A flood comes evenly, not in bursts."""
_OFF_EVERY_S = 0.5
"""A bus that is off says so again, for whoever comes back too early."""
_PARKED_STEP_S = 1.0
"""A parked car changes slowly (its cabin, its battery); only its frames go on."""
_JUMP = 7
"""A counter's steps when it jumps about: more than any frames that can have been missed."""
_SLOW_PLACES = 4
"""Messages of a second or more leave at one of so many moments of a second, together."""

Files = tuple[Mapping[str, Database], VssMapping]


class SimCar:
    """The demo car. ``send`` puts a frame on a bus, ``bus_off`` says there that it is off. ``files``: the profile's, if read."""

    def __init__(
        self,
        profile: Profile,
        send: Callable[[str, int, bytes], None],
        scene: Scene = "parked",
        files: Files | None = None,
        sort: Sort = "electric",
        bus_off: Callable[[str], None] = lambda bus: None,
    ) -> None:
        if files is None:
            databases = {name: load_database(profile.dbc_file(name)) for name in profile.buses}
            files = databases, read_mapping(profile.mapping_file)
        known = described(files[0])
        guards = protections(profile, files[1], files[0])
        facts = POWERTRAINS[sort]
        self.state = CarState(_words(known))
        self._maker = FrameMaker(known, guards, self.state, facts.lacks, facts.ranges)
        self.model = CarModel(self.state, scene, sort)
        self.faults = Faults(
            {
                "bus": list(files[0]),
                "message": known,
                "signal": {signal.name for at in known.values() for signal in at.message.signals},
            }
        )
        self.sent = 0
        self._send = send
        self._bus_off = bus_off
        self._buses = tuple(files[0])
        self._off_at = float("-inf")
        self._panels = {
            name: Panel(at, guards[name], self.state)
            for name, at in known.items()
            if name.endswith("_CMD") and name not in facts.lacks
        }
        self._by_key = {(panel.bus, panel.message.key): panel for panel in self._panels.values()}
        self._time_s = 0.0
        self._unmoved_s = 0.0
        self._next: dict[str, float] = {}
        periods: dict[str, Outgoing | Panel] = {**self._maker.outgoing, **self._panels}
        for index, name in enumerate(periods):
            slow = periods[name].period_s >= 1
            self._next[name] = index % _SLOW_PLACES / _SLOW_PLACES if slow else (index % 2) * TICK_S

    def hear(self, bus: str, frames: list[Frame]) -> None:
        """Frames from a bus; requests among them are acted on later."""
        for key, data in frames:
            panel = self._by_key.get((bus, key))
            if panel is not None:
                panel.hear(data, self._time_s)

    @property
    def pace_s(self) -> float:
        """How long until the next tick. A parked car has time, as real ones do: its speed comes half as often."""
        if "flood" in self.faults:
            return _FLOOD_PACE_S
        return 2 * TICK_S if self.model.scene == "parked" else TICK_S

    def fault(self, text: str, on: bool = True, arguments: Collection[str] | None = None) -> None:
        """Switch a fault; see `backends.vehicle.simcar.faults`. Raises LookupError or ValueError."""
        self.faults.switch(text, on, arguments)
        for name, panel in self._panels.items():
            panel.refuse = self.faults.hits("refuse_writes", name)
            panel.late_s = self.faults.late_s
        for name, out in self._maker.outgoing.items():
            frozen, jumping = (self.faults.hits(f"counter_{how}", name) for how in ("frozen", "jumping"))
            out.counter_step = 0 if frozen else _JUMP if jumping else 1

    def tick(self, dt_s: float = TICK_S) -> None:
        """Let a moment pass: act, move, send what is due."""
        self._time_s += dt_s
        for panel in self._panels.values():
            panel.act(self._time_s)
        self.model.motors(dt_s)
        self._unmoved_s += dt_s
        if self.model.scene != "parked" or self._unmoved_s >= _PARKED_STEP_S:
            self.model.step(self._unmoved_s)
            self._unmoved_s = 0.0
        self._send_due(dt_s)

    def _send_due(self, dt_s: float) -> None:
        """Frames are made first and sent together, so that whoever listens wakes up once for all of them."""
        self._batch: list[tuple[str, int, bytes]] = []
        faults = self.faults
        for name, outgoing in self._maker.outgoing.items():
            if self._due(name, outgoing.period_s) or outgoing.may_hurry(self._time_s):
                outgoing.sent_at = self._time_s
                frame = outgoing.frame(faults.sna, faults.hits("bad_crc", name))
                self._put(outgoing.bus, outgoing.message.key, frame)
        for name, panel in self._panels.items():
            if self._due(name, panel.period_s):
                self._put(panel.bus, panel.message.key, panel.frame())
        for bus, (key, data) in faults.further(dt_s):
            self._put(bus, key, data)
        if (off := faults.get("bus_off")) is not None and self._time_s >= self._off_at + _OFF_EVERY_S:
            self._off_at = self._time_s
            for bus in off.arguments or self._buses:
                self._bus_off(bus)
        for bus, key, data in self._batch:
            if not faults.hits("silence", bus) and not faults.hits("bus_off", bus):
                self.sent += 1
                self._send(bus, key, data)

    def _due(self, name: str, period_s: float) -> bool:
        if self._time_s < self._next[name] - TICK_S / 4:
            return False
        self._next[name] = max(self._next[name] + period_s, self._time_s - period_s)
        return True

    def _put(self, bus: str, key: int, data: bytes) -> None:
        self._batch.append((bus, key, data))


def _words(known: Mapping[str, Described]) -> dict[str, tuple[str, ...]]:
    """What each item of words may say, by the labels of its signal."""
    found = {}
    for item in items().values():
        if item.kind == "word" and item.message in known:
            signal = known[item.message].message.signal(item.signal)
            assert signal is not None, item.signal
            found[item.name] = tuple(label for label in signal.choices.values() if label != "unknown")
    return found
