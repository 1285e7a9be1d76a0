"""The phone that connects by itself first, kept on disk."""

from __future__ import annotations

import logging

from backends.core import store

__all__ = ["load", "save"]

_FILE = "preferred"
_LENGTH_MAX = 400
_logger = logging.getLogger(__name__)


def load() -> str:
    """The phone's id, "" for none. Blocks on the disk."""
    try:
        content = store.read_bytes(store.state_dir() / "projection" / _FILE) or b""
        return content[:_LENGTH_MAX].decode().strip()
    except (OSError, ValueError) as error:
        _logger.warning("preferred phone unreadable error=%s", error)
        return ""


def save(device: str) -> None:
    """Keep it; a disk that refuses is logged. Blocks on the disk."""
    try:
        store.write_atomic(store.state_dir() / "projection" / _FILE, device.encode())
    except OSError as error:
        _logger.warning("preferred phone not kept error=%s", error)
