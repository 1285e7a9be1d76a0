"""What is never written, whatever a profile says: steering, brakes, throttle, gear, and assistance that drives.

Four rules, each of which refuses: the path belongs to driving; the message or any signal in it has a name that does; the mapping
reads a value of driving from the message; the message is known to steer, brake or accelerate this make's cars. A name that is
only similar is refused too: a wrong refusal costs a comfort function, a wrong permission may cost a life.

Settings of warnings (a lane departure warning, tones) and the drive mode drive nothing and may be written, if the profile lists
them. `standstill_only` names settings that take help away: they are taken at standstill alone.
"""

from __future__ import annotations

import re
from functools import cache

from backends.vehicle.dbc.model import DbcMessage
from backends.vehicle.driving_ids import DRIVING_IDS

__all__ = ["forbidden_id", "forbidden_message", "forbidden_path", "standstill_only"]

_PATHS = (
    "Vehicle.ADAS.",
    "Vehicle.Acceleration",
    "Vehicle.AngularVelocity",
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
_SETTINGS = frozenset({
    "Vehicle.ADAS.LaneDepartureDetection.IsEnabled",
    "Vehicle.Powertrain.Transmission.PerformanceMode",
})  # fmt: skip
"""Of these branches, what only sets a warning or the character of the drive."""
_STANDSTILL = frozenset({"Vehicle.Private.Adas.EmergencyBrakingOn"})

_WORDS = (
    r"steer", r"\bsas\b", r"\beps\b", r"\blkas?\b", r"\blka_?", r"\bhca\b", r"lenk", r"\blwi\b", r"\blh\d?_", r"\blfa",
    r"\bldw", r"lane_? ?keep", r"lateral", r"longitud", r"wheel ?touch", r"\beac\b|eac(?=monitor)", r"\bdas\b", r"\baps\b",
    r"brak", r"brems", r"\babs\b", r"\besp\b", r"\besc\b", r"\bvsa\b", r"\bepb\b", r"\beb[cb]", r"\baeb\b", r"\bawv\b",
    r"\bfca\d*\b", r"\bfcw ?brk", r"\bpcs\b", r"\bdsu\b", r"radar",
    r"throttl", r"accel", r"gaspedal", r"gas_?pedal", r"\bgas\b", r"pedal", r"torque", r"moment", r"drossel", r"motor_?\d",
    r"engine", r"gear", r"getriebe", r"transm", r"\btcu\b", r"shift(er)?\b", r"wahlhebel|waehlhebel|wählhebel",
    r"\bprnd", r"\bhaldex", r"\btsk\b",
    r"cruise", r"\bcrz", r"\bacc(?!ess)", r"\badr\b", r"\bgra\b", r"\bscc\d*\b", r"\badas\b", r"\bascm", r"\bpla\b",
    r"\bpark_?assist",
    r"airbag", r"\bsrs\b", r"immo|\bwfs\b", r"ignition", r"\bzas\b",
)  # fmt: skip
_FORBIDDEN = re.compile("|".join(_WORDS))
_COMFORT = re.compile(
    r"(heat\w*|warm\w*)_? ?(of_? ?)?steering_? ?wheel|steering_? ?wheel_? ?(heat\w*|warm\w*)|lenkrad_? ?heiz\w*|engine_? ?hood|"
    r"gear_? ?ratio_? ?display"
)
"""Phrases that hold a word of driving and are none of it."""


def forbidden_path(path: str) -> str | None:
    """Why a path is never written, or None."""
    if path.startswith(_PATHS) and path not in _SETTINGS:
        return f"{path} belongs to driving the car; Pillion never writes it"
    return None


def standstill_only(path: str) -> bool:
    """Whether a setting is taken only while the car stands, whatever the profile says."""
    return path in _STANDSTILL


@cache
def _belongs_to_driving(name: str) -> bool:
    # CamelCase and underscores both part words; digits stay with the word they follow.
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name).replace("_", " ").lower()
    plain = name.lower()
    return any(_FORBIDDEN.search(_COMFORT.sub(" ", text)) is not None for text in (words, plain))


def forbidden_message(message: DbcMessage) -> str | None:
    """Why a message is never sent, or None: its name, or that of any signal in it, belongs to driving."""
    for name in (message.name, *(signal.name for signal in message.signals)):
        if _belongs_to_driving(name):
            return f"message {message.name} carries {name}, which belongs to driving the car; Pillion never sends it"
    return None


def forbidden_id(file: str, message: DbcMessage) -> str | None:
    """Why a message of the description ``file`` (its name) is never sent, or None: its id is known to drive cars of this make."""
    name = file.lower()
    for make, ids in DRIVING_IDS:
        if message.arbitration_id in ids and re.search(make, name):
            return f"id {message.arbitration_id:X} of {file} steers, brakes or accelerates; Pillion never sends it"
    return None
