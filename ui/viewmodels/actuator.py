"""One thing of the vehicle that can be shown and, where the car allows it, set."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import Target, VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.controls import CONTROLS, Control
from ui.viewmodels.refusals import kindly
from ui.viewmodels.restrictions import RestrictionsViewModel
from ui.viewmodels.units import DASH, Units

__all__ = ["Actuator", "ActuatorsViewModel", "level_of", "next_level", "percent_of"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_PROBLEM_SHOWN_MS = 6000
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_TIME_STEP = timedelta(minutes=5)
_MORNING = datetime(2026, 1, 1, 7, 0)  # noqa: DTZ001  # a wall clock has no zone
_KEYS = {control.path: key for key, control in CONTROLS.items()}


def level_of(percent: float, levels: int) -> int:
    """The step a percentage (-100..100) stands for; 0 when unknown."""
    return 0 if math.isnan(percent) else round(percent * levels / 100)


def percent_of(level: int, levels: int) -> int:
    """The percentage a step asks for."""
    return round(max(-levels, min(levels, level)) * 100 / levels)


def next_level(level: int, levels: int, cools: bool) -> int:
    """One tap after the other: off, heat 3, 2, 1, and where it cools too, cool 3, 2, 1, off."""
    match level:
        case 0:
            return levels
        case 1:
            return -levels if cools else 0
        case _:
            return level - 1 if level > 0 else level + 1


def _moment(value: Any) -> datetime | None:
    """A time of day (HH:MM) on some day, or None when it is none."""
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    return _MORNING.replace(hour=int(match[1]), minute=int(match[2])) if match else None


def _shown(value: float, unit: str, units: Units) -> str:
    """A number as the driver reads it."""
    match unit:
        case _ if math.isnan(value):
            return DASH
        case "Celsius" | "celsius":
            return units.degrees(value, 1)
        case "percent":
            return units.percent(value)
        case "km/h":
            return " ".join(units.speed(value))
        case "mm":
            return f"{units.number(value / 10, 1)} cm"
        case "degrees":
            return f"{units.number(value)}°"
        case _:
            return units.number(value)


@QmlElement
@QmlUncreatable("asked of ActuatorsViewModel")
class Actuator(QObject):
    """``on``, ``real``, ``text`` and ``level`` are what the vehicle confirmed; ``asked…`` is the value asked for while it is
    pending, else the confirmed one. Requests of a kind that the path is not are the caller's mistake."""

    changed = Signal()
    described = Signal()

    def __init__(
        self,
        key: str,
        control: Control,
        client: VehicleClient,
        restrictions: RestrictionsViewModel,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._key = key
        self._control = control
        self._client = client
        self._restrictions = restrictions
        self._target: Any = None
        self._problem = ""
        self._clear: QTimer | None = None
        restrictions.changed.connect(self.changed)

    @Property(str, constant=True)
    def key(self) -> str:
        """Its name in the table of controls."""
        return self._key

    @Property(bool, notify=described)
    def served(self) -> bool:
        """This car has it."""
        return self._client.served(self._control.path)

    @Property(bool, notify=described)
    def writable(self) -> bool:
        """This car lets it be set."""
        return bool(self._meta.get("writable"))

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The car has said what it is."""
        return self._client.value(self._control.path) is not None

    @Property(bool, notify=changed)
    def allowed(self) -> bool:
        """The driver may set it now, as far as driving goes."""
        return self._restrictions.allows(self._control.rule)

    @Property(bool, notify=changed)
    def usable(self) -> bool:
        """It can be set now."""
        return self.writable and self.allowed and self._client.ready and self._client.bus_state == "up"

    @Property(str, notify=changed)
    def why(self) -> str:
        """Why the driver may not set it now, in a sentence; empty when it can be set or never could."""
        return "" if self.allowed or not self.writable else self._restrictions.reason(self._control.rule)

    @Property(bool, notify=changed)
    def pending(self) -> bool:
        return self._target is not None

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why the last request failed; empty when it did not, and after a while."""
        return kindly(self._problem, self._preferences.units) if self._problem else ""

    @Property(float, notify=described)
    def minimum(self) -> float:
        """0 where the car does not say."""
        return self._number("min", 0.0)

    @Property(float, notify=described)
    def maximum(self) -> float:
        """100 where the car does not say."""
        return self._number("max", 100.0)

    @Property(float, notify=described)
    def step(self) -> float:
        """The smallest change that means something; 1 where the car does not say."""
        return self._number("step", 1.0)

    @Property(str, notify=described)
    def unit(self) -> str:
        """As VSS writes it."""
        return str(self._meta.get("unit", ""))

    @Property("QStringList", notify=described)
    def options(self) -> list[str]:
        """The words it can be, in the catalogue's order; empty when it is not a choice."""
        return [str(word) for word in self._meta.get("allowed", ())]

    @Property(bool, notify=changed)
    def on(self) -> bool:
        """Confirmed; false also when unknown."""
        return self._flag(self._client.value(self._control.path))

    @Property(bool, notify=changed)
    def askedOn(self) -> bool:
        return self._flag(self._asked())

    @Property(float, notify=changed)
    def real(self) -> float:
        """Confirmed, in the path's unit; NaN when unknown."""
        return self._client.number(self._control.path)

    @Property(float, notify=changed)
    def askedReal(self) -> float:
        return self._real(self._asked())

    @Property(str, notify=changed)
    def shown(self) -> str:
        """The number or time of day asked for while it is pending, else the confirmed one, in the driver's units; a dash
        when unknown."""
        if (moment := _moment(self._asked())) is not None:
            return self._preferences.units.time(moment)
        return _shown(self._real(self._asked()), self.unit, self._preferences.units)

    @Property(str, notify=changed)
    def text(self) -> str:
        """Confirmed; empty when unknown."""
        return self._text(self._client.value(self._control.path))

    @Property(str, notify=changed)
    def askedText(self) -> str:
        return self._text(self._asked())

    @Property(int, constant=True)
    def levels(self) -> int:
        """How many steps a percentage is shown in; 0: none."""
        return self._control.levels

    @Property(int, notify=changed)
    def level(self) -> int:
        """The step shown: asked for while pending; below zero is cooling."""
        return level_of(self._real(self._asked()), self._control.levels)

    @Slot(bool)
    def requestOn(self, on: bool) -> None:
        self.request(on != self._control.inverted)

    @Slot()
    def toggle(self) -> None:
        """The other one of what it is."""
        self.requestOn(not self._flag(self._client.value(self._control.path)))

    @Slot(float)
    def requestReal(self, value: float) -> None:
        """The nearest step inside the range."""
        if not math.isfinite(value):
            return
        low, high, step = self.minimum, self.maximum, self.step
        value = max(low, min(high, low + round((value - low) / step) * step if step > 0 else value))
        self.request(value if self._meta.get("datatype") in ("float", "double") else round(value))

    @Slot(int)
    def stepBy(self, steps: int) -> None:
        """From what is asked for, or else from what is; from the unknown to about the middle, never to an end. A time of day
        goes by five minutes, round the clock."""
        if self._meta.get("datatype") == "string":
            moment = _moment(self._asked()) or _MORNING
            self.request(f"{moment + steps * _TIME_STEP:%H:%M}")
            return
        now = self._real(self._asked())
        start = (self.minimum + self.maximum) / 2 if math.isnan(now) else now
        self.requestReal(start + steps * self.step)

    @Slot(int)
    def requestLevel(self, level: int) -> None:
        self.request(percent_of(level, self._control.levels))

    @Slot()
    def cycle(self) -> None:
        """The level after the one shown."""
        self.requestLevel(next_level(self.level, self._control.levels, self.minimum < 0))

    @Slot(str)
    def requestText(self, text: str) -> None:
        self.request(text)

    @property
    def path(self) -> str:
        """For Python."""
        return self._control.path

    def request(self, value: Any) -> None:
        """Ask for a value as the path has it; while it may not be set, say why instead."""
        if self.usable:
            self._client.ask(self._control.path, value)
        elif self.why:
            self._client.notice.emit("info", f"waits.{self._control.rule}", self.why)

    def on_target(self, target: Target) -> None:
        """News of a request."""
        self._target = target.value if target.state == "pending" else None
        self._problem = target.reason if target.state == "failed" else ""
        if self._problem:
            if self._clear is None:
                self._clear = QTimer(self, singleShot=True, interval=_PROBLEM_SHOWN_MS)
                self._clear.timeout.connect(self._forget)
            self._clear.start()
        self.changed.emit()

    def on_lost(self) -> None:
        """The service is gone: nobody will answer any more."""
        self._target = None
        self.changed.emit()

    @property
    def _meta(self) -> Any:
        return self._client.metadata.get(self._control.path, {})

    def _number(self, name: str, default: float) -> float:
        value = self._meta.get(name)
        return float(value) if isinstance(value, int | float) else default

    def _asked(self) -> Any:
        return self._client.value(self._control.path) if self._target is None else self._target

    def _flag(self, value: Any) -> bool:
        return isinstance(value, bool) and value != self._control.inverted

    @staticmethod
    def _real(value: Any) -> float:
        return float(value) if isinstance(value, int | float) else math.nan

    @staticmethod
    def _text(value: Any) -> str:
        return value if isinstance(value, str) else ""

    def _forget(self) -> None:
        self._problem = ""
        self.changed.emit()


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class ActuatorsViewModel(QObject):
    """Hands out actuators by name; each is made when it is first asked for."""

    def __init__(
        self,
        client: VehicleClient,
        restrictions: RestrictionsViewModel,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._restrictions = restrictions
        self._preferences = preferences
        self._made: dict[str, Actuator] = {}
        self._by_path: dict[str, Actuator] = {}
        client.follow((control.path for control in CONTROLS.values()), self._on_changed)
        client.described.connect(self._on_described)
        client.state_changed.connect(self._on_link)
        client.bus_changed.connect(self._on_link)
        client.target_changed.connect(self._on_target)

    @Slot(str, result=QObject)
    def of(self, key: str) -> QObject:
        """By its name in the table of controls; in QML: ``of("climate.power") as Actuator``."""
        return self.at(key)

    def at(self, key: str) -> Actuator:
        """The same for Python."""
        made = self._made.get(key)
        if made is None:
            control = CONTROLS[key]
            made = self._made[key] = self._by_path[control.path] = Actuator(
                key, control, self._client, self._restrictions, self._preferences, self
            )
        return made

    def retranslate(self) -> None:
        """Sentences read differently now."""
        for actuator in self._made.values():
            actuator.changed.emit()

    def _on_changed(self, paths: frozenset[str]) -> None:
        for path in paths & self._by_path.keys():
            self._by_path[path].changed.emit()

    def _on_described(self) -> None:
        for actuator in self._made.values():
            actuator.described.emit()
            actuator.changed.emit()

    def _on_link(self) -> None:
        for actuator in self._made.values():
            if self._client.ready:
                actuator.changed.emit()
            else:
                actuator.on_lost()

    def _on_target(self, path: str, target: Target) -> None:
        if (actuator := self._by_path.get(path)) is not None:
            actuator.on_target(target)
        if target.state == "failed" and path in _KEYS and (text := kindly(target.reason, self._preferences.units)):
            self._client.notice.emit("warning", f"{_KEYS[path]}.failed", text)
