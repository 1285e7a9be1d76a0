"""What a way to the control units must do: open, ask, close. One question at a time, and none that the gate forbids."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from dataclasses import dataclass

from backends.diagnostics.addresses import Unit
from backends.diagnostics.errors import Silent
from backends.diagnostics.gate import ClearPermit, check

__all__ = ["Reply", "Timing", "Transport"]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: whose, and its bytes from the service byte on."""

    unit: Unit
    payload: bytes


@dataclass(frozen=True, slots=True)
class Timing:
    """How long to wait, in seconds (ISO 15765-4: P2 50 ms, P2* 5 s; a gateway and a busy machine take longer).

    ``p2``: of a question to all, for the first answer and after one for the next. ``p2_one``: for one control unit's answer.
    ``p2_star``: after a 7F xx 78. ``longest``: a control unit that puts us off again and again is given up after so long.
    """

    p2: float = 0.5
    p2_one: float = 0.5
    p2_star: float = 5.2
    longest: float = 30.0


class Transport(ABC):
    """``counted``: lists of codes begin with their number, as on every CAN bus."""

    name: str = ""
    counted: bool = True

    def __init__(self, timing: Timing | None = None) -> None:
        self.timing = timing or Timing()
        self._lock = asyncio.Lock()

    @abstractmethod
    async def open(self) -> None:
        """Reach the bus or the adapter. Raises Away."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of it; may be called at any time, more than once."""

    @abstractmethod
    async def _exchange(self, request: bytes, to: Unit | None) -> list[Reply]:
        """Send and collect; nothing came: an empty list. Raises Away, Garbled."""

    async def ask(self, request: bytes, to: Unit | None = None, permit: ClearPermit | None = None) -> list[Reply]:
        """Ask one control unit, or all of them (None). Nobody answered: an empty list. Raises Away, Garbled, Forbidden."""
        check(request, permit)
        async with self._lock:
            return await self._exchange(request, to)

    async def ask_one(self, request: bytes, to: Unit, permit: ClearPermit | None = None) -> bytes:
        """The answer of one control unit. Raises Silent, Away, Garbled, Forbidden."""
        replies = [reply for reply in await self.ask(request, to, permit) if reply.unit.id == to.id]
        if not replies:
            raise Silent(f"The control unit {to.id} does not answer.")
        return replies[-1].payload

    async def alive(self) -> None:
        """Whether the adapter is still there, where that can be told without a word to the car. Raises Away."""
        return
