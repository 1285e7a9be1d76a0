"""How this phone behaves towards a car, and what it saw of one: for its owner, and for tests to ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

__all__ = ["Manners", "Seen"]


@dataclass(slots=True)
class Manners:
    """encrypt: wants to encrypt. accept: takes the car's channel id. permission: may record its screen (False: asks first).

    answers: prepares a picture when the car wishes for one. picture: the size it sends, whatever the car asks for.
    version: what it tells of its own protocol.
    """

    encrypt: bool = False
    accept: bool = True
    permission: bool = True
    answers: bool = True
    picture: tuple[int, int] | None = None
    version: int = 2


@dataclass(slots=True)
class Seen:
    """All that the car said in this session, the newest of each."""

    car: dict[str, Any] = field(default_factory=dict)
    statistics: dict[str, Any] = field(default_factory=dict)
    features: dict[str, int] = field(default_factory=dict)
    modules: dict[int, int] = field(default_factory=dict)
    vehicle: dict[str, dict[str, Any]] = field(default_factory=dict)
    offers: dict[int, bool] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    last_key: int | None = None
    touches: list[dict[str, int]] = field(default_factory=list)
    touched_ns: int = 0
    microphone_bytes: int = 0
    error_code: str = ""
    wished: tuple[int, int] = (0, 0)
    frame_rate: int = 0

    def count(self, name: str) -> None:
        """One more message of a kind."""
        self.counts[name] = self.counts.get(name, 0) + 1
