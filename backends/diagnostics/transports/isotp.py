"""ISO-TP (ISO 15765-2) over any CAN bus, by the can-isotp package's protocol machine; this file gives it frames and time."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import can
import isotp

from backends.diagnostics.addresses import Addressing, Unit
from backends.diagnostics.errors import Garbled
from backends.diagnostics.messages import is_pending
from backends.diagnostics.transports.base import Reply, Timing, Transport
from backends.diagnostics.transports.canbus import CanBus, open_can

__all__ = ["Conversation", "IsoTpTransport"]

_TICK_S = 0.005
_SETTINGS = {
    "stmin": 0,
    "blocksize": 0,
    "tx_padding": 0x00,
    "rx_flowcontrol_timeout": 1000,
    "rx_consecutive_frame_timeout": 1000,
    "wftmax": 10,
    "max_frame_size": 4095,
    "logger_name": "backends.diagnostics.isotp",
}
# It warns of every frame it cannot use; on a disturbed bus that is every frame.
logging.getLogger("backends.diagnostics.isotp").setLevel(logging.ERROR)


class Conversation:
    """Messages to and from one control unit, out of frames that are handed in."""

    def __init__(self, unit: Unit, send: Callable[[int, bool, bytes], None]) -> None:
        self.unit = unit
        self.broken = ""
        self._frames: deque[isotp.CanMessage] = deque()
        mode = isotp.AddressingMode.Normal_29bits if unit.extended else isotp.AddressingMode.Normal_11bits
        self._machine = isotp.TransportLayerLogic(
            lambda _timeout: self._frames.popleft() if self._frames else None,
            lambda message: send(message.arbitration_id, bool(message.is_extended_id), bytes(message.data)),
            isotp.Address(mode, txid=unit.request, rxid=unit.response),
            self._failed,
            _SETTINGS,
        )

    def _failed(self, error: Exception) -> None:
        self.broken = type(error).__name__

    @property
    def receiving(self) -> bool:
        """A long message is on its way in."""
        return self._machine.is_rx_active()

    @property
    def busy(self) -> bool:
        """A message is on its way, in or out."""
        return self._machine.is_rx_active() or self._machine.transmitting()

    def say(self, payload: bytes) -> None:
        """Send a message; goes on with each `tick`."""
        self._machine.send(payload)
        self._machine.process()

    def heard(self, message: can.Message) -> None:
        """A frame with this control unit's identifier."""
        self._frames.append(
            isotp.CanMessage(
                arbitration_id=message.arbitration_id,
                dlc=message.dlc,
                data=bytes(message.data),
                extended_id=message.is_extended_id,
            )
        )
        self._machine.process()

    def tick(self) -> None:
        """Time went on: frames that are due, time-outs."""
        self._machine.process()

    def received(self) -> bytes | None:
        """The next whole message."""
        payload = self._machine.recv()
        return bytes(payload) if payload is not None else None


class IsoTpTransport(Transport):
    """A CAN bus of the car."""

    def __init__(
        self,
        addressing: Addressing,
        interface: str,
        channel: str,
        options: Mapping[str, Any] | None = None,
        timing: Timing | None = None,
    ) -> None:
        super().__init__(timing)
        self.name = f"CAN {interface} {channel}".strip()
        self._addressing = addressing
        self._where = (interface, channel, dict(options or {}))
        self._bus: CanBus | None = None

    def _filters(self) -> list[dict[str, Any]]:
        """Answers alone: drivers that can filter keep everything else out."""
        extended = self._addressing.scheme.extended
        rule = {"can_id": 0x18DAF100, "can_mask": 0x1FFFFF00} if extended else {"can_id": 0x7E8, "can_mask": 0x7F8}
        ids = [{"can_id": u.response, "can_mask": 0x1FFFFFFF, "extended": u.extended} for u in self._addressing.named]
        if self._addressing.sweep and not extended:
            ids += [
                {"can_id": u.response, "can_mask": 0x7FF, "extended": False}
                for u in self._addressing.scheme.sweep(*self._addressing.sweep)
            ]
        return [{**rule, "extended": extended}, *ids]

    async def open(self) -> None:
        await self.close()
        interface, channel, options = self._where
        self._bus = CanBus(await asyncio.to_thread(open_can, interface, channel, options, self._filters()))

    async def close(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    async def _exchange(self, request: bytes, to: Unit | None) -> list[Reply]:
        if self._bus is None:
            await self.open()
        bus = self._bus
        assert bus is not None
        talks: dict[tuple[int, bool], Conversation] = {}
        if to is not None:
            talks[to.response, to.extended] = Conversation(to, bus.send)
        news = asyncio.Event()

        def heard(message: can.Message) -> None:
            key = (message.arbitration_id, message.is_extended_id)
            if key not in talks:
                unit = self._addressing.by_response(*key) if to is None else None
                if unit is None:
                    return
                talks[key] = Conversation(unit, bus.send)
            talks[key].heard(message)
            news.set()

        async with bus.listening(heard) as check:
            if to is not None:
                talks[to.response, to.extended].say(request)
            else:
                if len(request) > 7:
                    raise Garbled("A question to all control units has seven bytes at the most")
                scheme = self._addressing.scheme
                bus.send(scheme.functional, scheme.extended, bytes((len(request), *request)).ljust(8, b"\0"))
            return await self._collect(talks, news, check, request, only=to)

    async def _collect(
        self,
        talks: dict[tuple[int, bool], Conversation],
        news: asyncio.Event,
        check: Callable[[], None],
        request: bytes,
        only: Unit | None,
    ) -> list[Reply]:
        """Until the one answered, or all who began have ended and nobody new came for P2."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        due = began + (self.timing.p2 if only is None else self.timing.p2_one)
        putting_off: set[str] = set()
        replies: list[Reply] = []
        while True:
            check()
            for talk in list(talks.values()):
                talk.tick()
                while (payload := talk.received()) is not None:
                    if is_pending(payload):
                        putting_off.add(talk.unit.id)
                        due = loop.time() + self.timing.p2_star
                        continue
                    if not _answers(request, payload):
                        continue  # late, of an earlier question
                    putting_off.discard(talk.unit.id)
                    replies.append(Reply(talk.unit, payload))
                    if only is not None:
                        return replies
                    due = loop.time() + (self.timing.p2_star if putting_off else self.timing.p2)
            now = loop.time()
            receiving = any(talk.receiving for talk in talks.values())
            if now - began > self.timing.longest or (now >= due and not receiving):
                break
            news.clear()
            wait = _TICK_S if receiving or only is not None else max(_TICK_S, due - now)
            try:
                async with asyncio.timeout(min(wait, max(_TICK_S, due - now))):
                    await news.wait()
            except TimeoutError:
                pass
        broken = [talk.broken for talk in talks.values() if talk.broken]
        if broken and not replies:
            raise Garbled(f"An answer broke off ({broken[0]})")
        return replies


def _answers(request: bytes, payload: bytes) -> bool:
    """Whether it belongs to this question: the service + 0x40, or a refusal of the service."""
    if not payload:
        return False
    return payload[0] == request[0] + 0x40 or (payload[0] == 0x7F and payload[1:2] == request[:1])
