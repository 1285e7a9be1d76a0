"""The next turn of whichever phone guides: what to do, how far, onto which road, in which lane."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.clients.projection import ProjectionClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.energy_facts import span_text
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.manoeuvres import lane_symbol, manoeuvre_symbol, manoeuvre_text

__all__ = ["GuidanceViewModel", "LaneModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_GUIDING = ("active", "rerouting")
_MOST_LANES = 8


@QmlElement
@QmlUncreatable("a property of GuidanceViewModel")
class LaneModel(RowModel):
    """Lanes from left to right; ``first`` and ``second`` are icons of one arrow upon the other, ``second`` may be empty."""

    ROLES: ClassVar[tuple[str, ...]] = ("place", "first", "second", "ours")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class GuidanceViewModel(QObject):
    """Nothing is shown that the phone did not say: an unknown distance is no text, not a zero."""

    changed = Signal()

    def __init__(self, client: ProjectionClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projection = client
        self._preferences = preferences
        self._turn: Mapping[str, Any] = {}
        self._lanes = LaneModel(self)
        client.turns_changed.connect(self._update)
        self._update()

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """A phone guides now."""
        return bool(self._turn)

    @Property(bool, notify=changed)
    def rerouting(self) -> bool:
        return self._turn.get("state") == "rerouting"

    @Property(str, notify=changed)
    def session(self) -> str:
        """Of the phone that guides."""
        return str(self._turn.get("session", ""))

    @Property(str, notify=changed)
    def symbol(self) -> str:
        """One of assets/icons."""
        return "rotate-cw" if self.rerouting else manoeuvre_symbol(str(self._turn.get("maneuver", "")))

    @Property(str, notify=changed)
    def distanceText(self) -> str:
        """With its unit; empty when unknown."""
        metres = _number(self._turn, "distance_m")
        return " ".join(self._preferences.units.ahead(metres)) if metres >= 0 else ""

    @Property(str, notify=changed)
    def actionText(self) -> str:
        """What to do, in words."""
        if self.rerouting:
            return QCoreApplication.translate("Guidance", "Looking for another way")
        return manoeuvre_text(str(self._turn.get("maneuver", "")), int(_number(self._turn, "exit", 0)))

    @Property(str, notify=changed)
    def road(self) -> str:
        return str(self._turn.get("road", ""))

    @Property(str, notify=changed)
    def etaText(self) -> str:
        """When one arrives, as the phone writes it."""
        return str(self._turn.get("eta", ""))

    @Property(str, notify=changed)
    def remainingText(self) -> str:
        """How far and how long to the destination; empty when unknown."""
        units = self._preferences.units
        parts = []
        if (metres := _number(self._turn, "remaining_m")) > 0:
            parts.append(" ".join(units.ahead(metres)))
        if (seconds := _number(self._turn, "remaining_s")) > 0:
            parts.append(span_text(units, seconds))
        return " · ".join(parts)

    @Property(LaneModel, constant=True)
    def lanes(self) -> LaneModel:
        return self._lanes

    def retranslate(self) -> None:
        """The language or the units changed."""
        self.changed.emit()

    def _update(self) -> None:
        turns = self._projection.turns.values()
        turn = next((turn for turn in turns if turn.get("state") in _GUIDING), {})
        if turn == self._turn:
            return
        self._turn = turn
        lanes = turn.get("lanes", ())
        self._lanes.update_rows([_lane(place, lane) for place, lane in enumerate(lanes[:_MOST_LANES])])
        self.changed.emit()


def _lane(place: int, lane: Mapping[str, Any]) -> Row:
    symbols = list(dict.fromkeys(lane_symbol(str(shape)) for shape in lane.get("shapes", ())))
    return {
        "place": place,
        "first": symbols[0] if symbols else lane_symbol("straight"),
        "second": symbols[1] if len(symbols) > 1 else "",
        "ours": bool(lane.get("highlighted", False)),
    }


def _number(turn: Mapping[str, Any], key: str, unknown: float = -1.0) -> float:
    value = turn.get(key, unknown)
    return float(value) if isinstance(value, int | float) else unknown
