"""The lines on the ground: where the car goes, and how that looks through a lens."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ui.camera.config import CameraSpec, Dimensions, Mounting, load_setup
from ui.camera.geometry import Projection, corner_path, road_wheel_deg, swept_edge, turn_radius_m
from ui.camera.guides import Frame, draw_guides, marks_for
from ui.viewmodels.units import Units

CAR = Dimensions(2.8, 1.86, 4.6, 0.95, 15.0)
FRAME = Frame(0, 0, 1280, 720)
METRES, TEXTS = marks_for(Units())
wheel = st.floats(-500, 500)
lenses = st.builds(
    Mounting,
    height_m=st.floats(0.5, 1.5),
    tilt_deg=st.floats(5, 50),
    fov_deg=st.floats(80, 140),
    lens=st.sampled_from(["fisheye", "rectilinear"]),
    k1=st.floats(-0.03, 0.05),
)


def camera(mounting: Mounting | None = None, place: str = "rear", mirror: bool = True) -> CameraSpec:
    return CameraSpec("rear", "mjpeg", "http://x", place, mirror, mounting=mounting or Mounting())


def seen(projection: Projection, steering: float) -> list[list[tuple[float, float]]]:
    """Both edges in the picture, left and right of the car."""
    place = projection.camera.place
    return [projection.line(corner_path(CAR, place, steering, side, 3.0, 40)) for side in (-1, 1)]


@given(wheel, st.floats(0.5, 8))
def test_the_car_keeps_its_width_and_shape_wherever_it_goes(steering: float, metres: float) -> None:
    left, right = (corner_path(CAR, "rear", steering, side, metres, 10)[-1] for side in (-1, 1))
    assert math.dist(left, right) == pytest.approx(CAR.width_m)


@given(wheel, st.floats(0.2, 6))
def test_each_corner_stays_on_its_circle(steering: float, metres: float) -> None:
    radius = turn_radius_m(steering, CAR)
    assume(math.isfinite(radius))
    for side in (-1, 1):
        path = corner_path(CAR, "rear", steering, side, metres, 12)
        away = [math.dist(point, (-radius, 0)) for point in path]
        assert max(away) - min(away) < 1e-6 * max(1, max(away))


def test_the_circle_is_ackermanns() -> None:
    # 15 degrees at the road wheels of a car 2.8 m between its axles.
    assert turn_radius_m(15 * CAR.steering_ratio, CAR) == pytest.approx(2.8 / math.tan(math.radians(15)))
    assert road_wheel_deg(9999, CAR) == 45


@given(st.floats(20, 500), st.floats(0.5, 3))
def test_left_goes_left_right_goes_right_and_they_mirror_each_other(steering: float, metres: float) -> None:
    middle = swept_edge(CAR, "rear", steering, metres, 2)[1]
    other = swept_edge(CAR, "rear", -steering, metres, 2)[1]
    assert middle[0] < 0 < other[0]
    assert other == pytest.approx((-middle[0], middle[1]))


def test_ahead_left_goes_left_too() -> None:
    assert swept_edge(CAR, "front", 200, 2.0, 2)[1][0] < 0


@given(lenses)
def test_straight_on_the_picture_is_symmetric(mounting: Mounting) -> None:
    left, right = seen(Projection(camera(mounting), CAR, 16 / 9), 0.0)
    assert len(left) == len(right) > 5
    for (x, y), (u, v) in zip(left, right, strict=True):
        assert x + u == pytest.approx(1)
        assert y == pytest.approx(v)


@given(lenses, st.floats(30, 400), st.booleans())
def test_the_lines_bend_to_the_side_that_the_mirror_shows(mounting: Mounting, steering: float, mirror: bool) -> None:
    projection = Projection(camera(mounting, mirror=mirror), CAR, 16 / 9)
    turned = projection.project(swept_edge(CAR, "rear", steering, 2.5, 2)[1])
    straight = projection.project(swept_edge(CAR, "rear", 0.0, 2.5, 2)[1])
    assert turned is not None
    assert straight is not None
    # Steered left: to the left in a mirror, to the right in what the camera itself sees.
    assert (turned[0] < straight[0]) == mirror


@given(lenses)
def test_farther_is_higher_in_the_picture_and_narrower(mounting: Mounting) -> None:
    left, right = seen(Projection(camera(mounting), CAR, 16 / 9), 0.0)
    heights = [y for _, y in left]
    assert heights == sorted(heights, reverse=True)
    # A fisheye squeezes what is at its edge: there the nearest need not be the widest.
    if mounting.lens == "rectilinear" and mounting.k1 >= 0:
        widths = [u - x for (x, _), (u, _) in zip(left, right, strict=True)]
        assert widths == sorted(widths, reverse=True)


def test_a_rectilinear_lens_is_the_textbooks_pinhole() -> None:
    mounting = Mounting(height_m=1.0, tilt_deg=0, fov_deg=90, setback_m=0, lens="rectilinear")
    projection = Projection(camera(mounting), CAR, 1.0)
    # 45 degrees down and straight behind: at the lower edge; 45 degrees aside: at the right edge.
    assert projection.project((0.0, CAR.rear_overhang_m + 1.0)) == pytest.approx((0.5, 1.0))
    assert projection.project((1.0, CAR.rear_overhang_m + 1.0), 1.0) == pytest.approx((1.0, 0.5))


def test_a_fisheye_is_equidistant() -> None:
    mounting = Mounting(height_m=1.0, tilt_deg=0, fov_deg=180, setback_m=0)
    place = Projection(camera(mounting), CAR, 1.0).project((1.0, CAR.rear_overhang_m + 1.0), 1.0)
    assert place == pytest.approx((0.75, 0.5))


@given(wheel, lenses)
def test_lines_marks_and_bars_are_there_for_every_angle(steering: float, mounting: Mounting) -> None:
    guides = draw_guides(Projection(camera(mounting), CAR, 16 / 9), steering, FRAME, METRES, TEXTS)
    assert guides.near.startswith("M")
    assert [mark.text for mark in guides.marks] == list(TEXTS)
    assert bool(guides.width) == (abs(steering) > 3)
    for path in (guides.near, guides.middle, guides.far):
        numbers = [float(word) for word in path.replace("M", " ").replace("L", " ").split()]
        assert all(math.isfinite(number) for number in numbers)


def test_zones_meet_and_bars_end_them() -> None:
    guides = draw_guides(Projection(camera(), CAR, 16 / 9), 90.0, FRAME, METRES, TEXTS)

    def lines(path: str) -> list[list[str]]:
        return [part.split("L") for part in path.split("M") if part]

    near, middle = lines(guides.near), lines(guides.middle)
    for side in (0, 1):
        assert near[side][-1] == middle[side][0], "the middle zone begins where the near one ends"
        assert near[side][-1] == near[2][0 if side == 0 else -1], "the bar goes from edge to edge"


def test_aside_and_unknown_have_no_lines() -> None:
    aside = draw_guides(Projection(camera(place="left", mirror=False), CAR, 1.6), 0.0, FRAME, METRES, TEXTS)
    unknown = draw_guides(Projection(camera(), CAR, 1.6), math.nan, FRAME, METRES, TEXTS)
    assert aside.near == unknown.near == ""
    assert draw_guides(Projection(camera(), CAR, 1.6), 0.0, Frame(), METRES, TEXTS).near == ""


def test_feet_for_those_who_count_in_miles() -> None:
    metres, texts = marks_for(Units(distance="mi"))
    assert texts == ("2 ft", "5 ft", "10 ft")
    assert metres[1] == pytest.approx(1.524)
    assert marks_for(Units(language="de"))[1] == ("0,5 m", "1,5 m", "3 m")


def test_the_demo_car_has_two_cameras_and_a_sim_takes_their_place() -> None:
    setup = load_setup("demo")
    assert [c.name for c in setup.cameras] == ["rear", "front"]
    assert setup.cameras[0].flip
    assert not setup.cameras[1].flip
    assert setup.with_simulator("http://h:1").cameras[0].source == "http://h:1/rear"
    other = setup.with_sources({"rear": "/dev/video0", "left": "rtsp://cam/1"})
    assert [(c.name, c.kind) for c in other.cameras] == [("rear", "v4l2"), ("front", "mjpeg"), ("left", "rtsp")]
    assert replace(other.cameras[0], mirrored_source=True).flip is False


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[camera.rear]\nkind = "mjpeg"', "needs a url"),
        ('[camera.rear]\nurl = "http://x"\nkind = "magic"', "magic"),
        ('[camera.rear]\nurl = "http://x"\nplace = "top"', "top"),
        ('[camera.rear]\nurl = "http://x"\nlens = "plastic"', "plastic"),
        ('[camera.rear]\nurl = "http://x"\nfov_deg = 179\nlens = "rectilinear"', "fov_deg"),
        ('[camera.rear]\nurl = "http://x"\nhight_m = 1', "hight_m"),
        ("[dimensions]\nwheelbase_m = 0", "wheelbase_m"),
        ("[dimensions]\nlenght_m = 4", "lenght_m"),
    ],
)
def test_a_profile_that_makes_no_sense_is_told_by_its_entry(tmp_path: object, text: str, words: str) -> None:
    from pathlib import Path

    from ui.camera.config import CameraError

    file = Path(str(tmp_path)) / "profile.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CameraError, match=words):
        load_setup(str(file))
