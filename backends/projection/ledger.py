"""What the phones tell beside their screens, the last of each: songs, turns, calls, notifications."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["TOLD", "Ledger"]

TOLD = {"NowPlayingChanged": "", "TurnChanged": "", "CallChanged": "id", "NotificationChanged": "id"}
"""Signals, and what tells several of one session apart."""

_Key = tuple[str, str]


class Ledger:
    """``emit`` sends a signal of the interface."""

    def __init__(self, emit: Callable[..., object]) -> None:
        self._emit = emit
        self._kept: dict[str, dict[_Key, dict[str, Any]]] = {member: {} for member in TOLD}

    def of(self, member: str) -> list[dict[str, Any]]:
        """All that were told by this signal and are not gone."""
        return list(self._kept[member].values())

    def put(self, member: str, report: dict[str, Any]) -> None:
        """News; ``gone`` ends it."""
        kept, field = self._kept[member], TOLD[member]
        key = (str(report.get("session", "")), str(report.get(field, "")) if field else "")
        if report.get("gone") is True:
            kept.pop(key, None)
        else:
            kept[key] = report
        self._emit(member, report)

    def drop(self, session: str) -> None:
        """The session is over, and all it told with it."""
        for member, kept in self._kept.items():
            for key in [key for key in kept if key[0] == session]:
                self._emit(member, {**kept.pop(key), "gone": True})
