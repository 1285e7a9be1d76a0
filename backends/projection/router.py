"""All backends behind one face: whose phone is whose, whose session is whose, and what remains when one of them is gone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Container, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from backends.core.errors import NotFound, Offline, Refused, ServiceFault
from backends.projection import preferred
from backends.projection.defs import DeviceState, Reason, SessionState
from backends.projection.kinds import BACKENDS, Kind, given_phones
from backends.projection.ledger import TOLD, Ledger
from backends.projection.tasks import Tasks
from backends.projection.usb_presence import UsbPresence, something_plugged
from backends.projection.words import plain
from backends.projection.worker import BackendProcess
from backends.projection.worker.here import BackendHere

__all__ = ["BACKENDS", "Router"]

_logger = logging.getLogger(__name__)

_FIRST_START_S = 5.0
_POLL_S = 0.01
_RULES_S = 5.0
_PASSED_ON = frozenset({"AppsChanged", "Notice", "PairingChanged", "SetupChanged"})
_WANTED = frozenset({"microphone_wanted", "audio_focus_wanted"})
_CAME_BACK = "The connection to the phone was lost. It comes back by itself."
_DEVICE = {"connected": False, "charging": False, "signal": -1, "needs": "", "capabilities": []}
_SESSION = {"capabilities": [], "sounds": [], "waiting": "", "active_x": 0, "active_y": 0}
"""What a backend need not tell."""

Heard = Callable[[str, list[Any]], None]


class Router:
    """``emit`` sends a signal of the interface; ``heard`` is told all that backends say, theirs alone included.

    ``apart``: each backend in a process of its own, begun when it has something to do.
    """

    def __init__(
        self,
        options: Mapping[str, Any],
        emit: Callable[..., object],
        *,
        apart: bool = True,
        heard: Heard = lambda member, args: None,
    ) -> None:
        self._options = options
        self._emit = emit
        self._heard = heard
        self._apart = apart
        self._backends: dict[str, BackendProcess | BackendHere] = {}
        self._phones: dict[str, tuple[str, dict[str, Any]]] = {}
        self._sessions: dict[str, tuple[str, dict[str, Any]]] = {}
        self._comrades: dict[str, set[str]] = {}
        self._cannot: set[tuple[str, str]] = set()
        self._restrictions: Any = None
        self._vehicle: dict[str, Any] = {}
        self._surroundings: dict[str, Any] = {}
        self._preferred = ""
        self._last = ""
        self._unkept = False
        self._autoconnect = False
        self.ledger = Ledger(emit)
        self._tasks = Tasks()
        self._usb = UsbPresence(self._begin_wanted)

    async def start(self) -> None:
        """Start what has something to do and wait until each stands or has said why not. Raises ServiceFault (here alone)."""
        self._preferred, self._last = await asyncio.to_thread(preferred.load)
        for name in self._wanted():
            await self._begin(name)
        for name in list(self._backends):
            await self._settled(name)
        self._usb.start()

    async def stop(self) -> None:
        """Close everything."""
        self._usb.stop()
        await self._tasks.close()
        if self._unkept:
            await self._keep()
        for backend in self._backends.values():
            await backend.stop()

    # -- kinds -------------------------------------------------------------------------------------------------------

    def kinds(self) -> list[dict[str, Any]]:
        """As ``Kinds``."""
        return [
            {**kind.report(name), **({"problem": self._problem(name)} if self._problem(name) else {})}
            for name, kind in BACKENDS.items()
            if not kind.traceless
        ]

    async def ensure(self, name: str) -> BackendProcess | BackendHere:
        """The backend of a kind, running. Raises NotFound, Refused with the reason, Offline."""
        if name not in self._backends:
            if name not in BACKENDS:
                raise NotFound(f"There is no kind {plain(name, 40)}")
            if problem := BACKENDS[name].problem():
                raise Refused(problem)
            await self._begin(name)
        await self._settled(name)
        if problem := self._problem(name):
            raise Refused(problem)
        return self._backends[name]

    async def _settled(self, name: str) -> None:
        """Until it stands or has said why it does not, or has had its time."""
        backend = self._backends[name]
        with suppress(TimeoutError):
            async with asyncio.timeout(_FIRST_START_S):
                while not backend.ready and not backend.problem:
                    await asyncio.sleep(_POLL_S)

    def _problem(self, name: str) -> str:
        backend = self._backends.get(name)
        return backend.problem if backend is not None and not backend.ready else ""

    def _wanted(self) -> list[str]:
        def wanted(name: str, kind: Kind) -> bool:
            mine = self._first.startswith(f"{name}:")
            return not kind.problem() and (mine or kind.wanted(name, self._options, usb=something_plugged))

        return [name for name, kind in BACKENDS.items() if name not in self._backends and wanted(name, kind)]

    def _begin_wanted(self) -> None:
        for name in self._wanted():
            self._tasks.start(self._begin(name), f"start of {name}")

    async def _begin(self, name: str) -> None:
        make = BackendProcess if self._apart else BackendHere
        told = partial(self._said, name), partial(self._there, name)
        backend = self._backends[name] = make(name, BACKENDS[name].factory, self._options, *told)
        if isinstance(backend, BackendProcess):
            backend.start()
            return
        try:
            await backend.start()
        except BaseException:
            del self._backends[name]
            raise

    # -- the car around them -----------------------------------------------------------------------------------------

    def restrict(self, restrictions: Any) -> None:
        """What the vehicle allows now; None: nothing is known."""
        self._restrictions = restrictions
        for name, backend in self._backends.items():
            if backend.ready and (name, "set_rules") not in self._cannot:
                self._tasks.start(self._restrict(name), f"rules of {name}")

    def set_vehicle(self, values: Mapping[str, Any]) -> None:
        """Values by path that are others now; None: not known."""
        self._vehicle.update(values)
        self._push("set_vehicle", dict(values), to=[name for name, kind in BACKENDS.items() if kind.follows_car])

    @property
    def car_wanted(self) -> bool | None:
        """Whether some phone is told the vehicle's values now; None: no such phone is known at all."""
        if not any(BACKENDS[name].follows_car for name, _ in self._phones.values()):
            return None
        return any(BACKENDS[name].follows_car for name, _ in self._sessions.values())

    def set_surroundings(self, surroundings: Mapping[str, Any]) -> None:
        """All of them; ``autoconnect``: the setting of that name."""
        self._surroundings = dict(surroundings)
        self._push("set_surroundings", self._surroundings)
        before, self._autoconnect = self._autoconnect, surroundings.get("autoconnect") is True
        if self._autoconnect and not before and self._first in self._phones:
            name = self._phones[self._first][0]
            self._tasks.start(self._tell(name, "connect", self._first), "the preferred phone")

    def _push(self, member: str, *args: Any, to: Container[str] | None = None) -> None:
        for name, backend in self._backends.items():
            if backend.ready and (to is None or name in to) and (name, member) not in self._cannot:
                self._tasks.start(self._tell(name, member, *args), f"{member} of {name}")

    async def _restrict(self, name: str) -> None:
        """A backend that does not take the rules in time must not show anything."""
        backend = self._backends[name]
        try:
            await backend.call("set_rules", self._restrictions, timeout_s=_RULES_S)
        except Refused:
            self._cannot.add((name, "set_rules"))
        except ServiceFault as error:
            if isinstance(backend, BackendProcess) and backend.ready:
                backend.kill(f"it does not take the driving rules: {error}")

    async def _tell(self, name: str, member: str, *args: Any) -> None:
        try:
            await self._backends[name].call(member, *args)
        except Refused:
            self._cannot.add((name, member))
        except (Offline, ServiceFault) as error:
            _logger.info("not told backend=%s member=%s reason=%s", name, member, error)

    # -- phones and sessions -----------------------------------------------------------------------------------------

    def devices(self) -> list[dict[str, Any]]:
        """Reports of all phones."""
        return [self._dressed(name, report) for name, report in self._phones.values()]

    def sessions(self) -> list[dict[str, Any]]:
        """Reports of all sessions."""
        return [report for _, report in self._sessions.values()]

    async def to_phone(self, device: str, member: str, *args: Any, timeout_s: float = 20.0) -> Any:
        """Call a member of the backend that has this phone. Raises NotFound, or what the backend says."""
        backend = await self.ensure(self.kind_of(device))  # one that died is back in a moment
        return await backend.call(member, device, *args, timeout_s=timeout_s)

    async def to_session(self, session: str, member: str, *args: Any) -> Any:
        """Call a member of the backend that has this session. Raises NotFound, or what the backend says."""
        if session not in self._sessions:
            raise NotFound("That app is not open")
        return await self._backends[self._sessions[session][0]].call(member, session, *args)

    async def open_sound(self, session: str, role: str) -> int:
        """As ``OpenSound``; a backend without roles has one sound."""
        try:
            return int(await self.to_session(session, "open_sound", role))
        except Refused:
            if role != "media":
                raise
        return int(await self.to_session(session, "open_audio"))

    async def to_backend(self, name: str, member: str, *args: Any) -> Any:
        """Call a member of a backend, which is begun for it. Raises what `ensure` and the backend say."""
        return await (await self.ensure(name)).call(member, *args)

    def kind_of(self, device: str) -> str:
        """The backend that has a phone. Raises NotFound."""
        if device not in self._phones:
            raise NotFound(f"There is no phone {plain(device, 80)}")
        return self._phones[device][0]

    async def report(self, key: str) -> list[tuple[str, str, str]]:
        """As ``Report``, of a phone or a session."""
        if key in self._sessions:
            name, (_, report) = self._sessions[key][0], self._sessions[key]
        else:
            name, (_, report) = self.kind_of(key), self._phones[key]
        backend = self._backends[name]
        rows = [("service", "kind", name)]
        if isinstance(backend, BackendProcess):
            rows += [("service", "process", str(backend.pid or "-")), ("service", "starts", str(backend.starts))]
        try:
            rows += [(str(a), str(b), str(c)) for a, b, c in await backend.call("report", key)]
        except Refused:
            rows += [("state", word, str(value)) for word, value in report.items() if isinstance(value, str | int)]
        return rows

    async def set_preferred(self, device: str) -> None:
        """As ``SetPreferred``. Raises NotFound."""
        if device:
            self.kind_of(device)
        before, self._preferred = self._preferred, device
        await self._keep()
        for key in {before, device} & self._phones.keys():
            self._emit("DeviceChanged", self._dressed(*self._phones[key]))

    async def forget(self, device: str) -> None:
        """A phone was removed by somebody: it is not reached for any more."""
        if device in (self._preferred, self._last):
            self._preferred = "" if device == self._preferred else self._preferred
            self._last = "" if device == self._last else self._last
            await self._keep()

    @property
    def _first(self) -> str:
        """The phone that connects by itself: the preferred one, else the one that was shown last."""
        return self._preferred or self._last

    async def _keep(self) -> None:
        await asyncio.to_thread(preferred.save, self._preferred, self._last)
        self._unkept = False

    def _dressed(self, name: str, report: dict[str, Any]) -> dict[str, Any]:
        return {**_DEVICE, "kind": name, **report, "preferred": report["id"] == self._preferred}

    # -- what backends say -------------------------------------------------------------------------------------------

    def _said(self, name: str, member: str, args: list[Any]) -> None:
        match member, args:
            case "DeviceChanged", [dict(report)]:
                self._phones[str(report["id"])] = (name, report)
                args = [self._dressed(name, report)]
            case "DeviceRemoved", [str(device)]:
                self._phones.pop(device, None)
            case "SessionChanged", [dict(report)]:
                args = [self._session_said(name, report)]
            case _ if member in TOLD and args and isinstance(args[0], dict):
                _, phone = self._phones.get(str(args[0].get("device", "")), ("", {}))
                self.ledger.put(member, {"source": str(phone.get("name", "")), **args[0]})
                return
            case "native_wanted", [str()]:
                member = "NativeWanted"
            case _ if member in _PASSED_ON or member in _WANTED:
                pass
            case _:
                _logger.warning("unknown signal backend=%s member=%s", name, member)
                return
        if member not in _WANTED:
            self._emit(member, *args)
        self._heard(member, args)

    def _session_said(self, name: str, report: dict[str, Any]) -> dict[str, Any]:
        whole = {"active_width": report.get("width", 0), "active_height": report.get("height", 0)}
        report = {**_SESSION, **whole, **report}
        session = str(report["id"])
        if report["state"] == SessionState.CLOSED:
            self._sessions.pop(session, None)
            self.ledger.drop(session)
        else:
            self._sessions[session] = (name, report)
            device = str(report["device"])
            passing = bool(given_phones(self._options))  # phones of this run alone
            if report["state"] == SessionState.FOCUSED and device != self._last and not passing:
                self._last, self._unkept = device, True
                self._tasks.start(self._keep(), "the last phone")
        return report

    def _there(self, name: str, present: bool) -> None:
        if present:
            self._tasks.start(self._welcome(name), f"welcome of {name}")
        else:
            self._mourn(name)

    async def _welcome(self, name: str) -> None:
        """It stands (again): tell it the rules, drop the phones it no longer knows, have those that were lost with it."""
        backend = self._backends[name]
        try:
            await backend.call("set_rules", self._restrictions)
            if self._surroundings:
                await self._tell(name, "set_surroundings", self._surroundings)
            if self._vehicle and BACKENDS[name].follows_car:
                await self._tell(name, "set_vehicle", dict(self._vehicle))
            known = {str(report["id"]) for report in await backend.call("devices")}
        except (Offline, ServiceFault) as error:
            _logger.info("gone again backend=%s reason=%s", name, error)
            return
        for device in [key for key, (owner, _) in self._phones.items() if owner == name and key not in known]:
            del self._phones[device]
            self._emit("DeviceRemoved", device)
            self._heard("DeviceRemoved", [device])
        wanted = self._comrades.pop(name, set()) | ({self._first} if self._autoconnect else set())
        for device in sorted(wanted & known, key=lambda key: key != self._first):
            await self._tell(name, "connect", device)

    def _mourn(self, name: str) -> None:
        """It is gone: its sessions ended, its phones are looked for."""
        for session, (owner, report) in list(self._sessions.items()):
            if owner == name:
                del self._sessions[session]
                self.ledger.drop(session)
                self._comrades.setdefault(name, set()).add(str(report["device"]))
                ended = {"state": SessionState.CLOSED.value, "reason": Reason.STOPPED.value, "text": _CAME_BACK}
                self._emit("SessionChanged", {**report, **ended})
                self._heard("SessionChanged", [{**report, **ended}])
        for device, (owner, report) in self._phones.items():
            if owner == name:
                waiting = {**report, "state": DeviceState.CONNECTING.value, "connected": False, "problem": _CAME_BACK}
                self._phones[device] = (name, waiting)
                self._emit("DeviceChanged", self._dressed(name, waiting))
