"""What the phone sounds like through the dongle: music, guidance, calls, the assistant, alerts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import numpy as np

from backends.projection.simphone.carlinkit import wire
from backends.projection.simphone.music import Capture, Music

__all__ = ["HERTZ", "Sounds"]

HERTZ = {"guidance": 880.0, "alert": 1320.0, "call": 440.0, "voice": 660.0}
"""The tone that stands for each kind of sound."""
_MAIN, _GUIDANCE = 1, 2
_CHUNK_S = 0.06
_VOICE_CHUNK_S = 0.03
_OUTPUT_START, _OUTPUT_STOP, _INPUT_CONFIG = 1, 2, 3
_STARTS = {"call": 4, "guidance": 6, "voice": 8, "media": 10, "alert": 12}
_RINGING = 14
_FORMATS = {4: (48_000, 2), 2: (44_100, 2), 5: (16_000, 1), 3: (8_000, 1)}
_LATE_S = 0.5

Send = Callable[[bytes], Awaitable[None]]


class Sounds:
    """For one connection. ``narrow``: calls come at 8 kHz, as from old phones."""

    def __init__(self, music: Music, send: Send, *, android: bool, narrow: bool = False) -> None:
        self._music = music
        self._send = send
        self._android = android
        self._voice = 3 if narrow else 5
        self._active: set[str] = set()

    def decode(self, role: str) -> int:
        """The decode type of a role."""
        if role in ("call", "voice"):
            return self._voice
        return 5 if role == "guidance" and self._android else 4

    async def run(self) -> None:
        """The music, for as long as the connection lives."""
        capture = Capture(self._music)
        rate, _ = _FORMATS[4]
        playing = False
        began, sent = time.monotonic(), 0
        while True:
            if self._music.playing != playing:
                playing = self._music.playing
                await self._mark("media", start=playing)
                began, sent = time.monotonic(), 0
            if not playing or self._active & {"call", "voice"}:
                await asyncio.sleep(_CHUNK_S)
                began, sent = time.monotonic(), 0
                continue
            sent += 1
            await self._send(wire.audio(4, _MAIN, capture.read(round(rate * _CHUNK_S)).tobytes()))
            ahead_s = began + sent * _CHUNK_S - time.monotonic()
            if ahead_s < -_LATE_S:
                began -= ahead_s
            await asyncio.sleep(max(0.0, ahead_s))

    async def say(self, role: str, seconds: float) -> None:
        """A tone in a role, from its first command to its last."""
        ducks = role in ("guidance", "alert") and not self._android
        if ducks:
            await self._send(wire.audio_volume(4, _MAIN, 0.2, 0.5))
        await self.begin(role)
        try:
            await self._tone(role, seconds)
        finally:
            await self.end(role)
            if ducks:
                await self._send(wire.audio_volume(4, _MAIN, 1.0, 1.5))

    async def begin(self, role: str) -> None:
        """The commands before a sound."""
        self._active.add(role)
        if role in ("call", "voice"):
            await self._command(role, _INPUT_CONFIG)
        await self._mark(role, start=True)

    async def end(self, role: str) -> None:
        """The commands after a sound."""
        self._active.discard(role)
        await self._mark(role, start=False)

    async def ring(self) -> None:
        """A call comes in."""
        await self._command("voice", _RINGING)

    async def _mark(self, role: str, *, start: bool) -> None:
        await self._command(role, _STARTS[role] + (not start))
        await self._command(role, _OUTPUT_START if start else _OUTPUT_STOP)

    async def _command(self, role: str, command: int) -> None:
        channel = _GUIDANCE if role == "guidance" else _MAIN
        data = wire.audio_command(self.decode(role), channel, command)
        if self._android:
            # Its commands are longer, for whatever reason.
            data = wire.message("audio", data[16:] + bytes(16))
        await self._send(data)

    async def _tone(self, role: str, seconds: float) -> None:
        decode = self.decode(role)
        rate, channels = _FORMATS[decode]
        step_s = _CHUNK_S if decode == 4 else _VOICE_CHUNK_S
        count = round(rate * step_s)
        began = time.monotonic()
        for n in range(max(1, round(seconds / step_s))):
            at = (n * count + np.arange(count)) / rate
            tone = np.round(9000 * np.sin(2 * np.pi * HERTZ[role] * at)).astype("<i2")
            samples = np.repeat(tone, channels).tobytes()
            await self._send(wire.audio(decode, _GUIDANCE if role == "guidance" else _MAIN, samples))
            await asyncio.sleep(max(0.0, began + (n + 1) * step_s - time.monotonic()))
