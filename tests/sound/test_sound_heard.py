"""What comes out of the loudspeaker: a real PulseAudio server whose device is listened to."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.bus import Bus
from backends.core.launcher import Launcher
from backends.core.link import BusLink
from backends.core.stream import AudioFormat
from backends.interfaces import Link
from backends.sound.device import hurry
from backends.sound.service import SoundService
from tests.fakes.hearing import Ear, PhoneSound, ear, recording
from tests.fakes.host import bus_link, local_link, until
from tests.fakes.sound import have_sound_server, sound_server

pytestmark = pytest.mark.skipif(not have_sound_server, reason="apt-get install pulseaudio pulseaudio-utils")
Run = Callable[..., Any]


@asynccontextmanager
async def listening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *modules: str, way: Any = local_link
) -> AsyncIterator[tuple[Link, Ear]]:
    """The service, a sound server, and somebody who hears."""
    async with sound_server(tmp_path / "pulse", *modules) as server:
        monkeypatch.setenv("PULSE_SERVER", server.address)
        async with way({"sound": SoundService()}) as link, ear(server) as it:
            await until(lambda: it.seconds > 0, what="the ear hears")
            yield link, it


async def stream(link: Link, owner: str, role: str) -> dict[str, Any]:
    rows = await link.call("sound", "Streams")
    return next(row for row in rows if (row["owner"], row["role"]) == (owner, role))


def follow(link: Link, states: list[str]) -> None:
    """Note the states a stream goes through."""
    tasks: set[asyncio.Task[None]] = set()

    async def note() -> None:
        states.extend(row["state"] for row in await link.call("sound", "Streams"))

    def changed() -> None:
        tasks.add(task := asyncio.ensure_future(note()))
        task.add_done_callback(tasks.discard)

    link.on_signal("sound", "StreamsChanged", changed)


async def ended(link: Link) -> None:
    async with asyncio.timeout(5):
        while await link.call("sound", "Streams"):
            await asyncio.sleep(0.02)


def gaps(it: Ear, hertz: float, level_db: float, begin_s: float, end_s: float) -> list[tuple[float, float]]:
    """When this tone was more than 12 dB below what it should be (s), and for how long (ms)."""
    found: list[tuple[float, float]] = []
    silent = 0
    for window, heard_db in enumerate([*it.levels(hertz, begin_s, end_s), level_db]):
        if heard_db < level_db - 12:
            silent += 1
        elif silent:
            found.append((begin_s + (window - silent) * 0.005, silent * 5.0))
            silent = 0
    return found


@pytest.mark.parametrize(
    ("rate", "channels", "way"), [(48_000, 2, bus_link), (44_100, 2, local_link), (8_000, 1, local_link)]
)
def test_a_tone_is_heard_as_it_was_sent(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rate: int, channels: int, way: Any
) -> None:
    async def body() -> None:
        async with listening(tmp_path, monkeypatch, way=way) as (link, it):
            phone = PhoneSound(1000, -18, rate, channels)
            await phone.open(link, "phone", "media")
            playing = asyncio.create_task(phone.play(1.5))
            await until(lambda: it.level(1000) > -19, what="the tone")
            row = await stream(link, "phone", "media")
            assert row["state"] == "playing"
            assert (row["rate"], row["channels"]) == (rate, channels)
            assert 80 < row["delay_ms"] < 300, "what waits here, and in the server"
            assert (await link.properties("sound"))["Device"] == "out"
            await playing
            assert it.level(1000) == pytest.approx(-18, abs=0.5)
            assert it.level(2000, 0.4) < -70, "and nothing else"
            phone.end()
            await until(lambda: it.level(1000) < -80, what="silence")
            await ended(link)

    run(body())


def test_guidance_lowers_music_by_twelve_decibels_and_gives_it_back(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def body() -> None:
        async with listening(tmp_path, monkeypatch) as (link, it):
            music, voice = PhoneSound(1000), PhoneSound(400, -12, 16_000, 1)
            await music.open(link, "radio", "media")
            await voice.open(link, "phone", "guidance")
            playing = asyncio.create_task(music.play(4.5))
            await until(lambda: it.level(1000) > -19, what="music")
            spoke_s = it.seconds
            await voice.play(1.0)
            await until(lambda: it.level(400) < -80, what="the voice ends")
            await until(lambda: it.level(1000) > -18.5, what="music is back")
            both = [
                low for low, high in zip(it.levels(1000, spoke_s), it.levels(400, spoke_s), strict=True) if high > -13
            ]
            assert len(both) > 160, "nearly a second of both at once"
            settled = both[40:]
            assert min(settled) == pytest.approx(-30, abs=0.7), "by twelve, no more"
            assert max(settled) == pytest.approx(-30, abs=0.7), "and all the while"
            assert both[24] < -29, "within the ramp of 120 ms after the voice began at the latest"
            await playing
            music.close()
            voice.close()

    run(body())


def test_a_call_silences_music_and_two_roles_are_heard_together(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def body() -> None:
        async with listening(tmp_path, monkeypatch) as (link, it):
            music, caller, click = PhoneSound(1000), PhoneSound(500, -18, 16_000, 1), PhoneSound(2500, -20)
            for sound, owner, role in ((music, "a", "media"), (caller, "b", "call"), (click, "a", "system")):
                await sound.open(link, owner, role)
            playing = asyncio.create_task(music.play(4))
            clicks = asyncio.create_task(click.play(1))
            await until(lambda: it.level(1000) > -19 and it.level(2500) > -21, what="both at once")
            await clicks
            call = asyncio.create_task(caller.play(1))
            await until(lambda: it.level(500) > -19 and it.level(1000) < -80, what="the caller alone")
            assert (await stream(link, "a", "media"))["state"] == "muted"
            await call
            await until(lambda: it.level(1000) > -19, what="music again")
            await playing
            for sound in (music, caller, click):
                sound.close()

    run(body())


def test_all_at_full_loudness_is_not_clipped(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        async with listening(tmp_path, monkeypatch) as (link, it):
            loud = [PhoneSound(hertz, -0.1) for hertz in (500, 1100)]
            for sound, role in zip(loud, ("media", "system"), strict=True):
                await sound.open(link, "phone", role)
            await asyncio.gather(*(sound.play(1.2) for sound in loud))
            assert float(abs(it.heard(it.seconds - 0.6)).max()) < 0.999
            # What a clipped sum would bring: sums and differences of the tones.
            assert it.level(500) > -8
            assert it.level(2 * 1100 - 500, 0.1) < -50
            for sound in loud:
                sound.close()

    run(body())


def late_by_bursts(seed: int) -> Callable[[int], float]:
    """Most pieces are a little late, some by 40 ms, and now and then three come at once."""
    chance = random.Random(seed)
    delays: list[float] = []

    def late(piece: int) -> float:
        while len(delays) <= piece:
            kind = chance.random()
            burst = [0.04, 0.02, 0.0] if kind < 0.1 else [0.04] if kind < 0.2 else [chance.random() * 0.01]
            delays.extend(burst)
        return delays[piece]

    return late


async def _heard_gaps(link: Link, it: Ear, seconds: float) -> tuple[list[str], float]:
    """Gaps over 20 ms in jittery music and two voices whose clocks are off by 0.1 % each way; the share of time that is judged.

    What was heard around a time at which the machine held this peer up says nothing of the mixer.
    """
    uneven = PhoneSound(1000)
    fast, slow = PhoneSound(2000, speed=1.001), PhoneSound(3000, rate=44_100, speed=0.999)
    for sound, owner, role in ((uneven, "a", "media"), (fast, "b", "guidance"), (slow, "c", "guidance")):
        await sound.open(link, owner, role)
    zero_s, begin_s = time.monotonic() - it.seconds, it.seconds
    await asyncio.gather(uneven.play(seconds, late_by_bursts(7)), fast.play(seconds), slow.play(seconds))
    held_up = sorted(at_s - zero_s for sound in (uneven, fast, slow) for at_s in sound.held_up)
    rows = {row["owner"]: row for row in await link.call("sound", "Streams")}
    wrong = []
    for sound, owner, level_db in ((uneven, "a", -30), (fast, "b", -18), (slow, "c", -18)):
        # The first and the last half second are for coming and going.
        for at_s, gap_ms in gaps(it, sound.hertz, level_db, begin_s + 0.7, begin_s + seconds - 0.5):
            if gap_ms > 20 and not any(-0.6 < at_s - late_s < 0.6 for late_s in held_up):
                wrong.append(f"{sound.hertz} Hz: a gap of {gap_ms} ms after {at_s - begin_s:.1f} s, {rows.get(owner)}")
        if not held_up and rows[owner]["delay_ms"] > 250:
            wrong.append(f"late: {rows[owner]}")
        sound.close()
    judged = [n for n in range(int(seconds)) if not any(-1 < at_s - begin_s - n < 2 for at_s in held_up)]
    return wrong, len(judged) / seconds


async def _listen_for_gaps(tmp_path: Path, seconds: float, tries: int) -> None:
    """The service in a process of its own, as in a car."""
    async with sound_server(tmp_path / "pulse") as server:
        os.environ["PULSE_SERVER"] = server.address
        async with Launcher(["sound"]) as launcher, ear(server) as it:
            link = BusLink(await Bus.connect(launcher.address), launcher.address)
            present: list[bool] = []
            link.on_presence("sound", present.append)
            await until(lambda: present[-1:] == [True], what="the service")
            found, judged = [], 0.0
            try:
                for _ in range(tries):
                    wrong, share = await _heard_gaps(link, it, seconds)
                    found.append(wrong)
                    judged += 0 if wrong else share
                    if judged > 0.8:
                        return
                    await ended(link)
            finally:
                await link.close()
    assert [] in found, found
    pytest.skip("this machine is too busy to send sound evenly")


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The peer and its ear run before others, where this user may say so."""
    monkeypatch.setenv("PULSE_SERVER", "")  # set by the test itself; put back here
    before = os.getpriority(os.PRIO_PROCESS, 0)
    hurry()
    yield
    os.setpriority(os.PRIO_PROCESS, 0, before)


