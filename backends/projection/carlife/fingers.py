"""Fingers as CarLife takes them: one by itself in Protocol Buffers; several, with a phone that can, all in one message.

A gesture begins with the first form, which every phone knows, and goes on in the second when another finger joins it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backends.projection.carlife.ids import Type
from backends.projection.carlife.messages import encode
from backends.projection.carlife.protocol import FINGERS_MAX, encode_fingers
from backends.projection.mirror import Point

__all__ = ["Fingers"]

_DOWN, _MOVE, _UP, _CANCEL = 0, 1, 2, 3
_ACTIONS = {_DOWN: 0, _MOVE: 2, _UP: 1, _CANCEL: 3}
_POINTER_ACTIONS = {_DOWN: 5, _UP: 6}
"""MotionEvent's actions, for the only finger and for one among others."""

Told = list[tuple[Type, bytes]]


@dataclass(slots=True)
class _Finger:
    slot: int
    x: int
    y: int


class Fingers:
    """Which fingers are down, in the pixels of the phone's picture. ``many``: the phone takes several at once."""

    def __init__(self) -> None:
        self.many = False
        self._down: dict[int, _Finger] = {}
        self._joined = False

    def feed(self, points: Sequence[Point], width: int, height: int) -> Told:
        """The messages that tell these points."""
        told: Told = []
        moved = False
        for pointer, phase, x, y, _ in points:
            place = (min(width - 1, int(x * width)), min(height - 1, int(y * height)))
            finger = self._down.get(pointer)
            if finger is None:
                if phase == _DOWN and len(self._down) < (FINGERS_MAX if self.many else 1):
                    told += self._begin(pointer, *place)
                continue
            if phase in (_DOWN, _MOVE):
                moved |= (finger.x, finger.y) != place
            finger.x, finger.y = place
            if phase in (_UP, _CANCEL):
                told += self._end(pointer, phase)
        return told + (self._tell(next(iter(self._down.values())), _MOVE) if moved and self._down else [])

    def _begin(self, pointer: int, x: int, y: int) -> Told:
        taken = {finger.slot for finger in self._down.values()}
        finger = _Finger(next(slot for slot in range(FINGERS_MAX) if slot not in taken), x, y)
        self._joined = bool(self._down)
        self._down[pointer] = finger
        return self._tell(finger, _DOWN)

    def _end(self, pointer: int, phase: int) -> Told:
        told = self._tell(self._down[pointer], phase)
        if phase == _CANCEL:
            self._down.clear()  # as on Android: the whole gesture is off
        else:
            del self._down[pointer]
        self._joined = self._joined and bool(self._down)
        return told

    def _tell(self, finger: _Finger, phase: int) -> Told:
        action = _ACTIONS[phase]
        if not self._joined:
            return [(Type.TOUCH_ACTION, encode(Type.TOUCH_ACTION, {"action": action, "x": finger.x, "y": finger.y}))]
        fingers = list(self._down.values())
        if len(fingers) > 1 and phase in _POINTER_ACTIONS:
            action = _POINTER_ACTIONS[phase] | fingers.index(finger) << 8
        return [(Type.TOUCH_FINGERS, encode_fingers(action, [(one.slot, one.x, one.y) for one in fingers]))]
