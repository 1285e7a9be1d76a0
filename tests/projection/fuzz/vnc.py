"""Damaged bytes for everything that reads a VNC server: `python -m tests.projection.fuzz.vnc 1000000`.

Real messages of every kind are cut, flipped, repeated and joined; a parser may only return, ask for more, or raise a
ProjectionError.
"""

from __future__ import annotations

import io
import struct
import sys
import zlib
from collections.abc import Callable
from typing import Any, ClassVar

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
from tests.projection.fuzz import harness
from tests.projection.fuzz.harness import Input, damaged

__all__ = ["Fuzzer"]

_SIDE = 40
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


class Fuzzer(harness.Fuzzer):
    """An input for each target in turn."""

    OURS: ClassVar[tuple[str, ...]] = ("/backends/projection/vnc/",)

    def __init__(self, seed: int = 1) -> None:
        super().__init__(seed)
        tiles = [b"".join(vnc_encoders.zrle_tiles(picture)) for picture in _pictures()]
        seeds = {"updates": _updates(), "messages": _others(), "zrle tiles": tiles, "handshake": _greetings()}
        self.corpus = {target: [Input(target, one) for one in found] for target, found in seeds.items()}
        self._readers: dict[str, Callable[[bytes], None]] = {
            "updates": _read_messages,
            "messages": _read_messages,
            "zrle tiles": _read_tiles,
            "handshake": _read_handshake,
        }
        self._targets = list(self._readers)

    def make(self, number: int) -> Input:
        """One of them, or two, damaged."""
        target = self._targets[number % len(self._targets)]
        data = self.dice.choice(self.corpus[target]).data
        if self.dice.random() < 0.2:
            data += self.dice.choice(self.corpus[target]).data
        return Input(target, damaged(self.dice, data))

    def read(self, made: Input) -> str:
        """What a parser makes of it."""
        try:
            self._readers[made.target](made.data)
        except Short:
            return "wants more"
        except ProjectionError:
            return "refused"
        return "read"


if __name__ == "__main__":
    sys.exit(harness.main(Fuzzer, __doc__))
