"""Warnings: what is wrong now, what was, and the one that comes up over everything but the rear view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from backends.interfaces import ServiceError
from ui.clients.vehicle import VehicleClient
from ui.clock import Clock
from ui.icons import SYMBOLS
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import words
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.restrictions import RestrictionsViewModel

__all__ = ["WarningModel", "WarningsViewModel", "colour_of", "icon_of"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

# Two glances of 2 s and some; a critical one stays until somebody says that it was read.
_SHOWN_MS = 8000
# As many as a driver can keep in mind; the rest stands in the list and in the strip.
_MOST_WAITING = 3
_STRIP = 4
_GRAVITY = {"critical": 2, "warning": 1}
_GREEN = frozenset({"turn-left", "turn-right", "low-beam", "position-lamps", "front-fog"})
_AMBER_INFO = frozenset({"washer-fluid", "service", "stability", "fuel", "adblue", "ice"})

_Entry = Mapping[str, Any]


def icon_of(symbol: str) -> str:
    """The icon of an ISO 2575 symbol; the triangle for one that is not drawn."""
    return f"iso-{symbol}" if (SYMBOLS / f"{symbol}.svg").is_file() and "/" not in symbol else "iso-warning"


def colour_of(severity: str, symbol: str) -> str:
    """ISO 2575: red for danger, amber for a fault or soon, green for on, blue for the rest."""
    if severity == "critical":
        return "red"
    if severity == "warning" or symbol in _AMBER_INFO:
        return "amber"
    return "green" if symbol in _GREEN else "blue"


@QmlElement
@QmlUncreatable("a property of WarningsViewModel")
class WarningModel(RowModel):
    """``colour`` is red, amber, green or blue; ``sure`` is false while the car does not say whether it still holds."""

    ROLES: ClassVar[tuple[str, ...]] = (
        "key", "code", "symbol", "colour", "severity", "word", "text", "timeText", "sure"
    )  # fmt: skip


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class WarningsViewModel(QObject):
    """``shown`` is the warning over the page: new critical and grave ones come up one after the other, the gravest first."""

    changed = Signal()
    shownChanged = Signal()

    def __init__(
        self,
        client: VehicleClient,
        preferences: Preferences,
        clock: Clock,
        chime: Callable[[str], None],
        restrictions: RestrictionsViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._vehicle = client
        self._preferences = preferences
        self._clock = clock
        self._chime = chime
        self._restrictions = restrictions
        self._current: Sequence[_Entry] = ()
        self._ended: Sequence[_Entry] = ()
        self._waiting: list[_Entry] = []
        self._up: _Entry | None = None
        self._known: set[str] = set()
        self._held = False
        self._model, self._past, self._lamps = WarningModel(self), WarningModel(self), WarningModel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.acknowledge)
        client.warnings_changed.connect(self._on_warnings)
        restrictions.changed.connect(self._show_lists)
        client.state_changed.connect(self.changed.emit)
        client.bus_changed.connect(self.changed.emit)

    @Property(WarningModel, constant=True)
    def model(self) -> WarningModel:
        """Now, worst first."""
        return self._model

    @Property(WarningModel, constant=True)
    def history(self) -> WarningModel:
        """What ended, newest first; fetched by `requestHistory`."""
        return self._past

    @Property(WarningModel, constant=True)
    def telltales(self) -> WarningModel:
        """The worst few, for the status strip; each symbol once."""
        return self._lamps

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._current)

    @Property(bool, notify=changed)
    def allWell(self) -> bool:
        """Nothing is wrong, as far as the car can be trusted."""
        return self._vehicle.ready and self._vehicle.bus_state == "up" and not self._current

    @Property(str, notify=changed)
    def severity(self) -> str:
        """The worst now: critical, warning, info or empty."""
        return max((str(entry["severity"]) for entry in self._current), key=_grave, default="")

    @Property(str, notify=changed)
    def firstText(self) -> str:
        """What the worst says; empty without one."""
        return words(str(self._current[0]["text"])) if self._current else ""

    # -- over the page ------------------------------------------------------------------------------------------------

    @Property(bool, notify=shownChanged)
    def shown(self) -> bool:
        return self._up is not None

    @Property(str, notify=shownChanged)
    def shownText(self) -> str:
        return words(str(self._up["text"])) if self._up else ""

    @Property(str, notify=shownChanged)
    def shownSymbol(self) -> str:
        """An icon's name."""
        return icon_of(str(self._up["symbol"])) if self._up else ""

    @Property(str, notify=shownChanged)
    def shownColour(self) -> str:
        """red, amber, green or blue."""
        return colour_of(str(self._up["severity"]), str(self._up["symbol"])) if self._up else ""

    @Property(str, notify=shownChanged)
    def shownWord(self) -> str:
        """How grave, in a word."""
        return _word(str(self._up["severity"])) if self._up else ""

    @Property(bool, notify=shownChanged)
    def shownStays(self) -> bool:
        """Until it is acknowledged."""
        return self._up is not None and self._up["severity"] == "critical"

    @Property(int, notify=shownChanged)
    def waiting(self) -> int:
        """How many come after it."""
        return len(self._waiting)

    @Slot()
    def acknowledge(self) -> None:
        """It was read: the next one comes up, if there is one."""
        self._timer.stop()
        self._up = None
        self._next()
        self.shownChanged.emit()

    @Slot(bool)
    def hold(self, held: bool) -> None:
        """Something graver (the rear view) lies over it: time does not count."""
        if held == self._held:
            return
        self._held = held
        if held:
            self._timer.stop()
        elif self._up is not None and not self.shownStays:
            self._timer.start()

    @Slot()
    def requestHistory(self) -> None:
        """Somebody looks at what was."""
        self._vehicle.request("Warnings", done=self._on_answer, failed=_without)

    def retranslate(self) -> None:
        """The language, the units or the clock changed."""
        self._show_lists()
        self.changed.emit()
        self.shownChanged.emit()

    def _on_answer(self, answer: tuple[Sequence[_Entry], Sequence[_Entry]]) -> None:
        self._ended = answer[1]
        self._show_lists()

    def _on_warnings(self) -> None:
        self._current = self._vehicle.warnings
        codes = {str(entry["code"]) for entry in self._current}
        new = [entry for entry in self._current if entry["code"] not in self._known and _grave(entry["severity"])]
        self._known = codes
        self._waiting = [entry for entry in self._waiting if entry["code"] in codes]
        self._show_lists()
        self.changed.emit()
        if self._up is not None and self._up["code"] not in codes:
            self._timer.stop()
            self._up = None
        self._come_up(new)
        self.shownChanged.emit()

    def _come_up(self, new: list[_Entry]) -> None:
        if new:
            worst = max(new, key=lambda entry: _grave(entry["severity"]))
            self._chime(str(worst["severity"]))
            if self._up is not None and _grave(worst["severity"]) > _grave(self._up["severity"]):
                self._waiting.append(self._up)
                self._up = None
                self._timer.stop()
            self._waiting = sorted([*self._waiting, *new], key=lambda entry: -_grave(entry["severity"]))
            grave = sum(entry["severity"] == "critical" for entry in self._waiting)
            # What is critical is never left out, however many there are.
            self._waiting = self._waiting[: max(_MOST_WAITING, grave)]
        if self._up is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        self._up = self._waiting.pop(0)
        if not self.shownStays and not self._held:
            self._timer.start()

    def _show_lists(self) -> None:
        rows = [self._row(entry) for entry in self._current]
        most = self._restrictions.maxListItems or len(rows) + len(self._ended)
        self._model.update_rows(rows[:most])
        self._past.update_rows([self._row(entry) for entry in self._ended[:most]])
        seen: dict[object, Row] = {}
        for row in rows:
            if row["colour"] != "blue":
                seen.setdefault(row["symbol"], row)
        self._lamps.update_rows(list(seen.values())[:_STRIP])

    def _row(self, entry: _Entry) -> Row:
        severity, symbol = str(entry["severity"]), str(entry["symbol"])
        since, until = entry.get("since"), entry.get("until")
        return {
            "key": f"{entry['code']}:{since}" if until else str(entry["code"]),
            "code": str(entry["code"]),
            "symbol": icon_of(symbol),
            "colour": colour_of(severity, symbol),
            "severity": severity,
            "word": _word(severity),
            "text": words(str(entry["text"])),
            "timeText": self._when(since),
            "sure": bool(entry.get("sure", True)),
        }

    def _when(self, moment: object) -> str:
        """10:42 today, else with the day."""
        if not isinstance(moment, int | float):
            return ""
        units, now = self._preferences.units, self._clock.now()
        # Nothing began in the future: where the clocks differ, it begins now.
        then = min(datetime.fromtimestamp(moment, tz=now.tzinfo), now)
        return units.time(then) if then.date() == now.date() else f"{units.short_date(then)}, {units.time(then)}"


def _grave(severity: object) -> int:
    return _GRAVITY.get(str(severity), 0)


def _word(severity: str) -> str:
    match severity:
        case "critical":
            return QCoreApplication.translate("Warnings", "Danger")
        case "warning":
            return QCoreApplication.translate("Warnings", "Attention")
        case _:
            return QCoreApplication.translate("Warnings", "Note")


def _without(_error: ServiceError) -> None:
    """What was shown stays."""
