"""Finds the bits of a key on a car's buses: first what moves by itself, then what moves when the key is pressed twice.

Counters, check bytes and sensors move all the time; their bits are left out. What is left are bits that stood still, changed, and
went back when the key was let go. Two presses that change the same bits to the same value are a key. A knob is a field whose
value goes up (or down) by one several times.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from backends.vehicle.keys.bindings import CanKey, CanKnob
from backends.vehicle.ports import Frame

__all__ = ["LISTEN_S", "TIMEOUT_S", "Learner", "Step"]

LISTEN_S = 2.0
"""Long enough for messages of one second to show twice what they carry."""
TIMEOUT_S = 20.0
_LONGEST_PRESS_S = 4.0
_PRESSES = 2
_DETENTS = 5
"""So many steps move three bits of a position at the least: a frame may then carry three detents at once."""
_WIDEST_KNOB_BITS = 8


class Step(Enum):
    """What the driver is asked for."""

    LISTEN = "listen"
    """Touch nothing."""
    PRESS = "press"
    AGAIN = "again"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(slots=True)
class _Message:
    """``base``: the data at rest. ``restless``: bits that move by themselves."""

    base: int
    last: int
    restless: int = 0
    pressed: tuple[int, int] | None = None
    pressed_at: float = 0.0
    values: list[int] = field(default_factory=list)


class Learner:
    """One lesson. Give it all frames; it says what is asked for next in `step` and has `binding` when it is done."""

    def __init__(self, knob: bool, now: float) -> None:
        self.step = Step.LISTEN
        self.binding: CanKey | CanKnob | None = None
        self.ends_at = now + LISTEN_S
        self._knob = knob
        self._messages: dict[tuple[str, int], _Message] = {}
        self._seen: Counter[CanKey] = Counter()

    def feed(self, bus: str, frames: list[Frame], now: float) -> bool:
        """Returns whether the step changed."""
        before = self.step
        self.tick(now)
        if self.step is Step.LISTEN:
            for key, data in frames:
                self._listen((bus, key), int.from_bytes(data, "little"))
        else:
            for key, data in frames:
                if self.step in (Step.PRESS, Step.AGAIN):
                    self._watch(bus, key, int.from_bytes(data, "little"), now)
        return self.step is not before

    def tick(self, now: float) -> bool:
        """Let the time pass; returns whether the step changed."""
        if now < self.ends_at or self.step not in (Step.LISTEN, Step.PRESS, Step.AGAIN):
            return False
        if self.step is Step.LISTEN:
            self.step, self.ends_at = Step.PRESS, now + TIMEOUT_S
        else:
            self.step = Step.FAILED
        return True

    def _listen(self, where: tuple[str, int], data: int) -> None:
        message = self._messages.get(where)
        if message is None:
            self._messages[where] = _Message(data, data)
        else:
            message.restless |= data ^ message.last
            message.last = message.base = data

    def _watch(self, bus: str, key: int, data: int, now: float) -> None:
        # A message that is only sent while a key is pressed rests at zero.
        message = self._messages.setdefault((bus, key), _Message(0, 0))
        moved = (data ^ message.base) & ~message.restless
        if self._knob:
            self._turn(bus, key, message, data)
        elif moved and message.pressed is None:
            message.pressed, message.pressed_at = (moved, data & moved), now
        elif moved and message.pressed is not None and message.pressed[0] != moved:
            message.pressed = (moved, data & moved)
        elif not moved and message.pressed is not None:
            mask, value = message.pressed
            message.pressed = None
            if now - message.pressed_at <= _LONGEST_PRESS_S:
                self._pressed(CanKey(bus, key, mask, value), now)

    def _pressed(self, found: CanKey, now: float) -> None:
        self._seen[found] += 1
        if self._seen[found] >= _PRESSES:
            self.binding, self.step = found, Step.DONE
        elif self.step is Step.PRESS:
            self.step, self.ends_at = Step.AGAIN, now + TIMEOUT_S

    def _turn(self, bus: str, key: int, message: _Message, data: int) -> None:
        still = data & ~message.restless
        if not message.values:
            message.values.append(message.base & ~message.restless)
        if still == message.values[-1]:
            return
        message.values.append(still)
        if len(message.values) <= _DETENTS:
            return
        found = _knob_of(message.values)
        if found is None:
            message.values = message.values[-1:]
        else:
            self.binding, self.step = CanKnob(bus, key, *found), Step.DONE


def _knob_of(values: list[int]) -> tuple[int, int] | None:
    """(mask, sign) of the field that counted through these values; None when it was something else."""
    moved = 0
    for before, after in pairwise(values):
        moved |= before ^ after
    low = (moved & -moved).bit_length() - 1
    width = (moved >> low).bit_length()
    if width > _WIDEST_KNOB_BITS:
        return None
    # Higher bits of the position may not have moved yet. The lower bits of a counter are a counter themselves.
    mask = ((1 << width) - 1) << low
    steps = {((after & mask) - (before & mask)) >> low for before, after in pairwise(values)}
    size = 1 << width
    turns = {step % size for step in steps}
    if turns == {1}:
        return mask, 1
    return (mask, -1) if turns == {size - 1} else None
