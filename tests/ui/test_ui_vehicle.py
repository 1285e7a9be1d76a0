"""What the car's samples become on the screen: sides, gears, energy, tyres, warnings, night; and climate's requests."""

from __future__ import annotations

import math
from typing import Any

import pytest

from backends.interfaces import LinkState
from ui.clients.vehicle import Sample, Target
from ui.viewmodels.paths import LOCK_PATHS, TYRES, Climate, Path
from ui.viewmodels.shell import ShellViewModel
from ui.viewmodels.units import Units
from ui.viewmodels.vehicle_facts import Body, Energy, Motion, gear_letter, tyre_rows


class Samples:
    """Values by path; a quality other than valid where it is named."""

    def __init__(self, values: dict[str, Any], stale: tuple[str, ...] = ()) -> None:
        self.values = values
        self.stale = stale

    def value(self, path: str, *, stale: bool = True) -> Any:
        return None if not stale and path in self.stale else self.values.get(path)

    def number(self, path: str, *, stale: bool = True) -> float:
        value = self.value(path, stale=stale)
        return math.nan if value is None else float(value)

    def flag(self, path: str) -> bool:
        return self.values.get(path) is True


@pytest.mark.parametrize(
    ("gear", "letter"), [(126, "P"), (127, "D"), (0, "N"), (-1, "R"), (-2, "R"), (1, "D"), (6, "D"), (None, "–")]
)
def test_gears(gear: int | None, letter: str) -> None:
    assert gear_letter(Samples({Path.SELECTED_GEAR: gear})) == letter


def test_a_car_that_knows_only_the_gear_it_is_in() -> None:
    assert gear_letter(Samples({Path.CURRENT_GEAR: 3})) == "D"


def test_stale_motion_is_unknown_and_counts_as_neither_moving_nor_reversing() -> None:
    samples = Samples({Path.SPEED: 40.0, Path.SELECTED_GEAR: -1}, stale=(Path.SPEED, Path.SELECTED_GEAR))
    motion = Motion.of(samples, Units())
    assert (motion.speed_text, motion.gear, motion.moving, motion.reverse) == ("–", "–", False, False)


def test_speed_has_no_sign() -> None:
    motion = Motion.of(Samples({Path.SPEED: -7.6, Path.SELECTED_GEAR: -1}), Units())
    assert (motion.speed_text, motion.speed_kph, motion.moving, motion.reverse) == ("8", 7.6, True, True)


@pytest.mark.parametrize(("side", "left"), [("left", "DriverSide"), ("right", "PassengerSide")])
def test_doors_are_told_by_the_cars_sides(side: str, left: str) -> None:
    body = Body.of(Samples({Path.door(1, left): True}), side)
    assert body.front_left
    assert not body.front_right


def test_locked_needs_every_known_lock_and_at_least_one() -> None:
    assert not Body.of(Samples({}), "left").locked
    assert Body.of(Samples({LOCK_PATHS[0]: True}), "left").locked
    assert not Body.of(Samples({LOCK_PATHS[0]: True, LOCK_PATHS[3]: False}), "left").locked


def test_brake_light_is_a_word_in_vss() -> None:
    assert Body.of(Samples({Path.BRAKE_LIGHT: "ACTIVE"}), "left").brake_light
    assert not Body.of(Samples({Path.BRAKE_LIGHT: "INACTIVE"}), "left").brake_light


def test_energy_of_a_battery_and_of_a_tank() -> None:
    electric = Energy.of(
        Samples({Path.EV_CHARGE: 76.4, Path.EV_RANGE: 412_000, Path.EV_CONSUMPTION: 14.8}),
        Units(),
        lambda path: path == Path.EV_CHARGE,
    )
    assert (electric.electric, electric.energy_text, electric.range_text) == (True, "76 %", "412")
    assert electric.consumption_text == "14.8 kWh/100 km"
    fuel = Energy.of(Samples({Path.FUEL_LEVEL: 50, Path.FUEL_RANGE: 300_000}), Units(), lambda _path: False)
    assert (fuel.electric, fuel.energy_text, fuel.range_text, fuel.consumption_text) == (False, "50 %", "300", "")


def test_four_tyres_in_order_and_an_unknown_one_is_no_zero() -> None:
    low = TYRES["rearRight"]
    rows = tyre_rows(Samples({f"{low}.Pressure": 190, f"{low}.IsPressureLow": True}), Units())
    assert [row["position"] for row in rows] == ["frontLeft", "frontRight", "rearLeft", "rearRight"]
    assert rows[0] == {"position": "frontLeft", "pressureText": "–", "unit": "bar", "low": False, "known": False}
    assert rows[3] == {"position": "rearRight", "pressureText": "1.9", "unit": "bar", "low": True, "known": True}


@pytest.fixture
def shell(application: Any) -> ShellViewModel:
    return ShellViewModel()


def feed(shell: ShellViewModel, **_: Any) -> Any:
    return lambda values: shell.clients.vehicle._apply({path: Sample(value, "valid") for path, value in values.items()})


