"""Which picture to ask of the phone for a stage of any shape. Pure.

The phone draws tiers alone. For another shape the tier gets margins: the phone keeps them free, and the car shows what lies
between them, in the middle, and crops the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["TIERS", "Panel", "choose"]

TIERS = {
    1: (800, 480),
    2: (1280, 720),
    3: (1920, 1080),
    4: (2560, 1440),
    5: (3840, 2160),
    6: (720, 1280),
    7: (1080, 1920),
    8: (1440, 2560),
    9: (2160, 3840),
}
"""Width and height in pixels by number."""
_DEFAULT = (1280, 720, 160)
_DPI_MIN, _DPI_MAX = 80, 640
_SHORT_DP = 400
"""The density is lowered until the shorter side has this many dp: below it the phone's home screen loses its parts."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A tier, its margins (both sides together, pixels), and the density at the tier's size."""

    tier: int
    width: int
    height: int
    margin_width: int
    margin_height: int
    dpi: int

    @property
    def active(self) -> tuple[int, int, int, int]:
        """What is shown: x, y, width, height."""
        return (
            self.margin_width // 2,
            self.margin_height // 2,
            self.width - self.margin_width,
            self.height - self.margin_height,
        )


def choose(width: int, height: int, dpi: int, *, tier_max: int = 3) -> Panel:
    """The smallest tier that is not enlarged on a stage of ``width`` × ``height`` pixels; 0: not known.

    ``tier_max``: 1 to 5, as the landscape tiers (480p, 720p, 1080p, 1440p, 2160p); the portrait ones go with them.
    """
    if width <= 0 or height <= 0:
        width, height, dpi = _DEFAULT
    portrait = height > width
    numbers = range(6, max(2, tier_max) + 5) if portrait else range(1, tier_max + 1)
    allowed = [number for number in TIERS if number in numbers]
    fits = [number for number in allowed if _active(number, width, height)[0] >= width]
    tier = fits[0] if fits else allowed[-1]
    tier_width, tier_height = TIERS[tier]
    shown_width, shown_height = _active(tier, width, height)
    density = min(_DPI_MAX, max(_DPI_MIN, round((dpi or 160) * shown_width / width)))
    density = max(_DPI_MIN, min(density, min(shown_width, shown_height) * 160 // _SHORT_DP))
    return Panel(tier, tier_width, tier_height, tier_width - shown_width, tier_height - shown_height, density)


def _active(tier: int, width: int, height: int) -> tuple[int, int]:
    """The largest rectangle of the stage's shape in a tier; sides in steps of 4, so that half a margin is even."""
    tier_width, tier_height = TIERS[tier]
    if width * tier_height > tier_width * height:
        return tier_width, max(4, tier_width * height // width // 4 * 4)
    return max(4, tier_height * width // height // 4 * 4), tier_height
