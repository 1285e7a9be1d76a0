"""Errors every service shares; a subclass says what the caller should do.

ServiceFault
├── NotFound      the thing named is not there: ask for the list again
├── Invalid       the argument makes no sense: mend the call
├── OutOfRange    the value is outside what Describe says
├── ReadOnly      it cannot be set at all
├── Refused       a rule or condition forbids it now; the text says which
├── Offline       the device behind it is away: wait for its signal
├── BusOff        the vehicle's bus is away: wait for BusState
├── Protocol      the device speaks nonsense or another version
├── Storage       the disk did not take it
└── Failed        anything else, with its reason
"""

from __future__ import annotations

__all__ = [
    "BusOff",
    "Failed",
    "Invalid",
    "NotFound",
    "Offline",
    "OutOfRange",
    "Protocol",
    "ReadOnly",
    "Refused",
    "ServiceFault",
    "Storage",
]


class ServiceFault(Exception):
    """Raised by a service's method; travels as the D-Bus error org.pillion.Error.<class name>."""

    @property
    def name(self) -> str:
        return type(self).__name__


class NotFound(ServiceFault): ...


class Invalid(ServiceFault): ...


class OutOfRange(ServiceFault): ...


class ReadOnly(ServiceFault): ...


class Refused(ServiceFault): ...


class Offline(ServiceFault): ...


class BusOff(ServiceFault): ...


class Protocol(ServiceFault): ...


class Storage(ServiceFault): ...


class Failed(ServiceFault): ...
