"""Errors with two texts: a sentence for the driver, which translators know, and what exactly it was, for the diagnostics."""

from __future__ import annotations

from backends.projection.defs import Reason
from backends.projection.errors import NotAllowed, PeerFault, Unsupported

__all__ = ["Damaged", "Refused", "Unknown"]


class Damaged(PeerFault):
    """Bytes that no server sends."""

    def __init__(self, detail: str) -> None:
        super().__init__("The phone sent something that no VNC server sends.")
        self.detail = detail


class Refused(NotAllowed):
    """The server said no, in its own words."""

    def __init__(self, detail: str) -> None:
        super().__init__("The phone refused the connection.", Reason.REFUSED)
        self.detail = detail


class Unknown(Unsupported):
    """A server that speaks in ways that are not known here."""

    def __init__(self, detail: str) -> None:
        super().__init__("The phone only knows ways to log in that are not known here.", Reason.REFUSED)
        self.detail = detail
