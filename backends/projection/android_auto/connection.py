"""Messages over a transport: framed, encrypted once TLS is up, put together again."""

from __future__ import annotations

import ssl

from backends.projection.android_auto.tls import Tls
from backends.projection.android_auto.transport import Transport
from backends.projection.android_auto.wire import FrameReader, Packet, Reassembly, frames
from backends.projection.errors import LinkLost

__all__ = ["Connection"]


class Connection:
    """One link's. A write that fails is told by the next `read`."""

    def __init__(self, transport: Transport, context: ssl.SSLContext) -> None:
        self.tls = Tls(context)
        self.received = self.sent = 0
        self._transport = transport
        self._frames = FrameReader()
        self._reassembly = Reassembly(self.tls.decrypt)
        self._failure: LinkLost | None = None

    async def read(self) -> list[Packet] | None:
        """Messages that came, may be none; None at the end. Raises PeerFault, NotAllowed, LinkLost."""
        if self._failure is not None:
            raise self._failure
        data = await self._transport.read()
        if self._failure is not None:
            raise self._failure
        if not data:
            return None
        self.received += len(data)
        whole = (self._reassembly.add(frame) for frame in self._frames.feed(data))
        return [packet for packet in whole if packet is not None]

    def send(self, channel: int, kind: int, body: bytes = b"", *, plain: bool = False, control: bool = False) -> None:
        """A message, encrypted unless ``plain``."""
        if self._failure is not None:
            return
        data = frames(Packet(channel, kind, body, control), None if plain else self.tls.encrypt)
        try:
            self._transport.write(data)
        except LinkLost as error:
            self._failure = error
        else:
            self.sent += len(data)

    async def close(self) -> None:
        """Send what waits for a moment, then end."""
        await self._transport.close()
