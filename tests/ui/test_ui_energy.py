"""What the energy page says: batteries, tanks, where power goes, charging; and graphs whose limits people can read."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.test_ui_vehicle import Samples
from ui.clients.vehicle import Sample
from ui.graphs import Curve, Graph
from ui.graphs.curve import nice_ceiling, thinned
from ui.viewmodels.charging import energy_kwh
from ui.viewmodels.energy_facts import BatteryFacts, ChargingFacts, FlowFacts, TankFacts, span_text
from ui.viewmodels.paths import Battery, Fuel, Path
from ui.viewmodels.shell import ShellViewModel
from ui.viewmodels.units import DASH, Units


def at(seconds: float) -> str:
    return f"+{seconds:g}"


@pytest.mark.parametrize(
    ("celsius", "warmth"),
    [(-12, "cold"), (4.9, "cold"), (5, "right"), (45, "right"), (46, "hot"), (math.nan, "unknown")],
)
def test_a_battery_is_told_in_words(celsius: float, warmth: str) -> None:
    facts = BatteryFacts.of(Samples({Battery.TEMPERATURE: celsius, Battery.LEVEL: 14.9}), Units())
    assert (facts.warmth, bool(facts.warmth_text), facts.low) == (warmth, warmth != "unknown", True)


def test_a_battery_that_tells_nothing_is_dashes_and_no_alarm() -> None:
    facts = BatteryFacts.of(Samples({}), Units())
    assert (facts.percent_text, facts.energy_text, facts.average_text, facts.low) == (DASH, "", DASH, False)


@pytest.mark.parametrize(
    ("watts", "kph", "flow", "power", "instant"),
    [
        (-24_000, 120, "driving", "24", "20.0"),
        (18_500, 60, "recovering", "18", "-30.8"),
        (-1500, 3, "driving", "1.5", DASH),
        (-1500, 0, "standing", "1.5", DASH),
        (-120, 0, "rest", "0.1", DASH),
    ],
)
def test_power_has_the_sign_of_vss(watts: float, kph: float, flow: str, power: str, instant: str) -> None:
    facts = FlowFacts.of(Samples({Battery.POWER: watts, Path.SPEED: kph}), Units())
    assert (facts.flow, facts.power_text, facts.instant_text) == (flow, power, instant)
    assert (facts.share > 0) == (watts < 0)


def test_stale_power_is_unknown() -> None:
    facts = FlowFacts.of(Samples({Battery.POWER: -24_000.0}, stale=(Battery.POWER,)), Units())
    assert facts == FlowFacts()


@pytest.mark.parametrize(
    ("samples", "state"),
    [
        ({}, "unknown"),
        ({Battery.CABLE: False}, "unplugged"),
        ({Battery.CABLE: True, Battery.LEVEL: 50.0}, "plugged"),
        ({Battery.CABLE: True, Battery.LEVEL: 80.0, Battery.LIMIT: 80}, "complete"),
        ({Battery.CABLE: True, Battery.LEVEL: 50.0, Battery.TIMER_MODE: "START_TIME"}, "waiting"),
        ({Battery.CABLE: True, Battery.CHARGING: True}, "charging"),
        ({Battery.CHARGING: True}, "charging"),
    ],
)
def test_states_of_charging(samples: dict[str, Any], state: str) -> None:
    assert ChargingFacts.of(Samples(samples), Units(), at).state == state


def test_charging_tells_how_long_and_until_when() -> None:
    samples = Samples(
        {
            Battery.CHARGING: True,
            Battery.CHARGE_POWER: 10.96,
            Battery.CHARGE_RATE: 64,
            Battery.TIME_LEFT: 4800,
            Battery.LIMIT: 80,
        }
    )
    facts = ChargingFacts.of(samples, Units(), at)
    assert (facts.power_text, facts.rate_text) == ("11.0 kW", "64 km")
    assert (facts.time_text, facts.until_text) == ("1 h 20 min", "80 % at +4800")


def test_a_tank_and_its_liquids() -> None:
    samples = {Fuel.LEVEL: 12, Fuel.LITRES: 6.2, Fuel.RANGE: 80_000, Fuel.OIL_LEVEL: "LOW", Fuel.ADBLUE: 40}
    facts = TankFacts.of(Samples(samples), Units())
    assert (facts.low, facts.litres_text, facts.range_text, facts.adblue_text) == (True, "6 l", "80 km", "40 %")
    assert facts.oil_wrong
    nothing = TankFacts.of(Samples({Fuel.OIL_LEVEL: "SOMETHING NEW"}), Units())
    assert (nothing.oil_text, nothing.oil_wrong, nothing.low, nothing.adblue_text) == ("", False, False, "")


@pytest.mark.parametrize(
    ("seconds", "text"), [(59, "1 min"), (3599, "1 h 0 min"), (4800, "1 h 20 min"), (math.nan, DASH), (-5, DASH)]
)
def test_spans(seconds: float, text: str) -> None:
    assert span_text(Units(), seconds) == text


@given(st.floats(min_value=1e-3, max_value=1e6))
def test_an_axis_ends_above_its_values_and_not_far(value: float) -> None:
    assert value * (1 - 1e-6) <= nice_ceiling(value) <= value * 2.01


@given(st.lists(st.tuples(st.floats(-50, 0), st.floats(-40, 200)), max_size=900))
def test_thinned_points_are_few_and_invent_no_peak(points: list[tuple[float, float]]) -> None:
    few = thinned(sorted(points))
    assert len(few) <= 240
    if points:
        assert min(y for _, y in points) - 1e-6 <= min(y for _, y in few)
        assert max(y for _, y in few) <= max(y for _, y in points) + 1e-6


def test_a_curve_tells_only_what_is_new(application: Any) -> None:
    curve, heard = Curve(), []
    curve.changed.connect(lambda: heard.append(1))
    assert curve.empty
    curve.set([(-2, 10.0), (-1, math.nan), (0, -8.0)], (-50, 0), math.nan)
    curve.set([(-2, 10.0), (-1, math.nan), (0, -8.0)], (-50, 0), math.nan)
    assert (len(heard), curve.empty, curve.top) == (1, False, 10.0)
    assert -10 / 3 <= curve.bottom < 0


def test_a_graph_paints_above_and_below_zero_in_their_colours(application: Any) -> None:
    graph, curve = Graph(), Curve()
    curve.set([(-50, 20.0), (-25, 20.0), (-24, -20.0), (0, -20.0)], (-50, 0))
    graph.setProperty("line", QColor("#ff0000"))
    graph.setProperty("below", QColor("#00ff00"))
    graph.setProperty("grid", QColor("#000000"))
    graph.setProperty("curve", curve)
    graph.setWidth(200)
    graph.setHeight(80)
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    graph.paint(painter)
    painter.end()
    pixels = [image.pixelColor(x, y) for x in range(200) for y in range(80)]
    assert any(p.red() > 200 and p.green() < 60 for p in pixels)
    assert any(p.green() > 200 and p.red() < 60 for p in pixels)


def test_energy_under_a_line() -> None:
    assert energy_kwh([(0, 11.0), (3600, 11.0)]) == pytest.approx(11)
    assert energy_kwh([(0, 0.0), (1800, 10.0), (3600, 0.0)]) == pytest.approx(5)
    assert energy_kwh([]) == 0


@pytest.fixture
def shell(application: Any) -> ShellViewModel:
    return ShellViewModel()


def give(shell: ShellViewModel, values: dict[str, Any]) -> None:
    shell.clients.vehicle._apply({path: Sample(value, "valid") for path, value in values.items()})


def test_a_hybrids_ranges_add_up_unless_the_car_knows_better(shell: ShellViewModel) -> None:
    give(shell, {Battery.RANGE: 50_000, Fuel.RANGE: 450_000})
    assert (shell.energy.rangeText, shell.energy.rangeUnit) == ("500", "km")
    give(shell, {Path.RANGE: 480_000})
    assert shell.energy.rangeText == "480"


def test_power_is_told_no_oftener_than_it_can_be_read(shell: ShellViewModel) -> None:
    heard: list[str] = []
    shell.energy.flowChanged.connect(lambda: heard.append(shell.energy.powerText))
    for kw in range(10, 40):
        give(shell, {Battery.POWER: -1000.0 * kw})
    assert heard == ["10"], "the rest waits for the quarter of a second to pass"


def test_graphs_follow_the_drivers_unit(shell: ShellViewModel) -> None:
    shell.energy._draw("kWh/100km", [(-10.0, 10.0), (0.0, 10.0)])
    assert shell.energy.consumption.points[0] == (-10.0, 10.0)
    shell.preferences.override({"units.distance": "mi"})
    assert shell.energy.consumption.points[0][1] == pytest.approx(16.09, abs=0.01)
    assert shell.energy.consumptionSpanText == "31 mi"
