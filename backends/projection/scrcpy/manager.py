"""All sessions of all phones: what is open, what the driving rules hide, who has to give way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from backends.core.errors import Invalid, NotFound, Offline
from backends.projection.defs import Reason
from backends.projection.domain import Rules, clamp_dpi, clamp_side, number_option
from backends.projection.scrcpy.categories import category_of
from backends.projection.scrcpy.fleet import Emit, Fleet
from backends.projection.scrcpy.phones import Phone
from backends.projection.scrcpy.session import Quality, Session
from backends.projection.tasks import Tasks

__all__ = ["Manager"]

_logger = logging.getLogger(__name__)


class Manager:
    """``emit`` sends a signal of the interface."""

    def __init__(self, options: Mapping[str, Any], emit: Emit) -> None:
        self._options = options
        self._emit = emit
        self.fleet = Fleet(options, emit, self._phone_leaves)
        self._sessions: dict[str, Session] = {}
        self._runs: dict[str, asyncio.Task[None]] = {}
        self._order: list[str] = []
        """Sessions by when they were last seen, the one longest ago first."""
        self._said: dict[str, dict[str, Any]] = {}
        self._rules = Rules()
        self._quality = Quality()
        self._tasks = Tasks()

    async def start(self) -> None:
        """Begin to look for phones. Raises Invalid for an option that makes no sense."""
        try:
            self._quality = Quality(
                number_option(self._options, "max_fps", 60, 1, 240),
                number_option(self._options, "bit_rate", 8_000_000, 100_000, 200_000_000),
                str(self._options.get("phone_keyboard", "0")).lower() in ("1", "on", "true", "yes"),
            )
        except ValueError as error:
            raise Invalid(str(error)) from None
        await self.fleet.start()

    async def stop(self) -> None:
        """Close everything."""
        for session in list(self._sessions.values()):
            session.end(Reason.STOPPED, "The phone service was stopped.")
        await self._tasks.close()
        await self.fleet.stop()
        for session in self._sessions.values():
            session.video.close()
            session.audio.close()

    def sessions(self) -> list[dict[str, Any]]:
        return [session.report() for session in self._sessions.values()]

    def session(self, session_id: str) -> Session:
        """Raises NotFound."""
        if session_id not in self._sessions:
            raise NotFound("That app is not open")
        return self._sessions[session_id]

    async def open(self, phone_id: str, app: str, width: int, height: int, dpi: int) -> str:
        """Open an app, or show it when it is open already. Raises NotFound, Offline, Invalid."""
        phone = self.fleet.phone(phone_id)
        if not app or len(app.encode()) > 255:
            raise Invalid("An app is named by its package")
        size = (clamp_side(width), clamp_side(height), clamp_dpi(dpi))
        for session in self._sessions.values():
            if session.phone is phone and session.app == app:
                session.resize(*size)
                session.show(True)
                self._seen(session)
                return session.id
        if phone.link is None:
            raise Offline(phone.problem or "The phone is not here.")
        known = {one.package: one.name for one in phone.apps or []}
        if phone.apps is not None and app not in known:
            raise NotFound(f"The phone has no app {app}")
        await self._make_room(phone, phone.encoders - 1)
        session = self._begin(phone, app, known.get(app, app), size)
        self._tasks.start(self.fleet.note_use(phone, app), "uses kept")
        return session.id

    async def close(self, session_id: str, reason: Reason = Reason.USER, text: str = "") -> None:
        """Raises NotFound."""
        session = self.session(session_id)
        session.end(reason, text)
        run = self._runs[session_id]
        run.cancel()
        await asyncio.wait({run})

    def show(self, session_id: str, shown: bool) -> None:
        """Raises NotFound."""
        session = self.session(session_id)
        session.show(shown)
        if shown:
            self._seen(session)

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
            no_encoder=self._no_encoder,
        )
        session.gate(self._rules.hides(session.category))
        self._sessions[session.id] = session
        self._seen(session)
        self._session_changed(session)
        self._runs[session.id] = run = self._tasks.start(session.run(), f"app {app}")
        run.add_done_callback(lambda _: self._ended(session))
        return session

    async def _phone_leaves(self, phone: Phone) -> None:
        for session in self._of(phone):
            await self.close(session.id)

    def _of(self, phone: Phone) -> list[Session]:
        """Open on it, the one seen longest ago first."""
        return [self._sessions[key] for key in self._order if self._sessions[key].phone is phone]

    async def _make_room(self, phone: Phone, most: int) -> None:
        """Leave at most so many apps open: those seen longest ago give way."""
        open_here = self._of(phone)
        for session in open_here[: max(0, len(open_here) - most)]:
            await self.close(
                session.id,
                Reason.CAPACITY,
                f"{session.name} was closed to make room: the phone shows {most + 1} apps at a time.",
            )

    async def _no_encoder(self, session: Session) -> bool:
        """The phone cannot encode one more picture: remember that, and have the app seen longest ago give way, if any."""
        phone = session.phone
        others = [one for one in self._of(phone) if one is not session and one.live]
        if not others:
            return False
        phone.encoders = max(1, min(phone.encoders, len(others)))
        _logger.info("encoders used up phone=%s limit=%d", phone.id, phone.encoders)
        victim = others[0]
        await self.close(
            victim.id,
            Reason.CAPACITY,
            f"{victim.name} was closed to make room: the phone shows {phone.encoders} apps at a time.",
        )
        return True

    def _seen(self, session: Session) -> None:
        if session.id in self._order:
            self._order.remove(session.id)
        self._order.append(session.id)

    def _ended(self, session: Session) -> None:
        session.finish()
        if self._sessions.pop(session.id, None) is not None:
            self._order.remove(session.id)
            self._runs.pop(session.id, None)
            self._said.pop(session.id, None)
            heirs = self._of(session.phone)
            if session.with_audio and heirs:
                heirs[-1].carry_audio()
            if session.reason not in (Reason.USER, Reason.STOPPED):
                _logger.warning(
                    "app closed phone=%s app=%s reason=%s text=%s",
                    session.phone.id, session.app, session.reason, session.text,
                )  # fmt: skip
                severity = "info" if session.reason is Reason.CAPACITY else "warning"
                self._emit("Notice", severity, session.reason.value, session.text)

    def _session_changed(self, session: Session) -> None:
        if session.id in self._sessions:
            report = session.report()
            if self._said.get(session.id) != report:
                self._said[session.id] = report
                self._emit("SessionChanged", report)
            if session.live and not self.fleet.worked:
                self._tasks.start(self.fleet.note_worked(), "worked")
                self._emit("SetupChanged", "scrcpy")