@pytest.mark.usefixtures("ahead")
def test_ten_seconds_without_a_gap(run: Run, tmp_path: Path) -> None:
    run(_listen_for_gaps(tmp_path, 10, 3), 60)


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.usefixtures("ahead")
def test_a_minute_without_a_gap(run: Run, tmp_path: Path) -> None:
    run(_listen_for_gaps(tmp_path, 60, 2), 160)


def test_the_gap_detector_hears_a_gap(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        async with listening(tmp_path, monkeypatch) as (link, it):
            phone = PhoneSound(1000)
            await phone.open(link, "phone", "media")
            begin_s = it.seconds
            await phone.play(1.5, lambda piece: 0.25 if piece > 30 else 0.0)
            assert max(gap_ms for _, gap_ms in gaps(it, 1000, -18, begin_s + 0.5, it.seconds - 0.2)) > 60
            await until(lambda: it.level(1000) < -80)
            row = await stream(link, "phone", "media")
            assert row["gaps"] >= 1, row
            assert row["gap_ms"] > 60
            assert row["buffer_ms"] > 200, "it has learned to wait longer"
            phone.close()

    run(body())


def test_the_sound_returns_with_the_server(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        notices: list[str] = []
        states: list[str] = []
        monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/pulse/pulse.sock")
        async with local_link({"sound": SoundService()}) as link:
            link.on_signal("sound", "Notice", lambda _severity, code, _text: notices.append(code))
            follow(link, states)
            phone = PhoneSound(1000)
            await phone.open(link, "phone", "media")
            playing = asyncio.create_task(phone.play(60))
            await until(lambda: notices == ["no-sound"], what="there is no server")
            await until(lambda: "playing" in states, what="into nothing, at its own pace")
            for _ in range(2):
                async with sound_server(tmp_path / "pulse") as server, ear(server) as it:
                    await until(lambda: it.level(1000) > -19, what="sound")
                    assert notices[-1] == "sound-back"
                    assert (await stream(link, "phone", "media"))["dropped_ms"] < 2500
                (tmp_path / "pulse" / "pulse.sock").unlink(missing_ok=True)
                await until(lambda: notices[-1] == "no-sound", what="the server is gone")
            playing.cancel()
            phone.close()

    run(body(), 60)


def test_the_microphone_arrives(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        source = "module-sine-source source_name=mic frequency=700"
        async with listening(tmp_path, monkeypatch, source) as (link, _), recording(link, "phone", 16_000, 1) as heard:
            await until(lambda: len(heard.pcm) > 2 * 16_000, what="a second of the microphone")
            assert heard.sound == AudioFormat("s16l", 16_000, 1, 16)
            assert heard.hertz() == pytest.approx(700, abs=3)
            row = await stream(link, "phone", "microphone")
            assert (row["rate"], row["dropped_ms"]) == (16_000, 0)
            await link.call("sound", "End", "phone", "microphone")
            await until(lambda: heard.over, what="the end of the recording")
            assert await link.call("sound", "Streams") == []

    run(body())


def test_without_a_microphone_there_is_silence_at_its_pace(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def body() -> None:
        # What PulseAudio offers in place of a microphone is what the car plays: a caller would hear itself.
        async with listening(tmp_path, monkeypatch) as (link, _), recording(link, "phone", 8_000, 2) as heard:
            began = time.monotonic()
            await until(lambda: len(heard.pcm) > 4 * 8_000, what="a second of silence")
            assert 0.8 < time.monotonic() - began < 1.6
            assert not any(heard.pcm)

    run(body())
