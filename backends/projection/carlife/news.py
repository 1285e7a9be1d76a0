"""What the phone tells beside picture and sound, in the car's own words: songs, turns, calls, its screen, and problems."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backends.projection.carlife.ids import Module, Type
from backends.projection.carlife.sentences import BACKGROUND, DENIED, ENCODER, LOCKED, PERMISSION, PROBLEM
from backends.projection.errors import ProjectionError, Unsupported
from backends.projection.mirror import LinkListener

__all__ = ["News"]

_TURNS = {
    1: "straight", 2: "slight_right", 3: "turn_right", 4: "sharp_right", 5: "u_turn_left", 6: "sharp_left",
    7: "turn_left", 8: "slight_left", 9: "roundabout_enter", 10: "roundabout_exit",
    11: "fork_left", 12: "fork_right", 13: "fork_left", 14: "fork_left", 15: "fork_right", 16: "fork_right",
    17: "straight", 18: "off_ramp_left", 19: "off_ramp_right", 20: "fork_left", 21: "fork_right", 22: "straight",
    23: "depart", 24: "destination", 25: "destination", 26: "destination", 27: "destination", 28: "destination",
    29: "ferry", 30: "ferry", 31: "straight", 32: "off_ramp_left", 33: "off_ramp_right", 34: "straight", 35: "straight",
    36: "straight", 37: "straight", 38: "straight", 39: "off_ramp_left", 40: "straight", 41: "off_ramp_right",
    42: "straight", 43: "straight", 44: "straight", 45: "straight", 46: "straight", 47: "straight", 48: "straight",
    49: "straight", 50: "turn_left", 51: "turn_left", 52: "turn_left", 53: "turn_left", 54: "turn_left",
    55: "turn_right", 56: "turn_right", 57: "turn_right", 58: "turn_right", 59: "turn_right",
    60: "slight_left", 61: "slight_left", 62: "slight_right", 63: "slight_right",
}  # fmt: skip
"""The turns of Baidu's navigation (the enumeration of its HUD kit), in Projection1's words."""
_HIDE = 3
_CALLS = {
    Type.CALL_INCOMING: "incoming",
    Type.CALL_OUTGOING: "dialing",
    Type.CALL_ACTIVE: "active",
    Type.CALL_IDLE: "ended",
}
_COVER_CALLS = {1: "incoming", 2: "dialing", 3: "ended"}
_CALL = "phone"
_MODULES = {int(module): module.name.lower() for module in Module}


class News:
    """``fail`` is called with the error that a message stands for. State is kept, so that repeats are no news."""

    def __init__(self, listener: LinkListener, fail: Callable[[ProjectionError], None]) -> None:
        self._listener = listener
        self._fail = fail
        self._calling = False
        self._guided = False
        self.waiting = ""
        """The code of what is in the way of a picture."""
        self.background = False
        self.modules: dict[str, int] = {}

    def heard(self, kind: Type, values: dict[str, Any]) -> bool:
        """A message of the command channel; whether it was one of these."""
        match kind:
            case Type.MEDIA_INFO:
                self._song(values)
            case Type.MEDIA_PROGRESS:
                self._listener.now_playing({"position_us": max(0, values["position_ms"]) * 1000})
            case Type.NEXT_TURN:
                self._turn(values)
            case Type.CALL_INCOMING | Type.CALL_OUTGOING | Type.CALL_ACTIVE | Type.CALL_IDLE:
                self._call(_CALLS[kind], {})
            case Type.HFP_CALL_COVER:
                state = _COVER_CALLS.get(values["state"], "active")
                self._call(state, {key: values[key] for key in ("name", "number") if values.get(key)})
            case Type.MODULE_STATUS:
                for item in values["items"]:
                    self._module(item["module"], item["status"])
            case Type.SCREEN_OFF:
                self._wait("locked", LOCKED)
            case Type.SCREEN_ON | Type.SCREEN_PRESENT:
                self._wait_no_more("locked")
            case Type.BACKGROUND:
                self.background = True
                self._wait("phone_background", BACKGROUND)
            case Type.FOREGROUND:
                self.background = False
                self._wait_no_more("phone_background")
            case Type.EXCEPTION:
                self._exception(values["kind"])
            case Type.GO_TO_DESKTOP:
                self._listener.native()
            case Type.ASSISTANT_GUIDE | Type.UI_SOUND:
                pass
            case _:
                return False
        return True

    def pictured(self) -> None:
        """A key frame came: whatever was in the way is gone."""
        self._wait_no_more(self.waiting)

    def played(self, playing: bool) -> None:
        """Music began or ended on its channel."""
        self._listener.now_playing({"status": "playing" if playing else "paused"})

    def _song(self, told: dict[str, Any]) -> None:
        song = {
            "app": told.get("app", ""), "title": told.get("song", ""), "artist": told.get("artist", ""),
            "album": told.get("album", ""), "art": told.get("art", b""),
            "duration_us": max(0, told.get("duration_ms", 0)) * 1000,
        }  # fmt: skip
        self._listener.now_playing(song)

    def _turn(self, told: dict[str, Any]) -> None:
        if told["action"] == _HIDE:
            self._end_guidance()
            return
        self._guided = True
        self._listener.turn(
            {
                "state": "active",
                "maneuver": _TURNS.get(told["turn"], "unknown"),
                "road": told["road"],
                "distance_m": float(max(-1, told["remaining_m"])),
                "time_s": float(max(-1, told.get("time_s", -1))),
                "image": told.get("icon", b""),
            }
        )

    def _end_guidance(self) -> None:
        if self._guided:
            self._guided = False
            self._listener.turn(None)

    def _call(self, state: str, who: dict[str, str]) -> None:
        if state == "ended" and not self._calling:
            return
        self._calling = state != "ended"
        self._listener.call({"id": _CALL, "state": state, **who})

    def _module(self, module: int, status: int) -> None:
        name = _MODULES.get(module, f"module {module}")
        if len(self.modules) < 32 or name in self.modules:
            self.modules[name] = status
        match module:
            case Module.NAVIGATION if status != 1:
                self._end_guidance()
            case Module.MUSIC:
                self._listener.now_playing({"status": "playing" if status == 1 else "paused"})
            case Module.PHONE:
                self._call({1: "incoming", 2: "dialing"}.get(status, "ended"), {})

    def _exception(self, kind: int) -> None:
        match kind:
            case 1:
                self._fail(Unsupported(ENCODER))
            case 2:
                self._wait("permission", DENIED)
            case 3:
                self._wait("permission", PERMISSION)
            case _:
                self._wait("other", PROBLEM)

    def _wait(self, code: str, text: str) -> None:
        self.waiting = code
        self._listener.waiting(code, text)

    def _wait_no_more(self, code: str) -> None:
        if code and self.waiting == code:
            self.waiting = ""
            self._listener.waiting("", "")
