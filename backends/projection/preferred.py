"""The phone that connects by itself first, and the one that was shown last; kept on disk."""

from __future__ import annotations

import json
import logging

from backends.core import store

__all__ = ["load", "save"]

_FILE = "first.json"
_LENGTH_MAX = 400
_logger = logging.getLogger(__name__)


def load() -> tuple[str, str]:
    """Ids of the preferred phone and of the last; "" for none. Blocks on the disk."""
    try:
        kept = json.loads(store.read_bytes(store.state_dir() / "projection" / _FILE) or b"{}")
        words = [kept.get(key, "") for key in ("preferred", "last")]
        preferred, last = (word if isinstance(word, str) and len(word) <= _LENGTH_MAX else "" for word in words)
    except (OSError, ValueError, AttributeError, RecursionError) as error:
        _logger.warning("preferred phone unreadable error=%s", error)
        return "", ""
    return preferred, last


def save(preferred: str, last: str) -> None:
    """Keep them; a disk that refuses is logged. Blocks on the disk."""
    content = json.dumps({"preferred": preferred, "last": last}, indent=1).encode()
    try:
        store.write_atomic(store.state_dir() / "projection" / _FILE, content)
    except OSError as error:
        _logger.warning("preferred phone not kept error=%s", error)
