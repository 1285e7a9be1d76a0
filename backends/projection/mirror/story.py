"""What a phone tells beside its picture: the song, the next turn, calls, notifications; checked and bounded for all protocols."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from backends.projection.mirror.pictures import Shelf
from backends.projection.words import plain

__all__ = ["CALLS_MAX", "NOTIFICATIONS_MAX", "Story"]

CALLS_MAX = 8
NOTIFICATIONS_MAX = 32
_LIST_MAX = 16
_YEAR_2100 = 4_102_444_800
_WORD_MAX = 40
_TEXT = {"app", "title", "artist", "album", "road", "name", "number", "text", "id", "eta"}
_PICTURES = {"art", "image", "icon"}
_WORDS = {
    "status": ("playing", "paused", "stopped"),
    "state": ("active", "inactive", "rerouting", "incoming", "dialing", "held", "ended"),
}
_COUNTS = {"duration_us", "position_us", "exit"}
_AMOUNTS = {"distance_m", "time_s", "remaining_m", "remaining_s", "since", "position_time"}

_NOW_PLAYING = {"app", "title", "artist", "album", "art", "duration_us", "position_us", "position_time", "status"}
_TURN = {
    "state", "maneuver", "exit", "road", "distance_m", "time_s", "eta", "remaining_m", "remaining_s", "lanes", "image",
}  # fmt: skip
_CALL = {"id", "state", "name", "number", "since"}
_NOTIFICATION = {"id", "app", "title", "text", "icon", "can_reply", "actions"}

Said = Callable[..., object]
"""Told (member, report) of each signal of Projection1."""


class Story:
    """The last of each kind. ``whose`` (session and device) goes with every report."""

    def __init__(self, whose: Mapping[str, str], shelf: Shelf, said: Said) -> None:
        self._whose = dict(whose)
        self._shelf = shelf
        self._said = said
        self._song: dict[str, Any] = {}
        self._turn: dict[str, Any] = {}
        self._calls: dict[str, dict[str, Any]] = {}
        self._notes: dict[str, dict[str, Any]] = {}

    def now_playing(self, facts: Mapping[str, Any]) -> None:
        """Some of it; the rest stays."""
        news = self._clean(facts, _NOW_PLAYING)
        if "position_us" in news or "status" in news:
            news.setdefault("position_time", time.monotonic())
        empty = {"app": "", "title": "", "artist": "", "album": "", "art": "", "duration_us": 0, "status": "stopped"}
        song = {**empty, **self._song, **news}
        if song != self._song:
            self._song = song
            self._say("NowPlayingChanged", song)

    def turn(self, facts: Mapping[str, Any] | None) -> None:
        """All of it, or None. ``eta``: text, or s since 1970."""
        unknown = {"state": "active", "maneuver": "unknown", "exit": 0, "road": "", "distance_m": -1.0, "time_s": -1.0}
        turn = {} if facts is None else {**unknown, **self._clean(facts, _TURN)}
        if turn != self._turn:
            self._turn = turn
            self._say("TurnChanged", turn)

    def call(self, facts: Mapping[str, Any]) -> None:
        """One call; one that ended is gone."""
        call = self._clean(facts, _CALL)
        self._keep(self._calls, call, "CallChanged", CALLS_MAX, gone=call.get("state") == "ended")

    def notification(self, facts: Mapping[str, Any]) -> None:
        """One notification, or that it was taken back."""
        note = self._clean(facts, _NOTIFICATION)
        self._keep(self._notes, note, "NotificationChanged", NOTIFICATIONS_MAX, gone=facts.get("gone") is True)

    def clear(self) -> None:
        """The phone is gone, and what it told with it."""
        for call in list(self._calls):
            self.call({"id": call, "state": "ended"})
        for note in list(self._notes):
            self.notification({"id": note, "gone": True})
        self.turn(None)
        if self._song:
            self._song = {}
            self._say("NowPlayingChanged", {})

    def _keep(
        self, kept: dict[str, dict[str, Any]], news: dict[str, Any], member: str, most: int, *, gone: bool
    ) -> None:
        key = str(news.get("id", ""))
        if not key:
            return
        before = kept.pop(key, None)
        if gone:
            if before is not None:
                self._say(member, {**before, **news, "gone": True})
            return
        kept[key] = {**(before or {}), **news}
        if kept[key] != before:
            self._say(member, kept[key])
        if len(kept) > most:
            oldest = next(iter(kept))
            self._say(member, {**kept.pop(oldest), "gone": True})

    def _say(self, member: str, report: dict[str, Any]) -> None:
        self._said(member, {**self._whose, **(report or {"gone": True})})

    def _clean(self, facts: Mapping[str, Any], known: set[str]) -> dict[str, Any]:
        """Only what is known, of the right type and size."""
        clean: dict[str, Any] = {}
        for key in known & facts.keys():
            value = facts[key]
            match value:
                case int() | float() if key == "eta" and 0 < value < _YEAR_2100:
                    clean[key] = time.strftime("%H:%M", time.localtime(value))
                case str() if key in _TEXT:
                    clean[key] = plain(value)
                case str() if key in _WORDS and value in _WORDS[key]:
                    clean[key] = value
                case str() if key == "maneuver":
                    clean[key] = plain(value, _WORD_MAX)
                case bool() if key == "can_reply":
                    clean[key] = value
                case int() | float() if key in _COUNTS and not isinstance(value, bool):
                    clean[key] = int(max(0, min(value, 1 << 53)))
                case int() | float() if key in _AMOUNTS and not isinstance(value, bool):
                    clean[key] = float(max(-1.0, min(value, 1e12)))
                case _ if key in _PICTURES:
                    clean[key] = self._shelf.url(value)
                case list() | tuple() if key == "actions":
                    clean[key] = [plain(one, _WORD_MAX) for one in value[:_LIST_MAX] if isinstance(one, str)]
                case list() | tuple() if key == "lanes":
                    clean[key] = [_lane(one) for one in value[:_LIST_MAX] if isinstance(one, Mapping)]
        return clean


def _lane(given: Mapping[str, Any]) -> dict[str, Any]:
    shapes = given.get("shapes")
    words = shapes[:_LIST_MAX] if isinstance(shapes, list | tuple) else []
    return {
        "shapes": [plain(one, _WORD_MAX) for one in words if isinstance(one, str)],
        "highlighted": given.get("highlighted") is True,
    }
