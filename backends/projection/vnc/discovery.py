"""Screens that announce themselves on this network (``_rfb._tcp``), and when they have stopped to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from backends.projection.dnssd import Browser, Service
from backends.projection.words import plain

__all__ = ["FOUND_MAX", "KIND", "Neighbours"]

KIND = "_rfb._tcp"
FOUND_MAX = 32
"""A network may be full of screens, or of lies."""
SILENT_S = 40.0
"""One that has answered none of some questions is gone."""


class Neighbours:
    """``found`` is told name, host and port once, ``left`` host and port when it is over; ``clock`` counts seconds."""

    def __init__(
        self,
        found: Callable[[str, str, int], None],
        left: Callable[[str, int], None],
        clock: Callable[[], float],
    ) -> None:
        self._found = found
        self._left = left
        self._clock = clock
        self._heard_s: dict[tuple[str, int], float] = {}

    async def run(self) -> None:
        """Until it is cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(Browser([KIND], self.hear).run())
            while True:
                await asyncio.sleep(SILENT_S / 4)
                self.expire()

    def hear(self, service: Service) -> None:
        """An answer."""
        place = (service.host, service.port)
        known = place in self._heard_s
        if service.ttl_s == 0:
            if self._heard_s.pop(place, None) is not None:
                self._left(*place)
        elif known or len(self._heard_s) < FOUND_MAX:
            self._heard_s[place] = self._clock()
            if not known:
                self._found(plain(service.name, 64), *place)

    def expire(self) -> None:
        """Let go of those that have fallen silent."""
        now_s = self._clock()
        for place in [place for place, heard_s in self._heard_s.items() if now_s - heard_s > SILENT_S]:
            del self._heard_s[place]
            self._left(*place)
