"""Judges rules over values: what is told now, what was told before. No clock and no loop: time is given.

Only valid values raise a warning. One that is told ends only when a valid value says that it is over: a value that went stale,
missing or wrong leaves it standing, with ``sure`` False. While any bus is away the entry ``data_away`` says that warnings may be
missing, so that an empty list never means more than it knows. Nothing told outlives a restart: it is then history, and is told
anew as soon as the car says it again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backends.vehicle.defs import Quality, Scalar
from backends.vehicle.slots import SlotTable
from backends.vehicle.warning.rules import SEVERITIES, Rule

__all__ = ["DATA_AWAY", "Watch"]

_HISTORY = 100
_AWAY_AFTER_S = 5.0
"""A bus that is opened anew after a hiccup, or at start, is not worth a line."""
DATA_AWAY = Rule(
    code="data_away",
    symbol="information",
    severity="info",
    text="Some of the car's data is away. Warnings may be missing until it is back.",
    when=(),
)


@dataclass(slots=True)
class _State:
    """One rule's: since when it holds or is over, and the entry while it is told."""

    rule: Rule
    turned_at: float | None = None
    entry: dict[str, Any] | None = None


class Watch:
    """All rules of one vehicle. `current` is what is told, worst first; `history` what ended, newest first."""

    def __init__(self, rules: Iterable[Rule], table: SlotTable, off: Sequence[str] = ()) -> None:
        self._table = table
        # Rules that silence others come first, so that a change from bad to worse is one step.
        named = {rule.code: rule for rule in rules if rule.code not in off}
        order = sorted(named.values(), key=lambda rule: len(rule.unless))
        self._states = [_State(rule) for rule in order]
        self._by_code = {state.rule.code: state for state in self._states}
        self._away = _State(DATA_AWAY)
        self.current: list[dict[str, Any]] = []
        self.history: deque[dict[str, Any]] = deque(maxlen=_HISTORY)

    @property
    def codes(self) -> list[str]:
        return [state.rule.code for state in self._states]

    @property
    def waiting(self) -> bool:
        """True while time alone may change something."""
        return any(state.turned_at is not None for state in (*self._states, self._away))

    def run(self, now: float, wall: float, data_away: bool) -> bool:
        """Judge everything. Returns whether `current` changed."""
        changed = self._judge_away(now, wall, data_away)
        for state in self._states:
            changed = self._judge(state, now, wall) or changed
        if changed:
            entries = [s.entry for s in (*self._states, self._away) if s.entry is not None]
            self.current = sorted(
                (dict(e) for e in entries), key=lambda e: (SEVERITIES.index(e["severity"]), -e["since"])
            )
        return changed

    def restore(self, current: Iterable[Mapping[str, Any]], history: Iterable[Mapping[str, Any]], until: float) -> None:
        """What an earlier run left: all of it is history now."""
        ended = [_public({**entry, "until": until}) for entry in current if entry.get("code") != DATA_AWAY.code]
        self.history = deque([*ended, *(_public(entry) for entry in history)][:_HISTORY], _HISTORY)

    def _sure(self, path: str) -> Scalar | None:
        slot = self._table.slots.get(path)
        return slot.value if slot is not None and slot.quality is Quality.VALID else None

    def _judge(self, state: _State, now: float, wall: float) -> bool:
        rule = state.rule
        said = rule.says(self._sure, active=state.entry is not None)
        if any((other := self._by_code.get(code)) is not None and other.entry is not None for code in rule.unless):
            state.turned_at = None
            return self._end(state, wall, keep=False)
        if state.entry is None:
            if said is not True:
                state.turned_at = None
                return False
            if state.turned_at is None:
                state.turned_at = now
            if now - state.turned_at < rule.for_s:
                return False
            state.turned_at = None
            state.entry = _told(rule, wall)
            return True
        return self._judge_told(state, said, now, wall)

    def _judge_told(self, state: _State, said: bool | None, now: float, wall: float) -> bool:
        assert state.entry is not None
        if said is False:
            if state.turned_at is None:
                state.turned_at = now
            if now - state.turned_at < state.rule.clear_s:
                return False
            return self._end(state, wall)
        state.turned_at = None
        sure = said is True
        if state.entry["sure"] == sure:
            return False
        state.entry["sure"] = sure
        return True

    def _judge_away(self, now: float, wall: float, data_away: bool) -> bool:
        state = self._away
        if not data_away:
            state.turned_at = None
            if state.entry is None:
                return False
            state.entry = None  # it is about us, not about the car: no history
            return True
        if state.entry is not None:
            return False
        if state.turned_at is None:
            state.turned_at = now
        if now - state.turned_at < _AWAY_AFTER_S:
            return False
        state.turned_at = None
        state.entry = _told(state.rule, wall)
        return True

    def _end(self, state: _State, wall: float, keep: bool = True) -> bool:
        """``keep``: into the history; what a worse one takes over goes on there."""
        entry, state.entry, state.turned_at = state.entry, None, None
        if entry is None:
            return False
        if keep:
            self.history.appendleft(_public({**entry, "until": wall}))
        return True


def _told(rule: Rule, wall: float) -> dict[str, Any]:
    return {
        "code": rule.code,
        "symbol": rule.symbol,
        "severity": rule.severity,
        "text": rule.text,
        "since": wall,
        "sure": True,
    }


def _public(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry of the history: the same keys whatever a file held."""
    return {
        **{key: str(entry.get(key, "")) for key in ("code", "symbol", "severity", "text")},
        **{key: float(entry.get(key, 0.0)) for key in ("since", "until")},
    }
