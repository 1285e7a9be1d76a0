"""Turns: the phones' numbers for them in our words. Tables alone."""

from __future__ import annotations

__all__ = ["carplay_maneuver", "order_maneuver"]

_CARPLAY = {
    1: "turn_left",
    2: "turn_right",
    3: "straight",
    4: "u_turn_left",
    5: "straight",
    6: "roundabout_enter",
    7: "roundabout_exit",
    8: "off_ramp_right",
    9: "on_ramp_right",
    10: "destination",
    11: "depart",
    12: "destination",
    13: "fork_left",
    14: "fork_right",
    15: "ferry",
    16: "straight",
    17: "ferry",
    18: "u_turn_left",
    19: "roundabout_exit",
    20: "turn_left",
    21: "turn_right",
    22: "off_ramp_left",
    23: "off_ramp_right",
    24: "destination_left",
    25: "destination_right",
    26: "u_turn_left",
    27: "destination",
    47: "sharp_left",
    48: "sharp_right",
    49: "slight_left",
    50: "slight_right",
    51: "straight",
    52: "fork_left",
    53: "fork_right",
}
_CARPLAY_EXIT_1, _CARPLAY_EXIT_19 = 28, 46

_LEFT, _RIGHT = 1, 2
_TURN = {0: "turn", 1: "slight", 2: "sharp", 3: "u_turn", 4: "on_ramp"}
_ORDER = {1: "depart", 4: "name_change", 14: "roundabout_exit", 15: "roundabout_exit", 16: "straight", 18: "ferry"}
_ORDER_SIDED = {10: "off_ramp", 11: "fork"}
_ORDER_DESTINATION = 21
_ORDER_TURN = 6


def carplay_maneuver(number: int, *, left_hand_traffic: bool = False) -> tuple[str, int]:
    """NaviManeuverType as our word and the roundabout's exit (0: none)."""
    if _CARPLAY_EXIT_1 <= number <= _CARPLAY_EXIT_19:
        return "roundabout_cw" if left_hand_traffic else "roundabout_ccw", number - _CARPLAY_EXIT_1 + 1
    word = _CARPLAY.get(number, "unknown")
    if left_hand_traffic and word == "u_turn_left":
        word = "u_turn_right"
    return word, 0


def order_maneuver(order: int, angle: int, side: int) -> str:
    """NaviOrderType, NaviTurnAngle and NaviTurnSide, as Android Auto's turns come, as our word."""
    way = "left" if side == _LEFT else "right"
    if order == _ORDER_TURN:
        if side not in (_LEFT, _RIGHT):
            return "straight"
        return f"{_TURN.get(angle, 'turn')}_{way}"
    if order in _ORDER_SIDED:
        return f"{_ORDER_SIDED[order]}_{way}"
    if order == _ORDER_DESTINATION:
        return f"destination_{way}" if side in (_LEFT, _RIGHT) else "destination"
    return _ORDER.get(order, "unknown")
