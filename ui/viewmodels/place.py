"""One place on the stage: the app that is in it, its picture, or words where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.clients.projection import ProjectionClient
from ui.projector import LIVE, Projector
from ui.qt import Property, QmlUncreatable
from ui.video.stream import VideoStream
from ui.viewmodels.base import words

__all__ = ["PlaceViewModel", "state_text"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

# Encoders round sizes down to whole blocks.
_ENCODER_STEP = 16


@QmlElement
@QmlUncreatable("a property of ProjectionViewModel")
class PlaceViewModel(QObject):
    """Empty (``appId`` is ""), or one app of a phone. Touches on its picture go to that app alone."""

    changed = Signal()

    def __init__(self, client: ProjectionClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._stream = VideoStream(self)
        self.projector = Projector(client, self._stream)
        self._stream.touched.connect(self.projector.touch)
        self._stream.keyed.connect(self.projector.key)
        self._stream.keyFrameNeeded.connect(self.projector.ask_key_frame)
        self._stream.ended.connect(lambda _reason: self.projector.stream_ended())
        self._stream.changed.connect(self.changed.emit)
        self.projector.changed.connect(self.changed.emit)
        client.devices_changed.connect(self.changed.emit)

    @Property(str, notify=changed)
    def appId(self) -> str:
        return self.projector.app

    @Property(str, notify=changed)
    def appName(self) -> str:
        return str(self.projector.facts.get("name", "")) or self._listed_name()

    @Property(str, notify=changed)
    def sessionId(self) -> str:
        return self.projector.session

    @Property(bool, notify=changed)
    def takesText(self) -> bool:
        """The phone takes what is typed in the car."""
        facts = self.projector.facts
        return "text" in facts.get("capabilities", ()) or facts.get("backend") == "scrcpy"

    @Property(bool, notify=changed)
    def rotary(self) -> bool:
        """The phone takes the turns of a knob."""
        return "rotary" in self.projector.facts.get("capabilities", ())

    @Property(str, notify=changed)
    def sessionState(self) -> str:
        return str(self.projector.facts.get("state", "idle"))

    @Property(str, notify=changed)
    def sessionText(self) -> str:
        """What to read where there is no picture; empty when there is one."""
        return self._text()

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """There is a picture."""
        return bool(self.projector.session) and self._stream.hasPicture

    @Property(bool, notify=changed)
    def gated(self) -> bool:
        """Hidden by the driving rules."""
        return bool(self.projector.facts.get("gated", False))

    @Property(bool, notify=changed)
    def resizable(self) -> bool:
        return bool(self.projector.facts.get("resizable", False))

    @Property(bool, notify=changed)
    def waiting(self) -> bool:
        """A picture is wanted and on its way."""
        return bool(self.projector.app) and not self.projector.problem and not self._stream.hasPicture

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """The app could not be shown; sessionText says why."""
        return bool(self.projector.problem)

    @Property(VideoStream, constant=True)
    def stream(self) -> VideoStream:
        """Hand it to a VideoSurface."""
        return self._stream

    @Slot()
    def retry(self) -> None:
        """Try once more what failed."""
        if self.projector.app:
            self.projector.open(self.projector.device, self.projector.app)

    @Slot()
    def closeApp(self) -> None:
        """End it on the phone."""
        self.projector.close()

    @Slot()
    def back(self) -> None:
        """The phone's back key."""
        self.projector.key("back")

    @Slot(str)
    def typeText(self, text: str) -> None:
        """From the car's keyboard."""
        self.projector.type(text)

    @Slot(str)
    def pressKey(self, key: str) -> None:
        """A key that is no letter: enter or delete."""
        self.projector.key(key)

    @Slot(int, int, int)
    def stageSize(self, width: int, height: int, dpi: int) -> None:
        """Device pixels there are for the picture."""
        self.projector.set_stage(width, height, dpi)

    def fits(self) -> bool:
        """Nothing is wanted, or the picture is there and, where the phone can resize it, as large as its place."""
        projector = self.projector
        if not projector.app or projector.problem or self.gated:
            return True
        if not self._stream.hasPicture:
            return False
        coded, stage = self._stream.coded_size, projector.stage
        return not self.resizable or all(abs(a - b) <= _ENCODER_STEP for a, b in zip(coded, stage, strict=True))

    def release(self) -> None:
        """The display ends: let go of the picture."""
        self._stream.detach()

    def _listed_name(self) -> str:
        apps = self._client.apps.get(self.projector.device, ())
        return next((str(facts.get("name", "")) for facts in apps if facts.get("id") == self.projector.app), "")

    def _text(self) -> str:
        projector = self.projector
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
        device = self._client.devices.get(projector.device, {})
        # While it connects the session knows best, then the phone: what somebody has to do stands there.
        text = words(str(facts.get("text", "")))
        if device.get("state") == "connecting":
            return text or words(str(device.get("problem", ""))) or state_text(device)
        if device.get("state") != "ready":
            return state_text(device)
        return text or QCoreApplication.translate("Projection", "Opening {0}…").format(self.appName)


def state_text(device: Mapping[str, Any]) -> str:
    """How a phone stands, in words."""
    match device.get("state"):
        case "ready":
            return QCoreApplication.translate("Projection", "Connected")
        case "connecting":
            return QCoreApplication.translate("Projection", "Connecting…")
        case "unauthorized" if device.get("needs") == "pairing_code":
            return QCoreApplication.translate("Projection", "Pair this phone with the car.")
        case "unauthorized":
            return QCoreApplication.translate("Projection", "Allow this car on the phone's screen.")
        case "lost":
            return QCoreApplication.translate("Projection", "Phone lost. Looking for it.")
        case "offline":
            return QCoreApplication.translate("Projection", "Not in reach")
        case _:
            return QCoreApplication.translate("Projection", "No phone")
