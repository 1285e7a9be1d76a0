"""Compiles mappings into one closure a message.

A frame is read as one number and masked with the bits that are mapped; when the result is what it was, nothing changed and
nothing more is done. Counters and check bytes therefore do not defeat the comparison. Only signals whose own bits changed are
converted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from backends.vehicle.binding import BoundRead
from backends.vehicle.convert import physical
from backends.vehicle.dbc.codec import extract
from backends.vehicle.dbc.model import DbcMessage, DbcSignal
from backends.vehicle.defs import Quality
from backends.vehicle.e2e import Check, Guard, Protection
from backends.vehicle.slots import Cell, Slot, SlotTable

__all__ = ["Handler", "compile_message"]

Handler = Callable[[bytes, float], None]
"""Takes a frame's data and the monotonic second of its arrival."""

Sink = Callable[[int, float], None]


@dataclass(slots=True)
class _Field:
    """A mapped signal: where its bits are, and what is done with them when they change."""

    signal: DbcSignal
    sink: Sink
    forget: Callable[[], None]
    cell: Cell
    gates: tuple[tuple[DbcSignal, frozenset[int]], ...] = ()
    slot: Slot | None = None


def compile_message(
    message: DbcMessage, reads: list[BoundRead], table: SlotTable, protection: Protection | None
) -> Handler:
    """A handler for all rules of one message."""
    cells: dict[object, Cell] = {}

    def cell_for(signal: DbcSignal) -> Cell:
        found = cells.get(signal.conditions)
        if found is None:
            period = None if message.period_ms is None or signal.conditions else message.period_ms / 1000
            found = cells[signal.conditions] = table.cell(message.name, period)
        return found

    fields = [field for read in reads for field in _fields(message, read, cell_for)]
    for field in fields:
        if field.slot is not None and field.slot not in field.cell.slots:
            field.cell.slots.append(field.slot)
            field.slot.cells.append(field.cell)
    if any(field.signal.conditions for field in fields):
        handler, forget = _multiplexed(message, fields)
    else:
        handler, forget = _plain(fields)
    for cell in cells.values():
        cell.forgets.append(forget)
    return handler if protection is None else _guarded(handler, forget, protection, list(cells.values()))


def _fields(message: DbcMessage, read: BoundRead, cell_for: Callable[[DbcSignal], Cell]) -> list[_Field]:
    """The fields of one rule that live in this message; a joint rule may have others elsewhere."""
    slot = read.slot
    if read.convert is not None:
        signal = read.inputs[0].signal
        sink, forget = _single(slot, read.convert)
        return [_Field(signal, sink, forget, cell_for(signal), read.inputs[0].gates, slot)]
    fields = []
    for part in read.inputs:
        if part.message is message:
            sink, forget = _input(part.signal, part.name, read.join)
            fields.append(_Field(part.signal, sink, forget, cell_for(part.signal), part.gates, slot))
    return fields


def _single(slot: Slot, convert: Callable[[int], tuple[object, Quality]]) -> tuple[Sink, Callable[[], None]]:
    last = -1
    store, degrade, valid = slot.store, slot.degrade, Quality.VALID

    def sink(bits: int, now: float) -> None:
        nonlocal last
        if bits == last:
            return
        last = bits
        if bits < 0:
            degrade(Quality.NOT_AVAILABLE, now)
            return
        value, quality = convert(bits)
        if quality is valid:
            store(value, now)  # type: ignore[arg-type]  # a valid value is never None
        else:
            degrade(quality, now)

    def forget() -> None:
        nonlocal last
        last = -1

    return sink, forget


def _input(
    signal: DbcSignal, name: str, join: Callable[[str, float | None, float], None]
) -> tuple[Sink, Callable[[], None]]:
    read = physical(signal)

    def sink(bits: int, now: float) -> None:
        join(name, read(bits) if bits >= 0 else None, now)

    return sink, lambda: None


