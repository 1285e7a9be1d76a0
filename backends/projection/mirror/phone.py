"""One phone of a whole-screen backend, as ``Devices`` tells it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from backends.projection.defs import DeviceState
from backends.projection.mirror.memory import Entry
from backends.projection.words import plain

__all__ = ["MirrorPhone"]

_NAME_MAX = 64


class MirrorPhone:
    """``changed`` is called whenever `report` may differ. ``present``: discovery sees it now, so opening it is worth while."""

    def __init__(
        self,
        entry: Entry,
        kind: str,
        transport: str,
        secrets: Mapping[str, str],
        changed: Callable[[MirrorPhone], None],
    ) -> None:
        self.entry = entry
        self.kind = kind
        self.transport = transport
        self.secrets = secrets
        self.present = False
        self.let_go = False
        """Its last session ended for good: it does not come back by itself before it is seen anew."""
        self.connected = False
        self.state = DeviceState.OFFLINE
        self.problem = ""
        self.needs = ""
        self.model = ""
        self.battery = -1
        self.charging = False
        self.signal = -1
        self._changed = changed

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def address(self) -> str:
        return self.entry.address

    @property
    def details(self) -> dict[str, Any]:
        """The protocol's own, kept on disk when the phone is."""
        return self.entry.details

    @property
    def name(self) -> str:
        return self.entry.name or self.model or self.entry.address

    def report(self) -> dict[str, Any]:
        """As in ``Devices``, but for what only the backend or the service knows."""
        return {
            "id": self.id,
            "name": self.name,
            "model": self.model,
            "transport": self.transport,
            "backends": [self.kind],
            "kind": self.kind,
            "state": self.state.value,
            "connected": self.connected,
            "battery": self.battery,
            "charging": self.charging,
            "signal": self.signal,
            "problem": self.problem,
            "needs": self.needs,
        }

    def set_state(self, state: DeviceState, problem: str = "", needs: str = "") -> None:
        """Tell how it stands."""
        self.state, self.problem, self.needs = state, problem, needs
        self.connected = state is DeviceState.READY and self.connected
        self._changed(self)

    def rest(self, problem: str = "") -> None:
        """Nobody reaches for it now."""
        self.connected = False
        self.set_state(DeviceState.READY if self.present else DeviceState.OFFLINE, problem)

    def set_present(self, present: bool) -> None:
        """Discovery sees it, or no more."""
        self.present = present
        if self.state in (DeviceState.OFFLINE, DeviceState.READY) and not self.connected:
            self.rest(self.problem)

    def learn(self, facts: Mapping[str, Any]) -> bool:
        """What the phone tells of itself; whether its name is another now."""
        before = self.entry.name
        for key, value in facts.items():
            match key, value:
                case "name", str():
                    self.entry.name = plain(value, _NAME_MAX) or self.entry.name
                case "model", str():
                    self.model = plain(value, _NAME_MAX)
                case "battery", int() if not isinstance(value, bool):
                    self.battery = value if 0 <= value <= 100 else -1
                case "charging", bool():
                    self.charging = value
                case "signal", int() if not isinstance(value, bool):
                    self.signal = value if 0 <= value <= 4 else -1
        self._changed(self)
        return self.entry.name != before
