"""The stage with one place or two: an app, and beside it another one, or a card of the car."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.projection import ProjectionClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.place import PlaceViewModel

__all__ = ["SplitViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_SHARES = (1 / 3, 1 / 2, 2 / 3)
"""How much of the stage the first of two places may have."""
_CARDS = ("vehicle", "media")


@QmlElement
@QmlUncreatable("a property of ProjectionViewModel")
class SplitViewModel(QObject):
    """``split`` is what is beside the first app: choose (the list to choose from), app, vehicle, media; empty: nothing."""

    changed = Signal()

    def __init__(self, client: ProjectionClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._main = PlaceViewModel(client, self)
        self._beside = PlaceViewModel(client, self)
        self._split = ""
        self._share = 1 / 2
        self._shown = False
        self._touched = self._main
        self._main.stream.touched.connect(lambda _points: self._touch(self._main))
        self._beside.stream.touched.connect(lambda _points: self._touch(self._beside))
        self._main.changed.connect(self._on_main)
        self._beside.changed.connect(self._on_beside)

    @Property(PlaceViewModel, constant=True)
    def main(self) -> PlaceViewModel:
        """The whole stage, or the first of two places on it."""
        return self._main

    @Property(PlaceViewModel, constant=True)
    def beside(self) -> PlaceViewModel:
        """The second place, while ``split`` is app."""
        return self._beside

    @Property(PlaceViewModel, notify=changed)
    def typing(self) -> PlaceViewModel:
        """The place that the keyboard writes into: the one touched last."""
        return self._touched if self._split == "app" else self._main

    @Property(str, notify=changed)
    def split(self) -> str:
        return self._split

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much of the stage the first place has while it is split: 1/3, 1/2 or 2/3."""
        return self._share

    @Slot()
    def choose(self) -> None:
        """Show the list of what may be put beside the app."""
        if self._main.projector.app:
            self._set("choose")

    @Slot(str)
    def showCard(self, card: str) -> None:
        """Put a card of the car beside the app: vehicle or media."""
        if card in _CARDS and self._main.projector.app:
            self._beside.projector.leave()
            self._share = min(self._share, _SHARES[1])
            self._set(card)

    @Slot()
    def close(self) -> None:
        """The first app alone; the second one stays open behind it."""
        self._set("")
        self._beside.projector.leave()

    @Slot()
    def swap(self) -> None:
        """Let the two apps change places."""
        if self._split == "app":
            first, second = self._main.projector.give(), self._beside.projector.give()
            self._main.projector.take(second)
            self._beside.projector.take(first)

    @Slot(float)
    def setShare(self, share: float) -> None:
        """The nearest of what is possible."""
        nearest = min(self._shares(), key=lambda one: abs(one - share))
        if nearest != self._share:
            self._share = nearest
            self.changed.emit()

    @Slot()
    def nextShare(self) -> None:
        """1/3, 1/2, 2/3 in turn."""
        shares = self._shares()
        self.setShare(shares[(shares.index(self._share) + 1) % len(shares)])

    def open(self, device: str, app: str) -> None:
        """In the first place; it is not in both."""
        if self._split == "app" and app == self._beside.projector.app:
            self.close()
        self._main.projector.open(device, app)

    def open_beside(self, device: str, app: str) -> bool:
        """In the second place; False when there is no first app, or it is this one."""
        if not self._main.projector.app or app == self._main.projector.app:
            return False
        self._beside.projector.open(device, app)
        self._set("app")
        return True

    def close_first(self) -> None:
        """End the app in the first place."""
        self._main.projector.close()
        if self._split != "app":
            self._set("")

    def leave(self) -> None:
        """Leave all running and clear the stage."""
        self.close()
        self._main.projector.leave()

    def show(self, shown: bool) -> None:
        """A page that shows the stage is open."""
        self._shown = shown
        self._tell_shown()

    def fits(self) -> bool:
        """Every place is empty, or its picture is there and as large as the place."""
        return self._main.fits() and (self._split != "app" or self._beside.fits())

    def release(self) -> None:
        """The display ends: let go of the pictures."""
        self._main.release()
        self._beside.release()

    def retranslate(self) -> None:
        """The language changed."""
        self._main.changed.emit()
        self._beside.changed.emit()

    def _shares(self) -> tuple[float, ...]:
        """A card of the car is not laid out for a third of the stage."""
        return _SHARES[:2] if self._split in _CARDS else _SHARES

    def _touch(self, place: PlaceViewModel) -> None:
        if place is not self._touched:
            self._touched = place
            self.changed.emit()

    def _on_main(self) -> None:
        """The first of two apps was closed: the other one takes the stage."""
        if self._split == "app" and not self._main.projector.app and self._beside.projector.app:
            claim = self._beside.projector.give()
            self._set("")
            self._main.projector.take(claim)

    def _on_beside(self) -> None:
        if self._split == "app" and not self._beside.projector.app and self._main.projector.app:
            self._set("")

    def _set(self, split: str) -> None:
        if split != self._split:
            self._split = split
            self._tell_shown()
            self.changed.emit()

    def _tell_shown(self) -> None:
        self._main.projector.show(self._shown)
        self._beside.projector.show(self._shown and self._split == "app")
