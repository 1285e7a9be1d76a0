"""What the car's control units know to be wrong, as the display sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from backends.interfaces import LinkState, ServiceError
from ui.clients.base import ServiceClient
from ui.clients.hook import Hook

__all__ = ["DiagnosticsClient"]

Row = Mapping[str, Any]


class DiagnosticsClient(ServiceClient):
    """Codes, self-tests and live values; ``car`` is none, offline, silent or ready."""

    SERVICE: ClassVar[str] = "diagnostics"

    def __init__(self) -> None:
        super().__init__()
        self.car = "none"
        self.busy = ""
        self.why = ""
        self.adapter = ""
        self.last_scan = 0.0
        self.codes: Sequence[Row] = ()
        self.readiness: Row = {}
        self.parameters: Sequence[Row] = ()
        self.units: Sequence[Row] = ()
        self.values: dict[str, tuple[float, str]] = {}
        self.car_changed: Hook[[]] = Hook()
        self.found: Hook[[]] = Hook()
        """Codes, self-tests or parameters changed."""
        self.progress: Hook[[str, int, int]] = Hook()
        self.cleared: Hook[[bool, str]] = Hook()
        self.values_changed: Hook[[]] = Hook()
        self._wanted: Sequence[str] = ()
        self._subscription = 0

    def follow(self, keys: Sequence[str]) -> None:
        """These live values and no others; none: the car is not asked."""
        if list(keys) == list(self._wanted):
            return
        self._wanted = list(keys)
        if not keys:
            self.values.clear()
            self.values_changed.emit()
        if self.state is not LinkState.OFFLINE:
            self._subscribe()

    def _subscribe(self) -> None:
        before, self._subscription = self._subscription, 0
        if before:
            self.request("Unsubscribe", before, failed=_nothing)
        if self._wanted:
            self.request("Subscribe", list(self._wanted), done=self._on_subscribed, failed=_nothing)

    def _on_subscribed(self, answer: tuple[int, Sequence[tuple[str, float, str]]]) -> None:
        self._subscription = answer[0]
        self._on_values(answer[1])

    def _signals(self) -> dict[str, Callable[..., None]]:
        return {
            **super()._signals(),
            "Changed": self._on_changed,
            "Values": self._on_values,
            "Progress": self.progress.emit,
            "ClearEnded": self.cleared.emit,
        }

    async def _snapshot(self, properties: dict[str, Any]) -> None:
        self._properties_changed(properties)
        await self._fetch()
        self._subscription = 0
        if self._wanted:
            self._subscribe()

    async def _fetch(self) -> None:
        codes = await self.call("Codes")
        readiness = await self.call("Readiness")
        parameters = await self.call("Parameters")
        units = await self.call("ControlUnits")
        self.codes, self.readiness, self.parameters, self.units = codes, readiness, parameters, units
        self.found.emit()

    def _on_changed(self) -> None:
        self._spawn(self._fetch_again())

    async def _fetch_again(self) -> None:
        try:
            await self._fetch()
        except ServiceError as error:
            self.refused.emit(error)

    def _lost(self) -> None:
        self._subscription = 0
        self.codes, self.readiness, self.parameters, self.units = (), {}, (), ()
        self.values.clear()
        self._properties_changed({"State": "none", "Busy": "", "Problem": "", "LastScan": 0.0})
        self.found.emit()
        self.values_changed.emit()

    def _properties_changed(self, properties: dict[str, Any]) -> None:
        before = (self.car, self.busy, self.why, self.adapter, self.last_scan)
        self.car = str(properties.get("State", self.car))
        self.busy = str(properties.get("Busy", self.busy))
        self.why = str(properties.get("Problem", self.why))
        self.adapter = str(properties.get("Adapter", self.adapter))
        self.last_scan = float(properties.get("LastScan", self.last_scan))
        if before != (self.car, self.busy, self.why, self.adapter, self.last_scan):
            self.car_changed.emit()

    def _on_values(self, values: Sequence[tuple[str, float, str]]) -> None:
        for key, value, quality in values:
            self.values[key] = (value, quality)
        if values:
            self.values_changed.emit()


def _nothing(_error: ServiceError) -> None:
    """Live values are an extra: without them the page shows dashes."""
