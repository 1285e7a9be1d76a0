"""The town as bitmaps: square tiles, drawn when first needed at twice the size and reduced, then only copied."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from backends.projection.simphone.city import City, Line
from backends.projection.simphone.fonts import font
from backends.projection.simphone.yuv import Picture

if TYPE_CHECKING:
    from backends.projection.simphone.theme import Palette

__all__ = ["TILE", "TileMap"]

TILE = 256
_SMOOTH = 2
_KEPT = 160
_REACH = 30


class TileMap:
    """One town at one scale (pixels a metre) in one palette; `unit` is the size of a text pixel."""

    def __init__(self, town: City, scale: float, unit: float, palette: Palette) -> None:
        self.scale = scale
        self._town = town
        self._unit = unit
        self._palette = palette
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
        for park in self._town.parks:
            self._polygon(draw, park, left, top, palette.park)
        self._polygon(draw, self._town.river, left, top, palette.water)
        roads = [road for road in self._town.roads if self._touches(road.line, left, top)]
        for rank in (1, 2):
            for road in roads:
                if road.rank == rank:
                    edge = road.width_m + (5.0 if rank == 2 else 2.6)
                    self._line(draw, road.line, left, top, edge, palette.road_edge)
            for road in roads:
                if road.rank == rank:
                    self._line(draw, road.line, left, top, road.width_m, palette.road if rank == 2 else palette.street)
        route = self._town.route.line
        if self._touches(route, left, top):
            closed = np.vstack((route[::3], route[:1]))
            self._line(draw, closed, left, top, 13.5, palette.route_edge, floor_px=9 * self._unit)
            self._line(draw, closed, left, top, 9.5, palette.route, floor_px=6.4 * self._unit)
        picture = picture.reduce(_SMOOTH)
        self._names(ImageDraw.Draw(picture), left, top)
        return Picture.from_rgb(np.asarray(picture))

    def _touches(self, line: Line, left: int, top: int) -> bool:
        points = line * self.scale
        margin = _REACH * self.scale + 200
        inside = (points[:, 0] > left - margin) & (points[:, 0] < left + TILE + margin)
        return bool((inside & (points[:, 1] > top - margin) & (points[:, 1] < top + TILE + margin)).any())

    def _pixels(self, line: Line, left: int, top: int) -> list[tuple[float, float]]:
        moved = (line * self.scale - (left, top)) * _SMOOTH
        return [(float(x), float(y)) for x, y in moved]

    def _polygon(self, draw: ImageDraw.ImageDraw, line: Line, left: int, top: int, colour: tuple[int, ...]) -> None:
        draw.polygon(self._pixels(line, left, top), fill=colour)

    def _line(
        self,
        draw: ImageDraw.ImageDraw,
        line: Line,
        left: int,
        top: int,
        width_m: float,
        colour: tuple[int, ...],
        floor_px: float = 1.0,
    ) -> None:
        margin = _REACH * self.scale + 200
        points = line * self.scale
        near = (points[:, 0] > left - margin) & (points[:, 0] < left + TILE + margin)
        near &= (points[:, 1] > top - margin) & (points[:, 1] < top + TILE + margin)
        # One step more on both sides, and a stretch for each time that the line comes by.
        near = near | np.roll(near, 1) | np.roll(near, -1)
        half = max(width_m * self.scale, floor_px) * _SMOOTH / 2
        where = np.flatnonzero(near)
        for stretch in np.split(where, np.flatnonzero(np.diff(where) > 1) + 1):
            if len(stretch) > 1:
                middle = (points[stretch] - (left, top)) * _SMOOTH
                along = np.gradient(middle, axis=0)
                aside = (
                    np.column_stack((-along[:, 1], along[:, 0])) * (half / np.hypot(along[:, 0], along[:, 1]))[:, None]
                )
                outline = np.vstack((middle + aside, (middle - aside)[::-1]))
                draw.polygon([(float(x), float(y)) for x, y in outline], fill=colour)

    def _names(self, draw: ImageDraw.ImageDraw, left: int, top: int) -> None:
        for name, x, y in self._town.labels:
            place = (x * self.scale - left, y * self.scale - top)
            draw.text(place, name, fill=self._palette.label, font=font(round(15 * self._unit), "medium"), anchor="mm")
