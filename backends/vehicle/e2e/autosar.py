"""AUTOSAR E2E profiles, by AUTOSAR FO PRS E2EProtocol. Where the standard fixes an offset, the signals of the message say it.

``p01``  CRC-8 0x1D over the data id and all bytes but its own; the counter goes from 0 to 14. ``mode`` says which half of the
         data id: both, alt (low with even counters, high with odd ones), low, or nibble (low; the id's bits 8 to 11 are
         sent in the nibble beside the counter).
``p02``  CRC-8 0x2F over all bytes behind it, then the data id of the counter's value (16 ids). ``p22`` and ``vw`` are the same.
``p04``  CRC-32 0xF4ACFB13 over all bytes but its own, which are four. Before it lie length, counter and data id: two, two and
         four bytes, the high ones first.
``p05``  CRC-16 CCITT over all bytes but its own, then the data id, low byte first. The counter has 8 bits.
"""

from __future__ import annotations

from collections.abc import Callable

from backends.vehicle.dbc.model import DbcMessage, DbcSignal
from backends.vehicle.e2e.crc import TABLE_1D, TABLE_2F, crc8, crc8_of, crc16, crc32p4
from backends.vehicle.e2e.model import E2E, Buffer, Compute, Protection
from backends.vehicle.errors import MappingError

__all__ = ["MODES", "p01", "p02", "p04", "p05"]

MODES = ("both", "alt", "low", "nibble")
_P01_COUNTS = 15


def _whole_bytes(crc: DbcSignal | None, size: int, profile: str) -> int:
    """Index of the check value's first byte."""
    if crc is None or crc.length != 8 * size or min(crc.bits) % 8:
        raise MappingError(f"e2e profile {profile} needs a crc signal of {size} whole byte{'s' * (size > 1)}")
    return min(crc.bits) // 8


def _data_id(e2e: E2E, limit: int) -> int:
    if e2e.data_id is None or e2e.data_id > limit:
        raise MappingError(f"e2e profile {e2e.profile} needs a data_id of at most {limit:#x}")
    return e2e.data_id


def p01(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    place, data_id = _whole_bytes(crc, 1, "p01"), _data_id(e2e, 0xFFFF)
    mode = e2e.mode or "both"
    if mode not in MODES:
        raise MappingError(f"e2e mode {mode!r} is unknown; there are {', '.join(MODES)}")
    if counter is None or counter.length != 4:
        raise MappingError("e2e profile p01 needs a counter of four bits")
    low, high = data_id & 0xFF, data_id >> 8
    starts: Callable[[int], bytes] = {
        "both": lambda count: bytes((low, high)),
        "alt": lambda count: bytes((high if count % 2 else low,)),
        "low": lambda count: bytes((low,)),
        "nibble": lambda count: bytes((low, 0)),
    }[mode]
    first = min(counter.bits)
    nibble_byte, nibble_shift = first // 8, 4 - first % 8
    if mode == "nibble" and (first % 4 or data_id > 0xFFF):
        raise MappingError("e2e mode nibble needs a counter of a whole nibble and a data_id of at most 0xfff")

    def prepare(data: bytearray) -> None:
        data[nibble_byte] = data[nibble_byte] & 0xF0 >> nibble_shift | high << nibble_shift

    def compute(data: Buffer, count: int) -> int:
        if mode == "nibble" and data[nibble_byte] >> nibble_shift & 0xF != high:
            return data[place] ^ 0xFF  # another message's frame, whatever its check value
        crc_value = crc8_of(TABLE_1D, starts(count), 0)
        return crc8_of(TABLE_1D, data[place + 1 :], crc8_of(TABLE_1D, data[:place], crc_value))

    return Protection(message, counter, crc, compute, _P01_COUNTS, prepare if mode == "nibble" else None)


def p02(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    ids = bytes(e2e.id_list)
    if len(ids) != 16:
        raise MappingError(f"e2e profile {e2e.profile} needs 16 data ids in id_list, not {len(ids)}")
    if crc is not None and (min(crc.bits), crc.length) != (0, 8):
        raise MappingError(f"e2e profile {e2e.profile} has its check byte first; {crc.name} is elsewhere")
    return Protection(message, counter, crc, _p02_computer(ids, message.length), 16)


def _p02_computer(ids: bytes, length: int) -> Compute:
    t = TABLE_2F
    if length != 8:
        return lambda data, count: t[crc8(data[1:]) ^ ids[count & 0xF]] ^ 0xFF

    def compute(data: Buffer, count: int) -> int:
        """The same without a loop, for the usual length: every frame of a protected message pays for this."""
        _, b, c, d, e, f, g, h = data
        return t[t[t[t[t[t[t[t[0xFF ^ b] ^ c] ^ d] ^ e] ^ f] ^ g] ^ h] ^ ids[count & 0xF]] ^ 0xFF

    return compute


def p04(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    place, data_id = _whole_bytes(crc, 4, "p04"), _data_id(e2e, 0xFFFF_FFFF)
    if counter is None or counter.length != 16 or min(counter.bits) != 8 * (place - 6):
        raise MappingError("e2e profile p04 needs a 16-bit counter six bytes before its crc")
    length = message.length.to_bytes(2, "big")
    header = data_id.to_bytes(4, "big")

    def prepare(data: bytearray) -> None:
        data[place - 8 : place - 6] = length
        data[place - 4 : place] = header

    def compute(data: Buffer, count: int) -> int:
        if data[place - 8 : place - 6] != length or data[place - 4 : place] != header:
            return int.from_bytes(data[place : place + 4], "big") ^ 0xFFFF_FFFF  # another message's frame
        return crc32p4(bytes(data[:place]) + data[place + 4 :])

    return Protection(message, counter, crc, compute, 1 << 16, prepare)


def p05(e2e: E2E, message: DbcMessage, counter: DbcSignal | None, crc: DbcSignal | None) -> Protection:
    place, data_id = _whole_bytes(crc, 2, "p05"), _data_id(e2e, 0xFFFF)
    if counter is None or counter.length != 8:
        raise MappingError("e2e profile p05 needs a counter of eight bits")
    tail = data_id.to_bytes(2, "little")

    def compute(data: Buffer, count: int) -> int:
        return crc16(tail, crc16(data[place + 2 :], crc16(data[:place])))

    return Protection(message, counter, crc, compute, 256)
