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
from ui.video.rects import Canvas

__all__ = ["Decoder", "Picture"]

_READ_BYTES = 256 * 1024
_CODECS = {"h264": "h264", "h265": "hevc", "av1": "av1", "vp8": "vp8", "vp9": "vp9"}
_RECTS = "rect"
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
        self._codec: Any = None
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
        """Size of the phone's display in pixels; (0, 0) before the format is known."""
        return (self._format.width, self._format.height) if self._format else (0, 0)

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
                self._codec, self._config = None, b""
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
            frames = self._codec.decode(encoded)
        except av.FFmpegError as error:
            _logger.info("frame refused error=%s", error)
            self._codec = None
            self._on_lost()
            return
        for frame in frames[-1:]:
            self._show(frame, packet)

    def _new_codec(self) -> Any:
        import av
        from av.video.reformatter import VideoReformatter

        assert self._format is not None
        name = _CODECS.get(self._format.codec)
        if name is None:
            raise StreamError(f"there is no decoder for {self._format.codec!r}")
        codec = av.CodecContext.create(name, "r")
        codec.thread_type = "SLICE"
        codec.thread_count = 1
        codec.options = {"flags": "low_delay"}
        self._reformatter = VideoReformatter()
        return codec

    def _show(self, frame: Any, packet: Packet) -> None:
        width, height = self.target if all(self.target) else (frame.width, frame.height)
        # One reformatter and no threads of its own: a new one for each frame starts two threads for each frame.
        picture = self._reformatter.reformat(frame, width=width, height=height, format="bgra", threads=1)
        plane = picture.planes[0]
        self._offer(memoryview(plane), picture.width, picture.height, plane.line_size, packet)

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
