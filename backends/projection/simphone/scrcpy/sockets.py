"""The phone's abstract local sockets, as far as tunnels use them: names, who listens, and what leads to the host."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backends.projection.simphone.scrcpy.adbd import AdbConnection
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["Listener", "Sockets"]


class Listener:
    """A listening socket; streams that the host opened to its name wait in it."""

    def __init__(self) -> None:
        self.waiting: asyncio.Queue[AdbStream] = asyncio.Queue()

    async def accept(self) -> AdbStream:
        """The next stream."""
        return await self.waiting.get()


class Sockets:
    """Names without the `localabstract:` in front."""

    def __init__(self) -> None:
        self._listeners: dict[str, Listener] = {}
        self._reversed: dict[str, tuple[AdbConnection, str]] = {}

    def listen(self, name: str) -> Listener:
        """Take a name. Raises OSError when it is taken."""
        if name in self._listeners or name in self._reversed:
            raise OSError("Address already in use")
        self._listeners[name] = Listener()
        return self._listeners[name]

    def unlisten(self, name: str) -> None:
        """Give the name back; who still waits is turned away."""
        listener = self._listeners.pop(name, None)
        while listener is not None and not listener.waiting.empty():
            listener.waiting.get_nowait().abort()

    def listener(self, name: str) -> Listener | None:
        """Who listens there."""
        return self._listeners.get(name)

    async def connect(self, name: str) -> AdbStream:
        """Connect from the phone, through a reverse tunnel. Raises ConnectionRefusedError."""
        if name not in self._reversed:
            raise ConnectionRefusedError("Connection refused")
        connection, target = self._reversed[name]
        return await connection.open_to_host(target)

    def reverse(self, name: str, connection: AdbConnection, target: str, *, rebind: bool) -> None:
        """Lead a name to a place on the host. Raises OSError when it is taken and may not be taken over."""
        if name in self._listeners or (name in self._reversed and not rebind):
            raise OSError("cannot rebind existing socket")
        self._reversed[name] = (connection, target)

    def unreverse(self, name: str) -> bool:
        """Whether there was one."""
        return self._reversed.pop(name, None) is not None

    def forget(self, connection: AdbConnection) -> None:
        """All reverse tunnels of a connection."""
        self._reversed = {name: one for name, one in self._reversed.items() if one[0] is not connection}

    def reversed_by(self, connection: AdbConnection) -> dict[str, str]:
        """Name and target of a connection's tunnels."""
        return {name: target for name, (owner, target) in self._reversed.items() if owner is connection}
