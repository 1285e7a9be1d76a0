"""A phone's sounds from its socket to the loudspeaker, and the microphone back to it. All of it is real but the phone."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backends.projection.kinds import BACKENDS, Kind
from backends.projection.service import ProjectionService
from backends.sound.service import SoundService
from tests.fakes.hearing import Ear, ear
from tests.fakes.host import bus_link, until
from tests.fakes.mirror_protocol import FakePhone, running_phones
from tests.fakes.projection import PARKED, Client, Vehicle
from tests.fakes.sound import have_sound_server, sound_server

pytestmark = pytest.mark.skipif(not have_sound_server, reason="apt-get install pulseaudio pulseaudio-utils")


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(BACKENDS):
        monkeypatch.delitem(BACKENDS, name)
    monkeypatch.setitem(BACKENDS, "fake", Kind("tests.fakes.mirror_protocol:FakeBackend", "Fake"))


@asynccontextmanager
async def unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Client, FakePhone, Ear, str]]:
    """A phone on the screen, and somebody who hears."""
    async with sound_server(tmp_path / "pulse", "module-sine-source source_name=mic frequency=700") as server:
        monkeypatch.setenv("PULSE_SERVER", server.address)
        services = {
            "vehicle": Vehicle(PARKED),
            "sound": SoundService(),
            "projection": ProjectionService({"workers": "0"}),
        }
        async with running_phones() as (phone,), bus_link(services) as link, ear(server) as it:
            client = Client(link, "")
            device = await client.call("AddPhone", "fake", phone.address, {})
            session = await client.call("OpenApp", device, "", 640, 360, 160)
            await until(lambda: "focused" in client.states, what="its picture")
            yield client, phone, it, session


async def play(phone: FakePhone, hertz: float, seconds: float) -> None:
    """Sixteen-bit stereo at 48 kHz in the stream announced last."""
    began = time.monotonic()
    for number in range(round(seconds * 50)):
        await asyncio.sleep(max(0.0, began + number * 0.02 - time.monotonic()))
        wave = np.sin(2 * np.pi * hertz * (number * 960 + np.arange(960)) / 48_000) * 4125
        phone.sound(wave.astype("<i2").repeat(2).tobytes())


def test_a_phone_is_heard_and_hears(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body() -> None:
        async with unit(tmp_path, monkeypatch) as (client, phone, it, session):
            phone.tell("want_audio_focus", "gain")
            await until(lambda: phone.of("focus") == ["gain"], what="the focus")
            phone.say(sound=["media", 48_000, 2])
            playing = asyncio.create_task(play(phone, 1000, 30))
            await until(lambda: it.level(1000) > -19, what="music")
            assert await client.link.call("sound", "RequestFocus", "radio", "gain_transient") == "gain_transient"
            await until(lambda: phone.of("focus")[-1] == "loss_transient", what="the phone is told to wait")
            await until(lambda: it.level(1000) < -80, what="and is not heard, though it plays on")
            await client.link.call("sound", "ReleaseFocus", "radio")
            await until(lambda: phone.of("focus")[-1] == "gain" and it.level(1000) > -19, what="music again")
            (row,) = await client.link.call("sound", "Streams")
            assert (row["owner"], row["role"], row["name"]) == (f"projection:{session}", "media", "Fake 9")
            phone.say(microphone=16_000)
            await until(lambda: sum(map(len, phone.of("heard"))) > 2 * 2 * 16_000, what="a second of the microphone")
            said = np.frombuffer(bytes.fromhex("".join(phone.of("heard"))), dtype="<i2")[-8_000:]
            heard = float(np.fft.rfftfreq(8_000, 1 / 16_000)[np.abs(np.fft.rfft(said)).argmax()])
            assert heard == pytest.approx(700, abs=4)
            phone.say(microphone=0)
            playing.cancel()
            await client.call("Close", session)
            async with asyncio.timeout(10):
                while await client.link.call("sound", "Streams") or await client.link.call("sound", "Focus"):
                    await asyncio.sleep(0.02)

    run(body(), 60)
