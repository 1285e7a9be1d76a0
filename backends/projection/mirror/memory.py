"""What a backend remembers of its phones, in ``<state>/projection/<backend>/``: the address book, and what nobody may read.

Both files are replaced as a whole (`backends.core.store`, mode 0600). One that cannot be read is set aside, with a sentence.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backends.core import store

__all__ = ["PHONES_MAX", "SECRET_MAX", "Entry", "Memory"]

PHONES_MAX = 32
SECRET_MAX = 16 * 1024
_TEXT_MAX = 1024
_DETAILS_MAX = 32
_VERSION = 1
_PHONES, _SECRETS = "phones.json", "secrets.json"
_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Entry:
    """One phone. ``details`` is the protocol's own (plain values, no secrets); ``layout`` the last size: width, height, dpi."""

    id: str
    address: str
    name: str = ""
    details: dict[str, Any] = field(default_factory=dict)
    layout: tuple[int, int, int] | None = None


class Memory:
    """Blocks on the disk: call `load` and `save` from a thread."""

    def __init__(self, backend: str) -> None:
        self.folder: Path = store.state_dir() / "projection" / backend
        """Also for files of the protocol's own, such as its keys."""
        self.entries: dict[str, Entry] = {}
        self._secrets: dict[str, dict[str, str]] = {}
        self._written = self._contents()

    def load(self) -> str:
        """Read both files; the answer is a sentence when one could not be used."""
        phones, problem = self._read(_PHONES)
        secrets, second = self._read(_SECRETS)
        for given in phones.get("phones", [])[:PHONES_MAX] if isinstance(phones.get("phones"), list) else []:
            if (entry := _entry(given)) is not None:
                self.entries[entry.id] = entry
        for phone, given in secrets.get("secrets", {}).items() if isinstance(secrets.get("secrets"), dict) else ():
            if isinstance(given, dict):
                self._secrets[phone] = {str(key): value for key, value in given.items() if isinstance(value, str)}
        if not (problem or second):
            self._written = self._contents()
        return problem or second

    def save(self) -> None:
        """Keep what is another; a disk that refuses is logged, the phones work until the next start."""
        for name, content in self._contents().items():
            if content != self._written.get(name):
                try:
                    store.write_atomic(self.folder / name, content)
                except OSError as error:
                    _logger.warning("phones not kept path=%s error=%s", self.folder / name, error)
                else:
                    self._written[name] = content

    @property
    def unsaved(self) -> bool:
        """Something is not on disk yet."""
        return self._contents() != self._written

    def _contents(self) -> dict[str, bytes]:
        phones = [_plain(entry) for entry in list(self.entries.values())]
        secrets = {key: dict(value) for key, value in list(self._secrets.items())}
        states: dict[str, dict[str, Any]] = {_PHONES: {"phones": phones}, _SECRETS: {"secrets": secrets}}
        return {
            name: json.dumps({"version": _VERSION, **state}, indent=1, default=str).encode()
            for name, state in states.items()
        }

    def secrets(self, phone: str) -> Mapping[str, str]:
        """What was given for a phone: password, pairing_code and the like."""
        return self._secrets.get(phone, {})

    def set_secret(self, phone: str, what: str, value: str) -> None:
        """Keep one (after `save`); empty forgets it."""
        known = self._secrets.setdefault(phone, {})
        if value:
            known[what] = value
        else:
            known.pop(what, None)
        if not known:
            del self._secrets[phone]

    def forget(self, phone: str) -> None:
        """All of it (after `save`)."""
        self.entries.pop(phone, None)
        self._secrets.pop(phone, None)

    def _read(self, name: str) -> tuple[dict[str, Any], str]:
        path = self.folder / name
        try:
            content = store.read_bytes(path)
            if content is None:
                return {}, ""
            state = json.loads(content)
            if not isinstance(state, dict) or state.get("version") != _VERSION:
                raise ValueError(f"it is not of version {_VERSION}")
        except (OSError, ValueError, RecursionError) as error:
            _logger.warning(
                "remembered phones unreadable path=%s error=%s action=set-aside", path, type(error).__name__
            )
            try:
                store.set_aside(path)
            except OSError as failure:
                _logger.warning("not set aside path=%s error=%s", path, failure)
            return {}, f"The remembered phones in {path} could not be read. Add them again."
        return state, ""


def _plain(entry: Entry) -> dict[str, Any]:
    kept: dict[str, Any] = {"id": entry.id, "address": entry.address, "name": entry.name, "details": entry.details}
    return kept | ({"layout": list(entry.layout)} if entry.layout else {})


def _entry(given: object) -> Entry | None:
    if not isinstance(given, dict):
        return None
    match given:
        case {"id": str(key), "address": str(address)} if 0 < len(key) <= _TEXT_MAX and len(address) <= _TEXT_MAX:
            pass
        case _:
            return None
    name, details, layout = given.get("name"), given.get("details"), given.get("layout")
    entry = Entry(key, address, name[:_TEXT_MAX] if isinstance(name, str) else "")
    if isinstance(details, dict) and len(details) <= _DETAILS_MAX:
        entry.details = {str(key): value for key, value in details.items()}
    match layout:
        case [int(width), int(height), int(dpi)]:
            entry.layout = (width, height, dpi)
    return entry
