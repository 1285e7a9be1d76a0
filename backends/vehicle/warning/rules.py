"""Reads rules: what must hold for a warning to be told. The file's own head says what its keys mean.

A term is asked what it says of the values now: True, False, or None when a value it needs is not valid. ``active`` is whether
the warning is being told, for then the other end of the hysteresis counts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from backends.vehicle.defs import Scalar
from backends.vehicle.errors import ProfileError

__all__ = ["SEVERITIES", "Rule", "Term", "read_rules", "shipped_rules"]

SEVERITIES = ("critical", "warning", "info")
"""Worst first."""

Sure = Callable[[str], Scalar | None]
"""The valid value of a path, else None."""

_KINDS = ("is", "is_not", "above", "below", "below_of")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition on a path. ``kind`` is one of is, is_not, above, below, below_of."""

    path: str
    kind: str
    limit: Any
    clear: float = 0.0
    of: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.path, self.of) if self.of else (self.path,)

    def says(self, sure: Sure, active: bool) -> bool | None:
        """Whether it holds; None: not known. ``is_not`` alone holds while its value is not known."""
        value = sure(self.path)
        if self.kind == "is_not":
            return value not in self.limit or value is None
        if value is None:
            return None
        if self.kind == "is":
            return value in self.limit
        if isinstance(value, bool | str):
            return None
        limit = self.clear if active else float(self.limit)
        if self.kind == "below_of":
            whole = sure(self.of)
            if isinstance(whole, bool | str) or not whole:
                return None
            return value < limit * whole
        return value > limit if self.kind == "above" else value < limit


@dataclass(frozen=True, slots=True)
class Rule:
    """One warning; all of `when` must hold."""

    code: str
    symbol: str
    severity: str
    text: str
    when: tuple[Term, ...]
    for_s: float = 0.0
    clear_s: float = 1.0
    unless: tuple[str, ...] = ()

    def says(self, sure: Sure, active: bool) -> bool | None:
        """False as soon as one term is surely over, True when all surely hold, else None."""
        known = True
        for term in self.when:
            said = term.says(sure, active)
            if said is False:
                return False
            known = known and said is not None
        return True if known else None


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """The rules for every car."""
    file = Path(__file__).with_name("warnings.toml")
    return read_rules(tomllib.loads(file.read_text(encoding="utf-8"))["rule"], str(file))


def read_rules(facts: Sequence[Mapping[str, Any]], where: str) -> tuple[Rule, ...]:
    """From parsed TOML. Raises ProfileError that names file, code and key."""
    return tuple(_rule(fact, where) for fact in facts)


def _rule(facts: Mapping[str, Any], where: str) -> Rule:
    where = f"{where}: warning {facts.get('code', '?')}"
    known = {"code", "symbol", "severity", "text", "when", "for_s", "clear_s", "unless"}
    if missing := [key for key in ("code", "symbol", "severity", "text", "when") if not facts.get(key)]:
        raise ProfileError(f"{where}: {missing[0]} is missing")
    if unknown := sorted(set(facts) - known):
        raise ProfileError(f"{where}: {unknown[0]} is unknown; there are {', '.join(sorted(known))}")
    if facts["severity"] not in SEVERITIES:
        raise ProfileError(f"{where}: severity {facts['severity']!r} is none of {', '.join(SEVERITIES)}")
    try:
        return Rule(
            code=str(facts["code"]),
            symbol=str(facts["symbol"]),
            severity=str(facts["severity"]),
            text=str(facts["text"]),
            when=tuple(_term(term, where) for term in facts["when"]),
            for_s=float(facts.get("for_s", 0)),
            clear_s=float(facts.get("clear_s", 1)),
            unless=tuple(str(code) for code in facts.get("unless", ())),
        )
    except (TypeError, ValueError, AttributeError) as error:
        raise ProfileError(f"{where}: {error}") from error


def _term(facts: Mapping[str, Any], where: str) -> Term:
    kinds = [kind for kind in _KINDS if kind in facts]
    if "path" not in facts or len(kinds) != 1:
        raise ProfileError(f"{where}: a term needs a path and one of {', '.join(_KINDS)}")
    kind, path = kinds[0], str(facts["path"])
    allowed = {"path", kind} | ({"clear"} if kind in ("above", "below") else set())
    if kind == "below_of":
        allowed |= {"share", "clear"}
    if unknown := sorted(set(facts) - allowed):
        raise ProfileError(f"{where}: {unknown[0]} does not belong to a term with {kind}")
    if kind in ("is", "is_not"):
        values = facts[kind] if isinstance(facts[kind], list) else [facts[kind]]
        return Term(path, kind, tuple(values))
    limit = float(facts["share"] if kind == "below_of" else facts[kind])
    clear = float(facts.get("clear", limit))
    if clear > limit if kind == "above" else clear < limit:
        raise ProfileError(f"{where}: clear {clear:g} is on the wrong side of {limit:g}")
    return Term(path, kind, limit, clear, str(facts["below_of"]) if kind == "below_of" else "")
