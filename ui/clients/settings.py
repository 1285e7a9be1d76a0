"""Preferences and driver profiles as the display sees them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from backends.interfaces import ServiceError
from ui.clients.base import ServiceClient
from ui.clients.hook import Hook

__all__ = ["SettingsClient"]


class SettingsClient(ServiceClient):
    """Values of the active profile by dotted key."""

    SERVICE: ClassVar[str] = "settings"

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {}
        self.schema: Mapping[str, Mapping[str, Any]] = {}
        self.profiles: Sequence[Mapping[str, Any]] = ()
        self.service_problem = ""
        self.values_changed: Hook[[frozenset[str]]] = Hook()
        self.profiles_changed: Hook[[]] = Hook()
        self.pending_changed: Hook[[str, bool]] = Hook()

    def ask(self, key: str, value: Any) -> None:
        """Ask for a value: pending until the service has it on disk."""
        self.pending_changed.emit(key, True)

        def done(_result: Any) -> None:
            self.pending_changed.emit(key, False)

        def failed(error: ServiceError) -> None:
            self.pending_changed.emit(key, False)
            self.refused.emit(error)

        self.request("Set", key, value, done=done, failed=failed)

    def _signals(self) -> dict[str, Callable[..., None]]:
        return {"Changed": self._on_changed, "ProfilesChanged": self._on_profiles}

    async def _snapshot(self, properties: dict[str, Any]) -> None:
        self._properties_changed(properties)
        schema = await self.call("Describe")
        values = await self.call("Get", [])
        profiles = await self.call("Profiles")
        self.schema = {str(entry["key"]): entry for entry in schema}
        self._on_changed(values)
        self._take_profiles(profiles)

    def _lost(self) -> None:
        # The look stays as it was: a display does not change its language because a service restarts.
        pass

    def _properties_changed(self, properties: dict[str, Any]) -> None:
        if "Problem" in properties and properties["Problem"] != self.service_problem:
            self.service_problem = properties["Problem"]
            self.state_changed.emit()

    def _on_changed(self, values: dict[str, Any]) -> None:
        changed = frozenset(key for key, value in values.items() if self.values.get(key) != value)
        self.values.update(values)
        if changed:
            self.values_changed.emit(changed)

    def _on_profiles(self) -> None:
        self.request("Profiles", done=self._take_profiles)

    def _take_profiles(self, profiles: Sequence[Mapping[str, Any]]) -> None:
        if list(profiles) != list(self.profiles):
            self.profiles = tuple(profiles)
            self.profiles_changed.emit()
