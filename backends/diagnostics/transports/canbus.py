"""Any bus that python-can knows, read by the loop, and only while somebody listens: a parked car's bus costs nothing."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import can

from backends.diagnostics.errors import Away

__all__ = ["CanBus", "open_can"]

_WAIT_S = 0.1
_DRAIN_LIMIT = 5000


def open_can(interface: str, channel: str, options: Mapping[str, Any], filters: list[dict[str, Any]]) -> can.BusABC:
    """Open a bus; blocks. ``channel`` of udp_multicast is GROUP[:PORT]. Raises Away."""
    facts = dict(options)
    if interface == "udp_multicast":
        channel, _, port = channel.partition(":")
        facts |= {"hop_limit": 0, **({"port": int(port)} if port.isdecimal() else {})}
    try:
        return can.Bus(interface=interface, channel=channel or None, can_filters=filters, **facts)
    except (can.CanError, OSError, ValueError, TypeError, ImportError, NotImplementedError) as error:
        raise Away(f"The bus {interface} {channel} cannot be opened: {error}") from error


class CanBus:
    """An open python-can bus for one loop. A bus without a descriptor is read by a thread from the first listening on."""

    def __init__(self, bus: can.BusABC) -> None:
        self._bus = bus
        self._heard: Callable[[can.Message], None] | None = None
        self._lost: Exception | None = None
        self._thread: threading.Thread | None = None
        self._closed = threading.Event()
        try:
            self._fileno = int(bus.fileno())
        except (NotImplementedError, ValueError, OSError, TypeError):
            self._fileno = -1

    def send(self, identifier: int, extended: bool, data: bytes) -> None:
        """Put a frame on the bus. Raises Away."""
        try:
            self._bus.send(can.Message(arbitration_id=identifier, is_extended_id=extended, data=data), timeout=0.05)
        except (can.CanError, OSError, ValueError) as error:
            raise Away(f"The bus does not take a frame: {error}") from error

    @asynccontextmanager
    async def listening(self, heard: Callable[[can.Message], None]) -> AsyncIterator[Callable[[], None]]:
        """``heard`` gets every frame from now on; what waited from before is dropped. Yields a check that raises Away
        once the bus is lost."""
        loop = asyncio.get_running_loop()
        if self._fileno >= 0:
            self._drain()
            loop.add_reader(self._fileno, self._drain)
        elif self._thread is None:
            self._thread = threading.Thread(target=self._read, args=(loop,), daemon=True)
            self._thread.start()
        self._heard = heard
        try:
            yield self._check
        finally:
            self._heard = None
            if self._fileno >= 0:
                loop.remove_reader(self._fileno)

    def _check(self) -> None:
        if self._lost is not None:
            raise Away(f"The bus is lost: {self._lost}")

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        """The thread: a frame that it took is never lost on the way, whoever stops listening meanwhile."""
        while not self._closed.is_set():
            try:
                message = self._bus.recv(_WAIT_S)
                if message is not None:
                    loop.call_soon_threadsafe(self._give, message)
            except (can.CanError, OSError, ValueError) as error:
                self._lost = error
                return
            except RuntimeError:  # the loop has ended
                return

    def _drain(self) -> None:
        try:
            for _ in range(_DRAIN_LIMIT):
                message = self._bus.recv(0)
                if message is None:
                    return
                self._give(message)
        except (can.CanError, OSError, ValueError) as error:
            self._lost = error
            # Else the loop would be told of the broken descriptor without end.
            asyncio.get_running_loop().remove_reader(self._fileno)

    def _give(self, message: can.Message) -> None:
        if self._heard is not None and not message.is_error_frame and not message.is_remote_frame:
            self._heard(message)

    def close(self) -> None:
        """Let go of the bus."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join()
        with suppress(can.CanError, OSError):
            self._bus.shutdown()
