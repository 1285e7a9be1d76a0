"""One phone's screen in the car, from the wish to have it until it is closed. `Link` follows `Link`: a drop does not end it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from backends.projection.defs import AudioFormat, DeviceState, Reason, SessionState
from backends.projection.domain import Allowance, Backoff, Rules
from backends.projection.errors import (
    NotAllowed,
    PeerFault,
    PhoneEnded,
    ProjectionError,
    TooSlow,
    Unsupported,
)
from backends.projection.mirror.context import Context
from backends.projection.mirror.link import Link, Point
from backends.projection.mirror.listener import Ear
from backends.projection.mirror.phone import MirrorPhone
from backends.projection.mirror.story import Story
from backends.projection.mirror.streams import Microphone, Sight, Sounds

__all__ = ["MirrorSession"]

LOST_STEPS_S = (0.2, 0.5, 1.0, 1.5)
"""A phone that left comes back within 3 s: the last step plus the time to greet it stays under that."""
QUIET_STEPS_S = (0.2, 0.5, 1.0, 1.5, 3.0)
"""One that was not there yet on this drive."""
FAULT_STEPS_S = (0.5, 1.0, 3.0, 10.0)
"""One that talks nonsense, so many times in a row, is given up."""
ASK_AGAIN_S = 30.0
"""After a driver denied or overlooked the question on the phone: not so often that it nags."""
STEADY_S = 10.0
NEGOTIATE_S = 45.0
"""Longest way to a session that is ready; a question on the phone stops the clock."""
END_S = 1.0
TELLS_AT_ONCE, TELLS_A_SECOND = 200, 50.0
"""Signals that one phone may cause; a phone with more to say than that is broken, or means harm."""
_LEVELS = (SessionState.CONNECTING, SessionState.AUTHENTICATING, SessionState.NEGOTIATING, SessionState.READY)
_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Wish:
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
        self._allowance = Allowance(TELLS_AT_ONCE, TELLS_A_SECOND)
        self._flooded = asyncio.Event()
        self._ear: Ear | None = None
        self._context = context
        self._wish = _Wish(*size, shown)
        self._link: Link | None = None
        self._wake = asyncio.Event()
        self._ready_at: float | None = None
        self._closing: tuple[Reason, str] | None = None
        self._attempts = 0
        self._down: dict[int, tuple[float, float]] = {}
        self._last_report: list[tuple[str, str, str]] = []
        self._last_end = ("", "")

    # -- reports -----------------------------------------------------------------------------------------------------

    def report(self) -> dict[str, Any]:
        """As in ``Sessions``."""
        picture = self.sight.picture
        linked = self._link is not None
        x, y, width, height = picture.visible if picture else (0, 0, self._wish.width, self._wish.height)
        return {
            "id": self.id,
            "device": self.phone.id,
            "backend": self._context.kind,
            "app": self._context.app,
            "name": self.phone.name,
            "state": self.state.value,
            "reason": self.reason.value,
            "text": self.text or (self.sight.text if linked else ""),
            "waiting": self.sight.waiting if linked else "",
            "width": picture.width if picture else self._wish.width,
            "height": picture.height if picture else self._wish.height,
            "active_x": x,
            "active_y": y,
            "active_width": width,
            "active_height": height,
            "resizable": "resize" in self._context.capabilities,
            "capabilities": sorted(self._context.capabilities),
            "sounds": self.sounds.roles,
            "has_audio": "media" in self.sounds.roles,
            "gated": self.gated,
        }

    def diagnostics(self) -> list[tuple[str, str, str]]:
        """What was negotiated last and how it went: group, name, value."""
        picture = self.sight.picture
        rows = [
            ("session", "state", self.state.value),
            ("session", "attempts", str(self._attempts)),
            ("session", "last end", ": ".join(filter(None, self._last_end)) or "-"),
            ("video", "frames", str(self.sight.frames)),
            ("video", "bytes", str(self.sight.bytes)),
            ("video", "dropped", str(self.sight.feed.dropped)),
        ]
        if picture is not None:
            rows.append(("video", "format", f"{picture.codec} {picture.width}x{picture.height} {picture.visible}"))
        for role, sound in sorted(self.sounds.formats.items()):
            rows.append(("sound", role, f"{sound.codec} {sound.rate} Hz x{sound.channels}"))
        return rows + (self._link.report() if self._link is not None else self._last_report)

    @property
    def live(self) -> bool:
        return self.state.live

    @property
    def link(self) -> Link | None:
        """For touch and keys; None while there is no phone."""
        return self._link if self.live else None

    @property
    def seen(self) -> bool:
        """Pictures may go out."""
        return self._wish.shown and not self.gated

    # -- wishes ------------------------------------------------------------------------------------------------------

    def show(self, shown: bool) -> None:
        """Whether anybody is to see it."""
        self._wish.shown = shown
        if shown and self.quiet:
            self.quiet = False
            self._changed()
        self._follow_wish()

    def set_rules(self, rules: Rules) -> None:
        """The vehicle allows something else now."""
        gated = rules.hides(self._context.category)
        if gated != self.gated:
            self.gated = gated
            self._follow_wish()
            self._changed()
        self.tell("set_rules", rules)

    def resize(self, width: int, height: int, dpi: int) -> None:
        """Another size of the stage, pixels."""
        wish = self._wish
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
        if self._link is not None:
            try:
                getattr(self._link, member)(*args)
            except Exception:  # a protocol's fault costs what was told, not who told it
                _logger.exception("link failed member=%s kind=%s", member, self._context.kind)

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
            self._set(SessionState.FOCUSED if self._wish.shown else SessionState.BACKGROUND)

    # -- life --------------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Until it is closed: by `end` and a cancel, or for a reason of the phone's. `finish` has to follow."""
        try:
            await self._live()
        except ProjectionError as error:
            self._closing = (error.reason, error.text)
            self.phone.rest("" if isinstance(error, PhoneEnded) else error.text)
        except Exception as error:  # task root: a fault of ours ends this session, not the service
            _logger.exception("session failed kind=%s", self._context.kind)
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
        lost, faults, quiet = Backoff(LOST_STEPS_S), Backoff(FAULT_STEPS_S), Backoff(QUIET_STEPS_S)
        clock = asyncio.get_running_loop()
        while True:
            self._wake.clear()
            self._ready_at = None
            failure = await self._one_link()
            self._last_end = (failure.reason.value, failure.text)
            was_ready = self._ready_at is not None
            _logger.info("link ended phone=%s reason=%s text=%s", self.phone.id, failure.reason, failure.text)
            if self._ready_at is not None and clock.time() - self._ready_at > STEADY_S:
                lost.reset()
                faults.reset()
            wait_s: float | None
            match failure:
                case PhoneEnded() | Unsupported():
                    raise failure
                case NotAllowed():
                    wait_s = ASK_AGAIN_S if failure.needs == "permission" else None
                    self.phone.set_state(DeviceState.UNAUTHORIZED, failure.text, failure.needs)
                    self._set(SessionState.AUTHENTICATING, failure.reason, failure.text)
                case PeerFault():
                    if faults.count >= len(FAULT_STEPS_S):
                        raise failure
                    wait_s = faults.next()
                    self._away(failure, was_ready)
                case _:
                    wait_s = (quiet if self.quiet else lost).next()
                    self._away(failure, was_ready)
            with suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    await self._wake.wait()
                lost.reset()

    def _away(self, failure: ProjectionError, was_ready: bool) -> None:
        known = was_ready or self.phone.state in (DeviceState.READY, DeviceState.LOST)
        self.phone.set_state(DeviceState.LOST if known else DeviceState.OFFLINE, failure.text)
        self._set(SessionState.DISCOVERING, failure.reason, failure.text)

    async def _one_link(self) -> ProjectionError:
        """One attempt; the answer is why it ended."""
        self._attempts += 1
        if self._attempts == 1:
            self.phone.set_state(DeviceState.CONNECTING)
            self._set(SessionState.CONNECTING)
        run: asyncio.Task[None] | None = None
        ear = self._ear = Ear(self)
        self._flooded.clear()
        self._allowance = Allowance(TELLS_AT_ONCE, TELLS_A_SECOND)
        try:
            link = self._context.link(self.phone, ear)
            wish = self._wish
            self._link = link
            for member, args in (
                ("resize", (wish.width, wish.height, wish.dpi)),
                ("show", (self.seen,)),
                ("set_rules", (self._context.rules,)),
                ("set_surroundings", (self._context.surroundings,)),
                ("set_vehicle", (dict(self._context.vehicle),)),
            ):
                self.tell(member, *args)
            run = asyncio.create_task(link.run(), name=f"link {self.phone.id}")
            await self._watch(run)
            if run.cancelled():
                return PeerFault("The connection broke off.")
            run.result()
        except ProjectionError as error:
            return error
        except Exception as error:  # a fault of the protocol's is as good as nonsense from the phone
            _logger.exception("link failed kind=%s", self._context.kind)
            return PeerFault(f"The connection failed: {error}")
        finally:
            await self._hang_up(run)
            ear.deaf = True
        return PhoneEnded("The phone ended the connection.")

    async def _watch(self, run: asyncio.Task[None]) -> None:
        """Until it ends by itself. Raises TooSlow when it does not come to anything, PeerFault when it says too much."""
        flooded = asyncio.create_task(self._flooded.wait(), name="flood")
        try:
            await self._watch_both(run, flooded)
        finally:
            flooded.cancel()
        if flooded.done() and not flooded.cancelled():
            raise PeerFault("The phone says too much at once.")

    async def _watch_both(self, run: asyncio.Task[None], flooded: asyncio.Task[Any]) -> None:
        left_s = NEGOTIATE_S
        while not run.done() and not flooded.done():
            timeout_s = 1.0 if self._ready_at is None else None
            await asyncio.wait({run, flooded}, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
            left_s -= 0.0 if self.sight.waiting in ("permission", "locked") else 1.0
            if left_s <= 0 and self._ready_at is None and not run.done():
                raise TooSlow("The phone did not finish connecting in time.")

    async def _hang_up(self, run: asyncio.Task[None] | None) -> None:
        if run is not None and not run.done():
            run.cancel()
            _, stuck = await asyncio.wait({run}, timeout=END_S)
            if stuck:
                _logger.error("link does not end kind=%s", self._context.kind)
        if run is not None and run.done() and not run.cancelled():
            run.exception()  # seen
        if self._link is not None:
            self._last_report = self._link.report()
        self._link = None
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
        if state not in _LEVELS or self._link is None or self._ready_at is not None:
            return
        if self.state in _LEVELS and _LEVELS.index(state) <= _LEVELS.index(self.state) and not self.text:
            return
        if state is not SessionState.CONNECTING and self.quiet:
            self.quiet = False
        if state is not SessionState.READY:
            self.phone.set_state(DeviceState.CONNECTING, self.sight.text)
            self._set(state)
            return
        self._ready_at = asyncio.get_running_loop().time()
        self.phone.connected = True
        self.phone.set_state(DeviceState.READY)
        self._set(SessionState.READY)
        self.sight.begin()
        self._follow_wish()
        if self.seen and self.sight.feed.has_reader:
            self.request_keyframe()
        self._context.reached(self)

    def learn(self, facts: Mapping[str, Any]) -> None:
        """The phone tells of itself."""
        if self.phone.learn(facts):
            self._changed()
            if self._ready_at is not None:
                self._context.reached(self)  # its name is kept

    def told(self) -> bool:
        """Count a signal that this phone caused. False, and the end of its link, when it is a flood."""
        if self._allowance.spend(asyncio.get_running_loop().time()):
            return True
        if self._ear is not None and not self._flooded.is_set():
            self._ear.deaf = True
            self._flooded.set()
        return False

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

    def _set(self, state: SessionState, reason: Reason = Reason.NONE, text: str = "") -> None:
        if (state, reason, text) != (self.state, self.reason, self.text):
            self.state, self.reason, self.text = state, reason, text
            self._changed()

    def _sight_changed(self) -> None:
        """What the driver has to do before there is a connection stands beside the phone, too."""
        if self._link is not None and self._ready_at is None and self.phone.problem != self.sight.text:
            self.phone.set_state(DeviceState.CONNECTING, self.sight.text)
        self._changed()

    def _changed(self) -> None:
        self._context.changed(self)

    def _emit(self, member: str, *args: Any) -> None:
        """What ends something is always told: else it would stay for ever."""
        if self.told() or self._ear is None or self._ear.deaf:
            self._context.emit(member, *args)

    def _hear(self, pcm: bytes, pts_us: int) -> None:
        self.tell("microphone", pcm, pts_us)
