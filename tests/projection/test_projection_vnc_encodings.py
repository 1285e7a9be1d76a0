"""Rectangles by encoding: bytes written out by hand, pictures encoded by rules of our own, and what no server should send."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from backends.projection.errors import PeerFault
from backends.projection.vnc.canvas import Canvas, Rect
from backends.projection.vnc.encodings import decoders
from backends.projection.vnc.encodings.cursor import cursor
from backends.projection.vnc.protocol import Encoding
from tests.fakes.vnc_encoders import hextile, tight_gradient, tight_palette, tight_plain, zrle
from tests.fakes.vnc_steps import fed

RED, GREEN, BLUE = 0xFF0000, 0x00FF00, 0x0000FF


def decoded(encoding: int, data: bytes, width: int, height: int) -> np.ndarray:
    """A rectangle at 1, 2 of a canvas that is a little larger."""
    canvas = Canvas(width + 3, height + 4)
    fed(decoders()[encoding](canvas, (1, 2, width, height)), data)
    outside = canvas.pixels.copy()
    outside[2 : 2 + height, 1 : 1 + width] = 0
    assert not outside.any(), "it paints its own place alone"
    return canvas.pixels[2 : 2 + height, 1 : 1 + width] & 0xFFFFFF


def pixels(*rows: tuple[int, ...]) -> np.ndarray:
    return np.array(rows, np.uint32)


def bgrx(*colours: int) -> bytes:
    return b"".join(struct.pack("<I", colour) for colour in colours)


def bgr(*colours: int) -> bytes:
    return b"".join(struct.pack("<I", colour)[:3] for colour in colours)


def rgb(*colours: int) -> bytes:
    return b"".join(struct.pack(">I", colour)[1:] for colour in colours)


def synced(data: bytes) -> bytes:
    """As a server's stream begins."""
    stream = zlib.compressobj()
    return stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)


def sized(data: bytes) -> bytes:
    """Tight's length before it."""
    size = len(data)
    if size < 1 << 7:
        return bytes([size]) + data
    if size < 1 << 14:
        return bytes([size & 127 | 128, size >> 7]) + data
    return bytes([size & 127 | 128, size >> 7 & 127 | 128, size >> 14]) + data


def wrapped(data: bytes) -> bytes:
    return struct.pack(">I", len(synced(data))) + synced(data)


SQUARE = pixels((RED, GREEN), (BLUE, RED))
GOLDEN: dict[str, tuple[Encoding, bytes, np.ndarray]] = {
    "raw": (Encoding.RAW, bytes.fromhex("0000ff00 00ff0000 ff000000 0000ff00"), SQUARE),
    "hextile raw": (Encoding.HEXTILE, b"\x01" + bgrx(RED, GREEN, BLUE, RED), SQUARE),
    "hextile coloured": (
        Encoding.HEXTILE,
        bytes.fromhex("1a 0000ff00 02 00ff0000 10 00 ff000000 01 00"),
        SQUARE,
    ),
    "hextile one foreground": (
        Encoding.HEXTILE, bytes.fromhex("0e 0000ff00 00ff0000 01 10 00"), pixels((RED, GREEN), (RED, RED)),
    ),
    "zrle raw": (Encoding.ZRLE, wrapped(b"\x00" + bgr(RED, GREEN, BLUE, RED)), SQUARE),
    "zrle solid": (Encoding.ZRLE, wrapped(b"\x01" + bgr(GREEN)), pixels((GREEN, GREEN), (GREEN, GREEN))),
    "zrle packed": (Encoding.ZRLE, wrapped(b"\x03" + bgr(RED, GREEN, BLUE) + bytes([0b00_01_0000, 0b10_00_0000])), SQUARE),
    "zrle bits": (Encoding.ZRLE, wrapped(b"\x02" + bgr(RED, BLUE) + b"\x40\x80"), pixels((RED, BLUE), (BLUE, RED))),
    "zrle runs": (
        Encoding.ZRLE, wrapped(b"\x80" + bgr(RED) + b"\x02" + bgr(BLUE) + b"\x00"), pixels((RED, RED), (RED, BLUE)),
    ),
    "zrle palette runs": (
        Encoding.ZRLE, wrapped(b"\x82" + bgr(RED, BLUE) + b"\x80\x01" + b"\x01\x00"), pixels((RED, RED), (BLUE, RED)),
    ),
    "tight fill": (Encoding.TIGHT, b"\x80\xff\x80\x00", pixels((0xFF8000, 0xFF8000), (0xFF8000, 0xFF8000))),
    "tight copy": (Encoding.TIGHT, b"\x00" + sized(synced(rgb(RED, GREEN, BLUE, RED))), SQUARE),
    "tight two colours": (Encoding.TIGHT, b"\x40\x01\x01" + rgb(RED, BLUE) + b"\x40\x80", pixels((RED, BLUE), (BLUE, RED))),
    "tight palette": (Encoding.TIGHT, b"\x50\x01\x02" + rgb(RED, GREEN, BLUE) + b"\0\1\2\0", SQUARE),
}  # fmt: skip


