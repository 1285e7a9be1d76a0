"""How the mapped signals of a message are read from a frame, as lines of Python for `backends.vehicle.compiled`.

By parts, where it goes: the bytes that carry signals, as numbers of one, two, four or eight bytes, all by one `struct` call, so
that what follows works on small numbers. Else the frame is read whole, as one number, and in both orders where signals mix them.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any, Literal

from backends.vehicle.dbc.model import DbcSignal

__all__ = ["Layout", "layout"]

Order = Literal["little", "big"]

_CODES = {1: "B", 2: "H", 4: "I", 8: "Q"}
_SINGLE_BYTES = 3
"""So many are quicker taken one by one."""


@dataclass(slots=True)
class Layout:
    """``read``: the lines that set the variables, or return False from a frame too short. ``scope``: what they use."""

    read: list[str]
    scope: dict[str, Any]
    variables: dict[int, str]
    shifts: dict[int, int]
    widths: dict[str, int] = field(default_factory=dict)
    """Bits of a variable, where it is a part of the frame."""
    mask: int = 0
    """Of all signals in ``k``, where that is the whole frame."""

    def variable(self, signal: DbcSignal) -> str:
        """The variable that the signal lies in."""
        return self.variables[id(signal)]

    def bits(self, signal: DbcSignal) -> str:
        """The signal's bits, as an expression."""
        name, shift = self.variables[id(signal)], self.shifts[id(signal)]
        if shift == 0 and signal.length == self.widths.get(name):
            return name
        mask = (1 << signal.length) - 1
        return f"{name} & {mask}" if shift == 0 else f"{name} >> {shift} & {mask}"


@dataclass(slots=True)
class _Part:
    start: int
    end: int
    signals: list[DbcSignal]

    @property
    def size(self) -> int:
        return self.end - self.start


def layout(signals: list[DbcSignal], size: int) -> Layout:
    """For frames of so many bytes; shorter ones are filled up with zeros as long as they hold all signals."""
    little = sum(signal.little_endian for signal in signals)
    order: Order = "little" if 2 * little >= len(signals) else "big"
    need = max(signal.last_byte for signal in signals) + 1
    return _by_parts(signals, size, order, need) or _whole(signals, size, order, need)


def _low(signal: DbcSignal) -> int:
    return signal.start if signal.little_endian else signal.bits[-1]


def _by_parts(signals: list[DbcSignal], size: int, order: Order, need: int) -> Layout | None:
    many = {signal.little_endian for signal in signals if min(signal.bits) // 8 != signal.last_byte}
    if len(many) > 1:
        return None
    if many:
        order = "little" if many == {True} else "big"
    parts = _parts(signals, size)
    if parts is None:
        return None
    names = [f"a{index}" for index in range(len(parts))]
    made = Layout([], {}, {}, {}, {name: 8 * part.size for name, part in zip(names, parts, strict=True)})
    for name, part in zip(names, parts, strict=True):
        for signal in part.signals:
            byte, bit = divmod(_low(signal), 8)
            made.variables[id(signal)] = name
            made.shifts[id(signal)] = 8 * (byte - part.start if order == "little" else part.end - 1 - byte) + bit
    if len(parts) <= _SINGLE_BYTES and all(part.size == 1 for part in parts):
        made.read = [f"if len(data) < {need}:", "    return False"]
        made.read += [f"{name} = data[{part.start}]" for name, part in zip(names, parts, strict=True)]
        return made
    made.scope = {"unpack": struct.Struct(_format(parts, size, order)).unpack, "Misfit": struct.error, "zero": b"\0"}
    targets = ", ".join(names) + ","
    made.read = [
        "try:",
        f"    {targets} = unpack(data)",
        "except Misfit:",
        f"    if len(data) < {need}:",
        "        return False",
        f"    {targets} = unpack(data[:{size}].ljust({size}, zero))",
    ]
    return made


def _parts(signals: list[DbcSignal], size: int) -> list[_Part] | None:
    """The bytes of the signals, those of overlapping ones together; None when some are of no size that can be read."""
    parts: list[_Part] = []
    for signal in sorted(signals, key=lambda signal: min(signal.bits)):
        start, end = min(signal.bits) // 8, signal.last_byte + 1
        if parts and start < parts[-1].end:
            parts[-1].end = max(parts[-1].end, end)
            parts[-1].signals.append(signal)
        else:
            parts.append(_Part(start, end, [signal]))
    for index, part in enumerate(parts):
        wanted = next((width for width in _CODES if width >= part.size), 0)
        limit = parts[index + 1].start if index + 1 < len(parts) else size
        part.end = min(part.start + wanted, max(limit, part.end))
        floor = parts[index - 1].end if index else 0
        part.start = max(part.end - wanted, floor)
        if part.size not in _CODES:
            return None
    return parts


def _format(parts: list[_Part], size: int, order: Order) -> str:
    text, at = "<" if order == "little" else ">", 0
    for part in parts:
        text += f"{part.start - at}x{_CODES[part.size]}"
        at = part.end
    return f"{text}{size - at}x"


def _whole(signals: list[DbcSignal], size: int, order: Order, need: int) -> Layout:
    other: Order = "big" if order == "little" else "little"
    made = Layout([], {"from_bytes": int.from_bytes, "zero": b"\0"}, {}, {})
    names = {order: "k"}
    for signal in signals:
        made.mask |= signal.mask
    if order == "big":
        made.mask = int.from_bytes(made.mask.to_bytes(size, "little"), "big")
    made.read = [
        f"if len(data) != {size}:",
        f"    if len(data) < {need}:",
        "        return False",
        f"    data = data[:{size}].ljust({size}, zero)",
        f"k = from_bytes(data, '{order}')",
    ]
    if len({signal.little_endian for signal in signals}) > 1:
        names[other] = "o"
        made.read.append(f"o = from_bytes(data, '{other}')")
    for signal in signals:
        own: Order = "little" if signal.little_endian else "big"
        low = _low(signal)
        made.variables[id(signal)] = names[own]
        made.shifts[id(signal)] = low if own == "little" else 8 * (size - 1 - low // 8) + low % 8
    return made
