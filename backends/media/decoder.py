"""QMediaPlayer in a Qt thread of its own: it alone says what plays.

The thread keeps decoding and its signals away from whoever runs the service's loop, and lets QtMultimedia be loaded
with the first song, not before (some 30 MiB that a unit without music need not pay). Without a sound device the same
decoding goes into a QAudioBufferOutput, at the pace of the music: with no output at all QMediaPlayer's position runs,
but it decodes nothing and never says that a song is over (Qt 6.11).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtMultimedia

from backends.media.domain import Status
from backends.media.sound import sound_is_likely

__all__ = ["Decoder", "Event", "Report"]

_log = logging.getLogger(__name__)
_EARLY_US = 1_500_000
"""A song that ends this much before its own length was cut off."""
_STOP_MS = 3000
_DEVICES_S = 1.0
_PATIENCE_S = 4.0
"""A song on a slow disk may take so long to get going."""
_HOPELESS = {"is gone", "is empty", "cannot be read"}


class Event(Enum):
    """What the decoder has to say."""

    CHANGED = "status, length or position"
    ENDED = "the song is over"
    FAILED = "this song does not play"
    DAMAGED = "it plays, but not all of it"


@dataclass(frozen=True, slots=True)
class Report:
    """What was true at ``time`` (s, monotonic) about the song with this number.

    Positions in µs; length 0 is unknown.
    """

    song: int
    event: Event
    text: str
    status: Status
    position_us: int
    length_us: int
    time: float
    silent: bool


class _Post(QtCore.QObject):
    """Carries calls into the thread it lives in."""

    asked = QtCore.Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._do, QtCore.Qt.ConnectionType.QueuedConnection)

    @QtCore.Slot(object)
    def _do(self, work: Callable[[], None]) -> None:
        work()


class Decoder:
    """Plays one file at a time.

    ``report`` is called in the decoder's thread; methods may be called in any and return at once.
    """

    def __init__(self, report: Callable[[Report], None]) -> None:
        # A Qt thread needs an application object; in the display's process there is one, and its loop runs.
        self._own_application = (
            None if QtCore.QCoreApplication.instance() else QtCore.QCoreApplication(["pillion-media"])
        )
        self._report = report
        self._output: Any = None
        self._volume = 1.0
        self._factor = 1.0
        self._path: Path | None = None
        self._song = 0
        self._status = Status.STOPPED
        self._checked_ms, self._moved_time = 0, 0.0
        self._had_sound = self._lost_sound = self._asked_qt = False
        self._silent = self._loading = self._damaged = self._stopping = False
        self._anchor_us, self._anchor_time = 0, 0.0
        self._thread = QtCore.QThread()
        self._thread.setObjectName("media-decoder")
        self._post = _Post()
        self._post.moveToThread(self._thread)
        self._thread.start()
        self._post.asked.emit(self._begin)

    # -- from any thread ---------------------------------------------------------------------------------------------

    def open(self, song: int, path: Path) -> None:
        """Begin a song; what becomes of it is reported under this number."""
        self._pump()
        self._post.asked.emit(lambda: self._open(song, path))

    def play(self) -> None:
        """Go on."""
        self._post.asked.emit(self._play)

    def pause(self) -> None:
        """Hold."""
        self._post.asked.emit(lambda: self._player.pause())

    def stop(self) -> None:
        """Stop and go back to the beginning."""
        self._post.asked.emit(self._stop)

    def seek(self, position_us: int) -> None:
        """Go to a position."""
        self._post.asked.emit(lambda: self._seek(position_us))

    def set_volume(self, volume: float) -> None:
        """0 is silence, 1 the file's own loudness; steps in between sound even."""
        self._post.asked.emit(lambda: self._set_volume(volume))

    def soften(self, factor: float) -> None:
        """Play at this much (0..1) of the volume."""
        self._post.asked.emit(lambda: self._soften(factor))

    def ask(self) -> None:
        """Look after the song and report what is true now; one that has not moved for 4 s has failed."""
        self._pump()
        self._post.asked.emit(self._check)

    def close(self) -> None:
        """Let go of the device and the file; blocks until the thread has ended, 3 s at most."""
        self._post.asked.emit(self._end_thread)
        if not self._thread.wait(_STOP_MS):
            _log.error("decoder thread does not end")

    def _pump(self) -> None:
        """Nobody else delivers Qt's news of sound devices to the thread the application object lives in."""
        if self._own_application is not None:
            self._own_application.processEvents()

    # -- in the decoder's thread -------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._player = player = QtMultimedia.QMediaPlayer()
        player.playbackStateChanged.connect(self._on_state)
        player.mediaStatusChanged.connect(self._on_media)
        player.errorOccurred.connect(self._on_error)
        player.durationChanged.connect(lambda _ms: None if self._loading else self._say(Event.CHANGED))

    def _end_thread(self) -> None:
        self._player.blockSignals(True)
        self._player.stop()
        self._player.setSource(QtCore.QUrl())
        # Both must end in the thread they live in, while it still runs.
        del self._player
        self._output = None
        self._thread.quit()

    def _check(self) -> None:
        now, position = time.monotonic(), self._player.position()
        if position != self._checked_ms:
            self._checked_ms, self._moved_time = position, now
        if self._status is Status.PLAYING:
            self._choose_output()
        if (self._loading or self._status is Status.PLAYING) and now - self._moved_time > _PATIENCE_S:
            self._fail("does not go on")
        elif not self._loading:
            self._say(Event.CHANGED)

    def _open(self, song: int, path: Path) -> None:
        self._choose_output()
        self._song, self._path = song, path
        self._checked_ms, self._moved_time = 0, time.monotonic()
        self._loading, self._damaged, self._stopping = True, False, False
        self._anchor_us, self._anchor_time = 0, time.monotonic()
        self._player.setSource(QtCore.QUrl())  # else the same song again would not be opened anew
        reason = self._reason()
        if reason in _HOPELESS:
            self._fail(reason)  # Qt would take some of these for music and wait for more
            return
        self._player.setSource(QtCore.QUrl.fromLocalFile(str(path)))
        self._player.play()

    def _play(self) -> None:
        self._choose_output()
        self._stopping, self._moved_time = False, time.monotonic()
        self._player.play()

    def _stop(self) -> None:
        self._loading, self._stopping = False, True
        self._player.stop()
        self._status = Status.STOPPED
        self._say(Event.CHANGED)

    def _seek(self, position_us: int) -> None:
        self._player.setPosition(position_us // 1000)
        self._anchor_us, self._anchor_time = position_us, time.monotonic()
        self._say(Event.CHANGED, position_us=position_us)

    def _set_volume(self, volume: float) -> None:
        self._volume = volume
        if isinstance(self._output, QtMultimedia.QAudioOutput):
            scale = QtMultimedia.QtAudio.VolumeScale
            linear = QtMultimedia.QtAudio.convertVolume(volume, scale.LogarithmicVolumeScale, scale.LinearVolumeScale)
            self._output.setVolume(linear * self._factor)

    def _soften(self, factor: float) -> None:
        self._factor = factor
        self._set_volume(self._volume)

    def _choose_output(self) -> None:
        """Sound if there is a device now, else decode in silence; looked at with every song, and while one plays."""
        silent = not self._is_sound()
        if self._output is not None and silent == self._silent:
            return
        self._silent = silent
        if silent:
            self._output = QtMultimedia.QAudioBufferOutput()
            self._player.setAudioOutput(None)  # type: ignore[arg-type]  # the stubs do not know that None is allowed
            self._player.setAudioBufferOutput(self._output)
        else:
            self._output = QtMultimedia.QAudioOutput()
            self._player.setAudioBufferOutput(None)  # type: ignore[arg-type]
            self._player.setAudioOutput(self._output)
            self._set_volume(self._volume)
        self._moved_time = time.monotonic()
        _log.info("audio output silent=%s", silent)

    def _is_sound(self) -> bool:
        # Qt 6.11 tries once to find a lost PulseAudio server again, 3 s later; after that it lists devices that are not
        # there any more, and only another process would hear anything.
        there = sound_is_likely()
        self._lost_sound = self._lost_sound or (self._had_sound and not there)
        found = there and not self._lost_sound and self._device_shows()
        self._had_sound = self._had_sound or found
        return found

    def _device_shows(self) -> bool:
        """Qt begins to look for devices when it is first asked: wait a little, or every first song would begin in silence."""
        deadline = time.monotonic() + (0 if self._asked_qt else _DEVICES_S)
        self._asked_qt = True
        while (nothing := QtMultimedia.QMediaDevices.defaultAudioOutput().isNull()) and time.monotonic() < deadline:
            time.sleep(0.01)
        return not nothing

    def _anchor(self) -> None:
        self._anchor_us, self._anchor_time = self._player.position() * 1000, time.monotonic()

    def _say(self, event: Event, text: str = "", position_us: int | None = None) -> None:
        known = not self._loading
        self._report(
            Report(
                self._song,
                event,
                text,
                self._status,
                (self._player.position() * 1000 if known else 0) if position_us is None else position_us,
                max(0, self._player.duration()) * 1000 if known else 0,
                time.monotonic(),
                self._silent,
            )
        )

    def _on_state(self, state: QtMultimedia.QMediaPlayer.PlaybackState) -> None:
        playing = QtMultimedia.QMediaPlayer.PlaybackState
        status = {playing.PlayingState: Status.PLAYING, playing.PausedState: Status.PAUSED}.get(state, Status.STOPPED)
        if status is Status.STOPPED and not self._stopping:
            return  # the song before being put away, or the end, which is told as such
        if self._player.source().isEmpty():
            return  # given up already
        self._loading = False
        self._status = status
        self._anchor()
        self._say(Event.CHANGED)

    def _on_media(self, status: QtMultimedia.QMediaPlayer.MediaStatus) -> None:
        media = QtMultimedia.QMediaPlayer.MediaStatus
        nothing_to_hear = status == media.LoadedMedia and self._loading and not self._player.hasAudio()
        if status == media.InvalidMedia or nothing_to_hear:
            self._fail(self._reason())
        elif status == media.BufferedMedia:
            self._anchor()
            self._say(Event.CHANGED)
        elif status == media.EndOfMedia and self._status is not Status.STOPPED:
            self._end()

    def _fail(self, reason: str) -> None:
        self._loading = False
        self._status = Status.STOPPED
        self._say(Event.FAILED, reason)
        # A file in which Qt found nothing to play would "play" without end.
        self._player.setSource(QtCore.QUrl())

    def _end(self) -> None:
        reached = self._anchor_us + (time.monotonic() - self._anchor_time) * 1e6
        if not self._damaged and reached < self._player.duration() * 1000 - _EARLY_US:
            self._say(Event.DAMAGED, "ends early: the file is cut off")
        self._status = Status.STOPPED
        self._say(Event.ENDED)

    def _on_error(self, _error: object, text: str) -> None:
        _log.info("decoder error file=%s text=%s", self._path.name if self._path else "", text)
        if self._status is not Status.STOPPED and not self._loading and not self._damaged:
            self._damaged = True
            self._say(Event.DAMAGED, "is damaged or cut off")

    def _reason(self) -> str:
        path = self._path
        if path is None or not path.exists():
            return "is gone"
        try:
            return "is empty" if path.stat().st_size == 0 else "is not music that can be read"
        except OSError:
            return "cannot be read"
