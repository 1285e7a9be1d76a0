"""Everything the simulated car knows of itself, by short names that the control channel uses too.

``assets/vehicles/demo/car.csv`` lists it: name, what it is at first, the signal that shows it, the one that asks for it, and
for what moves by a motor how far in a second.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache

from backends.vehicle.defs import GEAR_DRIVE, GEAR_NEUTRAL, GEAR_PARK, GEAR_REVERSE
from backends.vehicle.mapping import Mapping as VssMapping
from backends.vehicle.mapping import read_mapping
from backends.vehicle.mapping.named import NAMED
from backends.vehicle.profile import vehicles_dir

__all__ = ["CarState", "Item", "Value", "aliases", "items"]

Value = bool | int | float | str

_GEAR = "Vehicle.Powertrain.Transmission.SelectedGear"
_VSS_GEARS = {GEAR_PARK: "P", GEAR_REVERSE: "R", GEAR_NEUTRAL: "N", GEAR_DRIVE: "D"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the car knows. ``kind`` is bool, number, word, time_of_day or colour; ``rate`` 0 means at once."""

    name: str
    default: Value
    kind: str
    message: str
    signal: str
    request: str
    rate: float

    def fitted(self, value: object, words: Collection[str] = ()) -> Value:
        """A value from outside in this item's kind. Raises ValueError that says what it takes."""
        if self.name == "gear" and isinstance(value, int):
            value = _VSS_GEARS.get(value, value)
        match self.kind:
            case "bool" if isinstance(value, bool | int):
                return bool(value)
            case "number" if isinstance(value, int | float) and not isinstance(value, bool):
                return float(value)
            case "word" if isinstance(value, str) and (not words or value in words):
                return value
            case ("time_of_day" | "colour") as kind if isinstance(value, str):
                return NAMED[kind].read(NAMED[kind].write(value))
        takes = {"bool": "true or false", "number": "a number", "word": _listed(words)}.get(
            self.kind, f"a text such as {self.default}"
        )
        raise ValueError(f"{self.name} takes {takes}, not {value!r}")


def _listed(words: Collection[str]) -> str:
    *front, last = words or ("a word",)
    return f"{', '.join(front)} or {last}" if front else last


def _default(text: str) -> tuple[Value, str]:
    if text in ("true", "false"):
        return text == "true", "bool"
    if text.startswith("#"):
        return text, "colour"
    if len(text) == 5 and text[2] == ":":
        return text, "time_of_day"
    try:
        return float(text), "number"
    except ValueError:
        return text, "word"


@cache
def items() -> dict[str, Item]:
    """All there is, by name."""
    found = {}
    with (vehicles_dir() / "demo" / "car.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            value, kind = _default(row["default"])
            found[row["state"]] = Item(
                row["state"], value, kind, row["message"], row["signal"], row["request"], float(row["rate"] or 0)
            )
    return found


@cache
def aliases() -> dict[str, str]:
    """Paths of the vehicle tree that the control channel takes in place of names: those that show one as it is."""
    return _aliases_of(read_mapping(vehicles_dir() / "demo" / "mapping.yaml"))


def _aliases_of(mapping: VssMapping) -> dict[str, str]:
    by_signal = {item.signal: name for name, item in items().items() if item.signal}
    found = {_GEAR: "gear"}
    for rule in mapping.reads:
        plain = not rule.transform.math and not rule.transform.table and len(rule.signals) == 1
        if plain and rule.side != "rhd" and (name := by_signal.get(rule.signals[0][1])) is not None:
            found[rule.path] = name
    return found


class CarState:
    """Values by name. What was set from outside is pinned: the model leaves it alone."""

    def __init__(self, words: Mapping[str, Collection[str]] | None = None) -> None:
        self.values: dict[str, Value] = {name: item.default for name, item in items().items()}
        self.pinned: set[str] = set()
        self.targets: dict[str, float] = {}
        """Where motors are going."""
        self.memory: dict[str, dict[str, float]] = {}
        """Seat positions by ``driver.1``."""
        self.held_s: dict[str, float] = {}
        """How long switches have been held."""
        self._words = words or {}
        self._watchers: dict[str, list[Callable[[], None]]] = {}

    def watch(self, name: str, changed: Callable[[], None]) -> None:
        """Be told of every change of a value."""
        self._watchers.setdefault(name, []).append(changed)

    def _set(self, name: str, value: Value) -> None:
        if self.values[name] != value:
            self.values[name] = value
            for changed in self._watchers.get(name, ()):
                changed()

    def number(self, name: str) -> float:
        """A value as a number (true is 1). Raises KeyError for an unknown name."""
        value = self.values[name]
        assert not isinstance(value, str)
        return float(value)

    def update(self, values: Mapping[str, Value] | None = None, /, **named: Value) -> None:
        """The model's own changes."""
        for name, value in {**(values or {}), **named}.items():
            if name not in self.pinned:
                self._set(name, value)

    def put(self, name: str, value: Value) -> None:
        """A change by the car's own controls: at once, or by its motor."""
        if items()[name].rate and isinstance(value, float):
            self.targets[name] = value
        else:
            self._set(name, value)

    def move(self, dt_s: float) -> None:
        """Let the motors run."""
        for name, target in list(self.targets.items()):
            now, step = self.number(name), items()[name].rate * dt_s
            if abs(target - now) <= step:
                del self.targets[name]
                self._set(name, target)
            else:
                self._set(name, now + (step if target > now else -step))

    def pin(self, changes: Mapping[str, object]) -> None:
        """Set values from outside, by short name or path. Raises LookupError or ValueError; then nothing is changed."""
        checked: dict[str, Value] = {}
        for given, value in changes.items():
            name = self.named(given)
            checked[name] = items()[name].fitted(value, self._words.get(name, ()))
        for name, fitted in checked.items():
            self.targets.pop(name, None)
            self._set(name, fitted)
        self.pinned.update(checked)

    def release(self, names: list[str]) -> None:
        """Give values back to the model; no names: all."""
        self.pinned -= {self.named(name) for name in names} if names else set(self.pinned)

    def named(self, given: str) -> str:
        """The short name of a name or path. Raises LookupError."""
        name = aliases().get(given, given) if given.startswith("Vehicle.") else given
        if name not in self.values:
            raise LookupError(f"the car has no {given}")
        return name
