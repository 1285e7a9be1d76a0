"""What outlives a restart: phones added by address or paired, what each one's driver likes, and that it once worked."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from typing import Any

from backends.core import store
from backends.projection.adb.pairing import GUID
from backends.projection.domain import ADDRESSES_MAX, format_address, parse_address, split_addresses

__all__ = ["FAVOURITES_MAX", "STATE_FILE", "Likes", "Memory", "load", "save"]

STATE_FILE = "projection.json"
FAVOURITES_MAX = 12
_VERSION = 1
_USES_MAX = 60
_COUNT_MAX = 10_000
_PHONES_MAX = 4 * ADDRESSES_MAX
_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Likes:
    """Of one phone's driver: apps marked, newest last, and how often each was opened."""

    favourites: list[str] = field(default_factory=list)
    uses: dict[str, int] = field(default_factory=dict)

    def used(self, app: str) -> None:
        """It was opened once more; rarely used apps are forgotten first."""
        self.uses[app] = min(_COUNT_MAX, self.uses.get(app, 0) + 1)
        if len(self.uses) > _USES_MAX:
            del self.uses[min((one for one in self.uses if one != app), key=lambda one: self.uses[one])]

    def mark(self, app: str, marked: bool) -> None:
        """A favourite, or no more; the oldest gives way."""
        self.favourites = [one for one in self.favourites if one != app] + ([app] if marked else [])
        del self.favourites[:-FAVOURITES_MAX]


@dataclass(slots=True)
class Memory:
    """``paired``: phones by the name they announce, with the address they had last ("" when never)."""

    addresses: list[str] = field(default_factory=list)
    paired: dict[str, str] = field(default_factory=dict)
    likes: dict[str, Likes] = field(default_factory=dict)
    worked: bool = False

    def likes_of(self, phone: str) -> Likes:
        """Of a phone, kept from now on."""
        if phone not in self.likes:
            while len(self.likes) >= _PHONES_MAX:
                del self.likes[next(iter(self.likes))]
            self.likes[phone] = Likes()
        return self.likes[phone]


def load() -> tuple[Memory, str]:
    """What is kept, and a sentence when the file could not be used (it is set aside then)."""
    path = store.state_dir() / STATE_FILE
    try:
        content = store.read_bytes(path)
        if content is None:
            return Memory(), ""
        state = json.loads(content)
        if not isinstance(state, dict) or state.get("version") != _VERSION:
            raise ValueError(f"it is not of version {_VERSION}")
        return _read(state), ""
    except (OSError, ValueError, RecursionError) as error:
        _logger.warning("remembered phones unreadable path=%s error=%s action=set-aside", path, error)
        try:
            store.set_aside(path)
        except OSError as failure:
            _logger.warning("not set aside path=%s error=%s", path, failure)
        return Memory(), f"The remembered phones in {path} could not be read: {error}. Add them again."


def _read(state: dict[str, Any]) -> Memory:
    """Raises ValueError for addresses that are none; the rest of what makes no sense is left out."""
    memory = Memory(split_addresses(state.get("addresses")), worked=state.get("worked") is True)
    for name, address in list(_table(state.get("paired")).items())[:ADDRESSES_MAX]:
        if GUID.match(name):
            memory.paired[name] = format_address(*parse_address(address)) if address else ""
    for phone, kept in list(_table(state.get("likes")).items())[:_PHONES_MAX]:
        table = _table(kept)
        likes = memory.likes_of(phone)
        given = table.get("favourites")
        likes.favourites = (
            [app for app in given if isinstance(app, str)][-FAVOURITES_MAX:] if isinstance(given, list) else []
        )
        uses = list(_table(table.get("uses")).items())[:_USES_MAX]
        likes.uses = {app: count for app, count in uses if isinstance(count, int) and 0 < count <= _COUNT_MAX}
    return memory


def _table(value: object) -> dict[str, Any]:
    return {key: item for key, item in value.items() if isinstance(key, str)} if isinstance(value, dict) else {}


def save(memory: Memory) -> None:
    """Keep it; a disk that refuses is logged, the phones work until the next start."""
    likes = {phone: {"favourites": one.favourites, "uses": one.uses} for phone, one in memory.likes.items()}
    state = {
        "version": _VERSION,
        "addresses": memory.addresses,
        "paired": memory.paired,
        "likes": {phone: one for phone, one in likes.items() if one["favourites"] or one["uses"]},
        "worked": memory.worked,
    }
    try:
        store.write_atomic(store.state_dir() / STATE_FILE, json.dumps(state, indent=1).encode())
    except OSError as error:
        _logger.warning("phones not kept error=%s", error)
