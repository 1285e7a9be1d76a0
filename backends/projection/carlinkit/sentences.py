"""What this backend says to a driver; `ui/said_dongle.py` lists them for translators."""

from __future__ import annotations

__all__ = [
    "BUSY",
    "CLOSED",
    "CONNECTING",
    "CONNECT_PHONE",
    "ENCRYPTED",
    "FORBIDDEN",
    "GONE",
    "NONSENSE",
    "NO_ADDRESS",
    "NO_ANSWER",
    "NO_ENDPOINTS",
    "NO_USB",
    "PHONE_REFUSED",
    "PHONE_UNPLUGGED",
    "SEARCHING",
    "SILENT",
    "STUCK",
]

CONNECT_PHONE = "Connect your phone to the dongle: by cable, or in the phone's Bluetooth settings."
SEARCHING = "The dongle is looking for your phone."
CONNECTING = "The dongle is connecting to your phone."
PHONE_UNPLUGGED = "The phone was disconnected from the dongle."
PHONE_REFUSED = "The phone and the dongle did not agree. Disconnect the phone, and connect it again."
GONE = "The dongle was unplugged."
CLOSED = "The dongle closed the connection."
NO_ANSWER = "The dongle does not answer. Unplug it and plug it in again."
SILENT = "The dongle stopped answering. Unplug it and plug it in again if it does not come back."
STUCK = "The dongle takes no more data. Unplug it and plug it in again."
NONSENSE = "The dongle sent something that no dongle sends. It is connected again."
ENCRYPTED = "This dongle encrypts what it sends. Only dongles that do not are supported."
FORBIDDEN = "This unit may not use the dongle. Install 60-pillion-carlinkit.rules, and plug the dongle in again."
BUSY = "Another program is using the dongle."
NO_USB = "USB is not available on this computer: libusb 1.0 is missing."
NO_ENDPOINTS = "This USB device is no dongle that Pillion knows."
NO_ADDRESS = "Write the address of the dongle as usb, usb:BUS-PORT or tcp://host:port."
