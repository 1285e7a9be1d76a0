"""Who makes room for whom: ``rules.toml`` as values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

__all__ = ["Ramps", "Role", "Rules", "load_rules"]


@dataclass(frozen=True, slots=True)
class Ramps:
    """Times in ms, levels in dB."""

    down_ms: float
    up_ms: float
    silence_ms: float
    hold_ms: float
    duck_db: float
    quietest_db: float


@dataclass(frozen=True, slots=True)
class Role:
    """``ducks``: dB by role while it sounds; ``pauses``: roles not heard meanwhile; ``lasts``: its silence counts; ``live``:
    what waited elsewhere before it begins is left out."""

    name: str
    system_role: str
    buffer_ms: float
    device_ms: float
    ducks: Mapping[str, float] = field(default_factory=dict)
    pauses: tuple[str, ...] = ()
    lasts: bool = False
    live: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """The whole table."""

    ramps: Ramps
    roles: Mapping[str, Role]


@cache
def load_rules() -> Rules:
    """Raises LookupError when the table names a role it does not have."""
    table = tomllib.loads((Path(__file__).parent / "rules.toml").read_text(encoding="utf-8"))
    roles = {
        name: Role(
            name,
            str(row["system_role"]),
            float(row["buffer_ms"]),
            float(row["device_ms"]),
            dict(row.get("ducks", {})),
            tuple(row.get("pauses", ())),
            bool(row.get("lasts", False)),
            bool(row.get("live", False)),
        )
        for name, row in table["roles"].items()
    }
    for role in roles.values():
        if unknown := {*role.ducks, *role.pauses} - set(roles):
            raise LookupError(f"rules.toml: {role.name} names {sorted(unknown)}, which are no roles")
    return Rules(Ramps(**table["ramps"]), roles)
