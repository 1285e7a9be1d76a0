"""Words that come from a phone and go to a page or onto the bus: plain characters only, and not too many.

A D-Bus string may not hold a zero byte, and a page has no use for control and formatting characters.
"""

from __future__ import annotations

__all__ = ["TEXT_MAX", "plain"]

TEXT_MAX = 400


def plain(text: str, limit: int = TEXT_MAX) -> str:
    """``text`` on one line, without what cannot be shown, cut to ``limit`` characters."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * limit])
    return " ".join(shown.split())[:limit]
