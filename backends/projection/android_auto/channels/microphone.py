"""What the car hears, while the phone wants it, and no more of it at once than the phone takes."""

from __future__ import annotations

from typing import ClassVar

from backends.projection.android_auto.channels.base import Channel, Peer
from backends.projection.android_auto.description import AudioConfig, MediaSource, Service
from backends.projection.android_auto.ids import Codec, Media, Status
from backends.projection.android_auto.messages import (
    Ack,
    ConfigReply,
    MicrophoneRequest,
    MicrophoneResponse,
    pack_media,
)
from backends.projection.defs import AudioFormat

__all__ = ["FORMAT", "Microphone"]

FORMAT = AudioFormat("s16l", 16_000, 1, 16)
PIECE = 2048
"""Bytes in one message: 64 ms."""
_STUCK = 64
"""So many pieces without an acknowledgement, and it is taken that this phone gives none."""


class Microphone(Channel):
    """The uplink."""

    NAME: ClassVar[str] = "microphone"

    def __init__(self, peer: Peer, number: int) -> None:
        super().__init__(peer, number)
        self._session = 0
        self._listening = False
        self._most = 0
        self._unacked = 0
        self._acknowledges = False
        self.sent = self.dropped = 0

    def service(self) -> Service:
        sound = AudioConfig(rate=FORMAT.rate, bits=FORMAT.bits, channels=FORMAT.channels)
        return Service(id=self.number, source=MediaSource(codec=Codec.PCM, audio=sound, in_call=True))

    def received(self, kind: int, body: bytes) -> bool:
        match kind:
            case Media.MICROPHONE_REQUEST:
                self._asked(MicrophoneRequest.decode(body))
            case Media.ACK:
                self._acknowledges = True
                self._unacked = max(0, self._unacked - Ack.decode(body).count)
            case Media.SETUP:
                self.send(Media.CONFIG_REPLY, ConfigReply(status=2, max_unacked=1, indexes=(0,)))
            case Media.START | Media.STOP:
                pass
            case _:
                return False
        return True

    def hear(self, pcm: bytes, pts_us: int) -> None:
        """Samples in `FORMAT`; left out while the phone has enough to do."""
        if not self._listening:
            return
        for at in range(0, len(pcm), PIECE):
            if self._most and self._unacked >= self._most and (self._acknowledges or self._unacked < _STUCK):
                self.dropped += 1
                if not self._acknowledges:
                    self._unacked += 1
                continue
            self._unacked += 1
            self.sent += 1
            stamp_us = pts_us + at // 2 * 1_000_000 // FORMAT.rate
            self.send(Media.DATA, pack_media(stamp_us, pcm[at : at + PIECE]))

    def closed(self) -> None:
        super().closed()
        self._end()

    def report(self) -> list[tuple[str, str]]:
        words = "listens" if self._listening else "off"
        return [("microphone", f"{FORMAT.rate} Hz, {words}, {self.sent} pieces sent, {self.dropped} left out")]

    def _asked(self, request: MicrophoneRequest) -> None:
        if not request.open:
            self._end()
            self.send(Media.MICROPHONE_RESPONSE, MicrophoneResponse(status=Status.OK, session=self._session))
            return
        self._session += 1
        self._unacked = 0
        self._most = max(0, request.max_unacked or 0)
        self._listening = True
        self.send(Media.MICROPHONE_RESPONSE, MicrophoneResponse(status=Status.OK, session=self._session))
        self.peer.listener.want_microphone(FORMAT)

    def _end(self) -> None:
        if self._listening:
            self._listening = False
            self.peer.listener.want_microphone(None)
