"""The pictures of this phone: its screen as H.264 in the car's size; covers and turn arrows as PNG."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from concurrent.futures import CancelledError

from PIL import Image, ImageDraw

from backends.projection.simphone.capture import Capture, Encoded, SessionStart
from backends.projection.simphone.display import Display

__all__ = ["Projector", "cover", "turn_icon"]

_BIT_RATE = 8_000_000
_KEY_EVERY_S = 10.0


class Projector:
    """Encodes a display while it runs. ``send`` takes an access unit and its time (ms), and may wait."""

    def __init__(self, display: Display, send: Callable[[bytes, int], Awaitable[None]]) -> None:
        self._display = display
        self._send = send
        self._capture: Capture | None = None
        self._ending: set[asyncio.Future[None]] = set()
        self._config = b""
        self.frame_rate = 30.0
        self.keys = 0
        self.frames = 0

    @property
    def running(self) -> bool:
        """Pictures are made."""
        return self._capture is not None

    def start(self, *, flood: bool = False) -> None:
        """Begin with parameter sets and a key frame."""
        if self._capture is not None:
            return
        loop = asyncio.get_running_loop()

        def emit(item: SessionStart | Encoded) -> None:
            if isinstance(item, SessionStart):
                self._config = item.config
                return
            try:
                asyncio.run_coroutine_threadsafe(self._take(item), loop).result()
            except (CancelledError, ConnectionError, RuntimeError):
                raise BrokenPipeError from None

        self._capture = Capture(
            self._display, emit, codec="h264", bit_rate=_BIT_RATE, max_fps=self.frame_rate,
            key_interval_s=_KEY_EVERY_S, flood=flood,
        )  # fmt: skip
        self._display.max_fps = self.frame_rate
        self._display.watchers.append(self._capture.changed)
        self._capture.start()

    def reset(self) -> None:
        """A key frame at once."""
        if self._capture is not None:
            self._capture.reset()

    async def stop(self) -> None:
        """No more pictures; returns when none is under way, whoever began to stop it."""
        capture, self._capture = self._capture, None
        if capture is not None:
            self._display.watchers.remove(capture.changed)
            capture.stop()
            end = asyncio.ensure_future(asyncio.to_thread(capture.join, 2.0))
            self._ending.add(end)
            end.add_done_callback(self._ending.discard)
        if self._ending:
            await asyncio.shield(asyncio.gather(*self._ending))

    async def _take(self, item: Encoded) -> None:
        self.frames += 1
        self.keys += item.key
        # As MediaCodec's output on a phone is sent: parameter sets in front of each key frame.
        data = self._config + item.data if item.key else item.data
        await self._send(data, item.pts_us // 1000)


def cover(colours: tuple[tuple[int, int, int], ...]) -> bytes:
    """A record's cover, 160 pixels square."""
    image = Image.new("RGB", (160, 160), colours[0])
    draw = ImageDraw.Draw(image)
    for index, colour in enumerate(colours):
        inset = index * 26
        draw.ellipse((inset, inset, 159 - inset, 159 - inset), fill=colour)
    return _png(image)


def turn_icon() -> bytes:
    """A turn to the right."""
    image = Image.new("RGBA", (96, 96), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.line(((30, 86), (30, 44), (66, 44)), fill=(255, 255, 255, 255), width=12, joint="curve")
    draw.polygon(((62, 24), (88, 44), (62, 64)), fill=(255, 255, 255, 255))
    return _png(image)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
