"""What the car's control units do by themselves when something is asked of them."""

from __future__ import annotations

from collections.abc import Mapping

from backends.vehicle.simcar.state import CarState, Value

__all__ = ["SEAT_PARTS", "consequences", "settle"]

SEAT_PARTS = ("position", "height", "recline", "lumbar")
_TO_DIRECTION = {"UP": "DEFROST", "MIDDLE": "FACE", "DOWN": "FLOOR"}
_TO_AIR = {"DEFROST": "UP", "DEFROST_FLOOR": "UP", "FACE": "MIDDLE", "FACE_FLOOR": "MIDDLE", "FLOOR": "DOWN"}
_BY_HAND = {f"climate.{what}_{who}" for what in ("fan", "air", "direction") for who in ("driver", "passenger")}
_OPENING = {
    "OPEN": 100.0,
    "ONE_SHOT_OPEN": 100.0,
    "CLOSE": 0.0,
    "ONE_SHOT_CLOSE": 0.0,
    "TILT_UP": -30.0,
    "TILT_DOWN": 0.0,
}
_LEAST_HOLD_S = 0.6
_SWITCHES = {"sunroof_switch": "sunroof", "window_switch": "window.fl"}


def consequences(state: CarState, changes: Mapping[str, Value]) -> None:
    """After these changes were made."""
    _climate(state, changes)
    _seats(state, changes)
    for switch, what in _SWITCHES.items():
        if switch in changes:
            way = str(changes[switch])
            state.put(what, _OPENING.get(way, state.number(what)))
    if changes.get("trunk") is True:
        state.put("trunk_locked", False)
    if "light_switch" in changes:
        wanted = changes["light_switch"]
        state.put("low_beam", wanted == "BEAM" or (wanted == "AUTO" and bool(state.values["night"])))
        state.put("position_light", wanted in ("BEAM", "POSITION"))


def _climate(state: CarState, changes: Mapping[str, Value]) -> None:
    """One zone follows the driver; touching the fan or air ends automatic mode; air and its direction are one thing."""
    if not state.values["climate.dual"]:
        if "climate.temp_passenger" in changes and "climate.temp_driver" not in changes:
            state.put("climate.dual", True)
        elif "climate.temp_driver" in changes or "climate.dual" in changes:
            state.put("climate.temp_passenger", state.values["climate.temp_driver"])
    if changes.keys() & _BY_HAND:
        state.put("climate.auto", False)
    if changes.get("climate.max_defrost") is True:
        state.put("climate.front_defrost", True)
    if any(name.startswith(("climate.rear_temp_", "climate.rear_fan_")) for name in changes):
        state.put("climate.rear_on", True)
    for who in ("driver", "passenger"):
        air, direction = f"climate.air_{who}", f"climate.direction_{who}"
        if direction in changes:
            state.put(air, _TO_AIR[str(changes[direction])])
        elif air in changes:
            state.put(direction, _TO_DIRECTION[str(changes[air])])


def _seats(state: CarState, changes: Mapping[str, Value]) -> None:
    for who in ("driver", "passenger"):
        if f"seat.memory_set_{who}" in changes:
            place = f"{who}.{changes[f'seat.memory_set_{who}']:.0f}"
            state.memory[place] = {part: state.number(f"seat.{part}_{who}") for part in SEAT_PARTS}
            state.put(f"seat.memory_{who}", changes[f"seat.memory_set_{who}"])
        elif f"seat.memory_{who}" in changes:
            place = f"{who}.{changes[f'seat.memory_{who}']:.0f}"
            for part, value in state.memory.get(place, {}).items():
                state.put(f"seat.{part}_{who}", value)
        elif any(f"seat.{part}_{who}" in changes for part in SEAT_PARTS):
            state.put(f"seat.memory_{who}", 0.0)


def settle(state: CarState, dt_s: float) -> None:
    """Once motors have stopped, their switches are at rest again; each is held for a moment at least."""
    for switch, what in _SWITCHES.items():
        if state.values[switch] == "INACTIVE":
            continue
        state.held_s[switch] = state.held_s.get(switch, 0.0) + dt_s
        if what not in state.targets and state.held_s[switch] >= _LEAST_HOLD_S:
            state.held_s[switch] = 0.0
            state.update({switch: "INACTIVE"})
