"""Charging: whether, how fast, how long, and what came in; settings of it are actuators (energy.charging.…)."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.clock import Clock
from ui.graphs import Curve
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.energy_facts import ChargingFacts
from ui.viewmodels.paths import Battery
from ui.viewmodels.series import Points, Series

__all__ = ["ChargingViewModel", "energy_kwh"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_PATHS = (
    Battery.CHARGING,
    Battery.CABLE,
    Battery.CHARGE_POWER,
    Battery.CHARGE_RATE,
    Battery.TIME_LEFT,
    Battery.LIMIT,
    Battery.LEVEL,
    Battery.TIMER_MODE,
)


def energy_kwh(points: Points) -> float:
    """Under a line of (s, kW)."""
    return sum((right[0] - left[0]) * (left[1] + right[1]) / 7200 for left, right in pairwise(points))


@QmlElement
@QmlUncreatable("a property of EnergyViewModel")
class ChargingViewModel(QObject):
    """Texts carry their units and are empty when there is nothing to tell."""

    changed = Signal()
    servedChanged = Signal()

    def __init__(
        self, client: VehicleClient, preferences: Preferences, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._preferences = preferences
        self._clock = clock
        self._facts = ChargingFacts()
        self._added_kwh = 0.0
        self._curve = Curve(self)
        self._series = Series(client, "charging", self._on_points, self)
        client.follow(_PATHS, lambda _paths: self.update())
        client.described.connect(self.servedChanged.emit)

    @Property(bool, notify=servedChanged)
    def served(self) -> bool:
        """This car has a plug and tells of it."""
        return self._client.served(Battery.CABLE) or self._client.served(Battery.CHARGING)

    @Property(str, notify=changed)
    def state(self) -> str:
        """unplugged, plugged, waiting, charging, complete or unknown."""
        return self._facts.state

    @Property(str, notify=changed)
    def stateText(self) -> str:
        return self._facts.state_text

    @Property(bool, notify=changed)
    def plugged(self) -> bool:
        return self._facts.plugged

    @Property(str, notify=changed)
    def powerText(self) -> str:
        return self._facts.power_text

    @Property(str, notify=changed)
    def rateText(self) -> str:
        """Distance gained in an hour."""
        return self._facts.rate_text

    @Property(str, notify=changed)
    def timeText(self) -> str:
        """How long it takes to the limit."""
        return self._facts.time_text

    @Property(str, notify=changed)
    def untilText(self) -> str:
        """The limit and when it is reached."""
        return self._facts.until_text

    @Property(str, notify=changed)
    def addedText(self) -> str:
        """Energy since the cable was plugged."""
        return "" if self._curve.empty else f"{self._preferences.units.number(self._added_kwh, 1)} kWh"

    @Property(Curve, constant=True)
    def session(self) -> Curve:
        """kW since the cable was plugged."""
        return self._curve

    def watch(self, watched: bool) -> None:
        """Somebody looks at the graph: keep it up to date."""
        self._series.watch(watched)

    def update(self) -> None:
        """Work it out anew, also after a change of language or units."""
        facts = ChargingFacts.of(self._client, self._preferences.units, self._clock_text)
        if facts != self._facts:
            other = facts.state != self._facts.state
            self._facts = facts
            self.changed.emit()
            if other:
                self._series.fetch()

    def _clock_text(self, seconds: float) -> str:
        return self._preferences.units.time(self._clock.now() + timedelta(seconds=seconds))

    def _on_points(self, _unit: str, points: Points) -> None:
        self._curve.set(points)
        self._added_kwh = energy_kwh(points)
        self.changed.emit()
