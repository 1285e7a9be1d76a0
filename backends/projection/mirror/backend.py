"""The base of every backend that brings a phone's whole screen: its phones, their sessions, and what the service asks of them."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from backends.core.errors import Invalid, NotFound
from backends.projection.defs import Reason
from backends.projection.domain import clamp_dpi, clamp_side
from backends.projection.kinds import given_phones
from backends.projection.mirror.context import Context
from backends.projection.mirror.link import Link, LinkListener, Surroundings
from backends.projection.mirror.phone import MirrorPhone
from backends.projection.mirror.phone_members import PhoneMembers
from backends.projection.mirror.pictures import Shelf
from backends.projection.mirror.session import MirrorSession
from backends.projection.safety import Rules
from backends.projection.words import plain

__all__ = ["MirrorBackend"]

_SIZE = (1280, 720, 160)


class MirrorBackend(PhoneMembers):
    """A subclass sets NAME, APP, CATEGORY and CAPABILITIES, and implements `link`, `check_address` and, if it can, `discover`.

    Capabilities: video, audio, mic, touch, keys, rotary, text, resize, nowplaying, navigation, calls, notifications.
    """

    def __init__(self, options: Mapping[str, Any], emit: Callable[..., object]) -> None:
        super().__init__(options, emit)
        self._runs: dict[str, asyncio.Task[None]] = {}
        self._autoconnect = False
        self._context = Context(
            self.NAME, self.NAME, self.CATEGORY, self.CAPABILITIES, Shelf(self.NAME),
            self.link, emit, self._session_changed, self._reached,
        )  # fmt: skip

    # -- for a protocol to write -------------------------------------------------------------------------------------

    @abstractmethod
    def link(self, phone: MirrorPhone, listener: LinkListener) -> Link:
        """One attempt at this phone (``phone.address``, ``phone.details``, ``phone.secrets``). Raises ProjectionError."""

    async def discover(self) -> None:
        """Look for phones until cancelled, by `found` and `left`. A fault in it is logged; phones by address work on."""

    # -- life --------------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        trouble = await asyncio.to_thread(self.memory.load)
        if trouble:
            self.emit("Notice", "warning", "phones_forgotten", trouble)
        for entry in self.memory.entries.values():
            self._make_phone(entry)
        for address in given_phones(self.options).get(self.NAME, ()):
            try:
                self._given.add(self.found(self.check_address(address, {})).id)
            except ValueError as error:
                raise Invalid(f"The option phones: {error}") from None
        self._tasks.start(self.discover(), f"discovery of {self.NAME}")

    async def stop(self) -> None:
        for session in list(self._sessions.values()):
            session.end(Reason.STOPPED, "The phone service was stopped.")
        await self._tasks.close()
        for session in list(self._sessions.values()):
            session.close()
        if self.memory.unsaved:
            await self._save()

    # -- the car around it -------------------------------------------------------------------------------------------

    def set_rules(self, restrictions: Any) -> None:
        """What the vehicle allows now: its property Restrictions; anything else is the strictest set."""
        self._context.rules = Rules.read(restrictions if isinstance(restrictions, Mapping) else None)
        for session in self._sessions.values():
            session.set_rules(self._context.rules)

    def set_vehicle(self, values: Mapping[str, Any]) -> None:
        """Values by path that are others now; None: not known."""
        if news := self._context.learn_vehicle(values):
            for session in self._sessions.values():
                session.tell("set_vehicle", news)

    def set_surroundings(self, surroundings: Mapping[str, Any]) -> None:
        """See `Surroundings`; all of it."""
        self._autoconnect = surroundings.get("autoconnect") is True
        for phone in list(self._phones.values()):
            self._come_by_itself(phone)
        read = Surroundings.read(surroundings)
        if read != self._context.surroundings:
            self._context.surroundings = read
            for session in self._sessions.values():
                session.tell("set_surroundings", read)

    # -- sessions ----------------------------------------------------------------------------------------------------

    def report(self, device: str) -> list[tuple[str, str, str]]:
        """What was negotiated with a phone or in a session, and why it ended: group, name, value."""
        session = self._sessions.get(device)
        phone = session.phone if session is not None else self.phone(device)
        session = session or self._session_of(phone)
        rows = [("phone", key, str(value)) for key, value in phone.report().items() if value not in ("", -1)]
        return rows + (session.diagnostics() if session is not None else [])

    async def connect(self, device: str) -> str:
        """Have the phone, unseen; it comes whenever it is there. Raises NotFound."""
        phone = self.phone(device)
        phone.let_go = False
        session = self._session_of(phone) or self._begin(phone, phone.entry.layout or self._stage(), shown=False)
        session.wake()
        return session.id

    async def disconnect(self, device: str) -> None:
        """Let go of the phone until somebody wants it. Raises NotFound."""
        if (session := self._session_of(self.phone(device))) is not None:
            await self.close(session.id)

    async def open_app(self, device: str, app: str, width: int, height: int, dpi: int) -> str:
        """As ``OpenApp``. Raises NotFound."""
        phone = self.phone(device)
        if app not in ("", self.NAME):
            raise NotFound(f"The phone has no app {plain(app, 80)}")
        size = (clamp_side(width), clamp_side(height), clamp_dpi(dpi))
        phone.entry.layout = size
        session = self._session_of(phone)
        if session is None:
            return self._begin(phone, size, shown=True).id
        session.resize(*size)
        session.show(True)
        session.wake()
        return session.id

    async def close(self, session: str) -> None:
        """As ``Close``. Raises NotFound."""
        self.session(session).phone.let_go = True
        self.session(session).end(Reason.USER, "")
        run = self._runs[session]
        run.cancel()
        await asyncio.wait({run})

    def resize(self, session: str, width: int, height: int, dpi: int) -> None:
        """As ``Resize``; the size is kept for the next time."""
        size = (clamp_side(width), clamp_side(height), clamp_dpi(dpi))
        self.session(session).phone.entry.layout = size
        self.session(session).resize(*size)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _come_by_itself(self, phone: MirrorPhone) -> None:
        """A phone that was used before and is seen now, unless somebody let go of it."""
        known = phone.id in self.memory.entries
        if self._autoconnect and known and phone.present and not phone.let_go and self._session_of(phone) is None:
            self._begin(phone, phone.entry.layout or self._stage(), shown=False)

    def _stage(self) -> tuple[int, int, int]:
        around = self._context.surroundings
        return (around.width, around.height, clamp_dpi(around.dpi)) if around.width and around.height else _SIZE

    def _begin(self, phone: MirrorPhone, size: tuple[int, int, int], *, shown: bool) -> MirrorSession:
        session = MirrorSession(phone, self._context, size, shown=shown)
        self._sessions[session.id] = session
        self._session_changed(session)
        run = self._tasks.start(session.run(), f"session of {phone.id}")
        self._runs[session.id] = run
        run.add_done_callback(lambda _: self._ended(session))
        return session

    def _ended(self, session: MirrorSession) -> None:
        session.finish()
        self._sessions.pop(session.id, None)
        self._runs.pop(session.id, None)
        self._said.pop(session.id, None)
        if session.phone.id not in self.memory.entries and not session.phone.present:
            self._drop(session.phone)
        session.phone.let_go = True
        if session.reason not in (Reason.USER, Reason.STOPPED) and not session.quiet:
            severity = "info" if session.reason is Reason.PHONE_ENDED else "warning"
            self.emit("Notice", severity, session.reason.value, session.text)

    def _reached(self, session: MirrorSession) -> None:
        self._tasks.start(self._remember(session.phone), f"memory of {self.NAME}")

    def _session_changed(self, session: MirrorSession) -> None:
        heard = session.id in self._sessions and not session.quiet
        if heard and self._say(session.id, "SessionChanged", session.report()):
            session.told()
