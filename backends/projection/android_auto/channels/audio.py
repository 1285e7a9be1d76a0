"""The phone's sounds, one channel a kind: PCM, an acknowledgement for every piece."""

from __future__ import annotations

import time
from typing import ClassVar

from backends.projection.android_auto.channels.base import Channel, Peer
from backends.projection.android_auto.description import AudioConfig, MediaSink, Service
from backends.projection.android_auto.ids import Codec, Media, Stream
from backends.projection.android_auto.messages import Ack, ConfigReply, Start, unpack_media
from backends.projection.defs import AudioFormat

__all__ = ["FORMATS", "Audio"]

FORMATS = {
    Stream.MEDIA: ("media", AudioFormat("s16l", 48_000, 2, 16)),
    Stream.GUIDANCE: ("guidance", AudioFormat("s16l", 16_000, 1, 16)),
    Stream.SYSTEM: ("system", AudioFormat("s16l", 16_000, 1, 16)),
}
"""Role and format of each. PCM is the one codec that every phone has."""
_READY = 2
_UNACKED = 10


class Audio(Channel):
    """One kind."""

    NAME: ClassVar[str] = "sound"

    def __init__(self, peer: Peer, number: int, stream: Stream) -> None:
        super().__init__(peer, number)
        self.stream = stream
        self.role, self.format = FORMATS[stream]
        self._session: int | None = None
        self._pieces = 0

    def service(self) -> Service:
        sound = AudioConfig(rate=self.format.rate, bits=self.format.bits, channels=self.format.channels)
        return Service(
            id=self.number, sink=MediaSink(codec=Codec.PCM, stream=self.stream, audio=(sound,), in_call=True)
        )

    def received(self, kind: int, body: bytes) -> bool:
        match kind:
            case Media.DATA:
                pts_us, data = unpack_media(body)
                self._samples(data, pts_us)
            case Media.CONFIG:
                self._samples(body, time.monotonic_ns() // 1000)
            case Media.SETUP:
                self.send(Media.CONFIG_REPLY, ConfigReply(status=_READY, max_unacked=_UNACKED, indexes=(0,)))
            case Media.START:
                self._session = Start.decode(body).session
                self.peer.listener.sound(self.role, self.format)
            case Media.STOP:
                self._stop()
            case _:
                return False
        return True

    def closed(self) -> None:
        super().closed()
        self._stop()

    def report(self) -> list[tuple[str, str]]:
        sound = self.format
        words = f"{sound.rate} Hz, {sound.channels} channels, {'plays' if self._session is not None else 'silent'}"
        return [(self.role, f"{words}, {self._pieces} pieces")]

    def _samples(self, data: bytes, pts_us: int) -> None:
        if self._session is None:
            return  # what was under way when it stopped
        self._pieces += 1
        frame = self.format.channels * self.format.bits // 8
        self.peer.listener.samples(self.role, data[: len(data) // frame * frame], pts_us, time.monotonic_ns())
        self.send(Media.ACK, Ack(session=self._session, count=1))

    def _stop(self) -> None:
        if self._session is not None:
            self._session = None
            self.peer.listener.sound_stopped(self.role)
