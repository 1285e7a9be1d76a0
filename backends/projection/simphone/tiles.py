"""The town as bitmaps: square tiles, drawn when first needed at twice the size and reduced, then only copied."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from backends.projection.simphone.canvas import Colour
from backends.projection.simphone.city import City, Line
from backends.projection.simphone.fonts import font
from backends.projection.simphone.yuv import Picture

if TYPE_CHECKING:
    from backends.projection.simphone.theme import Palette

__all__ = ["TILE", "TileMap"]

TILE = 256
_SMOOTH = 2
_KEPT = 160
_REACH_M = 30.0
"""How far outside a tile a line may run and still be seen in it: its points are at most some 26 m apart."""


class TileMap:
    """One town at one scale (pixels a metre) in one palette; `unit` is the size of a text pixel."""

    def __init__(self, town: City, scale: float, unit: float, palette: Palette) -> None:
        self.scale = scale
        self._town = town
        self._unit = unit
        self._palette = palette
        self._reach = _REACH_M * scale + 16
        self._roads = [(road.line * scale, road) for road in town.roads]
        self._areas = [*((park * scale, palette.park) for park in town.parks), (town.river * scale, palette.water)]
        self._boxes = town.buildings * scale
        self._route = np.vstack((town.route.line[::2], town.route.line[:1])) * scale
        self._tiles: OrderedDict[tuple[int, int], Picture] = OrderedDict()

    def view(self, left: int, top: int, width: int, height: int) -> Picture:
        """The picture of an area in pixels of this scale."""
        picture = Picture(width, height)
        for row in range(top // TILE, (top + height) // TILE + 1):
            for column in range(left // TILE, (left + width) // TILE + 1):
                picture.put(self._tile(column, row), column * TILE - left, row * TILE - top)
        return picture

    def prefetch(self, left: int, top: int, width: int, height: int) -> bool:
        """Draw one tile just outside an area, so that moving on costs nothing; False when all are there."""
        for row in range(top // TILE - 1, (top + height) // TILE + 2):
            for column in range(left // TILE - 1, (left + width) // TILE + 2):
                if (column, row) not in self._tiles:
                    self._tile(column, row)
                    return True
        return False

    def _tile(self, column: int, row: int) -> Picture:
        key = (column, row)
        if key in self._tiles:
            self._tiles.move_to_end(key)
            return self._tiles[key]
        tile = self._draw(column * TILE, row * TILE)
        self._tiles[key] = tile
        if len(self._tiles) > _KEPT:
            self._tiles.popitem(last=False)
        return tile

    def _draw(self, left: int, top: int) -> Picture:
        palette = self._palette
        size = TILE * _SMOOTH
        picture = Image.new("RGB", (size, size), palette.land)
        draw = ImageDraw.Draw(picture)
        for area, colour in self._areas:
            if _near(area, left, top, 0):
                draw.polygon(_points((area - (left, top)) * _SMOOTH), fill=colour)
        self._buildings(draw, left, top)
        roads = [(line, road) for line, road in self._roads if _near(line, left, top, self._reach)]
        for rank, edge in ((1, 2.6), (2, 5.0)):
            ranked = [(line, road.width_m * self.scale) for line, road in roads if road.rank == rank]
            for line, width in ranked:
                self._line(draw, line, left, top, width + edge * self.scale, palette.road_edge)
            for line, width in ranked:
                self._line(draw, line, left, top, width, palette.road if rank == 2 else palette.street)
        self._line(draw, self._route, left, top, max(13.5 * self.scale, 9 * self._unit), palette.route_edge)
        self._line(draw, self._route, left, top, max(9.5 * self.scale, 6.4 * self._unit), palette.route)
        picture = picture.reduce(_SMOOTH)
        self._names(ImageDraw.Draw(picture), left, top)
        return Picture.from_rgb(np.asarray(picture))

    def _buildings(self, draw: ImageDraw.ImageDraw, left: int, top: int) -> None:
        boxes = self._boxes
        near = (boxes[:, 2] > left) & (boxes[:, 0] < left + TILE) & (boxes[:, 3] > top) & (boxes[:, 1] < top + TILE)
        moved = (boxes[near] - (left, top, left, top)) * _SMOOTH
        for x0, y0, x1, y1 in moved.tolist():
            draw.rounded_rectangle((x0, y0, x1, y1), _SMOOTH * self._unit * 2, fill=self._palette.block)

    def _line(self, draw: ImageDraw.ImageDraw, line: Line, left: int, top: int, width: float, colour: Colour) -> None:
        """A line `width` pixels wide, as outlines of the stretches that come near the tile."""
        margin = self._reach
        near = (line[:, 0] > left - margin) & (line[:, 0] < left + TILE + margin)
        near &= (line[:, 1] > top - margin) & (line[:, 1] < top + TILE + margin)
        if not near.any():
            return
        near[:-1] |= near[1:]
        near[1:] |= near[:-1].copy()
        where = np.flatnonzero(near)
        for stretch in np.split(where, np.flatnonzero(np.diff(where) > 1) + 1):
            if len(stretch) > 1:
                middle = (line[stretch] - (left, top)) * _SMOOTH
                along = np.gradient(middle, axis=0)
                aside = np.stack((-along[:, 1], along[:, 0]), axis=1)
                aside *= (width * _SMOOTH / 2 / np.hypot(along[:, 0], along[:, 1]))[:, None]
                draw.polygon(_points(np.concatenate((middle + aside, (middle - aside)[::-1]))), fill=colour)

    def _names(self, draw: ImageDraw.ImageDraw, left: int, top: int) -> None:
        size = round(15 * self._unit)
        for name, x, y in self._town.labels:
            place = (x * self.scale - left, y * self.scale - top)
            if -size * len(name) < place[0] < TILE + size * len(name) and -size < place[1] < TILE + size:
                draw.text(place, name, fill=self._palette.label, font=font(size, "medium"), anchor="mm")


def _near(line: Line, left: int, top: int, margin: float) -> bool:
    """Whether a line's box touches the tile."""
    (x0, y0), (x1, y1) = line.min(axis=0), line.max(axis=0)
    return bool(x0 < left + TILE + margin and x1 > left - margin and y0 < top + TILE + margin and y1 > top - margin)


def _points(line: Line) -> list[tuple[float, float]]:
    return [(x, y) for x, y in line.tolist()]
