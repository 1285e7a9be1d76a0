"""Energy: how far it goes, where it went, where it goes now, and how more comes in; for batteries, tanks and both."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.clock import Clock
from ui.graphs import Curve
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.charging import ChargingViewModel
from ui.viewmodels.energy_facts import BatteryFacts, FlowFacts
from ui.viewmodels.paths import Battery, Fuel, Path
from ui.viewmodels.series import Points, Series
from ui.viewmodels.tank import TankViewModel

__all__ = ["EnergyViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_GRAPH_KM = 50.0
# Power changes sixty times a second; a figure that does cannot be read.
_CALM_MS = 250
_BATTERY = (Battery.RANGE, Battery.LEVEL, Battery.ENERGY, Battery.HEALTH, Battery.TEMPERATURE, Battery.AVERAGE)
_FLOW = (Battery.POWER, Battery.CHARGING, Path.SPEED)


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class EnergyViewModel(QObject):
    """Texts carry their units. Everything the car does not tell is a dash, or empty where a row is left out."""

    kindChanged = Signal()
    rangeChanged = Signal()
    batteryChanged = Signal()
    flowChanged = Signal()

    def __init__(
        self, client: VehicleClient, preferences: Preferences, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._vehicle = client
        self._preferences = preferences
        self._range = ("–", "km")
        self._battery, self._flow = BatteryFacts(), FlowFacts()
        self._drawn: tuple[str, Points] = ("", ())
        self._curve = Curve(self)
        self._series = Series(client, "consumption", self._draw, self)
        self._tank = TankViewModel(client, preferences, self)
        self._charging = ChargingViewModel(client, preferences, clock, self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._update_flow)
        client.follow((Path.RANGE, Battery.RANGE, Fuel.RANGE), lambda _paths: self._update_range())
        client.follow(_BATTERY, lambda _paths: self._update_battery())
        client.follow(_FLOW, self._on_flow)
        client.described.connect(self._on_described)

    @Property(TankViewModel, constant=True)
    def tank(self) -> TankViewModel:
        return self._tank

    @Property(ChargingViewModel, constant=True)
    def charging(self) -> ChargingViewModel:
        return self._charging

    # -- what the car is ----------------------------------------------------------------------------------------------

    @Property(bool, notify=kindChanged)
    def electric(self) -> bool:
        """It has a traction battery."""
        return self._vehicle.served(Battery.LEVEL)

    @Property(bool, notify=kindChanged)
    def fuel(self) -> bool:
        """It has a tank; with a battery too, it is a hybrid."""
        return self._vehicle.served(Fuel.LEVEL) or self._vehicle.served(Fuel.RANGE)

    @Property(bool, notify=kindChanged)
    def measuresFlow(self) -> bool:
        """It tells the power of its battery."""
        return self._vehicle.served(Battery.POWER)

    @Property(str, notify=rangeChanged)
    def rangeText(self) -> str:
        """In all, without its unit."""
        return self._range[0]

    @Property(str, notify=rangeChanged)
    def rangeUnit(self) -> str:
        return self._range[1]

    # -- battery ------------------------------------------------------------------------------------------------------

    @Property(float, notify=batteryChanged)
    def charge(self) -> float:
        """0..1; NaN when unknown."""
        return self._battery.percent / 100

    @Property(str, notify=batteryChanged)
    def chargeText(self) -> str:
        return self._battery.percent_text

    @Property(bool, notify=batteryChanged)
    def chargeLow(self) -> bool:
        return self._battery.low

    @Property(str, notify=batteryChanged)
    def storedText(self) -> str:
        """Energy in the battery; may be empty."""
        return self._battery.energy_text

    @Property(str, notify=batteryChanged)
    def electricRangeText(self) -> str:
        return self._battery.range_text

    @Property(str, notify=batteryChanged)
    def averageText(self) -> str:
        """Electric consumption, without its unit."""
        return self._battery.average_text

    @Property(str, notify=batteryChanged)
    def batteryTemperatureText(self) -> str:
        return self._battery.temperature_text

    @Property(str, notify=batteryChanged)
    def warmth(self) -> str:
        """cold, right, hot or unknown."""
        return self._battery.warmth

    @Property(str, notify=batteryChanged)
    def warmthText(self) -> str:
        """What it means, in a sentence; may be empty."""
        return self._battery.warmth_text

    @Property(str, notify=batteryChanged)
    def healthText(self) -> str:
        """In words; may be empty."""
        return self._battery.health_text

    # -- flow ---------------------------------------------------------------------------------------------------------

    @Property(str, notify=flowChanged)
    def flow(self) -> str:
        """driving, recovering, charging, standing, rest or unknown."""
        return self._flow.flow

    @Property(str, notify=flowChanged)
    def flowText(self) -> str:
        return self._flow.flow_text

    @Property(float, notify=flowChanged)
    def flowShare(self) -> float:
        """Of the gauge: -1 (recovering) to 1 (driving)."""
        return self._flow.share

    @Property(str, notify=flowChanged)
    def powerText(self) -> str:
        """kW without the unit, never negative."""
        return self._flow.power_text

    @Property(str, notify=flowChanged)
    def instantText(self) -> str:
        """Electric consumption now, without its unit."""
        return self._flow.instant_text

    # -- graphs -------------------------------------------------------------------------------------------------------

    @Property(Curve, constant=True)
    def consumption(self) -> Curve:
        """Of the last 50 km, in the driver's unit."""
        return self._curve

    @Property(str, notify=rangeChanged)
    def consumptionSpanText(self) -> str:
        """What the graph's left end stands for."""
        return " ".join(self._preferences.units.range(_GRAPH_KM * 1000))

    @Property(str, notify=kindChanged)
    def consumptionUnit(self) -> str:
        """Of the electric consumption."""
        return self._preferences.units.energy_consumption(1).split(" ", 1)[1]

    @Property(str, notify=kindChanged)
    def graphUnit(self) -> str:
        """What the graph counts in; where it counts in both, what the service chose."""
        fuel = self._drawn[0].startswith("l/") if self._drawn[0] else not self.electric
        return self._tank.unit if fuel else self.consumptionUnit

    @Slot(bool)
    def watch(self, watched: bool) -> None:
        """Somebody looks at the graphs, of charging too: keep them up to date."""
        self._series.watch(watched)
        self._charging.watch(watched)

    def retranslate(self) -> None:
        """The language, the units or the clock changed."""
        self.kindChanged.emit()
        self._update_range()
        self._update_battery()
        self._update_flow()
        self._tank.update()
        self._charging.update()
        self._draw(*self._drawn)

    def _on_described(self) -> None:
        self.kindChanged.emit()
        self._update_range()

    def _update_range(self) -> None:
        numbers = [self._vehicle.number(path) for path in (Battery.RANGE, Fuel.RANGE)]
        whole = self._vehicle.number(Path.RANGE)
        if math.isnan(whole) and (known := [metres for metres in numbers if not math.isnan(metres)]):
            whole = sum(known)
        self._range = self._preferences.units.range(whole)
        self.rangeChanged.emit()

    def _update_battery(self) -> None:
        facts = BatteryFacts.of(self._vehicle, self._preferences.units)
        if repr(facts) != repr(self._battery):
            self._battery = facts
            self.batteryChanged.emit()

    def _on_flow(self, _paths: frozenset[str]) -> None:
        if not self._calm.isActive():
            self._update_flow()

    def _update_flow(self) -> None:
        facts = FlowFacts.of(self._vehicle, self._preferences.units)
        if facts != self._flow:
            self._flow = facts
            self.flowChanged.emit()
            self._calm.start()

    def _draw(self, unit: str, points: Points) -> None:
        before, self._drawn = self._drawn[0], (unit, points)
        if unit != before:
            self.kindChanged.emit()
        units, fuel = self._preferences.units, unit.startswith("l/")
        convert = units.per_litres if fuel else units.per_energy
        average = self._vehicle.number(Fuel.AVERAGE if fuel else Battery.AVERAGE)
        self._curve.set([(x, convert(y)) for x, y in points], (-_GRAPH_KM, 0.0), convert(average))
