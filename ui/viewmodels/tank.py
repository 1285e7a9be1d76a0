"""The tank: what is in it, how far that goes, and the other liquids of an engine."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.energy_facts import TankFacts
from ui.viewmodels.paths import Fuel, all_of

__all__ = ["TankViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("a property of EnergyViewModel")
class TankViewModel(QObject):
    """Texts carry their units; those that say so are empty when the car does not tell."""

    changed = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._preferences = preferences
        self._facts, self._unit = TankFacts(), self.unit
        client.follow(all_of(Fuel), lambda _paths: self.update())

    @Property(float, notify=changed)
    def level(self) -> float:
        """0..1; NaN when unknown."""
        return self._facts.percent / 100

    @Property(str, notify=changed)
    def levelText(self) -> str:
        return self._facts.percent_text

    @Property(bool, notify=changed)
    def low(self) -> bool:
        return self._facts.low

    @Property(str, notify=changed)
    def litresText(self) -> str:
        """May be empty."""
        return self._facts.litres_text

    @Property(str, notify=changed)
    def rangeText(self) -> str:
        return self._facts.range_text

    @Property(str, notify=changed)
    def unit(self) -> str:
        """Of the consumption."""
        return self._preferences.units.fuel_consumption(1).split(" ", 1)[1]

    @Property(str, notify=changed)
    def averageText(self) -> str:
        """Without its unit."""
        return self._facts.average_text

    @Property(str, notify=changed)
    def instantText(self) -> str:
        """Without its unit."""
        return self._facts.instant_text

    @Property(float, notify=changed)
    def adblue(self) -> float:
        """0..1; NaN when the car has none or does not tell."""
        return self._facts.adblue / 100

    @Property(str, notify=changed)
    def adblueText(self) -> str:
        """May be empty."""
        return self._facts.adblue_text

    @Property(str, notify=changed)
    def oilText(self) -> str:
        """The level in words; may be empty."""
        return self._facts.oil_text

    @Property(bool, notify=changed)
    def oilWrong(self) -> bool:
        return self._facts.oil_wrong

    @Property(str, notify=changed)
    def oilTemperatureText(self) -> str:
        """May be empty."""
        return self._facts.oil_temperature_text

    @Property(str, notify=changed)
    def coolantText(self) -> str:
        """Its temperature; may be empty."""
        return self._facts.coolant_text

    def update(self) -> None:
        """Work it out anew, also after a change of language or units."""
        facts = TankFacts.of(self._client, self._preferences.units)
        # NaN differs from itself, its text does not. The unit may have changed where no number did.
        if repr(facts) != repr(self._facts) or self.unit != self._unit:
            self._facts, self._unit = facts, self.unit
            self.changed.emit()
