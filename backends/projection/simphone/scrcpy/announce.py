"""The phone's answers to multicast DNS: which of its services run, and where (RFC 6762, 6763)."""

from __future__ import annotations

import asyncio
import logging
import socket
import struct
from dataclasses import dataclass
from typing import cast

__all__ = ["GROUP", "Announcement", "Announcer", "answer"]

_log = logging.getLogger(__name__)
GROUP = ("224.0.0.251", 5353)
_TTL_S = 120
_PTR, _SRV, _TXT, _A = 12, 33, 16, 1
_FLUSH_IN = 0x8001


@dataclass(frozen=True, slots=True)
class Announcement:
    """`kind` like _adb-tls-connect._tcp, `name` of the instance, `host` an IPv4 address."""

    kind: str
    name: str
    host: str
    port: int


def _dotted(*labels: str) -> bytes:
    raw = [label.encode() for label in labels]
    return b"".join(len(label).to_bytes(1, "big") + label for label in raw) + b"\0"


def _record(owner: bytes, kind: int, data: bytes, *, shared: bool = False) -> bytes:
    return owner + struct.pack(">HHIH", kind, 1 if shared else _FLUSH_IN, _TTL_S, len(data)) + data


class Announcer(asyncio.DatagramProtocol):
    """Answers whoever asks, him alone."""

    def __init__(self) -> None:
        self.announcements: list[Announcement] = []
        self.asked = 0
        self._transport: asyncio.DatagramTransport | None = None

    async def listen(self, interface: str, group: tuple[str, int] = GROUP) -> None:
        """Raises OSError."""
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            sock.bind(("", group[1]))
            membership = socket.inet_aton(group[0]) + socket.inet_aton(interface)
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)
            sock.setblocking(False)
            await asyncio.get_running_loop().create_datagram_endpoint(lambda: self, sock=sock)
        except OSError:
            sock.close()
            raise

    def close(self) -> None:
        """Answer no more."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)  # not one by class before Python 3.12

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if self._transport is None or len(data) < 12 or data[2] & 0x80:
            return
        self.asked += 1
        found = [one for one in self.announcements if _asks_for(data, one)]
        if found:
            self._transport.sendto(answer(data[:2], found), addr)


def _asks_for(question: bytes, one: Announcement) -> bool:
    """Enough of a parser for a phone that answers questions about few things: the name as bytes, uncompressed."""
    first, second = one.kind.split(".")
    return _dotted(first, second, "local") in question[12:]


def answer(ident: bytes, found: list[Announcement]) -> bytes:
    """The message that tells of these; `ident` is the question's."""
    answers, more = [], []
    for one in found:
        kind = one.kind.split(".")
        owner = _dotted(one.name, *kind, "local")
        target = _dotted("simphone", "local")
        answers.append(_record(_dotted(*kind, "local"), _PTR, owner, shared=True))
        more.append(_record(owner, _SRV, struct.pack(">HHH", 0, 0, one.port) + target))
        more.append(_record(owner, _TXT, b"\x03v=1"))
        more.append(_record(target, _A, socket.inet_aton(one.host)))
    return ident + struct.pack(">5H", 0x8400, 0, len(answers), 0, len(more)) + b"".join(answers + more)
