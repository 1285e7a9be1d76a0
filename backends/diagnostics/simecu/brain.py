"""What a control unit knows and answers. Pure: a request in, an answer out; see docs/protocols/obd.md and uds.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from backends.diagnostics.domain import code_to_bytes
from backends.diagnostics.parameters import decode, encode, lengths

__all__ = ["Brain", "Fault"]

_MAPS = range(0, 0x100, 0x20)
_OBD_DIDS = range(0xF400, 0xF500)
_NOT_SUPPORTED, _BAD_LENGTH, _CONDITIONS, _OUT_OF_RANGE = 0x11, 0x13, 0x22, 0x31


@dataclass(slots=True)
class Fault:
    """A trouble code it has. ``failure``: the third byte of UDS codes."""

    code: str
    stored: bool = True
    pending: bool = False
    permanent: bool = False
    failure: int = 0
    frame: dict[str, float] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """The UDS status byte."""
        return (0x09 if self.stored else 0) | (0x04 if self.pending else 0) | (0x80 if self.stored else 0)


@dataclass(slots=True)
class Brain:
    """One control unit. ``values`` by parameter key; ``monitors`` are the bytes B, C and D of PID 01."""

    name: str = "ECU"
    vin: str = ""
    calibration: str = ""
    obd: bool = True
    uds: bool = True
    values: dict[str, float] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    monitors: tuple[int, int, int] = (0x07, 0x00, 0x00)
    refuses_clear: bool = False
    cleared: int = 0
    session: int = 1

    @property
    def lamp(self) -> bool:
        return any(fault.stored for fault in self.faults)

    def answer(self, request: bytes) -> bytes | None:
        """None: silence, as OBD asks of a control unit that does not have what everybody was asked for."""
        if not request:
            return None
        service, rest = request[0], request[1:]
        match service:
            case 0x01 if self.obd and rest:
                return self._found(0x41, b"".join(self._live(pid) for pid in rest[:6]))
            case 0x02 if self.obd and len(rest) == 2:
                return self._found(0x42, self._frozen(rest[0]) if rest[1] == 0 else b"")
            case 0x03 if self.obd:
                return self._codes(0x43, (f for f in self.faults if f.stored))
            case 0x07 if self.obd:
                return self._codes(0x47, (f for f in self.faults if f.pending))
            case 0x0A if self.obd:
                return self._codes(0x4A, (f for f in self.faults if f.permanent))
            case 0x04 if self.obd:
                return self._clear(0x04, b"\x44")
            case 0x09 if self.obd and rest:
                return self._found(0x49, self._text(rest[0]))
            case _ if self.uds:
                return self._uds(service, rest)
            case _:
                return bytes((0x7F, service, _NOT_SUPPORTED))

    @staticmethod
    def _found(service: int, data: bytes) -> bytes | None:
        return bytes((service, *data)) if data else None

    def _pids(self) -> set[int]:
        return {0x01} | {int(key[:2], 16) for key in self.values}

    @staticmethod
    def _map(base: int, pids: Iterable[int]) -> bytes:
        have = set(pids)
        bits = sum(1 << (31 - i) for i in range(32) if base + 1 + i in have)
        # The last bit says that there is a next map.
        bits |= any(pid > base + 0x20 for pid in have)
        return bits.to_bytes(4, "big")

    def _live(self, pid: int) -> bytes:
        if pid in _MAPS:
            return bytes((pid, *self._map(pid, self._pids())))
        if pid == 0x01:
            count = sum(fault.stored for fault in self.faults)
            return bytes((0x01, (0x80 if self.lamp else 0) | count & 0x7F, *self.monitors))
        if pid in self._pids():
            return bytes((pid, *encode(pid, self.values)))
        return b""

    def _frozen(self, pid: int) -> bytes:
        kept = next((fault for fault in self.faults if fault.stored and fault.frame), None)
        if pid == 0x02:
            return bytes((0x02, 0, *(code_to_bytes(kept.code) if kept else b"\0\0")))
        if kept is None:
            return b""
        pids = {0x02} | {int(key[:2], 16) for key in kept.frame}
        if pid in _MAPS:
            return bytes((pid, 0, *self._map(pid, pids)))
        return bytes((pid, 0, *encode(pid, kept.frame))) if pid in pids else b""

    @staticmethod
    def _codes(service: int, faults: Iterable[Fault]) -> bytes:
        codes = [code_to_bytes(fault.code) for fault in faults]
        return bytes((service, len(codes))) + b"".join(codes)

    def _text(self, kind: int) -> bytes:
        told = {0x02: self.vin.ljust(17) if self.vin else "", 0x04: self.calibration, 0x0A: self.name}
        width = {0x02: 17, 0x04: 16, 0x0A: 20}.get(kind, 0)
        if kind == 0x00:
            return bytes((0, *self._map(0, [pid for pid, text in told.items() if text])))
        text = told.get(kind, "")
        return bytes((kind, 1)) + text.encode("ascii").ljust(width, b"\0")[:width] if text else b""

    def _clear(self, service: int, good: bytes) -> bytes:
        if self.refuses_clear:
            return bytes((0x7F, service, _CONDITIONS))
        self.cleared += 1
        self.faults = [fault for fault in self.faults if fault.permanent]
        for fault in self.faults:
            fault.stored = fault.pending = False
            fault.frame = {}
        self.monitors = (self.monitors[0] | (self.monitors[0] & 0x07) << 4, self.monitors[1], self.monitors[1])
        return good

    def _uds(self, service: int, rest: bytes) -> bytes:
        match service:
            case 0x10 if rest in (b"\x01", b"\x03"):
                self.session = rest[0]
                return bytes((0x50, rest[0], 0x00, 0x32, 0x01, 0xF4))
            case 0x3E if rest in (b"\x00", b"\x80"):
                return b"\x7e\x00"
            case 0x14:
                return self._clear(0x14, b"\x54") if rest == b"\xff\xff\xff" else bytes((0x7F, 0x14, _OUT_OF_RANGE))
            case 0x19 if rest[:1] == b"\x02" and len(rest) == 2:
                return b"\x59\x02\x8d" + self._listed(f for f in self.faults if f.status & rest[1])
            case 0x19 if rest[:1] == b"\x0a":
                return b"\x59\x0a\x8d" + self._listed(self.faults)
            case 0x19 if rest[:1] == b"\x04" and len(rest) == 5:
                return self._snapshot(rest[1:4])
            case 0x22 if len(rest) >= 2 and len(rest) % 2 == 0:
                return self._identifiers(rest)
            case 0x10 | 0x19 | 0x22 | 0x3E:
                return bytes((0x7F, service, _BAD_LENGTH))
            case _:
                return bytes((0x7F, service, _NOT_SUPPORTED))

    @staticmethod
    def _listed(faults: Iterable[Fault]) -> bytes:
        return b"".join(bytes((*code_to_bytes(f.code), f.failure, f.status)) for f in faults)

    def _snapshot(self, number: bytes) -> bytes:
        for fault in self.faults:
            if bytes((*code_to_bytes(fault.code), fault.failure)) == number:
                pids = sorted({int(key[:2], 16) for key in fault.frame})
                records = b"".join(bytes((0xF4, pid, *encode(pid, fault.frame))) for pid in pids)
                head = bytes((0x59, 0x04, *number, fault.status))
                return head + (bytes((1, len(pids))) + records if pids else b"")
        return bytes((0x7F, 0x19, _OUT_OF_RANGE))

    def _identifiers(self, rest: bytes) -> bytes:
        answer = b"\x62"
        for at in range(0, len(rest), 2):
            did = int.from_bytes(rest[at : at + 2], "big")
            if did == 0xF190 and self.vin:
                answer += rest[at : at + 2] + self.vin.encode("ascii")
            elif did in _OBD_DIDS and (did & 0xFF) in self._pids() & lengths().keys():
                answer += rest[at : at + 2] + self._live(did & 0xFF)[1:]
        return answer if len(answer) > 1 else bytes((0x7F, 0x22, _OUT_OF_RANGE))

    def set_values(self, values: dict[str, float]) -> None:
        """Parameters by key. Raises LookupError for one that is none."""
        for key, value in values.items():
            if key not in decode(int(key[:2], 16), bytes(8)):
                raise LookupError(f"there is no parameter {key}")
            self.values[key] = float(value)