def _getter(signal: DbcSignal, size: int) -> tuple[bool, int, int]:
    """(Motorola order, shift, mask) in a frame cut to ``size`` bytes and read as one number in the signal's own order."""
    mask = (1 << signal.length) - 1
    if signal.little_endian:
        return False, signal.start, mask
    low = signal.bits[-1]
    return True, 8 * (size - 1 - low // 8) + low % 8, mask


def _plain(fields: list[_Field]) -> tuple[Handler, Callable[[], None]]:
    need = max(max(f.signal.last_byte, *(gate.last_byte for gate, _ in f.gates), 0) for f in fields) + 1
    mask = 0
    for field in fields:
        mask |= field.signal.mask
        for gate, _ in field.gates:
            mask |= gate.mask
    simple = [(*_getter(field.signal, need), field.sink) for field in fields if not field.gates]
    gated = [
        (*_getter(f.signal, need), [(*_getter(gate, need), codes) for gate, codes in f.gates], f.sink)
        for f in fields
        if f.gates
    ]
    motorola = any(not f.signal.little_endian or any(not g.little_endian for g, _ in f.gates) for f in fields)
    distinct = list({id(field.cell): field.cell for field in fields}.values())
    cell, others = distinct[0], distinct[1:]
    last = -1
    from_bytes = int.from_bytes

    def handle(data: bytes, now: float) -> None:
        nonlocal last
        if len(data) < need:
            return
        cell.seen = now
        cell.count += 1
        for other in others:
            other.seen = now
            other.count += 1
        k = from_bytes(data, "little") & mask
        if k == last:
            return
        last = k
        big = from_bytes(data[:need], "big") if motorola else 0
        for is_big, shift, bits, sink in simple:
            sink(((big if is_big else k) >> shift) & bits, now)
        for is_big, shift, bits, gates, sink in gated:
            open_ = all(((big if b else k) >> s) & m in codes for b, s, m, codes in gates)
            sink(((big if is_big else k) >> shift) & bits if open_ else -2, now)

    def forget() -> None:
        nonlocal last
        last = -1
        for field in fields:
            field.forget()

    return handle, forget


def _multiplexed(message: DbcMessage, fields: list[_Field]) -> tuple[Handler, Callable[[], None]]:
    """One plain handler for each combination of selector values that was ever seen."""
    names = {condition.selector for field in fields for condition in field.signal.conditions}
    selectors = [signal for signal in message.signals if signal.name in names]
    select_mask = 0
    for selector in selectors:
        select_mask |= selector.mask
    branches: dict[int, tuple[Handler, Callable[[], None]] | None] = {}

    def branch(data: bytes) -> tuple[Handler, Callable[[], None]] | None:
        values = {selector.name: int(extract(selector, data)) for selector in selectors}
        chosen = [f for f in fields if all(c.holds(values.get(c.selector, -1)) for c in f.signal.conditions)]
        return _plain(chosen) if chosen else None

    def handle(data: bytes, now: float) -> None:
        key = int.from_bytes(data, "little") & select_mask
        found = branches.get(key, False)
        if found is False:
            found = branches[key] = branch(data)
        if found:
            found[0](data, now)  # type: ignore[index]  # neither False nor None here

    def forget() -> None:
        for found in branches.values():
            if found is not None:
                found[1]()

    return handle, forget


def _guarded(handler: Handler, forget: Callable[[], None], protection: Protection, cells: list[Cell]) -> Handler:
    """Frames that fail their check are dropped; too many of them make the values wrong rather than old."""
    guard = Guard(protection)
    length = protection.message.length
    failed = False

    def handle(data: bytes, now: float) -> None:
        nonlocal failed
        check = guard.judge(data) if len(data) >= length else Check.BAD
        if guard.failed:
            if not failed:
                failed = True
                for cell in cells:
                    for slot in cell.slots:
                        slot.degrade(Quality.ERROR, now)
                forget()
        elif check is Check.GOOD:
            failed = False
            handler(data, now)

    return handle
