"""What this phone plays: music while it is on, spoken guidance, and the assistant's voice. PCM, in real time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import numpy as np

from backends.projection.carlife.ids import Channel, Type
from backends.projection.carlife.messages import encode
from backends.projection.simphone.carlife.pictures import cover
from backends.projection.simphone.music import Capture, Music
from backends.projection.simphone.sound import CHANNELS, RATE

__all__ = ["play_music", "speak"]

Say = Callable[[Channel, int, bytes], Awaitable[None]]
_STEP_S = 0.02
_FRAMES = round(RATE * _STEP_S)
_SPEECH_RATE = 16_000
_TONE_HZ = 440.0
_LATE_S = 0.5


async def play_music(music: Music, say: Say) -> None:
    """The media channel, until cancelled: a format once, then samples, pause and resume as the music is."""
    capture = Capture(music)
    song = ""
    played = False
    progress_at = clock = time.monotonic()
    while True:
        now = time.monotonic()
        if music.playing and not song:
            await say(Channel.MEDIA, Type.MEDIA_INIT, _sound(RATE, CHANNELS))
        elif song and music.playing != played:
            await say(Channel.MEDIA, Type.MEDIA_RESUME if music.playing else Type.MEDIA_PAUSE, b"")
        played = music.playing
        if played and music.track.title != song:
            song = music.track.title
            await say(Channel.COMMAND, Type.MEDIA_INFO, _song(music))
        if played:
            await say(Channel.MEDIA, Type.MEDIA_DATA, capture.read(_FRAMES).tobytes())
        if played and now - progress_at >= 1:
            progress_at = now
            position = encode(Type.MEDIA_PROGRESS, {"position_ms": round(music.position_s() * 1000)})
            await say(Channel.COMMAND, Type.MEDIA_PROGRESS, position)
        clock = max(clock + _STEP_S, now - _LATE_S)
        await asyncio.sleep(max(0.0, clock - time.monotonic()))


def _song(music: Music) -> bytes:
    track = music.track
    song = {
        "app": "CarLife Music", "song": track.title, "artist": track.artist, "album": "Crossings",
        "art": cover(track.cover), "duration_ms": round(track.length_s * 1000), "playlist": 3,
        "song_id": str(track.piece), "mode": 0,
    }  # fmt: skip
    return encode(Type.MEDIA_INFO, song)


async def speak(channel: Channel, say: Say, seconds: float) -> None:
    """A sentence (a tone) on the channel for guidance or the assistant's voice."""
    begin, data, end = {
        Channel.TTS: (Type.TTS_INIT, Type.TTS_DATA, Type.TTS_END),
        Channel.VR: (Type.VR_INIT, Type.VR_DATA, Type.VR_STOP),
    }[channel]
    await say(channel, begin, _sound(_SPEECH_RATE, 1))
    times = np.arange(round(_SPEECH_RATE * seconds)) / _SPEECH_RATE
    samples = np.round(np.sin(2 * np.pi * _TONE_HZ * times) * 8000).astype("<i2").tobytes()
    step = 2 * round(_SPEECH_RATE * _STEP_S)
    for start in range(0, len(samples), step):
        await say(channel, data, samples[start : start + step])
        await asyncio.sleep(_STEP_S)
    await say(channel, end, b"")


def _sound(rate: int, channels: int) -> bytes:
    return encode(Type.MEDIA_INIT, {"rate": rate, "channels": channels, "format": 16})
