"""Requests and answers of OBD (SAE J1979) and of the read services of UDS (ISO 14229-1), as bytes. Pure.

UDS messages are made and read by udsoncan; OBD's are short enough to be read here.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping

from udsoncan.exceptions import InvalidResponseException
from udsoncan.Request import Request
from udsoncan.Response import Response
from udsoncan.services.ReadDTCInformation import ReadDTCInformation

from backends.diagnostics.domain import Code, CodeState, code_from_bytes, uds_states
from backends.diagnostics.errors import Garbled, Negative
from backends.diagnostics.parameters import decode, split_answer

__all__ = [
    "PENDING",
    "STATUS_MASK",
    "body",
    "codes_obd",
    "codes_uds",
    "frame_values",
    "freeze_cause",
    "is_pending",
    "live",
    "read_codes_uds",
    "snapshot_request",
    "snapshot_values",
    "texts",
    "values",
]

PENDING = 0x78
STATUS_MASK = 0x0D
"""Failed now, pending or confirmed."""

_NEGATIVE = 0x7F
_MODES = {0x03: CodeState.STORED, 0x07: CodeState.PENDING, 0x0A: CodeState.PERMANENT}
_OBD_DIDS = range(0xF400, 0xF500)
"""SAE J1979-2: identifier F4xx is PID xx."""


def is_pending(payload: bytes) -> bool:
    """7F xx 78: understood, the answer takes longer."""
    return len(payload) >= 3 and payload[0] == _NEGATIVE and payload[2] == PENDING


def body(request: bytes, payload: bytes) -> bytes:
    """What follows the service byte of a positive answer. Raises Negative, Garbled."""
    if len(payload) >= 3 and payload[0] == _NEGATIVE:
        raise Negative(payload[1], payload[2])
    if not payload or payload[0] != request[0] + 0x40:
        raise Garbled(f"Service {request[0]:02X} was answered with {payload[:1].hex() or 'nothing'}")
    return payload[1:]


def live(pids: Iterable[int]) -> bytes:
    """Mode 01 for up to six PIDs."""
    return bytes((0x01, *pids))


def values(request: bytes, payload: bytes) -> dict[str, float]:
    """Values of a mode 01 answer by key. Raises Negative, Garbled."""
    found: dict[str, float] = {}
    for pid, data in split_answer(body(request, payload)).items():
        if pid in request[1:]:
            found.update(decode(pid, data))
    return found


def codes_obd(request: bytes, payload: bytes, unit: str, *, counted: bool = True) -> list[Code]:
    """Codes of mode 03, 07 or 0A; on CAN a count comes first (``counted``), on older buses the list is padded with zeros.
    Raises Negative, Garbled."""
    data = body(request, payload)
    if counted:
        count, data = (data[0] if data else 0), data[1:]
        if len(data) < 2 * count:
            raise Garbled(f"{count} codes were announced, {len(data) // 2} came")
        data = data[: 2 * count]
    pairs = (data[i : i + 2] for i in range(0, len(data) - 1, 2))
    states = frozenset({_MODES[request[0]]})
    return [Code(unit, code_from_bytes(*pair), states) for pair in pairs if any(pair)]


def freeze_cause(request: bytes, payload: bytes) -> str:
    """The code a freeze frame was kept for (mode 02 PID 02); empty: there is no frame. Raises Negative, Garbled."""
    data = split_answer(body(request, payload), extra=1).get(0x02, b"")
    return code_from_bytes(*data) if any(data) else ""


def frame_values(request: bytes, payload: bytes) -> dict[str, float]:
    """Values of a mode 02 answer by key. Raises Negative, Garbled."""
    found: dict[str, float] = {}
    for pid, data in split_answer(body(request, payload), extra=1).items():
        found.update(decode(pid, data))
    return found


def texts(request: bytes, payload: bytes, width: int) -> list[str]:
    """Texts of a mode 09 answer: VIN (17 wide), calibrations (16), name (20). Raises Negative, Garbled."""
    data = body(request, payload)[1:]
    if data and data[0] == len(data[1:]) // width:
        data = data[1:]  # on CAN the number of texts comes first
    pieces = [data[i : i + width] for i in range(0, len(data), width)]
    shown = ("".join(chr(b) for b in piece if chr(b) in string.printable[:95]).strip() for piece in pieces)
    return [text for text in shown if text]


def read_codes_uds() -> bytes:
    """ReadDTCInformation, reportDTCByStatusMask."""
    sub = ReadDTCInformation.Subfunction.reportDTCByStatusMask
    return bytes(ReadDTCInformation.make_request(sub, status_mask=STATUS_MASK).get_payload())


def codes_uds(payload: bytes, unit: str) -> list[Code]:
    """Codes of 59 02. Raises Negative, Garbled."""
    request = read_codes_uds()
    body(request, payload)
    sub = ReadDTCInformation.Subfunction.reportDTCByStatusMask
    try:
        answer = ReadDTCInformation.interpret_response(Response.from_payload(payload), sub)
        found = answer.service_data.dtcs
    except (InvalidResponseException, ValueError, IndexError) as error:
        raise Garbled("A list of codes makes no sense") from error
    result = []
    for dtc in found:
        number, states = int(dtc.id), uds_states(dtc.status.get_byte_as_int())
        if states:
            code = code_from_bytes(number >> 16 & 0xFF, number >> 8 & 0xFF)
            result.append(Code(unit, code, states, number & 0xFF))
    return result


def snapshot_request(number: int) -> bytes:
    """ReadDTCInformation, reportDTCSnapshotRecordByDTCNumber: all records of a three-byte code."""
    sub = ReadDTCInformation.Subfunction.reportDTCSnapshotRecordByDTCNumber
    request: Request = ReadDTCInformation.make_request(sub, dtc=number, snapshot_record_number=0xFF)
    return bytes(request.get_payload())


def snapshot_values(payload: bytes) -> dict[str, float]:
    """Values of 59 04 by key, of its first record, as far as identifiers are OBD's own (F4xx): the length of a maker's
    identifier is the maker's secret, so reading ends there. Raises Negative, Garbled."""
    data = body(b"\x19", payload)
    if not data or data[0] != 0x04 or len(data) < 5:
        raise Garbled("A snapshot makes no sense")
    if len(data) < 7:
        return {}
    left, at = data[6], 7
    found: dict[str, float] = {}
    while left and at + 2 <= len(data):
        did = int.from_bytes(data[at : at + 2], "big")
        piece: Mapping[int, bytes] = split_answer(data[at + 1 :]) if did in _OBD_DIDS else {}
        if (did & 0xFF) not in piece:
            break
        found.update(decode(did & 0xFF, piece[did & 0xFF]))
        at += 2 + len(piece[did & 0xFF])
        left -= 1
    return found
