"""The smallest possible signal: whoever is interested connects, whoever knows emits. No Qt in it, so clients need no loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, ParamSpec

from backends.interfaces import Unsubscribe

__all__ = ["Hook"]

P = ParamSpec("P")


class Hook(Generic[P]):
    """Callbacks run in the order they were connected, in the emitter's call."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[P, None]] = []

    def connect(self, callback: Callable[P, None]) -> Unsubscribe:
        """Call ``callback`` at each emit; returns how to stop."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def emit(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Tell everyone."""
        for callback in tuple(self._callbacks):
            callback(*args, **kwargs)
