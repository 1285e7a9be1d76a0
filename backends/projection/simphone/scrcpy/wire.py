"""ADB's packets: a header of six little-endian u32 and a payload (AOSP `packages/modules/adb/protocol.txt`)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

__all__ = [
    "MAX_PAYLOAD",
    "VERSION",
    "VERSION_SKIP_CHECKSUM",
    "VERSION_STLS",
    "AuthKind",
    "Command",
    "Packet",
    "WireError",
    "read_packet",
]

VERSION = 0x01000001
VERSION_SKIP_CHECKSUM = 0x01000001
"""From this version on the payload's sum is not checked and is sent as 0."""
VERSION_STLS = 0x01000000
MAX_PAYLOAD = 1024 * 1024
_HEADER = struct.Struct("<6I")


class Command(IntEnum):
    """The first word of a packet: four ASCII letters."""

    SYNC = 0x434E5953
    CNXN = 0x4E584E43
    AUTH = 0x48545541
    OPEN = 0x4E45504F
    OKAY = 0x59414B4F
    CLSE = 0x45534C43
    WRTE = 0x45545257
    STLS = 0x534C5453


class AuthKind(IntEnum):
    """`arg0` of AUTH."""

    TOKEN = 1
    SIGNATURE = 2
    RSA_PUBLIC_KEY = 3


class WireError(Exception):
    """The peer sent something that is no ADB packet. The connection cannot go on."""


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet. `command` stays a plain int, so that an unknown one can be ignored as adbd does."""

    command: int
    arg0: int
    arg1: int
    data: bytes = b""

    def encode(self, *, checksum: bool) -> bytes:
        """The bytes on the wire; with `checksum` the header carries the payload's sum (peers before 0x01000001)."""
        total = sum(self.data) & 0xFFFFFFFF if checksum else 0
        return (
            _HEADER.pack(self.command, self.arg0, self.arg1, len(self.data), total, self.command ^ 0xFFFFFFFF)
            + self.data
        )


async def read_packet(reader: asyncio.StreamReader, *, checksum: bool) -> Packet:
    """Read the next packet.

    Raises WireError for a wrong magic, an overlong payload or (with `checksum`) a wrong sum, and IncompleteReadError at the end.
    """
    command, arg0, arg1, length, total, magic = _HEADER.unpack(await reader.readexactly(_HEADER.size))
    if magic != command ^ 0xFFFFFFFF:
        raise WireError(f"bad magic {magic:#010x} for command {command:#010x}")
    if length > MAX_PAYLOAD:
        raise WireError(f"payload of {length} bytes is over {MAX_PAYLOAD}")
    data = await reader.readexactly(length) if length else b""
    if checksum and total != sum(data) & 0xFFFFFFFF:
        raise WireError("payload does not match its sum")
    return Packet(command, arg0, arg1, data)
