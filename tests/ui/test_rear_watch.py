"""An old picture is never called live: by its age, and by being the same again and again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.camera.watch import BLACK_S, START_S, Truth, Watch


def fed(
    watch: Watch, start: float, count: int, *, step: float = 1 / 30, same: bool = False, black: bool = False
) -> float:
    """Frames at a pace; returns when the last one came."""
    now = start
    for index in range(count):
        now = start + index * step
        watch.frame(now, 7 if same else hash((start, index)), black)
    return now


def test_it_starts_is_live_and_is_lost_at_once() -> None:
    watch = Watch()
    watch.begin(100.0)
    assert watch.truth(100.5) is Truth.STARTING
    last = fed(watch, 100.6, 30)
    assert watch.truth(last + 0.19) is Truth.LIVE
    assert watch.truth(last + 0.21) is Truth.LOST


def test_a_camera_that_never_comes_is_lost_too() -> None:
    watch = Watch()
    watch.begin(10.0)
    assert watch.truth(10 + START_S + 0.01) is Truth.LOST


def test_a_frozen_picture_is_found_though_frames_keep_coming() -> None:
    watch = Watch()
    watch.begin(0.0)
    last = fed(watch, 0.1, 10)
    watch.frame(last + 0.03, 7, False)
    frozen = fed(watch, last + 0.06, 8, same=True)
    assert watch.truth(frozen) is Truth.LOST


def test_a_source_without_noise_may_repeat_itself_if_its_profile_says_so() -> None:
    watch = Watch(repeats_s=0)
    watch.begin(0.0)
    assert watch.truth(fed(watch, 0.1, 60, same=True)) is Truth.LIVE


def test_it_recovers_after_some_news_and_does_not_flicker() -> None:
    watch = Watch()
    watch.begin(0.0)
    last = fed(watch, 0.1, 10)
    assert watch.truth(last + 1) is Truth.LOST
    told = []
    for index in range(4):
        watch.frame(last + 1 + index * 0.033, 1000 + index, False)
        told.append(watch.truth(last + 1 + index * 0.033))
    assert told == [Truth.LOST, Truth.LOST, Truth.LIVE, Truth.LIVE]


def test_a_camera_that_gasps_stays_lost() -> None:
    watch = Watch()
    watch.begin(0.0)
    fed(watch, 0.1, 10)
    told = set()
    for index in range(20):
        now = 1.0 + index * 0.4
        watch.frame(now, index, False)
        told |= {watch.truth(now), watch.truth(now + 0.1)}
    assert told == {Truth.LOST}


def test_black_is_said() -> None:
    watch = Watch()
    watch.begin(0.0)
    last = fed(watch, 0.1, round((BLACK_S + 0.1) * 30), black=True)
    assert watch.truth(last) is Truth.BLACK
    watch.frame(last + 0.03, 1, False)
    assert watch.truth(last + 0.03) is Truth.LIVE


@given(st.lists(st.tuples(st.floats(0.001, 0.6), st.integers(0, 2)), max_size=60), st.floats(0, 2))
def test_live_always_means_news_within_the_limit(frames: list[tuple[float, int]], later: float) -> None:
    watch, now, news_at, last = Watch(), 50.0, None, None
    watch.begin(now)
    for gap, content in frames:
        now += gap
        if content != last:
            last, news_at = content, now
        watch.frame(now, content, False)
        if watch.truth(now) is Truth.LIVE:
            assert news_at is not None
            assert now - news_at <= 0.2
    if watch.truth(now + later) is Truth.LIVE:
        assert news_at is not None
        assert now + later - news_at <= 0.2 + 1e-9
