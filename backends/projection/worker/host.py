"""The process of a backend: ``python -m backends.projection.worker FACTORY FD OPTIONS``.

FACTORY is module:Class of a `Backend`, FD the socket to the service, OPTIONS a JSON object. It ends when the service hangs up.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
import os
import socket
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, ClassVar

from backends.core.errors import Failed, Refused, ServiceFault
from backends.projection.errors import ProjectionError
from backends.projection.worker.channel import Channel, ChannelError

__all__ = ["DESCRIPTORS", "Backend", "main", "member_of"]

_logger = logging.getLogger(__name__)

DESCRIPTORS = frozenset({"open_video", "open_audio", "open_sound", "open_microphone"})
"""Members whose answer is a descriptor."""


class Backend(ABC):
    """A way to bring phones onto the screen. Public methods are called by the service by name, with plain values.

    ``emit`` sends a signal of org.pillion.Projection1, or one for the service alone (its name begins in lower case).
    """

    NAME: ClassVar[str]

    def __init__(self, options: Mapping[str, Any], emit: Callable[..., object]) -> None:
        self.options = options
        self.emit = emit

    def ping(self) -> bool:
        """Answered by every backend whose loop still turns."""
        return True

    @abstractmethod
    async def start(self) -> None:
        """Begin to look for phones. Raises Invalid for an option that makes no sense."""

    @abstractmethod
    async def stop(self) -> None:
        """Close everything."""

    @abstractmethod
    def devices(self) -> list[dict[str, Any]]:
        """As ``Devices``."""

    @abstractmethod
    def sessions(self) -> list[dict[str, Any]]:
        """As ``Sessions``."""


def member_of(backend: Backend, member: str) -> Callable[..., Any]:
    """A member by its name. Raises Refused for one that this kind of phone has not, Failed for none of anybody's business."""
    if member.startswith("_"):
        raise Failed(f"{backend.NAME} has no {member}")
    method: Callable[..., Any] | None = getattr(backend, member, None)
    if method is None:
        raise Refused("This cannot be done with this kind of phone.")
    return method


class _Server:
    """Answers calls on a channel until it ends."""

    def __init__(self, sock: socket.socket, make: Callable[[Callable[..., object]], Backend]) -> None:
        self.ended = asyncio.Event()
        self._channel = Channel(sock, self._heard, self.ended.set)
        self._tasks: set[asyncio.Task[None]] = set()
        self._backend = make(self._emit)

    async def run(self) -> None:
        """Until the service hangs up."""
        try:
            await self._backend.start()
        except (ServiceFault, ProjectionError) as error:
            self._tell({"failed": str(error)})
            return
        self._tell({"ready": True})
        await self.ended.wait()
        for task in self._tasks:
            task.cancel()
        await self._backend.stop()

    def _emit(self, member: str, *args: Any) -> bool:
        self._tell({"signal": member, "args": args})
        return True

    def _tell(self, message: dict[str, Any], fds: tuple[int, ...] = ()) -> None:
        try:
            self._channel.send(message, fds)
        except ChannelError as error:
            _logger.debug("not told reason=%s", error)

    def _heard(self, message: dict[str, Any], fds: list[int]) -> None:
        for fd in fds:  # nothing is handed to a backend
            os.close(fd)
        task = asyncio.ensure_future(self._answer(message))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, message: dict[str, Any]) -> None:
        call, member = message["call"], str(message["member"])
        try:
            result = member_of(self._backend, member)(*message["args"])
            if inspect.isawaitable(result):
                result = await result
        except ServiceFault as error:
            self._tell({"answer": call, "error": [error.name, str(error)]})
        except Exception as error:  # task root: a fault of ours ends this call, not the backend
            _logger.exception("call failed member=%s", member)
            self._tell({"answer": call, "error": ["Failed", f"It did not work: {error}"]})
        else:
            if member in DESCRIPTORS:
                self._tell({"answer": call, "result": None}, (result,))
                os.close(result)
            else:
                self._tell({"answer": call, "result": result})


async def _serve(factory: str, sock: socket.socket, options: Mapping[str, Any]) -> None:
    module, _, name = factory.partition(":")
    backend: type[Backend] = getattr(import_module(module), name)
    await _Server(sock, lambda emit: backend(options, emit)).run()


def main(argv: list[str]) -> int:
    """Serve until the other side hangs up."""
    factory, fd, options = argv
    logging.basicConfig(
        level=os.environ.get("PILLION_LOG", "WARNING").upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    asyncio.run(_serve(factory, socket.socket(fileno=int(fd)), json.loads(options)))
    return 0
