"""A number and a time in a picture's top rows, as black and white squares that survive H.264.

Squares of 16 × 16 pixels (one macroblock), read like text, left to right and top to bottom, 96 of them:
8 to find them by (10101100), 32 for the frame's number, 48 for a time in microseconds, 8 for a CRC-8 (polynomial 0x07)
over the ten bytes before.
Most significant bit first; white (235) is 1 and black (16) is 0, told apart at luma 128 in the square's middle.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["CELL", "CELLS", "Code", "read_code", "rows", "write_code"]

CELL = 16
CELLS = 96
_MARK = 0b10101100
_BLACK, _WHITE = 16, 235


class Code(NamedTuple):
    """`frame` counts modulo 2^32; `time_us` is CLOCK_MONOTONIC modulo 2^48."""

    frame: int
    time_us: int


def rows(width: int) -> int:
    """How many rows of squares a picture of `width` pixels needs."""
    return -(-CELLS // (width // CELL))


def write_code(luma: NDArray[np.uint8], code: Code) -> None:
    """Paint a code into a luma plane (height × width), in place; the chroma there must be neutral (128)."""
    body = (code.frame % 2**32).to_bytes(4, "big") + (code.time_us % 2**48).to_bytes(6, "big")
    data = np.frombuffer(bytes([_MARK]) + body + bytes([_crc8(body)]), np.uint8)
    columns = luma.shape[1] // CELL
    count = rows(luma.shape[1])
    cells = np.zeros(count * columns, np.uint8)
    cells[:CELLS] = np.unpackbits(data)
    shades = np.where(cells, _WHITE, _BLACK).astype(np.uint8).reshape(count, columns)
    luma[: count * CELL, : columns * CELL] = shades.repeat(CELL, axis=0).repeat(CELL, axis=1)


def read_code(luma: NDArray[np.uint8]) -> Code | None:
    """Read a code from a picture's luma plane or grey picture (height × width); None when there is none or it is damaged."""
    columns = luma.shape[1] // CELL
    if columns == 0:
        return None
    count = rows(luma.shape[1])
    if luma.shape[0] < count * CELL:
        return None
    middles = luma[CELL // 2 : count * CELL : CELL, CELL // 2 : columns * CELL : CELL]
    data = np.packbits((middles > 128).reshape(-1)[:CELLS]).tobytes()
    body = data[1:11]
    if data[0] != _MARK or data[11] != _crc8(body):
        return None
    return Code(int.from_bytes(body[:4], "big"), int.from_bytes(body[4:], "big"))


def _crc8(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = ((crc << 1) ^ 0x07) & 0xFF if crc & 0x80 else crc << 1
    return crc
