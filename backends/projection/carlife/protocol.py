"""CarLife's framing: headers of the channels, the relay over a USB accessory, many fingers in one message."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass

from backends.projection.carlife.ids import Channel
from backends.projection.carlife.sentences import nonsense

__all__ = [
    "COMMAND_MAX",
    "DATA_MAX",
    "FINGERS_MAX",
    "Decoder",
    "Frame",
    "RelayDecoder",
    "encode_fingers",
    "encode_frame",
    "encode_relay",
]

_SHORT = struct.Struct(">HHI")
_LONG = struct.Struct(">III")
_RELAY = struct.Struct(">II")
_FINGER = struct.Struct(">BHH")
COMMAND_MAX = 0xFFFF
"""The short header counts in 16 bits."""
DATA_MAX = {
    Channel.VIDEO: 4 << 20,
    Channel.MEDIA: 512 << 10,
    Channel.TTS: 512 << 10,
    Channel.VR: 512 << 10,
}
"""What a phone may put into one message; more ends the connection."""
FINGERS_MAX = 10


@dataclass(frozen=True, slots=True)
class Frame:
    """One message. ``time_ms`` is the sender's clock, 0 on the short channels; ``payload`` as on the wire."""

    channel: Channel
    type: int
    payload: bytes
    time_ms: int = 0


def encode_frame(channel: Channel, kind: int, payload: bytes = b"", time_ms: int = 0) -> bytes:
    """A message as it goes out. Raises ValueError when it is too long for its channel."""
    if channel.short:
        if len(payload) > COMMAND_MAX:
            raise ValueError(f"{len(payload)} bytes are too many for a command")
        return _SHORT.pack(len(payload), 0, kind) + payload
    return _LONG.pack(len(payload), time_ms & 0xFFFFFFFF, kind) + payload


class Decoder:
    """Cuts one channel's bytes into messages; holds at most one unfinished message."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self._header = _SHORT if channel.short else _LONG
        self._limit = COMMAND_MAX if channel.short else DATA_MAX[channel]
        self._buffer = bytearray()

    @property
    def pending(self) -> int:
        """Bytes of the unfinished message."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[Frame]:
        """The messages that are whole now. Raises PeerFault, after which the channel is of no more use."""
        buffer, header = self._buffer, self._header
        buffer += data
        frames: list[Frame] = []
        start = 0
        while len(buffer) - start >= header.size:
            size, second, kind = header.unpack_from(buffer, start)
            if kind >> 16 != self.channel:
                raise nonsense(f"message {kind:#x} on channel {self.channel.name}")
            if size > self._limit:
                raise nonsense(f"a message of {size} bytes on channel {self.channel.name}")
            end = start + header.size + size
            if len(buffer) < end:
                break
            payload = bytes(memoryview(buffer)[start + header.size : end])
            frames.append(Frame(self.channel, kind, payload, 0 if self.channel.short else second))
            start = end
        del buffer[:start]
        return frames


_RELAY_MAX = max(DATA_MAX.values()) + _LONG.size


def encode_relay(channel: Channel, message: bytes) -> bytes:
    """A whole message (with its header) as it goes over a USB accessory."""
    return _RELAY.pack(channel, len(message)) + message


class RelayDecoder:
    """Sorts what comes over a USB accessory by channel: pieces for each channel's `Decoder`."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    @property
    def pending(self) -> int:
        """Bytes of the unfinished piece."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[tuple[Channel, bytes]]:
        """Whole messages with their channel. Raises PeerFault."""
        buffer = self._buffer
        buffer += data
        found: list[tuple[Channel, bytes]] = []
        start = 0
        while len(buffer) - start >= _RELAY.size:
            number, size = _RELAY.unpack_from(buffer, start)
            if not Channel.COMMAND <= number <= Channel.TOUCH:
                raise nonsense(f"channel {number}")
            if not _SHORT.size <= size <= _RELAY_MAX:
                raise nonsense(f"a message of {size} bytes over USB")
            end = start + _RELAY.size + size
            if len(buffer) < end:
                break
            found.append((Channel(number), bytes(memoryview(buffer)[start + _RELAY.size : end])))
            start = end
        del buffer[:start]
        return found


def encode_fingers(action: int, fingers: Iterable[tuple[int, int, int]]) -> bytes:
    """Payload of TOUCH_FINGERS: Android's action word, then id, x, y of each finger."""
    return action.to_bytes(4, "big") + b"".join(
        _FINGER.pack(pointer & 0xFF, x & 0xFFFF, y & 0xFFFF) for pointer, x, y in fingers
    )
