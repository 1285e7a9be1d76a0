"""Rectangles as a server encodes them, by simple rules of our own: not small, but every form is used."""

from __future__ import annotations

import itertools
import struct
import zlib

import numpy as np

__all__ = ["hextile", "tight_gradient", "tight_palette", "tight_plain", "zrle", "zrle_tiles"]


def _bgrx(colour: int) -> bytes:
    return struct.pack("<I", colour)


def hextile(picture: np.ndarray) -> bytes:
    """Tiles of up to 40 runs as rectangles, others raw; the background is told again only when it is another."""
    height, width = picture.shape
    out, before = b"", None
    for top in range(0, height, 16):
        for left in range(0, width, 16):
            tile = picture[top : top + 16, left : left + 16]
            background = int(np.bincount(np.unique(tile, return_inverse=True)[1].ravel()).argmax())
            colour = int(np.unique(tile)[background])
            parts = [
                (x, y, run, int(tile[y, x]))
                for y in range(len(tile))
                for x, run in _runs(tile[y])
                if tile[y, x] != colour
            ]
            if len(parts) > 40:
                out += b"\x01" + tile.astype("<u4").tobytes()
                continue
            out += bytes([(2 if colour != before else 0) | (24 if parts else 0)])
            out += _bgrx(colour) if colour != before else b""
            before = colour
            if parts:
                out += bytes([len(parts)])
                out += b"".join(_bgrx(value) + bytes([x << 4 | y, run - 1 << 4]) for x, y, run, value in parts)
    return out


def _runs(row: np.ndarray) -> list[tuple[int, int]]:
    edges = [0, *(np.flatnonzero(np.diff(row)) + 1).tolist(), len(row)]
    return [(begin, end - begin) for begin, end in itertools.pairwise(edges)]


def zrle(picture: np.ndarray) -> bytes:
    """By the number of colours: solid, packed, palette runs, plain runs or raw."""
    stream = zlib.compressobj()
    data = stream.compress(b"".join(zrle_tiles(picture))) + stream.flush(zlib.Z_SYNC_FLUSH)
    return struct.pack(">I", len(data)) + data


def zrle_tiles(picture: np.ndarray) -> list[bytes]:
    """What is in the stream."""
    height, width = picture.shape
    places = [(x, y) for y in range(0, height, 64) for x in range(0, width, 64)]
    return [_zrle_tile(picture[y : y + 64, x : x + 64]) for x, y in places]


def _zrle_tile(tile: np.ndarray) -> bytes:
    palette, indices = np.unique(tile, return_inverse=True)
    indices = indices.reshape(tile.shape)
    colours = b"".join(_bgrx(int(colour))[:3] for colour in palette)
    count = len(palette)
    if count == 1:
        return b"\x01" + colours
    if count <= 16 and tile.shape[1] % 2:
        bits = 1 if count == 2 else 2 if count <= 4 else 4
        return bytes([count]) + colours + b"".join(_packed(row, bits) for row in indices)
    flat = indices.ravel()
    if count <= 127:
        return bytes([128 + count]) + colours + b"".join(_palette_run(int(flat[at]), run) for at, run in _runs(flat))
    pairs = _runs(tile.ravel())
    if len(pairs) < tile.size // 2:
        return b"\x80" + b"".join(_bgrx(int(tile.ravel()[at]))[:3] + _length(run) for at, run in pairs)
    return b"\x00" + b"".join(_bgrx(int(colour))[:3] for colour in tile.ravel())


def _packed(row: np.ndarray, bits: int) -> bytes:
    digits = "".join(f"{int(index):0{bits}b}" for index in row)
    digits += "0" * (-len(digits) % 8)
    return bytes(int(digits[at : at + 8], 2) for at in range(0, len(digits), 8))


def _palette_run(index: int, run: int) -> bytes:
    return bytes([index]) if run == 1 else bytes([index | 128]) + _length(run)


def _length(run: int) -> bytes:
    return b"\xff" * ((run - 1) // 255) + bytes([(run - 1) % 255])


def _tight_data(data: bytes) -> bytes:
    if len(data) < 12:
        return data
    stream = zlib.compressobj()
    packed = stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)
    size = len(packed)
    if size < 1 << 7:
        return bytes([size]) + packed
    if size < 1 << 14:
        return bytes([size & 127 | 128, size >> 7]) + packed
    return bytes([size & 127 | 128, size >> 7 & 127 | 128, size >> 14]) + packed


def _rgb(picture: np.ndarray) -> np.ndarray:
    return np.stack([picture >> 16 & 255, picture >> 8 & 255, picture & 255], axis=-1).astype(np.uint8)


def tight_plain(picture: np.ndarray) -> bytes:
    """Colours as they are, on stream 2."""
    return b"\x20" + _tight_data(_rgb(picture).tobytes())


def tight_palette(picture: np.ndarray) -> bytes:
    """By palette on stream 1 when it has up to 256 colours."""
    palette, indices = np.unique(picture, return_inverse=True)
    if len(palette) > 256:
        return tight_plain(picture)
    indices = indices.reshape(picture.shape)
    head = b"\x50\x01" + bytes([len(palette) - 1]) + _rgb(palette).tobytes()
    if len(palette) <= 2:
        return head + _tight_data(b"".join(_packed(row, 1) for row in indices))
    return head + _tight_data(indices.astype(np.uint8).tobytes())


def tight_gradient(picture: np.ndarray) -> bytes:
    """The error of what the neighbours foretell, pixel by pixel, on stream 3."""
    colours = _rgb(picture).astype(int)
    out = bytearray()
    for y in range(len(colours)):
        for x in range(len(colours[0])):
            for part in range(3):
                left = colours[y, x - 1, part] if x else 0
                above = colours[y - 1, x, part] if y else 0
                corner = colours[y - 1, x - 1, part] if x and y else 0
                out.append((colours[y, x, part] - min(255, max(0, left + above - corner))) & 255)
    return b"\x70\x02" + _tight_data(bytes(out))
