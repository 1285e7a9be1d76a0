"""The recorder: keep the last minute of the car's buses, and play a recording back with the controls of a tape."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from backends.interfaces import ServiceError
from ui.clients.vehicle import VehicleClient
from ui.clock import Clock
from ui.preferences import Preferences
from ui.qt import Property, QmlUncreatable
from ui.viewmodels.base import sentence
from ui.viewmodels.lists import Row, RowModel
from ui.viewmodels.restrictions import RestrictionsViewModel
from ui.viewmodels.units import Units, duration_text

__all__ = ["RecorderViewModel", "RecordingModel", "ReplayMarkModel", "size_text"]

QML_IMPORT_NAME = "Pillion.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_SAID_MS = 6000
# Writing a minute of two full buses takes a moment on a slow card.
_SAVE_S = 30.0
# A jump reads the recording up to there; until then the place asked for is shown.
_JUMP_MS = 3000
_NEAR_S = 2.0


def size_text(units: Units, size: float) -> str:
    """340 kB, 4.2 MB."""
    megabytes = size / 1_000_000
    if megabytes < 1:
        return f"{units.number(max(1.0, size / 1000))} kB"
    return f"{units.number(megabytes, 1 if megabytes < 100 else 0)} MB"


@QmlElement
@QmlUncreatable("a property of RecorderViewModel")
class RecordingModel(RowModel):
    """Newest first."""

    ROLES: ClassVar[tuple[str, ...]] = ("path", "name", "title", "detail", "fresh")


@QmlElement
@QmlUncreatable("a property of RecorderViewModel")
class ReplayMarkModel(RowModel):
    """Marks of the recording that is played; share: 0..1 of its length."""

    ROLES: ClassVar[tuple[str, ...]] = ("seconds", "share", "text")


@QmlElement
@QmlUncreatable("created in Python and handed to pages as a required property")
class RecorderViewModel(QObject):
    """``playing…`` is about the recording that takes the place of the car (`pillion replay`)."""

    changed = Signal()
    replayChanged = Signal()

    def __init__(
        self,
        client: VehicleClient,
        preferences: Preferences,
        clock: Clock,
        restrictions: RestrictionsViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._vehicle = client
        self._preferences = preferences
        self._clock = clock
        self._restrictions = restrictions
        self._saving = False
        self._said = ""
        self._kept: Sequence[Mapping[str, Any]] = ()
        self._fresh = ""
        self._model, self._marks = RecordingModel(self), ReplayMarkModel(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_SAID_MS)
        self._quiet.timeout.connect(lambda: self._say(""))
        self._sought: float | None = None
        self._jump = QTimer(self)
        self._jump.setSingleShot(True)
        self._jump.setInterval(_JUMP_MS)
        self._jump.timeout.connect(self._arrive)
        client.replay_changed.connect(self._on_replay)
        restrictions.changed.connect(self._show)

    # -- recordings -----------------------------------------------------------------------------------------------------

    @Property(RecordingModel, constant=True)
    def recordings(self) -> RecordingModel:
        return self._model

    @Property(bool, notify=changed)
    def saving(self) -> bool:
        return self._saving

    @Property(str, notify=changed)
    def said(self) -> str:
        """What became of the last wish, for a few seconds."""
        return self._said

    @Slot()
    def requestRecordings(self) -> None:
        """Somebody looks at the list."""
        self._vehicle.request("Recordings", done=self._on_recordings, failed=lambda _error: None)

    @Slot(bool)
    def save(self, mask_vin: bool) -> None:
        """Write the last minute to a file; ``mask_vin`` blanks the car's number in it."""
        if self._saving:
            return
        self._saving = True
        self._say("")
        self._vehicle.request("SaveRecording", mask_vin, done=self._on_saved, failed=self._on_failed, timeout_s=_SAVE_S)

    # -- replay ---------------------------------------------------------------------------------------------------------

    @Property(bool, notify=replayChanged)
    def playing(self) -> bool:
        """A recording takes the car's place."""
        return bool(self._vehicle.replay)

    @Property(str, notify=replayChanged)
    def fileName(self) -> str:
        return PurePath(str(self._vehicle.replay.get("file", ""))).name

    @Property(bool, notify=replayChanged)
    def paused(self) -> bool:
        return bool(self._vehicle.replay.get("paused", False))

    @Property(bool, notify=replayChanged)
    def loop(self) -> bool:
        return bool(self._vehicle.replay.get("loop", False))

    @Property(float, notify=replayChanged)
    def speed(self) -> float:
        """A factor; 0 is as fast as it goes."""
        return float(self._vehicle.replay.get("speed", 1.0))

    @Property(float, notify=replayChanged)
    def position(self) -> float:
        """0..1."""
        length = self._length
        return min(1.0, self._position / length) if length > 0 else 0.0

    @Property(str, notify=replayChanged)
    def positionText(self) -> str:
        return duration_text(round(self._position * 1000))

    @Property(str, notify=replayChanged)
    def lengthText(self) -> str:
        """Empty while it is not known."""
        return duration_text(round(self._length * 1000)) if self._length > 0 else ""

    @Property(ReplayMarkModel, constant=True)
    def marks(self) -> ReplayMarkModel:
        return self._marks

    @Slot()
    def playPause(self) -> None:
        self._control("play" if self.paused else "pause", 0.0)

    @Slot(float)
    def seek(self, share: float) -> None:
        """0..1."""
        if math.isfinite(share):
            self._seek(share * self._length)

    @Slot(float)
    def step(self, seconds: float) -> None:
        """Forward or back by so many seconds."""
        self._seek(self._position + seconds)

    @Slot(float)
    def requestSpeed(self, factor: float) -> None:
        self._control("speed", factor)

    @Slot(bool)
    def requestLoop(self, loop: bool) -> None:
        self._control("loop", float(loop))

    @Slot()
    def mark(self) -> None:
        """Put a mark where it is."""
        self._control("mark", self._position)

    @Slot(float)
    def unmark(self, seconds: float) -> None:
        self._control("unmark", seconds)

    def retranslate(self) -> None:
        """The language, the units or the clock changed."""
        self._show()
        self._on_replay()
        self.changed.emit()

    @property
    def _length(self) -> float:
        return float(self._vehicle.replay.get("length_s", 0.0))

    @property
    def _position(self) -> float:
        told = float(self._vehicle.replay.get("position_s", 0.0))
        return told if self._sought is None else self._sought

    def _seek(self, seconds: float) -> None:
        if self._vehicle.replay:
            # While the recording is still being read, nobody knows its end but the service.
            end = self._length if self._vehicle.replay.get("read", True) else math.inf
            self._sought = max(0.0, min(end, seconds))
            self._jump.start()
            self._control("seek", self._sought)
            self.replayChanged.emit()

    def _arrive(self) -> None:
        self._sought = None
        self.replayChanged.emit()

    def _control(self, action: str, value: float) -> None:
        if self._vehicle.replay:
            self._vehicle.request("ControlReplay", action, value, failed=self._on_failed)

    def _on_replay(self) -> None:
        length = self._length
        told = float(self._vehicle.replay.get("position_s", 0.0))
        if self._sought is not None and abs(told - self._sought) < _NEAR_S:
            self._jump.stop()
            self._sought = None
        marks = sorted(float(seconds) for seconds in self._vehicle.replay.get("marks", ()))
        self._marks.update_rows(
            [
                {"seconds": at, "share": at / length if length > 0 else 0.0, "text": duration_text(round(at * 1000))}
                for at in marks
            ]
        )
        self.replayChanged.emit()

    def _on_recordings(self, recordings: Sequence[Mapping[str, Any]]) -> None:
        self._kept = recordings
        self._show()

    def _on_saved(self, path: str) -> None:
        self._saving = False
        self._fresh = path
        self._say(QCoreApplication.translate("Recorder", "The last minute is kept."))
        self.requestRecordings()

    def _on_failed(self, error: ServiceError) -> None:
        self._saving = False
        self._say(sentence(error))

    def _say(self, text: str) -> None:
        self._said = text
        if text:
            self._quiet.start()
        self.changed.emit()

    def _show(self) -> None:
        most = self._restrictions.maxListItems or len(self._kept)
        self._model.update_rows([self._row(entry) for entry in self._kept[:most]])

    def _row(self, entry: Mapping[str, Any]) -> Row:
        units, path = self._preferences.units, str(entry["path"])
        now = self._clock.now()
        then = datetime.fromtimestamp(float(entry["time"]), tz=now.tzinfo)
        seconds = float(entry.get("duration_s", 0.0))
        length = duration_text(round(seconds * 1000)) if seconds > 0 else ""
        return {
            "path": path,
            "name": PurePath(path).name,
            "title": f"{units.short_date(then)}, {units.time(then)}",
            "detail": " · ".join(part for part in (length, size_text(units, float(entry["bytes"]))) if part),
            "fresh": path == self._fresh,
        }
