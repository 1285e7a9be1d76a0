"""Tyres: four pressures against what they should be, and what to do about it in one sentence."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.paths import TYRES, Upkeep
from ui.viewmodels.units import Units
from ui.viewmodels.vehicle_facts import Samples

__all__ = ["Tyre", "TyreStateModel", "TyresViewModel", "advice", "read_tyres"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

# As the service warns (backends/vehicle/warning/warnings.toml); UN R141 asks for a loss of 20 % to be told.
_LOW, _FLAT, _HIGH = 0.85, 0.65, 1.25
# Not worth a warning, but air at the next stop saves energy and rubber.
_UNDER = 0.93
_HOT_C = 95.0

_NAMES = {
    "frontLeft": QT_TRANSLATE_NOOP("Tyres", "Front left"),
    "frontRight": QT_TRANSLATE_NOOP("Tyres", "Front right"),
    "rearLeft": QT_TRANSLATE_NOOP("Tyres", "Rear left"),
    "rearRight": QT_TRANSLATE_NOOP("Tyres", "Rear right"),
}
_WORDS = {
    "ok": QT_TRANSLATE_NOOP("Tyres", "Good"),
    "under": QT_TRANSLATE_NOOP("Tyres", "A little low"),
    "low": QT_TRANSLATE_NOOP("Tyres", "Low"),
    "flat": QT_TRANSLATE_NOOP("Tyres", "Very low"),
    "high": QT_TRANSLATE_NOOP("Tyres", "High"),
    "hot": QT_TRANSLATE_NOOP("Tyres", "Hot"),
    "unknown": QT_TRANSLATE_NOOP("Tyres", "Not known"),
}


def _say(text: object) -> str:
    return QCoreApplication.translate("Tyres", str(text))


@dataclass(frozen=True, slots=True)
class Tyre:
    """Pressures in kPa, temperature in °C; NaN unknown. ``told_low``: the car itself says so."""

    position: str
    kpa: float = math.nan
    target_kpa: float = math.nan
    celsius: float = math.nan
    told_low: bool = False
    known: bool = False

    @property
    def state(self) -> str:
        """flat, low, hot, high, under, ok or unknown; the gravest that holds."""
        share = self.kpa / self.target_kpa if self.target_kpa > 0 else math.nan
        if share <= _FLAT:
            return "flat"
        if self.told_low or share <= _LOW:
            return "low"
        if self.celsius >= _HOT_C:
            return "hot"
        if share >= _HIGH:
            return "high"
        if share < _UNDER:
            return "under"
        return "ok" if self.known else "unknown"

    @property
    def wrong(self) -> bool:
        """It needs somebody."""
        return self.state in ("flat", "low", "hot", "high")


def read_tyres(samples: Samples) -> list[Tyre]:
    """Front left, front right, rear left, rear right; the car's own left and right, whichever side one sits on."""
    targets = {
        "front": samples.number(Upkeep.TYRE_TARGET_FRONT),
        "rear": samples.number(Upkeep.TYRE_TARGET_REAR),
    }
    found = []
    for position, wheel in TYRES.items():
        kpa = samples.number(f"{wheel}.Pressure")
        low = samples.value(f"{wheel}.IsPressureLow")
        target = targets["front" if position.startswith("front") else "rear"]
        known = not math.isnan(kpa) or low is not None
        found.append(Tyre(position, kpa, target, samples.number(f"{wheel}.Temperature"), low is True, known))
    return found


