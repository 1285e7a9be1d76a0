"""Kinds of turns and lanes: the phone's numbers, and the words of Projection1."""

from __future__ import annotations

__all__ = ["MANEUVERS", "SHAPES", "from_event"]

_SIDED = (
    "slight", "turn", "sharp", "u_turn", "on_ramp", "on_ramp", "on_ramp", "on_ramp", "off_ramp", "off_ramp", "fork", "merge",
)  # fmt: skip
"""Slight, normal and sharp ramps are ramps."""
_FIRST_SIDED = 5
MANEUVERS: dict[int, str] = {
    0: "unknown",
    1: "depart",
    2: "name_change",
    3: "slight_left",
    4: "slight_right",
    **{
        _FIRST_SIDED + 2 * index + side: f"{word}_{('left', 'right')[side]}"
        for index, word in enumerate(_SIDED)
        for side in (0, 1)
    },
    29: "merge",
    30: "roundabout_enter",
    31: "roundabout_exit",
    32: "roundabout_cw",
    33: "roundabout_cw",
    34: "roundabout_ccw",
    35: "roundabout_ccw",
    36: "straight",
    37: "ferry",
    38: "ferry_train",
    39: "destination",
    40: "destination_straight",
    41: "destination_left",
    42: "destination_right",
}
"""By the number of the newer messages; 3 and 4 are "keep"."""

SHAPES = {
    1: "straight",
    2: "slight_left",
    3: "slight_right",
    4: "left",
    5: "right",
    6: "sharp_left",
    7: "sharp_right",
    8: "u_turn_left",
    9: "u_turn_right",
}
"""Where a lane leads."""

_EVENTS = {1: "depart", 2: "name_change", 11: "roundabout_enter", 12: "roundabout_exit", 13: "roundabout_ccw"}
_EVENTS |= {14: "straight", 16: "ferry", 17: "ferry_train", 19: "destination"}
_SIDED_EVENTS = {3: "slight", 4: "turn", 5: "sharp", 6: "u_turn", 7: "on_ramp", 8: "off_ramp", 9: "fork", 10: "merge"}
_EITHER = {7, 8, 10}
"""Those that have a word without a side."""
_LEFT, _RIGHT = 1, 2


def from_event(event: int, side: int) -> str:
    """The word for the older messages' event and side."""
    if event in _SIDED_EVENTS and side in (_LEFT, _RIGHT):
        return f"{_SIDED_EVENTS[event]}_{'left' if side == _LEFT else 'right'}"
    if event == 13:
        return "roundabout_cw" if side == _LEFT else "roundabout_ccw"
    if event == 19 and side in (_LEFT, _RIGHT):
        return f"destination_{'left' if side == _LEFT else 'right'}"
    return _EVENTS.get(event, _SIDED_EVENTS[event] if event in _EITHER else "unknown")
