"""What an ELM327 says, line by line. Pure; see docs/protocols/elm327.md.

With ATE0 ATL0 ATS0 ATH1 an answer is lines parted by carriage returns: on CAN the identifier (3 or 8 hex digits) and up to 8
bytes with their ISO-TP header; on the older buses three header bytes, the data and a checksum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from backends.diagnostics.errors import Garbled, Silent

__all__ = ["Bus", "Trouble", "assemble", "lines_of", "old_messages", "trouble_of"]

_HEX = re.compile(r"[0-9A-F]+")
_CHATTER = re.compile(r"SEARCHING(\.|\s)*|BUS INIT: ?(\.|\s)*(OK)?|<DATA ERROR")


class Bus(Enum):
    """Kinds of bus by the digit that ATDPN tells."""

    CAN11 = "can11"
    CAN29 = "can29"
    OLD = "old"

    @classmethod
    def of(cls, digit: str) -> Bus:
        match digit.upper().removeprefix("A")[:1]:
            case "6" | "8":
                return cls.CAN11
            case "7" | "9" | "A":
                return cls.CAN29
            case _:
                return cls.OLD


class Trouble(Enum):
    """Words of the adapter that are no answer of the car."""

    NO_DATA = "NO DATA"
    UNKNOWN = "?"
    STOPPED = "STOPPED"
    FULL = "BUFFER FULL"
    BUS = "BUS"
    RESET = "RESET"


_TROUBLES = (
    (re.compile(r"NO ?DATA"), Trouble.NO_DATA),
    (re.compile(r"\?"), Trouble.UNKNOWN),
    (re.compile(r"STOPPED"), Trouble.STOPPED),
    (re.compile(r"BUFFER ?FULL"), Trouble.FULL),
    (re.compile(r"(CAN|BUS|FB|DATA|<?RX) ?ERROR|BUS ?BUSY|UNABLE ?TO ?CONNECT|BUS ?INIT.*ERROR"), Trouble.BUS),
    (re.compile(r"ERROR$|ACT ALERT|ERR\d\d"), Trouble.BUS),
    (re.compile(r"LV ?RESET|LOW ?POWER|ELM ?327"), Trouble.RESET),
)  # fmt: skip


def lines_of(answer: bytes, command: str = "") -> list[str]:
    """Lines without spaces, echo, chatter and noise."""
    text = "".join(chr(b) if 0x20 <= b < 0x7F or b in (10, 13) else "" for b in answer).upper()
    echo = command.upper().replace(" ", "")
    lines = []
    for line in re.split(r"[\r\n]+", text):
        kept = _CHATTER.sub("", line).strip()
        if kept and kept.replace(" ", "") != echo:
            lines.append(kept)
    return lines


def trouble_of(lines: list[str]) -> Trouble | None:
    """The first line that is a complaint."""
    for line in lines:
        for pattern, trouble in _TROUBLES:
            if pattern.search(line):
                return trouble
    return None


def _bytes(text: str) -> bytes | None:
    compact = text.replace(" ", "")
    if not _HEX.fullmatch(compact) or len(compact) % 2:
        return None
    return bytes.fromhex(compact)


@dataclass(slots=True)
class _Long:
    length: int
    data: bytearray
    following: int = 1


def assemble(lines: list[str], bus: Bus) -> list[tuple[int, bytes]]:
    """Messages by answer identifier, in the order they were complete. What is torn or out of order is left out; when
    nothing else came, that is an error. Raises Garbled, Silent (nothing that looks like a frame)."""
    digits = 3 if bus is Bus.CAN11 else 8
    done: list[tuple[int, bytes]] = []
    parts: dict[int, _Long] = {}
    torn = seen = False
    for line in lines:
        compact = line.replace(" ", "")
        head, data = compact[:digits], _bytes(compact[digits:])
        if not _HEX.fullmatch(head) or len(head) < digits or not data:
            torn = True
            continue
        seen = True
        identifier, kind, low = int(head, 16), data[0] >> 4, data[0] & 15
        if kind == 0 and 0 < low <= len(data) - 1:
            done.append((identifier, data[1 : 1 + low]))
        elif kind == 1 and len(data) >= 3:
            parts[identifier] = _Long(low << 8 | data[1], bytearray(data[2:]))
        elif kind == 2 and identifier in parts and parts[identifier].following == low:
            part = parts[identifier]
            part.data += data[1:]
            part.following = (low + 1) & 15
        elif kind == 3:
            continue  # a flow control that some clones show
        else:
            torn = True
            parts.pop(identifier, None)
        if identifier in parts and len(parts[identifier].data) >= parts[identifier].length:
            part = parts.pop(identifier)
            done.append((identifier, bytes(part.data[: part.length])))
    if not done:
        if torn or parts:
            raise Garbled("The adapter's answer is torn")
        if not seen:
            raise Silent("The car does not answer.")
    return done


def old_messages(lines: list[str]) -> list[tuple[int, bytes]]:
    """Messages of ISO 9141-2, ISO 14230-4 and SAE J1850: (address byte, data). Lines that are no frame are left out."""
    found = []
    for line in lines:
        data = _bytes(line)
        if data is not None and len(data) >= 5:
            found.append((data[2], data[3:-1]))
    return found
