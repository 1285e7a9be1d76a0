"""The car as a link tells the phone of it: what it knows now, and what its owner configured."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from backends.core.errors import Invalid
from backends.projection.android_auto.ids import Codec
from backends.projection.android_auto.panel import Panel, choose
from backends.projection.domain import Rules, number_option
from backends.projection.mirror import Surroundings, Value

__all__ = ["CODEC_NAMES", "Car", "Settings"]

CODEC_NAMES = {"h264": Codec.H264, "h265": Codec.H265, "vp9": Codec.VP9, "av1": Codec.AV1}
_TIERS = {"480p": 1, "720p": 2, "1080p": 3, "1440p": 4, "2160p": 5}


@dataclass(frozen=True, slots=True)
class Settings:
    """The owner's. ``version`` major and minor to ask for; ``fps`` 0: 60 up to 720p, 30 above."""

    version: tuple[int, int] = (1, 7)
    tier_max: int = 3
    fps: int = 0
    codecs: tuple[str, ...] = ("h264",)
    max_unacked: int = 8
    make: str = "Pillion"
    model: str = "Head unit"
    year: str = "2026"
    cert_path: str = ""
    key_path: str = ""

    @classmethod
    def read(cls, options: Mapping[str, Any]) -> Settings:
        """Raises Invalid, naming the option."""
        version = str(options.get("version", "1.7")).split(".")
        if len(version) != 2 or not all(part.isdecimal() and int(part) < 100 for part in version):
            raise Invalid("version is two numbers, such as 1.7")
        resolution = str(options.get("resolution", "1080p"))
        if resolution not in _TIERS:
            raise Invalid(f"resolution is one of {', '.join(_TIERS)}")
        given = options.get("codecs", "h264")
        codecs = tuple(str(one).strip() for one in (given.split(",") if isinstance(given, str) else given))
        if not codecs or any(one not in CODEC_NAMES for one in codecs):
            raise Invalid(f"codecs are some of {', '.join(CODEC_NAMES)}, with commas")
        fps = number_option(options, "fps", 0, 0, 60)
        if fps not in (0, 30, 60):
            raise Invalid("fps is 30 or 60")
        words = {key: str(options.get(key, getattr(cls(), key)))[:80] for key in ("make", "model", "year")}
        paths = {key: str(options.get(key, "") or "") for key in ("cert_path", "key_path")}
        unacked = number_option(options, "max_unacked", 8, 1, 10)
        return cls((int(version[0]), int(version[1])), _TIERS[resolution], fps, codecs, unacked, **words, **paths)


@dataclass(slots=True)
class Car:
    """What is known now."""

    settings: Settings = field(default_factory=Settings)
    rules: Rules = field(default_factory=Rules)
    surroundings: Surroundings = field(default_factory=Surroundings)
    vehicle: dict[str, Value] = field(default_factory=dict)
    shown: bool = False
    panel: Panel = field(default_factory=lambda: choose(0, 0, 0))

    def amount(self, path: str) -> float | None:
        """A number of the vehicle; None when it is none."""
        value = self.vehicle.get(path)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return None
        return float(value)

    def truth(self, path: str) -> bool | None:
        """A truth value of the vehicle."""
        value = self.vehicle.get(path)
        return value if isinstance(value, bool) else None
