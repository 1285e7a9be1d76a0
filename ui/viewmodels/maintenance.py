"""When the next service is due, by distance and by time, whichever the car tells."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.paths import Upkeep
from ui.viewmodels.units import Units
from ui.viewmodels.vehicle_facts import Samples

__all__ = ["Maintenance", "MaintenanceViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_DAY_S = 86_400
# A month or a thousand kilometres ahead there is time to make an appointment, and reason to.
_SOON_DAYS, _SOON_KM = 30, 1000
_PATHS = (Upkeep.SERVICE_DISTANCE, Upkeep.SERVICE_TIME, Upkeep.SERVICE_DUE)


def _say(text: object) -> str:
    return QCoreApplication.translate("Maintenance", str(text))


@dataclass(frozen=True, slots=True)
class Maintenance:
    """``state``: due, soon, later or unknown. Texts are empty when the car does not tell."""

    state: str = "unknown"
    text: str = ""
    distance_text: str = ""
    time_text: str = ""

    @classmethod
    def of(cls, samples: Samples, units: Units) -> Maintenance:
        km, days = samples.number(Upkeep.SERVICE_DISTANCE), samples.number(Upkeep.SERVICE_TIME) / _DAY_S
        due = samples.flag(Upkeep.SERVICE_DUE)
        if math.isnan(km) and math.isnan(days) and not due:
            return cls()
        if due or km <= 0 or days <= 0:
            state, text = "due", _say(QT_TRANSLATE_NOOP("Maintenance", "The service is due. Make an appointment."))
        elif km < _SOON_KM or days < _SOON_DAYS:
            state, text = (
                "soon",
                _say(QT_TRANSLATE_NOOP("Maintenance", "The service is due soon. Make an appointment.")),
            )
        else:
            state, text = "later", _say(QT_TRANSLATE_NOOP("Maintenance", "Nothing to do yet."))
        return cls(
            state,
            text,
            "" if math.isnan(km) else units.odometer(max(0.0, km) * 1000),
            "" if math.isnan(days) else _days_text(max(0, round(days)), units),
        )


def _days_text(days: int, units: Units) -> str:
    """Days, or months where days would only pretend to be exact."""
    if days > 2 * 30:
        return _say(QT_TRANSLATE_NOOP("Maintenance", "%1 months")).replace("%1", units.number(days // 30))
    return _say(QT_TRANSLATE_NOOP("Maintenance", "%1 days")).replace("%1", units.number(days))


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class MaintenanceViewModel(QObject):
    """Texts are empty when the car does not tell."""

    changed = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vehicle = client
        self._preferences = preferences
        self._facts = Maintenance()
        client.follow(_PATHS, lambda _paths: self.retranslate())

    @Property(str, notify=changed)
    def state(self) -> str:
        """due, soon, later or unknown."""
        return self._facts.state

    @Property(str, notify=changed)
    def text(self) -> str:
        """What to do."""
        return self._facts.text

    @Property(str, notify=changed)
    def distanceText(self) -> str:
        return self._facts.distance_text

    @Property(str, notify=changed)
    def timeText(self) -> str:
        return self._facts.time_text

    def retranslate(self) -> None:
        """Values, the language or the units changed."""
        facts = Maintenance.of(self._vehicle, self._preferences.units)
        if facts != self._facts:
            self._facts = facts
            self.changed.emit()
