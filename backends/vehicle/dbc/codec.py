"""Bits to numbers and back, one signal at a time. The hot path is compiled in `backends.vehicle.decoder` from the same facts."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from backends.vehicle.dbc.model import DbcMessage, DbcSignal

__all__ = ["decode", "encode", "extract", "insert", "present", "to_physical", "to_raw"]


def extract(signal: DbcSignal, data: bytes | bytearray) -> int | float:
    """The raw value. Bits beyond the end of a short frame read as zero."""
    last = signal.last_byte + 1
    padded = bytes(data[:last]).ljust(last, b"\0")
    if signal.little_endian:
        raw = int.from_bytes(padded, "little") >> signal.start
    else:
        raw = int.from_bytes(padded, "big") >> (signal.bits[-1] % 8)
    raw &= (1 << signal.length) - 1
    if signal.kind == "float32":
        return float(struct.unpack("<f", raw.to_bytes(4, "little"))[0])
    if signal.kind == "float64":
        return float(struct.unpack("<d", raw.to_bytes(8, "little"))[0])
    if signal.signed and raw >> (signal.length - 1):
        raw -= 1 << signal.length
    return raw


def insert(signal: DbcSignal, data: bytearray, raw: int | float) -> None:
    """Write a raw value. Raises ValueError when it does not fit in the signal or the signal not in the frame."""
    if signal.last_byte >= len(data):
        raise ValueError(f"{signal.name} lies beyond the frame's {len(data)} bytes")
    if signal.kind == "float32":
        value = int.from_bytes(struct.pack("<f", raw), "little")
    elif signal.kind == "float64":
        value = int.from_bytes(struct.pack("<d", raw), "little")
    else:
        value = int(raw)
        low, high = raw_range(signal)
        if not low <= value <= high:
            raise ValueError(f"{signal.name} takes raw values {low} to {high}, not {value}")
        value &= (1 << signal.length) - 1
    last = signal.last_byte + 1
    order: str = "little" if signal.little_endian else "big"
    shift = signal.start if signal.little_endian else signal.bits[-1] % 8
    mask = ((1 << signal.length) - 1) << shift
    if order == "little":
        whole = int.from_bytes(data[:last], "little") & ~mask | value << shift
        data[:last] = whole.to_bytes(last, "little")
    else:
        whole = int.from_bytes(data[:last], "big") & ~mask | value << shift
        data[:last] = whole.to_bytes(last, "big")


def raw_range(signal: DbcSignal) -> tuple[int, int]:
    """Smallest and largest raw value of an integer signal."""
    if signal.signed:
        return -(1 << (signal.length - 1)), (1 << (signal.length - 1)) - 1
    return 0, (1 << signal.length) - 1


def to_physical(signal: DbcSignal, raw: int | float) -> int | float:
    """Raw × scale + offset."""
    return raw * signal.scale + signal.offset


def to_raw(signal: DbcSignal, physical: float) -> int | float:
    """The nearest raw value; not limited to what fits."""
    value = (physical - signal.offset) / signal.scale
    return value if signal.kind != "int" else round(value)


def present(message: DbcMessage, data: bytes | bytearray) -> list[DbcSignal]:
    """The signals that this frame carries, multiplexing considered."""
    selectors = {signal.name: extract(signal, data) for signal in message.signals if signal.is_selector}
    return [
        signal
        for signal in message.signals
        if signal.last_byte < len(data)
        and all(condition.holds(int(selectors.get(condition.selector, -1))) for condition in signal.conditions)
    ]


def decode(message: DbcMessage, data: bytes | bytearray) -> dict[str, int | float]:
    """All signals of a frame by name, in physical units."""
    return {signal.name: to_physical(signal, extract(signal, data)) for signal in present(message, data)}


def encode(message: DbcMessage, values: Mapping[str, float], template: bytes | None = None) -> bytearray:
    """A frame with these physical values; the rest comes from ``template``, or is zero.

    Raises LookupError for an unknown signal and ValueError for a value that does not fit.
    """
    data = bytearray(message.length) if template is None else bytearray(template)
    for name, physical in values.items():
        signal = message.signal(name)
        if signal is None:
            raise LookupError(f"{message.name} has no signal {name}")
        insert(signal, data, to_raw(signal, physical))
    return data
