"""Units of message descriptions against those of paths, and what a sound value lies in."""

from __future__ import annotations

__all__ = ["bounds", "conversion", "jump_per_s", "known_unit", "mismatch"]

_ALIASES = {
    "km/h": {"km/h", "kph", "kmh", "km_per_h", "km^h", "khp", "unit_kilometerperhour", "unit_kilometerhour"},
    "mph": {"mph", "mi/h"},
    "m/s": {"m/s", "mps", "unit_meterpersecon"},
    "kPa": {"kpa"},
    "psi": {"psi"},
    "bar": {"bar"},
    "Celsius": {
        "c",
        "°c",
        "degc",
        "deg c",
        "celsius",
        "unit_degrecelsi",
        "unit_degreecelsi",
        "degrees c",
        "cel",
        "grad c",
        "deg_c",
    },
    "Fahrenheit": {"f", "°f", "degf", "fahrenheit"},
    "m": {"m", "meter", "metre"},
    "km": {"km", "unit_kilometer"},
    "miles": {"mi", "mile", "miles"},
    "s": {"s", "sec", "seconds"},
    "min": {"min", "minutes"},
    "degrees": {"deg", "°", "degree", "degrees", "grad", "unit_degreofarc"},
    "rad": {"rad", "radian"},
    "m/s^2": {"m/s^2", "m/s2", "m/s/s", "m/ss", "m/s**2", "unit_meterperseconsquar"},
    "g": {"g"},
    "degrees/s": {"deg/s", "°/s", "degrees/s", "deg_per_sec", "unit_degreofarcpersecon"},
    "rad/s": {"rad/s"},
    "kW": {"kw"},
    "W": {"w"},
    "V": {"v", "volt", "unit_volt"},
    "rpm": {"rpm", "1/min", "u/min", "r/min", "min-1", "/min", "unit_minutinver"},
    "percent": {"%", "percent", "pct", "unit_percent"},
    "l": {"l", "liter", "litre", "liters", "unit_liter"},
}
_FACTORS = {
    ("mph", "km/h"): "x * 1.609344", ("m/s", "km/h"): "x * 3.6", ("psi", "kPa"): "x * 6.894757", ("bar", "kPa"): "x * 100",
    ("Fahrenheit", "Celsius"): "(x - 32) / 1.8", ("km", "m"): "x * 1000", ("miles", "m"): "x * 1609.344",
    ("min", "s"): "x * 60", ("rad", "degrees"): "x * 57.29578", ("g", "m/s^2"): "x * 9.80665",
    ("rad/s", "degrees/s"): "x * 57.29578", ("kW", "W"): "x * 1000", ("W", "kW"): "x / 1000",
}  # fmt: skip

_BY_PATH: tuple[tuple[str, float, float], ...] = (
    ("Vehicle.Speed", -40, 320),
    ("Vehicle.Powertrain.CombustionEngine.Speed", 0, 9000),
    ("Vehicle.Powertrain.ElectricMotor.Speed", -22000, 22000),
    ("Vehicle.Powertrain.CombustionEngine.EngineCoolant.Temperature", -50, 150),
    ("Vehicle.Powertrain.CombustionEngine.EngineOil.Temperature", -50, 180),
    ("Vehicle.Exterior.AirTemperature", -50, 65),
    ("Vehicle.Cabin.HVAC.AmbientAirTemperature", -50, 95),
    ("Vehicle.Cabin.HVAC.Station.", 10, 40),
    ("Vehicle.LowVoltageBattery.CurrentVoltage", 5, 17),
    ("Vehicle.Powertrain.TractionBattery.CurrentVoltage", 0, 1000),
    ("Vehicle.Chassis.SteeringWheel.Angle", -900, 900),
    ("Vehicle.Powertrain.FuelSystem.AbsoluteLevel", 0, 150),
    ("Vehicle.ADAS.CruiseControl.SpeedSet", 0, 260),
    ("Vehicle.Acceleration.", -25, 25),
    ("Vehicle.AngularVelocity.", -180, 180),
    ("Vehicle.TraveledDistance", 0, 2e9),
)
_BY_UNIT: dict[str, tuple[float, float]] = {
    "km/h": (-40, 350), "rpm": (-25000, 25000), "Celsius": (-60, 220), "percent": (-100, 100), "kPa": (0, 600), "V": (0, 1000),
    "l/100km": (0, 150), "m/s^2": (-25, 25), "degrees/s": (-300, 300),
}  # fmt: skip
_JUMPS = (
    ("Vehicle.Speed", 80.0),
    ("Vehicle.Powertrain.CombustionEngine.Speed", 20_000.0),
    ("Vehicle.Chassis.SteeringWheel.Angle", 2_500.0),
    ("Vehicle.Powertrain.CombustionEngine.EngineCoolant.Temperature", 20.0),
    ("Vehicle.Exterior.AirTemperature", 20.0),
    ("Vehicle.TraveledDistance", 5_000.0),  # told in whole kilometres by many
)


def _plain(unit: str) -> str:
    return unit.strip().lower()


def known_unit(unit: str) -> str:
    """A unit by the one name it has here, or an empty string."""
    plain = _plain(unit)
    return next((name for name, aliases in _ALIASES.items() if plain in aliases), "")


def conversion(wanted: str, found: str) -> str:
    """The formula from one unit to another; empty when none is needed or known."""
    return _FACTORS.get((known_unit(found), known_unit(wanted)), "")


def mismatch(wanted: str, found: str) -> str:
    """What to do about a signal's unit that is not its path's; empty when they agree or nothing is known."""
    target, source = known_unit(wanted), known_unit(found)
    if not target or not source or target == source or (target, _plain(found)) == ("Celsius", "deg"):
        return ""  # Korean descriptions write deg for degrees of any kind
    formula = conversion(wanted, found)
    return f'add transform: {{math: "{formula}"}}' if formula else "they do not go together"


def bounds(path: str, unit: str) -> tuple[float, float] | None:
    """What a sound value of a path lies in; None when nobody can say."""
    for prefix, low, high in _BY_PATH:
        if path.startswith(prefix):
            return low, high
    return _BY_UNIT.get(unit)


def jump_per_s(path: str) -> float | None:
    """How fast a value can change, in its unit a second; None when it may do as it likes."""
    return next((limit for prefix, limit in _JUMPS if path == prefix), None)
