"""Protected messages: frames that fail their check are dropped; a frame that comes as it did before is known by one look.

A counter makes every frame differ from the last one, so its content alone says nothing. What is remembered are steps: after the
frame with this counter and these mapped bits, that whole frame has the right check value and an allowed counter and says nothing
new. A step is remembered when it was taken the plain way (`Guard.judge`, then the decoding), and only while no failure is being
counted; whatever is not remembered goes the plain way.
"""

from __future__ import annotations

from backends.vehicle.compiled import Compiled
from backends.vehicle.defs import Quality
from backends.vehicle.e2e import Check, Guard, Protection
from backends.vehicle.intake import Handler
from backends.vehicle.slots import Cell

__all__ = ["guarded"]

_STEPS = 512
"""Remembered of one message; then it starts anew, so that content that never repeats does not grow the memory."""


Bits = tuple[int, ...]


class _State(dict[bytes, "_State"]):
    """After a frame with these mapped bits and this counter: the frames that may follow, and the state after each."""

    __slots__ = ("bits", "count")

    def __init__(self, bits: Bits, count: int | None) -> None:
        super().__init__()
        self.bits, self.count = bits, count


_UNKNOWN = _State((), None)
"""Nothing is remembered of what may follow."""


class _Steps:
    """The remembered steps of one message."""

    def __init__(self) -> None:
        self._states: dict[tuple[Bits, int | None], _State] = {}
        self._left = _STEPS

    def take(self, before: _State, data: bytes, bits: Bits, count: int | None) -> _State:
        """The state after this frame; remembered as a step when the state before it is known and says the same."""
        if not self._left:
            self.clear()
        after = self._states.get((bits, count))
        if after is None:
            after = self._states[bits, count] = _State(bits, count)
        if before.bits == bits:
            before[data] = after
        self._left -= 1
        return after

    def clear(self) -> None:
        """Remember nothing."""
        for state in self._states.values():
            state.clear()  # they hold each other
        self._states.clear()
        self._left = _STEPS


def guarded(made: Compiled, protection: Protection, cells: list[Cell]) -> Handler:
    """A handler for all frames of a protected message; too many that fail make its values wrong rather than old."""
    run, said = made.run, made.said
    guard, steps = Guard(protection), _Steps()
    length = protection.message.length
    judge, good = guard.judge, Check.GOOD
    cell = cells[0]
    failed = False
    last: Bits = ()
    state = _UNKNOWN

    def handle(data: bytes, now: float) -> None:
        nonlocal state
        known = state.get(data)
        if known is not None:
            state = known
            cell.seen = now
        else:
            look(data, now)

    def look(data: bytes, now: float) -> None:
        nonlocal failed, last, state
        before, state = state, _UNKNOWN
        if before is not _UNKNOWN:
            guard.count = before.count
        check = judge(data) if len(data) == length else guard.reject()
        if check is good and not failed:
            if run(data, now) and said is not None:
                bits = said()
                if bits == last and not guard.failures:
                    state = steps.take(before, data, bits, guard.count)
                last = bits
        elif guard.failed:
            if not failed:
                failed = True
                for each in cells:
                    for slot in each.slots:
                        slot.degrade(Quality.ERROR, now)
                made.start_over()
            for each in cells:  # it still comes, wrong as it is: an error, not a message that is gone
                each.seen = now
        elif check is good:
            failed = False
            run(data, now)

    def start_over() -> None:
        nonlocal state
        state = _UNKNOWN
        guard.resume()

    for each in cells:
        each.forgets.append(start_over)
    return handle
