"""Damaged bytes for everything that reads a phone with CarLife: `python -m tests.projection.fuzz.carlife 1000000`.

An input is a handful of messages on one channel, or on all of them over a USB relay, as a phone sends them or with bytes flipped,
cut, repeated and joined; it goes in pieces to the decoder and to a whole link. It may be read, wait for more, or end with a
ProjectionError; what the link tells is checked.
"""

from __future__ import annotations

import sys
from typing import Any, ClassVar

from backends.projection.carlife.ids import Channel, Type
from backends.projection.carlife.link import CarlifeLink
from backends.projection.carlife.messages import TABLES, encode
from backends.projection.carlife.protocol import Decoder, RelayDecoder, encode_frame, encode_relay
from backends.projection.carlife.secrecy import KeyPair, Secret
from backends.projection.carlife.settings import Settings
from backends.projection.carlife.transport import Heard, Transport
from backends.projection.errors import ProjectionError
from backends.projection.protobuf import Field, Message
from tests.projection.fuzz import harness
from tests.projection.fuzz.harness import Input, damaged
from tests.projection.fuzz.listener import Checked

__all__ = ["Fuzzer"]

_KEY = b"0123456789abcdef"
_PHONE = sorted(kind for kind in Type if not kind.from_car)
_PICTURE = b"\0\0\0\1\x67\x42\0\0\0\1\x68\xce\0\0\0\1\x65\x88" + bytes(range(64))


class _Silent(Transport):
    """What the car says is counted."""

    def __init__(self) -> None:
        self.sent = 0

    async def open(self) -> None: ...

    async def run(self, heard: Heard) -> None: ...

    def write(self, channel: Channel, message: bytes) -> None:
        self.sent += len(message)

    async def close(self) -> None: ...


class _Ear(Checked):
    """CarLife's pictures come one after another, and what is waited for has a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._pts_us = -1

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        super().frame(data, pts_us, received_ns, key=key)
        assert pts_us > self._pts_us
        self._pts_us = pts_us

    def waiting(self, code: str, text: str) -> None:
        super().waiting(code, text)
        assert bool(code) == bool(text)


class Fuzzer(harness.Fuzzer):
    """``where`` of an input: its channel, or None for the relay that has them all; and whether the link is encrypted."""

    OURS: ClassVar[tuple[str, ...]] = ("/backends/projection/carlife/", "/projection/protobuf")

    def __init__(self, seed: int = 1) -> None:
        super().__init__(seed)
        self._keys = KeyPair()
        self.messages = 0

    def read(self, made: Input) -> str:
        """All that is behind the connection."""
        channel, sealed = made.where
        link = CarlifeLink(_Silent(), _Ear(), Settings())
        link.screen.size = (800, 480)
        if sealed:
            link.secret = Secret(_KEY)
        decoders = {one: Decoder(one) for one in Channel}
        relay = RelayDecoder()
        try:
            for piece in self._pieces(made.data):
                for where, part in [(channel, piece)] if channel is not None else relay.feed(piece):
                    for frame in decoders[where].feed(part):
                        self.messages += 1
                        link.heard(frame, 1)
        except ProjectionError:
            return "refused"
        finally:
            link._quiet()
            held = relay.pending + sum(decoder.pending for decoder in decoders.values())
            assert held <= len(made.data)
        return "wants more" if held else "read"

    def _pieces(self, data: bytes) -> list[bytes]:
        cut = self.dice.randint(0, len(data)) if self.dice.random() < 0.5 else len(data)
        return [data[:cut], data[cut:]]

    def make(self, number: int) -> Input:
        """Some messages, most of them damaged."""
        dice = self.dice
        if (kept := self.again("link", 0.4)) is not None:
            (channel, _), data = kept.where, kept.data
        else:
            relayed = dice.random() < 0.2
            channel = None if relayed else dice.choice(list(Channel))
            kinds = [kind for kind in _PHONE if channel in (None, kind.channel)]
            messages = [self._message(dice.choice(kinds)) for _ in range(dice.randint(1, 6))]
            data = b"".join(encode_relay(where, message) if relayed else message for where, message in messages)
        data = damaged(dice, data) if dice.random() < 0.8 else data
        return Input("link", data, (channel, dice.random() < 0.2))

    def rows(self) -> list[str]:
        return [f"{self.messages} messages"]

    def _message(self, kind: Type) -> tuple[Channel, bytes]:
        payload = self._payload(kind)
        if self.dice.random() < 0.2:
            payload = Secret(_KEY).seal(payload)
        if self.dice.random() < 0.3:
            payload = damaged(self.dice, payload)
        return kind.channel, encode_frame(kind.channel, kind, payload[:0xFFFF], self.dice.randint(0, 0xFFFFFFFF))

    def _payload(self, kind: Type) -> bytes:
        if kind in TABLES:
            return encode(kind, self._values(TABLES[kind]))
        return _PICTURE if kind is Type.VIDEO_DATA else self.dice.randbytes(self.dice.randint(0, 40))

    def _values(self, table: Message) -> dict[str, Any]:
        fields = [field for field in table.fields if field.required or self.dice.random() < 0.7]
        return {field.name: self._value(field) for field in fields}

    def _value(self, field: Field) -> Any:
        dice = self.dice
        if field.repeated:
            assert field.message is not None
            return [self._values(field.message) for _ in range(dice.randint(0, 3))]
        match field.kind.name:
            case "TEXT":
                return "".join(chr(dice.choice((65, 0, 0x202E, 0x4E2D, 10))) for _ in range(dice.randint(0, 9)))
            case "DATA":
                return dice.randbytes(dice.randint(0, 20))
            case "BOOLEAN":
                return dice.random() < 0.5
            case "UINT":
                return dice.choice((0, 1, 2, 480, (1 << 64) - 1))
            case "DOUBLE":
                return dice.random()
        return dice.choice((0, 1, 2, 3, 5, 7, 12, 16, 480, 800, 16_000, 48_000, -1, 1 << 40, -(1 << 63)))


if __name__ == "__main__":
    sys.exit(harness.main(Fuzzer, __doc__))
