"""Doors, windows, locks and mirrors as a whole: what all of them do together."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.qt import Property, QmlUncreatable
from ui.viewmodels.actuator import Actuator
from ui.viewmodels.actuators import ActuatorsViewModel

__all__ = ["OpeningsViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_PLACES = tuple(f"{row}.{side}" for row in ("front", "rear") for side in ("driver", "passenger"))
_SHUT_PERCENT, _OPEN_PERCENT = 0.0, 100.0


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class OpeningsViewModel(QObject):
    """A state of several is told only of those that are known."""

    changed = Signal()

    def __init__(self, actuators: ActuatorsViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._windows = self._follow(actuators, (f"openings.window.{place}" for place in _PLACES))
        self._locks = self._follow(actuators, (f"openings.lock.{place}" for place in _PLACES))
        self._mirrors = self._follow(actuators, (f"openings.mirror.fold.{side}" for side in ("driver", "passenger")))
        self._heaters = self._follow(actuators, (f"openings.mirror.heat.{side}" for side in ("driver", "passenger")))

    def _follow(self, actuators: ActuatorsViewModel, keys: Iterable[str]) -> list[Actuator]:
        found = [actuators.at(key) for key in keys]
        for actuator in found:
            actuator.changed.connect(self.changed)
            actuator.described.connect(self.changed)
        return found

    @Property(bool, notify=changed)
    def windows(self) -> bool:
        """There are windows that can be moved from here."""
        return any(window.writable for window in self._windows)

    @Property(int, notify=changed)
    def openWindows(self) -> int:
        """How many are not shut."""
        return sum(not math.isnan(window.real) and window.real > _SHUT_PERCENT for window in self._windows)

    @Property(bool, notify=changed)
    def windowsPending(self) -> bool:
        return any(window.pending for window in self._windows)

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        """Every lock that is known is locked, and at least one is."""
        known = [lock for lock in self._locks if lock.known]
        return bool(known) and all(lock.on for lock in known)

    @Property(bool, notify=changed)
    def lockable(self) -> bool:
        return any(lock.writable for lock in self._locks)

    @Property(bool, notify=changed)
    def lockPending(self) -> bool:
        return any(lock.pending for lock in self._locks)

    @Property(bool, notify=changed)
    def folded(self) -> bool:
        """Both mirrors, or the one there is."""
        known = [mirror for mirror in self._mirrors if mirror.known]
        return bool(known) and all(mirror.on for mirror in known)

    @Slot(bool)
    def requestWindows(self, opened: bool) -> None:
        """All of them, to the end."""
        for window in self._windows:
            if window.writable:
                window.requestReal(_OPEN_PERCENT if opened else _SHUT_PERCENT)

    @Slot(bool)
    def requestLock(self, lock: bool) -> None:
        """Every door that can be asked."""
        for door in self._locks:
            if door.writable:
                door.requestOn(lock)

    @Slot(bool)
    def requestFold(self, folded: bool) -> None:
        """Both mirrors."""
        for mirror in self._mirrors:
            if mirror.writable:
                mirror.requestOn(folded)

    @Slot(bool)
    def requestMirrorHeat(self, on: bool) -> None:
        """Both mirrors."""
        for mirror in self._heaters:
            if mirror.writable:
                mirror.requestOn(on)