@pytest.mark.parametrize("name", GOLDEN)
def test_bytes_by_hand(name: str) -> None:
    encoding, data, wanted = GOLDEN[name]
    assert np.array_equal(decoded(encoding, data, 2, 2), wanted)


def test_a_gradient_by_hand() -> None:
    # 2 x 2; foretold: 0, left, above, left + above - corner; the sums go round at 256.
    differences = bytes([10, 20, 30, 5, 5, 5, 250, 0, 0, 1, 1, 1])
    packed = synced(differences)
    got = decoded(Encoding.TIGHT, b"\x40\x02" + sized(packed), 2, 2)
    assert np.array_equal(got, pixels((0x0A141E, 0x0F1923), (0x04141E, 0x0A1A24)))


def test_a_copy_by_hand_even_over_itself() -> None:
    canvas = Canvas(4, 1)
    canvas.pixels[0] = (1, 2, 3, 4)
    fed(decoders()[Encoding.COPY_RECT](canvas, (1, 0, 3, 1)), bytes.fromhex("0000 0000"))
    assert canvas.pixels.tolist() == [[1, 1, 2, 3]]


def test_a_jpeg() -> None:
    y, x = np.mgrid[0:48, 0:64]
    wanted = (x * 3 << 16 | y * 4 << 8 | 64).astype(np.uint32)
    for mode in ("RGB", "L"):
        parts = wanted.astype("<u4").view(np.uint8).reshape(48, 64, 4)[..., 2::-1]
        image = Image.fromarray(parts).convert(mode)
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=95)
        data = stream.getvalue()
        got = decoded(Encoding.TIGHT, b"\x90" + sized(data), 64, 48)
        shown = np.stack([got >> 16 & 255, got >> 8 & 255, got & 255], axis=-1).astype(int)
        assert np.abs(shown - np.asarray(image.convert("RGB")).astype(int)).max() < 12


def test_a_pointer_by_hand() -> None:
    data = bgrx(RED, GREEN, BLUE, RED) + bytes([0b10000000, 0b01000000])
    shape = fed(cursor((1, 0, 2, 2)), data)
    assert (shape.hot_x, shape.hot_y) == (1, 0)
    assert np.array_equal(shape.pixels, SQUARE)
    assert shape.mask.tolist() == [[True, False], [False, True]]
    assert fed(cursor((0, 0, 0, 0)), b"").pixels.size == 0


PICTURES = st.tuples(
    st.integers(1, 70), st.integers(1, 70), st.integers(0, 2**32 - 1), st.sampled_from([1, 2, 3, 16, 100, 0])
)


def picture(given: tuple[int, int, int, int]) -> np.ndarray:
    """Random runs of some colours, or of any (0)."""
    width, height, seed, count = given
    dice = np.random.default_rng(seed)
    values = dice.integers(0, 1 << 24, count or width * height, dtype=np.uint32)
    runs = np.repeat(dice.integers(0, len(values), width * height), dice.integers(1, 40))[: width * height]
    return values[runs].reshape(height, width)


@pytest.mark.parametrize("encode", [hextile, zrle, tight_plain, tight_palette, tight_gradient])
@settings(max_examples=40)
@given(given_=PICTURES)
def test_what_is_encoded_is_decoded(encode: Callable[[np.ndarray], bytes], given_: tuple[int, int, int, int]) -> None:
    wanted = picture(given_)
    encoding = {hextile: Encoding.HEXTILE, zrle: Encoding.ZRLE}.get(encode, Encoding.TIGHT)
    height, width = wanted.shape
    assert np.array_equal(decoded(encoding, encode(wanted), width, height), wanted)


