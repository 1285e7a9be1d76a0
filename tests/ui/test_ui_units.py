"""Numbers as they are shown. Expected values come from the definitions of the units, written out here."""

from __future__ import annotations

import math
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.viewmodels.shown import level_of, percent_of
from ui.viewmodels.units import DASH, LANGUAGES, Units, base_language, duration_text

MOMENT = datetime(2026, 5, 14, 22, 42)  # noqa: DTZ001
US = Units("F", "mi", "psi", "12", "en")


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        (Units().speed(62.4), ("62", "km/h")),
        (US.speed(100), ("62", "mph")),
        (Units().speed(-5.0), ("5", "km/h")),
        (Units().range(412_300), ("412", "km")),
        (US.range(1_609_344), ("1000", "mi")),
        (Units().degrees(21.5, 1), "21.5°"),
        (Units(language="de").degrees(21.5, 1), "21,5°"),
        (US.degrees(21.5, 1), "71°"),
        (US.degrees(-40), "-40°"),
        (Units().degrees(-0.4), "0°"),
        (Units().tyre(243), ("2.4", "bar")),
        (Units(pressure="kpa").tyre(243), ("243", "kPa")),
        (US.tyre(241.3165), ("35", "psi")),
        (Units(language="de").tyre(243), ("2,4", "bar")),
        (Units().odometer(18_204_000), "18,204 km"),
        (Units().fuel_consumption(7.84), "7.8 l/100 km"),
        (US.fuel_consumption(7.84), "30 mpg"),
        (Units().energy_consumption(14.8), "14.8 kWh/100 km"),
        (US.energy_consumption(10), "16.1 kWh/100 mi"),
        (Units().percent(76.4), "76 %"),
        (Units().time(MOMENT), "22:42"),
        (US.time(MOMENT), "10:42 PM"),
        (Units().date(MOMENT), "Thursday, 14 May"),
        (Units(language="de").date(MOMENT), "Donnerstag, 14. Mai"),
        (Units(language="zh_CN").date(MOMENT), "5月14日 星期四"),
        (duration_text(187_000), "3:07"),
        (duration_text(3_729_999), "1:02:09"),
        (duration_text(-1), ""),
    ],
)
def test_shown(shown: object, wanted: object) -> None:
    assert shown == wanted


@pytest.mark.parametrize("unknown", [math.nan, None])
@pytest.mark.parametrize("units", [Units(), US, Units(pressure="kpa", language="ar")])
def test_unknown_is_a_dash_and_never_a_zero(units: Units, unknown: float | None) -> None:
    texts = [
        units.speed(unknown)[0],
        units.range(unknown)[0],
        units.degrees(unknown, 1),
        units.tyre(unknown)[0],
        units.odometer(unknown),
        units.fuel_consumption(unknown),
        units.energy_consumption(unknown),
        units.percent(unknown),
    ]
    assert texts == [DASH] * len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_western_in_every_language(language: str) -> None:
    """The cluster's are, and two scripts of digits in one view are read wrongly."""
    text = Units(language=language).speed(1234567.0)[0]
    assert text == "1234567"


@given(st.floats(min_value=-60, max_value=60))
def test_fahrenheit_follows_the_definition(celsius: float) -> None:
    shown = int(US.degrees(celsius).removesuffix("°"))
    assert abs(shown - (celsius * 1.8 + 32)) <= 0.5 + 1e-9


@given(st.floats(min_value=0, max_value=400, allow_nan=False))
def test_miles_never_read_more_than_kilometres(kph: float) -> None:
    assert int(US.speed(kph)[0]) <= int(Units().speed(kph)[0])


def test_language_codes() -> None:
    assert [base_language(code) for code in ("zh_CN", "de-AT", "AR", "fr", "")] == ["zh", "de", "ar", "en", "en"]


@pytest.mark.parametrize(("levels", "lowest"), [(7, 0), (3, -3)])
def test_levels_survive_the_way_through_percent(levels: int, lowest: int) -> None:
    for level in range(lowest, levels + 1):
        assert level_of(percent_of(level, levels), levels) == level
