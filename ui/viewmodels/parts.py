"""What hangs off the shell: a view-model for each noun, made in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from ui.clients import Clients
from ui.clock import Clock
from ui.i18n import I18n
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.sounds import Sounds
from ui.viewmodels.actuators import ActuatorsViewModel
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

__all__ = ["PartsViewModel", "ShellOptions"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ShellOptions:
    """What the command line decided. ``dpi``: of the panel."""

    dpi: float = 160.0
    ui_test: bool = False
    version: Callable[[], str] = str
    window: str = "main"
    """main or cluster. The cluster shows; sounds, cameras and keys belong to the head unit."""


@QmlElement
@QmlUncreatable("the base of ShellViewModel")
class PartsViewModel(QObject):
    """The view-models of everything but the shell itself."""

    def __init__(
        self,
        clients: Clients,
        preferences: Preferences,
        clock: Clock,
        options: ShellOptions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clients, self._preferences = clients, preferences
        self._clock, self._options = clock, options
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

    def retranslate_parts(self) -> None:
        """The language, the units or the driver's side changed: every text may read differently now."""
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


def _silent(_chime: str) -> None:
    """The cluster shows what the head unit says aloud."""
