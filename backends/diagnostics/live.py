"""Live values for whoever subscribed: speed and engine speed five times a second, the others in turn."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence

from backends.diagnostics import messages
from backends.diagnostics.addresses import Unit
from backends.diagnostics.domain import ControlUnit
from backends.diagnostics.errors import Garbled, Negative, Silent
from backends.diagnostics.parameters import FAST, parameters
from backends.diagnostics.transports.base import Transport

__all__ = ["PERIOD_S", "LivePoller", "Turn"]

PERIOD_S = 0.2
_MOST_PIDS = 6
_STALE_S = 1.5
_GONE_AFTER = 10
_log = logging.getLogger(__name__)

Value = tuple[str, float, str]
"""Key, value, quality (valid, stale, not_available)."""


class Turn:
    """Which PIDs the next question to one control unit names: all fast ones, and of the slow ones whose turn it is.

    ``batch``: how many PIDs it takes at once; some take one only, which shows by its answers."""

    def __init__(self, pids: Sequence[int]) -> None:
        fast = {parameters()[key].pid for key in FAST}
        self.fast = [pid for pid in pids if pid in fast]
        self.slow = [pid for pid in pids if pid not in fast]
        self.batch = _MOST_PIDS
        self._at = 0

    def next(self) -> list[list[int]]:
        """Questions of one period."""
        slots = max(1, self.batch - len(self.fast)) if self.slow else 0
        chosen = [self.slow[(self._at + i) % len(self.slow)] for i in range(min(slots, len(self.slow)))]
        self._at = (self._at + len(chosen)) % max(1, len(self.slow))
        pids = [*self.fast, *chosen]
        return [pids[i : i + self.batch] for i in range(0, len(pids), self.batch)]


class LivePoller:
    """Asks as long as anything is wanted. ``deliver`` gets what is new, once a period."""

    def __init__(self, transport: Transport, deliver: Callable[[list[Value]], None]) -> None:
        self._transport = transport
        self._deliver = deliver
        self._turns: dict[str, tuple[Unit, Turn]] = {}
        self._heard: dict[str, float] = {}
        self._told: dict[str, Value] = {}

    @property
    def wanted(self) -> bool:
        return bool(self._turns)

    def want(self, keys: Sequence[str], units: Sequence[ControlUnit], targets: Callable[[str], Unit | None]) -> None:
        """Follow these parameters: each is asked of the first control unit that has it."""
        pids: dict[str, list[int]] = {}
        for pid in sorted({parameters()[key].pid for key in keys if key in parameters()}):
            owner = next((unit for unit in units if pid in unit.pids), None)
            if owner is not None:
                pids.setdefault(owner.id, []).append(pid)
        found = {unit_id: (targets(unit_id), Turn(numbers)) for unit_id, numbers in pids.items()}
        self._turns = {unit_id: (unit, turn) for unit_id, (unit, turn) in found.items() if unit is not None}
        kept = {key for key in self._told if parameters()[key].pid in {p for own in pids.values() for p in own}}
        self._told = {key: value for key, value in self._told.items() if key in kept}

    @property
    def known(self) -> list[Value]:
        """The last values."""
        return list(self._told.values())

    async def run(self) -> None:
        """Until nothing is wanted. Raises Away, and Silent once nobody answered for some periods."""
        loop = asyncio.get_running_loop()
        silent = 0
        due = loop.time()
        while self._turns:
            values: dict[str, float] = {}
            for unit, turn in list(self._turns.values()):
                for pids in turn.next():
                    values |= await self._ask(unit, turn, pids)
            silent = 0 if values else silent + 1
            self._tell(values, loop.time())
            if silent >= _GONE_AFTER:
                raise Silent("The car's control units do not answer any more.")
            due = max(due + PERIOD_S, loop.time())
            await asyncio.sleep(due - loop.time())

    async def _ask(self, unit: Unit, turn: Turn, pids: list[int]) -> dict[str, float]:
        request = messages.live(pids)
        try:
            payload = await self._transport.ask_one(request, unit)
            values = messages.values(request, payload)
        except Negative:
            values = {}
        except (Silent, Garbled) as error:
            _log.info("no values unit=%s error=%s", unit.id, type(error).__name__)
            return {}
        answered = {parameters()[key].pid for key in values}
        if len(pids) > 1 and len(answered) < len(pids):
            turn.batch = max(1, len(answered))
        return values

    def _tell(self, values: dict[str, float], now: float) -> None:
        news = [(key, value, "valid") for key, value in values.items()]
        self._heard.update(dict.fromkeys(values, now))
        # The more is followed, the longer a turn takes.
        longest = _STALE_S + PERIOD_S * max((len(turn.slow) for _, turn in self._turns.values()), default=0)
        news += [
            (key, value, "stale")
            for key, value, quality in self._told.values()
            if quality == "valid" and key not in values and now - self._heard.get(key, now) > longest
        ]
        changed = [one for one in news if self._told.get(one[0]) != one]
        self._told.update({one[0]: one for one in news})
        if changed:
            self._deliver(changed)

    def lose(self) -> None:
        """The car is away: nothing is known any more."""
        self._deliver([(key, value, "not_available") for key, value, _ in self._told.values()])
        self._told.clear()
        self._heard.clear()
