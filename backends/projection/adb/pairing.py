"""Making a phone know this car, by the code that it shows or by the one that the car shows as a QR picture (Android 11 on).

A TLS connection to the pairing port; SPAKE2 over the code and the connection's own keying material; then each tells the other
who it is, sealed with what SPAKE2 gave: the car its public key, the phone the name it announces itself by. docs/protocols/adb.md.
"""

from __future__ import annotations

import asyncio
import re
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from OpenSSL import SSL

from backends.projection.adb.keys import AdbKey
from backends.projection.adb.spake2 import MESSAGE_SIZE, BadPointError, Role, Spake2
from backends.projection.adb.tls import TlsPipe
from backends.projection.defs import Reason
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, ProjectionError, TooSlow
from backends.projection.words import plain

__all__ = ["GUID", "PEER_INFO_SIZE", "Seal", "header", "pair", "peer_info", "read_header"]

CONNECT_TIMEOUT_S = 5.0
PAIR_TIMEOUT_S = 20.0
PEER_INFO_SIZE = 8192
SPAKE2_MESSAGE, PEER_INFO = 0, 1
RSA_PUBLIC_KEY, DEVICE_GUID = 0, 1
EXPORT_LABEL, EXPORT_SIZE = b"adb-label\0", 64
GUID = re.compile(r"adb-[A-Za-z0-9_-]{1,60}\Z")
"""What a phone announces itself by."""
_VERSION = 1
_HEADER = struct.Struct(">BBI")
_TAG_SIZE = 16
_CODE_MAX = 64


class Seal:
    """AES-128-GCM with a key of SPAKE2's; each direction counts its messages."""

    def __init__(self, key: bytes) -> None:
        derived = HKDF(SHA256(), 16, salt=None, info=b"adb pairing_auth aes-128-gcm key").derive(key)
        self._cipher = AESGCM(derived)
        self._sealed = self._opened = 0

    def seal(self, data: bytes) -> bytes:
        """16 bytes longer."""
        nonce, self._sealed = self._sealed, self._sealed + 1
        return self._cipher.encrypt(nonce.to_bytes(12, "little"), data, None)

    def open(self, data: bytes) -> bytes:
        """Raises InvalidTag."""
        nonce, self._opened = self._opened, self._opened + 1
        return self._cipher.decrypt(nonce.to_bytes(12, "little"), data, None)


def header(kind: int, size: int) -> bytes:
    """The six bytes before a message."""
    return _HEADER.pack(_VERSION, kind, size)


def read_header(data: bytes, kind: int, size: int) -> None:
    """Raises PeerFault unless it announces such a message."""
    version, found, length = _HEADER.unpack(data)
    if version != _VERSION:
        raise PeerFault(f"The phone pairs by version {version} of the protocol, which is not known here.")
    if (found, length) != (kind, size):
        raise PeerFault("The phone answered the pairing with nonsense.")


def peer_info(kind: int, data: bytes) -> bytes:
    """Always 8192 bytes."""
    return (bytes([kind]) + data).ljust(PEER_INFO_SIZE, b"\0")


async def pair(host: str, port: int, code: str, key: AdbKey) -> str:
    """Make the phone know ``key``; the name it announces itself by from now on (``adb-…``), empty when it does not tell.

    Raises LinkLost (nobody there: the phone's page was closed), NotAllowed (another code), PeerFault, TooSlow.
    """
    if not code or len(code) > _CODE_MAX or not code.isascii():
        raise NotAllowed("That is no pairing code: the phone shows six digits.", needs="pairing_code")
    try:
        async with asyncio.timeout(CONNECT_TIMEOUT_S):
            reader, writer = await asyncio.open_connection(host, port)
    except (OSError, TimeoutError) as error:
        raise LinkLost(
            f"No phone waits to be paired at {host}:{port}. Its page with the code has to be open.", Reason.NO_ROUTE
        ) from error
    try:
        async with asyncio.timeout(PAIR_TIMEOUT_S):
            return await _exchange(TlsPipe(reader, writer, key), code.encode(), key)
    except TimeoutError:
        raise TooSlow("The phone stopped answering in the middle of the pairing.") from None
    except (SSL.Error, OSError) as error:
        raise PeerFault("Something answers there, but no phone that is waiting to be paired.") from error
    finally:
        writer.transport.abort()


async def _exchange(pipe: TlsPipe, code: bytes, key: AdbKey) -> str:
    try:
        await pipe.handshake()
    except EOFError:
        raise PeerFault("Something answers there, but no phone that is waiting to be paired.") from None
    exchange = Spake2(Role.CLIENT, code + pipe.export(EXPORT_LABEL, EXPORT_SIZE))
    await pipe.write(header(SPAKE2_MESSAGE, MESSAGE_SIZE) + exchange.message)
    try:
        read_header(await pipe.read_exactly(_HEADER.size), SPAKE2_MESSAGE, MESSAGE_SIZE)
        seal = Seal(exchange.key(await pipe.read_exactly(MESSAGE_SIZE)))
    except BadPointError:
        raise PeerFault("The phone answered the pairing with nonsense.") from None
    except EOFError:
        raise LinkLost("The phone ended the pairing. Its page with the code has to stay open.") from None
    ours = seal.seal(peer_info(RSA_PUBLIC_KEY, key.public_line() + b"\0"))
    try:
        await pipe.write(header(PEER_INFO, len(ours)) + ours)
        read_header(await pipe.read_exactly(_HEADER.size), PEER_INFO, PEER_INFO_SIZE + _TAG_SIZE)
        theirs = seal.open(await pipe.read_exactly(PEER_INFO_SIZE + _TAG_SIZE))
    except (InvalidTag, EOFError, SSL.Error, OSError):
        # A phone that cannot read what we sealed hangs up, and may have reset the connection by the time we write.
        raise _wrong_code() from None
    if theirs[0] != DEVICE_GUID:
        return ""
    name = plain(theirs[1:].split(b"\0", 1)[0].decode("utf-8", "replace"), 64)
    return name if GUID.match(name) else ""


def _wrong_code() -> ProjectionError:
    return NotAllowed(
        "The code was not the one on the phone. Let the phone show a new one and try again.", needs="pairing_code"
    )
