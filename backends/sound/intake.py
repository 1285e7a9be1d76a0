"""Reads a stream's descriptor in the loop: packets in, nothing blocks, and who floods is read no faster than it matters."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import Protocol

from backends.core.stream import AUDIO_PACKET_MAX, AudioFormat, Packet, PacketDecoder, PacketType, StreamError

__all__ = ["Intake", "Listener"]

_READ_BYTES = 64 * 1024
_BREATH_S = 0.02
_log = logging.getLogger(__name__)


class Listener(Protocol):
    """Whoever is told what comes."""

    def on_format(self, sound: AudioFormat) -> None:
        """Samples from here on are like this. Raises StreamError."""

    def on_samples(self, pcm: bytes) -> bool:
        """Interleaved samples. False: enough waits; read on a little later."""

    def on_end(self, problem: str) -> None:
        """Nothing follows. ``problem`` is empty when it ended as it should."""


class Intake:
    """Owns the descriptor until the end, or `close`."""

    def __init__(self, fd: int, listener: Listener) -> None:
        """Raises OSError when it cannot be waited for (a file)."""
        self._fd = fd
        self._listener = listener
        self._packets = PacketDecoder(AUDIO_PACKET_MAX)
        self._begun = False
        self._loop = asyncio.get_running_loop()
        self._later: asyncio.TimerHandle | None = None
        os.set_blocking(fd, False)
        self._loop.add_reader(fd, self._read)

    @property
    def closed(self) -> bool:
        return self._fd < 0

    def close(self) -> None:
        """Hang up."""
        if self._fd < 0:
            return
        if self._later is not None:
            self._later.cancel()
            self._later = None
        self._loop.remove_reader(self._fd)
        os.close(self._fd)
        self._fd = -1

    def _read(self) -> None:
        try:
            data = os.read(self._fd, _READ_BYTES)
        except BlockingIOError:
            return
        except OSError as error:
            _log.debug("sound descriptor error=%s", error)
            data = b""
        if not data:
            self._end("")
            return
        try:
            room = True
            for packet in self._packets.feed(data):
                if packet.type == PacketType.END:
                    self._end("")
                    return
                room = self._take(packet) and room
                if self._fd < 0:
                    return
        except StreamError as error:
            self._end(f"not sound: {error}")
            return
        if not room:
            self._loop.remove_reader(self._fd)
            self._later = self._loop.call_later(_BREATH_S, self._resume)

    def _resume(self) -> None:
        self._later = None
        self._loop.add_reader(self._fd, self._read)

    def _take(self, packet: Packet) -> bool:
        if packet.type == PacketType.FORMAT:
            self._listener.on_format(AudioFormat.unpack(packet.payload))
            self._begun = True
        elif packet.type == PacketType.FRAME:
            if not self._begun:
                raise StreamError("samples came before their format")
            return self._listener.on_samples(packet.payload)
        return True

    def _end(self, problem: str) -> None:
        self.close()
        self._listener.on_end(problem)
