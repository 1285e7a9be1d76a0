"""What can go wrong with the simulated car, on demand: ``name`` or ``name:argument,argument``.

silence[:BUS,…]             nothing is sent (on these buses)
bus_off[:BUS]               the bus says that it is off, again and again, and carries nothing
bad_crc[:MESSAGE,…]         wrong check bytes (in these messages)
counter_frozen[:MESSAGE,…]  counters stand still
counter_jumping[:MESSAGE,…] counters jump about
sna[:SIGNAL,…]              these signals (Speed) say "not available"
flood[:RATE[,BUS]]          so many further frames a second (9000) on a bus (main)
noise[:BUS]                 frames that nobody described, of random lengths
refuse_writes[:MESSAGE,…]   requests (in these messages) are ignored
late_writes[:SECONDS]       requests are carried out so much later (12)
"""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.ports import Frame

__all__ = ["FAULTS", "FLOOD_PER_S", "LATE_S", "Fault", "Faults"]

FAULTS = {
    "silence": "bus", "bus_off": "bus", "bad_crc": "message", "counter_frozen": "message", "counter_jumping": "message",
    "sna": "signal", "flood": "rate", "noise": "bus", "refuse_writes": "message", "late_writes": "seconds",
}  # fmt: skip
"""Their names, and what their arguments are."""

FLOOD_PER_S = 9000.0
"""Two full buses of 500 kbit/s."""
LATE_S = 12.0
_FLOOD_ID, _FLOOD_IDS = 0x500, 64


@dataclass(frozen=True, slots=True)
class Fault:
    """One that is on."""

    name: str
    arguments: tuple[str, ...] = ()

    def concerns(self, what: str) -> bool:
        """Whether it is about this bus, message or signal: no arguments mean all."""
        return not self.arguments or what in self.arguments


class Faults:
    """Those that are on. ``known``: names of buses, messages and signals, by the kind of argument."""

    def __init__(self, known: dict[str, Collection[str]]) -> None:
        self._known = known
        self._on: dict[str, Fault] = {}
        self._random = random.Random(1)  # noqa: S311 - noise, not a secret; the same each time
        self._owed = 0.0

    def __contains__(self, name: object) -> bool:
        return name in self._on

    def get(self, name: str) -> Fault | None:
        return self._on.get(name)

    def hits(self, name: str, what: str) -> bool:
        """Whether this fault is on and about this bus, message or signal."""
        fault = self._on.get(name)
        return fault is not None and fault.concerns(what)

    def switch(self, text: str, on: bool = True, arguments: Collection[str] | None = None) -> Fault:
        """Switch one. Raises LookupError or ValueError that says what there is; then nothing is changed."""
        name, _, more = text.partition(":")
        if name not in FAULTS:
            raise LookupError(f"there is no fault {name}; there are {', '.join(FAULTS)}")
        words = tuple(arguments or (word for word in more.split(",") if word))
        self._check(name, words)
        fault = Fault(name, words)
        if on:
            self._on[name] = fault
        else:
            self._on.pop(name, None)
        return fault

    def _check(self, name: str, words: tuple[str, ...]) -> None:
        kind = FAULTS[name]
        if kind in ("rate", "seconds"):
            if words and not 0 < float(words[0]) <= 20_000:
                raise ValueError(f"{name} takes a number above 0, not {words[0]}")
            words, kind = words[1:], "bus"
        if unknown := [word for word in words if word not in self._known[kind]]:
            raise LookupError(f"{name}: there is no {kind} {unknown[0]}")

    @property
    def sna(self) -> frozenset[str]:
        """Signals that say "not available"."""
        fault = self._on.get("sna")
        return frozenset() if fault is None else frozenset(fault.arguments or ("Speed",))

    @property
    def late_s(self) -> float | None:
        """How late requests are carried out; None: as usual."""
        fault = self._on.get("late_writes")
        return None if fault is None else float(fault.arguments[0]) if fault.arguments else LATE_S

    def further(self, dt_s: float) -> list[tuple[str, Frame]]:
        """Frames that a healthy car would not send in this time."""
        frames: list[tuple[str, Frame]] = []
        if (noise := self._on.get("noise")) is not None:
            frames += [(bus, self._noise()) for bus in noise.arguments or self._known["bus"]]
        if (flood := self._on.get("flood")) is not None:
            rate = float(flood.arguments[0]) if flood.arguments else FLOOD_PER_S
            bus = flood.arguments[1] if len(flood.arguments) > 1 else "main"
            self._owed += rate * dt_s
            count, self._owed = int(self._owed), self._owed % 1
            octets = self._random.randbytes(8 * count)
            frames += [(bus, (_FLOOD_ID + i % _FLOOD_IDS, octets[8 * i : 8 * i + 8])) for i in range(count)]
        return frames

    def _noise(self) -> Frame:
        extended = self._random.random() < 0.5
        key = self._random.getrandbits(29) | EXTENDED if extended else self._random.getrandbits(10) | 0x400
        return key, self._random.randbytes(self._random.randint(0, 8))
