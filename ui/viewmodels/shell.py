"""The root: everything QML sees hangs off the one ShellViewModel that Main.qml gets."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from backends.interfaces import ServiceError
from backends.interfaces.night import NightSense
from ui.clients import Clients
from ui.clock import Clock
from ui.i18n import I18n
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.sounds import Sounds
from ui.viewmodels.actuators import ActuatorsViewModel
from ui.viewmodels.base import sentence
from ui.viewmodels.calls import CallsViewModel
from ui.viewmodels.climate import ClimateViewModel
from ui.viewmodels.diagnostics import DiagnosticsViewModel
from ui.viewmodels.energy import EnergyViewModel
from ui.viewmodels.guidance import GuidanceViewModel
from ui.viewmodels.headsup import HeadsUpViewModel
from ui.viewmodels.keys import KeysViewModel
from ui.viewmodels.lights import AmbientViewModel
from ui.viewmodels.maintenance import MaintenanceViewModel
from ui.viewmodels.media import MediaViewModel
from ui.viewmodels.notices import NoticesViewModel
from ui.viewmodels.openings import OpeningsViewModel
from ui.viewmodels.paths import NIGHT_PATHS, Path
from ui.viewmodels.phones import PhonesViewModel
from ui.viewmodels.projection import ProjectionViewModel
from ui.viewmodels.rear_view import RearViewModel
from ui.viewmodels.recorder import RecorderViewModel
from ui.viewmodels.restrictions import RestrictionsViewModel
from ui.viewmodels.sections import SectionsViewModel
from ui.viewmodels.settings import SettingsViewModel
from ui.viewmodels.status import StatusViewModel
from ui.viewmodels.trips import TripsViewModel
from ui.viewmodels.tyres import TyresViewModel
from ui.viewmodels.vehicle import VehicleViewModel
from ui.viewmodels.warnings import WarningsViewModel

__all__ = ["PAGES", "ShellOptions", "ShellViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)

PAGES = ("home", "projection", "media", "vehicle", "settings")
_WITH_PICTURE = ("home", "projection")
_WITH_POSITION = ("home", "media")
_HISTORY = 16


@dataclass(frozen=True, slots=True)
class ShellOptions:
    """What the command line decided. ``dpi``: of the panel."""

    dpi: float = 160.0
    ui_test: bool = False
    version: Callable[[], str] = str
    window: str = "main"
    """main or cluster. The cluster shows; sounds, cameras and keys belong to the head unit."""


@QmlElement
@QmlUncreatable("created in Python and handed to Main.qml as its required property")
class ShellViewModel(QObject):
    """Pages, the look, and the view-models of everything else."""

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
        super().__init__(parent)
        self._clients = clients or Clients()
        self._preferences = preferences or Preferences(self._clients.settings)
        self._clock = clock or Clock()
        self._options = options or ShellOptions()
        self._dpi = self._options.dpi
        self._page = "home"
        self._trail: list[str] = []
        self._window_shown = True
        self._night_sense = NightSense()
        self._generation = 0
        self._i18n = I18n(self)
        self._notices = NoticesViewModel(self)
        self._restrictions = RestrictionsViewModel(self._clients.vehicle, self._preferences, self)
        self._actuators = ActuatorsViewModel(self._clients.vehicle, self._restrictions, self._preferences, self)
        self._openings = OpeningsViewModel(self._actuators, self)
        self._ambient = AmbientViewModel(self._actuators, self)
        self._sections = SectionsViewModel(self._clients.vehicle, self._restrictions, self)
        self._rear = RearViewModel(self._clients.vehicle, self._preferences, self)
        self._vehicle = VehicleViewModel(self._clients.vehicle, self._preferences, self)
        self._sounds = Sounds(self, silent=self._options.ui_test)
        # Both are heard whatever has died; music makes room for them if the mixer lives.
        for name, tones in (("chime", self._sounds), ("parking", self._rear.parking)):
            tones.soundingChanged.connect(partial(self._clients.sound.sounding, name))
        car = (self._clients.vehicle, self._preferences)
        self._energy = EnergyViewModel(*car, self._clock, self)
        self._tyres = TyresViewModel(*car, self)
        self._trips = TripsViewModel(*car, self)
        self._maintenance = MaintenanceViewModel(*car, self)
        chime = self._sounds.play if self._options.window == "main" else _silent
        self._warnings = WarningsViewModel(*car, self._clock, chime, self._restrictions, self)
        self._rear.shownChanged.connect(lambda: self._warnings.hold(self._rear.shown))
        self._recorder = RecorderViewModel(*car, self._clock, self._restrictions, self)
        self._climate = ClimateViewModel(self._clients.vehicle, self._actuators, self)
        self._media = MediaViewModel(self._clients.media, self._restrictions, self)
        self._projection = ProjectionViewModel(
            self._clients.projection, self._restrictions, self, setup=self._clients.setup
        )
        self._phones = PhonesViewModel(self._clients.projection, self)
        self._guidance = GuidanceViewModel(self._clients.projection, self._preferences, self)
        self._calls = CallsViewModel(self._clients.projection, parent=self)
        self._heads_up = HeadsUpViewModel(
            self._clients.projection, self._restrictions, lasting=self._options.ui_test, parent=self
        )
        self._diagnostics = DiagnosticsViewModel(
            self._clients.diagnostics, self._restrictions, self._preferences, self._clock, self
        )
        self._keys = KeysViewModel(self._clients.vehicle, self)
        self._settings = SettingsViewModel(self._clients.settings, self._preferences, self._options.version, self)
        self._status = StatusViewModel(self._clients, self._preferences, self._clock, self)
        for client in self._clients:
            client.notice.connect(self._notices.say)
            client.refused.connect(self._on_refused)
        self._preferences.changed.connect(self._on_preferences)
        self._clients.vehicle.follow(NIGHT_PATHS, lambda _paths: self._update_night())
        self._status.timeChanged.connect(self._update_night)
        self._i18n.use(self._preferences.language)
        self._night = self._is_night()
        self._tell_shown()

    @Property(RearViewModel, constant=True)
    def rear(self) -> RearViewModel:
        """The camera, over everything."""
        return self._rear

    @Property(VehicleViewModel, constant=True)
    def vehicle(self) -> VehicleViewModel:
        return self._vehicle

    @Property(ClimateViewModel, constant=True)
    def climate(self) -> ClimateViewModel:
        return self._climate

    @Property(ActuatorsViewModel, constant=True)
    def actuators(self) -> ActuatorsViewModel:
        return self._actuators

    @Property(OpeningsViewModel, constant=True)
    def openings(self) -> OpeningsViewModel:
        return self._openings

    @Property(AmbientViewModel, constant=True)
    def ambient(self) -> AmbientViewModel:
        return self._ambient

    @Property(SectionsViewModel, constant=True)
    def sections(self) -> SectionsViewModel:
        return self._sections

    @Property(EnergyViewModel, constant=True)
    def energy(self) -> EnergyViewModel:
        return self._energy

    @Property(TyresViewModel, constant=True)
    def tyres(self) -> TyresViewModel:
        return self._tyres

    @Property(TripsViewModel, constant=True)
    def trips(self) -> TripsViewModel:
        return self._trips

    @Property(MaintenanceViewModel, constant=True)
    def maintenance(self) -> MaintenanceViewModel:
        return self._maintenance

    @Property(DiagnosticsViewModel, constant=True)
    def diagnostics(self) -> DiagnosticsViewModel:
        return self._diagnostics

    @Property(WarningsViewModel, constant=True)
    def warnings(self) -> WarningsViewModel:
        return self._warnings

    @Property(RecorderViewModel, constant=True)
    def recorder(self) -> RecorderViewModel:
        return self._recorder

    @Property(MediaViewModel, constant=True)
    def media(self) -> MediaViewModel:
        return self._media

    @Property(ProjectionViewModel, constant=True)
    def projection(self) -> ProjectionViewModel:
        return self._projection

    @Property(PhonesViewModel, constant=True)
    def phones(self) -> PhonesViewModel:
        return self._phones

    @Property(GuidanceViewModel, constant=True)
    def guidance(self) -> GuidanceViewModel:
        return self._guidance

    @Property(CallsViewModel, constant=True)
    def calls(self) -> CallsViewModel:
        return self._calls

    @Property(HeadsUpViewModel, constant=True)
    def headsUp(self) -> HeadsUpViewModel:
        return self._heads_up

    @Property(SettingsViewModel, constant=True)
    def settings(self) -> SettingsViewModel:
        return self._settings

    @Property(KeysViewModel, constant=True)
    def keys(self) -> KeysViewModel:
        return self._keys

    @Property(RestrictionsViewModel, constant=True)
    def restrictions(self) -> RestrictionsViewModel:
        return self._restrictions

    @Property(StatusViewModel, constant=True)
    def status(self) -> StatusViewModel:
        return self._status

    @Property(NoticesViewModel, constant=True)
    def notices(self) -> NoticesViewModel:
        return self._notices

    @Property(I18n, constant=True)
    def i18n(self) -> I18n:
        return self._i18n

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
            for part in (
                self._actuators,
                self._diagnostics,
                self._ambient,
                self._sections,
                self._vehicle,
                self._rear,
                self._energy,
                self._tyres,
                self._trips,
                self._maintenance,
                self._warnings,
                self._recorder,
                self._climate,
                self._media,
                self._projection,
                self._phones,
                self._guidance,
                self._calls,
                self._settings,
                self._keys,
                self._restrictions,
                self._status,
                self._notices,
            ):
                part.retranslate()
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


def _silent(_chime: str) -> None:
    """The cluster shows what the head unit says aloud."""
