"""Who asked the car for what, and what became of it: rings of the last requests, that a flood cannot wash away.

What was taken and what was refused have a ring each. A request that is refused like the client's last one for this path, or that
is replaced before anything of it was sent, only counts up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from heapq import merge
from typing import Any

__all__ = ["KEPT", "KEPT_REFUSED", "WriteLog"]

KEPT = 500
KEPT_REFUSED = 100


class WriteLog:
    """Entries oldest first: time (Unix), sender, path, target, bus, frame (hex, empty when none was sent), result, count."""

    def __init__(self) -> None:
        self._taken: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._refused: dict[tuple[str, str], dict[str, Any]] = {}

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return merge(self._taken, self._refused.values(), key=lambda entry: entry["time"])

    def __len__(self) -> int:
        return len(self._taken) + len(self._refused)

    def __getitem__(self, index: int) -> dict[str, Any]:
        return list(self)[index]

    def refused(self, when: float, sender: str, path: str, target: Any, why: str) -> None:
        """A request that was not taken."""
        entry = _entry(when, sender, path, target, "", f"refused: {why}")
        # The same client over and over: values and reasons may vary, room in the ring does not.
        if (last := self._refused.pop((sender, path), None)) is not None:
            entry["count"] = last["count"] + 1
        elif len(self._refused) >= KEPT_REFUSED:
            del self._refused[next(iter(self._refused))]
        self._refused[sender, path] = entry

    def accepted(
        self, when: float, sender: str, path: str, target: Any, bus: str, replaces: dict[str, Any] | None
    ) -> dict[str, Any]:
        """A request that was taken; its entry, to be filled in. ``replaces``: the entry of the one it stands in for."""
        entry = _entry(when, sender, path, target, bus, "pending")
        if replaces is not None and not replaces["frame"]:
            entry["count"] = replaces["count"] + 1
            self._drop(replaces)
        self._taken.append(entry)
        return entry

    def _drop(self, entry: dict[str, Any]) -> None:
        for index in range(len(self._taken) - 1, -1, -1):
            if self._taken[index] is entry:
                del self._taken[index]
                return


def _entry(when: float, sender: str, path: str, target: Any, bus: str, result: str) -> dict[str, Any]:
    return {
        "time": when, "sender": sender, "path": path, "target": target, "bus": bus, "frame": "", "result": result, "count": 1,
    }  # fmt: skip
