"""The car's control units: they take requests from the bus, act after a while, and show their own panel's idle requests."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from backends.vehicle.dbc import DbcSignal, extract, to_physical
from backends.vehicle.e2e import Protection
from backends.vehicle.mapping.named import NAMED
from backends.vehicle.simcar.frames import Described
from backends.vehicle.simcar.habits import consequences
from backends.vehicle.simcar.state import CarState, Item, Value, items

__all__ = ["Panel"]

_DELAY_S = {"CLIMATE_CMD": 0.2, "BODY_CMD": 0.4}
_USUAL_DELAY_S = 0.3
_MAX_STEP = 4
"""A counter that goes on by more has lost its order."""

_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Due:
    when_s: float
    changes: dict[str, Value]


class Panel:
    """One request message: hears it, and sends it with nothing asked for once a period.

    ``refuse`` ignores requests; ``late_s`` is how late they are carried out, None as usual.
    """

    def __init__(self, at: Described, guard: Protection, state: CarState) -> None:
        self.bus, self.message = at.bus, at.message
        self.period_s = (at.message.period_ms or 1000) / 1000
        self.refuse = False
        self.late_s: float | None = None
        self._protection = guard
        self._state = state
        self._counter = 0
        self._own_last = True
        self._due: list[_Due] = []
        self._asked = [
            (signal, item)
            for item in items().values()
            if item.request and (signal := self.message.signal(item.request)) is not None
        ]
        self._idle = self._nothing_asked()

    def _nothing_asked(self) -> bytes:
        """A frame in which every request is the code for "none": all ones, or the smallest value when signed."""
        data = bytearray(self.message.length)
        for signal in self.message.signals:
            if signal.name.endswith("Req"):
                for bit in signal.bits[:1] if signal.signed else signal.bits:
                    data[bit // 8] |= 1 << (bit % 8)
        return bytes(data)

    def frame(self) -> bytes:
        """The panel's own frame; its counter goes on from whoever sent last."""
        data = bytearray(self._idle)
        self._counter = (self._counter + 1) % self._protection.counts
        self._protection.seal(data, self._counter)
        self._own_last = True
        return bytes(data)

    def hear(self, data: bytes, now_s: float) -> None:
        """A request from the bus. A wrong length, check byte or counter is ignored, as a car would."""
        if len(data) != self.message.length or not self._protection.sound(data) or not self._in_turn(data):
            _logger.info("request ignored message=%s data=%s", self.message.name, data.hex())
            return
        changes = {}
        for signal, item in self._asked:
            if extract(signal, data) != extract(signal, self._idle):
                value = _meant(signal, item, int(extract(signal, data)))
                if value is not None:
                    changes[item.name] = value
        if changes and not self.refuse:
            usual = _DELAY_S.get(self.message.name, _USUAL_DELAY_S)
            delay = usual if self.late_s is None else self.late_s
            self._due.append(_Due(now_s + delay, changes))

    def _in_turn(self, data: bytes) -> bool:
        """Whether its counter goes on. One that is our own last went out in the same moment as ours and repeats nobody."""
        count = self._protection.count(data)
        step = (count - self._counter) % self._protection.counts
        in_turn = 1 <= step <= _MAX_STEP or (step == 0 and self._own_last)
        self._counter, self._own_last = count, False
        return in_turn

    def act(self, now_s: float) -> None:
        """Carry out what is due."""
        if not self._due:
            return
        for due in [due for due in self._due if due.when_s <= now_s]:
            self._due.remove(due)
            for name, value in due.changes.items():
                self._state.put(name, value)
            consequences(self._state, due.changes)


def _meant(signal: DbcSignal, item: Item, raw: int) -> Value | None:
    """What a request's raw value asks for; None when it is nothing the item can be."""
    if item.kind == "bool":
        return raw == 1 if raw in (0, 1) else None
    if item.kind == "word":
        return signal.choices.get(raw)
    if item.kind in NAMED:
        read: Callable[[float], str] = NAMED[item.kind].read
        try:
            return read(raw)
        except ValueError:
            return None
    return float(to_physical(signal, raw))
