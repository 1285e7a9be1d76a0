"""From the first byte to a desktop: version, security, initialisation. Parsers (`steps.py`) that also send.

Which way to log in: an encrypted one before others, one that needs no password when there is none.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from backends.projection.defs import Reason
from backends.projection.errors import NotAllowed, Unsupported
from backends.projection.vnc.auth import CHALLENGE, vnc_response
from backends.projection.vnc.faults import Damaged, Refused, Unknown
from backends.projection.vnc.protocol import Security, VeNCrypt, check_size
from backends.projection.vnc.steps import Steps, text_of
from backends.projection.words import plain

__all__ = ["Credentials", "Desktop", "Send", "agree", "choose", "initialise", "log_in", "result", "vencrypt"]

Send = Callable[[bytes], None]
Version = tuple[int, int]

_VERSION = re.compile(rb"RFB (\d{3})\.(\d{3})\n\Z")
_REASON_MAX = 300
_NAME_MAX = 200
_SUBTYPES_MAX = 64
_PASSWORD_KINDS = frozenset({Security.VNC, VeNCrypt.TLS_VNC, VeNCrypt.X509_VNC})
_LOGIN_KINDS = frozenset({VeNCrypt.PLAIN, VeNCrypt.TLS_PLAIN, VeNCrypt.X509_PLAIN})
_IN_TLS = (
    VeNCrypt.X509_PLAIN, VeNCrypt.X509_VNC, VeNCrypt.X509_NONE, VeNCrypt.TLS_PLAIN, VeNCrypt.TLS_VNC, VeNCrypt.TLS_NONE,
)  # fmt: skip
"""The best first. Plain without TLS is not done: it shows the password to everybody."""
_CERTIFIED = _IN_TLS[:3]
_ASK = "The phone asks for a password."


@dataclass(frozen=True, slots=True)
class Credentials:
    """What was given for a phone. ``certified``: it has shown a certificate before, so nothing less is good enough."""

    password: str = ""
    user: str = ""
    certified: bool = False


@dataclass(frozen=True, slots=True)
class Desktop:
    """What a server shows."""

    width: int
    height: int
    name: str


def agree(send: Send) -> Steps[Version]:
    """The version both speak: 3.3, 3.7 or 3.8. Raises Unsupported for what is no VNC."""
    given = _VERSION.match((yield 12))
    if given is None:
        raise Unsupported("What answers at this address is no VNC server.", Reason.VERSION)
    version = (int(given[1]), int(given[2]))
    # Numbers nobody defined (3.5, Apple's 3.889, RealVNC's 4 and 5) are to be taken as the next lower one.
    ours = (3, 8) if version >= (3, 8) else (3, 7) if version == (3, 7) else (3, 3)
    if version < (3, 3):
        raise Unsupported("The phone's VNC server is too old.", Reason.VERSION)
    send(b"RFB %03d.%03d\n" % ours)
    return ours


def choose(version: Version, credentials: Credentials, send: Send) -> Steps[Security]:
    """Pick one of the ways the server offers. Raises NotAllowed with what is missing."""
    if version == (3, 3):
        (only,) = struct.unpack(">I", (yield 4))
        offered: Sequence[int] = [only]
    else:
        count = (yield 1)[0]
        offered = list((yield count)) if count else [Security.INVALID]
    if Security.INVALID in offered and len(offered) == 1:
        raise Refused((yield from _reason()))
    free = not credentials.password
    order = [Security.VENCRYPT, Security.VNC, Security.NONE]
    if free and not credentials.certified:
        order = [Security.NONE, Security.VENCRYPT, Security.VNC]
    if credentials.certified:
        order = [Security.VENCRYPT]
    for kind in order:
        if kind in offered:
            if kind == Security.VNC and free:
                raise NotAllowed(_ASK, needs="password")
            if version != (3, 3):
                send(bytes([kind]))
            return kind
    raise _cannot(offered, credentials)


def vencrypt(credentials: Credentials, send: Send) -> Steps[VeNCrypt]:
    """Which of VeNCrypt's ways; after it TLS begins. Raises NotAllowed with what is missing."""
    if (yield 2) < b"\0\2":
        raise Unsupported("The phone's VNC server is too old.", Reason.VERSION)
    send(b"\0\2")
    if (yield 1) != b"\0":
        raise Damaged("a version of VeNCrypt that it does not keep to")
    count = (yield 1)[0]
    if not 0 < count <= _SUBTYPES_MAX:
        raise Damaged(f"{count} ways to log in")
    offered = struct.unpack(f">{count}I", (yield 4 * count))
    missing = ""
    for kind in _CERTIFIED if credentials.certified else _IN_TLS:
        if kind not in offered:
            continue
        if (kind in _LOGIN_KINDS and not (credentials.user and credentials.password)) or (
            kind in _PASSWORD_KINDS and not credentials.password
        ):
            missing = "password"
            continue
        send(struct.pack(">I", kind))
        if (yield 1) != b"\1":
            raise Damaged("a way to log in that it offered and refuses")
        return kind
    if missing:
        raise NotAllowed(_ASK, needs=missing)
    raise _cannot(offered, credentials)


def log_in(kind: Security | VeNCrypt, credentials: Credentials, send: Send) -> Steps[None]:
    """What comes after the choice, and inside of TLS."""
    if kind in _PASSWORD_KINDS:
        send(vnc_response(credentials.password, (yield CHALLENGE)))
    elif kind in _LOGIN_KINDS:
        user, password = credentials.user.encode(), credentials.password.encode()
        send(struct.pack(">II", len(user), len(password)) + user + password)
    return
    yield 0


def result(version: Version, kind: Security | VeNCrypt) -> Steps[None]:
    """Whether it worked. Raises NotAllowed."""
    if kind == Security.NONE and version != (3, 8):
        return
    (status,) = struct.unpack(">I", (yield 4))
    if status == 0:
        return
    reason = (yield from _reason()) if version == (3, 8) else ""
    if kind in _PASSWORD_KINDS or kind in _LOGIN_KINDS:
        raise NotAllowed("The password is not the phone's.", needs="password")
    raise Refused(reason)


def initialise(send: Send) -> Steps[Desktop]:
    """The desktop, shared with others that look at it. Raises Damaged for a size that is none."""
    send(b"\1")
    width, height, size = struct.unpack(">HH16xI", (yield 24))
    check_size(width, height)
    name = yield from text_of(size, _NAME_MAX)
    return Desktop(width, height, plain(name, _NAME_MAX))


def _reason() -> Steps[str]:
    (size,) = struct.unpack(">I", (yield 4))
    return plain((yield from text_of(size, _REASON_MAX)), _REASON_MAX)


def _cannot(offered: Sequence[int], credentials: Credentials) -> Exception:
    if credentials.certified:
        return NotAllowed(
            "The phone had a certificate before and has none now. Somebody may be in between.",
            Reason.CERTIFICATE,
            needs="certificate",
        )
    numbers = ", ".join(str(kind) for kind in offered[:8])
    return Unknown(f"ways to log in: {numbers}")
