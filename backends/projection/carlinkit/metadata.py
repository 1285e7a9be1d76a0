"""What the phone plays and where it leads, out of the METADATA messages, which tell changes alone."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from backends.projection.carlinkit.maneuvers import carplay_maneuver, order_maneuver
from backends.projection.carlinkit.messages import read_json
from backends.projection.words import plain

__all__ = ["Guidance", "picture", "playing"]

_WORDS_MAX = 200
_IMAGE_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_MS_MAX = 48 * 3600 * 1000
_INACTIVE_CARPLAY = 0
_INACTIVE_ANDROID = 2
_REROUTING = 2
_TELLING = {"NaviManeuverType", "NaviOrderType", "NaviRoadName", "NaviRemainDistance"}


def picture(data: bytes) -> bytes:
    """A JPEG or PNG, given as it is or in base64 with or without a data URL; empty when it is neither."""
    if data.startswith(_IMAGE_STARTS):
        return data
    text = data.split(b"\0", 1)[0]
    if text.startswith(b"data:"):
        text = text.partition(b",")[2]
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return decoded if decoded.startswith(_IMAGE_STARTS) else b""


def playing(payload: bytes) -> dict[str, Any]:
    """What is told about the music, in the words of Projection1.NowPlaying; nothing when nothing is."""
    found = read_json(payload)
    facts: dict[str, Any] = {}
    for key, name in (
        ("MediaSongName", "title"),
        ("MediaArtistName", "artist"),
        ("MediaAlbumName", "album"),
        ("MediaAPPName", "app"),
    ):
        if isinstance(text := found.get(key), str):
            facts[name] = plain(text, _WORDS_MAX)
    for key, name in (("MediaSongDuration", "duration_us"), ("MediaSongPlayTime", "position_us")):
        if (number := _number(found, key)) is not None:
            facts[name] = min(max(0, number), _MS_MAX) * 1000
    status = _number(found, "MediaPlayStatus")
    if status is not None:
        facts["status"] = "playing" if status == 1 else "paused"
    return facts


class Guidance:
    """The route as far as it was told. ``android`` True: the numbers are Android Auto's."""

    def __init__(self, *, android: bool = False) -> None:
        self.android = android
        self._known: dict[str, Any] = {}
        self._image = b""

    def image(self, data: bytes) -> None:
        """The picture of the turn whose words come next."""
        self._image = picture(data)

    def update(self, payload: bytes) -> bool:
        """Take in a message; whether it told anything."""
        found = read_json(payload)
        if not found:
            return False
        status = _number(found, "NaviStatus")
        if status == _INACTIVE_CARPLAY or (self.android and status == _INACTIVE_ANDROID):
            self._known.clear()
            self._image = b""
            return True
        if "NaviManeuverType" in found or "NaviOrderType" in found:
            # Another turn: what described the last one is no longer true.
            for key in ("NaviManeuverType", "NaviOrderType", "NaviTurnAngle", "NaviTurnSide", "NaviRoundaboutExit"):
                self._known.pop(key, None)
        self._known |= {key: value for key, value in found.items() if key.startswith("Navi")}
        return True

    @property
    def told(self) -> bool:
        """There is something to show: a turn, a road or a distance, not only that guidance began."""
        return not self._known.keys().isdisjoint(_TELLING)

    def turn(self) -> dict[str, Any] | None:
        """The next turn in the words of Projection1.Turns; None: no guidance."""
        known = self._known
        if not known:
            return None
        side = _number(known, "NaviTurnSide") or 0
        number = _number(known, "NaviManeuverType")
        if number is not None and not self.android:
            maneuver, exit_number = carplay_maneuver(number, left_hand_traffic=side == 1)
        else:
            maneuver = order_maneuver(_number(known, "NaviOrderType") or 0, _number(known, "NaviTurnAngle") or 0, side)
            exit_number = 0
        rerouting = not self.android and _number(known, "NaviStatus") == _REROUTING
        eta = known.get("NaviETA")
        road = known.get("NaviRoadName")
        return {
            "state": "rerouting" if rerouting else "active",
            "maneuver": maneuver,
            "exit": min(max(0, _number(known, "NaviRoundaboutExit") or exit_number), 99),
            "road": plain(road, _WORDS_MAX) if isinstance(road, str) else "",
            "distance_m": _measure(known, "NaviRemainDistance"),
            "time_s": _measure(known, "NaviNextTurnTimeSeconds"),
            "eta": plain(eta, 20) if isinstance(eta, str) else "",
            "remaining_m": _measure(known, "NaviDistanceToDestination"),
            "remaining_s": _measure(known, "NaviTimeToDestination"),
            "lanes": [],
            "image": self._image,
        }


def _number(found: dict[str, Any], key: str) -> int | None:
    value = found.get(key)
    return int(value) if isinstance(value, int | float) and abs(value) < 1e12 else None


def _measure(found: dict[str, Any], key: str) -> float:
    """Metres or seconds; -1: not told."""
    value = _number(found, key)
    return float(value) if value is not None and 0 <= value < 1e8 else -1.0
