"""What waits to go out to the dongle: bounded, newest finger moves win, and what can be left out is left out first."""

from __future__ import annotations

import asyncio
from collections import deque

from backends.projection.carlinkit.sentences import STUCK
from backends.projection.carlinkit.transport import Transport
from backends.projection.errors import TooSlow

__all__ = ["Outbox"]

DROPPABLE_MAX = 32
"""So many messages wait before samples and positions are left out."""
WAITING_MAX = 512


class Outbox:
    """Messages in order. `run` sends them."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._waiting: deque[tuple[bytes, bool]] = deque()
        self._news = asyncio.Event()
        self._stuck = False
        self.dropped = 0

    def put(self, message: bytes, *, droppable: bool = False) -> None:
        """Queue one."""
        if droppable and len(self._waiting) >= DROPPABLE_MAX:
            self.dropped += 1
            return
        self._queue(message, moves=False)

    def put_touch(self, message: bytes, *, moves: bool) -> None:
        """Queue fingers; a move replaces the move that waits last."""
        if moves and self._waiting and self._waiting[-1][1]:
            self._waiting.pop()
        self._queue(message, moves=moves)

    async def run(self) -> None:
        """Send until something fails. Raises LinkLost or TooSlow."""
        while True:
            while self._waiting:
                message, _ = self._waiting.popleft()
                await self._transport.write(message)
            if self._stuck:
                raise TooSlow(STUCK)
            self._news.clear()
            await self._news.wait()

    def _queue(self, message: bytes, *, moves: bool) -> None:
        if len(self._waiting) >= WAITING_MAX:
            self._stuck = True
            return
        self._waiting.append((message, moves))
        self._news.set()
