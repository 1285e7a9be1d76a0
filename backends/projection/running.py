"""The backends that run: begun when they have something to do, and told what each has to know."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Container, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from backends.core.errors import NotFound, Offline, Refused, ServiceFault
from backends.projection.kinds import BACKENDS, Kind
from backends.projection.tasks import Tasks
from backends.projection.usb_presence import something_plugged
from backends.projection.words import plain
from backends.projection.worker import BackendProcess
from backends.projection.worker.here import BackendHere

__all__ = ["Running"]

FIRST_START_S = 5.0
RULES_S = 5.0
_POLL_S = 0.01
_logger = logging.getLogger(__name__)


class Running:
    """``said`` is told what a backend says, ``there`` whether it stands; ``first``: the phone that connects by itself."""

    def __init__(
        self,
        options: Mapping[str, Any],
        said: Callable[[str, str, list[Any]], None],
        there: Callable[[str, bool], None],
        first: Callable[[], str],
        tasks: Tasks,
        *,
        apart: bool,
    ) -> None:
        self.backends: dict[str, BackendProcess | BackendHere] = {}
        self._options = options
        self._said = said
        self._there = there
        self._first = first
        self._tasks = tasks
        self._apart = apart
        self._cannot: set[tuple[str, str]] = set()
        self.restrictions: Any = None

    async def start(self) -> None:
        """Start what has something to do and wait until each stands or has said why not. Raises ServiceFault (here alone)."""
        for name in self._wanted():
            await self._begin(name)
        for name in list(self.backends):
            await self._settled(name)

    async def stop(self) -> None:
        """End them all."""
        for backend in self.backends.values():
            await backend.stop()

    def begin_wanted(self) -> None:
        """Something may have come that wants another backend."""
        for name in self._wanted():
            self._tasks.start(self._begin(name), f"start of {name}")

    async def ensure(self, name: str) -> BackendProcess | BackendHere:
        """The backend of a kind, running. Raises NotFound, Refused with the reason, Offline."""
        if name not in self.backends:
            if name not in BACKENDS:
                raise NotFound(f"There is no kind {plain(name, 40)}")
            if problem := BACKENDS[name].problem():
                raise Refused(problem)
            await self._begin(name)
        await self._settled(name)
        if problem := self.problem(name):
            raise Refused(problem)
        return self.backends[name]

    def problem(self, name: str) -> str:
        """Why it does not stand; "" when it does, or was not begun."""
        backend = self.backends.get(name)
        return backend.problem if backend is not None and not backend.ready else ""

    def restrict(self, restrictions: Any) -> None:
        """What the vehicle allows now; None: nothing is known."""
        self.restrictions = restrictions
        for name, backend in self.backends.items():
            if backend.ready and (name, "set_rules") not in self._cannot:
                self._tasks.start(self._restrict(name), f"rules of {name}")

    def push(self, member: str, *args: Any, to: Container[str] | None = None) -> None:
        """Tell all that stand, or those of them that are named."""
        for name, backend in self.backends.items():
            if backend.ready and (to is None or name in to) and (name, member) not in self._cannot:
                self._tasks.start(self.tell(name, member, *args), f"{member} of {name}")

    async def tell(self, name: str, member: str, *args: Any) -> None:
        """Tell one; that it cannot take it is no fault."""
        try:
            await self.backends[name].call(member, *args)
        except Refused:
            self._cannot.add((name, member))
        except (Offline, ServiceFault) as error:
            _logger.info("not told backend=%s member=%s reason=%s", name, member, error)

    async def _restrict(self, name: str) -> None:
        """A backend that does not take the rules in time must not show anything."""
        backend = self.backends[name]
        try:
            await backend.call("set_rules", self.restrictions, timeout_s=RULES_S)
        except Refused:
            self._cannot.add((name, "set_rules"))
        except ServiceFault as error:
            if isinstance(backend, BackendProcess) and backend.ready:
                backend.kill(f"it does not take the driving rules: {error}")

    async def _settled(self, name: str) -> None:
        """Until it stands or has said why it does not, or has had its time."""
        backend = self.backends[name]
        with suppress(TimeoutError):
            async with asyncio.timeout(FIRST_START_S):
                while not backend.ready and not backend.problem:
                    await asyncio.sleep(_POLL_S)

    def _wanted(self) -> list[str]:
        def wanted(name: str, kind: Kind) -> bool:
            mine = self._first().startswith(f"{name}:")
            return not kind.problem() and (mine or kind.wanted(name, self._options, usb=something_plugged))

        return [name for name, kind in BACKENDS.items() if name not in self.backends and wanted(name, kind)]

    async def _begin(self, name: str) -> None:
        make = BackendProcess if self._apart else BackendHere
        told = partial(self._said, name), partial(self._there, name)
        backend = self.backends[name] = make(name, BACKENDS[name].factory, self._options, *told)
        if isinstance(backend, BackendProcess):
            backend.start()
            return
        try:
            await backend.start()
        except BaseException:
            del self.backends[name]
            raise
