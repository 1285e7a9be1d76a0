"""Check values that car makers use of their own, as found by the opendbc project (MIT; opendbc/car/*/*can.py): facts, told anew.

All are told in `RULES`; ``A`` is the message's id. Sums are of bytes and taken modulo the check value's size. Counters run
through all values of their signal. Where a make uses a start value that differs by message, ``data_id`` is that value.
"""

from __future__ import annotations

from collections.abc import Callable

from backends.vehicle.dbc.codec import extract
from backends.vehicle.dbc.model import DbcMessage, DbcSignal
from backends.vehicle.e2e.crc import TABLE_1D, TABLE_D5, crc8_of, crc16, table8
from backends.vehicle.e2e.model import E2E, Buffer, Protection
from backends.vehicle.errors import MappingError

__all__ = ["MAKES", "RULES"]

RULES = {
    "honda": "4 bits: 8 less the sum of all other nibbles and those of A, plus 3 for 29-bit ids",
    "psa": "4 bits: data_id (default 0xB) less the sum of all other nibbles",
    "toyota": "last byte: sum of length, A's bytes and all other bytes",
    "subaru": "first byte: sum of A's bytes and all other bytes",
    "tesla": "any byte: sum of A's two low bytes and all other bytes",
    "sum": "any byte: sum of all other bytes plus data_id (default 0); Subaru before 2018",
    "minus": "any byte: data_id (default 0) less the sum of all other bytes; steering of VW PQ",
    "crc8": "any byte: CRC-8 of all others from 0xFF, then xor data_id (default 0); mode is the polynomial (0x31r: reflected)",
    "xor": "any byte: exclusive or of all other bytes and data_id (default 0); VW PQ, and the ACC of VW MLB",
    "chrysler": "last byte: CRC-8 SAE J1850 (0x1D, start and final xor 0xFF) of all before it; nissan is the same",
    "giorgio": "last byte: CRC-8 0x1D from 0 of all before it, then xor data_id (default 0x0A); Alfa Romeo, Maserati",
    "rivian": "first byte: CRC-8 0x1D from 0 of all behind it, then xor data_id, which each message has its own",
    "hyundai": "any byte: CRC-8 0x1D from 0x22 of the first bytes but its own, final xor 0xDF",
    "hyundai_canfd": "first two bytes: CRC-16 0x1021 from 0 of all behind, then A, low byte first; final xor by length",
    "body": "last byte: CRC-8 0xD5 from 0xFF of all others from the last to the first; the comma body",
}

_HYUNDAI_FINAL = {8: 0x5F29, 16: 0x041D, 24: 0x819D, 32: 0x9F5B}

Maker = Callable[[E2E, DbcMessage, DbcSignal | None, DbcSignal | None], Protection]
Rule = Callable[[Buffer], int]


def _bound(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None, rule: Rule) -> Protection:
    counts = 1 << counter.length if counter is not None else 1
    return Protection(message, counter, crc, lambda data, count: rule(data), counts)


def _byte(e2e: E2E, message: DbcMessage, crc: DbcSignal | None, where: str = "") -> int:
    """Index of the check byte, which for some makes must be the first or the last."""
    if crc is None or crc.length != 8 or min(crc.bits) % 8:
        raise MappingError(f"e2e profile {e2e.profile} needs a crc signal of one whole byte")
    place = min(crc.bits) // 8
    if (where == "first" and place != 0) or (where == "last" and place != message.length - 1):
        raise MappingError(f"e2e profile {e2e.profile} has its check byte {where}; {crc.name} is elsewhere")
    return place


def _id_sum(message: DbcMessage) -> int:
    return sum(message.arbitration_id.to_bytes(4, "big"))


