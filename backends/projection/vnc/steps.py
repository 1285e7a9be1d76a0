"""Parsers without I/O: a generator yields how many bytes it needs next and is given exactly those.

`Wire` feeds one from a connection. A parser that yields 0 has worked for a while and lets others have the loop.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator
from typing import TypeVar

from backends.projection.errors import LinkLost, TooSlow
from backends.projection.vnc.faults import Damaged

__all__ = ["NEED_MAX", "Steps", "Wire", "prefix_of", "text_of"]

T = TypeVar("T")
Steps = Generator[int, bytes, T]

NEED_MAX = 4 << 20
"""No parser asks for more in one go; what is longer, it takes in pieces."""
_READ_BYTES = 256 * 1024
_TURN_S = 0.005


class Wire:
    """A connection's bytes. ``stall_s``: how long the other side may pause in the middle of a message; between two it may,
    but ``on_silence`` is called after each ``silence_s`` of it, and may raise."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        stall_s: float,
        silence_s: float,
        on_silence: Callable[[], None],
    ) -> None:
        self._reader = reader
        self.writer = writer
        self._stall_s = stall_s
        self._silence_s = silence_s
        self._on_silence = on_silence
        self._buffer = bytearray()
        self._at = 0
        self.received = 0

    def send(self, data: bytes) -> None:
        """Send without waiting. Raises LinkLost when the other side takes nothing any more."""
        if self.writer.transport.get_write_buffer_size() > NEED_MAX:
            raise LinkLost("The phone stopped taking what the car sends.")
        self.writer.write(data)

    async def run(self, steps: Steps[T], *, patient: bool = False) -> T:
        """Feed a parser until it returns. ``patient``: the first byte may take any time.

        Raises LinkLost, TooSlow, and what the parser raises.
        """
        turn_s = time.monotonic()
        try:
            need = next(steps)
            while True:
                if need == 0:
                    if time.monotonic() - turn_s > _TURN_S:
                        await asyncio.sleep(0)
                        turn_s = time.monotonic()
                    need = steps.send(b"")
                    continue
                if len(self._buffer) - self._at < need:
                    await self._fill(need, patient=patient)
                    turn_s = time.monotonic()
                patient = False
                end = self._at + need
                data = bytes(memoryview(self._buffer)[self._at : end])
                self._at = end
                need = steps.send(data)
        except StopIteration as ended:
            result: T = ended.value
            return result
        finally:
            steps.close()

    async def _fill(self, need: int, *, patient: bool) -> None:
        if need > NEED_MAX:
            raise Damaged(f"{need} bytes in one piece")
        del self._buffer[: self._at]
        self._at = 0
        while len(self._buffer) < need:
            idle = patient and not self._buffer
            try:
                async with asyncio.timeout(self._silence_s if idle else self._stall_s):
                    data = await self._reader.read(_READ_BYTES)
            except TimeoutError:
                if not idle:
                    raise TooSlow("The phone stopped in the middle of its answer.") from None
                self._on_silence()
                continue
            except OSError:
                raise LinkLost("The connection broke off.") from None
            if not data:
                raise LinkLost("The phone closed the connection.")
            self.received += len(data)
            self._buffer += data


def text_of(size: int, limit: int, code: str = "utf-8") -> Steps[str]:
    """A text of ``size`` bytes, of which ``limit`` are kept."""
    kept = yield from prefix_of(size, limit)
    return kept.decode(code, "replace")


def prefix_of(size: int, limit: int) -> Steps[bytes]:
    """``size`` bytes, of which the first ``limit`` are kept; the rest passes in pieces."""
    kept = (yield min(size, limit)) if min(size, limit) else b""
    left = size - len(kept)
    while left:
        piece = yield min(left, _READ_BYTES)
        left -= len(piece)
    return kept
