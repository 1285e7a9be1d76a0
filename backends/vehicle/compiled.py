"""Makes one function for all mapped signals of a message.

The function is written out as Python source from numbers and fixed names only (no text of a file gets into it) and compiled, as
`dataclasses` does for its methods: a call per signal and frame would cost more than all the decoding. For two signals it reads

    def run(data, now):
        nonlocal last, l0, l1
        if len(data) != 8:
            …                                    # cut or filled up; too short: return -1
        c0.seen = now
        k = from_bytes(data, "little") & 0xffff0000ff
        if k == last:
            return k
        last = k
        b = k & 255
        if b != l0:
            l0 = b
            s0.value = b / 4                     # a plain number that is always valid, stored in place
            …
        b = (k >> 24) & 65535
        if b != l1:
            l1 = b
            t1(b, now)                           # anything else
        return k
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from backends.vehicle.dbc.model import DbcSignal
from backends.vehicle.defs import Quality, Scalar
from backends.vehicle.intake import Handler, Listener
from backends.vehicle.slots import Cell, Slot

__all__ = ["Field", "Handler", "Straight", "compile_fields"]


Order = Literal["little", "big"]


@dataclass(frozen=True, slots=True)
class Straight:
    """A value that can be stored at once, unless its bits are among ``absent``.

    ``divisor``: it is just the bits divided by this; else 0. ``derived``: other bits may give the same value, and None where
    there is none.
    """

    value_of: Callable[[int], Scalar | None]
    divisor: int = 0
    absent: frozenset[int] = frozenset()
    derived: bool = False


@dataclass(slots=True)
class Field:
    """A mapped signal. Changed bits are stored at once when `straight`, else given to `take` (-2 when a gate is shut)."""

    signal: DbcSignal
    cell: Cell
    slot: Slot
    take: Callable[[int, float], None]
    straight: Straight | None = None
    gates: tuple[tuple[DbcSignal, frozenset[int]], ...] = ()

    @property
    def signals(self) -> list[DbcSignal]:
        """The signal and its gates."""
        return [self.signal, *(gate for gate, _ in self.gates)]


def compile_fields(fields: list[Field], length: int, *, every: bool = False) -> tuple[Handler, Callable[[], None]]:
    """A handler for the frames of a message of ``length`` bytes, and a function that makes it take the next frame as new.

    ``every``: it will be called with every frame. Else it has an attribute ``listener``, for the bus's loop to ask.
    """
    signals = [signal for field in fields for signal in field.signals]
    need = max(signal.last_byte for signal in signals) + 1
    size = max(need, length)
    little = sum(signal.little_endian for signal in signals)
    order: Order = "little" if 2 * little >= len(signals) else "big"
    cells = list({id(field.cell): field.cell for field in fields}.values())
    run, start_over = _compile(fields, cells, order, size, need, mixed=0 < little < len(signals))
    if every or len(cells) > 1 or cells[0].counts:
        return run, start_over
    listener = Listener(cells[0], run, start_over)

    def handle(data: bytes, now: float) -> None:
        listener.take(data, now)

    handle.listener = listener  # type: ignore[attr-defined]
    return handle, listener.forget


def _compile(
    fields: list[Field], cells: list[Cell], order: Order, size: int, need: int, *, mixed: bool
) -> tuple[Callable[[bytes, float], int], Callable[[], None]]:
    mask = 0
    for field in fields:
        for signal in field.signals:
            mask |= signal.mask
    if order == "big":
        mask = int.from_bytes(mask.to_bytes(size, "little"), "big")
    scope: dict[str, Any] = {
        "from_bytes": int.from_bytes,
        "valid": Quality.VALID,
        "note": fields[0].slot.table.dirty.append,
    }
    body = [f"if len(data) != {size}:", f"    if len(data) < {need}:", "        return -1"]
    if order == "big" or mixed:
        body.append(f"    data = data[:{size}].ljust({size}, zero)")
        scope["zero"] = b"\0"
    for index, cell in enumerate(cells):
        scope[f"c{index}"] = cell
        body.append(f"c{index}.seen = now")
        if cell.counts:
            body.append(f"c{index}.count += 1")
    groups: dict[tuple[Any, ...], list[Field]] = {}
    for field in fields:
        groups.setdefault((id(field.signal), *((id(gate), codes) for gate, codes in field.gates)), []).append(field)
    alone = len(groups) == 1 and not fields[0].gates
    whole = _alone_source(fields[0].signal, order, size) if alone else f"from_bytes(data, '{order}') & {mask:#x}"
    body += [f"k = {whole}", "if k == last:", "    return k", "last = k"]
    if mixed:
        body.append(f"o = from_bytes(data, '{'big' if order == 'little' else 'little'}')")
    for index, group in enumerate(groups.values()):
        body += _signal_source(index, group, None if alone else order, size, scope)
    lasts = ["last", *(f"l{index}" for index in range(len(groups)))]
    source = "\n".join(
        [
            "def make():",
            f"    {' = '.join(lasts)} = -1",
            "    def run(data, now):",
            f"        nonlocal {', '.join(lasts)}",
            *(f"        {line}" for line in body),
            "        return k",
            "    def start_over():",
            f"        nonlocal {', '.join(lasts)}",
            f"        {' = '.join(lasts)} = -1",
            "    return run, start_over",
        ]
    )
    exec(compile(source, "<compiled message>", "exec"), scope)  # noqa: S102 - numbers and fixed names only, see above
    run, start_over = scope["make"]()
    return run, start_over


def _alone_source(signal: DbcSignal, order: Order, size: int) -> str:
    """The bits of the one signal of a message; whole bytes are cheaper to take one by one."""
    first, last = signal.bits[0], signal.bits[-1]
    if signal.length == 8 and last % 8 == 0:
        return f"data[{last // 8}]"
    if signal.length == 16 and last % 8 == 0:
        return f"data[{first // 8}] << 8 | data[{last // 8}]"
    return _bits_source(signal, order, size).replace("k", f"from_bytes(data, '{order}')")


def _signal_source(index: int, fields: list[Field], order: Order | None, size: int, scope: dict[str, Any]) -> list[str]:
    """For all fields that are made of the same bits. ``order`` None: they are all there is, and ``k`` is new."""
    first = fields[0]
    if order is None:
        lines = ["b = k"]
        for number, field in enumerate(fields):
            lines += _field_source(f"{index}_{number}", field, scope)
        return lines
    lines = [f"b = {_bits_source(first.signal, order, size)}"]
    for gate, (signal, codes) in enumerate(first.gates):
        scope[f"g{index}_{gate}"] = codes
        lines += [f"if {_bits_source(signal, order, size)} not in g{index}_{gate}:", "    b = -2"]
    lines += [f"if b != l{index}:", f"    l{index} = b"]
    for number, field in enumerate(fields):
        lines += [f"    {line}" for line in _field_source(f"{index}_{number}", field, scope)]
    return lines


def _field_source(name: str, field: Field, scope: dict[str, Any]) -> list[str]:
    if field.straight is None or field.gates:
        scope[f"t{name}"] = field.take
        return [f"t{name}(b, now)"]
    slot = f"s{name}"
    scope[slot] = field.slot
    lines, indent = [], ""
    if field.straight.absent:
        scope[f"t{name}"] = field.take
        scope[f"a{name}"] = field.straight.absent
        lines += [f"if b in a{name}:", f"    t{name}(b, now)", "else:"]
        indent = "    "
    if field.straight.divisor:
        value = f"b / {field.straight.divisor}"
    else:
        scope[f"v{name}"] = field.straight.value_of
        value = f"v{name}(b)"
    if field.straight.derived:
        scope[f"t{name}"] = field.take
        lines += [
            f"{indent}v = {value}",
            f"{indent}if v is None:",
            f"{indent}    t{name}(b, now)",
            f"{indent}elif v != {slot}.value or {slot}.quality is not valid:",
        ]
        indent, value = indent + "    ", "v"
    return [
        *lines,
        f"{indent}{slot}.value = {value}",
        f"{indent}{slot}.quality = valid",
        f"{indent}{slot}.time = now",
        f"{indent}if not {slot}.dirty:",
        f"{indent}    {slot}.dirty = True",
        f"{indent}    note({slot})",
    ]


def _bits_source(signal: DbcSignal, order: Order, size: int) -> str:
    """The signal's bits in a frame of ``size`` bytes: in ``k`` when it is read in the signal's own order, else in ``o``."""
    mask = (1 << signal.length) - 1
    number = "k" if signal.little_endian == (order == "little") else "o"
    if signal.little_endian:
        shift = signal.start
    else:
        low = signal.bits[-1]
        shift = 8 * (size - 1 - low // 8) + low % 8
    return f"{number} & {mask}" if shift == 0 else f"({number} >> {shift}) & {mask}"
