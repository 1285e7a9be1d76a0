"""Fingers as the one pointer that VNC has.

One finger is the left button, pressed where it comes down and held while it moves. A second one lets go of the button; both
together turn the wheel (the content follows the fingers); a tap with two is the right button. More fingers do nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backends.projection.defs import TouchPhase

__all__ = ["Pointer"]

_LEFT, _RIGHT = 1, 4
_WHEEL_UP, _WHEEL_DOWN, _WHEEL_LEFT, _WHEEL_RIGHT = 8, 16, 32, 64
_STEP = 1 / 24
"""Of the picture's height: a finger's way that is one click of the wheel."""
_CLICKS_MAX = 12
"""At once: a finger that jumps does not flood the server."""


class Pointer:
    """``send`` takes buttons, x, y in pixels. Until every finger is up, what began as a scroll stays one."""

    def __init__(self, send: Callable[[int, int, int], None]) -> None:
        self._send = send
        self._fingers: dict[int, tuple[float, float]] = {}
        self._leader: int | None = None
        self._scrolling = False
        self._turned = False
        self._place = (0.0, 0.0)
        self._way = [0.0, 0.0]

    def touch(self, points: Sequence[tuple[int, int, float, float, float]], width: int, height: int) -> None:
        """Fingers on a picture of this size."""
        for finger, phase, x, y, _ in points:
            x, y = min(1.0, max(0.0, x)), min(1.0, max(0.0, y))
            match phase:
                case TouchPhase.DOWN:
                    self._down(finger, x, y, (width, height))
                case TouchPhase.MOVE:
                    self._move(finger, x, y, (width, height))
                case _:
                    self._up(finger, x, y, (width, height), tapped=phase == TouchPhase.UP)

    def release(self, width: int, height: int) -> None:
        """Nobody touches any more."""
        for finger, (x, y) in list(self._fingers.items()):
            self._up(finger, x, y, (width, height), tapped=False)

    def _down(self, finger: int, x: float, y: float, size: tuple[int, int]) -> None:
        first = not self._fingers
        self._fingers[finger] = (x, y)
        if first:
            self._leader, self._scrolling = finger, False
            self._at(x, y, size, 0)
            self._at(x, y, size, _LEFT)
        elif not self._scrolling:
            self._at(*self._place, size, 0)
            self._scrolling, self._turned, self._way = True, False, [0.0, 0.0]

    def _move(self, finger: int, x: float, y: float, size: tuple[int, int]) -> None:
        before = self._fingers.get(finger)
        if before is None:
            return
        self._fingers[finger] = (x, y)
        if self._scrolling:
            share = len(self._fingers)
            self._way[0] += (x - before[0]) * size[0] / size[1] / share
            self._way[1] += (y - before[1]) / share
            self._turn(0, _WHEEL_LEFT, _WHEEL_RIGHT, size)
            self._turn(1, _WHEEL_UP, _WHEEL_DOWN, size)
        elif finger == self._leader:
            self._at(x, y, size, _LEFT)

    def _up(self, finger: int, x: float, y: float, size: tuple[int, int], *, tapped: bool) -> None:
        if self._fingers.pop(finger, None) is None:
            return
        if not self._scrolling:
            self._at(x, y, size, 0)
        elif not self._fingers and tapped and not self._turned:
            self._click(_RIGHT, size)

    def _turn(self, axis: int, forth: int, back: int, size: tuple[int, int]) -> None:
        clicks = int(self._way[axis] / _STEP)
        if clicks:
            self._way[axis] -= clicks * _STEP
            self._turned = True
            for _ in range(min(abs(clicks), _CLICKS_MAX)):
                self._click(forth if clicks > 0 else back, size)

    def _click(self, button: int, size: tuple[int, int]) -> None:
        self._at(*self._place, size, button)
        self._at(*self._place, size, 0)

    def _at(self, x: float, y: float, size: tuple[int, int], buttons: int) -> None:
        self._place = (x, y)
        width, height = size
        self._send(buttons, min(width - 1, int(x * width)), min(height - 1, int(y * height)))
