"""The way to a server's desktop: the connection, the log-in, and what they were agreed to be."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from backends.projection.defs import Reason, SessionState
from backends.projection.errors import LinkLost, NotAllowed, TooSlow
from backends.projection.mirror.link import LinkListener
from backends.projection.vnc import handshake, protocol
from backends.projection.vnc.handshake import Credentials
from backends.projection.vnc.protocol import Encoding, Screen, Security, VeNCrypt
from backends.projection.vnc.steps import Wire
from backends.projection.vnc.tls import start_tls

__all__ = ["Facts", "Target", "close", "connect", "log_in"]

CONNECT_S = 5.0
STALL_S = 20.0
SILENCE_S = 5.0
"""A server that knows fences is asked for a sign of life after this, and has as long again to give one."""
_BYE_S = 0.5
_KEEPALIVE = ((socket.TCP_KEEPIDLE, 5), (socket.TCP_KEEPINTVL, 2), (socket.TCP_KEEPCNT, 3))


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to connect to and how.

    ``certificate``: SHA-256 of the one seen before; ``encodings``: of `protocol.ENCODINGS`; ``quality`` of JPEG 0..9, None:
    without loss; ``compression`` 0..9.
    """

    host: str
    port: int
    credentials: Credentials = field(default_factory=Credentials)
    certificate: str = ""
    encodings: tuple[str, ...] = tuple(protocol.ENCODINGS)
    quality: int | None = 8
    compression: int = 1


@dataclass(slots=True)
class Facts:
    """What was negotiated, for people to read."""

    version: str = ""
    security: str = ""
    tls: str = ""
    certificate: str = ""
    resize: str = "not offered"
    fences: bool = False
    continuous: bool = False
    updates: int = 0
    pointer: str = "-"
    trouble: str = ""
    screens: list[Screen] = field(default_factory=list)

    def rows(self, rectangles: Mapping[int, int]) -> list[tuple[str, str, str]]:
        """As `Link.report`; ``rectangles``: how many by encoding."""
        words = {
            "version": self.version,
            "security": self.security,
            "tls": self.tls,
            "certificate": self.certificate,
            "resize": self.resize,
            "fences": "yes" if self.fences else "no",
            "continuous updates": "yes" if self.continuous else "no",
            "updates": str(self.updates),
            "pointer": self.pointer,
            "trouble": self.trouble,
        }
        rows = [("vnc", name, word) for name, word in words.items() if word]
        return rows + [("rectangles", _name_of(number), str(count)) for number, count in sorted(rectangles.items())]


async def connect(target: Target, on_silence: Callable[[], None]) -> Wire:
    """Raises LinkLost, TooSlow."""
    try:
        async with asyncio.timeout(CONNECT_S):
            reader, writer = await asyncio.open_connection(target.host, target.port)
    except TimeoutError:
        raise TooSlow("The phone does not answer.", Reason.NO_ROUTE) from None
    except OSError:
        raise LinkLost("No VNC server answers at this address.", Reason.NO_ROUTE) from None
    found: socket.socket | None = writer.get_extra_info("socket")
    if found is not None:
        found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in _KEEPALIVE:
            found.setsockopt(socket.IPPROTO_TCP, option, value)
    return Wire(reader, writer, stall_s=STALL_S, silence_s=SILENCE_S, on_silence=on_silence)


async def log_in(wire: Wire, target: Target, facts: Facts, told: LinkListener) -> handshake.Desktop:
    """From the first byte to the desktop. Raises ProjectionError."""
    credentials = target.credentials
    version = await wire.run(handshake.agree(wire.send))
    facts.version = f"{version[0]}.{version[1]}"
    told.state(SessionState.AUTHENTICATING)
    kind: Security | VeNCrypt = await wire.run(handshake.choose(version, credentials, wire.send))
    if kind is Security.VENCRYPT:
        kind = await wire.run(handshake.vencrypt(credentials, wire.send))
        facts.tls, facts.certificate = await start_tls(wire.writer, kind)
        if target.certificate not in ("", facts.certificate):
            raise NotAllowed(
                "The phone shows another certificate than before. Somebody may be in between.",
                Reason.CERTIFICATE,
                needs="certificate",
            )
    facts.security = kind.name.lower()
    await wire.run(handshake.log_in(kind, credentials, wire.send))
    await wire.run(handshake.result(version, kind))
    told.state(SessionState.NEGOTIATING)
    return await wire.run(handshake.initialise(wire.send))


async def close(writer: asyncio.StreamWriter) -> None:
    """Say goodbye, for a moment at most."""
    writer.close()
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(_BYE_S):
            await writer.wait_closed()
    writer.transport.abort()


def _name_of(encoding: int) -> str:
    try:
        return Encoding(encoding).name.lower()
    except ValueError:
        return str(encoding)
