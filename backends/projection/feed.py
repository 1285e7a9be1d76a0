"""The service's end of a stream's socket: packets go out as they come, and a slow reader loses pictures, never time.

docs/protocols/stream.md tells what a reader may rely on.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import time
from collections import deque
from collections.abc import Callable

from backends.projection.defs import (
    FLAG_GAP,
    FLAG_KEY,
    AudioFormat,
    PacketType,
    VideoFormat,
    encode_header,
    encode_packet,
)

__all__ = ["AudioFeed", "VideoFeed"]

VIDEO_WAITING_MAX = 2 << 20
VIDEO_FRAMES_MAX = 8
AUDIO_WAITING_S = 0.25
ROOM_BYTES = 64 * 1024
"""A reader with less than this before it has room for the next picture."""
KEYFRAME_EVERY_S = 1.0
"""While frames are dropped for want of a key frame, ask again this often."""
_VIDEO_BUFFER = 256 * 1024
_AUDIO_BUFFER = 16 * 1024
_END_TEXT_MAX = 4096
_logger = logging.getLogger(__name__)


class _Reader:
    """One reader's socket and what waits for it."""

    def __init__(self, buffer_size: int, on_gone: Callable[[_Reader], None]) -> None:
        ours, self.theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        ours.setblocking(False)
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, buffer_size)
        self._socket: socket.socket | None = ours
        self._on_gone = on_gone
        self._loop = asyncio.get_running_loop()
        self._waiting: deque[tuple[bool, bytes | memoryview]] = deque()
        self._writing = False
        self._ending = False
        self.waiting_bytes = 0
        self.waiting_frames = 0
        self.on_drained: Callable[[], None] | None = None
        self._loop.add_reader(ours, self._hung_up)

    def send(self, packet: bytes, *, frame: bool) -> None:
        if self._socket is None or self._ending:
            return
        self._waiting.append((frame, packet))
        self.waiting_bytes += len(packet)
        self.waiting_frames += frame
        if not self._writing:
            self._flush()

    def drop_frames(self, keep_bytes: int = 0) -> None:
        """Forget the oldest frames that have not begun to go out, until at most ``keep_bytes`` wait."""
        begun = self._waiting.popleft() if self._waiting and isinstance(self._waiting[0][1], memoryview) else None
        kept: deque[tuple[bool, bytes | memoryview]] = deque()
        while self._waiting:
            frame, packet = self._waiting.popleft()
            if frame and self.waiting_bytes > keep_bytes:
                self.waiting_bytes -= len(packet)
                self.waiting_frames -= 1
            else:
                kept.append((frame, packet))
        if begun is not None:
            kept.appendleft(begun)
        self._waiting = kept

    def drop_all(self) -> None:
        """Forget everything that has not begun to go out."""
        begun = [one for one in list(self._waiting)[:1] if isinstance(one[1], memoryview)]
        self._waiting = deque(begun)
        self.waiting_bytes = sum(len(packet) for _, packet in begun)
        self.waiting_frames = sum(frame for frame, _ in begun)

    def end(self, last: bytes) -> None:
        """Send a last packet as far as the reader takes it, then hang up."""
        self.drop_frames()
        self.send(last, frame=False)
        self._ending = True
        if not self._waiting:
            self.close()

    def close(self) -> None:
        if self._socket is not None:
            self._loop.remove_reader(self._socket)
            if self._writing:
                self._loop.remove_writer(self._socket)
            self._socket.close()
            self._socket = None
            self._waiting.clear()
            self._on_gone(self)

    def _hung_up(self) -> None:
        assert self._socket is not None
        try:
            if self._socket.recv(4096):
                return  # a reader has nothing to say; let it
        except BlockingIOError:
            return
        except OSError:
            pass
        self.close()

    def _flush(self) -> None:
        while self._waiting and self._socket is not None:
            frame, packet = self._waiting[0]
            try:
                sent = self._socket.send(packet)
            except BlockingIOError:
                break
            except OSError:
                self.close()
                return
            self.waiting_bytes -= sent
            if sent < len(packet):
                self._waiting[0] = (frame, memoryview(packet)[sent:])
                break
            self._waiting.popleft()
            self.waiting_frames -= frame
        if self._socket is None:
            return
        if self._waiting and not self._writing:
            self._writing = True
            self._loop.add_writer(self._socket, self._flush)
        elif not self._waiting and self._writing:
            self._writing = False
            self._loop.remove_writer(self._socket)
            if self.on_drained is not None and not self._ending:
                self._loop.call_soon(self.on_drained)
        if self._ending and not self._waiting:
            self.close()


class _Feed:
    """What both kinds share: one reader at a time."""

    def __init__(self, buffer_size: int) -> None:
        self._buffer_size = buffer_size
        self._reader: _Reader | None = None
        self._leaving: set[_Reader] = set()

    @property
    def has_reader(self) -> bool:
        return self._reader is not None

    def _attach(self) -> tuple[_Reader, int]:
        self._drop_reader()
        self._reader = _Reader(self._buffer_size, self._gone)
        return self._reader, self._reader.theirs.detach()

    def _drop_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()

    def _gone(self, reader: _Reader) -> None:
        self._leaving.discard(reader)
        if self._reader is reader:
            self._reader = None

    def end(self, text: str) -> None:
        """The stream is over; the reader is told why."""
        if self._reader is not None:
            reader, self._reader = self._reader, None
            self._leaving.add(reader)
            words = text.encode()[:_END_TEXT_MAX]
            reader.end(encode_packet(PacketType.END, words, sent_ns=time.monotonic_ns()))

    def close(self) -> None:
        """At once, without a word."""
        self._drop_reader()
        for reader in list(self._leaving):
            reader.close()


