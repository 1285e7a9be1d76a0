"""The preferences in force: what the settings service says, what it said last time until it does, and one-off overrides.

The first frame is painted before any service answers. So that it already has the driver's theme and language (and nothing
flashes white at night), the last values seen are kept in the display's own cache and used until the service speaks.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale

from ui.clients.hook import Hook
from ui.clients.settings import SettingsClient
from ui.viewmodels.units import Units, base_language

__all__ = ["DEFAULTS", "Preferences", "cache_file"]

_log = logging.getLogger(__name__)

DEFAULTS: Mapping[str, Any] = {
    "display.brand": "aurora",
    "display.theme": "auto",
    "display.brightness": 80,
    "display.scale": 1.0,
    "display.drive_side": "left",
    "display.language": "system",
    "units.temperature": "C",
    "units.distance": "km",
    "units.pressure": "bar",
    "units.clock": "24",
}


def cache_file() -> Path:
    """Where the last look is kept."""
    if state := os.environ.get("PILLION_STATE"):
        return Path(state) / "cache" / "display.json"
    base = os.environ.get("XDG_CACHE_HOME", "")
    root = Path(base) if base.startswith("/") else Path.home() / ".cache"
    return root / "pillion" / "display.json"


class Preferences:
    """Values by key; `changed` tells which."""

    def __init__(
        self, client: SettingsClient, overrides: Mapping[str, Any] | None = None, remember: Path | None = None
    ) -> None:
        self._client = client
        self._overrides = dict(overrides or {})
        self._remember = remember
        self._last = _read(remember)
        self.changed: Hook[[frozenset[str]]] = Hook()
        client.values_changed.connect(self._on_values)

    def __getitem__(self, key: str) -> Any:
        for source in (self._overrides, self._client.values, self._last):
            if key in source:
                return source[key]
        return DEFAULTS.get(key)

    def text(self, key: str) -> str:
        """A text preference."""
        return str(self[key])

    @property
    def language(self) -> str:
        """Code of the language shown: never ``system``, but what the system speaks as far as we do."""
        chosen = self.text("display.language")
        if chosen != "system":
            return chosen
        system = base_language(QLocale.system().name())
        return "zh_CN" if system == "zh" else system

    @property
    def units(self) -> Units:
        """How numbers are shown."""
        return Units(
            self.text("units.temperature"),
            self.text("units.distance"),
            self.text("units.pressure"),
            self.text("units.clock"),
            self.language,
        )

    def override(self, values: Mapping[str, Any]) -> None:
        """Show these instead of the stored ones until a driver chooses otherwise."""
        changed = frozenset(key for key, value in values.items() if self[key] != value)
        self._overrides.update(values)
        if changed:
            self.changed.emit(changed)

    def ask(self, key: str, value: Any) -> None:
        """A driver chooses: the service is asked, and a one-off override of the key ends."""
        overridden = self._overrides.pop(key, None)
        if overridden is not None and overridden != self[key]:
            self.changed.emit(frozenset({key}))
        self._client.ask(key, value)

    def _on_values(self, keys: frozenset[str]) -> None:
        visible = frozenset(key for key in keys if key not in self._overrides)
        if visible:
            self.changed.emit(visible)
        self._save()

    def _save(self) -> None:
        if self._remember is None:
            return
        look = {key: self._client.values[key] for key in DEFAULTS if key in self._client.values}
        if look == self._last:
            return
        self._last = look
        temporary = self._remember.with_suffix(".tmp")
        try:
            self._remember.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(look), encoding="utf-8")
            temporary.replace(self._remember)
        except OSError as error:
            # Only the next start's first frames lose by it.
            _log.warning("look not kept error=%s", error)


def _read(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        look = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: value for key, value in look.items() if key in DEFAULTS} if isinstance(look, dict) else {}
