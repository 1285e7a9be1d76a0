"""All phones and all sessions: who is there, what is open, what the driving rules hide."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any

from backends.core.errors import Failed, Invalid, NotFound, Offline, Protocol, Refused, ServiceFault
from backends.projection.adb.server import SERVER_PORT, AdbServer
from backends.projection.defs import Reason
from backends.projection.domain import (
    ADDRESSES_MAX,
    Rules,
    clamp_dpi,
    clamp_side,
    format_address,
    number_option,
    parse_address,
    split_addresses,
)
from backends.projection.errors import LinkLost, PeerFault, ProjectionError, TooSlow, Unsupported
from backends.projection.scrcpy import memory
from backends.projection.scrcpy.categories import category_of
from backends.projection.scrcpy.phones import Phone, follow_address
from backends.projection.scrcpy.session import Quality, Session
from backends.projection.scrcpy.tracker import ServerTracker
from backends.projection.tasks import Tasks

__all__ = ["SESSIONS_MAX", "Manager", "fault_of"]

SESSIONS_MAX = 4
"""Phones encode two to four pictures at a time; one more closes the one that was shown longest ago."""
_APPS_TIMEOUT_S = 35.0
_logger = logging.getLogger(__name__)

Emit = Callable[..., object]


def fault_of(error: ProjectionError) -> ServiceFault:
    """The error a client of the service gets."""
    match error:
        case LinkLost() | TooSlow():
            return Offline(error.text)
        case PeerFault():
            return Protocol(error.text)
        case Unsupported(reason=Reason.SERVER_VERSION):
            return Protocol(error.text)
        case _:
            return Failed(error.text)


class Manager:
    """``emit`` sends a signal of the interface."""

    def __init__(self, options: Mapping[str, Any], emit: Emit) -> None:
        self._options = options
        self._emit = emit
        self._phones: dict[str, Phone] = {}
        self._followers: dict[str, asyncio.Task[None]] = {}
        self._sessions: dict[str, Session] = {}
        self._runs: dict[str, asyncio.Task[None]] = {}
        self._order: list[str] = []
        self._kept: list[str] = []
        self._said: dict[str, dict[str, Any]] = {}
        self._rules = Rules()
        self._quality = Quality()
        self._tracker: ServerTracker | None = None
        self._tasks = Tasks()

    async def start(self) -> None:
        """Begin to look for phones. Raises Invalid for an option that makes no sense."""
        try:
            given = split_addresses(self._options.get("devices"))
            server = str(self._options.get("adb_server", f"127.0.0.1:{SERVER_PORT}"))
            address = None if server in ("", "off") else parse_address(server)
            self._quality = Quality(
                number_option(self._options, "max_fps", 60, 1, 240),
                number_option(self._options, "bit_rate", 8_000_000, 100_000, 200_000_000),
            )
        except ValueError as error:
            raise Invalid(str(error)) from None
        self._kept, trouble = await asyncio.to_thread(memory.load)
        if trouble:
            self._emit("Notice", "warning", "phones_forgotten", trouble)
        for phone_id in dict.fromkeys([*given, *self._kept]):
            self._follow(phone_id)
        if address is not None:
            self._tracker = ServerTracker(AdbServer(*address), self._serial, self._forget)
            self._tasks.start(self._tracker.run(), "adb server")

    async def stop(self) -> None:
        """Close everything."""
        for session in list(self._sessions.values()):
            session.end(Reason.STOPPED, "The phone service was stopped.")
        await self._tasks.close()
        for phone in self._phones.values():
            await phone.close()
        for session in self._sessions.values():
            session.video.close()
            session.audio.close()

    # -- phones ------------------------------------------------------------------------------------------------------

    def devices(self) -> list[dict[str, Any]]:
        return [phone.report() for phone in self._phones.values()]

    def phone(self, phone_id: str) -> Phone:
        """Raises NotFound."""
        if phone_id not in self._phones:
            raise NotFound(f"There is no phone {phone_id}")
        return self._phones[phone_id]

    async def add(self, address: str) -> str:
        """Follow a phone by address and remember it. Raises Invalid, Refused."""
        try:
            phone_id = format_address(*parse_address(address))
        except ValueError as error:
            raise Invalid(str(error)) from None
        if phone_id not in self._kept:
            if len(self._kept) >= ADDRESSES_MAX:
                raise Refused(f"{ADDRESSES_MAX} addresses are remembered already; remove one first")
            self._kept.append(phone_id)
            await asyncio.to_thread(memory.save, list(self._kept))
        if phone_id not in self._followers:
            self._follow(phone_id)
        return phone_id

    async def remove(self, phone_id: str) -> None:
        """Forget a phone and close what is open on it. Raises NotFound, and Refused for one that is plugged in."""
        phone = self.phone(phone_id)
        if phone_id not in self._followers and phone.link is not None:
            raise Refused("Unplug the phone to remove it.")
        for session in [one for one in self._sessions.values() if one.phone is phone]:
            await self.close(session.id)
        if follower := self._followers.pop(phone_id, None):
            follower.cancel()
            await asyncio.gather(follower, return_exceptions=True)
        if self._tracker is not None:
            self._tracker.drop(phone_id)
        await phone.close()
        self._forget(phone)
        if phone_id in self._kept:
            self._kept.remove(phone_id)
            await asyncio.to_thread(memory.save, list(self._kept))

    async def apps(self, phone_id: str) -> list[dict[str, Any]]:
        """What the phone has; the last list known while it is away. Raises NotFound, Offline, Protocol, Failed."""
        phone = self.phone(phone_id)
        if phone.apps is None:
            if phone.link is None:
                raise Offline(phone.problem or "The phone is not here.")
            try:
                async with asyncio.timeout(_APPS_TIMEOUT_S):
                    await phone.list_apps()
            except ProjectionError as error:
                raise fault_of(error) from error
            except TimeoutError:
                raise Offline("The phone did not list its apps in time.") from None
        return phone.app_reports()

    def _follow(self, phone_id: str) -> None:
        phone = self._make_phone(phone_id, "adb-tcp")
        self._followers[phone_id] = self._tasks.start(follow_address(phone), f"phone {phone_id}")

    def _make_phone(self, phone_id: str, transport: str) -> Phone:
        jar = self._options.get("server_jar")
        phone = Phone(phone_id, transport, self._phone_changed, self._apps_changed, str(jar) if jar else None)
        self._phones[phone_id] = phone
        self._phone_changed(phone)
        return phone

    def _serial(self, serial: str) -> Phone | None:
        if serial in self._followers or len(self._phones) >= 4 * ADDRESSES_MAX:
            return None
        return self._phones.get(serial) or self._make_phone(serial, "adb-server")

    def _forget(self, phone: Phone) -> None:
        if self._phones.pop(phone.id, None) is not None:
            self._said.pop(phone.id, None)
            self._emit("DeviceRemoved", phone.id)

    def _phone_changed(self, phone: Phone) -> None:
        if phone.id in self._phones:
            self._say(phone.id, "DeviceChanged", phone.report())

    def _apps_changed(self, phone: Phone) -> None:
        self._emit("AppsChanged", phone.id)

    # -- sessions ----------------------------------------------------------------------------------------------------

    def sessions(self) -> list[dict[str, Any]]:
        return [session.report() for session in self._sessions.values()]

    def session(self, session_id: str) -> Session:
        """Raises NotFound."""
        if session_id not in self._sessions:
            raise NotFound("That app is not open")
        return self._sessions[session_id]

    async def open(self, phone_id: str, app: str, width: int, height: int, dpi: int) -> str:
        """Open an app, or show it when it is open already. Raises NotFound, Offline, Invalid."""
        phone = self.phone(phone_id)
        if not app or len(app.encode()) > 255:
            raise Invalid("An app is named by its package")
        size = (clamp_side(width), clamp_side(height), clamp_dpi(dpi))
        for session in self._sessions.values():
            if session.phone is phone and session.app == app:
                session.resize(*size)
                session.show(True)
                self._used(session)
                return session.id
        if phone.link is None:
            raise Offline(phone.problem or "The phone is not here.")
        known = {one.package: one.name for one in phone.apps or []}
        if phone.apps is not None and app not in known:
            raise NotFound(f"The phone has no app {app}")
        await self._make_room(phone)
        return self._begin(phone, app, known.get(app, app), size).id

    async def close(self, session_id: str, reason: Reason = Reason.USER, text: str = "") -> None:
        """Raises NotFound."""
        session = self.session(session_id)
        session.end(reason, text)
        run = self._runs[session_id]
        run.cancel()
        await asyncio.wait({run})

    def set_rules(self, rules: Rules) -> None:
        """The vehicle allows something else now."""
        self._rules = rules
        for session in self._sessions.values():
            session.gate(rules.hides(session.category))

    @property
    def rules(self) -> Rules:
        return self._rules

    def _begin(self, phone: Phone, app: str, name: str, size: tuple[int, int, int]) -> Session:
        # Sound is the whole phone's: one of its windows carries it.
        with_audio = not any(one.with_audio for one in self._sessions.values() if one.phone is phone)
        session = Session(
            phone,
            app,
            name,
            category_of(app),
            size,
            with_audio=with_audio,
            quality=self._quality,
            changed=self._session_changed,
        )
        session.gate(self._rules.hides(session.category))
        self._sessions[session.id] = session
        self._used(session)
        self._session_changed(session)
        self._runs[session.id] = run = self._tasks.start(session.run(), f"app {app}")
        run.add_done_callback(lambda _: self._ended(session))
        return session

    async def _make_room(self, phone: Phone) -> None:
        open_here = [self._sessions[key] for key in self._order if self._sessions[key].phone is phone]
        for session in open_here[: max(0, len(open_here) - SESSIONS_MAX + 1)]:
            await self.close(session.id, Reason.CAPACITY, f"{session.name} was closed to make room.")

    def _used(self, session: Session) -> None:
        if session.id in self._order:
            self._order.remove(session.id)
        self._order.append(session.id)

    def _ended(self, session: Session) -> None:
        session.finish()
        if self._sessions.pop(session.id, None) is not None:
            self._order.remove(session.id)
            self._runs.pop(session.id, None)
            self._said.pop(session.id, None)
            heirs = [key for key in self._order if self._sessions[key].phone is session.phone]
            if session.with_audio and heirs:
                self._sessions[heirs[-1]].carry_audio()
            if session.reason not in (Reason.USER, Reason.STOPPED):
                _logger.warning(
                    "app closed phone=%s app=%s reason=%s text=%s",
                    session.phone.id, session.app, session.reason, session.text,
                )  # fmt: skip
                severity = "info" if session.reason is Reason.CAPACITY else "warning"
                self._emit("Notice", severity, session.reason.value, session.text)

    def _session_changed(self, session: Session) -> None:
        if session.id in self._sessions:
            self._say(session.id, "SessionChanged", session.report())

    def _say(self, key: str, member: str, report: dict[str, Any]) -> None:
        if self._said.get(key) != report:
            self._said[key] = report
            self._emit(member, report)
