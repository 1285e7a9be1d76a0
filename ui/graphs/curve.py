"""Points of a graph with limits that people can read: no page ever sees a list of numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from ui.qt import Property, QmlUncreatable

__all__ = ["Curve", "Point", "nice_ceiling", "thinned"]

QML_IMPORT_NAME = "Pillion.Graphs"
QML_IMPORT_MAJOR_VERSION = 1

Point = tuple[float, float]

_STEPS = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
# More than a panel has columns of pixels for: nobody sees them, the painter pays for them.
_MOST_POINTS = 240


def nice_ceiling(value: float) -> float:
    """The next number up that looks well on an axis: 1, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten."""
    if not math.isfinite(value) or value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (*_STEPS, 20.0) if step * power >= value * (1 - 1e-9))


def thinned(points: Sequence[Point], most: int = _MOST_POINTS) -> list[Point]:
    """At most so many points: neighbours are averaged, so that no peak is invented. Unknown values (NaN) are left out."""
    known = [point for point in points if math.isfinite(point[0]) and math.isfinite(point[1])]
    if len(known) <= most:
        return known
    size = math.ceil(len(known) / most)
    groups = [known[at : at + size] for at in range(0, len(known), size)]
    return [(sum(x for x, _ in group) / len(group), sum(y for _, y in group) / len(group)) for group in groups]


@QmlElement
@QmlUncreatable("a property of view-models")
class Curve(QObject):
    """``top`` and ``bottom`` are the limits of the axis; ``reference`` a value to compare with, NaN without one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points: list[Point] = []
        self._from, self._to = 0.0, 1.0
        self._top, self._bottom = 1.0, 0.0
        self._reference = math.nan

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Nothing to draw: fewer than two points."""
        return len(self._points) < 2  # a line has two ends

    @Property(float, notify=changed)
    def top(self) -> float:
        return self._top

    @Property(float, notify=changed)
    def bottom(self) -> float:
        """Never above 0."""
        return self._bottom

    @Property(float, notify=changed)
    def reference(self) -> float:
        return self._reference

    @property
    def points(self) -> Sequence[Point]:
        """As drawn, for Python."""
        return tuple(self._points)

    @property
    def span(self) -> tuple[float, float]:
        """The values of x at both ends of the graph."""
        return self._from, self._to

    def set(
        self, points: Sequence[Point], span: tuple[float, float] | None = None, reference: float = math.nan
    ) -> None:
        """``span``: x at the left and the right end; None: from the first point to the last."""
        shown = thinned(points)
        ends = span or ((shown[0][0], shown[-1][0]) if shown else (0.0, 1.0))
        values = [y for _, y in shown] + ([] if math.isnan(reference) else [reference])
        top = nice_ceiling(max(values, default=1.0))
        lowest = min(values, default=0.0)
        # Below zero a quarter of the graph is room enough: recovery is a dip, not a second half.
        bottom = -min(nice_ceiling(-lowest), top / 3) if lowest < -top / 50 else 0.0
        state = (shown, ends, top, bottom, reference)
        if repr(state) != repr((self._points, (self._from, self._to), self._top, self._bottom, self._reference)):
            self._points, (self._from, self._to), self._top, self._bottom, self._reference = state
            self.changed.emit()
