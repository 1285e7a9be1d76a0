"""Damaged bytes for everything that reads an Android Auto phone: `python -m tests.projection.fuzz.android_auto 1000000`.

Real messages of every kind are cut, flipped, repeated and joined; a parser may only take them or raise a ProjectionError.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, ClassVar

from backends.projection.android_auto.car import Car, Settings
from backends.projection.android_auto.connection import Connection
from backends.projection.android_auto.link import AndroidAutoLink, Way
from backends.projection.android_auto.opening import Doubts, Opening
from backends.projection.android_auto.rfcomm import Access, invite
from backends.projection.android_auto.tls import Identity, Tls, generate
from backends.projection.android_auto.wire import FrameReader, Packet, Reassembly, frames
from backends.projection.errors import ProjectionError
from backends.projection.mirror import LinkListener, Surroundings
from backends.projection.protobuf import ProtobufError
from tests.projection.fuzz import harness
from tests.projection.fuzz.harness import Input, damaged

__all__ = ["Fuzzer"]

_ACCESS = Access("10.42.0.1", 5288, "car", "02:00:00:00:00:01", "secret word")
_SEEDS = (
    "00 0005 2201412a02426f32030a0169", "00 000b 08ac02", "00 000c 08ac02", "00 000d 0802", "00 000f 0801", "00 0010",
    "00 0011 0801", "00 0012 0803", "00 0013 08011000", "00 0017 08501801", "00 00ff", "00 0004 0800", "00 0009",
    "01 0007 08011001", "01 8001 080d1000", "01 8001 08031000", "01 8004",
    "03 0007 08011003", "03 0000 00000000000001020000000165aabb", "03 0000 00000000000001020000000141aabb",
    "03 0001 0000000167420a", "03 8000 0803", "03 8001 08011000", "03 8002", "03 8007 080010021802", "03 800a",
    "04 0007 08011004", "04 8000 0801", "04 8001 08011000", "04 0000 000000000000010201020304", "04 0001 0102", "04 8002",
    "08 0007 08011008", "08 8002 0a050354808004", "08 8004 0801",
    "09 0007 08011009", "09 8005 08012004", "09 8004 08011001", "09 8005 0800", "09 8000 0801",
    "0a 0007 0801100a", "0a 8001 0a01411002", "0a 8003 0a01311004", "0a 8004 0800",
    "0c 0007 0801100c", "0c 8003 0801", "0c 8003 0803", "0c 8004 0a014d100118042201892802305a", "0c 8005 08ac021014",
    "0c 8006 0a160a02080812030a014d1a060a040801100122030a016312030a0178",
    "0c 8007 0a0b0a07080512013518011002120c0a0208091204313a303218071a030a014d",
    "0d 0007 0801100d", "0d 8001 08021201501803", "0d 8003 0a01741201611a01622201ff3009",
    "0e 0007 0801100e", "0e 8001 0a0a080410001a013122016e1003",
    "0f 0007 0801100f", "0f 8003 0a01311201741a0100", "0f 8004 0a0131",
)  # fmt: skip
_RFCOMM = (
    "00000002",
    "00040007" + "18001001",
    "00020006" + "0800",
    "000b0006" + "08fdffffffffffffffff01",
    "0006000508061000" + "2800",
)
_OPENING = ("0002000100060000", "0003160303002a0200002603", "00030216030300020228", "000b0801", "000f0801", "00040800")


class _Deaf(LinkListener):
    def __init__(self) -> None:
        self.told: Counter[str] = Counter()

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("_") or name == "told":
            return object.__getattribute__(self, name)
        self.told[name] += 1
        return lambda *args, **rest: None


class _Nowhere:
    async def read(self) -> bytes:
        return b""

    def write(self, data: bytes) -> None:
        """Gone."""

    async def close(self) -> None:
        """Nothing to close."""


class _Plain(Connection):
    def send(self, channel: int, kind: int, body: bytes = b"", *, plain: bool = False, control: bool = False) -> None:
        self.sent += len(frames(Packet(channel, kind, body, control), None))


class Fuzzer(harness.Fuzzer):
    """An input for each target in turn, messages twice as often; one link takes them until it refuses."""

    OURS: ClassVar[tuple[str, ...]] = ("/backends/projection/android_auto/", "/backends/projection/protobuf.py")

    def __init__(self, seed: int = 1) -> None:
        super().__init__(seed)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "car.pem"
            path.write_bytes(generate("Fuzz"))
            self._identity = Identity(path, path, own=False)
            self._context = self._identity.context()
        self._ear = _Deaf()
        self._link: AndroidAutoLink | None = None
        self.links = 0
        messages = [bytes.fromhex(line) for line in _SEEDS]
        framed = [frames(Packet(one[0], int.from_bytes(one[1:3], "big"), one[3:]), None) for one in messages]
        long = frames(Packet(3, 0, bytes(20_000)), None)
        seeds = {
            "message": messages,
            "frames": [*framed, long, long[:17_000]],
            "opening": [bytes.fromhex(one) for one in _OPENING],
            "rfcomm": [bytes.fromhex(one) for one in _RFCOMM],
        }
        self.corpus = {target: [Input(target, one) for one in found] for target, found in seeds.items()}
        self._readers: dict[str, Callable[[bytes], Awaitable[None] | None]] = {
            "message": self._message,
            "frames": self._frames,
            "opening": self._opening,
            "rfcomm": self._rfcomm,
        }
        self._targets = ("message", "frames", "message", "opening", "rfcomm")

    def make(self, number: int) -> Input:
        """One of them, or two, damaged more or less."""
        target = self._targets[number % len(self._targets)]
        data = self.dice.choice(self.corpus[target]).data
        if self.dice.random() < 0.2:
            data += self.dice.choice(self.corpus[target]).data
        return Input(target, damaged(self.dice, data, least=0))

    async def read(self, made: Input) -> str:
        """What a parser or a link makes of it."""
        try:
            waits = self._readers[made.target](made.data)
            if waits is not None:
                await waits
        except (ProjectionError, ProtobufError):
            return "refused"
        return "taken"

    async def run(self, count: int, *, guided: bool = False) -> None:
        await super().run(count, guided=guided)
        if self._link is not None:
            self._link._part()
            self._link = None

    def rows(self) -> list[str]:
        told = ", ".join(f"{name} {count}" for name, count in sorted(self._ear.told.items()))
        return [f"links {self.links}, told: {told}"]

    # -- what is fed -------------------------------------------------------------------------------------------------

    def _message(self, data: bytes) -> None:
        if len(data) < 3:
            return
        link = self._link = self._link or self._made()
        packet = Packet(data[0], int.from_bytes(data[1:3], "big"), data[3:], control=data[1] == 0 and data[0] != 0)
        try:
            link._received(packet)
        except ProjectionError:
            link._part()
            self._link = None
            raise

    def _made(self) -> AndroidAutoLink:
        """A link with all channels open."""
        self.links += 1

        async def nowhere() -> Any:
            return _Nowhere()

        car = Car(Settings(), surroundings=Surroundings(bluetooth_address="00:11:22:33:44:55"), shown=True)
        car.vehicle["Vehicle.Speed"] = 50.0
        link = AndroidAutoLink(Way(nowhere, "nowhere"), car, self._ear, lambda: self._identity)
        connection = link._connection = _Plain(_Nowhere(), self._context)
        opening = link._opening = Opening(connection, (1, 7), self._identity, Doubts())
        opening.done = True
        link._ended = asyncio.get_running_loop().create_future()
        link._received(Packet(0, 5, b""))
        for number in link._board._channels:
            link._received(Packet(number, 7, bytes([8, 1, 16, number]), control=True))
        return link

    def _frames(self, data: bytes) -> None:
        reader, whole = FrameReader(), Reassembly(lambda payload: payload)
        at = 0
        while at < len(data):
            step = self.dice.randrange(1, 1 + len(data))
            for frame in reader.feed(data[at : at + step]):
                whole.add(frame)
            at += step
        assert reader.pending <= 1 << 17
        assert whole.pending <= 12 << 20

    def _opening(self, data: bytes) -> None:
        if len(data) < 2:
            return
        connection = _Plain(_Nowhere(), self._context)
        opening = Opening(connection, (1, 7), self._identity, Doubts())
        opening._step = self.dice.choice(("version", "encryption"))
        if opening._step == "encryption" and self.dice.random() < 0.3:
            connection.tls = Tls(self._context)
            connection.tls.handshake()
        opening.received(Packet(0, int.from_bytes(data[:2], "big"), data[2:]))

    async def _rfcomm(self, data: bytes) -> None:
        reader = asyncio.StreamReader()
        reader.feed_data(data)
        reader.feed_eof()
        await invite(reader, _Nowhere(), _ACCESS)  # type: ignore[arg-type]  # all that it writes to


if __name__ == "__main__":
    sys.exit(harness.main(Fuzzer, __doc__))
