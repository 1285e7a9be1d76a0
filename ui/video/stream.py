"""A projected session's picture as the display holds it: attach a descriptor, take pictures, send touch."""

from __future__ import annotations

import os
from collections import deque

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from ui.qt import Property, QmlUncreatable
from ui.video.decoder import Decoder, Picture

__all__ = ["VideoStream"]

QML_IMPORT_NAME = "Pillion.Video"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the projection view-model")
class VideoStream(QObject):
    """Between the decoder's thread and one `VideoSurface`; lives on the display's thread.

    ``touched`` carries points as the service takes them: (pointer, phase, x, y, pressure), x and y 0..1 in the picture.
    ``keyed`` carries logical keys (ok, back, up …) that were pressed while the picture had the focus.
    ``resized`` tells the surface's size in device pixels; ``keyFrameNeeded`` that a frame could not be decoded.
    """

    changed = Signal()
    pictureReady = Signal()
    ended = Signal(str)
    touched = Signal(list)
    keyed = Signal(str)
    resized = Signal(int, int)
    keyFrameNeeded = Signal()
    _decoded = Signal()
    _refused = Signal()
    _finished = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder: Decoder | None = None
        self._image: QImage | None = None
        self._held: deque[Picture] = deque(maxlen=2)  # QImage does not own its pixels; the painter may lag by one
        self._target = (0, 0)
        self._last: Picture | None = None
        self.received = 0
        # Emitted from the decoder's thread: Qt queues it to ours.
        self._decoded.connect(self._on_decoded)
        self._refused.connect(self._on_refused)
        self._finished.connect(self._on_finished)

    @Property(bool, notify=changed)
    def hasPicture(self) -> bool:
        """There is something to show."""
        return self._image is not None

    @property
    def image(self) -> QImage | None:
        """The newest picture, at the size asked for by `set_target`."""
        return self._image

    @property
    def last_picture(self) -> Picture | None:
        """Times of the newest picture."""
        return self._last

    @property
    def dropped(self) -> int:
        """In this attachment: pictures replaced by a newer one before they were shown, and gaps that the service left."""
        return self._decoder.dropped + self._decoder.gaps if self._decoder else 0

    @property
    def coded_size(self) -> tuple[int, int]:
        """Size of the phone's display in pixels."""
        return self._decoder.coded_size if self._decoder else (0, 0)

    @property
    def way(self) -> str:
        """What decodes the pictures; see `Decoder.way`."""
        return self._decoder.way if self._decoder else ""

    def attach(self, fd: int) -> None:
        """Show the stream behind a descriptor, which is ours from now on; the last picture stays until the first new one."""
        self._stop()
        token: list[Decoder] = []

        def finished(reason: str) -> None:
            self._finished.emit(token, reason)

        decoder = Decoder(os.dup(fd), self._decoded.emit, self._refused.emit, finished)
        os.close(fd)
        token.append(decoder)
        decoder.target = self._target
        self._decoder = decoder

    def detach(self) -> None:
        """Let go of the stream and its picture."""
        self._stop()
        self._image, self._last = None, None
        self._held.clear()
        self.changed.emit()
        self.pictureReady.emit()

    def set_target(self, width: int, height: int) -> None:
        """Device pixels the picture will be drawn at."""
        self._target = (width, height)
        if self._decoder:
            self._decoder.target = self._target

    def _stop(self) -> None:
        decoder, self._decoder = self._decoder, None
        if decoder:
            decoder.close()

    def _on_decoded(self) -> None:
        picture = self._decoder.take() if self._decoder else None
        if picture is None:
            return
        first = self._image is None
        self._held.append(picture)
        self._last = picture
        self.received += 1
        self._image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        if first:
            self.changed.emit()
        self.pictureReady.emit()

    def _on_refused(self) -> None:
        self.keyFrameNeeded.emit()

    def _on_finished(self, token: list[Decoder], reason: str) -> None:
        if token and token[0] is self._decoder:
            self._stop()
            self.ended.emit(reason)
