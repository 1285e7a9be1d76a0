"""Which signal of a message description is which path: by name, unit and value table, and by what it did in a recording.

Every ground adds to or takes from a number between 0 and 1 and is told with it. Names alone are worth 0.55 at most: a proposal
is surer only when its unit, its value table or its behaviour agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from backends.vehicle.catalogue import catalogue
from backends.vehicle.dbc.model import Database, DbcMessage, DbcSignal
from backends.vehicle.learn.behaviour import Evidence
from backends.vehicle.learn.gears import gear_table
from backends.vehicle.learn.names import TOPICS, Topic, is_aside, is_check, is_counter, words
from backends.vehicle.learn.traffic import Traffic
from backends.vehicle.units import conversion, known_unit

__all__ = ["WORTH", "Proposal", "propose"]

WORTH = 0.5
"""Proposals from here on are written as rules; what is below is told as a question."""

_SPEED, _ANGLE = "Vehicle.Speed", "Vehicle.Chassis.SteeringWheel.Angle"
_SIGN = re.compile(r"\b(vz|sign|direction|vorzeichen|right)\b")


@dataclass(slots=True)
class Proposal:
    """A path and the signal it might come from. ``math`` and ``table`` (label to value) as in a mapping's transform."""

    path: str
    message: DbcMessage
    signals: list[tuple[str, DbcSignal]]
    sure: float
    reasons: list[str] = field(default_factory=list)
    math: str = ""
    table: dict[str, int | str] = field(default_factory=dict)
    sna: list[str] = field(default_factory=list)

    @property
    def signal(self) -> DbcSignal:
        return self.signals[0][1]

    def add(self, points: float, reason: str) -> None:
        """Take a ground into account."""
        self.sure = round(min(1.0, max(0.0, self.sure + points)), 3)
        self.reasons.append(reason)


def propose(database: Database, traffic: Traffic | None = None) -> list[Proposal]:
    """The best signal of each path, surest first; a signal serves one path."""
    evidence = Evidence(database, traffic) if traffic is not None else None
    candidates = [each for topic in TOPICS for each in _candidates(topic, database, evidence)]
    speeds = [each for each in candidates if each.path == _SPEED]
    if evidence is not None:
        if wheels := _from_wheels(evidence, max((each.sure for each in speeds), default=0.0)):
            candidates.append(wheels)
            speeds.append(wheels)
        evidence.speed = evidence.choose_speed(speeds)
        for each in candidates:
            evidence.compare_with_speed(each)
    candidates.sort(key=lambda each: (-each.sure, each.signal.line))
    chosen: dict[str, Proposal] = {}
    used: set[tuple[int, str]] = set()
    for each in candidates:
        signal = (each.message.key, each.signal.name)
        if each.path not in chosen and signal not in used and each.sure > 0.15:
            chosen[each.path] = each
            used.add(signal)
    return sorted(chosen.values(), key=lambda each: -each.sure)


def _candidates(topic: Topic, database: Database, evidence: Evidence | None) -> Iterator[Proposal]:
    for message in database.by_key.values():
        if is_aside(message.name):
            continue
        for signal in message.signals:
            if is_check(signal.name) or is_counter(signal.name):
                continue
            proposal = _by_description(topic, message, signal)
            if proposal is None:
                continue
            if evidence is not None:
                evidence.judge(topic, proposal)
            else:
                proposal.sure = min(proposal.sure, 0.7)
            yield proposal


def _by_description(topic: Topic, message: DbcMessage, signal: DbcSignal) -> Proposal | None:
    text, around = words(signal.name), words(message.name)
    found = re.search(topic.name, text)
    if found is None or (topic.against and re.search(topic.against, text)):
        return None
    whole = bool(found[0]) and len(found[0]) >= 0.7 * len(text)
    proposal = Proposal(topic.path, message, [("x", signal)], 0.0)
    proposal.add(0.5 if whole else 0.4, f"it is called {signal.name}")
    if topic.message:
        if re.search(topic.message, around):
            proposal.add(0.05, f"in {message.name}")
        else:
            proposal.add(-0.15, f"its message is called {message.name}")
    if topic.units and signal.unit:
        # Korean descriptions write deg for degrees of any kind.
        agrees = known_unit(signal.unit) in topic.units or (signal.unit.lower() == "deg" and "Celsius" in topic.units)
        proposal.add(0.2 if agrees else -0.2, f"its unit is {signal.unit}")
        proposal.math = conversion(catalogue()[topic.path].unit, signal.unit) if agrees else ""
    if signal.length < topic.bits:
        return None
    if topic.path == _ANGLE and not signal.signed and (sign := _sign_of(message, signal)) is not None:
        proposal.signals = [("angle", signal), ("right", sign)]
        proposal.math = "if(right, -angle, angle)"
        proposal.reasons.append(f"its sign is {sign.name}")
    match topic.kind:
        case "gear":
            table, unknown = gear_table(signal.choices)
            if not table:
                proposal.add(-0.3, "its values have no names for park and reverse")
            else:
                proposal.table, proposal.sna = dict(table), unknown
                proposal.add(0.3, f"its values are named {', '.join(list(table)[:5])}")
        case "flag":
            if signal.length == 1:
                proposal.add(0.15, "one bit")
            elif signal.length > 3:
                return None
            if topic.path.endswith("IsBelted") and re.search(
                r"unlatch|unbuckl|unbelt|unfasten|\boff\b|open|lamp", text
            ):
                proposal.math = "x == 0"
                proposal.reasons.append("it says the opposite")
            if topic.path.endswith("Brake.IsActive"):
                proposal.table = {"0": "INACTIVE", "1": "ACTIVE"}
    return proposal


def _sign_of(message: DbcMessage, signal: DbcSignal) -> DbcSignal | None:
    """The bit beside a value that says which way it points: LWI_VZ_Lenkradwinkel for LWI_Lenkradwinkel."""
    own = set(words(signal.name).split())
    for other in message.signals:
        name = words(other.name)
        if other.length == 1 and _SIGN.search(name) and own <= set(_SIGN.sub(" ", name).split()):
            return other
    return None


def _from_wheels(evidence: Evidence, best: float) -> Proposal | None:
    """Speed as the mean of four wheels, where no signal says it better."""
    wheels = evidence.wheels
    if wheels is None or best >= WORTH:
        return None
    message, signals, values = wheels
    names = ["a", "b", "c", "d"]
    proposal = Proposal(_SPEED, message, list(zip(names, signals, strict=True)), 0.0)
    proposal.math = "(a + b + c + d) / 4"
    proposal.add(0.55, f"mean of four signals of {message.name} that move together as wheels do")
    if float(np.max(values)) > 5:
        proposal.add(0.15, f"between {float(np.min(values)):.1f} and {float(np.max(values)):.1f}")
    return proposal
