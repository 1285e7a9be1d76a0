"""All backends behind one face: whose phone is whose, whose session is whose, and what remains when one of them is gone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from backends.core.errors import NotFound, Offline, ServiceFault
from backends.projection.defs import DeviceState, Reason, SessionState
from backends.projection.tasks import Tasks
from backends.projection.worker import BackendProcess
from backends.projection.worker.here import BackendHere

__all__ = ["BACKENDS", "Router"]

_logger = logging.getLogger(__name__)

BACKENDS = {"scrcpy": "backends.projection.scrcpy.backend:ScrcpyBackend"}
_FIRST_START_S = 5.0
_PASSED_ON = frozenset({"AppsChanged", "Notice"})
_CAME_BACK = "The connection to the phone was lost. It comes back by itself."


class Router:
    """``emit`` sends a signal of the interface. ``apart``: each backend in a process of its own."""

    def __init__(self, options: Mapping[str, Any], emit: Callable[..., object], *, apart: bool = True) -> None:
        self._emit = emit
        self._backends: dict[str, BackendProcess | BackendHere] = {}
        self._phones: dict[str, tuple[str, dict[str, Any]]] = {}
        self._sessions: dict[str, tuple[str, dict[str, Any]]] = {}
        self._restrictions: Any = None
        self._tasks = Tasks()
        self._settled = asyncio.Event()
        kind = BackendProcess if apart else BackendHere
        for name, factory in BACKENDS.items():
            self._backends[name] = kind(name, factory, options, partial(self._said, name), partial(self._there, name))

    async def start(self) -> None:
        """Start all backends and wait until each stands or has said why it does not. Raises ServiceFault (here alone)."""
        for backend in self._backends.values():
            if isinstance(backend, BackendHere):
                await backend.start()
            else:
                backend.start()
        try:
            async with asyncio.timeout(_FIRST_START_S):
                await self._settled.wait()
        except TimeoutError:
            _logger.warning("not all backends stand")

    async def stop(self) -> None:
        """Close everything."""
        await self._tasks.close()
        for backend in self._backends.values():
            await backend.stop()

    def restrict(self, restrictions: Any) -> None:
        """What the vehicle allows now; None: nothing is known."""
        self._restrictions = restrictions
        for name, backend in self._backends.items():
            if backend.ready:
                self._tasks.start(backend.call("set_rules", restrictions), f"rules of {name}")

    # -- phones and sessions -----------------------------------------------------------------------------------------

    def devices(self) -> list[dict[str, Any]]:
        """Reports of all phones."""
        return [report for _, report in self._phones.values()]

    def sessions(self) -> list[dict[str, Any]]:
        """Reports of all sessions."""
        return [report for _, report in self._sessions.values()]

    async def to_phone(self, device: str, member: str, *args: Any, timeout_s: float = 20.0) -> Any:
        """Call a member of the backend that has this phone. Raises NotFound, or what the backend says."""
        if device not in self._phones:
            raise NotFound(f"There is no phone {device}")
        return await self._backends[self._phones[device][0]].call(member, device, *args, timeout_s=timeout_s)

    async def to_session(self, session: str, member: str, *args: Any) -> Any:
        """Call a member of the backend that has this session. Raises NotFound, or what the backend says."""
        if session not in self._sessions:
            raise NotFound("That app is not open")
        return await self._backends[self._sessions[session][0]].call(member, session, *args)

    async def to_backend(self, name: str, member: str, *args: Any) -> Any:
        """Call a member of a backend. Raises what the backend says."""
        return await self._backends[name].call(member, *args)

    # -- what backends say -------------------------------------------------------------------------------------------

    def _said(self, name: str, member: str, args: list[Any]) -> None:
        match member, args:
            case "DeviceChanged", [dict(report)]:
                self._phones[str(report["id"])] = (name, report)
            case "DeviceRemoved", [str(device)]:
                self._phones.pop(device, None)
            case "SessionChanged", [dict(report)] if report["state"] == SessionState.CLOSED:
                self._sessions.pop(str(report["id"]), None)
            case "SessionChanged", [dict(report)]:
                self._sessions[str(report["id"])] = (name, report)
            case _ if member in _PASSED_ON:
                pass
            case _:
                _logger.warning("unknown signal backend=%s member=%s", name, member)
                return
        self._emit(member, *args)

    def _there(self, name: str, present: bool) -> None:
        if present:
            self._tasks.start(self._welcome(name), f"welcome of {name}")
        else:
            self._mourn(name)
        if all(backend.ready or backend.problem for backend in self._backends.values()):
            self._settled.set()

    async def _welcome(self, name: str) -> None:
        """It stands (again): tell it the rules, and drop the phones it no longer knows."""
        backend = self._backends[name]
        try:
            await backend.call("set_rules", self._restrictions)
            known = {str(report["id"]) for report in await backend.call("devices")}
        except (Offline, ServiceFault) as error:
            _logger.info("gone again backend=%s reason=%s", name, error)
            return
        for device in [key for key, (owner, _) in self._phones.items() if owner == name and key not in known]:
            del self._phones[device]
            self._emit("DeviceRemoved", device)

    def _mourn(self, name: str) -> None:
        """It is gone: its sessions ended, its phones are looked for."""
        for session, (owner, report) in list(self._sessions.items()):
            if owner == name:
                del self._sessions[session]
                ended = {"state": SessionState.CLOSED.value, "reason": Reason.STOPPED.value, "text": _CAME_BACK}
                self._emit("SessionChanged", {**report, **ended})
        for device, (owner, report) in self._phones.items():
            if owner == name:
                waiting = {**report, "state": DeviceState.CONNECTING.value, "problem": _CAME_BACK}
                self._phones[device] = (name, waiting)
                self._emit("DeviceChanged", waiting)
