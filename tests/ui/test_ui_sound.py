"""Tones of the display's own: the mixer is told of them when it is there, nothing waits for it when it is not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backends.sound.service import SoundService
from tests.fakes.hearing import PhoneSound
from tests.fakes.host import bus_link, local_link, until
from ui.camera.tones import Beep, TonePlayer
from ui.clients.sound import SoundClient
from ui.sounds import Sounds

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")


def test_a_chime_says_when_it_begins_and_ends(qtbot: Any) -> None:
    sounds, said = Sounds(silent=True), []
    sounds.soundingChanged.connect(said.append)
    sounds.play("info")
    assert said == [True]
    sounds.play("info")
    assert said == [True], "another one before the first is over"
    qtbot.waitUntil(lambda: said == [True, False], timeout=5000)


def test_parking_tones_say_while_they_are_heard(qapp: Any) -> None:
    player, said = TonePlayer(), []
    player.soundingChanged.connect(said.append)
    player.say(Beep(3.0))
    assert said == [], "too far to say anything"
    player.say(Beep(0.5))
    player.say(Beep(0.4))
    player.say(None)
    assert said == [True, False]
    player.say(Beep(0.2))
    player.stop()
    assert said == [True, False, True, False]


@pytest.mark.parametrize("way", [local_link, bus_link])
def test_music_makes_room_and_a_mixer_that_returns_hears_of_it(run: Run, way: Any) -> None:
    async def body() -> None:
        client = SoundClient()
        client.sounding("parking", True)  # no link, no service: nothing happens
        async with way({"sound": SoundService()}) as link:
            client.attach(link)
            phone = PhoneSound(1000)
            await phone.open(link, "phone", "media")
            playing = asyncio.create_task(phone.play(30))

            async def gain_is(level_db: float) -> None:
                async with asyncio.timeout(5):
                    while (await link.call("sound", "Streams"))[0].get("gain_db") != level_db:
                        await asyncio.sleep(0.01)

            await gain_is(-18.0)
            client.sounding("parking", False)
            await gain_is(0.0)
            client.sounding("chime", True)
            await gain_is(-18.0)
            playing.cancel()
            phone.close()
            await client.detach()
        client.sounding("chime", False)

    run(body())


def test_what_it_says_reaches_the_driver(run: Run) -> None:
    async def body() -> None:
        client, said = SoundClient(), []
        client.notice.connect(lambda severity, code, _text: said.append((severity, code)))
        async with local_link({"sound": SoundService()}) as link:
            client.attach(link)
            phone = PhoneSound(1000)
            await phone.open(link, "phone", "media")
            await until(lambda: said == [("warning", "no-sound")], what="there is no sound server")
            phone.close()
            await client.detach()

    run(body())
