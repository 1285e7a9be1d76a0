"""Random and spoiled messages against everything that reads a dongle's bytes: `python tools/fuzz_carlinkit.py [INPUTS] [SEED]`.

An input is a handful of messages, some as a dongle sends them, some with bytes changed, cut or grown, fed in pieces to a decoder
and to what is behind it. It fails on any exception that is no ProjectionError, on an input that takes longer than a second, and
when memory grows.

2026-11: 1,000,000 inputs (5.3 million messages) in 237 s on one core of a busy machine: nothing found, 0 kB grown.
"""

from __future__ import annotations

import json
import random
import resource
import struct
import sys
import time
from collections import Counter
from collections.abc import Mapping
from typing import Any

from backends.projection.carlinkit.inbound import Inbound
from backends.projection.carlinkit.protocol import Decoder, Kind, encode
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.defs import AudioFormat, SessionState, VideoFormat
from backends.projection.errors import ProjectionError
from backends.projection.mirror.link import SOUND_ROLES, WAITING_CODES, LinkListener

__all__ = ["main", "run"]

_SLOW_S = 1.0
_GROWTH_KB = 40_000
_WORDS = (
    "MediaSongName MediaArtistName MediaAPPName MediaSongDuration MediaSongPlayTime MediaPlayStatus NaviStatus NaviRoadName"
    " NaviOrderType NaviManeuverType NaviTurnAngle NaviTurnSide NaviRoundaboutExit NaviRemainDistance NaviETA"
    " NaviTimeToDestination MDLinkType MDModel btName productType WiFiChannel"
)


class Checked(LinkListener):
    """A listener that is told only what makes sense."""

    def __init__(self) -> None:
        self.told: Counter[str] = Counter()
        self.playing: dict[str, AudioFormat] = {}

    def state(self, state: SessionState) -> None:
        self.told["state"] += 1

    def phone(self, facts: Mapping[str, Any]) -> None:
        assert all(isinstance(value, str) and value.isprintable() for value in facts.values())

    def video_format(self, picture: VideoFormat) -> None:
        x, y, width, height = picture.visible
        assert x >= 0
        assert y >= 0
        assert x + width <= picture.width <= 8192
        assert y + height <= picture.height <= 8192

    def config(self, data: bytes, received_ns: int) -> None:
        assert data

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        assert data
        self.told["frame"] += 1

    def room(self) -> bool:
        return True

    def waiting(self, code: str, text: str) -> None:
        assert code in WAITING_CODES

    def sound(self, role: str, sound: AudioFormat) -> None:
        assert role in SOUND_ROLES
        self.playing[role] = sound

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None:
        sound = self.playing[role]
        assert data
        assert len(data) % (2 * sound.channels) == 0
        self.told["samples"] += 1

    def sound_stopped(self, role: str) -> None:
        del self.playing[role]

    def want_microphone(self, sound: AudioFormat | None) -> None:
        self.told["microphone"] += 1

    def want_audio_focus(self, kind: str) -> None:
        assert kind in ("gain", "gain_transient", "gain_duck", "release")

    def native(self) -> None:
        self.told["native"] += 1

    def now_playing(self, facts: Mapping[str, Any]) -> None:
        self.told["song"] += 1

    def turn(self, facts: Mapping[str, Any] | None) -> None:
        assert facts is None or (facts["distance_m"] >= -1 and 0 <= facts["exit"] < 100)
        self.told["turn"] += 1

    def call(self, facts: Mapping[str, Any]) -> None:
        self.told["call"] += 1

    def notification(self, facts: Mapping[str, Any]) -> None:
        raise AssertionError("a dongle has none")


