"""Blanks the vehicle's number wherever a recording is known to carry it, so that a recording may be shown to others.

- Answers of diagnostics: OBD-II mode 09 PID 02, UDS 22 F1 90 (and 2E F1 90, which writes it), KWP 5A 90, over ISO-TP
  (ISO 15765-2) with all their consecutive frames, normal or extended addressing, classic or FD; what a recording begins in the
  middle of too.
- SAE J1939's vehicle identification (PGN 65260) over its transport protocol.
- Signals: those the vehicle's mapping gives to the VIN, and those a description names so.

Lengths, counters and times stay; a check byte over a blanked signal is no longer right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from backends.vehicle.dbc.model import EXTENDED, Database

__all__ = ["BLANK", "VinMask", "vin_fields"]

BLANK = 0x30
"""What each character becomes: the digit 0."""
VIN_PATH = "Vehicle.VehicleIdentification.VIN"

_ANSWERS = (b"\x49\x02\x01", b"\x62\xf1\x90", b"\x2e\xf1\x90", b"\x5a\x90", b"\x49\x02")
_NAMES = re.compile(r"(^|_|[a-z])VIN($|_?\d+$|Part|Dig|Char)|VehI[dD]\w*Dig")
_LEAST = 12
"""A message that tells 17 characters is longer than this."""
_J1939_VIN = b"\xec\xfe\x00"


def vin_fields(databases: Iterable[Database], mapped: Iterable[str] = ()) -> dict[int, int]:
    """Bits to blank by frame key, each as a mask over the frame read as a little-endian number.

    ``mapped``: names of signals that the mapping gives to the VIN.
    """
    names = set(mapped)
    fields: dict[int, int] = {}
    for database in databases:
        for message in database.messages:
            mask = 0
            for signal in message.signals:
                if signal.name in names or (
                    _NAMES.search(signal.name) and not signal.is_selector and signal.length > 1
                ):
                    mask |= signal.mask
            if mask:
                fields[message.key] = fields.get(message.key, 0) | mask
    return fields


def _diagnostic(key: int) -> bool:
    """Where answers of diagnostics usually are: 700..7FF, and 18DAxxxx and 18DBxxxx."""
    return 0x700 <= key <= 0x7FF or key & 0xFFFE_0000 == EXTENDED | 0x18DA_0000


@dataclass(slots=True)
class _Message:
    """A message of several frames. ``found``: its number has begun; before that, of several identifiers it may come later."""

    at: int
    left: int
    found: bool
    last: bytes

    def skip(self, payload: bytes) -> int:
        """How much of the next payload is to be left as it is."""
        if self.found:
            return 0
        place = (self.last + payload).find(b"\xf1\x90")
        if place < 0:
            self.last = payload[-1:]
            return len(payload)
        self.found = True
        return place + 2 - len(self.last)


class VinMask:
    """Give it the frames of a recording in their order."""

    def __init__(self, fields: Mapping[int, int] | None = None) -> None:
        self._fields = fields or {}
        self._left: dict[tuple[Any, int], _Message] = {}
        self._seen: set[tuple[Any, int]] = set()
        self._packets: dict[tuple[Any, int], int] = {}
        self.blanked = 0

    def mask(self, channel: object, key: int, data: bytes) -> bytes:
        """The frame's data, as they may be shown."""
        hidden = self._hidden(channel, key, data)
        if hidden == data:
            return data
        self.blanked += 1
        return hidden

    def _hidden(self, channel: object, key: int, data: bytes) -> bytes:
        if (field := self._fields.get(key)) is not None:
            number = int.from_bytes(data, "little") & ~field
            return (number & ((1 << 8 * len(data)) - 1)).to_bytes(len(data), "little")
        if not data:
            return data
        if key & EXTENDED and (key >> 16) & 0xFF in (0xEB, 0xEC):
            return self._j1939(channel, key, data)
        return self._iso_tp((channel, key), key, data)

    def _iso_tp(self, stream: tuple[object, int], key: int, data: bytes) -> bytes:
        if (going := self._left.get(stream)) is not None:
            at = going.at
            if data[at : at + 1] and data[at] >> 4 == 2:
                going.left -= len(data) - at - 1
                if going.left <= 0:
                    del self._left[stream]
                return _blank(data, at + 1 + going.skip(data[at + 1 :]))
            if data[at : at + 1] and data[at] >> 4 == 3:
                return data  # flow control of the other direction on a shared id
            del self._left[stream]
        for at in (0, 1):
            begun = self._begin(stream, data, at)
            if begun is not None:
                return begun
        if stream not in self._seen and _diagnostic(key):
            if data[0] >> 4 == 2:
                return _blank(data, 1)  # the rest of what began before the recording did
            self._seen.add(stream)
        return data

    def _begin(self, stream: tuple[object, int], data: bytes, at: int) -> bytes | None:
        """The frame blanked, when it begins a message that tells the VIN."""
        if len(data) < at + 2:
            return None
        kind = data[at] >> 4
        if kind == 1:
            length, first = (data[at] & 0xF) << 8 | data[at + 1], at + 2
            if length == 0:  # longer than 4,095 bytes: the length follows in four
                length, first = int.from_bytes(data[at + 2 : at + 6], "big"), at + 6
        elif data[at] == 0:  # a single frame of CAN FD
            length, first = data[at + 1], at + 2
        else:
            return None
        payload = data[first:]
        said = next((answer for answer in _ANSWERS if payload.startswith(answer)), None)
        if (said is None and payload[:1] != b"\x62") or length < _LEAST:
            return None
        self._seen.add(stream)
        message = _Message(at, length - len(payload), said is not None, b"")
        skip = len(said) if said is not None else message.skip(payload)
        if kind == 1 and message.left > 0:
            self._left[stream] = message
        return _blank(data, first + skip)

    def _j1939(self, channel: object, key: int, data: bytes) -> bytes:
        """TP.CM (PF EC) announces, TP.DT (PF EB) of the same sender follows."""
        sender = (channel, key & 0xFF)
        if (key >> 16) & 0xFF == 0xEC:
            if len(data) == 8 and data[0] in (0x10, 0x20):
                if data[5:8] == _J1939_VIN:
                    self._packets[sender] = data[3]
                else:
                    self._packets.pop(sender, None)
            return data
        left = self._packets.get(sender, 0)
        if not left:
            return data
        self._packets[sender] = left - 1
        return _blank(data, 1)


def _blank(data: bytes, first: int) -> bytes:
    return data[:first] + bytes([BLANK]) * (len(data) - first)
