"""The settings service: preferences and driver profiles on org.pillion.Settings1.

Options: ``folder`` (where the files are; default: ``settings`` in the state folder), ``themes`` (where the brand
themes are).
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar

from backends.core.service import Service
from backends.core.store import state_dir
from backends.settings.files import SettingsFolder
from backends.settings.profiles import Change, Profiles
from backends.settings.schema import Setting, Value, build_schema, find_brands

__all__ = ["SettingsService"]

_THEMES = Path(__file__).resolve().parents[2] / "assets" / "themes"
_log = logging.getLogger(__name__)


class SettingsService(Service):
    """Every change is on disk before it counts: written first, then taken over, then told to everybody."""

    NAME: ClassVar[str] = "settings"

    def __init__(self, options: dict[str, Any] | None = None) -> None:
        super().__init__(options)
        self._schema: dict[str, Setting] = build_schema(find_brands(Path(self.options.get("themes", _THEMES))))
        self._folder = SettingsFolder(Path(self.options.get("folder", state_dir() / "settings")), self._schema)
        self._profiles = Profiles({}, self._schema)
        self._lock = asyncio.Lock()
        # One thread: writes reach the disk in the order they were asked for, even when a caller gives up waiting.
        self._disk = ThreadPoolExecutor(1, "settings-disk")
        self.set_property("ActiveProfile", self._profiles.active)
        self.set_property("Problem", "")

    async def start(self) -> None:
        documents = await asyncio.get_running_loop().run_in_executor(self._disk, self._folder.load)
        self._profiles = Profiles(documents, self._schema)
        self.set_property("ActiveProfile", self._profiles.active)
        self.set_property("Problem", "\n".join(self._folder.problems))
        self.set_property("Ready", True)

    async def stop(self) -> None:
        async with self._lock:
            self._disk.shutdown()
        self.set_property("Ready", False)

    def get(self, keys: list[str]) -> dict[str, Value]:
        """Values by key; no keys: all."""
        return self._profiles.values(keys)

    async def set(self, key: str, value: Any) -> None:
        """Choose a value; on disk when it returns."""
        async with self._lock:
            await self._commit(self._profiles.plan_set(key, value))

    async def reset(self, keys: list[str]) -> None:
        """Back to the defaults."""
        async with self._lock:
            await self._commit(self._profiles.plan_reset(keys))

    def describe(self) -> list[dict[str, Any]]:
        """The schema, in the order a page shows it."""
        return [setting.describe() for setting in self._schema.values()]

    def profiles(self) -> list[dict[str, Any]]:
        """All driver profiles, oldest first."""
        return self._profiles.listing()

    async def create_profile(self, name: str) -> str:
        """A new profile with defaults; it is not selected."""
        async with self._lock:
            created, change = self._profiles.plan_create(name)
            await self._commit(change)
            return created

    async def rename_profile(self, profile: str, name: str) -> None:
        """Another name for a profile."""
        async with self._lock:
            await self._commit(self._profiles.plan_rename(profile, name))

    async def remove_profile(self, profile: str) -> None:
        """Forget a profile and all it chose; the first one left takes over if it was active."""
        async with self._lock:
            await self._commit(self._profiles.plan_remove(profile))

    async def select_profile(self, profile: str) -> None:
        """Another driver."""
        async with self._lock:
            await self._commit(self._profiles.plan_select(profile))

    async def _commit(self, change: Change) -> None:
        if not self._profiles.is_news(change):
            return
        writing = asyncio.get_running_loop().run_in_executor(self._disk, self._write, change)
        try:
            # Once it is with the disk it will happen, so it must also count, even if the caller is gone by then.
            await asyncio.shield(writing)
        except asyncio.CancelledError:
            await writing
            self._take_over(change)
            raise
        self._take_over(change)

    def _write(self, change: Change) -> None:
        for name, document in change.documents.items():
            self._folder.save(name, document)
        if change.remove is not None:
            self._folder.remove(change.remove)

    def _take_over(self, change: Change) -> None:
        before, listed = self._profiles.values(), self._profiles.listing()
        self._profiles.apply(change)
        values = self._profiles.values()
        if self._profiles.listing() != listed:
            other = self._profiles.active != self.properties["ActiveProfile"]
            self.set_property("ActiveProfile", self._profiles.active)
            self.emit("ProfilesChanged")
            if other:
                self.emit("Changed", values)
                return
        changed = {key: value for key, value in values.items() if value != before[key]}
        if changed:
            self.emit("Changed", changed)