def test_streams_go_on_from_rectangle_to_rectangle() -> None:
    stream = zlib.compressobj()
    canvas, decode = Canvas(8, 8), decoders()[Encoding.ZRLE]
    for colour in (RED, GREEN, BLUE):
        data = stream.compress(b"\x01" + bgr(colour)) + stream.flush(zlib.Z_SYNC_FLUSH)
        fed(decode(canvas, (0, 0, 8, 8)), struct.pack(">I", len(data)) + data)
        assert (canvas.pixels == colour).all()
    tight, streams = decoders()[Encoding.TIGHT], [zlib.compressobj() for _ in range(4)]
    for number in (0, 1, 0, 3, 2, 1):
        data = streams[number].compress(rgb(*[RED + number] * 64)) + streams[number].flush(zlib.Z_SYNC_FLUSH)
        fed(tight(canvas, (0, 0, 8, 8)), bytes([number << 4, len(data)]) + data)
        assert (canvas.pixels == RED + number).all()
    fresh = synced(rgb(*[BLUE] * 64))
    fed(tight(canvas, (0, 0, 8, 8)), bytes([1 << 4 | 0b0010]) + sized(fresh))
    assert (canvas.pixels == BLUE).all(), "the second stream began anew"


BAD: dict[str, tuple[Encoding, bytes]] = {
    "a copy from outside": (Encoding.COPY_RECT, struct.pack(">HH", 60, 0)),
    "zlib that is none": (Encoding.ZRLE, struct.pack(">I", 8) + b"no zlib!"),
    "a rectangle of 4 GB": (Encoding.ZRLE, b"\xff\xff\xff\xff"),
    "a bomb": (Encoding.ZRLE, wrapped(bytes(10_000_000))),
    "half a tile": (Encoding.ZRLE, wrapped(b"\x00" + bgr(RED))),
    "an unknown tile": (Encoding.ZRLE, wrapped(b"\x42")),
    "129": (Encoding.ZRLE, wrapped(b"\x81" + bgr(RED))),
    "a run past the tile": (Encoding.ZRLE, wrapped(b"\x80" + bgr(RED) + b"\xff\xff\xff\x10")),
    "a run without an end": (Encoding.ZRLE, wrapped(b"\x80" + bgr(RED) + b"\xff\xff")),
    "a colour beyond the palette": (Encoding.ZRLE, wrapped(b"\x82" + bgr(RED, BLUE) + b"\x7f" * 256)),
    "packed beyond the palette": (Encoding.ZRLE, wrapped(b"\x03" + bgr(RED, GREEN, BLUE) + b"\xff" * 64)),
    "tight of an unknown kind": (Encoding.TIGHT, b"\xa0"),
    "an unknown filter": (Encoding.TIGHT, b"\x40\x07"),
    "too little": (Encoding.TIGHT, b"\x00" + sized(synced(bytes(700)))),
    "tight bomb": (Encoding.TIGHT, b"\x00" + sized(synced(bytes(9999)))),
    "tight beyond the palette": (Encoding.TIGHT, b"\x40\x01\x02" + rgb(RED, GREEN, BLUE) + sized(synced(b"\x05" * 256))),
    "no JPEG": (Encoding.TIGHT, b"\x90\x04JPEG"),
    "a JPEG of nothing": (Encoding.TIGHT, b"\x90\x00"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_no_server_should_send(name: str) -> None:
    encoding, data = BAD[name]
    with pytest.raises(PeerFault):
        decoded(encoding, data, 16, 16)


def test_a_jpeg_of_another_size_or_cut_short() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (16, 16), "red").save(stream, "JPEG")
    data = stream.getvalue()
    for width, piece in ((15, data), (16, data[:-40]), (16, data[:100])):
        with pytest.raises(PeerFault):
            decoded(Encoding.TIGHT, b"\x90" + sized(piece), width, 16)


def test_a_rectangle_outside_is_a_fault() -> None:
    places: list[Rect] = [(1, 0, 8, 8), (0, 1, 8, 8), (0, 0, 9, 8), (65535, 65535, 65535, 65535)]
    for decode in decoders().values():
        for rect in places:
            with pytest.raises(PeerFault):
                fed(decode(Canvas(8, 8), rect), bytes(200))
    with pytest.raises(PeerFault):
        fed(cursor((0, 0, 60000, 60000)), b"")


@given(st.lists(st.tuples(*[st.integers(0, 90)] * 4), max_size=12), st.integers(1, 400))
def test_changes_are_taken_once_and_none_is_lost(rects: list[Rect], limit: int) -> None:
    canvas = Canvas(180, 180)
    wanted = np.zeros((180, 180), bool)
    for x, y, width, height in rects:
        canvas.mark((x, y, width, height))
        wanted[y : y + height, x : x + width] = True
    taken = np.zeros((180, 180), int)
    for _ in range(200):
        if not canvas.dirty:
            break
        for x, y, width, height in canvas.take(limit * 100):
            assert x + width <= 180
            assert y + height <= 180
            taken[y : y + height, x : x + width] += 1
    assert not canvas.dirty
    assert taken.max() <= 1
    assert (taken[wanted] == 1).all()
