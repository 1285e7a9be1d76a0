"""The lines over the picture: where the car will go, how wide it is, and how far things are. Paths as SVG writes them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ui.camera.geometry import Point, Projection, corner_path, swept_edge
from ui.viewmodels.units import Units

__all__ = ["METRIC_MARKS_M", "Frame", "Guides", "Mark", "draw_guides", "marks_for"]

METRIC_MARKS_M = (0.5, 1.5, 3.0)
_FEET = (2.0, 5.0, 10.0)
_M_PER_FOOT = 0.3048
_STEPS = 12
_STRAIGHT_DEG = 3.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the picture is drawn, in pixels of the item."""

    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0

    @property
    def empty(self) -> bool:
        return self.width <= 0 or self.height <= 0

    def place(self, point: Point) -> Point:
        """Pixels of a place in the picture."""
        return self.x + point[0] * self.width, self.y + point[1] * self.height


@dataclass(frozen=True, slots=True)
class Mark:
    """A distance written beside its bar; x and y in pixels, at the bar's outer end on the picture's right."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Guides:
    """SVG paths in pixels. ``near``, ``middle``, ``far``: both edges of the way up to each distance, each with its bar;
    ``width``: the car's width straight on, only while it turns."""

    near: str = ""
    middle: str = ""
    far: str = ""
    width: str = ""
    marks: tuple[Mark, ...] = ()


def marks_for(units: Units) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Metres of the three bars, and what is written there: round numbers in the driver's unit (km: metres, mi: feet)."""
    feet = units.distance == "mi"
    shown, unit = (_FEET, "ft") if feet else (METRIC_MARKS_M, "m")
    texts = tuple(f"{units.number(value, 0 if value.is_integer() else 1)} {unit}" for value in shown)
    return tuple(value * _M_PER_FOOT if feet else value for value in shown), texts


def draw_guides(
    projection: Projection, steering_deg: float, frame: Frame, distances_m: Sequence[float], texts: Sequence[str]
) -> Guides:
    """The lines of a camera that looks along the car's way; of one that looks aside there are none."""
    place = projection.camera.place
    if frame.empty or place not in ("rear", "front") or math.isnan(steering_deg):
        return Guides()
    car = projection.car

    def path(ground: Iterable[Point]) -> list[Point]:
        return [frame.place(point) for point in projection.line(list(ground))]

    farthest = distances_m[-1]
    steps = [round(_STEPS * distance / distances_m[0]) for distance in distances_m]
    edges = [path(corner_path(car, place, steering_deg, side, farthest, steps[-1])) for side in (-1, 1)]
    # A lens that does not reach the first points drops them on both sides alike only when nothing is lost: count from the end.
    zones, marks = [], []
    before = 0
    for distance, text, step in zip(distances_m, texts, steps, strict=True):
        bar = path(swept_edge(car, place, steering_deg, distance))
        cut = [edge[max(0, len(edge) - (steps[-1] - before) - 1) : len(edge) - (steps[-1] - step)] for edge in edges]
        zones.append(_svg([*cut, bar]))
        if bar:
            marks.append(_mark(bar, text, frame))
        before = step
    width = ""
    if abs(steering_deg) > _STRAIGHT_DEG:
        width = _svg([path(corner_path(car, place, 0.0, side, farthest, _STEPS)) for side in (-1, 1)])
    return Guides(zones[0], zones[1], zones[2], width, tuple(marks))


def _mark(bar: list[Point], text: str, frame: Frame) -> Mark:
    outer = max(bar, key=lambda point: point[0])
    return Mark(min(outer[0], frame.x + frame.width), outer[1], text)


def _svg(lines: Iterable[list[Point]]) -> str:
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in line) for line in lines if len(line) > 1)
