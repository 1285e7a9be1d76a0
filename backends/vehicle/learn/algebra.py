"""The arithmetic of check values, for many frames and many polynomials at once.

A CRC is linear over bits: for frames of one length, ``crc(data, init, xorout)`` differs from ``crc(data, 0, 0)`` by a constant.
So the unknown start and final values (and data ids that stand before the data) fall out as one constant, and a polynomial is
right when that constant is the same in every frame.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from backends.vehicle.learn.traffic import Bytes

__all__ = ["POLYNOMIALS", "constant_share", "crc8_all", "crc8_table", "crc16", "nibbles", "rank"]

POLYNOMIALS = tuple((polynomial, reflected) for reflected in (False, True) for polynomial in range(0x03, 0x100, 2))
"""Every 8-bit polynomial with its lowest bit set, both ways round; 0x01 is left out, it is the exclusive or of all bytes."""


def _reverse(value: int, width: int) -> int:
    return int(f"{value:0{width}b}"[::-1], 2)


@cache
def crc8_table(polynomial: int, reflected: bool = False) -> tuple[int, ...]:
    """The table of a polynomial written the usual way (0x2F, 0x1D); ``reflected`` shifts to the right."""
    table = []
    for value in range(256):
        crc = value
        for _ in range(8):
            if reflected:
                crc = (crc >> 1) ^ _reverse(polynomial, 8) if crc & 1 else crc >> 1
            else:
                crc = ((crc << 1) ^ polynomial) & 0xFF if crc & 0x80 else crc << 1
        table.append(crc)
    return tuple(table)


@cache
def _all_tables() -> Bytes:
    return np.array([crc8_table(*each) for each in POLYNOMIALS], np.uint8)


def crc8_all(data: Bytes, tail: int) -> Bytes:
    """CRC with start 0 of each row under each of `POLYNOMIALS`, ``tail`` zero bytes appended: a row a polynomial."""
    tables = _all_tables()
    which = np.arange(len(POLYNOMIALS))[:, None]
    crc = np.zeros((len(POLYNOMIALS), data.shape[0]), np.uint8)
    for column in range(data.shape[1]):
        crc = tables[which, crc ^ data[:, column]]
    for _ in range(tail):
        crc = tables[which, crc]
    return crc


@cache
def _table16(polynomial: int) -> NDArray[np.uint16]:
    table = []
    for value in range(256):
        crc = value << 8
        for _ in range(8):
            crc = ((crc << 1) ^ polynomial) & 0xFFFF if crc & 0x8000 else (crc << 1) & 0xFFFF
        table.append(crc)
    return np.array(table, np.uint16)


def crc16(data: Bytes, polynomial: int, tail: int, init: int = 0) -> NDArray[np.uint16]:
    """CRC of each row, most significant bit first, ``tail`` zero bytes appended."""
    table = _table16(polynomial)
    crc = np.full(data.shape[0], init, np.uint16)
    zero = np.zeros(data.shape[0], np.uint8)
    for column in [*data.T, *([zero] * tail)]:
        crc = (crc << np.uint16(8)) ^ table[((crc >> np.uint16(8)) ^ column) & 0xFF]
    return crc


def nibbles(data: Bytes) -> NDArray[np.int64]:
    """Both halves of each byte side by side: column 2n is the low half of byte n."""
    halves = np.empty((data.shape[0], 2 * data.shape[1]), np.int64)
    halves[:, 0::2] = data & 0xF
    halves[:, 1::2] = data >> 4
    return halves


def constant_share(values: NDArray[np.int64]) -> tuple[int, float]:
    """The commonest value and how often it occurs."""
    counts = np.bincount(values)
    best = int(counts.argmax())
    return best, float(counts[best]) / len(values)


def rank(rows: Bytes, groups: NDArray[np.int64] | None = None) -> int:
    """How many independent bits differ between rows (of one group): what a linear rule was really tried on."""
    if groups is None:
        groups = np.zeros(rows.shape[0], np.int64)
    first: dict[int, int] = {}
    basis: dict[int, int] = {}
    for row, group in zip(rows, groups.tolist(), strict=True):
        value = int.from_bytes(row.tobytes(), "little")
        value ^= first.setdefault(group, value)
        while value:
            top = value.bit_length()
            if top not in basis:
                basis[top] = value
                break
            value ^= basis[top]
    return len(basis)
