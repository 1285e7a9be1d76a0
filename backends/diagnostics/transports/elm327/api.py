"""Questions through an ELM327: set up once, then ask; what it complains about is asked again or becomes an error."""

from __future__ import annotations

import logging

from backends.diagnostics.addresses import Addressing, Unit
from backends.diagnostics.errors import Away, Garbled, Silent
from backends.diagnostics.messages import is_pending
from backends.diagnostics.transports.base import Reply, Timing, Transport
from backends.diagnostics.transports.elm327.connection import Connection, connect
from backends.diagnostics.transports.elm327.protocol import (
    Bus,
    Trouble,
    assemble,
    lines_of,
    old_messages,
    trouble_of,
)

__all__ = ["ElmTransport"]

_log = logging.getLogger(__name__)

_COMMAND_S = 3.0
_RESET_S = 6.0
# The first question makes it try one bus after the other.
_SEARCH_S = 15.0
_TRIES = 3
_SETUP = ("ATE0", "ATL0", "ATS0", "ATH1", "ATAT1", "ATSTFF", "ATSP0")


class ElmTransport(Transport):
    """An adapter at ``/dev/ttyUSB0`` or ``tcp:host:port``."""

    def __init__(
        self, addressing: Addressing, where: str, baud: int = 38400, timing: Timing | None = None, patience: float = 1.0
    ) -> None:
        super().__init__(timing)
        self.name = f"ELM327 {where}"
        self.version = ""
        self._addressing = addressing
        self._where = where
        self._baud = baud
        self._patience = patience
        self._connection: Connection | None = None
        self._bus: Bus | None = None
        self._header = ""

    async def open(self) -> None:
        await self.close()
        self._connection = await connect(self._where, self._baud)
        try:
            # A lone return ends whatever it was doing.
            self._connection.write(b"\r")
            await self._drain()
            lines = await self._command("ATZ", _RESET_S)
            self.version = next((line for line in lines if "ELM" in line), "")
            if not self.version:
                raise Away(f"What answers at {self._where} is no ELM327.")
            for command in _SETUP:
                await self._command(command)
        except (Garbled, TimeoutError) as error:
            await self.close()
            raise Away(f"The adapter at {self._where} does not answer as an ELM327.") from error
        except BaseException:
            await self.close()
            raise
        self._bus, self._header = None, ""

    async def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def alive(self) -> None:
        if self._connection is None:
            raise Away(f"The adapter at {self._where} is gone.")
        async with self._lock:
            try:
                await self._command("ATRV")
            except TimeoutError:
                await self._give_up()

    async def _give_up(self) -> None:
        await self.close()
        raise Away(f"The adapter at {self._where} does not answer any more.") from None

    async def _drain(self) -> None:
        assert self._connection is not None
        try:
            await self._connection.read(0.3 * self._patience)
        except TimeoutError:
            self._connection.flush()

    async def _command(self, command: str, timeout_s: float = _COMMAND_S) -> list[str]:
        """A command's lines. Raises Away, TimeoutError."""
        if self._connection is None:
            raise Away(f"The adapter at {self._where} is gone.")
        self._connection.flush()
        self._connection.write(command.encode() + b"\r")
        answer = await self._connection.read(timeout_s * self._patience)
        lines = lines_of(answer, command)
        _log.debug("elm command=%s lines=%d", command, len(lines))
        return lines

    async def _exchange(self, request: bytes, to: Unit | None) -> list[Reply]:
        if self._connection is None:
            await self.open()
        for attempt in range(_TRIES):
            try:
                return await self._try(request, to)
            except Garbled:
                if attempt == _TRIES - 1:
                    raise
            except TimeoutError:
                if attempt == _TRIES - 1:
                    await self._give_up()
                assert self._connection is not None
                self._connection.write(b"\r")  # stops it
                await self._drain()
            except Silent:
                return []
        return []

    async def _try(self, request: bytes, to: Unit | None) -> list[Reply]:
        if self._bus is None:
            await self._find_bus()
        await self._aim(to)
        lines = await self._command(request.hex().upper(), _SEARCH_S if request == b"\x01\x00" else _COMMAND_S)
        match trouble_of(lines):
            case None:
                pass
            case Trouble.NO_DATA:
                return []
            case Trouble.BUS:
                self._bus = None
                return []
            case Trouble.RESET:
                # Its supply dipped: everything we set is forgotten.
                await self.open()
                raise Garbled("The adapter began anew")
            case trouble:
                raise Garbled(f"The adapter says {trouble.value}")
        replies = [reply for reply in self._replies(lines) if to is None or reply.unit.id == to.id]
        if replies and all(is_pending(reply.payload) for reply in replies):
            raise Garbled("The control unit needs longer")
        return [reply for reply in replies if not is_pending(reply.payload)]

    def _replies(self, lines: list[str]) -> list[Reply]:
        if self._bus is Bus.OLD:
            return [Reply(Unit(address, address), payload) for address, payload in old_messages(lines)]
        assert self._bus is not None
        extended = self._bus is Bus.CAN29
        found = []
        for identifier, payload in assemble(lines, self._bus):
            unit = self._addressing.by_response(identifier, extended) or Addressing.of(extended).by_response(
                identifier, extended
            )
            if unit is not None:
                found.append(Reply(unit, payload))
        return found

    async def _find_bus(self) -> None:
        """Let it search, then ask what it found. Raises Silent."""
        lines = await self._command("0100", _SEARCH_S)
        if trouble_of(lines) in (Trouble.NO_DATA, Trouble.BUS, Trouble.UNKNOWN):
            raise Silent("The car does not answer.")
        if trouble_of(lines) is Trouble.STOPPED:
            raise Garbled("The adapter was interrupted")
        told = await self._command("ATDPN")
        self._bus = Bus.of(told[0] if told else "")
        self.counted = self._bus is not Bus.OLD
        self._header = ""

    async def _aim(self, to: Unit | None) -> None:
        """Whom the next question goes to."""
        if self._bus is Bus.OLD:
            return  # everybody is asked; answers tell by their address byte
        extended = self._bus is Bus.CAN29
        identifier = to.request if to is not None else Addressing.of(extended).scheme.functional
        header = f"{identifier & 0xFFFFFF:06X}" if extended else f"{identifier:03X}"
        if header == self._header:
            return
        if extended:
            await self._command(f"ATCP{identifier >> 24:02X}")
        lines = await self._command(f"ATSH{header}")
        if trouble_of(lines) is Trouble.UNKNOWN:
            raise Garbled("The adapter does not take an address")
        self._header = header
