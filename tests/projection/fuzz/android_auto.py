"""Damaged bytes for everything that reads an Android Auto phone: `python -m tests.projection.fuzz.android_auto 1000000`.

Real messages of every kind are cut, flipped, repeated and joined; a parser may only take them or raise a ProjectionError. The
first inputs run under a tracer (``--guided N``): those that reach a new line of ours are damaged further.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

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

__all__ = ["Fuzzer"]

_CORPUS_MAX = 4000
_OURS = ("/backends/projection/android_auto/", "/backends/projection/protobuf.py")
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


class Fuzzer:
    """``outcomes`` by target and what came of it."""

    def __init__(self, seed: int = 1) -> None:
        self._dice = random.Random(seed)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "car.pem"
            path.write_bytes(generate("Fuzz"))
            self._identity = Identity(path, path, own=False)
            self._context = self._identity.context()
        self._ear = _Deaf()
        self._link: AndroidAutoLink | None = None
        self._lines: set[tuple[str, int]] = set()
        self.outcomes: Counter[tuple[str, str]] = Counter()
        self.slowest_s = 0.0
        self.links = 0
        seeds = [bytes.fromhex(line) for line in _SEEDS]
        framed = [frames(Packet(one[0], int.from_bytes(one[1:3], "big"), one[3:]), None) for one in seeds]
        long = frames(Packet(3, 0, bytes(20_000)), None)
        self._targets: list[tuple[str, Any, list[bytes]]] = [
            ("message", self._message, seeds),
            ("frames", self._frames, [*framed, long, long[:17_000]]),
            ("message", self._message, seeds),
            ("opening", self._opening, [bytes.fromhex(one) for one in _OPENING]),
            ("rfcomm", self._rfcomm, [bytes.fromhex(one) for one in _RFCOMM]),
        ]

    async def run(self, count: int, *, guided: bool = False) -> None:
        """``guided``: inputs that reach a line of ours for the first time are damaged further."""
        for number in range(count):
            name, read, seeds = self._targets[number % len(self._targets)]
            data = self._damaged(seeds)
            known = len(self._lines)
            began_s = time.process_time()
            if guided:
                sys.settrace(self._trace)
            try:
                waits = read(data)
                if waits is not None:
                    await waits
                outcome = "taken"
            except (ProjectionError, ProtobufError):
                outcome = "refused"
            except BaseException:
                sys.settrace(None)
                sys.stderr.write(f"{name}: {data.hex()}\n")
                raise
            finally:
                sys.settrace(None)
            if not guided:
                self.slowest_s = max(self.slowest_s, time.process_time() - began_s)
            self.outcomes[name, outcome] += 1
            if len(self._lines) > known and len(seeds) < _CORPUS_MAX:
                seeds.append(data)
            if number % 500 == 0:
                await asyncio.sleep(0)
        if self._link is not None:
            self._link._part()
            self._link = None

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
            step = self._dice.randrange(1, 1 + len(data))
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
        opening._step = self._dice.choice(("version", "encryption"))
        if opening._step == "encryption" and self._dice.random() < 0.3:
            connection.tls = Tls(self._context)
            connection.tls.handshake()
        opening.received(Packet(0, int.from_bytes(data[:2], "big"), data[2:]))

    async def _rfcomm(self, data: bytes) -> None:
        reader = asyncio.StreamReader()
        reader.feed_data(data)
        reader.feed_eof()
        await invite(reader, _Nowhere(), _ACCESS)  # type: ignore[arg-type]  # all that it writes to

    # -- how -----------------------------------------------------------------------------------------------------------

    def _trace(self, frame: FrameType, event: str, argument: Any) -> Any:
        if not any(part in frame.f_code.co_filename for part in _OURS):
            return None
        self._lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self._trace

    def _damaged(self, seeds: list[bytes]) -> bytes:
        dice = self._dice
        raw = bytearray(dice.choice(seeds))
        if dice.random() < 0.2:
            raw += dice.choice(seeds)
        for _ in range(dice.randrange(5)):
            at = dice.randrange(min(len(raw), 24) + 1) if dice.random() < 0.5 else dice.randrange(len(raw) + 1)
            match dice.randrange(6):
                case 0:
                    raw[at : at + dice.randrange(9)] = dice.randbytes(dice.randrange(9))
                case 1:
                    raw[at : at + 1] = bytes([dice.choice((0, 1, 2, 8, 10, 18, 26, 127, 128, 254, 255))])
                case 2 if dice.random() < 0.3:
                    del raw[at:]
                case 3:
                    raw[at:at] = raw[at : at + dice.randrange(64)]
                case 4 if dice.random() < 0.05:
                    raw[at:at] = bytes(dice.randrange(5000))
                case _ if at < len(raw):
                    raw[at] ^= 1 << dice.randrange(8)
        return bytes(raw)

    def report(self) -> str:
        """What came of it."""
        rows = [f"{name:8} {outcome:8} {count}" for (name, outcome), count in sorted(self.outcomes.items())]
        told = ", ".join(f"{name} {count}" for name, count in sorted(self._ear.told.items()))
        rows += [f"links {self.links}, lines reached while guided {len(self._lines)}", f"told: {told}"]
        return "\n".join([*rows, f"slowest {self.slowest_s * 1000:.0f} ms"])


async def _main(options: argparse.Namespace) -> None:
    fuzzer = Fuzzer(options.seed)
    await fuzzer.run(options.guided, guided=True)
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began_s = time.perf_counter()
    await fuzzer.run(options.count)
    grown_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb
    took_s = time.perf_counter() - began_s
    sys.stdout.write(f"{fuzzer.report()}\n{options.count} in {took_s:.0f} s, grown by {grown_kb} kB\n")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--guided", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asyncio.run(_main(parser.parse_args()))


if __name__ == "__main__":
    main()
