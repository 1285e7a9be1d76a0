"""One stream on its way to the device, by a clock of the test's own."""

from __future__ import annotations

import numpy as np
import pytest

from backends.core.stream import AudioFormat
from backends.sound.gain import Samples
from backends.sound.voice import RATE, Voice

PIECE_S, FRAMES = 0.02, 960


class Desk:
    """Sends numbered pieces and takes what comes out, every 20 ms."""

    def __init__(self, *, live: bool = False) -> None:
        self.voice = Voice(AudioFormat("s16l", RATE, 1, 16), 0.1, live=live)
        self.now_s = 50.0
        self.out: list[Samples | None] = []

    def send(self, *levels: float) -> None:
        """Pieces of a steady level each."""
        for level in levels:
            self.voice.push(np.full(FRAMES, level * 32767, dtype="<i2").tobytes(), self.now_s)

    def step(self, *levels: float) -> None:
        self.now_s += PIECE_S
        self.send(*levels)
        self.out.append(self.voice.pull(FRAMES, self.now_s, 0.06))

    def heard(self) -> list[float]:
        """The loudest of each block; 0 for silence."""
        return [0.0 if block is None else round(float(np.abs(block).max()), 2) for block in self.out]


def test_it_waits_as_long_as_the_table_says_and_then_never_stops() -> None:
    desk = Desk()
    for _ in range(50):
        desk.step(0.5)
    begun = desk.heard().index(0.5)
    assert begun * PIECE_S == pytest.approx(0.08, abs=0.021), "100 ms after its first sample"
    assert set(desk.heard()[begun:]) == {0.5}
    assert desk.voice.figures.delay_ms == pytest.approx(160, abs=15)


@pytest.mark.parametrize("live", [True, False])
def test_what_waited_elsewhere_is_left_out_of_music_and_heard_of_a_voice(live: bool) -> None:
    desk = Desk(live=live)
    desk.send(*[0.2] * 15)
    for _ in range(200):
        desk.step(0.5)
    early = desk.heard().count(0.2)
    if live:
        assert early <= 6, "a backlog of 300 ms is not what anybody wants to hear"
        assert desk.voice.figures.buffer_ms == pytest.approx(100, abs=1), "and no sign of lateness"
        assert desk.voice.figures.delay_ms < 200
    else:
        assert early >= 14, "every word of it"
    assert desk.voice.figures.gaps == 0


def test_a_tone_sent_at_once_is_heard_whole_and_to_its_end() -> None:
    desk = Desk()
    desk.send(*[0.5] * 40)
    desk.voice.ending = True
    for _ in range(60):
        desk.step()
    assert sum(level > 0.49 for level in desk.heard()) == 40
    assert desk.heard()[-5:] == [0.0] * 5
    assert desk.voice.done
    assert (desk.voice.figures.gaps, desk.voice.figures.dropped_ms) == (0, 0)


def test_too_much_waiting_is_left_out_where_it_is_silent() -> None:
    desk = Desk()
    for _ in range(20):
        desk.step(0.5)
    desk.send(*[0.5] * 6)
    for _ in range(450):
        desk.step(0.5)
    before_ms = desk.voice.figures.delay_ms
    for _ in range(30):
        desk.step(0.0)
    for _ in range(50):
        desk.step(0.5)
    assert desk.voice.figures.delay_ms < before_ms - 50
    assert desk.voice.figures.delay_ms < 190
    assert (desk.voice.figures.dropped_ms, desk.voice.figures.gaps) == (0, 0), "silence is not missed"


def test_a_phone_that_runs_ahead_is_caught_up_with() -> None:
    desk = Desk()
    for _ in range(20):
        desk.step(0.5)
    desk.send(*[0.5] * 30)
    for _ in range(50 * 12):
        desk.step(0.5)
    assert 300 < desk.voice.figures.dropped_ms < 700
    assert desk.voice.figures.delay_ms < 400
    assert desk.voice.figures.gaps == 0


def test_silence_all_day_costs_nothing_and_the_first_word_is_heard() -> None:
    desk = Desk()
    for _ in range(20):
        desk.step(0.5)
    for _ in range(600):
        desk.step(0.0)
    assert not desk.voice.wanted, "the device may rest"
    before = len(desk.out)
    for _ in range(60):
        desk.step(0.5)
    heard = desk.heard()[before:]
    assert heard[:3] == [0.0] * 3
    assert heard[10:] == [0.5] * 50
    assert (desk.voice.figures.gaps, desk.voice.figures.dropped_ms) == (0, 0)
    assert desk.voice.figures.buffer_ms == pytest.approx(100, abs=1)


def test_a_pause_is_no_gap_and_a_gap_makes_it_wait_longer() -> None:
    desk = Desk()
    for _ in range(30):
        desk.step(0.5)
    for _ in range(50):
        desk.step()
    for _ in range(30):
        desk.step(0.5)
    assert desk.voice.figures.gaps == 0
    for _ in range(10):
        desk.step()
    desk.step(*[0.5] * 11)
    for _ in range(30):
        desk.step(0.5)
    assert desk.voice.figures.gaps == 1
    assert 60 < desk.voice.figures.gap_ms < 300
    assert desk.voice.figures.buffer_ms > 200


def test_nothing_clicks_at_a_gap_or_where_something_is_left_out() -> None:
    desk = Desk()
    for _ in range(20):
        desk.step(0.5)
    for _ in range(8):
        desk.step()
    for _ in range(20):
        desk.step(0.5)
    desk.send(*[0.5] * 30)
    for _ in range(200):
        desk.step(0.5)
    assert desk.voice.figures.dropped_ms > 100
    sound = np.concatenate([np.zeros((FRAMES, 2), np.float32) if block is None else block for block in desk.out])
    assert float(np.abs(np.diff(sound[:, 0])).max()) < 0.01


@pytest.mark.parametrize("size", [0, 1, 2, 3, 5])
def test_a_sample_cut_in_two_is_left_out(size: int) -> None:
    voice = Voice(AudioFormat("s16l", 8_000, 2, 16), 0.1)
    assert voice.push(b"\x7f" * size, 1.0) == (0.0 if size < 4 else pytest.approx(0.996, abs=0.01))
