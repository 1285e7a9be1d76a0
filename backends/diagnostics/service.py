"""org.pillion.Diagnostics1: the D-Bus face of the engine."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any

from backends.core.errors import NotFound, Refused
from backends.core.service import Service, current_caller
from backends.core.store import state_dir
from backends.diagnostics import views
from backends.diagnostics.clearing import VALID_S, Clearing
from backends.diagnostics.config import Config, load_config, make_transport
from backends.diagnostics.domain import Findings
from backends.diagnostics.engine import Engine
from backends.diagnostics.errors import Misfit
from backends.diagnostics.journal import Journal
from backends.diagnostics.transports.base import Transport

__all__ = ["DiagnosticsService"]

_log = logging.getLogger(__name__)
_MOST_SUBSCRIPTIONS = 64


class DiagnosticsService(Service):
    """Serves one car. Options: see `backends.diagnostics.config.load_config`."""

    NAME = "diagnostics"

    def __init__(
        self,
        options: Mapping[str, Any] | None = None,
        transport: Callable[[Config], Transport] = make_transport,
        clearing: Clearing | None = None,
    ) -> None:
        super().__init__(options)
        self._make_transport = transport
        self._journal = Journal(state_dir() / "diagnostics" / "cleared.json")
        self._clearing = clearing or Clearing(self._journal)
        self._engine: Engine | None = None
        self._subscriptions: dict[int, tuple[str, list[str]]] = {}
        self._last = 0
        for name, value in {
            "State": "none",
            "Busy": "",
            "Adapter": "",
            "Problem": "",
            "DTCCount": 0,
            "DTCList": [],
            "Lamp": False,
            "LastScan": 0.0,
        }.items():
            self.set_property(name, value)
        self.on_caller_gone(self._forget_caller)

    async def start(self) -> None:
        try:
            config = await asyncio.to_thread(load_config, self.options)
        except Misfit as error:
            _log.error("diagnostics unusable reason=%s", error)
            self.set_property("Problem", str(error))
            config = None
        if config is not None:
            transport = await asyncio.to_thread(self._make_transport, config)
            self._engine = Engine(transport, config, self._clearing, self, lambda: self.link)
            self._engine.start()
        self.set_property("Ready", True)

    async def stop(self) -> None:
        if self._engine is not None:
            await self._engine.stop()
            self._engine = None
        self.set_property("Ready", False)

    # -- reading -----------------------------------------------------------------------------------------------------

    def scan(self) -> None:
        self._running().scan()

    def cancel(self) -> None:
        if self._engine is not None:
            self._engine.cancel()

    def codes(self) -> list[dict[str, Any]]:
        return views.codes_view(self._engine.findings) if self._engine else []

    def freeze_frame(self, unit: str, code: str) -> list[dict[str, Any]]:
        told = views.frame_view(self._engine.findings, unit, code) if self._engine else None
        if told is None:
            raise NotFound(f"There is no freeze frame of {code}.")
        return told

    def readiness(self) -> dict[str, Any]:
        return views.readiness_view(self._engine.findings if self._engine else Findings())

    def control_units(self) -> list[dict[str, Any]]:
        return views.units_view(self._engine.findings) if self._engine else []

    def vehicle_number(self) -> str:
        return self._engine.findings.vin if self._engine else ""

    def parameters(self) -> list[dict[str, Any]]:
        return views.parameter_view(self._engine.findings) if self._engine else []

    # -- live values -------------------------------------------------------------------------------------------------

    def subscribe(self, keys: list[str]) -> tuple[int, list[tuple[str, float, str]]]:
        if len(self._subscriptions) >= _MOST_SUBSCRIPTIONS:
            raise Refused("Too many follow live values already.")
        self._last += 1
        self._subscriptions[self._last] = (current_caller.get(), list(keys))
        self._follow()
        known = self._engine.known_values if self._engine else []
        return self._last, [value for value in known if value[0] in keys]

    def unsubscribe(self, subscription: int) -> None:
        if self._subscriptions.pop(subscription, None) is None:
            raise NotFound(f"There is no subscription {subscription}.")
        self._follow()

    def _forget_caller(self, name: str) -> None:
        gone = [number for number, (caller, _) in self._subscriptions.items() if caller == name]
        for number in gone:
            del self._subscriptions[number]
        if gone:
            self._follow()

    def _follow(self) -> None:
        if self._engine is not None:
            self._engine.follow({key for _, keys in self._subscriptions.values() for key in keys})

    # -- clearing ----------------------------------------------------------------------------------------------------

    async def prepare_clear(self, units: list[str]) -> tuple[str, float]:
        return await self._running().prepare_clear(units), VALID_S

    async def clear(self, token: str) -> None:
        await self._running().clear(token)

    async def clear_log(self) -> list[dict[str, Any]]:
        return await asyncio.to_thread(self._journal.entries)

    def _running(self) -> Engine:
        if self._engine is None:
            raise Refused("This car has no diagnostics in its profile.")
        return self._engine