def test_the_drawing_knows_what_is_open_and_plugged_in(shell: ShellViewModel) -> None:
    give, body = feed(shell), shell.vehicle.body
    give({Path.door(2, "DriverSide", "Window.Position"): 40, Path.FRUNK: True, Path.CHARGE_CABLE: True})
    assert (body.windowRearLeft, body.windowRearRight, body.frunk, body.cable) == (True, False, True, True)
    assert (body.charging, body.flap) == (False, False)
    shell.preferences.override({"display.drive_side": "right"})
    assert (body.windowRearLeft, body.windowRearRight) == (False, True), "the driver sits on the other side"
    give({Path.door(2, "DriverSide", "Window.Position"): 0, Path.IS_CHARGING: True})
    assert (body.windowRearRight, body.charging) == (False, True)


def test_a_change_tells_only_its_own_group(shell: ShellViewModel) -> None:
    heard: list[str] = []
    vehicle = shell.vehicle
    for name in ("motionChanged", "energyChanged", "environmentChanged"):
        getattr(vehicle, name).connect(lambda name=name: heard.append(name))
    vehicle.body.changed.connect(lambda: heard.append("body"))
    feed(shell)({Path.SPEED: 30.0})
    feed(shell)({Path.SPEED: 30.0})
    assert heard == ["motionChanged"]


@pytest.mark.parametrize(
    ("samples", "night"),
    [
        ({Path.NIGHT_MODE: "NIGHT"}, True),
        ({Path.NIGHT_MODE: "DAY", Path.NIGHT_SENSOR: True}, False),
        ({Path.NIGHT_SENSOR: True}, True),
        ({Path.AMBIENT_LIGHT: 5}, True),
        ({Path.AMBIENT_LIGHT: 60}, False),
    ],
)
def test_night_by_switch_then_sensor_then_light(shell: ShellViewModel, samples: dict[str, Any], night: bool) -> None:
    feed(shell)(samples)
    assert shell.night is night


def test_dusk_does_not_flicker(shell: ShellViewModel) -> None:
    give = feed(shell)
    changes: list[bool] = []
    give({Path.AMBIENT_LIGHT: 60})
    shell.nightChanged.connect(lambda: changes.append(shell.night))
    for light in (20, 14, 20, 16, 24, 14):
        give({Path.AMBIENT_LIGHT: light})
    assert changes == [True]
    give({Path.AMBIENT_LIGHT: 26})
    assert changes == [True, False]


def serve(shell: ShellViewModel, path: str, **meta: Any) -> None:
    """The car has a path, and its bus is up."""
    client = shell.clients.vehicle
    client.metadata = {**client.metadata, path: {"writable": True, "datatype": "float", **meta}}
    client._properties_changed({"BusState": "up"})
    client._set_state(LinkState.READY)
    client.described.emit()


def test_steps_count_from_what_was_asked_for_and_stay_in_range(shell: ShellViewModel) -> None:
    climate, client = shell.climate, shell.clients.vehicle
    asked: list[tuple[str, Any]] = []

    def ask(path: str, value: Any) -> None:
        asked.append((path, value))
        client.target_changed.emit(path, Target(value, "pending"))

    client.ask = ask  # type: ignore[method-assign]  # the bus is not there; what would be sent is
    for path in (Climate.DRIVER_TEMP, Climate.PASSENGER_TEMP):
        serve(shell, path, unit="Celsius", min=16.0, max=28.0, step=0.5)
    feed(shell)({Climate.DRIVER_TEMP: 21.0})
    climate.stepDriverTemp(1)
    climate.stepDriverTemp(1)
    assert asked == [(Climate.DRIVER_TEMP, 21.5), (Climate.DRIVER_TEMP, 22.0)]
    assert (climate.driverTempText, climate.driverTempC, climate.driverTempPending) == ("22.0°", 21.0, True)
    client.target_changed.emit(Climate.DRIVER_TEMP, Target(22.0, "failed", "The vehicle does not answer."))
    assert (climate.driverTempText, climate.driverTempPending) == ("21.0°", False)
    assert climate.driverTempFailed == "The vehicle does not answer."
    climate.requestDriverTemp(99)
    assert asked[-1] == (Climate.DRIVER_TEMP, 28.0)
    climate.requestDriverTemp(math.nan)
    assert asked[-1] == (Climate.DRIVER_TEMP, 28.0)
    shell.actuators.at("climate.temperature.passenger").stepBy(1)
    assert asked[-1] == (Climate.PASSENGER_TEMP, 22.5), "an unknown temperature steps from the middle"


def test_units_change_what_is_shown_and_not_what_is_known(shell: ShellViewModel) -> None:
    serve(shell, Climate.DRIVER_TEMP, unit="Celsius")
    feed(shell)({Path.SPEED: 100.0, Climate.DRIVER_TEMP: 21.5, Path.OUTSIDE: 18.0})
    shell.preferences.override({"units.distance": "mi", "units.temperature": "F"})
    assert (shell.vehicle.speedText, shell.vehicle.speedUnit, shell.vehicle.speedKph) == ("62", "mph", 100.0)
    assert (shell.climate.driverTempText, shell.status.outsideText) == ("71°", "64°")
