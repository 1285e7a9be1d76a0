"""Phones, their apps, and the places on the stage that show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.projection import ProjectionClient
from ui.clients.setup import SetupClient
from ui.qt import Property, QmlUncreatable
from ui.video.stream import VideoStream
from ui.viewmodels.apps import FAVOURITES, AppModel, app_rows, by_rank, listed
from ui.viewmodels.base import ServiceViewModel, words
from ui.viewmodels.keyboard import KeyboardViewModel
from ui.viewmodels.lists import RowModel
from ui.viewmodels.place import state_text
from ui.viewmodels.restrictions import RestrictionsViewModel
from ui.viewmodels.setup import SetupViewModel
from ui.viewmodels.split import SplitViewModel

__all__ = ["DeviceModel", "ProjectionViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


_RECEIVERS = frozenset({"airplay"})
"""Kinds that are there before any phone is."""


@QmlElement
@QmlUncreatable("a property of ProjectionViewModel")
class DeviceModel(RowModel):
    """Phones; state is offline, connecting, unauthorized, ready or lost."""

    ROLES: ClassVar[tuple[str, ...]] = ("deviceId", "name", "state", "stateText", "battery", "problem", "active")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class ProjectionViewModel(ServiceViewModel):
    """``appView`` is launcher or app; what is said of *the* app is of the first place on the stage."""

    devicesChanged = Signal()
    sessionChanged = Signal()
    findChanged = Signal()
    placeChanged = Signal()

    def __init__(
        self,
        client: ProjectionClient,
        rules: RestrictionsViewModel,
        parent: QObject | None = None,
        *,
        setup: SetupClient | None = None,
    ) -> None:
        super().__init__(client, parent)
        self._rules = rules
        self._projection = client
        self._stage = SplitViewModel(client, self)
        self._main = self._stage.main
        self._setup = SetupViewModel(setup or SetupClient(), self)
        self._keyboard = KeyboardViewModel(self)
        self._projector = self._main.projector
        self._selected = ""
        self._recent: list[str] = []
        self._cut = False
        self._find = ""
        self._guided = False
        self._looked_at = False
        self._told_place = ("", False)
        self._devices = DeviceModel(self)
        self._apps = AppModel(self)
        self._favourites = AppModel(self)
        self._main.changed.connect(self._on_main)
        self._stage.beside.changed.connect(self._update_apps)
        client.devices_changed.connect(self._on_devices)
        client.apps_changed.connect(lambda _device: self._update_apps())
        client.session_changed.connect(lambda _session: self._update_apps())
        rules.changed.connect(self._on_rules)
        client.state_changed.connect(self._tell_place)

    @Property(DeviceModel, constant=True)
    def devices(self) -> DeviceModel:
        return self._devices

    @Property(AppModel, constant=True)
    def apps(self) -> AppModel:
        return self._apps

    @Property(AppModel, constant=True)
    def favourites(self) -> AppModel:
        """A handful: opened last, then what a driver is likely to want."""
        return self._favourites

    @Property(str, notify=devicesChanged)
    def device(self) -> str:
        """Id of the active phone; empty without one."""
        return self._active()

    @Property(str, notify=devicesChanged)
    def deviceName(self) -> str:
        return str(self._facts().get("name", ""))

    @Property(bool, notify=devicesChanged)
    def connected(self) -> bool:
        return self._facts().get("state") == "ready"

    @Property(bool, notify=devicesChanged)
    def appsCut(self) -> bool:
        """The list is shortened, because the car moves."""
        return self._cut

    @Property(str, notify=devicesChanged)
    def deviceText(self) -> str:
        """How the active phone stands, in words; empty when it is ready."""
        facts = self._facts()
        if facts.get("state") == "ready":
            return ""
        return words(str(facts.get("problem", ""))) or state_text(facts)

    @Property(str, notify=devicesChanged)
    def deviceAction(self) -> str:
        """What can be done about a phone that is not ready: connect, settings (it needs something), setup, or empty."""
        if self._set_up_here() or not self._facts():
            return "setup"
        if self.deviceNeeds:
            return "settings"
        return "connect" if self._facts().get("state") in ("offline", "lost") else ""

    @Property(str, notify=sessionChanged)
    def appView(self) -> str:
        """launcher or app."""
        return "app" if self._projector.app else "launcher"

    @Property(str, notify=sessionChanged)
    def sessionId(self) -> str:
        return self._projector.session

    @Property(str, notify=sessionChanged)
    def appId(self) -> str:
        """The app on the stage; empty in the launcher."""
        return self._main.appId

    @Property(str, notify=sessionChanged)
    def appName(self) -> str:
        return self._main.appName

    @Property(str, notify=sessionChanged)
    def sessionState(self) -> str:
        return self._main.sessionState

    @Property(str, notify=sessionChanged)
    def sessionText(self) -> str:
        """What to read where there is no picture; empty when there is one."""
        return self._main.sessionText

    @Property(bool, notify=sessionChanged)
    def active(self) -> bool:
        """A session's picture is on the stage."""
        return self._main.active

    @Property(bool, notify=sessionChanged)
    def gated(self) -> bool:
        """Hidden by the driving rules."""
        return self._main.gated

    @Property(bool, notify=sessionChanged)
    def waiting(self) -> bool:
        """A picture is wanted and on its way."""
        return self._main.waiting

    @Property(bool, notify=sessionChanged)
    def failed(self) -> bool:
        """The app could not be shown; sessionText says why."""
        return self._main.failed

    @Property(VideoStream, constant=True)
    def stream(self) -> VideoStream:
        """Hand it to a VideoSurface."""
        return self._main.stream

    @Property(KeyboardViewModel, constant=True)
    def keyboard(self) -> KeyboardViewModel:
        return self._keyboard

    @Property(SetupViewModel, constant=True)
    def setup(self) -> SetupViewModel:
        return self._setup

    @Property(str, notify=devicesChanged)
    def deviceNeeds(self) -> str:
        """What the active phone waits for: permission, pairing_code, server_file, or empty."""
        return str(self._facts().get("needs", ""))

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        """What the page shows: stage (an app is open), launcher, setup (a phone has to be set up), or away."""
        if self._main.projector.app:
            return "stage"
        if not self._client.ready:
            return "away"
        known = self._active()
        waits = known != self._selected and self._facts().get("kind") in _RECEIVERS
        if self._guided or not known or waits or (self.deviceNeeds and self._set_up_here()):
            return "setup"
        return "launcher" if self.connected else "away"

    @Property(bool, notify=placeChanged)
    def guided(self) -> bool:
        """The set-up was asked for; it can be left again."""
        return self._guided

    @Slot()
    def connectDevice(self) -> None:
        """Reach for the active phone."""
        if device := self._active():
            self._projection.request("Connect", device)

    @Slot(bool)
    def guide(self, wanted: bool) -> None:
        """Show how a phone is set up, though there is one; or no more."""
        if wanted != self._guided:
            self._guided = wanted
            self._tell_place()

    @Property(SplitViewModel, constant=True)
    def stage(self) -> SplitViewModel:
        """The places on the stage."""
        return self._stage

    @Property(str, notify=findChanged)
    def find(self) -> str:
        """What names of apps have to contain to be listed."""
        return self._find

    @Slot(str)
    def setFind(self, text: str) -> None:
        """Only when parked: the rules empty it."""
        if self._rules.keyboard and text != self._find:
            self._find = text
            self.findChanged.emit()
            self._update_apps()

    @Slot(str, bool)
    def setFavourite(self, app: str, marked: bool) -> None:
        if device := self._active():
            self._projection.request("SetFavourite", device, app, marked)

    @Slot(str)
    def openBeside(self, app: str) -> None:
        """Put an app beside the one on the stage; the one that is there already stays where it is."""
        device = self._active()
        if device and self._stage.open_beside(device, app):
            self._remember(app)
            self._update_apps()

    @Slot(str)
    def openApp(self, app: str) -> None:
        device = self._active()
        if not device:
            return
        self._remember(app)
        self._stage.open(device, app)
        self._update_apps()

    @Slot()
    def retry(self) -> None:
        """Try once more what failed."""
        self._main.retry()

    @Slot()
    def closeApp(self) -> None:
        """End it on the phone; the app beside it takes the stage, or the launcher is shown."""
        self._stage.close_first()

    @Slot()
    def showLauncher(self) -> None:
        """Leave all running and show the launcher."""
        self._stage.leave()

    @Slot()
    def speak(self) -> None:
        """Have the assistant of the phone on the stage, or of any that is connected, listen."""
        sessions = self._projection.sessions
        session = self._projector.session or next(iter(sessions), "")
        if session:
            self._projection.request("Key", session, "voice", "click")

    @Slot()
    def back(self) -> None:
        """The phone's back key."""
        self._projector.key("back")

    @Slot(str)
    def selectDevice(self, device: str) -> None:
        if device != self._active():
            self.showLauncher()
        self._selected = device
        self._on_devices()

    @Slot(int, int, int)
    def stageSize(self, width: int, height: int, dpi: int) -> None:
        """Device pixels there are for an app's picture."""
        self._projector.set_stage(width, height, dpi)

    def fits(self) -> bool:
        """Every place on the stage is empty, or its picture is there and as large as the place."""
        return self._stage.fits()

    def release(self) -> None:
        """The display ends: let go of the picture."""
        self._stage.release()

    def set_shown(self, shown: bool) -> None:
        """A page that shows the picture is open."""
        self._looked_at = shown
        self._stage.show(shown)
        self._tell_place()

    def retranslate(self) -> None:
        super().retranslate()
        self._setup.retranslate()
        self._stage.retranslate()
        self._on_devices()
        self.sessionChanged.emit()

    def _remember(self, app: str) -> None:
        self._recent = [app, *(recent for recent in self._recent if recent != app)][:FAVOURITES]

    def _active(self) -> str:
        devices = self._projection.devices
        if self._selected in devices:
            return self._selected
        order = {"ready": 0, "connecting": 1, "unauthorized": 1, "lost": 1}

        def rank(device: str) -> tuple[bool, int, bool, str]:
            facts = devices[device]
            # A receiver that waits for whoever comes is no phone yet.
            waits = facts.get("kind") in _RECEIVERS
            return (waits, order.get(str(facts.get("state")), 2), not facts.get("preferred"), device)

        return min(devices, key=rank, default="")

    def _set_up_here(self) -> bool:
        """The set-up is about phones whose apps are shown one by one."""
        return bool(self._facts().get("kind", "scrcpy") == "scrcpy")

    def _facts(self) -> Mapping[str, Any]:
        return self._projection.devices.get(self._active(), {})

    def _on_devices(self) -> None:
        active = self._active()
        self._devices.update_rows(
            [
                {
                    "deviceId": device,
                    "name": facts.get("name", ""),
                    "state": facts.get("state", "offline"),
                    "stateText": state_text(facts),
                    "battery": int(facts.get("battery", -1)),
                    "problem": words(str(facts.get("problem", ""))),
                    "active": device == active,
                }
                for device, facts in self._projection.devices.items()
            ]
        )
        self._update_apps()
        self.devicesChanged.emit()
        self.sessionChanged.emit()
        self._tell_place()

    def _tell_place(self) -> None:
        place = self.place
        self._setup.watch(self._looked_at and place == "setup")
        if (place, self._guided) != self._told_place:
            self._told_place = (place, self._guided)
            self.placeChanged.emit()

    def _on_main(self) -> None:
        self._update_apps()
        self.sessionChanged.emit()
        self._tell_place()

    def _on_rules(self) -> None:
        if not self._rules.keyboard and self._find:
            self._find = ""
            self.findChanged.emit()
        self._update_apps()

    def _update_apps(self) -> None:
        device = self._active()
        running = {facts.get("app") for facts in self._projection.sessions.values() if facts.get("device") == device}
        apps = self._projection.apps.get(device, ()) if self._facts().get("state") == "ready" else ()
        rows = app_rows(apps, running)
        ranked = by_rank(rows, apps, self._recent)
        self._favourites.update_rows(ranked[:FAVOURITES])
        found = listed(rows, ranked, apps, self._find)
        limit = self._rules.maxListItems
        cut = bool(limit) and len(found) > limit
        self._apps.update_rows(found[:limit] if cut else found)
        if cut != self._cut:
            self._cut = cut
            self.devicesChanged.emit()
