"""What may be sent to a control unit: reading, and clearing codes with a permit. Nothing else exists.

Every transport asks `check` before it sends, so that no way leads around it: no reset, no security access, no routine, no
write, no download, no actuator test, whatever a client or a profile says.
"""

from __future__ import annotations

from dataclasses import dataclass

from backends.diagnostics.errors import Forbidden

__all__ = ["CLEAR_OBD", "CLEAR_UDS", "ClearPermit", "check"]

CLEAR_OBD = b"\x04"
CLEAR_UDS = b"\x14\xff\xff\xff"

_MOST_PIDS = 6
_MOST_DIDS = 4
_READ_DTC = {0x01: 1, 0x02: 1, 0x04: 4, 0x06: 4, 0x0A: 0}
"""Subfunctions of ReadDTCInformation and how many bytes follow: count, list by mask, snapshot, extended data, supported."""


@dataclass(frozen=True, slots=True)
class ClearPermit:
    """Made by `backends.diagnostics.clearing` alone, once everything that must be true is."""

    reason: str


def _reads(request: bytes) -> bool:
    rest = request[1:]
    match request[0]:
        case 0x01:
            return 1 <= len(rest) <= _MOST_PIDS
        case 0x02:
            return len(rest) == 2
        case 0x03 | 0x07 | 0x0A:
            return not rest
        case 0x09:
            return len(rest) == 1
        case 0x10:  # default and extended session; never the programming one
            return rest in (b"\x01", b"\x03")
        case 0x19:
            return bool(rest) and _READ_DTC.get(rest[0]) == len(rest) - 1
        case 0x22:
            return 2 <= len(rest) <= 2 * _MOST_DIDS and len(rest) % 2 == 0
        case 0x3E:
            return rest in (b"\x00", b"\x80")
        case _:
            return False


def check(request: bytes, permit: ClearPermit | None = None) -> None:
    """Raises Forbidden for whatever is not allowed."""
    if request and _reads(request):
        return
    if request in (CLEAR_OBD, CLEAR_UDS) and isinstance(permit, ClearPermit):
        return
    raise Forbidden(f"A request of service {request[:1].hex() or 'none'} is never sent")
