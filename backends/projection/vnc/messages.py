"""Everything a server says once it stands: one parser that never returns, and what it tells."""

from __future__ import annotations

import struct
from typing import Protocol

from backends.projection.vnc.canvas import Canvas, Rect
from backends.projection.vnc.encodings import decoders
from backends.projection.vnc.encodings.cursor import Cursor, cursor
from backends.projection.vnc.faults import Damaged
from backends.projection.vnc.protocol import CUT_TEXT_MAX, Encoding, Screen, ServerMessage, check_size
from backends.projection.vnc.steps import Steps, prefix_of, text_of

__all__ = ["Listener", "Messages"]

_NAME_MAX = 200
_FENCE_MAX = 64
_LAST = 0xFFFF
_MAY_BE_EMPTY = (Encoding.RAW, Encoding.COPY_RECT)


class Listener(Protocol):
    """Who hears what a server says. Called in order; must not block."""

    def update_begins(self) -> None:
        """A picture's changes are coming."""

    def update_ends(self) -> None:
        """They are all in the canvas."""

    def resized(self) -> None:
        """The canvas has another size."""

    def screens(self, screens: list[Screen], reason: int, status: int) -> None:
        """The desktop's layout: the server can be asked for another. ``reason`` 1: an answer to us; ``status`` 0: as asked."""

    def pointer_shape(self, shape: Cursor) -> None:
        """What the pointer looks like."""

    def renamed(self, name: str) -> None:
        """The desktop's name."""

    def fence(self, flags: int, payload: bytes) -> None:
        """Answer when all before it was done, or it is the answer to ours."""

    def continuous_ended(self) -> None:
        """Updates come on request only; the first time: the server could do otherwise."""

    def clipboard(self, text: str) -> None:
        """Somebody copied this there."""


class Messages:
    """Reads into ``canvas``; counts what it read by encoding."""

    def __init__(self, canvas: Canvas, listener: Listener) -> None:
        self.canvas = canvas
        self._listener = listener
        self._decoders = decoders()
        self.rectangles: dict[int, int] = {}

    def one(self) -> Steps[None]:
        """The next message. Raises Damaged."""
        kind = (yield 1)[0]
        match kind:
            case ServerMessage.UPDATE:
                yield from self._update()
            case ServerMessage.COLOUR_MAP:
                _, count = struct.unpack(">xHH", (yield 5))
                yield from prefix_of(count * 6, 0)
            case ServerMessage.BELL:
                pass
            case ServerMessage.CUT_TEXT:
                (size,) = struct.unpack(">3xI", (yield 7))
                self._listener.clipboard((yield from text_of(size, CUT_TEXT_MAX, "latin-1")))
            case ServerMessage.END_OF_CONTINUOUS_UPDATES:
                self._listener.continuous_ended()
            case ServerMessage.FENCE:
                flags, size = struct.unpack(">3xIB", (yield 8))
                if size > _FENCE_MAX:
                    raise Damaged(f"a fence of {size} bytes")
                self._listener.fence(flags, (yield size) if size else b"")
            case _:
                raise Damaged(f"a message of kind {kind}")

    def _update(self) -> Steps[None]:
        (count,) = struct.unpack(">xH", (yield 3))
        self._listener.update_begins()
        number = 0
        while number < count or count == _LAST:  # 65535 says: until one that says it is the last
            number += 1
            x, y, width, height, encoding = struct.unpack(">HHHHi", (yield 12))
            self.rectangles[encoding] = self.rectangles.get(encoding, 0) + 1
            if encoding == Encoding.LAST_RECT:
                break
            yield from self._rectangle((x, y, width, height), encoding)
            yield 0
        self._listener.update_ends()

    def _rectangle(self, rect: Rect, encoding: int) -> Steps[None]:
        match encoding:
            case Encoding.DESKTOP_SIZE:
                self._resize(rect)
            case Encoding.EXTENDED_DESKTOP_SIZE:
                yield from self._layout(rect)
            case Encoding.CURSOR:
                self._listener.pointer_shape((yield from cursor(rect)))
            case Encoding.DESKTOP_NAME:
                (size,) = struct.unpack(">I", (yield 4))
                self._listener.renamed((yield from text_of(size, _NAME_MAX)))
            case _:
                decode = self._decoders.get(encoding)
                if decode is None:
                    raise Damaged(f"encoding {encoding}, which was not asked for")
                if not (rect[2] and rect[3]) and encoding not in _MAY_BE_EMPTY:
                    raise Damaged("a rectangle without pixels")
                yield from decode(self.canvas, rect)
                self.canvas.mark(rect)

    def _resize(self, rect: Rect) -> None:
        size = check_size(*rect[2:])
        if size != (self.canvas.width, self.canvas.height):
            self.canvas.resize(*size)
            self._listener.resized()

    def _layout(self, rect: Rect) -> Steps[None]:
        count = (yield 4)[0]
        data = (yield count * Screen.LAYOUT.size) if count else b""
        screens = [Screen(*fields) for fields in Screen.LAYOUT.iter_unpack(data)]
        reason, status = rect[0], rect[1]
        if status == 0:
            self._resize(rect)
        self._listener.screens(screens, reason, status)
