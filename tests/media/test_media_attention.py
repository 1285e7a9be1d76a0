"""Music makes room: our own plays softly under a voice and pauses for a call, somebody else's pauses. A real sound server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from backends.core.bus import Bus
from backends.core.launcher import Launcher
from backends.core.link import BusLink
from tests.fakes.hearing import Ear, PhoneSound, ear
from tests.fakes.host import until
from tests.fakes.mpris_player import FakeMprisPlayer
from tests.fakes.music import MakeSong
from tests.fakes.sound import have_sound_server, sound_server

pytestmark = pytest.mark.skipif(not have_sound_server, reason="apt-get install pulseaudio pulseaudio-utils")
Run = Callable[..., Any]


class Car:
    """Media and sound services as processes, a sound server, an ear."""

    def __init__(self, link: BusLink, address: str, it: Ear) -> None:
        self.link, self.address, self.ear = link, address, it
        self.states: list[dict[str, Any]] = [{}]
        link.on_signal("media", "NowPlayingChanged", self.states.append)

    async def media(self, member: str, *args: Any) -> Any:
        return await self.link.call("media", member, *args, timeout_s=10)

    async def until(self, **wanted: Any) -> None:
        await until(lambda: wanted.items() <= self.states[-1].items(), 15, f"{wanted}, not {self.states[-1]}")


@asynccontextmanager
async def car(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, music: Path) -> AsyncIterator[Car]:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(sound_server(tmp_path / "sound"))
        monkeypatch.setenv("PULSE_SERVER", server.address)
        options = {"media": {"sources": str(music)}}
        launcher = await stack.enter_async_context(Launcher(["settings", "media", "sound"], options))
        link = BusLink(await Bus.connect(launcher.address), launcher.address)
        stack.push_async_callback(link.close)
        it = await stack.enter_async_context(ear(server))
        here = Car(link, launcher.address, it)
        there: set[str] = set()
        for name in ("settings", "media", "sound"):
            link.on_presence(name, lambda present, name=name: there.add(name) if present else None)  # type: ignore[misc]
        await until(lambda: len(there) == 3, 15, "the services")
        await until(lambda: here.states[-1].get("can_play"), 15, "music")
        await link.call("settings", "Set", "sound.volume", 100)
        await until(lambda: here.states[-1]["volume"] == 1.0, 15)
        yield here


def test_music_is_soft_under_a_voice_and_waits_for_a_call(
    run: Run, make_song: MakeSong, music: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def body() -> None:
        make_song("flac", seconds=60)
        async with car(tmp_path, monkeypatch, music) as here:
            await here.media("Play")
            await until(lambda: here.ear.level(440) > -15, 15, "music")
            await until(lambda: abs(here.ear.level(440) - here.ear.level(440, 0.3)) < 0.2, 5, "evenly")
            full_db = here.ear.level(440, 0.2)
            voice, caller = PhoneSound(1500, -20, 16_000, 1), PhoneSound(2500, -20, 16_000, 1)
            await voice.open(here.link, "phone", "guidance")
            speaking = asyncio.create_task(voice.play(60))
            soft_db = full_db - 12
            await until(lambda: abs(here.ear.level(440, 0.2) - soft_db) < 0.7, 10, "music plays softly")
            assert here.ear.level(1500) > -21
            assert here.states[-1]["status"] == "playing"
            speaking.cancel()
            await until(lambda: abs(here.ear.level(440, 0.2) - full_db) < 0.7, 10, "and as before")
            await caller.open(here.link, "phone", "call")
            calling = asyncio.create_task(caller.play(60))
            await here.until(status="paused")
            await until(lambda: here.ear.level(2500) > -21 and here.ear.level(440) < -70, 10, "the caller alone")
            await here.media("Play")
            await until(lambda: [state["status"] for state in here.states[-2:]] == ["playing", "paused"], 10, "not now")
            calling.cancel()
            await here.until(status="playing")
            await until(lambda: here.ear.level(440) > full_db - 1, 10, "music goes on by itself")
            calling = asyncio.create_task(caller.play(60))
            await here.until(status="paused")
            await here.media("Pause")
            calling.cancel()
            await until(lambda: here.ear.level(2500) < -80, 10, "the call is over")
            async with asyncio.timeout(5):
                while await here.link.call("sound", "Focus"):
                    await asyncio.sleep(0.05)
            assert here.states[-1]["status"] == "paused", "the driver wanted quiet"
            voice.close()
            caller.close()

    run(body(), 90)


def test_a_phones_music_takes_the_place_of_ours_and_of_somebody_elses(
    run: Run, make_song: MakeSong, music: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def body() -> None:
        make_song("flac", seconds=60)
        async with car(tmp_path, monkeypatch, music) as here, FakeMprisPlayer(here.address) as fake:
            phone = PhoneSound(1500)
            await phone.open(here.link, "phone", "media")
            await here.media("Play")
            await here.until(status="playing")
            playing = asyncio.create_task(phone.play(60))
            await here.until(status="paused")
            await until(lambda: here.ear.level(1500) > -19 and here.ear.level(440) < -70, 10, "the phone alone")
            # Somebody else's player: the phone falls silent, and takes the place again after it paused.
            fake.play("Far Away")
            await here.until(status="playing", player=fake.name)
            await until(lambda: here.ear.level(1500) < -80, 10, "the phone has lost it")
            playing.cancel()
            async with asyncio.timeout(5):
                while (await here.link.call("sound", "Focus")).get("media") != "gain":
                    await asyncio.sleep(0.02)
            await until(lambda: "Pause" not in [call[0] for call in fake.calls])
            before_s = here.ear.seconds
            await until(lambda: here.ear.seconds > before_s + 1.2, 5, "a pause before the phone plays again")
            playing = asyncio.create_task(phone.play(60))
            await until(lambda: "Pause" in [call[0] for call in fake.calls], 10, "it is asked to pause")
            await until(lambda: here.ear.level(1500) > -19, 10, "the phone")
            # One volume for whatever comes out of the loudspeaker.
            await here.media("SelectPlayer", "pillion")
            await here.media("SetVolume", 0.6)
            await until(lambda: abs(here.ear.level(1500, 0.2) - (-18 - 14.0)) < 0.7, 10, "as our own at 60 %")
            await here.link.call("sound", "SetVolume", "master", 1.0)
            await until(lambda: here.ear.level(1500, 0.2) > -18.7, 10, "loud again")
            await here.until(volume=1.0)
            playing.cancel()
            phone.close()

    run(body(), 90)
