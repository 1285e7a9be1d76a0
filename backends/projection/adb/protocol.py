"""adb packets, banners, shell-v2 frames and sync requests as bytes (docs/protocols/adb.md). No I/O.

Source of the facts: AOSP packages/modules/adb, protocol.txt, docs/dev/{sync,services}.md.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from enum import IntEnum

from backends.projection.errors import PeerFault

__all__ = [
    "AUTH_PUBLIC_KEY",
    "AUTH_SIGNATURE",
    "AUTH_TOKEN",
    "HEADER_SIZE",
    "MAX_PAYLOAD",
    "STLS_VERSION",
    "SYNC_DATA_MAX",
    "VERSION_MIN",
    "VERSION_SKIP_CHECKSUM",
    "Banner",
    "Command",
    "Header",
    "ShellFrames",
    "ShellId",
    "checksum",
    "encode_packet",
    "parse_header",
    "sync_request",
    "verify",
]

VERSION_MIN = 0x01000000
VERSION_SKIP_CHECKSUM = 0x01000001
STLS_VERSION = 0x01000000
MAX_PAYLOAD = 1 << 20
"""What we take in one packet, bytes; phones before Android 9 send 256 KiB or 4 KiB at most."""
SYNC_DATA_MAX = 64 * 1024
AUTH_TOKEN, AUTH_SIGNATURE, AUTH_PUBLIC_KEY = 1, 2, 3

_HEADER = struct.Struct("<6I")
HEADER_SIZE = _HEADER.size
_SHELL = struct.Struct("<BI")
_SHELL_FRAME_MAX = 1 << 20
_SYNC = struct.Struct("<4sI")


class Command(IntEnum):
    """Four ASCII letters as a little-endian word."""

    SYNC = 0x434E5953
    CNXN = 0x4E584E43
    AUTH = 0x48545541
    OPEN = 0x4E45504F
    OKAY = 0x59414B4F
    CLSE = 0x45534C43
    WRTE = 0x45545257
    STLS = 0x534C5453


@dataclass(frozen=True, slots=True)
class Header:
    """A packet's first 24 bytes."""

    command: int
    arg0: int
    arg1: int
    length: int
    check: int


def checksum(payload: bytes) -> int:
    """Sum of the bytes; asked for by peers older than VERSION_SKIP_CHECKSUM."""
    return sum(payload) & 0xFFFFFFFF


def encode_packet(command: Command, arg0: int, arg1: int, payload: bytes = b"", *, check: bool = True) -> bytes:
    """A whole packet; ``check`` False leaves the checksum 0, as newer peers want it."""
    total = checksum(payload) if check else 0
    return _HEADER.pack(command, arg0, arg1, len(payload), total, command ^ 0xFFFFFFFF) + payload


def parse_header(data: bytes, max_payload: int = MAX_PAYLOAD) -> Header:
    """Raises PeerFault when this is no header or promises more than ``max_payload`` bytes."""
    command, arg0, arg1, length, check, magic = _HEADER.unpack(data)
    if magic != command ^ 0xFFFFFFFF:
        raise PeerFault("What answers there is not a phone's debug bridge.")
    if length > max_payload:
        raise PeerFault(f"The phone announced a packet of {length} bytes; {max_payload} are allowed.")
    return Header(command, arg0, arg1, length, check)


def verify(header: Header, payload: bytes, version: int) -> None:
    """Raises PeerFault on a wrong checksum where the peer's version has one."""
    if version < VERSION_SKIP_CHECKSUM and header.check != checksum(payload):
        raise PeerFault("A packet from the phone arrived damaged.")


@dataclass(frozen=True, slots=True)
class Banner:
    """What a phone says of itself: ``device::ro.product.model=Pixel 7;features=shell_v2,cmd``."""

    system: str
    properties: dict[str, str] = field(default_factory=dict)
    features: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, payload: bytes) -> Banner:
        """Tolerant: what is missing stays empty."""
        text = payload[:4096].rstrip(b"\0").decode("utf-8", "replace")
        system, _, rest = text.partition(":")
        _, _, listed = rest.partition(":")
        properties = {}
        for item in listed.split(";"):
            name, equals, value = item.partition("=")
            if equals:
                properties[name.strip()] = value.strip()
        features = frozenset(word for word in properties.get("features", "").split(",") if word)
        return cls(system, properties, features)

    @property
    def name(self) -> str:
        """What the phone calls itself; empty when it does not say."""
        return self.properties.get("ro.product.model") or self.properties.get("ro.product.name", "")


class ShellId(IntEnum):
    """Kinds of shell-v2 frames."""

    STDIN = 0
    STDOUT = 1
    STDERR = 2
    EXIT = 3
    CLOSE_STDIN = 4


class ShellFrames:
    """Cuts a ``shell,v2`` stream into (kind, data); an unfinished frame is handed out in pieces, never collected."""

    def __init__(self) -> None:
        self._head = bytearray()
        self._kind = 0
        self._left = 0

    def feed(self, data: bytes) -> list[tuple[int, bytes]]:
        """Raises PeerFault on a frame longer than 1 MiB."""
        frames: list[tuple[int, bytes]] = []
        position = 0
        while position < len(data):
            if self._left == 0:
                take = _SHELL.size - len(self._head)
                self._head += data[position : position + take]
                position += take
                if len(self._head) < _SHELL.size:
                    break
                self._kind, self._left = _SHELL.unpack(self._head)
                self._head.clear()
                if self._left > _SHELL_FRAME_MAX:
                    raise PeerFault("The phone's shell sent a frame that is too long.")
                continue
            piece = data[position : position + self._left]
            position += len(piece)
            self._left -= len(piece)
            frames.append((self._kind, bytes(piece)))
        return frames


def sync_request(name: bytes, value: int, payload: bytes = b"") -> bytes:
    """A sync request or a piece of one: four letters, a little-endian number, and what follows."""
    return _SYNC.pack(name, value) + payload
