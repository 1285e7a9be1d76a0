"""Phones, their apps, and the one on the stage."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.projection import ProjectionClient
from ui.projector import LIVE, Projector
from ui.qt import Property, QmlUncreatable
from ui.video.stream import VideoStream
from ui.viewmodels.base import ServiceViewModel, words
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.restrictions import RestrictionsViewModel

__all__ = ["AppModel", "DeviceModel", "ProjectionViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_ICONS = {"navigation": "navigation", "audio": "music-2", "video": "video", "message": "message-circle"}
_CATEGORY_ORDER = ("navigation", "audio", "message", "other", "video")
_FAVOURITES = 4
# Encoders round sizes down to whole blocks.
_ENCODER_STEP = 16


@QmlElement
@QmlUncreatable("a property of ProjectionViewModel")
class DeviceModel(RowModel):
    """Phones; state is offline, connecting, unauthorized, ready or lost."""

    ROLES: ClassVar[tuple[str, ...]] = ("deviceId", "name", "state", "stateText", "battery", "problem", "active")


@QmlElement
@QmlUncreatable("a property of ProjectionViewModel")
class AppModel(RowModel):
    """Apps of the active phone; ``iconName`` is one of assets/icons, ``seed`` a hue 0..359 that stays with an app."""

    ROLES: ClassVar[tuple[str, ...]] = ("appId", "name", "category", "iconName", "seed", "running")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class ProjectionViewModel(ServiceViewModel):
    """``appView`` is launcher or app. Words stand where a picture cannot."""

    devicesChanged = Signal()
    sessionChanged = Signal()
    recentChanged = Signal()

    def __init__(self, client: ProjectionClient, rules: RestrictionsViewModel, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self._rules = rules
        self._projection = client
        self._stream = VideoStream(self)
        self._projector = Projector(client, self._stream)
        self._selected = ""
        self._recent: list[str] = []
        self._cut = False
        self._devices = DeviceModel(self)
        self._apps = AppModel(self)
        self._favourites = AppModel(self)
        self._stream.touched.connect(self._projector.touch)
        self._stream.keyFrameNeeded.connect(self._projector.ask_key_frame)
        self._stream.ended.connect(lambda _reason: self._projector.stream_ended())
        self._stream.changed.connect(self.sessionChanged.emit)
        client.devices_changed.connect(self._on_devices)
        client.apps_changed.connect(lambda _device: self._update_apps())
        client.session_changed.connect(lambda _session: self._update_apps())
        self._projector.changed.connect(self._on_projector)
        rules.changed.connect(self._update_apps)

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
        return "" if facts.get("state") == "ready" else _state_text(facts)

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
        return self._projector.app

    @Property(str, notify=sessionChanged)
    def appName(self) -> str:
        return str(self._projector.facts.get("name", "")) or self._app_name(self._projector.app)

    @Property(str, notify=sessionChanged)
    def sessionState(self) -> str:
        return str(self._projector.facts.get("state", "idle"))

    @Property(str, notify=sessionChanged)
    def sessionText(self) -> str:
        """What to read where there is no picture; empty when there is one."""
        return self._session_text()

    @Property(bool, notify=sessionChanged)
    def active(self) -> bool:
        """A session's picture is on the stage."""
        return bool(self._projector.session) and self._stream.hasPicture

    @Property(bool, notify=sessionChanged)
    def gated(self) -> bool:
        """Hidden by the driving rules."""
        return bool(self._projector.facts.get("gated", False))

    @Property(bool, notify=sessionChanged)
    def resizable(self) -> bool:
        return bool(self._projector.facts.get("resizable", False))

    @Property(bool, notify=sessionChanged)
    def waiting(self) -> bool:
        """A picture is wanted and on its way."""
        return bool(self._projector.app) and not self._projector.problem and not self._stream.hasPicture

    @Property(bool, notify=sessionChanged)
    def failed(self) -> bool:
        """The app could not be shown; sessionText says why."""
        return bool(self._projector.problem)

    @Property(str, notify=recentChanged)
    def recentApp(self) -> str:
        """Id of the app opened last; empty when there was none."""
        return self._recent[0] if self._recent else ""

    @Property(VideoStream, constant=True)
    def stream(self) -> VideoStream:
        """Hand it to a VideoSurface."""
        return self._stream

    @Slot(str)
    def openApp(self, app: str) -> None:
        device = self._active()
        if not device:
            return
        self._recent = [app, *(recent for recent in self._recent if recent != app)][:_FAVOURITES]
        self.recentChanged.emit()
        self._projector.open(device, app)
        self._update_apps()

    @Slot()
    def retry(self) -> None:
        """Try once more what failed."""
        if self._projector.app:
            self._projector.open(self._projector.device, self._projector.app)

    @Slot()
    def closeApp(self) -> None:
        """End it on the phone and show the launcher."""
        self._projector.close()

    @Slot()
    def showLauncher(self) -> None:
        """Leave it running and show the launcher."""
        self._projector.leave()

    @Slot()
    def home(self) -> None:
        """The phone's home key."""
        self._projector.key("home")

    @Slot()
    def back(self) -> None:
        """The phone's back key."""
        self._projector.key("back")

    @Slot(str)
    def selectDevice(self, device: str) -> None:
        if device != self._active():
            self._projector.leave()
        self._selected = device
        self._on_devices()

    @Slot(str)
    def addDevice(self, address: str) -> None:
        """host:port of a phone that listens."""
        self._projection.request("AddDevice", address.strip())

    @Slot(str)
    def removeDevice(self, device: str) -> None:
        self._projection.request("RemoveDevice", device)

    @Slot(int, int, int)
    def stageSize(self, width: int, height: int, dpi: int) -> None:
        """Device pixels there are for an app's picture."""
        self._projector.set_stage(width, height, dpi)

    def fits(self) -> bool:
        """Nothing is wanted, or the picture is there and, where the phone can resize it, as large as the stage."""
        projector = self._projector
        if not projector.app or projector.problem or self.gated:
            return True
        if not self._stream.hasPicture:
            return False
        coded, stage = self._stream.coded_size, projector.stage
        return not self.resizable or all(abs(a - b) <= _ENCODER_STEP for a, b in zip(coded, stage, strict=True))

    def release(self) -> None:
        """The display ends: let go of the picture."""
        self._stream.detach()

    def set_shown(self, shown: bool) -> None:
        """A page that shows the picture is open."""
        self._projector.show(shown)

    def retranslate(self) -> None:
        super().retranslate()
        self._on_devices()
        self.sessionChanged.emit()

    def _active(self) -> str:
        devices = self._projection.devices
        if self._selected in devices:
            return self._selected
        order = {"ready": 0, "connecting": 1, "unauthorized": 1, "lost": 1}
        return min(devices, key=lambda device: (order.get(str(devices[device].get("state")), 2), device), default="")

    def _facts(self) -> Mapping[str, Any]:
        return self._projection.devices.get(self._active(), {})

    def _app_name(self, app: str) -> str:
        apps = self._projection.apps.get(self._projector.device, ())
        return next((str(facts.get("name", "")) for facts in apps if facts.get("id") == app), "")

    def _session_text(self) -> str:
        projector = self._projector
        if not projector.app:
            return ""
        if projector.problem:
            return words(projector.problem)
        facts = projector.facts
        if facts.get("gated"):
            return words(str(facts.get("text", ""))) or QCoreApplication.translate(
                "Projection", "Not shown while driving."
            )
        if self._stream.hasPicture and facts.get("state") in LIVE:
            return ""
        if self._facts().get("state") != "ready":
            return _state_text(self._facts())
        text = words(str(facts.get("text", "")))
        return text or QCoreApplication.translate("Projection", "Opening {0}…").format(self.appName)

    def _on_devices(self) -> None:
        active = self._active()
        self._devices.update_rows(
            [
                {
                    "deviceId": device,
                    "name": facts.get("name", ""),
                    "state": facts.get("state", "offline"),
                    "stateText": _state_text(facts),
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

    def _on_projector(self) -> None:
        self._update_apps()
        self.sessionChanged.emit()

    def _update_apps(self) -> None:
        device = self._active()
        running = {facts.get("app") for facts in self._projection.sessions.values() if facts.get("device") == device}
        apps = self._projection.apps.get(device, ()) if self._facts().get("state") == "ready" else ()
        rows = [_app_row(app, app.get("id") in running) for app in apps]
        limit = self._rules.maxListItems
        cut = bool(limit) and len(rows) > limit
        self._apps.update_rows(rows[:limit] if cut else rows)
        if cut != self._cut:
            self._cut = cut
            self.devicesChanged.emit()

        def rank(row: Row) -> tuple[int, int]:
            app, category = row["appId"], str(row["category"])
            recent = self._recent.index(str(app)) if app in self._recent else _FAVOURITES
            return (recent, _CATEGORY_ORDER.index(category) if category in _CATEGORY_ORDER else 3)

        self._favourites.update_rows(sorted(rows, key=rank)[:_FAVOURITES])


def _app_row(app: Mapping[str, Any], running: bool) -> Row:
    category = str(app.get("category", "other"))
    return {
        "appId": app.get("id", ""),
        "name": app.get("name", ""),
        "category": category,
        "iconName": _ICONS.get(category, "app-window"),
        "seed": zlib.crc32(str(app.get("id", "")).encode()) % 360,
        "running": running,
    }


def _state_text(device: Mapping[str, Any]) -> str:
    match device.get("state"):
        case "ready":
            return QCoreApplication.translate("Projection", "Connected")
        case "connecting":
            return QCoreApplication.translate("Projection", "Connecting…")
        case "unauthorized":
            return QCoreApplication.translate("Projection", "Allow this car on the phone's screen.")
        case "lost":
            return QCoreApplication.translate("Projection", "Phone lost. Looking for it.")
        case "offline":
            return QCoreApplication.translate("Projection", "Not in reach")
        case _:
            return QCoreApplication.translate("Projection", "No phone")
