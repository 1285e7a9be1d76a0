"""What every session of a backend shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from backends.projection.defs import Category
from backends.projection.domain import Rules
from backends.projection.mirror.link import Link, LinkListener, Surroundings, Value
from backends.projection.mirror.phone import MirrorPhone
from backends.projection.mirror.pictures import Shelf

if TYPE_CHECKING:
    from backends.projection.mirror.session import MirrorSession

__all__ = ["Context"]


@dataclass(slots=True)
class Context:
    """``link`` makes an attempt; ``emit`` sends a signal; ``changed`` and ``reached`` are told of a session."""

    kind: str
    app: str
    category: Category
    capabilities: frozenset[str]
    shelf: Shelf
    link: Callable[[MirrorPhone, LinkListener], Link]
    emit: Callable[..., object]
    changed: Callable[[MirrorSession], None]
    reached: Callable[[MirrorSession], None]
    rules: Rules = field(default_factory=Rules)
    surroundings: Surroundings = field(default_factory=Surroundings)
    vehicle: dict[str, Value] = field(default_factory=dict)

    def learn_vehicle(self, values: Mapping[str, Any]) -> dict[str, Value]:
        """Keep what is a plain value; the answer is what is another now."""
        news = {
            path: value
            for path, value in values.items()
            if (value is None or isinstance(value, bool | int | float | str))
            and (path not in self.vehicle or self.vehicle[path] != value)
        }
        self.vehicle.update(news)
        return news
