"""What all channels share: their number, the way to the phone, and what the link does for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar, Protocol

from backends.projection.android_auto.car import Car
from backends.projection.android_auto.description import Service
from backends.projection.android_auto.tables import Table
from backends.projection.mirror import LinkListener

__all__ = ["Channel", "Peer"]


class Peer(Protocol):
    """The link, as channels know it."""

    car: Car
    listener: LinkListener

    def send(self, channel: int, kind: int, body: bytes = b"") -> None:
        """A message to the phone."""

    def ready(self) -> None:
        """Pictures may come."""

    def later(self, seconds: float, call: Callable[[], None]) -> asyncio.TimerHandle:
        """Call back, unless the link ends before."""


class Channel:
    """``NAME`` is for the diagnostics view."""

    NAME: ClassVar[str]

    def __init__(self, peer: Peer, number: int) -> None:
        self.peer = peer
        self.number = number
        self.is_open = False

    def service(self) -> Service:
        """How the car announces it."""
        raise NotImplementedError

    def opened(self) -> None:
        """The phone opened it, and was told so."""
        self.is_open = True

    def closed(self) -> None:
        """The phone closed it, or the link ends."""
        self.is_open = False

    def received(self, kind: int, body: bytes) -> bool:
        """A message; False when it is of no known kind. Raises ProtobufError, PeerFault."""
        return False

    def report(self) -> list[tuple[str, str]]:
        """What was agreed on: names and values."""
        return []

    def send(self, kind: int, message: Table | bytes = b"") -> None:
        """To the phone."""
        self.peer.send(self.number, kind, message if isinstance(message, bytes) else message.encode())
