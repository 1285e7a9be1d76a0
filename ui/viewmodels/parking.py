"""Parking distances around the car, and the tones that follow the nearest."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.camera.tones import TonePlayer
from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.lists import RowModel
from ui.viewmodels.rear_facts import PARKING_PATHS, Parking, near_text, place_text, sensor_rows

__all__ = ["ParkingViewModel", "SensorModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_WARM_UP_MS = 4000
_VOLUMES = {"loud": 0.8, "quiet": 0.3, "off": 0.0}


@QmlElement
@QmlUncreatable("a property of ParkingViewModel")
class SensorModel(RowModel):
    """One a sensor: level is 0 free, 1 far, 2 middle, 3 stop, -1 unknown; side is -1 left, 0, 1 right."""

    ROLES: ClassVar[tuple[str, ...]] = ("place", "front", "side", "level")


@QmlElement
@QmlUncreatable("a property of RearViewModel")
class ParkingViewModel(QObject):
    """Heard only while the rear view is seen."""

    changed = Signal()
    fittedChanged = Signal()
    tonesChanged = Signal()
    soundingChanged = Signal(bool)
    """Tones are heard, or not any more."""

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._preferences = preferences
        self._parking = Parking()
        self._sensors = SensorModel(self)
        self._player = TonePlayer(self)
        self._player.soundingChanged.connect(self.soundingChanged.emit)
        self._tones = "loud"
        self._listening = False
        self._warming = QTimer(self)
        self._warming.setSingleShot(True)
        self._warming.setInterval(_WARM_UP_MS)
        self._warming.timeout.connect(self._player.warm_up)
        client.follow(PARKING_PATHS, lambda _paths: self._update())
        client.described.connect(self._update)

    @Property(bool, notify=fittedChanged)
    def fitted(self) -> bool:
        """The car has sensors."""
        return self._parking.fitted

    @Property(str, notify=changed)
    def nearText(self) -> str:
        """Of the nearest thing, with its unit; empty when nothing is near."""
        return near_text(self._parking.nearest()[1], self._preferences.units)

    @Property(str, notify=changed)
    def nearPlace(self) -> str:
        """Where it is, in words."""
        return place_text(self._parking.nearest()[0])

    @Property(int, notify=changed)
    def nearLevel(self) -> int:
        """0 free, 1 far, 2 middle, 3 stop."""
        return int(max(0, *self._parking.levels))

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """At least one sensor tells; without any, nothing near does not mean that nothing is there."""
        return any(level >= 0 for level in self._parking.levels)

    @Property(SensorModel, constant=True)
    def sensors(self) -> SensorModel:
        return self._sensors

    @Property(str, notify=tonesChanged)
    def tones(self) -> str:
        """loud, quiet or off; off ends with the manoeuvre."""
        return self._tones

    @Slot()
    def nextTones(self) -> None:
        """Loud, quiet, off, and loud again."""
        names = list(_VOLUMES)
        self._tones = names[(names.index(self._tones) + 1) % len(names)]
        self.tonesChanged.emit()
        self._sound()

    @property
    def player(self) -> TonePlayer:
        """For tests."""
        return self._player

    def listen(self, listening: bool) -> None:
        """The rear view is seen, or not."""
        self._listening = listening
        if not listening and self._tones == "off":
            self._tones = "loud"
            self.tonesChanged.emit()
        self._sound()

    def warm_up(self) -> None:
        """Once everything stands, load what the first beep needs."""
        self._warming.start()

    def release(self) -> None:
        """Be silent for good."""
        self._warming.stop()
        self._player.stop()

    def retranslate(self) -> None:
        """Language or units changed."""
        self.changed.emit()

    def _update(self) -> None:
        parking = Parking.of(self._client, self._client.served)
        if repr(parking) == repr(self._parking):  # NaN differs from itself, its text does not
            return
        fitted = parking.fitted != self._parking.fitted
        self._parking = parking
        self._sensors.update_rows(sensor_rows(parking))
        self.changed.emit()
        self._sound()
        if fitted:
            self.fittedChanged.emit()

    def _sound(self) -> None:
        if not self._listening:
            self._player.stop()
            return
        self._player.tones.volume = _VOLUMES[self._tones]
        self._player.say(self._parking.beep() if self._tones != "off" else None)
