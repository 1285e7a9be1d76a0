"""Phones that call: CarLife broadcasts to UDP port 7999 while it looks for a car; and what is plugged into USB."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

__all__ = ["GONE_S", "PHONES_MAX", "Callers", "listen"]

GONE_S = 12.0
"""A phone that has not called for so long is away, or connected."""
PHONES_MAX = 16
_logger = logging.getLogger(__name__)


class Callers(asyncio.DatagramProtocol):
    """``found`` and ``left`` are told a host. What a datagram says is of no interest, only where it comes from."""

    def __init__(self, found: Callable[[str], None], left: Callable[[str], None]) -> None:
        self._found = found
        self._left = left
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """Somebody calls."""
        host = addr[0]
        timer = self._timers.pop(host, None)
        if timer is not None:
            timer.cancel()
        elif len(self._timers) >= PHONES_MAX:
            return
        else:
            _logger.info("phone calls")
            self._found(host)
        self._timers[host] = asyncio.get_running_loop().call_later(GONE_S, self._away, host)

    def connection_lost(self, exc: Exception | None) -> None:
        """No more news."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def _away(self, host: str) -> None:
        del self._timers[host]
        self._left(host)


async def listen(
    port: int, found: Callable[[str], None], left: Callable[[str], None]
) -> tuple[asyncio.DatagramTransport, int] | None:
    """Begin; the port is told, as 0 takes a free one. None when another program has the port."""
    try:
        transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(
            lambda: Callers(found, left),
            local_addr=("0.0.0.0", port),  # noqa: S104 - broadcasts come to all addresses
        )
    except OSError as error:
        _logger.warning("phones that call are not heard port=%d error=%s", port, error)
        return None
    return transport, transport.get_extra_info("sockname")[1]
