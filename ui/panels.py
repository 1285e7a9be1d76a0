"""Panels we design for: pixels and their density."""

from __future__ import annotations

__all__ = ["DEFAULT_SIZE", "PANELS", "dpi_of", "parse_size"]

Size = tuple[int, int]

DEFAULT_SIZE: Size = (1920, 720)
PANELS: dict[Size, float] = {
    (1920, 720): 200.0,  # 10.25"
    (1280, 800): 149.0,  # 10.1"
    (1024, 600): 132.0,  # 9"
    (800, 480): 133.0,  # 7"
    (1080, 1920): 157.0,  # 14" portrait
    (1280, 480): 111.0,  # 12.3" instrument cluster
    (1920, 1080): 141.0,  # 15.6"
    (2560, 1600): 190.0,  # 16"
}


def dpi_of(size: Size) -> float:
    """Density of the panel of this size; one we do not know is taken for 10.25 inches across."""
    if size in PANELS:
        return PANELS[size]
    width, height = size
    return round(float((width**2 + height**2) ** 0.5) / 10.25)


def parse_size(text: str) -> Size:
    """``1920x720``. Raises ValueError."""
    width, cross, height = text.lower().partition("x")
    if not cross or not width.isdecimal() or not height.isdecimal() or not (int(width) and int(height)):
        raise ValueError(f"a size is WIDTHxHEIGHT in pixels, such as 1920x720; not {text!r}")
    return int(width), int(height)
