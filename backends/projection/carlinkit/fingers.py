"""Fingers on the picture as the dongle wants them: all that are down in every message, in slots from 0."""

from __future__ import annotations

from collections.abc import Sequence

from backends.projection.mirror.link import Point

__all__ = ["FINGERS_MAX", "Fingers"]

FINGERS_MAX = 10
_DOWN, _MOVE, _UP, _CANCEL = range(4)

Slot = tuple[int, int, float, float]
"""Slot, phase as in ``Touch``, x and y in 0..1."""


class Fingers:
    """Which pointer has which slot, and where it was last."""

    def __init__(self) -> None:
        self._slots: dict[int, int] = {}
        self._places: dict[int, tuple[float, float]] = {}

    @property
    def down(self) -> int:
        """How many fingers are down."""
        return len(self._slots)

    def take(self, points: Sequence[Point]) -> tuple[list[Slot], bool]:
        """What to send for these (nothing: an empty list), and whether they are moves alone."""
        phases: dict[int, int] = {}
        lifted: list[int] = []
        for pointer, phase, x, y, _ in points:
            slot = self._slots.get(pointer)
            if phase == _DOWN and slot is None:
                slot = next((one for one in range(FINGERS_MAX) if one not in self._slots.values()), None)
                if slot is None:
                    continue
                self._slots[pointer] = slot
            if slot is None:  # moved or lifted, but it was never down
                continue
            phases[slot] = max(phase, _UP) if phase >= _UP else phases.get(slot, phase)
            self._places[slot] = (x, y)
            if phase >= _UP:
                lifted.append(pointer)
        if not phases:
            return [], False
        sent = [(slot, phases.get(slot, _MOVE), *self._places[slot]) for slot in sorted(self._slots.values())]
        for pointer in lifted:
            slot = self._slots.pop(pointer, None)
            if slot is not None:
                del self._places[slot]
        return sent, all(phase == _MOVE for phase in phases.values())
