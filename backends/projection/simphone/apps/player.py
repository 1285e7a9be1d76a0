"""Player: cover, title, progress, and buttons that really start and stop the phone's sound."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from backends.projection.simphone.apps.base import App, Button, Finger
from backends.projection.simphone.canvas import Painter
from backends.projection.simphone.music import TRACKS, Track
from backends.projection.simphone.yuv import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PlayerApp", "cover"]

_KEYS = {85: "toggle", 126: "play", 127: "pause", 86: "pause", 87: "next", 88: "previous"}


@lru_cache(maxsize=8)
def cover(track: Track, size: int) -> Image.Image:
    """A record's cover: a low sun over waves in the track's colours, `size` pixels square."""
    top, middle, bottom = (np.array(colour, np.float32) for colour in track.cover)
    big = size * 2
    across, down = np.meshgrid(np.linspace(0, 1, big, dtype=np.float32), np.linspace(0, 1, big, dtype=np.float32))
    place = np.clip(down * 0.62 + across * 0.42, 0, 1)[..., None]
    upper = top + (middle - top) * np.minimum(1, place * 2)
    picture = np.where(place < 0.5, upper, middle + (bottom - middle) * (place * 2 - 1))
    image = Image.fromarray(picture.astype(np.uint8))
    draw = ImageDraw.Draw(image, "RGBA")
    radius = big * 0.19
    draw.ellipse(
        (big * 0.66 - radius, big * 0.5 - radius, big * 0.66 + radius, big * 0.5 + radius), fill=(253, 226, 178, 255)
    )
    x = np.linspace(0, big, 80)
    dark = tuple(int(v) for v in top * 0.7)
    for height, swing, phase, opacity in ((0.66, 0.040, 0.0, 120), (0.78, 0.032, 1.8, 160)):
        y = big * (height + swing * np.sin(x / big * 7.5 + phase))
        draw.polygon(
            [*((float(a), float(b)) for a, b in zip(x, y, strict=True)), (big, big), (0, big)], fill=(*dark, opacity)
        )
    return image.reduce(2)


class PlayerApp(App):
    """The player's one page."""

    PACKAGE = "org.example.player"
    LABEL = "Player"
    ICON = "note"
    TINT = (190, 62, 104)

    _bar: tuple[int, int, int] = (0, 0, 1)
    _seeking = False
    _back_key: tuple[object, ...] = ()
    _back_picture = Image.new("RGB", (2, 2))

    @property
    def page(self) -> str:
        return "playing" if self.state.music.playing else "paused"

    def describe(self) -> dict[str, object]:
        music = self.state.music
        return {"title": music.track.title, "playing": music.playing, "position_s": round(music.position_s(), 2)}

    def signature(self, now: float) -> object:
        music = self.state.music
        filled = round(self._bar[2] * music.position_s(now) / music.track.length_s)
        return (
            int(music.position_s(now)),
            filled,
            music.index,
            music.playing,
            self.state.dark,
            self.screen.width,
            self.screen.height,
        )

    def next_change_s(self, now: float) -> float | None:
        return 0.25 if self.state.music.playing else None

    def key(self, keycode: int) -> bool:
        match _KEYS.get(keycode):
            case "toggle":
                self.state.music.toggle()
            case "play" | "pause" as wish:
                self.state.music.set_playing(wish == "play")
            case "next":
                self.state.music.skip(1)
            case "previous":
                self.state.music.skip(-1)
            case _:
                return False
        return True

    def touch(self, finger: Finger) -> None:
        left, middle, width = self._bar
        if finger.phase == "down":
            self._seeking = abs(finger.y - middle) < self.px(22) and left - self.px(
                10
            ) <= finger.x <= left + width + self.px(10)
        if self._seeking:
            if finger.phase in ("up", "move"):
                self.state.music.seek((finger.x - left) / width * self.state.music.track.length_s)
            self._seeking = finger.phase in ("down", "move")
            return
        super().touch(finger)

    def render(self, now: float) -> Picture:
        width, height, palette, px = self.screen.width, self.screen.height, self.palette, self.px
        music = self.state.music
        position = music.position_s(now)
        wide = width > height * 1.15
        gap = px(36)
        side = min(height - 2 * gap, round(width * 0.42)) if wide else min(width - 2 * gap, round(height * 0.46))
        # A tall screen has room to spare: all of it stands together in the middle.
        x, y = (gap, (height - side) // 2) if wide else ((width - side) // 2, max(gap, (height - side - px(320)) // 2))
        left = x + side + px(44) if wide else gap
        right = width - gap
        top = max(gap, height // 2 - px(150)) if wide else y + side + px(22)
        painter = self._back(music.track, x, y, side)
        painter.text(left, top + px(24), music.track.title, px(40), palette.text, "bold")
        painter.text(left, top + px(68), music.track.artist, px(24), palette.quiet)
        painter.icon("heart", right - px(18), top + px(28), px(34), palette.accent)
        bar = top + px(118)
        self._bar = (left, bar, right - left)
        self._progress(painter, position)
        self._controls(painter, (left + right) // 2, bar + px(112))
        if wide and height - (bar + px(112)) > px(130):
            following = TRACKS[(music.index + 1) % len(TRACKS)]
            painter.text(
                left, height - gap - px(10), f"Next: {following.title} · {following.artist}", px(18), palette.quiet
            )
        return painter.picture()

    def _back(self, track: Track, x: int, y: int, side: int) -> Painter:
        """What does not change within a piece."""
        key = (track, x, y, side, self.screen.width, self.screen.height, self.state.dark)
        if key != self._back_key:
            painter = Painter(self.screen.width, self.screen.height, self.palette.background)
            self._glow(painter, track)
            painter.paste(cover(track, side), x, y, self.px(22))
            self._back_key, self._back_picture = key, painter.image
        return Painter.over(self._back_picture)

    def _glow(self, painter: Painter, track: Track) -> None:
        """A breath of the cover's colour behind everything."""
        red, green, blue = track.cover[1]
        mask = Image.radial_gradient("L").point([max(0, 150 - i) * 34 // 150 for i in range(256)])
        size = 2 * max(self.screen.width, self.screen.height)
        mask = mask.resize((size, size), Image.Resampling.BILINEAR)
        painter.image.paste(
            (red, green, blue), (self.screen.width // 5 - size // 2, self.screen.height // 2 - size // 2), mask
        )

    def _progress(self, painter: Painter, position: float) -> None:
        left, middle, width = self._bar
        track, palette, px = self.state.music.track, self.palette, self.px
        thick = max(3, px(7))
        filled = round(width * position / track.length_s)
        painter.box(left, middle - thick // 2, width, thick, palette.raised, thick)
        painter.box(left, middle - thick // 2, max(thick, filled), thick, palette.accent, thick)
        painter.circle(left + filled, middle, px(9), palette.accent)
        for x, seconds, anchor in ((left, position, "lm"), (left + width, track.length_s, "rm")):
            painter.text(
                x,
                middle + px(28),
                f"{int(seconds) // 60}:{int(seconds) % 60:02d}",
                px(18),
                palette.quiet,
                "medium",
                anchor,
            )

    def _controls(self, painter: Painter, x: int, y: int) -> None:
        music, palette, px = self.state.music, self.palette, self.px
        reach, radius = px(124), px(46)
        painter.circle(x, y, radius, palette.accent)
        painter.icon("pause" if music.playing else "play", x, y, px(46), palette.on_accent)
        painter.icon("previous", x - reach, y, px(46), palette.text)
        painter.icon("next", x + reach, y, px(46), palette.text)
        actions: list[tuple[int, Callable[[], None]]] = [
            (x, music.toggle),
            (x - reach, lambda: music.skip(-1)),
            (x + reach, lambda: music.skip(1)),
        ]
        self.buttons = [Button(at - radius, y - radius, 2 * radius, 2 * radius, action) for at, action in actions]
