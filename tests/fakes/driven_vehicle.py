"""The vehicle service as its followers meet it on the bus: values that a test sets by hand."""

from __future__ import annotations

import time
from typing import Any

from backends.core.service import Service
from tests.fakes.projection import PARKED

__all__ = ["DrivenVehicle"]


class DrivenVehicle(Service):
    """``values`` by path: (value, quality)."""

    NAME = "vehicle"

    def __init__(self, values: dict[str, tuple[Any, str]]) -> None:
        super().__init__()
        self.values = values
        self.asked: list[str] = []
        self.left: list[int] = []
        self.set_property("Restrictions", PARKED)
        self.set_property("Profile", "one")

    def describe(self, paths: list[str]) -> dict[str, dict[str, Any]]:
        return {path: {"served": True} for path in self.values}

    def subscribe(self, paths: list[str]) -> tuple[int, dict[str, dict[str, Any]]]:
        self.asked = list(paths)
        return 7, {path: self._sample(path) for path in paths}

    def unsubscribe(self, subscription: int) -> None:
        self.left.append(subscription)

    def drive(self, restrictions: dict[str, Any]) -> None:
        self.set_property("Restrictions", restrictions)

    def change(self, **changes: tuple[Any, str]) -> None:
        """Keyword: path with _ for dots."""
        sets = [
            (key.replace("_", "."), "" if v is None else v, quality, time.monotonic())
            for key, (v, quality) in changes.items()
        ]
        self.emit("Changed", "display", sets)

    def _sample(self, path: str) -> dict[str, Any]:
        value, quality = self.values[path]
        return {"quality": quality} | ({} if value is None else {"value": value})
