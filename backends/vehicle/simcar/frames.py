"""The car's state as the frames of its DBC files: which signal shows what, when each message is due, counters and check bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from backends.vehicle.dbc import Database, DbcMessage, DbcSignal, insert, to_raw
from backends.vehicle.dbc.codec import raw_range
from backends.vehicle.e2e import E2E, Protection, protection
from backends.vehicle.mapping import Mapping as VssMapping
from backends.vehicle.mapping.named import NAMED
from backends.vehicle.profile import Profile
from backends.vehicle.simcar.state import CarState, Item, Value, items

__all__ = ["Described", "FrameMaker", "Outgoing", "described", "protections"]

_LOW_TYRE = 0.8
"""A tyre is low below this share of its target (UNECE R141: a loss of 20 %)."""
_PROMPT_GAP_S = 0.1
_PROMPT_PERIOD_S = 0.5
"""Messages that come no more often than this are sent at once when something else than a measured number changes in them."""
_PROMPT_TOO = {"WHEEL_KEYS"}
_WHEELS = ("FL", "FR", "RL", "RR")
_PERFORMANCE = {"ECO": "ECONOMY", "SPORT": "SPORT", "SNOW": "SNOW"}

Encoder = Callable[[Value], int]


@dataclass(frozen=True, slots=True)
class Described:
    """A message and the bus it is on."""

    bus: str
    message: DbcMessage


Derivation = tuple[tuple[str, ...], Callable[[Mapping[str, Value]], Value]]


def _gear_engaged(values: Mapping[str, Value]) -> Value:
    return {"P": "N", "N": "N", "R": "R"}.get(str(values["gear"]), str(max(1, int(float(values["gear_engaged"])))))


_DERIVED: dict[str, dict[str, Derivation]] = {
    "MOTION": {
        "Standstill": (("speed_kph",), lambda v: abs(float(v["speed_kph"])) < 0.1),
        "BrakePressed": (("brake_pedal",), lambda v: float(v["brake_pedal"]) > 0),
    },
    "DRIVE": {"ParkLock": (("gear",), lambda v: v["gear"] == "P")},
    "LIGHTS": {
        "BrakeLight": (("brake_pedal",), lambda v: float(v["brake_pedal"]) > 0),
        "BackupLight": (("gear",), lambda v: v["gear"] == "R"),
    },
    "DYNAMICS": {
        "GearEngaged": (("gear", "gear_engaged"), _gear_engaged),
        "PerformanceMode": (("drive_mode",), lambda v: _PERFORMANCE.get(str(v["drive_mode"]), "NORMAL")),
    },
    "JOURNEY": {"TotalRange": (("range_km", "fuel.range_km"), lambda v: 0.0)},
    "CLUSTER": {"DayNight": (("night",), lambda v: "NIGHT" if v["night"] else "DAY")},
    "CABIN_LIGHTS": {"Perceived": (("ambient",), lambda v: v["ambient"])},
}
"""Signals that no single value shows: what they follow from, and how."""


def described(databases: Mapping[str, Database]) -> dict[str, Described]:
    """All messages of all buses by name."""
    return {
        message.name: Described(bus, message) for bus, database in databases.items() for message in database.messages
    }


def protections(profile: Profile, mapping: VssMapping, databases: Mapping[str, Database]) -> dict[str, Protection]:
    """How each protected message of the car is sealed, by its name: as the mapping and the profile say."""
    named: dict[str, E2E] = {}
    for rule in mapping.reads:
        if rule.e2e is not None:
            for database in databases.values():
                for message in database.by_signal.get(rule.signals[0][1], ()):
                    if not rule.message or message.name == rule.message:
                        named[message.name] = rule.e2e
    for spec in profile.buses.values():
        named |= {name: allow.e2e for name, allow in spec.writes.items() if allow.e2e is not None}
    known = described(databases)
    return {name: protection(e2e, known[name].message) for name, e2e in named.items()}


class Outgoing:
    """One message the car sends: its period, the counter it has reached, and the signals a fault has made unknown."""

    def __init__(self, at: Described, guard: Protection | None, state: CarState) -> None:
        self.bus, self.message = at.bus, at.message
        self.period_s = (at.message.period_ms or 1000) / 1000
        self.counter = 0
        self.counter_step = 1
        """1 in a healthy car; 0 is a counter that hangs."""
        self.prompt = False
        """Something changed that is not kept until the message is due."""
        self.sent_at = float("-inf")
        self._guard = guard
        self._state = state
        self._stale = True
        self._sna: frozenset[str] = frozenset()
        self._parts: list[tuple[DbcSignal, Encoder, Callable[[], Value]]] = []
        self._data = b""
        self._sealed: dict[int, bytes] = {}
        self._prompt_too = self.period_s >= _PROMPT_PERIOD_S or at.message.name in _PROMPT_TOO

    def show(self, signal: DbcSignal, encode: Encoder, value: Callable[[], Value], names: tuple[str, ...]) -> None:
        """Let a signal show a value that follows from these names."""
        self._parts.append((signal, encode, value))
        for name in names:
            item = items()[name]
            prompt = self._prompt_too and (item.kind != "number" or item.request or item.name == "key.knob")
            self._state.watch(name, self._changed_now if prompt else self._changed)

    def _changed(self) -> None:
        self._stale = True

    def _changed_now(self) -> None:
        self._stale = self.prompt = True

    def may_hurry(self, now_s: float) -> bool:
        """Whether a change is to be sent before the message is due."""
        return self.prompt and now_s >= self.sent_at + _PROMPT_GAP_S - 1e-9

    def frame(self, sna: frozenset[str] = frozenset(), spoil: bool = False) -> bytes:
        """The next frame. ``sna`` names signals sent as all ones; ``spoil`` makes the check byte wrong."""
        self.prompt = False
        if self._stale or sna != self._sna:
            self._sna = sna
            self._refill(sna)
        if self._guard is None:
            return self._data
        self.counter = (self.counter + self.counter_step) % self._guard.counts
        sealed = self._sealed.get(self.counter)
        if sealed is None:
            data = bytearray(self._data)
            self._guard.seal(data, self.counter)
            sealed = self._sealed[self.counter] = bytes(data)
        return bytes([sealed[0] ^ 0x55]) + sealed[1:] if spoil else sealed

    def _refill(self, sna: frozenset[str]) -> None:
        self._stale = False
        data = bytearray(self.message.length)
        for signal, encode, value in self._parts:
            raw = (1 << signal.length) - 1 if signal.name in sna else encode(value())
            insert(signal, data, min(raw, raw_range(signal)[1]))
        if data != self._data:
            self._data = bytes(data)
            self._sealed.clear()


class _Tyres(Outgoing):
    """One wheel a frame, in turn."""

    _wheel = -1

    def frame(self, sna: frozenset[str] = frozenset(), spoil: bool = False) -> bytes:
        self._wheel = (self._wheel + 1) % 4
        wheel = _WHEELS[self._wheel]
        number = self._state.number
        pressure = number(f"tyre.{wheel.lower()}_kpa")
        target = number("tyre.front_target_kpa" if wheel.startswith("F") else "tyre.rear_target_kpa")
        values = {
            "Wheel": float(self._wheel),
            f"{wheel}Pressure": pressure,
            f"{wheel}Low": pressure < target * _LOW_TYRE,
            f"{wheel}Temperature": number(f"tyre.{wheel.lower()}_c"),
        }
        data = bytearray(self.message.length)
        for name, value in values.items():
            signal = self.message.signal(name)
            assert signal is not None
            insert(signal, data, (1 << signal.length) - 1 if name in sna else _number(signal)(value))
        return bytes(data)


class FrameMaker:
    """All messages of the car but those of its panel and those its powertrain lacks."""

    def __init__(
        self,
        known: Mapping[str, Described],
        guards: Mapping[str, Protection],
        state: CarState,
        lacks: frozenset[str],
        ranges: tuple[str, ...],
    ) -> None:
        self.outgoing: dict[str, Outgoing] = {}
        for name, at in known.items():
            if name in lacks or name.endswith("_CMD"):
                continue
            self.outgoing[name] = (_Tyres if name == "TYRES" else Outgoing)(at, guards.get(name), state)
        for item in items().values():
            out = self.outgoing.get(item.message)
            if out is not None and item.signal and item.signal not in _DERIVED.get(item.message, {}):
                signal = out.message.signal(item.signal)
                assert signal is not None, item.signal
                out.show(signal, encoder(item.kind, signal), _shown(state, item), (item.name,))
        for message, signals in _DERIVED.items():
            out = self.outgoing[message]
            for name, (names, derive) in signals.items():
                signal = out.message.signal(name)
                assert signal is not None, name
                if name == "TotalRange":
                    names, derive = ranges, lambda values: sum(float(values[part]) for part in ranges)
                kind = "word" if signal.choices else "number"
                out.show(signal, encoder(kind, signal), _derived(state, derive), names)


def _shown(state: CarState, item: Item) -> Callable[[], Value]:
    values, name = state.values, item.name
    return lambda: values[name]


def _derived(state: CarState, derive: Callable[[Mapping[str, Value]], Value]) -> Callable[[], Value]:
    return lambda: derive(state.values)


def _number(signal: DbcSignal) -> Encoder:
    low, high = raw_range(signal)
    return lambda value: max(low, min(high, int(to_raw(signal, float(value)))))


def encoder(kind: str, signal: DbcSignal) -> Encoder:
    """From a value of this kind to the signal's raw number."""
    if kind in NAMED:
        write = NAMED[kind].write
        return lambda value: write(str(value))
    if kind == "word":
        raws = {label: raw for raw, label in signal.choices.items()}
        return lambda value: raws.get(str(value), 0)
    return _number(signal)
