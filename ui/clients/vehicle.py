"""The vehicle as the display sees it: samples by path, targets under way, restrictions."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from backends.interfaces import ServiceError
from ui.clients.base import ServiceClient
from ui.clients.hook import Hook

__all__ = ["Sample", "Target", "VehicleClient"]

_log = logging.getLogger(__name__)

_SHOWN = frozenset({"valid", "stale"})
# The service says what became of a request; this is for the case that it does not (8 s is its own longest, for windows).
TARGET_TIMEOUT_S = 10.0
# Worked out by the service from the first gear on: Describe does not name it before, and nobody may miss it.
DERIVED = frozenset({"Vehicle.Private.ReverseView"})
# A confirmation overtakes the change set with the value it confirms; for so long it waits for it.
CONFIRMED_VALUE_S = 0.25


@dataclass(frozen=True, slots=True)
class Sample:
    """A value and how far it can be trusted (valid|stale|invalid|not_available|error|never)."""

    value: Any = None
    quality: str = "never"


@dataclass(frozen=True, slots=True)
class Target:
    """A value asked for: state pending|confirmed|failed, reason in plain words when failed."""

    value: Any
    state: str
    reason: str = ""


_UNKNOWN = Sample()


class VehicleClient(ServiceClient):
    """Follow paths before or after the link is there; callbacks get the set of paths that changed, once a change set."""

    SERVICE: ClassVar[str] = "vehicle"

    def __init__(self) -> None:
        super().__init__()
        self.bus_state = "down"
        self.profile = ""
        self.restrictions: Mapping[str, Any] = {}
        self.metadata: Mapping[str, Mapping[str, Any]] = {}
        self.bus_changed: Hook[[]] = Hook()
        self.restrictions_changed: Hook[[]] = Hook()
        self.described: Hook[[]] = Hook()
        self.target_changed: Hook[[str, Target]] = Hook()
        self.key_pressed: Hook[[str, str, int]] = Hook()
        self.key_taught: Hook[[str, str]] = Hook()
        self.warnings: Sequence[Mapping[str, Any]] = ()
        """What is wrong now, worst first, as `Warnings` of the interface tells."""
        self.warnings_changed: Hook[[]] = Hook()
        self.replay: Mapping[str, Any] = {}
        """Empty unless a recording is played."""
        self.replay_changed: Hook[[]] = Hook()
        self._samples: dict[str, Sample] = {}
        self._followers: list[tuple[frozenset[str], Callable[[frozenset[str]], None]]] = []
        self._requests: dict[str, int] = {}
        self._confirmed: dict[str, Target] = {}

    def follow(self, paths: Iterable[str], callback: Callable[[frozenset[str]], None]) -> None:
        """Be told when any of ``paths`` changes. Only before `attach`: the subscription is made once per connection."""
        self._followers.append((frozenset(paths), callback))

    def sample(self, path: str) -> Sample:
        """The last sample of a path that is followed."""
        return self._samples.get(path, _UNKNOWN)

    def value(self, path: str, *, stale: bool = True) -> Any:
        """The value, or None when unknown; ``stale=False`` counts a stale one as unknown."""
        sample = self._samples.get(path, _UNKNOWN)
        known = sample.quality in _SHOWN if stale else sample.quality == "valid"
        return sample.value if known else None

    def number(self, path: str, *, stale: bool = True) -> float:
        """The value as a float; NaN when unknown."""
        value = self.value(path, stale=stale)
        return float(value) if isinstance(value, int | float) else math.nan

    def flag(self, path: str) -> bool:
        """The value as a bool; unknown is False."""
        return self.value(path) is True

    def served(self, path: str) -> bool:
        """Whether this vehicle has the path at all."""
        return path in self.metadata

    def ask(self, path: str, value: Any) -> None:
        """Ask for a value: `target_changed` says pending at once, and later what became of it."""
        self._confirmed.pop(path, None)
        self._announce(path, Target(value, "pending"))

        def accepted(request: int) -> None:
            self._requests[path] = request

        def failed(error: ServiceError) -> None:
            self._announce(path, Target(value, "failed", error.text))

        self.request("Set", path, value, done=accepted, failed=failed, timeout_s=TARGET_TIMEOUT_S)

    def _signals(self) -> dict[str, Callable[..., None]]:
        return {
            **super()._signals(),
            "Changed": self._on_changed,
            "TargetChanged": self._on_target,
            "WarningsChanged": self._take_warnings,
            "Key": self.key_pressed.emit,
            "KeyTeaching": self.key_taught.emit,
        }

    async def _snapshot(self, properties: dict[str, Any]) -> None:
        self._properties_changed(properties)
        metadata = await self.call("Describe", [])
        current = await self._fetch_warnings()
        wanted = frozenset[str]().union(*(paths for paths, _ in self._followers))
        served = sorted(wanted & (metadata.keys() | DERIVED))
        samples: dict[str, dict[str, Any]] = {}
        if served:
            _, samples = await self.call("Subscribe", served)
        if metadata != self.metadata:
            self.metadata = metadata
            self.described.emit()
        self._become({path: Sample(s.get("value"), str(s.get("quality", "never"))) for path, s in samples.items()})
        self._take_warnings(current)
        for path, sample in samples.items():
            if sample.get("state") == "pending":
                self._announce(path, Target(sample.get("target"), "pending"))

    def _lost(self) -> None:
        self._requests.clear()
        self._confirmed.clear()
        self._properties_changed({"BusState": "down", "Profile": "", "Restrictions": {}, "Replay": {}})
        self._become({})
        self._take_warnings(())

    def _properties_changed(self, properties: dict[str, Any]) -> None:
        self.profile = properties.get("Profile", self.profile)
        bus_state = properties.get("BusState", self.bus_state)
        if bus_state != self.bus_state:
            self.bus_state = bus_state
            self.bus_changed.emit()
        restrictions = properties.get("Restrictions", self.restrictions)
        if restrictions != self.restrictions:
            self.restrictions = restrictions
            self.restrictions_changed.emit()
        replay = properties.get("Replay", self.replay)
        if replay != self.replay:
            self.replay = replay
            self.replay_changed.emit()

    async def _fetch_warnings(self) -> Sequence[Mapping[str, Any]]:
        try:
            current, _history = await self.call("Warnings")
        except ServiceError as error:
            # A service older than this display keeps none.
            _log.info("no warnings error=%s", error)
            return ()
        return list(current)

    def _take_warnings(self, warnings: Sequence[Mapping[str, Any]]) -> None:
        if list(warnings) != list(self.warnings):
            self.warnings = tuple(warnings)
            self.warnings_changed.emit()

    def _on_changed(self, _lane: str, changes: list[tuple[str, Any, str, float]]) -> None:
        # An unknown value travels as an empty string; its quality says so too.
        self._apply({path: Sample(value, quality) for path, value, quality, _time in changes})

    def _on_target(self, request: int, path: str, value: Any, state: str, reason: str) -> None:
        # The newest request wins: what an overtaken one came to is no news.
        if request < self._requests.get(path, 0):
            return
        target = Target(value, state, reason)
        if state == "confirmed" and self.value(path) != value:
            # Told now, the old value would be shown as fact for a moment.
            self._confirmed[path] = target
            self.later(CONFIRMED_VALUE_S, lambda: self._release(path))
            return
        self._confirmed.pop(path, None)
        self._announce(path, target)

    def _release(self, path: str) -> None:
        target = self._confirmed.pop(path, None)
        if target is not None:
            self._announce(path, target)

    def _announce(self, path: str, target: Target) -> None:
        self.target_changed.emit(path, target)

    def _become(self, samples: dict[str, Sample]) -> None:
        gone = dict.fromkeys(self._samples.keys() - samples.keys(), _UNKNOWN)
        self._apply({**gone, **samples})

    def _apply(self, samples: dict[str, Sample]) -> None:
        changed = {path for path, sample in samples.items() if self._samples.get(path, _UNKNOWN) != sample}
        for path in changed:
            self._samples[path] = samples[path]
        if not changed:
            return
        for paths, callback in self._followers:
            if hit := paths & changed:
                callback(hit)
        for path in changed & self._confirmed.keys():
            self._release(path)
