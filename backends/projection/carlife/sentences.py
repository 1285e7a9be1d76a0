"""What this backend says to a driver; `ui/said_carlife.py` lists it for translators. Numbers go to the log and the report."""

from __future__ import annotations

import logging

from backends.projection.errors import PeerFault

__all__ = [
    "ADDRESS",
    "ALLOW",
    "AWAY",
    "BACKGROUND",
    "BAD_KEY",
    "CLOSED",
    "DENIED",
    "ENCODER",
    "ENDED",
    "FLOOD",
    "FULL",
    "KEY_LATE",
    "LOCKED",
    "NOBODY",
    "NONSENSE",
    "NO_ANSWER",
    "NO_APP",
    "NO_ENCRYPTION",
    "NO_PICTURE",
    "OTHER_VERSION",
    "PERMISSION",
    "PROBLEM",
    "REFUSED",
    "SILENT",
    "SLOW_ADB",
    "UNPLUGGED",
    "UNREADABLE",
    "nonsense",
]

ADDRESS = "Write the phone's address as 192.168.1.20, adb:SERIAL or usb:BUS-PORT."
ALLOW = "Allow this car on the phone's screen."
AWAY = "The phone is not here."
NOBODY = "No CarLife answers there. Open CarLife on the phone; both have to be in the same network."
NO_APP = "CarLife does not run on the phone. Open it there."
SLOW_ADB = "The phone did not answer over adb in time."
NO_ANSWER = "CarLife does not answer. Open CarLife on the phone, and allow the connection there."
NO_PICTURE = "CarLife did not start its picture. Close CarLife on the phone, and open it again."
SILENT = "The phone has said nothing for some seconds."
CLOSED = "The phone closed the connection."
UNPLUGGED = "The phone was unplugged."
ENDED = "CarLife was closed on the phone."
FULL = "The phone stopped taking what the car sends."
FLOOD = "The phone floods the car with messages."
NONSENSE = "The phone sent something that CarLife does not send."
OTHER_VERSION = "CarLife on the phone does not speak this car's version. Update CarLife on the phone."
REFUSED = "CarLife on the phone does not accept this car: it does not know the car's channel id."
NO_ENCRYPTION = "CarLife on the phone does not encrypt, and this car is set to require it."
KEY_LATE = "The phone wanted to encrypt, and did not send its key in time."
BAD_KEY = "The phone sent a key that the car cannot read."
UNREADABLE = "What the phone sent encrypted could not be read."
BACKGROUND = "CarLife is in the background on the phone. Open CarLife there to see it here."
LOCKED = "The phone's screen is off. Unlock the phone to see CarLife here."
PERMISSION = "CarLife may not show the phone's screen yet. Allow it on the phone."
DENIED = "The phone does not let CarLife show its screen. Allow screen recording for CarLife on the phone."
ENCODER = "CarLife on this phone cannot send a picture: its video encoder failed."
PROBLEM = "CarLife reports a problem on the phone."
_logger = logging.getLogger(__name__)


def nonsense(what: str) -> PeerFault:
    """The phone sent what no phone sends; ``what`` is for the log."""
    _logger.warning("connection ends what=%s", what)
    return PeerFault(NONSENSE)
