"""Identifiers of ISO 15765-4: who is asked by which id, and answers by which. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["ELEVEN", "TWENTY_NINE", "Addressing", "Scheme", "Unit"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A control unit's pair of identifiers. Its `id`, used everywhere, is the answer's in hex."""

    request: int
    response: int
    extended: bool = False
    name: str = ""

    @property
    def id(self) -> str:
        return f"{self.response:08X}" if self.extended else f"{self.response:03X}"


@dataclass(frozen=True, slots=True)
class Scheme:
    """Everybody's request id, and the rule for one's own."""

    functional: int
    extended: bool

    def unit(self, response: int) -> Unit | None:
        """The control unit that answers with an id by the standard's rule; None: not one of those."""
        if self.extended:
            if response & 0x1FFF_FF00 != 0x18DA_F100:
                return None
            return Unit(0x18DA_00F1 | (response & 0xFF) << 8, response, True)
        return Unit(response - 8, response) if 0x7E8 <= response <= 0x7EF else None

    def sweep(self, low: int, high: int) -> Iterable[Unit]:
        """Control units whose request id (11 bit) or address byte (29 bit) lies within the range, at most 256."""
        for number in range(low, min(high, low + 255) + 1):
            found = self.unit(0x18DA_F100 | number) if self.extended else Unit(number, number + 8)
            if found is not None:
                yield found


ELEVEN = Scheme(0x7DF, False)
TWENTY_NINE = Scheme(0x18DB_33F1, True)


@dataclass(frozen=True, slots=True)
class Addressing:
    """A car's scheme with the control units its profile names, and the range that may be searched for more."""

    scheme: Scheme = ELEVEN
    named: tuple[Unit, ...] = ()
    sweep: tuple[int, int] | None = None

    @classmethod
    def of(cls, extended: bool, functional: int | None = None) -> Addressing:
        base = TWENTY_NINE if extended else ELEVEN
        return cls(Scheme(functional, extended) if functional is not None else base)

    def by_response(self, response: int, extended: bool) -> Unit | None:
        """Whose answer an identifier is; None: nobody's."""
        for unit in self.named:
            if unit.response == response and unit.extended == extended:
                return unit
        return self.scheme.unit(response) if extended == self.scheme.extended else None

    def by_id(self, unit_id: str) -> Unit | None:
        """The control unit of an `id`."""
        try:
            return self.by_response(int(unit_id, 16), len(unit_id) > 3)
        except ValueError:
            return None
