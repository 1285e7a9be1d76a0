"""The item that draws a `Curve`: a line over a soft area, what is below zero in a colour of its own, and a dashed reference.

Painted once a change into a picture of its own: shader effects paint nothing in the software renderer, and a picture costs
nothing while it stands.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.graphs.curve import Curve
from ui.qt import Property

__all__ = ["Graph"]

QML_IMPORT_NAME = "Pillion.Graphs"
QML_IMPORT_MAJOR_VERSION = 1

_AREA_ALPHA = 0.28


@QmlElement
class Graph(QQuickPaintedItem):
    """``Graph { curve: root.energy.consumption; line: Theme.color.accent; below: Theme.color.good; thickness: Theme.dp(3) }``"""

    curveChanged = Signal()
    lookChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._curve: Curve | None = None
        self._line = QColor("#808080")
        self._below = QColor("#808080")
        self._grid = QColor("#404040")
        self._thickness = 3.0
        self.setAntialiasing(True)

    @Property(Curve, notify=curveChanged)
    def curve(self) -> Curve | None:
        """What to draw."""
        return self._curve

    @curve.setter  # type: ignore[no-redef]  # mypy knows only the builtin form
    def curve(self, curve: Curve | None) -> None:
        if curve is self._curve:
            return
        if self._curve is not None:
            self._curve.changed.disconnect(self.update)
        self._curve = curve
        if curve is not None:
            curve.changed.connect(self.update)
        self.curveChanged.emit()
        self.update()

    @Property(QColor, notify=lookChanged)
    def line(self) -> QColor:
        """Colour of the line and, softly, of the area below it."""
        return self._line

    @line.setter  # type: ignore[no-redef]  # as above
    def line(self, colour: QColor) -> None:
        self._line = colour
        self._look()

    @Property(QColor, notify=lookChanged)
    def below(self) -> QColor:
        """The same for what lies below zero."""
        return self._below

    @below.setter  # type: ignore[no-redef]  # as above
    def below(self, colour: QColor) -> None:
        self._below = colour
        self._look()

    @Property(QColor, notify=lookChanged)
    def grid(self) -> QColor:
        """Of the lines that help the eye."""
        return self._grid

    @grid.setter  # type: ignore[no-redef]  # as above
    def grid(self, colour: QColor) -> None:
        self._grid = colour
        self._look()

    @Property(float, notify=lookChanged)
    def thickness(self) -> float:
        """Of the line, in pixels."""
        return self._thickness

    @thickness.setter  # type: ignore[no-redef]  # as above
    def thickness(self, pixels: float) -> None:
        self._thickness = pixels
        self._look()

    def paint(self, painter: QPainter) -> None:
        """Called by Qt when the curve, the look or the size changed."""
        curve = self._curve
        width, height = self.width(), self.height()
        if curve is None or width < 2 or height < 2:  # no room for a line
            return
        inset = self._thickness / 2
        low, high = curve.bottom, curve.top
        scale = (height - 2 * inset) / (high - low)
        left, right = curve.span
        stretch = width / (right - left) if right != left else 0.0

        def place(x: float, y: float) -> QPointF:
            return QPointF((x - left) * stretch, inset + (high - min(high, max(low, y))) * scale)

        zero = place(left, 0.0).y()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter, {place(left, high).y(), place(left, high / 2).y(), zero})
        if not math.isnan(curve.reference):
            self._paint_reference(painter, place(left, curve.reference).y())
        points = [place(x, y) for x, y in curve.points]
        if len(points) < 2:  # a line has two ends
            return
        for colour, clip in (
            (self._line, QRectF(0, 0, width, zero)),
            (self._below, QRectF(0, zero, width, height - zero)),
        ):
            if not clip.isEmpty():
                painter.save()
                painter.setClipRect(clip)
                self._paint_curve(painter, points, zero, colour)
                painter.restore()

    def _look(self) -> None:
        self.lookChanged.emit()
        self.update()

    def _pen(self, colour: QColor, thickness: float) -> QPen:
        pen = QPen(colour)
        pen.setWidthF(thickness)
        return pen

    def _paint_grid(self, painter: QPainter, rows: set[float]) -> None:
        painter.setPen(self._pen(self._grid, max(1.0, self._thickness / 3)))
        for y in rows:
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_reference(self, painter: QPainter, y: float) -> None:
        pen = self._pen(self._line, max(1.0, self._thickness / 2))
        pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_curve(self, painter: QPainter, points: list[QPointF], zero: float, colour: QColor) -> None:
        line = QPainterPath(points[0])
        for point in points[1:]:
            line.lineTo(point)
        area = QPainterPath(line)
        area.lineTo(points[-1].x(), zero)
        area.lineTo(points[0].x(), zero)
        area.closeSubpath()
        far = min(points, key=lambda point: point.y()).y()
        soft = QLinearGradient(0, far if far < zero else self.height(), 0, zero)
        strong, faint = QColor(colour), QColor(colour)
        strong.setAlphaF(_AREA_ALPHA)
        faint.setAlphaF(_AREA_ALPHA / 6)
        soft.setColorAt(0, strong)
        soft.setColorAt(1, faint)
        painter.fillPath(area, soft)
        painter.strokePath(line, self._pen(colour, self._thickness))
