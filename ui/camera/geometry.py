"""How the ground behind (or ahead of) the car looks through its camera, and where the car will go with this steering angle.

Ground coordinates, metres: the origin under the middle of the axle that the view looks away from, x to the car's right, y
away from the car. The car is a bicycle model (Ackermann): with the road wheels at angle a, the rear axle's middle moves on a
circle of radius wheelbase / tan(a) around a point on the line of the rear axle, on the side to which it is steered.

Lens: equidistant fisheye r = f(t + k1 t^3 + k2 t^5), t the angle off the axis; or rectilinear r = f(u + k1 u^3 + k2 u^5),
u = tan(t). f follows from the field of view across the picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from ui.camera.config import CameraSpec, Dimensions, Mounting

__all__ = ["Point", "Projection", "corner_path", "road_wheel_deg", "swept_edge", "turn_radius_m"]

Point = tuple[float, float]

_STRAIGHT_RADIUS_M = 1e5
_LONGEST_LOCK_DEG = 45.0
# Beyond these the models bend back on themselves.
_WIDEST = {"fisheye": math.radians(105), "rectilinear": math.radians(80)}


def road_wheel_deg(steering_wheel_deg: float, car: Dimensions) -> float:
    """Angle of the road wheels, left positive as in VSS, held to what wheels can do."""
    return max(-_LONGEST_LOCK_DEG, min(_LONGEST_LOCK_DEG, steering_wheel_deg / car.steering_ratio))


def turn_radius_m(steering_wheel_deg: float, car: Dimensions) -> float:
    """Of the rear axle's middle; positive when the centre lies to the car's left, infinite when it drives straight."""
    angle = math.radians(road_wheel_deg(steering_wheel_deg, car))
    radius = car.wheelbase_m / math.tan(angle) if angle else math.inf
    return radius if abs(radius) < _STRAIGHT_RADIUS_M else math.inf


def _moved(point: Point, distance_m: float, radius_m: float, axle_y: float) -> Point:
    """A point of the car after its rear axle's middle has moved ``distance_m`` away along its circle."""
    x, y = point[0], point[1] - axle_y
    if math.isinf(radius_m):
        return x, y + distance_m + axle_y
    angle = distance_m / radius_m
    cosine, sine = math.cos(angle), math.sin(angle)
    from_centre = x + radius_m
    return from_centre * cosine - y * sine - radius_m, from_centre * sine + y * cosine + axle_y


def _bumper_and_axle(car: Dimensions, place: str) -> tuple[float, float]:
    """y of the bumper's end, and of the rear axle, in the coordinates of the view."""
    if place == "front":
        return car.length_m - car.rear_overhang_m - car.wheelbase_m, -car.wheelbase_m
    return car.rear_overhang_m, 0.0


def corner_path(car: Dimensions, place: str, steering_deg: float, side: int, to_m: float, steps: int) -> list[Point]:
    """Where the bumper's corner (side -1 left, 1 right) goes while the car moves ``to_m``: steps + 1 points."""
    bumper, axle = _bumper_and_axle(car, place)
    radius = turn_radius_m(steering_deg, car)
    corner = (side * car.width_m / 2, bumper)
    return [_moved(corner, to_m * step / steps, radius, axle) for step in range(steps + 1)]


def swept_edge(car: Dimensions, place: str, steering_deg: float, at_m: float, steps: int = 8) -> list[Point]:
    """The bumper's edge, from left to right, after the car moved ``at_m``."""
    bumper, axle = _bumper_and_axle(car, place)
    radius = turn_radius_m(steering_deg, car)
    half = car.width_m / 2
    return [_moved((half * (2 * step / steps - 1), bumper), at_m, radius, axle) for step in range(steps + 1)]


@dataclass(frozen=True, slots=True)
class Projection:
    """From the ground to the shown picture. ``aspect``: width / height of the picture."""

    camera: CameraSpec
    car: Dimensions
    aspect: float

    @property
    def to_the_right(self) -> int:
        """1 when the car's right is the picture's right: a camera that looks forward, or back as in a mirror."""
        return 1 if (self.camera.place == "front") != self.camera.mirror else -1

    def project(self, ground: Point, height_m: float = 0.0) -> Point | None:
        """A place in the picture, 0..1 from its left and top (outside of it too); None where the lens does not reach."""
        mounting = self.camera.mounting
        bumper, _ = _bumper_and_axle(self.car, self.camera.place)
        right = ground[0] - mounting.lateral_m
        ahead = ground[1] - (bumper - mounting.setback_m)
        down = mounting.height_m - height_m
        tilt = math.radians(mounting.tilt_deg)
        # Along the axis and across it.
        depth = ahead * math.cos(tilt) + down * math.sin(tilt)
        below = down * math.cos(tilt) - ahead * math.sin(tilt)
        off_axis = math.hypot(right, below)
        angle = math.atan2(off_axis, depth)
        if angle > _WIDEST[mounting.lens] or _value(mounting, angle) >= _fold(mounting):
            return None
        reach = _reach(mounting, angle) / _reach(mounting, math.radians(mounting.fov_deg / 2)) / 2
        if off_axis == 0:
            return 0.5, 0.5
        across, along = reach * right / off_axis, reach * below / off_axis
        return 0.5 + self.to_the_right * across, 0.5 + along * self.aspect

    def line(self, ground: list[Point]) -> list[Point]:
        """The part of a line on the ground that the lens reaches."""
        return [place for point in ground if (place := self.project(point)) is not None]


def _value(mounting: Mounting, angle: float) -> float:
    return angle if mounting.lens == "fisheye" else math.tan(angle)


def _reach(mounting: Mounting, angle: float) -> float:
    """Distance from the middle of the picture, in focal lengths."""
    value = _value(mounting, angle)
    square = value * value
    return value * (1 + mounting.k1 * square + mounting.k2 * square * square)


@cache
def _fold(mounting: Mounting) -> float:
    """Where the distortion's polynomial stops growing: beyond it two places would share one of the picture."""
    a, b = 5 * mounting.k2, 3 * mounting.k1
    if a == 0:
        squares = [-1 / b] if b < 0 else []
    else:
        root = b * b - 4 * a
        squares = [] if root < 0 else [(-b - math.sqrt(root)) / (2 * a), (-b + math.sqrt(root)) / (2 * a)]
    return min((math.sqrt(square) for square in squares if square > 0), default=math.inf)
