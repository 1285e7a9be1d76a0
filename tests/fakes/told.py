"""What every link tells alike, kept for tests; how pictures and sounds are kept is each listener's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backends.projection.defs import SessionState
from backends.projection.mirror.link import LinkListener

__all__ = ["Told"]


class Told(LinkListener):
    """Plain attributes."""

    def __init__(self) -> None:
        self.states: list[SessionState] = []
        self.facts: dict[str, Any] = {}
        self.waits: list[tuple[str, str]] = []
        self.focus: list[str] = []
        self.natives = 0
        self.song: dict[str, Any] = {}
        self.turns: list[dict[str, Any] | None] = []
        self.calls: list[dict[str, Any]] = []
        self.notes: list[dict[str, Any]] = []

    def state(self, state: SessionState) -> None:
        self.states.append(state)

    def phone(self, facts: Mapping[str, Any]) -> None:
        self.facts.update(facts)

    def room(self) -> bool:
        return True

    def waiting(self, code: str, text: str) -> None:
        self.waits.append((code, text))

    def want_audio_focus(self, kind: str) -> None:
        self.focus.append(kind)

    def native(self) -> None:
        self.natives += 1

    def now_playing(self, facts: Mapping[str, Any]) -> None:
        self.song.update(facts)

    def turn(self, facts: Mapping[str, Any] | None) -> None:
        self.turns.append(dict(facts) if facts is not None else None)

    def call(self, facts: Mapping[str, Any]) -> None:
        self.calls.append(dict(facts))

    def notification(self, facts: Mapping[str, Any]) -> None:
        self.notes.append(dict(facts))
