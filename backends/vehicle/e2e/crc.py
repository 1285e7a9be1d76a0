"""Cyclic redundancy checks by table, without start value or final xor unless said: callers know theirs."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["TABLE_1D", "TABLE_2F", "TABLE_D5", "crc8", "crc8_of", "crc16", "crc32p4", "table8"]

Data = Iterable[int]


def table8(polynomial: int, reflected: bool = False) -> bytes:
    """The table of a CRC-8; the polynomial is written with its highest bit first either way."""
    table = bytearray(256)
    mirrored = int(f"{polynomial:08b}"[::-1], 2)
    for value in range(256):
        crc = value
        for _ in range(8):
            if reflected:
                crc = (crc >> 1) ^ mirrored if crc & 1 else crc >> 1
            else:
                crc = (crc << 1) ^ polynomial if crc & 0x80 else crc << 1
        table[value] = crc & 0xFF
    return bytes(table)


TABLE_2F = table8(0x2F)
TABLE_1D = table8(0x1D)
TABLE_D5 = table8(0xD5)


def _table16(polynomial: int) -> tuple[int, ...]:
    table = []
    for value in range(256):
        crc = value << 8
        for _ in range(8):
            crc = (crc << 1) ^ polynomial if crc & 0x8000 else crc << 1
        table.append(crc & 0xFFFF)
    return tuple(table)


_TABLE_1021 = _table16(0x1021)


def _table32_reflected(polynomial: int) -> tuple[int, ...]:
    mirrored = int(f"{polynomial:032b}"[::-1], 2)
    table = []
    for value in range(256):
        crc = value
        for _ in range(8):
            crc = (crc >> 1) ^ mirrored if crc & 1 else crc >> 1
        table.append(crc)
    return tuple(table)


_TABLE_P4 = _table32_reflected(0xF4ACFB13)


def crc8(data: Data, crc: int = 0xFF) -> int:
    """CRC-8/AUTOSAR without the final xor, so that it can go on: polynomial 0x2F."""
    return crc8_of(TABLE_2F, data, crc)


def crc8_of(table: bytes, data: Data, crc: int) -> int:
    """Any CRC-8, by its table."""
    for byte in data:
        crc = table[crc ^ byte]
    return crc


def crc16(data: Data, crc: int = 0xFFFF) -> int:
    """CRC-16 with CCITT's polynomial 0x1021; from 0xFFFF it is CRC-16/CCITT-FALSE, from 0 XMODEM's."""
    table = _TABLE_1021
    for byte in data:
        crc = (crc << 8) & 0xFFFF ^ table[(crc >> 8) ^ byte]
    return crc


def crc32p4(data: Data) -> int:
    """CRC-32/AUTOSAR: polynomial 0xF4ACFB13, reflected, start and final xor 0xFFFFFFFF."""
    table = _TABLE_P4
    crc = 0xFFFF_FFFF
    for byte in data:
        crc = (crc >> 8) ^ table[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFF_FFFF
