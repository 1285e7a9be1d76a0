"""What this backend says to a driver; `ui/said_android_auto.py` lists it for translators. Particulars go to the report."""

from __future__ import annotations

from typing import TypeVar

from backends.projection.android_auto.ids import ByeReason
from backends.projection.errors import PeerFault, ProjectionError

__all__ = ["BYES", "nonsense", "noted"]

ADDRESS = "Write the phone's address as 192.168.1.20, usb:BUS-PORT or bt:00:11:22:33:44:55."
NO_ANSWER = "The phone does not answer. Look whether it is in the same Wi-Fi."
NOBODY = "The phone does not take the connection. Start its head unit server in the developer settings of Android Auto."
UNREACHABLE = "The phone cannot be reached."
BROKE_OFF = "The connection to the phone broke off."
FULL = "The phone stopped taking what the car sends."
NONSENSE = "The phone sent something that Android Auto does not send."
NOT_UNDERSTOOD = "The phone did not understand what the car said."

NO_WORD = "The phone did not answer. Look whether Android Auto is allowed on it, and whether it is unlocked."
OTHER_VERSION = "The phone speaks another version of Android Auto. Set android_auto_version to the one that it speaks."
GONE_EARLY = "The phone ended the connection before it said a word."
NO_ENCRYPTION = "The phone did not finish setting up encryption."
BAD_ENCRYPTION = "Encryption with the phone failed."
REFUSED = "The phone does not accept this car's certificate. It may only take cars that are certified."
TOO_EARLY = "By the phone's clock, this car's certificate is not valid yet."
TOO_LATE = "By the phone's clock, this car's certificate has expired."
HUNG_UP = "The phone ended the connection when it had seen this car's certificate."
BAD_FILE = "The file with this car's certificate cannot be used."
NO_PAIR = "That is no certificate with its key: both are needed, in PEM, without a password."
PERMISSION = "Look at the phone: it asks whether this car may be used, or wants to be unlocked."
NO_GOING_ON = "The phone did not go on. Look at it: it may ask for something."
SILENT = "The phone has said nothing for some seconds."
OTHER_SHAPE = "The screen has another shape now."

ENDED = "The phone ended the connection."
SWITCHED = "The phone went to another car or another connection."
NOT_SUPPORTED = "The phone does not support this car."
NOT_NOW = "The phone cannot be shown now."
PROBED = "The phone only looked whether the car is there."
BYES: dict[int, str] = {
    ByeReason.USER: ENDED,
    ByeReason.DEVICE_SWITCH: SWITCHED,
    ByeReason.NOT_SUPPORTED: NOT_SUPPORTED,
    ByeReason.NOT_NOW: NOT_NOW,
    ByeReason.PROBE: PROBED,
}

NOT_WIRELESS = "Wireless Android Auto is not switched on in this car."
NO_BLUETOOTH = "The car's Bluetooth is not there."
BLUETOOTH_BROKE = "Bluetooth to the phone broke off."
NOT_COMING = "The phone did not come. Connect it by Bluetooth, and allow wireless Android Auto on it."
WRONG_PASSWORD = "The phone could not join the car's Wi-Fi: the password did not fit."  # noqa: S105  # a sentence
WIFI_OFF = "The phone's Wi-Fi is off. Switch it on."
NOT_JOINED = "The phone did not join the car's Wi-Fi."
NOT_CONNECTED = "The phone joined the car's Wi-Fi, but did not connect."
NO_WIFI = "The car's Wi-Fi could not be made."
WIFI_FAILED = "The car's Wi-Fi did not come up. Its adapter may not be able to be an access point."
NO_ADAPTER = "The car has no Wi-Fi adapter that NetworkManager may use."

_E = TypeVar("_E", bound=ProjectionError)


def noted(error: _E, *details: str) -> _E:
    """With particulars for the report."""
    for detail in details:
        error.add_note(detail)
    return error


def nonsense(detail: str) -> PeerFault:
    """The phone is at fault."""
    return noted(PeerFault(NONSENSE), detail)
