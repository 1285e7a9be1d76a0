"""The Vehicle page's sections: which there are, which of them this car has, and which one is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.vehicle import VehicleClient
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.controls import CONTROLS
from ui.viewmodels.lists import RowModel
from ui.viewmodels.paths import TYRES, Battery, Fuel, Path
from ui.viewmodels.restrictions import RestrictionsViewModel

__all__ = ["SECTIONS", "Section", "SectionModel", "SectionsViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


def _any_of(*prefixes: str) -> tuple[str, ...]:
    return tuple(control.path for key, control in CONTROLS.items() if key.startswith(prefixes))


def _title(text: object) -> str:
    """The stubs call what QT_TRANSLATE_NOOP gives an object."""
    return str(text)


@dataclass(frozen=True, slots=True)
class Section:
    """``file``: below qml/Pillion; its root has ``required property ShellViewModel shell``. ``needs``: the section is there
    when the car serves any of these paths; none: always. ``rule``: see `ui.viewmodels.restrictions.RULES`."""

    key: str
    icon: str
    title: str
    file: str
    needs: tuple[str, ...] = ()
    rule: str = "none"
    alone: bool = False
    """It says something also while the car does not answer."""


SECTIONS = (
    Section("overview", "car", _title(QT_TRANSLATE_NOOP("Sections", "Overview")), "Vehicle/OverviewSection.qml"),
    Section(
        "climate",
        "fan",
        _title(QT_TRANSLATE_NOOP("Sections", "Climate")),
        "Cabin/ClimateSection.qml",
        _any_of("climate."),
    ),
    Section(
        "seats",
        "armchair",
        _title(QT_TRANSLATE_NOOP("Sections", "Seats")),
        "Cabin/SeatsSection.qml",
        _any_of("seats.position", "seats.height", "seats.recline", "seats.memory", "seats.massage"),
    ),
    Section(
        "openings",
        "car-door",
        _title(QT_TRANSLATE_NOOP("Sections", "Doors")),
        "Cabin/OpeningsSection.qml",
        _any_of("openings.window", "openings.lock", "openings.trunk", "openings.mirror"),
    ),
    Section(
        "lights",
        "lightbulb",
        _title(QT_TRANSLATE_NOOP("Sections", "Lights")),
        "Cabin/LightsSection.qml",
        _any_of("lights.switch", "lights.dome", "lights.ambient", "lights.reading"),
    ),
    Section(
        "driving",
        "car-wheel",
        _title(QT_TRANSLATE_NOOP("Sections", "Driving")),
        "Driving/DrivingSection.qml",
        _any_of("driving."),
    ),
    Section(
        "energy",
        "zap",
        _title(QT_TRANSLATE_NOOP("Sections", "Energy")),
        "Upkeep/EnergySection.qml",
        (Path.RANGE, Battery.LEVEL, Battery.RANGE, Fuel.LEVEL, Fuel.RANGE),
    ),
    Section(
        "tyres",
        "iso-tyre-pressure",
        _title(QT_TRANSLATE_NOOP("Sections", "Tyres")),
        "Upkeep/TyresSection.qml",
        tuple(f"{wheel}.{what}" for wheel in TYRES.values() for what in ("Pressure", "IsPressureLow")),
    ),
    Section("trips", "route", _title(QT_TRANSLATE_NOOP("Sections", "Trips")), "Upkeep/TripsSection.qml"),
    Section(
        "warnings", "triangle-alert", _title(QT_TRANSLATE_NOOP("Sections", "Warnings")), "Upkeep/WarningsSection.qml"
    ),
    Section(
        "diagnostics",
        "stethoscope",
        _title(QT_TRANSLATE_NOOP("Sections", "Diagnostics")),
        "Upkeep/DiagnosticsSection.qml",
        alone=True,
    ),
    Section(
        "recorder",
        "history",
        _title(QT_TRANSLATE_NOOP("Sections", "Recorder")),
        "Upkeep/RecorderSection.qml",
        alone=True,
    ),
)


@QmlElement
@QmlUncreatable("a property of SectionsViewModel")
class SectionModel(RowModel):
    """The sections this car has; why: a sentence while the section may not be used, else empty."""

    ROLES: ClassVar[tuple[str, ...]] = ("key", "symbol", "title", "file", "why", "alone")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class SectionsViewModel(QObject):
    """Nothing chosen is the list on a small panel and the overview on the others."""

    currentChanged = Signal()

    def __init__(
        self, client: VehicleClient, restrictions: RestrictionsViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._restrictions = restrictions
        self._current = ""
        self._model = SectionModel(self)
        self._wanted = ""
        client.described.connect(self._update)
        restrictions.changed.connect(self._update)
        self._update()

    @Property(SectionModel, constant=True)
    def model(self) -> SectionModel:
        return self._model

    @Property(str, notify=currentChanged)
    def current(self) -> str:
        """The key of the section chosen; empty: none."""
        return self._current

    @Property(str, notify=currentChanged)
    def title(self) -> str:
        """Of the section chosen."""
        return next((str(row["title"]) for row in self._model.rows if row["key"] == self._current), "")

    @Slot(str)
    def request(self, key: str) -> None:
        """Show a section; empty: none. One that the car may yet turn out to have is shown as soon as it has."""
        known = not key or any(row["key"] == key for row in self._model.rows)
        self._wanted = "" if known else key
        if known and key != self._current:
            self._current = key
            self.currentChanged.emit()

    @Slot(str, result=bool)
    def has(self, key: str) -> bool:
        """Whether this car has the section."""
        return any(row["key"] == key for row in self._model.rows)

    def retranslate(self) -> None:
        """Titles read differently now."""
        self._update()
        self.currentChanged.emit()

    def _update(self) -> None:
        translate: Callable[[str, str], str] = QCoreApplication.translate
        self._model.update_rows(
            [
                {
                    "key": section.key,
                    "symbol": section.icon,
                    "title": translate("Sections", section.title),
                    "file": section.file,
                    "why": self._restrictions.reason(section.rule),
                    "alone": section.alone,
                }
                for section in SECTIONS
                if not section.needs or any(self._client.served(path) for path in section.needs)
            ]
        )
        if self._wanted and self.has(self._wanted):
            self.request(self._wanted)
        if self._current and not self.has(self._current):
            self.request("")
