"""What this phone plays: music while it is on, spoken guidance, and the assistant's voice. PCM, in real time."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Protocol

import numpy as np

from backends.projection.simphone.carlife.pictures import cover
from backends.projection.simphone.music import Capture, Music
from backends.projection.simphone.sound import CHANNELS, RATE

__all__ = ["Teller", "play_music", "speak"]

_STEP_S = 0.02
_FRAMES = round(RATE * _STEP_S)
_SPEECH_RATE = 16_000
_TONE_HZ = 440.0
_LATE_S = 0.5


class Teller(Protocol):
    """Says a word to the car: `Session.tell`."""

    async def __call__(self, word: str, values: dict[str, Any] | None = None, *, data: bytes = b"") -> None:
        """Either fields or plain data."""


async def play_music(music: Music, tell: Teller) -> None:
    """The media channel, until cancelled: a format once, then samples, pause and resume as the music is."""
    capture = Capture(music)
    song = ""
    played = False
    progress_at = clock = time.monotonic()
    while True:
        now = time.monotonic()
        if music.playing and not song:
            await tell("media init", _sound(RATE, CHANNELS))
        elif song and music.playing != played:
            await tell("media resume" if music.playing else "media pause")
        played = music.playing
        if played and music.track.title != song:
            song = music.track.title
            await tell("song", _song(music))
        if played:
            await tell("media data", data=capture.read(_FRAMES).tobytes())
        if played and now - progress_at >= 1:
            progress_at = now
            await tell("progress", {"progressBar": round(music.position_s() * 1000)})
        clock = max(clock + _STEP_S, now - _LATE_S)
        await asyncio.sleep(max(0.0, clock - time.monotonic()))


def _song(music: Music) -> dict[str, Any]:
    track = music.track
    return {
        "source": "CarLife Music", "song": track.title, "artist": track.artist, "album": "Crossings",
        "albumArt": cover(track.cover), "duration": round(track.length_s * 1000), "playlistNum": 3,
        "songId": str(track.piece), "mode": 0,
    }  # fmt: skip


async def speak(channel: str, tell: Teller, seconds: float) -> None:
    """A sentence (a tone) on the channel for guidance ("tts") or the assistant's voice ("vr")."""
    await tell(f"{channel} init", _sound(_SPEECH_RATE, 1))
    times = np.arange(round(_SPEECH_RATE * seconds)) / _SPEECH_RATE
    samples = np.round(np.sin(2 * np.pi * _TONE_HZ * times) * 8000).astype("<i2").tobytes()
    step = 2 * round(_SPEECH_RATE * _STEP_S)
    for start in range(0, len(samples), step):
        await tell(f"{channel} data", data=samples[start : start + step])
        await asyncio.sleep(_STEP_S)
    await tell(f"{channel} end")


def _sound(rate: int, channels: int) -> dict[str, Any]:
    return {"sampleRate": rate, "channelConfig": channels, "sampleFormat": 16}
