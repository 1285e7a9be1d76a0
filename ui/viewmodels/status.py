"""The status strip: time, outside temperature, driver, phone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from ui.clients import Clients
from ui.clock import Clock
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.paths import Path

__all__ = ["StatusViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_PRECISE = 0
_CONNECTED = frozenset({"ready"})


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class StatusViewModel(QObject):
    """Wakes up once a minute, when the time changes."""

    timeChanged = Signal()
    outsideChanged = Signal()
    profileChanged = Signal()
    phoneChanged = Signal()
    busUpChanged = Signal()

    def __init__(self, clients: Clients, preferences: Preferences, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clients = clients
        self._preferences = preferences
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # Coarse timers are 5 % off, which is 3 s of a minute. By number for the reason that ui/viewmodels/lists.py tells.
        self._timer.setProperty("timerType", _PRECISE)
        self._timer.timeout.connect(self._tick)
        clients.vehicle.follow((Path.OUTSIDE,), lambda _paths: self.outsideChanged.emit())
        clients.vehicle.bus_changed.connect(self.busUpChanged.emit)
        clients.vehicle.state_changed.connect(self.busUpChanged.emit)
        clients.settings.profiles_changed.connect(self.profileChanged.emit)
        clients.projection.devices_changed.connect(self.phoneChanged.emit)
        self._arm()

    @Property(str, notify=timeChanged)
    def timeText(self) -> str:
        return self._preferences.units.time(self._clock.now())

    @Property(str, notify=timeChanged)
    def dateText(self) -> str:
        return self._preferences.units.date(self._clock.now())

    @Property(str, notify=outsideChanged)
    def outsideText(self) -> str:
        """With its degree sign; a dash when unknown."""
        return self._preferences.units.degrees(self._clients.vehicle.number(Path.OUTSIDE))

    @Property(str, notify=profileChanged)
    def profileName(self) -> str:
        return str(self._profile().get("name", ""))

    @Property(str, notify=profileChanged)
    def profileInitials(self) -> str:
        return str(self._profile().get("initials", ""))

    @Property(bool, notify=phoneChanged)
    def phoneConnected(self) -> bool:
        return bool(self._phone())

    @Property(str, notify=phoneChanged)
    def phoneName(self) -> str:
        return str(self._phone().get("name", ""))

    @Property(int, notify=phoneChanged)
    def phoneBattery(self) -> int:
        """Percent; -1 when unknown."""
        return int(self._phone().get("battery", -1))

    @Property(int, notify=phoneChanged)
    def phoneSignal(self) -> int:
        """Bars 0..4; -1 when unknown, as over adb."""
        return int(self._phone().get("signal", -1))

    @Property(bool, notify=busUpChanged)
    def busUp(self) -> bool:
        """The vehicle's bus is there and talks."""
        return self._clients.vehicle.ready and self._clients.vehicle.bus_state == "up"

    def retranslate(self) -> None:
        """The language, the units or the clock changed."""
        self.timeChanged.emit()
        self.outsideChanged.emit()

    def set_clock_frozen(self) -> None:
        """The clock was frozen or let run: show its time now."""
        self._tick()

    def _phone(self) -> Mapping[str, Any]:
        return next((d for d in self._clients.projection.devices.values() if d.get("state") in _CONNECTED), {})

    def _profile(self) -> Mapping[str, Any]:
        return next((p for p in self._clients.settings.profiles if p.get("active")), {})

    def _tick(self) -> None:
        self.timeChanged.emit()
        self._arm()

    def _arm(self) -> None:
        self._timer.stop()
        if not self._clock.frozen:
            self._timer.start(self._clock.ms_to_next_minute())
