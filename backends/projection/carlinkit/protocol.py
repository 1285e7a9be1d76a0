"""Messages on the wire, both ways: 16 bytes of header, then the payload (docs/protocols/carlinkit.md). Little endian."""

from __future__ import annotations

import logging
import struct
from dataclasses import dataclass
from enum import IntEnum

from backends.projection.carlinkit.sentences import ENCRYPTED, NONSENSE
from backends.projection.errors import PeerFault, Unsupported

__all__ = ["HEADER_SIZE", "Decoder", "Kind", "Message", "encode", "limit"]

_logger = logging.getLogger(__name__)

_HEADER = struct.Struct("<IIII")
HEADER_SIZE = _HEADER.size
_MAGIC = 0x55AA55AA
_MAGIC_ENCRYPTED = 0x55BB55BB
_START = _MAGIC.to_bytes(4, "little")
_CHECK = 0xFFFFFFFF
RESYNC_MAX = 4 << 20
"""At the start a dongle may still be in the middle of a message of an earlier session: so much is skipped, bytes."""
_SMALL_MAX = 64 << 10
_OTHER_MAX = 1 << 20


class Kind(IntEnum):
    """What a message is; the comment says who sends it: C the car, D the dongle."""

    OPEN = 0x01  # both
    PLUGGED = 0x02  # D
    PHASE = 0x03  # D
    UNPLUGGED = 0x04  # D
    TOUCH = 0x05  # C
    VIDEO = 0x06  # D
    AUDIO = 0x07  # both
    COMMAND = 0x08  # both
    LOGO = 0x09  # C
    BLUETOOTH_ADDRESS = 0x0A  # D
    MODE_CHANGED = 0x0B  # D
    BLUETOOTH_PIN = 0x0C  # D
    BLUETOOTH_NAME = 0x0D  # D
    WIFI_NAME = 0x0E  # D
    DISCONNECT_PHONE = 0x0F  # C
    AIRPLAY_CHANGED = 0x10  # D
    AUTO_CONNECT = 0x11  # both
    PAIRED_LIST = 0x12  # both
    ONLINE_LIST = 0x13  # D
    MANUFACTURER = 0x14  # D
    CLOSE = 0x15  # C
    CAMERA = 0x16  # D
    MULTI_TOUCH = 0x17  # C
    HICAR_LINK = 0x18  # D
    BOX_SETTINGS = 0x19  # both
    REMOTE_SIZE = 0x1E  # D
    FORGET_BLUETOOTH = 0x22  # C
    PEER_CONNECTING = 0x23  # D
    PEER_CONNECTED = 0x24  # D
    PEER_GONE = 0x25  # D
    LISTENING = 0x26  # D
    PROPERTY_LIST = 0x28  # D
    GNSS = 0x29  # C
    METADATA = 0x2A  # D
    PAIRING_PIN = 0x2B  # D
    CLUSTER_VIDEO = 0x2C  # D
    CLUSTER_FOCUS = 0x6E  # D
    CLUSTER_FOCUS_RELEASED = 0x6F  # D
    FACTORY = 0x77  # both
    DEBUG = 0x88  # C
    FILE = 0x99  # C
    MANUFACTURER_EXTENDED = 0xA1  # D
    SESSION_INFO = 0xA3  # D
    HEARTBEAT = 0xAA  # C
    UPDATE = 0xB1  # D
    UPDATE_STATE = 0xBB  # D
    SOFTWARE_VERSION = 0xCC  # D
    ENCRYPT = 0xF0  # both
    DUCK = 0x1000  # D


_LIMITS = {
    Kind.VIDEO: 4 << 20,
    Kind.CLUSTER_VIDEO: 4 << 20,
    Kind.METADATA: 2 << 20,
    Kind.AUDIO: 256 << 10,
}


@dataclass(frozen=True, slots=True)
class Message:
    """One message. ``kind`` is a `Kind`, or the number of one that nobody has described."""

    kind: int
    payload: bytes = b""


def limit(kind: int) -> int:
    """The most bytes that a payload of this kind may have."""
    try:
        return _LIMITS.get(Kind(kind), _SMALL_MAX)
    except ValueError:
        return _OTHER_MAX


def encode(kind: Kind, payload: bytes = b"") -> bytes:
    """A whole message."""
    return _HEADER.pack(_MAGIC, len(payload), kind, kind ^ _CHECK) + payload


class Decoder:
    """Cuts messages out of bytes as they arrive. Holds one unfinished message at most."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._kind = 0
        self._size = -1  # of the payload that is awaited; -1: a header is
        self._synced = False
        self.skipped = 0
        """Bytes before the first header."""

    @property
    def wanted(self) -> int:
        """How many bytes are missing to the end of the header or the payload."""
        return max(1, (HEADER_SIZE if self._size < 0 else self._size) - len(self._buffer))

    def feed(self, data: bytes | bytearray | memoryview) -> list[Message]:
        """The messages that are complete now. Raises PeerFault or Unsupported; then the stream is of no more use."""
        buffer = self._buffer
        buffer += data
        if not self._synced:
            self._sync()
        messages: list[Message] = []
        start = 0
        while True:
            if self._size < 0:
                if len(buffer) - start < HEADER_SIZE:
                    break
                self._kind, self._size = _header(buffer, start)
                self._synced = True
                start += HEADER_SIZE
            if len(buffer) - start < self._size:
                break
            messages.append(Message(self._kind, bytes(buffer[start : start + self._size])))
            start += self._size
            self._size = -1
        del buffer[:start]
        return messages

    def _sync(self) -> None:
        """Skip to the first place that can be a header."""
        buffer = self._buffer
        while True:
            at = buffer.find(_START)
            # What could be the beginning of one is kept.
            drop = at if at >= 0 else max(0, len(buffer) - len(_START) + 1)
            if at < 0 and buffer.startswith((_MAGIC_ENCRYPTED).to_bytes(4, "little")):
                drop = 0
            del buffer[:drop]
            self.skipped += drop
            if self.skipped > RESYNC_MAX:
                _logger.info("no message in %d bytes", self.skipped)
                raise PeerFault(NONSENSE)
            if at < 0 or len(buffer) < HEADER_SIZE or _plausible(buffer):
                return
            del buffer[:1]
            self.skipped += 1


def _plausible(buffer: bytearray) -> bool:
    _, size, kind, check = _HEADER.unpack_from(buffer)
    return bool(check == kind ^ _CHECK and size <= limit(kind))


def _header(buffer: bytearray, at: int) -> tuple[int, int]:
    magic, size, kind, check = _HEADER.unpack_from(buffer, at)
    if magic == _MAGIC_ENCRYPTED:
        raise Unsupported(ENCRYPTED)
    if magic != _MAGIC or check != kind ^ _CHECK or size > limit(kind):
        _logger.info("bad header magic=%08x size=%d kind=%#x check=%08x", magic, size, kind, check)
        raise PeerFault(NONSENSE)
    return kind, size
