"""The phone's parts on their own: the block code, keys, options, sound, pictures and the command line."""

from __future__ import annotations

import contextlib
import socket

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from backends.projection.simphone.apps import INSTALLED
from backends.projection.simphone.blockcode import CELL, Code, read_code, rows, write_code
from backends.projection.simphone.city import HEIGHT_M, WIDTH_M, city
from backends.projection.simphone.fonts import font
from backends.projection.simphone.main import main
from backends.projection.simphone.scrcpy.auth import BadKeyError, parse_key
from backends.projection.simphone.scrcpy.lists import apps
from backends.projection.simphone.scrcpy.options import OptionError, parse_options
from backends.projection.simphone.sound import RATE, loop
from backends.projection.simphone.yuv import Picture, Sprite

patient = settings(deadline=None)
"""A busy machine is no failure."""


@patient
@given(
    width=st.integers(3, 130),
    frame=st.integers(0, 2**32 - 1),
    time_us=st.integers(0, 2**48 - 1),
    seed=st.integers(0, 2**32 - 1),
)
def test_a_block_code_survives_noise_and_blur(width: int, frame: int, time_us: int, seed: int) -> None:
    width *= CELL
    luma = np.full((rows(width) * CELL + 32, width), 90, np.uint8)
    write_code(luma, Code(frame, time_us))
    noise = np.random.default_rng(seed).normal(0, 14, luma.shape)
    blurred = (luma.astype(float) + np.roll(luma, 2, 1) + np.roll(luma, -2, 0)) / 3
    assert read_code(np.clip(blurred + noise, 0, 255).astype(np.uint8)) == Code(frame, time_us)


@patient
@given(st.integers(0, 95))
def test_a_damaged_block_code_is_none(cell: int) -> None:
    luma = np.zeros((32, 1280), np.uint8)
    write_code(luma, Code(123456, 987654321))
    row, column = divmod(cell, 80)
    luma[row * CELL : (row + 1) * CELL, column * CELL : (column + 1) * CELL] ^= 0xFF
    assert read_code(luma) is None


def test_pictures_without_a_code_have_none() -> None:
    assert read_code(np.zeros((720, 1280), np.uint8)) is None
    assert read_code(np.full((720, 1280), 255, np.uint8)) is None
    assert read_code(np.zeros((8, 8), np.uint8)) is None
    assert read_code(np.zeros((16, 1280), np.uint8)) is None


@patient
@given(st.binary(max_size=800))
def test_no_offered_key_breaks_the_phone(offer: bytes) -> None:
    with pytest.raises(BadKeyError):
        parse_key(offer)


@patient
@given(
    st.lists(st.one_of(st.text(max_size=12), st.from_regex(r"[a-z_]{2,20}=[ -~]{0,12}", fullmatch=True)), max_size=6)
)
def test_options_are_read_or_refused_in_words(arguments: list[str]) -> None:
    with contextlib.suppress(OptionError):
        assert parse_options("4.1", ["4.1", *arguments]).socket_name.startswith("scrcpy")


def test_options_of_both_generations() -> None:
    words = "scid=0000abcd max_size=1023 new_display=1281x721/200 send_codec_meta=false audio=false"
    three = parse_options("3.3.4", ["3.3.4", *words.split()])
    assert (three.socket_name, three.max_size, three.new_display) == ("scrcpy_0000abcd", 1016, (1281, 721, 200))
    assert (three.send_stream_meta, three.audio, three.alignment, three.unknown) == (False, False, 8, [])
    words = "max_size=1023 new_display=/240 flex_display=true send_codec_meta=false raw_stream=true"
    four = parse_options("4.1", ["4.1", *words.split()])
    assert (four.socket_name, four.max_size, four.new_display) == ("scrcpy", 1023, (0, 0, 240))
    assert (four.flex_display, four.send_frame_meta, four.alignment, four.unknown) == (
        True,
        False,
        2,
        ["send_codec_meta"],
    )
    assert parse_options("4.1", ["4.1", "video_codec_options=i-frame-interval:int=2,profile=1"]).key_interval_s == 2.0


@pytest.mark.parametrize("piece", range(3))
def test_music_is_stereo_loud_enough_and_loops_without_a_click(piece: int) -> None:
    samples = loop(piece).astype(int)
    assert 6 < len(samples) / RATE < 20
    assert 12_000 < np.abs(samples).max() < 20_000
    assert np.abs(samples[:, 0] - samples[:, 1]).max() > 1000
    inner = np.abs(np.diff(samples, axis=0)).max()
    assert np.abs(samples[0] - samples[-1]).max() <= inner
    spectrum = np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples))))
    peaks = (spectrum > spectrum.max() * 0.05).sum()
    assert peaks > 20, "more than one tone"


def test_the_route_is_closed_smooth_and_inside_the_town() -> None:
    route = city().route
    steps = np.diff(np.vstack((route.line, route.line[:1])), axis=0)
    assert np.hypot(steps[:, 0], steps[:, 1]).max() < 3
    assert (route.line > 0).all()
    assert (route.line < (WIDTH_M, HEIGHT_M)).all()
    turns = np.abs(np.angle(np.exp(1j * np.diff(route.headings))))
    assert turns.max() < 0.5
    assert route.at(route.length_m + 5) == pytest.approx(route.at(5))
    for turn, following in zip(route.turns, route.turns[1:], strict=False):
        found, distance = route.next_turn(turn.at_m + 1)
        assert (found, distance) == (following, pytest.approx(following.at_m - turn.at_m - 1))


@patient
@given(x=st.integers(-40, 100), y=st.integers(-40, 100), width=st.integers(1, 30), height=st.integers(1, 30))
def test_sprites_are_cut_at_the_edges(x: int, y: int, width: int, height: int) -> None:
    picture = Picture(64, 48)
    picture.fill(0, 0, 64, 48, (0, 0, 0))
    Sprite(Image.new("RGBA", (width, height), (255, 255, 255, 255))).blend(picture, x, y)
    white = np.zeros((48, 64), bool)
    white[max(0, y) : max(0, y + height), max(0, x) : max(0, x + width)] = True
    assert ((picture.y > 200) == white).all()


def test_a_long_label_goes_on_a_line_of_its_own() -> None:
    label = "An app whose name is longer than thirty"
    long = type("Long", (INSTALLED[0],), {"LABEL": label, "PACKAGE": "org.example.long", "SYSTEM": False})
    assert apps([long]) == f"List of apps:\n - {label}\n   {' ' * 30} org.example.long"


@pytest.mark.parametrize("weight", ["regular", "medium", "semibold", "bold"])
def test_every_face_has_the_signs_that_the_apps_write(weight: str) -> None:
    face = font(40, weight)
    nothing = bytes(face.getmask("\U000fffff"))
    assert [sign for sign in "×·é“”" if bytes(face.getmask(sign)) == nothing] == []


@pytest.mark.parametrize(
    "arguments", [["--fault", "explode"], ["--battery", "200"], ["--auth", "maybe"], ["--port", "x"]]
)
def test_wrong_calls_end_with_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err


def test_a_taken_port_ends_with_status_1(capsys: pytest.CaptureFixture[str], run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main(["--port", str(taken.getsockname()[1])]) == 1
    assert "address already in use" in capsys.readouterr().err.lower()
