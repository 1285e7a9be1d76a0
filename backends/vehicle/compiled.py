"""Makes one function for all mapped signals of a message.

The function is written out as Python source and compiled, as `dataclasses` does for its methods: a call per signal and frame
would cost more than all the decoding. The source is made of numbers and fixed names; what comes of a file's text is a formula's
syntax tree that was built anew from allowed nodes (`backends.vehicle.mapping.expression`). For two signals it reads

    def run(data, now):
        nonlocal l0, l1
        try:
            a0, a1, = unpack(data)
        except Misfit:                           # cut or filled up; too short: return False
            …
        c0.seen = now
        b = a0
        if b != l0:
            l0 = b
            s0.value = b / 4                     # a plain number that is always valid, stored in place
            …
        b = a1 >> 2 & 7
        if b != l1:
            l1 = b
            t1(b, now)                           # anything else
        return True
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from backends.vehicle.dbc.model import DbcSignal
from backends.vehicle.defs import Quality, Scalar
from backends.vehicle.layout import Layout, layout
from backends.vehicle.mapping.expression import FUNCTIONS
from backends.vehicle.slots import Cell, Slot

__all__ = ["Compiled", "Field", "Straight", "compile_fields"]


@dataclass(frozen=True, slots=True)
class Straight:
    """A value that can be stored at once, unless its bits are among ``absent``.

    ``text``: it as Python, of the bits ``b``, see `expression_text`; then it goes through ``fit``. ``derived``: other bits may
    give the same value, and None or an error of arithmetic where there is none. ``truth``: it is True or False.
    """

    text: str
    fit: Callable[[Scalar], Scalar | None] | None = None
    absent: frozenset[int] = frozenset()
    derived: bool = False
    truth: bool = False


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


@dataclass(frozen=True, slots=True)
class Compiled:
    """``run`` takes a frame, and is False when it is too short; after ``start_over`` it takes the next one as new.

    ``said``: the mapped bits of the frame it took last; None where each frame may carry others (multiplexed ones).
    """

    run: Callable[[bytes, float], bool]
    start_over: Callable[[], None]
    said: Callable[[], tuple[int, ...]] | None


def compile_fields(fields: list[Field], length: int) -> Compiled:
    """The functions for a message of ``length`` bytes."""
    signals = list({id(signal): signal for field in fields for signal in field.signals}.values())
    size = max(length, max(signal.last_byte for signal in signals) + 1)
    placed = layout(signals, size)
    scope: dict[str, Any] = {
        "valid": Quality.VALID,
        "errors": (ArithmeticError, ValueError, TypeError),
        "note": fields[0].slot.table.dirty.append,
        **FUNCTIONS,
        **placed.scope,
    }
    body = list(placed.read)
    for index, cell in enumerate({id(field.cell): field.cell for field in fields}.values()):
        scope[f"c{index}"] = cell
        body.append(f"c{index}.seen = now")
        if cell.counts:
            body.append(f"c{index}.count += 1")
    groups: dict[tuple[Any, ...], list[Field]] = {}
    for field in fields:
        groups.setdefault((id(field.signal), *((id(gate), codes) for gate, codes in field.gates)), []).append(field)
    by_variable: dict[str, list[list[str]]] = {}
    for index, group in enumerate(groups.values()):
        # What has a gate depends on more than its own variable.
        name = "" if group[0].gates or placed.mask else placed.variable(group[0].signal)
        by_variable.setdefault(name, []).append(_signal_source(index, group, placed, scope))
    lasts = [f"l{index}" for index in range(len(groups))]
    said = ", ".join(lasts)
    if placed.mask:
        body += [f"m = k & {placed.mask:#x}", "if m == last:", "    return True", "last = m"]
        lasts.append("last")
    for name, sources in by_variable.items():
        if name and len(sources) > 1:
            body += [f"if {name} != p{name}:", f"    p{name} = {name}"]
            body += [f"    {line}" for source in sources for line in source]
            lasts.append(f"p{name}")
        else:
            body += [line for source in sources for line in source]
    source = "\n".join(
        [
            "def make():",
            f"    {' = '.join(lasts)} = -1",
            "    def run(data, now):",
            f"        nonlocal {', '.join(lasts)}",
            *(f"        {line}" for line in body),
            "        return True",
            "    def start_over():",
            f"        nonlocal {', '.join(lasts)}",
            f"        {' = '.join(lasts)} = -1",
            "    def said():",
            f"        return ({said},)",
            "    return run, start_over, said",
        ]
    )
    exec(compile(source, "<compiled message>", "exec"), scope)  # noqa: S102 - numbers and checked names only, see above
    return Compiled(*scope["make"]())


def _signal_source(index: int, fields: list[Field], placed: Layout, scope: dict[str, Any]) -> list[str]:
    """For all fields that are made of the same bits."""
    first = fields[0]
    lines = [f"b = {placed.bits(first.signal)}"]
    for gate, (signal, codes) in enumerate(first.gates):
        scope[f"g{index}_{gate}"] = codes
        lines += [f"if {placed.bits(signal)} not in g{index}_{gate}:", "    b = -2"]
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
    value = field.straight.text
    if field.straight.fit is not None:
        scope[f"v{name}"] = field.straight.fit
        value = f"v{name}({value})"
    if field.straight.derived:
        scope[f"t{name}"] = field.take
        lines += [
            f"{indent}try:",
            f"{indent}    v = {value}",
            f"{indent}except errors:",
            f"{indent}    v = None",
            f"{indent}if v is None:",
            f"{indent}    t{name}(b, now)",
            f"{indent}elif v {'is not' if field.straight.truth else '!='} {slot}.value or {slot}.quality is not valid:",
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
