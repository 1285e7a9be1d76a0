"""Reads a video stream socket and decodes it on a thread of its own; only the newest picture waits.

The thread ends when the socket does, on bytes that are no packets, and on `Decoder.close`. PyAV is imported with the first
stream, so that a display without projection does not pay for it.
"""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from backends.projection.defs import Packet, PacketDecoder, PacketType, StreamError, VideoFormat
from ui.video.codecs import SOFTWARE, Candidate, Choice, candidates, open_first
from ui.video.rects import Canvas

__all__ = ["Decoder", "Picture"]

_READ_BYTES = 256 * 1024
_RECTS = "rect"
_PIXEL = 4
_EDGE = 2
_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Picture:
    """One decoded picture as BGRA. ``sent_ns``: when the service held the encoded frame whole (CLOCK_MONOTONIC)."""

    pixels: memoryview
    width: int
    height: int
    stride: int
    pts_us: int
    sent_ns: int


class Decoder:
    """One stream. ``on_picture``, ``on_lost`` (a key frame is needed to go on) and ``on_end(reason)`` come from the thread.

    ``target``: size in pixels at which pictures will be drawn; they are scaled while their colours are converted anyway,
    which spares the painter a second pass. (0, 0) keeps the coded size.
    """

    def __init__(
        self, fd: int, on_picture: Callable[[], None], on_lost: Callable[[], None], on_end: Callable[[str], None]
    ) -> None:
        self._socket = socket.socket(fileno=fd)
        self._on_picture = on_picture
        self._on_lost = on_lost
        self._on_end = on_end
        self._lock = threading.Lock()
        self._newest: Picture | None = None
        self._closing = False
        self._codec: Choice | None = None
        self._ways: list[Candidate] | None = None
        self._reformatter: Any = None
        self._canvas: Canvas | None = None
        self._format: VideoFormat | None = None
        self._config = b""
        self.target = (0, 0)
        self.decoded = 0
        self.dropped = 0
        self.gaps = 0
        self._thread = threading.Thread(target=self._run, name="video-decoder", daemon=True)
        self._thread.start()

    @property
    def coded_size(self) -> tuple[int, int]:
        """Size of the phone's display in pixels, its margins left out; (0, 0) before the format is known."""
        return self._format.visible[2:] if self._format else (0, 0)

    @property
    def way(self) -> str:
        """What decodes: software, or the machine's v4l2m2m, vaapi or cuda; empty before the first picture."""
        return self._codec.name if self._codec else ""

    def take(self) -> Picture | None:
        """The newest picture, once."""
        with self._lock:
            picture, self._newest = self._newest, None
        return picture

    def close(self) -> None:
        """End the stream and wait for the thread."""
        self._closing = True
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError as error:
            _logger.debug("shutdown error=%s", error)
        self._thread.join(timeout=5)
        self._socket.close()

    def _run(self) -> None:
        reason = ""
        try:
            reason = self._read()
        except StreamError as error:
            reason = f"The picture's data makes no sense: {error}"
        except Exception as error:  # a thread root: whatever it was, the page must hear of it
            _logger.exception("decoder failed")
            reason = f"The picture could not be decoded: {error}"
        if not self._closing:
            self._on_end(reason)

    def _read(self) -> str:
        packets = PacketDecoder()
        while True:
            try:
                data = self._socket.recv(_READ_BYTES)
            except OSError:
                return ""
            if not data:
                return ""
            for packet in packets.feed(data):
                if packet.type == PacketType.END:
                    return packet.payload.decode("utf-8", "replace")
                self._take(packet)

    def _take(self, packet: Packet) -> None:
        match packet.type:
            case PacketType.FORMAT:
                self._format = VideoFormat.unpack(packet.payload)
                self._codec, self._config, self._ways = None, b"", None
                size = (self._format.width, self._format.height)
                self._canvas = Canvas(*size) if self._format.codec == _RECTS else None
            case PacketType.CONFIG:
                self._config = packet.payload
            case PacketType.FRAME if self._canvas is not None:
                self.gaps += packet.gap
                self._canvas.paint(packet.payload)
                painted = self._canvas.picture(self.target)
                self._offer(painted.pixels, painted.width, painted.height, painted.stride, packet)
            case PacketType.FRAME if self._format is not None:
                self._decode(packet)

    def _decode(self, packet: Packet) -> None:
        import av

        self.gaps += packet.gap
        if self._codec is None or packet.gap:
            if not packet.key:
                return
            self._codec = self._new_codec()
        data = self._config + packet.payload if packet.key else packet.payload
        encoded = av.Packet(data)
        encoded.pts = packet.pts_us
        try:
            frames = self._codec.context.decode(encoded)
        except av.FFmpegError as error:
            _logger.info("frame refused way=%s error=%s", self._codec.name, error)
            if self._codec.hardware and self._ways:
                # It opened, and cannot do this stream: the processor can.
                self._ways = [way for way in self._ways if way.name == SOFTWARE]
            self._codec = None
            self._on_lost()
            return
        for frame in frames[-1:]:
            self._show(frame, packet)

    def _new_codec(self) -> Choice:
        from av.video.reformatter import VideoReformatter

        assert self._format is not None
        if self._ways is None:
            self._ways = candidates(self._format.codec)
        choice = open_first(self._format.codec, self._ways)
        if choice is None:
            raise StreamError(f"there is no decoder for {self._format.codec!r}")
        self._reformatter = VideoReformatter()
        return choice

    def _show(self, frame: Any, packet: Packet) -> None:
        assert self._format is not None
        _, _, wide, high = self._format.visible
        width, height = self.target if all(self.target) else (wide, high)
        # All of it is scaled so that the part to be seen has the size wanted; that part is then a window into it, no copy.
        # Where there is a margin, a little of the edge goes with it: an encoder lets them run into each other.
        beside, above = (_EDGE * (wide < self._format.width)), (_EDGE * (high < self._format.height))
        across, down = (width + 2 * beside) / wide, (height + 2 * above) / high
        # One reformatter and no threads of its own: a new one for each frame starts two threads for each frame.
        picture = self._reformatter.reformat(
            frame,
            width=round(self._format.width * across),
            height=round(self._format.height * down),
            format="bgra",
            threads=1,
        )
        plane = picture.planes[0]
        x = min(round(self._format.visible[0] * across) + beside, picture.width - width)
        y = min(round(self._format.visible[1] * down) + above, picture.height - height)
        begin = y * plane.line_size + x * _PIXEL
        self._offer(memoryview(plane)[begin:], width, height, plane.line_size, packet)

    def _offer(self, pixels: memoryview, width: int, height: int, stride: int, packet: Packet) -> None:
        shown = Picture(pixels, width, height, stride, packet.pts_us, packet.sent_ns)
        with self._lock:
            waiting = self._newest is not None
            self._newest = shown
        self.decoded += 1
        if waiting:
            self.dropped += 1
        else:
            self._on_picture()
