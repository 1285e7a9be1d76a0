"""One phone's screen in the car, from the wish to have it until it is closed. Attempt follows attempt: a drop does not end it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from backends.projection.defs import AudioFormat, DeviceState, Reason, SessionState
from backends.projection.domain import Rules
from backends.projection.errors import NotAllowed, PhoneEnded, ProjectionError
from backends.projection.mirror.attempt import Attempt
from backends.projection.mirror.context import Context
from backends.projection.mirror.link import Link, Point
from backends.projection.mirror.phone import MirrorPhone
from backends.projection.mirror.report import diagnostics_of, report_of
from backends.projection.mirror.retries import Retries
from backends.projection.mirror.story import Story
from backends.projection.mirror.streams import Microphone, Sight, Sounds

__all__ = ["MirrorSession"]

_LEVELS = (SessionState.CONNECTING, SessionState.AUTHENTICATING, SessionState.NEGOTIATING, SessionState.READY)
_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Wish:
    """What the display asked for."""

    width: int
    height: int
    dpi: int
    shown: bool


class MirrorSession:
    """Runs in `run`, then `finish`. ``quiet``: begun by the car itself, nobody is told of it before the phone answers."""

    def __init__(self, phone: MirrorPhone, context: Context, size: tuple[int, int, int], *, shown: bool) -> None:
        self.id = secrets.token_hex(4)
        self.phone = phone
        self.quiet = not shown
        self.gated = context.rules.hides(context.category)
        self.state = SessionState.IDLE
        self.reason = Reason.NONE
        self.text = ""
        self.sight = Sight(self.request_keyframe, self._sight_changed, lambda: self.tell("room"))
        self.sounds = Sounds(self._changed)
        self.microphone = Microphone(self._hear)
        self.story = Story({"session": self.id, "device": phone.id}, context.shelf, self._emit)
        self.context = context
        self.wish = Wish(*size, shown)
        self.attempts = 0
        self.last_end = ("", "")
        self._last_report: list[tuple[str, str, str]] = []
        self._attempt: Attempt | None = None
        self._wake = asyncio.Event()
        self._closing: tuple[Reason, str] | None = None
        self._down: dict[int, tuple[float, float]] = {}

    # -- reports -----------------------------------------------------------------------------------------------------

    def report(self) -> dict[str, Any]:
        """As in ``Sessions``."""
        return report_of(self)

    def diagnostics(self) -> list[tuple[str, str, str]]:
        """What was negotiated last and how it went: group, name, value."""
        return diagnostics_of(self)

    def link_report(self) -> list[tuple[str, str, str]]:
        """What the link says of itself, or said last."""
        link = self._any_link
        return link.report() if link is not None else self._last_report

    @property
    def live(self) -> bool:
        return self.state.live

    @property
    def linked(self) -> bool:
        """An attempt at the phone goes on."""
        return self._any_link is not None

    @property
    def link(self) -> Link | None:
        """For touch and keys; None while there is no phone."""
        return self._any_link if self.live else None

    @property
    def _any_link(self) -> Link | None:
        return self._attempt.link if self._attempt is not None else None

    @property
    def seen(self) -> bool:
        """Pictures may go out."""
        return self.wish.shown and not self.gated

    # -- wishes ------------------------------------------------------------------------------------------------------

    def show(self, shown: bool) -> None:
        """Whether anybody is to see it."""
        self.wish.shown = shown
        if shown and self.quiet:
            self.quiet = False
            self._changed()
        self._follow_wish()

    def set_rules(self, rules: Rules) -> None:
        """The vehicle allows something else now."""
        gated = rules.hides(self.context.category)
        if gated != self.gated:
            self.gated = gated
            self._follow_wish()
            self._changed()
        self.tell("set_rules", rules)

    def resize(self, width: int, height: int, dpi: int) -> None:
        """Another size of the stage, pixels."""
        wish = self.wish
        if (width, height, dpi) != (wish.width, wish.height, wish.dpi):
            wish.width, wish.height, wish.dpi = width, height, dpi
            self.tell("resize", width, height, dpi)
            self._changed()

    def request_keyframe(self) -> None:
        """Ask the phone, if it is there."""
        if self.link is not None:
            self.link.request_keyframe()

    def touch(self, points: list[Point]) -> None:
        """Fingers; `link` must be there."""
        assert self.link is not None
        for pointer, phase, x, y, _ in points:
            if phase < 2:
                self._down[pointer] = (x, y)
            else:
                self._down.pop(pointer, None)
        self.link.touch(points)

    def wake(self) -> None:
        """Something changed that makes it worth while to try at once."""
        self._wake.set()

    def tell(self, member: str, *args: Any) -> None:
        """Pass something on to the link, if there is one; its faults stay its own."""
        if self._attempt is not None:
            self._attempt.tell(member, *args)

    def brief(self) -> None:
        """A link begins: tell it all there is to know."""
        wish = self.wish
        self.tell("resize", wish.width, wish.height, wish.dpi)
        self.tell("show", self.seen)
        self.tell("set_rules", self.context.rules)
        self.tell("set_surroundings", self.context.surroundings)
        self.tell("set_vehicle", dict(self.context.vehicle))

    def end(self, reason: Reason, text: str) -> None:
        """Close it for good: its owner cancels `run` and calls `finish`."""
        self._closing = (reason, text)
        if self.state is not SessionState.CLOSED:
            self._set(SessionState.CLOSING, reason, text)

    def _follow_wish(self) -> None:
        seen = self.seen
        if not seen and self._down:
            lifted = [(pointer, 3, x, y, 0.0) for pointer, (x, y) in self._down.items()]
            self._down.clear()
            self.tell("touch", lifted)
        self.tell("show", seen)
        self.sight.feed.enable(seen)
        self.sight.look(seen and self.live)
        if self.live:
            self._set(SessionState.FOCUSED if self.wish.shown else SessionState.BACKGROUND)

    # -- life --------------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Until it is closed: by `end` and a cancel, or for a reason of the phone's. `finish` has to follow."""
        try:
            await self._live()
        except ProjectionError as error:
            self._closing = (error.reason, error.text)
            self.phone.rest("" if isinstance(error, PhoneEnded) else error.text)
        except Exception as error:  # task root: a fault of ours ends this session, not the service
            _logger.exception("session failed kind=%s", self.context.kind)
            self._closing = (Reason.PROTOCOL, f"The phone could not be shown: {error}")
            self.phone.rest(self._closing[1])

    def finish(self) -> None:
        """Tell readers and clients that it is over."""
        reason, text = self._closing or (Reason.USER, "")
        self._part(text)
        self.sight.feed.end(text)
        if reason in (Reason.USER, Reason.STOPPED):
            self.phone.rest()
        self._set(SessionState.CLOSED, reason, text)

    def close(self) -> None:
        """At once, without a word: the service stops."""
        self.sight.feed.close()
        self.sounds.close()
        self.microphone.close()

    async def _live(self) -> None:
        retries = Retries()
        while True:
            self._wake.clear()
            self.attempts += 1
            if self.attempts == 1:
                self.phone.set_state(DeviceState.CONNECTING)
                self._set(SessionState.CONNECTING)
            attempt = self._attempt = Attempt(self, self.context)
            failure = await attempt.run()
            self.last_end = (failure.reason.value, failure.text)
            _logger.info("link ended phone=%s reason=%s text=%s", self.phone.id, failure.reason, failure.text)
            if attempt.steady:
                retries.steady()
            wait_s = retries.wait_s(failure, quiet=self.quiet)
            if isinstance(failure, NotAllowed):
                self.phone.set_state(DeviceState.UNAUTHORIZED, failure.text, failure.needs)
                self._set(SessionState.AUTHENTICATING, failure.reason, failure.text)
            else:
                self._away(failure, attempt.ready_at is not None)
            with suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    await self._wake.wait()
                retries.woken()

    def _away(self, failure: ProjectionError, was_ready: bool) -> None:
        known = was_ready or self.phone.state in (DeviceState.READY, DeviceState.LOST)
        self.phone.set_state(DeviceState.LOST if known else DeviceState.OFFLINE, failure.text)
        self._set(SessionState.DISCOVERING, failure.reason, failure.text)

    def parted(self, report: list[tuple[str, str, str]] | None) -> None:
        """A link has ended; what it said of itself, if there was one."""
        self._last_report = self._last_report if report is None else report
        self._part("The phone is away. It returns by itself.")

    def _part(self, text: str) -> None:
        """Without a phone: no sound, no microphone, nothing it told."""
        self._down.clear()
        self.sight.stop()
        self.sounds.stop_all(text)
        self.want_microphone(None)
        self.story.clear()

    # -- from the link -----------------------------------------------------------------------------------------------

    def advance(self, state: SessionState) -> None:
        """It got further; steps back and repeats are no news."""
        attempt = self._attempt
        if state not in _LEVELS or attempt is None or attempt.link is None or attempt.ready_at is not None:
            return
        if self.state in _LEVELS and _LEVELS.index(state) <= _LEVELS.index(self.state) and not self.text:
            return
        if state is not SessionState.CONNECTING and self.quiet:
            self.quiet = False
        if state is not SessionState.READY:
            self.phone.set_state(DeviceState.CONNECTING, self.sight.text)
            self._set(state)
            return
        attempt.ready_at = asyncio.get_running_loop().time()
        self.phone.connected = True
        self.phone.set_state(DeviceState.READY)
        self._set(SessionState.READY)
        self.sight.begin()
        self._follow_wish()
        if self.seen and self.sight.feed.has_reader:
            self.request_keyframe()
        self.context.reached(self)

    def learn(self, facts: Mapping[str, Any]) -> None:
        """The phone tells of itself."""
        if self.phone.learn(facts):
            self._changed()
            if self._was_ready:
                self.context.reached(self)  # its name is kept

    def told(self) -> bool:
        """Count a signal that this phone caused. False, and the end of its link, when it is a flood."""
        return self._attempt is None or self._attempt.told()

    def want_microphone(self, sound: AudioFormat | None) -> None:
        """The phone wants to listen, or no more."""
        if sound != self.microphone.wanted:
            self.microphone.wanted = sound
            self.microphone.close()
            rate, channels = (sound.rate, sound.channels) if sound else (0, 0)
            self._emit("microphone_wanted", self.id, rate, channels)

    def want_audio_focus(self, kind: str) -> None:
        """The phone wants to be heard."""
        if kind in ("gain", "gain_transient", "gain_duck", "release"):
            self._emit("audio_focus_wanted", self.id, kind)

    def native(self) -> None:
        """The phone gives the screen back."""
        self._emit("native_wanted", self.id)

    @property
    def _was_ready(self) -> bool:
        return self._attempt is not None and self._attempt.ready_at is not None

    def _set(self, state: SessionState, reason: Reason = Reason.NONE, text: str = "") -> None:
        if (state, reason, text) != (self.state, self.reason, self.text):
            self.state, self.reason, self.text = state, reason, text
            self._changed()

    def _sight_changed(self) -> None:
        """What the driver has to do before there is a connection stands beside the phone, too."""
        if self.linked and not self._was_ready and self.phone.problem != self.sight.text:
            self.phone.set_state(DeviceState.CONNECTING, self.sight.text)
        self._changed()

    def _changed(self) -> None:
        self.context.changed(self)

    def _emit(self, member: str, *args: Any) -> None:
        """What ends something is always told: else it would stay for ever."""
        if self.told() or self._attempt is None or self._attempt.deaf:
            self.context.emit(member, *args)

    def _hear(self, pcm: bytes, pts_us: int) -> None:
        self.tell("microphone", pcm, pts_us)
