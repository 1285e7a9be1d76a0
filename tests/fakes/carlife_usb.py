"""A simulated phone with CarLife at the other end of a USB cable: what pyusb's fake bus carries, goes to its relay."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import AsyncIterator

from backends.projection.simphone.carlife.phone import CarlifePhone
from backends.projection.simphone.carlife.wire import Relay
from tests.fakes.usb_bus import FakePhone

__all__ = ["cable"]

_PIECE = 16 * 1024


@contextlib.asynccontextmanager
async def cable(phone: CarlifePhone, plugged: FakePhone) -> AsyncIterator[None]:
    """Once ``plugged`` is an accessory, ``phone`` has a car at its relay; when it is unplugged the relay ends."""
    loop = asyncio.get_running_loop()
    over = threading.Event()

    def send(data: bytes) -> None:
        for start in range(0, len(data), _PIECE):
            plugged.to_car.put(data[start : start + _PIECE])

    def carry() -> None:
        relay: Relay | None = None
        while not over.is_set() and not plugged.unplugged.is_set():
            try:
                data = plugged.from_car.get(timeout=0.05)
            except queue.Empty:
                continue
            if relay is None:
                begun: queue.Queue[Relay] = queue.Queue()
                loop.call_soon_threadsafe(lambda: begun.put(phone.plug(send)))  # noqa: B023 - called before the next turn
                relay = begun.get()
            loop.call_soon_threadsafe(relay.feed, data)
        if relay is not None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(relay.feed, b"")

    thread = threading.Thread(target=carry, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        await asyncio.to_thread(thread.join)
