"""All backends behind one face: whose phone is whose, whose session is whose, and what remains when one of them is gone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from backends.core.errors import NotFound, Offline, Refused, ServiceFault
from backends.projection.defs import DeviceState, Reason, SessionState
from backends.projection.kinds import BACKENDS, given_phones
from backends.projection.ledger import TOLD, Ledger
from backends.projection.preferred import FirstPhone
from backends.projection.running import Running
from backends.projection.tasks import Tasks
from backends.projection.usb_presence import UsbPresence
from backends.projection.words import plain
from backends.projection.worker import BackendProcess

__all__ = ["BACKENDS", "Router"]

_logger = logging.getLogger(__name__)

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
        self._phones: dict[str, tuple[str, dict[str, Any]]] = {}
        self._sessions: dict[str, tuple[str, dict[str, Any]]] = {}
        self._comrades: dict[str, set[str]] = {}
        self._vehicle: dict[str, Any] = {}
        self._surroundings: dict[str, Any] = {}
        self._first = FirstPhone()
        self._autoconnect = False
        self.ledger = Ledger(emit)
        self._tasks = Tasks()
        self.running = Running(options, self._said, self._there, lambda: self._first.id, self._tasks, apart=apart)
        self._usb = UsbPresence(self.running.begin_wanted)

    async def start(self) -> None:
        """Start what has something to do and wait until each stands or has said why not. Raises ServiceFault (here alone)."""
        await self._first.load()
        await self.running.start()
        self._usb.start()

    async def stop(self) -> None:
        """Close everything."""
        self._usb.stop()
        await self._tasks.close()
        if self._first.unkept:
            await self._first.keep()
        await self.running.stop()

    # -- kinds -------------------------------------------------------------------------------------------------------

    def kinds(self) -> list[dict[str, Any]]:
        """As ``Kinds``."""
        return [
            {**kind.report(name), **({"problem": self.running.problem(name)} if self.running.problem(name) else {})}
            for name, kind in BACKENDS.items()
            if not kind.traceless
        ]

    # -- the car around them -----------------------------------------------------------------------------------------

    def restrict(self, restrictions: Any) -> None:
        """What the vehicle allows now; None: nothing is known."""
        self.running.restrict(restrictions)

    def set_vehicle(self, values: Mapping[str, Any]) -> None:
        """Values by path that are others now; None: not known."""
        self._vehicle.update(values)
        self.running.push("set_vehicle", dict(values), to=[name for name, kind in BACKENDS.items() if kind.follows_car])

    @property
    def car_wanted(self) -> bool | None:
        """Whether some phone is told the vehicle's values now; None: no such phone is known at all."""
        if not any(BACKENDS[name].follows_car for name, _ in self._phones.values()):
            return None
        return any(BACKENDS[name].follows_car for name, _ in self._sessions.values())

    def set_surroundings(self, surroundings: Mapping[str, Any]) -> None:
        """All of them; ``autoconnect``: the setting of that name."""
        self._surroundings = dict(surroundings)
        self.running.push("set_surroundings", self._surroundings)
        before, self._autoconnect = self._autoconnect, surroundings.get("autoconnect") is True
        if self._autoconnect and not before and self._first.id in self._phones:
            name = self._phones[self._first.id][0]
            self._tasks.start(self.running.tell(name, "connect", self._first.id), "the preferred phone")

    # -- phones and sessions -----------------------------------------------------------------------------------------

    def devices(self) -> list[dict[str, Any]]:
        """Reports of all phones."""
        return [self._dressed(name, report) for name, report in self._phones.values()]

    def sessions(self) -> list[dict[str, Any]]:
        """Reports of all sessions."""
        return [report for _, report in self._sessions.values()]

    async def to_phone(self, device: str, member: str, *args: Any, timeout_s: float = 20.0) -> Any:
        """Call a member of the backend that has this phone. Raises NotFound, or what the backend says."""
        backend = await self.running.ensure(self.kind_of(device))  # one that died is back in a moment
        return await backend.call(member, device, *args, timeout_s=timeout_s)

    async def to_session(self, session: str, member: str, *args: Any) -> Any:
        """Call a member of the backend that has this session. Raises NotFound, or what the backend says."""
        if session not in self._sessions:
            raise NotFound("That app is not open")
        return await self.running.backends[self._sessions[session][0]].call(member, session, *args)

    async def open_sound(self, session: str, role: str) -> int:
        """As ``OpenSound``; a backend without roles has one sound."""
        try:
            return int(await self.to_session(session, "open_sound", role))
        except Refused:
            if role != "media":
                raise
        return int(await self.to_session(session, "open_audio"))

    async def to_backend(self, name: str, member: str, *args: Any) -> Any:
        """Call a member of a backend, which is begun for it. Raises what `Running.ensure` and the backend say."""
        return await (await self.running.ensure(name)).call(member, *args)

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
        backend = self.running.backends[name]
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
        before = self._first.preferred
        await self._first.prefer(device)
        for key in {before, device} & self._phones.keys():
            self._emit("DeviceChanged", self._dressed(*self._phones[key]))

    async def forget(self, device: str) -> None:
        """A phone was removed by somebody: it is not reached for any more."""
        await self._first.forget(device)

    def _dressed(self, name: str, report: dict[str, Any]) -> dict[str, Any]:
        return {**_DEVICE, "kind": name, **report, "preferred": report["id"] == self._first.preferred}

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
            if report["state"] == SessionState.FOCUSED and device != self._first.last and not passing:
                self._first.shown(device)
                self._tasks.start(self._first.keep(), "the last phone")
        return report

    def _there(self, name: str, present: bool) -> None:
        if present:
            self._tasks.start(self._welcome(name), f"welcome of {name}")
        else:
            self._mourn(name)

    async def _welcome(self, name: str) -> None:
        """It stands (again): tell it the rules, drop the phones it no longer knows, have those that were lost with it."""
        backend = self.running.backends[name]
        try:
            await backend.call("set_rules", self.running.restrictions)
            if self._surroundings:
                await self.running.tell(name, "set_surroundings", self._surroundings)
            if self._vehicle and BACKENDS[name].follows_car:
                await self.running.tell(name, "set_vehicle", dict(self._vehicle))
            known = {str(report["id"]) for report in await backend.call("devices")}
        except (Offline, ServiceFault) as error:
            _logger.info("gone again backend=%s reason=%s", name, error)
            return
        for device in [key for key, (owner, _) in self._phones.items() if owner == name and key not in known]:
            del self._phones[device]
            self._emit("DeviceRemoved", device)
            self._heard("DeviceRemoved", [device])
        wanted = self._comrades.pop(name, set()) | ({self._first.id} if self._autoconnect else set())
        for device in sorted(wanted & known, key=lambda key: key != self._first.id):
            await self.running.tell(name, "connect", device)

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
