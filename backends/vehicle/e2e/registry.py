"""Algorithms by name."""

from __future__ import annotations

from backends.vehicle.dbc.model import DbcMessage, DbcSignal
from backends.vehicle.e2e.autosar import p01, p02, p04, p05
from backends.vehicle.e2e.makes import MAKES, Maker
from backends.vehicle.e2e.model import E2E, Protection
from backends.vehicle.errors import MappingError

__all__ = ["PROFILES", "protection"]

PROFILES: dict[str, Maker] = {
    "p01": p01,
    **dict.fromkeys(("p02", "p22", "vw"), p02),
    "p04": p04,
    "p05": p05,
    **MAKES,
}


def protection(e2e: E2E, message: DbcMessage) -> Protection:
    """Bind a description to its message. Raises MappingError for an unknown algorithm, a missing signal or a wrong id list."""
    signals: list[DbcSignal | None] = []
    for name in (e2e.counter, e2e.crc):
        signal = message.signal(name) if name else None
        if name and signal is None:
            raise MappingError(f"e2e names signal {name}, which message {message.name} does not have")
        signals.append(signal)
    maker = PROFILES.get(e2e.profile)
    if maker is None:
        raise MappingError(f"e2e profile {e2e.profile!r} is unknown; there are {', '.join(sorted(PROFILES))}")
    return maker(e2e, message, *signals)
