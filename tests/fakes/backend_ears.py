"""What a backend of the projection says, kept for tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from backends.projection.mirror import MirrorBackend

__all__ = ["Ears", "running"]

_B = TypeVar("_B", bound=MirrorBackend)


class Ears:
    """Give it to a backend as ``emit``."""

    def __init__(self) -> None:
        self.said: list[tuple[str, tuple[Any, ...]]] = []

    def __call__(self, member: str, *args: Any) -> None:
        self.said.append((member, args))

    def of(self, member: str) -> list[Any]:
        """The arguments of each time that it said this."""
        return [args for name, args in self.said if name == member]

    def sessions(self) -> list[dict[str, Any]]:
        """All reports of sessions, one after another."""
        return [args[0] for args in self.of("SessionChanged")]

    @property
    def states(self) -> list[str]:
        """Those that there were."""
        return list(dict.fromkeys(report["state"] for report in self.sessions()))

    @property
    def session(self) -> dict[str, Any]:
        """The newest report of a session."""
        return self.sessions()[-1]


@asynccontextmanager
async def running(it: _B, rules: Mapping[str, Any]) -> AsyncIterator[_B]:
    """The backend started, with the driving rules as they are."""
    await it.start()
    it.set_rules(rules)
    try:
        yield it
    finally:
        await it.stop()