class VideoFeed(_Feed):
    """Pictures for one reader. ``need_key`` asks the phone for a key frame; ``on_room`` tells who makes pictures as fast as they
    are read that there is room for one more."""

    def __init__(self, need_key: Callable[[], None], on_room: Callable[[], None] | None = None) -> None:
        super().__init__(_VIDEO_BUFFER)
        self._need_key = need_key
        self._on_room = on_room
        self._format: VideoFormat | None = None
        self._config = b""
        self._enabled = True
        self._waits_for_key = True
        self._gap = False
        self._asked_s = float("-inf")
        self.dropped = 0

    def open(self) -> int:
        """A descriptor for a new reader; the one before is cut off."""
        reader, fd = self._attach()
        reader.on_drained = self._on_room
        if self._format is not None:
            reader.send(encode_packet(PacketType.FORMAT, self._format.pack()), frame=False)
        if self._config:
            reader.send(encode_packet(PacketType.CONFIG, self._config), frame=False)
        self._gap = False
        self._restart()
        return fd

    @property
    def room(self) -> bool:
        """Somebody reads and keeps up: what is sent now does not wait behind much."""
        return self._reader is not None and self._enabled and self._reader.waiting_bytes <= ROOM_BYTES

    def enable(self, enabled: bool) -> None:
        """False: no pictures leave this process, those that wait included."""
        if enabled == self._enabled:
            return
        self._enabled = enabled
        if not enabled and self._reader is not None:
            self._reader.drop_frames()
        self._gap = True
        self._restart()

    def set_format(self, picture: VideoFormat) -> None:
        """Pictures from here on are different."""
        self._format, self._config = picture, b""
        self._waits_for_key = True
        if self._reader is not None:
            self._reader.drop_all()  # of no more use to anybody
            self._reader.send(encode_packet(PacketType.FORMAT, picture.pack()), frame=False)

    def config(self, data: bytes, received_ns: int) -> None:
        """The codec's set-up for what follows."""
        self._config = data
        if self._reader is not None:
            if self._reader.waiting_bytes > VIDEO_WAITING_MAX and self._format is not None:
                self._reader.drop_all()
                self._reader.send(encode_packet(PacketType.FORMAT, self._format.pack()), frame=False)
                self._waits_for_key = self._gap = True
            self._reader.send(encode_packet(PacketType.CONFIG, data, sent_ns=received_ns), frame=False)

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        """A picture; left out when nobody looks, or when the reader does not keep up."""
        reader = self._reader
        if reader is None or not self._enabled:
            self._waits_for_key = True
            return
        if reader.waiting_bytes > VIDEO_WAITING_MAX or reader.waiting_frames >= VIDEO_FRAMES_MAX:
            self.dropped += reader.waiting_frames
            reader.drop_frames()
            self._waits_for_key = self._gap = True
            self._asked_s = float("-inf")
        if self._waits_for_key and not key:
            self.dropped += 1
            self._gap = True
            self._ask()
            return
        flags = (FLAG_KEY if key else 0) | (FLAG_GAP if self._gap else 0)
        self._waits_for_key = self._gap = False
        header = encode_header(PacketType.FRAME, len(data), flags=flags, pts_us=pts_us, sent_ns=received_ns)
        reader.send(header + data, frame=True)

    def _restart(self) -> None:
        self._waits_for_key = True
        self._asked_s = float("-inf")
        if self._reader is not None and self._enabled:
            self._ask()

    def _ask(self) -> None:
        now_s = time.monotonic()
        if now_s - self._asked_s >= KEYFRAME_EVERY_S:
            self._asked_s = now_s
            self._need_key()


class AudioFeed(_Feed):
    """Sound for one reader; what is older than a quarter of a second is left out.

    The first reader gets what came just before it.
    """

    def __init__(self, sound: AudioFormat) -> None:
        super().__init__(_AUDIO_BUFFER)
        self._sound = sound
        self._waiting_max = int(sound.rate * sound.channels * sound.bits // 8 * AUDIO_WAITING_S)
        self._early: deque[tuple[bytes, int]] | None = deque()
        self._early_bytes = 0

    def open(self) -> int:
        """A descriptor for a new reader; the one before is cut off."""
        reader, fd = self._attach()
        reader.send(encode_packet(PacketType.FORMAT, self._sound.pack()), frame=False)
        oldest_ns = time.monotonic_ns() - int(AUDIO_WAITING_S * 1e9)
        early, self._early = self._early or (), None
        for packet, received_ns in early:
            if received_ns >= oldest_ns:
                reader.send(packet, frame=True)
        return fd

    def samples(self, data: bytes, pts_us: int, received_ns: int) -> None:
        """A piece of sound."""
        if self._reader is None and self._early is None:
            return
        packet = encode_packet(PacketType.FRAME, data, flags=FLAG_KEY, pts_us=pts_us, sent_ns=received_ns)
        if self._early is not None:
            self._early.append((packet, received_ns))
            self._early_bytes += len(packet)
            while self._early_bytes > self._waiting_max:
                self._early_bytes -= len(self._early.popleft()[0])
        if self._reader is not None:
            self._reader.send(packet, frame=True)
            if self._reader is not None and self._reader.waiting_bytes > self._waiting_max:
                self._reader.drop_frames(self._waiting_max)
