"""The phones that were added by address, kept over a restart."""

from __future__ import annotations

import json
import logging

from backends.core import store
from backends.projection.domain import split_addresses

__all__ = ["STATE_FILE", "load", "save"]

STATE_FILE = "projection.json"
_VERSION = 1
_logger = logging.getLogger(__name__)


def load() -> tuple[list[str], str]:
    """The addresses, and a sentence when the file could not be used (it is set aside then)."""
    path = store.state_dir() / STATE_FILE
    try:
        content = store.read_bytes(path)
        if content is None:
            return [], ""
        state = json.loads(content)
        if not isinstance(state, dict) or state.get("version") != _VERSION:
            raise ValueError(f"it is not of version {_VERSION}")
        return split_addresses(state.get("addresses")), ""
    except (OSError, ValueError, RecursionError) as error:
        _logger.warning("remembered phones unreadable path=%s error=%s action=set-aside", path, error)
        try:
            store.set_aside(path)
        except OSError as failure:
            _logger.warning("not set aside path=%s error=%s", path, failure)
        return [], f"The remembered phones in {path} could not be read: {error}. Add them again."


def save(addresses: list[str]) -> None:
    """Keep them; a disk that refuses is logged, the phones work until the next start."""
    content = json.dumps({"version": _VERSION, "addresses": addresses}, indent=1).encode()
    try:
        store.write_atomic(store.state_dir() / STATE_FILE, content)
    except OSError as error:
        _logger.warning("addresses not kept error=%s", error)
