"""ISO-TP by the Linux kernel (can-isotp.ko): on a SocketCAN bus it answers flow control in time whatever Python does.

One socket a control unit; questions to all go out as a single raw frame. See
https://docs.kernel.org/networking/iso15765-2.html
"""

from __future__ import annotations

import asyncio
import socket
import struct

from backends.diagnostics.addresses import Addressing, Unit
from backends.diagnostics.errors import Away, Garbled
from backends.diagnostics.messages import is_pending
from backends.diagnostics.transports.base import Reply, Timing, Transport

__all__ = ["KernelTransport", "available"]

_EFF = 0x8000_0000


def available() -> bool:
    """Whether this kernel (and this Python) has ISO-TP sockets."""
    try:
        socket.socket(socket.AF_CAN, socket.SOCK_DGRAM, socket.CAN_ISOTP).close()
    except (OSError, AttributeError):
        return False
    return True


class KernelTransport(Transport):
    """A SocketCAN interface. Only control units of the standard's 11-bit range and those the profile names are heard: each
    needs a socket of its own."""

    def __init__(self, addressing: Addressing, channel: str, timing: Timing | None = None) -> None:
        super().__init__(timing)
        self.name = f"CAN {channel} (kernel ISO-TP)"
        self._addressing = addressing
        self._channel = channel
        self._sockets: dict[str, tuple[Unit, socket.socket]] = {}
        self._raw: socket.socket | None = None

    async def open(self) -> None:
        await self.close()
        try:
            self._raw = socket.socket(socket.AF_CAN, socket.SOCK_RAW, socket.CAN_RAW)
            self._raw.setsockopt(socket.SOL_CAN_RAW, socket.CAN_RAW_FILTER, b"")
            self._raw.bind((self._channel,))
            for unit in (*self._standard(), *self._addressing.named):
                self._socket(unit)
        except OSError as error:
            await self.close()
            raise Away(f"The bus {self._channel} cannot be opened: {error.strerror or error}") from error

    def _standard(self) -> list[Unit]:
        if self._addressing.scheme.extended:
            return []
        return [Unit(0x7E0 + i, 0x7E8 + i) for i in range(8)]

    def _socket(self, unit: Unit) -> socket.socket:
        if unit.id not in self._sockets:
            flag = _EFF if unit.extended else 0
            made = socket.socket(socket.AF_CAN, socket.SOCK_DGRAM, socket.CAN_ISOTP)
            made.setblocking(False)
            made.bind((self._channel, unit.response | flag, unit.request | flag))
            self._sockets[unit.id] = (unit, made)
        return self._sockets[unit.id][1]

    async def close(self) -> None:
        for _, made in self._sockets.values():
            made.close()
        self._sockets.clear()
        if self._raw is not None:
            self._raw.close()
            self._raw = None

    async def _exchange(self, request: bytes, to: Unit | None) -> list[Reply]:
        if self._raw is None:
            await self.open()
        assert self._raw is not None
        loop = asyncio.get_running_loop()
        arrived: asyncio.Queue[tuple[Unit, bytes]] = asyncio.Queue()
        try:
            heard = [(to, self._socket(to))] if to is not None else list(self._sockets.values())
            for unit, made in heard:
                _drain(made)
                loop.add_reader(made, _receive, unit, made, arrived)
            try:
                if to is not None:
                    self._socket(to).send(request)
                else:
                    self._send_to_all(request)
                return await self._collect(request, to, arrived)
            finally:
                for _, made in heard:
                    loop.remove_reader(made)
        except OSError as error:
            await self.close()
            raise Away(f"The bus is lost: {error.strerror or error}") from error

    def _send_to_all(self, request: bytes) -> None:
        if len(request) > 7:
            raise Garbled("A question to all control units has seven bytes at the most")
        scheme = self._addressing.scheme
        identifier = scheme.functional | (_EFF if scheme.extended else 0)
        frame = bytes((len(request), *request)).ljust(8, b"\0")
        assert self._raw is not None
        self._raw.send(struct.pack("=IB3x8s", identifier, 8, frame))

    async def _collect(
        self, request: bytes, to: Unit | None, arrived: asyncio.Queue[tuple[Unit, bytes]]
    ) -> list[Reply]:
        loop = asyncio.get_running_loop()
        end, wait = loop.time() + self.timing.longest, self.timing.p2 if to is None else self.timing.p2_one
        replies: list[Reply] = []
        # Long answers come whole: the kernel tells nothing of one under way, so a question to all waits for a long one.
        while loop.time() < end:
            try:
                async with asyncio.timeout(wait):
                    unit, payload = await arrived.get()
            except TimeoutError:
                break
            if not payload:
                raise Garbled("An answer broke off")
            if is_pending(payload):
                wait = self.timing.p2_star
            elif payload[0] in (request[0] + 0x40, 0x7F):
                replies.append(Reply(unit, payload))
                if to is not None:
                    break
        return replies


def _receive(unit: Unit, made: socket.socket, arrived: asyncio.Queue[tuple[Unit, bytes]]) -> None:
    try:
        arrived.put_nowait((unit, made.recv(4096)))
    except BlockingIOError:
        return
    except OSError:
        arrived.put_nowait((unit, b""))  # ETIMEDOUT, EBADMSG, EILSEQ: a long answer broke off


def _drain(made: socket.socket) -> None:
    try:
        while made.recv(4096):
            pass
    except OSError:
        return
