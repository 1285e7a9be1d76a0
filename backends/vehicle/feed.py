"""Keeps a bus open and hands its frames on in batches; comes back by itself with growing pauses."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from backends.vehicle.canport import open_port
from backends.vehicle.errors import BusBusy, BusError
from backends.vehicle.ports import Frame, Port
from backends.vehicle.profile import BusSpec

__all__ = ["BusFeed", "Feed"]

_BACK_OFF_S = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""After bus-off, soon at first (a loose contact), then rarely enough not to load a broken bus."""
_PAUSE_S = 0.002
"""Frames come in bursts. Waking up for each costs more than decoding it; 2 ms are a tenth of what a frame may take to the
screen."""
_logger = logging.getLogger(__name__)

Deliver = Callable[[str, list[Frame]], None]
"""Takes a bus's name and its frames, in the loop."""

Changed = Callable[[str, str], None]
"""Told (bus, reason); the reason is empty when the bus is up."""


class Feed:
    """Where frames come from, and go to. `run` ends only when cancelled."""

    name: str

    async def run(self, deliver: Deliver, changed: Changed) -> None:
        """Deliver frames until cancelled."""
        raise NotImplementedError

    def send(self, key: int, data: bytes) -> None:
        """Raises BusError when the bus is not up or takes no frames."""
        raise NotImplementedError


class BusFeed(Feed):
    """A real or simulated bus of a profile."""

    def __init__(self, spec: BusSpec, opener: Callable[[BusSpec], Port] = open_port) -> None:
        self.name = spec.name
        self._spec = spec
        self._opener = opener
        self._port: Port | None = None
        self._lost: asyncio.Future[str] | None = None
        self._pause: asyncio.TimerHandle | None = None

    def send(self, key: int, data: bytes) -> None:
        if self._port is None:
            raise BusError("The vehicle's bus is away")
        try:
            self._port.send(key, data)
        except BusBusy:
            raise
        except BusError as error:
            self._fail(str(error))
            raise

    def _fail(self, reason: str) -> None:
        if self._lost is not None and not self._lost.done():
            self._lost.set_result(reason)

    async def run(self, deliver: Deliver, changed: Changed) -> None:
        attempt = 0
        while True:
            try:
                port = await asyncio.to_thread(self._opener, self._spec)
            except BusError as error:
                reason = str(error)
            else:
                began = asyncio.get_running_loop().time()
                reason = await self._serve(port, deliver, changed)
                if asyncio.get_running_loop().time() - began > _BACK_OFF_S[-1]:
                    attempt = 0
            _logger.warning("bus lost bus=%s attempt=%d reason=%s", self.name, attempt, reason)
            changed(self.name, reason)
            await asyncio.sleep(_BACK_OFF_S[min(attempt, len(_BACK_OFF_S) - 1)])
            attempt += 1

    async def _serve(self, port: Port, deliver: Deliver, changed: Changed) -> str:
        """Returns why the bus was lost."""
        loop = asyncio.get_running_loop()
        self._lost = loop.create_future()
        self._port = port
        changed(self.name, "")
        descriptor = port.fileno()
        reader: asyncio.Task[None] | None = None
        try:
            if descriptor >= 0:
                loop.add_reader(descriptor, self._drain, port, deliver)
            else:
                reader = asyncio.create_task(self._poll(port, deliver))
            return await self._lost
        finally:
            self._port = None
            if self._pause is not None:
                self._pause.cancel()
                self._pause = None
            if descriptor >= 0:
                loop.remove_reader(descriptor)
            if reader is not None:
                reader.cancel()
            port.close()

    def _drain(self, port: Port, deliver: Deliver) -> None:
        """What waits is handed on at once; what follows on its heels is left to gather for `_PAUSE_S`."""
        if self._take(port, deliver) is not None:
            loop = asyncio.get_running_loop()
            loop.remove_reader(port.fileno())
            self._pause = loop.call_later(_PAUSE_S, self._go_on, port, deliver)

    def _go_on(self, port: Port, deliver: Deliver) -> None:
        """While frames keep coming they are fetched in this pace: watching the descriptor costs two more system calls."""
        self._pause = None
        heard = self._take(port, deliver)
        if heard is None:
            return
        loop = asyncio.get_running_loop()
        if heard:
            self._pause = loop.call_later(_PAUSE_S, self._go_on, port, deliver)
        else:
            loop.add_reader(port.fileno(), self._drain, port, deliver)

    def _take(self, port: Port, deliver: Deliver) -> int | None:
        """How many frames there were; None when the bus is lost."""
        try:
            frames = port.drain()
        except BusError as error:
            self._fail(str(error))
            return None
        if frames:
            deliver(self.name, frames)
        return len(frames)

    async def _poll(self, port: Port, deliver: Deliver) -> None:
        """For buses without a descriptor: wait in a thread."""
        while True:
            try:
                frames = await asyncio.to_thread(port.drain)
            except BusError as error:
                self._fail(str(error))
                return
            if frames:
                deliver(self.name, frames)
