"""What a backend of the projection says, kept for tests."""

from __future__ import annotations

from typing import Any

__all__ = ["Ears"]


class Ears:
    """Give it to a backend as ``emit``."""

    def __init__(self) -> None:
        self.said: list[tuple[str, tuple[Any, ...]]] = []

    def __call__(self, member: str, *args: Any) -> None:
        self.said.append((member, args))

    def of(self, member: str) -> list[Any]:
        """The arguments of each time that it said this."""
        return [args for name, args in self.said if name == member]

    @property
    def session(self) -> dict[str, Any]:
        """The newest report of a session."""
        report: dict[str, Any] = self.of("SessionChanged")[-1][0]
        return report
