"""The phones' sounds, microphones and wishes to be heard, brought to org.pillion.Sound1; without it phones are silent."""

from __future__ import annotations

import asyncio
import logging
import os
from collections import defaultdict
from collections.abc import Callable, Coroutine
from typing import Any

from backends.core.errors import ServiceFault
from backends.interfaces import Link, ServiceError, Unsubscribe
from backends.projection.defs import SessionState
from backends.projection.router import Router
from backends.projection.tasks import Tasks
from backends.projection.words import plain

__all__ = ["SILENT_AFTER_S", "SoundBridge"]

_OWNER = "projection:"
_MICROPHONE = "microphone"
_RELEASE = "release"
_GRANTED = {"gain": "gain", "gain_transient": "gain_transient", "gain_duck": "gain_transient", _RELEASE: "loss"}
"""What a phone is answered while nobody mixes: it is alone."""
_SILENT = "Phones are silent: the sound service does not run."
_NAME_MAX = 60
SILENT_AFTER_S = 5.0
_logger = logging.getLogger(__name__)


class SoundBridge:
    """`heard` is the router's. ``notice`` takes severity, code and text."""

    def __init__(self, link: Link, router: Router, notice: Callable[[str, str, str], object]) -> None:
        self._link = link
        self._router = router
        self._notice = notice
        self._present = False
        self._told_silent = False
        self._doubting: asyncio.TimerHandle | None = None
        self._names: dict[str, str] = {}
        self._wanted: dict[str, frozenset[str]] = {}
        self._playing: dict[str, frozenset[str]] = {}
        self._listening: dict[str, tuple[int, int]] = {}
        self._focus: dict[str, str] = {}
        self._turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._tasks = Tasks()
        self._undo: list[Unsubscribe] = []

    def start(self) -> None:
        """Follow the sound service."""
        self._undo = [
            self._link.on_signal("sound", "FocusChanged", self._focus_changed),
            self._link.on_presence("sound", self._presence),
        ]

    async def stop(self) -> None:
        """Let go."""
        for undo in self._undo:
            undo()
        self._undo = []
        if self._doubting is not None:
            self._doubting.cancel()
        await self._tasks.close()

    def heard(self, member: str, args: list[Any]) -> None:
        """What backends say."""
        match member, args:
            case "SessionChanged", [dict(report)]:
                self._session(str(report["id"]), report)
            case "microphone_wanted", [str(session), int(rate), int(channels)]:
                if rate:
                    self._listening[session] = (rate, channels)
                else:
                    self._listening.pop(session, None)
                self._in_turn(session, self._follow_microphone(session))
            case "audio_focus_wanted", [str(session), str(kind)]:
                if kind == _RELEASE:
                    self._focus.pop(session, None)
                else:
                    self._focus[session] = kind
                self._in_turn(session, self._ask_focus(session, kind))

    # -- what is wanted ----------------------------------------------------------------------------------------------

    def _session(self, session: str, report: dict[str, Any]) -> None:
        if report["state"] == SessionState.CLOSED:
            if self._wanted.pop(session, None) is not None:
                self._listening.pop(session, None)
                self._focus.pop(session, None)
                self._in_turn(session, self._end(session))
            return
        self._names[session] = plain(str(report.get("name", "")), _NAME_MAX)
        # A backend of apps has one sound, the phone's, and no words for roles.
        roles = frozenset(report["sounds"]) or frozenset({"media"} if report.get("has_audio") else ())
        if roles != self._wanted.get(session):
            self._wanted[session] = roles
            self._playing[session] = self._playing.get(session, frozenset()) & roles
            self._in_turn(session, self._follow_sounds(session))
            self._doubt()

    def _in_turn(self, session: str, work: Coroutine[Any, Any, None]) -> None:
        async def run() -> None:
            async with self._turns[session]:
                try:
                    await work
                except (ServiceError, ServiceFault) as error:
                    _logger.info("sound not followed session=%s reason=%s", session, error)

        self._tasks.start(run(), f"sound of {session}").add_done_callback(lambda _: work.close())

    # -- bringing it there -------------------------------------------------------------------------------------------

    async def _follow_sounds(self, session: str) -> None:
        wanted = self._wanted.get(session, frozenset())
        if not self._present:
            return
        playing = self._playing.get(session, frozenset())
        self._playing[session] = wanted
        for role in sorted(wanted - playing):
            try:
                await self._play(session, role)
            except (ServiceError, ServiceFault) as error:  # it stopped meanwhile
                _logger.info("not played session=%s role=%s reason=%s", session, role, error)

    async def _play(self, session: str, role: str) -> None:
        # Whoever ends the stream says so in it: nothing is to be stopped here.
        fd = await self._router.open_sound(session, role)
        try:
            await self._link.call("sound", "Play", _OWNER + session, role, self._names.get(session, ""), fd)
        finally:
            os.close(fd)

    async def _follow_microphone(self, session: str) -> None:
        wanted = self._listening.get(session)
        if not self._present:
            return
        if wanted is None:
            await self._link.call("sound", "End", _OWNER + session, _MICROPHONE)
            return
        fd = int(await self._router.to_session(session, "open_microphone"))
        try:
            await self._link.call("sound", "Record", _OWNER + session, *wanted, fd)
        finally:
            os.close(fd)

    async def _ask_focus(self, session: str, kind: str) -> None:
        state = _GRANTED.get(kind, "loss")
        if self._present and kind == _RELEASE:
            await self._link.call("sound", "ReleaseFocus", _OWNER + session)
        elif self._present:
            state = str(await self._link.call("sound", "RequestFocus", _OWNER + session, kind))
        await self._router.to_session(session, "set_audio_focus", state)

    async def _end(self, session: str) -> None:
        self._playing.pop(session, None)
        self._names.pop(session, None)
        if self._present:
            await self._link.call("sound", "End", _OWNER + session, "")
            await self._link.call("sound", "ReleaseFocus", _OWNER + session)
        self._turns.pop(session, None)

    # -- what the sound service says ---------------------------------------------------------------------------------

    def _focus_changed(self, owner: str, state: str) -> None:
        session = owner.removeprefix(_OWNER)
        if owner.startswith(_OWNER) and session in self._wanted:
            self._in_turn(session, self._tell_focus(session, state))

    async def _tell_focus(self, session: str, state: str) -> None:
        await self._router.to_session(session, "set_audio_focus", state)

    def _presence(self, present: bool) -> None:
        """All of it again when it comes; until then the phones hear that they are alone."""
        self._present = present
        self._playing.clear()
        self._told_silent = self._told_silent and not present
        self._doubt()
        for session in list(self._wanted):
            self._in_turn(session, self._follow_sounds(session))
            if session in self._listening:
                self._in_turn(session, self._follow_microphone(session))
            if session in self._focus:
                self._in_turn(session, self._ask_focus(session, self._focus[session]))

    def _doubt(self) -> None:
        """Somebody plays, and nobody is there to mix: that may be so for a moment, at the start."""
        if any(self._wanted.values()) and not self._present and self._doubting is None:
            self._doubting = asyncio.get_running_loop().call_later(SILENT_AFTER_S, self._say_silent)

    def _say_silent(self) -> None:
        self._doubting = None
        if any(self._wanted.values()) and not self._present and not self._told_silent:
            self._told_silent = True
            self._notice("warning", "no_sound_service", _SILENT)
