"""What flows in one session: a picture, sounds by role, the microphone; framed as docs/protocols/stream.md tells."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import time
from collections.abc import Callable
from contextlib import suppress

from backends.core.errors import NotFound, Offline
from backends.projection.defs import AUDIO_PACKET_MAX, AudioFormat, PacketDecoder, PacketType, StreamError, VideoFormat
from backends.projection.feed import AudioFeed, VideoFeed
from backends.projection.mirror.link import SOUND_ROLES, WAITING_CODES
from backends.projection.words import plain

__all__ = ["NO_PICTURE", "NO_PICTURE_S", "STARTING", "Microphone", "Sight", "Sounds"]

NO_PICTURE_S = 3.0
STARTING = "The phone is starting its picture."
NO_PICTURE = "The phone is connected, but sends no picture. Look whether it is unlocked."
_READ_BYTES = 64 * 1024
_logger = logging.getLogger(__name__)


class Sight:
    """The picture, and why there is none. ``changed`` is called when `picture`, `waiting` or `text` is another."""

    def __init__(
        self, need_key: Callable[[], None], changed: Callable[[], None], on_room: Callable[[], None] | None = None
    ) -> None:
        self.feed = VideoFeed(need_key, on_room)
        self.picture: VideoFormat | None = None
        self.waiting = ""
        self.text = ""
        self.frames = 0
        self.bytes = 0
        self._changed = changed
        self._timer: asyncio.TimerHandle | None = None
        self._again = False
        self._looked_at = False

    def look(self, looked_at: bool) -> None:
        """Somebody looks at a phone that is there: a picture is due, once there is a reader for it."""
        self._disarm()
        self._looked_at = looked_at
        if looked_at and self.feed.has_reader:
            self._timer = asyncio.get_running_loop().call_later(NO_PICTURE_S, self._overdue)

    def open(self) -> int:
        """A descriptor for a new reader."""
        fd = self.feed.open()
        self.look(self._looked_at)
        return fd

    def begin(self) -> None:
        """The phone is there, its first picture is to come."""
        if not self.frames and not self.waiting:
            self.wait("starting", STARTING)

    def format(self, picture: VideoFormat) -> None:
        if picture == self.picture and not self._again:
            return
        self.picture, self._again = picture, False
        self.feed.set_format(picture)
        self._changed()

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        self.frames += 1
        self.bytes += len(data)
        self.feed.frame(data, pts_us, received_ns, key=key)
        if key:
            self._disarm()
            if self.waiting:
                self.wait("", "")

    def wait(self, code: str, text: str) -> None:
        """Why there is no picture; a key frame takes it back."""
        code = code if code in WAITING_CODES else "other"
        if (code, text) != (self.waiting, self.text):
            self.waiting, self.text = code, plain(text) if code else ""
            self._changed()

    def stop(self) -> None:
        """The phone is gone; whoever looks keeps the last picture."""
        self._disarm()
        self._again = True
        self.frames = self.bytes = 0
        self.waiting = self.text = ""

    def _disarm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _overdue(self) -> None:
        self._timer = None
        if self.waiting in ("", "starting"):
            self.wait("no_key_frame", NO_PICTURE)


class Sounds:
    """The phone's streams that play now. ``changed`` is called when `roles` are others."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._feeds: dict[str, AudioFeed] = {}
        self.formats: dict[str, AudioFormat] = {}
        self._changed = changed

    @property
    def roles(self) -> list[str]:
        return sorted(self._feeds)

    def begin(self, role: str, sound: AudioFormat) -> None:
        if role not in SOUND_ROLES:
            _logger.warning("sound without a role role=%s", plain(role, 20))
            return
        if self.formats.get(role) == sound:
            return
        self.stop(role)
        self._feeds[role], self.formats[role] = AudioFeed(sound), sound
        self._changed()

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None:
        if (feed := self._feeds.get(role)) is not None and 0 < len(data) <= AUDIO_PACKET_MAX:
            feed.samples(data, pts_us, received_ns)

    def stop(self, role: str, text: str = "") -> None:
        if self._end(role, text):
            self._changed()

    def stop_all(self, text: str = "") -> None:
        for role in self.roles:
            self.stop(role, text)

    def open(self, role: str) -> int:
        """A descriptor. Raises NotFound."""
        if role not in self._feeds:
            raise NotFound(f"The phone plays no {plain(role, 20)} sound now.")
        return self._feeds[role].open()

    def close(self) -> None:
        """At once, without a word."""
        for feed in self._feeds.values():
            feed.close()

    def _end(self, role: str, text: str) -> bool:
        feed = self._feeds.pop(role, None)
        self.formats.pop(role, None)
        if feed is not None:
            feed.end(text)
        return feed is not None


class Microphone:
    """Framed sound that somebody writes for the phone. ``heard`` takes samples and their time (us)."""

    def __init__(self, heard: Callable[[bytes, int], None]) -> None:
        self._heard = heard
        self._socket: socket.socket | None = None
        self._decoder = PacketDecoder(AUDIO_PACKET_MAX)
        self.wanted: AudioFormat | None = None

    def open(self) -> int:
        """A descriptor to write to; the writer before is cut off. Raises Offline when the phone does not listen."""
        if self.wanted is None:
            raise Offline("The phone does not listen now.")
        self.close()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        ours.setblocking(False)
        self._socket, self._decoder = ours, PacketDecoder(AUDIO_PACKET_MAX)
        asyncio.get_running_loop().add_reader(ours, self._read)
        return theirs.detach()

    def close(self) -> None:
        """Listen to nobody."""
        if self._socket is not None:
            asyncio.get_running_loop().remove_reader(self._socket)
            self._socket.close()
            self._socket = None

    def _read(self) -> None:
        assert self._socket is not None
        data = b""
        with suppress(OSError):
            data = os.read(self._socket.fileno(), _READ_BYTES)
        try:
            packets = self._decoder.feed(data)
        except StreamError as error:
            _logger.warning("microphone is no stream error=%s", error)
            data, packets = b"", []
        for packet in packets:
            if packet.type == PacketType.FRAME:
                self._heard(packet.payload, packet.pts_us or time.monotonic_ns() // 1000)
        if not data:
            self.close()
