"""Asks for services on every network the car is in, for as long as somebody wants to know."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import logging
import socket
import struct
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from backends.projection.dnssd.message import MdnsError, Service, parse_response, query, query_place

__all__ = ["GROUP", "Browser", "own_addresses"]

GROUP = ("224.0.0.251", 5353)
ASK_AFTER_S = (0.0, 0.4, 1.0, 2.0, 4.0, 8.0)
"""Pauses between questions; the last one repeats."""
SERVICES_MAX = 64
_SIOCGIFADDR = 0x8915
_TTL = 255
_logger = logging.getLogger(__name__)


def own_addresses() -> list[str]:
    """IPv4 addresses of all networks the car is in, loopback among them."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        for _, name in socket.if_nameindex():
            with contextlib.suppress(OSError):
                answer = fcntl.ioctl(sock.fileno(), _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                found.append(socket.inet_ntoa(answer[20:24]))
    return found


class Browser:
    """``found`` hears of every service, again at each answer. Asks from ports of its own, so that answers come to it alone."""

    def __init__(
        self,
        kinds: Iterable[str],
        found: Callable[[Service], None],
        *,
        group: tuple[str, int] = GROUP,
        ask_after_s: tuple[float, ...] = ASK_AFTER_S,
    ) -> None:
        self._kinds = frozenset(kinds)
        self._found = found
        self._group = group
        self._ask_after_s = ask_after_s
        self._listeners: set[_Listener] = set()

    async def run(self) -> None:
        """Until it is cancelled."""
        question = query(sorted(self._kinds))
        try:
            for pause_s in self._pauses():
                await asyncio.sleep(pause_s)
                await self._ask(question)
        finally:
            for listener in list(self._listeners):
                listener.close()

    def _pauses(self) -> Iterator[float]:
        yield from self._ask_after_s
        while True:
            yield self._ask_after_s[-1]

    async def _ask(self, question: bytes) -> None:
        """Networks come and go: each question has sockets of its own, which listen until the one after the next."""
        loop = asyncio.get_running_loop()
        for address in await asyncio.to_thread(own_addresses):
            try:
                transport, listener = await loop.create_datagram_endpoint(
                    lambda: _Listener(self._heard, self._listeners), sock=_socket(address)
                )
            except OSError as error:
                _logger.debug("not asked address=%s error=%s", address, error)
                continue
            transport.sendto(question, self._group)
            loop.call_later(2 * self._ask_after_s[-1], listener.close)

    def _heard(self, data: bytes, sender: str, transport: asyncio.DatagramTransport) -> None:
        try:
            services = parse_response(data, sender)
        except MdnsError as error:
            _logger.debug("answer ignored sender=%s reason=%s", sender, error)
            return
        for service in services[:SERVICES_MAX]:
            if service.kind in self._kinds and service.port:
                self._found(service)
            elif service.kind in self._kinds and service.ttl_s:
                with contextlib.suppress(ValueError):
                    transport.sendto(query_place(service), self._group)


def _socket(address: str) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, _TTL)
        sock.bind((address, 0))
    except OSError:
        sock.close()
        raise
    return sock


class _Listener(asyncio.DatagramProtocol):
    """One socket of one question."""

    def __init__(
        self, heard: Callable[[bytes, str, asyncio.DatagramTransport], None], all_of_them: set[_Listener]
    ) -> None:
        self._heard = heard
        self._all = all_of_them
        self._transport: asyncio.DatagramTransport | None = None

    def close(self) -> None:
        """Hear no more."""
        self._all.discard(self)
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)  # not one by class before Python 3.12
        self._all.add(self)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if self._transport is not None:
            self._heard(data, addr[0], self._transport)

    def error_received(self, exc: Exception) -> None:
        _logger.debug("nobody listens error=%s", exc)
