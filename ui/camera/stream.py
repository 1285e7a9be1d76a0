"""A camera's picture as the display holds it, and whether it may be called live."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from ui.camera.config import CameraSpec
from ui.camera.feed import Feed, Shot, now_s
from ui.camera.watch import Truth, Watch
from ui.video.stream import VideoStream

__all__ = ["CameraStream"]

_WATCH_MS = 40


class CameraStream(VideoStream):
    """Between a feed's thread and one `VideoSurface`; lives on the display's thread. One camera at a time, kept warm."""

    truthChanged = Signal()
    _shot = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed: Feed | None = None
        self._watch = Watch()
        self._truth = Truth.STARTING
        self._looking = False
        self._shots: deque[Shot] = deque(maxlen=2)  # QImage does not own its pixels; the painter may lag by one
        self._timer = QTimer(self)
        self._timer.setInterval(_WATCH_MS)
        self._timer.timeout.connect(self._on_timer)
        self._shot.connect(self._on_shot)

    @property
    def truth(self) -> Truth:
        """What may be said of the picture now."""
        return self._truth

    @property
    def coded_size(self) -> tuple[int, int]:
        return self._feed.size if self._feed else (0, 0)

    @property
    def feed(self) -> Feed | None:
        """For figures."""
        return self._feed

    def use(self, camera: CameraSpec | None) -> None:
        """Read this camera from now on; the one before is let go, and its picture with it."""
        if self._feed is not None and self._feed.camera == camera:
            return
        feed, self._feed = self._feed, None
        if feed:
            # Not waited for: a camera that cannot be reached would hold up the picture of the one that can.
            feed.end()
        self._forget()
        if camera is None:
            self._judge()
            return
        self._watch = Watch(camera.stale_ms / 1000, camera.repeats_ms / 1000)
        self._feed = Feed(camera, self._shot.emit)
        self._feed.target = self._target
        if self._looking:
            self._begin()

    def look(self, looking: bool) -> None:
        """Somebody looks, or nobody does. An old picture is never what is seen first."""
        if looking == self._looking:
            return
        self._looking = looking
        if looking:
            self._begin()
            return
        self._timer.stop()
        if self._feed:
            self._feed.want(False)
        self._forget()

    def release(self) -> None:
        """Let go of the camera."""
        self._timer.stop()
        feed, self._feed = self._feed, None
        if feed:
            feed.close()
        self._forget()

    def set_target(self, width: int, height: int) -> None:
        self._target = (width, height)
        if self._feed:
            self._feed.target = self._target

    def _begin(self) -> None:
        self._watch.begin(now_s())
        self._timer.start()
        if self._feed:
            self._feed.want(True)
        self._judge()

    def _forget(self) -> None:
        had = self._image is not None
        self._image, self._last = None, None
        self._shots.clear()
        if had:
            self.changed.emit()
            self.pictureReady.emit()

    def _on_shot(self) -> None:
        shot = self._feed.take() if self._feed and self._looking else None
        if shot is None:
            return
        picture = shot.picture
        self._shots.append(shot)
        self._last = picture
        self.received += 1
        first = self._image is None
        self._watch.frame(picture.sent_ns / 1e9, shot.content, shot.black)
        self._image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        if first:
            self.changed.emit()
        self._judge()
        self.pictureReady.emit()

    def _on_timer(self) -> None:
        # A display that was busy may have news waiting: an age is judged only after them.
        self._on_shot()
        self._judge()

    def _judge(self) -> None:
        truth = self._watch.truth(now_s()) if self._feed else Truth.LOST
        if truth is not self._truth:
            self._truth = truth
            self.truthChanged.emit()
