"""The apps' icons as strokes on a grid of 24 units: ("line" | "fill" | "ring", points)."""

from __future__ import annotations

import math

__all__ = ["ICONS"]

Point = tuple[float, float]


def _arc(x: float, y: float, radius: float, start_deg: float, end_deg: float, steps: int = 24) -> list[Point]:
    angles = [math.radians(start_deg + (end_deg - start_deg) * i / steps) for i in range(steps + 1)]
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]


def _gear() -> list[Point]:
    points = []
    for tooth in range(8):
        for offset, radius in ((-14.0, 7.2), (-8.0, 9.6), (8.0, 9.6), (14.0, 7.2)):
            angle = math.radians(45 * tooth + offset)
            points.append((12 + radius * math.cos(angle), 12 + radius * math.sin(angle)))
    return [*points, points[0]]


ICONS: dict[str, list[tuple[str, list[Point]]]] = {
    "right": [
        ("line", [(6, 20), (6, 13), *_arc(9, 13, 3, 180, 270), (18.5, 10)]),
        ("line", [(14.5, 5.5), (19, 10), (14.5, 14.5)]),
    ],
    "left": [
        ("line", [(18, 20), (18, 13), *_arc(15, 13, 3, 0, -90), (5.5, 10)]),
        ("line", [(9.5, 5.5), (5, 10), (9.5, 14.5)]),
    ],
    "straight": [("line", [(12, 20), (12, 5)]), ("line", [(7, 9.5), (12, 4.5), (17, 9.5)])],
    "plus": [("line", [(12, 5), (12, 19)]), ("line", [(5, 12), (19, 12)])],
    "minus": [("line", [(5, 12), (19, 12)])],
    "locate": [("fill", [(3.5, 11), (20.5, 3.5), (13, 20.5), (11, 13)])],
    "play": [("fill", [(8, 5.5), (18.5, 12), (8, 18.5)])],
    "pause": [
        ("fill", [(7.5, 6), (9.5, 6), (9.5, 18), (7.5, 18)]),
        ("fill", [(14.5, 6), (16.5, 6), (16.5, 18), (14.5, 18)]),
    ],
    "next": [("line", [(6, 5.5), (15.5, 12), (6, 18.5), (6, 5.5)]), ("line", [(18.5, 5.5), (18.5, 18.5)])],
    "previous": [("line", [(18, 5.5), (8.5, 12), (18, 18.5), (18, 5.5)]), ("line", [(5.5, 5.5), (5.5, 18.5)])],
    "heart": [
        (
            "line",
            [
                (12, 20),
                (4.6, 12.4),
                *_arc(8, 9, 4.3, 135, 330, 16),
                (12, 7.6),
                *_arc(16, 9, 4.3, 210, 405, 16),
                (19.4, 12.4),
                (12, 20),
            ],
        )
    ],
    "spark": [
        ("fill", [(11, 3), (13, 9.5), (19.5, 11.5), (13, 13.5), (11, 20), (9, 13.5), (2.5, 11.5), (9, 9.5)]),
        ("fill", [(19, 2.5), (19.8, 5), (22, 5.8), (19.8, 6.6), (19, 9), (18.2, 6.6), (16, 5.8), (18.2, 5)]),
    ],
    "send": [("line", [(12, 19), (12, 5)]), ("line", [(6, 11), (12, 5), (18, 11)])],
    "back": [("line", [(14.5, 5.5), (8, 12), (14.5, 18.5)])],
    "gear": [("line", _gear()), ("ring", [(9, 9), (15, 15)])],
    "note": [
        ("line", [(9, 18), (9, 5), (20, 3), (20, 16)]),
        ("ring", [(3.5, 15), (9.5, 21)]),
        ("ring", [(14.5, 13), (20.5, 19)]),
    ],
    "map": [("line", [*_arc(12, 9.5, 6.5, 140, 400), (12, 21.5), (7.02, 13.68)]), ("ring", [(9.5, 7), (14.5, 12)])],
    "grid": [
        ("line", [(4, 4), (10, 4), (10, 10), (4, 10), (4, 4)]),
        ("line", [(14, 4), (20, 4), (20, 10), (14, 10), (14, 4)]),
        ("line", [(4, 14), (10, 14), (10, 20), (4, 20), (4, 14)]),
        ("line", [(14, 14), (20, 14), (20, 20), (14, 20), (14, 14)]),
    ],
}
