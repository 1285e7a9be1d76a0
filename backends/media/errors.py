"""What can go wrong with music.

MediaError
├── Unplayable   this file will not play: say so, go on with the next
└── Unreadable   its tags cannot be read: list it by its file name
"""

from __future__ import annotations

__all__ = ["MediaError", "Unplayable", "Unreadable"]


class MediaError(Exception):
    """Root of this backend's own errors; the text is fit to be shown."""


class Unplayable(MediaError): ...


class Unreadable(MediaError): ...
