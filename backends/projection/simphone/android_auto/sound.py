"""The phone's sounds, one service each, and its ear: PCM in real time, as far as the car acknowledges it."""

from __future__ import annotations

import asyncio
import itertools
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from backends.projection.simphone.android_auto.services import Service
from backends.projection.simphone.android_auto.wire import f, fields, signed
from backends.projection.simphone.music import Capture

if TYPE_CHECKING:
    from backends.projection.simphone.android_auto.car import Offer
    from backends.projection.simphone.android_auto.link import CarLink

__all__ = ["HERTZ", "Microphone", "Sound"]

HERTZ = {"guidance": 660, "system": 1320, "telephony": 440}
"""The tone of each kind that is no music."""
_PIECE_S = 0.02
_LATE_S = 0.5
_GAIN, _GAIN_DUCK, _RELEASE = 1, 3, 4
_LOSS, _LOSS_DUCK, _LOSS_TRANSIENT = 3, 4, 5


class Sound(Service):
    """Music follows the phone's player; the others say something when told to."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        super().__init__(link, channel, offer)
        self.max_unacked = 0
        self.unacked = 0
        self.acked = 0
        self.sent = 0
        self.playing = False
        self.gain = 1.0
        self._resumes = False
        self._sessions = itertools.count(1)
        self._session = 0
        self._room = asyncio.Event()
        self._pump: asyncio.Task[Any] | None = None

    async def opened(self) -> None:
        await super().opened()
        await self.send(0x8000, f(1, 1))

    async def heard(self, kind: int, body: bytes) -> None:
        given = fields(body)
        if kind == 0x8003:
            self.max_unacked = signed(given.get(2, [1])[0])
            if self.kind == "media":
                self.link.phone.state.on_change.append(self._follow)
                self._follow()
        elif kind == 0x8004:
            if signed(given.get(1, [-1])[0]) == self._session:
                count = signed(given.get(2, [1])[0])
                self.acked, self.unacked = self.acked + count, self.unacked - count
                self._room.set()
        else:
            self.link.complain(f"{self.kind}: message {kind:#x}")

    async def say(self, seconds: float) -> None:
        """A tone of this kind, with the others ducked meanwhile."""
        await self.link.ask_focus(_GAIN_DUCK)
        await self._play(seconds)
        await self.link.ask_focus(_GAIN if self.link.phone.state.music.playing else _RELEASE)

    async def heard_out(self, state: int) -> None:
        if state == _LOSS_DUCK:
            self.gain = 0.3
        elif state in (_LOSS, _LOSS_TRANSIENT):
            self._resumes = state == _LOSS_TRANSIENT and self.link.phone.state.music.playing
            self.link.phone.state.music.set_playing(False)
        else:
            self.gain = 1.0
            if self._resumes:
                self._resumes = False
                self.link.phone.state.music.set_playing(True)

    def end(self) -> None:
        if self._follow in self.link.phone.state.on_change:
            self.link.phone.state.on_change.remove(self._follow)

    def describe(self) -> dict[str, Any]:
        return {
            **super().describe(),
            "format": list(self.offer.audio),
            "playing": self.playing,
            "sent": self.sent,
            "acked": self.acked,
            "unacked": self.unacked,
        }

    def _follow(self) -> None:
        wanted = self.link.phone.state.music.playing
        if wanted and self._pump is None:
            self._pump = self.link.spawn(self._music())
        elif not wanted and self._pump is not None:
            self._pump.cancel()
            self._pump = None

    async def _music(self) -> None:
        try:
            granted = await self.link.ask_focus(_GAIN)
            if granted not in (1, 6):
                self.link.phone.state.music.set_playing(False)
                return
            self.gain = 1.0
            await self._play(None)
        finally:
            if self._pump is asyncio.current_task():
                self._pump = None

    async def _play(self, seconds: float | None) -> None:
        rate, _, channels = self.offer.audio
        self._session = next(self._sessions)
        self.unacked = 0
        self.playing = True
        await self.send(0x8001, f(1, self._session) + f(2, 0))
        capture = Capture(self.link.phone.state.music)
        size = round(rate * _PIECE_S)
        began, count = time.monotonic(), 0
        try:
            while seconds is None or count * _PIECE_S < seconds:
                behind = time.monotonic() - began - count * _PIECE_S
                if behind > _LATE_S:
                    began += behind
                elif behind < 0:
                    await asyncio.sleep(-behind)
                while self.unacked >= self.max_unacked and not self.link.phone.faults.flood:
                    self._room.clear()
                    await self._room.wait()
                if self.kind == "media":
                    pcm = (capture.read(size) * self.gain).astype("<i2")
                else:
                    t = (np.arange(size) + count * size) / rate
                    tone = 8000 * np.sin(2 * np.pi * HERTZ.get(self.kind, 440) * t)
                    pcm = np.repeat(tone[:, None], channels, axis=1).astype("<i2")
                stamp = round((began + count * _PIECE_S) * 1e6).to_bytes(8, "big")
                self.unacked += 1
                self.sent += 1
                await self.send(0, stamp + pcm.tobytes())
                count += 1
        finally:
            self.playing = False
            if not self.link.stopped:
                self.link.spawn(self.send(0x8002))


class Microphone(Service):
    """What the phone hears of the car."""

    def __init__(self, link: CarLink, channel: int, offer: Offer) -> None:
        super().__init__(link, channel, offer)
        self.listening = False
        self.samples = 0
        self.peak = 0
        self.session = -1
        self.unasked = 0

    async def listen(self, on: bool) -> None:
        """Ask the car to send what it hears, or to stop."""
        self.listening = on
        await self.send(0x8005, f(1, on) + f(2, 0) + f(3, 0) + f(4, 4))

    async def opened(self) -> None:
        await super().opened()
        await self.send(0x8000, f(1, 1))

    async def heard(self, kind: int, body: bytes) -> None:
        match kind:
            case 0x8003:
                pass
            case 0x8006:
                given = fields(body)
                if signed(given.get(1, [0])[0]) == 0:
                    self.session = signed(given.get(2, [-1])[0])
            case 0 if len(body) > 8:
                pcm = np.frombuffer(body[8:], "<i2")
                self.samples += len(pcm)
                self.peak = max(self.peak, int(np.abs(pcm.astype(np.int32)).max(initial=0)))
                self.unasked += not self.listening
                await self.send(0x8004, f(1, self.session) + f(2, 1))
            case _:
                self.link.complain(f"microphone: message {kind:#x}")

    def describe(self) -> dict[str, Any]:
        return {**super().describe(), "listening": self.listening, "samples": self.samples, "peak": self.peak}
