"""Numbers of messages nobody described that move like something that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backends.vehicle.dbc.model import Database
from backends.vehicle.learn.behaviour import Evidence, Series, correlation
from backends.vehicle.learn.propose import WORTH, Proposal
from backends.vehicle.learn.survey import MessageFound, NumberFound
from backends.vehicle.learn.traffic import Numbers, Traffic

__all__ = ["Likeness", "likenesses"]

_ALIKE = 0.98
_LEAST_VALUES = 12


@dataclass(frozen=True, slots=True)
class Likeness:
    """``scale`` × the number + ``offset`` is nearly the path's value; ``r`` is their correlation."""

    path: str
    r: float
    scale: float
    offset: float

    @property
    def text(self) -> str:
        return f"moves like {self.path} (r = {self.r:.4f}): × {self.scale:.4g} + {self.offset:.4g}"


def likenesses(
    messages: Sequence[MessageFound], proposals: Sequence[Proposal], database: Database, traffic: Traffic
) -> dict[tuple[int, int], Likeness]:
    """The best likeness of each number, by identifier and first byte."""
    evidence = Evidence(database, traffic)
    known: list[tuple[str, Series]] = []
    for proposal in proposals:
        series = evidence.series(proposal.message, proposal.signal)
        if series is None or proposal.sure < WORTH or proposal.table or len(proposal.signals) > 1:
            continue
        if len(np.unique(series[1])) >= _LEAST_VALUES:
            known.append((proposal.path, series))
    found: dict[tuple[int, int], Likeness] = {}
    for message in messages:
        for number in message.numbers:
            series = message.stream.times, _values(message, number)
            best = max(
                ((correlation(series, other), path, other) for path, other in known), default=None, key=lambda c: c[0]
            )
            if best is None or best[0] < _ALIKE:
                continue
            r, path, other = best
            scale, offset = np.polyfit(series[1], np.interp(series[0], *other), 1)
            found[message.stream.key, number.byte] = Likeness(path, round(r, 4), float(scale), float(offset))
    return found


def _values(message: MessageFound, number: NumberFound) -> Numbers:
    pair = message.stream.data[:, number.byte : number.byte + 2].astype(np.float64)
    low, high = (pair[:, 0], pair[:, 1]) if number.little_endian else (pair[:, 1], pair[:, 0])
    values: Numbers = low + 256 * high
    return np.where(values >= 0x8000, values - 0x10000, values) if number.signed else values
