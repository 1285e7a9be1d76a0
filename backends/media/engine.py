"""The decoder: one QMediaPlayer, which alone says what plays.

QtMultimedia is loaded with the first song, not before: it costs some 27 MiB that a head unit without music need not
pay. Without a sound device the same decoding goes into a QAudioBufferOutput, at the pace of the music: with no output
at all QMediaPlayer's position runs, but it decodes nothing and never says that a song is over (Qt 6.11.2 and before).
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

from backends.media.domain import Status

__all__ = ["Engine", "Event", "sound_is_likely"]

_log = logging.getLogger(__name__)
_EARLY_US = 1_500_000
"""A song that ends this much before its own length was cut off."""


class Event(Enum):
    """What the decoder has to say."""

    CHANGED = "status, length or position"
    ENDED = "the song is over"
    FAILED = "this song does not play"
    DAMAGED = "it plays, but not all of it"


def sound_is_likely() -> bool:
    """Whether there is any sign of a sound device or server.

    Asking Qt costs a failed connection and a warning on a machine without sound, so that it is asked only after this.
    """
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    if os.environ.get("PULSE_SERVER") or any((runtime / name).exists() for name in ("pulse/native", "pipewire-0")):
        return True
    return any(Path("/dev/snd").glob("pcm*p")) if Path("/dev/snd").is_dir() else os.name != "posix"


class Engine:
    """Plays one file at a time. ``tell`` is called with an `Event` and a text; positions in µs, volume 0..1."""

    def __init__(self, tell: Callable[[Event, str], None]) -> None:
        self._tell = tell
        self._loop = asyncio.get_running_loop()
        self._player: Any = None
        self._output: Any = None
        self._qt: Any = None
        self._url: Any = None
        self._song = 0
        self._stopping = False
        self._volume = 1.0
        self._path: Path | None = None
        self._loading = False
        self._damaged = False
        self._anchor_us, self._anchor_time = 0, 0.0
        self.status = Status.STOPPED
        self.silent = False

    @property
    def position_us(self) -> int:
        """Where the song is now."""
        return 0 if self._player is None or self._loading else self._player.position() * 1000

    @property
    def length_us(self) -> int:
        """0 while unknown."""
        return 0 if self._player is None or self._loading else max(0, self._player.duration()) * 1000

    @property
    def path(self) -> Path | None:
        """What was opened last."""
        return self._path

    def open(self, path: Path) -> None:
        """Begin a song; what becomes of it is told. The status stays what it was until then."""
        self._song += 1
        self._load_qt()
        self._choose_output()
        self._path, self._loading, self._damaged, self._stopping = path, True, False, False
        player = self._player
        player.setSource(self._url())  # else the same song again would not be opened anew
        player.setSource(self._url.fromLocalFile(str(path)))
        player.play()

    def play(self) -> None:
        """Go on."""
        if self._player is not None and self._path is not None:
            self._choose_output()
            self._stopping = False
            self._player.play()

    def pause(self) -> None:
        """Hold."""
        if self._player is not None:
            self._player.pause()

    def stop(self) -> None:
        """Stop and go back to the beginning."""
        if self._player is not None:
            self._loading, self._stopping = False, True
            self._player.stop()

    def seek(self, position_us: int) -> None:
        """Go to a position; told once it is there."""
        if self._player is not None:
            self._player.setPosition(position_us // 1000)
            self._anchor()
            self._say(Event.CHANGED)

    def set_volume(self, volume: float) -> None:
        """0 is silence, 1 the file's own loudness; steps in between sound even."""
        self._volume = volume
        if self._output is not None and not self.silent:
            scale = self._qt.QtAudio.VolumeScale
            linear = scale.LinearVolumeScale
            self._output.setVolume(self._qt.QtAudio.convertVolume(volume, scale.LogarithmicVolumeScale, linear))

    def close(self) -> None:
        """Let go of the device and the file."""
        if self._player is not None:
            self._player.blockSignals(True)
            self._player.stop()
            self._player.setSource(self._url())
            self._player.deleteLater()
            self._player = self._output = None
        self.status = Status.STOPPED

    # -- Qt
    # --------------------------------------------------------------------------------------------------------------

    def _load_qt(self) -> None:
        if self._player is not None:
            return
        from PySide6 import QtCore, QtMultimedia

        if "QT_LOGGING_RULES" not in os.environ:
            QtCore.QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        self._qt = QtMultimedia
        self._url = QtCore.QUrl
        self._player = player = QtMultimedia.QMediaPlayer()
        player.playbackStateChanged.connect(self._on_state)
        player.mediaStatusChanged.connect(self._on_media)
        player.errorOccurred.connect(self._on_error)
        player.durationChanged.connect(self._on_duration)

    def _choose_output(self) -> None:
        """Sound if there is a device now, else decode in silence; looked at anew with every song and every play."""
        device = self._qt.QMediaDevices.defaultAudioOutput() if sound_is_likely() else None
        silent = device is None or device.isNull()
        if self._output is not None and silent == self.silent:
            return
        self.silent = silent
        self._player.setAudioOutput(None)
        self._player.setAudioBufferOutput(None)
        if silent:
            self._output = self._qt.QAudioBufferOutput()
            self._player.setAudioBufferOutput(self._output)
        else:
            self._output = self._qt.QAudioOutput()
            self._player.setAudioOutput(self._output)
            self.set_volume(self._volume)
        _log.info("audio output silent=%s", silent)

    def _anchor(self) -> None:
        self._anchor_us, self._anchor_time = self._player.position() * 1000, time.monotonic()

    def _say(self, event: Event, text: str = "") -> None:
        """Tell it from the loop, not from inside Qt's signal; by then it may be about a song of the past."""
        song = self._song
        self._loop.call_soon(lambda: self._tell(event, text) if song == self._song else None)

    def _on_state(self, state: Any) -> None:
        playing = self._qt.QMediaPlayer.PlaybackState
        status = {playing.PlayingState: Status.PLAYING, playing.PausedState: Status.PAUSED}.get(state, Status.STOPPED)
        if status is Status.STOPPED and not self._stopping:
            return  # the song before being put away, or the end, which is told as such
        self._loading = False
        self.status = status
        self._anchor()
        self._say(Event.CHANGED)

    def _on_media(self, status: Any) -> None:
        media = self._qt.QMediaPlayer.MediaStatus
        if status == media.InvalidMedia:
            self._loading = False
            self.status = Status.STOPPED
            self._say(Event.FAILED, self._reason())
        elif status == media.BufferedMedia:
            self._anchor()
            self._say(Event.CHANGED)
        elif status == media.EndOfMedia:
            self._end()

    def _end(self) -> None:
        reached = self._anchor_us + (time.monotonic() - self._anchor_time) * 1e6
        if not self._damaged and reached < self.length_us - _EARLY_US:
            self._say(Event.DAMAGED, "ends early: the file is cut off")
        self.status = Status.STOPPED
        self._say(Event.ENDED)

    def _on_error(self, _error: Any, text: str) -> None:
        _log.info("decoder error file=%s text=%s", self._path.name if self._path else "", text)
        if self.status is not Status.STOPPED and not self._loading and not self._damaged:
            self._damaged = True
            self._say(Event.DAMAGED, "is damaged or cut off")

    def _on_duration(self, _duration_ms: int) -> None:
        if not self._loading:
            self._say(Event.CHANGED)

    def _reason(self) -> str:
        path = self._path
        if path is None or not path.exists():
            return "is gone"
        try:
            return "is empty" if path.stat().st_size == 0 else "is not music that can be read"
        except OSError:
            return "cannot be read"
