"""Maps: a drive through the town, with the next turn, the arrival, panning and zoom."""

from __future__ import annotations

import functools
import math
import time
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from backends.projection.simphone.apps.base import App, Button, Finger, Screen
from backends.projection.simphone.canvas import Colour, Painter, text_width
from backends.projection.simphone.city import HEIGHT_M, WIDTH_M, city
from backends.projection.simphone.tiles import TileMap
from backends.projection.simphone.yuv import Picture, Sprite

if TYPE_CHECKING:
    from collections.abc import Callable

    from backends.projection.simphone.state import PhoneState

__all__ = ["Maps"]

_SPEED_MPS = 13.5
_FPS = 30.0
_METRES_PX = 1.2
"""Pixels a metre at zoom 1 and unit 1."""
_ZOOMS = (0.35, 0.6, 1.0, 1.6)
_START_M = 1337.0
_ARROWS = 72


class Maps(App):
    """A map that follows the car until a finger moves it."""

    PACKAGE = "org.example.maps"
    LABEL = "Maps"
    ICON = "map"
    TINT = (30, 142, 96)

    def __init__(self, state: PhoneState, screen: Screen) -> None:
        super().__init__(state, screen)
        self._town = city()
        self._zoom = 2
        self._centre: tuple[float, float] | None = None
        self._drag: tuple[int, int, float, float] | None = None
        self._moved = False
        self._began = time.monotonic()
        self._key: tuple[object, ...] = ()
        self._map: TileMap | None = None
        self._sprites: dict[str, tuple[tuple[object, ...], Sprite]] = {}

    @property
    def page(self) -> str:
        return "driving" if self._centre is None else "looking around"

    def describe(self) -> dict[str, object]:
        turn, distance = self._town.route.next_turn(self._along(time.monotonic()))
        return {
            "zoom": _ZOOMS[self._zoom],
            "following": self._centre is None,
            "turn": turn.way,
            "road": turn.road,
            "distance_m": round(distance),
        }

    def signature(self, now: float) -> object:
        self._prepare()
        left, top, arrow_x, arrow_y, step = self._place(now)
        return (left, top, arrow_x, arrow_y, step, self._key, self._words(self._along(now)), self._centre is None)

    def next_change_s(self, now: float) -> float | None:
        return None if self.state.still else 1 / min(_FPS, self.screen.max_fps or _FPS)

    def render(self, now: float) -> Picture:
        self._prepare()
        assert self._map is not None
        left, top, arrow_x, arrow_y, step = self._place(now)
        width, height = self.screen.width, self.screen.height
        frame = self._map.view(left, top, width, height)
        self._map.prefetch(left, top, width, height)
        arrow = self._arrow(step)
        arrow.blend(frame, arrow_x - arrow.width // 2, arrow_y - arrow.height // 2)
        self._overlays(frame, self._along(now))
        return frame

    def touch(self, finger: Finger) -> None:
        super().touch(finger)
        if self._map is None:
            return
        if finger.phase == "down" and self._pressed is None:
            x, y, _ = self._town.route.at(self._along(time.monotonic()))
            start = self._centre or (x, y)
            self._drag = (finger.x, finger.y, *start)
        elif finger.phase == "move" and self._drag is not None:
            x0, y0, centre_x, centre_y = self._drag
            if self._centre is not None or math.hypot(finger.x - x0, finger.y - y0) > self.px(8):
                scale = self._map.scale
                self._centre = (
                    min(WIDTH_M, max(0.0, centre_x - (finger.x - x0) / scale)),
                    min(HEIGHT_M, max(0.0, centre_y - (finger.y - y0) / scale)),
                )
                self.screen.changed()
        elif finger.phase in ("up", "cancel"):
            self._drag = None

    def scroll(self, x: int, y: int, horizontal: float, vertical: float) -> None:
        self._change_zoom(1 if vertical > 0 else -1)

    def back(self) -> bool:
        if self._centre is None:
            return False
        self._recentre()
        return True

    def _place(self, now: float) -> tuple[int, int, int, int, int]:
        """Left and top of the view in the map's pixels, where the arrow is on the screen, and its direction's step."""
        assert self._map is not None
        scale = self._map.scale
        x, y, heading = self._town.route.at(self._along(now))
        middle = self._centre or (x, y)
        ahead_x, ahead_y = self._ahead()
        left, top = round(middle[0] * scale) - ahead_x, round(middle[1] * scale) - ahead_y
        return left, top, round(x * scale) - left, round(y * scale) - top, round(heading / math.tau * _ARROWS) % _ARROWS

    def _words(self, along: float) -> tuple[str, str, str, str, str, str]:
        """What the cards say: distance, way and road of the turn; arrival, minutes and kilometres left."""
        route = self._town.route
        turn, distance = route.next_turn(along)
        shown = f"{round(distance / 10) * 10:.0f} m" if distance < 995 else f"{distance / 1000:.1f} km"
        left_m = route.length_m - along % route.length_m
        minutes = max(1, round(left_m / _SPEED_MPS / 60))
        return shown, turn.way, turn.road, self.state.clock(minutes * 60), f"{minutes} min", f"{left_m / 1000:.1f} km"

    def _along(self, now: float) -> float:
        return _START_M + (0.0 if self.state.still else (now - self._began) * _SPEED_MPS)

    def _ahead(self) -> tuple[int, int]:
        """Where the car stands on the screen: off the middle, to leave room for the cards and the road ahead."""
        width, height = self.screen.width, self.screen.height
        return (round(width * 0.52), round(height * 0.62)) if width > height else (width // 2, round(height * 0.6))

    def _change_zoom(self, step: int) -> None:
        self._zoom = min(len(_ZOOMS) - 1, max(0, self._zoom + step))
        self.screen.changed()

    def _recentre(self) -> None:
        self._centre = None
        self.screen.changed()

    def _prepare(self) -> None:
        key = (self._zoom, self.unit, self.state.dark)
        if key != self._key:
            self._key = key
            self._sprites.clear()
            self._map = TileMap(self._town, _METRES_PX * _ZOOMS[self._zoom] * self.unit, self.unit, self.palette)

    def _sprite(self, name: str, key: tuple[object, ...], draw: Callable[[], Image.Image]) -> Sprite:
        kept = self._sprites.get(name)
        if kept is None or kept[0] != key:
            kept = (key, Sprite(draw()))
            self._sprites[name] = kept
        return kept[1]

    def _arrow(self, step: int) -> Sprite:
        return self._sprite(f"arrow{step}", (), lambda: self._draw_arrow(step * math.tau / _ARROWS))

    def _draw_arrow(self, heading: float) -> Image.Image:
        palette, size = self.palette, self.px(76)
        big = size * 4
        picture = Image.new("RGBA", (big, big), (*palette.halo[:3], 0))
        draw = ImageDraw.Draw(picture)
        draw.ellipse((0, 0, big - 1, big - 1), fill=palette.halo)
        shape = ((0.30, 0.0), (-0.24, 0.20), (-0.13, 0.0), (-0.24, -0.20))
        for grow, colour in ((1.16, palette.accent), (0.92, (255, 255, 255))):
            points = []
            for along, aside in shape:
                x = along * math.cos(heading) - aside * math.sin(heading)
                y = along * math.sin(heading) + aside * math.cos(heading)
                points.append((big / 2 + x * grow * big, big / 2 + y * grow * big))
            draw.polygon(points, fill=colour)
            draw.line([*points, points[0]], fill=colour, width=big // 60, joint="curve")
        return picture.reduce(4)

    def _overlays(self, frame: Picture, along: float) -> None:
        gap = self.px(18)
        shown, way, road, *rest = self._words(along)
        self._sprite("turn", (shown, way, road), lambda: self._draw_turn(way, shown, road)).blend(frame, gap, gap)
        pill = self._sprite("pill", tuple(rest), lambda: self._draw_pill(rest))
        pill.blend(frame, gap, frame.height - gap - pill.height)
        self._round_buttons(frame, gap)

    def _round_buttons(self, frame: Picture, gap: int) -> None:
        size = self.px(60)
        x = frame.width - gap - size
        bottom = frame.height - gap - size
        places: list[tuple[str, int, Callable[[], None]]] = [
            ("minus", bottom, lambda: self._change_zoom(-1)),
            ("plus", bottom - size - self.px(10), lambda: self._change_zoom(1)),
        ]
        if self._centre is not None:
            places.append(("locate", bottom - 2 * (size + self.px(10)), self._recentre))
        for name, y, _action in places:
            self._sprite(name, (), functools.partial(self._draw_button, name, size)).blend(frame, x, y)
        self.buttons = [Button(x, y, size, size, action) for _, y, action in places]

    def _draw_turn(self, way: str, distance: str, road: str) -> Image.Image:
        palette, px = self.palette, self.px
        inner = max(text_width(distance, px(32), "bold"), text_width(road, px(21)))
        width = min(self.screen.width - 2 * px(18), max(px(290), px(110) + inner + px(24)))
        painter = Painter(width, px(100), (*palette.card[:3], 0))
        painter.box(0, 0, width, px(100), palette.card, px(20))
        painter.box(px(16), px(16), px(68), px(68), palette.accent, px(14))
        painter.icon(way, px(50), px(50), px(40), palette.on_accent, 2.2)
        painter.text(px(102), px(37), distance, px(32), palette.text, "bold")
        painter.text(px(102), px(70), road, px(21), palette.quiet)
        return painter.image

    def _draw_pill(self, words: list[str]) -> Image.Image:
        palette, px = self.palette, self.px
        parts: list[tuple[str, str, Colour]] = [
            (words[0], "bold", palette.text),
            (words[1], "regular", palette.quiet),
            (words[2], "regular", palette.quiet),
        ]
        width = px(22) * 2 + px(16) * 2 + sum(text_width(word, px(22), weight) for word, weight, _ in parts)
        painter = Painter(width, px(60), (*palette.card[:3], 0))
        painter.box(0, 0, width, px(60), palette.card, px(30))
        x = px(22)
        for word, weight, colour in parts:
            painter.text(x, px(31), word, px(22), colour, weight)
            x += text_width(word, px(22), weight) + px(16)
        return painter.image

    def _draw_button(self, name: str, size: int) -> Image.Image:
        colour = self.palette.accent if name == "locate" else self.palette.text
        painter = Painter(size, size, (*self.palette.card[:3], 0))
        painter.box(0, 0, size, size, self.palette.card, size // 2)
        painter.icon(name, size // 2, size // 2, self.px(28), colour, 2.0)
        return painter.image
