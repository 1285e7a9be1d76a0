"""Warnings: the shipped rules, hysteresis, what is done with values that are not known, and history."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backends.vehicle.catalogue import catalogue
from backends.vehicle.defs import Quality
from backends.vehicle.errors import ProfileError
from backends.vehicle.slots import SlotTable
from backends.vehicle.warning.rules import SEVERITIES, Rule, read_rules, shipped_rules
from backends.vehicle.warning.watch import Watch

SPEED = "Vehicle.Speed"
DOOR = "Vehicle.Cabin.Door.Row1.DriverSide.IsOpen"
TYRE = "Vehicle.Chassis.Axle.Row1.Wheel.Left.Tire.Pressure"
TARGET = "Vehicle.Private.TirePressureTarget.Front"
META = catalogue()


class Car:
    """Values by hand, and a watch over them."""

    def __init__(self, *rules: Rule, off: tuple[str, ...] = ()) -> None:
        self.table = SlotTable()
        self.watch = Watch(rules or shipped_rules(), self.table, off)
        self.now = 100.0
        self.changes = 0

    def set(self, *pairs: Any, quality: Quality = Quality.VALID) -> None:
        for path, value in zip(pairs[::2], pairs[1::2], strict=True):
            slot = self.table.slot(META[path])
            slot.store(value, self.now)
            if quality is not Quality.VALID:
                slot.degrade(quality, self.now)

    def wait(self, seconds: float, away: bool = False) -> None:
        for _ in range(round(seconds * 4)):
            self.now += 0.25
            self.changes += self.watch.run(self.now, 1e9 + self.now, away)

    @property
    def told(self) -> dict[str, str]:
        return {entry["code"]: entry["severity"] for entry in self.watch.current}


def test_vehicle_warnings_shipped_rules_are_sound() -> None:
    rules = shipped_rules()
    codes = [rule.code for rule in rules]
    assert len(set(codes)) == len(codes) >= 50
    for rule in rules:
        assert {path for term in rule.when for path in term.paths} <= set(META), rule.code
        assert set(rule.unless) <= set(codes), rule.code
        # What is said instead must be at least as bad.
        for other in rule.unless:
            worse = next(r for r in rules if r.code == other)
            assert SEVERITIES.index(worse.severity) <= SEVERITIES.index(rule.severity), rule.code
        assert rule.text.endswith("."), rule.code
        assert len(rule.text) <= 100, rule.code
        assert "!" not in rule.text, rule.code
        for term in rule.when:
            for value in term.limit if term.kind in ("is", "is_not") else ():
                allowed = META[term.path].allowed
                assert not allowed or value in allowed, rule.code


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.code)
def test_vehicle_warnings_each_is_raised_and_ends(rule: Rule) -> None:
    car = Car(rule)
    for ends in (False, True, False):  # once more after it ended
        for term in rule.when:
            if term.kind in ("is", "is_not"):
                other = next((word for word in META[term.path].allowed if word not in term.limit), not term.limit[0])
                car.set(term.path, other if ends == (term.kind == "is") else term.limit[0])
            elif term.kind == "below_of":
                car.set(term.of, 200, term.path, 200 * (term.clear + 0.1 if ends else term.limit - 0.1))
            else:
                step = (1.0 if term.kind == "above" else -1.0) * (-1 if ends else 1)
                car.set(term.path, (term.clear if ends else term.limit) + step)
        if not ends and rule.for_s:
            car.wait(rule.for_s - 0.25)
            assert rule.code not in car.told
        car.wait(max(rule.for_s, rule.clear_s) + 0.5)
        assert (rule.code in car.told) is not ends
    assert [entry["code"] for entry in car.watch.history] == [rule.code]


def test_vehicle_warnings_door_is_critical_only_while_moving() -> None:
    car = Car()
    car.set(DOOR, True, SPEED, 0.0)
    car.wait(1)
    assert car.told == {"door_driver": "info"}
    car.set(SPEED, 30.0)
    car.wait(0.25)
    assert car.told == {"door_driver_moving": "critical"}
    car.set(SPEED, 4.0)  # below where it began, above where it ends
    car.wait(5)
    assert car.told == {"door_driver_moving": "critical"}
    car.set(SPEED, 1.0)
    car.wait(1.5)
    assert car.told == {"door_driver": "info"}
    car.set(DOOR, False)
    car.wait(1.5)
    assert car.told == {}
    assert [entry["code"] for entry in car.watch.history] == ["door_driver", "door_driver_moving"]
    entry = car.watch.history[0]
    assert set(entry) == {"code", "symbol", "severity", "text", "since", "until"}
    assert entry["until"] > entry["since"] > 1e9


def test_vehicle_warnings_tyre_by_target_with_hysteresis() -> None:
    car = Car()
    car.set(TARGET, 250, TYRE, 213)  # 85.2 %
    car.wait(20)
    assert car.told == {}
    car.set(TYRE, 212)
    car.wait(10.5)
    assert car.told == {"tyre_front_left_under": "warning"}
    car.set(TYRE, 220)
    car.wait(5)
    assert car.told == {"tyre_front_left_under": "warning"}
    car.set("Vehicle.Chassis.Axle.Row1.Wheel.Left.Tire.IsPressureLow", True)
    car.wait(3)
    assert car.told == {"tyre_front_left_low": "warning"}  # once, not twice
    car.set(TYRE, 150)
    car.wait(3)
    assert car.told == {"tyre_front_left_flat": "critical"}


def test_vehicle_warnings_noise_around_a_limit_flaps_no_warning() -> None:
    car = Car()
    for step in range(400):
        car.set("Vehicle.Powertrain.TractionBattery.StateOfCharge.Displayed", 15.0 + (step % 5 - 2) * 0.5)
        car.wait(0.25)
    assert car.changes <= 1


@pytest.mark.parametrize("quality", [quality for quality in Quality if quality is not Quality.VALID])
def test_vehicle_warnings_only_valid_values_raise_and_only_valid_values_clear(quality: Quality) -> None:
    car = Car()
    car.set("Vehicle.Private.Telltale.Brakes", True, quality=quality)
    car.wait(5)
    assert car.told == {}
    car.set("Vehicle.Private.Telltale.Brakes", True)
    car.wait(1)
    assert car.told == {"brake_fault": "critical"}
    assert car.watch.current[0]["sure"] is True
    car.table.slot(META["Vehicle.Private.Telltale.Brakes"]).degrade(quality, car.now)
    car.wait(600)
    if quality is not Quality.NEVER:
        assert car.told == {"brake_fault": "critical"}
        assert car.watch.current[0]["sure"] is False
    car.set("Vehicle.Private.Telltale.Brakes", False)
    car.wait(2)
    assert car.told == {}


def test_vehicle_warnings_say_when_data_is_away() -> None:
    car = Car()
    car.wait(4, away=True)
    assert car.told == {}
    car.wait(2, away=True)
    assert car.told == {"data_away": "info"}
    car.set("Vehicle.Private.Telltale.Brakes", True)
    car.wait(1, away=True)
    assert [entry["code"] for entry in car.watch.current] == ["brake_fault", "data_away"]  # worst first
    car.wait(1)
    assert car.told == {"brake_fault": "critical"}
    assert list(car.watch.history) == []


def test_vehicle_warnings_of_a_restart_are_history_until_the_car_says_them_again() -> None:
    car = Car()
    car.set("Vehicle.Private.Telltale.Brakes", True, DOOR, True)
    car.wait(1, away=True)
    again = Car()
    again.watch.restore(car.watch.current, car.watch.history, 2e9)
    assert again.told == {}
    assert [(entry["code"], entry["until"]) for entry in again.watch.history] == [
        ("brake_fault", 2e9),
        ("door_driver", 2e9),
    ]
    again.set("Vehicle.Private.Telltale.Brakes", True)
    again.wait(1)
    assert again.told == {"brake_fault": "critical"}


def test_vehicle_warnings_history_holds_the_last_hundred() -> None:
    car = Car()
    for _ in range(120):
        car.set(DOOR, True)
        car.wait(0.5)
        car.set(DOOR, False)
        car.wait(1.5)
    assert len(car.watch.history) == 100
    since = [entry["since"] for entry in car.watch.history]
    assert since == sorted(since, reverse=True)


def test_vehicle_warnings_a_profile_adds_and_switches_off() -> None:
    mine = {
        "code": "roof_open", "symbol": "warning", "severity": "warning", "text": "The roof is open.",
        "when": [{"path": "Vehicle.Cabin.Sunroof.Position", "above": 50, "clear": 10}],
    }  # fmt: skip
    car = Car(*shipped_rules(), *read_rules([mine], "profile.toml"), off=("door_driver",))
    car.set(DOOR, True, "Vehicle.Cabin.Sunroof.Position", 80)
    car.wait(1)
    assert car.told == {"roof_open": "warning"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"severity": "bad"}, "severity 'bad' is none of critical, warning, info"),
        ({"colour": 1}, "colour is unknown"),
        ({"text": ""}, "text is missing"),
        ({"when": []}, "when is missing"),
        ({"when": [{"path": "x"}]}, "a term needs a path and one of"),
        ({"when": [{"path": "x", "is": 1, "above": 2}]}, "a term needs a path and one of"),
        ({"when": [{"path": "x", "above": 5, "clear": 6}]}, "clear 6 is on the wrong side of 5"),
        ({"when": [{"path": "x", "below": 5, "clear": 4}]}, "clear 4 is on the wrong side of 5"),
        ({"when": [{"path": "x", "is": 1, "clear": 4}]}, "clear does not belong to a term with is"),
        ({"when": [{"path": "x", "above": "much"}]}, "could not convert"),
    ],
)
def test_vehicle_warnings_a_wrong_rule_is_told(change: dict[str, Any], words: str) -> None:
    rule = {"code": "c", "symbol": "s", "severity": "info", "text": "T.", "when": [{"path": "x", "is": 1}]} | change
    with pytest.raises(ProfileError, match=words):
        read_rules([rule], "profile.toml")


values = st.one_of(st.booleans(), st.integers(-5, 5000), st.floats(allow_nan=True), st.sampled_from(["LOW", "OFF", ""]))
PATHS = sorted({path for rule in shipped_rules() for term in rule.when for path in term.paths})


@given(
    st.lists(st.tuples(st.sampled_from(PATHS), values, st.sampled_from(list(Quality)), st.integers(1, 60)), max_size=40)
)
@settings(max_examples=60)
def test_vehicle_warnings_hold_their_promises_whatever_comes(steps: list[Any]) -> None:
    """Values of any kind in any order: a warning appears only when all its terms surely hold, goes only when one does not."""
    car = Car()
    rules = {rule.code: rule for rule in shipped_rules()}
    for path, value, quality, quarters in steps:
        car.set(path, value, quality=quality)
        for _ in range(quarters):
            before = car.told
            car.wait(0.25)
            sure = car.watch._sure
            for code in set(car.told) - set(before):
                assert rules[code].says(sure, active=False) is True
            for code in set(before) - set(car.told):
                gone = rules[code].says(sure, active=True) is False
                assert gone or set(rules[code].unless) & set(car.told)
            order = [SEVERITIES.index(entry["severity"]) for entry in car.watch.current]
            assert order == sorted(order)
            assert all(len(entry["text"]) > 5 for entry in car.watch.current)


def test_vehicle_warnings_file_is_beside_its_reader() -> None:
    assert Path(__file__).parents[2].joinpath("backends/vehicle/warning/warnings.toml").is_file()
