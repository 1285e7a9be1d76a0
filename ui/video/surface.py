"""The item that shows a projected picture and takes touch for it.

Painted through an image node, which the software renderer and the hardware one both have (`VideoOutput` paints nothing in the
software renderer). Touch is mapped through the rectangle that was actually drawn.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QSGImageNode, QSGNode, QSGTexture

from ui.qt import Property
from ui.video.decoder import Picture
from ui.video.stream import VideoStream

__all__ = ["VideoSurface", "contained"]

QML_IMPORT_NAME = "Pillion.Video"
QML_IMPORT_MAJOR_VERSION = 1

_DOWN, _MOVE, _UP, _CANCEL = 0, 1, 2, 3
_MOUSE_POINTER = 0
_TURNS = ("rotary_right", "rotary_left")
_PHASES = {
    QEventPoint.State.Pressed: _DOWN,
    QEventPoint.State.Updated: _MOVE,
    QEventPoint.State.Released: _UP,
}


def contained(picture: QSize, width: float, height: float, *, fill: bool = False) -> QRectF:
    """The largest rectangle of the picture's shape inside width × height, or with ``fill`` the smallest around it; centred,
    on whole pixels."""
    if picture.isEmpty() or width <= 0 or height <= 0:
        return QRectF()
    scales = width / picture.width(), height / picture.height()
    scale = max(scales) if fill else min(scales)
    size = QPointF(round(picture.width() * scale), round(picture.height() * scale))
    return QRectF((width - size.x()) // 2, (height - size.y()) // 2, size.x(), size.y())


@cache
def _keys() -> dict[int, str]:
    from PySide6.QtCore import Qt

    key = Qt.Key
    return {
        int(qt): word
        for qt, word in (
            (key.Key_Select, "ok"), (key.Key_Return, "ok"), (key.Key_Enter, "ok"),
            (key.Key_Escape, "back"), (key.Key_Back, "back"),
            (key.Key_Up, "up"), (key.Key_Down, "down"), (key.Key_Left, "left"), (key.Key_Right, "right"),
            (key.Key_Tab, "rotary_right"), (key.Key_Backtab, "rotary_left"),
        )
    }  # fmt: skip


@QmlElement
class VideoSurface(QQuickItem):
    """Shows a `VideoStream`; gives it nothing but touch and its size."""

    streamChanged = Signal()
    contentChanged = Signal()
    interactiveChanged = Signal()
    fillChanged = Signal()
    sizingChanged = Signal()
    mirroredChanged = Signal()
    rotaryChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._stream: VideoStream | None = None
        self._interactive = True
        self._fill = False
        self._sizing = True
        self._mirrored = False
        self._rotary = False
        self._content = QRectF()
        self._pressed: set[int] = set()
        self._fresh = False
        self.painted: Picture | None = None
        """The picture that the last frame was made with: what a bench has to know."""
        self.setFlag(QQuickItem.Flag.ItemHasContents, True)
        if parent is not None:  # made in Python: nobody will call componentComplete
            self._accept(taken=True)

    def componentComplete(self) -> None:
        super().componentComplete()
        if self._interactive:
            self._accept(taken=True)

    def _accept(self, *, taken: bool) -> None:
        # The first touch of the Qt namespace makes all its enums, a tenth of the start: a preview does without.
        from PySide6.QtCore import Qt

        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton if taken else Qt.MouseButton.NoButton)
        self.setAcceptTouchEvents(taken)

    @Property(VideoStream, notify=streamChanged)
    def stream(self) -> VideoStream | None:
        """What to show."""
        return self._stream

    @stream.setter  # type: ignore[no-redef]  # mypy knows only the builtin form
    def stream(self, stream: VideoStream | None) -> None:
        if stream is self._stream:
            return
        if self._stream:
            self._stream.pictureReady.disconnect(self._on_picture)
        self._stream = stream
        if stream:
            stream.pictureReady.connect(self._on_picture)
        self.streamChanged.emit()
        self._on_picture()
        self._tell_size()

    @Property(bool, notify=interactiveChanged)
    def interactive(self) -> bool:
        """Takes touch; a preview does not."""
        return self._interactive

    @interactive.setter  # type: ignore[no-redef]  # mypy knows only the builtin form
    def interactive(self, interactive: bool) -> None:
        if interactive == self._interactive:
            return
        self._interactive = interactive
        self.interactiveChanged.emit()
        if self.isComponentComplete():
            self._accept(taken=interactive)

    @Property(bool, notify=fillChanged)
    def fill(self) -> bool:
        """The picture runs to every edge and may be cropped, instead of being shown whole."""
        return self._fill

    @fill.setter  # type: ignore[no-redef]  # as above
    def fill(self, fill: bool) -> None:
        if fill != self._fill:
            self._fill = fill
            self.setClip(fill)
            self.fillChanged.emit()
            self._place()
            self.update()

    @Property(bool, notify=sizingChanged)
    def sizing(self) -> bool:
        """Tells the phone its size; of several surfaces on one stream, the one in front does."""
        return self._sizing

    @sizing.setter  # type: ignore[no-redef]  # as above
    def sizing(self, sizing: bool) -> None:
        if sizing != self._sizing:
            self._sizing = sizing
            self.sizingChanged.emit()
            self._place(claim=True)
            self._tell_size()

    @Property(bool, notify=mirroredChanged)
    def mirrored(self) -> bool:
        """Left and right changed places, as in a mirror."""
        return self._mirrored

    @mirrored.setter  # type: ignore[no-redef]  # as above
    def mirrored(self, mirrored: bool) -> None:
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self._fresh = True
            self.mirroredChanged.emit()
            self.update()

    @Property(bool, notify=rotaryChanged)
    def rotary(self) -> bool:
        """The phone takes a knob's turns; without it a turn goes on to the next control of the car."""
        return self._rotary

    @rotary.setter  # type: ignore[no-redef]  # as above
    def rotary(self, rotary: bool) -> None:
        if rotary != self._rotary:
            self._rotary = rotary
            self.rotaryChanged.emit()

    @Property(QRectF, notify=contentChanged)
    def contentRect(self) -> QRectF:
        """Where the picture is drawn, in the item's coordinates."""
        return self._content

    # -- painting ----------------------------------------------------------------------------------------------------

    def _on_picture(self) -> None:
        self._fresh = True
        self._place()
        self.update()

    def _place(self, *, claim: bool = False) -> None:
        size = QSize()
        if self._stream and self._stream.image is not None:
            size = QSize(*self._stream.coded_size) if all(self._stream.coded_size) else self._stream.image.size()
        content = contained(size, self.width(), self.height(), fill=self._fill)
        changed = content != self._content
        self._content = content
        if (changed or claim) and self._stream and self._sizing:
            ratio = self._ratio()
            self._stream.set_target(round(content.width() * ratio), round(content.height() * ratio))
        if changed:
            # A picture that stands still has to move, too.
            self.update()
            self.contentChanged.emit()

    def _ratio(self) -> float:
        window = self.window()
        return window.effectiveDevicePixelRatio() if window else 1.0

    def geometryChange(self, new: QRectF | QRect, old: QRectF | QRect) -> None:
        super().geometryChange(new, old)
        self._place()
        if new.size() != old.size():
            self._tell_size()

    def _tell_size(self) -> None:
        if self._stream and self._sizing and self.width() > 0 and self.height() > 0:
            ratio = self._ratio()
            self._stream.resized.emit(round(self.width() * ratio), round(self.height() * ratio))

    def updatePaintNode(self, old: QSGNode | None, _: QQuickItem.UpdatePaintNodeData) -> QSGNode:
        image = self._stream.image if self._stream else None
        if image is None or self._content.isEmpty():
            if isinstance(old, QSGImageNode):
                # Answering None would leave the old node in the scene, for ever on top of what comes after it.
                old.setRect(QRectF())
            self._fresh = True
            return old  # type: ignore[return-value]  # the stub forgets that an item may have no node
        node = old if isinstance(old, QSGImageNode) else None
        if node is None:
            node = self.window().createImageNode()
            node.setFiltering(QSGTexture.Filtering.Linear)
            node.setOwnsTexture(True)  # else every picture's texture would stay for good
        if self._fresh or node is not old:
            node.setTexture(self.window().createTextureFromImage(image))
            # After it: turning round reads the texture's pixels, and the one before may have none any more.
            flags = QSGImageNode.TextureCoordinatesTransformFlag
            node.setTextureCoordinatesTransform(flags.MirrorHorizontally if self._mirrored else flags.NoTransform)
            self._fresh = False
            self.painted = self._stream.last_picture if self._stream else None
        node.setRect(self._content)
        return node

    # -- touch -------------------------------------------------------------------------------------------------------

    def _point(
        self, pointer: int, phase: int, position: QPointF, pressure: float
    ) -> tuple[int, int, float, float, float]:
        x = (position.x() - self._content.x()) / self._content.width()
        y = (position.y() - self._content.y()) / self._content.height()
        return pointer, phase, min(1.0, max(0.0, x)), min(1.0, max(0.0, y)), pressure

    def _begin(self, pointer: int, position: QPointF) -> bool:
        if self._stream is None or not self._stream.hasPicture or not self._content.contains(position):
            return False
        self._pressed.add(pointer)
        return True

    def _send(self, points: list[tuple[int, int, float, float, float]]) -> None:
        if self._stream and points:
            self._stream.touched.emit(points)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._begin(_MOUSE_POINTER, event.position()):
            self._send([self._point(_MOUSE_POINTER, _DOWN, event.position(), 1.0)])
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if _MOUSE_POINTER in self._pressed:
            self._send([self._point(_MOUSE_POINTER, _MOVE, event.position(), 1.0)])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if _MOUSE_POINTER in self._pressed:
            self._pressed.discard(_MOUSE_POINTER)
            self._send([self._point(_MOUSE_POINTER, _UP, event.position(), 0.0)])

    def mouseUngrabEvent(self) -> None:
        self._cancel()

    def touchUngrabEvent(self) -> None:
        self._cancel()

    def _cancel(self) -> None:
        """Another item or a dialog took the touch: no finger may stay down on the phone."""
        centre = self._content.center()
        self._send([self._point(pointer, _CANCEL, centre, 0.0) for pointer in sorted(self._pressed)])
        self._pressed.clear()

    # -- keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A hard key while the picture has the focus is the phone's."""
        key = _keys().get(event.key(), "")
        if self._stream is None or not self._stream.hasPicture or not key or (key in _TURNS and not self._rotary):
            event.ignore()
            return
        self._stream.keyed.emit(key)

    def touchEvent(self, event: QTouchEvent) -> None:
        points = []
        for point in event.points():
            phase = _PHASES.get(point.state())
            pointer = point.id() % 10 + 1
            if phase is None or (phase == _DOWN and not self._begin(pointer, point.position())):
                continue
            if pointer in self._pressed:
                points.append(self._point(pointer, phase, point.position(), 0.0 if phase == _UP else 1.0))
            if phase == _UP:
                self._pressed.discard(pointer)
        self._send(points)
        event.setAccepted(bool(points))
