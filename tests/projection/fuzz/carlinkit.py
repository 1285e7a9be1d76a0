"""Damaged messages for everything that reads a dongle's bytes: `python -m tests.projection.fuzz.carlinkit 1000000`.

An input is a handful of messages, some as a dongle sends them, some with bytes changed, cut or grown, fed in pieces to a decoder
and to what is behind it.
"""

from __future__ import annotations

import json
import struct
import sys
import time
from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar

from backends.projection.carlinkit.inbound import Inbound
from backends.projection.carlinkit.protocol import Decoder, Kind, encode
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.errors import ProjectionError
from tests.projection.fuzz import harness
from tests.projection.fuzz.harness import Input, damaged
from tests.projection.fuzz.listener import Checked

__all__ = ["Fuzzer"]

_WORDS = (
    "MediaSongName MediaArtistName MediaAPPName MediaSongDuration MediaSongPlayTime MediaPlayStatus NaviStatus NaviRoadName"
    " NaviOrderType NaviManeuverType NaviTurnAngle NaviTurnSide NaviRoundaboutExit NaviRemainDistance NaviETA"
    " NaviTimeToDestination MDLinkType MDModel btName productType WiFiChannel"
)


class _Ear(Checked):
    """A dongle's phone is named by words that can be shown."""

    def phone(self, facts: Mapping[str, Any]) -> None:
        assert all(value.isprintable() for value in facts.values()), facts


class Fuzzer(harness.Fuzzer):
    """``told`` counts what the dongle's phone told."""

    OURS: ClassVar[tuple[str, ...]] = ("/backends/projection/carlinkit/",)

    def __init__(self, seed: int = 1) -> None:
        super().__init__(seed)
        self.told: Counter[str] = Counter()
        self.messages = 0

    def make(self, number: int) -> Input:
        """Some messages, as likely as not with a phone plugged in first."""
        chance = self.dice
        if (kept := self.again("messages", 0.4)) is not None:
            return Input("messages", damaged(chance, kept.data))
        plugged = encode(Kind.PLUGGED, struct.pack("<II", chance.choice((1, 3, 5, 6, 99)), 1))
        parts = [plugged] if chance.random() < 0.8 else []
        stream = b"".join([*parts, *(self._message() for _ in range(chance.randint(1, 8)))])
        return Input("messages", damaged(chance, stream) if chance.random() < 0.3 else stream)

    def read(self, made: Input) -> str:
        """All that is behind the cable."""
        listener, sent, decoder = _Ear(), list[bytes](), Decoder()
        inbound = Inbound(listener, sent.append, DongleSettings(), time.monotonic, lambda _: None)
        inbound.begin(800, 480)
        step, outcome = self.dice.choice((7, 512, 1 << 16)), "read"
        try:
            for at in range(0, len(made.data), step):
                for message in decoder.feed(made.data[at : at + step]):
                    self.messages += 1
                    inbound.take(message, 1)
            inbound.tick()
        except ProjectionError as error:
            outcome = type(error).__name__
        inbound.end()
        inbound.report()
        assert not listener.playing, listener.playing
        self.told.update(listener.told)
        return outcome

    def rows(self) -> list[str]:
        return [f"{self.messages} messages, told: {dict(self.told)}"]

    def _message(self) -> bytes:
        chance = self.dice
        kind = chance.choice((Kind.VIDEO, Kind.AUDIO, Kind.AUDIO, Kind.METADATA, Kind.COMMAND, *Kind))
        payload = {
            Kind.VIDEO: self._video, Kind.AUDIO: self._audio, Kind.METADATA: self._metadata, Kind.BOX_SETTINGS: self._json,
        }.get(kind, self._numbers)()  # fmt: skip
        return encode(kind, damaged(chance, payload) if chance.random() < 0.4 else payload)

    def _video(self) -> bytes:
        chance = self.dice
        units = b"".join(
            b"\0" * chance.randint(2, 3)
            + b"\1"
            + bytes([chance.choice((0x67, 0x68, 0x65, 0x41, 0x06, 0x09, 0xFF))])
            + self._bytes(20)
            for _ in range(chance.randint(0, 4))
        )
        size = chance.choice((len(units), 0, 1 << 31, 7))
        return struct.pack("<5I", chance.choice((800, 1920, 0, 9000)), chance.choice((480, 1080)), 0, size, 0) + units

    def _audio(self) -> bytes:
        chance = self.dice
        head = struct.pack("<I4sI", chance.randint(0, 8), self._bytes(4, exact=True), chance.randint(0, 4))
        rest = (bytes([chance.randint(0, 20)]), self._bytes(4, exact=True), self._bytes(64), bytes(17), b"")
        return head + chance.choice(rest)

    def _metadata(self) -> bytes:
        chance = self.dice
        kind = chance.choice((1, 1, 2, 3, 100, 200, 200, 201, 7))
        content = (
            self._json() if kind in (1, 200) else chance.choice((b"\xff\xd8\xff", b"iVBORw0K", b"")) + self._bytes(30)
        )
        return struct.pack("<I", kind) + content

    def _json(self) -> bytes:
        chance = self.dice
        words = _WORDS.split()
        values = (0, 1, 2, -5, 28, 1e300, "W Main St", "\u202e\n\ud83d", None, True, [1], {"a": 1}, 10**30)
        found = {chance.choice(words): chance.choice(values) for _ in range(chance.randint(0, 5))}
        return json.dumps(found).encode() + b"\0" * chance.randint(0, 1)

    def _numbers(self) -> bytes:
        chance = self.dice
        known = (0, 1, 2, 3, 5, 7, 8, 13, 508, 1003, 1004, 1006, 1 << 31)
        return b"".join(struct.pack("<I", chance.choice(known)) for _ in range(chance.choice((0, 1, 1, 1, 2, 7))))

    def _bytes(self, most: int, *, exact: bool = False) -> bytes:
        return self.dice.randbytes(most if exact else self.dice.randint(0, most))


if __name__ == "__main__":
    sys.exit(harness.main(Fuzzer, __doc__))