def advice(tyres: list[Tyre], units: Units) -> str:
    """What to do, in one sentence."""
    flat = [tyre for tyre in tyres if tyre.state == "flat"]
    low = [tyre for tyre in tyres if tyre.state in ("low", "flat")]
    if flat:
        return _say(QT_TRANSLATE_NOOP("Tyres", "Stop where it is safe and look at the marked tyre."))
    if len(low) == 1 and low[0].target_kpa > 0:
        text = _say(QT_TRANSLATE_NOOP("Tyres", "Fill the marked tyre to %1 when it is cold."))
        return text.replace("%1", " ".join(units.tyre(low[0].target_kpa)))
    if low:
        return _say(QT_TRANSLATE_NOOP("Tyres", "Check and fill the marked tyres soon."))
    if any(tyre.state == "hot" for tyre in tyres):
        return _say(QT_TRANSLATE_NOOP("Tyres", "Drive slower until the marked tyre has cooled."))
    if any(tyre.state == "high" for tyre in tyres):
        return _say(QT_TRANSLATE_NOOP("Tyres", "Let some air out of the marked tyre when it is cold."))
    if any(tyre.state == "under" for tyre in tyres):
        return _say(QT_TRANSLATE_NOOP("Tyres", "Fill up a little air at the next stop."))
    if all(tyre.state == "unknown" for tyre in tyres):
        return _say(QT_TRANSLATE_NOOP("Tyres", "The pressures come after a few minutes of driving."))
    return _say(QT_TRANSLATE_NOOP("Tyres", "All is well. Check again in a month."))


@QmlElement
@QmlUncreatable("a property of TyresViewModel")
class TyreStateModel(RowModel):
    """condition: ok, under, low, flat, high, hot or unknown; marked: it needs somebody. Texts but for name and word may be
    empty."""

    ROLES: ClassVar[tuple[str, ...]] = (
        "position", "name", "condition", "word", "marked", "pressureText", "unit", "targetText", "temperatureText"
    )  # fmt: skip


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class TyresViewModel(QObject):
    """Works for cars that send pressures, and for those that only say that one is low."""

    changed = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vehicle = client
        self._preferences = preferences
        self._advice = ""
        self._wrong, self._fine = False, False
        self._measured = False
        self._model = TyreStateModel(self)
        paths = [f"{wheel}.{what}" for wheel in TYRES.values() for what in ("Pressure", "IsPressureLow", "Temperature")]
        client.follow((*paths, Upkeep.TYRE_TARGET_FRONT, Upkeep.TYRE_TARGET_REAR), lambda _paths: self._update())
        self._update()

    @Property(TyreStateModel, constant=True)
    def model(self) -> TyreStateModel:
        return self._model

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What to do, in one sentence."""
        return self._advice

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """A tyre needs somebody."""
        return self._wrong

    @Property(bool, notify=changed)
    def fine(self) -> bool:
        """All are known and none lacks anything."""
        return self._fine

    @Property(bool, notify=changed)
    def measured(self) -> bool:
        """The car sends pressures, not only whether one is low."""
        return self._measured

    def retranslate(self) -> None:
        """The language, the units or the clock changed."""
        self._update()

    def _update(self) -> None:
        units, tyres = self._preferences.units, read_tyres(self._vehicle)
        self._model.update_rows([_row(tyre, units) for tyre in tyres])
        state = (
            advice(tyres, units),
            any(tyre.wrong for tyre in tyres),
            all(tyre.state == "ok" for tyre in tyres),
            any(not math.isnan(tyre.kpa) for tyre in tyres),
        )
        if state != (self._advice, self._wrong, self._fine, self._measured):
            self._advice, self._wrong, self._fine, self._measured = state
            self.changed.emit()


def _row(tyre: Tyre, units: Units) -> Row:
    pressure, unit = units.tyre(tyre.kpa)
    target = "" if math.isnan(tyre.target_kpa) else units.tyre(tyre.target_kpa)[0]
    wanted = _say(QT_TRANSLATE_NOOP("Tyres", "of %1"))
    return {
        "position": tyre.position,
        "name": _say(_NAMES[tyre.position]),
        "condition": tyre.state,
        "word": _say(_WORDS[tyre.state]),
        "marked": tyre.wrong,
        "pressureText": "" if math.isnan(tyre.kpa) else pressure,
        "unit": unit,
        "targetText": wanted.replace("%1", target) if target else "",
        "temperatureText": "" if math.isnan(tyre.celsius) else units.degrees(tyre.celsius),
    }
