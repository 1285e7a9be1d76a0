"""What a trouble code means in short plain words, and what to do about it.

``dtc.csv`` holds the common codes of SAE J2012 in words of our own, built of three parts (component, place, fault) so that
few phrases say much and translate well. A code that is not in it is told by its structure alone.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from backends.diagnostics.domain import Advice, System, is_generic, subsystem, system_of

__all__ = ["FAILURES", "Meaning", "meaning", "table"]

_ADVICE = {"drive": Advice.DRIVE, "soon": Advice.WORKSHOP, "stop": Advice.STOP}
_SYSTEMS = {
    System.POWERTRAIN: "engine and drive",
    System.CHASSIS: "chassis and brakes",
    System.BODY: "body and comfort",
    System.NETWORK: "vehicle network",
}

FAILURES = {
    0x01: "electrical fault", 0x04: "internal fault", 0x07: "mechanical fault", 0x11: "short circuit to ground",
    0x12: "short circuit to supply", 0x13: "open circuit", 0x14: "open circuit or short to ground",
    0x15: "open circuit or short to supply", 0x16: "voltage too low", 0x17: "voltage too high",
    0x18: "current too low", 0x19: "current too high", 0x1A: "resistance too low", 0x1B: "resistance too high",
    0x1C: "voltage out of range", 0x1F: "signal comes and goes", 0x21: "signal too low", 0x22: "signal too high",
    0x29: "signal invalid", 0x31: "no signal", 0x49: "internal fault", 0x4B: "overheated", 0x54: "not calibrated",
    0x55: "not programmed", 0x62: "signals do not match", 0x64: "implausible value", 0x71: "actuator stuck",
    0x81: "invalid data received", 0x82: "message counter wrong", 0x83: "message checksum wrong",
    0x86: "invalid signal", 0x87: "message missing", 0x88: "bus off", 0x92: "does not work as it should",
    0x96: "internal fault",
}  # fmt: skip
"""Failure type bytes (ISO 15031-6 and SAE J2012-DA), in words of our own."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """``place``: empty, a number or letter, or such as "bank 1 sensor 2". ``known``: from the table, not only by structure."""

    component: str
    place: str
    fault: str
    advice: Advice
    known: bool

    @property
    def text(self) -> str:
        """One English phrase."""
        if not self.place:
            return f"{self.component}: {self.fault}"
        joint = ", " if " " in self.place else " "
        return f"{self.component}{joint}{self.place}: {self.fault}"


@cache
def table() -> Mapping[str, Meaning]:
    """The codes we have words for."""
    with (Path(__file__).parent / "dtc.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Meaning(row["component"], row["place"], row["fault"], _ADVICE[row["advice"]], True)
            for row in csv.DictReader(file)
        }


def meaning(code: str, failure: int | None = None) -> Meaning:
    """What a code says; ``failure`` (of UDS codes) takes the place of the fault where we know it."""
    fault = FAILURES.get(failure or 0)
    if (known := table().get(code)) is not None:
        return known if fault is None else Meaning(known.component, known.place, fault, known.advice, True)
    about = subsystem(code) if is_generic(code) else ""
    component = (about[:1].upper() + about[1:]) if about else _SYSTEMS[system_of(code)].capitalize()
    unknown = "fault" if is_generic(code) else "fault described by the car's maker"
    return Meaning(component, "", fault or unknown, Advice.WORKSHOP, False)