def _sum(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    where = {"toyota": "last", "subaru": "first"}.get(e2e.profile, "")
    place = _byte(e2e, message, crc, where)
    start = {
        "toyota": message.length + _id_sum(message),
        "subaru": _id_sum(message),
        "tesla": sum((message.arbitration_id & 0xFFFF).to_bytes(2, "big")),
    }.get(e2e.profile, e2e.data_id or 0)
    return _bound(e2e, message, counter, crc, lambda data: (start + sum(data) - data[place]) & 0xFF)


def _minus(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    place, start = _byte(e2e, message, crc), e2e.data_id or 0
    return _bound(e2e, message, counter, crc, lambda data: (start - sum(data) + data[place]) & 0xFF)


def _crc8(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    place, final = _byte(e2e, message, crc), (e2e.data_id or 0) & 0xFF
    reflected = e2e.mode.endswith("r")
    try:
        polynomial = int(e2e.mode.removesuffix("r"), 16)
    except ValueError:
        polynomial = -1
    if not 0 < polynomial <= 0xFF:
        raise MappingError(f"e2e profile crc8 needs its polynomial as mode, such as 0x31 or 0x31r, not {e2e.mode!r}")
    table = table8(polynomial, reflected)

    def rule(data: Buffer) -> int:
        return crc8_of(table, bytes(data[:place]) + data[place + 1 :], 0xFF) ^ final

    return _bound(e2e, message, counter, crc, rule)


def _xor(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    place, start = _byte(e2e, message, crc), e2e.data_id or 0

    def rule(data: Buffer) -> int:
        value = start ^ data[place]
        for byte in data:
            value ^= byte
        return value

    return _bound(e2e, message, counter, crc, rule)


def _nibbles(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    if crc is None or crc.length != 4:
        raise MappingError(f"e2e profile {e2e.profile} needs a crc signal of four bits")
    if e2e.profile == "honda":
        start = 8 - sum(int(digit, 16) for digit in f"{message.arbitration_id:x}") + (3 if message.extended else 0)
    else:
        start = 0xB if e2e.data_id is None else e2e.data_id
    own = crc

    def rule(data: Buffer) -> int:
        total = sum((byte >> 4) + (byte & 0xF) for byte in data) - (int(extract(own, data)) & 0xF)
        return (start - total) & 0xF

    return _bound(e2e, message, counter, crc, rule)


def _crc(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    place = _byte(e2e, message, crc, {"hyundai": "", "rivian": "first"}.get(e2e.profile, "last"))
    if e2e.profile == "rivian" and e2e.data_id is None:
        raise MappingError("e2e profile rivian needs a data_id: its final xor")
    rules: dict[str, Rule] = {
        "chrysler": lambda data: crc8_of(TABLE_1D, data[:place], 0xFF) ^ 0xFF,
        "giorgio": lambda data: crc8_of(TABLE_1D, data[:place], 0) ^ (0x0A if e2e.data_id is None else e2e.data_id),
        "rivian": lambda data: crc8_of(TABLE_1D, data[1:], 0) ^ ((e2e.data_id or 0) & 0xFF),
        "hyundai": lambda data: crc8_of(TABLE_1D, bytes(data[:place]) + data[place + 1 :], 0x22) ^ 0xDF,
        "body": lambda data: crc8_of(TABLE_D5, reversed(data[:place]), 0xFF),
    }
    rules["nissan"] = rules["chrysler"]
    return _bound(e2e, message, counter, crc, rules[e2e.profile])


def _hyundai_canfd(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    if crc is None or crc.length != 16 or min(crc.bits) != 0:
        raise MappingError("e2e profile hyundai_canfd has its check value of two bytes first")
    final = _HYUNDAI_FINAL.get(message.length, 0)
    tail = (message.arbitration_id & 0xFFFF).to_bytes(2, "little")
    return _bound(e2e, message, counter, crc, lambda data: crc16(tail, crc16(data[2:], 0)) ^ final)


MAKES: dict[str, Maker] = {
    **dict.fromkeys(("honda", "psa"), _nibbles),
    **dict.fromkeys(("toyota", "subaru", "tesla", "sum"), _sum),
    **dict.fromkeys(("chrysler", "nissan", "giorgio", "rivian", "hyundai", "body"), _crc),
    "minus": _minus,
    "crc8": _crc8,
    "xor": _xor,
    "hyundai_canfd": _hyundai_canfd,
}
