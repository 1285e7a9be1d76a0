"""Makes one function for all mapped signals of a message.

The function is written out as Python source from numbers and fixed names only (no text of a file gets into it) and compiled, as
`dataclasses` does for its methods: a call per signal and frame would cost more than all the decoding. For two signals it reads

    def handle(data, now):
        nonlocal last, l0, l1
        if len(data) < 6:
            return
        c0.seen = now
        k = from_bytes(data, "little") & 0xffff0000ff
        if k == last:
            return
        last = k
        b = k & 255
        if b != l0:
            l0 = b
            s0.value = b / d0                    # a plain number that is always valid, stored in place
            …
        b = (k >> 24) & 65535
        if b != l1:
            l1 = b
            t1(b, now)                           # anything else
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from backends.vehicle.dbc.model import DbcSignal
from backends.vehicle.defs import Quality, Scalar
from backends.vehicle.slots import Cell, Slot

__all__ = ["Field", "Handler", "Straight", "compile_fields"]

Handler = Callable[[bytes, float], None]
"""Takes a frame's data and the monotonic second of its arrival."""


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


def compile_fields(fields: list[Field]) -> tuple[Handler, Callable[[], None]]:
    """A function for the frames, and one that makes it take the next frame as new."""
    signals = [signal for field in fields for signal in field.signals]
    need = max(signal.last_byte for signal in signals) + 1
    mask = 0
    for signal in signals:
        mask |= signal.mask
    cells = list({id(field.cell): field.cell for field in fields}.values())
    scope: dict[str, Any] = {
        "from_bytes": int.from_bytes,
        "valid": Quality.VALID,
        "note": fields[0].slot.table.dirty.append,
    }
    lasts = ["last", *(f"l{index}" for index in range(len(fields)))]
    body = [f"if len(data) < {need}:", "    return"]
    for index, cell in enumerate(cells):
        scope[f"c{index}"] = cell
        body.append(f"c{index}.seen = now")
        if cell.counts:
            body.append(f"c{index}.count += 1")
    body += [f"k = from_bytes(data, 'little') & {mask:#x}", "if k == last:", "    return", "last = k"]
    if any(not signal.little_endian for signal in signals):
        body.append(f"big = from_bytes(data[:{need}], 'big')")
    for index, field in enumerate(fields):
        body += _field_source(index, field, need, scope)
    source = "\n".join(
        [
            "def make():",
            f"    {' = '.join(lasts)} = -1",
            "    def handle(data, now):",
            f"        nonlocal {', '.join(lasts)}",
            *(f"        {line}" for line in body),
            "    def forget():",
            f"        nonlocal {', '.join(lasts)}",
            f"        {' = '.join(lasts)} = -1",
            "    return handle, forget",
        ]
    )
    exec(compile(source, "<compiled message>", "exec"), scope)  # noqa: S102 - numbers and fixed names only, see above
    handler, forget = scope["make"]()
    return handler, forget


def _field_source(index: int, field: Field, need: int, scope: dict[str, Any]) -> list[str]:
    lines = [f"b = {_bits_source(field.signal, need)}"]
    for gate, (signal, codes) in enumerate(field.gates):
        scope[f"g{index}_{gate}"] = codes
        lines += [f"if {_bits_source(signal, need)} not in g{index}_{gate}:", "    b = -2"]
    lines += [f"if b != l{index}:", f"    l{index} = b"]
    if field.straight is None or field.gates:
        scope[f"t{index}"] = field.take
        return [*lines, f"    t{index}(b, now)"]
    slot = f"s{index}"
    scope[slot] = field.slot
    indent = "    "
    if field.straight.absent:
        scope[f"t{index}"] = field.take
        scope[f"a{index}"] = field.straight.absent
        lines += [f"    if b in a{index}:", f"        t{index}(b, now)", "    else:"]
        indent = "        "
    if field.straight.divisor:
        value = f"b / {field.straight.divisor}"
    else:
        scope[f"v{index}"] = field.straight.value_of
        value = f"v{index}(b)"
    if field.straight.derived:
        scope[f"t{index}"] = field.take
        lines += [
            f"{indent}v = {value}",
            f"{indent}if v is None:",
            f"{indent}    t{index}(b, now)",
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


def _bits_source(signal: DbcSignal, size: int) -> str:
    """The signal's bits in a frame cut to ``size`` bytes and read as one number in the signal's own order."""
    mask = (1 << signal.length) - 1
    if signal.little_endian:
        number, shift = "k", signal.start
    else:
        low = signal.bits[-1]
        number, shift = "big", 8 * (size - 1 - low // 8) + low % 8
    return f"{number} & {mask}" if shift == 0 else f"({number} >> {shift}) & {mask}"
