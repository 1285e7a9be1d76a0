"""What fingers and wheels do, in the pixels of the picture that they were meant for."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Scroll", "Touch"]


@dataclass(frozen=True, slots=True)
class Touch:
    """A finger. action as in Android: 0 down, 1 up, 2 move, 3 cancel; x, y in a picture of width × height; pressure 0..1."""

    action: int
    pointer: int
    x: int
    y: int
    width: int
    height: int
    pressure: float


@dataclass(frozen=True, slots=True)
class Scroll:
    """A mouse wheel. Steps -16..16; positive is right and up."""

    x: int
    y: int
    width: int
    height: int
    horizontal: float
    vertical: float
