"""The trip computer: two trips one may start anew, and the one since the car was started."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from backends.interfaces import ServiceError
from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import sentence
from ui.viewmodels.energy_facts import span_text
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.paths import Upkeep
from ui.viewmodels.units import DASH

__all__ = ["TripModel", "TripsViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_TRIPS = ("A", "B")
_WHATS = ("Distance", "Duration", "AverageSpeed", "AverageConsumption")
_SINCE_START = (
    Upkeep.SINCE_START,
    Upkeep.DURATION,
    Upkeep.AVERAGE_SPEED,
    Upkeep.trip("SinceStart", "AverageConsumption"),
)
# A question nobody answers goes away by itself: the finger that hit the key may have meant another.
_ASKED_MS = 8000
_TITLES = {
    "start": QT_TRANSLATE_NOOP("Trips", "Since start"),
    "A": QT_TRANSLATE_NOOP("Trips", "Trip A"),
    "B": QT_TRANSLATE_NOOP("Trips", "Trip B"),
}


def _say(text: object) -> str:
    return QCoreApplication.translate("Trips", str(text))


@QmlElement
@QmlUncreatable("a property of TripsViewModel")
class TripModel(RowModel):
    """Texts carry their units but for distanceText."""

    ROLES: ClassVar[tuple[str, ...]] = (
        "trip", "title", "distanceText", "unit", "durationText", "speedText", "consumptionText", "resettable"
    )  # fmt: skip


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class TripsViewModel(QObject):
    """A trip is started anew in two steps: asked for, then confirmed."""

    askingChanged = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vehicle = client
        self._preferences = preferences
        self._asking = ""
        self._model = TripModel(self)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_ASKED_MS)
        self._forget.timeout.connect(self.keep)
        trips = (Upkeep.trip(trip, what) for trip in _TRIPS for what in _WHATS)
        client.follow((*trips, *_SINCE_START), lambda _paths: self._update())
        client.described.connect(self._update)

    @Property(TripModel, constant=True)
    def model(self) -> TripModel:
        """Since start, A, B: those that the car or the service counts."""
        return self._model

    @Property(str, notify=askingChanged)
    def asking(self) -> str:
        """The trip that waits for a word whether to start it anew; empty when none does."""
        return self._asking

    @Slot(str)
    def askReset(self, trip: str) -> None:
        """Somebody wants to start a trip anew."""
        if trip in _TRIPS:
            self._ask(trip)

    @Slot()
    def keep(self) -> None:
        """No: leave it as it is."""
        self._ask("")

    @Slot()
    def reset(self) -> None:
        """Yes: start anew what was asked for."""
        if self._asking:
            self._vehicle.request("ResetTrip", self._asking, failed=self._on_failure)
            self._ask("")

    def retranslate(self) -> None:
        """The language, the units or the clock changed."""
        self._update()

    def _ask(self, trip: str) -> None:
        if trip:
            self._forget.start()
        else:
            self._forget.stop()
        if trip != self._asking:
            self._asking = trip
            self.askingChanged.emit()

    def _on_failure(self, error: ServiceError) -> None:
        self._vehicle.notice.emit("warning", "trip.reset", sentence(error))

    def _update(self) -> None:
        counted = {"start": _SINCE_START, **{trip: [Upkeep.trip(trip, what) for what in _WHATS] for trip in _TRIPS}}
        self._model.update_rows(
            [self._row(trip, paths) for trip, paths in counted.items() if self._vehicle.served(paths[0])]
        )

    def _used(self, path: str) -> str:
        """Energy or fuel, as the service counts it in this car; empty when it does not."""
        if not self._vehicle.served(path):
            return ""
        units, number = self._preferences.units, self._vehicle.number(path)
        fuel = str(self._vehicle.metadata[path].get("unit", "")).startswith("l/")
        return units.fuel_consumption(number) if fuel else units.energy_consumption(number)

    def _row(self, trip: str, paths: Sequence[str]) -> Row:
        """``paths``: of distance, duration, average speed and average consumption."""
        units = self._preferences.units
        metres, seconds, kph = (self._vehicle.number(path) for path in paths[:3])
        distance, unit = units.trip(metres)
        speed, speed_unit = units.speed(kph)
        return {
            "trip": trip,
            "title": _say(_TITLES[trip]),
            "distanceText": distance,
            "unit": unit,
            "durationText": span_text(units, seconds),
            "speedText": speed if speed == DASH else f"{speed} {speed_unit}",
            "consumptionText": self._used(paths[3]),
            "resettable": trip in _TRIPS,
        }
