"""Control units on a CAN bus: ISO-TP by the can-isotp package, one machine each, and ears for questions to all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

import can

from backends.diagnostics.addresses import ELEVEN, Unit
from backends.diagnostics.errors import Away
from backends.diagnostics.simecu.brain import Brain
from backends.diagnostics.transports.canbus import CanBus
from backends.diagnostics.transports.isotp import Conversation

__all__ = ["Garage"]

_TICK_S = 0.005
_log = logging.getLogger(__name__)


class Garage:
    """``brains`` by request id (11 bit). ``silent``: answers nothing, as with the ignition off."""

    def __init__(self, bus: CanBus, brains: Mapping[int, Brain]) -> None:
        self._bus = bus
        self._talks: dict[int, Conversation] = {}
        self._busy = asyncio.Event()
        self.silent = False
        self.brains: dict[int, Brain] = {}
        self.park(brains)

    def park(self, brains: Mapping[int, Brain]) -> None:
        """Another car."""
        self.brains = dict(brains)
        # The machine speaks as the control unit: its answers go out by the response id.
        self._talks = {request: Conversation(Unit(request + 8, request), self._bus.send) for request in self.brains}

    async def serve(self) -> None:
        """Answer until cancelled. Raises Away."""
        async with self._bus.listening(self._heard) as check:
            while True:
                check()
                working = [talk for talk in self._talks.values() if talk.busy]
                for talk in working:
                    talk.tick()
                self._busy.clear()
                try:
                    async with asyncio.timeout(_TICK_S if working else 1.0):
                        await self._busy.wait()
                except TimeoutError:
                    continue

    def _heard(self, message: can.Message) -> None:
        if message.is_extended_id or self.silent:
            return
        if message.arbitration_id == ELEVEN.functional:
            length = message.data[0] if message.data else 0
            if 0 < length < 8:
                self._answer_all(bytes(message.data[1 : 1 + length]))
        elif (talk := self._talks.get(message.arbitration_id)) is not None:
            talk.heard(message)
            while (request := talk.received()) is not None:
                self._answer(message.arbitration_id, request, to_all=False)
        self._busy.set()

    def _answer_all(self, request: bytes) -> None:
        for number in self.brains:
            self._answer(number, request, to_all=True)

    def _answer(self, number: int, request: bytes, *, to_all: bool) -> None:
        answer = self.brains[number].answer(request)
        # Asked with everybody, one that does not have it is silent (ISO 15765-4).
        if answer is None or (to_all and answer[0] == 0x7F):
            return
        try:
            self._talks[number].say(answer)
        except (Away, RuntimeError) as error:
            _log.warning("answer lost error=%s", error)
