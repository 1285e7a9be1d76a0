"""A made-up town in metres: avenues, streets, a river, parks, and a route around it. Always the same town."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

__all__ = ["HEIGHT_M", "WIDTH_M", "City", "Road", "Route", "Turn", "city"]

WIDTH_M = 3600.0
HEIGHT_M = 2600.0
Line = NDArray[np.float64]
"""Points × (x, y), metres; y grows downwards as on a screen."""


@dataclass(frozen=True, slots=True)
class Road:
    """A centre line, its width in metres, and its rank: 2 avenue, 1 street."""

    line: Line
    width_m: float
    rank: int


@dataclass(frozen=True, slots=True)
class Turn:
    """At `at_m` along the route: which way (left, right) and into which road."""

    at_m: float
    way: str
    road: str


@dataclass(frozen=True, slots=True)
class Route:
    """A closed line, points every 2 m."""

    line: Line
    headings: NDArray[np.float64]
    turns: tuple[Turn, ...]
    length_m: float

    def at(self, distance_m: float) -> tuple[float, float, float]:
        """x, y in metres and heading in radians (0 is east, growing clockwise on the screen)."""
        place = (distance_m % self.length_m) / self.length_m * len(self.line)
        i = int(place) % len(self.line)
        j = (i + 1) % len(self.line)
        part = place - int(place)
        x, y = self.line[i] * (1 - part) + self.line[j] * part
        return float(x), float(y), float(self.headings[i])

    def next_turn(self, distance_m: float) -> tuple[Turn, float]:
        """The turn ahead and how far it is, metres."""
        here = distance_m % self.length_m
        for turn in self.turns:
            if turn.at_m > here:
                return turn, turn.at_m - here
        return self.turns[0], self.turns[0].at_m + self.length_m - here


@dataclass(frozen=True, slots=True)
class City:
    """Everything that a map shows. Polygons are lines too; buildings are rows of left, top, right, bottom."""

    roads: tuple[Road, ...]
    river: Line
    parks: tuple[Line, ...]
    buildings: NDArray[np.float64]
    labels: tuple[tuple[str, float, float], ...]
    route: Route


_AVENUES_X = (380.0, 1020.0, 1660.0, 2420.0, 3120.0)
_AVENUES_Y = (300.0, 860.0, 1330.0, 1960.0)
_NAMES_X = ("Westring", "Goethestraße", "Lindenallee", "Bahnhofstraße", "Ostring")
_NAMES_Y = ("Parkstraße", "Hauptstraße", "Mozartstraße", "Uferstraße")


def _avenue_x(i: int, y: Line) -> Line:
    return np.asarray(_AVENUES_X[i] + 60 * np.sin(y / 520 + 1.7 * i) + 0.10 * (y - 1300) * (-1) ** i, np.float64)


def _avenue_y(j: int, x: Line) -> Line:
    return np.asarray(_AVENUES_Y[j] + 46 * np.sin(x / 640 + 2.1 * j) + 0.05 * (x - 1800) * (-1) ** j, np.float64)


def _crossing(i: int, j: int) -> tuple[float, float]:
    x, y = _AVENUES_X[i], _AVENUES_Y[j]
    for _ in range(30):
        x = float(_avenue_x(i, np.array([y]))[0])
        y = float(_avenue_y(j, np.array([x]))[0])
    return x, y


def _streets() -> list[Road]:
    streets = []
    along = np.linspace(-200, HEIGHT_M + 200, 120)
    for i, (a, b) in enumerate(zip((-160.0, *_AVENUES_X), (*_AVENUES_X, 3800.0), strict=True)):
        for part in (0.34, 0.67):
            x = a + (b - a) * part + 34 * np.sin(along / 410 + i + 3 * part) + 0.06 * (along - 1300) * (-1) ** i
            keep = along < 2080 if (i + round(10 * part)) % 3 else along > 240
            streets.append(Road(np.column_stack((x, along))[keep], 8.0, 1))
    across = np.linspace(-200, WIDTH_M + 200, 160)
    for j, (a, b) in enumerate(zip((-120.0, *_AVENUES_Y), (*_AVENUES_Y, 2700.0), strict=True)):
        for part in (0.3, 0.62):
            y = a + (b - a) * part + 26 * np.sin(across / 480 + 2 * j + part)
            keep = across < 2700 if j % 2 else across > 520
            streets.append(Road(np.column_stack((across, y))[keep], 8.0, 1))
    return streets


def _avenues() -> list[Road]:
    y = np.linspace(-200, HEIGHT_M + 200, 160)
    x = np.linspace(-200, WIDTH_M + 200, 200)
    roads = [Road(np.column_stack((_avenue_x(i, y), y)), 17.0, 2) for i in range(len(_AVENUES_X))]
    roads += [Road(np.column_stack((x, _avenue_y(j, x))), 17.0, 2) for j in range(len(_AVENUES_Y))]
    t = np.linspace(0, 1, 120)
    for (x0, y0), (x1, y1), bow in (
        ((380, 2500), (1900, 500), 260),
        ((2050, 1250), (3700, 120), -220),
        ((2400, 2600), (3300, 900), 180),
    ):
        roads.append(
            Road(np.column_stack((x0 + (x1 - x0) * t + bow * np.sin(math.pi * t), y0 + (y1 - y0) * t)), 15.0, 2)
        )
    return roads


def _between(axis: str, index: int, start: tuple[float, float], end: tuple[float, float]) -> Line:
    if axis == "x":
        y = np.linspace(start[1], end[1], 300)
        return np.column_stack((_avenue_x(index, y), y))
    x = np.linspace(start[0], end[0], 300)
    return np.column_stack((x, _avenue_y(index, x)))


def _route() -> Route:
    corners = [(1, 3), (1, 1), (2, 1), (2, 0), (4, 0), (4, 2), (3, 2), (3, 3)]
    points = [_crossing(i, j) for i, j in corners]
    legs = []
    for n, (i, j) in enumerate(corners):
        after = corners[(n + 1) % len(corners)]
        axis, index = ("x", i) if after[0] == i else ("y", j)
        legs.append((axis, index, _between(axis, index, points[n], points[(n + 1) % len(corners)])[:-1]))
    line = _even(np.vstack([leg[2] for leg in legs]), 2.0)
    line = _smooth(line, 13)
    steps = np.roll(line, -1, axis=0) - line
    length = float(np.hypot(steps[:, 0], steps[:, 1]).sum())
    headings = np.arctan2(steps[:, 1], steps[:, 0])
    turns = []
    for n, point in enumerate(points):
        near = int(np.argmin(np.hypot(line[:, 0] - point[0], line[:, 1] - point[1])))
        before, after_ = headings[(near - 25) % len(line)], headings[(near + 25) % len(line)]
        way = "right" if math.sin(after_ - before) > 0 else "left"
        axis, index, _ = legs[n]
        turns.append(Turn(near / len(line) * length, way, (_NAMES_X if axis == "x" else _NAMES_Y)[index]))
    return Route(line, headings, tuple(sorted(turns, key=lambda turn: turn.at_m)), length)


def _even(line: Line, step: float) -> Line:
    closed = np.vstack((line, line[:1]))
    lengths = np.concatenate(([0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))))
    places = np.arange(0, lengths[-1], step)
    return np.column_stack([np.interp(places, lengths, closed[:, axis]) for axis in (0, 1)])


def _smooth(line: Line, reach: int) -> Line:
    window = np.hanning(2 * reach + 3)[1:-1]
    window /= window.sum()
    around = np.vstack((line[-reach:], line, line[:reach]))
    return np.column_stack([np.convolve(around[:, axis], window, mode="valid") for axis in (0, 1)])


def _blob(x: float, y: float, radius: float, seed: float) -> Line:
    angle = np.linspace(0, 2 * math.pi, 90, endpoint=False)
    reach = radius * (1 + 0.16 * np.sin(3 * angle + seed) + 0.09 * np.sin(5 * angle + 2 * seed))
    return np.column_stack((x + 1.35 * reach * np.cos(angle), y + reach * np.sin(angle)))


def _river() -> Line:
    x = np.linspace(-300, WIDTH_M + 300, 200)
    middle = 2230 + 110 * np.sin(x / 620 + 0.6) - 0.05 * (x - 1800)
    half = 95 + 22 * np.sin(x / 340)
    return np.vstack((np.column_stack((x, middle - half)), np.column_stack((x, middle + half))[::-1]))


def _buildings(roads: tuple[Road, ...], open_land: tuple[Line, ...]) -> NDArray[np.float64]:
    """Houses wherever nothing else is, by trying boxes against a drawing of all that is there, a pixel for two metres."""
    taken = Image.new("L", (round(WIDTH_M / 2), round(HEIGHT_M / 2)), 0)
    draw = ImageDraw.Draw(taken)
    for road in roads:
        draw.line([(x, y) for x, y in (road.line / 2).tolist()], fill=1, width=round(road.width_m / 2 + 8))
    for area in open_land:
        draw.polygon([(x, y) for x, y in (area / 2).tolist()], fill=1)
    sums = np.pad(np.asarray(taken, np.int32).cumsum(0, np.int32).cumsum(1, np.int32), ((1, 0), (1, 0)))
    chance = np.random.default_rng(20)
    top, left = (lattice.ravel() for lattice in np.mgrid[6 : round(HEIGHT_M) - 60 : 38, 6 : round(WIDTH_M) - 60 : 42])
    x0, y0 = left + chance.integers(0, 8, left.size), top + chance.integers(0, 8, left.size)
    x1, y1 = x0 + chance.integers(20, 39, left.size), y0 + chance.integers(16, 35, left.size)
    west, north, east, south = (side // 2 for side in (x0, y0, x1 + 1, y1 + 1))
    covered = sums[south, east] - sums[north, east] - sums[south, west] + sums[north, west]
    built = (covered == 0) & (chance.random(left.size) < 0.86)
    return np.array(np.stack((x0, y0, x1, y1), axis=1)[built], np.float64)


@lru_cache(maxsize=1)
def city() -> City:
    """The town."""
    roads = (*_streets(), *_avenues())
    river = _river()
    parks = (
        _blob(2050, 560, 190, 0.4),
        _blob(2760, 1020, 210, 1.9),
        _blob(640, 1120, 150, 3.1),
        _blob(1330, 1640, 160, 4.4),
    )
    return City(
        roads=roads,
        river=river,
        parks=parks,
        buildings=_buildings(roads, (river, *parks)),
        labels=(
            ("Stadtgarten", 2050, 560),
            ("Volkspark", 2760, 1020),
            ("Neustadt", 1340, 1080),
            ("Altstadt", 2040, 1620),
            ("Westend", 690, 620),
            ("Hafen", 900, 2090),
            ("Ilse", 1900, 2230),
            ("Ostviertel", 3330, 1520),
        ),
        route=_route(),
    )
