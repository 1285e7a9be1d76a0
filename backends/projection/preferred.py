"""The phone that connects by itself first, and the one that was shown last; kept on disk."""

from __future__ import annotations

import asyncio
import json
import logging

from backends.core import store

__all__ = ["FirstPhone"]

_FILE = "first.json"
_LENGTH_MAX = 400
_logger = logging.getLogger(__name__)


class FirstPhone:
    """``preferred``: somebody chose it; ``last``: the one that was shown last. Ids; "" for none."""

    def __init__(self) -> None:
        self.preferred = ""
        self.last = ""
        self.unkept = False

    @property
    def id(self) -> str:
        """The phone that connects by itself: the preferred one, else the one that was shown last."""
        return self.preferred or self.last

    async def load(self) -> None:
        """From the disk."""
        self.preferred, self.last = await asyncio.to_thread(_load)

    async def keep(self) -> None:
        """On the disk; one that refuses is logged."""
        await asyncio.to_thread(_save, self.preferred, self.last)
        self.unkept = False

    async def prefer(self, device: str) -> None:
        """Somebody chose; "" for none."""
        self.preferred = device
        await self.keep()

    async def forget(self, device: str) -> None:
        """It was removed by somebody: it is not reached for any more."""
        if device in (self.preferred, self.last):
            self.preferred = "" if device == self.preferred else self.preferred
            self.last = "" if device == self.last else self.last
            await self.keep()

    def shown(self, device: str) -> None:
        """It is on the stage; `keep` has to follow."""
        self.last, self.unkept = device, True


def _load() -> tuple[str, str]:
    """Ids of the preferred phone and of the last; "" for none. Blocks on the disk."""
    try:
        kept = json.loads(store.read_bytes(store.state_dir() / "projection" / _FILE) or b"{}")
        words = [kept.get(key, "") for key in ("preferred", "last")]
        preferred, last = (word if isinstance(word, str) and len(word) <= _LENGTH_MAX else "" for word in words)
    except (OSError, ValueError, AttributeError, RecursionError) as error:
        _logger.warning("preferred phone unreadable error=%s", error)
        return "", ""
    return preferred, last


def _save(preferred: str, last: str) -> None:
    """Keep them; a disk that refuses is logged. Blocks on the disk."""
    content = json.dumps({"preferred": preferred, "last": last}, indent=1).encode()
    try:
        store.write_atomic(store.state_dir() / "projection" / _FILE, content)
    except OSError as error:
        _logger.warning("preferred phone not kept error=%s", error)
