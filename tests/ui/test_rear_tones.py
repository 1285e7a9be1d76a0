"""Parking tones, as samples and on a real sound server."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.sound import have_sound_server, sound_server
from ui.camera.tones import CONTINUOUS_M, FARTHEST_M, RATE, Beep, Tones, period_for


def heard(beep: Beep | None, seconds: float = 2.0, tones: Tones | None = None) -> np.ndarray:
    """Left and right, -1..1."""
    tones = tones or Tones()
    tones.beep = beep
    data = b"".join(tones.make(RATE // 50) for _ in range(round(seconds * 50)))
    return np.frombuffer(data, dtype=np.int16).reshape(-1, 2).T / 32768


def beeps(sound: np.ndarray) -> int:
    """How often it begins to sound."""
    window = RATE // 200
    loud = np.abs(sound).max(axis=0)[: len(sound[0]) // window * window].reshape(-1, window).max(axis=1) > 0.01
    return int((loud[1:] & ~loud[:-1]).sum() + loud[0])


def test_the_nearer_the_faster_and_at_arms_length_without_a_gap() -> None:
    counts = [beeps(heard(Beep(metres))) for metres in (1.4, 1.0, 0.7, 0.4)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    stop = heard(Beep(CONTINUOUS_M - 0.01))
    assert beeps(stop) == 1
    window = RATE // 100
    assert np.abs(stop[0][window:]).reshape(-1, window)[1:].max(axis=1).min() > 0.05


def test_nothing_near_is_silence() -> None:
    for beep in (None, Beep(FARTHEST_M + 0.1), Beep(math.nan)):
        assert not heard(beep).any()
    assert period_for(math.nan) is None


def test_it_comes_from_where_the_thing_is() -> None:
    left, right = (np.abs(heard(Beep(0.2, pan))).max(axis=1) for pan in (-1.0, 1.0))
    assert left[0] > 2 * left[1] > 0
    assert right[1] > 2 * right[0] > 0
    middle = np.abs(heard(Beep(0.2))).max(axis=1)
    assert middle[0] == pytest.approx(middle[1], rel=0.02)


def test_ahead_sounds_higher_than_behind() -> None:
    def pitch(front: bool) -> float:
        sound = heard(Beep(0.2, front=front))[0]
        return float(np.abs(np.fft.rfft(sound)).argmax() * RATE / len(sound))

    assert pitch(True) > 1.3 * pitch(False)


def test_volume_is_kept_and_nothing_clicks() -> None:
    tones = Tones()
    tones.volume = 0.2
    quiet = heard(Beep(0.2), tones=tones)
    assert np.abs(quiet).max() < np.abs(heard(Beep(0.2))).max() / 2
    tones.volume = 0.8
    for beep in (Beep(1.0), Beep(0.2), Beep(0.2, front=True), None):
        sound = heard(beep, 0.5, tones)
        # A sine of 1,320 Hz at this volume cannot move faster between two samples.
        assert np.abs(np.diff(sound[0])).max() < 2 * math.pi * 1320 / RATE * 0.5


_PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from ui.camera.tones import Beep, TonePlayer
app = QCoreApplication([])
player = TonePlayer()
player.say(Beep(0.1))
QTimer.singleShot(5000, app.quit)
app.exec()
"""


@pytest.mark.skipif(not have_sound_server, reason="pulseaudio and its tools are not installed")
def test_the_tone_reaches_a_real_sound_device(run: object, tmp_path: Path) -> None:
    async def body() -> None:
        async with sound_server(tmp_path / "pulse") as server:
            env = {**os.environ, "PULSE_SERVER": server.address}
            process = subprocess.Popen([sys.executable, "-c", _PROGRAM], env=env)
            try:
                for _ in range(20):
                    if await server.hears(880.0) > 0.05:
                        return
                raise AssertionError("the tone is not heard")
            finally:
                process.kill()
                process.wait()

    run(body(), 30)  # type: ignore[operator]  # the fixture runs coroutines
