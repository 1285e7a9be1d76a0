"""Test card: a picture that machines read. Its frames carry their number and time, and fingers leave coloured marks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from backends.projection.simphone.apps.base import App, Finger, Screen
from backends.projection.simphone.blockcode import CELL, Code, rows, write_code
from backends.projection.simphone.canvas import Painter
from backends.projection.simphone.yuv import Picture

if TYPE_CHECKING:
    from backends.projection.simphone.state import PhoneState

__all__ = ["MARKS", "TestCard"]

_BARS = (
    (235, 235, 235),
    (235, 235, 16),
    (16, 235, 235),
    (16, 235, 16),
    (235, 16, 235),
    (235, 16, 16),
    (16, 16, 235),
    (16, 16, 16),
)
MARKS = ((255, 40, 40), (40, 220, 60), (60, 110, 255), (255, 190, 20), (220, 60, 230))
"""The colours of touch marks, by pointer."""


class TestCard(App):
    """Colour bars, a code on top, a moving block, and marks where fingers are. Moves at the state's `testcard_fps`."""

    __test__ = False
    PACKAGE = "org.example.testcard"
    LABEL = "Test card"
    ICON = "grid"
    TINT = (150, 110, 40)

    def __init__(self, state: PhoneState, screen: Screen) -> None:
        super().__init__(state, screen)
        self._count = 0
        self._marks: dict[int, tuple[int, int]] = {}
        self._key: tuple[int, int, int] = (0, 0, 0)
        self._back = Picture(2, 2)

    def describe(self) -> dict[str, object]:
        return {"frames": self._count, "marks": {str(pointer): list(place) for pointer, place in self._marks.items()}}

    def next_change_s(self, now: float) -> float | None:
        fps = self.state.testcard_fps
        if self.screen.max_fps:
            fps = min(fps, self.screen.max_fps)
        return 1 / fps if fps > 0 else None

    def touch(self, finger: Finger) -> None:
        # Marks stay where the last finger was, so that a test can look at leisure; the next first finger clears them.
        if finger.phase == "down" and finger.pointer == 0:
            self._marks.clear()
        self._marks[finger.pointer] = (finger.x, finger.y)
        self.screen.changed()

    def render(self, now: float) -> Picture:
        picture = self._background().copy()
        width, height = self.screen.width, self.screen.height
        tall = max(8, height // 12 & ~1)
        picture.fill(0, height // 2, width, tall, (24, 24, 24))
        picture.fill(self._count * 8 % max(1, width - tall), height // 2, tall, tall, (92, 200, 255))
        top = rows(width) * CELL
        for pointer, (x, y) in self._marks.items():
            for reach, colour in ((self.px(26), (250, 250, 250)), (self.px(22), MARKS[pointer % len(MARKS)])):
                upper = max(top, y - reach)
                picture.fill(x - reach, upper, 2 * reach, y + reach - upper, colour)
        picture.fill(0, 0, width, top, (0, 0, 0))
        write_code(picture.y, Code(self._count, time.monotonic_ns() // 1000))
        self._count += 1
        return picture

    def _background(self) -> Picture:
        key = (self.screen.width, self.screen.height, self.screen.dpi)
        if key != self._key:
            self._key = key
            width, height = self.screen.width, self.screen.height
            painter = Painter(width, height, (96, 96, 96))
            for n, colour in enumerate(_BARS):
                left = n * width // len(_BARS)
                painter.box(left, 0, (n + 1) * width // len(_BARS) - left, height // 2, colour)
            for n in range(16):
                left = n * width // 16
                grey = 16 + n * 219 // 15
                painter.box(left, height - height // 8, (n + 1) * width // 16 - left, height // 8, (grey, grey, grey))
            painter.text(
                width // 2,
                height * 3 // 4,
                f"{width} × {height} · {self.screen.dpi} dpi",
                self.px(26),
                (255, 255, 255),
                "medium",
                "mm",
            )
            self._back = painter.picture()
        return self._back
