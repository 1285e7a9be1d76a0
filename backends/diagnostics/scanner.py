"""One look at the whole car: who is there, what they know to be wrong, what was so when it happened."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from backends.diagnostics import messages
from backends.diagnostics.addresses import Addressing, Unit
from backends.diagnostics.domain import Code, CodeState, ControlUnit, Findings, Readiness, code_to_bytes, read_readiness
from backends.diagnostics.errors import Garbled, Negative, Silent
from backends.diagnostics.parameters import lengths, parameters, split_answer, supported_from
from backends.diagnostics.transports.base import Transport

__all__ = ["Scanner"]

Progress = Callable[[str, int, int], None]

_log = logging.getLogger(__name__)
_KNOWN = frozenset(parameter.pid for parameter in parameters().values())
_LAST_MAP = 0xC0
_MOST_SNAPSHOTS = 8
_TRIES = 3
_NAMES = {"7E8": "Engine", "7E9": "Transmission", "18DAF110": "Engine", "18DAF118": "Transmission"}
_SESSION_NEEDED = (0x7E, 0x7F)


class Scanner:
    """Reads all there is. ``progress``: step (units, codes, frames, details), done, of how many.

    ``sessions``: a control unit that tells codes in the extended session only may be put into it (the car is parked)."""

    def __init__(
        self,
        transport: Transport,
        addressing: Addressing,
        *,
        uds: bool = True,
        sessions: bool = False,
        progress: Progress = lambda *_: None,
    ) -> None:
        self._transport = transport
        self._addressing = addressing
        self._uds = uds
        self._sessions = sessions
        self._progress = progress
        self._targets: dict[str, Unit] = {}

    async def scan(self) -> Findings:
        """Raises Silent when nobody answers, Away, Garbled."""
        self._progress("units", 0, 1)
        units = await self._discover()
        if not units:
            raise Silent("The car's control units do not answer. Switch the ignition on.")
        codes: list[Code] = []
        readiness: Readiness | None = None
        found: list[ControlUnit] = []
        for done, unit in enumerate(units):
            self._progress("codes", done, len(units))
            own, told = await self._codes(unit)
            codes += own
            found.append(told)
            readiness = _joined(readiness, await self._readiness(told))
        frames: dict[tuple[str, str], dict[str, float]] = {}
        for done, unit in enumerate(found):
            self._progress("frames", done, len(found))
            frames |= await self._frames(unit, [code for code in codes if code.unit == unit.id])
        self._progress("details", 0, 1)
        vin = await self._vin(found)
        found = [
            replace(unit, name=await self._name(unit), calibrations=await self._calibrations(unit)) for unit in found
        ]
        self._progress("details", 1, 1)
        return Findings(tuple(found), tuple(codes), readiness, frames, vin)

    async def _must(self, unit_id: str, request: bytes) -> bytes:
        """An answer that a control unit with OBD owes us: silence is no answer of "no codes". Raises Silent."""
        for _ in range(_TRIES):
            payload = await self._ask(unit_id, request)
            if payload is not None:
                return payload
        raise Silent("A control unit stopped answering. Try again.")

    async def _ask(self, unit_id: str, request: bytes) -> bytes | None:
        """A positive answer, or None: it does not have this, or does not answer. Torn answers are asked for once more."""
        target = self._targets[unit_id]
        for attempt in (1, 2):
            try:
                payload = await self._transport.ask_one(request, target)
                messages.body(request, payload)
            except (Silent, Negative):
                return None
            except Garbled:
                if attempt == 2:
                    raise
                _log.info("asked again unit=%s service=%02X", unit_id, request[0])
            else:
                return payload
        return None

    async def _discover(self) -> list[ControlUnit]:
        replies = await self._transport.ask(b"\x01\x00")
        found: dict[str, ControlUnit] = {}
        for reply in replies:
            self._targets[reply.unit.id] = reply.unit
            maps = split_answer(reply.payload[1:]) if reply.payload[:1] == b"\x41" else {}
            pids = set(supported_from(0, maps.get(0, bytes(4))))
            for base in range(0x20, _LAST_MAP + 1, 0x20):
                if base not in pids:
                    break
                more = await self._ask(reply.unit.id, bytes((0x01, base)))
                pids |= set(supported_from(base, split_answer(more[1:]).get(base, b""))) if more else set()
            found[reply.unit.id] = ControlUnit(reply.unit.id, reply.unit.name, frozenset(pids))
        if self._uds and self._transport.counted:
            await self._search(found)
        return sorted(found.values(), key=lambda unit: unit.id)

    async def _search(self, found: dict[str, ControlUnit]) -> None:
        """Control units that speak UDS alone: those of the profile, then the range it allows, one by one."""
        wanted = {unit.id: unit for unit in self._addressing.named}
        if self._addressing.sweep is not None:
            wanted = {unit.id: unit for unit in self._addressing.scheme.sweep(*self._addressing.sweep)} | wanted
        asked = [unit for unit in wanted.values() if unit.id not in found]
        for done, unit in enumerate(asked):
            self._progress("units", done, len(asked))
            try:
                replies = await self._transport.ask(b"\x3e\x00", unit)
            except Garbled:
                continue
            if any(reply.unit.id == unit.id for reply in replies):
                self._targets[unit.id] = unit
                found[unit.id] = ControlUnit(unit.id, unit.name)

    async def _codes(self, unit: ControlUnit) -> tuple[list[Code], ControlUnit]:
        states: dict[tuple[str, int | None], set[CodeState]] = {}
        if unit.pids:
            for mode in (b"\x03", b"\x07", b"\x0a"):
                # Only stored codes must be told by every one (SAE J1979).
                payload = await (self._must if mode == b"\x03" else self._ask)(unit.id, mode)
                if payload is not None:
                    for code in messages.codes_obd(mode, payload, unit.id, counted=self._transport.counted):
                        states.setdefault((code.code, None), set()).update(code.states)
        uds = False
        if self._uds and self._transport.counted:
            payload = await self._ask_codes_uds(unit)
            uds = payload is not None
            for code in messages.codes_uds(payload, unit.id) if payload is not None else ():
                # The same code with its failure type says more than without.
                known = states.pop((code.code, None), set())
                states.setdefault((code.code, code.failure), set()).update(code.states | known)
        codes = [Code(unit.id, code, frozenset(told), failure) for (code, failure), told in states.items()]
        return codes, replace(unit, uds=uds)

    async def _ask_codes_uds(self, unit: ControlUnit) -> bytes | None:
        request = messages.read_codes_uds()
        try:
            payload = await self._transport.ask_one(request, self._targets[unit.id])
            messages.body(request, payload)
        except (Silent, Garbled):
            return None
        except Negative as refusal:
            if refusal.code not in _SESSION_NEEDED or not self._sessions:
                return None
            if await self._ask(unit.id, b"\x10\x03") is None:
                return None
            payload_or_none = await self._ask(unit.id, request)
            await self._ask(unit.id, b"\x10\x01")
            return payload_or_none
        return payload

    async def _readiness(self, unit: ControlUnit) -> Readiness | None:
        if 0x01 not in unit.pids:
            return None
        data = split_answer((await self._must(unit.id, b"\x01\x01"))[1:]).get(0x01)
        return read_readiness(data) if data else None

    async def _frames(self, unit: ControlUnit, codes: list[Code]) -> dict[tuple[str, str], dict[str, float]]:
        frames: dict[tuple[str, str], dict[str, float]] = {}
        if unit.uds:
            for code in [code for code in codes if code.failure is not None][:_MOST_SNAPSHOTS]:
                number = int.from_bytes(code_to_bytes(code.code), "big") << 8 | (code.failure or 0)
                payload = await self._ask(unit.id, messages.snapshot_request(number))
                if payload is not None and (values := messages.snapshot_values(payload)):
                    frames[unit.id, code.name] = values
        if unit.pids and any(CodeState.STORED in code.states for code in codes):
            cause, values = await self._freeze_frame(unit)
            for code in codes:
                if code.code == cause and values:
                    frames.setdefault((unit.id, code.name), values)
        return frames

    async def _freeze_frame(self, unit: ControlUnit) -> tuple[str, dict[str, float]]:
        request = b"\x02\x02\x00"
        payload = await self._ask(unit.id, request)
        cause = messages.freeze_cause(request, payload) if payload is not None else ""
        if not cause:
            return "", {}
        pids: set[int] = set()
        for base in range(0, _LAST_MAP + 1, 0x20):
            if base and base not in pids:
                break
            payload = await self._ask(unit.id, bytes((0x02, base, 0)))
            maps = split_answer(payload[1:], extra=1) if payload is not None else {}
            pids |= set(supported_from(base, maps.get(base, bytes(4))))
        values: dict[str, float] = {}
        for pid in sorted(pids & _KNOWN & lengths().keys()):
            request = bytes((0x02, pid, 0))
            payload = await self._ask(unit.id, request)
            if payload is not None:
                values |= messages.frame_values(request, payload)
        return cause, values

    async def _vin(self, units: list[ControlUnit]) -> str:
        for unit in units:
            if unit.pids and (payload := await self._ask_text(unit, 0x02)) is not None:
                told = messages.texts(b"\x09\x02", payload, 17)
                if told:
                    return told[0]
        return ""

    async def _name(self, unit: ControlUnit) -> str:
        """The profile's, else its own ("ECM-Engine Control": the part for people), else the standard's."""
        payload = await self._ask_text(unit, 0x0A) if unit.pids and not unit.name else None
        told = messages.texts(b"\x09\x0a", payload, 20) if payload is not None else []
        return unit.name or (told[0].rpartition("-")[2].strip() if told else "") or _NAMES.get(unit.id, "")

    async def _calibrations(self, unit: ControlUnit) -> tuple[str, ...]:
        payload = await self._ask_text(unit, 0x04) if unit.pids else None
        return tuple(messages.texts(b"\x09\x04", payload, 16)) if payload is not None else ()

    async def _ask_text(self, unit: ControlUnit, kind: int) -> bytes | None:
        try:
            return await self._ask(unit.id, bytes((0x09, kind)))
        except Garbled as error:  # a missing name spoils nothing
            _log.info("no text unit=%s kind=%02X error=%s", unit.id, kind, error)
            return None


def _joined(first: Readiness | None, second: Readiness | None) -> Readiness | None:
    """Of several control units: any lamp, all codes, every monitor, complete when it is so everywhere."""
    if first is None or second is None:
        return first or second
    monitors = {monitor.key: monitor for monitor in first.monitors}
    for monitor in second.monitors:
        known = monitors.get(monitor.key, monitor)
        monitors[monitor.key] = replace(monitor, complete=monitor.complete and known.complete)
    return Readiness(
        first.lamp or second.lamp,
        first.count + second.count,
        first.compression or second.compression,
        tuple(monitors.values()),
    )
