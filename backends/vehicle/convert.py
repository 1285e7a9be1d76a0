"""From a signal's raw value to the value of a path: not-available codes, scaling, a mapping's transform, the path's own type."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace

from backends.vehicle.catalogue import Meta, coerce
from backends.vehicle.compiled import Straight
from backends.vehicle.dbc.codec import to_raw
from backends.vehicle.dbc.model import DbcSignal
from backends.vehicle.defs import Quality, Scalar
from backends.vehicle.errors import MappingError
from backends.vehicle.mapping.expression import compile_expression, expression_text
from backends.vehicle.mapping.model import Transform
from backends.vehicle.mapping.named import NAMED

__all__ = ["Converted", "Converter", "codes", "converter", "physical", "shortcut"]

Converted = tuple[Scalar | None, Quality]
Converter = Callable[[int], Converted]

_INVALID: Converted = (None, Quality.INVALID)
_ABSENT: Converted = (None, Quality.NOT_AVAILABLE)


def physical(signal: DbcSignal) -> Callable[[int], int | float]:
    """From the bits of a signal, an unsigned number, to its physical value."""
    scale, offset = signal.scale, signal.offset
    if (divisor := _divisor(scale)) > 1:
        # 1354 / 100 is 13.54; 1354 * 0.01 is 13.540000000000001.
        return _divided(signal, divisor, offset)
    if signal.kind != "int":
        code, size = ("<f", 4) if signal.kind == "float32" else ("<d", 8)
        return lambda bits: struct.unpack(code, bits.to_bytes(size, "little"))[0] * scale + offset
    if signal.signed:
        half, full = 1 << (signal.length - 1), 1 << signal.length
        return lambda bits: (bits - full if bits >= half else bits) * scale + offset
    if scale == 1 and offset == 0:
        return lambda bits: bits
    return lambda bits: bits * scale + offset


def _divided(signal: DbcSignal, divisor: int, offset: float) -> Callable[[int], int | float]:
    if signal.kind != "int" or signal.signed:
        whole = physical(replace(signal, scale=1, offset=0))
        return lambda bits: whole(bits) / divisor + offset
    if offset == 0:
        return lambda bits: bits / divisor
    return lambda bits: bits / divisor + offset


def codes(signal: DbcSignal, values: tuple[Scalar, ...], what: str) -> frozenset[int]:
    """Bits for raw numbers or labels of the value table. Raises MappingError for a label that is not in the table."""
    found: set[int] = set()
    mask = (1 << signal.length) - 1
    for value in values:
        if isinstance(value, str):
            matching = [raw for raw, label in signal.choices.items() if label == value]
            if not matching:
                known = ", ".join(signal.choices.values()) or "it has no value table"
                raise MappingError(f"{what} {value!r} is not a value of signal {signal.name} ({known})")
            found.update(raw & mask for raw in matching)
        else:
            found.add(int(value) & mask)
    return frozenset(found)


def converter(signal: DbcSignal, meta: Meta, transform: Transform, sna: tuple[Scalar, ...]) -> Converter:
    """Compile the way from bits to (value, quality). Raises MappingError when the transform does not fit the signal."""
    absent = codes(signal, sna, "sna")
    read = physical(signal)
    table = _table(signal, meta, transform) if transform.table else None
    formula: Callable[..., Scalar] | None = compile_expression(transform.math) if transform.math else None
    if transform.named:
        formula = NAMED[transform.named].read
    labels = {raw & ((1 << signal.length) - 1): label for raw, label in signal.choices.items()}
    fit = _fitter(meta)
    wants_label = meta.datatype == "string" and formula is None

    def convert(bits: int) -> Converted:
        if bits in absent:
            return _ABSENT
        if table is not None:
            return table.get(bits, _INVALID)
        try:
            value: Scalar = labels.get(bits, read(bits)) if wants_label else read(bits)
            if formula is not None:
                value = formula(value)
            fitted = fit(value)
        except (ArithmeticError, ValueError, TypeError):
            return _INVALID
        return _INVALID if fitted is None else (fitted, Quality.VALID)

    if signal.length > 8:
        return convert
    memory: list[Converted | None] = [None] * (1 << signal.length)

    def remembered(bits: int) -> Converted:
        found = memory[bits]
        if found is None:
            found = memory[bits] = convert(bits)
        return found

    return remembered


def shortcut(signal: DbcSignal, meta: Meta, transform: Transform, sna: tuple[Scalar, ...]) -> Straight | None:
    """The short way from bits to value: a plain scaled number that always fits its path's range, or a formula of one.

    None where more has to be looked at. It spares the commonest signals (speeds, temperatures) most of `converter`.
    """
    if transform.table or transform.named or signal.kind != "int" or meta.datatype == "string":
        return None
    read = physical(signal)
    absent = codes(signal, sna, "sna")
    if transform.math:
        if signal.length <= 8:
            return None
        truth = meta.datatype == "boolean"
        text = expression_text(transform.math, _written(signal), truth=truth)
        return None if text is None else Straight(text, None if truth else _fitter(meta), absent, True, truth)
    ends = [0, (1 << signal.length) - 1]
    if signal.signed:
        ends = [1 << (signal.length - 1), ends[1] >> 1]
    low, high = sorted(read(bits) for bits in ends)
    if meta.datatype not in ("float", "double") or not _within(meta, low, high):
        return None
    text = _written(signal)
    return Straight(text if " / " in text else f"float({text})", absent=absent)


def _within(meta: Meta, low: float, high: float) -> bool:
    return (meta.minimum is None or low >= meta.minimum) and (meta.maximum is None or high <= meta.maximum)


def _written(signal: DbcSignal) -> str:
    """`physical` of a whole number, as Python with the bits in ``b``."""
    scale, offset = signal.scale, signal.offset
    divisor = _divisor(scale)
    bits = "b"
    if signal.signed:
        bits = f"(b - {1 << signal.length} if b >= {1 << (signal.length - 1)} else b)"
    elif offset == 0 and (divisor > 1 or scale == 1):
        return f"b / {divisor}" if divisor > 1 else bits
    return f"{bits} / {divisor} + {offset!r}" if divisor > 1 else f"{bits} * {scale!r} + {offset!r}"


def _divisor(scale: float) -> int:
    """The whole number whose reciprocal is this scale; 0 when there is none."""
    divisor = round(1 / scale)
    return divisor if divisor >= 1 and scale == 1 / divisor else 0


def _fitter(meta: Meta) -> Callable[[Scalar], Scalar | None]:
    """`coerce` for one path, without asking each time what is known beforehand."""
    if meta.datatype == "boolean":
        return bool
    if (
        meta.minimum is None
        and meta.maximum is None
        and not meta.allowed
        and meta.datatype not in ("float", "double", "string")
    ):
        return lambda value: round(value)  # type: ignore[arg-type]  # OverflowError, ValueError for what is no number
    return lambda value: coerce(meta, value)


def _table(signal: DbcSignal, meta: Meta, transform: Transform) -> dict[int, Converted]:
    mask = (1 << signal.length) - 1
    table: dict[int, Converted] = {}
    for source, target in transform.table:
        if isinstance(source, str):
            bits = codes(signal, (source,), "mapping from")
        else:
            bits = frozenset({int(to_raw(signal, float(source))) & mask})
        fitted = coerce(meta, target)
        if fitted is None:
            raise MappingError(f"mapping to {target!r} does not fit {meta.path} ({meta.datatype})")
        table.update((code, (fitted, Quality.VALID)) for code in bits)
    return table
