"""An ear at a sound device, and a phone's stream that can be heard by it: tones, sent as a network would bring them."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import numpy as np
from numpy.typing import NDArray

from backends.core.stream import AudioFormat, PacketDecoder, PacketType, encode_packet
from backends.interfaces import Link
from tests.fakes.sound import SoundServer

__all__ = ["Ear", "PhoneSound", "Recording", "ear", "recording"]

EAR_RATE = 44_100
_PIECE_S = 0.02
_HELD_UP_S = 0.008


class Ear:
    """Everything that came out of the device since it began to listen."""

    def __init__(self) -> None:
        self._data = bytearray()

    def add(self, data: bytes) -> None:
        self._data += data

    @property
    def seconds(self) -> float:
        return len(self._data) / 4 / EAR_RATE

    def heard(self, begin_s: float = 0.0, end_s: float | None = None) -> NDArray[np.float32]:
        """Samples of that time."""
        end = len(self._data) // 4 if end_s is None else round(end_s * EAR_RATE)
        return np.frombuffer(bytes(self._data[round(begin_s * EAR_RATE) * 4 : end * 4]), dtype=np.float32)

    def levels(self, hertz: float, begin_s: float, end_s: float | None = None, window_s: float = 0.005) -> list[float]:
        """How loud this tone is in dB, window after window; 0 dB is full scale."""
        window = round(EAR_RATE * window_s)
        sound = self.heard(begin_s, end_s)
        sound = sound[: len(sound) // window * window].reshape(-1, window)
        # A window with soft edges keeps another tone out of this one's level.
        edges = np.hanning(window)
        wave = edges / edges.mean() * np.exp(-2j * np.pi * hertz * np.arange(window) / EAR_RATE)
        return [float(level) for level in 20 * np.log10(2 * np.abs(sound @ wave) / window + 1e-9)]

    def level(self, hertz: float, seconds: float = 0.05) -> float:
        """How loud it is now."""
        if self.seconds < seconds:
            return -180.0
        return self.levels(hertz, self.seconds - seconds, window_s=seconds)[0]


@asynccontextmanager
async def ear(server: SoundServer) -> AsyncIterator[Ear]:
    """Listens for the length of an ``async with``."""
    words = ("--device=out.monitor", "--format=float32le", f"--rate={EAR_RATE}", "--channels=1", "--latency-msec=20")
    process = await asyncio.create_subprocess_exec(
        "parec", *words, env={**os.environ, "PULSE_SERVER": server.address}, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    stdout, it = process.stdout, Ear()

    async def listen() -> None:
        while data := await stdout.read(65536):
            it.add(data)

    task = asyncio.create_task(listen())
    try:
        yield it
    finally:
        process.kill()
        await process.wait()
        await task


class PhoneSound:
    """A stream of one tone into the sound service; ``speed`` is how fast its clock runs."""

    def __init__(
        self, hertz: float, level_db: float = -18.0, rate: int = 48_000, channels: int = 2, speed: float = 1.0
    ) -> None:
        self.hertz, self.rate, self.channels, self.speed = hertz, rate, channels, speed
        self.amplitude = 10 ** (level_db / 20)
        self.held_up: list[float] = []
        """When this peer could not send in time because the machine did not let it run (s, monotonic)."""
        self._at = 0
        self._socket: socket.socket | None = None

    async def open(self, link: Link, owner: str, role: str) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            await link.call("sound", "Play", owner, role, "a phone", theirs.fileno())
        ours.setblocking(False)
        self._socket = ours
        self.send(encode_packet(PacketType.FORMAT, AudioFormat("s16l", self.rate, self.channels, 16).pack()))

    def send(self, data: bytes) -> None:
        assert self._socket is not None
        self._socket.send(data)

    def piece(self, seconds: float = _PIECE_S) -> bytes:
        """A packet with the next piece of the tone."""
        count = round(self.rate * seconds)
        wave = np.sin(2 * np.pi * self.hertz * (self._at + np.arange(count)) / self.rate) * self.amplitude * 32767
        self._at += count
        pcm = np.repeat(wave.astype("<i2"), self.channels).tobytes()
        return encode_packet(PacketType.FRAME, pcm, sent_ns=time.monotonic_ns())

    async def play(self, seconds: float, late: Callable[[int], float] = lambda _piece: 0.0) -> None:
        """Send so many seconds of sound at the pace of its clock; ``late``: by piece, how many seconds it comes late."""
        due = began = time.monotonic()
        for number in range(round(seconds / _PIECE_S)):
            due = max(due, began + (number + 1) * _PIECE_S / self.speed + late(number))
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if time.monotonic() - due > _HELD_UP_S:
                self.held_up.append(time.monotonic())
            self.send(self.piece())

    def end(self) -> None:
        """As a service ends a stream."""
        self.send(encode_packet(PacketType.END, b"over"))
        self.close()

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None


class Recording:
    """What came out of the microphone's descriptor."""

    def __init__(self) -> None:
        self.sound = AudioFormat("", 0, 0, 0)
        self.pcm = bytearray()
        self.over = False

    def hertz(self) -> float:
        """The tone of the last half second of the first channel."""
        tone = np.frombuffer(bytes(self.pcm), dtype="<i2")[:: self.sound.channels][-self.sound.rate // 2 :]
        return float(np.fft.rfftfreq(len(tone), 1 / self.sound.rate)[np.abs(np.fft.rfft(tone)).argmax()])


@asynccontextmanager
async def recording(link: Link, owner: str, rate: int, channels: int) -> AsyncIterator[Recording]:
    """Reads the microphone for the length of an ``async with``."""
    ours, theirs = socket.socketpair()
    with theirs:
        await link.call("sound", "Record", owner, rate, channels, theirs.fileno())
    reader, writer = await asyncio.open_connection(sock=ours)
    it, packets = Recording(), PacketDecoder()

    async def read() -> None:
        while data := await reader.read(65536):
            for packet in packets.feed(data):
                if packet.type == PacketType.FORMAT:
                    it.sound = AudioFormat.unpack(packet.payload)
                elif packet.type == PacketType.FRAME:
                    it.pcm += packet.payload
        it.over = True

    task = asyncio.create_task(read())
    try:
        yield it
    finally:
        task.cancel()
        writer.close()
        await asyncio.gather(task, return_exceptions=True)
