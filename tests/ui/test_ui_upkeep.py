"""Tyres, trips, warnings, recorder and their tones, over the typed client."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.test_ui_vehicle import Samples
from ui.clients.vehicle import Sample
from ui.sounds import CHIMES, RATE, Note, Sounds, pcm
from ui.viewmodels.maintenance import Maintenance
from ui.viewmodels.paths import TYRES, Upkeep
from ui.viewmodels.recorder import size_text
from ui.viewmodels.shell import ShellViewModel
from ui.viewmodels.tyres import advice, read_tyres
from ui.viewmodels.units import Units
from ui.viewmodels.warnings import colour_of, icon_of


@pytest.fixture
def shell(application: Any) -> ShellViewModel:
    shell = ShellViewModel()
    shell.sounds.output = lambda _samples: None
    return shell


def give(shell: ShellViewModel, values: dict[str, Any]) -> None:
    shell.clients.vehicle._apply({path: Sample(value, "valid") for path, value in values.items()})


def tyres(pressures: tuple[float | None, ...], **more: Any) -> Samples:
    values: dict[str, Any] = {Upkeep.TYRE_TARGET_FRONT: 250, Upkeep.TYRE_TARGET_REAR: 270, **more}
    for wheel, kpa in zip(TYRES.values(), pressures, strict=True):
        if kpa is not None:
            values[f"{wheel}.Pressure"] = kpa
    return Samples(values)


@pytest.mark.parametrize(
    ("pressures", "states", "word"),
    [
        ((250, 245, 270, 268), ["ok"] * 4, "All is well"),
        ((250, 245, 240, 270), ["ok", "ok", "under", "ok"], "a little air"),
        ((250, 245, 270, 229), ["ok", "ok", "ok", "low"], "Fill the marked tyre to 2.7 bar"),
        ((199, 199, 270, 270), ["low", "low", "ok", "ok"], "Check and fill the marked tyres"),
        ((160, 250, 270, 270), ["flat", "ok", "ok", "ok"], "Stop where it is safe"),
        ((320, 250, 270, 270), ["high", "ok", "ok", "ok"], "Let some air out"),
        ((None, None, None, None), ["unknown"] * 4, "after a few minutes"),
    ],
)
def test_tyres_against_their_targets(pressures: tuple[float | None, ...], states: list[str], word: str) -> None:
    found = read_tyres(tyres(pressures))
    assert [tyre.state for tyre in found] == states
    assert word in advice(found, Units())


def test_a_car_that_only_says_low(shell: ShellViewModel) -> None:
    lows = {f"{wheel}.IsPressureLow": position == "rearLeft" for position, wheel in TYRES.items()}
    give(shell, lows)
    rows = shell.tyres.model.rows
    assert [row["condition"] for row in rows] == ["ok", "ok", "low", "ok"]
    assert (rows[2]["pressureText"], rows[2]["word"], shell.tyres.measured) == ("", "Low", False)
    assert shell.tyres.wrong
    assert "marked tyre" in shell.tyres.advice


def test_tyres_are_the_cars_own_sides_and_in_the_drivers_unit(shell: ShellViewModel) -> None:
    shell.preferences.override({"units.pressure": "psi", "display.drive_side": "right"})
    give(shell, {f"{TYRES['frontLeft']}.Pressure": 241.3, Upkeep.TYRE_TARGET_FRONT: 250})
    row = shell.tyres.model.rows[0]
    assert (row["position"], row["pressureText"], row["unit"], row["targetText"]) == ("frontLeft", "35", "psi", "of 36")


def test_a_hot_tyre_is_told() -> None:
    found = read_tyres(tyres((250, 250, 270, 270), **{f"{TYRES['rearRight']}.Temperature": 101.0}))
    assert found[3].state == "hot"
    assert "cooled" in advice(found, Units())


# -- trips --------------------------------------------------------------------------------------------------------------


def with_trips(shell: ShellViewModel, unit: str = "kWh/100km") -> list[tuple[Any, ...]]:
    client = shell.clients.vehicle
    whats = ("Distance", "Duration", "AverageSpeed", "AverageConsumption")
    client.metadata = {Upkeep.trip(t, what): {"unit": unit} for t in ("A", "B") for what in whats}
    client.described.emit()
    asked: list[tuple[Any, ...]] = []
    client.request = lambda member, *args, **_: asked.append((member, *args))  # type: ignore[method-assign, assignment]
    return asked


def test_trips_in_the_drivers_units(shell: ShellViewModel) -> None:
    with_trips(shell)
    give(
        shell,
        {
            Upkeep.trip("A", "Distance"): 41_234.0,
            Upkeep.trip("A", "Duration"): 2700.0,
            Upkeep.trip("A", "AverageSpeed"): 54.9,
            Upkeep.trip("A", "AverageConsumption"): 15.04,
        },
    )
    rows = {row["trip"]: row for row in shell.trips.model.rows}
    assert list(rows) == ["A", "B"]
    a = rows["A"]
    assert [a[k] for k in ("distanceText", "unit", "durationText", "speedText", "consumptionText")] == [
        "41.2", "km", "45 min", "55 km/h", "15.0 kWh/100 km"
    ]  # fmt: skip
    assert [rows["B"][k] for k in ("distanceText", "durationText", "speedText")] == ["–"] * 3


def test_a_trip_is_reset_in_two_steps_and_never_by_one(shell: ShellViewModel) -> None:
    asked = with_trips(shell)
    shell.trips.reset()
    shell.trips.askReset("start")
    assert (asked, shell.trips.asking) == ([], "")
    shell.trips.askReset("A")
    shell.trips.keep()
    shell.trips.reset()
    assert asked == []
    shell.trips.askReset("B")
    assert shell.trips.asking == "B"
    shell.trips.reset()
    shell.trips.reset()
    assert asked == [("ResetTrip", "B")]


@pytest.mark.parametrize(
    ("km", "seconds", "due", "state", "texts"),
    [
        (12_300, 200 * 86_400, False, "later", ("12,300 km", "6 months")),
        (900, 200 * 86_400, False, "soon", ("900 km", "6 months")),
        (12_300, 12 * 86_400, None, "soon", ("12,300 km", "12 days")),
        (-20, None, None, "due", ("0 km", "")),
        (None, None, True, "due", ("", "")),
        (None, None, False, "unknown", ("", "")),
    ],
)
def test_service(km: Any, seconds: Any, due: Any, state: str, texts: tuple[str, str]) -> None:
    values = {Upkeep.SERVICE_DISTANCE: km, Upkeep.SERVICE_TIME: seconds, Upkeep.SERVICE_DUE: due}
    facts = Maintenance.of(Samples({path: value for path, value in values.items() if value is not None}), Units())
    assert (facts.state, (facts.distance_text, facts.time_text)) == (state, texts)


# -- warnings -----------------------------------------------------------------------------------------------------------


def warning(
    code: str, severity: str = "warning", symbol: str = "tyre-pressure", since: float = 1_778_755_000
) -> dict[str, Any]:
    return {"code": code, "severity": severity, "symbol": symbol, "text": f"{code}.", "since": since, "sure": True}


def tell(shell: ShellViewModel, *entries: dict[str, Any]) -> None:
    shell.clients.vehicle._take_warnings(list(entries))


def test_new_warnings_come_up_one_after_the_other_the_gravest_first(shell: ShellViewModel) -> None:
    warnings = shell.warnings
    tell(shell, warning("low"))
    assert (warnings.shown, warnings.shownText, warnings.shownStays) == (True, "low.", False)
    tell(shell, warning("brakes", "critical", "brake"), warning("low"))
    assert (warnings.shownText, warnings.shownStays, warnings.waiting, warnings.shownColour) == (
        "brakes.",
        True,
        1,
        "red",
    )
    warnings.acknowledge()
    assert (warnings.shownText, warnings.waiting) == ("low.", 0)
    warnings.acknowledge()
    assert not warnings.shown
    tell(shell, warning("brakes", "critical", "brake"), warning("low"))
    assert not warnings.shown, "what was acknowledged stays in the list and does not come up again"
    assert [row["code"] for row in warnings.model.rows] == ["brakes", "low"]


def test_a_warning_that_ends_goes_and_one_that_returns_comes_up_again(shell: ShellViewModel) -> None:
    tell(shell, warning("brakes", "critical"))
    tell(shell)
    assert not shell.warnings.shown
    tell(shell, warning("brakes", "critical"))
    assert shell.warnings.shown


def test_notes_never_come_up_and_make_no_sound(shell: ShellViewModel) -> None:
    tell(shell, warning("washer", "info", "washer-fluid"))
    assert (shell.warnings.shown, shell.warnings.count, list(shell.sounds.played)) == (False, 1, [])


def test_one_chime_for_a_burst_and_it_is_the_gravest(shell: ShellViewModel) -> None:
    tell(shell, warning("brakes", "critical"), *(warning(f"w{n}") for n in range(8)))
    assert list(shell.sounds.played) == [CHIMES["critical"]]
    assert shell.warnings.waiting <= 3, "the rest stands in the list"
    assert shell.warnings.count == 9


def test_no_critical_one_is_left_out_however_many(shell: ShellViewModel) -> None:
    tell(shell, *(warning(f"c{n}", "critical") for n in range(6)))
    seen = []
    while shell.warnings.shown:
        seen.append(shell.warnings.shownText)
        shell.warnings.acknowledge()
    assert sorted(seen) == [f"c{n}." for n in range(6)]


def test_time_does_not_count_under_the_rear_view(shell: ShellViewModel) -> None:
    warnings = shell.warnings
    tell(shell, warning("low"))
    assert warnings._timer.isActive()
    warnings.hold(True)
    assert not warnings._timer.isActive()
    warnings.hold(False)
    assert warnings._timer.isActive()
    warnings.acknowledge()
    warnings.hold(True)
    tell(shell, warning("low"), warning("other"))
    assert warnings.shown
    assert not warnings._timer.isActive()


def test_the_strip_shows_each_symbol_once_and_no_blue(shell: ShellViewModel) -> None:
    tell(
        shell,
        warning("brakes", "critical", "brake"),
        warning("fl"),
        warning("fr"),
        warning("belt", "info", "seat-belt"),
        warning("washer", "info", "washer-fluid"),
    )
    assert [(row["symbol"], row["colour"]) for row in shell.warnings.telltales.rows] == [
        ("iso-brake", "red"), ("iso-tyre-pressure", "amber"), ("iso-washer-fluid", "amber")
    ]  # fmt: skip


def test_symbols_nobody_drew_are_the_triangle() -> None:
    assert icon_of("tyre-pressure") == "iso-tyre-pressure"
    assert icon_of("flux-capacitor") == icon_of("../../../etc/passwd") == "iso-warning"
    assert [colour_of("critical", "x"), colour_of("warning", "x"), colour_of("info", "low-beam")] == [
        "red",
        "amber",
        "green",
    ]


def test_all_is_well_only_when_the_car_can_be_heard(shell: ShellViewModel) -> None:
    assert not shell.warnings.allWell


# -- recorder -----------------------------------------------------------------------------------------------------------


def test_sizes_of_files() -> None:
    assert [size_text(Units(), size) for size in (10, 340_000, 4_200_000, 130_000_000)] == [
        "1 kB", "340 kB", "4.2 MB", "130 MB"
    ]  # fmt: skip


def test_a_replay_is_a_tape(shell: ShellViewModel) -> None:
    client, recorder = shell.clients.vehicle, shell.recorder
    asked: list[tuple[Any, ...]] = []
    client.request = lambda member, *args, **_: asked.append((member, *args))  # type: ignore[method-assign, assignment]
    recorder.seek(0.5)
    assert (asked, recorder.playing) == ([], False)
    client._properties_changed(
        {
            "Replay": {
                "file": "/a/drive.blf",
                "position_s": 30.0,
                "length_s": 120.0,
                "paused": True,
                "marks": [60.0, 12.0],
            }
        }
    )
    assert (recorder.playing, recorder.fileName, recorder.positionText, recorder.lengthText) == (
        True, "drive.blf", "0:30", "2:00"
    )  # fmt: skip
    assert (recorder.position, [row["text"] for row in recorder.marks.rows]) == (0.25, ["0:12", "1:00"])
    recorder.playPause()
    recorder.seek(2.0)
    assert recorder.position == 1.0, "the place asked for is shown while the recording is read up to it"
    client._properties_changed({"Replay": {**client.replay, "position_s": 119.5}})
    assert recorder.positionText == "1:59"
    recorder.step(-600)
    client._properties_changed({"Replay": {**client.replay, "position_s": 30.0}})
    recorder._arrive()
    recorder.requestSpeed(0.0)
    recorder.requestLoop(True)
    recorder.mark()
    assert [call[1:] for call in asked] == [
        ("play", 0.0), ("seek", 120.0), ("seek", 0.0), ("speed", 0.0), ("loop", 1.0), ("mark", 30.0)
    ]  # fmt: skip


def test_the_last_minute_is_kept_once_at_a_time(shell: ShellViewModel) -> None:
    client, recorder = shell.clients.vehicle, shell.recorder
    asked: list[tuple[str, Any, dict[str, Any]]] = []
    client.request = lambda member, *args, **more: asked.append((member, args, more))  # type: ignore[method-assign, assignment]
    recorder.save(True)
    recorder.save(True)
    assert [(member, args) for member, args, _ in asked] == [("SaveRecording", (True,))]
    assert recorder.saving
    asked[0][2]["done"]("/state/2026-05-14.blf")
    assert (recorder.saving, bool(recorder.said)) == (False, True)
    asked[1][2]["done"](
        [{"path": "/state/2026-05-14.blf", "time": 1_778_755_000.0, "bytes": 812_000, "duration_s": 60.0}]
    )
    row = recorder.recordings.rows[0]
    assert (row["name"], row["detail"], row["fresh"]) == ("2026-05-14.blf", "1:00 · 812 kB", True)


# -- tones --------------------------------------------------------------------------------------------------------------


def test_tones_begin_and_end_in_silence_and_never_clip() -> None:
    for notes in CHIMES.values():
        samples = memoryview(pcm(notes)).cast("h")
        assert len(samples) == sum(RATE * note.ms // 1000 for note in notes)
        assert (samples[0], samples[-1]) == (0, 0)
        assert 5_000 < max(samples) < 32_767
    assert set(memoryview(pcm((Note(0, 20),))).cast("h")) == {0}


def test_a_new_tone_replaces_the_last(application: Any) -> None:
    sounds = Sounds()
    heard: list[int] = []
    sounds.output = lambda samples: heard.append(len(samples))
    sounds.play("critical")
    sounds.play("never heard of")
    assert heard == [len(pcm(CHIMES["critical"])), len(pcm(CHIMES["warning"]))]
