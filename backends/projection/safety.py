"""What each kind of app may do while the car moves: one table, read by every backend. Pure; nothing a phone sends comes in here.

The vehicle service decides what is allowed (docs/adr/0203-driving-restrictions.md); the table says which of it an app needs.
An app's category is the car's own knowledge: of the protocol (car-made or not), or of the app's name (app_categories.json).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from backends.projection.defs import Category

__all__ = ["Act", "Rules", "for_display"]


class Act(Enum):
    """What an app may be allowed."""

    PICTURE = "picture"
    """To be seen."""
    TOUCH = "touch"
    """To be touched, and to get keys that need eyes."""
    TEXT = "text"
    """To be typed into on the car's keyboard; an answer to a notification as well."""


_GLANCEABLE = {Act.PICTURE: (), Act.TOUCH: (), Act.TEXT: ("keyboard",)}
_PARKED_ONLY = {Act.PICTURE: ("video",), Act.TOUCH: ("video",), Act.TEXT: ("video", "keyboard")}
_NEEDS: Mapping[Category, Mapping[Act, tuple[str, ...]]] = {
    Category.CAR: _GLANCEABLE,  # Android Auto, CarLife, CarPlay: made for drivers, and told that the car moves
    Category.NAVIGATION: _GLANCEABLE,
    Category.AUDIO: _GLANCEABLE,
    Category.VIDEO: _PARKED_ONLY,
    Category.MESSAGE: _PARKED_ONLY,
    Category.OTHER: _PARKED_ONLY,
}
"""The restrictions of the vehicle that have to be lifted for it."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the vehicle allows now. The default is the strictest: nothing is known."""

    video: bool = False
    keyboard: bool = False

    @classmethod
    def read(cls, restrictions: Mapping[str, Any] | None) -> Rules:
        """From the vehicle's ``Restrictions``; what is missing or no truth value is forbidden."""
        given = restrictions if isinstance(restrictions, Mapping) else {}
        return cls(video=given.get("video") is True, keyboard=given.get("keyboard") is True)

    def allow(self, category: Category, act: Act) -> bool:
        """Whether an app of this category may do that now."""
        lifted = {"video": self.video, "keyboard": self.keyboard}
        return all(lifted[need] for need in _NEEDS[category][act])

    def hides(self, category: Category) -> bool:
        """An app's picture must not be seen."""
        return not self.allow(category, Act.PICTURE)


def for_display(restrictions: Any, *, passenger: bool) -> Any:
    """The vehicle's restrictions for the display that phones are shown on.

    A passenger's display, which the driver cannot see (the option ``passenger_display``), may show pictures while the car
    moves; everything else is as the vehicle says, and nothing is allowed while it says nothing.
    """
    if passenger and isinstance(restrictions, Mapping):
        return {**restrictions, "video": True}
    return restrictions
