"""Phones, their apps and sessions as the display sees them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from backends.interfaces import ServiceError
from ui.clients.base import ServiceClient
from ui.clients.hook import Hook

__all__ = ["ProjectionClient"]

Facts = Mapping[str, Any]


class ProjectionClient(ServiceClient):
    """Devices and sessions by id; apps by device."""

    SERVICE: ClassVar[str] = "projection"

    def __init__(self) -> None:
        super().__init__()
        self.devices: dict[str, Facts] = {}
        self.sessions: dict[str, Facts] = {}
        self.apps: dict[str, Sequence[Facts]] = {}
        self.devices_changed: Hook[[]] = Hook()
        self.apps_changed: Hook[[str]] = Hook()
        self.session_changed: Hook[[str]] = Hook()
        self.kinds: tuple[Facts, ...] = ()
        self.kinds_changed: Hook[[]] = Hook()
        self.turns: dict[str, Facts] = {}
        self.turns_changed: Hook[[]] = Hook()
        self.calls: dict[str, Facts] = {}
        self.calls_changed: Hook[[]] = Hook()
        self.notifications: dict[str, Facts] = {}
        self.notifications_changed: Hook[[]] = Hook()
        self._last_words: dict[str, Facts] = {}

    def _signals(self) -> dict[str, Callable[..., None]]:
        return {
            **super()._signals(),
            "DeviceChanged": self._on_device,
            "DeviceRemoved": self._on_device_removed,
            "AppsChanged": self._fetch_apps,
            "SessionChanged": self._on_session,
            "TurnChanged": lambda turn: self._told(self.turns, turn, self.turns_changed),
            "CallChanged": lambda call: self._told(self.calls, call, self.calls_changed),
            "NotificationChanged": lambda note: self._told(self.notifications, note, self.notifications_changed),
        }

    async def _snapshot(self, properties: dict[str, Any]) -> None:
        kinds = tuple(await self.call("Kinds"))
        if kinds != self.kinds:
            self.kinds = kinds
            self.kinds_changed.emit()
        # Each answer is taken before the next is waited for: what changes meanwhile is newer than it.
        self._take_devices({str(device["id"]): device for device in await self.call("Devices")})
        self._take_sessions({str(session["id"]): session for session in await self.call("Sessions")})
        for kept, hook, member in (
            (self.turns, self.turns_changed, "Turns"),
            (self.calls, self.calls_changed, "Calls"),
            (self.notifications, self.notifications_changed, "Notifications"),
        ):
            self._tell_anew(kept, {_told_key(facts): facts for facts in await self.call(member)}, hook)
        for device, facts in self.devices.items():
            if facts.get("state") == "ready":
                self._fetch_apps(device)

    def _lost(self) -> None:
        self._take_devices({})
        self._take_sessions({})
        for kept, hook in (
            (self.turns, self.turns_changed),
            (self.calls, self.calls_changed),
            (self.notifications, self.notifications_changed),
        ):
            self._tell_anew(kept, {}, hook)

    def _take_devices(self, devices: dict[str, Facts]) -> None:
        for device in [known for known in self.apps if known not in devices]:
            del self.apps[device]
            self.apps_changed.emit(device)
        if devices != self.devices:
            self.devices = devices
            self.devices_changed.emit()

    def _take_sessions(self, sessions: dict[str, Facts]) -> None:
        old = self.sessions
        self.sessions = sessions
        for session in sorted(old.keys() | sessions.keys()):
            if old.get(session) != sessions.get(session):
                self.session_changed.emit(session)

    def _on_device(self, device: Facts) -> None:
        name = str(device["id"])
        before = self.devices.get(name)
        if before == device:
            return
        self.devices[name] = device
        self.devices_changed.emit()
        if device.get("state") == "ready" and (before is None or before.get("state") != "ready"):
            self._fetch_apps(name)

    def _on_device_removed(self, device: str) -> None:
        if self.devices.pop(device, None) is not None:
            self.apps.pop(device, None)
            self.devices_changed.emit()
            self.apps_changed.emit(device)

    def _on_session(self, session: Facts) -> None:
        name = str(session["id"])
        if session.get("state") == "closed":
            # Kept out of the table, but told with its last words: they say why it closed.
            self.sessions.pop(name, None)
            self._last_words[name] = session
        else:
            self.sessions[name] = session
        self.session_changed.emit(name)

    @staticmethod
    def _tell_anew(kept: dict[str, Facts], now: dict[str, Facts], hook: Hook[[]]) -> None:
        if now != kept:
            kept.clear()
            kept.update(now)
            hook.emit()

    @staticmethod
    def _told(kept: dict[str, Facts], facts: Facts, hook: Hook[[]]) -> None:
        """A phone said it beside its picture; it ends with gone."""
        key = _told_key(facts)
        if facts.get("gone"):
            if kept.pop(key, None) is None:
                return
        elif kept.get(key) == facts:
            return
        else:
            kept[key] = facts
        hook.emit()

    def last_words(self, session: str) -> Facts:
        """What a session said when it closed; empty for one that never did."""
        return self._last_words.get(session, {})

    def _fetch_apps(self, device: str) -> None:
        def take(apps: Sequence[Facts]) -> None:
            if list(apps) != list(self.apps.get(device, ())):
                self.apps[device] = tuple(apps)
                self.apps_changed.emit(device)

        def failed(_error: ServiceError) -> None:
            # The phone went away between the news and the question; its state says so already.
            pass

        self.request("Apps", device, done=take, failed=failed, timeout_s=15.0)


def _told_key(facts: Facts) -> str:
    """A session has one turn, and calls and notifications by id."""
    return f"{facts.get('session', '')}/{facts.get('id', '')}"
