"""The phone's apps: each reacts to fingers, keys and text, in its picture and in what it reports."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backends.projection.simphone.apps import INSTALLED
from backends.projection.simphone.apps.assistant import Assistant
from backends.projection.simphone.apps.base import App, Finger
from backends.projection.simphone.apps.maps import Maps
from backends.projection.simphone.apps.player import PlayerApp
from backends.projection.simphone.display import Display
from backends.projection.simphone.music import TRACKS
from backends.projection.simphone.state import Identity, PhoneState
from backends.projection.simphone.yuv import to_yuv
from tests.fakes.phone_host import driven, touch

SIZES = [
    (1280, 720, 160),
    (1280, 480, 160),
    (800, 480, 120),
    (1920, 720, 200),
    (480, 800, 120),
    (1080, 2400, 420),
    (320, 240, 120),
]


def display(width: int = 1280, height: int = 720, dpi: int = 160, *, dark: bool = True) -> Display:
    made = Display(7, PhoneState(Identity(), dark=dark), width, height, dpi, decorated=False)
    made.set_apps(INSTALLED)
    return made


def shown(kind: type[App], *size: int, dark: bool = True) -> tuple[Display, App]:
    made = display(*size, dark=dark)
    made.show(kind)
    assert made.app is not None
    made.picture(time.monotonic())
    return made, made.app


def tap(app: App, x: int, y: int) -> None:
    app.touch(Finger("down", 0, x, y))
    app.touch(Finger("up", 0, x, y))


def luma(made: Display, now: float | None = None) -> np.ndarray:
    return made.picture(time.monotonic() if now is None else now).y.astype(int)


@pytest.mark.parametrize("kind", INSTALLED, ids=lambda kind: kind.LABEL)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_app_fits_every_size_and_both_looks(kind: type[App], size: tuple[int, int, int]) -> None:
    pictures = []
    for dark in (True, False):
        made, app = shown(kind, *size, dark=dark)
        picture = made.picture(time.monotonic())
        assert (picture.width, picture.height) == size[:2]
        assert picture.y.std() > 3, "there is something to see"
        for button in app.buttons:
            assert button.width > 0
            assert 0 <= button.left + button.width // 2 < size[0]
            assert 0 <= button.top + button.height // 2 < size[1]
        pictures.append(picture.y.astype(int))
    if kind.PACKAGE != "org.example.testcard":
        assert abs(pictures[0].mean() - pictures[1].mean()) > 40, "day is not night"


def test_the_map_moves_with_the_car_and_stops_with_a_finger() -> None:
    made, app = shown(Maps)
    assert isinstance(app, Maps)
    now = time.monotonic()
    before = app.signature(now)
    assert app.signature(now + 1.0) != before
    assert (luma(made, now) != luma(made, now + 1.0)).mean() > 0.01
    assert app.page == "driving"
    app.touch(Finger("down", 0, 700, 300))
    app.touch(Finger("move", 0, 400, 350))
    app.touch(Finger("up", 0, 400, 350))
    assert app.page == "looking around"
    now = time.monotonic()
    panned, later = app._place(now), app._place(now + 2)
    assert panned[:2] == later[:2], "the map stays"
    assert panned[2:4] != later[2:4], "the car goes on"
    made.picture(now)
    assert len(app.buttons) == 3
    tap(app, app.buttons[-1].left + 5, app.buttons[-1].top + 5)
    assert app.page == "driving"


def test_time_held_still_makes_the_same_picture_every_time() -> None:
    pictures = []
    for later in (0, 500):
        made = display()
        made._state.stand_still("10:42")
        made.show(Maps)
        assert made.next_change_s(0.0) is None
        pictures.append(made.picture(time.monotonic() + later).buffer)
    assert (pictures[0] == pictures[1]).all()
    with pytest.raises(ValueError, match="time data"):
        made._state.stand_still("tea time")
    assert made._state.clock(18 * 60) == "11:00"


def test_the_map_zooms_and_tells_the_next_turn() -> None:
    made, app = shown(Maps)
    zooms = [app.describe()["zoom"]]
    for index in (1, 1, 1, 0):
        tap(app, app.buttons[index].left + 5, app.buttons[index].top + 5)
        made.picture(time.monotonic())
        zooms.append(app.describe()["zoom"])
    assert zooms == [1.0, 1.6, 1.6, 1.6, 1.0]
    told = app.describe()
    assert told["road"] == "Lindenallee"
    assert 250 < int(str(told["distance_m"])) <= 351


def test_the_player_plays_seeks_and_skips() -> None:
    made, app = shown(PlayerApp)
    music = app.state.music
    assert app.next_change_s(0.0) is None
    tap(app, app.buttons[0].left + 20, app.buttons[0].top + 20)
    assert music.playing
    assert app.next_change_s(0.0) is not None
    app.key(127)
    assert not music.playing
    assert isinstance(app, PlayerApp)
    left, middle, width = app._bar
    before = luma(made)
    tap(app, left + width // 2, middle)
    assert music.position_s() == pytest.approx(TRACKS[0].length_s / 2, rel=0.01)
    assert (luma(made) != before).any()
    tap(app, app.buttons[2].left + 5, app.buttons[2].top + 5)
    assert (music.track.title, music.position_s()) == ("Glasshouse", 0.0)
    made.key(88)
    assert music.track.title == "Night Ferry"


def test_a_track_is_followed_by_the_next() -> None:
    music = PhoneState(Identity(), dark=True).music
    music.seek(TRACKS[0].length_s - 0.6)
    music.set_playing(True)
    assert music.position_s(time.monotonic() + 5) == pytest.approx(4.4, abs=0.2)
    assert music.track is TRACKS[1]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How is my battery?", "78 %"),
        ("what about the Volkspark", "In Volkspark"),
        ("Play", "Night Ferry"),
        ("sing", "not learned"),
    ],
)
def test_the_assistant_answers_after_a_thought(question: str, answer: str) -> None:
    _, app = shown(Assistant)
    app.text(question)
    app.key(66)
    assert app.page == "thinking"
    assert isinstance(app, Assistant)
    app._settle(time.monotonic() + 1)
    bubbles = app.describe()["bubbles"]
    assert isinstance(bubbles, list)
    assert bubbles[-2] == ("me", question)
    assert answer in bubbles[-1][1]


def test_the_assistant_acts() -> None:
    made, app = shown(Assistant)
    chip = app.buttons[1]
    tap(app, chip.left + 9, chip.top + 9)
    assert app.state.music.playing
    app.text("go light\n")
    assert app.state.dark is False
    assert made.picture(time.monotonic()).y.mean() > 180


@example(events=["\x1e"], kind=Assistant)
@settings(max_examples=20, deadline=None)
@given(
    events=st.lists(
        st.one_of(
            st.tuples(st.sampled_from(["down", "move", "up", "cancel"]), st.integers(-50, 900), st.integers(-50, 600)),
            st.integers(0, 300),
            st.text(max_size=5),
        ),
        max_size=25,
    ),
    kind=st.sampled_from(INSTALLED),
)
def test_no_input_breaks_an_app(events: list[object], kind: type[App]) -> None:
    made, _ = shown(kind, 800, 480, 120)
    for event in events:
        match event:
            case (str() as phase, int() as x, int() as y):
                if made.app is not None:
                    made.app.touch(Finger(phase, 0, x, y))
            case int():
                made.key(event)
            case str():
                made.text(event)
    assert made.picture(time.monotonic()).width == 800


def test_home_starts_apps_and_back_returns(run) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="1280x720/160") as (phone, session):
            while (await session.packet()).kind != "key":
                pass
            state = await phone.control.state()
            assert state["displays"][1]["page"] == "home"
            assert session.control is not None
            session.control.write(touch(0, 640, 360, session.size) + touch(1, 640, 360, session.size))
            await phone.control.display("org.example.maps")
            session.control.write(bytes([4, 0, 4, 1]))
            await phone.control.until(lambda state: state["displays"][1]["page"] == "home")

    run(body())


def test_the_dark_theme_reaches_every_display(run) -> None:
    async def body() -> None:
        async with driven("4.1", new_display="640x480/120", app="com.android.settings") as (phone, session):
            await phone.control.display("com.android.settings")
            await phone.control("dark", on=False)
            await phone.control("battery", level=5, charging=True)
            state = await phone.control.state()
            assert (state["dark"], state["battery"], state["charging"]) == (False, 5, True)
            with pytest.raises(RuntimeError, match="not between"):
                await phone.control("battery", level=101)
            await session.packet()

    run(body())


def test_colours_are_those_of_the_standard() -> None:
    assert to_yuv((255, 255, 255)) == (235, 128, 128)
    assert to_yuv((0, 0, 0)) == (16, 128, 128)
    assert to_yuv((255, 0, 0)) == (81, 90, 240)
