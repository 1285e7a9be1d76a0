"""What the simulated camera sees: a car park, drawn through the very lens that the lines are drawn through."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PIL import Image, ImageDraw

from ui.camera.config import CameraSpec, Dimensions
from ui.camera.geometry import Point, Projection
from ui.camera.sim.timecode import BITS, TimeCode, bits_of

__all__ = ["CODE_HEIGHT", "SHOWN", "View", "draw_code", "draw_scene"]

Colour = tuple[int, int, int]
CODE_HEIGHT = 16
"""Pixels at the lower edge, where the bumper is anyway."""
_SQUARE = 8
_SKY_TOP, _SKY_LOW = (120, 140, 160), (176, 186, 194)
_TAR_FAR, _TAR_NEAR = (84, 88, 92), (66, 69, 72)
_LINE, _WALL, _WINDOW = (206, 208, 204), (134, 100, 82), (58, 66, 74)
_BODY, _SIDE, _GLASS, _LAMP, _TYRE = (52, 60, 74), (38, 44, 55), (28, 33, 40), (178, 52, 46), (22, 24, 26)
_POST, _STRIPE, _BUMPER = (188, 172, 60), (46, 48, 50), (24, 27, 31)
_BAY_M = 2.7
_SUPER = 2
SHOWN = (1280, 720)


@dataclass(frozen=True, slots=True)
class View:
    """Where the car stands: metres it has moved back, and how far the post behind it is (5 m and more: none)."""

    moved_m: float = 0.0
    obstacle_m: float = 5.1
    night: bool = False


class _Canvas:
    """Draws things of the ground and of the air, metres in, pixels out; raw, as a sensor sees it."""

    def __init__(self, camera: CameraSpec, car: Dimensions, size: tuple[int, int]) -> None:
        self.size = size
        self._bumper = (
            car.rear_overhang_m if camera.place != "front" else (car.length_m - car.rear_overhang_m - car.wheelbase_m)
        )
        raw = CameraSpec(camera.name, camera.kind, camera.source, camera.place, False, False, camera.mounting)
        self._projection = Projection(raw, car, size[0] / size[1])
        self.image = Image.new("RGB", size, _TAR_NEAR)
        self._draw = ImageDraw.Draw(self.image)

    def at(self, x: float, y: float, height: float = 0.0) -> Point | None:
        place = self._projection.project((x, y + self._bumper), height)
        return None if place is None else (place[0] * self.size[0], place[1] * self.size[1])

    def area(self, corners: list[tuple[float, float, float]], colour: Colour, steps: int = 10) -> None:
        """A polygon in space; its edges bend as the lens bends them."""
        points = []
        for (x0, y0, h0), (x1, y1, h1) in zip(corners, [*corners[1:], corners[0]], strict=True):
            for step in range(steps):
                s = step / steps
                place = self.at(x0 + (x1 - x0) * s, y0 + (y1 - y0) * s, h0 + (h1 - h0) * s)
                if place is not None:
                    points.append(place)
        if len(points) > 2:
            self._draw.polygon(points, fill=colour)

    def sky(self) -> None:
        horizon = [self.at(40 * math.sin(a / 10), 40 * math.cos(a / 10)) for a in range(-14, 15)]
        edge = [place for place in horizon if place is not None]
        top = min((y for _, y in edge), default=0.0)
        width, height = self.size
        for row in range(8):
            share = row / 7
            colour = _mixed(_TAR_FAR, _TAR_NEAR, share)
            self._draw.rectangle([0, top + (height - top) * share, width, height], fill=colour)
        left, right = edge[0], edge[-1]
        self._draw.polygon([(left[0], 0), *edge, (right[0], 0)], fill=_SKY_LOW)
        for row in range(6):
            self._draw.rectangle(
                [0, top * row / 12, width, top * (row + 1) / 12], fill=_mixed(_SKY_TOP, _SKY_LOW, row / 6)
            )

    def bumper(self) -> None:
        width, height = self.size
        self._draw.ellipse([-0.2 * width, height * 0.955, 1.2 * width, height * 1.3], fill=_BUMPER)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def draw_scene(camera: CameraSpec, car: Dimensions, view: View, size: tuple[int, int] = SHOWN) -> Image.Image:
    """The picture without its time code."""
    canvas = _Canvas(camera, car, (size[0] * _SUPER, size[1] * _SUPER))
    canvas.sky()
    wall = 13.0 - min(8.0, view.moved_m)
    canvas.area([(-16, wall, 0), (16, wall, 0), (16, wall, 3.4), (-16, wall, 3.4)], _WALL)
    for index in range(-5, 6):
        x = index * 2.6
        canvas.area([(x, wall, 1.4), (x + 1.3, wall, 1.4), (x + 1.3, wall, 2.5), (x, wall, 2.5)], _WINDOW)
    first = wall - 5.4
    for index in range(-4, 5):
        x = (index - 0.5) * _BAY_M
        canvas.area(
            [(x - 0.06, first, 0), (x + 0.06, first, 0), (x + 0.06, wall - 0.3, 0), (x - 0.06, wall - 0.3, 0)], _LINE
        )
    for index in (-2, 1, 2):
        _parked_car(canvas, index * _BAY_M, first + 0.5)
    if view.obstacle_m < 5.0:
        _post(canvas, view.obstacle_m)
    canvas.bumper()
    image = canvas.image.resize(size, Image.Resampling.BOX)
    return image.point([value // 4 for value in range(256)] * 3) if view.night else image


def _parked_car(canvas: _Canvas, x: float, y: float) -> None:
    left, right, back = x - 0.9, x + 0.9, y + 4.2
    side = left if x > 0 else right
    canvas.area([(side, y, 0.25), (side, back, 0.25), (side, back, 0.9), (side, y, 0.95)], _SIDE)
    canvas.area([(left + 0.15, y + 0.4, 0.9), (right - 0.15, y + 0.4, 0.9), (right - 0.3, y + 1.0, 1.45),
                 (left + 0.3, y + 1.0, 1.45)], _GLASS)  # fmt: skip
    canvas.area([(left, y, 0.25), (right, y, 0.25), (right, y, 0.95), (left, y, 0.95)], _BODY)
    for lamp in (left, right - 0.3):
        canvas.area([(lamp, y, 0.7), (lamp + 0.3, y, 0.7), (lamp + 0.3, y, 0.85), (lamp, y, 0.85)], _LAMP)
    for wheel in (left + 0.1, right - 0.35):
        canvas.area([(wheel, y, 0), (wheel + 0.25, y, 0), (wheel + 0.25, y, 0.3), (wheel, y, 0.3)], _TYRE)


def _post(canvas: _Canvas, distance: float) -> None:
    for row in range(5):
        low, high = 0.12 * row, 0.12 * (row + 1)
        colour = _STRIPE if row % 2 else _POST
        canvas.area(
            [(-0.07, distance, low), (0.07, distance, low), (0.07, distance, high), (-0.07, distance, high)], colour
        )


def draw_code(image: Image.Image, code: TimeCode) -> None:
    """Put the time code into the lower edge, in the middle."""
    width, height = image.size
    draw = ImageDraw.Draw(image)
    left = (width - BITS * _SQUARE) // 2
    draw.rectangle([0, height - CODE_HEIGHT, width, height], fill=_BUMPER)
    for index, bit in enumerate(bits_of(code)):
        if bit:
            x = left + index * _SQUARE
            draw.rectangle([x, height - CODE_HEIGHT + 4, x + _SQUARE - 1, height - 5], fill=(84, 89, 96))
