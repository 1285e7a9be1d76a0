"""All that was learnt, and the same as one object for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from backends.vehicle.dbc.model import Database
from backends.vehicle.learn.likeness import Likeness, likenesses
from backends.vehicle.learn.propose import Proposal, propose
from backends.vehicle.learn.survey import MessageFound, survey
from backends.vehicle.learn.traffic import Traffic

__all__ = ["Learnt", "facts", "learn_from"]


@dataclass(slots=True)
class Learnt:
    """``alike``: by identifier and first byte, what numbers of unknown messages move like."""

    traffic: Traffic
    database: Database | None
    messages: list[MessageFound]
    proposals: list[Proposal] = field(default_factory=list)
    alike: dict[tuple[int, int], Likeness] = field(default_factory=dict)
    took_s: float = 0.0


def learn_from(traffic: Traffic, database: Database | None) -> Learnt:
    """Look at a recording in every way."""
    learnt = Learnt(traffic, database, survey(traffic, database))
    if database is not None:
        learnt.proposals = propose(database, traffic)
        learnt.alike = likenesses(learnt.messages, learnt.proposals, database, traffic)
    return learnt


def facts(learnt: Learnt) -> dict[str, Any]:
    """The whole finding as one object."""
    traffic = learnt.traffic
    return {
        "frames": traffic.frames,
        "duration_s": round(traffic.duration_s, 3),
        "took_s": round(learnt.took_s, 3),
        "channels": traffic.channels,
        "messages": [_message(each, learnt.alike) for each in learnt.messages],
        "proposals": [
            {
                "path": each.path, "message": each.message.name, "signals": [signal.name for _, signal in each.signals],
                "sure": each.sure, "reasons": each.reasons, "math": each.math, "table": each.table, "sna": each.sna,
            }
            for each in learnt.proposals
        ],
    }  # fmt: skip


def _message(found: MessageFound, alike: dict[tuple[int, int], Likeness]) -> dict[str, Any]:
    counter, check, mux, e2e = found.counter, found.check, found.mux, found.e2e
    return {
        "id": found.stream.name,
        "name": found.message.name if found.message is not None else "",
        "frames": found.stream.count,
        "length": found.stream.length,
        "period_ms": round(found.period_s * 1000, 2) if found.period_s is not None else None,
        "moving_bits": found.moving.bit_count(),
        "counter": None if counter is None else {
            "start": counter.start, "width": counter.width, "step": counter.step, "first": counter.first,
            "last": counter.last, "share": round(counter.share, 4), "sure": counter.sure,
        },
        "check": None if check is None else {
            "kind": check.kind, "start": check.start, "width": check.width, "constant": check.constant,
            "polynomial": check.polynomial, "reflected": check.reflected, "ids": list(check.ids),
            "share": round(check.share, 4), "sure": check.sure, "others": list(check.others),
            "e2e": e2e.profile if e2e is not None else "",
        },
        "mux": None if mux is None else {"start": mux.start, "width": mux.width, "values": list(mux.values), "sure": mux.sure},
        "numbers": [
            {
                "byte": each.byte, "little_endian": each.little_endian, "signed": each.signed, "min": each.low, "max": each.high,
                "alike": asdict(like) if (like := alike.get((found.stream.key, each.byte))) is not None else None,
            }
            for each in found.numbers
        ],
        "signed": list(found.signed),
    }  # fmt: skip
