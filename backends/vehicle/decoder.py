"""Compiles mappings into one function a message.

A frame is read as one number and masked with the bits that are mapped; when the result is what it was, nothing changed and
nothing more is done. Counters and check bytes therefore do not defeat the comparison. Only signals whose own bits changed are
converted. What is made for plain messages is in `backends.vehicle.compiled`, for protected ones in
`backends.vehicle.guarded`; here are multiplexed ones.
"""

from __future__ import annotations

from collections.abc import Callable

from backends.vehicle.binding import BoundRead
from backends.vehicle.compiled import Compiled, Field, compile_fields
from backends.vehicle.convert import Converter, physical
from backends.vehicle.dbc.codec import extract
from backends.vehicle.dbc.model import DbcMessage, DbcSignal
from backends.vehicle.defs import Quality
from backends.vehicle.e2e import Protection
from backends.vehicle.guarded import guarded
from backends.vehicle.intake import Handler, Listener
from backends.vehicle.slots import Cell, Slot, SlotTable

__all__ = ["Handler", "compile_message", "learning"]

_LEARN_FRAMES = 8
_LEARN_S = 1.0
"""Frames that had piled up come all at once: only a longer stretch tells their period."""


def compile_message(
    message: DbcMessage, reads: list[BoundRead], table: SlotTable, protection: Protection | None
) -> Handler:
    """A handler for all rules of one message."""
    cells: dict[object, Cell] = {}

    def cell_for(signal: DbcSignal) -> Cell:
        """The branches of a multiplexed message come at a pace of their own, which is learnt."""
        found = cells.get(signal.conditions)
        if found is None:
            period = None if message.period_ms is None or signal.conditions else message.period_ms / 1000
            found = cells[signal.conditions] = table.cell(message.name, period, counts=bool(signal.conditions))
        return found

    fields = [field for read in reads for field in _fields(message, read, cell_for)]
    for field in fields:
        if field.slot not in field.cell.slots:
            field.cell.slots.append(field.slot)
            field.slot.cells.append(field.cell)
    if any(field.signal.conditions for field in fields):
        made = _multiplexed(message, fields)
    else:
        made = compile_fields(fields, message.length)
        if protection is None:
            return _listened(made, next(iter(cells.values())))
    for cell in cells.values():
        cell.forgets.append(made.start_over)
    return made.run if protection is None else guarded(made, protection, list(cells.values()))


def _listened(made: Compiled, cell: Cell) -> Handler:
    """It has an attribute ``listener``, for the bus's loop to ask."""
    assert made.said is not None
    listener = Listener(cell, made.run, made.start_over, made.said)
    cell.forgets.append(listener.forget)

    def handle(data: bytes, now: float) -> None:
        listener.take(data, now)

    handle.listener = listener  # type: ignore[attr-defined]
    return handle


def _fields(message: DbcMessage, read: BoundRead, cell_for: Callable[[DbcSignal], Cell]) -> list[Field]:
    """The fields of one rule that live in this message; a formula over several signals may have others elsewhere."""
    slot = read.slot
    if read.convert is not None:
        part = read.inputs[0]
        straight = None if slot.deadband else read.straight
        return [Field(part.signal, cell_for(part.signal), slot, _taker(slot, read.convert), straight, part.gates)]
    return [
        Field(part.signal, cell_for(part.signal), slot, _joiner(read, part.name, part.signal), None, part.gates)
        for part in read.inputs
        if part.message is message
    ]


def _taker(slot: Slot, convert: Converter) -> Callable[[int, float], None]:
    store, degrade, valid = slot.store, slot.degrade, Quality.VALID

    def take(bits: int, now: float) -> None:
        if bits < 0:
            degrade(Quality.NOT_AVAILABLE, now)
            return
        value, quality = convert(bits)
        if quality is valid:
            store(value, now)  # type: ignore[arg-type]  # a valid value is never None
        else:
            degrade(quality, now)

    return take


def _joiner(read: BoundRead, name: str, signal: DbcSignal) -> Callable[[int, float], None]:
    value_of, join = physical(signal), read.join
    return lambda bits, now: join(name, value_of(bits) if bits >= 0 else None, now)


def _multiplexed(message: DbcMessage, fields: list[Field]) -> Compiled:
    """One compiled function for each combination of selector values that was ever seen."""
    names = {condition.selector for field in fields for condition in field.signal.conditions}
    selectors = [signal for signal in message.signals if signal.name in names]
    select_mask = 0
    for selector in selectors:
        select_mask |= selector.mask
    # A signal that all branches carry must be looked at anew whenever the branch changes.
    shared = any(not field.signal.conditions for field in fields)
    branches: dict[int, Compiled | None] = {}
    last_key = -1

    def branch(data: bytes) -> Compiled | None:
        values = {selector.name: int(extract(selector, data)) for selector in selectors}
        chosen = [f for f in fields if all(c.holds(values.get(c.selector, -1)) for c in f.signal.conditions)]
        return compile_fields(chosen, message.length) if chosen else None

    def run(data: bytes, now: float) -> bool:
        nonlocal last_key
        key = int.from_bytes(data, "little") & select_mask
        if key not in branches:
            branches[key] = branch(data)
        found = branches[key]
        if found is None:
            return False
        if shared and key != last_key:
            last_key = key
            found.start_over()
        return found.run(data, now)

    def start_over() -> None:
        for found in branches.values():
            if found is not None:
                found.start_over()

    return Compiled(run, start_over, None)


def learning(handlers: dict[int, Handler], key: int, cells: list[Cell]) -> None:
    """Time a message's frames until its period is known, then put its own handler back."""
    handler = handlers[key]
    count, first = 0, 0.0

    def handle(data: bytes, now: float) -> None:
        nonlocal count, first
        handler(data, now)
        count += 1
        if count == 1:
            first = now
        elif count > _LEARN_FRAMES and now - first >= _LEARN_S:
            for cell in cells:
                cell.learn((now - first) / (count - 1))
            handlers[key] = handler

    handlers[key] = handle
