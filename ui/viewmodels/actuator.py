"""One thing of the vehicle that can be shown and, where the car allows it, set."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import Target, VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.controls import Control
from ui.viewmodels.refusals import kindly
from ui.viewmodels.restrictions import RestrictionsViewModel
from ui.viewmodels.shown import level_of, moment_of, next_level, next_moment, percent_of, shown

__all__ = ["Actuator"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_PROBLEM_SHOWN_MS = 6000


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
        if (moment := moment_of(self._asked())) is not None:
            return self._preferences.units.time(moment)
        return shown(self._real(self._asked()), self.unit, self._preferences.units)

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
            self.request(next_moment(self._asked(), steps))
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
