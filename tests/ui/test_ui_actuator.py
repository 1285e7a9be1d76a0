"""Actuators: what the car confirmed and what is asked for, what waits for standing still, and sections that a car has."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest

from backends.interfaces import LinkState
from ui.clients.vehicle import Sample, Target
from ui.theme import ROOT
from ui.viewmodels.actuator import Actuator
from ui.viewmodels.controls import CONTROLS
from ui.viewmodels.refusals import kindly
from ui.viewmodels.restrictions import RULES
from ui.viewmodels.sections import SECTIONS
from ui.viewmodels.shell import ShellViewModel
from ui.viewmodels.shown import next_level
from ui.viewmodels.units import Units

PARKED = {"state": "parked", "known": True, "setup": True}
MOVING = {"state": "moving", "known": True, "setup": False}
IDLING = {"state": "idling", "known": True, "setup": False}


class Car:
    """The vehicle client without a bus: served paths, values, and the requests that would be sent."""

    def __init__(self, shell: ShellViewModel) -> None:
        self.client = shell.clients.vehicle
        self.asked: list[tuple[str, Any]] = []
        self.said: list[str] = []
        self.client.ask = self.ask  # type: ignore[method-assign]  # the bus is not there; what would be sent is
        self.client.notice.connect(lambda _severity, _code, text: self.said.append(text))
        self.client._properties_changed({"BusState": "up"})
        self.client._set_state(LinkState.READY)

    def ask(self, path: str, value: Any) -> None:
        self.asked.append((path, value))
        self.client.target_changed.emit(path, Target(value, "pending"))

    def serve(self, **metadata: dict[str, Any]) -> None:
        self.client.metadata = {CONTROLS[key.replace("__", ".")].path: meta for key, meta in metadata.items()}
        self.client.described.emit()

    def give(self, key: str, value: Any) -> None:
        self.client._apply({CONTROLS[key].path: Sample(value, "valid")})

    def drive(self, rules: dict[str, Any]) -> None:
        self.client._properties_changed({"Restrictions": rules})


@pytest.fixture
def shell(application: Any) -> ShellViewModel:
    return ShellViewModel()


@pytest.fixture
def car(shell: ShellViewModel) -> Car:
    return Car(shell)


def of(shell: ShellViewModel, key: str) -> Actuator:
    found = shell.actuators.of(key)
    assert isinstance(found, Actuator)
    return found


def test_what_a_car_does_not_serve_is_neither_there_nor_asked_for(shell: ShellViewModel, car: Car) -> None:
    power = of(shell, "climate.power")
    assert (power.served, power.writable, power.known, power.on, math.isnan(power.real)) == (
        False,
        False,
        False,
        False,
        True,
    )
    power.toggle()
    assert car.asked == []
    assert of(shell, "climate.power") is power


def test_a_target_is_pending_and_what_is_shown_stays_what_the_car_said(shell: ShellViewModel, car: Car) -> None:
    car.serve(climate__cooling={"writable": True, "datatype": "boolean"})
    cooling = of(shell, "climate.cooling")
    car.give("climate.cooling", False)
    cooling.toggle()
    assert car.asked == [(cooling.path, True)]
    assert (cooling.on, cooling.askedOn, cooling.pending) == (False, True, True)
    car.client.target_changed.emit(cooling.path, Target(True, "failed", "The vehicle does not answer."))
    assert (cooling.on, cooling.askedOn, cooling.pending) == (False, False, False)
    assert cooling.problem == "The vehicle does not answer."
    assert car.said == ["The vehicle does not answer."]


def test_sync_is_the_other_way_round(shell: ShellViewModel, car: Car) -> None:
    car.serve(climate__sync={"writable": True, "datatype": "boolean"})
    sync = of(shell, "climate.sync")
    assert not sync.on, "unknown is not on"
    car.give("climate.sync", False)
    assert sync.on
    sync.requestOn(False)
    assert car.asked == [(sync.path, True)]


def test_numbers_keep_to_range_and_step_and_their_kind(shell: ShellViewModel, car: Car) -> None:
    car.serve(
        climate__temperature__driver={"writable": True, "datatype": "float", "min": 16.0, "max": 28.0, "step": 0.5},
        openings__window__front__driver={"writable": True, "datatype": "uint8", "min": 0, "max": 100},
    )
    temperature, window = of(shell, "climate.temperature.driver"), of(shell, "openings.window.front.driver")
    for asked, sent in ((21.3, 21.5), (99.0, 28.0), (-5.0, 16.0)):
        temperature.requestReal(asked)
        assert car.asked[-1] == (temperature.path, sent)
    temperature.requestReal(math.nan)
    assert len(car.asked) == 3
    window.requestReal(49.7)
    assert car.asked[-1] == (window.path, 50)
    assert isinstance(car.asked[-1][1], int)
    car.client.target_changed.emit(window.path, Target(50, "confirmed"))
    window.stepBy(1)
    assert car.asked[-1] == (window.path, 51), "an unknown number steps from the middle"
    window.stepBy(1)
    assert car.asked[-1] == (window.path, 52), "and from what is asked for"


def test_levels_of_a_percentage(shell: ShellViewModel, car: Car) -> None:
    car.serve(seats__heat__driver={"writable": True, "datatype": "int8", "min": -100, "max": 100})
    heat = of(shell, "seats.heat.driver")
    car.give("seats.heat.driver", -66)
    assert heat.level == -2
    heat.requestLevel(3)
    assert car.asked == [(heat.path, 100)]
    assert heat.level == 3


@pytest.mark.parametrize(
    ("cools", "levels"), [(True, [3, 2, 1, -3, -2, -1, 0, 3]), (False, [3, 2, 1, 0, 3])], ids=("cools", "heats")
)
def test_one_tap_after_the_other_goes_round(cools: bool, levels: list[int]) -> None:
    level, seen = 0, []
    for _ in levels:
        level = next_level(level, 3, cools)
        seen.append(level)
    assert seen == levels


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [("Celsius", 21.5, "21.5°"), ("percent", 40, "40 %"), ("mm", 123, "12.3 cm"), ("degrees", -4, "-4°"), ("", 3, "3")],
)
def test_numbers_are_shown_in_the_drivers_units(
    shell: ShellViewModel, car: Car, unit: str, value: float, shown: str
) -> None:
    car.serve(seats__height__driver={"writable": True, "datatype": "float", "unit": unit})
    height = of(shell, "seats.height.driver")
    assert height.shown == "–"
    car.give("seats.height.driver", value)
    assert height.shown == shown


def test_a_time_of_day_goes_round_the_clock_by_five_minutes(shell: ShellViewModel, car: Car) -> None:
    car.serve(climate__schedule__time={"writable": True, "datatype": "string"})
    car.drive(PARKED)
    departure = of(shell, "climate.schedule.time")
    assert departure.shown == "–"
    departure.stepBy(1)
    assert car.asked[-1][1] == "07:05", "an unknown time starts in the morning"
    car.client.target_changed.emit(departure.path, Target("", "confirmed"))
    car.give("climate.schedule.time", "23:55")
    assert departure.shown == "23:55"
    departure.stepBy(2)
    assert car.asked[-1][1] == "00:05"
    assert departure.shown == "00:05"


@pytest.mark.parametrize(
    ("key", "allowed"),
    [
        ("climate.cooling", ("parked", "idling", "moving")),
        ("openings.trunk.rear", ("parked", "idling")),
        ("driving.assist.lane", ("parked",)),
    ],
)
def test_what_waits_says_why_and_comes_back(
    shell: ShellViewModel, car: Car, key: str, allowed: tuple[str, ...]
) -> None:
    car.serve(**{key.replace(".", "__"): {"writable": True, "datatype": "boolean"}})
    actuator = of(shell, key)
    for rules in (PARKED, MOVING, IDLING, PARKED):
        car.drive(rules)
        car.asked.clear()
        car.said.clear()
        actuator.toggle()
        may = rules["state"] in allowed
        assert (actuator.usable, bool(car.asked), not car.said, not actuator.why) == (may, may, may, may), rules


def test_without_the_cars_word_the_strictest_holds(shell: ShellViewModel, car: Car) -> None:
    car.serve(openings__trunk__rear={"writable": True, "datatype": "boolean"})
    assert not of(shell, "openings.trunk.rear").usable
    assert not shell.restrictions.allows("a rule that nobody knows")


def test_a_lost_service_leaves_nothing_pending(shell: ShellViewModel, car: Car) -> None:
    car.serve(climate__cooling={"writable": True, "datatype": "boolean"})
    cooling = of(shell, "climate.cooling")
    cooling.toggle()
    car.client._set_state(LinkState.OFFLINE)
    assert (cooling.pending, cooling.usable) == (False, False)


def test_every_control_is_a_path_of_the_catalogue_with_a_rule_there_is() -> None:
    catalogue = (ROOT / "backends" / "vehicle" / "vss.csv").read_text(encoding="utf-8")
    known = {line.split(",")[0] for line in catalogue.splitlines()}
    paths = [control.path for control in CONTROLS.values()]
    assert [path for path in paths if path not in known] == []
    assert len(set(paths)) == len(paths)
    assert {control.rule for control in CONTROLS.values()} | {section.rule for section in SECTIONS} <= RULES.keys()


def test_qml_asks_only_for_controls_there_are() -> None:
    asked = {
        key
        for file in (ROOT / "qml").rglob("*.qml")
        for key in re.findall(r'actuators\.of\("([^"]+)"\)', file.read_text(encoding="utf-8"))
    }
    assert asked
    assert asked - CONTROLS.keys() == set()


def test_sections_are_those_the_car_has_and_come_when_it_says_so(shell: ShellViewModel, car: Car) -> None:
    sections = shell.sections
    assert [row["key"] for row in sections.model.rows if row["key"] in ("overview", "climate")] == ["overview"]
    shell.requestPage("vehicle.climate")
    assert (shell.page, sections.current) == ("vehicle", "")
    car.serve(climate__cooling={"writable": True, "datatype": "boolean"})
    assert (sections.current, sections.title) == ("climate", "Climate"), "wanted before the car had told"
    shell.requestBack()
    assert (shell.page, sections.current) == ("vehicle", "")
    shell.requestPage("vehicle.climate")
    shell.requestPage("vehicle")
    assert sections.current == "", "a second tap on the rail leads to the beginning"
    shell.requestBack()
    assert shell.page == "home"
    shell.requestPage("vehicle.nonsense")
    assert (shell.page, sections.current) == ("vehicle", "")


def test_every_section_has_its_file() -> None:
    assert [section.file for section in SECTIONS if not (ROOT / "qml" / "Pillion" / section.file).is_file()] == []


@pytest.mark.parametrize(
    ("reason", "units", "said"),
    [
        ("Only below 3 km/h", Units(), "Available below 3 km/h."),
        ("Only below 30 km/h", Units(distance="mi"), "Available below 19 mph."),
        ("Only in P", Units(), "Available in gear P."),
        ("Only while the car stands", Units(), "Available when the car stands still."),
        ("Only while the car is parked", Units(), "Available when parked."),
        ("The ignition must be ACC or ON", Units(), "Switch the car on first."),
        ("The car did not answer within 8 s", Units(), "The car did not do it. Try again."),
        ("Vehicle.Speed cannot be 3", Units(), "This car cannot do that."),
        ("Replaced by a newer request", Units(), ""),
        ("Something new", Units(), "Something new"),
    ],
)
def test_refusals_are_told_in_a_drivers_words(application: Any, reason: str, units: Units, said: str) -> None:
    assert kindly(reason, units) == said


def test_the_reasons_that_are_told_otherwise_are_ones_the_service_gives() -> None:
    said = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "backends" / "vehicle").rglob("*.py"))
    reasons = ("Only below ", "Only in ", "The ignition must be", "Only while the car stands", "The car did not answer")
    more = ("It could not be sent", "The bus is too slow", "The car has not shown", "no longer shows", "Replaced by")
    assert [reason for reason in (*reasons, *more) if reason not in said] == []


def test_ambient_light_is_set_for_both_or_for_one_side(shell: ShellViewModel, car: Car) -> None:
    served = {"writable": True, "datatype": "string"}
    car.serve(
        lights__ambient__on__driver=served,
        lights__ambient__on__passenger=served,
        lights__ambient__colour__driver=served,
        lights__ambient__colour__passenger=served,
    )
    ambient = shell.ambient
    assert (ambient.served, ambient.zones, ambient.zone, ambient.colour) == (True, True, "both", "")
    ambient.requestColour("#2BD9C5")
    colours = [CONTROLS[f"lights.ambient.colour.{side}"].path for side in ("driver", "passenger")]
    assert car.asked == [(path, "#2BD9C5") for path in colours]
    car.asked.clear()
    ambient.chooseZone("passenger")
    ambient.chooseZone("the boot")
    ambient.requestColour("#FFFFFF")
    assert car.asked == [(colours[1], "#FFFFFF")]
    assert (ambient.zone, ambient.colour, ambient.pending) == ("passenger", "#FFFFFF", True)


def test_all_windows_and_locks_are_asked_where_they_can_be(shell: ShellViewModel, car: Car) -> None:
    window = {"writable": True, "datatype": "uint8", "min": 0, "max": 100}
    car.serve(
        openings__window__front__driver=window,
        openings__window__rear__driver=window,
        openings__window__front__passenger={"datatype": "uint8"},
        openings__lock__front__driver={"writable": True, "datatype": "boolean"},
        openings__lock__rear__driver={"datatype": "boolean"},
    )
    openings = shell.openings
    car.give("openings.window.front.driver", 40)
    car.give("openings.window.front.passenger", 10)
    assert (openings.windows, openings.openWindows, openings.locked) == (True, 2, False)
    openings.requestWindows(False)
    assert car.asked == [(CONTROLS[f"openings.window.{row}.driver"].path, 0) for row in ("front", "rear")]
    assert openings.windowsPending
    car.asked.clear()
    car.give("openings.lock.front.driver", True)
    assert openings.locked, "of those that are known"
    car.give("openings.lock.rear.driver", False)
    assert not openings.locked
    openings.requestLock(True)
    assert car.asked == [(CONTROLS["openings.lock.front.driver"].path, True)]
