"""Where the frames of a bus go: to the handler of their message, and past it when nothing of what is mapped has changed.

Most frames say what their last one said, and many messages have but a few forms (with a counter, sixteen of each content).
Calling a function to find that out costs more than finding it out, so forms are remembered and looked up in the loop over a
batch. Messages whose content varies are not: their handler reads the frame as a number and masks it with the mapped bits.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from backends.vehicle.dbc.model import EXTENDED, group_key
from backends.vehicle.slots import Cell

__all__ = ["Handler", "Handlers", "Listener"]

Handler = Callable[[bytes, float], object]
"""Takes a frame's data and the monotonic second of its arrival."""

_STANDARD = 0x800
"""Identifiers of 11 bits are fewer than this: a list finds them sooner than a dictionary does."""
_NOBODYS = 8192
"""Extended identifiers that are remembered as nobody's; noise with ever new ones must not grow the memory."""
_TRIED, _FORMS = 128, 64
"""Of so many frames, at most so many forms: then forms are remembered."""
_REMEMBERED, _FULL = 128, 4
"""No more forms than this; when they have been too many so often, it is found out anew whether to remember."""


class Listener:
    """One message. ``forms``: the contents that say what the last frame said, or None: `handle` sees every frame.

    ``run`` takes a frame and is False when it is too short; after ``start_over`` it takes the next as new. ``said``: the mapped
    bits of the frame it took last.
    """

    __slots__ = ("_by_bits", "_count", "_full", "_run", "_said", "_start_over", "_tried", "cell", "forms", "handle")

    def __init__(
        self,
        cell: Cell,
        run: Callable[[bytes, float], bool],
        start_over: Callable[[], None],
        said: Callable[[], Hashable],
    ) -> None:
        self.cell = cell
        self.handle: Handler = self._try
        self.forms: set[bytes] | None = None
        self._run, self._start_over, self._said = run, start_over, said
        self._by_bits: dict[Hashable, set[bytes]] = {}
        self._count = self._full = 0
        self._tried: list[bytes] = []

    @classmethod
    def of(cls, handle: Handler) -> Listener:
        """Of a handler that must see every frame."""
        one = cls(_NOWHERE, lambda data, now: False, _never, _never)
        one.handle = handle
        return one

    def forget(self) -> None:
        """Take the next frame as new, and find out anew how the content varies."""
        self._start_over()
        self._try_anew()

    def take(self, data: bytes, now: float) -> None:
        """One frame, for whoever has one at a time."""
        forms = self.forms
        if forms is None:
            self.handle(data, now)
        elif data in forms:
            self.cell.seen = now
        else:
            self.miss(data, now)

    def miss(self, data: bytes, now: float) -> None:
        """A frame of another form than the last one's content has."""
        if not self._run(data, now):
            return
        if self._count >= _REMEMBERED:
            self._by_bits.clear()
            self._count = 0
            self._full += 1
            if self._full >= _FULL:
                self._try_anew()
                return
        bits = self._said()
        forms = self._by_bits.get(bits)
        if forms is None:
            forms = self._by_bits[bits] = set()
        if data not in forms:
            forms.add(data)
            self._count += 1
        self.forms = forms

    def _try(self, data: bytes, now: float) -> None:
        self._run(data, now)
        tried = self._tried
        tried.append(data)
        if len(tried) >= _TRIED:
            if len(set(tried)) <= _FORMS:
                self.forms = set()
            else:
                self.handle = self._run
            tried.clear()

    def _try_anew(self) -> None:
        self.forms, self.handle = None, self._try
        self._count = self._full = 0
        self._by_bits.clear()
        self._tried.clear()


class Handlers(dict[int, Handler]):
    """Handlers of a bus by frame key. A handler with an attribute ``listener`` is a plain message's.

    A message of SAE J1939 (see `join`) is met under other keys, too: whatever the sender and the priority. Of several senders
    of one group the newest frame counts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.groups: dict[int, int] = {}
        self._standard: list[Listener | None] = [None] * _STANDARD
        self._extended: dict[int, Listener | None] = {}
        self._others: dict[int, list[int]] = {}

    def __setitem__(self, key: int, handler: Handler) -> None:
        super().__setitem__(key, handler)
        listener = getattr(handler, "listener", None) or Listener.of(handler)
        if key < _STANDARD:
            self._standard[key] = listener
            return
        for each in (key, *self._others.get(key, ())):
            self._extended[each] = listener

    def join(self, key: int) -> None:
        """The message of this key is told by its parameter group."""
        self.groups[group_key(key)] = key

    def own(self, key: int) -> int:
        """The key of the message that a frame's key belongs to; the same key when it is nobody's."""
        if not self.groups or key in self or not key & EXTENDED:
            return key
        return self.groups.get(group_key(key), key)

    def _meet(self, key: int) -> Listener | None:
        """Who takes an extended key that is seen for the first time."""
        own = self.own(key)
        one = None if own == key else self._extended[own]
        if len(self._extended) < _NOBODYS:
            self._extended[key] = one
            if one is not None:
                self._others.setdefault(own, []).append(key)
        return one

    def take(self, frames: list[Any], now: float) -> None:
        """Frames (key, data), oldest first, all of one moment."""
        standard, extended, limit = self._standard, self._extended, _STANDARD
        for key, data in frames:
            if key < limit:
                one = standard[key]
            else:
                try:
                    one = extended[key]
                except KeyError:
                    one = self._meet(key)
            if one is None:
                continue
            forms = one.forms
            if forms is None:
                one.handle(data, now)
            elif data in forms:
                one.cell.seen = now
            else:
                one.miss(data, now)


_NOWHERE = Cell("", None)


def _never() -> None: ...
