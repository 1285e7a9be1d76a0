"""The rear view: when it lies over everything, which camera it shows and how true that is, the lines, distances and tones."""

from __future__ import annotations

import logging
import math
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.camera.config import VEHICLES, CameraError, CameraSetup, CameraSpec, load_setup
from ui.camera.geometry import Projection
from ui.camera.guides import Frame, Guides, draw_guides, marks_for
from ui.camera.stream import CameraStream
from ui.camera.watch import Truth
from ui.clients.vehicle import VehicleClient
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.video.stream import VideoStream
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.parking import ParkingViewModel
from ui.viewmodels.paths import Path

__all__ = ["GuideMarkModel", "RearViewModel"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)

REVERSE_VIEW = "Vehicle.Private.ReverseView"
STEERING = "Vehicle.Chassis.SteeringWheel.Angle"
BY_HAND_KPH = 15.0
_HOLD_MS = 10_000


@QmlElement
@QmlUncreatable("a property of RearViewModel")
class GuideMarkModel(RowModel):
    """Distances beside the lines; x and y in pixels of the picture's item."""

    ROLES: ClassVar[tuple[str, ...]] = ("text", "x0", "y0")


@QmlElement
@QmlUncreatable("created in Python and handed to the window's overlay")
class RearViewModel(QObject):
    """It needs the vehicle service and nothing else. Without its word (it died in the middle of backing up) the view stays."""

    shownChanged = Signal()
    canOpenChanged = Signal()
    cameraChanged = Signal()
    truthChanged = Signal()
    guidesChanged = Signal()

    def __init__(self, client: VehicleClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._preferences = preferences
        self._setup = CameraSetup()
        self._sources: dict[str, str] = {}
        self._simulator = ""
        self._profile: str | None = None
        self._camera: CameraSpec | None = None
        self._stream = CameraStream(self)
        self._stream.truthChanged.connect(self.truthChanged)
        self._stream.changed.connect(self._update_guides)
        self._parking = ParkingViewModel(client, preferences, self)
        self._parking.fittedChanged.connect(self._update_shown)
        self._reverse = False
        self._dismissed = False
        self._by_hand = False
        self._can_open = False
        self._shown = False
        self._frame = Frame()
        self._guides = Guides()
        self._marks = GuideMarkModel(self)
        self._holding = QTimer(self)
        self._holding.setSingleShot(True)
        self._holding.setInterval(_HOLD_MS)
        self._holding.timeout.connect(self._give_up)
        client.follow((REVERSE_VIEW,), lambda _paths: self._on_reverse())
        client.follow((STEERING,), lambda _paths: self._update_guides())
        client.follow((Path.SPEED,), lambda _paths: self._on_speed())
        client.state_changed.connect(self._on_service)

    # -- when ----------------------------------------------------------------------------------------------------------

    @Property(bool, notify=shownChanged)
    def shown(self) -> bool:
        """Over everything, also the climate bar."""
        return self._shown

    @Property(bool, notify=shownChanged)
    def backing(self) -> bool:
        """Because of reverse, not by hand."""
        return self._reverse

    @Property(bool, notify=canOpenChanged)
    def canOpen(self) -> bool:
        """There is a camera, and the car is slow enough to look at it (below 15 km/h; unknown is too fast)."""
        return self._can_open

    @Slot()
    def open(self) -> None:
        """Show it by hand."""
        if self._can_open:
            self._by_hand = True
            self._dismissed = False
            self._update_shown()

    @Slot()
    def close(self) -> None:
        """Away with it; the next reverse brings it back."""
        self._by_hand = False
        self._dismissed = self._reverse
        self._update_shown()

    @Slot()
    def toggle(self) -> None:
        """The hard key."""
        if self._shown:
            self.close()
        else:
            self.open()

    @Property(ParkingViewModel, constant=True)
    def parking(self) -> ParkingViewModel:
        return self._parking

    # -- the picture ---------------------------------------------------------------------------------------------------

    @Property(VideoStream, constant=True)
    def stream(self) -> VideoStream:
        return self._stream

    @Property(bool, notify=cameraChanged)
    def mirrored(self) -> bool:
        """The delivered picture is turned round, as in a mirror."""
        return self._camera is not None and self._camera.flip

    @Property(str, notify=cameraChanged)
    def cameraName(self) -> str:
        """Of the camera shown; empty without one."""
        return self._camera_text(self._camera) if self._camera else ""

    @Property(bool, notify=cameraChanged)
    def hasMore(self) -> bool:
        """There is another camera to look through."""
        return len(self._setup.cameras) > 1

    @Property(str, notify=truthChanged)
    def truth(self) -> str:
        """starting, live, lost or black."""
        return self._stream.truth.value

    @Property(bool, notify=truthChanged)
    def live(self) -> bool:
        """What is seen is what the camera sees now."""
        return self._stream.truth is Truth.LIVE

    @Property(str, notify=truthChanged)
    def truthText(self) -> str:
        """A sentence while it is not live, else empty."""
        if self._camera is None:
            return QCoreApplication.translate("RearView", "No camera. Look behind you.")
        match self._stream.truth:
            case Truth.LIVE:
                return ""
            case Truth.STARTING:
                return QCoreApplication.translate("RearView", "Camera starting. Look behind you.")
            case Truth.BLACK:
                return QCoreApplication.translate("RearView", "Nothing but black. Look behind you.")
            case Truth.LOST:
                if self._camera.place == "front":
                    return QCoreApplication.translate("RearView", "Camera lost. Look ahead.")
                return QCoreApplication.translate("RearView", "Camera lost. Look behind you.")

    @Slot()
    def nextCamera(self) -> None:
        """Look through the next one; the list comes round."""
        cameras = self._setup.cameras
        if self._camera in cameras and len(cameras) > 1:
            self._choose(cameras[(cameras.index(self._camera) + 1) % len(cameras)])

    @Slot(QRectF)
    def setPicture(self, rect: QRectF) -> None:
        """Where the picture is drawn; the lines are given in pixels from its upper left corner."""
        frame = Frame(0.0, 0.0, rect.width(), rect.height())
        if frame != self._frame:
            self._frame = frame
            self._update_guides()

    # -- lines ---------------------------------------------------------------------------------------------------------

    @Property(str, notify=guidesChanged)
    def nearPath(self) -> str:
        return self._guides.near

    @Property(str, notify=guidesChanged)
    def middlePath(self) -> str:
        return self._guides.middle

    @Property(str, notify=guidesChanged)
    def farPath(self) -> str:
        return self._guides.far

    @Property(str, notify=guidesChanged)
    def widthPath(self) -> str:
        return self._guides.width

    @Property(GuideMarkModel, constant=True)
    def marks(self) -> GuideMarkModel:
        return self._marks

    @property
    def source(self) -> CameraStream:
        """The stream as what it is: for figures."""
        return self._stream

    # -- for the application -------------------------------------------------------------------------------------------

    def use(self, profile: str = "", sources: dict[str, str] | None = None, simulator: str = "") -> None:
        """Open the cameras of this vehicle profile before its service has spoken. ``sources``: others for the ones named;
        ``simulator``: address of a running camera simulator."""
        self._sources = dict(sources or {})
        self._simulator = simulator
        self._profile = None
        self._load(profile)
        self._parking.warm_up()

    def release(self) -> None:
        """Let go of camera and sound."""
        self._parking.release()
        self._stream.look(False)
        self._stream.release()

    def retranslate(self) -> None:
        """Language or units changed."""
        self.cameraChanged.emit()
        self.truthChanged.emit()
        self._parking.retranslate()
        self._update_guides()

    def _load(self, profile: str) -> None:
        if profile == self._profile:
            return
        self._profile = profile
        try:
            setup = load_setup(profile) if profile else CameraSetup()
        except CameraError as error:
            _log.warning("cameras not known error=%s", error)
            setup = CameraSetup()
        setup = setup.with_sources(self._sources).with_simulator(self._simulator)
        self._setup = setup
        self._choose(setup.cameras[0] if setup.cameras else None)
        self._on_speed()

    def _choose(self, camera: CameraSpec | None) -> None:
        self._camera = camera
        self._stream.use(camera)
        self.cameraChanged.emit()
        self.truthChanged.emit()
        self._update_guides()
        self._update_shown()

    def _camera_text(self, camera: CameraSpec) -> str:
        texts = {
            "rear": QCoreApplication.translate("RearView", "Rear"),
            "front": QCoreApplication.translate("RearView", "Front"),
            "left": QCoreApplication.translate("RearView", "Left"),
            "right": QCoreApplication.translate("RearView", "Right"),
        }
        alike = [other for other in self._setup.cameras if other.place == camera.place]
        number = f" {alike.index(camera) + 1}" if len(alike) > 1 else ""
        return texts[camera.place] + number

    def _on_service(self) -> None:
        # A profile from elsewhere was named to `use` by its path; the service tells its name alone.
        if self._client.ready and (VEHICLES / self._client.profile / "profile.toml").is_file():
            self._load(self._client.profile)

    def _on_reverse(self) -> None:
        backing = self._client.value(REVERSE_VIEW)
        if backing is None:
            # Nobody knows: what is on the screen helps more than its absence. But not for ever.
            if self._reverse and not self._holding.isActive():
                self._holding.start()
            return
        self._holding.stop()
        if backing is not self._reverse:
            self._reverse = backing
            self._dismissed = False
            if backing and self._setup.cameras:
                self._choose(self._setup.cameras[0])
            if not self._update_shown():
                self.shownChanged.emit()
            self.shownChanged.emit()

    def _give_up(self) -> None:
        self._reverse = False
        self._update_shown()

    def _on_speed(self) -> None:
        kph = abs(self._client.number(Path.SPEED, stale=False))
        can_open = kph < BY_HAND_KPH and bool(self._setup.cameras)
        if can_open != self._can_open:
            self._can_open = can_open
            self.canOpenChanged.emit()
        if not can_open and self._by_hand:
            self._by_hand = False
            self._update_shown()

    def _update_shown(self) -> bool:
        """Whether it came or went."""
        there = bool(self._setup.cameras) or self._parking.fitted
        shown = there and ((self._reverse and not self._dismissed) or self._by_hand)
        if shown == self._shown:
            return False
        self._shown = shown
        self._stream.look(shown)
        self._parking.listen(shown)
        if not shown and self._setup.cameras:
            # The rear one is what has to be warm.
            self._choose(self._setup.cameras[0])
        self._update_guides()
        self.shownChanged.emit()
        return True

    def _update_guides(self) -> None:
        guides = Guides()
        if self._shown and self._camera is not None and not self._frame.empty and self._stream.hasPicture:
            projection = Projection(self._camera, self._setup.dimensions, self._frame.width / self._frame.height)
            metres, texts = marks_for(self._preferences.units)
            steering = self._client.number(STEERING, stale=False)
            # Without a steering angle the lines go straight on, which is what the car's width does.
            guides = draw_guides(projection, 0.0 if math.isnan(steering) else steering, self._frame, metres, texts)
        if guides != self._guides:
            self._guides = guides
            rows: list[Row] = [{"text": mark.text, "x0": mark.x, "y0": mark.y} for mark in guides.marks]
            self._marks.update_rows(rows)
            self.guidesChanged.emit()
