"""Frames of the link: cut out of bytes as they arrive, opened, and put together to messages, each channel on its own.

A frame: u8 channel, u8 flags, u16 size of what follows, and in the first of several frames u32 size of the whole message.
A message: u16 id, then its body. All big endian. (docs/protocols/android-auto.md)
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntFlag

from backends.projection.android_auto.sentences import nonsense

__all__ = ["CHUNK", "MESSAGE_MAX", "Flags", "Frame", "FrameReader", "Packet", "Reassembly", "frames"]

CHUNK = 0x4000
"""Plain bytes in one frame that we write: one record of TLS."""
MESSAGE_MAX = 8 << 20
UNFINISHED_MAX = 12 << 20
"""Bytes of all channels' unfinished messages together."""
_HEADER = struct.Struct(">BBH")
_TOTAL = struct.Struct(">I")
_ID = struct.Struct(">H")


class Flags(IntFlag):
    """Second byte of a frame."""

    FIRST = 1
    LAST = 2
    CONTROL = 4
    """On a channel other than 0: it concerns the channel itself."""
    ENCRYPTED = 8


_WHOLE = Flags.FIRST | Flags.LAST


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame with its payload as it was on the wire."""

    channel: int
    flags: int
    payload: bytes


@dataclass(frozen=True, slots=True)
class Packet:
    """A whole message."""

    channel: int
    id: int
    body: bytes
    control: bool = False


class FrameReader:
    """Holds at most one unfinished frame (64 KiB)."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    @property
    def pending(self) -> int:
        """Bytes of the unfinished frame."""
        return len(self._buffer)

    def feed(self, data: bytes | bytearray | memoryview) -> list[Frame]:
        """The frames that are complete now. Raises PeerFault."""
        buffer = self._buffer
        buffer += data
        found: list[Frame] = []
        start = 0
        while len(buffer) - start >= _HEADER.size:
            channel, flags, size = _HEADER.unpack_from(buffer, start)
            if flags & ~0xF:
                raise nonsense(f"a frame with flags {flags:#04x}")
            begin = start + _HEADER.size + (_TOTAL.size if flags & _WHOLE == Flags.FIRST else 0)
            if len(buffer) < begin + size:
                break
            found.append(Frame(channel, flags, bytes(buffer[begin : begin + size])))
            start = begin + size
        del buffer[:start]
        return found


class Reassembly:
    """Puts frames together; they may be interleaved between channels. ``decrypt`` opens the payload of an encrypted frame."""

    def __init__(self, decrypt: Callable[[bytes], bytes]) -> None:
        self._decrypt = decrypt
        self._parts: dict[int, bytearray] = {}
        self._unfinished = 0

    @property
    def pending(self) -> int:
        """Bytes of unfinished messages."""
        return self._unfinished

    def add(self, frame: Frame) -> Packet | None:
        """The message that this frame completes. Raises PeerFault."""
        data = self._decrypt(frame.payload) if frame.flags & Flags.ENCRYPTED else frame.payload
        if frame.flags & Flags.FIRST:
            if frame.channel in self._parts:
                raise nonsense("a message that began before the one before had ended")
            if frame.flags & Flags.LAST:
                return self._packet(frame, data)
            self._parts[frame.channel] = bytearray()
        part = self._parts.get(frame.channel)
        if part is None:
            raise nonsense("the rest of a message that never began")
        self._unfinished += len(data)
        if len(part) + len(data) > MESSAGE_MAX or self._unfinished > UNFINISHED_MAX:
            raise nonsense("a message that is too long")
        part += data
        if not frame.flags & Flags.LAST:
            return None
        del self._parts[frame.channel]
        self._unfinished -= len(part)
        return self._packet(frame, part)

    def _packet(self, frame: Frame, data: bytes | bytearray) -> Packet:
        if len(data) < _ID.size:
            raise nonsense("a message without a kind")
        return Packet(
            frame.channel, _ID.unpack_from(data)[0], bytes(data[_ID.size :]), bool(frame.flags & Flags.CONTROL)
        )


def frames(packet: Packet, encrypt: Callable[[bytes], bytes] | None) -> bytes:
    """A message as the frames it takes; ``encrypt`` None sends it plain."""
    data = _ID.pack(packet.id) + packet.body
    flags = (Flags.CONTROL if packet.control else 0) | (Flags.ENCRYPTED if encrypt else 0)
    if len(data) <= CHUNK:
        return _frame(packet.channel, flags | _WHOLE, data, encrypt)
    out = []
    for at in range(0, len(data), CHUNK):
        place = (Flags.FIRST if at == 0 else 0) | (Flags.LAST if at + CHUNK >= len(data) else 0)
        out.append(_frame(packet.channel, flags | place, data[at : at + CHUNK], encrypt, len(data)))
    return b"".join(out)


def _frame(channel: int, flags: int, chunk: bytes, encrypt: Callable[[bytes], bytes] | None, total: int = 0) -> bytes:
    payload = encrypt(chunk) if encrypt else chunk
    head = _HEADER.pack(channel, flags, len(payload))
    return head + (_TOTAL.pack(total) if flags & _WHOLE == Flags.FIRST else b"") + payload
