"""Damaged bytes for everything that reads a phone with CarLife: `python -m tests.projection.fuzz.carlife 1000000`.

An input is a handful of messages on one channel, or on all of them over a USB relay, as a phone sends them or with bytes flipped,
cut, repeated and joined; it goes in pieces to the decoder and to a whole link. It may be read, wait for more, or end with a
ProjectionError; what the link tells is checked. ``--guided N`` begins with N inputs under a tracer, and goes on from those that
reached a new line.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import struct
import sys
import time
from collections import Counter
from collections.abc import Mapping
from types import FrameType
from typing import Any

from backends.projection.carlife.ids import Channel, Type
from backends.projection.carlife.link import CarlifeLink
from backends.projection.carlife.messages import TABLES, encode
from backends.projection.carlife.protocol import Decoder, RelayDecoder, encode_frame, encode_relay
from backends.projection.carlife.secrecy import KeyPair, Secret
from backends.projection.carlife.settings import Settings
from backends.projection.carlife.transport import Heard, Transport
from backends.projection.defs import AudioFormat
from backends.projection.errors import ProjectionError
from backends.projection.mirror.link import SOUND_ROLES, WAITING_CODES
from backends.projection.protobuf import Field, Message
from tests.fakes.carlife import Ear

__all__ = ["Fuzzer"]

_CORPUS_MAX = 4000
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


class Checked(Ear):
    """A listener that is told only what makes sense."""

    def frame(self, data: bytes, pts_us: int, received_ns: int, *, key: bool) -> None:
        assert data
        assert not self.frames or pts_us > self.frames[-1][1]
        self.frames = [(b"", pts_us, key)]

    def waiting(self, code: str, text: str) -> None:
        assert code in WAITING_CODES
        assert bool(code) == bool(text)

    def sound(self, role: str, sound: AudioFormat) -> None:
        assert role in SOUND_ROLES
        self.sounds[role] = sound

    def samples(self, role: str, data: bytes, pts_us: int, received_ns: int) -> None:
        assert data
        assert len(data) % (2 * self.sounds[role].channels) == 0

    def now_playing(self, facts: Mapping[str, Any]) -> None:
        assert all(facts[key] >= 0 for key in ("duration_us", "position_us") if key in facts)

    def turn(self, facts: Mapping[str, Any] | None) -> None:
        assert facts is None or facts["distance_m"] >= -1

    def call(self, facts: Mapping[str, Any]) -> None:
        assert facts["state"] in ("incoming", "dialing", "active", "ended")


class Fuzzer:
    """``outcomes`` counts what came of each input; anything but the allowed ends is raised."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._seeds: list[tuple[Channel | None, bytes]] = []
        self._lines: set[tuple[str, int]] = set()
        self._keys = KeyPair()
        self.outcomes: Counter[str] = Counter()
        self.messages = 0
        self.slowest_s = 0.0

    async def run(self, count: int, *, guided: bool = False) -> None:
        """``guided``: inputs that reach a line of ours for the first time are damaged further."""
        for _ in range(count):
            channel, data = self._input()
            sealed = self._dice.random() < 0.2
            known = len(self._lines)
            began_s = time.perf_counter()
            if guided:
                sys.settrace(self._trace)
            try:
                outcome = self._read(channel, data, sealed=sealed)
            except BaseException:
                sys.settrace(None)
                sys.stderr.write(f"channel={channel} sealed={sealed}: {data.hex()}\n")
                raise
            finally:
                sys.settrace(None)
            if not guided:
                self.slowest_s = max(self.slowest_s, time.perf_counter() - began_s)
            self.outcomes[outcome] += 1
            if len(self._lines) > known and len(self._seeds) < _CORPUS_MAX:
                self._seeds.append((channel, data))
            if not sum(self.outcomes.values()) % 500:
                await asyncio.sleep(0)

    def _read(self, channel: Channel | None, data: bytes, *, sealed: bool) -> str:
        ear = Checked()
        link = CarlifeLink(_Silent(), ear, Settings())
        link.screen.size = (800, 480)
        if sealed:
            link.secret = Secret(_KEY)
        decoders = {one: Decoder(one) for one in Channel}
        relay = RelayDecoder()
        try:
            for piece in self._pieces(data):
                for where, part in [(channel, piece)] if channel is not None else relay.feed(piece):
                    for frame in decoders[where].feed(part):
                        self.messages += 1
                        link.heard(frame, 1)
        except ProjectionError:
            return "refused"
        finally:
            link._quiet()
            held = relay.pending + sum(decoder.pending for decoder in decoders.values())
            assert held <= len(data)
        return "wants more" if held else "read"

    def _pieces(self, data: bytes) -> list[bytes]:
        cut = self._dice.randint(0, len(data)) if self._dice.random() < 0.5 else len(data)
        return [data[:cut], data[cut:]]

    def _input(self) -> tuple[Channel | None, bytes]:
        dice = self._dice
        if self._seeds and dice.random() < 0.4:
            channel, data = dice.choice(self._seeds)
        else:
            relayed = dice.random() < 0.2
            channel = None if relayed else dice.choice(list(Channel))
            kinds = [kind for kind in _PHONE if channel in (None, kind.channel)]
            messages = [self._message(dice.choice(kinds)) for _ in range(dice.randint(1, 6))]
            data = b"".join(encode_relay(where, message) if relayed else message for where, message in messages)
        return channel, self._damaged(data) if dice.random() < 0.8 else data

    def _message(self, kind: Type) -> tuple[Channel, bytes]:
        payload = self._payload(kind)
        if self._dice.random() < 0.2:
            payload = Secret(_KEY).seal(payload)
        if self._dice.random() < 0.3:
            payload = self._damaged(payload)
        return kind.channel, encode_frame(kind.channel, kind, payload[:0xFFFF], self._dice.randint(0, 0xFFFFFFFF))

    def _payload(self, kind: Type) -> bytes:
        if kind in TABLES:
            return encode(kind, self._values(TABLES[kind]))
        return _PICTURE if kind is Type.VIDEO_DATA else self._dice.randbytes(self._dice.randint(0, 40))

    def _values(self, table: Message) -> dict[str, Any]:
        fields = [field for field in table.fields if field.required or self._dice.random() < 0.7]
        return {field.name: self._value(field) for field in fields}

    def _value(self, field: Field) -> Any:
        dice = self._dice
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

    def _damaged(self, data: bytes) -> bytes:
        dice = self._dice
        out = bytearray(data)
        for _ in range(dice.randint(1, 3)):
            at = dice.randint(0, len(out))
            match dice.randint(0, 4):
                case 0 if out:
                    out[at % len(out)] = dice.randint(0, 255)
                case 1:
                    del out[at : at + dice.randint(1, 8)]
                case 2:
                    out[at:at] = dice.randbytes(dice.randint(1, 8))
                case 3:
                    out[at:at] = out[at : at + dice.randint(1, 20)]
                case 4 if len(out) >= 4:
                    at %= len(out) - 3
                    out[at : at + 4] = struct.pack(">I", dice.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 1 << 20)))
        return bytes(out[:100_000])

    def _trace(self, frame: FrameType, event: str, argument: Any) -> Any:
        name = frame.f_code.co_filename
        if "/backends/projection/carlife/" not in name and "/projection/protobuf" not in name:
            return None
        self._lines.add((name, frame.f_lineno))
        return self._trace


def main() -> int:
    """Exit status 0: nothing found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("inputs", type=int, nargs="?", default=100_000)
    parser.add_argument("--guided", type=int, default=20_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    fuzzer = Fuzzer(options.seed)
    asyncio.run(fuzzer.run(min(options.guided, options.inputs), guided=True))
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began_s = time.monotonic()
    asyncio.run(fuzzer.run(max(0, options.inputs - options.guided)))
    grown_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb
    sys.stdout.write(
        f"{sum(fuzzer.outcomes.values())} inputs, {fuzzer.messages} messages in {time.monotonic() - began_s:.0f} s: "
        f"{dict(fuzzer.outcomes)}, slowest {fuzzer.slowest_s * 1000:.1f} ms, {grown_kb} kB more memory\n"
    )
    return int(grown_kb > 40_000 or fuzzer.slowest_s > 1.0)


if __name__ == "__main__":
    sys.exit(main())
