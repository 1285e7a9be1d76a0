"""Diagnostics: what is wrong with the car in one sentence, its codes, self-tests and live values, and clearing."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.diagnostics import DiagnosticsClient
from ui.clock import Clock
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import ServiceViewModel
from ui.viewmodels.diagnostics_clear import ClearCodesViewModel
from ui.viewmodels.diagnostics_code import CodeViewModel, LiveModel
from ui.viewmodels.diagnostics_facts import code_row, live_row, monitor_row, unit_row
from ui.viewmodels.lists import RowModel
from ui.viewmodels.restrictions import RestrictionsViewModel

__all__ = ["CodeModel", "DiagnosticsViewModel", "MonitorModel", "UnitModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

# As many as can be told apart while driving; all of them at a standstill.
_MOST_MOVING = 3
_GRAVITY = {"stop": 2, "workshop": 1}
_JUST_S = 30.0
_STEPS = {"units": 0.1, "codes": 0.3, "frames": 0.6, "details": 0.9}


@QmlElement
@QmlUncreatable("a property of DiagnosticsViewModel")
class CodeModel(RowModel):
    """Trouble codes, the gravest first; ``colour`` is red, amber or blue, and ``advice`` says the same in words."""

    ROLES: ClassVar[tuple[str, ...]] = (
        "key", "code", "text", "advice", "symbol", "colour", "stateText", "unitName", "hasFrame"
    )  # fmt: skip


@QmlElement
@QmlUncreatable("a property of DiagnosticsViewModel")
class UnitModel(RowModel):
    """Control units that answered; shown when none has a fault."""

    ROLES: ClassVar[tuple[str, ...]] = ("key", "name", "detail")


@QmlElement
@QmlUncreatable("a property of DiagnosticsViewModel")
class MonitorModel(RowModel):
    """Self-tests of the exhaust system."""

    ROLES: ClassVar[tuple[str, ...]] = ("key", "text", "complete", "word")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class DiagnosticsViewModel(ServiceViewModel):
    """``reachable``: the control units answer, so that what is shown holds; else ``problem`` says why."""

    changed = Signal()
    progressChanged = Signal()

    def __init__(
        self,
        client: DiagnosticsClient,
        restrictions: RestrictionsViewModel,
        preferences: Preferences,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(client, parent)
        self._diagnostics = client
        self._restrictions = restrictions
        self._preferences = preferences
        self._clock = clock
        self._codes, self._monitors = CodeModel(self), MonitorModel(self)
        self._live, self._units = LiveModel(self), UnitModel(self)
        self._detail = CodeViewModel(client, preferences, self)
        self._clearing = ClearCodesViewModel(client, restrictions, self)
        self._live_shown = False
        self._progress = 0.0
        self._scan, self._checked_at = 0.0, clock.now()
        client.car_changed.connect(self._on_car)
        client.found.connect(self._on_found)
        client.progress.connect(self._on_progress)
        client.values_changed.connect(self._show_live)
        restrictions.changed.connect(self._on_restrictions)

    # -- health -------------------------------------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def present(self) -> bool:
        """This car names a way to its control units."""
        return self._diagnostics.ready and (self._diagnostics.car != "none" or bool(self._diagnostics.why))

    @Property(bool, notify=changed)
    def reachable(self) -> bool:
        return self._is_available()

    @Property(bool, notify=changed)
    def checked(self) -> bool:
        """There is something to show: a scan was complete once."""
        return self._diagnostics.ready and self._diagnostics.last_scan > 0

    @Property(bool, notify=changed)
    def scanning(self) -> bool:
        return self._diagnostics.busy == "scan"

    @Property(bool, notify=changed)
    def settled(self) -> bool:
        """Read once, and nothing under way."""
        return self.checked and self.reachable and bool(self._diagnostics.units) and not self._diagnostics.busy

    @Property(str, notify=changed)
    def health(self) -> str:
        """One sentence."""
        worst = self._worst()
        count = len(self._diagnostics.codes)
        if not count:
            return QCoreApplication.translate("Diagnostics", "No faults are stored.")
        if worst == "stop":
            return QCoreApplication.translate("Diagnostics", "A serious fault. Stop safely and get help.")
        if worst == "workshop":
            return QCoreApplication.translate("Diagnostics", "The car should see a workshop soon.")
        return QCoreApplication.translate("Diagnostics", "A small fault. You can drive on.")

    @Property(str, notify=changed)
    def healthLevel(self) -> str:
        """green, blue, amber or red."""
        if not self._diagnostics.codes:
            return "green"
        return {"stop": "red", "workshop": "amber"}.get(self._worst(), "blue")

    @Property(str, notify=changed)
    def checkedText(self) -> str:
        """When it was read."""
        if not self.checked:
            return ""
        units, now, then = self._preferences.units, self._clock.now(), self._checked_at
        when = units.time(then) if then.date() == now.date() else f"{units.short_date(then)}, {units.time(then)}"
        return QCoreApplication.translate("Diagnostics", "Checked at %1").replace("%1", when)

    @Property(int, notify=changed)
    def count(self) -> int:
        """Trouble codes in all."""
        return len(self._diagnostics.codes)

    @Property(int, notify=changed)
    def left(self) -> int:
        """Codes that are not in the list while driving."""
        return len(self._diagnostics.codes) - self._codes.count

    @Property(CodeModel, constant=True)
    def codes(self) -> CodeModel:
        return self._codes

    @Property(UnitModel, constant=True)
    def units(self) -> UnitModel:
        """Control units that answered."""
        return self._units

    @Property(MonitorModel, constant=True)
    def monitors(self) -> MonitorModel:
        return self._monitors

    @Property(str, notify=changed)
    def monitorText(self) -> str:
        """How many self-tests are done, for the next inspection."""
        rows = self._monitors.rows
        waiting = sum(not row["complete"] for row in rows)
        if not rows:
            return QCoreApplication.translate("Diagnostics", "This car tells of no self-tests.")
        if not waiting:
            return QCoreApplication.translate("Diagnostics", "All self-tests have run. Ready for an inspection.")
        text = QCoreApplication.translate("Diagnostics", "%1 of %2 self-tests are still to run. Driving brings them.")
        return text.replace("%1", str(waiting)).replace("%2", str(len(rows)))

    @Property(LiveModel, constant=True)
    def live(self) -> LiveModel:
        return self._live

    @Slot()
    def look(self) -> None:
        """Read everything anew."""
        self._diagnostics.request("Scan")

    @Slot()
    def cancel(self) -> None:
        """Stop reading."""
        self._diagnostics.request("Cancel")

    @Property(float, notify=progressChanged)
    def progress(self) -> float:
        """Of the scan, 0..1."""
        return self._progress

    @Slot(bool)
    def showLive(self, shown: bool) -> None:
        """Somebody looks at live values: the car is asked for them only then."""
        self._live_shown = shown
        self._follow()

    @Property(CodeViewModel, constant=True)
    def detail(self) -> CodeViewModel:
        """The code that was opened."""
        return self._detail

    @Property(ClearCodesViewModel, constant=True)
    def clearing(self) -> ClearCodesViewModel:
        return self._clearing

    # -- news ---------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        super().retranslate()
        self._on_found()
        self._detail.refresh()
        self._clearing.changed.emit()

    def _is_available(self) -> bool:
        return self._diagnostics.ready and self._diagnostics.car == "ready"

    def _problem(self) -> str:
        if not self._diagnostics.ready:
            return super()._problem()
        match self._diagnostics.car:
            case "ready":
                return ""
            case "none":
                return QCoreApplication.translate(
                    "Diagnostics", "Nothing in this car's profile says how to reach them."
                )
            case "offline":
                return QCoreApplication.translate("Diagnostics", "The adapter is not connected.")
            case _ if self.scanning:
                return QCoreApplication.translate("Diagnostics", "Looking for the car's control units…")
            case _:
                return QCoreApplication.translate("Diagnostics", "They do not answer. Is the ignition on?")

    def _worst(self) -> str:
        advices = [str(code["advice"]) for code in self._diagnostics.codes]
        return max(advices, key=lambda advice: _GRAVITY.get(advice, 0), default="")

    def _on_car(self) -> None:
        if self._diagnostics.last_scan != self._scan:
            # By the clock that the driver sees, which may have been set since.
            self._scan = self._diagnostics.last_scan
            age_s = time.time() - self._scan
            self._checked_at = self._clock.now() - timedelta(seconds=age_s if age_s > _JUST_S else 0)
        if not self.scanning:
            self._set_progress(0.0)
        self.refresh_available()
        self._follow()
        self.changed.emit()

    def _on_found(self) -> None:
        moving = self._restrictions.state == "moving"
        codes = self._diagnostics.codes[: _MOST_MOVING if moving else None]
        self._codes.update_rows([code_row(code) for code in codes])
        self._units.update_rows([unit_row(unit) for unit in self._diagnostics.units])
        self._monitors.update_rows([monitor_row(row) for row in self._diagnostics.readiness.get("monitors", ())])
        self._follow()
        self._show_live()
        self.changed.emit()

    def _on_restrictions(self) -> None:
        if self._restrictions.state == "moving":
            self._detail.close()
        self._on_found()

    def _on_progress(self, step: str, done: int, total: int) -> None:
        self._set_progress(_STEPS.get(step, 0.0) + 0.2 * done / max(1, total))

    def _set_progress(self, progress: float) -> None:
        if progress != self._progress:
            self._progress = min(1.0, progress)
            self.progressChanged.emit()

    def _follow(self) -> None:
        wanted = self._live_shown and self.reachable and self._restrictions.state != "moving"
        self._diagnostics.follow([str(row["key"]) for row in self._diagnostics.parameters] if wanted else [])

    def _show_live(self) -> None:
        units, values = self._preferences.units, self._diagnostics.values
        self._live.update_rows([live_row(units, row, values) for row in self._diagnostics.parameters])
