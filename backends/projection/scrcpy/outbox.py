"""What waits to go to the phone's control socket, and the fingers that are down."""

from __future__ import annotations

import asyncio
import math

from backends.projection.defs import TouchPhase
from backends.projection.scrcpy import control
from backends.projection.scrcpy.control import TouchAction

__all__ = ["PENDING_MAX", "Fingers", "Outbox"]

PENDING_MAX = 256 * 1024
_OUTSIDE = (-1, -1)


class Outbox:
    """Control messages in order. While the phone is slow, a waiting one may be replaced by a newer one of its kind."""

    def __init__(self) -> None:
        self._waiting: list[tuple[object, bytes]] = []
        self._size = 0
        self._news = asyncio.Event()

    def put(self, message: bytes, kind: object = None) -> bool:
        """Send soon; False when the phone has not taken `PENDING_MAX` bytes before it.

        A message with a ``kind`` takes the place of the last one of that kind, unless one without came after it: a move
        must not overtake a press.
        """
        at = self._place_of(kind)
        size = self._size + len(message) - (len(self._waiting[at][1]) if at is not None else 0)
        if size > PENDING_MAX:
            return False
        self._size = size
        if at is None:
            self._waiting.append((kind, message))
        else:
            self._waiting[at] = (kind, message)
        self._news.set()
        return True

    def _place_of(self, kind: object) -> int | None:
        """Where a message of this kind waits that may be replaced."""
        if kind is not None:
            for index in range(len(self._waiting) - 1, -1, -1):
                if self._waiting[index][0] == kind:
                    return index
                if self._waiting[index][0] is None:
                    break
        return None

    async def take(self) -> bytes:
        """All that waits, once something does."""
        await self._news.wait()
        self._news.clear()
        batch, self._waiting, self._size = self._waiting, [], 0
        return b"".join(message for _, message in batch)


class Fingers:
    """Turns touches at places 0..1 into control messages for a picture of a size.

    A phone has no word for a cancelled touch: the finger leaves the picture and is lifted outside, where nothing is
    pressed. A finger that goes down twice is lifted in between; one that was never down does nothing.
    """

    def __init__(self) -> None:
        self._down: dict[int, tuple[int, int]] = {}

    @property
    def down(self) -> list[int]:
        """Pointers that touch."""
        return list(self._down)

    def touch(
        self, phase: int, pointer: int, x: float, y: float, pressure: float, size: tuple[int, int]
    ) -> list[tuple[bytes, object]]:
        """Messages and their kinds for `Outbox.put`; ``phase`` as in TouchPhase, pressure 0..1."""
        at = (_pixel(x, size[0]), _pixel(y, size[1]))
        force = pressure if math.isfinite(pressure) else 1.0
        match phase:
            case TouchPhase.DOWN:
                lifted = (
                    [self._one(TouchAction.UP, pointer, self._down[pointer], 0, size)] if pointer in self._down else []
                )
                self._down[pointer] = at
                return [*lifted, self._one(TouchAction.DOWN, pointer, at, force, size)]
            case TouchPhase.MOVE if pointer in self._down:
                self._down[pointer] = at
                return [self._one(TouchAction.MOVE, pointer, at, force, size)]
            case TouchPhase.UP if self._down.pop(pointer, None) is not None:
                return [self._one(TouchAction.UP, pointer, at, 0, size)]
            case TouchPhase.CANCEL if self._down.pop(pointer, None) is not None:
                moved = self._one(TouchAction.MOVE, pointer, _OUTSIDE, force, size)
                return [moved, self._one(TouchAction.UP, pointer, _OUTSIDE, 0, size)]
        return []

    def _one(
        self, action: TouchAction, pointer: int, at: tuple[int, int], pressure: float, size: tuple[int, int]
    ) -> tuple[bytes, object]:
        kind = ("move", pointer) if action is TouchAction.MOVE else None
        return control.touch(action, pointer, *at, *size, pressure), kind


def _pixel(place: float, size: int) -> int:
    return max(0, min(size - 1, int(max(0.0, min(1.0, place)) * size))) if math.isfinite(place) else 0
