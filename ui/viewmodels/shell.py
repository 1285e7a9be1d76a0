"""The root: everything QML sees hangs off the one ShellViewModel that Main.qml gets."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from backends.interfaces import ServiceError
from backends.interfaces.night import NightSense
from ui.clients import Clients
from ui.clock import Clock
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.sounds import Sounds
from ui.viewmodels.base import sentence
from ui.viewmodels.parts import PartsViewModel, ShellOptions
from ui.viewmodels.paths import NIGHT_PATHS, Path

__all__ = ["PAGES", "ShellOptions", "ShellViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)

PAGES = ("home", "projection", "media", "vehicle", "settings")
_WITH_PICTURE = ("home", "projection")
_WITH_POSITION = ("home", "media")
_HISTORY = 16


@QmlElement
@QmlUncreatable("created in Python and handed to Main.qml as its required property")
class ShellViewModel(PartsViewModel):
    """Pages and the look; everything else hangs off it."""

    pageChanged = Signal()
    nightChanged = Signal()
    lookChanged = Signal()
    reloadGenerationChanged = Signal()

    def __init__(
        self,
        clients: Clients | None = None,
        preferences: Preferences | None = None,
        clock: Clock | None = None,
        options: ShellOptions | None = None,
        parent: QObject | None = None,
    ) -> None:
        clients = clients or Clients()
        preferences = preferences or Preferences(clients.settings)
        super().__init__(clients, preferences, clock or Clock(), options or ShellOptions(), parent)
        self._dpi = self._options.dpi
        self._page = "home"
        self._trail: list[str] = []
        self._window_shown = True
        self._night_sense = NightSense()
        self._generation = 0
        for client in self._clients:
            client.notice.connect(self._notices.say)
            client.refused.connect(self._on_refused)
        self._preferences.changed.connect(self._on_preferences)
        self._clients.vehicle.follow(NIGHT_PATHS, lambda _paths: self._update_night())
        self._status.timeChanged.connect(self._update_night)
        self._i18n.use(self._preferences.language)
        self._night = self._is_night()
        self._tell_shown()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        """home, projection, media, vehicle or settings."""
        return self._page

    @Property(bool, notify=pageChanged)
    def canGoBack(self) -> bool:
        return bool(self._trail)

    @Property(bool, notify=nightChanged)
    def night(self) -> bool:
        """Light on dark."""
        return self._night

    @Property(str, notify=lookChanged)
    def brand(self) -> str:
        return self._preferences.text("display.brand")

    @Property(str, notify=lookChanged)
    def driverSide(self) -> str:
        """left or right."""
        return self._preferences.text("display.drive_side")

    @Property(float, notify=lookChanged)
    def dpi(self) -> float:
        """Of the panel: dp = pixels × 160 / dpi."""
        return self._dpi

    @Property(float, notify=lookChanged)
    def scale(self) -> float:
        """The driver's own enlargement, 0.9..1.3."""
        return float(self._preferences["display.scale"])

    @Property(bool, constant=True)
    def uiTest(self) -> bool:
        """A test drives the display: nothing should move by itself."""
        return self._options.ui_test

    @Property(str, constant=True)
    def version(self) -> str:
        return self._options.version()

    @Property(int, notify=reloadGenerationChanged)
    def reloadGeneration(self) -> int:
        """How often the QML was reloaded."""
        return self._generation

    @Slot(str)
    def requestPage(self, page: str) -> None:
        """A page, or a section of the Vehicle page with a dot between (vehicle.climate)."""
        page, dot, section = page.partition(".")
        if dot and page == "vehicle":
            self._sections.request(section)
        if page not in PAGES:
            _log.warning("no such page page=%s", page)
            return
        if page == self._page:
            # A second tap leads back to the page's beginning.
            if page == "vehicle" and not dot:
                self._sections.request("")
            return
        self._trail = [*(kept for kept in self._trail if kept != page), self._page][-_HISTORY:]
        self._turn_to(page)

    @Slot()
    def requestBack(self) -> None:
        if self._page == "vehicle" and self._sections.current:
            self._sections.request("")
        elif self._trail:
            self._turn_to(self._trail.pop())

    @property
    def sounds(self) -> Sounds:
        """For whoever has to be heard."""
        return self._sounds

    @property
    def clients(self) -> Clients:
        """For the application, which gives them their link."""
        return self._clients

    @property
    def preferences(self) -> Preferences:
        """For the application and the tools."""
        return self._preferences

    @property
    def clock(self) -> Clock:
        """For pictures, which stop it."""
        return self._clock

    def set_window_shown(self, shown: bool) -> None:
        """Nobody looks at a hidden window: positions need not tick, pictures need not flow."""
        self._window_shown = shown
        self._tell_shown()

    def set_dpi(self, dpi: float) -> None:
        """The window is on another panel."""
        if dpi != self._dpi:
            self._dpi = dpi
            self.lookChanged.emit()

    def reloaded(self) -> None:
        """The QML was loaded anew."""
        self._generation += 1
        self.reloadGenerationChanged.emit()

    def _turn_to(self, page: str) -> None:
        self._page = page
        self._tell_shown()
        self.pageChanged.emit()

    def _tell_shown(self) -> None:
        self._media.set_shown(self._window_shown and self._page in _WITH_POSITION)
        self._projection.set_shown(self._window_shown and self._page in _WITH_PICTURE)

    def _on_refused(self, error: ServiceError) -> None:
        self._notices.say("warning", f"refused.{error.name}", sentence(error))

    def _on_preferences(self, keys: frozenset[str]) -> None:
        if "display.language" in keys:
            self._i18n.use(self._preferences.language)
        if "display.language" in keys or any(key.startswith("units.") for key in keys) or "display.drive_side" in keys:
            self.retranslate_parts()
        if keys & {"display.brand", "display.drive_side", "display.scale"}:
            self.lookChanged.emit()
        if "display.theme" in keys:
            self._update_night()

    def _update_night(self) -> None:
        night = self._is_night()
        if night != self._night:
            self._night = night
            self.nightChanged.emit()

    def _is_night(self) -> bool:
        """The driver's word, else the car's own light sensor and switch, else the time of day."""
        vehicle = self._clients.vehicle
        return self._night_sense.decide(
            self._preferences.text("display.theme"),
            vehicle.value(Path.NIGHT_MODE),
            vehicle.value(Path.NIGHT_SENSOR),
            vehicle.number(Path.AMBIENT_LIGHT),
            self._clock.now().hour,
        )
