"""What the service asks of a session: its streams, focus, input. The phones are `backend`'s."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from backends.core.errors import NotFound, Offline, Refused
from backends.projection.defs import Category
from backends.projection.mirror.context import Context
from backends.projection.mirror.inputs import check_key, check_points, check_text
from backends.projection.mirror.link import Link
from backends.projection.mirror.session import MirrorSession
from backends.projection.safety import Act
from backends.projection.worker.host import Backend

__all__ = ["SessionMembers"]


class SessionMembers(Backend):
    """The half of `MirrorBackend` that speaks of sessions."""

    CATEGORY: ClassVar[Category] = Category.OTHER
    """CAR for what was made for driving; all else is hidden by the driving rules."""
    _context: Context

    def __init__(self, options: Mapping[str, Any], emit: Callable[..., object]) -> None:
        super().__init__(options, emit)
        self._sessions: dict[str, MirrorSession] = {}

    def sessions(self) -> list[dict[str, Any]]:
        return [session.report() for session in self._sessions.values() if not session.quiet]

    # -- streams -----------------------------------------------------------------------------------------------------

    def session(self, session: str) -> MirrorSession:
        """Raises NotFound."""
        if session not in self._sessions:
            raise NotFound("That app is not open")
        return self._sessions[session]

    def open_video(self, session: str) -> int:
        """As ``OpenVideo``."""
        return self.session(session).sight.open()

    def open_audio(self, session: str) -> int:
        """As ``OpenAudio``: the media."""
        return self.session(session).sounds.open("media")

    def open_sound(self, session: str, role: str) -> int:
        """As ``OpenSound``."""
        return self.session(session).sounds.open(role)

    def open_microphone(self, session: str) -> int:
        """A descriptor that takes framed sound for the phone. Raises NotFound, Offline."""
        return self.session(session).microphone.open()

    def set_audio_focus(self, session: str, state: str) -> None:
        """What the phone may play; see `Link.set_audio_focus`."""
        self.session(session).tell("set_audio_focus", state)

    def set_focus(self, session: str, shown: bool) -> None:
        """As ``SetFocus``."""
        self.session(session).show(shown)

    def request_keyframe(self, session: str) -> None:
        """As ``RequestKeyframe``."""
        self.session(session).request_keyframe()

    # -- input -------------------------------------------------------------------------------------------------------

    def touch(self, session: str, points: list[Any]) -> None:
        """As ``Touch``."""
        checked = check_points(points)
        self._linked(session)
        self.session(session).touch(checked)

    def key(self, session: str, key: str, action: str) -> None:
        """As ``Key``."""
        press, release, unseen = check_key(key, action)
        self._linked(session, unseen=unseen).key(key, press, release)

    def text(self, session: str, text: str) -> None:
        """As ``Text``."""
        link = self._linked(session)
        self._may_type()
        link.text(check_text(text))

    def call_action(self, session: str, call: str, action: str) -> None:
        """As ``CallAction``."""
        self._linked(session, unseen=True).call_action(call, action)

    def notification_action(self, session: str, notification: str, action: str, text: str) -> None:
        """As ``NotificationAction``."""
        if text:
            self._may_type()
        self._linked(session, unseen=True).notification_action(notification, action, check_text(text))

    def _may_type(self) -> None:
        if not self._context.rules.allow(self.CATEGORY, Act.TEXT):
            raise Refused("Typing is for when the car is parked.")

    def _linked(self, session_id: str, *, unseen: bool = False) -> Link:
        session = self.session(session_id)
        if session.gated and not unseen:
            raise Refused(f"{session.phone.name} is for when the car is parked.")
        if session.link is None:
            raise Offline(session.text or "The phone is not there yet.")
        return session.link
