"""The sound service as its callers meet it on the bus: it notes who plays and listens, and speaks into microphones by hand."""

from __future__ import annotations

import os
from typing import Any

from backends.core.service import Service
from backends.projection.defs import AudioFormat, PacketType, encode_packet
from tests.fakes.projection import StreamReader

__all__ = ["FakeSound"]


class FakeSound(Service):
    """What is asked of it is in ``playing``, ``recording``, ``focus``; ``answer`` is what a wish for focus gets."""

    NAME = "sound"

    def __init__(self) -> None:
        super().__init__()
        self.playing: dict[tuple[str, str], StreamReader] = {}
        self.names: dict[tuple[str, str], str] = {}
        self.recording: dict[str, tuple[int, int, int]] = {}
        self.focus: list[tuple[str, str]] = []
        self.ended: list[tuple[str, str]] = []
        self.answer = "gain"
        self.plays = 0

    def play(self, owner: str, role: str, name: str, fd: int) -> None:
        if (owner, role) in self.playing:
            self.playing[owner, role].close()
        self.plays += 1
        self.names[owner, role] = name
        self.playing[owner, role] = StreamReader(fd)

    def record(self, owner: str, rate: int, channels: int, fd: int) -> None:
        self.end(owner, "microphone")
        self.recording[owner] = (rate, channels, fd)

    def end(self, owner: str, role: str) -> None:
        self.ended.append((owner, role))
        if role in ("", "microphone") and owner in self.recording:
            os.close(self.recording.pop(owner)[2])

    def request_focus(self, owner: str, kind: str) -> str:
        self.focus.append((owner, kind))
        return self.answer

    def release_focus(self, owner: str) -> None:
        self.focus.append((owner, "release"))

    def speak(self, owner: str, pcm: bytes) -> None:
        rate, channels, fd = self.recording[owner]
        os.write(fd, encode_packet(PacketType.FORMAT, AudioFormat("s16l", rate, channels, 16).pack()))
        os.write(fd, encode_packet(PacketType.FRAME, pcm, pts_us=1))

    def heard(self, owner: str, role: str) -> bytes:
        reader: Any = self.playing.get((owner, role))
        return b"".join(packet.payload for packet in reader.of(PacketType.FRAME)) if reader else b""

    async def stop(self) -> None:
        for reader in self.playing.values():
            reader.close()
        for owner in list(self.recording):
            self.end(owner, "microphone")
