"""The phones' sounds, microphones and focus on their way to the sound service and back."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from backends.projection.kinds import BACKENDS, Kind
from backends.projection.service import ProjectionService
from tests.fakes.host import bus_link, local_link, until
from tests.fakes.mirror_protocol import FakePhone, running_phones
from tests.fakes.projection import PARKED, Client, Vehicle
from tests.fakes.sound_service import FakeSound


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(BACKENDS):
        monkeypatch.delitem(BACKENDS, name)
    monkeypatch.setitem(BACKENDS, "fake", Kind("tests.fakes.mirror_protocol:FakeBackend", "Fake"))


@pytest.fixture(autouse=True)
def nothing_leaks(run: Any) -> Any:
    """Every test gives back the descriptors it took."""
    before = len(os.listdir("/proc/self/fd"))
    yield
    assert len(os.listdir("/proc/self/fd")) <= before, "descriptors were left open"


class Unit(Client):
    """A phone on the screen, and the sound service."""

    def __init__(self, link: Any, sound: FakeSound | None, phone: FakePhone) -> None:
        super().__init__(link, "")
        self.sound = sound
        self.phone = phone
        self.session = ""

    @property
    def owner(self) -> str:
        return f"projection:{self.session}"


@asynccontextmanager
async def unit(*, sound: bool = True, way: Callable[..., Any] = local_link) -> AsyncIterator[Unit]:
    service = FakeSound() if sound else None
    services: dict[str, Any] = {"vehicle": Vehicle(PARKED), "projection": ProjectionService({"workers": "0"})}
    if service is not None:
        services["sound"] = service
    async with running_phones() as (phone,), way(services) as link:
        it = Unit(link, service, phone)
        device = await it.call("AddPhone", "fake", phone.address, {})
        it.session = await it.call("OpenApp", device, "", 640, 360, 160)
        await until(lambda: "focused" in it.states, what="its picture")
        yield it


@pytest.mark.parametrize("way", [local_link, bus_link])
def test_streams_are_played_by_role_while_they_last(run: Any, way: Callable[..., Any]) -> None:
    async def body() -> None:
        async with unit(way=way) as it:
            sound = it.sound
            assert sound is not None
            it.phone.say(sound=["media", 48000, 2])
            it.phone.sound(b"\1\2\3\4" * 10)
            it.phone.sound(b"\5\6\7\10" * 10)
            await until(
                lambda: sound.heard(it.owner, "media") == b"\1\2\3\4" * 10 + b"\5\6\7\10" * 10, what="all of it"
            )
            assert sound.names[it.owner, "media"] == "Fake 9"
            it.phone.say(sound=["guidance", 16000, 1])
            await until(lambda: (it.owner, "guidance") in sound.playing, what="the voice")
            it.phone.say(sound=["guidance"])
            await until(lambda: sound.playing[it.owner, "guidance"].closed, what="the voice's end")
            assert not sound.playing[it.owner, "media"].closed
            it.phone.say(sound=["media", 44100, 2])
            it.phone.sound(b"again")
            await until(lambda: sound.heard(it.owner, "media") == b"again", what="the other format")
            for _ in range(3):
                it.phone.say(sound=["media"])
                it.phone.say(sound=["media", 48000, 2])
            it.phone.sound(b"at last")
            await until(lambda: sound.heard(it.owner, "media") == b"at last", what="what came after stops and starts")
            await it.call("Close", it.session)
            await until(lambda: (it.owner, "") in sound.ended, what="the owner's end")

    run(body())


def test_the_microphone_is_lent_and_given_back(run: Any) -> None:
    async def body() -> None:
        async with unit() as it:
            sound = it.sound
            assert sound is not None
            it.phone.say(microphone=16000)
            await until(lambda: it.owner in sound.recording, what="a recording")
            assert sound.recording[it.owner][:2] == (16000, 1)
            sound.speak(it.owner, b"\x01\x02")
            await until(lambda: it.phone.of("heard") == ["0102"], what="the voice")
            it.phone.say(microphone=0)
            await until(lambda: it.owner not in sound.recording, what="its end")

    run(body())


def test_a_wish_to_be_heard_is_answered_by_the_mixer(run: Any) -> None:
    async def body() -> None:
        async with unit() as it:
            sound = it.sound
            assert sound is not None
            it.phone.tell("want_audio_focus", "gain")
            await until(lambda: it.phone.of("focus") == ["gain"], what="yes")
            sound.answer = "loss_transient"
            it.phone.tell("want_audio_focus", "gain_duck")
            await until(lambda: it.phone.of("focus") == ["gain", "loss_transient"], what="not now")
            sound.emit("FocusChanged", it.owner, "gain_transient")
            sound.emit("FocusChanged", "media", "loss")
            await until(lambda: it.phone.of("focus")[-1] == "gain_transient", what="now")
            it.phone.tell("want_audio_focus", "release")
            await until(lambda: it.phone.of("focus")[-1] == "loss", what="the release")
            assert sound.focus == [(it.owner, "gain"), (it.owner, "gain_duck"), (it.owner, "release")]

    run(body())


def test_without_a_mixer_a_phone_is_silent_alone_and_says_so_once(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backends.projection.sound.SILENT_AFTER_S", 0.02)

    async def body() -> None:
        async with unit(sound=False) as it:
            it.phone.say(sound=["media", 48000, 2])
            it.phone.say(microphone=16000)
            it.phone.tell("want_audio_focus", "gain_duck")
            await until(lambda: it.phone.of("focus") == ["gain_transient"], what="the answer")
            it.phone.say(sound=["guidance", 16000, 1])
            await until(lambda: it.notices, what="the notice")
            assert it.notices[0][:2] == ("warning", "no_sound_service")
            sound = FakeSound()
            await it.link.add(sound)
            await until(lambda: len(sound.playing) == 2 and it.owner in sound.recording, what="all of it, later")
            await until(lambda: (it.owner, "gain_duck") in sound.focus, what="the wish, again")
            await it.link.remove("sound")
            again = FakeSound()
            await it.link.add(again)
            it.phone.sound(b"back")
            await until(lambda: again.heard(it.owner, "media").endswith(b"back"), what="the music back")
            assert len(it.notices) == 1

    run(body())
