"""A backend in the service's own process: for a unit without processes, and for tests of one backend."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from backends.core.errors import Offline
from backends.projection.worker.host import Backend, member_of

__all__ = ["BackendHere"]


class BackendHere:
    """Has the face of a `BackendProcess`, and neither a process nor a second chance."""

    def __init__(
        self,
        name: str,
        factory: str,
        options: Mapping[str, Any],
        said: Callable[[str, list[Any]], None],
        there: Callable[[bool], None],
    ) -> None:
        self.name = name
        self.ready = False
        self.problem = ""
        module, _, kind = factory.partition(":")
        self._there = there
        self._backend: Backend = getattr(import_module(module), kind)(
            options, lambda member, *args: said(member, list(args))
        )

    async def start(self) -> None:
        """Raises ServiceFault for an option that makes no sense."""
        await self._backend.start()
        self.ready = True
        self._there(True)

    async def stop(self) -> None:
        """Close everything."""
        self.ready = False
        await self._backend.stop()

    async def call(self, member: str, *args: Any, timeout_s: float = 0.0) -> Any:  # the same face
        """Call a method of the backend."""
        if not self.ready:
            raise Offline("This way to the phone is starting. Try again.")
        result = member_of(self._backend, member)(*args)
        return await result if inspect.isawaitable(result) else result
