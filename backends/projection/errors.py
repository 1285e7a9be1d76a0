"""Errors inside the projection service.

ProjectionError          reason (`Reason`) and a sentence fit to be shown
├── LinkLost             the phone or the way to it is gone: wait and come back
├── NotAllowed           something is missing that a person has to give (``needs``): ask, try again when it is there
├── PeerFault            the phone sent what no phone should: end this connection, try again later
├── Unsupported          it works, but not with this phone, version or file: retrying does not help
├── PhoneEnded           the phone said goodbye in order: do not come back before somebody wants it to
└── TooSlow              no answer in time
"""

from __future__ import annotations

from backends.projection.defs import Reason
from backends.projection.words import plain

__all__ = ["LinkLost", "NotAllowed", "PeerFault", "PhoneEnded", "ProjectionError", "TooSlow", "Unsupported"]


class ProjectionError(Exception):
    """Root of this service's errors; the text is a sentence for the driver, and may quote the phone."""

    reason = Reason.PROTOCOL

    def __init__(self, text: str, reason: Reason | None = None) -> None:
        self.text = plain(text)
        super().__init__(self.text)
        if reason is not None:
            self.reason = reason


class LinkLost(ProjectionError):
    reason = Reason.PHONE_LOST


class NotAllowed(ProjectionError):
    """``needs`` as in a device's report: permission (on the phone's screen), password, pairing_code, certificate, server_file."""

    reason = Reason.NOT_ALLOWED

    def __init__(self, text: str, reason: Reason | None = None, *, needs: str = "permission") -> None:
        super().__init__(text, reason)
        self.needs = needs


class PeerFault(ProjectionError):
    reason = Reason.PROTOCOL


class Unsupported(ProjectionError):
    reason = Reason.SERVER_FAILED


class PhoneEnded(ProjectionError):
    reason = Reason.PHONE_ENDED


class TooSlow(ProjectionError):
    reason = Reason.TIMEOUT