class Maker:
    """Makes inputs from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # to be repeated, not to be secret
        self.messages = 0

    def input(self) -> bytes:
        """Some messages, as likely as not with a phone plugged in first."""
        chance = self.random
        parts = (
            [encode(Kind.PLUGGED, struct.pack("<II", chance.choice((1, 3, 5, 6, 99)), 1))]
            if chance.random() < 0.8
            else []
        )
        parts += [self._message() for _ in range(chance.randint(1, 8))]
        self.messages += len(parts)
        stream = b"".join(parts)
        return self._spoiled(stream) if chance.random() < 0.3 else stream

    def _message(self) -> bytes:
        chance = self.random
        kind = chance.choice((Kind.VIDEO, Kind.AUDIO, Kind.AUDIO, Kind.METADATA, Kind.COMMAND, *Kind))
        payload = {
            Kind.VIDEO: self._video, Kind.AUDIO: self._audio, Kind.METADATA: self._metadata, Kind.BOX_SETTINGS: self._json,
        }.get(kind, self._numbers)()  # fmt: skip
        return encode(kind, self._spoiled(payload) if chance.random() < 0.4 else payload)

    def _video(self) -> bytes:
        chance = self.random
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
        chance = self.random
        head = struct.pack("<I4sI", chance.randint(0, 8), self._bytes(4, exact=True), chance.randint(0, 4))
        rest = (bytes([chance.randint(0, 20)]), self._bytes(4, exact=True), self._bytes(64), bytes(17), b"")
        return head + chance.choice(rest)

    def _metadata(self) -> bytes:
        chance = self.random
        kind = chance.choice((1, 1, 2, 3, 100, 200, 200, 201, 7))
        content = (
            self._json() if kind in (1, 200) else chance.choice((b"\xff\xd8\xff", b"iVBORw0K", b"")) + self._bytes(30)
        )
        return struct.pack("<I", kind) + content

    def _json(self) -> bytes:
        chance = self.random
        words = _WORDS.split()
        values = (0, 1, 2, -5, 28, 1e300, "W Main St", "\u202e\n\ud83d", None, True, [1], {"a": 1}, 10**30)
        found = {chance.choice(words): chance.choice(values) for _ in range(chance.randint(0, 5))}
        return json.dumps(found).encode() + b"\0" * chance.randint(0, 1)

    def _numbers(self) -> bytes:
        chance = self.random
        known = (0, 1, 2, 3, 5, 7, 8, 13, 508, 1003, 1004, 1006, 1 << 31)
        return b"".join(struct.pack("<I", chance.choice(known)) for _ in range(chance.choice((0, 1, 1, 1, 2, 7))))

    def _bytes(self, most: int, *, exact: bool = False) -> bytes:
        return self.random.randbytes(most if exact else self.random.randint(0, most))

    def _spoiled(self, data: bytes) -> bytes:
        chance, changed = self.random, bytearray(data)
        for _ in range(chance.randint(1, 4)):
            at = chance.randint(0, len(changed))
            match chance.randint(0, 3):
                case 0 if changed:
                    changed[at % len(changed)] ^= 1 << chance.randint(0, 7)
                case 1:
                    del changed[at : at + chance.randint(1, 9)]
                case 2:
                    changed[at:at] = self._bytes(9)
                case 3 if changed:
                    changed[at % len(changed)] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
        return bytes(changed)


def run(inputs: int, seed: int = 1) -> Counter[str]:
    """Feed so many; what came of them. Raises whatever should never be raised."""
    maker, ends = Maker(seed), Counter[str]()
    for _ in range(inputs):
        stream = maker.input()
        listener = Checked()
        sent: list[bytes] = []
        inbound = Inbound(listener, sent.append, DongleSettings(), time.monotonic, lambda _: None)
        inbound.begin(800, 480)
        decoder = Decoder()
        began = time.monotonic()
        try:
            step = maker.random.choice((7, 512, 1 << 16))
            for at in range(0, len(stream), step):
                for message in decoder.feed(stream[at : at + step]):
                    inbound.take(message, 1)
            inbound.tick()
            ends["read to the end"] += 1
        except ProjectionError as error:
            ends[type(error).__name__] += 1
        inbound.end()
        inbound.report()
        assert not listener.playing, listener.playing
        assert time.monotonic() - began < _SLOW_S, stream.hex()
        ends.update(listener.told)
    ends["messages"] = maker.messages
    return ends


def main(argv: list[str]) -> int:
    """Run and say what came of it."""
    inputs, seed = int(argv[0]) if argv else 1_000_000, int(argv[1]) if len(argv) > 1 else 1
    run(2000, seed)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    ends = run(inputs, seed)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"{inputs} inputs in {time.monotonic() - began:.0f} s, grown {grown} kB: {dict(ends)}")
    return 1 if grown > _GROWTH_KB else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
