"""What is never written, whatever a profile says: steering, brakes, throttle, gear, and driver assistance.

Two rules, either of which refuses: the path belongs to driving, or the message or any signal in it has a name that does. A
name that is only similar is refused too: a wrong refusal costs a comfort function, a wrong permission may cost a life.
"""

from __future__ import annotations

import re

from backends.vehicle.dbc.model import DbcMessage

__all__ = ["forbidden_message", "forbidden_path"]

_PATHS = (
    "Vehicle.ADAS.",
    "Vehicle.Acceleration",
    "Vehicle.Chassis.Accelerator",
    "Vehicle.Chassis.Axle.",
    "Vehicle.Chassis.Brake",
    "Vehicle.Chassis.ParkingBrake",
    "Vehicle.Chassis.SteeringWheel.Angle",
    "Vehicle.LowVoltageSystemState",
    "Vehicle.MotionManagement.",
    "Vehicle.Powertrain.CombustionEngine",
    "Vehicle.Powertrain.ElectricMotor",
    "Vehicle.Powertrain.Transmission",
    "Vehicle.Speed",
)

_WORDS = (
    r"steer", r"\bsas\b", r"\beps\b", r"\blkas?\b", r"\blka_?", r"\bhca\b", r"lenk", r"\blwi\b", r"\blh\d?_",
    r"brak", r"brems", r"\babs\b", r"\besp\b", r"\besc\b", r"\bvsa\b", r"\bepb\b", r"\beb[cb]", r"\baeb\b", r"\bawv\b",
    r"throttl", r"accel", r"gaspedal", r"gas_?pedal", r"\bgas\b", r"pedal", r"torque", r"moment", r"drossel", r"motor_?\d",
    r"engine", r"gear", r"getriebe", r"transm", r"\btcu\b", r"shift(er)?\b", r"wahlhebel|waehlhebel|wählhebel",
    r"\bprnd", r"\bhaldex",
    r"cruise", r"\bacc\b", r"\badr\b", r"\bgra\b", r"\bscc\d*\b", r"\badas\b", r"\bpla\b", r"\bpark_?assist",
    r"airbag", r"\bsrs\b", r"immo|\bwfs\b", r"ignition", r"\bzas\b",
)  # fmt: skip
_FORBIDDEN = re.compile("|".join(_WORDS))


def forbidden_path(path: str) -> str | None:
    """Why a path is never written, or None."""
    if path.startswith(_PATHS):
        return f"{path} belongs to driving the car; Pillion never writes it"
    return None


def forbidden_message(message: DbcMessage) -> str | None:
    """Why a message is never sent, or None: its name, or that of any signal in it, belongs to driving."""
    for name in (message.name, *(signal.name for signal in message.signals)):
        # CamelCase and underscores both part words; digits stay with the word they follow.
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", " ").lower()
        if _FORBIDDEN.search(words) or _FORBIDDEN.search(name.lower()):
            return f"message {message.name} carries {name}, which belongs to driving the car; Pillion never sends it"
    return None
