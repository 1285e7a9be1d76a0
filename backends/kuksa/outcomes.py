"""What the vehicle service says became of requests, for whoever waits for one."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Any

__all__ = ["Outcomes"]

_KEPT = 64
"""Other clients' requests are told, too."""


class Outcomes:
    """Give `told` to TargetChanged. An outcome may come before its number is known: the newest are kept."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, tuple[bool, str]] = OrderedDict()
        self._waiting: dict[int, asyncio.Future[None]] = {}

    def told(self, request: int, _: str, __: Any, state: str, reason: str) -> None:
        """TargetChanged of org.pillion.Vehicle1."""
        if state not in ("confirmed", "failed"):
            return
        self._known[request] = (state == "confirmed", reason)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        if (waiting := self._waiting.get(request)) is not None and not waiting.done():
            waiting.set_result(None)

    async def wait(self, request: int, timeout_s: float) -> tuple[bool, str]:
        """Whether the car confirmed it, and why not. Raises TimeoutError."""
        if request not in self._known:
            self._waiting[request] = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(timeout_s):
                    await self._waiting[request]
            finally:
                del self._waiting[request]
        return self._known.pop(request)
