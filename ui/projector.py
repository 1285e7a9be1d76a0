"""Keeps the app the driver chose on the screen: opens it, attaches its picture, and does so again after anything got lost.

Every change around it (service, phone, session, stage, page) ends in `_step`, which looks at what is wanted and what is,
and does the one next thing. So a phone that comes back, a service that restarts and a page that opens need no code of their own.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Protocol

from backends.interfaces import ServiceError
from ui.clients.hook import Hook
from ui.clients.projection import ProjectionClient

__all__ = ["LIVE", "Claim", "Projector", "Stream"]

LIVE = frozenset({"ready", "focused", "background"})
OPEN_TIMEOUT_S = 20.0
# A stage that is being dragged would otherwise make the phone build a display for every pixel of the way.
RESIZE_SETTLES_S = 0.25
REATTACH_S = 0.3


Claim = tuple[str, str, str, str, tuple[int, int, int]]
"""An app that a place on the stage shows: device, app, session, problem, and the size it was told last."""


class Stream(Protocol):
    """Where a picture goes (ui.video.VideoStream)."""

    def attach(self, fd: int) -> None: ...
    def detach(self) -> None: ...


class Projector:
    """What is wanted: ``app`` on ``device``, shown or not. What is: ``session``, and ``problem`` when it could not be."""

    def __init__(self, client: ProjectionClient, picture: Stream) -> None:
        self._client = client
        self._picture = picture
        self._attached = self._attaching = False
        self.device = ""
        self.app = ""
        self.session = ""
        self.problem = ""
        self.opening = False
        self.changed: Hook[[]] = Hook()
        self._shown = False
        self._focused: bool | None = None
        self._stage = (0, 0, 160)
        self._sized = (0, 0, 160)
        self._settling = False
        client.state_changed.connect(self._on_service)
        client.devices_changed.connect(self._step)
        client.session_changed.connect(self._on_session)

    @property
    def facts(self) -> Mapping[str, Any]:
        """What the service says of the session; empty without one."""
        return self._client.sessions.get(self.session, {})

    @property
    def stage(self) -> tuple[int, int]:
        """Pixels there are for the picture; (0, 0) until the page said so."""
        return self._stage[:2]

    def open(self, device: str, app: str) -> None:
        """Show this app; the one before it stays open behind it."""
        if (device, app) != (self.device, self.app):
            self._drop()
            self.session = ""
        self.device, self.app, self.problem = device, app, ""
        self.changed.emit()
        self._step()

    def leave(self) -> None:
        """Nothing is wanted on the stage any more; the app stays open on the phone."""
        self._unfocus()
        self._drop()
        self.app = self.session = self.problem = ""
        self.changed.emit()

    def close(self) -> None:
        """End the app's session."""
        if self.session:
            self._client.request("Close", self.session)
        self._focused = None
        self.leave()

    def show(self, shown: bool) -> None:
        """The page with the picture is seen, or not: the phone need not encode what nobody sees."""
        self._shown = shown
        self._step()

    def set_stage(self, width: int, height: int, dpi: int) -> None:
        """Pixels there are for the picture."""
        if width < 16 or height < 16 or (width, height, dpi) == self._stage:
            return
        # Encoders want even sizes.
        self._stage = (width & ~1, height & ~1, dpi)
        self._step()

    def touch(self, points: list[tuple[int, int, float, float, float]]) -> None:
        """Fingers on the picture, as the service takes them."""
        if self.session:
            self._client.request("Touch", self.session, points, failed=_ignore)

    def key(self, key: str) -> None:
        """Click a logical key (home, back)."""
        if self.session:
            self._client.request("Key", self.session, key, "click")

    def type(self, text: str) -> None:
        """What the driver typed on the car's keyboard; the service refuses it while the car moves."""
        if self.session and text:
            self._client.request("Text", self.session, text)

    def ask_key_frame(self) -> None:
        """The picture is broken until the phone sends it whole."""
        if self.session:
            self._client.request("RequestKeyframe", self.session, failed=_ignore)

    def give(self) -> Claim:
        """Let go of what is wanted here without closing it, so that another place may `take` it."""
        claim = (self.device, self.app, self.session, self.problem, self._sized)
        self._drop()
        self.app = self.session = self.problem = ""
        self._focused = None
        return claim

    def take(self, claim: Claim) -> None:
        """Have here what another place gave: the app stays as it is and gets this place's size."""
        self.device, self.app, self.session, self.problem, self._sized = claim
        self.changed.emit()
        self._step()

    def stream_ended(self) -> None:
        """The picture's socket closed: ask again while the session lives."""
        self._attached = False
        if self.session and self.facts.get("state") in LIVE:
            self._client.later(REATTACH_S, self._step)
        self.changed.emit()

    def _on_service(self) -> None:
        if not self._client.ready and self.session:
            # A new service knows nothing of the old one's sessions; what is wanted stays.
            self.session, self._focused = "", None
            self._attached = False
            self.changed.emit()
        self._step()

    def _on_session(self, session: str) -> None:
        if session != self.session:
            return
        if session not in self._client.sessions:
            last = self._client.last_words(session)
            self._drop()
            self.session, self._focused = "", None
            if last.get("reason") in ("", "user"):
                self.app = ""
            elif (
                last.get("reason") != "stopped"
            ):  # what ended by a fault of ours is opened again once its phone is back
                self.problem = str(last.get("text") or "The app closed on the phone.")
        self.changed.emit()
        self._step()

    def _step(self) -> None:
        if not self.app or not self._client.ready:
            return
        if not self.session:
            ready = self._client.devices.get(self.device, {}).get("state") == "ready"
            if ready and not self.opening and not self.problem and self._stage[0]:
                self._open()
            return
        if self._focused is not self._shown:
            self._focused = self._shown
            self._client.request("SetFocus", self.session, self._shown, failed=_ignore)
        if self._shown and self.facts.get("state") in LIVE:
            self._attach()
        if self._shown and self._stage != self._sized and self.facts.get("resizable") and not self._settling:
            self._settling = True
            self._client.later(RESIZE_SETTLES_S, self._resize)

    def _open(self) -> None:
        self.opening = True
        device, app = self.device, self.app
        self._sized = self._stage
        self.changed.emit()

        def done(session: str) -> None:
            self.opening = False
            if (device, app) == (self.device, self.app):
                self.session, self._focused = session, None
            self.changed.emit()
            self._step()

        def failed(error: ServiceError) -> None:
            self.opening = False
            if (device, app) == (self.device, self.app) and error.name != "Gone":
                self.problem = error.text
            self.changed.emit()
            self._step()

        self._client.request("OpenApp", device, app, *self._stage, done=done, failed=failed, timeout_s=OPEN_TIMEOUT_S)

    def _attach(self) -> None:
        if self._attached or self._attaching:
            return
        self._attaching = True
        session = self.session

        def done(fd: int) -> None:
            self._attaching = False
            if session != self.session:
                os.close(fd)
            else:
                self._attached = True
                self._picture.attach(fd)
            self.changed.emit()

        def failed(_error: ServiceError) -> None:
            # The session's own state says why; its next change tries again.
            self._attaching = False

        self._client.request("OpenVideo", session, done=done, failed=failed)

    def _resize(self) -> None:
        self._settling = False
        if self.session and self._stage != self._sized:
            self._sized = self._stage
            self._client.request("Resize", self.session, *self._stage, failed=_ignore)

    def _unfocus(self) -> None:
        if self.session and self._focused:
            self._client.request("SetFocus", self.session, False, failed=_ignore)
        self._focused = None

    def _drop(self) -> None:
        self._attached = False
        self._picture.detach()


def _ignore(_error: ServiceError) -> None:
    """The session's state, which is shown, tells the driver more than this failure would."""
