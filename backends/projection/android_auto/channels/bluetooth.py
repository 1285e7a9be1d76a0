"""Pairing for calls, whose sound goes over Bluetooth. The car answers whether it knows the phone; BlueZ does the pairing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import ClassVar

from backends.projection.android_auto.channels.base import Channel, Peer
from backends.projection.android_auto.description import Bluetooth as Announced
from backends.projection.android_auto.description import Service
from backends.projection.android_auto.ids import Pairing, Status
from backends.projection.android_auto.messages import StatusOnly
from backends.projection.android_auto.news_messages import PairingAuth, PairingRequest, PairingResponse

__all__ = ["Bluetooth"]

_NUMERIC_COMPARISON, _PIN = 2, 4


class Bluetooth(Channel):
    """``known`` tells whether an address is paired with the car."""

    NAME: ClassVar[str] = "bluetooth"

    def __init__(self, peer: Peer, number: int, known: Callable[[str], Awaitable[bool]]) -> None:
        super().__init__(peer, number)
        self._known = known
        self._asking: asyncio.Task[None] | None = None
        self._answer = ""

    def service(self) -> Service:
        address = self.peer.car.surroundings.bluetooth_address
        return Service(id=self.number, bluetooth=Announced(address=address, methods=(_NUMERIC_COMPARISON, _PIN)))

    def received(self, kind: int, body: bytes) -> bool:
        match kind:
            case Pairing.REQUEST:
                request = PairingRequest.decode(body)
                if self._asking is None or self._asking.done():
                    self._asking = asyncio.ensure_future(self._ask(request.address or ""))
            case Pairing.AUTH_DATA:
                PairingAuth.decode(body)
            case Pairing.RESULT:
                self._answer = f"ended with {StatusOnly.decode(body).status}"
            case _:
                return False
        return True

    def closed(self) -> None:
        super().closed()
        if self._asking is not None:
            self._asking.cancel()

    def report(self) -> list[tuple[str, str]]:
        return [("Pairing", self._answer or "not asked for")]

    async def _ask(self, address: str) -> None:
        paired = await self._known(address)
        self._answer = "paired already" if paired else "to be paired"
        self.send(Pairing.RESPONSE, PairingResponse(status=Status.OK, paired=paired))
