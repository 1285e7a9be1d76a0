"""What can go wrong between here and a control unit; a subclass says what the caller should do.

DiagnosticsError
├── Away       the adapter or the bus is not there: wait and open it anew
├── Silent     nobody answers: the ignition may be off
├── Garbled    what came makes no sense: ask again, then give up
├── Negative   the control unit refuses; `code` says why (ISO 14229-1 annex A)
├── Forbidden  not on the list of what may be sent: mend the caller
└── Misfit     the profile's [diagnostics] makes no sense: its text names the entry
"""

from __future__ import annotations

__all__ = ["Away", "DiagnosticsError", "Forbidden", "Garbled", "Misfit", "Negative", "Silent"]


class DiagnosticsError(Exception):
    """Root of this backend's errors; the text is fit to be shown."""


class Away(DiagnosticsError): ...


class Silent(DiagnosticsError): ...


class Garbled(DiagnosticsError): ...


class Forbidden(DiagnosticsError): ...


class Misfit(DiagnosticsError): ...


class Negative(DiagnosticsError):
    """A negative response: 7F, the service, the reason."""

    def __init__(self, service: int, code: int) -> None:
        super().__init__(f"The control unit refuses (service {service:02X}, reason {code:02X}).")
        self.service = service
        self.code = code
