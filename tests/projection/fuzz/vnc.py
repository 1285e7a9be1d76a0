"""Damaged bytes for everything that reads a VNC server: `python -m tests.projection.fuzz.vnc 1000000`.

Real messages of every kind are cut, flipped, repeated and joined; a parser may only return, ask for more, or raise a
ProjectionError. ``--guided N`` begins with N inputs under a tracer and goes on from those that reached a new line.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import struct
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

import numpy as np
from PIL import Image

from backends.projection.errors import ProjectionError
from backends.projection.vnc import handshake
from backends.projection.vnc.canvas import Canvas
from backends.projection.vnc.handshake import Credentials
from backends.projection.vnc.messages import Messages
from backends.projection.vnc.protocol import Encoding, Screen, Security
from backends.projection.vnc.rects import take_frame
from backends.projection.vnc.steps import Steps
from tests.fakes import vnc_encoders
from tests.fakes.vnc_steps import Short, fed

__all__ = ["Fuzzer"]

_SIDE = 40
_CORPUS_MAX = 4000
_OURS = "/backends/projection/vnc/"
_LOGIN = Credentials("secret", "me")


class _Deaf:
    def __getattr__(self, name: str) -> Any:
        return lambda *args: None


def _part(encoding: int, data: bytes) -> bytes:
    return struct.pack(">BxHHHHHi", 0, 1, 0, 0, _SIDE, _SIDE, encoding) + data


def _zlib(data: bytes) -> bytes:
    stream = zlib.compressobj(1)
    return stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)


def _pictures() -> list[np.ndarray]:
    dice = np.random.default_rng(7)
    few = dice.integers(0, 5, (_SIDE, _SIDE)).astype(np.uint32) * 0x334455
    two = dice.integers(0, 2, (_SIDE, _SIDE)).astype(np.uint32) * 0x334455
    many = dice.integers(0, 1 << 24, (_SIDE, _SIDE), dtype=np.uint32)
    runs = np.repeat(dice.integers(0, 1 << 24, 200, dtype=np.uint32), 8).reshape(_SIDE, _SIDE)
    return [few, two, many, runs, np.zeros((_SIDE, _SIDE), np.uint32)]


def _jpeg() -> bytes:
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((_SIDE, _SIDE)).convert("RGB").save(stream, "JPEG", quality=40)
    size = stream.tell()
    return b"\x90" + bytes([size & 127 | 128, size >> 7]) + stream.getvalue()


def _updates() -> list[bytes]:
    found = [_part(Encoding.COPY_RECT, bytes(4)), _part(Encoding.TIGHT, b"\x80abc"), _part(Encoding.TIGHT, _jpeg())]
    for picture in _pictures():
        found.append(_part(Encoding.RAW, picture.tobytes()))
        found.append(_part(Encoding.HEXTILE, vnc_encoders.hextile(picture)))
        found.append(_part(Encoding.ZRLE, vnc_encoders.zrle(picture)))
        tight = (vnc_encoders.tight_plain, vnc_encoders.tight_palette, vnc_encoders.tight_gradient)
        found += [_part(Encoding.TIGHT, encode(picture)) for encode in tight]
    return found


def _others() -> list[bytes]:
    layout = b"\1\0\0\0" + Screen(7, 0, 0, _SIDE, _SIDE, 0).pack()
    return [
        _part(Encoding.CURSOR, bytes(_SIDE * _SIDE * 4 + 5 * _SIDE)),
        _part(Encoding.DESKTOP_SIZE, b""),
        _part(Encoding.EXTENDED_DESKTOP_SIZE, layout),
        _part(Encoding.DESKTOP_NAME, b"\0\0\0\3Tab"),
        _part(Encoding.LAST_RECT, b""),
        b"\1\0\0\0\0\2" + bytes(12),
        b"\2",
        b"\3\0\0\0\0\0\0\4text",
        b"\x96",
        b"\xf8\0\0\0\x80\0\0\1\2ab",
    ]


def _read_messages(data: bytes) -> None:
    """As many messages as there are, into one canvas, and what has changed out of it."""
    messages = Messages(Canvas(_SIDE, _SIDE), _Deaf())

    def all_of_them() -> Steps[None]:
        while True:
            yield from messages.one()

    try:
        fed(all_of_them(), data)
    finally:
        assert messages.canvas.pixels.size <= 4096 * 2304
        take_frame(messages.canvas)


def _read_tiles(data: bytes) -> None:
    """What comes out of zlib, so that damage reaches what is behind it."""
    packed = _zlib(data)
    _read_messages(_part(Encoding.ZRLE, struct.pack(">I", len(packed)) + packed))


def _read_handshake(data: bytes) -> None:
    def whole() -> Steps[None]:
        def send(_: bytes) -> None:
            pass

        version = yield from handshake.agree(send)
        kind: Any = yield from handshake.choose(version, _LOGIN, send)
        if kind is Security.VENCRYPT:
            kind = yield from handshake.vencrypt(_LOGIN, send)
        yield from handshake.log_in(kind, _LOGIN, send)
        yield from handshake.result(version, kind)
        yield from handshake.initialise(send)

    fed(whole(), data, exact=False)


def _greetings() -> list[bytes]:
    end, desktop = bytes(4), struct.pack(">HH16xI", 640, 360, 3) + b"Tab"
    return [
        b"RFB 003.008\n\1\2" + bytes(16) + end + desktop,
        b"RFB 003.008\n\1\2" + bytes(16) + b"\0\0\0\1\0\0\0\4nope",
        b"RFB 003.008\n\0\0\0\0\4nope",
        b"RFB 003.008\n\1\x13\0\2\0\2" + struct.pack(">II", 258, 262) + b"\1" + bytes(16) + end + desktop,
        b"RFB 003.007\n\1\1" + desktop,
        b"RFB 003.003\n\0\0\0\2" + bytes(16) + end + desktop,
    ]


_Target = tuple[str, Callable[[bytes], None], list[bytes]]


class Fuzzer:
    """``outcomes`` counts what came of each input by target; anything but the three allowed ends is raised."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        tiles = [b"".join(vnc_encoders.zrle_tiles(picture)) for picture in _pictures()]
        self._targets: list[_Target] = [
            ("updates", _read_messages, _updates()),
            ("messages", _read_messages, _others()),
            ("zrle tiles", _read_tiles, tiles),
            ("handshake", _read_handshake, _greetings()),
        ]
        self._lines: set[tuple[str, int]] = set()
        self.outcomes: Counter[tuple[str, str]] = Counter()
        self.slowest_s = 0.0

    def run(self, count: int, *, guided: bool = False) -> None:
        """``guided``: inputs that reach a line of ours for the first time are damaged further."""
        for number in range(count):
            name, read, seeds = self._targets[number % len(self._targets)]
            data = self._damaged(seeds)
            known = len(self._lines)
            began_s = time.process_time()
            if guided:
                sys.settrace(self._trace)
            try:
                read(data)
                outcome = "read"
            except Short:
                outcome = "wants more"
            except ProjectionError:
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

    def _trace(self, frame: FrameType, event: str, argument: Any) -> Any:
        if _OURS not in frame.f_code.co_filename:
            return None
        self._lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self._trace

    def _damaged(self, seeds: list[bytes]) -> bytes:
        dice = self._dice
        raw = bytearray(dice.choice(seeds))
        if dice.random() < 0.2:
            raw += dice.choice(seeds)
        for _ in range(dice.randrange(1, 5)):
            # Half of it near the beginning: that is where lengths and kinds are.
            at = dice.randrange(min(len(raw), 24) + 1) if dice.random() < 0.5 else dice.randrange(len(raw) + 1)
            match dice.randrange(5):
                case 0:
                    raw[at : at + dice.randrange(9)] = dice.randbytes(dice.randrange(9))
                case 1:
                    raw[at : at + 1] = bytes([dice.choice((0, 1, 2, 16, 17, 127, 128, 129, 130, 254, 255))])
                case 2 if dice.random() < 0.3:
                    del raw[at:]
                case 3:
                    raw[at:at] = raw[at : at + dice.randrange(64)]
                case _ if at < len(raw):
                    raw[at] ^= 1 << dice.randrange(8)
        return bytes(raw)

    def report(self) -> str:
        rows = [f"{name:12} {outcome:12} {count}" for (name, outcome), count in sorted(self.outcomes.items())]
        return "\n".join(
            [*rows, f"lines reached while guided {len(self._lines)}, slowest {self.slowest_s * 1000:.0f} ms"]
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--guided", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    fuzzer = Fuzzer(options.seed)
    fuzzer.run(options.guided, guided=True)
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began_s = time.perf_counter()
    fuzzer.run(options.count)
    grown_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb
    sys.stdout.write(
        f"{fuzzer.report()}\n{options.count} in {time.perf_counter() - began_s:.0f} s, grown by {grown_kb} kB\n"
    )


if __name__ == "__main__":
    main()
