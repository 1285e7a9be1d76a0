"""Clearing codes: two steps, only while parked, and only after what is known about them is on disk."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from backends.core.errors import Refused
from backends.diagnostics import messages
from backends.diagnostics.addresses import Unit
from backends.diagnostics.domain import ControlUnit, Findings
from backends.diagnostics.errors import DiagnosticsError, Negative, Silent
from backends.diagnostics.gate import CLEAR_OBD, CLEAR_UDS, ClearPermit
from backends.diagnostics.journal import Journal, entry_of
from backends.diagnostics.standstill import MOVING, require_parked
from backends.diagnostics.transports.base import Transport
from backends.interfaces import Link

__all__ = ["VALID_S", "Clearing"]

VALID_S = 30.0
_SPEED_PID = 0x0D
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Prepared:
    token: str
    units: tuple[str, ...]
    until: float


class Clearing:
    """One permission at a time; a new one ends the one before."""

    def __init__(self, journal: Journal, clock: Callable[[], float] = time.monotonic) -> None:
        self._journal = journal
        self._clock = clock
        self._prepared: _Prepared | None = None

    async def prepare(self, units: Sequence[str], findings: Findings, link: Link | None) -> str:
        """A token to be shown a person and given back. Raises Refused."""
        known = {unit.id for unit in findings.units}
        if unknown := sorted(set(units) - known):
            raise Refused(f"There is no control unit {unknown[0]}.")
        if not known:
            raise Refused("The codes have not been read yet.")
        await require_parked(link)
        self._prepared = _Prepared(secrets.token_hex(8), tuple(sorted(set(units) or known)), self._clock() + VALID_S)
        return self._prepared.token

    async def take(self, token: str, link: Link | None) -> tuple[str, ...]:
        """Use a token up; the control units it is for. Raises Refused."""
        prepared, self._prepared = self._prepared, None
        if prepared is None or not secrets.compare_digest(prepared.token, token):
            raise Refused("This was not asked for. Ask again.")
        if self._clock() > prepared.until:
            raise Refused("It took too long to confirm. Ask again.")
        await require_parked(link)
        return prepared.units

    async def clear(
        self,
        ids: Sequence[str],
        findings: Findings,
        transport: Transport,
        target: Callable[[str], Unit | None],
        link: Link | None,
    ) -> int:
        """Keep, then clear; how many control units did. Raises Refused, Storage, DiagnosticsError."""
        units = [unit for unit in findings.units if unit.id in set(ids)]
        await self._standing(units, transport, target)
        await asyncio.to_thread(self._journal.add, entry_of(findings, ids, self._journal.clock()))
        cleared, refused = 0, ""
        try:
            for unit in units:
                # Once more right before: it may have been put into gear while we wrote.
                await require_parked(link)
                try:
                    cleared += await self._clear_one(unit, transport, target(unit.id))
                except (Negative, Silent) as error:
                    refused = str(error)
                    _log.warning("not cleared unit=%s error=%s", unit.id, error)
        finally:
            await asyncio.to_thread(self._journal.conclude, f"{cleared} of {len(units)} cleared")
        if not cleared and refused:
            raise DiagnosticsError(
                "The car did not clear its codes. Switch the ignition on, engine off, and try again."
            )
        return cleared

    async def _clear_one(self, unit: ControlUnit, transport: Transport, target: Unit | None) -> int:
        if target is None:
            return 0
        permit = ClearPermit("confirmed while parked")
        request = CLEAR_UDS if unit.uds else CLEAR_OBD
        messages.body(request, await transport.ask_one(request, target, permit))
        return 1

    async def _standing(
        self, units: Sequence[ControlUnit], transport: Transport, target: Callable[[str], Unit | None]
    ) -> None:
        """The control units' own word on speed, where they have one."""
        for unit in units:
            to = target(unit.id)
            if _SPEED_PID not in unit.pids or to is None:
                continue
            request = messages.live([_SPEED_PID])
            try:
                speed = messages.values(request, await transport.ask_one(request, to)).get("0D", 0.0)
            except (Negative, Silent):
                continue
            if speed > 0:
                raise Refused(MOVING)
