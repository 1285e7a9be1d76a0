"""The parts that need no clock and no device: focus, ramps, limiter, resampling, lateness."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.sound.focus import FocusKind, FocusState, FocusTable
from backends.sound.gain import SILENT_DB, Limiter, Ramp, linear
from backends.sound.jitter import Jitter
from backends.sound.resample import Resampler
from backends.sound.rules import load_rules

RULES = load_rules()
OWNERS = ("radio", "phone a", "phone b")
STEPS = st.lists(
    st.tuples(st.sampled_from(OWNERS), st.sampled_from([*FocusKind, "release", *RULES.roles, "quiet"])), max_size=30
)


def states(table: FocusTable, *sounds: tuple[str, str]) -> dict[str, str]:
    return {owner: str(state) for owner, state in table.states(sounds).items()}


def test_who_wants_music_last_has_it() -> None:
    table = FocusTable(RULES)
    table.request("radio", FocusKind.GAIN, ())
    table.request("phone", FocusKind.GAIN, ())
    assert states(table) == {"radio": "loss", "phone": "gain"}
    table.release("phone")
    assert states(table) == {"radio": "loss"}, "what was taken for good does not come back by itself"
    table.request("radio", FocusKind.GAIN, ())
    assert states(table) == {"radio": "gain"}


@pytest.mark.parametrize(("kind", "state"), [("gain_transient", "loss_transient"), ("gain_duck", "loss_duck")])
def test_a_while_ends_and_gives_it_back(kind: str, state: str) -> None:
    table = FocusTable(RULES)
    table.request("radio", FocusKind.GAIN, ())
    table.request("phone", FocusKind(kind), ())
    assert states(table) == {"radio": state, "phone": "gain_transient"}
    table.release("phone")
    assert states(table) == {"radio": "gain"}


def test_what_sounds_counts_as_if_it_had_asked() -> None:
    table = FocusTable(RULES)
    table.request("radio", FocusKind.GAIN, ())
    assert states(table, ("phone", "guidance")) == {"radio": "loss_duck"}
    assert states(table, ("phone", "call")) == {"radio": "loss_transient"}
    assert states(table, ("phone", "call"), ("tones", "alert")) == {"radio": "loss_transient"}, "the stronger one"
    assert states(table, ("radio", "guidance")) == {"radio": "gain"}, "one's own guidance takes nothing from oneself"


def test_music_that_is_wanted_in_a_call_waits_for_its_end() -> None:
    table, call = FocusTable(RULES), ("phone", "call")
    table.request("phone", FocusKind.GAIN_TRANSIENT, [call])
    table.request("radio", FocusKind.GAIN, [call])
    assert states(table, call) == {"phone": "gain_transient", "radio": "loss_transient"}
    table.release("phone")
    assert states(table) == {"radio": "gain"}


@given(STEPS)
def test_nobody_is_left_between_states(steps: list[tuple[str, str]]) -> None:
    table = FocusTable(RULES)
    sounds: set[tuple[str, str]] = set()
    asked: set[str] = set()
    for owner, step in steps:
        if step in RULES.roles:
            sounds.add((owner, step))
        elif step == "quiet":
            sounds = {sound for sound in sounds if sound[0] != owner}
        elif step == "release":
            table.release(owner)
            asked.discard(owner)
        else:
            table.request(owner, FocusKind(step), sounds)
            asked.add(owner)
        now = table.states(sounds)
        assert set(now) == asked
        assert len(table) == len(asked)
        assert sum(state is FocusState.GAIN for state in now.values()) <= 1, "two kinds of music at once"
        if not sounds and asked:
            assert any(state is not FocusState.LOSS for state in now.values()), "nobody took it, somebody has it"


def test_the_table_is_sound() -> None:
    for role in RULES.roles.values():
        assert role.name not in role.ducks
        assert role.name not in role.pauses
        assert all(0 < down_db <= 40 for down_db in role.ducks.values())
        assert 20 <= role.buffer_ms <= 200
        # So early does the limiter know of a newcomer that what waits in the server for another fits beside it.
        assert all(role.buffer_ms + role.device_ms - 20 >= other.device_ms for other in RULES.roles.values())


@given(st.integers(8, 400), st.floats(-60, 0), st.floats(-60, 0))
def test_a_ramp_takes_its_time_and_never_jumps(ms: int, begin_db: float, end_db: float) -> None:
    ramp = Ramp(48_000, begin_db)
    ramp.go(end_db, ms)
    blocks = [ramp.block(480) for _ in range(math.ceil(ms / 10) + 1)]
    factors = np.concatenate([np.full(480, b) if isinstance(b, float) else b[:, 0] for b in blocks])
    assert factors[-1] == pytest.approx(10 ** (end_db / 20), rel=1e-3)
    steps_db = np.abs(np.diff(20 * np.log10(np.maximum(factors, 1e-9))))
    assert steps_db.max() <= abs(end_db - begin_db) / (ms * 48) * 1.5 + 0.01
    half = factors[ms * 24]
    assert min(begin_db, end_db) - 0.1 <= 20 * math.log10(half) <= max(begin_db, end_db) + 0.1


def test_nothing_is_nothing() -> None:
    ramp = Ramp(48_000)
    ramp.go(SILENT_DB, 5)
    ramp.block(480)
    assert ramp.block(480) == 0.0
    assert linear(0) == 0.0
    assert linear(1) == 1.0
    assert linear(0.5) == pytest.approx(0.1505, abs=1e-3), "as QtAudio's logarithmic scale"


@given(st.lists(st.floats(0, 1), min_size=2, max_size=6), st.integers(0, 3))
def test_outputs_together_stay_below_full_scale(peaks: list[float], early: int) -> None:
    limiter, now_s = Limiter(), 0.0
    coming = {str(index): peak for index, peak in enumerate(peaks)}
    for turn in range(12):
        total = 0.0
        for name, peak in coming.items():
            block = np.full((960, 2), peak, dtype=np.float32)
            limiter.apply(name, block, coming, now_s)
            # The edge of the first block is where the factor falls.
            total += float(block[96:].max()) if turn >= early else 0.0
        assert total <= 0.9701
        now_s += 0.02


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000])
@pytest.mark.parametrize("shift", [0.0, 0.001, -0.002])
def test_a_tone_of_any_rate_stays_a_tone(rate: int, shift: float) -> None:
    resampler, step, hertz, sent = Resampler(1), rate / 48_000 * (1 + shift), 997.0, 0
    made = []
    for block in (960, 480, 1200, 17) * 30:
        needs = resampler.needs(block, step)
        fresh = np.sin(2 * np.pi * hertz * np.arange(sent, sent + needs) / rate).astype(np.float32)[:, np.newaxis]
        sent += needs
        made.append(resampler.make(fresh, block, step)[:, 0])
    heard = np.concatenate(made)[2000:]
    angle = 2 * np.pi * hertz * (1 + shift) / 48_000 * np.arange(len(heard))
    basis = np.stack([np.sin(angle), np.cos(angle)], axis=1)
    fit, *_ = np.linalg.lstsq(basis, heard, rcond=None)
    assert float(np.hypot(*fit)) == pytest.approx(1, abs=0.002)
    noise_db = 10 * math.log10(float(((heard - basis @ fit) ** 2).mean() / (heard**2).mean()) + 1e-12)
    assert noise_db < -68


@given(
    st.lists(st.floats(0, 0.15), min_size=100, max_size=100),
    st.floats(-0.001, 0.001),
    st.sampled_from([0.01, 0.02, 0.04]),
)
def test_the_depth_is_enough_for_what_was_late(late: list[float], drift: float, piece_s: float) -> None:
    """An independent rule: a piece is in time when it comes before it is due at this depth."""
    jitter, received_s, now_s = Jitter(0.06), 0.0, 100.0
    arrivals: list[tuple[float, float]] = []
    jitter.pulled(0.02)
    for number, delay in enumerate(late):
        due = 100.0 + (number + 1) * piece_s * (1 + drift) + delay
        now_s = max(now_s, due)
        received_s += piece_s
        jitter.arrived(now_s, piece_s)
        arrivals.append((now_s, received_s))
    base = min(arrived - at for arrived, at in arrivals)
    depth_s = jitter.target_s
    assert 0.06 <= depth_s <= 0.4
    for arrived, at in arrivals:
        assert arrived <= base + at - piece_s + depth_s + 1e-6, "the first sample of the piece was due before"


@pytest.mark.parametrize("drift", [0.001, -0.001, 0.0001])
def test_a_clock_that_is_off_is_followed(drift: float) -> None:
    jitter, waiting_s, now_s = Jitter(0.1), 0.0, 0.0
    depths = []
    for number in range(50 * 60):
        now_s = (number + 1) * 0.02
        jitter.arrived(now_s, 0.02 * (1 + drift))
        waiting_s += 0.02 * (1 + drift)
        if now_s < 0.1:
            continue
        depth_s = jitter.depth_s(now_s, waiting_s)
        waiting_s -= 0.02 * (1 + jitter.follow(depth_s, 0.02))
        depths.append(depth_s)
    assert 0.07 < min(depths) < max(depths) < 0.14
    assert jitter.shift == pytest.approx(drift, abs=0.0003)
    assert waiting_s > 0.02
