"""One connection to a VNC server, as the mirror base wants it.

The framebuffer is kept here. What changed in it goes to the display when the display has room; until then changes only add up.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from backends.projection.defs import SessionState, VideoFormat
from backends.projection.errors import LinkLost, ProjectionError, TooSlow
from backends.projection.mirror.link import Link, LinkListener, Point
from backends.projection.vnc import greeting, protocol
from backends.projection.vnc.canvas import Canvas
from backends.projection.vnc.encodings.cursor import Cursor
from backends.projection.vnc.greeting import Facts, Target
from backends.projection.vnc.keys import KEYSYMS, keysym_of
from backends.projection.vnc.messages import Listener, Messages
from backends.projection.vnc.pointer import Pointer
from backends.projection.vnc.protocol import Encoding, FenceFlag, Screen
from backends.projection.vnc.rects import take_frame
from backends.projection.vnc.steps import Wire
from backends.projection.words import plain

__all__ = ["Target", "VncLink"]

HANDSHAKE_S = 30.0
"""Somebody may have to allow it on the other side."""
_COPIED_MAX = 2000
_PSEUDO = (
    Encoding.CURSOR, Encoding.DESKTOP_SIZE, Encoding.EXTENDED_DESKTOP_SIZE, Encoding.DESKTOP_NAME, Encoding.LAST_RECT,
    Encoding.FENCE, Encoding.CONTINUOUS_UPDATES,
)  # fmt: skip
_RESIZE_REFUSED = {
    1: "the server does not allow it",
    2: "the server has too little memory",
    3: "the server cannot do this size",
}


class VncLink(Link, Listener):
    """See `Link`. ``trust`` is told the SHA-256 of the certificate that a phone which let us in has shown."""

    def __init__(self, target: Target, told: LinkListener, trust: Callable[[str], None] = lambda _: None) -> None:
        self._target = target
        self._told = told
        self._trust = trust
        self.facts = Facts()
        self._wire: Wire | None = None
        self._messages: Messages | None = None
        self._pointer = Pointer(self._point)
        self._stage = (0, 0)
        self._fitted = (0, 0)
        self._shown = True
        self._key = True
        self._updating = False
        self._wanting = False
        self._flowing = False
        self._received_ns = 0
        self._asked = False
        self.copied = ""
        """What somebody copied there last."""

    # -- life --------------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        self._told.state(SessionState.CONNECTING)
        wire = await greeting.connect(self._target, self._silent)
        try:
            await self._greet(wire)
            assert self._messages is not None
            while True:
                await wire.run(self._messages.one(), patient=True)
                self._asked = False
        except ProjectionError as error:
            self.facts.trouble = getattr(error, "detail", "")
            raise
        finally:
            self._wire = None
            await greeting.close(wire.writer)

    async def _greet(self, wire: Wire) -> None:
        """From the first byte to READY."""
        try:
            async with asyncio.timeout(HANDSHAKE_S):
                desktop = await greeting.log_in(wire, self._target, self.facts, self._told)
        except TimeoutError:
            raise TooSlow("The phone did not finish connecting in time.") from None
        self._wire = wire
        self._messages = Messages(Canvas(desktop.width, desktop.height), self)
        if self.facts.certificate:
            self._trust(self.facts.certificate)
        if desktop.name:
            self._told.phone({"name": desktop.name})
        target = self._target
        wire.send(protocol.set_pixel_format())
        pixels = [protocol.ENCODINGS[name] for name in target.encodings]
        levels = [Encoding.COMPRESSION_0 + target.compression]
        if target.quality is not None:
            levels.append(Encoding.QUALITY_0 + target.quality)
        wire.send(protocol.set_encodings([*pixels, *_PSEUDO, *levels]))
        self._told.video_format(VideoFormat("rect", desktop.width, desktop.height))
        self._told.state(SessionState.READY)
        self._request(incremental=False)

    def _silent(self) -> None:
        """A server that can be asked for a sign of life has to give one."""
        if self._asked:
            raise TooSlow("The phone has stopped answering.")
        if self.facts.fences:
            self._asked = True
            self._send(protocol.client_fence(FenceFlag.REQUEST | FenceFlag.BLOCK_BEFORE, b""))

    # -- what the base tells ---------------------------------------------------------------------------------------------

    def show(self, shown: bool) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        if self._canvas is None:
            return
        if self.facts.continuous:
            self._let_flow(enabled=shown)
        if shown:
            self._want()
            self._flush()

    def resize(self, width: int, height: int, dpi: int) -> None:
        self._stage = (width, height)
        self._fit()

    def request_keyframe(self) -> None:
        if self._canvas is not None:
            self._key = True
            self._canvas.mark_all()
            self._flush()
            self._want()

    def room(self) -> None:
        self._flush()
        self._want()

    def touch(self, points: Sequence[Point]) -> None:
        if self._canvas is not None:
            self._pointer.touch(points, self._canvas.width, self._canvas.height)

    def key(self, key: str, press: bool, release: bool) -> None:
        keysyms = KEYSYMS.get(key, ())
        if press:
            for keysym in keysyms:
                self._send(protocol.key_event(keysym, down=True))
        if release:
            for keysym in reversed(keysyms):
                self._send(protocol.key_event(keysym, down=False))

    def text(self, text: str) -> None:
        keysyms = (keysym for letter in text if (keysym := keysym_of(letter)) is not None)
        strokes = (protocol.key_event(keysym, down=down) for keysym in keysyms for down in (True, False))
        self._send(b"".join(strokes))

    def copy(self, text: str) -> None:
        """Put a text in the server's clipboard; VNC's has Latin-1 alone, the rest becomes question marks."""
        self._send(protocol.client_cut_text(text))

    def report(self) -> list[tuple[str, str, str]]:
        return self.facts.rows(self._messages.rectangles if self._messages is not None else {})

    # -- what the server says ------------------------------------------------------------------------------------------

    def update_begins(self) -> None:
        self._updating = True
        self._wanting = False
        self._want()

    def update_ends(self) -> None:
        self._updating = False
        self._received_ns = time.monotonic_ns()
        self.facts.updates += 1
        self._flush()
        self._want()

    def resized(self) -> None:
        assert self._canvas is not None
        self._key = True
        self._told.video_format(VideoFormat("rect", self._canvas.width, self._canvas.height))
        if self._flowing:
            self._let_flow(enabled=True)

    def screens(self, screens: list[Screen], reason: int, status: int) -> None:
        self.facts.screens = screens
        if status:
            self.facts.resize = (
                "refused: " + _RESIZE_REFUSED.get(status, f"status {status}") if reason == 1 else "offered"
            )
            return
        if self.facts.resize == "not offered":
            self.facts.resize = "offered"
            self._fit()
        elif reason == 1:
            self.facts.resize = "done"

    def pointer_shape(self, shape: Cursor) -> None:
        height, width = shape.pixels.shape
        self.facts.pointer = f"{width}x{height}"

    def renamed(self, name: str) -> None:
        self._told.phone({"name": name})

    def fence(self, flags: int, payload: bytes) -> None:
        self.facts.fences = True
        if flags & FenceFlag.REQUEST:
            known = FenceFlag.BLOCK_BEFORE | FenceFlag.BLOCK_AFTER | FenceFlag.SYNC_NEXT
            self._send(protocol.client_fence(flags & known, payload))

    def continuous_ended(self) -> None:
        if not self.facts.continuous:
            self.facts.continuous = True
            self._let_flow(enabled=self._shown)
        elif self._flowing:
            self._flowing = False
            self._want()

    def clipboard(self, text: str) -> None:
        self.copied = plain(text, _COPIED_MAX)

    # -- inside ------------------------------------------------------------------------------------------------------

    @property
    def _canvas(self) -> Canvas | None:
        return self._messages.canvas if self._messages is not None else None

    def _send(self, data: bytes) -> None:
        if self._wire is not None:
            try:
                self._wire.send(data)
            except LinkLost:
                self._wire.writer.transport.abort()  # `run` notices

    def _point(self, buttons: int, x: int, y: int) -> None:
        self._send(protocol.pointer_event(buttons, x, y))

    def _want(self) -> None:
        """Ask for the next changes, once, while somebody looks and keeps up."""
        if self._shown and not self._wanting and not self._flowing and self._told.room():
            self._request(incremental=True)

    def _request(self, *, incremental: bool) -> None:
        assert self._canvas is not None
        self._wanting = True
        self._send(protocol.update_request(self._canvas.width, self._canvas.height, incremental=incremental))

    def _let_flow(self, *, enabled: bool) -> None:
        assert self._canvas is not None
        self._flowing = enabled
        self._send(protocol.enable_continuous_updates(self._canvas.width, self._canvas.height, enabled=enabled))

    def _fit(self) -> None:
        """Ask for a desktop of the stage's size, if the server can be asked; once for each size."""
        canvas = self._canvas
        if canvas is None or self.facts.resize == "not offered" or not all(self._stage):
            return
        if self._stage not in (self._fitted, (canvas.width, canvas.height)):
            self._fitted = self._stage
            self._send(protocol.set_desktop_size(*self._stage, self.facts.screens))

    def _flush(self) -> None:
        """Send what has changed while the display reads it."""
        canvas = self._canvas
        if canvas is None or self._updating or not self._received_ns:
            return
        while self._shown and canvas.dirty and self._told.room():
            key, self._key = self._key, False
            if key:
                canvas.mark_all()
            data = take_frame(canvas)
            self._told.frame(data, self._received_ns // 1000, self._received_ns, key=key)
