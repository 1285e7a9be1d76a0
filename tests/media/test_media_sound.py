"""What comes out of the loudspeaker: listened to at a real PulseAudio server with a sink that goes nowhere."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from backends.core.bus import Bus
from backends.core.launcher import Launcher
from backends.core.link import BusLink
from backends.media.sound import sound_is_likely
from tests.fakes.host import until
from tests.fakes.music import MakeSong
from tests.fakes.sound import SoundServer, have_sound_server, sound_server


async def _settles(sound: SoundServer, loudness: tuple[float, float]) -> float:
    """Listen until the tone of 440 Hz is so loud: what was said before is still on its way to the loudspeaker."""
    low, high = loudness
    async with asyncio.timeout(8):
        while not low <= (heard := await sound.hears(440)) <= high:
            pass
    return heard


@pytest.mark.skipif(not have_sound_server, reason="pulseaudio is not installed")
def test_it_is_heard_and_goes_on_when_the_sound_server_dies(
    run: Callable[..., Any], make_song: MakeSong, music: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a process of its own: Qt keeps the sound server it found first for as long as a process lives."""

    async def body() -> None:
        make_song("flac", seconds=60)
        async with AsyncExitStack() as stack:
            server = AsyncExitStack()
            sound = await server.enter_async_context(sound_server(tmp_path / "sound"))
            stack.push_async_callback(server.aclose)
            monkeypatch.setenv("PULSE_SERVER", sound.address)
            launcher = await stack.enter_async_context(Launcher(["media"], {"media": {"sources": str(music)}}))
            link = BusLink(await Bus.connect(launcher.address), launcher.address)
            stack.push_async_callback(link.close)
            states: list[dict[str, Any]] = []
            notices: list[str] = []
            present = asyncio.Event()
            link.on_signal("media", "NowPlayingChanged", states.append)
            link.on_signal("media", "Notice", lambda _severity, code, _text: notices.append(code))
            link.on_presence("media", lambda there: present.set() if there else None)
            await present.wait()
            await until(lambda: states and states[-1]["can_play"], 15)

            await _settles(sound, (0, 0))
            await link.call("media", "Play", timeout_s=10)
            await until(lambda: states[-1]["status"] == "playing", 15)
            loud = await _settles(sound, (0.25, 0.35))  # as loud as it is in the file
            assert not states[-1]["silent"]
            await link.call("media", "SetVolume", 0.5)
            await until(lambda: states[-1]["volume"] == 0.5)
            await _settles(sound, (0.01, loud / 2))
            await link.call("media", "Pause")
            await until(lambda: states[-1]["status"] == "paused")
            await _settles(sound, (0, 0))
            await link.call("media", "Play")
            await until(lambda: states[-1]["status"] == "playing")
            await _settles(sound, (0.01, loud / 2))
            assert notices == []

            await server.aclose()
            await until(lambda: states[-1]["silent"])
            assert notices == ["no-sound"]
            before = (await link.call("media", "NowPlaying"))["position_us"]
            state = {"position_us": before, "status": "playing"}
            # Positions are checked with the decoder every second: three more are not only the clock's.
            while state["status"] == "playing" and state["position_us"] - before < 3_000_000:
                state = await link.call("media", "NowPlaying")
                await asyncio.sleep(0.02)
            assert (state["status"], states[-1]["problem"]) == ("playing", "")

    run(body(), 60)


def test_sound_is_where_a_server_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "native"
    monkeypatch.setenv("PULSE_SERVER", f"unix:{path}")
    assert not sound_is_likely()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        assert sound_is_likely()
    assert path.exists()
    assert not sound_is_likely(), "a socket file outlives its server"
    monkeypatch.setenv("PULSE_SERVER", "tcp:far.example.org")
    assert sound_is_likely(), "only Qt can find out"
    monkeypatch.delenv("PULSE_SERVER")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "pulse").mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "pulse" / "native"))
        server.listen()
        assert sound_is_likely()
    assert not sound_is_likely()
