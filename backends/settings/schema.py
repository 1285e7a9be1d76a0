"""Every preference there is, as data.

This one table feeds the checks, the files, Describe and so the display's pages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from backends.core.errors import Invalid, OutOfRange

__all__ = ["BRANDS", "Scope", "Setting", "Value", "build_schema", "find_brands"]

Value = bool | int | float | str

BRANDS = ("aurora", "forge", "linen")
"""What we ship; the folders under assets/themes decide where they can be seen."""


class Scope(Enum):
    """Whether each driver has a value of their own, or the car has one."""

    PROFILE = "profile"
    DEVICE = "device"


_TYPE_NAMES = {"b": "true or false", "i": "a whole number", "d": "a number", "s": "text"}
_LIST = re.compile(r"(?:[a-z][a-z0-9_]*(?:,[a-z][a-z0-9_]*)*)?")
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_LONGEST_TEXT = 4096


@dataclass(frozen=True, slots=True)
class Setting:
    """One preference.

    ``type`` is b, i, d or s. ``allowed`` (text only) lists every value there is; numbers have ``minimum`` and
    ``maximum``, both inclusive, and ``step``, by which a control should move. ``is_list``: distinct lower-case words,
    comma between, in order.
    """

    key: str
    type: str
    default: Value
    scope: Scope = Scope.PROFILE
    allowed: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    is_list: bool = False

    @property
    def section(self) -> str:
        """The page it belongs to: the key's first word."""
        return self.key.partition(".")[0]

    def check(self, value: Any) -> Value:
        """The value as it is to be kept. Raises Invalid for a wrong type, OutOfRange for what is not allowed."""
        match self.type, value:
            case "b", bool():
                return value
            case "s", str():
                self._check_text(value)
                return value
            case "i", int() if not isinstance(value, bool):  # to Python a bool is an int, to a driver it is not
                self._check_number(value)
                return value
            case "d", int() | float() if not isinstance(value, bool):
                self._check_number(value)
                return float(value)
        raise Invalid(f"{self.key} must be {_TYPE_NAMES[self.type]}, not {value!r:.60}")

    def _check_number(self, value: float) -> None:
        low = -math.inf if self.minimum is None else self.minimum
        high = math.inf if self.maximum is None else self.maximum
        if not low <= value <= high:  # false for NaN too
            raise OutOfRange(f"{self.key} must be from {low:g} to {high:g}, not {value!r:.60}")

    def _check_text(self, value: str) -> None:
        if self.allowed and value not in self.allowed:
            raise OutOfRange(f"{self.key} must be one of {', '.join(self.allowed)}, not {value!r:.60}")
        if len(value) > _LONGEST_TEXT or _UNFIT.search(value):
            raise OutOfRange(f"{self.key} must be text of at most {_LONGEST_TEXT} characters that D-Bus can carry")
        words = value.split(",")
        if self.is_list and (not _LIST.fullmatch(value) or len(set(words)) < len(words)):
            raise OutOfRange(f"{self.key} must be distinct words with commas between, not {value!r:.60}")

    def describe(self) -> dict[str, Any]:
        """As Describe of org.pillion.Settings1 gives it; limits are there only where they mean something."""
        number = float if self.type == "d" else int
        limits = {"min": self.minimum, "max": self.maximum, "step": self.step}
        return {
            "key": self.key,
            "type": self.type,
            "default": self.default,
            "section": self.section,
            "scope": self.scope.value,
            "list": self.is_list,
            **({"allowed": list(self.allowed)} if self.allowed else {}),
            **{name: number(limit) for name, limit in limits.items() if limit is not None},
        }


def _choice(key: str, *allowed: str, default: str = "", scope: Scope = Scope.PROFILE) -> Setting:
    return Setting(key, "s", default or allowed[0], scope, allowed=allowed)


def build_schema(brands: Iterable[str] = BRANDS) -> dict[str, Setting]:
    """The table by key, in the order a page shows it.

    ``brands`` are the brand themes to choose from, the first is the default.
    """
    table = (
        _choice("display.brand", *brands),
        _choice("display.theme", "auto", "day", "night"),
        Setting("display.brightness", "i", 80, minimum=5, maximum=100, step=5),
        Setting("display.scale", "d", 1.0, minimum=0.9, maximum=1.3, step=0.05),
        _choice("display.drive_side", "left", "right", scope=Scope.DEVICE),
        _choice("display.language", "system", "en", "zh_CN", "de", "ar"),
        _choice("units.temperature", "C", "F"),
        _choice("units.distance", "km", "mi"),
        _choice("units.pressure", "bar", "psi", "kpa"),
        _choice("units.consumption", "l_100km", "mpg", "kwh_100km"),
        _choice("units.clock", "24", "12"),
        Setting("sound.volume", "i", 60, minimum=0, maximum=100, step=2),
        Setting("sound.startup", "b", default=True),
        Setting("sound.guidance_volume", "i", 100, minimum=0, maximum=100, step=5),
        Setting("sound.call_volume", "i", 100, minimum=0, maximum=100, step=5),
        Setting("projection.autoconnect", "b", default=True, scope=Scope.DEVICE),
        Setting("home.cards", "s", "projection,media,vehicle,devices", is_list=True),
        # Folders with music, one a line; ~ is the home folder.
        Setting("media.sources", "s", "~/Music", Scope.DEVICE),
    )
    return {setting.key: setting for setting in table}


def find_brands(folder: Path) -> tuple[str, ...]:
    """The brand themes installed in ``folder`` (each a folder with a tokens.json), the shipped ones first in their
    order.

    What we ship when none is to be seen: a theme page with nothing to choose would help nobody.
    """
    found = {tokens.parent.name for tokens in folder.glob("*/tokens.json")}
    shipped = [brand for brand in BRANDS if brand in found]
    return (*shipped, *sorted(found.difference(BRANDS))) or BRANDS
